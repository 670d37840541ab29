import type { Clock } from "../clock.js";

/** A clock that stands still until someone sleeps by it or moves it. */
export interface FakeClock extends Clock {
  /** Moves the time on and wakes who was to wake by then, in order. */
  advance(ms: number): Promise<void>;
  /** Every sleep that was asked for, in milliseconds. */
  readonly slept: readonly number[];
}

export interface FakeClockOptions {
  /** The date at the start. Default: now. */
  readonly start?: string | number | Date;
  /** Whether time passes by itself while somebody sleeps, so that a wait of ten minutes is over at once. Default: true. */
  readonly auto?: boolean;
  /** Gives what `random` gives. Default: always 0, which means waits without jitter in polls and no wait at all in retries. */
  readonly random?: () => number;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock for tests. */
export function createFakeClock({ start = Date.now(), auto = true, random = () => 0 }: FakeClockOptions = {}): FakeClock {
  const began = new Date(start).getTime();
  if (Number.isNaN(began)) throw new TypeError("start must be a date");
  const slept: number[] = [];
  const sleepers: Sleeper[] = [];
  let passed = 0;
  const wakeNext = (limit: number): boolean => {
    const next = sleepers[0];
    if (next === undefined || next.until > limit) return false;
    sleepers.shift();
    passed = Math.max(passed, next.until);
    next.wake();
    return true;
  };
  return {
    slept,
    now: () => passed,
    date: () => began + passed,
    random,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        slept.push(ms);
        const stop = () => {
          sleepers.splice(sleepers.indexOf(sleeper), 1);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          until: passed + Math.max(0, ms),
          wake() {
            signal?.removeEventListener("abort", stop);
            resolve();
          },
        };
        sleepers.push(sleeper);
        sleepers.sort((one, other) => one.until - other.until);
        signal?.addEventListener("abort", stop, { once: true });
        // Later, so that what else is ready now happens at this time still.
        if (auto) setTimeout(() => wakeNext(Number.POSITIVE_INFINITY), 0);
      }),
    async advance(ms) {
      const until = passed + ms;
      // Who wakes may sleep again before then.
      while (wakeNext(until)) await new Promise((resolve) => setTimeout(resolve, 0));
      passed = Math.max(passed, until);
    },
  };
}
