// Prints what the server's own log shows about a shared quota: for each lag and number of workers,
// the fullest window, and how much of the limit was used. Run `npx tsx test/bench/quota.ts
// [<seconds of the window> [<lags>]]`; needs redis-server.
import { createClient } from "../../generated/index.js";
import { redisState } from "../../runtime/shared-state/redis.js";
import { laggingServer } from "../support/lagging-server.js";
import { redis } from "../system/examples/redis.js";

const perMs = Number(process.argv[2] ?? 2) * 1_000;
const lags = (process.argv[3] ?? "0,0.25,1,2,5").split(",").map(Number);
const LIMIT = { requests: 30, perMs };
const WINDOWS = 10;

console.log(`limit: ${LIMIT.requests} requests in ${perMs / 1_000} s, ${WINDOWS} windows of calls`);
console.log("lag, s   workers  fullest window  used   lag ÷ (window + lag) leaves");
for (const lagS of lags)
  for (const workers of [3, 8]) {
    await using server = await redis();
    await using api = await laggingServer({ lagMs: () => Math.random() * lagS * 1_000 });
    const shared = Array.from({ length: workers }, () => redisState({ connection: server.url }));
    const clients = shared.map((state) =>
      createClient({
        ...{ baseUrl: api.url, accessToken: "a", shared: state },
        ...{ rateLimits: { "*": LIMIT }, deadlineMs: 3_600_000 },
      }),
    );
    await Promise.all(
      Array.from({ length: LIMIT.requests * WINDOWS }, (_, at) =>
        clients[at % workers]?.adAccounts(),
      ),
    );
    for (const state of shared) await state.close();
    const times = api.arrivals.toSorted((one, other) => one - other);
    // Requests in the first window never wait.
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    const used = ((times.length - LIMIT.requests) / (last - first)) * (perMs / LIMIT.requests);
    const left = perMs / (perMs + (lagS / 2) * 1_000);
    const cells = [
      lagS.toFixed(2).padStart(6),
      String(workers).padStart(9),
      String(api.fullest(perMs)).padStart(15),
      `${(used * 100).toFixed(0)} %`.padStart(7),
      `${(left * 100).toFixed(0)} %`.padStart(28),
    ];
    console.log(cells.join(" "));
  }
