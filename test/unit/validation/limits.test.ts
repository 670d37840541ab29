import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as validators from "../../../generated/validators.js";
import { identifier, literal } from "../../../generator/code.js";
import { Imports } from "../../../generator/emit/imports.js";
import { typeCheck, type ValueSets } from "../../../generator/emit/validator.js";
import { InvalidBodyError } from "../../../runtime/errors.js";
import {
  NO_VIOLATIONS,
  push,
  type Violations,
  violation,
} from "../../../runtime/validation/checks.js";
import { validatorOf } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";

const { validateReport } = validators;
const body = {
  start_date: "2026-03-01",
  end_date: "2026-03-07",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID"],
};
const options = { today: "2026-03-08" };
const many = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("a body with very many violations", () => {
  it.each([
    ["wrong columns", { columns: many(5_000, (index) => `COLUMN_${index}`) }, "enum", 4_900],
    ["bad ids", { campaign_ids: many(500, (index) => `x${index}`) }, "pattern", 400],
    [
      "fields that it does not have",
      Object.fromEntries(many(9_000, (index) => [`field_${index}`, 1]) as [string, number][]),
      "unknown-field",
      8_900,
    ],
    [
      "a barred column",
      { level: "PRODUCT_ITEM", columns: many(500, () => "AD_ID") },
      "forbidden-values-when-columns-product-item",
      400,
    ],
  ])(
    "reports at most a hundred violations, and the number of the rest: %s",
    (_, change, rule, more) => {
      const found = validateReport({ ...body, ...change }, options).filter(
        (one) => one.rule === rule,
      );
      expect(found).toHaveLength(101);
      expect(
        found.filter(({ message }) => message.includes(`${more.toLocaleString("en-US")} more`)),
      ).toHaveLength(1);
      expect(new InvalidBodyError(found).message.length).toBeLessThan(5_000);
    },
  );

  it("reports every rule and every severity, whatever the order and number of violations", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("a", "b", "c"),
            fc.constantFrom("error" as const, "warning" as const),
            fc.nat(150),
          ),
          {
            maxLength: 12,
          },
        ),
        (runs) => {
          const given = runs.flatMap(
            ([rule, severity, times]) =>
              many(times, () => ({ rule, severity })) as {
                rule: string;
                severity: "error" | "warning";
              }[],
          );
          let found: Violations = NO_VIOLATIONS;
          for (const { rule, severity } of given)
            found = push(found, violation(rule, severity, "", "wrong"));
          for (const rule of ["a", "b", "c"]) {
            for (const severity of ["error", "warning"]) {
              const count = given.filter(
                (one) => one.rule === rule && one.severity === severity,
              ).length;
              const told = found.filter((one) => one.rule === rule && one.severity === severity);
              expect(told).toHaveLength(Math.min(count, 101));
              const summed = told.filter(({ message }) => message !== "wrong");
              expect(
                summed.map(({ message }) => Number.parseInt(message.replace(/\D+/, ""), 10)),
              ).toEqual(count > 100 ? [count - 100] : []);
            }
          }
        },
      ),
      { numRuns: 100, seed: 20_260_308 },
    );
  });
});

describe("a body that exceeds the validators' limits", () => {
  const all = Object.entries(validators).filter(([name]) => /^validate[A-Z]/.test(name)) as [
    string,
    typeof validateReport,
  ][];

  it.each([
    [
      "a list",
      { columns: new Array(2 ** 32 - 1) },
      /a list has 4,294,967,295 items; only lists of up to 100,000 items can be checked/,
    ],
    [
      "an object",
      Object.fromEntries(many(10_001, (index) => [`f${index}`, 1]) as [string, number][]),
      /an object has 10,006 fields; only objects with up to 10,000 fields can be checked/,
    ],
  ])("is rejected with the name of the limit: %s", (_, change, says) => {
    const found = validateReport({ ...body, ...change }, options);
    expect(found).toMatchObject([{ rule: "unreadable", severity: "error" }]);
    expect(found[0]?.message).toMatch(says);
  });

  it.each(all)("is rejected without being traversed, in %s", (_, validate) => {
    const endless = new Array(2 ** 32 - 1);
    const names = [
      "columns",
      "ad_ids",
      "campaign_ids",
      "pin_ids",
      "metrics",
      "targeting_types",
      "countries",
    ];
    const found = validate(
      { ...body, ...Object.fromEntries(names.map((name) => [name, endless])) },
      options,
    );
    expect(found.some(({ severity }) => severity === "error")).toBe(true);
  });
});

it("the length of a text is checked before its pattern", () => {
  const checked = {
    value: identifier("value"),
    path: literal("/x"),
    pathPrefix: literal("/x/"),
    depth: 0,
  };
  const view = typeCheck(
    { kind: "string" },
    { pattern: "^a+$", maxLength: 5, minLength: 2 },
    checked,
    {
      imports: new Imports("thing/schema.ts", "here"),
    } as ValueSets,
  );
  const checks = (
    view as object as { readonly limits: readonly { readonly isInvalid: string }[] }
  ).limits.map(({ isInvalid }) => isInvalid);
  expect(checks.map((check) => check.includes("test("))).toEqual([false, true, false]);
  expect(checks[0]).toMatch(/^value\.length > /);
});

it("a length counts whole characters, as in JSON Schema, so an emoji counts as one", () => {
  const name = { type: "string", minLength: 2, maxLength: 3 };
  const body = { type: "object", properties: { name } };
  const validate = validatorOf(smallContract({ body }));
  const texts = fc
    .array(fc.constantFrom("a", "é", "😀", "\ud83d"), { maxLength: 8 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (name) => {
      const actual = [...name].length;
      const [rule, limit] = actual > 3 ? ["max-length", 3] : ["min-length", 2];
      const found = validate({ name }).map(({ rule, params }) => ({ rule, params }));
      expect(found).toEqual(
        actual === 2 || actual === 3 ? [] : [{ rule, params: { limit, actual } }],
      );
    }),
    { seed: 20_260_308 },
  );
});
