import type {
  Lease,
  QuotaPlace,
  QuotaUse,
  QuotaWait,
  SharedState,
} from "../../runtime/shared-state/state.js";

/** One check of a shared state, to be run as a test. */
export interface SharedStateCheck {
  readonly name: string;
  /** Rejects with an error that describes the difference. */
  run(): Promise<void>;
}

/** Options for `sharedStateChecks`. */
export interface SharedStateChecksOptions {
  /** Creates an empty store. Called once per check. */
  readonly createStore: () => SharedStateStore | Promise<SharedStateStore>;
}

/** An empty store for shared states, such as a server or a separate part of one. */
export interface SharedStateStore {
  /** Returns a state in this store. Each call returns a new object, as in another process. */
  state(): SharedState;
  /**
   * Ends a lease as if its holder had been suspended for too long. Without this method, checks of
   * such leases are skipped.
   */
  expire?(key: string): Promise<void>;
}

function same(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(
      `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`,
    );
}

async function rejects(work: Promise<unknown>, code: string, what: string): Promise<void> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown as { readonly code?: unknown },
  );
  if (error?.code !== code)
    throw new Error(`${what}: expected an error with the code ${code}, found ${error}`);
}

async function acquired(
  state: SharedState,
  key: string,
  options: Parameters<SharedState["acquire"]>[1] = {},
): Promise<Lease> {
  const lease = await state.acquire(key, options);
  if (lease === null) throw new Error(`could not acquire ${key}, although it is free`);
  return lease;
}

/** How long a request can be in flight. */
const HOLD = { holdMs: 30_000 };

/**
 * Counts a request that gets its response immediately. Resolves to the first category whose limit
 * is reached, or null.
 */
async function taken(state: SharedState, uses: readonly QuotaUse[]): Promise<QuotaWait | null> {
  const place = await state.take(uses, HOLD);
  if ("ms" in place) return place;
  await place.settle(0);
  return null;
}

/** Requests one slot in a category. Resolves to how many milliseconds to wait, or 0. */
async function consume(
  state: SharedState,
  category: string,
  ...limits: QuotaUse["limits"]
): Promise<number> {
  return (await taken(state, [{ category, limits }]))?.ms ?? 0;
}

/** Waits until a category has room for a request. Resolves to the milliseconds since `began`. */
async function roomAfter(
  state: SharedState,
  category: string,
  { limit, began }: { readonly limit: QuotaUse["limits"][number]; readonly began: number },
): Promise<number> {
  let ms = await consume(state, category, limit);
  for (; ms > 0; ms = await consume(state, category, limit)) await pause(ms);
  return Date.now() - began;
}

/** Counts a request that stays in flight. */
async function placeOf(
  state: SharedState,
  category: string,
  { limit, holdMs }: { readonly limit: QuotaUse["limits"][number]; readonly holdMs: number },
): Promise<QuotaPlace> {
  const place = await state.take([{ category, limits: [limit] }], { holdMs });
  if ("ms" in place) throw new Error(`the limit of ${category} is reached for ${place.ms} ms`);
  return place;
}

// Timers may fire a fraction of a millisecond early.
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms + 1));

type Work = (
  first: SharedState,
  second: SharedState,
  expire: (key: string) => Promise<void>,
) => Promise<void>;

const CHECKS: Readonly<Record<string, Work>> = {
  "a key has one holder at a time, and none after its release": async (first, second) => {
    const lease = await acquired(first, "key");
    same(await second.acquire("key"), null, "a second lease");
    same(await first.acquire("key"), null, "a second lease of the same state");
    const unrelated = await acquired(second, "another key");
    await lease.confirm();
    await lease.release();
    await lease.release();
    const next = await acquired(second, "key");
    await next.confirm();
    await unrelated.release();
    await next.release();
  },

  "a waiting caller gets a key when it is released": async (first, second) => {
    const lease = await acquired(first, "key");
    const waiting = second.acquire("key", { waitMs: 30_000 });
    await lease.write("seen");
    await lease.release();
    const next = await waiting;
    same(next?.record, "seen", "the record of the next lease");
    await next?.release();
  },

  "a caller gets no key if its wait time passes, and an abort ends the wait": async (
    first,
    second,
  ) => {
    const lease = await acquired(first, "key");
    same(await second.acquire("key", { waitMs: 100 }), null, "the lease of who waits");
    const reason = new Error("enough");
    const stop = new AbortController();
    const waiting = second
      .acquire("key", { waitMs: 30_000, signal: stop.signal })
      .catch((error: unknown) => error);
    stop.abort(reason);
    if ((await waiting) !== reason)
      throw new Error("an aborted wait must reject with the signal's reason");
    await lease.release();
    await acquired(second, "key");
  },

  "many simultaneous callers get the key one after another": async (first, second) => {
    let holders = 0;
    const fences: number[] = [];
    const work = async (state: SharedState): Promise<void> => {
      const lease = await acquired(state, "key", { waitMs: 60_000 });
      holders++;
      same(holders, 1, "the number of holders");
      fences.push(lease.fence);
      await lease.write(String(fences.length));
      holders--;
      await lease.release();
    };
    await Promise.all(
      Array.from({ length: 20 }, (_, number) => work(number % 2 === 0 ? first : second)),
    );
    const sorted = [...fences].sort((a, b) => a - b);
    same(fences, sorted, "the fences, in the order of their leases");
    same(new Set(fences).size, 20, "the number of different fences");
    same(fences.every(Number.isSafeInteger), true, "whether fences are safe integers");
    same(await first.read("key"), "20", "the record");
  },

  "a record is read exactly as it was written": async (first, second) => {
    same(await first.read("key"), null, "the record of a new key");
    const lease = await acquired(first, "key");
    same(lease.record, null, "the record of a new key");
    for (const text of ["", "null", '{"a":"日本 😀"}', "a\0b\r\n", "x".repeat(100_000)]) {
      await lease.write(text);
      same(await second.read("key"), text, "the record");
    }
    await lease.release();
    same(
      (await acquired(second, "key")).record,
      "x".repeat(100_000),
      "the record of the next lease",
    );
    same(await second.read("another key"), null, "the record of another key");
  },

  "a released lease can be neither written nor confirmed": async (first, second) => {
    const lease = await acquired(first, "key");
    await lease.write("mine");
    await lease.release();
    await rejects(lease.confirm(), "lease_lost", "confirm");
    await rejects(lease.write("late"), "lease_lost", "write");
    same(await second.read("key"), "mine", "the record");
    same(lease.signal.aborted, false, "whether the signal of a lease that was released aborts");
  },

  "an expired lease cannot be written while another lease has the key": async (
    first,
    second,
    expire,
  ) => {
    const suspended = await acquired(first, "key");
    await suspended.write("first");
    await expire("key");
    const next = await acquired(second, "key");
    same(next.record, "first", "the record of the next lease");
    same(next.fence > suspended.fence, true, "whether the fence is greater");
    await rejects(suspended.write("late"), "lease_lost", "write");
    await rejects(suspended.confirm(), "lease_lost", "confirm");
    same(suspended.signal.aborted, true, "whether the signal has aborted");
    same(
      (suspended.signal.reason as { readonly code?: unknown }).code,
      "lease_lost",
      "the reason of the signal",
    );
    await next.write("second");
    await suspended.release();
    await next.confirm();
    same(await first.read("key"), "second", "the record");
  },

  "an expired lease does not resume after another lease has had the key": async (
    first,
    second,
    expire,
  ) => {
    const suspended = await acquired(first, "key");
    await expire("key");
    await (await acquired(second, "key")).release();
    await rejects(suspended.write("late"), "lease_lost", "write");
    await rejects(suspended.confirm(), "lease_lost", "confirm");
    same(await second.read("key"), null, "the record");
    const next = await acquired(second, "key");
    await suspended.release();
    same(await first.acquire("key"), null, "a second lease");
    await next.confirm();
  },

  "an expired lease resumes if no other lease has the key": async (first, second, expire) => {
    const suspended = await acquired(first, "key");
    await expire("key");
    await suspended.write("still mine");
    await expire("key");
    await suspended.confirm();
    same(await second.acquire("key"), null, "a second lease");
    same(await second.read("key"), "still mine", "the record");
  },

  "several states together count no more requests than the limit allows": async (first, second) => {
    const limit = { requests: 10, perMs: 60_000 };
    const waits = await Promise.all(
      Array.from({ length: 30 }, (_, number) =>
        consume(number % 2 === 0 ? first : second, "a", limit),
      ),
    );
    same(waits.filter((ms) => ms === 0).length, 10, "the number of requests");
    const refusals = waits.filter((ms) => ms > 0);
    const isRest = refusals.every((ms) => ms > 50_000 && ms <= 61_000);
    same(isRest, true, `whether the waits are what is left of a minute: ${refusals}`);
    same(await consume(first, "b", limit), 0, "the wait of another category");
  },

  "there is room again when the first requests are older than the limit's period": async (
    first,
    second,
  ) => {
    const limit = { requests: 3, perMs: 1_000 };
    // Each request was counted at some moment between these two times.
    const counted: { readonly sent: number; readonly received: number }[] = [];
    while (counted.length < 9) {
      const sent = Date.now();
      const ms = await consume(counted.length % 2 === 0 ? first : second, "a", limit);
      if (ms === 0) counted.push({ sent, received: Date.now() });
      else await pause(ms);
    }
    for (const [at, { received }] of counted.entries()) {
      const before = counted[at - limit.requests];
      // Clocks have a resolution of one millisecond.
      if (before !== undefined && received - before.sent < limit.perMs - 2)
        throw new Error(
          `4 requests within ${received - before.sent} ms, at a limit of 3 in 1,000 ms`,
        );
    }
  },

  "a request counts toward several limits, and waits for each of them": async (first, second) => {
    const limits = [
      { requests: 2, perMs: 1_000 },
      { requests: 3, perMs: 60_000 },
    ];
    same(
      [await consume(first, "a", ...limits), await consume(second, "a", ...limits)],
      [0, 0],
      "the waits of two requests",
    );
    const ms = await consume(first, "a", ...limits);
    same(ms > 0 && ms <= 2_000, true, `whether the wait is what is left of a second: ${ms}`);
    await pause(ms);
    same(await consume(first, "a", ...limits), 0, "the wait of the third request");
    same(
      (await consume(second, "a", ...limits)) > 30_000,
      true,
      "whether the fourth request waits for the minute",
    );
  },

  "a request is counted in no category if one of its categories has no room": async (
    first,
    second,
  ) => {
    const uses = [
      { category: "wide", limits: [{ requests: 3, perMs: 60_000 }] },
      { category: "narrow", limits: [{ requests: 1, perMs: 60_000 }] },
    ];
    same(await taken(first, uses), null, "the first request");
    for (let times = 0; times < 20; times++)
      same((await taken(second, uses))?.category, "narrow", "the category without room");
    for (const order of [uses, uses.toReversed()])
      same((await taken(first, order))?.category, "narrow", "the category without room");
    same(
      await consume(first, "wide", { requests: 3, perMs: 60_000 }),
      0,
      "the second request of the wide category",
    );
    same(
      await consume(second, "wide", { requests: 3, perMs: 60_000 }),
      0,
      "the third request of the wide category",
    );
    same(
      (await consume(first, "wide", { requests: 3, perMs: 60_000 })) > 0,
      true,
      "whether the fourth one waits",
    );
  },

  "the category with the longest wait is named, in any order": async (first, second) => {
    await first.pause("short", 20_000);
    await second.pause("long", 40_000);
    const uses = ["free", "short", "long"].map((category) => ({
      category,
      limits: [{ requests: 1, perMs: 60_000 }],
    }));
    for (const order of [uses, uses.toReversed()]) {
      const wait = await taken(first, order);
      same(wait?.category, "long", "the category");
      const ms = wait?.ms ?? 0;
      same(ms > 20_000 && ms <= 41_000, true, `whether it is what is left of its pause: ${ms}`);
    }
  },

  "a request that ends is ended in all of its categories": async (first, second) => {
    const uses = ["a", "b"].map((category) => ({
      category,
      limits: [{ requests: 1, perMs: 500 }],
    }));
    const unsent = await first.take(uses, HOLD);
    if ("ms" in unsent) throw new Error("there is no room");
    await unsent.release();
    const answered = await second.take(uses.toReversed(), HOLD);
    if ("ms" in answered) throw new Error("a request that was not sent has a slot");
    same((await taken(first, uses)) !== null, true, "whether another one waits");
    await answered.settle(0);
    await pause(600);
    same(await taken(first, uses), null, "the wait after the limit's time");
  },

  "a refused request leaves no trace in any category": async (first, second) => {
    const limit = { requests: 1, perMs: 500 };
    await first.pause("paused", 60_000);
    for (let times = 0; times < 3; times++)
      await taken(second, [
        { category: "a", limits: [limit] },
        { category: "paused", limits: [limit] },
      ]);
    same(await consume(first, "a", limit), 0, "the wait of a category that has room");
  },

  "requests count toward limits of their category that only other requests name": async (
    first,
    second,
  ) => {
    for (let times = 0; times < 5; times++)
      same(await consume(first, "a", { requests: 10, perMs: 60_000 }), 0, "a request");
    same(
      await consume(second, "a", { requests: 6, perMs: 60_000 }),
      0,
      "a request at a limit of 6 a minute",
    );
    same(
      (await consume(second, "a", { requests: 6, perMs: 30_000 })) > 0,
      true,
      "whether a request waits at a limit of 6 in half a minute",
    );
  },

  "a limit known to one state also applies to states that do not know it yet": async (
    first,
    second,
  ) => {
    same(await consume(first, "a", { requests: 1, perMs: 60_000 }), 0, "a request");
    same(
      (await consume(second, "a", { requests: 100, perMs: 1_000 })) > 50_000,
      true,
      "whether a request of another state waits for the minute",
    );
    same(
      (await consume(second, "a")) > 50_000,
      true,
      "whether a request that names no limit waits, too",
    );
  },

  "a pause delays all requests of its category, and a shorter pause does not end it": async (
    first,
    second,
  ) => {
    const limit = { requests: 10, perMs: 60_000 };
    await Promise.all(
      [30_000, 1_000, 20_000].map((ms, at) => (at % 2 === 0 ? first : second).pause("a", ms)),
    );
    await second.pause("a", 1_000);
    await second.pause("b", 0);
    const ms = await consume(second, "a", limit);
    same(ms > 20_000 && ms <= 31_000, true, `whether the wait is what is left of the pause: ${ms}`);
    same(
      (await consume(second, "a")) > 20_000,
      true,
      "whether a request without limits waits, too",
    );
    same(
      await consume(second, "b", limit),
      0,
      "the wait of another category, whose pause has no length",
    );
  },

  "a request in flight is counted until the limit's period after its response has passed": async (
    first,
    second,
  ) => {
    const limit = { requests: 1, perMs: 1_000 };
    const place = await placeOf(first, "a", { limit, holdMs: 30_000 });
    await pause(1_500);
    same((await consume(second, "a", limit)) > 0, true, "whether another one waits meanwhile");
    await place.settle(0);
    const ms = await consume(second, "a", limit);
    same(ms > 500 && ms <= 1_000, true, `whether the wait is what is left of a second: ${ms}`);
    await pause(ms);
    same(await consume(second, "a", limit), 0, "the wait after that");
  },

  "a request is counted until the latest time at which it can arrive, if that is known": async (
    first,
    second,
  ) => {
    const limit = { requests: 1, perMs: 500 };
    const began = Date.now();
    await (await placeOf(first, "a", { limit, holdMs: 30_000 })).settle(1_000);
    const waited = await roomAfter(second, "a", { limit, began });
    same(waited > 1_400 && waited < 2_500, true, `whether that is after 1.5 seconds: ${waited}`);
  },

  "a request that was not sent is no longer counted": async (first, second) => {
    const limit = { requests: 1, perMs: 60_000 };
    const place = await placeOf(first, "a", { limit, holdMs: 30_000 });
    await place.release();
    same(await consume(second, "a", limit), 0, "the wait of the next one");
  },

  "a request without a response is counted until it can no longer arrive": async (
    first,
    second,
  ) => {
    const limit = { requests: 1, perMs: 500 };
    const began = Date.now();
    await placeOf(first, "a", { limit, holdMs: 1_500 });
    const waited = await roomAfter(second, "a", { limit, began });
    same(waited > 1_900 && waited < 3_000, true, `whether that is after 2 seconds: ${waited}`);
  },

  "a record is kept as long as a lease has its key": async (first, second) => {
    const lease = await acquired(first, "key", { keepMs: 1_000, ttlMs: 1_000 });
    await lease.write("kept");
    await pause(2_500);
    same(await second.read("key"), "kept", "the record of a key that is held");
    await lease.release();
    await pause(1_500);
    same(await second.read("key"), null, "the record after its time");
    const kept = await acquired(first, "key", { keepMs: 60_000 });
    await kept.write("kept for less");
    await kept.release({ keepMs: 500 });
    same(await second.read("key"), "kept for less", "the record of a key that was released");
    await pause(1_000);
    same(await second.read("key"), null, "the record after the time of its release");
  },

  "a record is kept indefinitely again if a later lease says so": async (first, second) => {
    const lease = await acquired(first, "key", { keepMs: 500 });
    await lease.write("kept");
    await (await acquired(second, "another key")).write("kept as well");
    await lease.release();
    const next = await acquired(second, "key");
    same(next.record, "kept", "the record of the next lease");
    await next.release();
    await pause(800);
    same(await first.read("key"), "kept", "the record");
    same(await first.read("another key"), "kept as well", "the record of another key");
  },

  "invalid arguments are rejected": async (first) => {
    await rejects(first.acquire(""), "invalid_argument", "a key without a character");
    await rejects(first.read(""), "invalid_argument", "a key without a character");
    for (const limit of [
      { requests: 0, perMs: 1_000 },
      { requests: 1, perMs: 0 },
    ]) {
      const error = await consume(first, "a", limit).catch((thrown: unknown) => thrown);
      if (!(error instanceof RangeError)) throw new Error(`expected a RangeError, found ${error}`);
    }
  },
};

/**
 * The checks of a shared state, each for a test: `for (const { name, run } of sharedStateChecks({
 * createStore })) it(name, run)`. Each creates a store, and two states in it, as in two processes.
 */
export function sharedStateChecks({
  createStore,
}: SharedStateChecksOptions): readonly SharedStateCheck[] {
  return Object.entries(CHECKS).map(([name, work]) => ({
    name,
    async run() {
      const store = await createStore();
      const needsExpiry = work.length > 2;
      if (needsExpiry && store.expire === undefined) return;
      const states = [store.state(), store.state()] as const;
      try {
        await work(...states, async (key) => store.expire?.(key));
      } finally {
        for (const state of states) await state.close();
      }
    },
  }));
}
