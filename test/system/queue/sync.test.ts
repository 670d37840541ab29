import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Queue } from "bullmq";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { createJobs, startWorker, type WorkerEvent } from "../../../generated/jobs.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { createFakeServer } from "../../../generated/testing.js";
import { systemClock } from "../../../runtime/clock.js";
import { LeaseLostError } from "../../../runtime/errors.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import { redisState } from "../../../runtime/shared-state/redis.js";
import type { SharedState } from "../../../runtime/shared-state/state.js";
import { transpiled } from "../../support/consumer.js";
import { emptied } from "../../support/emptied-queue.js";
import { NO_POSTGRES } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { sortedRows } from "../../support/sync.js";
import { NO_REDIS, type Redis, redis } from "../examples/redis.js";

const SYNC = {
  tables: {
    campaign_days: {
      level: "CAMPAIGN",
      granularity: "DAY",
      columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CLICKTHROUGH_1"],
    },
    ad_days: {
      level: "PIN_PROMOTION",
      granularity: "DAY",
      columns: ["PIN_PROMOTION_ID", "SPEND_IN_DOLLAR"],
    },
  },
  lookbackDays: 5,
} as const;
const TABLES = ["campaign_days", "ad_days", "ad_accounts", "campaigns", "ad_groups", "ads"];

const skipped = NO_REDIS ?? NO_POSTGRES;

describe.skipIf(skipped !== null)(
  skipped === null ? "a sync as jobs" : `a sync as jobs: ${skipped}`,
  () => {
    let stores: PostgresStores;
    let server: Redis;

    beforeAll(async () => {
      [stores, server] = await Promise.all([postgresStores(), redis()]);
    });
    afterAll(() => Promise.all([stores[Symbol.asyncDispose](), server[Symbol.asyncDispose]()]));

    const contents = async (schema: string) => {
      const tables = [];
      for (const table of TABLES)
        tables.push(
          (
            await stores.reader.query<Record<string, unknown>>(
              `SELECT * FROM "${schema}"."${table}"`,
            )
          ).rows,
        );
      // The load times differ, because each part is loaded on its own.
      return tables.map((rows) => sortedRows(rows.map(({ _loaded_at, ...row }) => row)));
    };

    it("leaves the same tables as a single process, whichever worker loads which part, and loads no part twice", async () => {
      await using api = await createFakeServer({
        polls: 1,
        accounts: 6,
        entities: 4,
        clock: systemClock,
      });
      const client = createClient({
        baseUrl: api.url,
        accessToken: api.accessToken,
        shared: memoryState(),
      });
      const [alone, divided] = [stores.store(), stores.store()];
      const result = await client.report.sync({
        ...SYNC,
        target: postgres({ connection: stores.url, schema: alone.schema }),
      });
      const count = api.requests.filter(({ step }) => step === "create").length;
      const events: WorkerEvent[] = [];
      const location = { connection: server.url, queue: "sync" };
      const jobs = createJobs(location);
      const added = await jobs.addSync(SYNC);
      expect(added).toMatchObject({ added: true, state: "waiting" });
      expect(await jobs.addSync(SYNC)).toMatchObject({ id: added.id, added: false });
      const workers = Array.from({ length: 3 }, () =>
        startWorker({
          ...{ ...location, client, concurrency: 3, onEvent: (event) => events.push(event) },
          target: postgres({ connection: stores.url, schema: divided.schema }),
        }),
      );
      await emptied(server.url, "sync");
      await Promise.all(workers.map((worker) => worker.close()));
      await jobs.close();
      const [finished, ...others] = events.filter(({ type }) => type !== "done");
      expect(others).toEqual([]);
      expect(finished).toMatchObject({ type: "finished", job: { type: "sync" }, result });
      expect(finished).toBe(events.at(-1));
      expect(
        events.some(({ message }) =>
          /^campaign_days of \d+, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d: done, \d+ rows$/.test(
            message,
          ),
        ),
      ).toBe(true);
      expect(api.requests.filter(({ step }) => step === "create")).toHaveLength(2 * count);
      expect(await contents(divided.schema)).toEqual(await contents(alone.schema));
      // What a suspended worker would get if it wrote with an old fencing token.
      const fences = await stores.reader.query(
        `SELECT DISTINCT fence IS NULL AS missing FROM "${divided.schema}"._pinterest_sync_days`,
      );
      expect(fences.rows).toEqual([{ missing: false }]);
    });

    it("leaves the same tables if workers are killed and suspended, and Redis restarts", async () => {
      await using api = await createFakeServer({
        polls: 1,
        accounts: 12,
        entities: 4,
        clock: systemClock,
      });
      await using store = await redis({ durable: true });
      const client = createClient({ baseUrl: api.url, accessToken: api.accessToken });
      const [alone, divided] = [stores.store(), stores.store()];
      await client.report.sync({
        ...SYNC,
        target: postgres({ connection: stores.url, schema: alone.schema }),
      });
      const count = api.requests.filter(({ step }) => step === "create").length;
      const jobs = createJobs({ connection: store.url });
      await jobs.addSync(SYNC);
      const program = transpiled(fileURLToPath(new URL("sync-child.ts", import.meta.url)));
      const printed: string[] = [];
      const work = (): ChildProcess => {
        const child = spawn(
          process.execPath,
          [program, api.url, api.accessToken, store.url, stores.url, divided.schema],
          {
            stdio: ["pipe", "pipe", "inherit"],
          },
        );
        child.stdout
          .setEncoding("utf8")
          .on("data", (text: string) => printed.push(...text.trim().split("\n")));
        return child;
      };
      const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const workers = [work(), work(), work(), work()];
      await after(700);
      workers[0]?.kill("SIGSTOP");
      await after(300);
      workers[1]?.kill("SIGKILL");
      workers.push(work());
      await after(300);
      await store.stop();
      await after(1_000);
      await store.start();
      await after(1_500);
      workers[2]?.kill("SIGKILL");
      workers[0]?.kill("SIGCONT");
      const failed = () => printed.filter((text) => /^failed .*: failed: /.test(text));
      await emptied(store.url, "pinterest-reports");
      for (const worker of workers) worker.kill("SIGKILL");
      await jobs.close();
      const creates = api.requests.filter(({ step }) => step === "create").length - count;
      // Creates that were in flight when a worker was killed.
      expect(failed().length).toBeLessThanOrEqual(6);
      for (const text of failed())
        expect(text).toMatch(/an earlier run recorded no response to a create request/);
      expect(creates).toBeLessThanOrEqual(count);
      // This worker accepts duplicates, so it repeats creates with an unknown outcome.
      const shared = redisState({ connection: store.url });
      const target = postgres({ connection: stores.url, schema: divided.schema });
      const queue = new Queue("pinterest-reports", { connection: { url: store.url } });
      await queue.retryJobs({ state: "failed" });
      await queue.close();
      const last = startWorker({
        connection: store.url,
        client: createClient({ baseUrl: api.url, accessToken: api.accessToken, shared }),
        target,
        recreateUnknown: true,
      });
      await emptied(store.url, "pinterest-reports");
      await last.close();
      await shared.close();
      expect(printed.filter((text) => text.startsWith("finished "))).toHaveLength(1);
      expect(await contents(divided.schema)).toEqual(await contents(alone.schema));
    });

    // The steps are before and after each call on the first lease: acquire, write the plan, confirm
    // before adding the tasks, release.
    it.each(["its tasks have begun", "a task has failed", "all its tasks have ended"])(
      "ends once, with each report created once, if a worker is suspended at any step of planning until %s",
      async (until) => {
        const program = transpiled(fileURLToPath(new URL("sync-child.ts", import.meta.url)));
        const at = async (stopAt: number) => {
          await using api = await createFakeServer({
            ...{ polls: 1, accounts: 2, entities: 1, clock: systemClock },
            ...(until === "a task has failed" && {
              faults: [{ name: "refusal", on: "create", account: "549755885176", times: 99 }],
            }),
          });
          const { url: baseUrl, accessToken } = api;
          const { schema } = stores.store();
          const queue = `${until.replaceAll(" ", "-")}-${stopAt}`;
          const location = { connection: server.url, queue };
          const child = spawn(
            process.execPath,
            [program, baseUrl, accessToken, server.url, stores.url, schema, queue, `${stopAt}`],
            { stdio: ["pipe", "pipe", "inherit"] },
          );
          let printed = "";
          child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
          const jobs = createJobs({ ...location, attempts: 1 });
          await jobs.addSync({ ...SYNC, entities: [] });
          while (!printed.includes("suspended"))
            await new Promise((resolve) => setTimeout(resolve, 20));
          const shared = redisState({ connection: server.url });
          const events: WorkerEvent[] = [];
          const worker = startWorker({
            ...{ ...location, leaseMs: 1_000, bullmq: { drainDelay: 1 } },
            client: createClient({ baseUrl, accessToken, shared }),
            target: postgres({ connection: stores.url, schema }),
            onEvent: (event) => events.push(event),
          });
          const isReached = (): boolean =>
            until === "its tasks have begun"
              ? api.requests.some((request) => request.step === "create")
              : events.some(
                  ({ type }) => type === (until === "a task has failed" ? "failed" : "finished"),
                );
          while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 20));
          child.kill("SIGCONT");
          // Long enough for the resumed worker to do any damage.
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          await emptied(server.url, queue);
          child.kill("SIGKILL");
          await Promise.all([worker.close(), jobs.close()]);
          await shared.close();
          const ofType = (name: string): number =>
            events.filter(({ type }) => type === name).length +
            printed.split("\n").filter((line) => line.startsWith(`${name} `)).length;
          return {
            creates: api.requests.filter((request) => request.step === "create").length,
            failed: ofType("failed"),
            finished: ofType("finished"),
          };
        };
        const outcomes = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(at));
        const failed = until === "a task has failed" ? 2 : 0;
        expect(outcomes).toEqual(outcomes.map(() => ({ creates: 4, failed, finished: 1 })));
      },
    );

    it("ends with one event that lists all failures, after all other parts are loaded", async () => {
      const account = "549755885176";
      const refusal = { name: "refusal", on: "create", account, times: 4 } as const;
      await using api = await createFakeServer({
        ...{ polls: 1, accounts: 3, entities: 2, clock: systemClock },
        faults: [refusal],
      });
      const { schema } = stores.store();
      const events: WorkerEvent[] = [];
      const { url: baseUrl, accessToken } = api;
      const client = createClient({ baseUrl, accessToken, shared: memoryState() });
      const location = { connection: server.url, queue: "failing" };
      const jobs = createJobs({ ...location, attempts: 2 });
      const { id } = await jobs.addSync(SYNC);
      const target = postgres({ connection: stores.url, schema });
      const onEvent = (event: WorkerEvent): void => void events.push(event);
      const workers = [1, 2].map(() => startWorker({ ...location, client, onEvent, target }));
      const finished = () => events.filter((event) => event.type === "finished");
      while (finished().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      const [event] = finished();
      expect(event?.message).toMatch(
        /^sync of .*: all tasks have ended: 4 of 6 reports, \d+ rows; 2 failed, the first with: /,
      );
      expect(event?.result.failed.map(({ table, adAccountId }) => [table, adAccountId])).toEqual([
        ["campaign_days", account],
        ["ad_days", account],
      ]);
      // Remove the failed job from the queue.
      const queue = new Queue("failing", { connection: { url: server.url } });
      const kept = async (): Promise<unknown> => (await queue.getJob(id))?.returnvalue;
      while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await kept()).toMatchObject({ loaded: 4, failed: 2 });
      await queue.close();
      // When the sync is added again, it loads what is missing.
      expect(await jobs.addSync(SYNC)).toEqual({ id, added: false, state: "restarted" });
      while (finished().length === 1) await new Promise((resolve) => setTimeout(resolve, 20));
      await Promise.all(workers.map((worker) => worker.close()));
      await jobs.close();
      const [, again, ...others] = finished();
      expect(again?.result.failed).toEqual([]);
      expect(others).toEqual([]);
    });

    it("is not loaded again if a worker dies between writing the rows and recording that they were written", async () => {
      await using api = await createFakeServer({
        polls: 1,
        accounts: 3,
        entities: 2,
        clock: systemClock,
      });
      const { schema } = stores.store();
      const events: WorkerEvent[] = [];
      const memory = memoryState();
      const ended = new Set<string>();
      const shared: SharedState = {
        ...{
          name: memory.name,
          read: (key) => memory.read(key),
          pause: (category, ms) => memory.pause(category, ms),
          close: () => memory.close(),
        },
        take: (uses, options) => memory.take(uses, options),
        async acquire(key, options) {
          const lease = await memory.acquire(key, options);
          if (lease === null) return null;
          const write = async (record: string): Promise<void> => {
            const isDone =
              record.includes('"what":"done"') && lease.record?.includes('"handle"') !== true;
            if (!isDone || ended.has(key)) return lease.write(record);
            // Act as if the worker was killed here. Its earlier records remain.
            ended.add(key);
            throw new LeaseLostError(key);
          };
          const { fence, record, signal } = lease;
          return {
            fence,
            record,
            signal,
            write,
            confirm: () => lease.confirm(),
            release: () => lease.release(),
          };
        },
      };
      const client = createClient({ baseUrl: api.url, accessToken: api.accessToken, shared });
      const location = { connection: server.url, queue: "ended" };
      const jobs = createJobs(location);
      await jobs.addSync({ ...SYNC, entities: [] });
      const onEvent = (event: WorkerEvent): void => void events.push(event);
      const target = postgres({ connection: stores.url, schema });
      const worker = startWorker({ ...location, client, onEvent, target, leaseMs: 1_000 });
      const windows = 6;
      const done = () =>
        events.filter((event) => event.type === "done" && / to .*: /.test(event.message)).length;
      while (done() < windows && !events.some(({ type }) => type === "failed"))
        await new Promise((resolve) => setTimeout(resolve, 20));
      await worker.close();
      await jobs.close();
      expect(events.filter(({ type }) => type === "failed")).toEqual([]);
      expect(ended.size).toBeGreaterThanOrEqual(windows);
      const count = (step: string) =>
        api.requests.filter((request) => request.step === step).length;
      expect([count("create"), count("file")]).toEqual([windows, windows]);
    });
  },
);
