import { pluralize } from "../runtime/validation/wording.js";
import type { Problem } from "./problem.js";
import { distinct, type Message, type Notice, type NoticeKind } from "./problem.js";

/** Options of `printProblems`. */
export interface PrintOptions {
  /** Whether to use ANSI colors. Color only repeats what the words already say. */
  readonly color?: boolean;
}

type Paint = (text: string) => string;

/**
 * Problems as text for a terminal: what, where, notes, why and fix of each, then their number and
 * that nothing was written, also for no problems. Quoted text is sanitized. Ends with a newline.
 */
export function printProblems(
  problems: readonly Problem[],
  { color = false }: PrintOptions = {},
): string {
  const red: Paint = color ? (text) => `\u001b[31m${text}\u001b[39m` : (text) => text;
  const bold: Paint = color ? (text) => `\u001b[1m${text}\u001b[22m` : (text) => text;
  const blocks = problems.map((problem) => block(problem, red, bold));
  return [...blocks, `${pluralize(problems.length, "error")}. Nothing was written.\n`].join("\n");
}

/**
 * Problems as GitHub workflow commands `::error …`, one line each with its line break; an empty
 * string for no problems. Quoted text cannot end a command or start another. `description` is the
 * path of the description file, which a place such as `description:12` refers to; without it, or if
 * it is a URL, such a place is part of the message.
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
 * One GitHub workflow command with its line break, such as `::error file=a.yaml,line=3,title=…::…`.
 * Properties that are undefined are left out; properties and message are escaped.
 */
export function annotation(
  severity: "error" | "warning",
  properties: Readonly<Record<string, string | undefined>>,
  message: string,
): string {
  const pairs = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(value)}`],
  );
  return `::${severity}${pairs.length === 0 ? "" : ` ${pairs.join(",")}`}::${data(message)}\n`;
}

/** Notices of one kind that the text output lists; JSON output lists all. */
const MOST_NOTICES = 20;

/** In the order of their cost to the user. */
const KINDS: readonly NoticeKind[] = ["left out", "loosened", "unread", "dormant"];

/**
 * Notices as one line each: kind, what, where and fingerprint; equal ones once. Sorted by kind
 * (left out, loosened, unread, dormant), at most 20 of a kind, then a line with the number of
 * further ones. Empty for no notices.
 */
export function noticeLines(notices: readonly Notice[]): readonly string[] {
  return KINDS.flatMap((kind) => linesOfKind(kind, notices));
}

/**
 * The messages of one kind, one line each with kind, what, where and fingerprint, then the lines to
 * paste; equal ones once, and those that differ in `where` only as one line with the number of
 * further places. At most 20, then a line with the number of further ones; empty if there are none
 * of this kind.
 */
export function linesOfKind(kind: string, messages: readonly Message[]): readonly string[] {
  const ofKind = distinct(messages.filter((message) => message.kind === kind));
  const shown = ofKind.slice(0, MOST_NOTICES);
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
    ? [...lines, `${kind.padEnd(10)} and ${remaining} more; --format json has all`]
    : lines;
}

/**
 * Notices as one text for programs, equal ones once, each ending with a line break: GitHub
 * warnings, or one JSON object a line; empty for no notices. Unlike a problem, the JSON of a notice
 * has a `kind`, and `locationCount`. `description` is the path of the description file, which a
 * place such as `description:12` refers to; without it, or if it is a URL, such a place is part of
 * a GitHub warning's message.
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
 * Problems as one text with one JSON object a line, each ending with a line break: what, where,
 * why, fix, and `notes`, a list of objects with `name` and `value`: a name may occur several times.
 * Texts are not sanitized as for a terminal, but escaped as in JSON. Empty for no problems.
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
 * The file and line number that `where` names; empty for a JSON pointer or a URL. `description:3`
 * is line 3 of the file `description`.
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

function property(value: string): string {
  return data(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function data(value: string): string {
  // The lines become a single command line, and the runner does not look for commands inside one.
  return value
    .split("\n")
    .map(escapeControls)
    .join("\n")
    .replaceAll("%", "%25")
    .replaceAll("\n", "%0A");
}

function block({ what, where, why, fix, notes = [] }: Problem, red: Paint, bold: Paint): string {
  const width = Math.max(0, ...notes.map(([name]) => name.length));
  return [
    `${red("error")}  ${bold(sanitize(what))}`,
    "",
    `  ${sanitize(where)}`,
    ...notes.map(([name, value]) => `    ${name.padEnd(width)}  ${indented(value, width + 6)}`),
    "",
    `  why  ${indented(why, 7)}`,
    `  fix  ${indented(fix, 7)}`,
    "",
  ].join("\n");
}

function indented(text: string, width: number): string {
  return sanitizeLines(text).replaceAll("\n", `\n${" ".repeat(width)}`);
}

/**
 * The text as one line. Control characters, line breaks included, and bidirectional controls become
 * `\u` escapes, since problems quote untrusted files and responses; so does what a GitHub runner
 * takes for a command: `::` at the start, also after blanks, and `##[` anywhere.
 */
export function sanitize(text: string): string {
  return noCommand(escapeControls(text));
}

/** Control and bidirectional characters as `\u` escapes. */
function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, unicodeEscape);
}

/** Sanitizes each line of a text as `sanitize` does, and keeps the line breaks (`\n`). */
export function sanitizeLines(text: string): string {
  return text.split("\n").map(sanitize).join("\n");
}

/**
 * Escapes what a GitHub runner takes for a command in one line of output: `::` at its start, also
 * after blanks, and `##[` anywhere.
 */
export function noCommand(text: string): string {
  return text.replaceAll("##[", "##\\u005b").replace(/^(\s*):(?=:)/, "$1\\u003a");
}

/**
 * A value as JSON in which `##[`, a command for GitHub's runner, is escaped; parsed, it is the same
 * value. `indent`: blanks per level; on one line without it.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll("##[", "##\\u005b");
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
