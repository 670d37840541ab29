import { type Clock, onAbort, raceAbort, sleep } from "../clock.js";
import { type ApiError, noRoom, type RateLimitError } from "../errors.js";
import type { ClientEvent } from "../types.js";
import {
  allowanceIn,
  announcementIn,
  Bucket,
  FIRST_BACKOFF_MS,
  type RateLimit,
} from "./rate-limit.js";
import { serverDate } from "./retry.js";

/** A condition for admitting a call, in addition to the rate limits. */
export interface AdmissionGate {
  /**
   * When the gate opens, according to the clock's `now`. If the gate is open, the result is `nowMs`
   * or earlier. Code that opens a gate must call `Limiter.wake`.
   */
  freeAt(nowMs: number): number;
  /** Called when a call is admitted. */
  take(): void;
}

/** How long a call may wait for the rate limits. */
export interface WaitLimit {
  /** The latest time to admit the call, according to the clock's `now`. */
  readonly deadline: number;
  /**
   * Maximum time the rate limits may block the call, in milliseconds. Each time the limits are
   * checked, the call is rejected if they would block it for longer than this from that moment.
   * Waiting behind other calls does not count. Default: until the deadline.
   */
  readonly maxQueueMs?: number | undefined;
}

/** A call that waits for the rate limits. */
export interface Waiter {
  readonly options: WaitLimit;
  readonly gate: AdmissionGate | undefined;
  /** Called when the call is admitted. */
  admit(): void;
  /** Called if the call cannot be admitted in time. */
  fail(): void;
}

interface WaiterQueue {
  readonly buckets: readonly Bucket[];
  waiters: Waiter[];
}

/** Queues of waiting calls, one for each account and operation, served round-robin. */
class FairQueue {
  readonly #queues = new Map<string, WaiterQueue>();

  /**
   * Adds a waiter to the end of the queue `name`. Creates the queue with these buckets if needed.
   */
  add(name: string, buckets: readonly Bucket[], waiter: Waiter): void {
    const queue = this.#queues.get(name);
    if (queue === undefined) this.#queues.set(name, { buckets, waiters: [waiter] });
    else queue.waiters.push(waiter);
  }

  /** Removes a waiter from the queue `name`; does nothing if the waiter is not there. */
  remove(name: string, waiter: Waiter): void {
    const waiters = this.#queues.get(name)?.waiters ?? [];
    const at = waiters.indexOf(waiter);
    if (at >= 0) waiters.splice(at, 1);
    if (waiters.length === 0) this.#queues.delete(name);
  }

  /** Number of queues with waiters. */
  get size(): number {
    return this.#queues.size;
  }

  /**
   * Admits waiters round-robin, one per queue and round, as far as the limits allow. Rejects
   * waiters whose deadline cannot be met. Returns the time, according to the clock's `now`, when
   * the next waiter may be admitted. Returns `Infinity` if none are left, or if it is unknown when
   * their gates will open.
   */
  serve(nowMs: number): number {
    let next = Number.POSITIVE_INFINITY;
    const blocked: (readonly [name: string, queue: WaiterQueue])[] = [];
    // Adding a queue to the map again moves it behind all others. A blocked queue stays blocked,
    // because admitting other calls only uses up the limits.
    for (const [name, queue] of this.#queues) {
      const [waiter] = queue.waiters as [Waiter];
      const limits = freeAt(queue.buckets, nowMs);
      const free = Math.max(limits, waiter.gate?.freeAt(nowMs) ?? 0);
      this.#queues.delete(name);
      if (free <= nowMs) {
        queue.waiters.shift();
        if (isLate(limits, nowMs, waiter.options)) waiter.fail();
        else waiter.admit();
        if (queue.waiters.length > 0) this.#queues.set(name, queue);
      } else {
        rejectExpired(queue, limits, nowMs);
        if (queue.waiters.length === 0) continue;
        next = Math.min(next, free);
        blocked.push([name, queue]);
      }
    }
    for (const [name, queue] of blocked) this.#queues.set(name, queue);
    return next;
  }
}

/**
 * Rejects waiters that cannot be admitted in time. `limits` is when the rate limits allow the next
 * request, according to the clock's `now`.
 */
function rejectExpired(queue: WaiterQueue, limits: number, nowMs: number): void {
  const late = queue.waiters.filter(({ options }) => isLate(limits, nowMs, options));
  if (late.length === 0) return;
  queue.waiters = queue.waiters.filter((waiter) => !late.includes(waiter));
  for (const waiter of late) waiter.fail();
}

/**
 * Whether `free`, the earliest time a call can be admitted, is too late. That means after the
 * deadline, or more than `maxQueueMs` milliseconds after `nowMs`.
 */
function isLate(
  free: number,
  nowMs: number,
  { deadline, maxQueueMs = Number.POSITIVE_INFINITY }: WaitLimit,
): boolean {
  return Math.max(free, nowMs) > Math.min(deadline, nowMs + maxQueueMs);
}

/**
 * The earliest time, according to the clock's `now`, when all these buckets allow another request.
 * The result is `nowMs` or earlier if they allow one now, and 0 without buckets.
 */
function freeAt(buckets: readonly Bucket[], nowMs: number): number {
  let free = 0;
  for (const bucket of buckets) free = Math.max(free, bucket.freeAt(nowMs));
  return free;
}

/** Name of the limit that applies to all calls, regardless of category. */
const ALL = "*";

/**
 * The limits for an app with standard access, per user and category. Source:
 * developers.pinterest.com/docs/reference/rate-limits.
 */
export const STANDARD_LIMITS: Readonly<Record<string, RateLimit>> = {
  [ALL]: { requests: 100, perMs: 1_000 },
  ads_analytics: { requests: 300, perMs: 60_000 },
};

// A longer pause is ignored, so that it does not block all other calls under the same limit.
const MAX_PAUSE_MS = 86_400_000;

/** Determines the limits that a call counts against, and the queue in which it waits. */
export interface RateLimitKey {
  /** The operation's rate limit category; null if the API description has none. */
  readonly category: string | null;
  /**
   * The operation. Each operation has its own limit, because report requests are also limited by
   * cost.
   */
  readonly operation: string;
  /** The ad account. Accounts are served in turn. */
  readonly account: string;
  /**
   * Whether the call goes before calls without this flag. Polls go before create requests. Default:
   * false.
   */
  readonly first?: boolean;
  /** A condition in addition to the limits. Default: none. */
  readonly gate?: AdmissionGate | undefined;
}

// Pinterest's error code for exceeding the cost limit for reports, which is separate from the
// limits on the number of requests.
const COST_EXCEEDED = 2726;

/** A limit and its current windows, if any. */
export interface NamedLimit {
  readonly name: string;
  readonly windows: readonly RateLimit[];
}

/** How a request ended. `unknown`: there was no response, so the request may still arrive. */
export type Ending = "answered" | "unsent" | "unknown";

/** The slot that one request occupies in the rate limits. */
export interface Slot {
  /**
   * Must be called right before the request is sent, with the request's time limit in milliseconds.
   * Throws a `SlotExpired` if the request might arrive after the slot has expired.
   */
  send(ms: number): void;
  /**
   * Must be called when the request has ended. Only the first call counts. If `send` was not called
   * before, the request counts as not sent.
   */
  end(how: Ending): void;
}

/** A request's slot in a count that several processes share. */
export interface SharedSlot {
  /**
   * Called if the request was sent. The request may still arrive within `withinMs` milliseconds,
   * which is 0 if it was answered.
   */
  settle(withinMs: number): void;
  /** Called if the request was not sent. */
  release(): void;
}

/** A count of requests that several processes share. */
export interface SharedCount {
  /**
   * Takes a slot in each limit for a request that may arrive within `holdMs` milliseconds. If a
   * limit is exhausted, takes no slot, and resolves to that limit's name and the number of
   * milliseconds until the limit may allow another request. Rejects while the count is unreachable.
   */
  take(
    limits: readonly NamedLimit[],
    holdMs: number,
  ): Promise<SharedSlot | { readonly name: string; readonly ms: number }>;
  /** Stops requests under this limit in all processes for `ms` milliseconds. */
  pause(name: string, ms: number): void;
}

// How long calls are counted one at a time after an exhausted limit allows requests again, in
// milliseconds.
const ORDERED_MS = 1_000;
// Interval between a call's attempts to reach the shared count, in milliseconds.
const REACH_AGAIN_MS = 1_000;

/** How long a call may wait, and what may end the wait early. */
interface Waiting extends WaitLimit {
  readonly signal: AbortSignal | undefined;
  /**
   * How long the slot is reserved, in milliseconds. The request must be sent and answered within
   * this time.
   */
  readonly holdMs: number;
}

/** The slot of a call that is not rate limited. */
export const UNLIMITED: Slot = { send: () => {}, end: () => {} };

/** The slot expired before the request was sent, so the request needs a new one. */
export class SlotExpired extends Error {}

interface SlotTerms {
  /** When the slot expires, according to the clock's `now`. */
  readonly until: number;
  readonly clock: Clock;
  readonly onRelease: () => void;
}

/** A slot in this process's limits, and in the shared count if there is one. */
class TakenSlot implements Slot {
  shared: SharedSlot | null = null;
  readonly #buckets: readonly Bucket[];
  readonly #terms: SlotTerms;
  /** The latest time at which the request can arrive; null if it was not sent. */
  #arrivesBy: number | null = null;
  #isOver = false;

  constructor(buckets: readonly Bucket[], terms: SlotTerms) {
    this.#buckets = buckets;
    this.#terms = terms;
    for (const bucket of buckets) bucket.take(terms.until);
  }

  send(ms: number): void {
    const arrivesBy = this.#terms.clock.now() + ms;
    // The process may have been suspended, or may have waited for a new access token.
    if (arrivesBy > this.#terms.until) throw new SlotExpired();
    this.#arrivesBy = arrivesBy;
  }

  end(how: Ending): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { until, clock, onRelease } = this.#terms;
    const nowMs = clock.now();
    const isSent = this.#arrivesBy !== null && how !== "unsent";
    const withinMs = how === "answered" ? 0 : Math.max(0, (this.#arrivesBy ?? nowMs) - nowMs);
    for (const bucket of this.#buckets) bucket.end(until, isSent ? nowMs + withinMs : undefined);
    if (isSent) this.shared?.settle(withinMs);
    else {
      this.shared?.release();
      // Another call may now be admitted.
      onRelease();
    }
  }
}

/**
 * Keeps one client's calls within Pinterest's rate limits: both the documented limits and those
 * announced in responses. Waiting calls are queued by account and operation, and the queues are
 * served in turn. That way, neither an account with many reports nor one operation's limit holds up
 * other calls.
 */
export class Limiter {
  readonly #clock: Clock;
  readonly #limits: Readonly<Record<string, RateLimit>>;
  readonly #shared: SharedCount | undefined;
  #lastCount: Promise<unknown> = Promise.resolve();
  #orderedUntil = 0;
  #unreachable: { readonly error: unknown; readonly until: number } | null = null;
  readonly #buckets = new Map<string, Bucket>();
  readonly #first = new FairQueue();
  readonly #normal = new FairQueue();
  #sleep: AbortController | null = null;
  // Infinity if no calls are waiting.
  #sleepsUntil = Number.POSITIVE_INFINITY;

  /** `shared` counts the calls together with the calls of other processes. Default: none. */
  constructor(clock: Clock, limits: Readonly<Record<string, RateLimit>>, shared?: SharedCount) {
    this.#clock = clock;
    this.#limits = limits;
    this.#shared = shared;
  }

  /**
   * How long the rate limits block the call, in milliseconds; 0 if they do not. Ignores waiting
   * calls and the gate.
   */
  waitMs(key: RateLimitKey): number {
    const nowMs = this.#clock.now();
    return Math.max(0, freeAt(this.#bucketsOf(key), nowMs) - nowMs);
  }

  /**
   * Admits the call, immediately if possible, and returns or resolves to its slot. Otherwise waits
   * like `acquire`, and emits a `wait` event if the rate limits block the call. With a shared
   * count, also waits for a slot there, and rejects with the count's error if the count cannot be
   * reached in time.
   */
  enter(
    key: RateLimitKey,
    options: Waiting,
    emit: (event: ClientEvent) => void,
  ): Slot | Promise<Slot> {
    return this.#shared === undefined
      ? this.#enter(key, options, emit)
      : this.#enterShared(this.#shared, key, { options, emit });
  }

  /**
   * Like `enter`, with a shared count. Gives up the local slot and starts over if a shared limit is
   * exhausted, and every second while the count is unreachable.
   */
  async #enterShared(
    shared: SharedCount,
    key: RateLimitKey,
    { options, emit }: { readonly options: Waiting; readonly emit: (event: ClientEvent) => void },
  ): Promise<Slot> {
    for (;;) {
      const slot = await this.#enter(key, options, emit);
      let error: unknown = null;
      const taking = this.#inOrder(() => this.#takeShared(shared, key, options.holdMs));
      try {
        const sharedSlot = await raceAbort(taking, options.signal);
        if (sharedSlot !== null) {
          slot.shared = sharedSlot;
          return slot;
        }
      } catch (thrown) {
        error = thrown;
        // The shared count may still grant a slot later.
        taking.then((late) => late?.release()).catch(() => {});
      }
      slot.end("unsent");
      options.signal?.throwIfAborted();
      if (error === null) continue;
      // Going ahead without the shared count could exceed the limits.
      if (this.#clock.now() + REACH_AGAIN_MS > options.deadline) throw error;
      await sleep(this.#clock, REACH_AGAIN_MS, options.signal);
    }
  }

  /**
   * Calls `work`. While a limit is exhausted, and for a second after that, runs one `work` at a
   * time. That way, if the limit is still exhausted, only one call has to find out.
   */
  #inOrder<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#clock.now() > this.#orderedUntil) return work();
    const result = this.#lastCount.then(work, work);
    this.#lastCount = result.catch(() => {});
    return result;
  }

  /**
   * Takes a slot in each of the call's limits. Resolves to null if one limit is exhausted; the call
   * then waits in this process's queues, where polls go first. Rejects while the shared count is
   * unreachable; for one second after a failure, rejects immediately.
   */
  async #takeShared(
    shared: SharedCount,
    key: RateLimitKey,
    holdMs: number,
  ): Promise<SharedSlot | null> {
    const buckets = this.#bucketsOf(key);
    const nowMs = this.#clock.now();
    // While this call waited its turn, another call found that a limit was exhausted. Returning
    // null also frees this call's own slot.
    if (buckets.some((bucket) => bucket.isPaused(nowMs))) return null;
    if (this.#unreachable !== null && nowMs < this.#unreachable.until)
      throw this.#unreachable.error;
    this.#unreachable = null;
    try {
      const taken = await shared.take(buckets, holdMs);
      if ("settle" in taken) return taken;
      const until = this.#clock.now() + taken.ms;
      this.#bucket(taken.name).pause(until);
      this.#orderedUntil = Math.max(this.#orderedUntil, until + ORDERED_MS);
      return null;
    } catch (error) {
      this.#unreachable = { error, until: this.#clock.now() + REACH_AGAIN_MS };
      throw error;
    }
  }

  /** Like `enter`, without a shared count. */
  #enter(
    key: RateLimitKey,
    options: Waiting,
    emit: (event: ClientEvent) => void,
  ): TakenSlot | Promise<TakenSlot> {
    const slot = this.tryAcquire(key, options);
    if (slot !== null) return slot;
    const ms = this.waitMs(key);
    if (ms > 0) emit({ type: "wait", reason: "rate-limit", ms });
    return this.acquire(key, options);
  }

  /** Admits the call and returns its slot if it need not wait; otherwise returns null. */
  tryAcquire(key: RateLimitKey, { holdMs }: Pick<Waiting, "holdMs">): TakenSlot | null {
    const nowMs = this.#clock.now();
    // Until the timer is due, no waiting call can be admitted.
    if (nowMs >= this.#sleepsUntil) this.wake();
    const buckets = this.#bucketsOf(key);
    return freeAt(buckets, nowMs) <= nowMs && (key.gate?.freeAt(nowMs) ?? 0) <= nowMs
      ? this.#take(buckets, key.gate, holdMs)
      : null;
  }

  /**
   * Admits the call as soon as the limits allow it, and resolves to its slot. Rejects with a
   * `RateLimitError` as soon as it is certain that the call cannot be admitted in time, or with
   * `options.signal.reason`.
   */
  async acquire(key: RateLimitKey, options: Waiting): Promise<TakenSlot> {
    return this.tryAcquire(key, options) ?? this.#wait(key, options);
  }

  /**
   * Updates the limits from a response, which may announce windows and allowances. A 429, or a 400
   * that says when to retry, causes a pause. `error` is the response's error; null if it succeeded.
   */
  recordResponse(
    { category, operation }: RateLimitKey,
    { status, headers }: { readonly status: number; readonly headers: Pick<Headers, "get"> },
    error: Pick<ApiError, "apiCode" | "retryAfterMs"> | null,
  ): void {
    const { apiCode, retryAfterMs } = error ?? { apiCode: null, retryAfterMs: null };
    const nowMs = this.#clock.now();
    const shared = this.#bucket(category ?? operation);
    const allowance = allowanceIn(headers, serverDate(headers, this.#clock.date()));
    if (allowance !== null) shared.learn(allowance, nowMs);
    if (allowance?.remaining === 0) this.#shared?.pause(shared.name, allowance.resetMs);
    // The new windows may admit a waiting call earlier.
    if (shared.announce(announcementIn(headers))) this.wake();
    const pauseMs = retryAfterMs !== null && retryAfterMs <= MAX_PAUSE_MS ? retryAfterMs : null;
    // A 400 whose message says when to retry means that a rate limit was exceeded. The response
    // does not say which one, so the operation's limit is assumed.
    const limited = status === 429 && apiCode !== COST_EXCEEDED ? shared : this.#bucket(operation);
    if (pauseMs !== null && (status === 429 || status === 400)) {
      limited.pause(nowMs + pauseMs);
      this.#shared?.pause(limited.name, pauseMs);
    } else if (status === 429) {
      limited.backOff(nowMs);
      this.#shared?.pause(limited.name, FIRST_BACKOFF_MS);
    } else if (status >= 200 && status < 300)
      for (const bucket of [shared, this.#bucket(operation)]) bucket.accepted();
  }

  /** Admits as many calls as possible, and sets a timer for the next one. */
  wake(): void {
    this.#sleep?.abort();
    this.#sleep = null;
    this.#sleepsUntil = Number.POSITIVE_INFINITY;
    const nowMs = this.#clock.now();
    const next = Math.min(this.#first.serve(nowMs), this.#normal.serve(nowMs));
    if (next === Number.POSITIVE_INFINITY) return;
    const sleep = new AbortController();
    this.#sleep = sleep;
    this.#sleepsUntil = next;
    this.#clock.sleep(next - nowMs, sleep.signal).then(
      () => this.#sleep === sleep && this.wake(),
      () => {},
    );
  }

  /** Queues the call; resolves when it is admitted. */
  #wait(key: RateLimitKey, options: Waiting): Promise<TakenSlot> {
    const { signal } = options;
    const { account, operation, gate, first = false } = key;
    const queues = first ? this.#first : this.#normal;
    const name = JSON.stringify([account, operation, gate !== undefined]);
    const buckets = this.#bucketsOf(key);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const nowMs = this.#clock.now();
      const free = freeAt(buckets, nowMs);
      const fullLimit = buckets.find((bucket) => bucket.freeAt(nowMs) === free)?.name ?? ALL;
      const waiter: Waiter = {
        options,
        gate,
        admit: () => {
          unregister?.();
          resolve(this.#take(buckets, gate, options.holdMs));
        },
        fail: () => {
          unregister?.();
          reject(this.#refusal(fullLimit, buckets));
        },
      };
      const unregister =
        signal &&
        onAbort(signal, () => {
          queues.remove(name, waiter);
          unregister?.();
          reject(signal.reason);
          this.#stopTimer();
        });
      queues.add(name, buckets, waiter);
      // The timer is already set for the next admission, so it changes only if this call can be
      // admitted earlier or must be rejected.
      if (free < this.#sleepsUntil || isLate(free, nowMs, options)) this.wake();
    });
  }

  /** Stops the timer if no calls are waiting. */
  #stopTimer(): void {
    if (this.#first.size > 0 || this.#normal.size > 0) return;
    this.#sleep?.abort();
    this.#sleep = null;
    this.#sleepsUntil = Number.POSITIVE_INFINITY;
  }

  /**
   * The error for a call that cannot be admitted in time. `retryAt` is when the call could be
   * admitted.
   */
  #refusal(fullLimit: string, buckets: readonly Bucket[]): RateLimitError {
    const nowMs = this.#clock.now();
    const ms = Math.max(0, freeAt(buckets, nowMs) - nowMs);
    const retryAt = new Date(this.#clock.date() + ms).toISOString();
    return noRoom({ category: fullLimit, retryAt }, ms);
  }

  /**
   * Takes a slot in each bucket and passes the gate. The slot expires after `holdMs` milliseconds.
   */
  #take(buckets: readonly Bucket[], gate: AdmissionGate | undefined, holdMs: number): TakenSlot {
    gate?.take();
    const until = this.#clock.now() + holdMs;
    return new TakenSlot(buckets, { until, clock: this.#clock, onRelease: () => this.wake() });
  }

  /**
   * The buckets that a call counts against: for all calls, for its category (if it has one), and
   * for its operation.
   */
  #bucketsOf({ category, operation }: RateLimitKey): readonly Bucket[] {
    const all = this.#bucket(ALL);
    const operationBucket = this.#bucket(operation);
    return category === null
      ? [all, operationBucket]
      : [all, this.#bucket(category), operationBucket];
  }

  /** The bucket with this name, created if needed. */
  #bucket(name: string): Bucket {
    const known = this.#buckets.get(name);
    if (known !== undefined) return known;
    const bucket = new Bucket(
      name,
      Object.hasOwn(this.#limits, name) ? (this.#limits[name] ?? null) : null,
    );
    this.#buckets.set(name, bucket);
    return bucket;
  }
}
