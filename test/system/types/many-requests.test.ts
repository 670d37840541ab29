import { beforeAll, describe, expect, it } from "vitest";
import { compiled, compiledByCommand, compilers, type Said } from "./consumer.js";

// The ways to write many requests. For a mistake in a body, a compiler must state the reason within
// three lines.
const forms: Readonly<Record<string, (body: string) => string>> = {
  "a literal list": (body) => `runAll([{ adAccountId: "1", body: ${body} }]);`,
  map: (body) => `runAll(accounts.map((adAccountId) => ({ adAccountId, body: ${body} })));`,
  "map with requests as const": (body) =>
    `runAll(accounts.map((adAccountId) => ({ adAccountId, body: ${body} }) as const));`,
  "map with a body as const": (body) =>
    `runAll(accounts.map((adAccountId) => ({ adAccountId, body: ${body} as const })));`,
  "map with a body variable": (body) =>
    `{ const body = ${body} as const; runAll(accounts.map((adAccountId) => ({ adAccountId, body }))); }`,
  "a list variable": (body) =>
    `{ const list = accounts.map((adAccountId) => ({ adAccountId, body: ${body} as const })); runAll(list); }`,
  "a set": (body) => `runAll(new Set([{ adAccountId: "1", body: ${body} as const }]));`,
  "a generator": (body) =>
    `runAll((function* () { for (const adAccountId of accounts) yield { adAccountId, body: ${body} }; })());`,
  "an async generator": (body) =>
    `runAll((async function* () { for (const adAccountId of accounts) yield { adAccountId, body: ${body} }; })());`,
  "a generator function": (body) =>
    `{ function* requests() { for (const adAccountId of accounts) yield { adAccountId, body: ${body} as const }; } runAll(requests()); }`,
  "an async generator function": (body) =>
    `{ async function* requests() { for (const adAccountId of accounts) yield { adAccountId, body: ${body} as const }; } runAll(requests()); }`,
};

const plain = `...days, level: "CAMPAIGN"`;
const mistakes = [
  {
    what: "a column with a missing letter",
    body: `{ ${plain}, columns: ["CAMPAIGN_ID", "SPEND_IN_DOLAR"] }`,
    says: /SPEND_IN_DOLAR.*did you mean .*SPEND_IN_DOLLAR/is,
  },
  {
    what: "a level with two swapped letters",
    body: `{ ...days, level: "CAMPAING", columns: ["CTR"] }`,
    says: /CAMPAING.*did you mean '?"?CAMPAIGN\W/is,
  },
  {
    what: "a column with an extra letter",
    body: `{ ${plain}, columns: ["SPENDD_IN_DOLLAR"] }`,
    says: /SPENDD.*did you mean .*SPEND_IN_DOLLAR/is,
  },
  {
    what: "a column with a wrong letter",
    body: `{ ${plain}, columns: ["SPEND_IM_DOLLAR"] }`,
    says: /SPEND_IM.*did you mean .*SPEND_IN_DOLLAR/is,
  },
  {
    what: "a column unlike any other",
    body: `{ ${plain}, columns: ["ZZZ"] }`,
    says: /(ZZZ is not a valid value for columns"|'"ZZZ"' is not assignable)/,
  },
  {
    what: "a number that is not allowed",
    body: `{ ${plain}, columns: ["CTR"], click_window_days: 8 }`,
    says: /(8 is not a valid value for click_window_days"|'8' is not assignable)/,
  },
  {
    what: "a value of another type",
    body: `{ ${plain}, columns: ["CTR"], campaign_custom_label: true }`,
    says: /(campaign_custom_label has a value of the wrong type"|'(boolean|true)' is not assignable to type 'string')/,
  },
  {
    what: "an unknown field",
    body: `{ ${plain}, columns: ["CTR"], campain_ids: ["1"] }`,
    says: /campain_ids is not a field of the request"/,
  },
  {
    what: "a field that the level forbids",
    body: `{ ...days, level: "PRODUCT_ITEM", columns: ["CTR"], ad_ids: ["1"] }`,
    says: /ad_ids is not allowed when level is PRODUCT_ITEM"/,
  },
  {
    what: "an hour in a daily report",
    body: `{ ${plain}, columns: ["CTR"], start_hour: 3 }`,
    says: /start_hour is only allowed when granularity is HOUR"/,
  },
  {
    what: "a missing last day",
    body: `{ start_date: "2026-03-01", granularity: "DAY", ${plain.slice(9)}, columns: ["CTR"] }`,
    says: /(end_date is missing"|Property 'end_date' is missing)/,
  },
];

const hour = /start_hour is only allowed when granularity is HOUR"/;
const unknownField = /campain_ids is not a field of the request"/;
const forbidden = /AD_ID is not allowed in columns when level is PRODUCT_ITEM"/;
// One of several bodies is invalid.
const several = [
  {
    name: "a request that adds a misspelled field to another one's fields, in a literal list",
    program: `runAll([{ adAccountId: "1", body: { ...good } }, { adAccountId: "2", body: { ...good, campain_ids: ["1"] } }]);`,
    says: unknownField,
  },
  {
    name: "a request that adds a forbidden field to another one's fields, in a literal list",
    program: `runAll([{ adAccountId: "1", body: good }, { adAccountId: "2", body: { ...good, start_hour: 3 } }]);`,
    says: hour,
  },
  {
    name: "a request that adds a forbidden field to another one's fields, next to spread requests",
    program: `runAll([{ adAccountId: "1", body: good }, ...accounts.map((adAccountId) => ({ adAccountId, body: { ...good, start_hour: 3 } as const }))]);`,
    says: hour,
  },
  {
    name: "the second request that a generator yields",
    program: `runAll((function* () { yield { adAccountId: "1", body: good }; yield { adAccountId: "1", body: item }; })());`,
    says: forbidden,
  },
  {
    name: "one of the two requests in a map callback",
    program: `runAll(accounts.map((adAccountId) => narrow ? { adAccountId, body: { ...good } } : { adAccountId, body: { ...good, campain_ids: ["1"] } }));`,
    says: unknownField,
  },
  {
    name: "one of the two bodies in a map callback",
    program: `runAll(accounts.map((adAccountId) => ({ adAccountId, body: narrow ? good : item })));`,
    says: forbidden,
  },
  {
    name: "a body with a forbidden column in a list of bodies for each account",
    program: `runAll([good, item].flatMap((body) => accounts.map((adAccountId) => ({ adAccountId, body }))));`,
    says: forbidden,
  },
  {
    name: "a body with a misspelled field in a list of bodies for each account",
    program: `runAll([ids, typo].flatMap((body) => accounts.map((adAccountId) => ({ adAccountId, body }))));`,
    says: unknownField,
  },
];
const cases = [
  ...mistakes.flatMap(({ what, body, says }) =>
    Object.entries(forms).map(([form, program]) => ({
      name: `${what}, in ${form}`,
      program: program(body),
      says,
    })),
  ),
  ...several,
];
// Rows of valid requests have the requested columns. The columns of a request variable without `as
// const` can be any text.
const right = [
  ...Object.values(forms).map((program) =>
    program(`{ ${plain}, columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] }`),
  ),
  `runAll([{ adAccountId: "1", body: good }, { adAccountId: "2", body: ids }]);`,
  `runAll([...accounts.map((adAccountId) => ({ adAccountId, body: good })), { adAccountId: "1", body: narrow ? ids : allowed }]);`,
  `runAll([good, ids, allowed].flatMap((body) => accounts.map((adAccountId) => ({ adAccountId, body }))));`,
  // Two mistakes that the types cannot detect: the compiler drops a type that has all fields of the
  // other one and more.
  `runAll((function* () { yield { adAccountId: "1", body: good }; yield { adAccountId: "1", body: typo }; })());`,
  `runAll(accounts.map((adAccountId) => ({ adAccountId, body: narrow ? good : typo })));`,
];
const wide = `{ const list = accounts.map((adAccountId) => ({ adAccountId, body: { ${plain}, columns: ["CTR"] } })); runAll(list); }`;

const head = `import { createClient } from "pinterest-reports";
const client = createClient(); const runAll = client.report.runAll; declare const accounts: readonly string[];
const days = { start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY" } as const;
declare const narrow: boolean; const good = { ...days, level: "CAMPAIGN", columns: ["CTR"] } as const;
const ids = { ...good, campaign_ids: ["1"] } as const; const typo = { ...good, campain_ids: ["1"] } as const;
const item = { ...good, level: "PRODUCT_ITEM", columns: ["CTR", "AD_ID"] } as const; const allowed = { ...item, columns: ["CTR"] } as const;`;
const first = head.split("\n").length;
const source = [head, ...cases.map(({ program }) => program), ...right, wide].join("\n");

describe.each([...compilers, ["7.0", null] as const])("TypeScript %s", (_, name) => {
  let errors: readonly Said[] = [];

  beforeAll(() => {
    errors = name === null ? compiledByCommand(source) : compiled(name, source).errors;
  });

  it.each(cases.map(({ name, says }, index) => [name, says, first + index] as const))(
    "rejects %s",
    (_, says, line) => {
      const found = errors.filter((error) => error.line === line);
      expect(found).toHaveLength(1);
      const { text = "" } = found[0] ?? {};
      expect(text).toMatch(says);
      expect(text.split("\n").length).toBeLessThanOrEqual(3);
    },
  );

  it("accepts valid requests", () => {
    const after = first + cases.length;
    expect(
      errors.filter(({ line }) => line < first || (line >= after && line < after + right.length)),
    ).toEqual([]);
  });

  it("says how to turn a string into a literal", () => {
    const [found, ...others] = errors.filter(
      ({ line }) => line === first + cases.length + right.length,
    );
    expect(found?.text).toMatch(/columns may be any string: end the body with 'as const'/);
    expect(others).toEqual([]);
  });
});
