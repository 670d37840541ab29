import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../../runtime/errors.js";
import { redisState } from "../../../runtime/shared-state/redis.js";
import { printed } from "../../support/printed.js";
import { sharedStateChecks } from "../../support/shared-state-checks.js";
import { NO_REDIS, redis } from "../examples/redis.js";

describe.skipIf(NO_REDIS !== null)(
  NO_REDIS === null ? "shared state in Redis" : `shared state in Redis: ${NO_REDIS}`,
  () => {
    let server: Awaited<ReturnType<typeof redis>>;
    let own: Redis;
    let stores = 0;

    beforeAll(async () => {
      server = await redis();
      own = new Redis(server.url);
    });
    afterAll(async () => {
      own.disconnect();
      await server[Symbol.asyncDispose]();
    });

    describe("behaves like every shared state:", () => {
      const createStore = () => {
        const prefix = `store ${stores++}`;
        return {
          state: () => redisState({ connection: server.url, prefix }),
          async expire(key: string) {
            await own.del(`{${prefix}:${key}}:lock`);
          },
        };
      };
      for (const { name, run } of sharedStateChecks({ createStore })) it.concurrent(name, run);
    });

    it("uses the database of its connection, and is rejected if the server does not have that database", async () => {
      await using all = await redis();
      const redisOf = (db: number) => new Redis(`${all.url}/${db}`);
      const [none, third] = [redisOf(0), redisOf(3)];
      for (const connection of [`${all.url}/3`, { url: all.url, db: 3 }, third]) {
        const state = redisState({ connection });
        const lease = await state.acquire("key");
        expect([await third.dbsize(), await none.dbsize()]).toEqual([2, 0]);
        await lease?.release();
        await state.close();
        await third.flushall();
      }
      const state = redisState({ connection: `${all.url}/9999` });
      for (let attempt = 0; attempt < 2; attempt++) {
        const error = await state.acquire("key").catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(InvalidArgumentError);
        expect((error as Error).message).toBe(
          "Redis on 127.0.0.1 refuses database 9999: ERR DB index is out of range; choose another number, or leave it out for database 0",
        );
      }
      await state.close();
      expect(await none.dbsize()).toBe(0);
      for (const client of [none, third]) client.disconnect();
    });

    it("accepts a password with any characters, and reports an incorrect one without showing it", async () => {
      await using guarded = await redis();
      const password = "CANARY!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ %41";
      const own = new Redis(guarded.url);
      await own.config("SET", "requirepass", password);
      own.disconnect();
      const { port } = new URL(guarded.url);
      const url = (text: string) => `redis://:${encodeURIComponent(text)}@127.0.0.1:${port}`;
      const state = redisState({ connection: url(password) });
      expect(await state.read("key")).toBeNull();
      await state.close();
      const wrong = redisState({ connection: url(`${password}x`) });
      const error = await wrong.read("key").catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "connection" });
      expect(printed(error)).not.toContain("CANARY");
      await wrong.close();
    });
  },
);
