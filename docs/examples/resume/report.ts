// A report that outlives the process: when it dies while it waits, start it again and it goes on with the same report.
//
//   PINTEREST_ACCESS_TOKEN=… npx tsx report.ts 549755885175 handle.json
import { readFile, rm, writeFile } from "node:fs/promises";
import { createClient, type ReportHandle, type ReportRequest } from "pinterest-reports";

const [account = "", file = "handle.json"] = process.argv.slice(2);
const client = createClient({
  accessToken: process.env.PINTEREST_ACCESS_TOKEN ?? "",
  baseUrl: process.env.PINTEREST_API_BASE_URL ?? "https://api.pinterest.com/v5",
});
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const body = {
  start_date: day(7),
  end_date: day(1),
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
} as const satisfies ReportRequest;

const handle = (await kept()) ?? (await created());
// A report lives an hour. One that has expired meanwhile is created once more, with the same body.
const report = await client.report.resume(handle, { recreate: body });
for await (const row of report.rows()) console.log(row.DATE, row.CAMPAIGN_ID, row.SPEND_IN_DOLLAR ?? 0);
await rm(file);

/** The handle of an earlier run. */
async function kept(): Promise<ReportHandle | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return null;
  });
  // Nothing is taken on trust: resume checks it.
  return text === null ? null : JSON.parse(text);
}

async function created(): Promise<ReportHandle> {
  const handle = await client.report.create(account, body);
  // It holds the report's token and no other secret: only its owner needs to read it.
  await writeFile(file, JSON.stringify(handle), { mode: 0o600 });
  console.error(`created ${JSON.stringify(handle.columns)}, kept in ${file}`);
  return handle;
}
