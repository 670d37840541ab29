import { createRequire } from "node:module";
import { annotations, jsonLines, printProblems, sanitize } from "../../generator/print.js";
import { type Problem, Problems } from "../../generator/problem.js";
import type { Io } from "./io.js";
import { suggestion, Usage } from "./usage.js";

/** How problems are printed: as text unless `format` is set. */
export interface ReportFormat {
  readonly format?: "github" | "json";
  /** The file that a problem refers to as `description`. */
  readonly description?: string;
}

// Optional peers that the generator needs. Others are imported when a client, a flag or a target needs them, which reports their absence
// itself.
const TOOLS = ["handlebars", "openapi-typescript", "typescript", "yaml"];

const FORMATS = ["text", "github", "json"];

/**
 * The report format for a value of `--format`; `text`, the default, leaves `format` unset. `from` becomes `description`. Throws `Usage`
 * unless `format` is `text`, `github` or `json`.
 */
export function reportFormatOf(format = "text", from?: string): ReportFormat {
  if (!FORMATS.includes(format)) throw new Usage(`--format ${format} is not a format`, suggestion(format, FORMATS));
  return { ...(format !== "text" && { format: format as "github" | "json" }), ...(from !== undefined && { description: from }) };
}

/**
 * Prints an error and returns its exit code: 0 for a closed pipe (nothing is printed), 2 for `Usage`, 1 for `Problems`, for missing
 * packages and for any unexpected error, of which the stack is printed. `format` applies to `Problems`.
 */
export function reportError(error: unknown, io: Pick<Io, "stdout" | "stderr">, format: ReportFormat = {}): number {
  if ((error as NodeJS.ErrnoException).code === "EPIPE") return 0;
  if (error instanceof Usage) {
    io.stderr.write(`error  ${sanitize(error.message)}\n  fix  ${sanitize(error.hint)}\n`);
    return 2;
  }
  const missing = missingPeers(error);
  if (error instanceof Problems) print(error.list, io, format);
  else if (missing.length > 0)
    io.stderr.write(`this command needs ${missing.join(", ")}: npm install --save-dev ${installArguments(missing).join(" ")}\n`);
  else io.stderr.write(`${versionHint()} Stack trace:\n\n${stack(error)}\n`);
  return 1;
}

/** Text goes to stderr; annotations and JSON are data and go to stdout. */
function print(
  problems: readonly Problem[],
  { stdout, stderr }: Pick<Io, "stdout" | "stderr">,
  { format, description }: ReportFormat,
): void {
  if (format === "github") stdout.write(annotations(problems, description));
  else if (format === "json") stdout.write(jsonLines(problems));
  else stderr.write(problemText(problems, stderr));
}

/** Problems as text, in color if `stderr` has colors. */
export function problemText(problems: readonly Problem[], stderr: Io["stderr"]): string {
  return printProblems(problems, { color: stderr.hasColors?.() ?? false });
}

function stack(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text
    .split("\n")
    .map((stackLine) => `  ${sanitize(stackLine)}`)
    .join("\n");
}

/**
 * The cause of an unexpected error: a bug of this package, unless the installed tools have other major versions than those it is tested
 * with.
 */
function versionHint(): string {
  const mismatched = TOOLS.flatMap((peer) => {
    const version = installed(peer);
    const [, testedMajor] = installArguments([peer])[0]?.split("@") ?? [];
    return version === undefined || version.split(".")[0] === testedMajor ? [] : [`${peer} ${version}, not ${testedMajor}`];
  });
  if (mismatched.length === 0) return "this is a bug in pinterest-reports, not a mistake in your files.";
  const install = ["npm install --prefix generator", `pinterest-reports@${readManifest().version}`, ...installArguments(TOOLS)].join(" ");
  const command = "npx --prefix generator pinterest-reports …";
  return `this command found ${mismatched.join("; ")}. Install the tested versions into a separate folder: ${install}, then ${command}.`;
}

/** The optional peers that are not installed, if that is why an import failed; else empty. */
function missingPeers(error: unknown): readonly string[] {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") return [];
  return TOOLS.some((peer) => message.includes(`'${peer}'`) || message.includes(`'${peer}/`))
    ? TOOLS.filter((peer) => !isInstalled(peer))
    : [];
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

function installed(name: string): string | undefined {
  try {
    return createRequire(import.meta.url)(`${name}/package.json`).version;
  } catch {
    return undefined;
  }
}

/**
 * Peers as arguments of `npm install`, with the tested major version. Their peer ranges accept every version, since a project that only
 * calls the API may have any of them.
 */
function installArguments(names: readonly string[]): readonly string[] {
  const tested = readManifest().devDependencies;
  return names.map((name) => `${name}@${/\d+/.exec(tested[name] ?? "")?.[0]}`);
}

interface Manifest {
  readonly version: string;
  /** The versions that this package is tested with. */
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The package.json of this package. */
export function readManifest(): Manifest {
  return createRequire(import.meta.url)("pinterest-reports/package.json");
}
