/** How many lines came and went. */
export interface Counts {
  readonly added: number;
  readonly removed: number;
}

/** A table of more cells is not filled: the middle then counts as replaced. */
const MOST_CELLS = 4_000_000;

/** A line that differs: `+` should be there, `-` should not. */
export interface LineChange {
  readonly sign: "+" | "-";
  readonly line: number;
  readonly text: string;
}

export function countsOf(is: string, shouldBe: string): Counts {
  const changes = lineChanges(is, shouldBe);
  const added = changes.filter(({ sign }) => sign === "+").length;
  return { added, removed: changes.length - added };
}

/** The lines that turn one text into the other, in order. */
export function lineChanges(is: string, shouldBe: string): readonly LineChange[] {
  const from = lines(is);
  const to = lines(shouldBe);
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < from.length - head && tail < to.length - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  return middle(from.slice(head, from.length - tail), to.slice(head, to.length - tail), head);
}

/** The longest common run of lines stays, the rest comes or goes. */
function middle(from: readonly string[], to: readonly string[], head: number): readonly LineChange[] {
  const width = to.length + 1;
  const small = (from.length + 1) * width <= MOST_CELLS;
  const common = new Uint32Array(small ? (from.length + 1) * width : 0);
  for (let i = from.length - 1; small && i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      const [next, down, right] = [common[(i + 1) * width + j + 1] ?? 0, common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0];
      common[i * width + j] = from[i] === to[j] ? next + 1 : Math.max(down, right);
    }
  }
  const changes: LineChange[] = [];
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    if (small && i < from.length && j < to.length && from[i] === to[j]) {
      i++;
      j++;
    } else if (i < from.length && (j >= to.length || !small || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))) {
      changes.push({ sign: "-", line: head + i + 1, text: from[i++] ?? "" });
    } else {
      changes.push({ sign: "+", line: head + j + 1, text: to[j++] ?? "" });
    }
  }
  return changes;
}

function lines(text: string): readonly string[] {
  return text === "" ? [] : text.replaceAll("\r\n", "\n").replace(/\n$/, "").split("\n");
}
