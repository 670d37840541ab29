import type { Allowance } from "./limiter-headers.js";

/** So many requests within any span of so long. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** One rate limit and what is known of it: what was sent, what the API said is left, until when it wants quiet. Times are the clock's `now`. */
export class Bucket {
  readonly #limit: RateLimit | null;
  // When requests were sent, oldest first from `#oldest` on.
  readonly #sent: number[] = [];
  #oldest = 0;
  #pausedUntil = 0;
  #left = Number.POSITIVE_INFINITY;
  #leftUntil = 0;
  #underWay = 0;

  constructor(limit: RateLimit | null) {
    this.#limit = limit;
  }

  /** From when on there is room; not after `now` when there is room now. */
  freeAt(now: number): number {
    if (this.#leftUntil <= now) this.#left = Number.POSITIVE_INFINITY;
    const learned = this.#left > 0 ? 0 : this.#leftUntil;
    return Math.max(this.#pausedUntil, learned, this.#windowFreeAt(now));
  }

  take(now: number): void {
    if (this.#limit !== null) this.#sent.push(now);
    this.#left--;
    this.#underWay++;
  }

  /** A request has been answered, or never will be. */
  end(): void {
    this.#underWay--;
  }

  learn({ remaining, resetMs }: Allowance, now: number): void {
    // What is on its way may not be counted in what the API says is left; the request that was just answered is.
    this.#left = Math.max(0, remaining - Math.max(0, this.#underWay - 1));
    this.#leftUntil = now + resetMs;
  }

  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  #windowFreeAt(now: number): number {
    if (this.#limit === null) return 0;
    const { requests, perMs } = this.#limit;
    while (this.#oldest < this.#sent.length && (this.#sent[this.#oldest] ?? 0) + perMs <= now) this.#oldest++;
    // Shortened now and then, not at every request.
    if (this.#oldest > 1_000) {
      this.#sent.splice(0, this.#oldest);
      this.#oldest = 0;
    }
    return this.#sent.length - this.#oldest < requests ? 0 : (this.#sent[this.#sent.length - requests] ?? 0) + perMs;
  }
}
