import { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { createJobs, startWorker, type WorkerEvent } from "../../../generated/jobs.js";
import { createFakeServer } from "../../../generated/testing.js";
import { systemClock } from "../../../runtime/clock.js";
import { redisState } from "../../../runtime/shared-state/redis.js";
import { LAST_WEEK } from "../../support/last-week.js";
import { NO_REDIS, redis } from "../examples/redis.js";

const COUNT = 60;

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe.skipIf(NO_REDIS !== null)(NO_REDIS === null ? "workers" : `workers: ${NO_REDIS}`, () => {
  it("report once that Redis is unreachable, start no job, finish running jobs, and continue when it is back", async () => {
    await using server = await redis({ durable: true });
    await using api = await createFakeServer({ polls: 1, clock: systemClock });
    const location = { connection: server.url, queue: "away" };
    const taken: string[] = [];
    const shared = redisState({ connection: server.url });
    const workers = Array.from({ length: 2 }, () => {
      const events: WorkerEvent[] = [];
      const worker = startWorker({
        ...{
          ...location,
          client: createClient({ baseUrl: api.url, accessToken: api.accessToken, shared }),
          concurrency: 3,
          leaseMs: 2_000,
        },
        onEvent: (event) => events.push(event),
        async onReport(report, { adAccountId }) {
          await report.toArray();
          taken.push(adAccountId);
        },
      });
      return { worker, events };
    });
    const jobs = createJobs(location);
    const reports = Array.from({ length: COUNT }, (_, at) => ({
      adAccountId: String(1_000 + at),
      body: LAST_WEEK,
    }));
    await jobs.addReports(reports);
    while (taken.length < 10) await after(5);
    await server.stop();
    await after(1_500);
    const creates = () =>
      api.requests.filter(({ step }) => step === "create").map(({ path }) => path);
    const begun = creates().length;
    await after(3_000);
    expect(creates()).toHaveLength(begun);
    expect(begun).toBeLessThan(COUNT);
    await server.start();
    while (taken.length < COUNT) await after(5);
    for (const { worker } of workers) await worker.close();
    await jobs.close();
    await shared.close();
    for (const { events } of workers) {
      const types = events.map(({ type }) => type);
      expect(types.filter((type) => type === "redis-unavailable")).toHaveLength(1);
      expect(types.filter((type) => type === "redis-available")).toHaveLength(1);
      expect(types).not.toContain("failed");
    }
    expect(taken.toSorted()).toEqual(reports.map(({ adAccountId }) => adAccountId));
    expect(new Set(creates()).size).toBe(COUNT);
    expect(creates()).toHaveLength(COUNT);
  });

  it("report a Redis server that hangs without closing connections, and can be closed while it hangs", async () => {
    await using server = await redis();
    await using api = await createFakeServer({ clock: systemClock });
    const shared = redisState({ connection: server.url });
    const client = createClient({ baseUrl: api.url, accessToken: api.accessToken, shared });
    const events: WorkerEvent[] = [];
    const options = {
      connection: server.url,
      client,
      onReport: async () => {},
      onEvent: (event: WorkerEvent) => events.push(event),
    };
    const [watching, closing] = [
      startWorker(options),
      startWorker({ ...options, onEvent: () => {} }),
    ];
    await Promise.all([watching.started, closing.started]);
    const own = new Redis(server.url);
    await own.call("CLIENT", "PAUSE", "60000", "ALL");
    own.disconnect();
    await closing.close();
    while (!events.some(({ type }) => type === "redis-unavailable")) await after(20);
    await watching.close();
    await shared.close();
    expect(events.map(({ type }) => type)).toEqual(["redis-unavailable"]);
  });

  it("fail to start if the server lacks the configured database, and write to no other database", async () => {
    await using server = await redis();
    const own = new Redis(server.url);
    const location = { connection: `${server.url}/9999` };
    const shared = redisState({ connection: server.url });
    const client = createClient({ baseUrl: "http://127.0.0.1:1", accessToken: "x", shared });
    const jobs = createJobs(location);
    const worker = startWorker({ ...location, client, onReport: async () => {} });
    const message = /^Redis on 127\.0\.0\.1 refuses database 9999: ERR DB index/;
    await Promise.all([
      expect(worker.started).rejects.toThrow(message),
      expect(jobs.addReports([{ adAccountId: "1", body: LAST_WEEK }])).rejects.toThrow(message),
    ]);
    await worker.close();
    await jobs.close();
    await shared.close();
    expect(await own.dbsize()).toBe(0);
    own.disconnect();
  });

  it("take jobs from the database of their connection once Redis is reachable", async () => {
    await using server = await redis({ durable: true });
    await using api = await createFakeServer({ polls: 0, clock: systemClock });
    const location = { connection: `${server.url}/3` };
    const jobs = createJobs(location);
    await jobs.addReports([{ adAccountId: "1", body: LAST_WEEK }]);
    await jobs.close();
    await server.stop();
    const shared = redisState(location);
    const client = createClient({ baseUrl: api.url, accessToken: api.accessToken, shared });
    const types: string[] = [];
    const options = {
      ...location,
      client,
      onReport: async () => {},
      onEvent: ({ type }: WorkerEvent) => types.push(type),
    };
    const closed = startWorker({ ...options, onEvent: () => {} });
    await closed.close();
    await closed.started;
    const worker = startWorker(options);
    while (!types.includes("redis-unavailable")) await after(5);
    await server.start();
    await worker.started;
    while (!types.includes("done")) await after(5);
    await worker.close();
    await shared.close();
    expect(types.filter((type) => type === "redis-unavailable")).toHaveLength(1);
    expect(types.filter((type) => type === "redis-available")).toHaveLength(1);
  });

  it("can be closed while Redis is unreachable", async () => {
    await using server = await redis({ durable: true });
    await using api = await createFakeServer({ clock: systemClock });
    const shared = redisState({ connection: server.url });
    const client = createClient({ baseUrl: api.url, accessToken: api.accessToken, shared });
    const worker = startWorker({ connection: server.url, client, onReport: async () => {} });
    await worker.started;
    await server.stop();
    await after(500);
    await worker.close();
    await shared.close();
    await server.start();
  });

  it("can be started and closed before Redis is reachable, and wait for it", async () => {
    await using server = await redis({ durable: true });
    await using api = await createFakeServer({ polls: 1, clock: systemClock });
    const jobs = createJobs({ connection: server.url });
    await jobs.addReports([{ adAccountId: "1", body: LAST_WEEK }]);
    await jobs.close();
    await server.stop();
    const shared = redisState({ connection: server.url });
    const client = createClient({ baseUrl: api.url, accessToken: api.accessToken, shared });
    const events: WorkerEvent[] = [];
    const options = {
      connection: server.url,
      client,
      onReport: async () => {},
      onEvent: (event: WorkerEvent) => events.push(event),
    };
    const closed = startWorker(options);
    await after(300);
    await closed.close();
    await closed.started;
    const worker = startWorker(options);
    await after(500);
    await server.start();
    await worker.started;
    while (!events.some(({ type }) => type === "done")) await after(5);
    await worker.close();
    await shared.close();
  });
});
