// Functions for the wording of messages. The generator and the command line also import this
// module.

/**
 * Returns a count with its noun, such as `1 day` or `2 days`. The plural is the noun and an `s`.
 */
export function pluralize(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Formats a time in milliseconds as whole seconds, rounded: `12 s`. */
export function secondsText(ms: number): string {
  return `${Math.round(ms / 1_000)} s`;
}

/**
 * Formats a time in milliseconds for people, rounded: `45 s`, `12 min` or `2 h 5 min`. Days are
 * not used as a unit, so two days are `48 h`.
 */
export function durationText(ms: number): string {
  if (Math.round(ms / 1_000) < 60) return secondsText(ms);
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0
    ? `${minutes / 60} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * Describes where an undocumented rule was seen: "seen on 2026-11-29 in X". For `nowhere`, says
 * that there is no known source. Empty if neither is given.
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
 * Returns the name in `known` with the fewest edits from `name`, ignoring case. If there are
 * several, returns the first. An edit is a letter inserted, deleted or replaced, or two neighboring
 * letters swapped.
 *
 * The number of edits is limited to a third of the length of `name`, or to 2 for a short name. It
 * must also be less than half of the letters of the longer name. Null if no name is within these
 * limits, or if `name` has more than 100 characters.
 */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 100) return null;
  // At least one letter of a one- or two-letter name must be kept.
  const bound = Math.min(Math.max(2, Math.floor(name.length / 3)) + 1, name.length);
  // Fewer allowed edits mean fewer names to compare, and most misspelled names need only one or two
  // edits.
  for (let within = Math.min(bound, 3); ; within = Math.min(bound, 2 * within)) {
    const found = nearestWithin(name, known, within);
    if (found !== null || within === bound) return found;
  }
}

/**
 * Returns the name in `known` that needs the fewest edits. If there are several, returns the first.
 * Returns null if all need `bound` edits or more, or edits to half of their letters.
 */
function nearestWithin(name: string, known: readonly string[], bound: number): string | null {
  const letters = new Int8Array(32);
  for (let at = 0; at < name.length; at++) addLetter(letters, name, at, 1);
  let best: string | null = null;
  let fewestEdits = bound;
  for (const candidate of known) {
    if (!canBeWithin(fewestEdits, letters, name, candidate)) continue;
    const edits = distance(name.toUpperCase(), candidate.toUpperCase(), fewestEdits);
    // Edits to half of the letters turn one abbreviation into another, such as CPC into CTR.
    const isClose = 2 * edits < Math.max(name.length, candidate.length);
    if (edits < fewestEdits && isClose) [best, fewestEdits] = [candidate, edits];
  }
  return best;
}

/**
 * Suggests the nearest known name as a message suffix: `; did you mean …?`. Empty if all names need
 * too many edits, as in `nearest`.
 */
export function didYouMean(name: string, known: readonly string[]): string {
  return suggestionOf(nearest(name, known));
}

/**
 * Formats a suggested name as the end of a message: `; did you mean …?`. Empty for null and
 * undefined.
 */
export function suggestionOf(name: string | null | undefined): string {
  return name == null ? "" : `; did you mean ${name}?`;
}

/**
 * Adds `change` to the counter of a letter, and returns its previous value. A letter and its
 * capital have the same last five bits, so they share a counter. Other characters may share it too,
 * which only means that more names pass the check.
 */
function addLetter(letters: Int8Array, text: string, index: number, change: 1 | -1): number {
  const counter = text.charCodeAt(index) & 31;
  const count = letters[counter] ?? 0;
  letters[counter] = count + change;
  return count;
}

/**
 * Whether `name` and `candidate` may be fewer than `bound` edits apart. Only their letters are
 * compared, in any order. An edit removes a letter, adds one, or does both. `letters` contains the
 * letter counts of the name, and is unchanged afterwards.
 */
function canBeWithin(bound: number, letters: Int8Array, name: string, candidate: string): boolean {
  const longer = candidate.length - name.length;
  if (longer >= bound) return false;
  const maxExtra = Math.min(bound, bound + longer);
  let extra = 0;
  let at = 0;
  while (at < candidate.length && extra < maxExtra)
    if (addLetter(letters, candidate, at++, -1) <= 0) extra++;
  while (at > 0) addLetter(letters, candidate, --at, 1);
  return extra < maxExtra;
}

/**
 * Returns the number of edits between two words, but at most `bound`. Swapping two neighboring
 * letters is one edit.
 */
function distance(from: string, to: string, bound: number): number {
  const width = to.length + 1;
  // The first row is for none of the letters in `from`; each further row adds a letter. A cell more
  // than `bound` away from the diagonal would take more than `bound` insertions or deletions.
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
