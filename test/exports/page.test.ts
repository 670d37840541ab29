import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rulesPage } from "../../generator/exports/rules-page.js";
import { lower } from "../../generator/lower/lower.js";
import { build, readSpec } from "../../generator/pipeline.js";
import { own } from "../../generator/place.js";
import { smallContract } from "../pipeline/small-contract.js";

const SMALL = smallContract({
  body: {
    type: "object",
    required: ["start_date"],
    properties: {
      start_date: { type: "string", pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$" },
      end_date: { type: "string", pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$" },
      level: { type: "string", enum: ["AD", "ITEM"], default: "AD" },
      columns: { type: "array", maxItems: 3, items: { type: "string", enum: ["AD_ID", "SPEND"] } },
      filters: { type: "array", items: { type: "object", required: ["a|b"], properties: { "a|b": { type: "number", nullable: true } } } },
    },
  },
  docs: { level: "What a *row* is about." },
  rules: [
    { id: "age", kind: "max-lookback", when: [{ field: "level", is: ["ITEM"] }], field: "start_date", amount: 92, unit: "day" },
    { id: "week", kind: "min-range", severity: "warning", start: "start_date", end: "end_date", amount: 7, unit: "day" },
    { id: "since", kind: "min-date", field: "start_date", after: "2024-03-16", because: "Nothing | is older." },
    {
      id: "no-ad",
      kind: "forbidden-values-when",
      when: [{ field: "level", is: ["ITEM"] }],
      field: "columns",
      values: ["AD_ID"],
      sources: [
        { at: "#/paths/~1things/post/description", fingerprint: "0" },
        { at: "#/components/schemas/Thing/properties/columns/description", fingerprint: "1" },
      ],
    },
  ],
});

describe("docs/rules.md", () => {
  it("shows rules, days, fields and columns", () => {
    expect(rulesPage(lower(SMALL))).toMatchInlineSnapshot(`
      "<!-- Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run \`npm run generate\`. -->

      # What a request must satisfy

      An error stops a request before it is sent. A warning does not: it marks what one reading of Pinterest's prose allows and another does not, or what others found to give no rows. Days are days in UTC.

      ## thing

      ### Rules between fields

      | rule | severity | says | from |
      | --- | --- | --- | --- |
      | \`age\` | error | start_date may be at most 92 days before today in UTC when level is ITEM |  |
      | \`week\` | warning | start_date to end_date must be at least 7 days |  |
      | \`since\` | error | start_date must be after 2024-03-16 | ours: Nothing \\| is older. |
      | \`no-ad\` | error | AD_ID is not allowed in columns when level is ITEM | description: the operation, \`columns\` |

      ### Days

      Of a limit in days: what is fine under every reading, what warns, what is an error. In brackets the day if today were 2026-03-08.

      | rule | when | day | fine | warns | error |
      | --- | --- | --- | --- | --- | --- |
      | \`age\` | level is ITEM | \`start_date\` | today − 91 days (2025-12-07) or later | today − 92 days (2025-12-06) | today − 93 days (2025-12-05) or earlier |
      | \`week\` |  | \`end_date\` | \`start_date\` + 7 days or later | \`start_date\` + 5 days or earlier; \`start_date\` + 6 days |  |
      | \`since\` |  | \`start_date\` | 2024-03-17 or later | 2024-03-16 | 2024-03-15 or earlier |

      ### Fields

      | field |  | type | limits | default | what it is |
      | --- | --- | --- | --- | --- | --- |
      | \`start_date\` | required | text | As YYYY-MM-DD. |  |  |
      | \`end_date\` |  | text | As YYYY-MM-DD. |  |  |
      | \`level\` |  | \`AD\` or \`ITEM\` |  | \`"AD"\` | What a \\*row\\* is about. |
      | \`columns\` |  | list: \`AD_ID\` or \`SPEND\` | At most 3. |  |  |
      | \`filters\` |  | list: object |  |  |  |
      | \`filters.a\\|b\` | required | number, or null |  |  |  |

      ### Columns

      | value | type in a row | what it is |
      | --- | --- | --- |
      | \`unknown\` | \`string \\| number\` | nobody knows |

      | column | value | verified | barred when |
      | --- | --- | --- | --- |
      | \`AD_ID\` | unknown | no | level is ITEM (error, \`no-ad\`) |
      | \`SPEND\` | unknown | no |  |
      "
    `);
  });

  it("is what the contract gives, and the same twice", async () => {
    const one = await build(readSpec({ root: own, home: "here" }), "here");
    const other = await build(readSpec({ root: own, home: "here" }), "here");
    expect([...one.docs.keys()]).toEqual(["rules.md"]);
    expect(one.docs).toEqual(other.docs);
    expect(readFileSync(new URL("docs/rules.md", own), "utf8").replaceAll("\r\n", "\n")).toBe(one.docs.get("rules.md"));
  });

  it("stays in this repository", async () => {
    expect((await build(SMALL, "elsewhere")).docs.size).toBe(0);
  });

  it("names every rule, field and column", () => {
    const { flows } = lower(readSpec({ root: own, home: "here" }));
    const page = rulesPage({ flows, source: { title: "", version: "", sha256: "" } });
    for (const flow of flows) {
      for (const name of [
        ...flow.rules.map(({ id }) => id),
        ...flow.body.fields.map((field) => field.name),
        ...flow.columns.map((column) => column.name),
      ])
        expect(page).toContain(`| \`${name}\` |`);
    }
  });

  it("leaves out what a report has nothing of", () => {
    const page = rulesPage(lower(smallContract({ body: { type: "object", properties: { note: { type: "string" } } } })));
    expect(page).toContain("### Rules between fields\n\nThere are none.\n\n### Fields");
    expect(page).not.toMatch(/### Days|### Columns/);
  });

  it("has as many cells in every row as its table has columns", () => {
    for (const block of rulesPage(lower(SMALL))
      .trimEnd()
      .split("\n\n")
      .filter((part) => part.startsWith("|")))
      expect(new Set(block.split("\n").map((row) => row.split(/(?<!\\)\|/).length)).size, block).toBe(1);
  });
});
