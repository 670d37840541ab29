// Many reports that are pending at once, in runAll: node --expose-gc pending.mjs <reports>. Prints
// the cost of each, as JSON. `fetch` is a local function, so that connections, whose cost depends
// on the platform, are not counted.
import { createClient } from "pinterest-reports";

/** The cost of one pending report. */
export interface PerReport {
  /** Bytes on the heap. */
  readonly bytes: number;
  /** CPU seconds from the start of `runAll` to the first poll of the last report. */
  readonly cpuS: number;
}

const BODY = {
  start_date: "2026-03-01",
  end_date: "2026-03-07",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID"],
} as const;

const reports = Number(process.argv[2]);
const unreached = { requests: 1_000_000, perMs: 1_000 };
const polled = new Set<string>();
let created = 0;
const client = createClient({
  accessToken: "token",
  rateLimits: { "*": unreached, ads_analytics: unreached },
  fetch: async (_, init) => {
    const token =
      init?.method === "POST"
        ? { token: `token-${created++}`, message: null }
        : { url: null, size: null };
    return Response.json({ report_status: "IN_PROGRESS", ...token });
  },
  onEvent: (event) => {
    if (event.type !== "poll" || polled.size >= reports) return;
    polled.add(event.adAccountId);
    if (polled.size === reports) setTimeout(report);
  },
});
// Loads everything that reports share before the measurement.
await client.report.poll(await client.report.create("549755885175", BODY));
polled.clear();
globalThis.gc?.();
const heap = process.memoryUsage().heapUsed;
const began = process.cpuUsage();
for await (const _ of client.report.runAll(requests(), { concurrency: reports }));

function report(): void {
  const { user, system } = process.cpuUsage(began);
  globalThis.gc?.();
  const result: PerReport = {
    bytes: (process.memoryUsage().heapUsed - heap) / reports,
    cpuS: (user + system) / 1e6 / reports,
  };
  process.stdout.write(JSON.stringify(result), () => process.exit(0));
}

function* requests() {
  for (let index = 0; index < reports; index++)
    yield { adAccountId: String(549_755_885_175 + index), body: BODY };
}
