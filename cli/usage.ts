/** Wrong usage of a command: exit code 2, and the hint instead of a stack trace. */
export class Usage extends Error {
  override readonly name = "Usage";
  /** What to do instead, in one line. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** `Did you mean generate?`, or the list of known words. */
export function suggestion(word: string, known: readonly string[]): string {
  const [best] = known.map((one) => ({ one, far: distance(word, one) })).sort((a, b) => a.far - b.far);
  if (best && best.far <= Math.max(1, Math.floor(best.one.length / 3))) return `Did you mean ${best.one}?`;
  return `There are ${known.join(", ")}.`;
}

/** Levenshtein distance: the number of letters to change, add or remove. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const swap = (row[j] ?? 0) + (letter === to[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
