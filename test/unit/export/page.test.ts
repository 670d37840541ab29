import { describe, expect, it } from "vitest";
import { rulesPage } from "../../../generator/export/markdown.js";
import { allOffered } from "../../../generator/export/rules.js";
import { lower } from "../../../generator/lower/lower.js";
import { build, readSpec } from "../../../generator/pipeline.js";
import { packageRoot } from "../../../generator/workspace.js";
import { smallContract } from "../../support/small-contract.js";

const SMALL = smallContract({
  body: {
    type: "object",
    required: ["start_date"],
    properties: {
      start_date: { type: "string", pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$" },
      end_date: { type: "string", pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$" },
      level: { type: "string", enum: ["AD", "ITEM"], default: "AD" },
      columns: { type: "array", maxItems: 3, items: { type: "string", enum: ["AD_ID", "SPEND"] } },
      filters: {
        type: "array",
        items: {
          type: "object",
          required: ["a|b"],
          properties: { "a|b": { type: "number", nullable: true } },
        },
      },
    },
  },
  docs: { level: "What a *row* is about." },
  rules: [
    {
      id: "age",
      kind: "max-lookback",
      when: [{ field: "level", is: ["ITEM"] }],
      field: "start_date",
      amount: 92,
      unit: "day",
    },
    {
      id: "week",
      kind: "min-range",
      severity: "warning",
      start: "start_date",
      end: "end_date",
      amount: 7,
      unit: "day",
    },
    {
      id: "since",
      kind: "min-date",
      field: "start_date",
      after: "2024-03-16",
      reason: "Nothing | is older.",
      seenIn: "a_b/c | d",
      seenOn: "2026-11-29",
    },
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

const OFFERED = lower(readSpec({ root: packageRoot, home: "here" })).model;

/** The page's sections by their headings. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const sections = page.split(/^## /m).slice(1);
  return new Map(sections.map((section) => [section.slice(0, section.indexOf("\n")), section]));
}

describe("docs/rules.md", () => {
  it("shows rules, days, fields and columns", () => {
    expect(rulesPage(lower(SMALL).model)).toMatchInlineSnapshot(`
      "<!-- Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run \`npm run generate\`. -->

      # Rules for requests

      Errors stop a request before it is sent. Warnings do not: they mean that Pinterest's documentation is ambiguous, or that the request may return no rows. Rules marked "ours" are not in that documentation; each one gives our reason and, if known, our source and the date we read it. Days are in UTC.

      Asynchronous reports:

      | report | operation | cross-field rules | meaning |
      | --- | --- | --- | --- |
      | [thing](#thing) | \`things/create\` | 4 |  |

      ## thing

      ### Cross-field rules

      | rule | severity | meaning | source |
      | --- | --- | --- | --- |
      | \`age\` | error | start_date must be at most 92 days before today (UTC) when level is ITEM |  |
      | \`week\` | warning | start_date to end_date must span at least 7 days |  |
      | \`since\` | error | start_date must be after 2024-03-16 | ours, seen on 2026-11-29 in a_b/c \\| d: Nothing \\| is older. |
      | \`no-ad\` | error | AD_ID is not allowed in columns when level is ITEM | description: the operation, \`columns\` |

      ### Days

      For each date limit, the table shows which dates are valid, which cause a warning, and which are errors. Dates in parentheses assume that today is 2026-03-08.

      | rule | when | field | valid | warning | error |
      | --- | --- | --- | --- | --- | --- |
      | \`age\` | level is ITEM | \`start_date\` | today − 91 days (2025-12-07) or later | today − 92 days (2025-12-06) | today − 93 days (2025-12-05) or earlier |
      | \`week\` |  | \`end_date\` | \`start_date\` + 7 days or later | \`start_date\` + 5 days or earlier; \`start_date\` + 6 days |  |
      | \`since\` |  | \`start_date\` | 2024-03-17 or later | 2024-03-16 | 2024-03-15 or earlier |

      ### Fields

      | field |  | type | limits | default | meaning |
      | --- | --- | --- | --- | --- | --- |
      | \`start_date\` | required | text | Format: YYYY-MM-DD. |  |  |
      | \`end_date\` |  | text | Format: YYYY-MM-DD. |  |  |
      | \`level\` |  | \`AD\` or \`ITEM\` |  | \`"AD"\` | What a \\*row\\* is about. |
      | \`columns\` |  | list: \`AD_ID\` or \`SPEND\` | At most 3 columns. |  |  |
      | \`filters\` |  | list: object |  |  |  |
      | \`filters.a\\|b\` | required | number, or null |  |  |  |

      ### Columns

      | contents | type in a row | meaning |
      | --- | --- | --- |
      | \`unknown\` | \`string \\| number\` | a number or text. Pinterest does not document what it means |

      Unless verified, a column's contents are inferred from its name.

      | column | contents | verified | restricted when |
      | --- | --- | --- | --- |
      | \`AD_ID\` | unknown | no | level is ITEM (error, \`no-ad\`) |
      | \`SPEND\` | unknown | no |  |
      "
    `);
  });

  it("is written only in this repository", async () => {
    expect((await build(SMALL, "elsewhere")).docs.size).toBe(0);
  });

  it("contains every rule, field and column", () => {
    const sections = sectionsOf(rulesPage(OFFERED));
    for (const request of allOffered(OFFERED)) {
      const section = sections.get(request.name) ?? "";
      const columns = "columns" in request ? request.columns : [];
      for (const { name } of [...request.body.fields, ...columns])
        expect(section).toContain(`| \`${name}\` |`);
      // Rules that many calls share are listed for the first call. The others link there.
      const [, like = request.name] = /The same as for \[([a-z-]+)\]\(#\1\)/.exec(section) ?? [];
      for (const { id, severity } of request.rules)
        expect(sections.get(like)).toContain(`| \`${id}\` | ${severity} |`);
      if (request.rules.length === 0) expect(section).toContain("None.");
    }
  });

  it("has a section for each request, reports first, and a table of contents with working links", () => {
    const page = rulesPage(OFFERED);
    const names = allOffered(OFFERED).map(({ name }) => name);
    expect([...sectionsOf(page).keys()]).toEqual(names);
    const contents = page.slice(0, page.indexOf("\n## "));
    expect([...contents.matchAll(/^\| \[([a-z-]+)\]\(#\1\) \|/gm)].map(([, name]) => name)).toEqual(
      names,
    );
  });

  it("lists the earliest allowed days of a synchronous call", () => {
    const section = sectionsOf(rulesPage(OFFERED)).get("ad-analytics");
    expect(section).toContain(
      "| `at-least-one-of` | error | requires ad_ids, or campaign_ids and pin_ids | description: the operation |",
    );
    expect(section).toContain(
      "| `max-lookback-hour` | granularity is HOUR | `start_date` | today − 7 days (2026-03-01) or later | today − 8 days (2026-02-28) |",
    );
  });

  it("omits empty sections", () => {
    const page = rulesPage(
      lower(smallContract({ body: { type: "object", properties: { note: { type: "string" } } } }))
        .model,
    );
    expect(page).toContain("### Cross-field rules\n\nNone.\n\n### Fields");
    expect(page).not.toMatch(/### Days|### Columns/);
  });

  it("has the same number of cells in every row of a table", () => {
    for (const block of rulesPage(lower(SMALL).model)
      .trimEnd()
      .split("\n\n")
      .filter((part) => part.startsWith("|")))
      expect(
        new Set(block.split("\n").map((row) => row.split(/(?<!\\)\|/).length)).size,
        block,
      ).toBe(1);
  });

  it("says from what age a column's days are inaccurate", () => {
    const section = sectionsOf(rulesPage(OFFERED)).get("report") ?? "";
    expect(section).toMatch(
      /^\| `TOTAL_IMPRESSION_USER` \| .*; start_date is more than 185 days before today \(UTC\) \(warning, `reach-of-old-days`\) \|$/m,
    );
  });
});
