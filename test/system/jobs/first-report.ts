// Prints the last seven days of an account's campaigns: node first-report.ts 549755885175
import { createClient } from "pinterest-reports";

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const client = createClient();
const report = await client.report.run(process.argv[2] ?? "", {
  start_date: day(7),
  end_date: day(1),
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR"],
});
for await (const row of report.rows()) console.log(row.DATE, row.CAMPAIGN_ID, row.SPEND_IN_DOLLAR);
