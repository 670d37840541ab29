import { ConnectionError } from "./errors.js";

// A create that is under way when the run ends has so long to be answered. By the machine's clock: it guards a socket, it is no wait of ours.
const LAST_ANSWER_MS = 10_000;

/** What ends a lane. */
export interface LaneStop {
  /** Nothing more is begun. */
  readonly signal: AbortSignal;
  /** What ends a create that is under way in place of `signal`, where its answer is to be noted. */
  readonly cut: AbortSignal | undefined;
}

/**
 * Ends all lanes of a run at once. A create that is under way may still be answered for a while, when there is somewhere to note it down: cut
 * off, it would leave open whether there is a report.
 */
export class Stops {
  readonly lanes: readonly LaneStop[];
  // One for each lane: Node warns of a signal that too many listen to.
  readonly #signals: readonly AbortController[];
  readonly #cuts: readonly AbortController[];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ended = false;

  constructor(lanes: number, notes: boolean) {
    const some = (count: number) => Array.from({ length: count }, () => new AbortController());
    this.#signals = some(lanes);
    this.#cuts = some(notes ? lanes : 0);
    this.lanes = this.#signals.map(({ signal }, index) => ({ signal, cut: this.#cuts[index]?.signal }));
  }

  /** Only the first reason counts. */
  stop(reason: unknown): void {
    for (const one of this.#signals) one.abort(reason);
    if (this.#cuts.length > 0 && !this.#ended) this.#timer ??= setTimeout(() => this.#cut(), LAST_ANSWER_MS);
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
