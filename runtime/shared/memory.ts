import { sleep, systemClock } from "../clock.js";
import { LeaseLostError } from "../errors.js";
import type { RateLimit } from "../http/rate-limit.js";
import { checkAcquire, checkKey, checkLimit } from "./arguments.js";
import type { AcquireOptions, Lease, SharedState } from "./state.js";

/** What a key has. Times are milliseconds since 1970. */
interface Entry {
  holder: Lease | null;
  fence: number;
  record: string | null;
  keptUntil: number;
}

/** The requests of a category, oldest first, and its pause. */
interface Count {
  readonly times: number[];
  pausedUntil: number;
}

/**
 * A state for the clients and workers of one process, without any server. A lease lasts until it is released: its holder cannot be suspended
 * while others run.
 */
export function memoryState(): SharedState {
  return new MemoryState();
}

// More requests than any limit has that is checked: the oldest ones are forgotten.
const MOST_TIMES = 1_000_000;
// How often a wait for another holder looks again, in milliseconds.
const RETRY_MS = 10;

class MemoryState implements SharedState {
  readonly name = "the memory of this process";
  readonly #entries = new Map<string, Entry>();
  readonly #counts = new Map<string, Count>();

  async acquire(key: string, options: AcquireOptions = {}): Promise<Lease | null> {
    const { waitMs = 0, keepMs = Number.POSITIVE_INFINITY, signal } = checkAcquire(key, options);
    const end = Date.now() + waitMs;
    for (;;) {
      signal?.throwIfAborted();
      const entry = this.#entry(key) ?? { holder: null, fence: 0, record: null, keptUntil: 0 };
      if (entry.holder === null) {
        this.#entries.set(key, entry);
        return leaseOf(key, { entry, keepMs });
      }
      const left = end - Date.now();
      if (left <= 0) return null;
      await sleep(systemClock, Math.min(RETRY_MS, left), signal);
    }
  }

  async read(key: string): Promise<string | null> {
    checkKey(key);
    return this.#entry(key)?.record ?? null;
  }

  async consume(category: string, limit: RateLimit): Promise<number> {
    const { requests, perMs } = checkLimit(limit);
    const { times, pausedUntil } = this.#count(category);
    const now = Date.now();
    const oldest = times[times.length - requests];
    const ms = Math.max(pausedUntil - now, oldest === undefined ? 0 : oldest + perMs - now);
    if (ms > 0) return ms;
    times.push(now);
    if (times.length > MOST_TIMES) times.splice(0, times.length - MOST_TIMES);
    return 0;
  }

  async pause(category: string, ms: number): Promise<void> {
    const count = this.#count(category);
    count.pausedUntil = Math.max(count.pausedUntil, Date.now() + ms);
  }

  async close(): Promise<void> {}

  /** The entry of the key; undefined if there is none, or its time is over. */
  #entry(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.holder !== null || entry.keptUntil > Date.now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  #count(category: string): Count {
    const count = this.#counts.get(category) ?? { times: [], pausedUntil: 0 };
    this.#counts.set(category, count);
    return count;
  }
}

/** Makes a lease the holder of the entry. */
function leaseOf(key: string, { entry, keepMs }: { readonly entry: Entry; readonly keepMs: number }): Lease {
  entry.fence = Math.max(entry.fence + 1, Date.now() * 1_000);
  entry.keptUntil = Date.now() + keepMs;
  const lease: Lease = {
    fence: entry.fence,
    record: entry.record,
    signal: new AbortController().signal,
    async confirm() {
      if (entry.holder !== lease) throw new LeaseLostError(key);
    },
    async write(record) {
      if (entry.holder !== lease) throw new LeaseLostError(key);
      entry.record = record;
      entry.keptUntil = Date.now() + keepMs;
    },
    async release() {
      if (entry.holder === lease) entry.holder = null;
    },
  };
  entry.holder = lease;
  return lease;
}
