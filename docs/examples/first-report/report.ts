// Prints each campaign's spend, impressions and clicks in the last seven days as a table.
//
//   PINTEREST_ACCESS_TOKEN=… npx tsx report.ts 549755885175
import { createClient, InvalidBodyError } from "pinterest-reports";

const [account] = process.argv.slice(2);
if (account === undefined) {
  console.error("usage: npx tsx report.ts <ad account id>");
  process.exit(2);
}
const client = createClient();
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

try {
  const report = await client.report.run(account, {
    start_date: day(7),
    end_date: day(1),
    granularity: "TOTAL",
    level: "CAMPAIGN",
    columns: [
      "CAMPAIGN_ID",
      "CAMPAIGN_NAME",
      "SPEND_IN_DOLLAR",
      "IMPRESSION_1",
      "TOTAL_CLICKTHROUGH",
    ],
  });
  const rows = await report.toArray();
  console.table(
    rows.map((row) => ({
      id: row.CAMPAIGN_ID,
      campaign: row.CAMPAIGN_NAME,
      // In the account's currency, whatever the column's name says.
      spend: row.SPEND_IN_DOLLAR,
      impressions: row.IMPRESSION_1,
      clicks: row.TOTAL_CLICKTHROUGH,
    })),
  );
} catch (error) {
  if (!(error instanceof InvalidBodyError)) throw error;
  for (const { path, message } of error.violations) console.error(`${path} ${message}`);
  process.exitCode = 1;
}
