import type { Clock } from "./clock.js";
import { RateLimitError } from "./errors.js";
import { Bucket, type RateLimit } from "./limiter-bucket.js";
import { allowanceIn } from "./limiter-headers.js";

/** The limit over all calls, whatever their category. */
export const ALL = "*";

/** Which limits a call counts against, and whose turn it takes. */
export interface Pace {
  /** Pinterest's category of the operation; null when the description names none. */
  readonly category: string | null;
  /** What is limited beside it, for this operation only: asking for reports has a limit of its own, by their cost. */
  readonly operation: string;
  /** Accounts take turns. */
  readonly account: string;
}

/** What of an answer tells about limits. */
export interface Told {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  /** How long the API asked to wait; null when it did not. */
  readonly askedMs: number | null;
  /** Whether it is the cost of reports that was too much, not the number of requests. */
  readonly byCost: boolean;
}

interface Waiter {
  readonly buckets: readonly Bucket[];
  readonly deadline: number;
  enter(): void;
  fail(error: unknown): void;
}

/**
 * Keeps the calls of one client below Pinterest's rate limits, as documented and as answers tell. Who must wait stands in a line of the own
 * account, and the accounts take turns, so that one with many reports does not hold up the others.
 */
export class Limiter {
  readonly #clock: Clock;
  readonly #limits: Readonly<Record<string, RateLimit>>;
  readonly #buckets = new Map<string, Bucket>();
  readonly #lines = new Map<string, Waiter[]>();
  #sleep: AbortController | null = null;
  #sleepsUntil = Number.POSITIVE_INFINITY;

  constructor(clock: Clock, limits: Readonly<Record<string, RateLimit>>) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** How long a call would have to wait, if nobody else does. */
  waitMs(pace: Pace): number {
    const now = this.#clock.now();
    return Math.max(0, freeAt(this.#bucketsOf(pace), now) - now);
  }

  /** Lets the call in, if it need not wait; what it gives is to be called when the call has ended. */
  enterNow(pace: Pace): (() => void) | null {
    const buckets = this.#bucketsOf(pace);
    const now = this.#clock.now();
    return this.#lines.size === 0 && freeAt(buckets, now) <= now ? this.#take(buckets) : null;
  }

  /** The same, when the call may be made. */
  async enter(
    pace: Pace,
    { deadline, signal }: { readonly deadline: number; readonly signal: AbortSignal | undefined },
  ): Promise<() => void> {
    return this.enterNow(pace) ?? this.#wait(pace.account, { buckets: this.#bucketsOf(pace), deadline, signal });
  }

  /** Takes note of what an answer says about the limits. */
  hear({ category, operation }: Pace, { status, headers, askedMs, byCost }: Told): void {
    const now = this.#clock.now();
    const allowance = allowanceIn(headers, this.#clock.date());
    if (allowance !== null) this.#bucket(category ?? operation).learn(allowance, now);
    if (askedMs === null || (status !== 429 && status !== 400)) return;
    if (byCost) this.#bucket(operation).pause(now + askedMs);
    else if (status === 429) this.#bucket(category ?? operation).pause(now + askedMs);
  }

  #wait(
    account: string,
    { buckets, deadline, signal }: Pick<Waiter, "buckets" | "deadline"> & { readonly signal: AbortSignal | undefined },
  ): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const left = (settle: () => void) => () => {
        signal?.removeEventListener("abort", stop);
        settle();
      };
      const fail = (error: unknown): void => left(() => reject(error))();
      const waiter: Waiter = { buckets, deadline, enter: left(() => resolve(this.#take(buckets))), fail };
      const stop = (): void => {
        this.#leave(account, waiter);
        fail(signal?.reason);
        this.#kick();
      };
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener("abort", stop, { once: true });
      this.#lines.set(account, [...(this.#lines.get(account) ?? []), waiter]);
      // Whoever is next is known; one who cannot be earlier than that only stands in line.
      const free = freeAt(buckets, this.#clock.now());
      if (free < this.#sleepsUntil || free > deadline) this.#kick();
    });
  }

  /** Lets in whoever may, a turn for each account, and comes back when there is room for the next. */
  #kick(): void {
    this.#sleep?.abort();
    this.#sleep = null;
    this.#sleepsUntil = Number.POSITIVE_INFINITY;
    const now = this.#clock.now();
    let next = Number.POSITIVE_INFINITY;
    for (let turns = this.#lines.size; turns > 0; turns--) {
      const [account, line] = this.#lines.entries().next().value as [string, Waiter[]];
      const [waiter] = line as [Waiter];
      const free = freeAt(waiter.buckets, now);
      const late = Math.max(free, now) > waiter.deadline;
      this.#lines.delete(account);
      if (free <= now || late) {
        line.shift();
        if (line.length > 0) turns++;
        if (!late) waiter.enter();
        else waiter.fail(this.#refusal(waiter.buckets, { free, now }));
      } else next = Math.min(next, free);
      if (line.length > 0) this.#lines.set(account, line);
    }
    if (next < Number.POSITIVE_INFINITY) this.#sleepUntil(next, now);
  }

  #sleepUntil(next: number, now: number): void {
    const sleep = new AbortController();
    this.#sleep = sleep;
    this.#sleepsUntil = next;
    this.#clock.sleep(next - now, sleep.signal).then(
      () => this.#sleep === sleep && this.#kick(),
      () => {},
    );
  }

  #refusal(buckets: readonly Bucket[], { free, now }: { readonly free: number; readonly now: number }): RateLimitError {
    const full = buckets.find((bucket) => bucket.freeAt(now) === free)?.name ?? ALL;
    return new RateLimitError(full, new Date(this.#clock.date() + Math.max(0, free - now)).toISOString());
  }

  #leave(account: string, waiter: Waiter): void {
    const line = (this.#lines.get(account) ?? []).filter((one) => one !== waiter);
    if (line.length > 0) this.#lines.set(account, line);
    else this.#lines.delete(account);
  }

  #take(buckets: readonly Bucket[]): () => void {
    for (const bucket of buckets) bucket.take();
    return () => {
      const now = this.#clock.now();
      for (const bucket of buckets) bucket.end(now);
    };
  }

  #bucketsOf({ category, operation }: Pace): readonly Bucket[] {
    const all = this.#bucket(ALL);
    const own = this.#bucket(operation);
    return category === null ? [all, own] : [all, this.#bucket(category), own];
  }

  #bucket(name: string): Bucket {
    const known = this.#buckets.get(name);
    if (known !== undefined) return known;
    const bucket = new Bucket(name, Object.hasOwn(this.#limits, name) ? (this.#limits[name] ?? null) : null);
    this.#buckets.set(name, bucket);
    return bucket;
  }
}

function freeAt(buckets: readonly Bucket[], now: number): number {
  let free = 0;
  for (const bucket of buckets) free = Math.max(free, bucket.freeAt(now));
  return free;
}
