import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Problem, Problems } from "../../../generator/problem.js";
import { folderAt } from "../../../generator/write/compare.js";
import { fullPath, type Io } from "../../terminal/io.js";

/**
 * The user's own annotation files, which are read in addition to the package's files. Relative
 * paths are resolved against `cwd`.
 */
export interface UserAnnotations extends Pick<Io, "cwd"> {
  /** Path of a flows.yaml that replaces the package's selection of reports and operations. */
  readonly flows?: string;
  /** Folder with annotation files, such as rules.yaml, that add to the package's files. */
  readonly specFolder?: string;
}

/** Annotation files that users may write for a description. */
const NAMES = [
  "flows.yaml",
  "rules.yaml",
  "docs.yaml",
  "columns.yaml",
  "rows.yaml",
  "skipped.yaml",
];

/** Files that `pull` writes to the same folder. */
const PULLED = ["contract.yaml", "source.yaml"];

/**
 * The user's annotation files: paths by file name, such as `rules.yaml`. `flows` takes precedence
 * over a flows.yaml in the folder. Paths are returned as given, not resolved against `cwd`. Ignores
 * contract.yaml and source.yaml, which `pull` writes.
 *
 * Throws `Problems` if the folder is missing, contains no annotation files, or contains an unknown
 * YAML file, which may be a misspelled name. Does not check that `flows` exists.
 */
export function userFiles({
  flows,
  specFolder,
  cwd,
}: UserAnnotations): ReadonlyMap<string, string> {
  const inFolder =
    specFolder === undefined
      ? []
      : namesIn(specFolder, { cwd }).map((name) => [name, join(specFolder, name)] as const);
  return new Map([...inFolder, ...(flows === undefined ? [] : [["flows.yaml", flows] as const])]);
}

/**
 * The names of the annotation files in a folder. Throws `Problems` if the folder is missing,
 * contains none, or contains an unknown YAML file.
 */
function namesIn(folder: string, io: Pick<Io, "cwd">): readonly string[] {
  const path = fullPath(folder, io);
  if (folderAt(path) === undefined)
    throw new Problems([problem("there is no such folder", folder)], "unreadable");
  const yamlFiles = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
  const isRead = (name: string): boolean =>
    NAMES.includes(name) &&
    statSync(join(path, name), { throwIfNoEntry: false })?.isFile() === true;
  const unknownFiles = yamlFiles.filter((name) => !isRead(name) && !PULLED.includes(name));
  if (unknownFiles.length > 0)
    throw new Problems(
      unknownFiles.map((name) => problem(`${name} is not an annotation file`, join(folder, name))),
    );
  const names = NAMES.filter((name) => yamlFiles.includes(name));
  if (names.length === 0)
    throw new Problems([problem("the folder contains no annotation file", folder)]);
  return names;
}

/** The problem to report for a folder that cannot be used as `--spec-folder`. */
function problem(what: string, where: string): Problem {
  const fix = `Use a folder that contains at least one of ${NAMES.join(", ")}, and no other YAML files.`;
  return {
    what,
    where,
    why: "A misnamed file would otherwise be silently ignored.",
    fix,
  };
}
