import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type AnyReportJob, createJobs } from "../../../generated/jobs.js";
import { ConnectionError, InvalidBodyError } from "../../../runtime/errors.js";
import { fakeBull } from "../../support/fake-bullmq.js";
import { daysAgo, LAST_WEEK } from "../../support/last-week.js";

const connection = "redis://127.0.0.1:1";
const TABLES = {
  days: { level: "CAMPAIGN", granularity: "DAY", columns: ["CAMPAIGN_ID"] },
} as const;

const reports = (count: number): readonly AnyReportJob[] =>
  Array.from({ length: count }, (_, at) => ({ adAccountId: String(at + 1), body: LAST_WEEK }));

const bull = fakeBull();
vi.doMock("bullmq", () => bull.library);
afterAll(() => void vi.doUnmock("bullmq"));
beforeEach(() => bull.clear());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const refused = Object.assign(new Error("connect ECONNREFUSED"), {
  ...{ code: "ECONNREFUSED", command: { name: "auth", args: ["secret"] } },
});
const rejected = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable("it was to reject"),
    (error: unknown) => error,
  );

describe("a producer", () => {
  it("connects when the first job is added, and adds each job with its retry and retention options", async () => {
    const jobs = createJobs({ connection, queue: "ads", prefix: "mine" });
    expect(bull.queues).toHaveLength(0);
    const [added] = await jobs.addReports(reports(1), { run: "r" });
    expect(added).toEqual({ id: expect.stringMatching(/-r$/), added: true, state: "waiting" });
    const [queue] = bull.queues;
    expect(queue).toMatchObject({ name: "ads", options: { prefix: "mine" } });
    expect(queue?.calls).toEqual(["wait until ready"]);
    const job = bull.jobs.get(added?.id ?? "");
    const keep = { age: 7 * 86_400 };
    expect(job).toMatchObject({
      name: "report",
      data: {
        version: 1,
        type: "report",
        flow: "report",
        adAccountId: "1",
        body: LAST_WEEK,
        run: "r",
      },
      opts: {
        ...{ attempts: 10, backoff: { type: "exponential", delay: 1_000 } },
        ...{ removeOnComplete: keep, removeOnFail: keep },
      },
    });
    await jobs.addReports(reports(2));
    expect(bull.queues).toHaveLength(1);
    await jobs.close();
    await jobs.close();
    expect(queue?.calls).toEqual(["wait until ready", "close"]);
    await jobs.addReports(reports(1));
    expect(bull.queues).toHaveLength(2);
  });

  it("keeps jobs for a whole number of seconds, and uses the configured number of attempts", async () => {
    const jobs = createJobs({ connection, attempts: 1, keepMs: 1_001 });
    const added = await jobs.addSync({ tables: TABLES });
    expect(bull.jobs.get(added.id)).toMatchObject({
      name: "sync",
      opts: { attempts: 1, removeOnComplete: { age: 2 }, removeOnFail: { age: 2 } },
    });
  });

  it.each([
    [{ attempts: 0 }, "attempts must be a whole number of at least 1"],
    [{ attempts: 1.5 }, "attempts must be a whole number of at least 1"],
    [{ keepMs: 0 }, "keepMs"],
    [{ leaseMs: 1 }, "leaseMs is not an option here"],
  ])("rejects the options %j", (options, message) => {
    expect(() => createJobs({ connection, ...options } as never)).toThrow(message);
  });

  it.each(["", "a b", "a:b", "x".repeat(101), 1, null])("rejects the run %j", async (run) => {
    const jobs = createJobs({ connection });
    const message = "run must be a name of at most 100 letters, digits, -, _ and .";
    await expect(jobs.addReports(reports(1), { run: run as never })).rejects.toThrow(message);
    await expect(jobs.addSync({ tables: TABLES }, { run: run as never })).rejects.toThrow(message);
    await expect(jobs.addSync({ tables: TABLES }, { Run: "a" } as never)).rejects.toThrow(
      "Run is not an option here",
    );
    expect(bull.queues).toHaveLength(0);
  });

  it("reports the state of each job", async () => {
    const jobs = createJobs({ connection });
    const states = ["waiting", "delayed", "active", "waiting-children", "completed", "failed"];
    const added = await jobs.addReports(reports(states.length));
    for (const [at, state] of states.entries())
      Object.assign(bull.jobs.get(added[at]?.id ?? "") ?? {}, { state });
    const again = await jobs.addReports([...reports(states.length + 1), ...reports(1)]);
    expect(again.map((job) => [job.added, job.state])).toEqual([
      ...["waiting", "waiting", "running", "running", "done", "restarted"].map((state) => [
        false,
        state,
      ]),
      [true, "waiting"],
      [false, "waiting"],
    ]);
    expect(again.slice(0, 6).map(({ id }) => id)).toEqual(added.map(({ id }) => id));
    // The failed job was added again.
    expect(bull.jobs.get(again[5]?.id ?? "")?.state).toBe("waiting");
  });

  it("reports that a job was not added if another producer added it at the same time", async () => {
    const jobs = createJobs({ connection });
    const [first] = await jobs.addReports(reports(1));
    const queue = bull.queues[0];
    const before = bull.jobs.get(first?.id ?? "");
    bull.jobs.clear();
    if (queue === undefined || before === undefined) throw new Error("nothing was added");
    queue.addBulk = async () => {
      bull.jobs.set(first?.id ?? "", { ...before, state: "active" });
      return [];
    };
    expect(await jobs.addReports(reports(1))).toEqual([
      { id: first?.id, added: false, state: "running" },
    ]);
    // The same if the other job was removed in the meantime.
    queue.addBulk = async () => void bull.jobs.clear() as never;
    expect(await jobs.addReports(reports(1))).toEqual([
      { id: first?.id, added: false, state: "waiting" },
    ]);
  });

  it("adds lists of jobs in batches of 500, and only after checking all of them", async () => {
    const jobs = createJobs({ connection });
    const list = reports(1_001);
    expect(await jobs.addReports(list)).toHaveLength(1_001);
    expect(bull.queues[0]?.bulks).toEqual([500, 500, 1]);
    const invalid = { adAccountId: "1", body: { ...LAST_WEEK, end_date: daysAgo(30) } };
    const error = await rejected(jobs.addReports([...reports(501), invalid], { run: "2" }));
    expect(error).toBeInstanceOf(InvalidBodyError);
    expect((error as Error).message).toMatch(/^body of report 502 breaks 1 rule/);
    expect(bull.queues[0]?.bulks).toHaveLength(3);
  });

  it("adds jobs from an iterable while reading it", async () => {
    const jobs = createJobs({ connection });
    const seen: number[] = [];
    async function* some() {
      for (const one of reports(1_000)) {
        seen.push(bull.jobs.size);
        yield one;
      }
    }
    expect(await jobs.addReports(some())).toHaveLength(1_000);
    expect([...new Set(seen)]).toEqual([0, 500]);
    expect(bull.queues[0]?.bulks).toEqual([500, 500]);
    expect(await jobs.addReports([])).toEqual([]);
    expect(await jobs.addReports(new Set(reports(3)))).toHaveLength(3);
  });

  it("reports that Redis is unreachable without showing a command, and reconnects for the next job", async () => {
    const ready = vi.spyOn(bull.library.Queue.prototype, "waitUntilReady");
    ready.mockRejectedValueOnce(refused);
    const jobs = createJobs({ connection });
    const error = await rejected(jobs.addReports(reports(1)));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      sent: false,
      message: expect.stringMatching(/^Redis cannot be reached: connect ECONNREFUSED/),
      cause: { message: "connect ECONNREFUSED", code: "ECONNREFUSED" },
    });
    expect((error as Error).cause).not.toHaveProperty("command");
    expect(bull.queues[0]?.calls).toEqual(["close"]);
    expect(await jobs.addReports(reports(1))).toMatchObject([{ added: true }]);
    // An unhandled connection error must not end the process.
    expect(bull.queues[1]?.listeners.has("error")).toBe(true);
  });

  it("waits at most 10 seconds for a server that does not respond, then closes the connection without sending a command", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const jobs = createJobs({ connection });
    await jobs.addReports(reports(1));
    const queue = bull.queues[0];
    if (queue === undefined) throw new Error("nothing was added");
    queue.addBulk = () => new Promise(() => {});
    const adding = rejected(jobs.addReports(reports(2)));
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await adding).toMatchObject({
      ...{ code: "connection", sent: false },
      message: expect.stringMatching(/^timeout: Redis did not respond for 10 s/),
    });
    queue.close = () => new Promise(() => {});
    const closing = jobs.close();
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(10_000);
    await closing;
    expect(queue.calls).toEqual(["wait until ready", "disconnect"]);
  });

  it("waits at most 10 seconds for a connection, then closes it", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const ready = vi.spyOn(bull.library.Queue.prototype, "waitUntilReady");
    ready.mockReturnValue(new Promise(() => {}));
    const adding = rejected(createJobs({ connection }).addReports(reports(1)));
    while (bull.queues.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await adding).toMatchObject({ code: "connection", sent: false });
    expect(bull.queues[0]?.calls).toEqual(["close"]);
  });

  it("does not connect for an empty list", async () => {
    const jobs = createJobs({ connection });
    expect(await jobs.addReports([])).toEqual([]);
    async function* none() {}
    expect(await jobs.addReports(none())).toEqual([]);
    expect(bull.queues).toEqual([]);
  });

  it("throws the server's error without its command, and any other error unchanged", async () => {
    const jobs = createJobs({ connection });
    await jobs.addReports(reports(1));
    const queue = bull.queues[0];
    if (queue === undefined) throw new Error("nothing was added");
    const full = Object.assign(new Error("OOM command not allowed"), { command: { args: ["x"] } });
    queue.addBulk = () => Promise.reject(full);
    const error = await rejected(jobs.addReports(reports(1)));
    expect(error).toEqual(new Error("OOM command not allowed"));
    expect(error).not.toHaveProperty("command");
    const other = new Error("other");
    queue.addBulk = () => Promise.reject(other);
    expect(await rejected(jobs.addReports(reports(1)))).toBe(other);
  });

  it("can be closed after a failed connection", async () => {
    vi.spyOn(bull.library.Queue.prototype, "waitUntilReady").mockRejectedValue(refused);
    const jobs = createJobs({ connection });
    const adding = rejected(jobs.addReports(reports(1)));
    await jobs.close();
    await adding;
    await jobs.close();
  });
});
