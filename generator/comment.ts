import type { Code } from "./code.js";

/**
 * A comment for templates. If `block` is true, the text is in `lines`; otherwise the text is in
 * `line`, and `lines` is empty.
 */
export interface Comment {
  readonly block: boolean;
  readonly line: Code;
  readonly lines: readonly Code[];
  readonly [name: string]: Code | boolean | readonly Code[];
}

/** Maximum length of a line, in characters. Longer lines are wrapped between words. */
const WIDEST = 110;

/**
 * Maximum length of text from the API description, in characters. Longer text is truncated.
 * Pinterest's longest text is less than a tenth as long.
 */
const LONGEST_TEXT = 20_000;

/**
 * Builds a comment from our `sentence` and from `words`, the description's text.
 *
 * If both fit in 110 characters and the text begins with a letter or digit, the comment is one
 * line. The line is the description's text (with a period added if it ends without punctuation),
 * then our sentence. Otherwise the comment is a block with our sentence, a blank line and the
 * description's text. A sentence without `words` is always one line. `words` without a sentence
 * become a block only if they have several lines after wrapping at 110 characters. If both are
 * empty, `line` is empty.
 */
export function comment(sentence: Code, words = ""): Comment {
  const descriptionLines = wordsAsLines(words);
  const [firstLine, ...furtherLines] = descriptionLines;
  if (sentence !== "" && firstLine !== undefined && furtherLines.length === 0) {
    const line = `${firstLine}${/[.!?:…]["')\]]*$/.test(firstLine) ? "" : "."} ${sentence}` as Code;
    if (/^[\p{L}\p{N}]/u.test(firstLine) && line.length <= WIDEST)
      return { block: false, line, lines: [] };
  }
  const block = sentence === "" ? furtherLines.length > 0 : firstLine !== undefined;
  const lines =
    sentence === "" || firstLine === undefined
      ? descriptionLines
      : [sentence, "" as Code, ...descriptionLines];
  return {
    block,
    line: sentence === "" ? (firstLine ?? sentence) : sentence,
    lines: block ? lines : [],
  };
}

/**
 * Converts the description's text to comment lines, without the leading ` * `. HTML becomes
 * Markdown. Invisible characters are removed, and consecutive blank lines become one. Text of more
 * than 20,000 characters is truncated and ends in `…`. Lines are wrapped at 110 characters, except
 * table rows and words that are longer than that. No line can end the comment or act as a directive
 * for a compiler or a linter. Returns no lines for empty text.
 */
export function wordsAsLines(words: string): readonly Code[] {
  const lines = markdown(normalizeText(truncate(words)))
    .split("\n")
    .map((text) => text.trimEnd());
  const commentLines = lines
    .filter((text, at) => text !== "" || (at > 0 && lines[at - 1] !== ""))
    .flatMap(wrapLine);
  while (commentLines.at(-1) === "") commentLines.pop();
  return commentLines.map((text) => escapeDirectives(text) as Code);
}

/**
 * Returns the lines and bullets of an operation's description that mention a field. They are
 * separated by blank lines.
 *
 * Such lines may be the only documentation of a unit such as micro-currency. A line is included if
 * it contains `name` as a whole word, in the same case. Bullet characters and HTML tags between
 * lines are removed; other HTML is kept. Text after the first 20,000 characters is ignored. The
 * result is empty if no line mentions the field. It is also empty for names that may be common
 * words (without an inner underscore) and for names that end in `_id`.
 */
export function wordsAbout(name: string, words = ""): string {
  if (!/^\w+$/.test(name) || !name.slice(1, -1).includes("_") || name.endsWith("_id")) return "";
  const text = truncate(words);
  if (!text.includes(name)) return "";
  const namePattern = new RegExp(`(?<!\\w)${name}(?!\\w)`);
  const parts = text
    .split(/\n|<\/?(?:p|br|li|ul|ol)\b[^<>]*>/i)
    .map((part) => part.trim().replace(/^[-*+•]\s+/, ""));
  return parts.filter((part) => namePattern.test(part)).join("\n\n");
}

/** Truncates `words` to 20,000 characters, at a word boundary, and adds `…`. */
function truncate(words: string): string {
  if (words.length <= LONGEST_TEXT) return words;
  const start = words.slice(0, LONGEST_TEXT);
  const half = /\S{0,100}$/.exec(start.slice(-100))?.[0] ?? "";
  return `${half.length < 100 ? start.slice(0, start.length - half.length).trimEnd() : start} …`;
}

/**
 * Matches all but the first 40 spaces of a run. Patterns that begin with spaces would take
 * quadratic time on a longer run.
 */
const LONG_RUN = /(?<= {40}) +/g;

/** Removes invisible characters, replaces lone surrogates and normalizes line endings to `\n`. */
function normalizeText(words: string): string {
  return words
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\t/g, "  ")
    .replace(LONG_RUN, "")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  apos: "'",
  nbsp: " ",
  amp: "&",
};

/**
 * Converts common HTML tags in Pinterest's text to Markdown. Other tags are escaped and kept as
 * text.
 */
function markdown(words: string): string {
  return words
    .replace(/<a\b([^<>]*)>([^<]*)<\/a\s*>/gi, (element, attributes: string, text: string) => {
      const to = /href\s*=\s*["']?([^"'\s]*)/i.exec(attributes)?.[1];
      return to === undefined ? element : link(text, to);
    })
    .replace(/<code\b[^<>]*>([^<`]*)<\/code\s*>/gi, (_, text: string) => `\`${text.trim()}\``)
    .replace(/<\/?(?:strong|b)\b[^<>]*>/gi, "**")
    .replace(/<\/?(?:em|i)\b[^<>]*>/gi, "*")
    .replace(/<li\b[^<>]*>\s*/gi, "\n- ")
    .replace(/^([ \t]*[-*•][ \t]+)<p\b[^<>]*>\s*/gim, "$1")
    .replace(/<br\b[^<>]*>[ \t]*/gi, "\n")
    .replace(/<\/?(?:ul|ol)\b[^<>]*>/gi, "\n")
    .replace(/<\/?(?:p|pre|hr|div|h[1-6])\b[^<>]*>[ \t]*/gi, "\n\n")
    .replace(/<\/?(?:a|code|li|span|u|small)\b[^<>]*>/gi, "")
    .replace(/&(lt|gt|quot|#39|apos|nbsp|amp);/g, (_, name: string) => ENTITIES[name] ?? "")
    .split(/(`[^`\n]*`)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/<(?=[a-z/!?])/gi, "\\<")))
    .join("")
    .replace(/\n[ \t]+(?=\n)/g, "\n");
}

/** Returns a Markdown link, or only the URL if the text is blank. */
function link(text: string, to: string): string {
  return text.trim() === "" ? to : `[${text.trim()}](${to})`;
}

/**
 * Wraps a line to the maximum length. Continuation lines of a bullet are aligned with its text.
 * Long words are never broken.
 */
function wrapLine(text: string): readonly string[] {
  if (text.length <= WIDEST || text.startsWith("|")) return [text];
  const indent = " ".repeat((/^ {0,20}(?:[-*+•]|\d{1,3}\.)? {0,4}/.exec(text)?.[0] ?? "").length);
  const lines: string[] = [];
  let remainder = text;
  while (remainder.length > WIDEST) {
    const lastSpace = remainder.slice(0, WIDEST + 1).lastIndexOf(" ");
    const at = lastSpace > indent.length ? lastSpace : remainder.indexOf(" ", WIDEST);
    if (at < 0) break;
    lines.push(remainder.slice(0, at).trimEnd());
    remainder = `${indent}${remainder.slice(at).trimStart()}`;
  }
  return [...lines, remainder];
}

/**
 * Escapes text that would end the comment or act as a directive. Directives begin with `@`, as in
 * `@deprecated`, or with `#`, as in `# sourceMappingURL`. Markdown does not show the backslash.
 */
function escapeDirectives(text: string): string {
  return text
    .replace(/(?<![\w\\])@/g, "\\@")
    .replace(/#(?=\s*source(?:Mapping)?URL)/gi, "\\#")
    .replaceAll("*/", "*\\/");
}
