import { existsSync } from "node:fs";
import { sanitize } from "../../../generator/print.js";
import { type Problem, Problems } from "../../../generator/problem.js";
import type { Difference } from "../../../generator/write/compare.js";
import { lineChanges } from "../../../generator/write/line-diff.js";
import { pluralize } from "../../../runtime/validation/wording.js";
import { EXIT } from "../../terminal/exit-codes.js";
import type { Io } from "../../terminal/io.js";

/** Maximum number of files to list. If there are more, only their folders are listed. */
const MAX_NAMED = 30;

/**
 * A top-level folder of the output with its differences. `path` ends with a slash; it is empty for
 * files at the top level.
 */
interface Folder {
  readonly path: string;
  readonly differences: readonly Difference[];
}

/** Groups differences by top-level folder, in order of first appearance. */
function foldersOf(differences: readonly Difference[]): readonly Folder[] {
  const byFolder = new Map<string, Difference[]>();
  for (const difference of differences) {
    const path = difference.path.includes("/")
      ? `${difference.path.slice(0, difference.path.indexOf("/"))}/`
      : "";
    byFolder.set(path, [...(byFolder.get(path) ?? []), difference]);
  }
  return [...byFolder].map(([path, inside]) => ({ path, differences: inside }));
}

const MANY: Readonly<Record<string, string>> = { orphan: "orphans", obstacle: "obstacles" };

/** What messages call this kind of difference. */
function wordFor(kind: Difference["kind"]): string {
  return kind === "foreign" ? "extra" : kind;
}

/**
 * Counts the differences by kind, in alphabetical order: `2 changed, 1 orphan`. Empty if there are
 * none.
 */
function countsByKind(differences: readonly Difference[]): string {
  const words = differences.map(({ kind }) => wordFor(kind));
  const kinds = [...new Set(words)].sort();
  return kinds
    .map((kind) => {
      const { length } = words.filter((word) => word === kind);
      return `${length} ${length === 1 ? kind : (MANY[kind] ?? kind)}`;
    })
    .join(", ");
}

/** Counts the files and lines changed in a folder: `3 files +40 -2, 1 removed`. */
function writtenCounts({ differences }: Folder): string {
  const removed = differences.filter(({ kind }) => kind === "orphan").length;
  const sum = (key: "added" | "removed"): number =>
    differences.reduce((total, difference) => total + difference[key], 0);
  return `${pluralize(differences.length, "file")}   +${sum("added")} -${sum("removed")}${removed > 0 ? `, ${removed} removed` : ""}`;
}

/**
 * The output folder as the user named it, without trailing slashes or backslashes. `/` stays `/`.
 */
export function folderName(out: string): string {
  return out.replace(/(?<=.)[\\/]+$/, "");
}

/**
 * Throws `Problems` if the output folder contains a package.json. Generation removes files of
 * earlier runs from that folder. `folder` ends in a slash; `called` is its name in the message.
 */
export function checkNoPackage(folder: URL, called: string): void {
  if (existsSync(new URL("package.json", folder)))
    throw new Problems([packageFolderProblem(called)]);
}

/** The problem to report for an output folder that contains a package.json. */
function packageFolderProblem(out: string): Problem {
  return {
    what: "the output folder contains a package.json",
    where: `${out}/package.json`,
    why: "The generator removes files from earlier runs in its output folder.",
    fix: "Use a separate folder, such as src/pinterest.",
  };
}

/** Maximum number of diff lines shown for a file. */
const MAX_LINES = 20;

/** Maximum number of files whose diff is shown. */
const MAX_SHOWN = 10;

const SPEC = "spec/ and templates/";

/** The folder that was compared, and the command that fixes its differences. */
export interface Compared {
  readonly folder: string;
  readonly fix: string;
  /** What the folder is generated from; default: spec/ and templates/. */
  readonly from?: string;
}

/** Filters out files that were not generated, unless they have the path of a generated file. */
export function withoutForeign(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ kind }) => kind !== "foreign");
}

/**
 * Prints any differences to stderr, or says that `folder` is up to date with `from`. Files that
 * were not generated count as differences too. More than 30 differences are listed by top-level
 * folder. Shows the first 20 changed lines of at most 10 files, and `fix`, the command that updates
 * the folder. Returns 0 if there are no differences, otherwise 1.
 */
export function reportDifferences(
  differences: readonly Difference[],
  { folder, fix, from = SPEC }: Compared,
  { stderr }: Pick<Io, "stderr">,
): number {
  if (differences.length === 0) {
    stderr.write(`${folder}/ is up to date with ${from}\n`);
    return EXIT.done;
  }
  const hasForeign = differences.some(({ kind }) => isForeign(kind));
  const remedy = hasForeign ? `${fix}; move your own files out of ${folder}/` : fix;
  const changed = differences.filter(({ kind }) => kind === "changed");
  const parts = [
    `error  ${folder}/ is not up to date with ${from}`,
    headlines(differences, folder).join("\n"),
    ...changed.slice(0, MAX_SHOWN).map((difference) => excerpt(difference, folder)),
    ...(changed.length > MAX_SHOWN
      ? [`  … and changes in ${pluralize(changed.length - MAX_SHOWN, "more file")}`]
      : []),
    `  fix  ${remedy}, then commit ${folder}/`,
    "1 error.",
  ];
  stderr.write(`${parts.join("\n\n")}\n`);
  return EXIT.refused;
}

/**
 * Converts the differences to problems, for output formats other than text. There is one problem
 * for each file, or for each top-level folder if there are more than 30 differences. If a file was
 * not generated, the fix is to move it out of the folder. Empty if there are no differences.
 */
export function problemsOf(
  differences: readonly Difference[],
  { folder, fix, from = SPEC }: Compared,
): readonly Problem[] {
  const why = `Only files generated from ${from} belong in ${folder}/.`;
  if (differences.length > MAX_NAMED)
    return foldersOf(differences).map(({ path, differences: inside }) => ({
      what: `${pluralize(inside.length, "difference")}: ${countsByKind(inside)}`,
      where: `${folder}/${path}`,
      why,
      fix: inside.some(({ kind }) => isForeign(kind))
        ? `${fix}; move your own files out of ${folder}/`
        : fix,
    }));
  return differences.map((difference) => ({
    what: `${wordFor(difference.kind)} file: ${noteFor(difference, folder)}`,
    where: `${folder}/${difference.path}`,
    why,
    fix: isForeign(difference.kind) ? `Move it out of ${folder}/.` : fix,
  }));
}

/** Whether the file was not generated, in the way or not. */
function isForeign(kind: Difference["kind"]): boolean {
  return kind === "foreign" || kind === "obstacle";
}

/** A line for each difference, or for each top-level folder if there are more than 30. */
function headlines(differences: readonly Difference[], folder: string): readonly string[] {
  if (differences.length <= MAX_NAMED)
    return differences.map((difference) => sanitize(headline(difference, folder)));
  return foldersOf(differences).map(({ path, differences: inside }) =>
    sanitize(`  ${folder}/${path}   ${countsByKind(inside)}`),
  );
}

/** A difference as one line. */
function headline(difference: Difference, folder: string): string {
  return `  ${wordFor(difference.kind).padEnd(8)} ${folder}/${difference.path}   ${noteFor(difference, folder)}`;
}

/** What is different: the changed lines, or the reason why the file should not be there. */
function noteFor({ kind, added, removed }: Difference, folder: string): string {
  const notes = {
    changed: `+${added} -${removed}`,
    missing: "does not exist",
    orphan: "no longer generated",
    foreign: `not generated; only generated files belong in ${folder}/`,
    obstacle: "not generated, but has the path of a generated file",
  };
  return notes[kind];
}

/** The first 20 changed lines of a file, with the file's path. */
function excerpt({ path, actual: current, expected }: Difference, folder: string): string {
  const changes = lineChanges(current, expected);
  const lines = changes
    .slice(0, MAX_LINES)
    .map(({ sign, line: lineNumber, text }) =>
      sanitize(`  ${String(lineNumber).padStart(5)} ${sign} ${text.slice(0, 160)}`),
    );
  const omitted =
    changes.length > MAX_LINES ? [`        … and ${changes.length - MAX_LINES} more lines`] : [];
  return [`  ${sanitize(`${folder}/${path}`)}  (- current, + expected)`, ...lines, ...omitted].join(
    "\n",
  );
}

/** Maximum number of listed files that were not generated. */
const MAX_FOREIGN = 5;

/** The paths of files that were not generated, without those that block an output path. */
export function foreignIn(differences: readonly Difference[]): readonly string[] {
  return differences.filter(({ kind }) => kind === "foreign").map(({ path }) => path);
}

/**
 * Lists at most five files that were not generated, then counts the rest. Each file's line ends
 * with `treatment`, such as "left unchanged". Empty if there are no files.
 */
export function foreignLines(
  foreign: readonly string[],
  folder: string,
  treatment: string,
): readonly string[] {
  const lines = foreign
    .slice(0, MAX_FOREIGN)
    .map(
      (path) => `           extra   ${sanitize(`${folder}/${path}`)}   not generated, ${treatment}`,
    );
  return foreign.length > MAX_FOREIGN
    ? [...lines, `           and ${foreign.length - MAX_FOREIGN} more`]
    : lines;
}

/**
 * Describes the changes made by a run. Says how many files were changed or removed, then lists each
 * of these files. New files count as changed. If there are more than 30 changes, lists top-level
 * folders instead. If there are none, returns a single line. Ignores files that were not generated,
 * unless one has the path of a generated file. `files` is the number of all generated files, and
 * `folder` the name of the output folder. The text has no trailing line feed.
 */
export function changesAsText(
  differences: readonly Difference[],
  files: number,
  folder: string,
): string {
  const ours = withoutForeign(differences);
  if (ours.length === 0) return `${folder}  no changes in ${files} files`;
  const removed = ours.filter(({ kind }) => kind === "orphan").length;
  const sums = `${ours.length - removed} of ${files} files changed${removed > 0 ? `, ${removed} removed` : ""}`;
  const lines =
    ours.length > MAX_NAMED
      ? foldersOf(ours).map(
          (changed) => `${sanitize(`${folder}/${changed.path}`)}   ${writtenCounts(changed)}`,
        )
      : ours.map((difference) => differenceLine(difference, folder));
  return [
    `${folder.padEnd("generated".length)}  ${sums}`,
    ...lines.map((text) => `           ${text}`),
  ].join("\n");
}

/** A changed or removed file as one line. */
function differenceLine({ kind, path, added, removed }: Difference, folder: string): string {
  return `${kind === "orphan" ? "removed " : ""}${sanitize(`${folder}/${path}`)}   +${added} -${removed}`;
}
