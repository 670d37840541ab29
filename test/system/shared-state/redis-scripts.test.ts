import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { redisState } from "../../../runtime/shared-state/redis.js";
import { SCRIPTS } from "../../../runtime/shared-state/redis-scripts.js";
import type { QuotaPlace, SharedState } from "../../../runtime/shared-state/state.js";
import { NO_REDIS, redis } from "../examples/redis.js";

const MINUTE = { requests: 2, perMs: 60_000 };
const HOLD_MS = 20_000;
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(NO_REDIS !== null)(
  NO_REDIS === null ? "shared state in Redis" : `shared state in Redis: ${NO_REDIS}`,
  () => {
    let server: Awaited<ReturnType<typeof redis>>;
    let own: Redis;
    let prefixes = 0;
    const states: SharedState[] = [];

    beforeAll(async () => {
      server = await redis();
      own = new Redis(server.url);
    });
    afterAll(async () => {
      for (const state of states) await state.close();
      own.disconnect();
      await server[Symbol.asyncDispose]();
    });

    /** Two clients, like two processes, that share one store. */
    function scene() {
      const prefix = `scripts ${prefixes++}`;
      const state = (): SharedState => {
        const made = redisState({ connection: server.url, prefix });
        states.push(made);
        return made;
      };
      const places = `{${prefix}}:quota:a`;
      const take = (by: SharedState, limit = MINUTE) =>
        by.take([{ category: "a", limits: [limit] }], { holdMs: HOLD_MS });
      return {
        ...{ first: state(), second: state(), state, take, places, facts: `${places}:facts` },
        /** How many milliseconds a request must wait; 0 if it was counted. */
        async wait(by: SharedState, limit = MINUTE): Promise<number> {
          const taken = await take(by, limit);
          return "ms" in taken ? taken.ms : 0;
        },
        async placeOf(by: SharedState, limit = MINUTE): Promise<QuotaPlace> {
          const taken = await take(by, limit);
          if ("ms" in taken) throw new Error(`the limit is reached for ${taken.ms} ms`);
          return taken;
        },
      };
    }

    /**
     * The longest time for which a request counts: its reservation followed by the limit's window.
     */
    const LONGEST = [HOLD_MS + MINUTE.perMs - 5_000, HOLD_MS + MINUTE.perMs] as const;
    const expectWithin = (ms: number, [least, most]: readonly [number, number]): void =>
      expect(ms >= least && ms <= most, `${ms} ms`).toBe(true);

    it("allows no request while lost requests may still count, whether or not the client knew of them", async () => {
      const at = scene();
      await at.placeOf(at.first);
      await own.del(at.places, at.facts);
      expectWithin(await at.wait(at.first), LONGEST);
      expectWithin(await at.wait(at.second), LONGEST);
    });

    it("allows new clients' requests until a client that knows of lost requests makes a request", async () => {
      const at = scene();
      await at.placeOf(at.first);
      await own.del(at.places, at.facts);
      expect(await at.wait(at.second)).toBe(0);
      // The new process created the count again, so it does not know of lost requests.
      expectWithin(await at.wait(at.first), LONGEST);
      expectWithin(await at.wait(at.second), LONGEST);
    });

    it.each(["all slots", "one slot"])("allows no request if it has lost %s", async (what) => {
      const at = scene();
      await at.placeOf(at.first);
      await (await at.placeOf(at.first)).settle(0);
      if (what === "all slots") await own.del(at.places);
      else await own.zpopmin(at.places);
      expectWithin(await at.wait(at.state()), LONGEST);
      // Wait, so that the count is as old as the original one was.
      await after(50);
      const [left] = [await at.wait(at.second)];
      expect(left).toBeLessThan(LONGEST[1] - 40);
    });

    it("allows no request if the earlier requests were recorded before a restart of the server", async () => {
      const at = scene();
      await at.placeOf(at.first);
      await own.hset(at.facts, "server", "another");
      expectWithin(await at.wait(at.second), LONGEST);
      expect(await own.hget(at.facts, "server")).toMatch(/^[0-9a-f]{40}$/);
    });

    it("allows no request until the longest window is over, even if the next request uses a shorter one", async () => {
      const at = scene();
      await at.placeOf(at.first);
      await own.del(at.places);
      expectWithin(await at.wait(at.second, { requests: 5, perMs: 1_000 }), LONGEST);
    });

    it("counts a lost request again when its response arrives", async () => {
      const at = scene();
      const limit = { requests: 1, perMs: 60_000 };
      const place = await at.placeOf(at.first, limit);
      await own.del(at.places, at.facts);
      await place.settle(0);
      expect(await own.zcard(at.places)).toBe(1);
      expect(await at.wait(at.second, limit)).toBeGreaterThan(60_000);
    });

    it("stops counting a lost request after its window, even for a client that still remembers it", async () => {
      const at = scene();
      const limit = { requests: 1, perMs: 50 };
      const uses = [{ category: "a", limits: [limit] }];
      await at.first.take(uses, { holdMs: 50 });
      await own.del(at.places, at.facts);
      await after(150);
      expect(await at.first.take(uses, { holdMs: 50 })).not.toHaveProperty("ms");
    });

    /** Changes a quota's state as if the server's clock had been ahead until now. */
    async function setBack({ places, facts }: { readonly places: string; readonly facts: string }) {
      const hour = 3_600_000_000;
      for (const name of await own.zrange(places, "0", "-1")) await own.zincrby(places, hour, name);
      for (const name of ["born", "last", "paused", "full"]) {
        const value = Number(await own.hget(facts, name));
        await own.hset(facts, name, (value + hour).toFixed(0));
      }
    }

    it("keeps the remaining time of requests and pauses when the clock is set back", async () => {
      const at = scene();
      await (await at.placeOf(at.first)).settle(0);
      await (await at.placeOf(at.first)).settle(0);
      await after(1_500);
      await at.wait(at.first);
      await setBack(at);
      expectWithin(await at.wait(at.second), [50_000, 58_600]);
      const paused = scene();
      await paused.first.pause("a", 30_000);
      await setBack(paused);
      expectWithin(await paused.wait(paused.second), [25_000, 30_000]);
      // The second setback changes nothing.
      expectWithin(await paused.wait(paused.second), [25_000, 30_000]);
      const full = scene();
      await full.placeOf(full.first);
      await own.del(full.places);
      await full.wait(full.second);
      await setBack(full);
      expectWithin(await full.wait(full.second), LONGEST);
    });

    it("counts each request once, however late its events arrive", async () => {
      const at = scene();
      const place = await at.placeOf(at.first);
      await place.settle(1_000);
      await place.settle(0);
      expect(await own.zcard(at.places)).toBe(1);
      await place.release();
      expect(await own.zcard(at.places)).toBe(0);
      await place.release();
      expect([await at.wait(at.second), await at.wait(at.second)]).toEqual([0, 0]);
      expect(await at.wait(at.second)).toBeGreaterThan(0);
    });

    it("allows a request if few enough of the recorded requests still count", async () => {
      const at = scene();
      const wide = { requests: 9, perMs: 60_000 };
      for (let number = 0; number < 2; number++) await (await at.placeOf(at.first, wide)).settle(0);
      await after(1_500);
      for (let number = 0; number < 2; number++) await (await at.placeOf(at.first, wide)).settle(0);
      expectWithin(await at.wait(at.second), [58_700, 60_000]);
    });

    it("keeps more than a thousand requests that still count", async () => {
      const at = scene();
      const limit = { requests: 5_000, perMs: 60_000 };
      await at.placeOf(at.first, limit);
      const [seconds = 0] = (await own.time()).map(Number);
      const placesOf = (count: number, ago: number) =>
        Array.from({ length: count }, (_, number) => [
          (seconds - ago) * 1_000_000 + number,
          `${ago} ${number}`,
        ]).flat();
      await own.zadd(at.places, ...placesOf(600, 1_000), ...placesOf(1_200, 1));
      await own.hset(at.facts, "size", 1_801);
      expect(await at.wait(at.second, limit)).toBe(0);
      expect(await own.zcard(at.places)).toBe(1_202);
    });

    it("keeps its last thousand requests, and those that still count, for a day", async () => {
      const at = scene();
      const limit = { requests: 5_000, perMs: 60_000 };
      await at.placeOf(at.first, limit);
      const [seconds = 0] = (await own.time()).map(Number);
      const old = Array.from({ length: 1_500 }, (_, number) => [
        (seconds - 1_000) * 1_000_000 + number,
        `old ${number}`,
      ]);
      const recent = Array.from({ length: 300 }, (_, number) => [
        (seconds - 1) * 1_000_000 + number,
        `recent ${number}`,
      ]);
      await own.zadd(at.places, ...[...old, ...recent].flat());
      await own.hset(at.facts, "size", 1_801);
      expect(await at.wait(at.second, limit)).toBe(0);
      expect(await own.zcard(at.places)).toBe(1_000);
      expect(await own.zrank(at.places, "recent 0")).not.toBeNull();
      expect(await own.zrank(at.places, "old 1499")).not.toBeNull();
      expect(await own.zrank(at.places, "old 0")).toBeNull();
      const kept = 86_400_000 + HOLD_MS + limit.perMs;
      for (const key of [at.places, at.facts])
        expectWithin(await own.pttl(key), [kept - 5_000, kept]);
    });

    it("keeps a pause that is longer than a day", async () => {
      const at = scene();
      const ms = 3 * 86_400_000;
      await at.first.pause("a", ms);
      expectWithin(await own.pttl(at.facts), [ms - 5_000, ms]);
    });

    it("never exceeds a limit, for any combination of calls", async () => {
      const at = scene();
      const places: QuotaPlace[] = [];
      for (let number = 0; number < 2; number++) places.push(await at.placeOf(at.first));
      await at.first.pause("a", 1);
      await places[0]?.settle(5_000);
      await after(5);
      // Only the oldest request of the window matters, as if it had completed now.
      expectWithin(await at.wait(at.second), [55_000, 60_000]);
      await places[1]?.release();
      expect(await at.wait(at.second)).toBe(0);
    });

    it("grants a lease again to a holder that did not receive the response", async () => {
      const keys = ["{again}:lock", "{again}"];
      const acquire = (holder: string, ttl: number) =>
        own.eval(String(SCRIPTS.pinterestAcquire), 2, ...keys, holder, ttl, 0) as Promise<
          [string, null] | null
        >;
      const first = await acquire("me", 1_000);
      expect(await acquire("another", 60_000)).toBeNull();
      const second = await acquire("me", 60_000);
      expect(Number(second?.[0])).toBeGreaterThan(Number(first?.[0]));
      expectWithin(await own.pttl(String(keys[0])), [50_000, 60_000]);
    });

    it("issues increasing fencing tokens, even if the server lost its data or its clock was set back", async () => {
      const { first, second } = scene();
      const lease = await first.acquire("key");
      await lease?.release();
      const [key] = (await own.keys("{scripts *:key}")).slice(-1);
      if (key === undefined) throw new Error("no key was found");
      await own.del(key);
      const next = await second.acquire("key");
      expect(next?.fence).toBeGreaterThan(lease?.fence ?? 0);
      await next?.release();
      const ahead = (next?.fence ?? 0) + 3_600_000_000;
      await own.hset(key, "fence", ahead);
      expect((await first.acquire("key"))?.fence).toBe(ahead + 1);
    });
  },
);
