import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Holder, isAlive, newHolder } from "../../runtime/file-lock.js";
import { type Problem, Problems } from "../problem.js";
import { isRegularFile, WORK_FILES } from "./commit.js";

/**
 * The work folder within the output folder, which exists while a run writes. Hidden, so that it is
 * not taken for a part of the output.
 */
export const WORK = ".pinterest-reports-writing";

const HOLDER = "holder.json";

/** Maximum wait for another run. */
const MAX_WAIT_MS = 10_000;

/**
 * Maximum age of a lock: writing takes seconds at most, so the process of an older lock has ended.
 */
const MAX_AGE_MS = 300_000;

/**
 * Maximum age of a lock without a holder, in milliseconds. A run names itself right after creating
 * the folder; without a name by then, it died in between.
 */
const MAX_UNNAMED_MS = 2_000;

/**
 * Lock ids of this process. A lock with this process id and another lock id is left from an earlier
 * process with the same process id.
 */
const ownLocks = new Set<string>();

/** The exclusive right to write into a folder. */
export interface Lock {
  /** A folder for temporary files, removed with all of its contents by `release`. */
  readonly work: string;
  /**
   * Work folders of processes that ended early, for the caller to recover. Removed together with
   * `work`.
   */
  readonly abandoned: readonly string[];
  /** Removes the work folders and lets the next run start. */
  release(): void;
}

/**
 * Creates the folder `work` as soon as no other run has it, and excludes other runs until
 * `release`. The folder of a process that has ended, or that is older than 5 minutes, is renamed
 * aside and returned in `abandoned`. Throws `Problems` after `maxWaitMs`, 10 s by default, and at
 * once if the folder holds other files than those of a run; also throws the file system's errors.
 */
export async function acquireLock(work: string, maxWaitMs: number = MAX_WAIT_MS): Promise<Lock> {
  const self = newHolder(hostname());
  const deadline = performance.now() + maxWaitMs;
  while (!isMade(work)) {
    refuseForeign(work);
    if (isAbandoned(work)) moveAside(work);
    else if (performance.now() >= deadline) throw new Problems([busy(work)], "temporary");
    else await pause(50);
  }
  let abandoned: readonly string[] = [];
  const release = (): void => {
    for (const folder of [...abandoned, work]) clearAway(folder);
    ownLocks.delete(self.id);
  };
  ownLocks.add(self.id);
  try {
    writeFileSync(join(work, HOLDER), JSON.stringify(self));
    abandoned = setAside(work);
  } catch (error) {
    release();
    throw error;
  }
  return { work, abandoned, release };
}

/**
 * Removes the holder file last: as long as other files exist, the next run can tell that the folder
 * was left.
 */
function clearAway(work: string): void {
  for (const name of namesIn(work))
    if (name !== HOLDER) rmSync(join(work, name), { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
}

/**
 * Whether the folder `work`, in place or renamed aside, is left from a process that has ended; one
 * older than 5 minutes, or that after 2 s names no process, counts as left. False if there is none,
 * if its process still runs, or if it holds other files than those of a run.
 */
export function hasAbandoned(work: string): boolean {
  return (isPlain(work) && isAbandoned(work)) || setAside(work).length > 0;
}

/** Work folders that were renamed aside and not yet dealt with. */
function setAside(work: string): readonly string[] {
  const folder = dirname(work);
  return namesIn(folder)
    .filter((name) => name.startsWith(`${basename(work)}-`))
    .map((name) => join(folder, name))
    .filter((path) => isPlain(path) && isAbandoned(path));
}

/** A run that writes into a folder, or was stopped there. */
export interface Run {
  /** Its work folder. */
  readonly work: string;
  /** Its process; null if it has not named itself. */
  readonly holder: Holder | null;
  /** Whether it has ended: the next run completes its work. */
  readonly isAbandoned: boolean;
}

/** The runs that have a work folder in `folder`. */
export function runsIn(folder: string): readonly Run[] {
  const work = join(folder, WORK);
  const current = isPlain(work)
    ? [{ work, holder: holderOf(work), isAbandoned: isAbandoned(work) }]
    : [];
  return [
    ...current,
    ...setAside(work).map((path) => ({ work: path, holder: holderOf(path), isAbandoned: true })),
  ];
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

/**
 * Throws `Problems` when the folder holds anything but the files of a run: it is removed at the
 * end.
 */
function refuseForeign(work: string): void {
  if (lstatSync(work, { throwIfNoEntry: false }) === undefined || isPlain(work)) return;
  const what = "the work folder of a run contains other files";
  throw new Problems([
    {
      what,
      where: work,
      why: "The folder is removed at the end of the run.",
      fix: "Move those files away.",
    },
  ]);
}

function isPlain(work: string): boolean {
  try {
    if (!lstatSync(work).isDirectory()) return false;
  } catch {
    return false;
  }
  return namesIn(work).every((name) => name === HOLDER || WORK_FILES.test(name));
}

function namesIn(work: string): readonly string[] {
  try {
    return readdirSync(work);
  } catch {
    return [];
  }
}

function isAbandoned(work: string): boolean {
  const modified = statSync(work, { throwIfNoEntry: false })?.mtimeMs;
  if (modified === undefined) return false;
  const [holder, age] = [holderOf(work), Date.now() - modified];
  if (holder === null && namesIn(work).every((name) => name === HOLDER))
    return age > MAX_UNNAMED_MS;
  return age > MAX_AGE_MS || (holder !== null && holder.host === hostname() && !isAtWork(holder));
}

/**
 * Renames a left folder; only one of several processes succeeds. A process that renamed another
 * one's new lock renames it back.
 */
function moveAside(work: string): void {
  const abandonedId = holderOf(work)?.id;
  const aside = `${work}-${crypto.randomUUID()}`;
  try {
    renameSync(work, aside);
  } catch {
    return;
  }
  if (holderOf(aside)?.id !== abandonedId) renameSync(aside, work);
}

function isAtWork(holder: Holder): boolean {
  return holder.pid === process.pid ? ownLocks.has(holder.id) : isAlive(holder);
}

function holderOf(work: string): Holder | null {
  if (!isRegularFile(join(work, HOLDER))) return null;
  try {
    const holder: Partial<Holder> = JSON.parse(readFileSync(join(work, HOLDER), "utf8"));
    const { pid, host, id } = holder;
    return Number.isInteger(pid) && typeof host === "string" && typeof id === "string"
      ? (holder as Holder)
      : null;
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
