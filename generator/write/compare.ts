import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Problem, Problems } from "../problem.js";
import type { Output } from "../workspace.js";
import { type Counts, countsOf } from "./line-diff.js";

const REMEDY =
  "(?:change spec/ or templates/, then run `npm run generate`|run `pinterest-reports generate` again)";
const SENTENCE = `Generated from Pinterest's API description\\. Do not edit: ${REMEDY}\\.`;

/** Matches the header of a generated file, keyed by extension. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  ".ts": new RegExp(`^// ${SENTENCE}\\r?\\n`),
  ".md": new RegExp(`^<!-- ${SENTENCE} -->\\r?\\n`),
  ".json": new RegExp(`^\\{\\r?\\n "//": "${SENTENCE}"`),
};

/** Number of bytes to read. Every header is shorter. */
const HEAD = 300;

/**
 * Whether a file begins with the exact header of generated files for its extension.
 *
 * The header's line breaks can be LF or CRLF. Only `.ts`, `.md` and `.json` files are read; the
 * result is false for others. Throws the file system's error if the file cannot be read.
 */
export function isGenerated(file: string): boolean {
  const beginning = BEGINNINGS[extname(file)];
  return beginning?.test(headOf(file)) === true;
}

/**
 * Whether a file begins like a file that `pull` writes: contract.yaml or source.yaml. Throws the
 * file system's error if the file cannot be read.
 */
export function isPulled(file: string): boolean {
  return /^# Written by `npm run pull`/.test(headOf(file));
}

/** The first 300 bytes of a file, as text. */
function headOf(file: string): string {
  const bytes = Buffer.alloc(HEAD);
  const open = openSync(file, "r");
  try {
    return bytes.toString("utf8", 0, readSync(open, bytes, 0, HEAD, 0));
  } finally {
    closeSync(open);
  }
}

/** A file, link or device in a folder. */
export interface FolderEntry {
  /** Path below the folder, with slashes. */
  readonly path: string;
  /** False for a link or a device. */
  readonly isFile: boolean;
}

/**
 * Lists all files, links and devices below a folder, sorted by path.
 *
 * Empty if the folder does not exist. Folders themselves are not listed, and links are not
 * followed. Skips inner folders that are not part of an output. These are `node_modules`, folders
 * whose name begins with a dot, and folders with `package.json`, `.git` or `model.json`. Throws the
 * file system's error if a folder cannot be read.
 */
export function entriesIn(folder: string): readonly FolderEntry[] {
  return existsSync(folder)
    ? entriesBelow(folder, "").sort((a, b) => (a.path < b.path ? -1 : 1))
    : [];
}

/**
 * Lists all regular files below a folder as sorted relative paths with slashes.
 *
 * Empty if the folder does not exist. Skips inner folders that are not part of an output. These are
 * `node_modules`, folders whose name begins with a dot, and folders with `package.json`, `.git` or
 * `model.json`. Throws the file system's error if a folder cannot be read.
 */
export function filesIn(folder: URL): readonly string[] {
  return entriesIn(fileURLToPath(folder)).flatMap(({ path, isFile }) => (isFile ? [path] : []));
}

/**
 * Whether `folder`, whose last path segment is `name`, does not belong to this output.
 *
 * True if the folder is called `node_modules`, has a name that begins with a dot, or contains
 * `package.json`, `.git` or `model.json`. `model.json` marks the output of another run.
 */
function isForeignFolder(folder: string, name: string): boolean {
  const marks = ["package.json", MODEL, ".git"];
  return (
    name.startsWith(".") ||
    name === "node_modules" ||
    marks.some((mark) => existsSync(join(folder, mark)))
  );
}

/**
 * Lists files, links and devices, unsorted. Joins file paths instead of URLs, because a `#` or `%`
 * in a name would change a URL.
 */
function entriesBelow(folder: string, below: string): FolderEntry[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}`;
    if (!entry.isDirectory()) return [{ path, isFile: entry.isFile() }];
    const inner = join(folder, entry.name);
    return isForeignFolder(inner, entry.name) ? [] : entriesBelow(inner, `${path}/`);
  });
}

/**
 * How a file differs from the expected file.
 *
 * `changed`, `missing`: a generated file differs or does not exist. `orphan`: generated earlier,
 * but no longer part of the output. `foreign`: not generated, so never touched. `obstacle`: not
 * generated either, but in the way of a generated file. An obstacle can also be a folder, or a link
 * in place of a parent folder.
 */
export interface Difference extends Counts {
  readonly kind: "changed" | "missing" | "orphan" | "foreign" | "obstacle";
  /** Path below the output folder, with slashes. */
  readonly path: string;
  /** Text of the file; empty for `missing`, `foreign` and `obstacle`. */
  readonly actual: string;
  /** Text that the file should have; empty for `orphan`, `foreign` and `obstacle`. */
  readonly expected: string;
}

/** The file that records what the output folder was generated from. */
export const MANIFEST = "manifest.json";

/** Name of the output file that contains the model from which the output was generated. */
export const MODEL = "model.json";

/**
 * Compares the output folder with the output, without changing anything.
 *
 * Returns missing and changed files in the order of the output, then obstacles. These are followed
 * by files that the output does not have, sorted: `orphan` if generated, otherwise `foreign`.
 * Everything is `missing` if the folder does not exist. A file that was not generated but has the
 * expected text is not a difference. CRLF counts as LF.
 *
 * Ignores a generated `manifest.json` that the output does not have. Also ignores the folders that
 * `entriesIn` skips, such as `node_modules` or the output of another run. `label` is the folder's
 * name in messages. Throws `Problems` if the path is not a folder or cannot be read.
 */
export function compareFolder(
  folder: URL,
  output: Output,
  label: string = fileURLToPath(folder),
): readonly Difference[] {
  const path = fileURLToPath(folder);
  try {
    const root = realFolder(path, label) ?? path;
    const ours = [...output].flatMap(([path, expected]) => targetDifference(root, path, expected));
    const obstacles = new Map(
      ours.filter(({ kind }) => kind === "obstacle").map((obstacle) => [obstacle.path, obstacle]),
    );
    return [
      ...ours.filter(({ kind }) => kind !== "obstacle"),
      ...obstacles.values(),
      ...entriesIn(root).flatMap(({ path, isFile }): Difference[] => {
        if (output.has(path) || obstacles.has(path)) return [];
        if (path === MANIFEST && isFile && isGenerated(join(root, path))) return [];
        if (!isFile || !isGenerated(join(root, path))) return [withoutCounts("foreign", path)];
        const actual = readFileSync(join(root, path), "utf8");
        return [{ kind: "orphan", path, actual, expected: "", ...countsOf(actual, "") }];
      }),
    ];
  } catch (error) {
    throw asProblems(error, { what: "the output folder cannot be read", where: label });
  }
}

/**
 * Compares like `compareFolder`, for an output without `manifest.json`.
 *
 * The content of the folder's own manifest does not matter. The manifest is an obstacle if
 * `generate` may not replace it.
 */
export function compareWithoutManifest(
  folder: URL,
  output: Output,
  label?: string,
): readonly Difference[] {
  const differences = compareFolder(folder, output, label);
  const root = folderAt(fileURLToPath(folder));
  if (root === undefined || !isManifestTaken(root)) return differences;
  return [
    ...differences.filter(({ path }) => path !== MANIFEST),
    withoutCounts("obstacle", MANIFEST),
  ];
}

/** Whether `manifest.json` exists but is not generated, so `generate` may not replace it. */
function isManifestTaken(root: string): boolean {
  const file = join(root, MANIFEST);
  return obstacleTo(root, MANIFEST) !== null || (existsSync(file) && !isGenerated(file));
}

/**
 * The real path of a folder, with links resolved; null if nothing is at `path`. Throws `Problems`
 * for a file or a link without a target. `label` is the folder's name in messages.
 */
export function realFolder(path: string, label: string): string | null {
  // `lstat` would follow a link if the path ended in a slash.
  const bare = path.replace(/(?<=.)[\\/]+$/, "");
  if (lstatSync(bare, { throwIfNoEntry: false }) === undefined) return null;
  const target = statSync(bare, { throwIfNoEntry: false });
  if (target?.isDirectory() === true) return realpathSync(bare);
  const what =
    target === undefined
      ? "the output folder is a link whose target does not exist"
      : "the output folder is a file";
  throw new Problems([
    {
      what,
      where: label,
      why: "The generated files are written to this folder.",
      fix: "Remove it or choose another output folder.",
    },
  ]);
}

/** The real path of a folder; undefined for anything else or an unreadable path. Never throws. */
export function folderAt(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Turns a file system error into `Problems` about the output folder, for the caller to throw. The
 * reason is appended to `what`. Other values are returned unchanged.
 */
export function asProblems(
  error: unknown,
  { what, where }: Pick<Problem, "what" | "where">,
): unknown {
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the file system is read-only",
    ENOSPC: "no space left on the device",
    ENOTDIR: "there is a file where a folder is needed",
    ENAMETOOLONG: "a file name is too long for this file system",
  };
  const why = "The generator reads and writes this folder.";
  return new Problems([
    {
      what: `${what}: ${words[code] ?? code}`,
      where,
      why,
      fix: "Fix this or choose another output folder.",
    },
  ]);
}

/**
 * The difference for one file of the output, as a list. Empty if the file has the expected text.
 */
function targetDifference(root: string, path: string, expected: string): Difference[] {
  const obstacle = obstacleTo(root, path);
  if (obstacle !== null) return [withoutCounts("obstacle", obstacle)];
  const file = join(root, path);
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined)
    return [{ kind: "missing", path, actual: "", expected, ...countsOf("", expected) }];
  const actual = readFileSync(file, "utf8");
  if (actual.replaceAll("\r\n", "\n") === expected) return [];
  return isGenerated(file)
    ? [{ kind: "changed", path, actual, expected, ...countsOf(actual, expected) }]
    : [withoutCounts("obstacle", path)];
}

/**
 * The first part of a path that prevents its file from being written.
 *
 * The first part can be a parent that is not a folder of this output, such as a link that leads
 * elsewhere. It can also be the file itself, if it is not a regular file. Null if nothing prevents
 * it.
 */
function obstacleTo(root: string, path: string): string | null {
  const steps = path.split("/");
  for (const [index, name] of steps.entries()) {
    const partialPath = steps.slice(0, index + 1).join("/");
    const stats = lstatSync(join(root, partialPath), { throwIfNoEntry: false });
    if (stats === undefined) return null;
    const isLast = index === steps.length - 1;
    if (
      isLast
        ? !stats.isFile()
        : !stats.isDirectory() || isForeignFolder(join(root, partialPath), name)
    )
      return partialPath;
  }
  return null;
}

/** A difference without line counts, because the file's content is not read. */
function withoutCounts(kind: "foreign" | "obstacle", path: string): Difference {
  return { kind, path, actual: "", expected: "", added: 0, removed: 0 };
}
