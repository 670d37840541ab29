import { type ClientEvent, heldBackWords, isWarning, waitWords, warningLines } from "../progress.js";

type Wait = Extract<ClientEvent, { readonly type: "wait" }>;
type HeldBack = Extract<ClientEvent, { readonly type: "held-back" }>;

// Nobody wonders sooner.
const WORTH_WORDS_MS = 3_000;
// The second of the waits of an outage; the first may be all there is.
const OUTAGE_MS = 700;

/** What is about no single account: waits, which mostly are for the same, doubts about the body and statuses that are not known. Each is said once, not once for each. */
export class Asides {
  readonly #doubts = new Set<string>();
  #wait: Wait | null = null;
  #until = 0;
  #heldBack: HeldBack | null = null;
  #heldUntil = 0;

  /** What to say of an event; null for nothing. */
  of(event: ClientEvent): string | null {
    if (event.type === "wait") return this.#begin(event);
    if (event.type === "held-back") return this.#hold(event);
    if (!isWarning(event)) return null;
    const doubts = warningLines(event);
    if (this.#doubts.has(doubts)) return null;
    this.#doubts.add(doubts);
    return doubts;
  }

  /** The wait that is under way, with the time that is left of it. */
  waiting(): readonly string[] {
    const held = this.#heldUntil - performance.now();
    if (this.#heldBack !== null && held > 0) return [heldBackWords({ ...this.#heldBack, ms: held }).replace(/ +/g, " ")];
    const ms = this.#until - performance.now();
    const words = this.#wait === null || ms <= 0 ? null : waitWords({ ...this.#wait, ms });
    return words === null ? [] : [words.replace(/ +/g, " ")];
  }

  #hold(event: HeldBack): string | null {
    this.#heldBack = event;
    this.#heldUntil = performance.now() + event.ms;
    return event.ms < OUTAGE_MS ? null : heldBackWords(event);
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
