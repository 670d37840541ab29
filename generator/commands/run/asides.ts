import { type ClientEvent, isWarning, waitWords, warningLines } from "../progress.js";

type Wait = Extract<ClientEvent, { readonly type: "wait" }>;

// Nobody wonders sooner.
const WORTH_WORDS_MS = 3_000;

/** What is about no single account: waits, which mostly are for the same, doubts about the body and statuses that are not known. Each is said once, not once for each. */
export class Asides {
  readonly #doubts = new Set<string>();
  #wait: Wait | null = null;
  #until = 0;

  /** What to say of an event; null for nothing. */
  of(event: ClientEvent): string | null {
    if (event.type === "wait") return this.#begin(event);
    if (!isWarning(event)) return null;
    const doubts = warningLines(event);
    if (this.#doubts.has(doubts)) return null;
    this.#doubts.add(doubts);
    return doubts;
  }

  /** The wait that is under way, with the time that is left of it. */
  waiting(): readonly string[] {
    const ms = this.#until - performance.now();
    const words = this.#wait === null || ms <= 0 ? null : waitWords({ ...this.#wait, ms });
    return words === null ? [] : [words.replace(/ +/g, " ")];
  }

  #begin(wait: Wait): string | null {
    const now = performance.now();
    const words = waitWords(wait);
    if (words === null || wait.ms < WORTH_WORDS_MS || now < this.#until) return null;
    this.#wait = wait;
    this.#until = now + wait.ms;
    return words;
  }
}
