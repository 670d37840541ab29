/** Most names of one pattern, and most characters of its text, so that it fits on a line. */
const MOST_NAMES = 48;
const MOST_CHARACTERS = 132;

/** A name in parts, each up to and with an underscore: `PAGE_`, `VISIT_`, `ROAS`. Joined, they are the name. */
type Parts = readonly string[];

/**
 * Returns patterns that stand for the names, in their order, as `columnKinds` of the support entry reads them:
 * `TOTAL_{WEB_,INAPP_}{CLICK_,VIEW_}CHECKOUT` stands for four names, those of the first alternative first. The patterns are the ones with
 * the shortest text among those that join neighbours by their first and last parts. Names with other characters than letters, digits and
 * `_` are patterns of their own.
 */
export function patternsOf(names: readonly string[]): readonly string[] {
  const lists = names.map((name) => name.split(/(?<=_)/));
  // The shortest patterns for the names before each one: their length with separators, where the last one begins, and its text.
  const best = [{ length: 0, from: 0, text: "" }];
  for (let to = 1; to <= lists.length; to++) {
    let shortest = { length: Number.POSITIVE_INFINITY, from: 0, text: "" };
    for (let from = Math.max(0, to - MOST_NAMES); from < to; from++) {
      const text = to - from === 1 ? single(names[from] ?? "") : shared(lists.slice(from, to));
      if (text === null || (to - from > 1 && text.length > MOST_CHARACTERS)) continue;
      const length = (best[from]?.length ?? 0) + text.length + 1;
      if (length < shortest.length) shortest = { length, from, text };
    }
    best.push(shortest);
  }
  const patterns: string[] = [];
  for (let at = lists.length; at > 0; at = best[at]?.from ?? 0) patterns.unshift(best[at]?.text ?? "");
  return patterns;
}

/** A name as a pattern: a brace stands in braces. */
function single(name: string): string {
  return name.replaceAll("{", "{{}");
}

/** A pattern for several names that have their first or last parts in common; null if they have none, or other characters. */
function shared(lists: readonly Parts[]): string | null {
  const [first = [], last = []] = [lists[0], lists.at(-1)];
  if (first[0] !== last[0] && first.at(-1) !== last.at(-1)) return null;
  if (!lists.every((parts) => parts.every((part) => /^\w+$/.test(part)))) return null;
  const head = countShared(lists);
  const tail = countShared(lists.map((parts) => parts.slice(head).reverse()));
  if (head + tail === 0) return null;
  const middles = lists.map((parts) => parts.slice(head, parts.length - tail));
  return first.slice(0, head).join("") + alternatives(middles) + first.slice(first.length - tail).join("");
}

/** The shortest text in braces for texts of which each is different: one list of alternatives, or two or more that are combined. */
function alternatives(lists: readonly Parts[]): string {
  const all = inBraces(lists.map((parts) => parts.join("")));
  const combined = lists.flatMap((_, size) => (size > 1 && lists.length % size === 0 ? (combination(lists, size) ?? []) : []));
  return combined.reduce((shortest, text) => (text.length < shortest.length ? text : shortest), all);
}

/** The texts as beginnings that are combined with the same `size` ends; null if they are not. */
function combination(lists: readonly Parts[], size: number): string | null {
  const blocks = Array.from({ length: lists.length / size }, (_, index) => lists.slice(index * size, (index + 1) * size));
  const heads = blocks.map((block) => (block[0] ?? []).slice(0, countShared(block)));
  const [ends = [], ...further] = blocks.map((block, index) => block.map((parts) => parts.slice(heads[index]?.length)));
  const text = (parts: readonly Parts[]): string => parts.map((part) => part.join("")).join();
  if (further.some((block) => text(block) !== text(ends))) return null;
  return inBraces(heads.map((head) => head.join(""))) + alternatives(ends);
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
