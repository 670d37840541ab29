import type { RateLimit } from "../http/rate-limit.js";

/**
 * State that all processes with the same token share: leases with records, and request counts. A
 * lease ensures that one process at a time refreshes tokens or does other work. `memoryState()`
 * shares the state within a process, `redisState(…)` through Redis. If the state is unreachable,
 * every function rejects with a `SharedStateError` within a few seconds. No function waits until
 * the state is reachable again.
 */
export interface SharedState {
  /** Display name for messages, without secrets: `Redis on db.example.com`. */
  readonly name: string;
  /**
   * Acquires `key` exclusively for this caller, until `release`. Resolves to null if another caller
   * holds the key for longer than `waitMs`. If a process dies or is suspended for `ttlMs`, its
   * lease ends, and another process can acquire the key.
   */
  acquire(key: string, options?: AcquireOptions): Promise<Lease | null>;
  /** The record of `key`; null if there is none. */
  read(key: string): Promise<string | null>;
  /**
   * Reserves a slot for one request, in all of these categories or in none. Call it before you send
   * the request. If a category's limit is reached, no slot is reserved, the result is a
   * `QuotaWait`, and the request must not be sent. A slot counts toward each limit for `holdMs`,
   * during which the request can still arrive, and then for the limit's `perMs`; `settle` shortens
   * that. This way, Pinterest never receives more than `requests` requests within `perMs`
   * milliseconds. The limits that earlier calls passed also apply while their slots count, because
   * a new process does not know yet which limits earlier responses announced.
   */
  take(uses: readonly QuotaUse[], options: TakeOptions): Promise<QuotaPlace | QuotaWait>;
  /**
   * Stops all processes from sending requests in the category for `ms` milliseconds. A shorter
   * pause does not replace a longer one.
   */
  pause(category: string, ms: number): Promise<void>;
  /** Releases all connections. Leases and slots that are still held expire. */
  close(): Promise<void>;
}

/** A quota category that a request counts toward. */
export interface QuotaUse {
  readonly category: string;
  /** The category's limits. If there are none, only a pause delays the request. */
  readonly limits: readonly RateLimit[];
}

/** Options for `take`. */
export interface TakeOptions {
  /**
   * How long the request can take to arrive, in milliseconds. The slot is reserved for this time.
   */
  readonly holdMs: number;
}

/**
 * A slot for a request. It counts toward each limit for `holdMs` plus the limit's `perMs`, unless
 * `settle` or `release` ends it earlier.
 */
export interface QuotaPlace {
  /**
   * Reports that the request can still arrive within `withinMs` milliseconds; 0 if it was answered.
   * The slot counts toward each limit until then, plus the limit's `perMs`.
   */
  settle(withinMs: number): Promise<void>;
  /** Reports that the request was not sent, so that its slot is freed. */
  release(): Promise<void>;
}

/** A category whose limit is reached. */
export interface QuotaWait {
  readonly category: string;
  /** Milliseconds after which another request may be possible, at least 1. */
  readonly ms: number;
}

/** Options for `acquire`. */
export interface AcquireOptions {
  /** Maximum wait while another process holds the key, in milliseconds. Default: 0. */
  readonly waitMs?: number | undefined;
  /**
   * How long the lease lasts without renewal, in milliseconds, at least 1,000. It is renewed while
   * the process runs and can reach the state. Default: 20,000.
   */
  readonly ttlMs?: number | undefined;
  /**
   * Time to keep the record after the key's last use or write, in milliseconds. Default: no limit.
   */
  readonly keepMs?: number | undefined;
  /** Ends the wait, which rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A key that only this process holds. */
export interface Lease {
  /**
   * A safe integer, greater than the fence of every earlier lease of the key. Pass it with each
   * write to a store, so that the store can refuse writes by an earlier holder that has lost the
   * key.
   */
  readonly fence: number;
  /** The record from the key's last `write`; null if there was none. */
  readonly record: string | null;
  /** Aborts with a `LeaseLostError` when the lease has ended without `release`. */
  readonly signal: AbortSignal;
  /** Resolves if this lease still holds the key. Rejects with a `LeaseLostError` if not. */
  confirm(): Promise<void>;
  /**
   * Replaces the record in one step, if this lease still holds the key. Otherwise rejects with a
   * `LeaseLostError` and changes nothing.
   */
  write(record: string): Promise<void>;
  /**
   * Releases the key. Its record is kept for `keepMs` from now on; default: the `keepMs` passed to
   * `acquire`. Does not fail if the lease has ended or the state is unreachable.
   */
  release(options?: Pick<AcquireOptions, "keepMs">): Promise<void>;
}
