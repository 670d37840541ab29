import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Problem, Problems } from "../problem.js";
import type { Output } from "../workspace.js";
import { type Change, commitChanges, isEmpty, type Recovery, recoverChanges, syncFolder, writeSynced } from "./commit.js";
import { asProblems, compareFolder, type Difference, isGenerated, realFolder } from "./compare.js";
import { acquireLock, hasAbandoned, type Lock, NEW, WORK } from "./lock.js";

/** Options of `write`. */
export interface WriteOptions {
  /** Name of the folder in messages. */
  readonly label: string;
  /** Maximum wait for another run that writes there. Default: 10,000. */
  readonly maxWaitMs?: number;
}

/** Ties the generated files together: while it is new and others are old, nothing compiles. */
const GENERATION = "generation.ts";

/**
 * Makes the folder equal to the output, after recovering abandoned runs, and removes orphaned generated files; foreign files stay. Returns
 * the differences that it found, empty if there were none. All files are written before any is renamed, each file is complete at any time,
 * and an error undoes all changes; after a kill the next run completes them. `options`: the folder's name in messages, and the longest wait
 * for another run. Throws `Problems`, also for an obstacle or if that run does not end.
 */
export async function writeFolder(folder: URL, output: Output, options: WriteOptions): Promise<readonly Difference[]> {
  const { label, maxWaitMs } = options;
  await recoverFolder(folder);
  const initial = compareFolder(folder, output, label);
  // Without changes, the folder need not be writable.
  if (pendingDifferences(initial, label).length === 0) return initial;
  const named = fileURLToPath(folder);
  const created = new CreatedFolders();
  let current = label;
  const at = (path: string): string => (current = `${label}/${path}`);
  try {
    if (await createOutput(named, output, { created, at, maxWaitMs })) return initial;
    created.folder(named);
    const root = realFolder(named, label) ?? named;
    const lock = await acquireLock(join(root, WORK), maxWaitMs);
    try {
      recoverAbandoned(root, lock, isGenerated);
      // Compared again: another run may just have written.
      const differences = compareFolder(folder, output, label);
      const changed = [...pendingDifferences(differences, label)].sort((a, b) => rank(a) - rank(b));
      for (const { kind, path } of changed) if (kind !== "orphan") created.folder(dirname(join(root, path)));
      commitChanges(changed.map(changeOf), { base: root, work: lock.work, undo: true, at });
      return differences;
    } finally {
      lock.release();
    }
  } catch (error) {
    created.remove();
    throw asProblems(error, { what: "cannot be written", where: current });
  }
}

/**
 * Writes texts by file name into a folder, which is created if missing: all or none; if the process is killed, the next run completes them.
 * Returns the names of those that changed. First completes abandoned runs, as far as they replace only files that satisfy `isReplaceable`.
 * Throws `Problems` if another run does not end within 10 s or the work folder holds other files, and the file system's errors.
 */
export async function writeFiles(
  folder: URL,
  texts: ReadonlyMap<string, string>,
  isReplaceable: (file: string) => boolean,
): Promise<readonly string[]> {
  const root = fileURLToPath(folder);
  mkdirSync(root, { recursive: true });
  const lock = await acquireLock(join(root, WORK));
  try {
    recoverAbandoned(root, lock, isReplaceable);
    const changed = [...texts].filter(([name, text]) => textAt(join(root, name)) !== text);
    commitChanges(
      changed.map(([path, text]) => ({ path, text })),
      { base: root, work: lock.work, undo: true },
    );
    return changed.map(([name]) => name);
  } finally {
    lock.release();
  }
}

function textAt(file: string): string | null {
  return lstatSync(file, { throwIfNoEntry: false }) === undefined ? null : readFileSync(file, "utf8");
}

/**
 * Finishes the work of runs that ended early in the folder or while they created it, or undoes it where a run had begun to undo. Touches no
 * file of a run if one of them exists and `isReplaceable`, called with its path, is false, or if one has changed since. Returns one outcome
 * for each such run; empty if there is none, or no folder. Throws `Problems` if another run does not end within 10 s or the work folder
 * holds other files, and the file system's errors.
 */
export async function recoverFolder(folder: URL, isReplaceable: (file: string) => boolean = isGenerated): Promise<readonly Recovery[]> {
  const named = fileURLToPath(folder);
  const root = folderAt(named);
  const recoveries: Recovery[] = [];
  for (const [base, work] of [[root, root && join(root, WORK)] as const, [undefined, creationFolder(named)] as const]) {
    if (work === undefined || !hasAbandoned(work)) continue;
    const lock = await acquireLock(work);
    try {
      if (base !== undefined) recoveries.push(...recoverAbandoned(base, lock, isReplaceable));
      else recoveries.push(...lock.abandoned.map((): Recovery => ({ outcome: "complete", files: 0, about: null })));
    } finally {
      lock.release();
    }
  }
  return recoveries;
}

function recoverAbandoned(root: string, { abandoned }: Lock, isReplaceable: (file: string) => boolean): readonly Recovery[] {
  return abandoned.map((work) => recoverChanges(root, work, isReplaceable));
}

/** The real path of a folder; undefined when there is none. */
function folderAt(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** The work folder of runs that make a new folder. */
function creationFolder(path: string): string {
  const bare = bareOf(resolve(path));
  return join(dirname(bare), `${WORK}.${basename(bare).slice(0, 60)}`);
}

function bareOf(path: string): string {
  return path.replace(/(?<=.)[\\/]+$/, "");
}

interface CreateOptions {
  readonly created: CreatedFolders;
  readonly at: (path: string) => void;
  readonly maxWaitMs: number | undefined;
}

/** Creates a folder with the output, completely or not at all. False if something already has its name. */
async function createOutput(folder: string, output: Output, { created, at, maxWaitMs }: CreateOptions): Promise<boolean> {
  const bare = bareOf(resolve(folder));
  if (lstatSync(bare, { throwIfNoEntry: false }) !== undefined) return false;
  created.folder(dirname(bare));
  const { work, release } = await acquireLock(creationFolder(folder), maxWaitMs);
  try {
    if (lstatSync(bare, { throwIfNoEntry: false }) !== undefined) return false;
    const newFolder = join(work, NEW);
    const folders = new Set([newFolder]);
    for (const [path, text] of output) {
      at(path);
      const file = join(newFolder, path);
      mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
      writeSynced(file, text);
    }
    for (const path of folders) syncFolder(path);
    renameSync(newFolder, bare);
    syncFolder(dirname(bare));
    return true;
  } finally {
    release();
  }
}

/**
 * The order in which files are renamed into place. New files come first: no file uses them yet. Files to be removed come last: once the
 * generation file is in place, they are what does not compile.
 */
function rank({ kind, path }: Difference): number {
  if (kind === "orphan") return 3;
  return path === GENERATION ? 1 : kind === "missing" ? 0 : 2;
}

function changeOf({ kind, path, expected }: Difference): Change {
  return { path, text: kind === "orphan" ? null : expected };
}

/** The differences to write or to remove. Throws `Problems` when there is an obstacle. */
function pendingDifferences(differences: readonly Difference[], label: string): readonly Difference[] {
  const obstacles = differences.filter(({ kind }) => kind === "obstacle");
  if (obstacles.length > 0) throw new Problems(obstacles.map(({ path }) => obstacleProblem(`${label}/${path}`)));
  return differences.filter(({ kind }) => kind !== "foreign");
}

/** The folders that a run creates, to be removed again if it fails. */
export class CreatedFolders {
  readonly #folders: string[] = [];

  /** Creates a folder and its missing parents, and remembers those that it created. Does nothing for an existing folder. */
  folder(path: string): void {
    const first = mkdirSync(path, { recursive: true });
    if (first === undefined) return;
    for (let at = resolve(path); at.length >= resolve(first).length; at = dirname(at)) this.#folders.push(at);
  }

  /** Removes the remembered folders that are empty, the innermost first. */
  remove(): void {
    // The innermost first; a folder that is no longer empty stays.
    for (const path of this.#folders.sort((a, b) => b.length - a.length)) if (isEmpty(path)) rmdirSync(path);
  }
}

function obstacleProblem(where: string): Problem {
  return {
    what: "the path of a generated file is taken by something that the generator did not write",
    where,
    why: "Writing there would overwrite your work, or write outside the output folder.",
    fix: "Move it away, or choose another output folder.",
  };
}
