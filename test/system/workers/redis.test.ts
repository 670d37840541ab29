import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, it } from "vitest";
import { redisState } from "../../../runtime/workers/redis.js";
import { sharedStateChecks } from "../../support/shared-state-checks.js";
import { NO_REDIS, redis } from "../examples/redis.js";

describe.skipIf(NO_REDIS !== null)(
  NO_REDIS === null ? "a state on Redis" : `a state on Redis: ${NO_REDIS}`,
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

    describe("keeps the contract:", () => {
      const createStore = () => {
        const prefix = `store ${stores++}`;
        return {
          state: () => redisState({ connection: server.url, prefix }),
          async expire(key: string) {
            await own.del(`mutex:{${prefix}:${key}}`);
          },
        };
      };
      for (const { name, run } of sharedStateChecks({ createStore })) it.concurrent(name, run);
    });
  },
);
