import { ConnectionError } from "../errors.js";

// A create that is under way when the run ends has so long to be answered. By the machine's clock: it guards a socket, it is no wait of ours.
const LAST_ANSWER_MS = 10_000;

/** What ends a lane. */
export interface LaneStop {
  /** The run has ended: nothing more is begun, and no item is read any more. */
  readonly signal: AbortSignal;
  /** Aborts with `signal`, and with `GivenUp` when the run has taken too long: then items still tell of it. */
  readonly work: AbortSignal;
  /** What ends a create that is under way in place of `work`. */
  readonly cut: AbortSignal;
}

/** The reason of a run that has taken too long. Of its own kind: each request gets an error of its own. */
export class GivenUp extends Error {}

/**
 * Ends all lanes of a run at once. A create that is under way may still be answered for a while, when there is somewhere to note it down or an
 * item to tell it: cut off, it would leave open whether there is a report.
 */
export class Stops {
  readonly lanes: readonly LaneStop[];
  // One for each lane: Node warns of a signal that too many listen to.
  readonly #signals: readonly AbortController[];
  readonly #works: readonly AbortController[];
  readonly #cuts: readonly AbortController[];
  readonly #notes: boolean;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ended = false;

  constructor(lanes: number, notes: boolean) {
    const some = (count: number) => Array.from({ length: count }, () => new AbortController());
    this.#notes = notes;
    this.#signals = some(lanes);
    this.#works = some(lanes);
    this.#cuts = some(lanes);
    this.lanes = this.#signals.map(({ signal }, index) => ({
      signal,
      work: this.#works[index]?.signal ?? signal,
      cut: this.#cuts[index]?.signal ?? signal,
    }));
  }

  /** Only the first reason counts. */
  stop(reason: unknown): void {
    for (const one of [...this.#signals, ...this.#works]) one.abort(reason);
    if (this.#notes) this.#cutLater();
    else this.#cut();
  }

  /** What is under way ends, and what has not begun is not begun. */
  giveUp(): void {
    if (this.#ended) return;
    for (const one of this.#works) one.abort(new GivenUp());
    this.#cutLater();
  }

  #cutLater(): void {
    if (!this.#ended) this.#timer ??= setTimeout(() => this.#cut(), LAST_ANSWER_MS);
  }

  throwIfStopped(): void {
    this.#signals[0]?.signal.throwIfAborted();
  }

  /** All lanes have ended. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer ?? undefined);
  }

  #cut(): void {
    const reason = new ConnectionError("the run was stopped, and no answer came in the 10 s after that", { sent: true, cause: undefined });
    for (const one of this.#cuts) one.abort(reason);
  }
}
