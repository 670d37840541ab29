// Writes reports over a long date range for all of a user's accounts as NDJSON: one file for each
// account and request, and one file that lists the failures.
//
//   PINTEREST_ACCESS_TOKEN=… npx tsx reports.ts out 2025-06-01 2026-03-07
//
// After a crash, run the same command again. The journal records the progress, so the command
// continues and never creates a report twice.
import { appendFile, type FileHandle, mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createClient, PinterestReportsError, type ReportRequest } from "pinterest-reports";
import { planReport } from "pinterest-reports/planner";
import { formatViolation } from "pinterest-reports/validators";

const [out = "out", start_date = "", end_date = ""] = process.argv.slice(2);
const client = createClient();

// A request has a maximum date range. The planner splits a longer range into the fewest requests.
const plan = planReport({
  start_date,
  end_date,
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: [
    "CAMPAIGN_ID",
    "CAMPAIGN_NAME",
    "SPEND_IN_DOLLAR",
    "IMPRESSION_1",
    "TOTAL_CLICKTHROUGH",
  ],
});
for (const problem of plan.problems) console.error(formatViolation(problem));
for (const gap of plan.dropped) console.error("dropped:", JSON.stringify(gap));

/** Yields each request for each account. Accounts are listed page by page as the run proceeds. */
async function* requests() {
  for await (const { id } of client.adAccounts({ page_size: 250 })) {
    for (const body of plan.requests) yield { adAccountId: id, body };
  }
}

await mkdir(out, { recursive: true });
const files = new Map<object, FileHandle>();
const part = (request: AccountRequest) =>
  join(out, `${request.adAccountId}-${request.body.start_date}.part`);
let [done, failed] = [0, 0];

for await (const item of client.report.runAll(requests(), {
  concurrency: 20,
  journal: join(out, "journal"),
})) {
  const { request } = item;
  if (item.type === "row") {
    // "w" truncates a file that an interrupted run left behind.
    const file = files.get(request) ?? (await open(part(request), "w"));
    files.set(request, file);
    await file.appendFile(`${JSON.stringify({ account: request.adAccountId, ...item.row })}\n`);
  } else {
    await files.get(request)?.close();
    const hasRows = files.delete(request);
    if (item.type === "failed") {
      failed++;
      await appendFile(
        join(out, "failures.ndjson"),
        `${JSON.stringify({ ...request, error: describe(item.error) })}\n`,
      );
    } else {
      done++;
      // The rows are complete now. The journal records the request as done when the loop asks for
      // the next item.
      if (hasRows) await rename(part(request), part(request).replace(/part$/, "ndjson"));
    }
  }
}
console.log(`${done} reports done, ${failed} failed`);
if (failed > 0 || plan.requests.length === 0) process.exitCode = 1;

interface AccountRequest {
  readonly adAccountId: string;
  readonly body: ReportRequest;
}

function describe(error: unknown): object {
  return error instanceof PinterestReportsError
    ? { code: error.code, message: error.message }
    : { message: String(error) };
}
