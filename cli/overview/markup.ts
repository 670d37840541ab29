const LONGEST_TEXT = 500;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Safe HTML, inserted into a page unchanged. Everything else is escaped. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Part = Markup | string | number | readonly Part[];

/**
 * Builds HTML from a template whose own text stays unchanged. Inserted strings are truncated to 500
 * characters and escaped, for use in elements and quoted attributes. Their control characters,
 * except tabs and line feeds, are replaced. `Markup` is inserted unchanged. The items of a list are
 * inserted one after another.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + partText(parts[index] ?? "")).join(""));
}

/** The HTML for an inserted value. */
function partText(part: Part): string {
  if (part instanceof Markup) return part.html;
  if (typeof part === "object") return part.map(partText).join("");
  return escaped(short(String(part)));
}

/**
 * Escapes a string. Characters that HTML cannot contain, such as NUL and lone surrogates, are
 * replaced.
 */
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** Truncates a string to 500 characters. */
function short(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

/**
 * A value as JSON for a `<script>` element that contains data. No string in it can end the element.
 */
export function jsonMarkup(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replaceAll("<", "\\u003c"));
}
