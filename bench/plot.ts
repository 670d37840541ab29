// Draws a plot with two logarithmic axes as a self-contained SVG.

export interface Series {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Axes {
  readonly title: string;
  readonly x: string;
  readonly y: string;
}

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [720, 400, 60, 40, 190, 50];
// Colors that also differ in lightness. Each line has its name at its end, so the lines can be told
// apart without color.
const COLOURS = ["#0b5394", "#cc4125", "#38761d", "#674ea7", "#b45f06", "#134f5c", "#741b47"];

export function plot(series: readonly Series[], { title, x, y }: Axes): string {
  const points = series.flatMap((one) => one.points);
  const across = scaleOf(
    points.map((point) => point.x),
    LEFT,
    WIDTH - RIGHT,
  );
  const up = scaleOf(
    points.map((point) => point.y),
    HEIGHT - BOTTOM,
    TOP,
  );
  const grid = [
    ...across.marks.map((mark) => line(across.at(mark), TOP, across.at(mark), HEIGHT - BOTTOM)),
    ...up.marks.map((mark) => line(LEFT, up.at(mark), WIDTH - RIGHT, up.at(mark))),
  ];
  const labels = [
    ...across.marks.map((mark) =>
      text(across.at(mark), HEIGHT - BOTTOM + 16, String(mark), "middle"),
    ),
    ...up.marks.map((mark) => text(LEFT - 6, up.at(mark) + 4, String(mark), "end")),
    text(LEFT, TOP - 20, title, "start", ' font-weight="bold"'),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, x, "middle"),
    text(LEFT, TOP - 5, y, "start"),
  ];
  const ends = apart(series.map((one) => up.at(one.points.at(-1)?.y ?? 1)));
  const lines = series.flatMap((one, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? "";
    const path = one.points
      .map((point) => `${across.at(point.x).toFixed(1)},${up.at(point.y).toFixed(1)}`)
      .join(" ");
    const end = across.at(one.points.at(-1)?.x ?? 1) + 8;
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      text(end, (ends[index] ?? 0) + 4, one.name, "start", ` fill="${colour}"`),
    ];
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`;
  return `${[head, `<title>${escapeText(title)}</title>`, `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`, ...grid, ...lines, ...labels, "</svg>"].join("\n")}\n`;
}

/** A logarithmic axis: the position of each value, and the powers of ten to mark. */
function scaleOf(
  values: readonly number[],
  from: number,
  to: number,
): { readonly at: (value: number) => number; readonly marks: readonly number[] } {
  const first = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  const at = (value: number): number =>
    from + ((Math.log10(value) - first) / (last - first)) * (to - from);
  return {
    at,
    marks: Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`)),
  };
}

/** Moves heights so that they are at least one line of text apart. Their order stays the same. */
function apart(heights: readonly number[]): readonly number[] {
  const moved = [...heights];
  let above = -Infinity;
  for (const index of heights
    .map((_, at) => at)
    .toSorted((one, other) => (heights[one] ?? 0) - (heights[other] ?? 0))) {
    above = Math.max(moved[index] ?? 0, above + 14);
    moved[index] = above;
  }
  return moved;
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<path d="M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}" stroke="#ddd"/>`;
}

function text(x: number, y: number, words: string, anchor: string, more = ""): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}"${more}>${escapeText(words)}</text>`;
}

function escapeText(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
