/** The command was called wrongly: exit 2, and the hint instead of a stack. */
export class Usage extends Error {
  override readonly name = "Usage";
  /** What to do instead, in one line. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** `Did you mean generate?`, or the words that there are. */
export function suggestion(word: string, known: readonly string[]): string {
  const [best] = known.map((one) => ({ one, far: distance(word, one) })).sort((a, b) => a.far - b.far);
  if (best && best.far <= Math.max(1, Math.floor(best.one.length / 3))) return `Did you mean ${best.one}?`;
  return `There are ${known.join(", ")}.`;
}

/** How many letters to change, add or drop to come from one word to the other. */
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
