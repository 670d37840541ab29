import { onAbort } from "../abort.js";
import type { Clock } from "../clock.js";
import { abortable } from "../clock.js";
import { copied } from "../errors.js";
import type { Seen } from "./poll.js";

interface UnderWay {
  readonly seen: Promise<Seen>;
  readonly stop: AbortController;
  waiters: number;
}

interface Shared {
  users: number;
  underWay: UnderWay | null;
  last: { readonly seen: Seen; readonly at: number } | null;
}

export interface LookTerms {
  /** How old a look of somebody else may be. */
  readonly freshMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Several who wait for one report look together: a look that is under way, or has only just been, serves them all. */
export class SharedLooks {
  readonly #clock: Clock;
  readonly #reports = new Map<string, Shared>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs a wait. The `look` that it is given starts one only where nobody else's will do. */
  async during<Value>(
    report: string,
    wait: (look: (start: (signal: AbortSignal) => Promise<Seen>, terms: LookTerms) => Promise<Seen>) => Promise<Value>,
  ): Promise<Value> {
    const shared = this.#reports.get(report) ?? { users: 0, underWay: null, last: null };
    this.#reports.set(report, shared);
    shared.users++;
    try {
      return await wait((start, terms) => this.#look(shared, start, terms));
    } finally {
      if (--shared.users === 0) this.#reports.delete(report);
    }
  }

  async #look(shared: Shared, start: (signal: AbortSignal) => Promise<Seen>, { freshMs, signal }: LookTerms): Promise<Seen> {
    const { last } = shared;
    if (last !== null && this.#clock.now() - last.at < freshMs) return last.seen;
    shared.underWay ??= this.#start(shared, start);
    const { underWay } = shared;
    underWay.waiters++;
    // One who gives up does not take the look from the others; the last one to give up stops it, and nobody joins it any more. At once: whoever
    // comes in the same moment would join a look that nobody waits for.
    const off =
      signal &&
      onAbort(signal, () => {
        if (--underWay.waiters > 0) return;
        if (shared.underWay === underWay) shared.underWay = null;
        underWay.stop.abort(signal.reason);
      });
    try {
      return await abortable(underWay.seen.catch(copied), signal);
    } finally {
      off?.();
    }
  }

  #start(shared: Shared, start: (signal: AbortSignal) => Promise<Seen>): UnderWay {
    const stop = new AbortController();
    const underWay: UnderWay = {
      stop,
      waiters: 0,
      seen: start(stop.signal)
        .then((seen) => {
          shared.last = { seen, at: this.#clock.now() };
          return seen;
        })
        .finally(() => {
          if (shared.underWay === underWay) shared.underWay = null;
        }),
    };
    return underWay;
  }
}
