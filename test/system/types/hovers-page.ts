import { fileURLToPath } from "node:url";
import { createClient } from "../../../generated/index.js";
import { createFakeServer } from "../../../generated/testing.js";
import { opened } from "./consumer.js";

export const PAGE = fileURLToPath(new URL("../../../docs/hovers.md", import.meta.url));

const COMPILER = "typescript";
const HEAD = `import { createClient, PinterestReportsError, type ReportRequest, type StrictReportRequest } from "pinterest-reports";
import { planReport } from "pinterest-reports/planner";

const client = createClient();
const accounts = ["549755885175", "549755885176"];
const days = { start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY" } as const;
`;

/** A program, and the texts of it at which an editor is asked. */
interface Hover {
  readonly code: string;
  readonly at: readonly string[];
}

const HOVERS: readonly Hover[] = [
  {
    code: `const report = await client.report.run("1", { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] });
for await (const row of report.rows()) console.log(row.SPEND_IN_DOLLAR);`,
    at: ["const report", "const row", "row.SPEND_IN_DOLLAR"],
  },
  {
    code: `const report = await client.report.run("1", { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] });
const rows = await report.toArray({ zeroFill: true });`,
    at: ["const rows"],
  },
  {
    code: `const body = { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "CTR"] } as const satisfies StrictReportRequest;
const created = client.report.create("1", body);
const { data, response } = await created.withResponse();`,
    at: ["const body", "columns", "const created", "{ data", ", response"],
  },
  {
    code: `const body = { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID"] } as const;
for await (const item of client.report.runAll([{ adAccountId: "1", body }])) {
  if (item.type === "row") console.log(item.row);
  if (item.type === "failed") console.log(item.request, item.error);
  if (item.type === "failed" && item.error instanceof PinterestReportsError) console.log(item.error.code);
}`,
    at: ["item.row", "item.request", "item.error", "item.error.code"],
  },
  {
    code: `const plan = planReport({ ...days, start_date: "2025-01-01", level: "CAMPAIGN", columns: ["CAMPAIGN_ID"] });`,
    at: ["const plan"],
  },
];

/** Programs that do not compile; the errors are what a compiler says. */
const MISTAKES: readonly { readonly what: string; readonly code: string }[] = [
  {
    what: "a misspelt column",
    code: `await client.report.run("1", { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLAR"] });`,
  },
  {
    what: "a field that is not in the API",
    code: `await client.report.run("1", { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID"], campain_ids: [] });`,
  },
  {
    what: "a field that the level forbids",
    code: `await client.report.run("1", { ...days, level: "PRODUCT_ITEM", columns: ["CTR"], ad_ids: ["1"] });`,
  },
  {
    what: "a column that the level forbids",
    code: `await client.report.run("1", { ...days, level: "PRODUCT_ITEM", columns: ["CTR", "AD_ID"] });`,
  },
  {
    what: "an hour of a daily report",
    code: `await client.report.run("1", { ...days, level: "CAMPAIGN", columns: ["CTR"], start_hour: 3 });`,
  },
  {
    what: "a level that is not in the API",
    code: `await client.report.run("1", { ...days, level: "CAMPAING", columns: ["CAMPAIGN_ID"] });`,
  },
  {
    what: "a column that the report was not asked for",
    code: `const report = await client.report.run("1", { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID"] });
for await (const row of report.rows()) console.log(row.CTR);`,
  },
  {
    what: "a number that may be missing",
    code: `const report = await client.report.run("1", { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "CTR"] });
for await (const row of report.rows()) console.log(row.CTR.toFixed(2));`,
  },
  {
    what: "a misspelt column in a request of many",
    code: `client.report.runAll([{ adAccountId: "1", body: { ...days, level: "CAMPAIGN", columns: ["SPEND_IN_DOLAR"] } }]);`,
  },
  {
    what: "a misspelt column in requests by `map`",
    code: `client.report.runAll(accounts.map((adAccountId) => ({ adAccountId, body: { ...days, level: "CAMPAIGN", columns: ["SPEND_IN_DOLAR"] } })));`,
  },
  {
    what: "a misspelt column in requests by a generator",
    code: `async function* requests() {
  for (const adAccountId of accounts) yield { adAccountId, body: { ...days, level: "CAMPAIGN", columns: ["SPEND_IN_DOLAR"] } as const };
}
client.report.runAll(requests());`,
  },
  {
    what: "a field that the level forbids in requests by a generator",
    code: `function* requests() {
  for (const adAccountId of accounts)
    yield { adAccountId, body: { ...days, level: "PRODUCT_ITEM", columns: ["CTR"], ad_ids: ["1"] } as const };
}
client.report.runAll(requests());`,
  },
  {
    what: "a misspelt column in a body of its own, which `satisfies` checks where it stands",
    code: `const body = { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLAR"] } as const satisfies ReportRequest;`,
  },
  {
    what: "a field that the level forbids in a request of many",
    code: `client.report.runAll([{ adAccountId: "1", body: { ...days, level: "PRODUCT_ITEM", columns: ["CTR"], ad_ids: ["1"] } }]);`,
  },
];

// Bodies in which an editor completes the second column.
const ITEM = `{ ...days, level: "PRODUCT_ITEM", columns: ["CTR", ""] }`;
const IN_CALL = `await client.report.run("1", ${ITEM});`;
const IN_STRICT = `const strict = ${ITEM} as const satisfies StrictReportRequest;`;

/** Calls that fail, against a fake server; the text is the message of the error. */
const FAILURES: readonly { readonly what: string; readonly fault?: "token-refused" | "refusal" | "failed"; readonly body?: object }[] = [
  { what: "a body that breaks rules", body: { start_date: "2026-03-07", end_date: "2026-03-01", columns: ["CTRR"] } },
  { what: "a token that Pinterest rejects", fault: "token-refused" },
  { what: "an account that the token may not read", fault: "refusal" },
  { what: "a report that Pinterest could not make", fault: "failed" },
];

/** The page: what editors, compilers and errors show. */
export async function hoversPage(): Promise<string> {
  // One program, each piece in a block of its own: an editor loads the types once.
  let source = HEAD;
  const place = (code: string): number => {
    const start = source.length + 2;
    source += `{\n${code}\n}\n`;
    return start;
  };
  const hovers = HOVERS.map(({ code, at }) => ({ code, at, start: place(code) }));
  const mistakes = MISTAKES.map(({ what, code }) => ({ what, code, start: place(code) }));
  const [inCall = 0, inStrict = 0] = [IN_CALL, IN_STRICT].map((code) => place(code) + code.indexOf('""') + 1);
  const editor = opened(COMPILER, source);
  const offered = editor.completionsAt(inCall);
  const allowed = editor.completionsAt(inStrict);
  const forbidden = offered.filter((name) => !allowed.includes(name));
  const hoversAt = ({ code, at, start }: (typeof hovers)[number]): readonly string[] =>
    at.map((text) => block("text", editor.hoverAt(start + code.indexOf(text) + text.length - 1).trim()));
  const errorsOf = ({ code, start }: (typeof mistakes)[number]): string =>
    editor
      .errorsBetween(start, start + code.length)
      .map(({ text, at }) => `${at}: ${text}`)
      .join("\n");
  const failures: string[] = [];
  for (const { what, ...failure } of FAILURES) failures.push(`${what}:\n\n${block("text", await messageOf(failure))}`);
  return `# Hovers and errors

What an editor shows at a name, what a compiler says of a mistake, and what an error says, as text. A test compares this page with TypeScript
${editor.version} and with the errors; \`npm run hovers\` writes it.

## Hovers

Each program begins with:

${block("ts", HEAD.trim())}

${hovers.map((hover) => [block("ts", hover.code), ...hoversAt(hover)].join("\n\n")).join("\n\n")}

## Completions

In \`columns\` of a call with the level \`PRODUCT_ITEM\`, an editor offers all ${offered.length} columns; those that the level forbids are errors, as below. In a body
that ends in \`as const satisfies StrictReportRequest\`, it offers the ${allowed.length} that are allowed, without ${forbidden.map((name) => `\`${name}\``).join(", ")}.

TypeScript shows a comment beside the members of an object, not beside the strings of a list: what a column means is shown at its value in a row,
as above, and in [the rules](rules.md).

## Mistakes that do not compile

${mistakes.map((mistake) => `${mistake.what}:\n\n${block("ts", mistake.code)}\n\n${block("text", errorsOf(mistake))}`).join("\n\n")}

## Messages of errors

${failures.join("\n\n")}
`;
}

async function messageOf({
  fault,
  body = {},
}: {
  readonly fault?: "token-refused" | "refusal" | "failed";
  readonly body?: object;
}): Promise<string> {
  await using server = await createFakeServer({
    faults: fault === undefined ? [] : [{ name: fault, on: fault === "failed" ? "poll" : "create" }],
  });
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock });
  const day = (ago: number) => new Date(server.clock.date() - ago * 86_400_000).toISOString().slice(0, 10);
  const request = { start_date: day(7), end_date: day(1), granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID"], ...body };
  const error = await client.report.run("549755885175", JSON.parse(JSON.stringify(request))).catch((thrown: unknown) => thrown);
  return error instanceof Error ? `${error.name}: ${error.message}` : "no error";
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
