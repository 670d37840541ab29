// Words of messages: counted nouns, and suggestions for misspelt names. The generator and the
// command line import this module, too.

/** A count and its noun, with an `s` unless the count is 1: `1 day`, `2 days`, `0 days`. */
export function pluralize(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * Where a rule was seen that Pinterest does not state: "seen on 2026-11-29 in X", or that no source
 * is known, which is `nowhere`. Empty if neither is given.
 */
export function seenInWords({
  seenIn,
  seenOn,
}: {
  readonly seenIn?: unknown;
  readonly seenOn?: unknown;
}): string {
  if (seenIn === "nowhere") return "no known source";
  if (seenIn === undefined && seenOn === undefined) return "";
  const day = seenOn === undefined ? "" : ` on ${seenOn}`;
  return `seen${day}${seenIn === undefined ? "" : ` in ${seenIn}`}`;
}

/**
 * The name in `known` that needs the fewest edits (a letter inserted, deleted or replaced, or two
 * neighbours swapped) to become `name`, ignoring case; of several, the first. Null if all need more
 * than a third of the length of `name` (but at least 2 edits are allowed, and one letter must
 * stay), or if `name` has more than 100 characters.
 */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 100) return null;
  // Of a name of one or two letters, one must stay.
  const bound = Math.min(Math.max(2, Math.floor(name.length / 3)) + 1, name.length);
  // The fewer edits are allowed, the fewer names are compared: most misspelt names need one or two.
  for (let within = Math.min(bound, 3); ; within = Math.min(bound, 2 * within)) {
    const found = nearestWithin(name, known, within);
    if (found !== null || within === bound) return found;
  }
}

/**
 * The first of the names in `known` that need the fewest edits; null if all need `bound` edits or
 * more.
 */
function nearestWithin(name: string, known: readonly string[], bound: number): string | null {
  const letters = new Int8Array(32);
  for (let at = 0; at < name.length; at++) addLetter(letters, name, at, 1);
  let best: string | null = null;
  let fewest = bound;
  for (const candidate of known) {
    if (!canBeWithin(fewest, letters, name, candidate)) continue;
    const edits = distance(name.toUpperCase(), candidate.toUpperCase(), fewest);
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/**
 * The known name that is nearest to `name`, as a clause for the end of a message:
 * `; did you mean …?`. Empty if all of them need more edits than a third of the length of `name`
 * (but at least 2 edits are allowed, and one letter must stay).
 */
export function didYouMean(name: string, known: readonly string[]): string {
  return suggestionOf(nearest(name, known));
}

/**
 * A suggested name as a clause for the end of a message: `; did you mean …?`. Empty for null and
 * undefined.
 */
export function suggestionOf(name: string | null | undefined): string {
  return name == null ? "" : `; did you mean ${name}?`;
}

/**
 * Adds `change` to the counter of a text's letter, and returns what it was. A letter and its
 * capital have the same last five bits, and so one counter; that other characters share it only
 * lets more names pass.
 */
function addLetter(letters: Int8Array, text: string, index: number, change: 1 | -1): number {
  const counter = text.charCodeAt(index) & 31;
  const count = letters[counter] ?? 0;
  letters[counter] = count + change;
  return count;
}

/**
 * False if `name` and `candidate` are at least `bound` edits apart because of their letters alone,
 * in whatever order: an edit removes one letter, adds one, or both. `letters` counts those of the
 * name; it is the same afterwards.
 */
function canBeWithin(bound: number, letters: Int8Array, name: string, candidate: string): boolean {
  const longer = candidate.length - name.length;
  if (longer >= bound) return false;
  const most = Math.min(bound, bound + longer);
  let extra = 0;
  let at = 0;
  while (at < candidate.length && extra < most)
    if (addLetter(letters, candidate, at++, -1) <= 0) extra++;
  while (at > 0) addLetter(letters, candidate, --at, 1);
  return extra < most;
}

/**
 * Number of edits between two words, with swapped neighbours as one edit; `bound` if it is at least
 * that.
 */
function distance(from: string, to: string, bound: number): number {
  const width = to.length + 1;
  // The row of no letters of `from`, then one for each; beyond `bound` places from the diagonal,
  // that many letters were inserted or deleted.
  const rows = new Uint8Array(3 * width).fill(bound);
  for (let j = 0; j < width && j < bound; j++) rows[j] = j;
  let [before, last, row] = [2 * width, 0, width];
  for (let i = 1; i <= from.length; i++) {
    const letter = from.charCodeAt(i - 1);
    const start = Math.max(1, i - bound + 1);
    const end = Math.min(to.length, i + bound - 1);
    rows[row + start - 1] = start === 1 ? Math.min(i, bound) : bound;
    let rowMin = start === 1 ? i : bound;
    for (let j = start; j <= end; j++) {
      const target = to.charCodeAt(j - 1);
      let edits = Math.min(
        (rows[last + j] as number) + 1,
        (rows[row + j - 1] as number) + 1,
        (rows[last + j - 1] as number) + (letter === target ? 0 : 1),
      );
      if (i > 1 && j > 1 && letter === to.charCodeAt(j - 2) && from.charCodeAt(i - 2) === target)
        edits = Math.min(edits, (rows[before + j - 2] as number) + 1);
      rows[row + j] = edits;
      rowMin = Math.min(rowMin, edits);
    }
    if (end < to.length) rows[row + end + 1] = bound;
    if (rowMin >= bound) return bound;
    [before, last, row] = [last, row, before];
  }
  return Math.min(rows[last + to.length] as number, bound);
}
