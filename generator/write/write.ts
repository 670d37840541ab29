import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Problem, Problems } from "../problem.js";
import type { Output } from "../workspace.js";
import { type Change, commit, isEmpty, type Settled, settle, syncFolder, writeSynced } from "./commit.js";
import { asProblems, compare, type Difference, isOurs, realFolder } from "./compare.js";
import { acquireLock, isAnyLeft, type Lock, NEW, WORK } from "./lock.js";

export interface WriteOptions {
  /** Name of the folder in messages. */
  readonly called: string;
  /** Maximum wait for another run that writes there, in milliseconds. */
  readonly patience?: number;
}

/** Ties the generated files together: while it is new and others are old, nothing compiles. */
const GENERATION = "generation.ts";

/**
 * Makes the folder equal to the output and removes orphaned generated files; a new folder is made by one rename. All files are written
 * before any is renamed, each file is complete at any time, and a failing step undoes the earlier ones. After a killed process, the next
 * run continues its work. Throws `Problems`.
 */
export async function write(folder: URL, output: Output, options: WriteOptions): Promise<readonly Difference[]> {
  const { called, patience } = options;
  await settleFolder(folder);
  const found = compare(folder, output, called);
  // Without changes, the folder need not be writable.
  if (toDo(found, called).length === 0) return found;
  const named = fileURLToPath(folder);
  const made = new CreatedFolders();
  let doing = called;
  const at = (path: string): string => (doing = `${called}/${path}`);
  try {
    if (await isMadeWhole(named, output, { made, at, patience })) return found;
    made.folder(named);
    const root = realFolder(named, called) ?? named;
    const turn = await acquireLock(join(root, WORK), patience);
    try {
      settleLeft(root, turn, isOurs);
      // Compared again: another run may just have written.
      const differences = compare(folder, output, called);
      const changed = [...toDo(differences, called)].sort((one, other) => rank(one) - rank(other));
      for (const { kind, path } of changed) if (kind !== "orphan") made.folder(dirname(join(root, path)));
      commit(changed.map(changeOf), { base: root, work: turn.work, undo: true, at });
      return differences;
    } finally {
      turn.end();
    }
  } catch (error) {
    made.takeBack();
    throw asProblems(error, { what: "cannot be written", where: doing });
  }
}

/**
 * Writes a few files into a folder, all or none, even if the process is killed. Returns the names of those that changed. Throws `Problems`.
 */
export async function writeFew(
  folder: URL,
  texts: ReadonlyMap<string, string>,
  ours: (file: string) => boolean,
): Promise<readonly string[]> {
  const root = fileURLToPath(folder);
  mkdirSync(root, { recursive: true });
  const turn = await acquireLock(join(root, WORK));
  try {
    settleLeft(root, turn, ours);
    const changed = [...texts].filter(([name, text]) => textAt(join(root, name)) !== text);
    commit(
      changed.map(([path, text]) => ({ path, text })),
      { base: root, work: turn.work, undo: true },
    );
    return changed.map(([name]) => name);
  } finally {
    turn.end();
  }
}

function textAt(file: string): string | null {
  return lstatSync(file, { throwIfNoEntry: false }) === undefined ? null : readFileSync(file, "utf8");
}

/** Finishes or undoes the work of runs that ended early in the folder. Returns the outcomes. */
export async function settleFolder(folder: URL, ours: (file: string) => boolean = isOurs): Promise<readonly Settled[]> {
  const named = fileURLToPath(folder);
  const root = folderAt(named);
  const settled: Settled[] = [];
  for (const [base, work] of [[root, root && join(root, WORK)] as const, [undefined, makingOf(named)] as const]) {
    if (work === undefined || !isAnyLeft(work)) continue;
    const turn = await acquireLock(work);
    try {
      if (base !== undefined) settled.push(...settleLeft(base, turn, ours));
      else settled.push(...turn.left.map((): Settled => ({ outcome: "whole", files: 0, about: null })));
    } finally {
      turn.end();
    }
  }
  return settled;
}

function settleLeft(root: string, { left }: Lock, ours: (file: string) => boolean): readonly Settled[] {
  return left.map((work) => settle(root, work, ours));
}

/** The real path of a folder; undefined when there is none. */
function folderAt(named: string): string | undefined {
  try {
    return statSync(named).isDirectory() ? realpathSync(named) : undefined;
  } catch {
    return undefined;
  }
}

/** The work folder of runs that make a new folder. */
function makingOf(named: string): string {
  const bare = bareOf(resolve(named));
  return join(dirname(bare), `${WORK}.${basename(bare).slice(0, 60)}`);
}

function bareOf(named: string): string {
  return named.replace(/(?<=.)[\\/]+$/, "");
}

interface Making {
  readonly made: CreatedFolders;
  readonly at: (path: string) => void;
  readonly patience: number | undefined;
}

/** Makes a folder that does not exist yet, completely or not at all. Returns whether it did. */
async function isMadeWhole(named: string, output: Output, { made, at, patience }: Making): Promise<boolean> {
  const bare = bareOf(resolve(named));
  if (lstatSync(bare, { throwIfNoEntry: false }) !== undefined) return false;
  made.folder(dirname(bare));
  const { work, end } = await acquireLock(makingOf(named), patience);
  try {
    if (lstatSync(bare, { throwIfNoEntry: false }) !== undefined) return false;
    const whole = join(work, NEW);
    const folders = new Set([whole]);
    for (const [path, text] of output) {
      at(path);
      const file = join(whole, path);
      mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
      writeSynced(file, text);
    }
    for (const one of folders) syncFolder(one);
    renameSync(whole, bare);
    syncFolder(dirname(bare));
    return true;
  } finally {
    end();
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

function changeOf({ kind, path, shouldBe }: Difference): Change {
  return { path, text: kind === "orphan" ? null : shouldBe };
}

/** The differences to write or to remove. Throws `Problems` when there is an obstacle. */
function toDo(differences: readonly Difference[], called: string): readonly Difference[] {
  const obstacles = differences.filter(({ kind }) => kind === "obstacle");
  if (obstacles.length > 0) throw new Problems(obstacles.map(({ path }) => inTheWay(`${called}/${path}`)));
  return differences.filter(({ kind }) => kind !== "foreign");
}

/** The folders created by a run, to be removed again if it fails. */
export class CreatedFolders {
  readonly #folders: string[] = [];

  folder(path: string): void {
    const first = mkdirSync(path, { recursive: true });
    if (first === undefined) return;
    for (let at = resolve(path); at.length >= resolve(first).length; at = dirname(at)) this.#folders.push(at);
  }

  takeBack(): void {
    // The innermost first; a folder that is no longer empty stays.
    for (const path of this.#folders.sort((a, b) => b.length - a.length)) if (isEmpty(path)) rmdirSync(path);
  }
}

function inTheWay(where: string): Problem {
  return {
    what: "the path of a generated file is taken by something that the generator did not write",
    where,
    why: "Writing there would overwrite your work, or write outside the output folder.",
    fix: "Move it away, or choose another output folder.",
  };
}
