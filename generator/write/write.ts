import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Output } from "../pipeline.js";
import { type Problem, Problems } from "../problem.js";
import { type Change, commit, isEmpty, type Settled, settle, syncFolder, writeSynced } from "./commit.js";
import { asProblems, compare, type Difference, isOurs, realFolder } from "./compare.js";
import { acquireLock, isAnyLeft, type Lock, NEW, WORK } from "./lock.js";

export interface WriteOptions {
  /** What people call the folder. */
  readonly called: string;
  /** How long to wait for another run that writes there, in milliseconds. */
  readonly patience?: number;
}

/** Ties the files together: while it is the new one and others are not, nothing compiles. */
const GENERATION = "generation.ts";

/**
 * Makes the folder what the output says, and removes orphans of ours; a new folder by one rename. All is written before anything is renamed, each file is
 * whole at any time, and what was done is taken back when a step fails. Of a process that is killed the next run goes on with the work. Throws `Problems`.
 */
export async function write(folder: URL, output: Output, options: WriteOptions): Promise<readonly Difference[]> {
  const { called, patience } = options;
  await settleFolder(folder);
  const found = compare(folder, output, called);
  // Where there is nothing to do, nothing need be writable.
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
      // Once more: what was there may be what another run has just written.
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

/** Writes a few files into a folder, all or none, though the process be killed; gives the names of those that changed. Throws `Problems`. */
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

/** Finishes or undoes what a run has left in the folder that ended before it was through; gives what became of it. */
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

/** Where a folder really is; undefined where there is none. */
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

/** Makes a folder that is not there yet, whole or not at all; tells whether it did. */
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
 * In which order files take their places. A new one belongs to nothing yet, and one that is to go goes last: with the list of its generation
 * in place, it is what does not compile.
 */
function rank({ kind, path }: Difference): number {
  if (kind === "orphan") return 3;
  return path === GENERATION ? 1 : kind === "missing" ? 0 : 2;
}

function changeOf({ kind, path, shouldBe }: Difference): Change {
  return { path, text: kind === "orphan" ? null : shouldBe };
}

/** What has to be written or removed. Throws `Problems` when something stands in the way. */
function toDo(differences: readonly Difference[], called: string): readonly Difference[] {
  const obstacles = differences.filter(({ kind }) => kind === "obstacle");
  if (obstacles.length > 0) throw new Problems(obstacles.map(({ path }) => inTheWay(`${called}/${path}`)));
  return differences.filter(({ kind }) => kind !== "foreign");
}

/** Folders that were made on the way, to be removed again where it led nowhere. */
export class CreatedFolders {
  readonly #folders: string[] = [];

  folder(path: string): void {
    const first = mkdirSync(path, { recursive: true });
    if (first === undefined) return;
    for (let at = resolve(path); at.length >= resolve(first).length; at = dirname(at)) this.#folders.push(at);
  }

  takeBack(): void {
    // The innermost first; one that somebody has put something into meanwhile stays.
    for (const path of this.#folders.sort((a, b) => b.length - a.length)) if (isEmpty(path)) rmdirSync(path);
  }
}

function inTheWay(where: string): Problem {
  return {
    what: "stands where a generated file has to go and is not ours",
    where,
    why: "Writing there would lose somebody's work, or lead out of the output folder.",
    fix: "Move it away, or choose another output folder.",
  };
}
