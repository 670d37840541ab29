// Prints what a sync of a thousand accounts as jobs costs: a worker's time and memory, what remains
// in Redis, and the time of a single process for comparison. Run `npm run build`, then `npx tsx
// test/bench/job-accounts.ts [<accounts>]`; needs redis-server and PostgreSQL.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { createClient } from "../../generated/index.js";
import { createJobs } from "../../generated/jobs.js";
import { postgres as pg } from "../../generated/sync-postgres.js";
import { createFakeServer } from "../../generated/testing.js";
import { systemClock } from "../../runtime/clock.js";
import { APP, RATE_LIMITS, SYNC, serverOptions } from "../support/many-windows.js";
import { postgres } from "../support/postgres.js";
import { Warehouse } from "../support/warehouse.js";
import { redis } from "../system/examples/redis.js";

const accounts = Number(process.argv[2] ?? 1_000);
const fileOf = (name: string): string => fileURLToPath(new URL(`../long/${name}`, import.meta.url));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const megabytesOf = (pid: number | undefined): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024;

await using store = await redis({ durable: true });
await using database = await postgres();
const warehouse = await Warehouse.open(database.url);
const server = await createFakeServer(serverOptions(systemClock, accounts));
const env = {
  PINTEREST_API_BASE_URL: server.url,
  REDIS_URL: store.url,
  WAREHOUSE_URL: database.url,
};
const jobs = createJobs({ connection: store.url });
const began = Date.now();
await jobs.addSync({ ...SYNC, only: ["table_0"] });
const worker = spawn(process.execPath, ["--import", "tsx", fileOf("queue-worker.ts")], {
  env: { ...process.env, ...env },
  stdio: ["ignore", "ignore", "inherit"],
});
const memory: number[] = [];
for (let landed = 0; landed < accounts; await pause(200)) {
  landed = await warehouse.landed();
  const part = Math.floor((landed / accounts) * 4);
  memory[part] = Math.max(memory[part] ?? 0, megabytesOf(worker.pid));
}
const tookS = (Date.now() - began) / 1_000;
await pause(3_000);
worker.kill("SIGTERM");
await once(worker, "close");
await jobs.close();
console.log(`one worker, ${accounts} accounts: ${tookS.toFixed(1)} s`);
console.log(`memory by quarters of the run, MB: ${memory.map((mb) => mb.toFixed(0)).join(", ")}`);
const own = new Redis(store.url);
const keys = await own.keys("*");
const kinds = new Map<string, number>();
for (const key of keys) {
  const kind = key.replaceAll(/[0-9a-f]{16,}/g, "…");
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
}
console.log(`keys in Redis: ${keys.length}`);
for (const [kind, count] of kinds) console.log(`  ${count} x ${kind}`);
own.disconnect();
await server.close();

const alone = await createFakeServer(serverOptions(systemClock, accounts));
const beganAlone = Date.now();
const client = createClient({
  ...APP,
  baseUrl: alone.url,
  rateLimits: RATE_LIMITS,
});
const target = pg({ connection: database.url, schema: "alone" });
await client.report.sync({ ...SYNC, only: ["table_0"], target });
console.log(`one process: ${((Date.now() - beganAlone) / 1_000).toFixed(1)} s`);
await alone.close();
await warehouse.close();
