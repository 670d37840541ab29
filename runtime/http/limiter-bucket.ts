import { type Allowance, type RateLimit, windowsIn } from "./limiter-headers.js";

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
// What was sent before a window is announced counts in it: so many requests are remembered where no window asks for more.
const LEAST_REMEMBERED = 1_000;

/**
 * One rate limit and what is known of it: its windows, what was sent, what the API said is left, until when it wants quiet. The windows are the
 * configured one and those that the API announced last, each of which holds. Times are the clock's `now`.
 * A request counts from when it is sent until so long after its answer: when the API itself counts it is somewhere between.
 */
export class Bucket {
  /** What is limited. */
  readonly name: string;
  readonly #configured: readonly RateLimit[];
  #windows: readonly RateLimit[];
  #announcement = "";
  // When requests were answered, oldest first; how many of the latest are kept at least.
  readonly #answered: number[] = [];
  #remembered = LEAST_REMEMBERED;
  #pausedUntil = 0;
  #left = Number.POSITIVE_INFINITY;
  #leftUntil = 0;
  #underWay = 0;
  #refusals = 0;

  constructor(name: string, limit: RateLimit | null) {
    this.name = name;
    this.#configured = limit === null ? [] : [limit];
    this.#windows = this.#configured;
  }

  /** From when on there is room; not after `now` when there is room now. */
  freeAt(now: number): number {
    if (this.#leftUntil <= now) this.#left = Number.POSITIVE_INFINITY;
    const learned = this.#left > 0 ? 0 : this.#leftUntil;
    return Math.max(this.#pausedUntil, learned, this.#windowsFreeAt(now));
  }

  take(): void {
    this.#left--;
    this.#underWay++;
  }

  /** A request has been answered, or never will be; or it was not even sent. */
  end(now: number, sent: boolean): void {
    this.#underWay--;
    if (!sent) {
      this.#left++;
      return;
    }
    this.#answered.push(now);
    // Shortened now and then, not at every request.
    if (this.#answered.length > 2 * this.#remembered) this.#answered.splice(0, this.#answered.length - this.#remembered);
  }

  /** Takes the windows that an answer announces in place of those announced before; true if they are others. A text without any changes nothing. */
  announce(announcement: string): boolean {
    if (announcement === this.#announcement) return false;
    const windows = windowsIn(announcement);
    if (windows.length === 0) return false;
    this.#announcement = announcement;
    this.#windows = [...this.#configured, ...windows];
    this.#remembered = Math.max(LEAST_REMEMBERED, ...this.#windows.map(({ requests }) => requests));
    return true;
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

  #windowsFreeAt(now: number): number {
    let free = 0;
    for (const { requests, perMs } of this.#windows) {
      const room = requests - this.#underWay;
      // With all of them under way, the first may be answered now, at the earliest. Else the window has room again when the request with
      // which it became full has left it.
      const full = room <= 0 ? now : this.#answered[this.#answered.length - room];
      if (full !== undefined && full + perMs > now) free = Math.max(free, full + perMs);
    }
    return free;
  }
}
