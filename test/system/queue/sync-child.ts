// A worker that loads parts of syncs into a schema of PostgreSQL, whose leases end soon. It prints
// the messages of its events.
import { createClient } from "../../../generated/index.js";
import { startWorker } from "../../../generated/jobs.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { redisState } from "../../../runtime/shared-state/redis.js";

const [baseUrl = "", accessToken = "", connection = "", database = "", schema = ""] =
  process.argv.slice(2);
const shared = redisState({ connection });
startWorker({
  ...{
    client: createClient({ baseUrl, accessToken, shared }),
    connection,
    leaseMs: 1_000,
    concurrency: 3,
  },
  target: postgres({ connection: database, schema }),
  bullmq: { drainDelay: 1 },
  onEvent: ({ type, message }) => console.log(`${type} ${message}`),
});
// It ends with the test.
process.stdin.on("end", () => process.exit(1)).resume();
