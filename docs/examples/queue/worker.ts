// A worker. You can start any number of workers. SIGTERM stops a worker gracefully. If a worker is
// killed, another one continues its reports.
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
  // The file appears once it is complete. If a report is delivered twice, the file is replaced.
  onReport: (report, { adAccountId, tag }) => report.download(`${adAccountId}-${tag}.json`),
  onEvent({ type, message }) {
    console.log(message);
    // Pinterest rejected the token. The jobs stay in the queue for workers with a valid token.
    if (type === "stopped") end(1).catch(console.error);
  },
});
process.once("SIGTERM", () => end(0));

async function end(exitCode: number): Promise<void> {
  process.exitCode = exitCode;
  // Running jobs have one minute to finish. Another worker continues those that take longer.
  setTimeout(() => process.exit(), 60_000).unref();
  await worker.close();
  await shared.close();
}
