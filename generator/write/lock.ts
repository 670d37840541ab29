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
 * Name of the work folder inside the output folder. The work folder exists while a run writes, and
 * is hidden so that it does not look like part of the output.
 */
export const WORK = ".pinterest-reports-writing";

const HOLDER = "holder.json";

/** Maximum wait for another run. */
const MAX_WAIT_MS = 10_000;

/**
 * Maximum age of a lock. Writing takes seconds, so the process that created an older lock must
 * have ended.
 */
const MAX_AGE_MS = 300_000;

/**
 * Maximum age of a lock without a holder, in milliseconds.
 *
 * A run writes its holder file right after creating the folder. If there is still no holder file at
 * this age, the run was killed in between.
 */
const MAX_UNNAMED_MS = 2_000;

/**
 * Lock ids of this process. A lock with this process id but an unknown lock id comes from an
 * earlier process with the same id.
 */
const ownLocks = new Set<string>();

/** The exclusive right to write to a folder. */
export interface Lock {
  /** A folder for temporary files. `release` removes it with all its contents. */
  readonly work: string;
  /**
   * Work folders left by processes that ended early. The caller recovers them; `release` removes
   * them.
   */
  readonly abandoned: readonly string[];
  /** Removes the work folders and lets the next run start. */
  release(): void;
}

/**
 * Waits until no other run uses the folder `work`, then creates it as a lock.
 *
 * Other runs are excluded until `release`, which deletes the folder. An existing folder is renamed
 * and returned in `abandoned` if its process has ended or it is older than 5 minutes. `release`
 * also deletes it. Throws `Problems` after `maxWaitMs` (10 s by default), and at once if the folder
 * contains files that no run wrote. Also throws the file system's errors.
 */
export async function acquireLock(work: string, maxWaitMs: number = MAX_WAIT_MS): Promise<Lock> {
  const self = newHolder(hostname());
  const deadline = performance.now() + maxWaitMs;
  while (!tryCreate(work)) {
    rejectForeignFiles(work);
    if (isAbandoned(work)) moveAside(work);
    else if (performance.now() >= deadline) throw new Problems([busyProblem(work)], "temporary");
    else await pause(50);
  }
  let abandoned: readonly string[] = [];
  const release = (): void => {
    for (const folder of [...abandoned, work]) removeWorkFolder(folder);
    ownLocks.delete(self.id);
  };
  ownLocks.add(self.id);
  try {
    writeFileSync(join(work, HOLDER), JSON.stringify(self));
    abandoned = renamedFolders(work);
  } catch (error) {
    release();
    throw error;
  }
  return { work, abandoned, release };
}

/**
 * Removes the work folder. The holder file is removed last, so that until then, the next run can
 * tell whose folder it is.
 */
function removeWorkFolder(work: string): void {
  for (const name of namesIn(work))
    if (name !== HOLDER) rmSync(join(work, name), { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
}

/**
 * Whether a run that ended early left the folder `work`, under this or another name.
 *
 * True if the folder's process, on this host, has ended. A folder older than 5 minutes is always
 * considered abandoned, even if its process is still running. A folder that is empty, except
 * perhaps for an invalid holder file, is considered abandoned after 2 s. False if there is no such
 * folder, or if it contains files that no run wrote.
 */
export function hasAbandoned(work: string): boolean {
  return (isWorkFolder(work) && isAbandoned(work)) || renamedFolders(work).length > 0;
}

/** Abandoned work folders that were renamed and not yet recovered. */
function renamedFolders(work: string): readonly string[] {
  const folder = dirname(work);
  return namesIn(folder)
    .filter((name) => name.startsWith(`${basename(work)}-`))
    .map((name) => join(folder, name))
    .filter((path) => isWorkFolder(path) && isAbandoned(path));
}

/** A run that is writing to a folder, or was stopped while writing. */
export interface Run {
  /** The run's work folder. */
  readonly work: string;
  /** The process; null if the run has not written its holder file yet. */
  readonly holder: Holder | null;
  /**
   * Whether the run was abandoned, usually because its process has ended. If so, the next run
   * completes the abandoned work.
   */
  readonly isAbandoned: boolean;
}

/**
 * Lists the runs that have a work folder in `folder`. These runs are still writing, or they ended
 * early and left the folder there, perhaps renamed. Ignores work folders with files that no run
 * wrote.
 */
export function runsIn(folder: string): readonly Run[] {
  const work = join(folder, WORK);
  const current = isWorkFolder(work)
    ? [{ work, holder: holderOf(work), isAbandoned: isAbandoned(work) }]
    : [];
  return [
    ...current,
    ...renamedFolders(work).map((path) => ({
      work: path,
      holder: holderOf(path),
      isAbandoned: true,
    })),
  ];
}

/**
 * Tries to create the folder. If several processes try at once, the result is true for only one of
 * them.
 */
function tryCreate(work: string): boolean {
  try {
    mkdirSync(work);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Throws `Problems` if the folder contains files that no run wrote. These files would be lost,
 * because the folder is removed at the end.
 */
function rejectForeignFiles(work: string): void {
  if (lstatSync(work, { throwIfNoEntry: false }) === undefined || isWorkFolder(work)) return;
  const what = "the work folder contains files that no run wrote";
  throw new Problems([
    {
      what,
      where: work,
      why: "This folder is deleted at the end of a run.",
      fix: "Move those files elsewhere.",
    },
  ]);
}

/** Whether a folder exists and contains only files that runs write. */
function isWorkFolder(work: string): boolean {
  try {
    if (!lstatSync(work).isDirectory()) return false;
  } catch {
    return false;
  }
  return namesIn(work).every((name) => name === HOLDER || WORK_FILES.test(name));
}

/** The names in a folder; empty if it cannot be read. */
function namesIn(work: string): readonly string[] {
  try {
    return readdirSync(work);
  } catch {
    return [];
  }
}

/**
 * Whether a work folder's process has ended, or its lock is too old. False if there is no folder.
 */
function isAbandoned(work: string): boolean {
  const modified = statSync(work, { throwIfNoEntry: false })?.mtimeMs;
  if (modified === undefined) return false;
  const [holder, age] = [holderOf(work), Date.now() - modified];
  if (holder === null && namesIn(work).every((name) => name === HOLDER))
    return age > MAX_UNNAMED_MS;
  return age > MAX_AGE_MS || (holder !== null && holder.host === hostname() && !isRunning(holder));
}

/**
 * Renames an abandoned folder. If several processes try, only one succeeds. A process that renamed
 * another run's new lock by mistake renames it back.
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

/** Whether the process that holds a lock is still running. */
function isRunning(holder: Holder): boolean {
  return holder.pid === process.pid ? ownLocks.has(holder.id) : isAlive(holder);
}

/** Reads the holder of a lock. Null if the file is missing or invalid. */
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

/** The problem to report if another run is writing to the folder. */
function busyProblem(work: string): Problem {
  const holder = holderOf(work);
  return {
    what: `another run is writing here${holder === null ? "" : `: process ${holder.pid} on ${holder.host}`}`,
    where: work,
    why: "Two simultaneous runs would mix their files.",
    fix: "Wait for the other run to finish. If none is running, delete this folder.",
  };
}
