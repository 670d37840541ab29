// Words of messages: counted nouns, and suggestions for misspelt names. The generator and the command line import this module, too.

/** A count and its noun, with an `s` unless the count is 1: `1 day`, `2 days`, `0 days`. */
export function pluralize(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * The name in `known` that needs the fewest edits (a letter inserted, deleted or replaced, or two neighbours swapped) to become `name`,
 * ignoring case; of several, the first. Null if all need more than a third of the length of `name` (but at least 2 edits are allowed, and
 * one letter must stay), or if `name` has more than 100 characters.
 */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 100) return null;
  const upperName = name.toUpperCase();
  let best: string | null = null;
  // Of a name of one or two letters, one must stay.
  let bound = Math.min(Math.max(2, Math.floor(name.length / 3)) + 1, name.length);
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= bound) continue;
    const edits = distance(upperName, candidate.toUpperCase(), bound);
    if (edits < bound) {
      bound = edits;
      best = candidate;
    }
  }
  return best;
}

/**
 * The known name that is nearest to `name`, as a clause for the end of a message: `; did you mean …?`. Empty if all of them need more edits
 * than a third of the length of `name` (but at least 2 edits are allowed, and one letter must stay).
 */
export function didYouMean(name: string, known: readonly string[]): string {
  return suggestionOf(nearest(name, known));
}

/** A suggested name as a clause for the end of a message: `; did you mean …?`. Empty for null and undefined. */
export function suggestionOf(name: string | null | undefined): string {
  return name == null ? "" : `; did you mean ${name}?`;
}

/** Number of edits between two words, with swapped neighbours as one edit; `bound` if it is at least that. */
function distance(from: string, to: string, bound: number): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    let rowMin = i;
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) edits = Math.min(edits, at(before, j - 2) + 1);
      row.push(edits);
      rowMin = Math.min(rowMin, edits);
    }
    if (rowMin >= bound) return bound;
    before = last;
    last = row;
  }
  return Math.min(at(last, to.length), bound);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
