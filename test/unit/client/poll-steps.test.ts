import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mayStillAppear,
  NOT_SENT,
  type PollAttempt,
  PollCoalescer,
  poll,
} from "../../../runtime/client/poll.js";
import { PolledStatus } from "../../../runtime/client/report-requests.js";
import type { Clock } from "../../../runtime/clock.js";
import { Deadline } from "../../../runtime/clock.js";
import { noRoom, PollTimeoutError, ReportFailedError } from "../../../runtime/errors.js";
import type { ClientEvent, ReportStatus } from "../../../runtime/types.js";

const DATE = Date.parse("2026-03-10T12:00:00Z");
const HANDLE = {
  version: 1,
  flow: "made-up",
  adAccountId: "1",
  token: "t",
  createdAt: "2026-03-10T12:00:00.000Z",
} as const;

/** A clock that only sleeping advances. */
function standing(random = 0): Clock & { readonly slept: number[] } {
  let at = 0;
  const slept: number[] = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
    at += ms;
  };
  return { now: () => at, date: () => DATE + at, random: () => random, sleep, slept };
}

const lookOf = (
  state: ReportStatus["state"],
  status: string,
  knownStatus = true,
): ReportStatus => ({
  status,
  state,
  knownStatus,
  size: null,
  url: null,
  requestId: null,
});
const seen = (look: ReportStatus, retryAfterMs: number | null = null): PollAttempt => ({
  reportStatus: look,
  retryAfterMs,
});
const unseen = (error: Error, retryAfterMs: number | null = null): PollAttempt => ({
  reportStatus: null,
  error,
  message: "503",
  retryAfterMs,
});

interface Wait {
  readonly attempts: readonly PollAttempt[];
  readonly deadlineMs: number;
  readonly random?: number;
}

/** Waits with polls that return the given results. The last result is repeated. */
async function wait({ attempts, deadlineMs, random = 0 }: Wait) {
  const clock = standing(random);
  const [fresh, events, at]: [number[], ClientEvent[], number[]] = [[], [], []];
  const look = async (freshMs: number) => {
    fresh.push(freshMs);
    at.push(clock.now());
    return attempts[Math.min(fresh.length, attempts.length) - 1] as PollAttempt;
  };
  const deadline = new Deadline(clock, deadlineMs).begin();
  const options = {
    handle: HANDLE,
    clock,
    deadline,
    signal: undefined,
    emit: (event: ClientEvent) => void events.push(event),
    createMessage: "words",
  };
  const outcome = await poll(look, options).catch((error: unknown) => error);
  return { outcome, fresh, events, at, slept: clock.slept };
}

describe("the wait for a report", () => {
  const pending = lookOf("pending", "IN_PROGRESS");

  it("polls at intervals that double up to 30 s, with jitter and never shorter than requested, and ends at the deadline", async () => {
    const cases = fc.record({
      random: fc.double({ min: 0, max: 0.999, noNaN: true }),
      deadlineMs: fc.integer({ min: 1, max: 300_000 }),
      asked: fc.array(fc.option(fc.integer({ min: 1, max: 60_000 })), {
        minLength: 1,
        maxLength: 12,
      }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ random, deadlineMs, asked }) => {
        const { outcome, fresh, events, slept } = await wait({
          random,
          deadlineMs,
          attempts: asked.map((ms) => seen(pending, ms)),
        });
        let [at, base, count] = [0, 1_000, 0];
        const expected: number[] = [];
        while (at < deadlineMs) {
          const ms = Math.min(
            Math.max(base * (1 - 0.2 * random), asked[Math.min(count, asked.length - 1)] ?? 0),
            deadlineMs - at,
          );
          expected.push(ms);
          at += ms;
          count++;
          base = Math.min(base * 2, 30_000);
        }
        expect(slept).toEqual(expected);
        expect(fresh).toEqual([0, ...expected.map((ms) => ms * 0.25)]);
        expect(events.filter(({ type }) => type === "wait")).toEqual(
          expected.map((ms) => ({ type: "wait", reason: "poll", ms })),
        );
        expect(outcome).toBeInstanceOf(PollTimeoutError);
        expect(outcome).toMatchObject({
          status: "IN_PROGRESS",
          unknownStatuses: [],
          attempts: expected.length + 1,
        });
        expect((outcome as Error).cause).toBeUndefined();
      }),
    );
  });

  it("reports how long it took, whatever ended it", async () => {
    const over = await wait({ attempts: [seen(pending)], deadlineMs: 10_000 });
    expect((over.outcome as Error).message).toBe(
      "the report was still IN_PROGRESS after 10 s and 5 polls; resume it with its handle (pinterest-reports explain poll_timeout)",
    );
    // If a failed poll must not be repeated before the deadline, the wait ends early.
    const error = new Error("busy");
    const early = await wait({
      attempts: [seen(pending), unseen(error, 9_001)],
      deadlineMs: 10_000,
    });
    expect([early.slept, early.outcome]).toMatchObject([[1_000], { attempts: 2, cause: error }]);
    expect((early.outcome as Error).message).toMatch(/ after 1 s and 2 polls/);
    // There is one more poll at the deadline.
    const last = await wait({
      attempts: [seen(pending), unseen(error, 9_000)],
      deadlineMs: 10_000,
    });
    expect([last.slept, last.outcome]).toMatchObject([[1_000, 9_000], { attempts: 3 }]);
    // If a successful poll asks for a delay, the wait continues.
    const asked = await wait({ attempts: [seen(pending, 60_000)], deadlineMs: 10_000 });
    expect(asked.slept).toEqual([10_000]);
  });

  it("ends when the report is done or failed", async () => {
    const done = lookOf("done", "FINISHED");
    expect(
      (await wait({ attempts: [seen(pending), seen(done)], deadlineMs: 10_000 })).outcome,
    ).toBe(done);
    const failed = (
      await wait({ attempts: [seen(lookOf("failed", "EXPIRED"))], deadlineMs: 10_000 })
    ).outcome;
    expect(failed).toBeInstanceOf(ReportFailedError);
    expect(failed).toMatchObject({ status: "EXPIRED", apiMessage: "words" });
  });

  it("reports each poll, each failed poll, and each unknown status once, but no poll that was not sent", async () => {
    const odd = (status: string): PollAttempt => seen(lookOf("pending", status, false));
    const full = {
      ...unseen(noRoom({ category: "*", retryAt: "2026-03-10T12:00:00.000Z" }, 1_000)),
      message: NOT_SENT,
    } as PollAttempt;
    const attempts = [
      odd("A"),
      odd("A"),
      unseen(new Error("x")),
      full,
      odd("B"),
      seen(lookOf("done", "FINISHED")),
    ];
    const { events } = await wait({ attempts, deadlineMs: 100_000 });
    const one = { flow: "made-up", adAccountId: "1" };
    const looked = (status: string, known: boolean, count: number) => ({
      type: "poll",
      ...one,
      status,
      knownStatus: known,
      attempts: count,
    });
    expect(events.filter(({ type }) => type !== "wait")).toEqual([
      { type: "unknown-status", ...one, status: "A" },
      looked("A", false, 1),
      looked("A", false, 2),
      { type: "poll-failed", ...one, message: "503", attempts: 3 },
      { type: "poll-failed", ...one, message: "rate limit", attempts: 3 },
      { type: "unknown-status", ...one, status: "B" },
      looked("B", false, 4),
      looked("FINISHED", true, 5),
    ]);
  });

  it("tolerates a missing report within ten seconds of its creation", () => {
    for (const [ms, may] of [
      [0, true],
      [9_999, true],
      [-9_999, true],
      [10_000, false],
      [-10_000, false],
    ] as const) {
      const clock = { ...standing(), date: () => DATE + ms };
      expect(mayStillAppear("DOES_NOT_EXIST", HANDLE, clock)).toBe(may);
      expect(mayStillAppear("EXPIRED", HANDLE, clock)).toBe(false);
    }
  });

  it("starts its deadline only once", async () => {
    const clock = standing();
    const deadline = new Deadline(clock, 500);
    expect([deadline.at, deadline.left(), deadline.ms]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      500,
    ]);
    await clock.sleep(100);
    expect(deadline.begin().at).toBe(600);
    await clock.sleep(100);
    expect([deadline.begin().at, deadline.left()]).toEqual([600, 400]);
  });

  it("hides a poll's link unless it is read directly", () => {
    const look = new PolledStatus({
      ...lookOf("done", "FINISHED"),
      size: 5,
      url: "https://host/CANARY",
    });
    expect([look.url, look.status, look.state, look.knownStatus, look.size]).toEqual([
      "https://host/CANARY",
      "FINISHED",
      "done",
      true,
      5,
    ]);
    expect([JSON.stringify(look), JSON.stringify({ ...look })].join()).not.toContain("CANARY");
  });
});

describe("shared polls", () => {
  interface Given {
    readonly signal: AbortSignal;
    give(seen: PollAttempt): void;
    fail(error: Error): void;
  }

  const settings = {
    fetchOptions: undefined,
    timeoutMs: 1,
    maxRetries: undefined,
    headers: undefined,
  };

  /** Polls with the given results, and callers that wait for them. */
  function sharing(clock = standing()) {
    const attempts = new PollCoalescer(clock);
    const started: Given[] = [];
    const start = (signal: AbortSignal) =>
      new Promise<PollAttempt>((give, fail) => started.push({ signal, give, fail }));
    const join = (report: string, freshMs = 0, signal?: AbortSignal) =>
      attempts.during({ adAccountId: "1", token: report }, settings, (look) =>
        look(start, { freshMs, signal }),
      );
    return { attempts, start, started, join, clock };
  }

  const first = seen(lookOf("pending", "FIRST"));
  const second = seen(lookOf("pending", "SECOND"));

  it("are a single request while in flight, and stay fresh for as long as each caller specifies", async () => {
    const { attempts, start, started, join, clock } = sharing();
    const all = [join("r"), join("r"), join("other")];
    expect(started).toHaveLength(2);
    for (const one of started) one.give(first);
    expect(await Promise.all(all)).toEqual([first, first, first]);
    await attempts.during({ adAccountId: "1", token: "r" }, settings, async (look) => {
      const terms = (freshMs: number) => ({ freshMs, signal: undefined });
      const next = look(start, terms(100));
      expect(started).toHaveLength(3);
      started[2]?.give(second);
      await next;
      await clock.sleep(50);
      expect(await look(start, terms(51))).toBe(second);
      expect(started).toHaveLength(3);
      void look(start, terms(50));
      expect(started).toHaveLength(4);
    });
  });

  it("reject each caller with a separate error, and are sent again for the next call", async () => {
    const { started, join } = sharing();
    const all = [join("r"), join("r")];
    started[0]?.fail(new ReportFailedError("EXPIRED"));
    const errors = await Promise.all(all.map((one) => one.catch((error: unknown) => error)));
    expect(errors).toMatchObject([{ status: "EXPIRED" }, { status: "EXPIRED" }]);
    expect(errors[0]).not.toBe(errors[1]);
    const next = join("r");
    started[1]?.give(first);
    expect(await next).toBe(first);
  });

  it("continue for the remaining callers, and stop with the reason of the last one to abort", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.nat(4), async (count, leaving) => {
        const { started, join } = sharing();
        const stops = Array.from({ length: count }, () => new AbortController());
        const all = stops.map((stop) => join("r", 0, stop.signal).catch((error: unknown) => error));
        const leavers = stops.slice(0, Math.min(leaving, count));
        for (const [index, stop] of leavers.entries()) stop.abort(`left ${index}`);
        const last = leavers.length === count;
        expect(started[0]?.signal.aborted).toBe(last);
        if (last) expect(started[0]?.signal.reason).toBe(`left ${count - 1}`);
        // At the same moment, another caller arrives and either shares the poll or gets its own.
        const late = join("r");
        expect(started).toHaveLength(last ? 2 : 1);
        started[0]?.give(first);
        started.at(-1)?.give(last ? second : first);
        expect(await Promise.all(all)).toEqual(
          stops.map((_, index) => (index < leavers.length ? `left ${index}` : first)),
        );
        expect(await late).toBe(last ? second : first);
      }),
    );
  });
});
