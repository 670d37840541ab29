import { type Clock, sleep, systemClock } from "../clock.js";
import { LeaseLostError } from "../errors.js";
import { type RateLimit, Slots } from "../http/rate-limit.js";
import { checkAcquire, checkKey, checkTake } from "./arguments.js";
import type {
  AcquireOptions,
  Lease,
  QuotaPlace,
  QuotaUse,
  QuotaWait,
  SharedState,
  TakeOptions,
} from "./state.js";

/** The state of a key. Times are on the scale of the clock's `now`. */
interface KeyState {
  holder: Lease | null;
  fence: number;
  record: string | null;
  keptUntil: number;
}

/**
 * The slots, pause and limits of a category. Each limit was passed to `take`; `until` is the time
 * when it stops applying.
 */
interface Count {
  readonly slots: Slots;
  readonly windows: Map<string, { readonly limit: RateLimit; readonly until: number }>;
  pausedUntil: number;
}

/**
 * Creates shared state for the clients of one process; needs no server. A lease lasts until it is
 * released, because its holder cannot be suspended while the process's other clients run. Time is
 * measured with `clock`; default: the machine's clock.
 */
export function memoryState({ clock = systemClock }: { readonly clock?: Clock } = {}): SharedState {
  return new MemoryState(clock);
}

const NO_WAIT: QuotaWait = { category: "", ms: 0 };
// Interval, in milliseconds, for checking whether another holder has released the key.
const RETRY_MS = 10;

/** Shared state in this process's memory. */
class MemoryState implements SharedState {
  readonly name = "the memory of this process";
  readonly #clock: Clock;
  readonly #entries = new Map<string, KeyState>();
  readonly #counts = new Map<string, Count>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async acquire(key: string, options: AcquireOptions = {}): Promise<Lease | null> {
    const { waitMs = 0, keepMs = Number.POSITIVE_INFINITY, signal } = checkAcquire(key, options);
    const end = this.#clock.now() + waitMs;
    for (;;) {
      signal?.throwIfAborted();
      const entry = this.#entry(key) ?? { holder: null, fence: 0, record: null, keptUntil: 0 };
      if (entry.holder === null) {
        this.#entries.set(key, entry);
        return leaseOf(key, { entry, keepMs, clock: this.#clock });
      }
      const left = end - this.#clock.now();
      if (left <= 0) return null;
      await sleep(this.#clock, Math.min(RETRY_MS, left), signal);
    }
  }

  async read(key: string): Promise<string | null> {
    checkKey(key);
    return this.#entry(key)?.record ?? null;
  }

  async take(uses: readonly QuotaUse[], options: TakeOptions): Promise<QuotaPlace | QuotaWait> {
    checkTake(uses, options);
    const nowMs = this.#clock.now();
    for (const { category, limits } of uses)
      for (const limit of limits)
        this.#count(category).windows.set(`${limit.requests} ${limit.perMs}`, {
          limit,
          until: nowMs + limit.perMs + options.holdMs,
        });
    const full = uses
      .map(({ category }) => this.#wait(category, nowMs))
      .reduce((longest, wait) => (wait.ms > longest.ms ? wait : longest), NO_WAIT);
    if (full.ms > 0) return full;
    const until = nowMs + options.holdMs;
    const all = uses.map(({ category }) => this.#count(category));
    for (const { slots, windows } of all) {
      slots.take(until);
      slots.forget([...windows.values()].map(({ limit }) => limit));
    }
    const end = async (by?: number): Promise<void> => {
      for (const { slots } of all) slots.replace(until, by);
    };
    return {
      settle: (withinMs) => end(this.#clock.now() + withinMs),
      release: () => end(),
    };
  }

  /** How long the category blocks a request, in milliseconds. 0 or less if it does not. */
  #wait(category: string, nowMs: number): QuotaWait {
    const { slots, windows, pausedUntil } = this.#count(category);
    const limits = [...windows.values()].filter(({ until }) => until > nowMs);
    const free = Math.max(
      pausedUntil,
      slots.freeAt(
        nowMs,
        limits.map(({ limit }) => limit),
      ),
    );
    // Rounded up, because timers with fractional milliseconds may fire early.
    return { category, ms: Math.ceil(free - nowMs) };
  }

  async pause(category: string, ms: number): Promise<void> {
    const count = this.#count(category);
    count.pausedUntil = Math.max(count.pausedUntil, this.#clock.now() + ms);
  }

  async close(): Promise<void> {}

  /** The entry of the key; undefined if there is none or it has expired. */
  #entry(key: string): KeyState | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.holder !== null || entry.keptUntil > this.#clock.now())
      return entry;
    this.#entries.delete(key);
    return undefined;
  }

  /** The count of a category, created if needed. */
  #count(category: string): Count {
    const count = this.#counts.get(category) ?? {
      slots: new Slots(),
      windows: new Map(),
      pausedUntil: 0,
    };
    this.#counts.set(category, count);
    return count;
  }
}

/** Creates a lease that holds the entry. */
function leaseOf(
  key: string,
  {
    entry,
    keepMs,
    clock,
  }: { readonly entry: KeyState; readonly keepMs: number; readonly clock: Clock },
): Lease {
  // Targets store fences, so a new fence must also be greater than the fences of earlier processes.
  entry.fence = Math.max(entry.fence + 1, Math.round(clock.date() * 1_000));
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
    },
    async release(options = {}) {
      if (entry.holder !== lease) return;
      entry.holder = null;
      entry.keptUntil = clock.now() + (options.keepMs ?? keepMs);
    },
  };
  entry.holder = lease;
  return lease;
}
