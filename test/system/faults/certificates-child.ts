// Creates and reads a report at each of the given addresses, and prints the results.
// NODE_EXTRA_CA_CERTS contains the trusted certificate.
import { createClient } from "pinterest-reports";
import { createFakeClock } from "pinterest-reports/testing";

const body = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "PAID_IMPRESSION"],
} as const;
const outcomes: unknown[] = [];
for (const baseUrl of JSON.parse(process.env.ADDRESSES ?? "[]") as string[]) {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  const client = createClient({ accessToken: "pina_CANARY0123456789", baseUrl, clock });
  try {
    const report = await client.report.run("549755885175", body);
    let rows = 0;
    for await (const _ of report.rows()) rows++;
    outcomes.push({ rows });
  } catch (thrown) {
    const { code, sent, message, cause } = thrown as Error & {
      readonly code?: string;
      readonly sent?: boolean;
    };
    outcomes.push({
      code,
      sent,
      message,
      cause: (cause as { readonly code?: string } | undefined)?.code,
    });
  }
}
console.log(JSON.stringify(outcomes));
