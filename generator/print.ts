import { pluralize } from "../runtime/validation/wording.js";
import { distinct, type Message, type Notice, type NoticeKind, type Problem } from "./problem.js";

/** Options for `printProblems`. */
export interface PrintOptions {
  /** Whether to use ANSI colors. The colors add no information. */
  readonly color?: boolean;
}

type Paint = (text: string) => string;

/**
 * Formats problems as text for a terminal. Each has its `what`, `where`, `notes`, `why` and `fix`.
 * The last line counts the problems, even if there are none, and says that nothing was written.
 * Quoted text is sanitized. Ends with a newline.
 */
export function printProblems(
  problems: readonly Problem[],
  { color = false }: PrintOptions = {},
): string {
  const red: Paint = color ? (text) => `\u001b[31m${text}\u001b[39m` : (text) => text;
  const bold: Paint = color ? (text) => `\u001b[1m${text}\u001b[22m` : (text) => text;
  const blocks = problems.map((problem) => problemBlock(problem, red, bold));
  return [...blocks, `${pluralize(problems.length, "error")}. Nothing was written.\n`].join("\n");
}

/**
 * Formats problems as GitHub workflow commands (`::error …`), each ending with a line break.
 * Returns an empty string if there are no problems. Quoted text cannot end a command or begin
 * another.
 *
 * `description` is the path of the description file. It replaces the word `description` in
 * locations such as `description:12`. If `description` is absent or a URL, such a location becomes
 * part of the message.
 */
export function annotations(problems: readonly Problem[], description?: string): string {
  return problems
    .map(({ what, where, why, fix, notes = [] }) => {
      const { file, lineNumber } = locationOf(where, description);
      const lines = [
        ...(file === undefined ? [where] : []),
        ...notes.map(([name, value]) => `${name}: ${value}`),
        `why: ${why}`,
        `fix: ${fix}`,
      ];
      return annotation("error", { file, line: lineNumber, title: what }, lines.join("\n"));
    })
    .join("");
}

/**
 * Formats one GitHub workflow command, including its line break, such as `::error
 * file=a.yaml,line=3,title=…::…`. Undefined properties are left out. Properties and message are
 * escaped.
 */
export function annotation(
  severity: "error" | "warning",
  properties: Readonly<Record<string, string | undefined>>,
  message: string,
): string {
  const pairs = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(value)}`],
  );
  return `::${severity}${pairs.length === 0 ? "" : ` ${pairs.join(",")}`}::${escapeMessage(message)}\n`;
}

/** Maximum number of notices of one kind in text output. JSON output lists all. */
const MAX_NOTICES = 20;

/** The kinds of notices, most important to the user first. */
const KINDS: readonly NoticeKind[] = ["left out", "loosened", "unread", "dormant"];

/**
 * Formats notices as one line each: kind, what, where and fingerprint. The lines to paste follow.
 * Sorts the notices by kind (left out, loosened, unread, dormant). Equal notices appear once, and
 * notices that differ only in `where` or `paste` share a line. After 20 of a kind, one line says
 * how many more there are. Text is sanitized. Empty if there are no notices.
 */
export function noticeLines(notices: readonly Notice[]): readonly string[] {
  return KINDS.flatMap((kind) => linesOfKind(kind, notices));
}

/**
 * Formats the messages of one kind as one line each: kind, what, where and fingerprint. The lines
 * to paste follow. Equal messages appear once. Messages that differ only in `where` or `paste`
 * share one line, which has the first location and the number of others. After 20, one line says
 * how many more there are. Text is sanitized. Empty if there are no messages of this kind.
 */
export function linesOfKind(kind: string, messages: readonly Message[]): readonly string[] {
  const ofKind = distinct(messages.filter((message) => message.kind === kind));
  const shown = ofKind.slice(0, MAX_NOTICES);
  const lines = shown.flatMap(({ what, where, fingerprint, locationCount, paste = [] }) => {
    const location = `${where}${locationCount > 1 ? ` and ${pluralize(locationCount - 1, "more place")}` : ""}`;
    const parts = [what, location, ...(fingerprint === undefined ? [] : [fingerprint])];
    return [
      `${kind.padEnd(10)} ${parts.map(sanitize).join("   ")}`,
      ...paste.map((line) => `${"".padEnd(10)} ${sanitize(line)}`),
    ];
  });
  const remaining = ofKind.length - shown.length;
  return remaining > 0
    ? [...lines, `${kind.padEnd(10)} and ${remaining} more; --format json lists all`]
    : lines;
}

/**
 * Formats notices as text for programs: GitHub warnings, or one JSON object per line. Each notice
 * ends with a line break. If several notices differ only in `where` or `paste`, only the first is
 * kept. Empty if there are no notices. A notice's JSON, unlike a problem's, has `kind` and
 * `locationCount`, the number of different locations.
 *
 * `description` is the path of the description file. It replaces the word `description` in
 * locations such as `description:12`. If `description` is absent or a URL, such a location becomes
 * part of the GitHub warning's message.
 */
export function noticesAs(
  format: "github" | "json",
  notices: readonly Message[],
  description?: string,
): string {
  return distinct(notices)
    .map((notice) => {
      if (format === "json") return `${jsonText(notice)}\n`;
      const { kind, what, where, fingerprint, paste = [] } = notice;
      const { file, lineNumber } = locationOf(where, description);
      const message = [
        ...(file === undefined ? [where] : []),
        ...(fingerprint === undefined ? [] : [`fingerprint: ${fingerprint}`]),
        ...paste,
      ];
      return annotation(
        "warning",
        { file, line: lineNumber, title: `${kind}: ${what}` },
        message.join("\n"),
      );
    })
    .join("");
}

/**
 * Formats problems as one JSON object per line, each followed by a line break. Each object has
 * `what`, `where`, `why`, `fix` and `notes`. The notes are a list of objects with `name` and
 * `value`, because a name may occur several times. Texts are escaped as in JSON, not sanitized as
 * for a terminal. Empty if there are no problems.
 */
export function jsonLines(problems: readonly Problem[]): string {
  return problems
    .map(({ what, where, why, fix, notes = [] }) => {
      const named = notes.map(([name, value]) => ({ name, value }));
      return `${jsonText({ what, where, why, fix, notes: named })}\n`;
    })
    .join("");
}

/**
 * The file and line number in `where`. For example, `description:3` is line 3 of the file at the
 * path `description`. Empty for a JSON pointer or a URL.
 */
function locationOf(
  where: string,
  description: string | undefined,
): { readonly file?: string; readonly lineNumber?: string } {
  const [, name = "", lineNumber] = /^([^#:\n]+?)(?::(\d+))?(?: \(#.*\))?$/.exec(where) ?? [];
  const isLocal = description !== undefined && !/^https?:/i.test(description);
  const file =
    name === "description" && isLocal ? description : /\.\w+$/.test(name) ? name : undefined;
  return file === undefined ? {} : { file, ...(lineNumber !== undefined && { lineNumber }) };
}

/** Escapes the value of a workflow command's property. */
function escapeProperty(value: string): string {
  return escapeMessage(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Escapes the message of a workflow command. Line breaks become `%0A`. */
function escapeMessage(value: string): string {
  // The message must be one line, because the runner reads commands line by line.
  return value
    .split("\n")
    .map(escapeControls)
    .join("\n")
    .replaceAll("%", "%25")
    .replaceAll("\n", "%0A");
}

/** Formats one problem as a block of lines, ending with a newline. Text is sanitized. */
function problemBlock(
  { what, where, why, fix, notes = [] }: Problem,
  red: Paint,
  bold: Paint,
): string {
  const width = Math.max(0, ...notes.map(([name]) => name.length));
  return [
    `${red("error")}  ${bold(sanitize(what))}`,
    "",
    `  ${sanitize(where)}`,
    ...notes.map(([name, value]) => `    ${name.padEnd(width)}  ${indentLines(value, width + 6)}`),
    "",
    `  why  ${indentLines(why, 7)}`,
    `  fix  ${indentLines(fix, 7)}`,
    "",
  ].join("\n");
}

/** Sanitizes text, and indents all lines after the first by `width` spaces. */
function indentLines(text: string, width: number): string {
  return sanitizeLines(text).replaceAll("\n", `\n${" ".repeat(width)}`);
}

/**
 * Returns the text as one line. Control characters, line breaks and bidirectional controls become
 * `\u` escapes, because problems quote untrusted files and responses. Text that a GitHub runner
 * would mistake for a command is escaped too: `::` at the start, even after white space, and `##[`
 * anywhere.
 */
export function sanitize(text: string): string {
  return noCommand(escapeControls(text));
}

/** Replaces control and bidirectional characters with `\u` escapes. */
function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, unicodeEscape);
}

/**
 * Sanitizes each line separately, like `sanitize`, and keeps the line feeds (`\n`). Escapes control
 * characters, including `\r`, and text that a GitHub runner would mistake for a command.
 */
export function sanitizeLines(text: string): string {
  return text.split("\n").map(sanitize).join("\n");
}

/**
 * Escapes text in one line of output that a GitHub runner would mistake for a command: `::` at the
 * start, even after white space, and `##[` anywhere.
 */
export function noCommand(text: string): string {
  return text.replaceAll("##[", "##\\u005b").replace(/^(\s*):(?=:)/, "$1\\u003a");
}

/**
 * Returns a value as JSON. `##[` is escaped, because a GitHub runner would mistake it for a
 * command; parsing the JSON returns the same value. `indent` is the number of spaces per level;
 * without it, the JSON is on one line. Throws a `TypeError` if the value is undefined or a
 * function, or contains a cycle or a bigint.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll("##[", "##\\u005b");
}

/** Escapes a character as `\u` and four hex digits. */
function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
