// V8 keeps a longer piece of a text as a view of the whole.
const LONGEST_COPY = 12;
const MOST_KEPT = 2_000;
// Longer texts seldom repeat, and 2,000 of them would be no small part of the memory.
const LONGEST_KEPT = 256;

/** Texts that were cut from a longer one. */
export class KeptTexts {
  readonly #kept = new Map<string, string>();

  /** The same text apart from what it was cut from: else one name that somebody keeps would keep all that was around it. */
  apart(text: string): string {
    if (text.length <= LONGEST_COPY) return text;
    const before = this.#kept.get(text);
    if (before !== undefined) return before;
    const copy = ` ${text}`.slice(1);
    if (copy.length > LONGEST_KEPT) return copy;
    if (this.#kept.size === MOST_KEPT) this.#kept.clear();
    this.#kept.set(copy, copy);
    return copy;
  }
}
