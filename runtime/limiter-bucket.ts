import type { Allowance } from "./limiter-headers.js";

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;

/** So many requests within any span of so long. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/**
 * One rate limit and what is known of it: what was sent, what the API said is left, until when it wants quiet. Times are the clock's `now`.
 * A request counts from when it is sent until so long after its answer: when the API itself counts it is somewhere between.
 */
export class Bucket {
  /** What is limited. */
  readonly name: string;
  readonly #limit: RateLimit | null;
  // When requests were answered, oldest first from `#oldest` on.
  readonly #answered: number[] = [];
  #oldest = 0;
  #pausedUntil = 0;
  #left = Number.POSITIVE_INFINITY;
  #leftUntil = 0;
  #underWay = 0;
  #refusals = 0;

  constructor(name: string, limit: RateLimit | null) {
    this.name = name;
    this.#limit = limit;
  }

  /** From when on there is room; not after `now` when there is room now. */
  freeAt(now: number): number {
    if (this.#leftUntil <= now) this.#left = Number.POSITIVE_INFINITY;
    const learned = this.#left > 0 ? 0 : this.#leftUntil;
    return Math.max(this.#pausedUntil, learned, this.#windowFreeAt(now));
  }

  take(): void {
    this.#left--;
    this.#underWay++;
  }

  /** A request has been answered, or never will be; or it was not even sent. */
  end(now: number, sent: boolean): void {
    this.#underWay--;
    if (!sent) this.#left++;
    else if (this.#limit !== null) this.#answered.push(now);
  }

  learn({ remaining, resetMs }: Allowance, now: number): void {
    // What is on its way may not be counted in what the API says is left; the request that was just answered is.
    this.#left = Math.max(0, remaining - Math.max(0, this.#underWay - 1));
    this.#leftUntil = now + resetMs;
  }

  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /** A request was refused, and nobody said for how long: the next ones are kept back, longer each time until one is accepted. */
  backOff(now: number): void {
    // It was sent before it was known that they are to be kept back.
    if (this.#pausedUntil > now) return;
    this.pause(now + Math.min(FIRST_BACKOFF_MS * 2 ** this.#refusals++, LONGEST_BACKOFF_MS));
  }

  accepted(): void {
    this.#refusals = 0;
  }

  #windowFreeAt(now: number): number {
    if (this.#limit === null) return 0;
    const { requests, perMs } = this.#limit;
    while ((this.#answered[this.#oldest] ?? now) + perMs <= now) this.#oldest++;
    // Shortened now and then, not at every request.
    if (this.#oldest > 1_000) {
      this.#answered.splice(0, this.#oldest);
      this.#oldest = 0;
    }
    if (this.#underWay + this.#answered.length - this.#oldest < requests) return 0;
    // With all of them under way, the first may be answered now, at the earliest.
    return (this.#answered[this.#oldest] ?? now) + perMs;
  }
}
