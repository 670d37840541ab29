// The work of many workers in one process.
import { createClient } from "pinterest-reports";
import { postgres } from "pinterest-reports/sync/postgres";
import { APP, RATE_LIMITS, SYNC } from "../support/many-windows.js";

const { WAREHOUSE_URL: connection = "", PINTEREST_API_BASE_URL: baseUrl = "" } = process.env;
const counts: Record<string, number> = {};
const client = createClient({
  ...APP,
  baseUrl,
  rateLimits: RATE_LIMITS,
  onEvent(event) {
    if (event.type !== "response") return;
    const name = `${event.path.startsWith("/oauth") ? "token" : "call"} ${event.status}`;
    counts[name] = (counts[name] ?? 0) + 1;
  },
});
const { loaded, failed } = await client.report.sync({ ...SYNC, target: postgres({ connection, schema: "alone" }), concurrency: 160 });
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ ...counts, loaded, failed: failed.length, cpuMs: Math.round((user + system) / 1_000) }));
