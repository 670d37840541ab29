import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  Deadline,
  onAbort,
  raceAbort,
  StepTimeout,
  sleep,
  systemClock,
  withTimeout,
} from "../../../runtime/clock.js";
import { createSteadyClock } from "../../support/steady-clock.js";

const START = "2026-03-10T12:00:00Z";
const never = new Promise<never>(() => {});

/** A signal that counts its listeners. */
function counted(): { readonly stop: AbortController; readonly listeners: () => number } {
  const stop = new AbortController();
  const { signal } = stop;
  let count = 0;
  const [add, remove] = [
    signal.addEventListener.bind(signal),
    signal.removeEventListener.bind(signal),
  ];
  signal.addEventListener = (...rest: Parameters<typeof add>) => [count++, add(...rest)];
  signal.removeEventListener = (...rest: Parameters<typeof remove>) => [count--, remove(...rest)];
  return { stop, listeners: () => count };
}

describe("abort callbacks", () => {
  it("are each called once, through a single listener that is removed with the last callback", () => {
    const step = fc.record({ isAdded: fc.boolean(), which: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const { stop, listeners } = counted();
        const called: number[] = [];
        const registered: { readonly id: number; readonly off: () => void }[] = [];
        const removed: (() => void)[] = [];
        for (const [id, { isAdded, which }] of steps.entries()) {
          if (isAdded) registered.push({ id, off: onAbort(stop.signal, () => called.push(id)) });
          else {
            const [one] = registered.splice(which, 1);
            one?.off();
            if (one !== undefined) removed.push(one.off);
            // Calling it a second time changes nothing.
            for (const off of removed) off();
          }
          expect(listeners()).toBe(registered.length > 0 ? 1 : 0);
        }
        stop.abort();
        expect(called).toEqual(registered.map(({ id }) => id));
      }),
    );
  });

  it("can include the same function several times", () => {
    const stop = new AbortController();
    let called = 0;
    const count = (): void => void called++;
    const [off] = [onAbort(stop.signal, count), onAbort(stop.signal, count)];
    off();
    stop.abort();
    expect(called).toBe(1);
  });
});

describe("sleep", () => {
  it("does not start if the signal has already aborted", async () => {
    const clock = createSteadyClock({ start: START });
    await expect(sleep(clock, 5, AbortSignal.abort("before"))).rejects.toBe("before");
    expect(clock.slept).toEqual([]);
    await expect(systemClock.sleep(60_000, AbortSignal.abort("before"))).rejects.toBe("before");
  });

  it("rejects when the signal aborts, like the clock's own sleep", async () => {
    const { stop, listeners } = counted();
    let reason: unknown;
    const deaf = { sleep: () => never };
    const heeding = {
      sleep: (_: number, signal?: AbortSignal) => {
        signal?.addEventListener("abort", () => (reason = signal.reason));
        return never;
      },
    };
    const sleeps = [deaf, heeding, systemClock].map((clock) =>
      sleep(clock, 60_000, stop.signal).catch((thrown) => thrown),
    );
    stop.abort("enough");
    expect(await Promise.all(sleeps)).toEqual(["enough", "enough", "enough"]);
    expect(reason).toBe("enough");
    expect(listeners()).toBeLessThanOrEqual(1);
  });

  it("passes the clock a separate signal only if the clock might leave listeners on it", async () => {
    const stop = new AbortController();
    const signals: unknown[] = [];
    const clock = { sleep: async (_: number, signal?: AbortSignal) => void signals.push(signal) };
    await sleep(clock, 1, stop.signal);
    expect(signals).toEqual([expect.any(AbortSignal)]);
    expect(signals[0] === stop.signal).toBe(false);
    const { AbortController: Original } = globalThis;
    let made = 0;
    globalThis.AbortController = class extends Original {
      constructor() {
        super();
        made++;
      }
    };
    try {
      await Promise.all([
        sleep(systemClock, 1, stop.signal),
        sleep({ ...systemClock }, 1, stop.signal),
      ]);
      expect(made).toBe(0);
    } finally {
      globalThis.AbortController = Original;
    }
  });

  it("takes the given time and leaves no listener", async () => {
    const { stop, listeners } = counted();
    const clock = createSteadyClock({ start: START });
    await sleep(clock, 7_000, stop.signal);
    await sleep(clock, 3_000, undefined);
    expect([clock.now(), clock.slept, listeners()]).toEqual([10_000, [7_000, 3_000], 0]);
    await sleep(systemClock, 1, stop.signal);
    await systemClock.sleep(1, stop.signal);
    await systemClock.sleep(1);
    expect(listeners()).toBe(0);
  });
});

describe("abortable work", () => {
  it("settles with its result, or rejects immediately on abort, and leaves no listener", async () => {
    const { stop, listeners } = counted();
    expect(await raceAbort(Promise.resolve(5), stop.signal)).toBe(5);
    await expect(raceAbort(Promise.reject("broken"), stop.signal)).rejects.toBe("broken");
    await Promise.resolve();
    expect(listeners()).toBe(0);
    const waiting = raceAbort(never, stop.signal);
    stop.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    await expect(raceAbort(never, stop.signal)).rejects.toBe("enough");
    expect(await raceAbort(Promise.resolve(5), undefined)).toBe(5);
  });

  it("can have a timeout, which aborts its own signal", async () => {
    const { stop, listeners } = counted();
    const timers = () =>
      process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    const signals: AbortSignal[] = [];
    const run = <Value>(work: Promise<Value>, ms: number, signal: AbortSignal | undefined) =>
      withTimeout(
        (own) => {
          signals.push(own);
          return work;
        },
        { ms, signal },
      );
    expect(await run(Promise.resolve(5), 60_000, stop.signal)).toBe(5);
    await expect(run(Promise.reject("broken"), 60_000, stop.signal)).rejects.toBe("broken");
    const late = await run(never, 20, stop.signal).catch((thrown: unknown) => thrown);
    expect(late).toBeInstanceOf(StepTimeout);
    expect(late).toMatchObject({ message: "timeout: no data for 0.02 s" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false, true]);
    expect(signals[2]?.reason).toBe(late);
    expect(listeners()).toBe(0);
    const waiting = run(never, 60_000, stop.signal);
    stop.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    expect(signals[3]?.reason).toBe("enough");
    await expect(run(never, 60_000, stop.signal)).rejects.toBe("enough");
    expect(signals).toHaveLength(4);
    expect(await run(Promise.resolve(5), 60_000, undefined)).toBe(5);
    // The five calls above leave no timers. The test runner may have its own.
    expect(timers()).toBeLessThan(before + 3);
  });
});

describe("a deadline", () => {
  it("is infinitely far away until it starts, and can start only once", async () => {
    const clock = createSteadyClock({ start: START });
    const deadline = new Deadline(clock, 10_000);
    expect([deadline.ms, deadline.at, deadline.left()]).toEqual([
      10_000,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    await clock.sleep(1_000);
    expect(deadline.begin()).toBe(deadline);
    await clock.sleep(2_000);
    deadline.begin();
    expect([deadline.at, deadline.left()]).toEqual([11_000, 8_000]);
    await clock.sleep(9_000);
    expect(deadline.left()).toBe(-1_000);
  });
});
