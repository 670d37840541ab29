/** Limits on a pattern's names and characters, so that it fits on a line. */
const MAX_NAMES = 48;
const MAX_CHARACTERS = 132;

/** A name that is split after each underscore: `PAGE_`, `VISIT_`, `ROAS`. */
type Parts = readonly string[];

/**
 * Compresses column names into patterns, in order. `TOTAL_{WEB_,INAPP_}{CLICK_,VIEW_}CHECKOUT`
 * stands for four names; those with `WEB_` come first. A pattern combines neighboring names that
 * begin or end with the same parts, so that the total text is as short as possible. A pattern
 * stands for at most 48 names and has at most 132 characters. A name with characters other than
 * letters, digits and `_` is its own pattern, with `{` written as `{{}`.
 */
export function patternsOf(names: readonly string[]): readonly string[] {
  const lists = names.map((name) => name.split(/(?<=_)/));
  // For each index, the shortest patterns for the names before it: their total length with
  // separators, and the first index and text of the last pattern.
  const best = [{ length: 0, from: 0, text: "" }];
  for (const [to, name] of names.entries()) {
    const alone = {
      length: (best[to]?.length ?? 0) + escapeBraces(name).length + 1,
      from: to,
      text: escapeBraces(name),
    };
    let shortest = { ...alone, length: Number.POSITIVE_INFINITY };
    for (const { from, minLength, head, tail } of runsEndingAt(lists, to).reverse()) {
      const before = (best[from]?.length ?? 0) + 1;
      if (before + minLength > alone.length || before + minLength >= shortest.length) continue;
      const text = patternFor(lists.slice(from, to + 1), head, tail);
      const length = before + text.length;
      if (text.length <= MAX_CHARACTERS && length < shortest.length)
        shortest = { length, from, text };
    }
    if (alone.length < shortest.length) shortest = alone;
    best.push(shortest);
  }
  const patterns: string[] = [];
  for (let at = lists.length; at > 0; at = best[at]?.from ?? 0)
    patterns.unshift(best[at]?.text ?? "");
  return patterns;
}

/** Neighboring names that can share one pattern. */
interface Run {
  /** The index of the first name. */
  readonly from: number;
  /** How many parts all names share at the beginning (`head`) and end (`tail`). */
  readonly head: number;
  readonly tail: number;
  /**
   * Lower bound for the pattern's length: the pattern contains each distinct part at least once.
   */
  readonly minLength: number;
}

/**
 * Runs of at least two names that end at index `last`, shortest first. A longer run never shares
 * more parts than a shorter one.
 */
function runsEndingAt(lists: readonly Parts[], last: number): Run[] {
  const found: Run[] = [];
  const end = lists[last] ?? [];
  const parts = new Set<string>();
  let [head, tail, size, minLength] = [end.length, end.length, end.length, "{}".length];
  for (let from = last; from > last - MAX_NAMES && from >= 0; from--) {
    const list = lists[from] ?? [];
    head = Math.min(head, countShared([list, end]));
    tail = Math.min(tail, countShared([list.toReversed(), end.toReversed()]));
    size = Math.min(size, list.length);
    if (head + tail === 0 || !list.every((part) => /^\w+$/.test(part))) break;
    for (const part of list) {
      if (!parts.has(part)) minLength += part.length;
      parts.add(part);
    }
    if (minLength > MAX_CHARACTERS) break;
    if (from < last) found.push({ from, head, tail: Math.min(tail, size - head), minLength });
  }
  return found;
}

/** Escapes a name for use as a pattern: `{` becomes `{{}`. */
function escapeBraces(name: string): string {
  return name.replaceAll("{", "{{}");
}

/** A pattern for names that share the first `head` and last `tail` parts. */
function patternFor(lists: readonly Parts[], head: number, tail: number): string {
  const [first = []] = lists;
  const middles = lists.map((parts) => parts.slice(head, parts.length - tail));
  return (
    first.slice(0, head).join("") +
    alternatives(middles) +
    first.slice(first.length - tail).join("")
  );
}

/**
 * The shortest pattern in braces that stands for these lists, in order. It is one list of
 * alternatives or several combined lists.
 */
function alternatives(lists: readonly Parts[]): string {
  let shortest = inBraces(lists.map((parts) => parts.join("")));
  for (let size = 2; size <= lists.length / 2; size++) {
    if (lists.length % size !== 0) continue;
    // In a combination, each block of `size` names has the same ends, and at most one end is empty.
    // The first or the second name must therefore end with the same part as the name at the same
    // position in the next block.
    if (![0, 1].some((index) => lists[index]?.at(-1) === lists[index + size]?.at(-1))) continue;
    const text = combination(lists, size);
    if (text !== null && text.length < shortest.length) shortest = text;
  }
  return shortest;
}

/**
 * A pattern that combines several beginnings with the same `size` endings. Returns null if the
 * lists are not such a combination.
 */
function combination(lists: readonly Parts[], size: number): string | null {
  const heads: string[] = [];
  let ends: readonly Parts[] = [];
  let text = "";
  for (let from = 0; from < lists.length; from += size) {
    const block = lists.slice(from, from + size);
    const head = countShared(block);
    const blockEnds = block.map((parts) => parts.slice(head));
    const blockText = blockEnds.map((parts) => parts.join("")).join();
    if (from === 0) [ends, text] = [blockEnds, blockText];
    else if (blockText !== text) return null;
    heads.push((block[0] ?? []).slice(0, head).join(""));
  }
  return inBraces(heads) + alternatives(ends);
}

/** The number of leading parts that all lists have in common. */
function countShared(lists: readonly Parts[]): number {
  const [first = []] = lists;
  const differing = first.findIndex((part, index) => lists.some((parts) => parts[index] !== part));
  return differing < 0 ? first.length : differing;
}

/** Joins texts with commas, in braces. */
function inBraces(texts: readonly string[]): string {
  return `{${texts.join()}}`;
}
