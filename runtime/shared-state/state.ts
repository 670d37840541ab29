import type { RateLimit } from "../http/rate-limit.js";

/**
 * What the processes of one token share: records under leases, by which tokens are refreshed and work
 * is done by one of them at a time, and the count of requests. `memoryState()` shares it within a
 * process, `redisState(…)` by Redis. Every function rejects with a `SharedStateError` while the
 * state cannot be reached, within a few seconds: it never waits until it can be reached again.
 */
export interface SharedState {
  /** What messages call it, without secrets: `Redis on db.example.com`. */
  readonly name: string;
  /**
   * Acquires `key` for this caller alone, and keeps it until `release`; resolves to null if another
   * one has it for longer than `waitMs`. The lease of a process that has died, or that has not run
   * for `ttlMs`, ends by itself, and the next one may acquire the key.
   */
  acquire(key: string, options?: AcquireOptions): Promise<Lease | null>;
  /** The record of `key`; null if there is none. */
  read(key: string): Promise<string | null>;
  /**
   * Takes a place for one request in all of these categories, which all processes share, in one step,
   * before it is sent. If a category has no room, a place is taken in none, and the request must
   * not be sent. A place counts for `holdMs`, in which the request can arrive, and then for the
   * time of each limit; `settle` shortens that. So no `perMs` milliseconds of the server have more
   * requests of the category than `requests` of a limit, of this call or of another one whose place
   * counts: a process that begins does not know yet what a response has announced.
   */
  take(uses: readonly QuotaUse[], options: TakeOptions): Promise<QuotaPlace | QuotaWait>;
  /**
   * Lets no process send a request of the category for so many milliseconds. A shorter pause does
   * not replace a longer one.
   */
  pause(category: string, ms: number): Promise<void>;
  /** Releases all connections. What is held ends by itself. */
  close(): Promise<void>;
}

/** A request of a category. */
export interface QuotaUse {
  readonly category: string;
  /** The limits of the category; without any, only a pause holds the request back. */
  readonly limits: readonly RateLimit[];
}

/** Options of `take`. */
export interface TakeOptions {
  /** Milliseconds for which the place is held: the request cannot arrive later. */
  readonly holdMs: number;
}

/** A place for a request. It counts for `holdMs` and the time of each limit, unless it is ended. */
export interface QuotaPlace {
  /**
   * The request can arrive for `withinMs` milliseconds more; 0: it was answered. The place counts
   * until then, and for the time of each limit.
   */
  settle(withinMs: number): Promise<void>;
  /** The request was not sent: the place no longer counts. */
  release(): Promise<void>;
}

/** A category without room for one more request. */
export interface QuotaWait {
  readonly category: string;
  /** Milliseconds after which there may be room, from 1. */
  readonly ms: number;
}

/** Options of `acquire`. */
export interface AcquireOptions {
  /** Maximum wait for another holder, in milliseconds. Default: 0. */
  readonly waitMs?: number | undefined;
  /**
   * How long the lease lasts without a sign of life, in milliseconds, from 1,000. It is prolonged
   * while the process runs and reaches the state. Default: 20,000.
   */
  readonly ttlMs?: number | undefined;
  /**
   * How long the record is kept after the key was last held or written, in milliseconds. Default:
   * without a limit.
   */
  readonly keepMs?: number | undefined;
  /** Ends the wait, which rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A key that this process alone holds. */
export interface Lease {
  /**
   * Greater than that of every earlier lease of the key: a safe integer. A store that is given it
   * with each write can refuse the writes of an earlier holder, who does not know yet that it has
   * lost the key.
   */
  readonly fence: number;
  /** What the last `write` of the key has recorded; null if there is none. */
  readonly record: string | null;
  /** Aborts when the lease has ended without `release`: with a `LeaseLostError`. */
  readonly signal: AbortSignal;
  /** Resolves if the key is held by this lease. Rejects with a `LeaseLostError` if not. */
  confirm(): Promise<void>;
  /**
   * Replaces the record, if the key is held by this lease, in one step. Rejects with a
   * `LeaseLostError` if not; then nothing is changed.
   */
  write(record: string): Promise<void>;
  /**
   * Gives the key up. Its record is kept for `keepMs` from now on, by default as `acquire` was told.
   * A lease that has ended, or a state that cannot be reached, is no error.
   */
  release(options?: Pick<AcquireOptions, "keepMs">): Promise<void>;
}
