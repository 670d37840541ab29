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

/** Options for `writeFolder`. */
export interface WriteOptions {
  /** Name of the folder in messages. */
  readonly label: string;
  /**
   * Maximum wait for another run that is writing to the folder, in milliseconds. Default: 10,000.
   */
  readonly maxWaitMs?: number;
}

/** The file that programs import. */
const ENTRY = "index.ts";

/**
 * Makes the folder equal to the output.
 *
 * Recovers abandoned runs first. Removes files that are no longer generated, and keeps files that
 * were never generated. All files are written before any is renamed, so each file is complete at
 * all times. After an error, all changes are undone; if the process is killed, the next run
 * completes them. Returns the differences it found. Throws `Problems`, for example if there is an
 * obstacle or another run does not end in time.
 */
export async function writeFolder(
  folder: URL,
  output: Output,
  options: WriteOptions,
): Promise<readonly Difference[]> {
  const { label, maxWaitMs } = options;
  await recoverFolder(folder);
  const initial = compareFolder(folder, output, label);
  // If nothing differs, the folder need not be writable.
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
      // Compare again, because another run may just have finished writing.
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
 * Writes files into a folder, either all of them or none. `texts` contains the text of each file,
 * keyed by file name.
 *
 * The folder is created if missing. Abandoned runs are completed first, if they replace only files
 * that `isReplaceable` accepts. If the process is killed, the next run completes the changes.
 * Returns the names of the files that changed. Throws `Problems` if another run does not end within
 * 10 s or the work folder contains files that no run wrote. Also throws the file system's errors.
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

/** The text of a file; null if nothing is there. */
function textAt(file: string): string | null {
  return lstatSync(file, { throwIfNoEntry: false }) === undefined
    ? null
    : readFileSync(file, "utf8");
}

/**
 * Finishes the work of runs that ended early in the folder.
 *
 * If a run had begun to undo its changes, they are undone instead. A run's files are left alone if
 * one of them was changed afterwards, or exists and is rejected by `isReplaceable`, which gets the
 * file's path. Returns one outcome for each run.
 *
 * If no run ended early or the folder does not exist, returns an empty list at once, even if
 * another run is still writing. Otherwise, throws `Problems` if another run does not end within 10
 * s or the work folder contains files that no run wrote. Also throws the file system's errors.
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

/** Finishes or undoes the work of each abandoned run. */
function recoverAbandoned(
  root: string,
  { abandoned }: Lock,
  isReplaceable: (file: string) => boolean,
): readonly Recovery[] {
  return abandoned.map((work) => recoverChanges(root, work, isReplaceable));
}

/**
 * The changes that make the folder equal to the output.
 *
 * If there are several changes, the entry file is written last, even if its final text is the same
 * as before. Until then the entry file does not compile, so nobody uses a mix of old and new files.
 */
function changesTo(output: Output, differences: readonly Difference[]): readonly Change[] {
  const changes = differences.map(
    ({ kind, path, expected }): Change => ({ path, text: kind === "orphan" ? null : expected }),
  );
  const entry = output.get(ENTRY);
  if (changes.length < 2 || entry === undefined) return changes;
  return [...changes.filter(({ path }) => path !== ENTRY), { path: ENTRY, text: entry }];
}

/** The differences to write or remove. Throws `Problems` if there is an obstacle. */
function pendingDifferences(
  differences: readonly Difference[],
  label: string,
): readonly Difference[] {
  const obstacles = differences.filter(({ kind }) => kind === "obstacle");
  if (obstacles.length > 0)
    throw new Problems(obstacles.map(({ path }) => obstacleProblem(`${label}/${path}`)));
  return differences.filter(({ kind }) => kind !== "foreign");
}

/** Remembers the folders that a run creates, to remove them if the run fails. */
export class CreatedFolders {
  readonly #folders: string[] = [];

  /** Creates a folder and its missing parents. Does nothing if the folder exists. */
  folder(path: string): void {
    const first = mkdirSync(path, { recursive: true });
    if (first === undefined) return;
    for (let at = resolve(path); at.length >= resolve(first).length; at = dirname(at))
      this.#folders.push(at);
  }

  /** Removes the remembered folders that are empty, innermost first. */
  remove(): void {
    for (const path of this.#folders.sort((a, b) => b.length - a.length))
      if (isEmpty(path)) rmdirSync(path);
  }
}

/** The problem to report for something that is in the way of a generated file. */
function obstacleProblem(where: string): Problem {
  return {
    what: "a generated file belongs here, but something else is in its place",
    where,
    why: "Writing could overwrite your work or end up outside the output folder.",
    fix: "Move it elsewhere or choose another output folder.",
  };
}
