// A worker with short leases. It prints its events and each report that it takes, one per line. A
// report of the account `poison` kills it.
import { createClient } from "../../../generated/index.js";
import { startWorker } from "../../../generated/jobs.js";
import { redisState } from "../../../runtime/shared-state/redis.js";

const [baseUrl = "", accessToken = "", connection = "", queue = "", poison = ""] =
  process.argv.slice(2);
const shared = redisState({ connection, prefix: queue });
const worker = startWorker({
  ...{
    client: createClient({ baseUrl, accessToken, shared }),
    connection,
    queue,
    leaseMs: 1_000,
    concurrency: 2,
  },
  bullmq: { drainDelay: 1 },
  onEvent: (event) =>
    console.log(
      JSON.stringify({
        type: event.type,
        account: "job" in event ? event.job.adAccountId : null,
        message: event.message,
      }),
    ),
  async onReport(report, { adAccountId }) {
    await report.toArray();
    if (adAccountId === poison) process.kill(process.pid, "SIGKILL");
    console.log(JSON.stringify({ type: "taken", account: adAccountId, message: "" }));
  },
});
process.once("SIGTERM", async () => {
  await worker.close();
  await shared.close();
  process.exit();
});
// Exits together with the test.
process.stdin.on("end", () => process.exit(1)).resume();
