/** Most names of one pattern, and most characters of its text, so that it fits on a line. */
const MOST_NAMES = 48;
const MOST_CHARACTERS = 132;

/**
 * A name in parts, each up to and with an underscore: `PAGE_`, `VISIT_`, `ROAS`. Joined, they are
 * the name.
 */
type Parts = readonly string[];

/**
 * Returns patterns that stand for the names, in their order, as `columnKinds` of the support entry
 * reads them: `TOTAL_{WEB_,INAPP_}{CLICK_,VIEW_}CHECKOUT` stands for four names, those of the first
 * alternative first. The patterns are the ones with the shortest text among those that join
 * neighbours by their first and last parts. Names with other characters than letters, digits and
 * `_` are patterns of their own.
 */
export function patternsOf(names: readonly string[]): readonly string[] {
  const lists = names.map((name) => name.split(/(?<=_)/));
  // The shortest patterns for the names before each one: their length with separators, where the
  // last one begins, and its text.
  const best = [{ length: 0, from: 0, text: "" }];
  for (const [to, name] of names.entries()) {
    const alone = {
      length: (best[to]?.length ?? 0) + single(name).length + 1,
      from: to,
      text: single(name),
    };
    let shortest = { ...alone, length: Number.POSITIVE_INFINITY };
    for (const { from, minLength, head, tail } of joinable(lists, to).reverse()) {
      const before = (best[from]?.length ?? 0) + 1;
      if (before + minLength > alone.length || before + minLength >= shortest.length) continue;
      const text = shared(lists.slice(from, to + 1), head, tail);
      const length = before + text.length;
      if (text.length <= MOST_CHARACTERS && length < shortest.length)
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

/** Neighbours that may have one pattern. */
interface Run {
  /** Where it begins. */
  readonly from: number;
  /** How many first parts, and how many last parts of the others, all names have in common. */
  readonly head: number;
  readonly tail: number;
  /** Lower bound of the length of the pattern: each different part stands there at least once. */
  readonly minLength: number;
}

/**
 * The runs of at least two names that end with the one at `last`, the shortest first. A longer one
 * has no more in common.
 */
function joinable(lists: readonly Parts[], last: number): Run[] {
  const found: Run[] = [];
  const end = lists[last] ?? [];
  const parts = new Set<string>();
  let [head, tail, size, minLength] = [end.length, end.length, end.length, "{}".length];
  for (let from = last; from > last - MOST_NAMES && from >= 0; from--) {
    const list = lists[from] ?? [];
    head = Math.min(head, countShared([list, end]));
    tail = Math.min(tail, countShared([list.toReversed(), end.toReversed()]));
    size = Math.min(size, list.length);
    if (head + tail === 0 || !list.every((part) => /^\w+$/.test(part))) break;
    for (const part of list) {
      if (!parts.has(part)) minLength += part.length;
      parts.add(part);
    }
    if (minLength > MOST_CHARACTERS) break;
    if (from < last) found.push({ from, head, tail: Math.min(tail, size - head), minLength });
  }
  return found;
}

/** A name as a pattern: a brace stands in braces. */
function single(name: string): string {
  return name.replaceAll("{", "{{}");
}

/** A pattern for names whose first `head` and last `tail` parts are the same. */
function shared(lists: readonly Parts[], head: number, tail: number): string {
  const [first = []] = lists;
  const middles = lists.map((parts) => parts.slice(head, parts.length - tail));
  return (
    first.slice(0, head).join("") +
    alternatives(middles) +
    first.slice(first.length - tail).join("")
  );
}

/**
 * The shortest text in braces for texts of which each is different: one list of alternatives, or
 * two or more that are combined.
 */
function alternatives(lists: readonly Parts[]): string {
  let shortest = inBraces(lists.map((parts) => parts.join("")));
  for (let size = 2; size <= lists.length / 2; size++) {
    if (lists.length % size !== 0) continue;
    // At most one end is empty, so of two names, one has the last part of the name a block later.
    if (![0, 1].some((index) => lists[index]?.at(-1) === lists[index + size]?.at(-1))) continue;
    const text = combination(lists, size);
    if (text !== null && text.length < shortest.length) shortest = text;
  }
  return shortest;
}

/** The texts as beginnings that are combined with the same `size` ends; null if they are not. */
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

/** Number of parts at their beginnings that all lists have in common. */
function countShared(lists: readonly Parts[]): number {
  const [first = []] = lists;
  const differing = first.findIndex((part, index) => lists.some((parts) => parts[index] !== part));
  return differing < 0 ? first.length : differing;
}

function inBraces(texts: readonly string[]): string {
  return `{${texts.join()}}`;
}
