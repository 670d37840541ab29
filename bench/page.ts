// docs/benchmarks.md: each benchmark replaces its own section, and all others stay.

/**
 * The page with the text of one section, which follows its heading; added at the end if the page
 * has none of this name.
 */
export function withSection(page: string, heading: string, text: string): string {
  const section = `## ${heading}\n\n${text.trim()}\n`;
  const lines = page.split("\n");
  const start = lines.indexOf(`## ${heading}`);
  if (start === -1) return `${page.trimEnd()}\n\n${section}`;
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith("## "));
  const rest = length === -1 ? "" : `\n${lines.slice(start + 1 + length).join("\n")}`;
  return `${lines.slice(0, start).join("\n")}\n${section}${rest}`;
}
