// Loads two years of all accounts by day, with one file per report. After a crash, the same command
// continues: node backfill.ts 2026-03-08
import { mkdir, writeFile } from "node:fs/promises";
import { createClient } from "pinterest-reports";
import { planReport } from "pinterest-reports/planner";

const [today = ""] = process.argv.slice(2);
const day = (ago: number) =>
  new Date(Date.parse(today) - ago * 86_400_000).toISOString().slice(0, 10);
const client = createClient();
const plan = planReport(
  {
    start_date: day(730),
    end_date: day(1),
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
  },
  { today },
);
if (plan.problems.length + plan.dropped.length > 0) throw new Error(JSON.stringify(plan));

async function* requests() {
  for await (const { id } of client.adAccounts())
    for (const body of plan.requests) yield { adAccountId: id, body };
}

await mkdir("backfill", { recursive: true });
const files = new Map<object, string[]>();
for await (const item of client.report.runAll(requests(), { journal: "backfill.journal" })) {
  const { request } = item;
  const rows = files.get(request) ?? [];
  if (item.type === "row") files.set(request, rows).get(request)?.push(JSON.stringify(item.row));
  if (item.type === "done")
    await writeFile(
      `backfill/${request.adAccountId}-${request.body.start_date}.ndjson`,
      rows.join("\n"),
    );
  if (item.type === "failed")
    console.error(request.adAccountId, request.body.start_date, item.error.message);
  if (item.type !== "row") files.delete(request);
}
