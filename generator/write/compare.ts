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

/** The header of a generated file, by extension. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  ".ts": new RegExp(`^// ${SENTENCE}\\r?\\n`),
  ".md": new RegExp(`^<!-- ${SENTENCE} -->\\r?\\n`),
  ".json": new RegExp(`^\\{\\r?\\n "//": "${SENTENCE}"`),
};

/** Number of bytes to read; longer than any header. */
const HEAD = 300;

/**
 * Whether a file is generated: it begins with the exact header for its extension, `.ts`, `.md` or
 * `.json`. False if it has the header only further down, and for other extensions, whose files are
 * not read. Throws the file system's error if it cannot be read.
 */
export function isGenerated(file: string): boolean {
  const beginning = BEGINNINGS[extname(file)];
  return beginning?.test(headOf(file)) === true;
}

/**
 * Whether a file begins as contracts written by `pull` and the files that record their origin do.
 * Throws the file system's error if it cannot be read.
 */
export function isPulled(file: string): boolean {
  return /^# Written by `npm run pull`/.test(headOf(file));
}

function headOf(file: string): string {
  const bytes = Buffer.alloc(HEAD);
  const open = openSync(file, "r");
  try {
    return bytes.toString("utf8", 0, readSync(open, bytes, 0, HEAD, 0));
  } finally {
    closeSync(open);
  }
}

/** An entry of a folder that is not itself a folder. */
export interface FolderEntry {
  /** Path below the folder, with slashes. */
  readonly path: string;
  /** False for a link or a device. */
  readonly isFile: boolean;
}

/**
 * All files, links and devices below a folder, at any depth, sorted by path; empty if it does not
 * exist. Folders below it that are no part of an output (`isForeignFolder`) are skipped with their
 * contents. Throws the file system's error if a folder cannot be read.
 */
export function entriesIn(folder: string): readonly FolderEntry[] {
  return existsSync(folder)
    ? entriesBelow(folder, "").sort((a, b) => (a.path < b.path ? -1 : 1))
    : [];
}

/**
 * The paths of all regular files below a folder, at any depth: relative to it, with slashes,
 * sorted. Empty if it does not exist. Folders that are no part of an output (`isForeignFolder`) are
 * skipped. Throws the file system's error if a folder cannot be read.
 */
export function filesIn(folder: URL): readonly string[] {
  return entriesIn(fileURLToPath(folder)).flatMap(({ path, isFile }) => (isFile ? [path] : []));
}

/**
 * Whether the folder `folder`, called `name`, is not part of an output: its name begins with a dot
 * or is `node_modules`, or it contains `package.json`, `.git` or, as the output of another run,
 * `model.json`.
 */
function isForeignFolder(folder: string, name: string): boolean {
  const marks = ["package.json", MODEL, ".git"];
  return (
    name.startsWith(".") ||
    name === "node_modules" ||
    marks.some((mark) => existsSync(join(folder, mark)))
  );
}

// A name is joined to its folder as a path: in a URL, a # or a % would change it.
function entriesBelow(folder: string, below: string): FolderEntry[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}`;
    if (!entry.isDirectory()) return [{ path, isFile: entry.isFile() }];
    const inner = join(folder, entry.name);
    return isForeignFolder(inner, entry.name) ? [] : entriesBelow(inner, `${path}/`);
  });
}

/**
 * How a file differs from what it should be. `foreign`: not generated, so never touched.
 * `obstacle`: also not generated, and in the place of a generated file; it may be a folder, or a
 * link on the way there.
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

/** File in the output folder in which `generate` records what it was generated from. */
export const MANIFEST = "manifest.json";

/** File in the output folder with the model that it was generated from. */
export const MODEL = "model.json";

/**
 * The differences between the folder and the output: files that are missing or changed, obstacles
 * in their places, and files that are not in the output. None if all are equal; all `missing` if
 * the folder does not exist. CRLF counts as LF; a generated `manifest.json` and folders for which
 * `isForeignFolder` holds are passed over. `label` is the folder's name in messages. Changes
 * nothing. Throws `Problems` if the path is not a folder or cannot be read.
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
        if (!isFile || !isGenerated(join(root, path))) return [without("foreign", path)];
        const actual = readFileSync(join(root, path), "utf8");
        return [{ kind: "orphan", path, actual, expected: "", ...countsOf(actual, "") }];
      }),
    ];
  } catch (error) {
    throw asProblems(error, { what: "the output folder cannot be read", where: label });
  }
}

/**
 * The differences as `compareFolder` finds them, for an output without `manifest.json`: what the
 * file in the folder says does not count, but it is an obstacle if `generate` may not replace it.
 */
export function compareWithoutManifest(
  folder: URL,
  output: Output,
  label?: string,
): readonly Difference[] {
  const differences = compareFolder(folder, output, label);
  const root = folderAt(fileURLToPath(folder));
  if (root === undefined || !isManifestTaken(root)) return differences;
  return [...differences.filter(({ path }) => path !== MANIFEST), without("obstacle", MANIFEST)];
}

/** Whether something that is not generated has the place of the manifest. */
function isManifestTaken(root: string): boolean {
  const file = join(root, MANIFEST);
  return obstacleTo(root, MANIFEST) !== null || (existsSync(file) && !isGenerated(file));
}

/**
 * The real path of a folder, links followed; null if nothing is at `path`. Throws `Problems`, in
 * which the folder is called `label`, for a file or a link without a target.
 */
export function realFolder(path: string, label: string): string | null {
  // With a slash at its end, `lstat` would follow a link.
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
      why: "The generated files are written into this folder.",
      fix: "Remove it, or choose another output folder.",
    },
  ]);
}

/** The real path of a folder; undefined when there is none. */
export function folderAt(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An error of the file system as `Problems` with `what`, the reason and `where`, for the caller to
 * throw; any other value unchanged.
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
    ENOTDIR: "a file has the place of a folder",
    ENAMETOOLONG: "a file name is too long for this system",
  };
  const why = "The generator reads and writes this folder.";
  return new Problems([
    {
      what: `${what}: ${words[code] ?? code}`,
      where,
      why,
      fix: "Correct that, or choose another output folder.",
    },
  ]);
}

function targetDifference(root: string, path: string, expected: string): Difference[] {
  const obstacle = obstacleTo(root, path);
  if (obstacle !== null) return [without("obstacle", obstacle)];
  const file = join(root, path);
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined)
    return [{ kind: "missing", path, actual: "", expected, ...countsOf("", expected) }];
  const actual = readFileSync(file, "utf8");
  if (actual.replaceAll("\r\n", "\n") === expected) return [];
  return isGenerated(file)
    ? [{ kind: "changed", path, actual, expected, ...countsOf(actual, expected) }]
    : [without("obstacle", path)];
}

/**
 * The first part of a path that is not a folder of this output, or the file itself if it is not a
 * regular file: writing there would write elsewhere. Null when there is none.
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

/** A difference without line counts, because its content is not read. */
function without(kind: "foreign" | "obstacle", path: string): Difference {
  return { kind, path, actual: "", expected: "", added: 0, removed: 0 };
}
