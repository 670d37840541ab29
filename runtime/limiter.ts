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
  readonly buckets: readonly string[];
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
    return Math.max(0, this.#freeAt(bucketsOf(pace), now) - now);
  }

  /** Resolves when the call may be made; what it gives is to be called when the call has ended. */
  async enter(
    pace: Pace,
    { deadline, signal }: { readonly deadline: number; readonly signal: AbortSignal | undefined },
  ): Promise<() => void> {
    const buckets = bucketsOf(pace);
    const now = this.#clock.now();
    if (this.#lines.size === 0 && this.#freeAt(buckets, now) <= now) this.#take(buckets);
    else await this.#wait(pace.account, { buckets, deadline, signal });
    return () => {
      for (const name of buckets) this.#bucket(name).end(this.#clock.now());
    };
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
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const left = (settle: () => void) => () => {
        signal?.removeEventListener("abort", stop);
        settle();
      };
      const fail = (error: unknown): void => left(() => reject(error))();
      const waiter: Waiter = { buckets, deadline, enter: left(resolve), fail };
      const stop = (): void => {
        this.#leave(account, waiter);
        fail(signal?.reason);
        this.#kick();
      };
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener("abort", stop, { once: true });
      this.#lines.set(account, [...(this.#lines.get(account) ?? []), waiter]);
      // Whoever is next is known; one who cannot be earlier than that only stands in line.
      const free = this.#freeAt(buckets, this.#clock.now());
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
      const free = this.#freeAt(waiter.buckets, now);
      const late = Math.max(free, now) > waiter.deadline;
      this.#lines.delete(account);
      if (free <= now || late) {
        line.shift();
        if (line.length > 0) turns++;
        if (!late) this.#admit(waiter);
        else waiter.fail(this.#refusal(waiter.buckets, { free, now }));
      } else next = Math.min(next, free);
      if (line.length > 0) this.#lines.set(account, line);
    }
    if (next < Number.POSITIVE_INFINITY) this.#sleepUntil(next, now);
  }

  #admit({ buckets, enter }: Waiter): void {
    this.#take(buckets);
    enter();
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

  #refusal(buckets: readonly string[], { free, now }: { readonly free: number; readonly now: number }): RateLimitError {
    const full = buckets.find((name) => this.#bucket(name).freeAt(now) === free) ?? ALL;
    return new RateLimitError(full, new Date(this.#clock.date() + Math.max(0, free - now)).toISOString());
  }

  #leave(account: string, waiter: Waiter): void {
    const line = (this.#lines.get(account) ?? []).filter((one) => one !== waiter);
    if (line.length > 0) this.#lines.set(account, line);
    else this.#lines.delete(account);
  }

  #take(buckets: readonly string[]): void {
    for (const name of buckets) this.#bucket(name).take();
  }

  #freeAt(buckets: readonly string[], now: number): number {
    return Math.max(...buckets.map((name) => this.#bucket(name).freeAt(now)));
  }

  #bucket(name: string): Bucket {
    const bucket = this.#buckets.get(name) ?? new Bucket(Object.hasOwn(this.#limits, name) ? (this.#limits[name] ?? null) : null);
    this.#buckets.set(name, bucket);
    return bucket;
  }
}

function bucketsOf({ category, operation }: Pace): readonly string[] {
  return category === null ? [ALL, operation] : [ALL, category, operation];
}
