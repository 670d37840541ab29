import { describe, expect, it } from "vitest";
import {
  ApiError,
  ConnectionError,
  InvalidBodyError,
  LeaseLostError,
  noRoom,
  PollTimeoutError,
  SharedStateError,
} from "../../../runtime/errors.js";
import { HeldElsewhere, StateUnreachable } from "../../../runtime/jobs/claim.js";
import {
  JobCrashed,
  NeedsOtherWorker,
  outcomeOf,
  WorkerClosed,
  WorkerReserved,
} from "../../../runtime/jobs/outcome.js";
import { InvalidRow } from "../../../runtime/sync/shape.js";

const date = Date.parse("2026-01-01T00:00:00Z");
const outcome = (error: unknown, { leaseMs = 20_000, isRedisDown = false } = {}) =>
  outcomeOf(error, { leaseMs, date, isRedisDown });
const api = (status: number, retryAfterMs: number | null = null) =>
  new ApiError("no", {
    ...{ apiCode: null, apiMessage: "", body: {}, requestId: null },
    ...{ status, retryAfterMs },
  });
const limited = (ms: number) =>
  noRoom({ category: "a", retryAt: new Date(date + ms).toISOString() }, ms);

describe("the next step of a job", () => {
  it.each([
    [new HeldElsewhere(), 5_000, "another worker has it"],
    [new WorkerReserved(), 5_000, "another job needs this worker to itself"],
    [new WorkerClosed(), 1_000, "the worker is closed"],
    [new LeaseLostError("a"), 5_000, "its lease has ended"],
    [new StateUnreachable("away"), 2_000, "away"],
    [new SharedStateError("away"), 2_000, "away"],
    [new NeedsOtherWorker("it has no target"), 10_000, "it has no target"],
  ])("is to go back to the queue: %s", (error, ms, reason) => {
    expect(outcome(error)).toEqual({ type: "return", ms, reason });
  });

  it("is to go back to the queue, for at most half a lease, if another worker may have the job", () => {
    for (const error of [new HeldElsewhere(), new WorkerReserved(), new LeaseLostError("a")])
      expect(outcome(error, { leaseMs: 3_000 })).toMatchObject({ type: "return", ms: 1_500 });
    expect(outcome(new WorkerClosed(), { leaseMs: 1_000 })).toMatchObject({ ms: 1_000 });
  });

  it("is to fail if a retry cannot change the result", () => {
    const [violation, row] = [[], new InvalidRow("no")];
    for (const error of [new JobCrashed(3), row, new InvalidBodyError(violation, "body")])
      expect(outcome(error)).toEqual({ type: "fail" });
  });

  it("is to pause the queue for up to two minutes while the rate limit is exhausted", () => {
    expect(outcome(limited(7_000))).toEqual({ type: "limit", ms: 7_000 });
    expect(outcome(limited(120_000))).toEqual({ type: "limit", ms: 120_000 });
    // A time in the past means almost no pause.
    expect(outcome(limited(-5))).toEqual({ type: "limit", ms: 1 });
    expect(outcome(api(429, 0))).toEqual({ type: "limit", ms: 1 });
    expect(outcome(api(429))).toEqual({ type: "limit", ms: 5_000 });
    expect(outcome(limited(120_001))).toMatchObject({
      ...{ type: "return", ms: 120_001, reason: expect.not.stringContaining("docs/") },
    });
    expect(outcome(api(428))).toEqual({ type: "retry" });
  });

  it("is to retry if the connection is lost, unless Redis is unreachable", () => {
    const error = new ConnectionError("no", { sent: false, cause: null });
    expect(outcome(error)).toEqual({ type: "retry" });
    expect(outcome(error, { isRedisDown: true })).toMatchObject({ type: "return", ms: 2_000 });
    expect(outcome(new Error("no"), { isRedisDown: true })).toEqual({ type: "retry" });
    const facts = { status: null, unknownStatuses: [], attempts: 1, ms: 1 };
    const waited = new PollTimeoutError({ ...facts, cause: api(429, 9) });
    expect(outcome(waited)).toEqual({ type: "limit", ms: 9 });
  });
});
