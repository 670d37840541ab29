import { ENTRIES } from "./packed.js";

const day = (ago: number): string =>
  new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

export const FIRST_DAY = day(7);
export const BODY = {
  start_date: FIRST_DAY,
  end_date: day(1),
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
};

/**
 * A consumer program in TypeScript that uses most entry points. Two of its lines must not compile.
 */
export const CONSUMER = `
import { createClient, InvalidBodyError, type ReportRequest } from "pinterest-reports";
import { reportColumns, reportStandardSchema, reportRules, reportLevelValues } from "pinterest-reports/data";
import { planReport } from "pinterest-reports/planner";
import type { paths } from "pinterest-reports/schema";
import { createFakeServer } from "pinterest-reports/testing";
import { validateReport } from "pinterest-reports/validators";
import { toCsv } from "pinterest-reports/files";

export const body = ${JSON.stringify(BODY)} as const satisfies ReportRequest;
export const open: ReportRequest = { start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY", level: "CAMPAIGN", columns: ["CTR"] };
// @ts-expect-error: no such level
export const shut: ReportRequest = { ...open, level: "CAMPAING" };
export const path: keyof paths = "/ad_accounts/{ad_account_id}/reports";

export async function main(): Promise<string[]> {
  const server = await createFakeServer();
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock });
  const ids: string[] = [];
  try {
    const finished = await client.report.run("549755885175", body);
    for await (const row of finished.rows()) if (row.CAMPAIGN_ID !== undefined) ids.push(row.CAMPAIGN_ID);
    for await (const line of toCsv(finished.rows(), { columns: ["CAMPAIGN_ID"] })) if (line.length === 0) ids.push(line);
    // @ts-expect-error: not asked for
    for await (const row of finished.rows()) ids.push(row.CTR);
  } catch (error) {
    if (error instanceof InvalidBodyError) return error.violations.map(({ path, message }) => path + message);
    throw error;
  }
  return [...ids, reportColumns.CTR.value, String(reportRules.length + reportLevelValues.length + planReport(body).requests.length), typeof reportStandardSchema["~standard"].jsonSchema, ...validateReport(body).map(({ rule }) => rule)];
}
`;

/** For each entry point, a file that imports all its names, and the same as CommonJS. */
export const IMPORTS: ReadonlyMap<string, string> = new Map(
  ENTRIES.map((entry) => [
    `${fileOf(entry)}.ts`,
    `export * as entry from ${JSON.stringify(entry)};\n`,
  ]),
);
export const REQUIRES: ReadonlyMap<string, string> = new Map(
  ENTRIES.map((entry) => [
    `${fileOf(entry)}.cts`,
    `import entry = require(${JSON.stringify(entry)});\nvoid entry;\n`,
  ]),
);

export function fileOf(entry: string): string {
  return entry.replaceAll("/", "-");
}

/**
 * One small report from create to rows, printed one row per line. `bring` returns the names of an
 * entry point.
 */
export const RUN = (bring: (names: string, entry: string) => string): string => `
${bring("{ createClient }", "pinterest-reports")}
${bring("{ createFakeServer }", "pinterest-reports/testing")}
async function run() {
  const server = await createFakeServer();
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock });
  const finished = await client.report.run("549755885175", ${JSON.stringify(BODY)});
  for await (const row of finished.rows()) console.log(JSON.stringify(row));
  await server.close();
}
run();
`;

export const byImport = (names: string, entry: string): string =>
  `import ${names} from ${JSON.stringify(entry)};`;
export const byRequire = (names: string, entry: string): string =>
  `const ${names} = require(${JSON.stringify(entry)});`;
