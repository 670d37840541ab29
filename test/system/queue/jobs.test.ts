import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, SharedStateError } from "../../../generated/index.js";
import {
  type AddedJob,
  createJobs,
  type JobsOptions,
  type JobWorker,
  type Lease,
  type SharedState,
  startWorker,
  type WorkerEvent,
  type WorkerOptions,
} from "../../../generated/jobs.js";
import { createFakeServer, type FakeServerOptions } from "../../../generated/testing.js";
import { systemClock } from "../../../runtime/clock.js";
import { InvalidArgumentError, LeaseLostError } from "../../../runtime/errors.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import { daysAgo, LAST_WEEK } from "../../support/last-week.js";
import { NO_REDIS, redis, type Redis as Server } from "../examples/redis.js";

const BODY = { ...LAST_WEEK, columns: ["CAMPAIGN_ID", "CLICKTHROUGH_1"] } as const;

let server: Server;
let queues = 0;

/** A separate queue whose workers run in this process. */
async function scene(
  options: FakeServerOptions<typeof systemClock> = {},
  jobsOptions: Partial<JobsOptions> = {},
) {
  const [api, shared, queue] = [
    await createFakeServer({ polls: 1, clock: systemClock, ...options }),
    memoryState(),
    `queue-${queues++}`,
  ];
  const events: WorkerEvent[] = [];
  const taken: string[] = [];
  const workers: JobWorker[] = [];
  const jobs = createJobs({ connection: server.url, queue, ...jobsOptions });
  const clientOf = (given: SharedState = shared) =>
    createClient({ baseUrl: api.url, accessToken: api.accessToken, shared: given });
  return {
    api,
    jobs,
    queue,
    shared,
    events,
    /** The account and tag of each delivered report. */
    taken,
    clientOf,
    work({
      shared: ofClient,
      ...given
    }: Partial<WorkerOptions> & { readonly shared?: SharedState } = {}): JobWorker {
      const worker = startWorker({
        ...{
          client: clientOf(ofClient),
          connection: server.url,
          queue,
          leaseMs: 1_000,
          concurrency: 4,
        },
        bullmq: { drainDelay: 1 },
        onEvent: (event) => events.push(event),
        async onReport(report, { adAccountId, tag = "" }) {
          await report.toArray();
          taken.push(`${adAccountId} ${tag}`);
        },
        ...given,
      });
      workers.push(worker);
      return worker;
    },
    count: (step: string) => api.requests.filter((request) => request.step === step).length,
    async until(isSo: () => boolean): Promise<void> {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.close()));
      await jobs.close();
      await api.close();
    },
  };
}

/** The shared state's methods as plain properties, so that some can be replaced. */
function methods(shared: SharedState): SharedState {
  return {
    name: shared.name,
    acquire: (...given) => shared.acquire(...given),
    read: (key) => shared.read(key),
    take: (...given) => shared.take(...given),
    pause: (...given) => shared.pause(...given),
    close: () => shared.close(),
  };
}

/** The lease's members as plain properties, so that some can be replaced. */
function held(lease: Lease): Lease {
  const { fence, record, signal } = lease;
  return {
    ...{ fence, record, signal },
    confirm: () => lease.confirm(),
    write: (text) => lease.write(text),
    release: () => lease.release(),
  };
}

function reports(count: number, tag?: string) {
  return Array.from({ length: count }, (_, at) => ({
    adAccountId: String(1_000 + at),
    body: BODY,
    ...(tag !== undefined && { tag }),
  }));
}

function idsOf(added: readonly AddedJob[]): readonly string[] {
  return added.map(({ id }) => id);
}

describe.skipIf(NO_REDIS !== null)(
  NO_REDIS === null ? "jobs in a queue" : `jobs in a queue: ${NO_REDIS}`,
  () => {
    beforeAll(async () => {
      server = await redis();
    });
    afterAll(() => server[Symbol.asyncDispose]());

    it("create each report once, on any worker, even if they are added again", async () => {
      await using at = await scene();
      at.work();
      at.work();
      const added = await at.jobs.addReports(reports(10));
      expect(added.map((job) => [job.added, job.state])).toEqual(
        added.map(() => [true, "waiting"]),
      );
      const again = await at.jobs.addReports([...reports(12), ...reports(1)]);
      expect(again.map((job) => job.added)).toEqual([
        ...added.map(() => false),
        ...[true, true, false],
      ]);
      expect(again.slice(0, 10).map(({ id }) => id)).toEqual(added.map(({ id }) => id));
      await at.until(() => at.taken.length >= 12);
      expect(at.taken.toSorted()).toEqual(reports(12).map(({ adAccountId }) => `${adAccountId} `));
      expect(at.count("create")).toBe(12);
    });

    it("are added once by any number of simultaneous producers, and only one producer reports this", async () => {
      await using at = await scene();
      const producers = Array.from({ length: 5 }, () => at.jobs.addReports(reports(20)));
      const all = (await Promise.all(producers)).flat();
      expect(all.filter(({ added }) => added)).toHaveLength(20);
      expect(new Set(idsOf(all)).size).toBe(20);
    });

    it("run again if they failed and are added again", async () => {
      await using at = await scene();
      const later = () => new Promise((resolve) => setTimeout(resolve, 300));
      let failures = 1;
      at.work({
        async onReport() {
          if (failures-- > 0) throw new InvalidArgumentError("not now");
        },
      });
      const [first] = await at.jobs.addReports(reports(1));
      await at.until(() => at.events.some(({ type }) => type === "failed"));
      await later();
      const [again] = await at.jobs.addReports(reports(1));
      expect(again).toEqual({ id: first?.id, added: false, state: "restarted" });
      await at.until(() => at.events.some(({ type }) => type === "done"));
      expect(at.count("create")).toBe(1);
      await later();
      expect(await at.jobs.addReports(reports(1))).toEqual([
        { id: first?.id, added: false, state: "done" },
      ]);
    });

    it("are separate jobs if the tag or the run differs", async () => {
      await using at = await scene();
      at.work();
      await at.jobs.addReports(reports(1));
      await at.jobs.addReports(reports(1, "again"));
      await at.jobs.addReports(reports(1), { run: "2" });
      await at.until(() => at.taken.length >= 3);
      expect(at.taken.toSorted()).toEqual(["1000 ", "1000 ", "1000 again"]);
    });

    it("are not added if a body violates a rule", async () => {
      await using at = await scene();
      const invalid = { ...BODY, end_date: daysAgo(30) };
      const adding = at.jobs.addReports([...reports(2), { adAccountId: "3", body: invalid }]);
      await expect(adding).rejects.toThrow(/^body of report 3 breaks 1 rule/);
      at.work();
      await at.jobs.addReports(reports(1));
      await at.until(() => at.taken.length > 0);
      expect(at.count("create")).toBe(1);
    });

    it("are redelivered after an error in the report handler, without a new report", async () => {
      await using at = await scene();
      let times = 0;
      at.work({
        async onReport() {
          if (++times < 3) throw new Error("the disk is full");
        },
      });
      await at.jobs.addReports(reports(1));
      await at.until(() => at.events.some(({ type }) => type === "done"));
      expect(times).toBe(3);
      expect(at.events.map(({ type }) => type)).toEqual(["failed", "failed", "done"]);
      expect(at.events[0]).toMatchObject({
        willRetry: true,
        message: "report of 1000: failed and will be retried: the disk is full",
      });
      expect(at.count("create")).toBe(1);
    });

    it("fail permanently if a create gets no response", async () => {
      await using at = await scene({ faults: [{ name: "cut-connection", on: "create" }] });
      at.work();
      await at.jobs.addReports(reports(1));
      await at.until(() => at.events.length > 0);
      expect(at.events).toMatchObject([
        { type: "failed", willRetry: false, error: { name: "CreateOutcomeUnknownError" } },
      ]);
      expect(at.count("create")).toBe(1);
    });

    it("fail permanently if another worker died during its create, unless the worker accepts duplicates", async () => {
      await using at = await scene();
      const [one = "", other = ""] = idsOf(await at.jobs.addReports(reports(2)));
      for (const id of [one, other]) {
        const key = `jobs:bull:${at.queue}:${id}`;
        const lease = await at.shared.acquire(key);
        await lease?.write(
          JSON.stringify({ version: 1, at: new Date().toISOString(), key, what: "intent" }),
        );
        await lease?.release();
      }
      const worker = at.work({ concurrency: 1 });
      await at.until(() => at.events.length > 1);
      await worker.close();
      expect(at.events).toMatchObject(
        Array(2).fill({
          type: "failed",
          willRetry: false,
          error: { name: "CreateOutcomeUnknownError" },
        }),
      );
      expect(at.count("create")).toBe(0);
      const failed = new Queue(at.queue, { connection: { url: server.url } });
      await failed.retryJobs({ state: "failed" });
      await failed.close();
      at.work({ recreateUnknown: true });
      await at.until(() => at.taken.length > 1);
      expect(at.count("create")).toBe(2);
    });

    it("return to the queue if another worker has the report, without counting an attempt", async () => {
      await using at = await scene({}, { attempts: 1 });
      const [id = ""] = idsOf(await at.jobs.addReports(reports(1)));
      const lease = await at.shared.acquire(`jobs:bull:${at.queue}:${id}`);
      // A BullMQ lock that outlasts the test, at whose end it would return the job.
      at.work({ bullmq: { drainDelay: 1, lockDuration: 60_000 } });
      await at.until(() => at.events.length >= 3);
      expect(new Set(at.events.map(({ message }) => message))).toEqual(
        new Set(["report of 1000: back in the queue: another worker has it"]),
      );
      await lease?.release();
      await at.until(() => at.taken.length > 0);
      expect(at.events.at(-1)).toMatchObject({ type: "done" });
    });

    it("return to the queue while the shared state is unreachable, without counting an attempt", async () => {
      await using at = await scene({}, { attempts: 1 });
      let isAway = true;
      const acquire: SharedState["acquire"] = async (key, options) => {
        if (isAway) throw new SharedStateError("the state does not respond");
        return at.shared.acquire(key, options);
      };
      at.work({ shared: { ...methods(at.shared), acquire } });
      await at.jobs.addReports(reports(1));
      await at.until(() => at.events.length >= 2);
      expect(at.events.map(({ type }) => type)).toEqual(["returned", "returned"]);
      isAway = false;
      await at.until(() => at.taken.length > 0);
    });

    it("are recorded once the shared state is available again, if it was unreachable when the response to a create arrived", async () => {
      await using at = await scene();
      let isAway = false;
      const shared: SharedState = {
        ...methods(at.shared),
        async acquire(key, options) {
          const lease = await at.shared.acquire(key, options);
          const write = async (record: string): Promise<void> => {
            if (isAway) throw new SharedStateError("the state does not respond");
            await lease?.write(record);
            if (!record.includes('"intent"')) return;
            isAway = true;
            setTimeout(() => (isAway = false), 1_000);
          };
          return (
            lease && {
              fence: lease.fence,
              record: lease.record,
              signal: lease.signal,
              confirm: lease.confirm,
              release: lease.release,
              write,
            }
          );
        },
      };
      at.work({ shared });
      await at.jobs.addReports(reports(1));
      await at.until(() => at.taken.length > 0);
      expect(at.events.map(({ type }) => type)).toEqual(["done"]);
      expect(at.count("create")).toBe(1);
    });

    it("stay in the queue after Pinterest rejects the token permanently, until a worker has a valid token", async () => {
      await using at = await scene();
      const workers = [at.work(), at.work()];
      await Promise.all(workers.map(({ started }) => started));
      at.api.revoke();
      // One worker requests the report, and the other one is notified.
      await at.jobs.addReports(reports(1));
      await at.until(() => at.events.filter(({ type }) => type === "stopped").length === 2);
      await at.jobs.addReports(reports(20));
      await Promise.all(workers.map((worker) => worker.close()));
      expect(at.events.filter(({ type }) => type === "stopped")).toHaveLength(2);
      expect(at.events.filter(({ type }) => type === "failed")).toEqual([]);
      expect(at.taken).toEqual([]);
      const count = at.count("create");
      // Another worker with the same token reports it again and takes no jobs.
      await at.work().started;
      expect(at.events.filter(({ type }) => type === "stopped")).toHaveLength(3);
      expect(at.count("create")).toBe(count);
      const client = createClient({
        ...{ baseUrl: at.api.url, shared: at.shared },
        refreshToken: "fake-refresh-token",
        clientId: "fake-client-id",
        clientSecret: "fake-client-secret",
        onTokens() {},
      });
      // This worker belongs to another group, which has not stopped.
      await at.work({ client }).started;
      await at.until(() => at.taken.length >= 20);
      expect(at.taken.toSorted()).toEqual(reports(20).map(({ adAccountId }) => `${adAccountId} `));
    });

    it("are taken by workers with valid credentials, even if another worker in the group has reported those credentials as invalid", async () => {
      await using at = await scene();
      const workers = [at.work(), at.work()];
      await Promise.all(workers.map(({ started }) => started));
      // What a worker recorded that was suspended before a new login.
      const keys: string[] = [];
      const read = (key: string) => {
        keys.push(key);
        return at.shared.read(key);
      };
      const shared: SharedState = { ...methods(at.shared), read };
      await at.work({ shared }).started;
      const key = keys.find((name) => name.includes("stopped")) ?? "";
      const lease = await at.shared.acquire(key);
      await lease?.write("void");
      await lease?.release();
      while ((await at.shared.read(key)) !== "")
        await new Promise((resolve) => setTimeout(resolve, 20));
      await at.jobs.addReports(reports(5));
      await at.until(() => at.taken.length >= 5);
      expect(at.events.filter(({ type }) => type === "stopped")).toEqual([]);
    });

    it("fail after the maximum number of attempts if requests are rejected although the token is valid", async () => {
      const faults = [
        { name: "token-refused", on: "create", times: Number.POSITIVE_INFINITY },
      ] as const;
      await using at = await scene({ faults }, { attempts: 2 });
      at.work({
        client: createClient({
          baseUrl: at.api.url,
          accessToken: () => at.api.accessToken,
          shared: at.shared,
        }),
      });
      await at.jobs.addReports(reports(1));
      await at.until(() => at.events.some(({ type }) => type === "failed"));
      await at.until(() => at.events.filter(({ type }) => type === "failed").length === 2);
      expect(at.events).toMatchObject([
        { type: "failed", willRetry: true },
        { type: "failed", willRetry: false },
      ]);
    });

    it("cannot be created without shared state", async () => {
      await using at = await scene();
      const client = createClient({ baseUrl: at.api.url, accessToken: at.api.accessToken });
      expect(() => at.work({ client })).toThrow(
        "the client has no shared state: create it with createClient({ shared: redisState(…) })",
      );
    });

    it("return to the queue while the rate limit is reached, without counting an attempt, and no worker takes jobs meanwhile", async () => {
      await using at = await scene({}, { attempts: 1 });
      const client = createClient({
        ...{
          baseUrl: at.api.url,
          accessToken: at.api.accessToken,
          deadlineMs: 400,
          shared: at.shared,
        },
        rateLimits: { ads_analytics: { requests: 4, perMs: 2_000 } },
      });
      at.work({ client, deadlineMs: 400 });
      await at.jobs.addReports(reports(6));
      await at.until(() => at.taken.length >= 6);
      expect(new Set(at.events.map(({ type }) => type))).toEqual(new Set(["returned", "done"]));
      expect(at.count("create")).toBe(6);
    });

    it("return to the queue, with an event, if a worker does not recognize their kind", async () => {
      await using at = await scene();
      const queue = new Queue(at.queue, { connection: { url: server.url } });
      await queue.add("other", { version: 2 });
      at.work();
      await at.until(() => at.events.length > 0);
      await queue.close();
      expect(at.events).toMatchObject([
        {
          type: "returned",
          message: expect.stringContaining("from a newer version of this package"),
        },
      ]);
    });

    it("wait during an outage, so that few create requests are sent", async () => {
      await using at = await scene({
        faults: [{ name: "html-error", on: "create", times: Number.POSITIVE_INFINITY }],
      });
      const client = createClient({
        baseUrl: at.api.url,
        accessToken: at.api.accessToken,
        maxRetries: 0,
        shared: at.shared,
      });
      at.work({ client });
      await at.jobs.addReports(reports(60));
      await at.until(() => at.events.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(at.count("create")).toBeLessThanOrEqual(4 + 3);
      expect(at.events.length).toBeLessThanOrEqual(4 + 3);
    });

    it("can use the caller's own connection, which stays open", async () => {
      await using at = await scene();
      const connection = new Redis(server.url, { maxRetriesPerRequest: null });
      const jobs = createJobs({ connection, queue: at.queue });
      const worker = at.work({ connection });
      await jobs.addReports(reports(2));
      await at.until(() => at.taken.length >= 2);
      await worker.close();
      await jobs.close();
      expect(await connection.ping()).toBe("PONG");
      connection.disconnect();
    });

    it("return to the queue if they are waiting for Pinterest when their worker is closed, and continue on another worker", async () => {
      const slow = ["1001", "1002"].map(
        (account) => ({ name: "slow", account, value: 4_000 }) as const,
      );
      await using at = await scene({ faults: slow });
      const ends: (() => void)[] = [];
      const worker = at.work({
        onReport: () => new Promise<void>((resolve) => void ends.push(resolve)),
      });
      const [first = ""] = idsOf(await at.jobs.addReports(reports(3)));
      await at.until(() => ends.length > 0 && at.count("create") === 3 && at.count("poll") >= 3);
      let isClosed = false;
      const closing = worker.close().then(() => (isClosed = true));
      await at.until(() => at.events.length === 2);
      expect(at.events.map(({ message }) => message).toSorted()).toEqual(
        [1, 2].map((number) => `report of 100${number}: back in the queue: the worker is closed`),
      );
      expect(isClosed).toBe(false);
      ends[0]?.();
      await closing;
      expect(at.events.slice(2)).toMatchObject([{ type: "done", job: { id: first } }]);
      at.work();
      await at.until(() => at.taken.length === 2);
      expect(at.count("create")).toBe(3);
    });

    it("are not repeated once they are done, even if the queue has forgotten them", async () => {
      await using at = await scene();
      at.work();
      const [id = ""] = idsOf(await at.jobs.addReports(reports(1)));
      await at.until(() => at.events.length === 1);
      const queue = new Queue(at.queue, { connection: { url: server.url } });
      while ((await queue.remove(id)) === 0)
        await new Promise((resolve) => setTimeout(resolve, 10));
      await queue.close();
      await at.jobs.addReports(reports(1));
      await at.until(() => at.events.length === 2);
      expect(at.events).toMatchObject([
        { repeated: false },
        { repeated: true, message: "report of 1000: was already done" },
      ]);
      expect(at.taken).toHaveLength(1);
      expect(at.count("create")).toBe(1);
    });

    it("are not delivered after their lease is lost, and cannot be read to the end if the lease is lost during delivery", async () => {
      await using at = await scene({ entities: 200 });
      let isLost = true;
      const lost = new AbortController();
      const shared: SharedState = {
        ...methods(at.shared),
        async acquire(key, options) {
          const lease = await at.shared.acquire(key, options);
          if (lease === null) return null;
          const confirm = async (): Promise<void> => {
            if (isLost) throw new LeaseLostError(key);
          };
          return { ...held(lease), signal: lost.signal, confirm };
        },
      };
      const errors: unknown[] = [];
      let rows = 0;
      at.work({
        shared,
        async onReport(report, { signal }) {
          try {
            for await (const _ of report.rows())
              if (++rows === 1) lost.abort(new LeaseLostError("the job"));
          } catch (error) {
            errors.push(error, signal.reason);
            // The job now belongs to another worker, so an error here has no effect.
            throw new Error("it broke off");
          }
        },
      });
      await at.jobs.addReports(reports(1));
      await at.until(() => at.events.length === 1);
      expect(rows).toBe(0);
      isLost = false;
      await at.until(() => at.events.length === 2);
      expect(errors).toMatchObject([{ name: "LeaseLostError" }, { name: "LeaseLostError" }]);
      expect(rows).toBe(1);
      expect(new Set(at.events.map(({ message }) => message))).toEqual(
        new Set(["report of 1000: back in the queue: its lease has ended"]),
      );
    });
  },
);
