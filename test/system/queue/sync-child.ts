// A worker with short leases that loads parts of syncs into a PostgreSQL schema and prints its
// events' messages. If the last argument is a number, it suspends itself at that step of its lease
// on a sync.
import { createClient } from "../../../generated/index.js";
import { startWorker } from "../../../generated/jobs.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { redisState } from "../../../runtime/shared-state/redis.js";
import type { SharedState } from "../../../runtime/shared-state/state.js";

const [baseUrl = "", accessToken = "", connection = "", database = "", schema = ""] =
  process.argv.slice(2);
const [queue = "pinterest-reports", stopAt = "0"] = process.argv.slice(7);

let steps = 0;
function step(): void {
  if (++steps !== Number(stopAt)) return;
  console.log(`suspended at step ${stopAt}`);
  process.kill(process.pid, "SIGSTOP");
}

/** Counts one step before the call and one after it. */
async function counted<Value>(call: () => Promise<Value>): Promise<Value> {
  step();
  const value = await call();
  step();
  return value;
}

/** The shared state, counting the steps of leases on syncs. Only their keys end in a day. */
function withSteps(state: SharedState): SharedState {
  const acquire: SharedState["acquire"] = async (key, options) => {
    if (!/-\d{4}-\d\d-\d\d$/.test(key)) return state.acquire(key, options);
    const lease = await counted(() => state.acquire(key, options));
    return (
      lease && {
        ...{ fence: lease.fence, record: lease.record, signal: lease.signal },
        confirm: () => counted(() => lease.confirm()),
        write: (record) => counted(() => lease.write(record)),
        release: (releaseOptions) => counted(() => lease.release(releaseOptions)),
      }
    );
  };
  return new Proxy(state, {
    get: (_, name) => {
      if (name === "acquire") return acquire;
      const member: unknown = Reflect.get(state, name);
      return typeof member === "function" ? member.bind(state) : member;
    },
  });
}

const shared = withSteps(redisState({ connection }));
startWorker({
  ...{
    client: createClient({ baseUrl, accessToken, shared }),
    ...{ connection, queue },
    leaseMs: 1_000,
    concurrency: 3,
  },
  target: postgres({ connection: database, schema }),
  bullmq: { drainDelay: 1 },
  onEvent: ({ type, message }) => console.log(`${type} ${message}`),
});
// Exits together with the test.
process.stdin.on("end", () => process.exit(1)).resume();
