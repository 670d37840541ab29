// Prints a report. If the process exits while the report is pending, run the same command again to
// resume the report.
//
//   PINTEREST_ACCESS_TOKEN=… npx tsx report.ts 549755885175 handle.json
import { readFile, rm, writeFile } from "node:fs/promises";
import { createClient, type ReportHandle, type ReportRequest } from "pinterest-reports";

const [account = "", file = "handle.json"] = process.argv.slice(2);
const client = createClient();
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const body = {
  start_date: day(7),
  end_date: day(1),
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
} as const satisfies ReportRequest;

const handle = (await readHandle()) ?? (await create());
// Pinterest keeps a report for an hour. An expired report is created again with the same body.
const report = await client.report.resume(handle, { recreate: body });
for await (const row of report.rows())
  console.log(row.DATE, row.CAMPAIGN_ID, row.SPEND_IN_DOLLAR ?? 0);
await rm(file);

/** The handle of an earlier run, or null. */
async function readHandle(): Promise<ReportHandle | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return null;
  });
  // resume() validates the handle.
  return text === null ? null : JSON.parse(text);
}

async function create(): Promise<ReportHandle> {
  const handle = await client.report.create(account, body);
  // The handle contains the report's token, so only the file's owner may read it.
  await writeFile(file, JSON.stringify(handle), { mode: 0o600 });
  console.error(`created the report, and stored its handle in ${file}`);
  return handle;
}
