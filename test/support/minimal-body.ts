import { exportsOf, type Validate } from "./generated-code.js";

/** The smallest body that every version of the description accepts. */
export const minimal = {
  start_date: "2024-06-01",
  end_date: "2024-06-07",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
};

export const TODAY = "2024-06-15";

/** The report validator from generated files. */
export function reportValidator(
  output: ReadonlyMap<string, string>,
): (body: unknown) => readonly string[] {
  const validate = exportsOf(output, "report/schema.ts").validateReport as Validate;
  return (body) =>
    validate(body, { today: TODAY }).map(
      ({ severity, path, rule }) => `${severity} ${path} ${rule}`,
    );
}

/** A consumer's first program, which must compile with every version's types. */
export const CONSUMER = `
import type { Client, ReportRequest, ReportRow } from "./index.js";
import { reportRules } from "./rules.js";
import { reportSchema, validateReport } from "./validators.js";
import { reportColumns } from "./columns.js";
import { planReport } from "./planner.js";
import { source } from "./source.js";
import type { components } from "./schema.js";

export const body: ReportRequest = ${JSON.stringify(minimal)};
export const same: components["schemas"]["AdsAnalyticsCreateAsyncRequest"] = body;
export const back: ReportRequest = same;
export const all: readonly unknown[] = [reportRules, reportSchema, validateReport(body), reportColumns, planReport, source.version];
export async function use(client: Client): Promise<number | undefined> {
  const asked = await client.report.run("1", { ...body, level: "CAMPAIGN", granularity: "DAY", columns: ["SPEND_IN_DOLLAR"], report_format: "JSON" });
  for await (const row of asked.rows()) return row.SPEND_IN_DOLLAR;
  const rows: ReportRow[] = [];
  return rows.length;
}
// @ts-expect-error a column that no version has
export const misspelt: ReportRequest = { ...body, columns: ["SPEND_IN_DOLAR"] };
`;
