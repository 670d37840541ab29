import { beforeAll, describe, expect, it } from "vitest";
import { compiled, compilers, type Said } from "./consumer.js";

// What consumers' compilers report for literal requests. Each line below is compiled as one call.
// `says` is null if it must compile.
interface Case {
  readonly what: string;
  readonly body: string;
  readonly says: string | null;
  /** The text that the compiler must point at. */
  readonly marks?: string;
}

const days = `start_date: "2026-03-01", end_date: "2026-03-02"`;
const plain = `${days}, granularity: "DAY", level: "CAMPAIGN", columns: ["SPEND_IN_DOLLAR"]`;
const item = `${days}, granularity: "DAY", level: "PRODUCT_ITEM"`;
const split = `${days}, granularity: "DAY", columns: ["SPEND_IN_DOLLAR"]`;

const cases: readonly Case[] = [
  { what: "a plain body", body: plain, says: null },
  { what: "ad_ids on other levels", body: `${plain}, ad_ids: ["1"]`, says: null },
  {
    what: "ad_ids with PRODUCT_ITEM",
    body: `${item}, columns: ["CTR"], ad_ids: ["1"]`,
    says: "ad_ids is not allowed when level is PRODUCT_ITEM",
    marks: "ad_ids",
  },
  { what: "ad_statuses on other levels", body: `${plain}, ad_statuses: ["PAUSED"]`, says: null },
  {
    what: "ad_statuses with PRODUCT_ITEM",
    body: `${item}, columns: ["CTR"], ad_statuses: ["PAUSED"]`,
    says: "ad_statuses is not allowed when level is PRODUCT_ITEM",
    marks: "ad_statuses",
  },
  {
    what: "an ad column on other levels",
    body: `${days}, granularity: "DAY", level: "CAMPAIGN", columns: ["CTR", "AD_ID"]`,
    says: null,
  },
  {
    what: "an ad column with PRODUCT_ITEM",
    body: `${item}, columns: ["CTR", "AD_ID"]`,
    says: "AD_ID is not allowed in columns when level is PRODUCT_ITEM",
    marks: '"AD_ID"',
  },
  {
    what: "targeting types on a targeting level",
    body: `${split}, level: "CAMPAIGN_TARGETING", targeting_types: ["GENDER"]`,
    says: null,
  },
  {
    what: "targeting types on other levels",
    body: `${split}, level: "CAMPAIGN", targeting_types: ["GENDER"]`,
    says: "targeting_types requires level to be a value ending in _TARGETING",
    marks: "targeting_types",
  },
  {
    what: "MEDIA_TYPE on its level",
    body: `${split}, level: "PRODUCT_ITEM_TARGETING", targeting_types: ["MEDIA_TYPE"]`,
    says: null,
  },
  {
    what: "MEDIA_TYPE on another level, which only warns",
    body: `${split}, level: "AD_GROUP_TARGETING", targeting_types: ["GENDER", "MEDIA_TYPE"]`,
    says: null,
  },
  {
    what: "AUDIENCE_MULTIPLIER on its level",
    body: `${split}, level: "CAMPAIGN_TARGETING", targeting_types: ["AUDIENCE_MULTIPLIER"]`,
    says: null,
  },
  {
    what: "AUDIENCE_MULTIPLIER on another level, which only warns",
    body: `${split}, level: "AD_GROUP_TARGETING", targeting_types: ["AUDIENCE_MULTIPLIER"]`,
    says: null,
  },
  {
    what: "hours in an hourly report",
    body: `${days}, granularity: "HOUR", level: "CAMPAIGN", columns: ["CTR"], start_hour: 3, end_hour: 4`,
    says: null,
  },
  {
    what: "start_hour in a daily report",
    body: `${plain}, start_hour: 3`,
    says: "start_hour is only allowed when granularity is HOUR",
    marks: "start_hour",
  },
  {
    what: "end_hour in a daily report",
    body: `${plain}, end_hour: 3`,
    says: "end_hour is only allowed when granularity is HOUR",
    marks: "end_hour",
  },
  {
    what: "a misspelled field",
    body: `${plain}, campaing_ids: ["1"]`,
    says: "campaing_ids is not a field of the request",
    marks: "campaing_ids",
  },
  {
    what: "a value that only the prose uses",
    body: `${days}, granularity: "WEEKLY", level: "CAMPAIGN", columns: ["CTR"]`,
    says: `Did you mean '"WEEK"'`,
    marks: "granularity",
  },
  {
    what: "a level that is not a literal",
    body: `${split}, level: "CAMPAIGN" as ReportLevel, ad_ids: ["1"], targeting_types: ["GENDER"]`,
    says: null,
  },
  {
    what: "a level and granularity that are not literals",
    body: `${days}, columns: ["CTR"], level: "PRODUCT_ITEM" as ReportLevel, granularity: "DAY" as ReportGranularity, start_hour: 3`,
    says: null,
  },
  {
    what: "columns that are not literals",
    body: `${item}, columns: ["AD_ID"] as ReportColumn[]`,
    says: null,
  },
  {
    what: "a request that is not a literal",
    body: `...({ ${plain} } as ReportRequest)`,
    says: null,
  },
];

const source = [
  `import { createClient, type ReportColumn, type ReportGranularity, type ReportLevel, type ReportRequest } from "pinterest-reports";`,
  `const client = createClient({ accessToken: "token" });`,
  ...cases.map(({ body }) => `void client.report.create("1", { ${body} });`),
].join("\n");

describe.each(compilers)("TypeScript %s", (version, name) => {
  let errors: readonly Said[] = [];

  beforeAll(() => {
    const said = compiled(name, source);
    expect(said.version).toMatch(new RegExp(`^${version.replace(".", "\\.")}\\.`));
    errors = said.errors;
  });

  it.each(
    cases.map(
      (one, index) =>
        [one.says === null ? "accepts" : "rejects", one.what, one, index + 2] as const,
    ),
  )("%s %s", (_verdict, _what, { says, marks }, line) => {
    const found = errors.filter((error) => error.line === line);
    if (says === null) return expect(found).toEqual([]);
    expect(found.map(({ text }) => text)).toEqual([expect.stringContaining(says)]);
    expect(found[0]?.at).toBe(marks);
  });
});
