import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createClient } from "../../../generated/index.js";
import { createJobs, startWorker } from "../../../generated/jobs.js";
import { report } from "../../../generated/report/flow.js";
import { journalKey } from "../../../runtime/batch/journal.js";
import { systemClock } from "../../../runtime/clock.js";
import {
  ApiError,
  AuthError,
  ConnectionError,
  CreateOutcomeUnknownError,
  DownloadError,
  InvalidArgumentError,
  LeaseLostError,
  noRoom,
  PollTimeoutError,
  ReportFailedError,
} from "../../../runtime/errors.js";
import { isRedisDown } from "../../../runtime/jobs/bullmq.js";
import { Claim, HeldElsewhere, StateUnreachable } from "../../../runtime/jobs/claim.js";
import {
  checkAdding,
  flowsOf,
  prepareReport,
  prepareSync,
} from "../../../runtime/jobs/job-data.js";
import { outcomeOf } from "../../../runtime/jobs/outcome.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import { daysAgo, LAST_WEEK } from "../../support/last-week.js";

const FLOWS = flowsOf([report as never]);
const FAILURE = { apiCode: null, apiMessage: "", body: {}, requestId: null, retryAfterMs: null };

describe("a report job", () => {
  it("has the same id for the same account, body, tag and run, whatever the order of properties, and a different id otherwise", async () => {
    const ids = new Map<string, string>();
    const request = fc.record({
      adAccountId: fc.constantFrom("1", "2"),
      body: fc
        .shuffledSubarray(Object.entries(LAST_WEEK), { minLength: 5 })
        .map((entries) => Object.fromEntries(entries)),
      tag: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
      run: fc.option(fc.constantFrom("1", "2"), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ adAccountId, body, tag, run }) => {
        const { id, data } = await prepareReport(
          FLOWS,
          { adAccountId, body, ...(tag && { tag }) },
          { ...(run && { run }), number: 1 },
        );
        const identity = JSON.stringify([adAccountId, tag, run]);
        expect(ids.get(identity) ?? id).toBe(id);
        ids.set(identity, id);
        // BullMQ ids must not contain a colon or be a number.
        expect(id).toMatch(/^[0-9a-f]{64}(-[12])?$/);
        expect(JSON.parse(JSON.stringify(data))).toStrictEqual(data);
      }),
      { numRuns: 100 },
    );
    expect(new Set(ids.values()).size).toBe(ids.size);
    const first = await prepareReport(FLOWS, { adAccountId: "1", body: LAST_WEEK }, { number: 1 });
    expect(first.id).toBe(await journalKey({ flow: "report", adAccountId: "1", body: LAST_WEEK }));
  });

  it("is rejected if the account, flow, tag, run, body or an option is invalid", async () => {
    const prepared = (more: object) =>
      prepareReport(FLOWS, { adAccountId: "1", body: LAST_WEEK, ...more } as never, { number: 4 });
    await expect(prepared({ adAccountId: 1 })).rejects.toThrow(InvalidArgumentError);
    await expect(prepared({ flow: "repotr" })).rejects.toThrow(
      "there is no report repotr; did you mean report?",
    );
    await expect(prepared({ flow: "xyz" })).rejects.toThrow(
      "there is no report xyz; the reports are report",
    );
    for (const flow of ["toString", 1, null])
      await expect(prepared({ flow })).rejects.toThrow(`there is no report ${flow}`);
    for (const report of [null, "1"])
      await expect(prepareReport(FLOWS, report as never, { number: 4 })).rejects.toThrow(
        /^report 4 /,
      );
    await expect(prepared({ tag: 1 })).rejects.toThrow("the tag of report 4 must be a string");
    await expect(prepared({ account: "1" })).rejects.toThrow("account is not an option here");
    await expect(prepared({ body: { ...LAST_WEEK, start_date: "2020-01-01" } })).rejects.toThrow(
      /^body of report 4 breaks 2 rules/,
    );
    expect(() => checkAdding({ run: "a:b" })).toThrow("run must be a name of at most 100 letters");
  });
});

describe("a sync job", () => {
  it("uses the day as its run, and contains only JSON options", async () => {
    const tables = { days: { level: "CAMPAIGN", granularity: "DAY", columns: ["CAMPAIGN_ID"] } };
    const { id, data } = await prepareSync(FLOWS, { tables }, {});
    expect(id).toMatch(new RegExp(`^[0-9a-f]{64}-${daysAgo(0)}$`));
    expect(data).toEqual({ version: 1, type: "sync", sync: { tables }, run: daysAgo(0) });
    await expect(prepareSync(FLOWS, { tables, target: {} } as never, {})).rejects.toThrow(
      "target is not an option here",
    );
    for (const options of [null, "tables"])
      await expect(prepareSync(FLOWS, options as never, {})).rejects.toThrow(
        "the options must be an object, such as { tables }",
      );
    expect(await prepareSync(FLOWS, { tables }, { run: "r" })).toEqual({
      id: id.replace(daysAgo(0), "r"),
      data: { ...data, run: "r" },
    });
    expect((await prepareSync(FLOWS, { tables, full: true }, {})).id).not.toBe(id);
    // The worker reports other mistakes in it.
    await prepareSync(FLOWS, {} as never, {});
    const wrong = { days: { ...tables.days, level: "CAMPAIGNS" } };
    await expect(prepareSync(FLOWS, { tables: wrong }, {})).rejects.toThrow(
      /^body of table days breaks 1 rule/,
    );
  });
});

describe("a queue", () => {
  it("is rejected without a valid address or with unknown options", () => {
    expect(() => createJobs({ connection: undefined as never })).toThrow(
      "connection must be a URL such as redis://127.0.0.1:6379",
    );
    expect(() => createJobs({ connection: "localhost:6379" })).toThrow("connection must be a URL");
    expect(() => createJobs({ connection: "redis://localhost/abc" })).toThrow(
      "connection has an invalid database number; use a URL such as redis://host/1",
    );
    expect(() => createJobs({ connection: "redis://localhost", queue: "a:b" })).toThrow(
      "queue must be a name without a colon",
    );
    expect(() => createJobs({ connection: "redis://localhost", attempts: 0 })).toThrow(
      "attempts must be a whole number of at least 1",
    );
    expect(() => createJobs({ connection: "redis://localhost", name: "a" } as never)).toThrow(
      "name is not an option here",
    );
  });

  it("reports that the packages bullmq and ioredis are missing, and how to install them", async () => {
    vi.doMock("bullmq", () => {
      throw new Error("Cannot find package 'bullmq'");
    });
    try {
      const message =
        "jobs need the packages bullmq and ioredis, which could not be loaded: run npm install bullmq ioredis";
      await expect(
        createJobs({ connection: "redis://localhost" }).addReports([
          { adAccountId: "1", body: LAST_WEEK as never },
        ]),
      ).rejects.toThrow(message);
      const client = createClient({ accessToken: "a", shared: memoryState() });
      const worker = startWorker({ connection: "redis://localhost", client });
      await expect(worker.started).rejects.toThrow(message);
      await worker.close();
    } finally {
      vi.doUnmock("bullmq");
    }
  });

  it("counts as unreachable after connection errors, but not after others", () => {
    const away = [
      "connect ECONNREFUSED 127.0.0.1:1",
      "Connection is closed.",
      "Reached the max retries per request limit (which is 1).",
      "read ECONNRESET",
    ];
    for (const message of away) expect(isRedisDown(new Error(message)), message).toBe(true);
    expect(isRedisDown(Object.assign(new Error(""), { code: "ECONNREFUSED" }))).toBe(true);
    for (const message of ["Missing lock for job 1. moveToFinished", "OOM command not allowed"])
      expect(isRedisDown(new Error(message)), message).toBe(false);
  });
});

describe("a claim", () => {
  const options = { shared: memoryState(), clock: systemClock, leaseMs: undefined, keepMs: 60_000 };
  const handle = {
    version: 1,
    flow: "report",
    adAccountId: "1",
    token: "t",
    createdAt: "2026-01-01T00:00:00Z",
  } as const;

  it("reads the last record for its key, and excludes other claims", async () => {
    const first = await Claim.acquire("a", options);
    expect(first.known).toEqual({ state: "new" });
    await expect(Claim.acquire("a", options)).rejects.toThrow(HeldElsewhere);
    const steps = [
      [{ what: "intent" }, { state: "unknown" }],
      [{ what: "refused" }, { state: "new" }],
      [
        { what: "handle", handle },
        { state: "created", handle },
      ],
      [
        { what: "done", rows: 3 },
        { state: "done", rows: 3 },
      ],
    ] as const;
    let claim = first;
    for (const [step, known] of steps) {
      await claim.record(step);
      await claim.release();
      claim = await Claim.acquire("a", options);
      expect(claim.known).toEqual(known);
    }
    await first.release();
    await expect(first.record({ what: "handle", handle })).rejects.toThrow(LeaseLostError);
    await expect(first.confirm()).rejects.toThrow(LeaseLostError);
    expect(claim.fence).toBeGreaterThan(first.fence);
  });
});

describe("a failed attempt", () => {
  const outcome = (error: unknown, isRedisDown = false) =>
    outcomeOf(error, { leaseMs: 20_000, date: Date.parse("2026-01-01T00:00:00Z"), isRedisDown });
  const api = (status: number, more = {}) => new ApiError("no", { ...FAILURE, status, ...more });
  const limit = noRoom({ category: "ads_analytics", retryAt: "2026-01-01T00:00:07Z" }, 7_000);
  const waited = (cause: Error | null) =>
    new PollTimeoutError({ status: null, unknownStatuses: [], attempts: 1, ms: 1, cause });

  it.each([
    [
      "another worker's claim",
      new HeldElsewhere(),
      { type: "return", ms: 5_000, reason: "another worker has it" },
    ],
    [
      "a lost lease",
      new LeaseLostError("a"),
      { type: "return", ms: 5_000, reason: "its lease has ended" },
    ],
    [
      "an unreachable state",
      new StateUnreachable("away"),
      { type: "return", ms: 2_000, reason: "away" },
    ],
    [
      "a rejected token",
      new AuthError("no", { ...FAILURE, status: 401, apiCode: 2 }),
      { type: "stop", message: "no (pinterest-reports explain auth)" },
    ],
    [
      "a refused permission",
      new AuthError("no", { ...FAILURE, status: 401, apiCode: 3 }),
      { type: "retry" },
    ],
    ["the client's rate limit", limit, { type: "limit", ms: 7_000 }],
    ["the client's rate limit while it polled", waited(limit), { type: "limit", ms: 7_000 }],
    ["the API's rate limit", api(429, { retryAfterMs: 1_234 }), { type: "limit", ms: 1_234 }],
    ["a report that was not ready in time", waited(null), { type: "retry" }],
    ["an outage", api(503), { type: "retry" }],
    ["no response", new ConnectionError("no", { sent: false, cause: null }), { type: "retry" }],
    ["a failed download", new DownloadError("no"), { type: "retry" }],
    ["an error of the caller", new Error("no"), { type: "retry" }],
    ["a thrown value that is not an error", "no", { type: "retry" }],
    ["an unknown outcome", new CreateOutcomeUnknownError(null), { type: "fail" }],
    ["a failed report", new ReportFailedError("FAILED"), { type: "fail" }],
    ["an invalid argument", new InvalidArgumentError("no"), { type: "fail" }],
  ])("ends as expected after %s", (_, error, expected) => {
    expect(outcome(error)).toEqual(expected);
  });

  it("returns to the queue after a connection error while Redis is unreachable, because every create needs Redis", () => {
    const error = new ConnectionError("Redis did not respond", { sent: false, cause: null });
    expect(outcome(error, true)).toEqual({
      type: "return",
      ms: 2_000,
      reason: "Redis did not respond",
    });
    expect(outcome(api(503), true)).toEqual({ type: "retry" });
  });
});
