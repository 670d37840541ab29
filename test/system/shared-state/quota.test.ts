import { Redis as Client } from "ioredis";
import { describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { redisState } from "../../../runtime/shared-state/redis.js";
import { many } from "../../support/effort.js";
import { type Lags, laggingServer } from "../../support/lagging-server.js";
import { type Relay, relay } from "../../support/relay.js";
import { NO_REDIS, type Redis, redis } from "../examples/redis.js";

const LIMIT = { requests: 12, perMs: 1_000 };
/** Time limit for a request, which is also how long a lost request counts. */
const TIMEOUT_MS = 4_000;
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Causes a fault of the Redis server or its connection while workers are calling. The returned
 * value is disposed of after all calls.
 */
type Fault = (place: {
  readonly server: Redis;
  readonly own: Client;
  readonly network: Relay;
}) => Promise<unknown>;

interface Calls {
  readonly calls: number;
  readonly lags: Lags;
  readonly fault?: Fault;
  readonly deadlineMs?: number;
}

/**
 * Lets workers call a server as fast as the limit allows. Returns figures from the server's log.
 */
async function called(workers: number, { calls, lags, fault, deadlineMs = 120_000 }: Calls) {
  await using server = await redis({ durable: true });
  await using network = await relay(Number(new URL(server.url).port));
  await using api = await laggingServer(lags);
  const own = new Client(server.url);
  own.on("error", () => {});
  const connection = `redis://127.0.0.1:${network.port}`;
  const shared = Array.from({ length: workers }, () => redisState({ connection }));
  const clients = shared.map((state) =>
    createClient({
      ...{ baseUrl: api.url, accessToken: "a", shared: state, timeoutMs: TIMEOUT_MS },
      ...{ rateLimits: { "*": LIMIT }, deadlineMs, maxRetries: 0 },
    }),
  );
  const settled = Promise.allSettled(
    Array.from({ length: calls }, async (_, at) => {
      await after(Math.random() * 500);
      return clients[at % workers]?.adAccounts();
    }),
  );
  while (api.arrivals.length < 5) await after(10);
  const caused = await fault?.({ server, own, network });
  const done = (await settled).filter(({ status }) => status === "fulfilled").length;
  for (const state of shared) await state.close();
  own.disconnect();
  await (caused as Partial<AsyncDisposable> | undefined)?.[Symbol.asyncDispose]?.();
  return { fullest: api.fullest(LIMIT.perMs), arrivals: api.arrivals.length, done };
}

describe.skipIf(NO_REDIS !== null)(
  NO_REDIS === null
    ? "the number of requests in the server log"
    : `the number of requests in the server log: ${NO_REDIS}`,
  () => {
    it.concurrent.each([0, 100, 500, 1_000])(
      "stays within the limit in every window, and uses more than half of it, with a lag of up to %d ms",
      async (most) => {
        const { fullest, done } = await called(3 + Math.floor(Math.random() * 6), {
          calls: many(60, 40),
          lags: { lagMs: () => Math.random() * most },
        });
        expect(done).toBe(many(60, 40));
        expect(fullest).toBeLessThanOrEqual(LIMIT.requests);
        expect(fullest).toBeGreaterThan(LIMIT.requests / 2);
      },
    );

    it.concurrent("stays within the limit if requests are cut off, or arrive after their sender has given up", async () => {
      const { fullest, arrivals } = await called(4, {
        calls: 40,
        lags: { lagMs: () => Math.random() * 5_000, isCut: () => Math.random() < 0.2 },
      });
      expect(arrivals).toBeGreaterThan(30);
      expect(fullest).toBeLessThanOrEqual(LIMIT.requests);
    });

    it.concurrent("stays within the limit if calls give up before their requests arrive", async () => {
      const { fullest } = await called(3, {
        calls: 40,
        lags: { lagMs: () => Math.random() * 3_500 },
        deadlineMs: 1_500,
      });
      expect(fullest).toBeLessThanOrEqual(LIMIT.requests);
    });

    const FAULTS: Readonly<Record<string, Fault>> = {
      "all keys are deleted": ({ own }) => own.flushall(),
      "the count is evicted": async ({ own }) => own.del(...(await own.keys("*quota:*"))),
      "half of the count is evicted": async ({ own }) =>
        own.del(...(await own.keys("*quota:*")).filter((key) => !key.endsWith(":facts"))),
      "scripts are flushed": ({ own }) => own.script("FLUSH"),
      "Redis is restarted": async ({ server }) => {
        await server.stop();
        await server.start();
      },
      "Redis fails over to a replica that lacks the last slots": async ({ server, network }) => {
        const replica = await redis();
        const { port } = new URL(server.url);
        const other = new Client(replica.url);
        await other.replicaof("127.0.0.1", Number(port));
        while (!(await other.info("replication")).includes("master_link_status:up"))
          await after(10);
        await other.replicaof("NO", "ONE");
        await after(500);
        network.lead(Number(new URL(replica.url).port));
        await server.stop();
        other.disconnect();
        return replica;
      },
      "Redis responds after 3 seconds": async ({ network, server }) => {
        network.lagMs = () => 3_000;
        network.lead(Number(new URL(server.url).port));
      },
      "the clock of Redis is set back by an hour": async ({ own }) => {
        // Simulates a clock that had been an hour ahead: every recorded time moves an hour into the
        // future.
        const hour = 3_600_000_000;
        await own.eval(
          `for _, key in ipairs(redis.call('keys', '*quota:*')) do
             if redis.call('type', key).ok == 'zset' then
               local all = redis.call('zrange', key, 0, -1, 'withscores')
               for at = 1, #all, 2 do redis.call('zincrby', key, ARGV[1], all[at]) end
             else
               for _, name in ipairs({ 'born', 'last', 'paused', 'full' }) do
                 redis.call('hset', key, name, string.format('%.0f', tonumber(redis.call('hget', key, name)) + tonumber(ARGV[1])))
               end
             end
           end`,
          0,
          String(hour),
        );
      },
    };
    it.concurrent.each(Object.keys(FAULTS))(
      "stays within the limit when %s, and all calls complete",
      async (name) => {
        const { fullest, done } = await called(5, {
          calls: 60,
          lags: { lagMs: () => Math.random() * 600 },
          fault: FAULTS[name] as Fault,
        });
        expect(done).toBe(60);
        expect(fullest).toBeLessThanOrEqual(LIMIT.requests);
      },
    );
  },
);
