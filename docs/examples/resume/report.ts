// A report that survives the process: if the process ends while the report is pending, the same
// command resumes the report.
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
// Pinterest keeps a report for an hour. An expired one is created once more, with the same body.
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
  // resume() validates it.
  return text === null ? null : JSON.parse(text);
}

async function create(): Promise<ReportHandle> {
  const handle = await client.report.create(account, body);
  // It contains the report's token, so only its owner may read the file.
  await writeFile(file, JSON.stringify(handle), { mode: 0o600 });
  console.error(`created ${JSON.stringify(handle.columns)}, stored in ${file}`);
  return handle;
}
