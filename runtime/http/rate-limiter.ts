import { type Clock, onAbort } from "../clock.js";
import { RateLimitError } from "../errors.js";
import { allowanceIn, announcementIn, Bucket, type RateLimit } from "./rate-limit.js";
import { serverDate } from "./retry.js";

/** Something beside the limits that must be open for a call to be let in. */
export interface Gate {
  /** From when on it is open, by the clock's `now`; not after `now` when it is open now. Whoever opens it wakes the limiter. */
  freeAt(now: number): number;
  /** A call is let in. */
  take(): void;
}

/** How long a call can wait. */
export interface Patience {
  /** By the clock's `now`. */
  readonly deadline: number;
  /** How far off room may be at most, whatever the deadline; left out, any time before it will do. */
  readonly patienceMs?: number | undefined;
}

/** One call that waits. */
export interface Waiter {
  readonly options: Patience;
  readonly gate: Gate | undefined;
  enter(): void;
  /** There is no room in time. */
  fail(): void;
}

interface WaiterQueue {
  readonly buckets: readonly Bucket[];
  waiters: Waiter[];
}

/** Lines of calls that count against the same limits and are of the same account. They take turns. */
export class FairQueue {
  readonly #lines = new Map<string, WaiterQueue>();

  add(name: string, buckets: readonly Bucket[], waiter: Waiter): void {
    const line = this.#lines.get(name);
    if (line === undefined) this.#lines.set(name, { buckets, waiters: [waiter] });
    else line.waiters.push(waiter);
  }

  remove(name: string, waiter: Waiter): void {
    const waiters = this.#lines.get(name)?.waiters ?? [];
    const at = waiters.indexOf(waiter);
    if (at >= 0) waiters.splice(at, 1);
    if (waiters.length === 0) this.#lines.delete(name);
  }

  get size(): number {
    return this.#lines.size;
  }

  /** Lets in whoever may, a turn for each line, and sends off those for whom it gets too late; gives when there may be room for the next. */
  serve(now: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (let turns = this.#lines.size; turns > 0; turns--) {
      const [name, line] = this.#lines.entries().next().value as [string, WaiterQueue];
      const [waiter] = line.waiters as [Waiter];
      const limits = freeAt(line.buckets, now);
      const free = Math.max(limits, waiter.gate?.freeAt(now) ?? 0);
      this.#lines.delete(name);
      if (free <= now) {
        line.waiters.shift();
        if (isLate(limits, now, waiter.options)) waiter.fail();
        else waiter.enter();
        if (line.waiters.length > 0) turns++;
      } else {
        rejectExpired(line, limits, now);
        if (line.waiters.length > 0) next = Math.min(next, free);
      }
      if (line.waiters.length > 0) this.#lines.set(name, line);
    }
    return next;
  }
}

/** Those for whom there will be no room in time need not wait for that. */
function rejectExpired(line: WaiterQueue, limits: number, now: number): void {
  const late = line.waiters.filter(({ options: terms }) => isLate(limits, now, terms));
  if (late.length === 0) return;
  line.waiters = line.waiters.filter((waiter) => !late.includes(waiter));
  for (const waiter of late) waiter.fail();
}

/** Whether room that is there from `free` on comes too late. */
export function isLate(free: number, now: number, { deadline, patienceMs = Number.POSITIVE_INFINITY }: Patience): boolean {
  return Math.max(free, now) > Math.min(deadline, now + patienceMs);
}

/** From when on all of these have room. */
export function freeAt(buckets: readonly Bucket[], now: number): number {
  let free = 0;
  for (const bucket of buckets) free = Math.max(free, bucket.freeAt(now));
  return free;
}

/** The limit over all calls, whatever their category. */
export const ALL = "*";

// What an API asks for beyond this is no time to wait, and must not keep all others of its kind waiting.
const LONGEST_PAUSE_MS = 86_400_000;

/** Which limits a call counts against, and whose turn it takes. */
export interface RateLimitKey {
  /** Pinterest's category of the operation; null when the description names none. */
  readonly category: string | null;
  /** What is limited beside it, for this operation only: asking for reports has a limit of its own, by their cost. */
  readonly operation: string;
  /** Accounts take turns. */
  readonly account: string;
  /** Whether it goes before all that do not: a look at a report that is there, before a report that is not. Default: false. */
  readonly first?: boolean;
  /** What must be open beside the limits. Default: nothing. */
  readonly gate?: Gate | undefined;
}

/** What of an answer tells about limits. */
export interface RateLimitFeedback {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  /** How long the API asked to wait; null when it did not. */
  readonly askedMs: number | null;
  /** Whether it is the cost of reports that was too much, not the number of requests. */
  readonly byCost: boolean;
}

/** What is to be called when a call has ended, with whether it was sent at all. */
export type Release = (sent?: boolean) => void;

interface Waiting extends Patience {
  readonly signal: AbortSignal | undefined;
}

/**
 * Keeps the calls of one client below Pinterest's rate limits, as documented and as answers tell. Who must wait stands in a line of the own
 * account and operation, and the lines take turns, so that one with many reports does not hold up the others, nor a limit of one operation
 * another operation.
 */
export class Limiter {
  readonly #clock: Clock;
  readonly #limits: Readonly<Record<string, RateLimit>>;
  readonly #buckets = new Map<string, Bucket>();
  readonly #first = new FairQueue();
  readonly #then = new FairQueue();
  #sleep: AbortController | null = null;
  // With nobody in line it is infinite.
  #sleepsUntil = Number.POSITIVE_INFINITY;

  constructor(clock: Clock, limits: Readonly<Record<string, RateLimit>>) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** How long a call would have to wait, if nobody else does. */
  waitMs(pace: RateLimitKey): number {
    const now = this.#clock.now();
    return Math.max(0, freeAt(this.#bucketsOf(pace), now) - now);
  }

  /** Lets the call in, if it need not wait. */
  tryAcquire(pace: RateLimitKey): Release | null {
    const now = this.#clock.now();
    // Until then nobody in line could make use of the room that there is.
    if (now >= this.#sleepsUntil) this.wake();
    const buckets = this.#bucketsOf(pace);
    return freeAt(buckets, now) <= now && (pace.gate?.freeAt(now) ?? 0) <= now ? this.#take(buckets, pace.gate) : null;
  }

  /** The same, when the call may be made. */
  async acquire(pace: RateLimitKey, terms: Waiting): Promise<Release> {
    return this.tryAcquire(pace) ?? this.#wait(pace, terms);
  }

  /** Takes note of what an answer says about the limits. */
  recordResponse({ category, operation }: RateLimitKey, { status, headers, askedMs, byCost }: RateLimitFeedback): void {
    const now = this.#clock.now();
    const shared = this.#bucket(category ?? operation);
    const allowance = allowanceIn(headers, serverDate(headers, this.#clock.date()));
    if (allowance !== null) shared.learn(allowance, now);
    // Who waits may have to wait no longer.
    if (shared.announce(announcementIn(headers))) this.wake();
    const asked = askedMs !== null && askedMs <= LONGEST_PAUSE_MS ? askedMs : null;
    // A 400 that says when to come again is a limit by its words; of what, it does not say.
    const limited = status === 429 && !byCost ? shared : this.#bucket(operation);
    if (asked !== null && (status === 429 || status === 400)) limited.pause(now + asked);
    else if (status === 429) limited.backOff(now);
    else if (status >= 200 && status < 300) for (const bucket of [shared, this.#bucket(operation)]) bucket.accepted();
  }

  /** Lets in whoever may be let in now, and comes back when there is room for the next. */
  wake(): void {
    this.#sleep?.abort();
    this.#sleep = null;
    this.#sleepsUntil = Number.POSITIVE_INFINITY;
    const now = this.#clock.now();
    const next = Math.min(this.#first.serve(now), this.#then.serve(now));
    if (next === Number.POSITIVE_INFINITY) return;
    const sleep = new AbortController();
    this.#sleep = sleep;
    this.#sleepsUntil = next;
    this.#clock.sleep(next - now, sleep.signal).then(
      () => this.#sleep === sleep && this.wake(),
      () => {},
    );
  }

  #wait(pace: RateLimitKey, terms: Waiting): Promise<Release> {
    const { signal } = terms;
    const { account, operation, gate, first = false } = pace;
    const lines = first ? this.#first : this.#then;
    const name = JSON.stringify([account, operation, gate !== undefined]);
    const buckets = this.#bucketsOf(pace);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const now = this.#clock.now();
      const free = freeAt(buckets, now);
      const full = buckets.find((bucket) => bucket.freeAt(now) === free)?.name ?? ALL;
      const waiter: Waiter = {
        options: terms,
        gate,
        enter: () => {
          off?.();
          resolve(this.#take(buckets, gate));
        },
        fail: () => {
          off?.();
          reject(this.#refusal(full, buckets));
        },
      };
      const off =
        signal &&
        onAbort(signal, () => {
          lines.remove(name, waiter);
          off?.();
          reject(signal.reason);
          this.#stopTimer();
        });
      lines.add(name, buckets, waiter);
      // Whoever is next is known; one who cannot be earlier than that only stands in line.
      if (free < this.#sleepsUntil || isLate(free, now, terms)) this.wake();
    });
  }

  /** Does not wake for nobody. */
  #stopTimer(): void {
    if (this.#first.size > 0 || this.#then.size > 0) return;
    this.#sleep?.abort();
    this.#sleep = null;
    this.#sleepsUntil = Number.POSITIVE_INFINITY;
  }

  #refusal(full: string, buckets: readonly Bucket[]): RateLimitError {
    const now = this.#clock.now();
    const ms = Math.max(0, freeAt(buckets, now) - now);
    return new RateLimitError(full, new Date(this.#clock.date() + ms).toISOString());
  }

  #take(buckets: readonly Bucket[], gate: Gate | undefined): Release {
    for (const bucket of buckets) bucket.take();
    gate?.take();
    return (sent = true) => {
      const now = this.#clock.now();
      for (const bucket of buckets) bucket.end(now, sent);
      // What was not used may be somebody else's turn.
      if (!sent) this.wake();
    };
  }

  #bucketsOf({ category, operation }: RateLimitKey): readonly Bucket[] {
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
