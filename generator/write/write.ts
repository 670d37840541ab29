import { copyFileSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Output } from "../pipeline.js";
import { type Problem, Problems } from "../problem.js";
import { asProblems, compare, type Difference, realFolder } from "./compare.js";
import { takeTurn } from "./turn.js";

export interface WriteOptions {
  /** What people call the folder. */
  readonly called: string;
  /** How long to wait for another run that writes there, in milliseconds. */
  readonly patience?: number;
}

/**
 * Makes the folder what the output says, and removes orphans of ours. All is written before anything is renamed, each file is whole at any
 * time, and what was done is taken back when a step fails; who reads meanwhile may find new files beside old ones. Throws `Problems`.
 */
export async function write(folder: URL, output: Output, options: WriteOptions): Promise<readonly Difference[]> {
  const { called, patience } = options;
  const found = compare(folder, output, called);
  // Where there is nothing to do, nothing need be writable.
  if (toDo(found, called).length === 0) return found;
  const named = fileURLToPath(folder);
  const made = new Made();
  let doing = called;
  try {
    made.folder(named);
    const root = realFolder(named, called) ?? named;
    const { work, end } = await takeTurn(root, patience);
    try {
      // Once more: what was there may be what another run has just written.
      const differences = compare(folder, output, called);
      moveAll(toDo(differences, called), { root, work, made, now: (path) => (doing = `${called}/${path}`) });
      return differences;
    } finally {
      end();
    }
  } catch (error) {
    made.takeBack();
    throw asProblems(error, { what: "cannot be written", where: doing });
  }
}

/** What has to be written or removed. Throws `Problems` when something stands in the way. */
function toDo(differences: readonly Difference[], called: string): readonly Difference[] {
  const obstacles = differences.filter(({ kind }) => kind === "obstacle");
  if (obstacles.length > 0) throw new Problems(obstacles.map(({ path }) => inTheWay(`${called}/${path}`)));
  return differences.filter(({ kind }) => kind !== "foreign");
}

interface Moving {
  readonly root: string;
  /** A folder on the same disk, so that moving is renaming. */
  readonly work: string;
  readonly made: Made;
  /** Is told which file is at hand. */
  now(path: string): void;
}

function moveAll(differences: readonly Difference[], { root, work, made, now }: Moving): void {
  const moves = differences.map(({ kind, path, shouldBe }, index) => {
    const [to, isNew, isOld] = [join(root, path), join(work, `${index}.new`), join(work, `${index}.old`)];
    return { kind, path, shouldBe, to, isNew, isOld };
  });
  for (const { kind, path, shouldBe, to, isNew, isOld } of moves) {
    now(path);
    if (kind !== "orphan") writeFileSync(isNew, shouldBe);
    if (kind === "changed") copyFileSync(to, isOld);
  }
  const back: (() => void)[] = [];
  try {
    for (const { kind, path, to, isNew, isOld } of moves) {
      now(path);
      if (kind !== "orphan") made.folder(dirname(to));
      renameSync(...(kind === "orphan" ? ([to, isOld] as const) : ([isNew, to] as const)));
      back.push(kind === "missing" ? () => rmSync(to) : () => renameSync(isOld, to));
    }
  } catch (error) {
    // Where even that fails, what is lost can be generated again.
    for (const step of back.reverse()) step();
    throw error;
  }
  for (const { kind, to } of moves) if (kind === "orphan") removeEmpty(dirname(to), root);
}

/** Folders that were made on the way, to be removed again where it led nowhere. */
class Made {
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

function removeEmpty(folder: string, root: string): void {
  for (let at = folder; at !== root && isEmpty(at); at = dirname(at)) rmdirSync(at);
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
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
