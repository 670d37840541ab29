import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClientOptions } from "../../../runtime/auth/credentials.js";
import { connect } from "../../../runtime/client/connection.js";
import { flowClient } from "../../../runtime/client/report-client.js";
import { RateLimitError } from "../../../runtime/errors.js";
import type { RateLimit } from "../../../runtime/http/rate-limit.js";
import { allowanceIn } from "../../../runtime/http/rate-limit.js";
import { Limiter, type RateLimitKey, type Slot } from "../../../runtime/http/rate-limiter.js";
import { runs } from "../../support/effort.js";
import { account, all, bodyFor, createClient, flow, setting } from "../../support/flow.js";
import { type Gate, gate, refusal } from "../../support/gate.js";
import { createSteadyClock } from "../../support/steady-clock.js";

const START = "2026-03-10T12:00:00Z";
const DATE = Date.parse(START);
const pace = (account: string): RateLimitKey => ({
  category: "ads",
  operation: "report poll",
  account,
});
const told = (headers: Record<string, string>) => ({ status: 200, headers: new Headers(headers) });
const errorOf = (retryAfterMs: number | null, byCost = false) => ({
  retryAfterMs,
  apiCode: byCost ? 2726 : null,
});
const far = { deadline: Number.POSITIVE_INFINITY, signal: undefined, holdMs: 1_000_000 };

/** Sends the request in this slot, and receives its response immediately. */
function answered(place: Slot): void {
  place.send(1);
  place.end("answered");
}

function limiter(limits: Record<string, RateLimit>) {
  const clock = createSteadyClock({ start: START });
  return { clock, limiter: new Limiter(clock, limits) };
}

describe("the limiter", () => {
  it("allows at most the limit in any window", async () => {
    const { clock, limiter: limits } = limiter({ ads: { requests: 5, perMs: 1_000 } });
    const times: number[] = [];
    await Promise.all(
      Array.from({ length: 23 }, () =>
        limits.acquire(pace("1"), far).then((place) => {
          answered(place);
          times.push(clock.now());
        }),
      ),
    );
    expect(times).toHaveLength(23);
    for (const [index, time] of times.entries()) {
      const before = times[index - 5];
      if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(1_000);
    }
    expect(clock.now()).toBe(4_000);
  });

  it("lets accounts take turns, so that one with many calls does not delay the others", async () => {
    const { limiter: limits } = limiter({ ads: { requests: 1, perMs: 100 } });
    const order: string[] = [];
    const enter = (account: string) =>
      limits.acquire(pace(account), far).then((place) => {
        answered(place);
        order.push(account);
      });
    await Promise.all([
      ...Array.from({ length: 6 }, () => enter("big")),
      enter("a"),
      enter("b"),
      enter("a"),
    ]);
    expect(order).toEqual(["big", "big", "a", "b", "big", "a", "big", "big", "big"]);
  });

  it("counts each category separately, and all of them together", async () => {
    const { clock, limiter: limits } = limiter({
      "*": { requests: 3, perMs: 1_000 },
      ads: { requests: 2, perMs: 1_000 },
    });
    const enter = (category: string) =>
      limits
        .acquire({ category, operation: `${category} poll`, account: "1" }, far)
        .then((place) => answered(place));
    await Promise.all([enter("ads"), enter("ads"), enter("org")]);
    expect(clock.now()).toBe(0);
    await enter("org");
    expect(clock.now()).toBe(1_000);
  });

  it("learns from responses that a limit is exhausted, and waits for its reset", async () => {
    const { clock, limiter: limits } = limiter({});
    answered(await limits.acquire(pace("1"), far));
    limits.recordResponse(
      pace("1"),
      told({ "x-ratelimit-remaining": "1", "x-ratelimit-reset": "30" }),
      null,
    );
    await limits.acquire(pace("1"), far);
    expect(clock.now()).toBe(0);
    await limits.acquire(pace("1"), far);
    expect(clock.now()).toBe(30_000);
  });

  it("delays all calls after an ordinary refusal, and only the creation of reports after a refusal about the cost of reports", async () => {
    const { clock, limiter: limits } = limiter({});
    const create = { category: "ads", operation: "report create", account: "1" };
    limits.recordResponse(create, { status: 429, headers: new Headers() }, errorOf(20_000, true));
    await limits.acquire(pace("1"), far);
    expect(clock.now()).toBe(0);
    await limits.acquire(create, far);
    expect(clock.now()).toBe(20_000);
    limits.recordResponse(pace("1"), { status: 429, headers: new Headers() }, errorOf(5_000));
    await limits.acquire(create, far);
    expect(clock.now()).toBe(25_000);
  });

  it("rejects immediately if the limit does not allow the call before its deadline, and says when the call is possible", async () => {
    const { limiter: limits } = limiter({ ads: { requests: 1, perMs: 86_400_000 } });
    await limits.acquire(pace("1"), far);
    const error = await limits
      .acquire(pace("1"), { ...far, deadline: 600_000 })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({
      code: "rate_limit",
      category: "ads",
      retryAt: "2026-03-11T12:00:00.000Z",
    });
  });

  it("removes an aborted call from the queue immediately, and no other call", async () => {
    const clock = createSteadyClock({ start: START, auto: false });
    const limits = new Limiter(clock, { ads: { requests: 1, perMs: 1_000 } });
    answered(await limits.acquire(pace("1"), far));
    const stop = new AbortController();
    const given = limits
      .acquire(pace("2"), { ...far, signal: stop.signal })
      .catch((reason) => reason);
    const other = limits.acquire(pace("3"), far);
    stop.abort("enough");
    expect(await given).toBe("enough");
    await clock.advance(1_000);
    await other;
  });

  it("admits a waiting call that is due before a new one, even if its timer has not fired yet", async () => {
    const time = { value: 0 };
    const clock = {
      now: () => time.value,
      date: () => DATE,
      random: () => 0,
      sleep: () => new Promise<void>(() => {}),
    };
    const limits = new Limiter(clock, { ads: { requests: 1, perMs: 1_000 } });
    answered(await limits.acquire(pace("1"), far));
    const waiting = limits.acquire(pace("1"), far);
    time.value = 1_000;
    expect(limits.tryAcquire(pace("2"), far)).toBeNull();
    answered(await waiting);
  });

  it("admits polls before creates, whatever order they arrive in", async () => {
    const { limiter: limits } = limiter({ ads: { requests: 1, perMs: 100 } });
    const order: string[] = [];
    const enter = (operation: string, account: string) =>
      limits
        .acquire({ category: "ads", operation, account, first: operation === "poll" }, far)
        .then((place) => {
          answered(place);
          order.push(operation);
        });
    await Promise.all(
      ["poll", "create", "create", "poll", "create", "poll"].map((operation, index) =>
        enter(operation, String(index % 2)),
      ),
    );
    expect(order).toEqual(["poll", "poll", "poll", "create", "create", "create"]);
  });

  it("applies an operation's limit only to that operation, and names the limit that is exhausted", async () => {
    const { clock, limiter: limits } = limiter({});
    const [create, look] = ["create", "poll"].map((operation) => ({
      category: "ads",
      operation,
      account: "1",
    })) as [RateLimitKey, RateLimitKey];
    limits.recordResponse(create, { status: 429, headers: new Headers() }, errorOf(8_000, true));
    const waiting = limits.acquire(create, far);
    answered(await limits.acquire(look, { ...far, deadline: 3_000 }));
    expect(clock.now()).toBe(0);
    const late = await limits
      .acquire(create, { ...far, deadline: 3_000 })
      .catch((thrown) => thrown);
    expect(late).toMatchObject({ category: "create", retryAt: "2026-03-10T12:00:08.000Z" });
    await waiting;
    expect(clock.now()).toBe(8_000);
  });

  it.each([1e13, 1e16, 1e300, Number.POSITIVE_INFINITY])(
    "treats a retry time of %d ms as no wait, and rejects no waiting call",
    async (retryAfterMs) => {
      const { clock, limiter: limits } = limiter({ ads: { requests: 1, perMs: 1_000 } });
      const place = await limits.acquire(pace("1"), far);
      const waiting = limits.acquire(pace("2"), far);
      limits.recordResponse(
        pace("1"),
        { status: 429, headers: new Headers() },
        errorOf(retryAfterMs),
      );
      answered(place);
      await waiting;
      expect(clock.now()).toBeLessThan(5_000);
    },
  );

  it("increases its delay after each refusal that gives no wait time, once for all calls in flight", async () => {
    const { clock, limiter: limits } = limiter({});
    const refuse = (account: string) =>
      limits.recordResponse(pace(account), { status: 429, headers: new Headers() }, errorOf(null));
    const waits: number[] = [];
    for (let times = 0; times < 9; times++) {
      for (let calls = 0; calls < 20; calls++) refuse(String(calls));
      const before = clock.now();
      answered(await limits.acquire(pace("1"), far));
      waits.push(clock.now() - before);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    limits.recordResponse(pace("1"), { status: 200, headers: new Headers() }, null);
    refuse("1");
    const before = clock.now();
    await limits.acquire(pace("1"), far);
    expect(clock.now() - before).toBe(500);
  });

  it("delays an operation's other calls after a 400 that gives a wait time", async () => {
    const { clock, limiter: limits } = limiter({});
    const create = { category: "ads", operation: "report create", account: "1" };
    limits.recordResponse(create, { status: 400, headers: new Headers() }, errorOf(7_000));
    await limits.acquire(pace("1"), far);
    expect(clock.now()).toBe(0);
    await limits.acquire({ ...create, account: "2" }, far);
    expect(clock.now()).toBe(7_000);
  });

  it("waits in a long queue before the deadline starts, but not for a limit that stays exhausted longer than maxQueueMs", async () => {
    const { clock, limiter: limits } = limiter({ ads: { requests: 1, perMs: 60_000 } });
    const terms = { ...far, maxQueueMs: 90_000 };
    const enter = () => limits.acquire(pace("1"), terms).then((place) => answered(place));
    await Promise.all(Array.from({ length: 10 }, enter));
    expect(clock.now()).toBe(540_000);
    limits.recordResponse(pace("1"), { status: 429, headers: new Headers() }, errorOf(100_000));
    await expect(limits.acquire(pace("1"), terms)).rejects.toBeInstanceOf(RateLimitError);
    expect(clock.now()).toBe(540_000);
  });

  it("delays only calls whose gate is closed, until it opens", async () => {
    const { clock, limiter: limits } = limiter({ ads: { requests: 9, perMs: 60_000 } });
    let [open, taken] = [false, 0];
    const gate = { freeAt: () => (open ? 0 : Number.POSITIVE_INFINITY), take: () => taken++ };
    const behind = Promise.all([
      limits.acquire({ ...pace("1"), gate }, far),
      limits.acquire({ ...pace("2"), gate }, far),
    ]);
    answered(await limits.acquire(pace("1"), far));
    expect(taken).toBe(0);
    open = true;
    limits.wake();
    await behind;
    expect([taken, clock.now()]).toEqual([2, 0]);
  });

  it("estimates how long a call would wait, and admits it as soon as there is room and its gate opens", async () => {
    const { clock, limiter: limits } = limiter({ ads: { requests: 1, perMs: 1_000 } });
    await clock.sleep(500);
    const gate = { freeAt: () => 1_500, take: () => {} };
    expect([limits.waitMs(pace("1")), limits.tryAcquire({ ...pace("1"), gate }, far)]).toEqual([
      0,
      null,
    ]);
    answered(limits.tryAcquire(pace("1"), far) as Slot);
    expect([limits.waitMs(pace("1")), limits.tryAcquire(pace("1"), far)]).toEqual([1_000, null]);
    await clock.sleep(999);
    expect([limits.waitMs(pace("1")), limits.tryAcquire({ ...pace("1"), gate }, far)]).toEqual([
      1,
      null,
    ]);
    await clock.sleep(1);
    expect([
      limits.waitMs(pace("1")),
      typeof limits.tryAcquire({ ...pace("1"), gate }, far),
    ]).toEqual([0, "object"]);
  });

  it("frees the slot of a call that was not sent", async () => {
    const { clock, limiter: limits } = limiter({ ads: { requests: 1, perMs: 1_000 } });
    const place = await limits.acquire(pace("1"), far);
    const next = limits.acquire(pace("2"), far);
    place.end("unsent");
    await next;
    expect(clock.now()).toBe(0);
  });

  it.each<[string, Record<string, string>, unknown]>([
    [
      "seconds",
      { "x-ratelimit-remaining": "3", "x-ratelimit-reset": "10" },
      { remaining: 3, resetMs: 10_000 },
    ],
    [
      "seconds since 1970",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(DATE / 1_000 + 7) },
      { remaining: 0, resetMs: 7_000 },
    ],
    [
      "milliseconds since 1970",
      { "ratelimit-remaining": "0", "ratelimit-reset": String(DATE + 9) },
      { remaining: 0, resetMs: 9 },
    ],
    [
      "Pinterest's older names",
      { "x-userendpoint-ratelimit-remaining": "1", "x-userendpoint-ratelimit-reset": "2" },
      { remaining: 1, resetMs: 2_000 },
    ],
    [
      "one header",
      { ratelimit: "limit=100, remaining=0, reset=5" },
      { remaining: 0, resetMs: 5_000 },
    ],
    [
      "one header of the later draft",
      { ratelimit: '"default";r=0;t=5' },
      { remaining: 0, resetMs: 5_000 },
    ],
    [
      "the tightest of several",
      { "x-ratelimit-remaining": "9", "x-ratelimit-reset": "1", ratelimit: "remaining=2, reset=5" },
      { remaining: 2, resetMs: 5_000 },
    ],
    [
      "the tightest of several policies",
      { ratelimit: '"burst";r=100;t=60, "daily";r=0;t=500' },
      { remaining: 0, resetMs: 500_000 },
    ],
    [
      "headers that came twice",
      { "x-ratelimit-remaining": "100, 0", "x-ratelimit-reset": "60, 600" },
      { remaining: 0, resetMs: 600_000 },
    ],
    [
      "a date",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "Tue, 10 Mar 2026 12:00:30 GMT" },
      { remaining: 0, resetMs: 30_000 },
    ],
    [
      "a negative number",
      { "x-ratelimit-remaining": "-1", "x-ratelimit-reset": "30" },
      { remaining: 0, resetMs: 30_000 },
    ],
    [
      "a time of more than a day",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "90000" },
      { remaining: 0, resetMs: 86_400_000 },
    ],
    [
      "a time of a week",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "604800" },
      { remaining: 0, resetMs: 86_400_000 },
    ],
    [
      "a time of a second more than a week",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "604801" },
      null,
    ],
    ["a time of years", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9e8" }, null],
    ["a past time", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1500000000" }, null],
    ["no reset", { "x-ratelimit-remaining": "0" }, null],
    [
      "values that are not numbers",
      { "x-ratelimit-remaining": "none", "x-ratelimit-reset": "soon" },
      null,
    ],
    ["nothing", {}, null],
  ])("reads an allowance: %s", (_, headers, allowance) => {
    expect(allowanceIn(new Headers(headers), DATE)).toEqual(allowance);
  });
});

interface Call {
  readonly account: string;
  readonly first: boolean;
  /** Milliseconds after the previous call. */
  readonly after: number;
  /** Milliseconds from the call to its deadline; `abortAfter` is the time to its abort. */
  readonly deadline: number;
  readonly maxQueueMs: number | undefined;
  readonly abortAfter: number;
  readonly isSent: boolean;
}

interface Outcome extends Call {
  readonly number: number;
  readonly asked: number;
  at: number;
  result: "admitted" | "refused" | "aborted" | null;
}

const NEVER = Number.POSITIVE_INFINITY;
const halves = (most: number) => fc.integer({ min: 0, max: most }).map((count) => count * 500);
const seldom = (most: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(NEVER) }, { weight: 1, arbitrary: halves(most) });
const call: fc.Arbitrary<Call> = fc.record({
  account: fc.constantFrom("1", "2", "3"),
  first: fc.boolean(),
  after: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: halves(4) }),
  deadline: seldom(12),
  maxQueueMs: seldom(6).map((ms) => (ms === NEVER ? undefined : ms)),
  abortAfter: seldom(8),
  isSent: fc.oneof(
    { weight: 4, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
});

/**
 * The results of calls, in the order in which they settle. Each call ends as soon as it is
 * admitted.
 */
async function outcomesOf(calls: readonly Call[], limit: RateLimit): Promise<readonly Outcome[]> {
  const clock = createSteadyClock({ start: START, auto: false });
  const timers = new Set<object>();
  let most = 0;
  const counted = {
    now: () => clock.now(),
    date: () => clock.date(),
    random: () => 0,
    sleep: (ms: number, signal?: AbortSignal) => {
      const timer = {};
      most = Math.max(most, timers.add(timer).size);
      signal?.addEventListener("abort", () => timers.delete(timer));
      return clock.sleep(ms, signal).then(() => void timers.delete(timer));
    },
  };
  const limits = new Limiter(counted, { ads: limit });
  const settled: Outcome[] = [];
  const open = new Map<Outcome, AbortController>();
  const endOf = ({ asked, abortAfter }: Outcome): number => asked + abortAfter;
  const pass = async (until: number): Promise<void> => {
    for (;;) {
      for (const [outcome, stop] of open)
        if (outcome.result === null && endOf(outcome) <= clock.now()) stop.abort("enough");
      await new Promise((resolve) => setImmediate(resolve));
      if (clock.now() >= until || (until === NEVER && open.size === 0)) return;
      await clock.advance(500);
    }
  };
  for (const [number, asked] of calls.entries()) {
    await pass(clock.now() + asked.after);
    const stop = new AbortController();
    const now = clock.now();
    const outcome: Outcome = { ...asked, number, asked: now, at: NEVER, result: null };
    open.set(outcome, stop);
    const settle = (result: Outcome["result"]): void => {
      Object.assign(outcome, { result, at: clock.now() });
      open.delete(outcome);
      settled.push(outcome);
    };
    limits
      .acquire(
        { ...pace(asked.account), first: asked.first },
        {
          ...far,
          deadline: now + asked.deadline,
          maxQueueMs: asked.maxQueueMs,
          signal: stop.signal,
        },
      )
      .then(
        (place) => {
          settle("admitted");
          asked.isSent ? answered(place) : place.end("unsent");
        },
        (error) => {
          settle(error === "enough" ? "aborted" : "refused");
          if (error !== "enough") expect(error).toBeInstanceOf(RateLimitError);
        },
      );
  }
  await pass(NEVER);
  // All waiting calls share one timer.
  expect(most).toBeLessThanOrEqual(1);
  expect(timers.size).toBe(0);
  return settled;
}

describe("calls from many accounts", () => {
  it("are each admitted in turn, rejected by their deadline or aborted, and leave no timer", async () => {
    const limit = fc.record({
      requests: fc.integer({ min: 1, max: 3 }),
      perMs: fc.constantFrom(500, 1_000, 2_000),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 14 }),
        limit,
        async (calls, { requests, perMs }) => {
          const settled = await outcomesOf(calls, { requests, perMs });
          expect(settled.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual(
            calls.map((_, number) => number),
          );
          const admitted = settled.filter(({ result }) => result === "admitted");
          const sent = admitted.filter(({ isSent }) => isSent);
          for (const [index, { asked, at, result, deadline, abortAfter }] of settled.entries()) {
            const latest = asked + deadline;
            if (result === "aborted") expect(at).toBe(asked + abortAfter);
            if (result === "refused") expect(at).toBeLessThanOrEqual(Math.max(asked, latest));
            if (result !== "admitted") continue;
            if (at > asked) expect(at).toBeLessThanOrEqual(latest);
            const isEarlier = (other: Outcome): boolean =>
              other.result === "admitted" && other.isSent && settled.indexOf(other) < index;
            expect(
              settled.filter((other) => isEarlier(other) && other.at > at - perMs).length,
            ).toBeLessThan(requests);
            // Before that, there was no room.
            if (at > asked)
              expect(
                sent.filter((other) => other.at < at && other.at >= at - perMs).length,
              ).toBeGreaterThanOrEqual(requests);
          }
          const waiting = admitted.filter(({ at, asked }) => at > asked);
          for (const [index, one] of waiting.entries()) {
            for (const later of waiting.slice(index + 1)) {
              const wasThere = later.asked < one.at;
              // Priority calls go first.
              if (wasThere && later.first) expect(one.first).toBe(true);
              if (one.first !== later.first) continue;
              // Calls of the same account go in order.
              if (one.account === later.account) expect(one.number).toBeLessThan(later.number);
              // No account gets a second turn while another account waits.
              const turns = waiting
                .slice(index + 1, waiting.indexOf(later))
                .filter(({ first }) => first === one.first);
              const isTurnOf = (account: string) => (turn: Outcome) => turn.account === account;
              if (wasThere && !turns.some(isTurnOf(later.account)))
                expect(turns.filter(isTurnOf(one.account))).toEqual([]);
            }
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it("wait until their deadline, to the millisecond", async () => {
    const { clock, limiter: limits } = limiter({ ads: { requests: 1, perMs: 1_000 } });
    answered(await limits.acquire(pace("1"), far));
    for (const terms of [
      { ...far, deadline: 999 },
      { ...far, maxQueueMs: 999 },
    ]) {
      await expect(limits.acquire(pace("1"), terms)).rejects.toMatchObject({
        category: "ads",
        retryAt: "2026-03-10T12:00:01.000Z",
      });
    }
    expect(clock.now()).toBe(0);
    answered(await limits.acquire(pace("1"), { ...far, deadline: 1_000 }));
    expect(clock.now()).toBe(1_000);
    await expect(limits.acquire(pace("1"), { ...far, deadline: 1_999 })).rejects.toMatchObject({
      retryAt: "2026-03-10T12:00:02.000Z",
    });
    expect(clock.now()).toBe(1_000);
    answered(await limits.acquire(pace("1"), { ...far, maxQueueMs: 1_000 }));
    expect(clock.now()).toBe(2_000);
  });

  it("reject immediately if their signal has already aborted", async () => {
    const { limiter: limits } = limiter({ ads: { requests: 1, perMs: 1_000 } });
    await limits.acquire(pace("1"), far);
    await expect(
      limits.acquire(pace("1"), { ...far, signal: AbortSignal.abort("before") }),
    ).rejects.toBe("before");
  });

  it("wait until their gate opens, and do not delay calls without a gate", async () => {
    const { clock, limiter: limits } = limiter({ ads: { requests: 1, perMs: 1_000 } });
    answered(await limits.acquire(pace("1"), far));
    const gate = { freeAt: () => 5_000, take: () => {} };
    const times = await Promise.all(
      [{ ...pace("1"), gate }, pace("1")].map((key) =>
        limits.acquire(key, far).then((place) => {
          answered(place);
          return clock.now();
        }),
      ),
    );
    expect(times).toEqual([5_000, 1_000]);
  });

  it("are not delayed by other calls whose gate is closed or whose operation has no room", async () => {
    const slow = { category: "ads", operation: "slow", account: "1" };
    const gate = { freeAt: () => NEVER, take: () => {} };
    for (const blocked of [slow, { ...pace("1"), gate }]) {
      const { clock, limiter: limits } = limiter({
        ads: { requests: 2, perMs: 1_000 },
        slow: { requests: 1, perMs: 60_000 },
      });
      answered(await limits.acquire(slow, far));
      answered(await limits.acquire(pace("2"), far));
      const stop = new AbortController();
      limits.acquire(blocked, { ...far, signal: stop.signal }).catch(() => {});
      const times = await Promise.all(
        Array.from({ length: 6 }, () =>
          limits.acquire(pace("2"), far).then((place) => {
            answered(place);
            return clock.now();
          }),
        ),
      );
      stop.abort();
      expect(times).toEqual([1_000, 1_000, 2_000, 2_000, 3_000, 3_000]);
    }
  });

  it("are admitted as soon as newly announced windows allow it", async () => {
    const { clock, limiter: limits } = limiter({});
    const announce = (text: string) =>
      limits.recordResponse(pace("1"), told({ "x-ratelimit-limit": text }), null);
    announce("1;w=60");
    answered(await limits.acquire(pace("1"), far));
    const waiting = limits.acquire(pace("1"), far);
    announce("2;w=1");
    await waiting;
    expect(clock.now()).toBe(0);
  });

  it("have no limit even if their operation is named like an Object.prototype property", async () => {
    const { clock, limiter: limits } = limiter({});
    const key = { category: null, operation: "constructor", account: "1" };
    for (let calls = 0; calls < 10; calls++) answered(await limits.acquire(key, far));
    expect([clock.now(), limits.waitMs(key)]).toEqual([0, 0]);
  });

  it("are rejected with the name of the exhausted limit: all calls, the category or the operation", async () => {
    const late = { ...far, deadline: 0 };
    for (const [name, category] of [
      ["*", "ads"],
      ["ads", "ads"],
      ["report poll", "ads"],
      ["*", null],
      ["report poll", null],
    ] as const) {
      const { limiter: limits } = limiter({ [name]: { requests: 1, perMs: 7_000 } });
      answered(await limits.acquire({ ...pace("1"), category }, far));
      await expect(limits.acquire({ ...pace("2"), category }, late)).rejects.toMatchObject({
        category: name,
        retryAt: "2026-03-10T12:00:07.000Z",
      });
    }
  });
});

describe("a response to a limited call", () => {
  const other = { category: "ads", operation: "report create", account: "2" };
  const waits = (
    status: number,
    retryAfterMs: number | null,
    byCost = false,
  ): readonly number[] => {
    const { limiter: limits } = limiter({});
    limits.recordResponse(other, { status, headers: new Headers() }, errorOf(retryAfterMs, byCost));
    return [other, pace("1"), { ...other, category: "org", operation: "else" }].map((key) =>
      limits.waitMs(key),
    );
  };

  it("delays its category, or only its operation, if it is a refusal with a wait time", () => {
    for (const status of [200, 201, 204, 300, 304, 401, 403, 404, 500, 502, 503])
      expect(waits(status, 20_000)).toEqual([0, 0, 0]);
    expect(waits(429, 20_000)).toEqual([20_000, 20_000, 0]);
    expect(waits(429, 20_000, true)).toEqual([20_000, 0, 0]);
    expect(waits(400, 20_000)).toEqual([20_000, 0, 0]);
    expect(waits(400, null)).toEqual([0, 0, 0]);
    expect(waits(429, 86_400_000)).toEqual([86_400_000, 86_400_000, 0]);
    expect(waits(429, 86_400_001)).toEqual([500, 500, 0]);
  });

  it("stops the waits from doubling only if it is successful", () => {
    for (const status of [199, 300, 304, 400, 401, 404, 500, 503])
      expect([status, doubled(status)]).toEqual([status, 1_000]);
    for (const status of [200, 201, 204, 299])
      expect([status, doubled(status)]).toEqual([status, 500]);
  });

  /** The wait after a second refusal, with another response in between. */
  function doubled(between: number): number {
    const now = { value: 0 };
    const clock = {
      now: () => now.value,
      date: () => DATE,
      random: () => 0,
      sleep: () => new Promise<void>(() => {}),
    };
    const limits = new Limiter(clock, {});
    const record = (status: number) =>
      limits.recordResponse(other, { status, headers: new Headers() }, errorOf(null));
    record(429);
    now.value = 500;
    record(between);
    record(429);
    return limits.waitMs(other);
  }
});

describe("a client with rate limits", () => {
  it("gets no 429 for 60 reports under a quota of 30 per minute, and completes them all (R6)", async () => {
    await using scene = await setting({ polls: 2 });
    const { clock } = scene.server;
    await using front = await quota(scene.server, { requests: 30, perMs: 60_000 });
    const client = createClient({
      accessToken: "t",
      baseUrl: front.url,
      clock,
      deadlineMs: 3_600_000,
      rateLimits: { "*": { requests: 30, perMs: 60_000 } },
    });
    const tasks = Array.from({ length: 60 }, (_, index) => ({
      adAccountId: String(index),
      body: bodyFor(scene.server),
    }));
    const items = await all(client.report.runAll(tasks, { concurrency: 60 }));
    expect(items.filter(({ type }) => type === "done")).toHaveLength(60);
    expect(front.answered).not.toContain(429);
  });

  it("learns an unknown limit from the responses", async () => {
    await using scene = await setting({ polls: 1 });
    const { clock } = scene.server;
    await using front = await quota(scene.server, { requests: 10, perMs: 60_000 });
    const options = {
      accessToken: "t",
      baseUrl: front.url,
      clock,
      deadlineMs: 3_600_000,
      rateLimits: false,
    } as const;
    const items = await all(
      createClient(options).report.runAll(
        Array.from({ length: 20 }, (_, index) => ({
          adAccountId: String(index),
          body: bodyFor(scene.server),
        })),
        { concurrency: 4 },
      ),
    );
    expect(items.filter(({ type }) => type === "done")).toHaveLength(20);
    expect(front.answered.filter((status) => status === 429).length).toBeLessThanOrEqual(4);
  });

  it("by default makes at most 300 calls per minute in a category", async () => {
    await using scene = await setting({ polls: 0 });
    const { accessToken, url: baseUrl, clock } = scene.server;
    const client = createAnalyticsClient({
      accessToken,
      baseUrl,
      clock,
      fetch: scene.server.fetch,
    });
    const handle = await client.report.create("1", bodyFor(scene.server));
    await Promise.all(Array.from({ length: 299 }, () => client.report.poll(handle)));
    const before = clock.now();
    await client.report.poll(handle);
    expect(clock.now()).toBeGreaterThanOrEqual(60_000);
    // All calls together are limited to a hundred per second.
    expect(before).toBeGreaterThanOrEqual(2_000);
  });

  it("does not count a call against the limits if no token can be obtained", async () => {
    await using scene = await setting({ polls: 0 });
    const { accessToken, url: baseUrl, clock } = scene.server;
    let asked = 0;
    const give = () => (++asked > 3 ? accessToken : Promise.reject(new Error("no token today")));
    const rateLimits = { "*": { requests: 2, perMs: 86_400_000 } };
    const client = createClient({ accessToken: give, baseUrl, clock, rateLimits });
    for (let times = 0; times < 3; times++)
      await expect(client.report.create("1", bodyFor(scene.server))).rejects.toThrow(
        "no token today",
      );
    expect((await client.report.run("1", bodyFor(scene.server))).handle.adAccountId).toBe("1");
    expect(clock.now()).toBe(0);
  });

  it("reserves a new slot if getting the token takes longer than the reservation", async () => {
    await using back = await setting();
    const { clock, url, accessToken } = back.server;
    let asked = 0;
    const client = createClient({
      baseUrl: url,
      fetch: back.server.fetch,
      clock,
      rateLimits: { "*": { requests: 1, perMs: 1_000 } },
      async accessToken() {
        asked++;
        await clock.sleep(45_000);
        return accessToken;
      },
    });
    await client.report.create(account, bodyFor(back.server));
    expect(asked).toBe(1);
    expect(back.server.requests.map(({ step }) => step)).toEqual(["create"]);
    expect(clock.now()).toBeLessThan(60_000);
  });

  it("stops immediately if it is aborted while queued", async () => {
    const clock = createSteadyClock({ start: START, auto: false });
    await using scene = await setting(
      { clock },
      { rateLimits: { "*": { requests: 1, perMs: 60_000 } } },
    );
    const handle = await scene.client.report.create("1", bodyFor(scene.server));
    const stop = new AbortController();
    const waiting = scene.client.report
      .poll(handle, { signal: stop.signal })
      .catch((reason) => reason);
    setTimeout(() => stop.abort("enough"), 30);
    expect(await waiting).toBe("enough");
  });

  it("interprets the server's times according to the server's clock", async () => {
    await using scene = await setting({ polls: 0 });
    const { accessToken, url: baseUrl, clock } = scene.server;
    let slow = true;
    // The server's clock is an hour ahead of ours.
    const headers = {
      date: "Tue, 10 Mar 2026 13:00:00 GMT",
      "retry-after": "Tue, 10 Mar 2026 13:00:20 GMT",
    };
    const fetch = (url: string, init: RequestInit) => {
      if (!slow) return globalThis.fetch(url, init);
      slow = false;
      return Promise.resolve(new Response("{}", { status: 429, headers }));
    };
    const client = createClient({ accessToken, baseUrl, clock, fetch });
    await client.report.create("1", bodyFor(scene.server));
    expect(clock.now()).toBe(20_000);
  });

  it("reports that it is waiting for a limit", async () => {
    await using scene = await setting(
      { polls: 0 },
      { rateLimits: { "*": { requests: 1, perMs: 5_000 } } },
    );
    await scene.client.report.run("1", bodyFor(scene.server));
    expect(scene.events.filter(({ type }) => type === "wait")).toEqual([
      { type: "wait", reason: "rate-limit", ms: 5_000 },
    ]);
  });

  it.each([
    { ads: { requests: 0, perMs: 1 } },
    { ads: { requests: 1.5, perMs: 1 } },
    { ads: { requests: 1, perMs: 0 } },
    { ads: { requests: 1, perMs: Number.NaN } },
  ])("rejects invalid limits: %j", (rateLimits) => {
    expect(() => createClient({ accessToken: "t", rateLimits })).toThrow(RangeError);
  });
});

/** A client of the made-up flow, whose calls count as report calls. */
function createAnalyticsClient(options: ClientOptions) {
  return {
    report: flowClient(connect(options), {
      ...flow,
      create: { ...flow.create, rateLimit: "ads_analytics" },
      poll: { ...flow.poll, rateLimit: "ads_analytics" },
    }),
  };
}

/** A server that counts requests in fixed windows, as APIs do, and announces what is left. */
async function quota(
  server: Parameters<typeof gate>[0],
  { requests, perMs }: RateLimit,
): Promise<Gate> {
  let [span, count] = [0, 0];
  const front = await gate(server, {
    before: () => {
      const now = server.clock.now();
      if (Math.floor(now / perMs) !== span) [span, count] = [Math.floor(now / perMs), 0];
      return ++count > requests
        ? refusal(429, 8, "You have exceeded your rate limit.", { "retry-after": seconds() })
        : undefined;
    },
    after: () => ({
      "x-ratelimit-limit": String(requests),
      "x-ratelimit-remaining": String(requests - count),
      "x-ratelimit-reset": seconds(),
    }),
  });
  const seconds = () => String(Math.ceil((perMs - (server.clock.now() % perMs)) / 1_000));
  front.valid.add("t");
  return front;
}
