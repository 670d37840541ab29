import { createRequire } from "node:module";
import { annotations, jsonLines, printProblems, sanitize } from "../../generator/print.js";
import { type Problem, Problems } from "../../generator/problem.js";
import { EXIT, EXIT_OF_PROBLEMS } from "./exit-codes.js";
import type { Io } from "./io.js";
import { hasColors } from "./terminal.js";
import { suggestion, Usage } from "./usage.js";

/** How to print problems: as text unless `format` is set. */
export interface ReportFormat {
  readonly format?: "github" | "json";
  /** The file that a problem refers to as `description`. */
  readonly description?: string;
}

const RED = "\u001b[31m";
const DEFAULT_COLOR = "\u001b[39m";

const FORMATS = ["text", "github", "json"];

/**
 * Parses the value of `--format`. The result has no `format` for `text`, the default. The result's
 * `description` is `from`. Throws `Usage` unless `format` is `text`, `github` or `json`.
 */
export function reportFormatOf(format = "text", from?: string): ReportFormat {
  if (!FORMATS.includes(format))
    throw new Usage(`unknown format: ${format}`, suggestion(format, FORMATS));
  return {
    ...(format !== "text" && { format: format as "github" | "json" }),
    ...(from !== undefined && { description: from }),
  };
}

/**
 * Prints an error and returns its exit code. A closed pipe is not an error: prints nothing and
 * returns 0. Returns 2 for `Usage`, and 1, 2 or 4 for `Problems`, depending on their kind. For an
 * unexpected error, prints the stack trace and returns 1. Errors go to stderr, but `Problems` go to
 * stdout if `format` sets a format.
 */
export function reportError(
  error: unknown,
  io: Pick<Io, "stdout" | "stderr" | "env">,
  format: ReportFormat = {},
): number {
  if ((error as NodeJS.ErrnoException | null)?.code === "EPIPE") return EXIT.done;
  if (error instanceof Usage) {
    const [message, hint] = [error.message, error.hint].map((text) =>
      sanitize(withoutCredentials(text)),
    );
    const word = hasColors(io.stderr, io.env) ? `${RED}error${DEFAULT_COLOR}` : "error";
    io.stderr.write(`${word}  ${message}\n  fix  ${hint}\n`);
    return EXIT.usage;
  }
  if (error instanceof Problems) {
    print(error.list, io, format);
    return EXIT_OF_PROBLEMS[error.kind];
  }
  io.stderr.write(
    `this is a bug in pinterest-reports, not a mistake in your files. Stack trace:\n\n${stack(error)}\n`,
  );
  return EXIT.refused;
}

/** Text goes to stderr; annotations and JSON are data and go to stdout. */
function print(
  problems: readonly Problem[],
  { stdout, ...io }: Pick<Io, "stdout" | "stderr" | "env">,
  { format, description }: ReportFormat,
): void {
  const placed = problems.map((problem) => placedIn(problem, description));
  if (format === "github") stdout.write(annotations(problems.map(withoutSecrets), description));
  else if (format === "json") stdout.write(jsonLines(placed.map(withoutSecrets)));
  else io.stderr.write(problemText(placed, io));
}

/** Replaces `description` in a problem's location with the user's path or URL for it. */
function placedIn(problem: Problem, description: string | undefined): Problem {
  if (description === undefined) return problem;
  const place = /^description(?=(?::\d+)?(?: \(#.*\))?$)/;
  return { ...problem, where: problem.where.replace(place, () => description) };
}

/**
 * Problems as text for stderr, without credentials, in color if stderr supports it. Ends with the
 * number of problems, and says that nothing was written.
 */
export function problemText(
  problems: readonly Problem[],
  { stderr, env }: Pick<Io, "stderr" | "env">,
): string {
  return printProblems(problems.map(withoutSecrets), { color: hasColors(stderr, env) });
}

/**
 * The stack trace of an error, indented and without credentials. For any other value, the value as
 * a string.
 */
function stack(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text
    .split("\n")
    .map((stackLine) => `  ${sanitize(withoutCredentials(stackLine))}`)
    .join("\n");
}

/** A copy of the problem without secrets. */
function withoutSecrets({ what, where, why, fix, notes, ...more }: Problem): Problem {
  return {
    ...more,
    what: withoutCredentials(what),
    where: withoutCredentials(where),
    why: withoutCredentials(why),
    fix: withoutCredentials(fix),
    ...(notes && { notes: notes.map(([name, value]) => [name, withoutCredentials(value)]) }),
  };
}

/**
 * Removes user names and passwords from URLs in a string. Passwords may contain any characters, so
 * everything up to the last @ is hidden. In a database URL without an @, everything after the
 * scheme is hidden if it may contain a password. Query parameters such as `password` are hidden
 * too.
 */
function withoutCredentials(text: string): string {
  return text
    .replace(/\b(?!https?:)([a-z][a-z\d+.-]*:\/\/)[\s\S]*@/gi, "$1…@")
    .replace(/\b(https?:\/\/)[^\s/?#]*[:@][\s\S]*@/gi, "$1…@")
    .replace(/\b((?:rediss?|postgres(?:ql)?):\/\/)(?!…@)[^\s/?]*:[^\s@]*/gi, "$1…")
    .replace(/([?&](?:password|pass|pwd)=)[^&\s]*/gi, "$1…");
}

/** The version of this package. */
export function packageVersion(): string {
  return createRequire(import.meta.url)("pinterest-reports/package.json").version;
}
