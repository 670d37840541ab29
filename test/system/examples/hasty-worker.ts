// The example's worker, but for locks that end soon: who takes a dead worker's job need not wait for half a minute.
import { createClient } from "pinterest-reports";
import { startWorker } from "../../../docs/examples/queue/jobs.js";

const { PINTEREST_ACCESS_TOKEN: accessToken = "", PINTEREST_API_BASE_URL: baseUrl = "", REDIS_URL: url = "" } = process.env;
const client = createClient({ accessToken, baseUrl });
const worker = startWorker(client, { connection: { url, maxRetriesPerRequest: null }, lockDuration: 1_000, stalledInterval: 500 });
worker.on("completed", (job) => console.log(`${job.name} done`));
worker.on("failed", (job, error) => console.log(`${job?.name} failed: ${error.message}`));
process.once("SIGTERM", () => void worker.close());
