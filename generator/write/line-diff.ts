/** Number of added and removed lines. */
export interface Counts {
  readonly added: number;
  readonly removed: number;
}

/**
 * Maximum number of cells in the comparison table. Larger texts are first split at lines that are
 * unique in both texts, and the parts are compared separately.
 */
const MAX_CELLS = 4_000_000;

/**
 * A line that differs. The sign `+` means that the line must be added, `-` that it must be removed.
 */
export interface LineChange {
  readonly sign: "+" | "-";
  /** 1-based line number in the expected text (`+`) or the actual text (`-`). */
  readonly line: number;
  readonly text: string;
}

/**
 * Counts the lines to add and remove to turn `actual` into `expected`. A changed line counts as
 * both. CRLF counts as LF.
 */
export function countsOf(actual: string, expected: string): Counts {
  // In a new folder, the common case, all lines are added.
  if (actual === "") return { added: lines(expected).length, removed: 0 };
  const changes = lineChanges(actual, expected);
  const added = changes.filter(({ sign }) => sign === "+").length;
  return { added, removed: changes.length - added };
}

/**
 * The changes, in order, that turn the lines of `actual` into the lines of `expected`.
 *
 * Empty if the texts are equal. CRLF counts as LF, and a line break at the end is ignored. The
 * number of changes is minimal up to about 2,000 differing lines.
 */
export function lineChanges(actual: string, expected: string): readonly LineChange[] {
  return changesIn({ lines: lines(actual), at: 0 }, { lines: lines(expected), at: 0 });
}

/** Some lines of the text, and the number of lines before them. */
interface Part {
  readonly lines: readonly string[];
  readonly at: number;
}

/** Compares two parts, without the lines that they share at the beginning and end. */
function changesIn(
  { lines: from, at }: Part,
  { lines: to, at: toAt }: Part,
): readonly LineChange[] {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from.at(-1 - tail) === to.at(-1 - tail)
  )
    tail++;
  const old: Part = { lines: from.slice(head, from.length - tail), at: at + head };
  const next: Part = { lines: to.slice(head, to.length - tail), at: toAt + head };
  return (old.lines.length + 1) * (next.lines.length + 1) <= MAX_CELLS
    ? diffByCommonLines(old, next)
    : splitAtUniqueLines(old, next);
}

/**
 * Splits both parts at lines that are unique in each part and in the same order. Without such
 * lines, all lines count as replaced.
 */
function splitAtUniqueLines(old: Part, next: Part): readonly LineChange[] {
  const [oldIndexes, nextIndexes] = [uniqueLines(old.lines), uniqueLines(next.lines)];
  const both = [...oldIndexes].flatMap(([text, i]) => {
    const j = nextIndexes.get(text);
    return j === undefined ? [] : [[i, j] as const];
  });
  const anchors = longestIncreasing(both);
  if (anchors.length === 0)
    return [...old.lines.map(removedLine(old)), ...next.lines.map(addedLine(next))];
  const changes: (readonly LineChange[])[] = [];
  let [i, j] = [0, 0];
  for (const [atOld, atNow] of [...anchors, [old.lines.length, next.lines.length] as const]) {
    changes.push(
      changesIn(
        { lines: old.lines.slice(i, atOld), at: old.at + i },
        { lines: next.lines.slice(j, atNow), at: next.at + j },
      ),
    );
    [i, j] = [atOld + 1, atNow + 1];
  }
  return changes.flat();
}

/** The index of each line that occurs exactly once. */
function uniqueLines(all: readonly string[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, text] of all.entries()) indexes.set(text, indexes.has(text) ? -1 : index);
  return new Map([...indexes].filter(([, index]) => index >= 0));
}

type Anchor = readonly [old: number, now: number];

/** The longest subsequence of pairs, sorted by the first index, whose second index increases. */
function longestIncreasing(pairs: readonly Anchor[]): readonly Anchor[] {
  interface Link {
    readonly pair: Anchor;
    readonly before: Link | undefined;
  }
  /** For each length, the increasing subsequence with the smallest last value. */
  const ends: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if ((ends[half]?.pair[1] ?? 0) < pair[1]) low = half + 1;
      else high = half;
    }
    ends[low] = { pair, before: ends[low - 1] };
  }
  const rise: Anchor[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) rise.push(link.pair);
  return rise.reverse();
}

/** Returns a function that turns a line of the part into its removal. */
function removedLine({ at }: Part) {
  return (text: string, index: number): LineChange => ({ sign: "-", line: at + index + 1, text });
}

/** Returns a function that turns a line of the part into its addition. */
function addedLine({ at }: Part) {
  return (text: string, index: number): LineChange => ({ sign: "+", line: at + index + 1, text });
}

/** Keeps the longest common subsequence of lines; all other lines are removed or added. */
function diffByCommonLines(old: Part, next: Part): readonly LineChange[] {
  const [from, to] = [old.lines, next.lines];
  const width = to.length + 1;
  const common = new Uint32Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      const [diagonal, down, right] = [
        common[(i + 1) * width + j + 1] ?? 0,
        common[(i + 1) * width + j] ?? 0,
        common[i * width + j + 1] ?? 0,
      ];
      common[i * width + j] = from[i] === to[j] ? diagonal + 1 : Math.max(down, right);
    }
  }
  const changes: LineChange[] = [];
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      i++;
      j++;
    } else if (
      i < from.length &&
      (j >= to.length || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      changes.push(removedLine(old)(from[i] ?? "", i));
      i++;
    } else {
      changes.push(addedLine(next)(to[j] ?? "", j));
      j++;
    }
  }
  return changes;
}

/** Splits a text into lines, ignoring a line break at the end. Empty for an empty text. */
function lines(text: string): readonly string[] {
  return text === "" ? [] : text.replaceAll("\r\n", "\n").replace(/\n$/, "").split("\n");
}
