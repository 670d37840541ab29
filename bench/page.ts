// Updates docs/benchmarks.md. Each benchmark replaces its own section and keeps all others.

/**
 * Returns the page with the section under `heading` replaced by `text`. A new section is added
 * after the last section that precedes it in `order`, or at the end if the page has no such
 * section.
 */
export function withSection(
  page: string,
  heading: string,
  text: string,
  order: readonly string[] = [],
): string {
  const section = `## ${heading}\n\n${text.trim()}\n`;
  const lines = page.split("\n");
  const start = lines.indexOf(`## ${heading}`);
  if (start !== -1)
    return `${lines.slice(0, start).join("\n")}\n${section}${from(lines, endOf(lines, start))}`;
  const before = order
    .slice(0, Math.max(0, order.indexOf(heading)))
    .map((one) => lines.indexOf(`## ${one}`))
    .findLast((index) => index !== -1);
  const end = before === undefined ? lines.length : endOf(lines, before);
  return `${lines.slice(0, end).join("\n").trimEnd()}\n\n${section}${from(lines, end)}`;
}

/** The index of the line after the section that starts at `start`. */
function endOf(lines: readonly string[], start: number): number {
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith("## "));
  return length === -1 ? lines.length : start + 1 + length;
}

/** The sections from this line on, preceded by an empty line. Empty if there are none. */
function from(lines: readonly string[], index: number): string {
  return index === lines.length ? "" : `\n${lines.slice(index).join("\n")}`;
}
