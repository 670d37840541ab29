// Programs that create a report and poll it once, one program for each generator's output.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkOutput, type Generator } from "./generators.js";
import type { Workspace } from "./workspace.js";

/** The request body that all programs send. */
const BODY = `{ start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY" as const, level: "CAMPAIGN" as const,
  columns: ["CAMPAIGN_ID" as const, "SPEND_IN_DOLLAR" as const] }`;

export const OURS = `import { createClient } from "pinterest-reports";
const client = createClient({ accessToken: "token" });
const handle = await client.report.create("549755885175", ${BODY});
export const status = (await client.report.poll(handle)).status;
`;

/**
 * Calls `run` and reads the rows, whose type has the requested columns. The peers have no
 * equivalent.
 */
export const OUR_ROWS = `import { createClient } from "pinterest-reports";
const client = createClient({ accessToken: "token" });
const report = await client.report.run("549755885175", ${BODY});
export const spend: number[] = [];
for await (const row of report.rows()) spend.push(row.SPEND_IN_DOLLAR ?? 0);
`;

/** A program that uses openapi-fetch with openapi-typescript's types at `path`. */
export const openapiFetch = (path: string): string => `import createApi from "openapi-fetch";
import type { paths } from "${path}";
const api = createApi<paths>({ baseUrl: "https://api.example/v5", headers: { authorization: "Bearer token" } });
const url = "/ad_accounts/{ad_account_id}/reports";
const created = await api.POST(url, { params: { path: { ad_account_id: "549755885175" } }, body: ${BODY} });
const query = { token: created.data?.token ?? "" };
const polled = await api.GET(url, { params: { path: { ad_account_id: "549755885175" }, query } });
export const status = polled.data?.report_status;
`;

/** A program that uses the output of @hey-api/openapi-ts at `path`. */
export const heyClient = (path: string): string => `import { client } from "${path}/client.gen";
import { analyticsCreateReport, analyticsGetReport } from "${path}/sdk.gen";
client.setConfig({ auth: "token" });
const created = await analyticsCreateReport({ path: { ad_account_id: "549755885175" }, body: ${BODY} });
const query = { token: created.data?.token ?? "" };
const polled = await analyticsGetReport({ path: { ad_account_id: "549755885175" }, query });
export const status = polled.data?.report_status;
`;

/** Generates into a folder of the workspace. Returns the path to import, without an extension. */
export async function generated(
  workspace: Workspace,
  { args }: Generator,
  name: string,
): Promise<string> {
  const folder = join(workspace.home, "consumers");
  mkdirSync(folder, { recursive: true });
  const out = join(folder, name);
  await workspace.run(args(out));
  checkOutput(out);
  return `./${name}`;
}
