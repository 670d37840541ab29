// Calls the API at each of the given addresses, and prints the results. NODE_EXTRA_CA_CERTS
// contains the trusted certificate.
import { inspect } from "node:util";
import { createClient } from "pinterest-reports";
import { createFakeClock } from "pinterest-reports/testing";

const body = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID"],
} as const;

async function outcome(call: () => Promise<number>): Promise<object> {
  try {
    return { rows: await call() };
  } catch (thrown) {
    const { code, sent, message, cause } = thrown as Error & {
      readonly code?: string;
      readonly sent?: boolean;
    };
    const shown = inspect(thrown, { depth: 9, showHidden: true });
    return {
      code,
      sent,
      message,
      shown,
      cause: (cause as { readonly code?: string } | undefined)?.code,
    };
  }
}

const outcomes: object[] = [];
for (const baseUrl of JSON.parse(process.env.ADDRESSES ?? "[]") as string[]) {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  const client = createClient({ accessToken: "pina_CANARY0123456789", baseUrl, clock });
  const run = await outcome(async () => {
    const report = await client.report.run("549755885175", body);
    let rows = 0;
    for await (const _ of report.rows()) rows++;
    return rows;
  });
  // This call can be repeated safely, so an outage would cause retries.
  const look = await outcome(async () => {
    await client.deliveryMetrics();
    return 0;
  });
  outcomes.push({ run, look });
}
console.log(JSON.stringify(outcomes));
