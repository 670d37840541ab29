import { createClient } from "pinterest-reports";
import { startWorker } from "pinterest-reports/jobs";
import { redisState } from "pinterest-reports/redis";
import { postgres } from "pinterest-reports/sync/postgres";
import { APP, RATE_LIMITS, SYNC } from "./many-windows.js";

/**
 * The program of one of many workers. It prints its progress repeatedly, as JSON lines, because it
 * may be killed.
 */
export function workForAll(): void {
  const {
    REDIS_URL: connection = "",
    WAREHOUSE_URL: warehouse = "",
    PINTEREST_API_BASE_URL: baseUrl = "",
  } = process.env;
  const counts: Record<string, number> = {};
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const shared = redisState({ connection });
  const client = createClient({
    ...APP,
    baseUrl,
    shared,
    rateLimits: RATE_LIMITS,
    onEvent(event) {
      if (event.type === "response")
        count(`${event.path.startsWith("/oauth") ? "token" : "call"} ${event.status}`);
      else if (event.type === "shared-unavailable" || event.type === "shared-available")
        count(event.type);
    },
  });
  const worker = startWorker({
    client,
    connection,
    concurrency: 20,
    target: postgres({ connection: warehouse, schema: "jobs" }),
    recreateUnknown: true,
    leaseMs: 5_000,
    bullmq: { lockDuration: 5_000, stalledInterval: 2_000 },
    onEvent(event) {
      count(event.type);
      if (event.type === "failed" || event.type === "error") console.error(event.message);
    },
  });
  const print = (): void => console.log(JSON.stringify({ ...counts, cpuMs: Math.round(cpu()) }));
  const cpu = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  };
  const timer = setInterval(print, 100);
  process.once("SIGTERM", async () => {
    await worker.close();
    clearInterval(timer);
    await shared.close();
    print();
  });
}

/** Does the work of all workers in a single process. */
export async function syncAlone(): Promise<void> {
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
  const { loaded, failed } = await client.report.sync({
    ...SYNC,
    target: postgres({ connection, schema: "alone" }),
    concurrency: 160,
  });
  const { user, system } = process.cpuUsage();
  console.log(
    JSON.stringify({
      ...counts,
      loaded,
      failed: failed.length,
      cpuMs: Math.round((user + system) / 1_000),
    }),
  );
}
