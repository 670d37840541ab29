import type { Clock } from "../clock.js";
import { didYouMean } from "../validation/wording.js";

/**
 * Throws a `TypeError` if `options` has a key that is not in `known`. Without this check, a
 * misspelled option would be ignored, and a test would not test what it claims to. `what` names the
 * options in the message.
 */
export function checkNames(what: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name))
      throw new TypeError(
        `${what} has no option ${jsonForMessage(name)}${didYouMean(name, known)}; the options are ${known.join(", ")}`,
      );
  }
}

/**
 * Throws a `RangeError` unless `value` is a whole number from `min` to `max`. `max` defaults to the
 * largest safe integer. `Infinity` is accepted only if `max` is `Infinity`. `what` is the value's
 * name in the message.
 */
export function checkCount(
  what: string,
  value: unknown,
  { min, max = Number.MAX_SAFE_INTEGER }: { readonly min: number; readonly max?: number },
): void {
  const isValid =
    typeof value === "number" &&
    value >= min &&
    (Number.isSafeInteger(value) || value === Number.POSITIVE_INFINITY) &&
    value <= max;
  if (isValid) return;
  const range =
    max === Number.POSITIVE_INFINITY
      ? " or more, or Infinity"
      : max === Number.MAX_SAFE_INTEGER
        ? " or more"
        : ` to ${max}`;
  throw new RangeError(`${what} must be a whole number, ${min}${range}`);
}

/**
 * Formats a value as JSON, for error messages. Formats `undefined`, functions and symbols with
 * `String`. Throws a `TypeError` for a bigint or a cyclic value.
 */
export function jsonForMessage(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

/**
 * A clock for tests. Time passes only through `advance`, and through `sleep` unless `auto` is
 * false.
 */
export interface FakeClock extends Clock {
  /**
   * Advances the time by `ms` milliseconds. Resolves the sleeps that end by then, in order,
   * including sleeps that start in the meantime. Zero resolves only sleeps that are already due; a
   * negative number has no effect.
   */
  advance(ms: number): Promise<void>;
  /** Durations of all sleeps that have started, in milliseconds, including aborted ones. */
  readonly slept: readonly number[];
}

/** Options for `createFakeClock`. */
export interface FakeClockOptions {
  /** Initial date and time. A number is in milliseconds since 1970. Default: the current time. */
  readonly start?: string | number | Date | undefined;
  /**
   * Whether each sleep advances the time itself. A wait of ten minutes then ends immediately.
   * Default: true.
   */
  readonly auto?: boolean | undefined;
  /**
   * Source of `random()`, from 0 to 1. Default: always 0. Polls then have no jitter, and retries
   * have no delay unless the response requests one.
   */
  readonly random?: (() => number) | undefined;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * Creates a clock for tests. Waits that use it take no real time. `now()` and `date()` both return
 * the clock's date in milliseconds since 1970. Throws a `TypeError` for a `start` that is not a
 * date, and for an unknown option.
 * @example
 * ```ts
 * const clock = createFakeClock({ start: "2026-03-08" });
 * await clock.advance(60_000);
 * ```
 */
export function createFakeClock(options: FakeClockOptions = {}): FakeClock {
  checkNames("createFakeClock", options, ["start", "auto", "random"]);
  return new ManualClock(options);
}

/** The clock that `createFakeClock` returns. */
class ManualClock implements FakeClock {
  readonly slept: number[] = [];
  readonly #startMs: number;
  readonly #auto: boolean;
  readonly #random: () => number;
  readonly #sleepers: Sleeper[] = [];
  #elapsedMs = 0;

  constructor({ start = Date.now(), auto = true, random = () => 0 }: FakeClockOptions) {
    this.#startMs = new Date(start).getTime();
    if (Number.isNaN(this.#startMs)) throw new TypeError("start must be a date");
    this.#auto = auto;
    this.#random = random;
  }

  now(): number {
    return this.date();
  }

  date(): number {
    return this.#startMs + this.#elapsedMs;
  }

  random(): number {
    return this.#random();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      this.slept.push(ms);
      const onAbort = () => {
        this.#sleepers.splice(this.#sleepers.indexOf(sleeper), 1);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      };
      const sleeper = { until: this.#elapsedMs + Math.max(0, ms), wake };
      this.#sleepers.push(sleeper);
      this.#sleepers.sort((a, b) => a.until - b.until);
      signal?.addEventListener("abort", onAbort, { once: true });
      // Deferred, so that code that is ready to run does so before the time advances.
      if (this.#auto) setTimeout(() => this.#wakeNext(Number.POSITIVE_INFINITY), 0);
    });
  }

  async advance(ms: number): Promise<void> {
    const until = this.#elapsedMs + ms;
    // A sleep that ends may start another one that ends within this interval.
    while (this.#wakeNext(until)) await new Promise((resolve) => setTimeout(resolve, 0));
    this.#elapsedMs = Math.max(this.#elapsedMs, until);
  }

  /**
   * Advances the time to the end of the next sleep and resolves that sleep. Returns false if no
   * sleep ends by `limit`, in milliseconds since the start.
   */
  #wakeNext(limit: number): boolean {
    const next = this.#sleepers[0];
    if (next === undefined || next.until > limit) return false;
    this.#sleepers.shift();
    this.#elapsedMs = Math.max(this.#elapsedMs, next.until);
    next.wake();
    return true;
  }
}
