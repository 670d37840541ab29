// Requests a report through an HTTP proxy. The proxy's URL may contain a user name and a password.
//
//   HTTPS_PROXY=http://proxy.example:3128 PINTEREST_ACCESS_TOKEN=… npx tsx report.ts 549755885175
import { createClient } from "pinterest-reports";
import { ProxyAgent } from "undici";

const [account = ""] = process.argv.slice(2);
const dispatcher = new ProxyAgent(process.env.HTTPS_PROXY ?? "");
const client = createClient({
  // Used for tokens, calls and downloads.
  fetchOptions: { dispatcher },
});
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

const report = await client.report.run(account, {
  start_date: yesterday,
  end_date: yesterday,
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
});
for await (const row of report.rows()) console.log(row.CAMPAIGN_ID, row.SPEND_IN_DOLLAR);
await dispatcher.close();
