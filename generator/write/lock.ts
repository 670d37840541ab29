import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Problem, Problems } from "../problem.js";
import { isThere, WORK_FILES } from "./commit.js";

/** The folder within the output folder that is there while a run writes. Hidden, so that nobody takes it for a part of the output. */
export const WORK = ".pinterest-reports-writing";

const HOLDER = "holder.json";

/** The folder within the work folder in which a new output folder is made. */
export const NEW = "new";

/** How long a run waits for another one, in milliseconds … */
const PATIENCE = 10_000;

/** … and how old a turn may become: writing takes seconds at most, so whoever has not ended by then is gone. */
const LONGEST = 300_000;

/** A run names itself in the folder right after it has made it. Whoever has not by then died in between. */
const UNNAMED = 2_000;

/** Turns of this process: one of its process id that is not among them is left from a process before it. */
const ours = new Set<string>();

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly id: string;
}

/** The right to write into a folder. */
export interface Lock {
  /** A folder for what is under way. */
  readonly work: string;
  /** Work folders of processes that died before they were through. Removed with this one. */
  readonly left: readonly string[];
  end(): void;
}

/**
 * Makes the work folder of that name as soon as no other run has it, and keeps others out until `end` is called. The folder of a process that died is
 * put aside. Throws `Problems` when it takes too long.
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

/** Who holds it goes last: as long as anything else is there, the next run can tell that it was left. */
function clearAway(work: string): void {
  for (const name of namesIn(work)) if (name !== HOLDER) rmSync(join(work, name), { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
}

/** Whether a process that died has left a work folder of that name, here or put aside by another one that died. */
export function isAnyLeft(work: string): boolean {
  return (isPlain(work) && isLeft(work)) || asideOf(work).length > 0;
}

/** What was put aside and not dealt with. */
function asideOf(work: string): readonly string[] {
  const folder = dirname(work);
  return namesIn(folder)
    .filter((name) => name.startsWith(`${basename(work)}-`))
    .map((name) => join(folder, name))
    .filter((path) => isPlain(path) && isLeft(path));
}

/** Makes the folder, which only one of several can do. */
function isMade(work: string): boolean {
  try {
    mkdirSync(work);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** A folder of that name is cleared away only if it holds what a run puts there, and nothing else. */
function refuseForeign(work: string): void {
  if (lstatSync(work, { throwIfNoEntry: false }) === undefined || isPlain(work)) return;
  const what = "the folder that a run works in holds something else";
  throw new Problems([{ what, where: work, why: "It is removed when the run is over.", fix: "Move it away." }]);
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
  return age > LONGEST || (holder !== null && holder.host === hostname() && !isAlive(holder));
}

/** Of several that find what was left only one moves it. Whoever moves another's new turn by that puts it back. */
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

function isAlive({ pid, id }: Holder): boolean {
  if (pid === process.pid) return ours.has(id);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, and somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
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
    what: `another run writes here${holder === null ? "" : `: process ${holder.pid} on ${holder.host}`}`,
    where: work,
    why: "Two runs at once would leave files of both.",
    fix: "Wait until it has ended. If none is running, remove that folder.",
  };
}
