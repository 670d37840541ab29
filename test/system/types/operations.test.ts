import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compiled, compilers, type Said } from "./consumer.js";

// What consumers' compilers report for synchronous calls. `says` is null if a line must compile.
interface Case {
  readonly what: string;
  readonly line: string;
  readonly says: string | null;
  /** The start of the code that the compiler points at. */
  readonly marks?: string;
}

const days = `ad_account_id: "1", start_date: "2026-03-01", end_date: "2026-03-02", granularity: "DAY"`;
const asked = `${days}, columns: ["CTR"]`;
const call = (input: string): string => `void client.adAnalytics({ ${input} });`;
const campaigns = (input: string): string =>
  `void client.campaignAnalytics({ ${input}, campaign_ids: ["1"] });`;
const strict = (input: string, name: number): string =>
  `const strict${name}: StrictAdAnalyticsRequest = { ${input} };`;
const rule = "requires ad_ids, or campaign_ids and pin_ids";

const cases: readonly Case[] = [
  { what: "ad ids", line: call(`${asked}, ad_ids: ["1"]`), says: null },
  {
    what: "campaign and Pin ids",
    line: call(`${asked}, campaign_ids: ["1"], pin_ids: ["2"]`),
    says: null,
  },
  {
    what: "ad, campaign and Pin ids",
    line: call(`${asked}, ad_ids: ["1"], campaign_ids: ["1"], pin_ids: ["2"]`),
    says: null,
  },
  {
    what: "ad and Pin ids",
    line: call(`${asked}, ad_ids: ["1"], pin_ids: ["2"]`),
    says: null,
  },
  { what: "a request without ids", line: call(asked), says: rule, marks: "{ ad_account_id" },
  {
    what: "campaign ids alone",
    line: call(`${asked}, campaign_ids: ["1"]`),
    says: rule,
    marks: "{ ad_account_id",
  },
  {
    what: "Pin ids alone",
    line: call(`${asked}, pin_ids: ["1"]`),
    says: rule,
    marks: "{ ad_account_id",
  },
  {
    what: "a misspelled field",
    line: call(`${asked}, ad_ids: ["1"], clik_window_days: 7`),
    says: "clik_window_days is not a field of the request",
    marks: "clik_window_days",
  },
  {
    what: "a value that only the prose uses",
    line: call(`${days.replace("DAY", "WEEKLY")}, columns: ["CTR"], ad_ids: ["1"]`),
    says: `Did you mean '"WEEK"'`,
    marks: "granularity",
  },
  {
    what: "a request without a required field",
    line: call(`${days}, ad_ids: ["1"]`),
    says: "columns",
    marks: "{ ad_account_id",
  },
  {
    what: "a request that is not a literal",
    line: call(`...({ ${asked} } as AdAnalyticsRequest)`),
    says: null,
  },
  {
    what: "ad ids that may be missing",
    line: call(`${asked}, ...(wide ? { ad_ids: ["1"] } : {})`),
    says: null,
  },
  {
    what: "ids and columns that are not literals",
    line: call(`${asked}, ad_ids: ids, columns: columns`.replace(`columns: ["CTR"], `, "")),
    says: null,
  },
  {
    what: "a signal as an option",
    line: `void client.adAnalytics({ ${asked}, ad_ids: ["1"] }, { signal });`,
    says: null,
  },
  {
    what: "a column of the response",
    line: `client.adAnalytics({ ${asked}, ad_ids: ["1"] }).then(([row]) => row?.AD_ID satisfies string | undefined);`,
    says: null,
  },
  { what: "a strict variable with ad ids", line: strict(`${asked}, ad_ids: ["1"]`, 1), says: null },
  {
    what: "a strict variable with campaign and Pin ids",
    line: strict(`${asked}, campaign_ids: ["1"], pin_ids: ["1"]`, 2),
    says: null,
  },
  {
    what: "a strict variable without ids",
    line: strict(asked, 3),
    says: "StrictAdAnalyticsRequest",
    marks: "strict3",
  },
  {
    what: "a strict variable with campaign ids alone",
    line: strict(`${asked}, campaign_ids: ["1"]`, 4),
    says: "pin_ids",
    marks: "strict4",
  },
  {
    what: "a strict variable as an argument",
    line: "void client.adAnalytics(strict1);",
    says: null,
  },
  { what: "a call whose rules types cannot express", line: campaigns(asked), says: null },
  {
    what: "a misspelled field in such a call",
    line: campaigns(`${asked}, clik_window_days: 7`),
    says: "clik_window_days is not a field of the request",
    marks: "clik_window_days",
  },
  {
    what: "a misspelled column",
    line: campaigns(`${days}, columns: ["CRT"]`),
    says: `"CRT"`,
    marks: `"CRT"`,
  },
  {
    what: "a requested column",
    line: `client.campaignAnalytics({ ${asked}, campaign_ids: ["1"] }).then(([row]) => row?.CTR satisfies number | undefined);`,
    says: null,
  },
  {
    what: "a column that was not requested",
    line: `client.campaignAnalytics({ ${asked}, campaign_ids: ["1"] }).then(([row]) => row?.SPEND_IN_DOLLAR);`,
    says: "Property 'SPEND_IN_DOLLAR' does not exist",
    marks: "SPEND_IN_DOLLAR",
  },
];

const source = [
  `import { createClient, type AdAnalyticsColumn, type AdAnalyticsRequest, type StrictAdAnalyticsRequest } from "pinterest-reports";`,
  `const client = createClient({ accessToken: "token" });`,
  "declare const wide: boolean, ids: string[], columns: AdAnalyticsColumn[], signal: AbortSignal;",
  ...cases.map(({ line }) => line),
].join("\n");

describe.each(compilers)("TypeScript %s", (_, name) => {
  let errors: readonly Said[] = [];

  beforeAll(() => {
    ({ errors } = compiled(name, source));
  });

  it.each(
    cases.map(
      (one, index) =>
        [one.says === null ? "accepts" : "rejects", one.what, one, index + 3] as const,
    ),
  )("%s %s", (_verdict, _what, { says, marks }, line) => {
    const found = errors.filter((error) => error.line === line);
    if (says === null) return expect(found).toEqual([]);
    expect(found.map(({ text }) => text)).toEqual([expect.stringContaining(says)]);
    expect(found[0]?.at.startsWith(marks ?? "nothing")).toBe(true);
  });
});

it("generated calls have a check only if types can express their rules, and typed rows only if they return rows", () => {
  const folder = new URL("../../../generated/operations/", import.meta.url);
  const having = (part: string, code = ""): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((path) =>
      basename(path) === part && readFileSync(new URL(path, folder), "utf8").includes(code)
        ? [dirname(path)]
        : [],
    );
  expect(having("check.ts")).toEqual(["ad-analytics", "ad-groups", "ads", "product-groups"]);
  const targeted = ["ad-account", "ad", "ad-group", "campaign"].map((of) => `${of}-targeting`);
  const rowed = [
    "ad-account",
    "ad",
    "ad-group",
    "ad-pin",
    "campaign",
    "product-group",
    ...targeted,
  ].map((of) => `${of}-analytics`);
  expect([...having("call.ts", "Row<Request>")].sort()).toEqual([...rowed].sort());
});
