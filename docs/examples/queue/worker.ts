// A worker; start any number of them. SIGTERM stops it in order; if it is killed, another worker
// goes on with its reports.
//
//   REDIS_URL=redis://127.0.0.1:6379 PINTEREST_ACCESS_TOKEN=… npx tsx worker.ts
import { createClient } from "pinterest-reports";
import { startWorker } from "pinterest-reports/jobs";
import { redisState } from "pinterest-reports/redis";

const connection = process.env.REDIS_URL ?? "redis://127.0.0.1:6379";
const shared = redisState({ connection });
const worker = startWorker({
  connection,
  client: createClient({ shared }),
  // The file appears when it is complete. A repeated delivery replaces it.
  onReport: (report, { adAccountId, tag }) => report.download(`${adAccountId}-${tag}.json`),
  onEvent({ type, message }) {
    console.log(message);
    // Pinterest rejects the token: the jobs stay in the queue for a worker with another one.
    if (type === "stopped") end(1).catch(console.error);
  },
});
process.once("SIGTERM", () => end(0));

async function end(exitCode: number): Promise<void> {
  process.exitCode = exitCode;
  // Running jobs have a minute to end. Another worker continues those that take longer.
  setTimeout(() => process.exit(), 60_000).unref();
  await worker.close();
  await shared.close();
}
