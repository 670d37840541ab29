import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../../../generated/index.js";
import { startWorker, type WorkerEvent, type WorkerOptions } from "../../../generated/jobs.js";
import { customTarget } from "../../../generated/sync.js";
import { createFakeClock, createFakeServer } from "../../../generated/testing.js";
import { InvalidArgumentError, LeaseLostError } from "../../../runtime/errors.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import type { FakeServerOptions } from "../../../runtime/testing/index.js";
import { concurrentStore } from "../../support/concurrent-target.js";
import { type FakeJob, fakeBull, jobOf } from "../../support/fake-bullmq.js";
import { fakeRedis } from "../../support/fake-ioredis.js";
import { CAMPAIGN_DAYS, START } from "../../support/sync.js";

const connection = "redis://127.0.0.1:1";
const ACCOUNT = "549755885175";
const BODY = { ...CAMPAIGN_DAYS, start_date: "2026-06-08", end_date: "2026-06-14" };
const REPORT = { version: 1, type: "report", flow: "report", adAccountId: ACCOUNT, body: BODY };

const bull = fakeBull();
vi.doMock("bullmq", () => bull.library);
afterAll(() => void vi.doUnmock("bullmq"));

type Given = Partial<WorkerOptions> & {
  readonly server?: FakeServerOptions;
  readonly clientOptions?: object;
};

/** A worker on an in-memory queue whose jobs the test runs. */
async function scene({ server: serverOptions, clientOptions, ...given }: Given = {}) {
  bull.clear();
  const clock = createFakeClock({ start: START });
  const server = await createFakeServer({ polls: 0, ...serverOptions, clock });
  const shared = memoryState({ clock });
  const client = createClient({
    ...{ baseUrl: server.url, accessToken: server.accessToken, fetch: server.fetch },
    ...{ clock, shared },
    ...clientOptions,
  });
  const events: WorkerEvent[] = [];
  const taken: unknown[] = [];
  const worker = startWorker({
    ...{ connection, client },
    onReport: async (_, task) => void taken.push(task),
    onEvent: (event) => events.push(event),
    ...given,
  });
  await worker.started;
  const [part, queue] = [bull.workers[0], bull.queues[0]];
  if (part === undefined || queue === undefined) throw new Error("BullMQ was not begun");
  return {
    ...{ bull, clock, server, shared, client, events, taken, worker, part, queue },
    process: (job: FakeJob) => part.process(job, "token"),
    count: (step: string) => server.requests.filter((request) => request.step === step).length,
    async [Symbol.asyncDispose]() {
      await worker.close();
      await server.close();
    },
  };
}

const reportJob = (more: object = {}, job: Partial<FakeJob> = {}) =>
  jobOf({ id: "one", data: { ...REPORT, ...more }, ...job });

const rejected = async (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => expect.unreachable("it was to reject"),
    (error: unknown) => error as Error,
  );

describe("a worker", () => {
  it("starts a BullMQ worker with settings that rarely move a job to another worker", async () => {
    await using at = await scene({ leaseMs: 4_000, queue: "ads", prefix: "mine" });
    expect([at.part.name, at.queue.name]).toEqual(["ads", "ads"]);
    const location = { connection: { host: "127.0.0.1", port: 1 }, prefix: "mine" };
    expect(at.queue.options).toMatchObject(location);
    expect(at.part.options).toMatchObject({
      ...location,
      ...{ concurrency: 20, lockDuration: 4_000, stalledInterval: 2_000, runRetryDelay: 1_000 },
      limiter: { max: 1_000_000, duration: 1_000 },
      maxStalledCount: 1_000_000,
    });
    expect(at.part.calls).toEqual(["wait until ready"]);
  });

  it("passes additional options to BullMQ, but does not let them change the server or the number of jobs", async () => {
    const bullmq = { drainDelay: 7, lockDuration: 9, concurrency: 3, connection: {} };
    await using at = await scene({ bullmq, concurrency: 5 });
    expect(at.part.options).toMatchObject({ drainDelay: 7, lockDuration: 9, concurrency: 5 });
    expect(at.part.options.connection).toMatchObject({ host: "127.0.0.1" });
  });

  it.each([
    [{ concurrency: 0 }, "concurrency must be a whole number from 1 to 10000"],
    [{ concurrency: 1.5 }, "concurrency must be a whole number from 1 to 10000"],
    [{ concurrency: 10_001 }, "concurrency must be a whole number from 1 to 10000"],
    [{ leaseMs: 999 }, "leaseMs must be at least 1,000 milliseconds"],
    [{ leaseMs: -1 }, "leaseMs"],
    [{ maxCrashes: 1 }, "maxCrashes must be a whole number of at least 2"],
    [{ maxCrashes: 2.5 }, "maxCrashes must be a whole number of at least 2"],
    [{ keepMs: 0 }, "keepMs"],
    [{ deadlineMs: 0 }, "deadlineMs"],
    [{ onReport: 1 }, "onReport must be a function"],
    [{ onEvent: 1 }, "onEvent must be a function"],
    [{ leaseMS: 1 }, "leaseMS is not an option here"],
    [{ client: {} }, "expected a client or a connection"],
    [{ client: createClient({ accessToken: "a" }) }, "the client has no shared state"],
    [{ target: {} }, "target"],
  ])("rejects the options %j", (options, message) => {
    const client = createClient({ accessToken: "a", shared: memoryState() });
    const given = { connection, client, ...options } as never;
    expect(() => startWorker(given)).toThrow(message);
  });

  it("accepts each option at its limits", async () => {
    for (const options of [{ concurrency: 10_000 }, { leaseMs: 1_000, maxCrashes: 2 }]) {
      await using at = await scene(options);
      expect(at.events).toEqual([]);
    }
  });
});

describe("a report job", () => {
  it("delivers the report once, with its details and an event", async () => {
    await using at = await scene();
    const job = reportJob({ tag: "again", run: "r" });
    expect(await at.process(job)).toBeUndefined();
    const facts = { id: "one", flow: "report", adAccountId: ACCOUNT, tag: "again", run: "r" };
    expect(at.taken).toEqual([
      {
        ...facts,
        body: BODY,
        fence: expect.any(Number),
        signal: expect.any(AbortSignal),
        confirm: expect.any(Function),
      },
    ]);
    const info = { ...facts, type: "report" };
    const done = { type: "done", job: info, rows: null, isEmptied: false };
    expect(at.events).toEqual([
      { ...done, repeated: false, message: `report of ${ACCOUNT}, again: done` },
    ]);
    await at.process(reportJob({ tag: "again", run: "r" }));
    expect(at.taken).toHaveLength(1);
    expect(at.events[1]).toEqual({
      ...{ ...done, repeated: true },
      message: `report of ${ACCOUNT}, again: was already done`,
    });
    expect(at.count("create")).toBe(1);
  });

  it("has no tag or run if it was added without them", async () => {
    await using at = await scene();
    await at.process(reportJob());
    expect(Object.keys(at.taken[0] as object)).toEqual([
      "id",
      "flow",
      "adAccountId",
      "body",
      "fence",
      "signal",
      "confirm",
    ]);
  });

  it("can be confirmed during delivery but not afterwards", async () => {
    let confirm = async (): Promise<void> => {};
    await using at = await scene({
      async onReport(_, task) {
        confirm = task.confirm;
        await confirm();
      },
    });
    await at.process(reportJob());
    await expect(confirm()).rejects.toThrow(LeaseLostError);
  });

  it("is retried after an error as long as attempts are left", async () => {
    const thrown = new Error("the disk is full");
    await using at = await scene({ onReport: () => Promise.reject(thrown) });
    const job = reportJob({}, { opts: { attempts: 2 } });
    expect(await rejected(at.process(job))).toBe(thrown);
    job.attemptsMade = 1;
    expect(await rejected(at.process(job))).toBe(thrown);
    // A job without a number of attempts has one attempt.
    expect(await rejected(at.process(reportJob()))).toBe(thrown);
    const failed = { type: "failed", error: thrown };
    const name = `report of ${ACCOUNT}`;
    expect(at.events).toMatchObject([
      {
        ...failed,
        willRetry: true,
        message: `${name}: failed and will be retried: the disk is full`,
      },
      { ...failed, willRetry: false, message: `${name}: failed: the disk is full` },
      { ...failed, willRetry: false },
    ]);
    expect(at.count("create")).toBe(1);
    expect(job.delays).toEqual([]);
  });

  it("can fail with any thrown value", async () => {
    await using at = await scene({ onReport: () => Promise.reject("no") });
    expect(await rejected(at.process(reportJob()))).toEqual(new Error("no"));
  });

  it("fails permanently after an error that a retry would not fix", async () => {
    const thrown = new InvalidArgumentError("no");
    await using at = await scene({ onReport: () => Promise.reject(thrown) });
    const error = await rejected(at.process(reportJob({}, { opts: { attempts: 9 } })));
    expect(error).toBeInstanceOf(at.bull.library.UnrecoverableError);
    expect(error).toMatchObject({ message: "no", cause: thrown });
    expect(at.events).toMatchObject([{ type: "failed", willRetry: false, error: thrown }]);
  });

  it("returns to the queue if another worker has the report, even if the job's lock is lost", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
    try {
      await using at = await scene({ leaseMs: 4_000 });
      const lease = await at.shared.acquire("jobs:bull:pinterest-reports:one");
      const job = reportJob();
      expect(await rejected(at.process(job))).toBeInstanceOf(at.bull.library.DelayedError);
      expect(job.delays).toEqual([[1_002_000, "token"]]);
      const lost = reportJob({}, { moveToDelayed: () => Promise.reject(new Error("lost")) });
      expect(await rejected(at.process(lost))).toBeInstanceOf(at.bull.library.DelayedError);
      const message = `report of ${ACCOUNT}: back in the queue: another worker has it`;
      expect(at.events.map(({ type, message }) => [type, message])).toEqual([
        ["returned", message],
        ["returned", message],
      ]);
      await lease?.release();
    } finally {
      vi.useRealTimers();
    }
  });

  it("does not repeat a create during which a worker died, unless the worker's options allow it", async () => {
    const key = "jobs:bull:pinterest-reports:one";
    const at = "2026-06-15T00:00:00Z";
    for (const recreateUnknown of [undefined, true]) {
      await using scened = await scene({ ...(recreateUnknown && { recreateUnknown }) });
      const lease = await scened.shared.acquire(key);
      await lease?.write(JSON.stringify({ version: 1, at, key, what: "intent" }));
      await lease?.release();
      const running = scened.process(reportJob());
      if (recreateUnknown) await running;
      else expect(await rejected(running)).toMatchObject({ name: "Error" });
      expect(scened.count("create")).toBe(recreateUnknown ? 1 : 0);
      expect(scened.events[0]?.type).toBe(recreateUnknown ? "done" : "failed");
    }
  });

  it("waits for the report no longer than the worker's deadline", async () => {
    await using at = await scene({ deadlineMs: 5_000, server: { polls: 1_000_000 } });
    const began = at.clock.now();
    expect(await rejected(at.process(reportJob()))).toMatchObject({ name: "PollTimeoutError" });
    expect(at.clock.now() - began).toBeLessThan(10_000);
  });

  it("keeps its record for the worker's keepMs", async () => {
    await using at = await scene({ keepMs: 60_000 });
    await at.process(reportJob());
    await at.clock.advance(59_000);
    await at.process(reportJob());
    await at.clock.advance(61_000);
    await at.process(reportJob());
    expect(at.count("create")).toBe(2);
  });

  it("returns to the queue if its lease is lost, whatever happens next", async () => {
    await using at = await scene({
      async onReport(_, { confirm }) {
        await lose();
        await confirm();
      },
    });
    const lost = new AbortController();
    const acquire = at.shared.acquire.bind(at.shared);
    at.shared.acquire = async (key, options) => {
      const lease = await acquire(key, options);
      return (
        lease && {
          ...lease,
          signal: lost.signal,
          fence: lease.fence,
          record: lease.record,
          confirm: lease.confirm,
          write: lease.write,
          release: lease.release,
        }
      );
    };
    const lose = async (): Promise<void> => {
      lost.abort(new LeaseLostError("one"));
      throw new InvalidArgumentError("what it led to");
    };
    expect(await rejected(at.process(reportJob()))).toBeInstanceOf(at.bull.library.DelayedError);
    expect(at.events).toMatchObject([
      { type: "returned", message: `report of ${ACCOUNT}: back in the queue: its lease has ended` },
    ]);
  });

  it("pauses the queue while the rate limit is exhausted", async () => {
    const rateLimits = { ads_analytics: { requests: 2, perMs: 60_000 } };
    await using at = await scene({ clientOptions: { rateLimits, deadlineMs: 1_000 } });
    await at.process(reportJob());
    const error = await rejected(at.process(jobOf({ id: "two", data: { ...REPORT, tag: "2" } })));
    expect(error.message).toBe("rate limit");
    const [ms = 0] = at.queue.limits;
    expect(at.queue.limits).toHaveLength(1);
    expect(ms > 0 && ms <= 60_000, String(ms)).toBe(true);
    expect(at.events[1]).toMatchObject({
      type: "returned",
      job: { id: "two" },
      message: expect.stringMatching(/^report of \d+, 2: back in the queue: [^(]+$/),
    });
  });

  it.each([
    [
      { onReport: undefined },
      {},
      "this worker has no onReport to receive reports: pass onReport to startWorker",
    ],
    [{}, { flow: "new-report" }, "this worker does not know the report new-report"],
    [{}, { type: "sync" }, "this worker has no target for tables: pass target to startWorker"],
    [
      {},
      { version: 2 },
      "the job is from a newer version of this package, or from another program",
    ],
    [
      {},
      { type: "other" },
      "the job is from a newer version of this package, or from another program",
    ],
  ])(
    "is left to other workers if the worker's options are %j and the job's data are %j",
    async (options, data, reason) => {
      await using at = await scene(options as object);
      const error = await rejected(at.process(reportJob(data)));
      expect(error).toBeInstanceOf(at.bull.library.DelayedError);
      expect(at.events).toMatchObject([
        { type: "returned", message: expect.stringMatching(`: back in the queue: ${reason}$`) },
      ]);
      expect(at.count("create")).toBe(0);
    },
  );

  it("runs alone if one of its workers died, and fails if another dies", async () => {
    const opts = { attempts: 5 };
    await using at = await scene({ maxCrashes: 2 });
    const job = reportJob({}, { stalledCounter: 1, opts });
    await at.process(job);
    expect(at.part.calls.slice(1)).toEqual(["pause", "resume"]);
    // As if a worker had died in the meantime.
    const dead = { ...job, stalledCounter: 2, data: { ...Object(job.data), aloneAfter: 1 } };
    const error = await rejected(at.process(dead as never));
    expect(error).toBeInstanceOf(at.bull.library.UnrecoverableError);
    expect(error.message).toMatch(/^2 workers have died while running this job/);
  });
});

describe("a worker whose credentials are rejected", () => {
  it("takes no jobs until its credentials are accepted again, and uses up no attempts", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      await using at = await scene({ clientOptions: { accessToken: () => token } });
      let token = at.server.accessToken;
      const good = token;
      token = "void";
      const job = reportJob();
      const began = Date.now();
      expect(await rejected(at.process(job))).toBeInstanceOf(at.bull.library.DelayedError);
      expect(at.part.calls.slice(1)).toEqual(["pause"]);
      const [[until = 0] = []] = job.delays;
      expect(until - began).toBeGreaterThanOrEqual(1_000);
      expect(until - began).toBeLessThan(3_000);
      expect(at.events.map(({ message }) => message)).toEqual([
        expect.stringMatching(
          /^the worker has stopped taking jobs, which stay in the queue, because of this error: \S/,
        ),
        `report of ${ACCOUNT}: back in the queue: the credentials are rejected`,
      ]);
      // While a job must run alone, no other job is taken.
      await rejected(at.process(reportJob({}, { stalledCounter: 2 })));
      expect(at.part.calls.slice(1)).toEqual(["pause", "pause"]);
      token = good;
      await vi.advanceTimersByTimeAsync(40_000);
      expect(at.part.calls.slice(1)).toEqual(["pause", "pause", "resume"]);
      expect(at.events.at(-1)).toEqual({
        type: "resumed",
        message: "Pinterest accepts the credentials again: the worker is taking jobs again",
      });
      await at.process(job);
      expect(at.taken).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("retries a job that is rejected even though the token is valid", async () => {
    const faults = [{ name: "token-refused", on: "create", times: 100 }] as const;
    await using at = await scene({
      server: { faults },
      clientOptions: { accessToken: () => at.server.accessToken },
    });
    const error = await rejected(at.process(reportJob({}, { opts: { attempts: 2 } })));
    expect(error).toMatchObject({ name: "AuthError" });
    expect(at.events).toMatchObject([{ type: "failed", willRetry: true }]);
    expect(at.part.calls.slice(1)).toEqual([]);
  });
});

describe("a BullMQ error in a worker", () => {
  it("is reported as an event without its command", async () => {
    await using at = await scene();
    const error = Object.assign(new Error("no"), { command: { name: "auth", args: ["secret"] } });
    at.part.emit("error", error);
    at.queue.emit("error", new Error("other"));
    expect(at.events).toMatchObject([
      { type: "error", message: "queue: no", error: { message: "no" } },
      { type: "error", message: "queue: other" },
    ]);
    expect(JSON.stringify(at.events)).not.toContain("secret");
    await at.worker.close();
    at.part.emit("error", new Error("late"));
    expect(at.events).toHaveLength(2);
  });

  it("is ignored if it says that another worker has the job", async () => {
    await using at = await scene();
    at.part.emit("error", new Error("Missing lock for job 1. moveToFinished"));
    at.part.emit("error", new Error("could not renew lock for job 1"));
    expect(at.events).toEqual([]);
    at.part.emit("error", new Error("there is a Missing lock for job 1"));
    expect(at.events).toHaveLength(1);
  });

  it.each(["error", "ioredis:close"])(
    "is reported only once, through %s, if Redis is unreachable",
    async (event) => {
      await using at = await scene();
      at.queue.isPaused = () => new Promise(() => {});
      for (let times = 0; times < 3; times++) at.part.emit(event, new Error("ECONNREFUSED"));
      expect(at.events.map(({ type }) => type)).toEqual(["redis-unavailable"]);
    },
  );
});

describe("a queue's database", () => {
  const redis = fakeRedis();
  const client = createClient({ accessToken: "a", shared: memoryState() });
  const begun = () => {
    const events: WorkerEvent[] = [];
    const onEvent = (event: WorkerEvent): void => void events.push(event);
    return { events, worker: startWorker({ connection: `${connection}/3`, client, onEvent }) };
  };
  const asked = async (): Promise<void> => {
    while (redis.clients[0]?.calls.length !== 1)
      await new Promise((resolve) => setTimeout(resolve));
  };

  beforeAll(() => void vi.doMock("ioredis", () => redis.library));
  afterAll(() => void vi.doUnmock("ioredis"));
  beforeEach(() => {
    redis.clear();
    bull.clear();
  });

  it("is checked before BullMQ starts, with one event if the server is unreachable", async () => {
    let respond = (_: unknown): void => {};
    redis.replies.select = () => new Promise((resolve) => (respond = resolve));
    const { worker, events } = begun();
    await asked();
    const emit = (message: string): void =>
      redis.clients[0]?.listeners.get("error")?.(new Error(message));
    emit("WRONGPASS");
    expect(events).toEqual([]);
    for (let times = 0; times < 2; times++) emit("connect ECONNREFUSED");
    expect(events.map(({ type }) => type)).toEqual(["redis-unavailable"]);
    expect(bull.workers).toEqual([]);
    respond("OK");
    await worker.started;
    expect(bull.workers).toHaveLength(1);
    expect(events.map(({ type }) => type)).toEqual(["redis-unavailable", "redis-available"]);
    await worker.close();
  });

  it("makes `worker.started` reject, without showing a command, if it does not exist or the password is wrong", async () => {
    const command = { args: ["secret"] };
    redis.replies.select = () => Promise.reject(new Error("ERR DB index is out of range"));
    await expect(begun().worker.started).rejects.toThrow("refuses database 3");
    redis.replies.select = () => Promise.reject(Object.assign(new Error("WRONGPASS"), { command }));
    const { worker } = begun();
    const error = await rejected(worker.started);
    expect(error.message).toBe("WRONGPASS");
    expect(error).not.toHaveProperty("command");
    await worker.close();
    expect(bull.workers).toEqual([]);
  });

  it("does not delay closing the worker while it is being checked", async () => {
    redis.replies.select = () => new Promise(() => {});
    const { worker } = begun();
    await asked();
    redis.replies.select = () => Promise.reject(new Error("Connection is closed."));
    void worker.close();
    await worker.started;
    expect(redis.clients[0]?.isConnected).toBe(false);
  });
});

describe("closing a worker", () => {
  it("takes no more jobs, waits for deliveries, and then closes everything", async () => {
    let end = (): void => {};
    const ending = new Promise<void>((resolve) => (end = resolve));
    let began = (): void => {};
    const beginning = new Promise<void>((resolve) => (began = resolve));
    await using at = await scene({
      async onReport() {
        began();
        await ending;
      },
    });
    const running = at.process(reportJob());
    await beginning;
    let isClosed = false;
    const closing = at.worker.close().then(() => (isClosed = true));
    expect(at.worker.close()).toBe(at.worker.close());
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect([isClosed, at.part.calls.slice(1)]).toEqual([false, ["pause"]]);
    end();
    await running;
    await closing;
    expect(at.part.calls.slice(1)).toEqual(["pause", "close"]);
    expect(at.queue.calls).toEqual(["close"]);
    expect(at.events.map(({ type }) => type)).toEqual(["done"]);
  });

  it("puts jobs that are waiting for Pinterest back in the queue", async () => {
    await using at = await scene({ server: { polls: 1_000_000 } });
    const job = reportJob();
    const running = rejected(at.process(job));
    while (at.count("create") === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await at.worker.close();
    expect(await running).toBeInstanceOf(at.bull.library.DelayedError);
    expect(at.events.at(-1)?.message).toBe(
      `report of ${ACCOUNT}: back in the queue: the worker is closed`,
    );
  });

  it("neither waits for an unreachable Redis nor reports it", async () => {
    await using at = await scene();
    at.queue.isPaused = () => Promise.reject(new Error("ECONNREFUSED"));
    await at.worker.close();
    expect(at.part.calls.slice(1)).toEqual(["pause", "close by force"]);
    expect(at.queue.calls).toEqual(["disconnect"]);
    expect(at.events).toEqual([]);
  });

  it("waits for a job during a Redis outage for at most the length of its lease", async () => {
    await using at = await scene({ leaseMs: 1_000, onReport: () => new Promise(() => {}) });
    void at.process(reportJob());
    while (at.count("file") === 0 && at.count("poll") === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    at.queue.isPaused = () => Promise.reject(new Error("ECONNREFUSED"));
    const began = Date.now();
    await at.worker.close();
    const waited = Date.now() - began;
    expect(waited >= 900 && waited < 4_000, String(waited)).toBe(true);
  });

  it("works before the worker has started", async () => {
    bull.clear();
    const client = createClient({ accessToken: "a", shared: memoryState() });
    const worker = startWorker({ connection, client });
    await worker.close();
    await worker.started;
    expect(bull.workers[0]?.calls).toContain("close");
  });
});

describe("a sync job in a worker", () => {
  const SYNC = {
    tables: { days: CAMPAIGN_DAYS },
    accounts: [ACCOUNT],
    entities: ["campaigns"],
    lookbackDays: 3,
  };
  const syncJob = (more: Partial<FakeJob> = {}) =>
    jobOf({
      id: "sync",
      name: "sync",
      data: { version: 1, type: "sync", sync: SYNC, run: "r" },
      ...more,
    });

  /** The keys of the recorded plan's tasks. */
  async function recordedTasks({ shared }: Awaited<ReturnType<typeof scene>>) {
    const record = JSON.parse((await shared.read("jobs:bull:pinterest-reports:sync")) ?? "{}");
    return record.planned?.tasks.map(({ key }: { readonly key: string }) => key);
  }

  /** Runs the children of a job, and resolves to their results. */
  async function children(at: Awaited<ReturnType<typeof scene>>) {
    const done: Record<string, unknown> = {};
    for (const [id, job] of at.bull.jobs) done[`bull:queue:${id}`] = await at.process(job);
    return done;
  }

  it("plans, adds a job for each task, waits for them, and reports the outcome", async () => {
    const store = concurrentStore(null);
    await using at = await scene({ target: customTarget(store.target()) });
    const job = syncJob({ isParent: true, opts: { attempts: 3 } });
    expect(await rejected(at.process(job))).toBeInstanceOf(at.bull.library.WaitingChildrenError);
    expect(at.events).toEqual([]);
    expect([...at.bull.jobs.keys()]).toEqual(await recordedTasks(at));
    expect(at.bull.jobs.size).toBeGreaterThan(1);
    for (const task of at.bull.jobs.values())
      expect(task.data).toMatchObject({ version: 1, type: "task", run: "r" });
    const processed = await children(at);
    const rows = (await store.read("days")).length;
    const emptied = at.events.map(({ message }) => message);
    expect(emptied).toContainEqual(
      `days of ${ACCOUNT}, 2026-06-12 to 2026-06-14: done, ${rows} rows`,
    );
    const count = at.count("create");
    // If they are delivered again, they do nothing and return the same results.
    expect(await children(at)).toEqual(processed);
    expect(at.count("create")).toBe(count);
    expect(at.events.at(-1)?.message).toMatch(/: was already done, \d+ rows$/);
    job.isParent = false;
    job.dependencies = { processed };
    at.events.length = 0;
    expect(await at.process(job)).toEqual({ loaded: 1, rows, failed: 0 });
    expect(at.events).toMatchObject([
      {
        ...{ type: "finished", job: { type: "sync", id: "sync", run: "r" } },
        result: { loaded: 1, rows, failed: [] },
        message: `sync of r: all tasks have ended: 1 of 1 reports, ${rows} rows`,
      },
    ]);
    expect(at.count("create")).toBe(count);
    await at.process(job);
    expect(at.events.at(-1)).toMatchObject({
      type: "done",
      repeated: true,
      message: "sync of r: was already done",
    });
  });

  it("skips a task that a later plan has fully loaded, and reports that at each delivery", async () => {
    const store = concurrentStore(null);
    await using at = await scene({ target: customTarget(store.target()) });
    await rejected(at.process(syncJob({ isParent: true })));
    const older = [...at.bull.jobs.values()];
    at.bull.jobs.clear();
    await at.clock.advance(1_000);
    await rejected(at.process(syncJob({ id: "later", isParent: true })));
    await children(at);
    const [creates, rows] = [at.count("create"), await store.read("days")];
    at.events.length = 0;
    for (let delivery = 0; delivery < 2; delivery++)
      for (const task of older)
        expect(await at.process(task)).toMatchObject({ state: "superseded" });
    expect(new Set(at.events.map(({ message }) => message.replace(/^.*: /, "")))).toEqual(
      new Set(["a later plan has loaded it"]),
    );
    expect(at.count("create")).toBe(creates);
    expect(await store.read("days")).toEqual(rows);
  });

  it("adds only the tasks that a killed worker did not get to add", async () => {
    await using at = await scene({ target: customTarget(concurrentStore(null).target()) });
    const job = syncJob({ isParent: true });
    await rejected(at.process(job));
    const keys = [...at.bull.jobs.keys()];
    expect(keys.length).toBeGreaterThan(2);
    at.bull.jobs.clear();
    const [first, second, third, ...others] = keys.map((id) => `bull:queue:${id}`);
    job.dependencies = { processed: { [first ?? ""]: {} }, unprocessed: [second ?? ""] };
    Object.assign(job, { getIgnoredChildrenFailures: async () => ({ [third ?? ""]: "no" }) });
    await rejected(at.process(job));
    expect([...at.bull.jobs.keys()].map((id) => `bull:queue:${id}`)).toEqual(others);
  });

  it("keeps the plan while it waits, even if records are kept for a shorter time", async () => {
    await using at = await scene({
      keepMs: 1_000,
      target: customTarget(concurrentStore(null).target()),
    });
    const job = syncJob({ isParent: true });
    await rejected(at.process(job));
    const tasks = await recordedTasks(at);
    await at.clock.advance(80 * 86_400_000);
    expect(await recordedTasks(at)).toEqual(tasks);
    expect(tasks).toHaveLength(at.bull.jobs.size);
  });

  it("fails if the plan of its tasks is lost, and creates no report again", async () => {
    await using at = await scene({ target: customTarget(concurrentStore(null).target()) });
    const job = syncJob({ isParent: true });
    await rejected(at.process(job));
    job.dependencies = { unprocessed: [...at.bull.jobs.keys()].map((id) => `bull:queue:${id}`) };
    at.bull.jobs.clear();
    const lease = await at.shared.acquire("jobs:bull:pinterest-reports:sync");
    await lease?.write("");
    await lease?.release();
    expect((await rejected(at.process(job))).message).toMatch(
      /^the shared state has lost the plan of this sync, .*: add the sync again/,
    );
    expect(at.events).toMatchObject([{ type: "failed", willRetry: false }]);
    expect(at.bull.jobs.size).toBe(0);
  });

  it("completes with the failed tasks and their errors", async () => {
    await using at = await scene({ target: customTarget(concurrentStore(null).target()) });
    const job = syncJob({ isParent: true });
    await rejected(at.process(job));
    const failures = Object.fromEntries([...at.bull.jobs.keys()].map((id) => [`x:${id}`, "no"]));
    Object.assign(job, { isParent: false, getIgnoredChildrenFailures: async () => failures });
    expect(await at.process(job)).toMatchObject({ loaded: 0, failed: at.bull.jobs.size });
    expect(at.events).toMatchObject([
      { type: "finished", message: expect.stringMatching(/failed, the first with: no$/) },
    ]);
    // If it is delivered again, it returns the same result and does not report the end again.
    const tasks = [...at.bull.jobs.keys()];
    expect(await at.process(job)).toMatchObject({ loaded: 0, failed: tasks.length });
    expect(at.events.map(({ type }) => type)).toEqual(["finished", "done"]);
    expect(at.events.at(-1)?.message).toBe("sync of r: had already ended with failed tasks");
    // If it is added again, it is planned again.
    at.bull.jobs.clear();
    const again = syncJob({ isParent: true, data: { ...job.data, mark: "again" } });
    expect(await rejected(at.process(again))).toBeInstanceOf(at.bull.library.WaitingChildrenError);
    expect([...at.bull.jobs.keys()]).toHaveLength(tasks.length);
    for (const key of at.bull.jobs.keys()) expect(tasks).not.toContain(key);
  });

  it("reads the task results again if it has added tasks and none of the tasks is pending", async () => {
    await using at = await scene({ target: customTarget(concurrentStore(null).target()) });
    let asked = 0;
    const job = syncJob({
      async getDependencies() {
        return asked++ === 0 ? {} : { processed: await children(at) };
      },
    });
    expect(await at.process(job)).toMatchObject({ loaded: 1, failed: 0 });
  });

  it("retries a failed account listing on the next attempt, and continues with the known accounts on the last attempt", async () => {
    const faults = [{ name: "html-error", on: "accounts", times: 1_000 }] as const;
    await using at = await scene({
      server: { faults },
      clientOptions: { maxRetries: 0 },
      target: customTarget(concurrentStore(null).target()),
    });
    const job = syncJob({ isParent: true, opts: { attempts: 2 } });
    await rejected(at.process(job));
    expect(at.events).toMatchObject([{ type: "failed", willRetry: true }]);
    expect(await recordedTasks(at)).toBeUndefined();
    job.attemptsMade = 1;
    expect(await rejected(at.process(job))).toBeInstanceOf(at.bull.library.WaitingChildrenError);
    expect(await recordedTasks(at)).toEqual([...at.bull.jobs.keys()]);
  });
});
