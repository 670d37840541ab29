import type { Clock } from "../clock.js";
import { nearest } from "../validation/checks.js";

/** Throws unless each option is one that there is: a name that is mistyped would be a test that tries nothing. */
export function checkNames(what: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name))
      throw new TypeError(`${what} has no option ${quoted(name)}${meant(name, known)}; there are ${known.join(", ")}`);
  }
}

/** Throws unless it is a whole number of at least this. */
export function checkCount(
  what: string,
  value: unknown,
  { least, most = Number.MAX_SAFE_INTEGER }: { readonly least: number; readonly most?: number },
): void {
  const isCount =
    typeof value === "number" && value >= least && (Number.isSafeInteger(value) || value === Number.POSITIVE_INFINITY) && value <= most;
  if (!isCount)
    throw new RangeError(`${what} must be a whole number, ${least} or more${most === Number.POSITIVE_INFINITY ? ", or Infinity" : ""}`);
}

/** What was likely meant, for the end of a sentence. */
export function meant(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === null ? "" : `; did you mean ${near}?`;
}

/** A value as it stands in code. */
export function quoted(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

/** A clock that stands still until someone sleeps by it or moves it. */
export interface FakeClock extends Clock {
  /** Moves the time on and wakes who was to wake by then, in order. */
  advance(ms: number): Promise<void>;
  /** Every sleep that was asked for, in milliseconds. */
  readonly slept: readonly number[];
}

/** How a fake clock begins and goes. */
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

/** A clock for tests. Throws a `TypeError` for a start that is no date and for an option that there is not. */
export function createFakeClock(options: FakeClockOptions = {}): FakeClock {
  checkNames("createFakeClock", options, ["start", "auto", "random"]);
  return new StandingClock(options);
}

class StandingClock implements FakeClock {
  readonly slept: number[] = [];
  readonly #began: number;
  readonly #auto: boolean;
  readonly #random: () => number;
  readonly #sleepers: Sleeper[] = [];
  #passed = 0;

  constructor({ start = Date.now(), auto = true, random = () => 0 }: FakeClockOptions) {
    this.#began = new Date(start).getTime();
    if (Number.isNaN(this.#began)) throw new TypeError("start must be a date");
    this.#auto = auto;
    this.#random = random;
  }

  now(): number {
    return this.#passed;
  }

  date(): number {
    return this.#began + this.#passed;
  }

  random(): number {
    return this.#random();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      this.slept.push(ms);
      const stop = () => {
        this.#sleepers.splice(this.#sleepers.indexOf(sleeper), 1);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener("abort", stop);
        resolve();
      };
      const sleeper = { until: this.#passed + Math.max(0, ms), wake };
      this.#sleepers.push(sleeper);
      this.#sleepers.sort((one, other) => one.until - other.until);
      signal?.addEventListener("abort", stop, { once: true });
      // Later, so that what else is ready now happens at this time still.
      if (this.#auto) setTimeout(() => this.#wakeNext(Number.POSITIVE_INFINITY), 0);
    });
  }

  async advance(ms: number): Promise<void> {
    const until = this.#passed + ms;
    // Who wakes may sleep again before then.
    while (this.#wakeNext(until)) await new Promise((resolve) => setTimeout(resolve, 0));
    this.#passed = Math.max(this.#passed, until);
  }

  #wakeNext(limit: number): boolean {
    const next = this.#sleepers[0];
    if (next === undefined || next.until > limit) return false;
    this.#sleepers.shift();
    this.#passed = Math.max(this.#passed, next.until);
    next.wake();
    return true;
  }
}
