import { yieldToEventLoop } from "./bytes.js";

/** The callbacks of one signal, and the listener that calls them. */
interface Listeners {
  readonly callbacks: Set<() => void>;
  readonly notify: () => void;
}

const listenersOf = new WeakMap<AbortSignal, Listeners>();

/**
 * Calls `callback` once, synchronously, when `signal` aborts. If the signal has already aborted,
 * `callback` is never called. Returns a function that unregisters `callback`. All callbacks of a
 * signal share one listener, because Node warns if there are more than ten.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, notify } = listenersOf.get(signal) ?? listen(signal);
  // A new function each time, so that the same callback can be registered twice.
  const registration = () => callback();
  callbacks.add(registration);
  return () => {
    // A second call must not remove a listener that newer callbacks use.
    if (!callbacks.delete(registration) || callbacks.size > 0) return;
    signal.removeEventListener("abort", notify);
    listenersOf.delete(signal);
  };
}

/** Adds the one listener that all callbacks of `signal` share. */
function listen(signal: AbortSignal): Listeners {
  const callbacks = new Set<() => void>();
  const notify = () => {
    for (const callback of [...callbacks]) callback();
  };
  listenersOf.set(signal, { callbacks, notify });
  signal.addEventListener("abort", notify, { once: true });
  return { callbacks, notify };
}

/**
 * Source of time and randomness for a client. Tests replace it with `createFakeClock` from
 * `pinterest-reports/testing`.
 */
export interface Clock {
  /**
   * Monotonic time in milliseconds. Used for deadlines and ages, so that changes to the wall clock
   * do not affect them.
   */
  now(): number;
  /** Wall-clock time in milliseconds since 1970, for the dates in responses and handles. */
  date(): number;
  /** Random number from 0 (inclusive) to 1 (exclusive), used to add jitter to waits. */
  random(): number;
  /**
   * Resolves after `ms` milliseconds; rejects with `signal.reason` as soon as the signal aborts.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's clock: `performance.now()`, `Date.now()`, `Math.random()` and `setTimeout`. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = setTimeout(() => {
        unregister?.();
        resolve();
      }, ms);
      const unregister =
        signal &&
        onAbort(signal, () => {
          clearTimeout(timer);
          unregister?.();
          reject(signal.reason);
        });
    }),
};

/**
 * Settles like `work`, but rejects with `signal.reason` as soon as `signal` aborts. `work` itself
 * continues; its later result or error is ignored. Without a signal, returns `work`.
 */
export function raceAbort<Value>(
  work: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    const unregister = onAbort(signal, stop);
    work.then(resolve, reject).finally(unregister);
  });
}

/**
 * Resolves after `ms` milliseconds according to `clock`. Rejects with `signal.reason` as soon as
 * `signal` aborts, even if the clock ignores the signal that it receives.
 */
export function sleep(
  clock: Pick<Clock, "sleep">,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (signal === undefined) return clock.sleep(ms);
  // `systemClock.sleep` already rejects immediately on an abort.
  if (clock.sleep === systemClock.sleep) return clock.sleep(ms, signal);
  if (signal.aborted) return Promise.reject(signal.reason);
  // Each sleep has its own signal, because a custom clock may add a listener to it for each sleep.
  const sleepController = new AbortController();
  const unregister = onAbort(signal, () => sleepController.abort(signal.reason));
  return raceAbort(clock.sleep(ms, sleepController.signal), signal).finally(unregister);
}

/** Thrown by `withTimeout` when a network step exceeds its time limit of `ms` milliseconds. */
export class StepTimeout extends Error {
  constructor(ms: number) {
    super(`timeout: no data for ${ms / 1000} s`);
  }
}

/**
 * Calls `work` with a signal that aborts when `signal` does, or after `ms` milliseconds. Settles
 * like `work`, except that it rejects immediately with `signal.reason` if aborted, and with a
 * `StepTimeout` at the timeout, even if `work` ignores its signal.
 *
 * If `signal` has already aborted, rejects with its reason without calling `work`. The timeout uses
 * real time, not the client's clock, because it guards against stalled sockets. `work` must not
 * throw synchronously.
 */
export function withTimeout<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
  { ms, signal }: { readonly ms: number; readonly signal: AbortSignal | undefined },
): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const step = new AbortController();
    let ended = false;
    const end = () => {
      ended = true;
      clearTimeout(timer);
      unregister?.();
    };
    const fail = (reason: unknown) => {
      end();
      step.abort(reason);
      reject(reason);
    };
    // Waits for one more turn of the event loop, because data that arrived while the thread was
    // blocked may not have been processed yet.
    const timer = setTimeout(
      () => void yieldToEventLoop().then(() => ended || fail(new StepTimeout(ms))),
      ms,
    );
    const unregister = signal && onAbort(signal, () => fail(signal.reason));
    work(step.signal).then(
      (value) => {
        end();
        resolve(value);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}

/**
 * A time limit of `ms` milliseconds that starts at the first call to `begin`. Until then, `at` and
 * `left` are infinite. Nothing happens when the deadline passes; callers must check `at` or `left`.
 */
export class Deadline {
  /** Length in milliseconds. */
  readonly ms: number;
  readonly #clock: Pick<Clock, "now">;
  #at: number | null = null;

  /** `ms`: length in milliseconds. Does not start the countdown. */
  constructor(clock: Pick<Clock, "now">, ms: number) {
    this.ms = ms;
    this.#clock = clock;
  }

  /** Starts the countdown, unless it has already started. Returns the deadline itself. */
  begin(): this {
    this.#at ??= this.#clock.now() + this.ms;
    return this;
  }

  /**
   * When the deadline passes, in milliseconds on the scale of the clock's `now`. `Infinity` before
   * it starts.
   */
  get at(): number {
    return this.#at ?? Number.POSITIVE_INFINITY;
  }

  /**
   * Milliseconds until the deadline, or `Infinity` if the countdown has not started. After the
   * deadline, the result is 0 or negative.
   */
  left(): number {
    return this.at - this.#clock.now();
  }
}
