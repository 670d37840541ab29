import { lstatSync, mkdirSync, readFileSync, rmdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Problem, Problems } from "../problem.js";
import type { Output } from "../workspace.js";
import { type Change, commitChanges, isEmpty, type Recovery, recoverChanges } from "./commit.js";
import {
  asProblems,
  compareFolder,
  type Difference,
  folderAt,
  isGenerated,
  realFolder,
} from "./compare.js";
import { acquireLock, hasAbandoned, type Lock, WORK } from "./lock.js";
import { unfinishedEntry } from "./unfinished.js";

/** Options of `write`. */
export interface WriteOptions {
  /** Name of the folder in messages. */
  readonly label: string;
  /** Maximum wait for another run that writes there. Default: 10,000. */
  readonly maxWaitMs?: number;
}

/** The file that programs import. */
const ENTRY = "index.ts";

/**
 * Makes the folder equal to the output, after recovering abandoned runs, and removes orphaned
 * generated files; foreign files stay. Returns the differences that it found, empty if there were
 * none. All files are written before any is renamed, each file is complete at any time, and an
 * error undoes all changes; after a kill the next run completes them. `options`: the folder's name
 * in messages, and the longest wait for another run. Throws `Problems`, also for an obstacle or if
 * that run does not end.
 */
export async function writeFolder(
  folder: URL,
  output: Output,
  options: WriteOptions,
): Promise<readonly Difference[]> {
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
    created.folder(named);
    const root = realFolder(named, label) ?? named;
    const lock = await acquireLock(join(root, WORK), maxWaitMs);
    try {
      recoverAbandoned(root, lock, isGenerated);
      // Compared again: another run may just have written.
      const differences = compareFolder(folder, output, label);
      const changes = changesTo(output, pendingDifferences(differences, label));
      for (const { path, text } of changes)
        if (text !== null) created.folder(dirname(join(root, path)));
      const entry = output.get(ENTRY);
      const meanwhile = entry === undefined ? {} : { meanwhile: unfinishedEntry(entry) };
      commitChanges(changes, { base: root, work: lock.work, undo: true, at, ...meanwhile });
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
 * Writes texts by file name into a folder, which is created if missing: all or none; if the process
 * is killed, the next run completes them. Returns the names of those that changed. First completes
 * abandoned runs, as far as they replace only files that satisfy `isReplaceable`. Throws `Problems`
 * if another run does not end within 10 s or the work folder holds other files, and the file
 * system's errors.
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
  return lstatSync(file, { throwIfNoEntry: false }) === undefined
    ? null
    : readFileSync(file, "utf8");
}

/**
 * Finishes the work of runs that ended early in the folder, or undoes it where a run had begun to
 * undo. Touches no file of a run if one of them exists and `isReplaceable`, called with its path,
 * is false, or if one has changed since. Returns one outcome for each such run; empty if there is
 * none, or no folder. Throws `Problems` if another run does not end within 10 s or the work folder
 * holds other files, and the file system's errors.
 */
export async function recoverFolder(
  folder: URL,
  isReplaceable: (file: string) => boolean = isGenerated,
): Promise<readonly Recovery[]> {
  const root = folderAt(fileURLToPath(folder));
  if (root === undefined || !hasAbandoned(join(root, WORK))) return [];
  const lock = await acquireLock(join(root, WORK));
  try {
    return recoverAbandoned(root, lock, isReplaceable);
  } finally {
    lock.release();
  }
}

function recoverAbandoned(
  root: string,
  { abandoned }: Lock,
  isReplaceable: (file: string) => boolean,
): readonly Recovery[] {
  return abandoned.map((work) => recoverChanges(root, work, isReplaceable));
}

/**
 * The changes that make the folder equal to the output. Of several, the last one is that of the
 * entry file, which is written in any case: it does not compile until all others are complete.
 */
function changesTo(output: Output, differences: readonly Difference[]): readonly Change[] {
  const changes = differences.map(
    ({ kind, path, expected }): Change => ({ path, text: kind === "orphan" ? null : expected }),
  );
  const entry = output.get(ENTRY);
  if (changes.length < 2 || entry === undefined) return changes;
  return [...changes.filter(({ path }) => path !== ENTRY), { path: ENTRY, text: entry }];
}

/** The differences to write or to remove. Throws `Problems` when there is an obstacle. */
function pendingDifferences(
  differences: readonly Difference[],
  label: string,
): readonly Difference[] {
  const obstacles = differences.filter(({ kind }) => kind === "obstacle");
  if (obstacles.length > 0)
    throw new Problems(obstacles.map(({ path }) => obstacleProblem(`${label}/${path}`)));
  return differences.filter(({ kind }) => kind !== "foreign");
}

/** The folders that a run creates, to be removed again if it fails. */
export class CreatedFolders {
  readonly #folders: string[] = [];

  /**
   * Creates a folder and its missing parents, and remembers those that it created. Does nothing for
   * an existing folder.
   */
  folder(path: string): void {
    const first = mkdirSync(path, { recursive: true });
    if (first === undefined) return;
    for (let at = resolve(path); at.length >= resolve(first).length; at = dirname(at))
      this.#folders.push(at);
  }

  /** Removes the remembered folders that are empty, the innermost first. */
  remove(): void {
    // The innermost first; a folder that is no longer empty stays.
    for (const path of this.#folders.sort((a, b) => b.length - a.length))
      if (isEmpty(path)) rmdirSync(path);
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
