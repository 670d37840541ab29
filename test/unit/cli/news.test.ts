import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { diff } from "../../../cli/commands/diff/diff.js";
import { earlierOutput, printNews } from "../../../cli/commands/generate/news.js";
import { modelText } from "../../../generator/emit/files.js";
import type { Model } from "../../../generator/model/model.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { withManifest } from "../../../generator/write/manifest.js";
import { testIo } from "../../support/in-process.js";
import { documentOf, type Edits, edited, modelOf, text, values } from "../diff/made-up.js";

const folder = mkdtempSync(join(tmpdir(), "news-"));
afterAll(() => rmSync(folder, { recursive: true }));

let said: string;
beforeEach(() => {
  said = "";
  rmSync(join(folder, "model.json"), { force: true });
});
const io = testIo({ stderr: (line) => (said += line) });
const out = pathToFileURL(`${folder}/`);

const forbidden = (field: string, level: string): JsonObject => ({
  id: `no-${field.replace("_", "-")}-at-${level.toLowerCase()}`,
  kind: "forbidden-when",
  field,
  when: [{ field: "grain", is: [level] }],
});

/** What is printed when `current` replaces an output generated from `old`. */
function printed(old: Model, current: Model, missing?: "old" | "new"): readonly string[] {
  said = "";
  writeFileSync(join(folder, "model.json"), modelText(old));
  const model = missing && { side: missing, text: modelText(missing === "old" ? old : current) };
  printNews(earlierOutput(out, current), folder, model, io);
  return said.split("\n").slice(0, -1);
}

const accounts: readonly JsonObject[] = [
  { name: "account_id", in: "path", required: true, schema: { ...text, maxLength: 18 } },
];

const lines = (old: Edits, current: Edits): readonly string[] =>
  printed(edited(old), edited(current));

describe("changes since an earlier output", () => {
  it("are not printed if nothing changed or something was only added", () => {
    expect(lines({}, {})).toEqual([]);
    expect(lines({}, { body: { mood: text }, item: { name: text } })).toEqual([]);
  });

  it("list breaking changes, then lost rules, then other rules, in words", () => {
    const rules = [forbidden("size", "HOUR"), forbidden("ids", "DAY")];
    const now = [forbidden("ids", "WEEK"), { ...forbidden("mood", "DAY"), severity: "warning" }];
    expect(
      lines(
        { rules, item: { kind: values("CAT", "DOG") }, body: { mood: text, size: text } },
        { rules: now, item: { kind: values("CAT"), age: null }, body: { mood: text, size: text } },
      ),
    ).toEqual([
      "breaking   thing no-ids-at-week: rule stricter: ids is not allowed when grain is WEEK; was: ids is not allowed when grain is DAY",
      "breaking   look response.items[].age: removed",
      "lost       thing no-size-at-hour: size is not allowed when grain is HOUR",
      "lost       look response.items[].kind: 1 value removed: DOG",
      "new        thing no-mood-at-day: mood may be rejected when grain is DAY (warns only)",
    ]);
  });

  it("include an unchecked limit, a removed status, a list that is no longer paginated, and a removed call", () => {
    const bookmark: JsonObject = { name: "bookmark", in: "query", schema: text };
    const paged = edited({ parameters: [...accounts, bookmark] });
    expect(paged.operations[0]?.pageOf).not.toBeNull();
    expect(
      printed(paged, edited({ parameters: [...accounts, { ...bookmark, schema: values("A") }] })),
    ).toContainEqual("breaking   look response: can no longer be read page by page");
    expect(
      lines(
        {},
        {
          poll: { report_status: values("BUSY", "READY") },
          body: { size: { type: "integer", minimum: 1 } },
        },
      ),
    ).toEqual([
      "lost       thing size: no longer at most 50",
      "lost       thing poll.response.report_status: 1 value removed: BROKEN",
    ]);
    const without = modelOf(documentOf(), {}, { operations: [] });
    expect(printed(edited({ body: { mood: text } }), without)).toEqual([
      "breaking   look: removed operation: GET /accounts/{account_id}/animals",
      "breaking   thing mood: removed",
    ]);
    expect(printed(edited(), without)).toEqual([
      "breaking   look: removed operation: GET /accounts/{account_id}/animals",
    ]);
  });

  it.each(["old", "new"] as const)(
    "are cut off after 20 lines, followed by a command that lists all of them, even if the %s side is not in the folder",
    async (side) => {
      const many = Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [`mood_${index}`, values(`A${index}`, "B")]),
      );
      const fewer = Object.fromEntries(
        Object.keys(many).map((name, index) => [name, values(`A${index}`)]),
      );
      const [old, current] = [
        edited({ item: many, body: many }),
        edited({ item: fewer, body: fewer }),
      ];
      const all = printed(old, current, side);
      const of = (word: string): readonly string[] => all.filter((line) => line.startsWith(word));
      // The same value was removed everywhere, so one line per severity covers all places.
      expect([of("breaking"), of("lost")].map((some) => some.length)).toEqual([1, 1]);
      expect(of("all")).toEqual([]);
      const rules = Array.from({ length: 30 }, (_, index) => ({
        ...forbidden(`mood_${index}`, "DAY"),
      }));
      const lost = printed(edited({ body: many, rules }), edited({ body: many, rules: [] }), side);
      expect(lost).toHaveLength(22);
      expect(lost[20]).toBe("lost       and 10 more");
      const [, command, from = "", to = ""] =
        /^all {8}pinterest-reports (diff) (\S+) (\S+)$/.exec(lost[21] ?? "") ?? [];
      const saved = side === "old" ? from : to;
      expect([command, side === "old" ? to : from]).toEqual(["diff", join(folder, "model.json")]);
      if (side === "old")
        writeFileSync(join(folder, "model.json"), modelText(edited({ body: many, rules: [] })));
      let listed = "";
      await diff({ from, to }, testIo({ stdout: (some) => (listed += some) }));
      rmSync(dirname(saved), { recursive: true });
      for (const { id } of rules) expect(listed).toContain(`${id}: rule removed: `);
    },
  );
});

describe("an earlier output that cannot be compared", () => {
  const model = edited();
  const news = (): string => {
    said = "";
    printNews(earlierOutput(out, model), "src/out", undefined, io);
    return said;
  };
  const line =
    "earlier    src/out/model.json is missing, was edited, or is from another version of the generator: cannot tell what was removed since the last run\n";

  it("is not mentioned if it does not exist", () => {
    expect(news()).toBe("");
  });

  it.each([
    ["of another format", (old: string) => old.replace(/"format": \d+/, '"format": 1')],
    ["without a member", (old: string) => old.replaceAll('"security":', '"safety":')],
    ["with another type", (old: string) => old.replaceAll('"rules":[', '"rules":[7,')],
    ["cut off", (old: string) => old.slice(0, 300)],
    ["empty", () => ""],
    ["no JSON", () => "<html>"],
    ["no object", () => "[]"],
    ["null", () => "null"],
  ])("is reported on one line if it is invalid: %s", (_, change) => {
    writeFileSync(join(folder, "model.json"), change(modelText(model)));
    expect(news()).toBe(line);
  });

  it("is reported if it was edited, even if it is still readable", () => {
    const old = modelText(edited({ rules: [forbidden("size", "HOUR")] }));
    const facts = {
      generator: "",
      description: model.source,
      options: [],
      inputs: {},
      leftOut: [],
    };
    const output = withManifest(new Map([["model.json", old]]), facts);
    for (const [name, file] of output) writeFileSync(join(folder, name), file);
    expect(news()).toMatch(/^lost {7}thing no-size-at-hour: /m);
    writeFileSync(join(folder, "model.json"), modelText(edited({ rules: [] })));
    expect(news()).toBe(line);
    rmSync(join(folder, "manifest.json"));
    expect(news()).toMatch(/^breaking {3}thing max-range-hour: new rule: /);
  });

  it("is reported if only other output files exist", () => {
    writeFileSync(join(folder, "index.ts"), "");
    expect(news()).toBe(line);
    rmSync(join(folder, "index.ts"));
  });
});
