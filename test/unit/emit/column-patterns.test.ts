import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANALYTICS_COLUMN_KINDS } from "../../../generated/operations/column-kinds.js";
import { REPORT_COLUMN_KINDS } from "../../../generated/report/column-kinds.js";
import { patternsOf } from "../../../generator/emit/column-patterns.js";
import { packageRoot } from "../../../generator/workspace.js";
import { columnKinds } from "../../../runtime/validation/columns.js";
import { runs } from "../../support/effort.js";

/** Expands patterns to names. */
function namesOf(patterns: readonly string[]): readonly string[] {
  return Object.keys(columnKinds({ count: patterns }));
}

describe("patterns of column names", () => {
  it("combine adjacent names that share parts", () => {
    const names = [
      "TOTAL_WEB_SIGNUP",
      "TOTAL_WEB_LEAD",
      "TOTAL_INAPP_SIGNUP",
      "TOTAL_INAPP_LEAD",
      "SPEND",
      "ROAS_1",
      "ROAS_2",
    ];
    expect(patternsOf(names)).toEqual(["TOTAL_{WEB_,INAPP_}{SIGNUP,LEAD}", "SPEND", "ROAS_{1,2}"]);
  });

  it("can have an empty alternative", () => {
    expect(patternsOf(["WEB_CHECKOUT", "WEB_CLICK_CHECKOUT", "WEB_VIEW_CHECKOUT"])).toEqual([
      "WEB_{,CLICK_,VIEW_}CHECKOUT",
    ]);
  });

  it("expand to exactly the original names, in order, whatever the names", () => {
    const part = fc.constantFrom(
      "TOTAL",
      "WEB",
      "CLICK",
      "LEAD",
      "",
      "1",
      "x",
      "{",
      "}",
      ",",
      "{a,b}",
      "é",
      " ",
      "\n",
      '"',
    );
    const name = fc
      .array(part, { minLength: 1, maxLength: 5 })
      .map((parts) => `N${parts.join("_")}`);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 60 }), (names) => {
        expect(namesOf(patternsOf(names))).toEqual(names);
      }),
      { numRuns: runs(1_000, 200) },
    );
  });

  it("are never longer than those of the same list split in two", () => {
    const part = fc.constantFrom("TOTAL_", "WEB_", "CLICK_", "LEAD_", "ENGAGEMENT_");
    const name = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map((parts) => `${parts.join("")}N`);
    const lengthOf = (names: readonly string[]): number => patternsOf(names).join(" ").length;
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 2, maxLength: 60 }),
        fc.boolean(),
        fc.nat(),
        (drawn, isSorted, at) => {
          const names = isSorted ? drawn.toSorted() : drawn;
          const middle = 1 + (at % (names.length - 1));
          expect(lengthOf(names)).toBeLessThanOrEqual(
            lengthOf(names.slice(0, middle)) + 1 + lengthOf(names.slice(middle)),
          );
        },
      ),
      { numRuns: runs(1_000, 200) },
    );
  });

  it("fit on one line, except for a long name", () => {
    const words = ["TOTAL", "ENGAGEMENT", "ATTRIBUTION", "CONVERSION"];
    const names = words.flatMap((a) =>
      words.flatMap((b) => words.flatMap((c) => words.map((d) => [a, b, c, d, "VALUE"].join("_")))),
    );
    expect(namesOf(patternsOf(names))).toEqual(names);
    expect(Math.max(...patternsOf(names).map(({ length }) => length))).toBeLessThanOrEqual(132);
  });
});

it.each([
  ["report", REPORT_COLUMN_KINDS],
  ["operations", ANALYTICS_COLUMN_KINDS],
] as const)("the table of %s has the columns and kinds of its type", (folder, kinds) => {
  const text = readFileSync(new URL(`generated/${folder}/column-kinds.ts`, packageRoot), "utf8");
  const declared = [...text.matchAll(/^ {2}readonly (\w+): "(.+)";$/gm)].map(([, name, kind]) => [
    name,
    kind,
  ]);
  expect(declared.length).toBeGreaterThan(100);
  expect(Object.entries(kinds)).toEqual(declared);
});
