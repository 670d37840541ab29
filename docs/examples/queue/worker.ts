// A worker; start as many as you like. It stops in order on SIGTERM, and nothing is lost when it does not.
//
//   REDIS_URL=redis://127.0.0.1:6379 PINTEREST_ACCESS_TOKEN=… npx tsx worker.ts
import { Redis } from "ioredis";
import { createClient } from "pinterest-reports";
import { startWorker } from "./jobs.js";

const client = createClient({
  accessToken: process.env.PINTEREST_ACCESS_TOKEN ?? "",
  baseUrl: process.env.PINTEREST_API_BASE_URL ?? "https://api.pinterest.com/v5",
  onEvent({ type }) {
    // Every further job would fail. They stay in the queue for a worker that has a token.
    if (type === "access-lost") end(1).catch(console.error);
  },
});
// A worker waits for a Redis that is away for as long as that takes.
const connection = new Redis(process.env.REDIS_URL ?? "redis://127.0.0.1:6379", { maxRetriesPerRequest: null });
connection.on("error", () => undefined); // The worker tells of it.
const worker = startWorker(client, { connection, concurrency: 20 });
worker.on("completed", (job) => console.log(`${job.data.name}: ${job.name} done`));
worker.on("failed", (job, error) => console.error(`${job?.data.name}: ${job?.name} failed: ${error.message}`));
process.once("SIGTERM", () => end(0));

async function end(exitCode: number): Promise<void> {
  process.exitCode = exitCode;
  // Jobs that are under way may end. What takes longer, or waits for Redis, is taken up by another worker.
  setTimeout(() => process.exit(1), 10_000).unref();
  await worker.close();
  connection.disconnect();
}
