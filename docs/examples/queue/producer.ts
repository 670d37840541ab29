// Adds a report of the last seven days to the queue for each account. Running it again on the same
// day adds no duplicates, and retries failed reports.
//
//   REDIS_URL=redis://127.0.0.1:6379 npx tsx producer.ts 549755885175 549755885176
import { createJobs } from "pinterest-reports/jobs";

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const jobs = createJobs({ connection: process.env.REDIS_URL ?? "redis://127.0.0.1:6379" });

const reports = await jobs.addReports(
  process.argv.slice(2).map((adAccountId) => ({
    adAccountId,
    tag: "week",
    body: {
      start_date: day(7),
      end_date: day(1),
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
    },
  })),
);
const added = reports.filter((report) => report.added);
console.log(`added ${added.length} of ${reports.length} reports`);
await jobs.close();
