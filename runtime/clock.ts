import { yieldToEventLoop } from "./bytes.js";

interface Listeners {
  readonly stops: Set<() => void>;
  readonly tell: () => void;
}

const listenersOf = new WeakMap<AbortSignal, Listeners>();

/**
 * Calls `stop` when the signal aborts; what it gives takes that back. However many listen by it, the signal itself has one listener: Node
 * warns of more than ten, and one signal may well end a hundred reports.
 */
export function onAbort(signal: AbortSignal, stop: () => void): () => void {
  const { stops, tell } = listenersOf.get(signal) ?? listen(signal);
  // Told apart from the same function, given twice.
  const own = () => stop();
  stops.add(own);
  return () => {
    // Taken back twice, it would forget those who listen by the signal since.
    if (!stops.delete(own) || stops.size > 0) return;
    signal.removeEventListener("abort", tell);
    listenersOf.delete(signal);
  };
}

function listen(signal: AbortSignal): Listeners {
  const stops = new Set<() => void>();
  const tell = () => {
    for (const stop of [...stops]) stop();
  };
  listenersOf.set(signal, { stops, tell });
  signal.addEventListener("abort", tell, { once: true });
  return { stops, tell };
}

/** Where a client takes time and chance from; replaced in tests by `createFakeClock` of the testing entry. */
export interface Clock {
  /** Milliseconds that only grow: deadlines and ages are measured with it, so that a changed wall clock does no harm. */
  now(): number;
  /** Milliseconds since 1970 by the wall clock, for the dates that servers and handles speak of. */
  date(): number;
  /** From 0 up to, not including, 1: the jitter of waits. */
  random(): number;
  /** Resolves after `ms`; rejects with `signal.reason` as soon as the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = setTimeout(() => {
        off?.();
        resolve();
      }, ms);
      const off =
        signal &&
        onAbort(signal, () => {
          clearTimeout(timer);
          off?.();
          reject(signal.reason);
        });
    }),
};

/** Settles as `work` does, or rejects with `signal.reason` at once, also where `work` itself does not heed the signal. */
export function raceAbort<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    const off = onAbort(signal, stop);
    work.then(resolve, reject).finally(off);
  });
}

/** Sleeps by the clock; rejects with `signal.reason` at once when the signal aborts, whatever the clock makes of it. */
export function sleep(clock: Pick<Clock, "sleep">, ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return clock.sleep(ms);
  if (signal.aborted) return Promise.reject(signal.reason);
  // One of its own: who wrote the clock need not know how many sleep by the same signal.
  const own = new AbortController();
  const off = onAbort(signal, () => own.abort(signal.reason));
  return raceAbort(clock.sleep(ms, own.signal), signal).finally(off);
}

/** What a step of the network rejects with when it took longer than one attempt may. */
export class StepTimeout extends Error {
  constructor(ms: number) {
    super(`nothing came for ${ms / 1000} s`);
  }
}

/**
 * Runs one step of the network, which may reject but not throw, with a time limit of its own. The step's signal aborts with the caller's or when the time is over.
 * The limit runs on real time whatever the client's clock is: it guards against sockets that stall, not against waits that we choose.
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
      off?.();
    };
    // At once, whether the work heeds it or not.
    const give = (reason: unknown) => {
      end();
      step.abort(reason);
      reject(reason);
    };
    // After one more turn: where the thread stood still for so long, what came meanwhile has not been looked at.
    const timer = setTimeout(() => void yieldToEventLoop().then(() => ended || give(new StepTimeout(ms))), ms);
    const off = signal && onAbort(signal, () => give(signal.reason));
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

/** Until when something must have come. One that has not begun lies nowhere. */
export class Deadline {
  /** How long it is, in milliseconds. */
  readonly ms: number;
  readonly #clock: Pick<Clock, "now">;
  #at: number | null = null;

  constructor(clock: Pick<Clock, "now">, ms: number) {
    this.ms = ms;
    this.#clock = clock;
  }

  /** Begins it, when it has not begun. */
  begin(): this {
    this.#at ??= this.#clock.now() + this.ms;
    return this;
  }

  /** By the clock's `now`. */
  get at(): number {
    return this.#at ?? Number.POSITIVE_INFINITY;
  }

  /** Milliseconds that are left; none or less when it is over. */
  left(): number {
    return this.at - this.#clock.now();
  }
}
