// The days of a long span for all accounts of a user, as NDJSON: a file for each account and window, and the failures apart.
//
//   PINTEREST_ACCESS_TOKEN=… npx tsx reports.ts out 2025-06-01 2026-03-07
//
// Started again after a crash, it goes on where it was: the journal knows what was done, and no report is created twice.
import { appendFile, type FileHandle, mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createClient, PinterestReportsError, type ReportRequest } from "pinterest-reports";
import { planReport } from "pinterest-reports/planner";
import { formatViolation } from "pinterest-reports/validators";

const [out = "out", start_date = "", end_date = ""] = process.argv.slice(2);
const client = createClient({
  accessToken: process.env.PINTEREST_ACCESS_TOKEN ?? "",
  baseUrl: process.env.PINTEREST_API_BASE_URL ?? "https://api.pinterest.com/v5",
});

// One request may span so many days and no more: the planner cuts the span into the fewest requests.
const plan = planReport({
  start_date,
  end_date,
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR", "IMPRESSION_1", "TOTAL_CLICKTHROUGH"],
});
for (const problem of plan.problems) console.error(formatViolation(problem));
for (const gap of plan.dropped) console.error("left out:", JSON.stringify(gap));

/** Every window of every account, asked for as the run gets there. */
async function* tasks() {
  for await (const { id } of client.adAccounts.each({ page_size: 250 })) {
    for (const body of plan.requests) yield { adAccountId: id, body };
  }
}

await mkdir(out, { recursive: true });
const files = new Map<object, FileHandle>();
const part = (task: Task) => join(out, `${task.adAccountId}-${task.body.start_date}.part`);
let [done, failed] = [0, 0];

for await (const item of client.report.runAll(tasks(), { concurrency: 20, journal: join(out, "journal") })) {
  const { request } = item;
  if (item.type === "row") {
    // "w": what an earlier run has left of this file is written anew.
    const file = files.get(request) ?? (await open(part(request), "w"));
    files.set(request, file);
    await file.appendFile(`${JSON.stringify({ account: request.adAccountId, ...item.row })}\n`);
  } else {
    await files.get(request)?.close();
    const had = files.delete(request);
    if (item.type === "failed") {
      failed++;
      await appendFile(join(out, "failures.ndjson"), `${JSON.stringify({ ...request, error: said(item.error) })}\n`);
    } else {
      done++;
      // Rows count from here on. When the next item is asked for, the journal says that this request is done.
      if (had) await rename(part(request), part(request).replace(/part$/, "ndjson"));
    }
  }
}
console.log(`${done} reports done, ${failed} failed`);
if (failed > 0 || plan.requests.length === 0) process.exitCode = 1;

interface Task {
  readonly adAccountId: string;
  readonly body: ReportRequest;
}

function said(error: unknown): object {
  return error instanceof PinterestReportsError ? { code: error.code, message: error.message } : { message: String(error) };
}
