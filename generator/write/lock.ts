import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Holder, isAlive } from "../../runtime/file-lock.js";
import { type Problem, Problems } from "../problem.js";
import { isThere, WORK_FILES } from "./commit.js";

/** The work folder within the output folder, which exists while a run writes. Hidden, so that it is not taken for a part of the output. */
export const WORK = ".pinterest-reports-writing";

const HOLDER = "holder.json";

/** The folder within the work folder in which a new output folder is made. */
export const NEW = "new";

/** Maximum wait for another run, in milliseconds. */
const PATIENCE = 10_000;

/** Maximum age of a lock, in milliseconds: writing takes seconds at most, so the process of an older lock has ended. */
const LONGEST = 300_000;

/**
 * Maximum age of a lock without a holder, in milliseconds. A run names itself right after creating the folder; without a name by then, it
 * died in between.
 */
const UNNAMED = 2_000;

/** Lock ids of this process. A lock with this process id and another lock id is left from an earlier process with the same process id. */
const ours = new Set<string>();

/** The exclusive right to write into a folder. */
export interface Lock {
  /** A folder for temporary files. */
  readonly work: string;
  /** Work folders of processes that ended early. Removed together with this one. */
  readonly left: readonly string[];
  end(): void;
}

/**
 * Creates the work folder as soon as no other run has it, and excludes other runs until `end` is called. The folder of a dead process is
 * renamed aside. Throws `Problems` after `patience` milliseconds, and when the folder holds other files.
 */
export async function acquireLock(work: string, patience: number = PATIENCE): Promise<Lock> {
  const me: Holder = { pid: process.pid, host: hostname(), id: crypto.randomUUID() };
  const until = performance.now() + patience;
  while (!isMade(work)) {
    refuseForeign(work);
    if (isLeft(work)) putAside(work);
    else if (performance.now() >= until) throw new Problems([busy(work)]);
    else await pause(50);
  }
  let left: readonly string[] = [];
  const end = (): void => {
    for (const folder of [...left, work]) clearAway(folder);
    ours.delete(me.id);
  };
  ours.add(me.id);
  try {
    writeFileSync(join(work, HOLDER), JSON.stringify(me));
    left = asideOf(work);
  } catch (error) {
    end();
    throw error;
  }
  return { work, left, end };
}

/** Removes the holder file last: as long as other files exist, the next run can tell that the folder was left. */
function clearAway(work: string): void {
  for (const name of namesIn(work)) if (name !== HOLDER) rmSync(join(work, name), { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
}

/** Whether a dead process has left a work folder of that name, in place or renamed aside. */
export function isAnyLeft(work: string): boolean {
  return (isPlain(work) && isLeft(work)) || asideOf(work).length > 0;
}

/** Work folders that were renamed aside and not yet dealt with. */
function asideOf(work: string): readonly string[] {
  const folder = dirname(work);
  return namesIn(folder)
    .filter((name) => name.startsWith(`${basename(work)}-`))
    .map((name) => join(folder, name))
    .filter((path) => isPlain(path) && isLeft(path));
}

/** Creates the folder; true for only one of several processes. */
function isMade(work: string): boolean {
  try {
    mkdirSync(work);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Throws `Problems` when the folder holds anything but the files of a run: it is removed at the end. */
function refuseForeign(work: string): void {
  if (lstatSync(work, { throwIfNoEntry: false }) === undefined || isPlain(work)) return;
  const what = "the work folder of a run contains other files";
  throw new Problems([{ what, where: work, why: "The folder is removed at the end of the run.", fix: "Move those files away." }]);
}

function isPlain(work: string): boolean {
  try {
    if (!lstatSync(work).isDirectory()) return false;
  } catch {
    return false;
  }
  return namesIn(work).every((name) => name === HOLDER || name === NEW || WORK_FILES.test(name));
}

function namesIn(work: string): readonly string[] {
  try {
    return readdirSync(work);
  } catch {
    return [];
  }
}

function isLeft(work: string): boolean {
  const since = statSync(work, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined) return false;
  const [holder, age] = [holderOf(work), Date.now() - since];
  if (holder === null && namesIn(work).every((name) => name === HOLDER)) return age > UNNAMED;
  return age > LONGEST || (holder !== null && holder.host === hostname() && !isAtWork(holder));
}

/** Renames a left folder; only one of several processes succeeds. A process that renamed another one's new lock renames it back. */
function putAside(work: string): void {
  const left = holderOf(work)?.id;
  const aside = `${work}-${crypto.randomUUID()}`;
  try {
    renameSync(work, aside);
  } catch {
    return;
  }
  if (holderOf(aside)?.id !== left) renameSync(aside, work);
}

function isAtWork({ pid, id }: Holder): boolean {
  return pid === process.pid ? ours.has(id) : isAlive(pid);
}

function holderOf(work: string): Holder | null {
  if (!isThere(join(work, HOLDER))) return null;
  try {
    const { pid, host, id }: Partial<Holder> = JSON.parse(readFileSync(join(work, HOLDER), "utf8"));
    return Number.isInteger(pid) && typeof host === "string" && typeof id === "string" ? ({ pid, host, id } as Holder) : null;
  } catch {
    return null;
  }
}

function busy(work: string): Problem {
  const holder = holderOf(work);
  return {
    what: `another run is writing here${holder === null ? "" : `: process ${holder.pid} on ${holder.host}`}`,
    where: work,
    why: "Two simultaneous runs would mix their files.",
    fix: "Wait until the other run has ended. If none is running, remove this folder.",
  };
}
