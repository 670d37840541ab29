// A worker; start as many as you like. It stops in order on SIGTERM, and nothing is lost when it does not.
//
//   REDIS_URL=redis://127.0.0.1:6379 PINTEREST_ACCESS_TOKEN=… npx tsx worker.ts
import { createClient } from "pinterest-reports";
import { startWorker } from "./jobs.js";

const client = createClient({
  accessToken: process.env.PINTEREST_ACCESS_TOKEN ?? "",
  baseUrl: process.env.PINTEREST_API_BASE_URL ?? "https://api.pinterest.com/v5",
});
const worker = startWorker(client, {
  connection: { url: process.env.REDIS_URL ?? "redis://127.0.0.1:6379", maxRetriesPerRequest: null },
  concurrency: 20,
});
worker.on("completed", (job) => console.log(`${job.data.name}: ${job.name} done`));
worker.on("failed", (job, error) => console.error(`${job?.data.name}: ${job?.name} failed: ${error.message}`));
process.once("SIGTERM", () => void worker.close());
