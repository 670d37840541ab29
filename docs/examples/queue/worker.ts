// A worker; start any number of them. SIGTERM stops it in order; if it is killed, another worker continues its jobs.
//
//   REDIS_URL=redis://127.0.0.1:6379 PINTEREST_ACCESS_TOKEN=… npx tsx worker.ts
import { Redis } from "ioredis";
import { createClient } from "pinterest-reports";
import { startWorker } from "./jobs.js";

const client = createClient({
  onEvent({ type }) {
    // Every further job would fail. The jobs stay in the queue for a worker with a valid token.
    if (type === "access-lost") end(1).catch(console.error);
  },
});
// While Redis is unavailable, a worker waits without a limit.
const connection = new Redis(process.env.REDIS_URL ?? "redis://127.0.0.1:6379", { maxRetriesPerRequest: null });
connection.on("error", () => undefined); // The worker reports it.
const worker = startWorker(client, { connection, concurrency: 20 });
worker.on("completed", (job) => console.log(`${job.data.name}: ${job.name} done`));
worker.on("failed", (job, error) => console.error(`${job?.data.name}: ${job?.name} failed: ${error.message}`));
process.once("SIGTERM", () => end(0));

async function end(exitCode: number): Promise<void> {
  process.exitCode = exitCode;
  // Jobs in progress have ten seconds to finish. Another worker continues those that take longer.
  setTimeout(() => process.exit(1), 10_000).unref();
  await worker.close();
  connection.disconnect();
}
