type Files = typeof import("node:fs/promises");

// Maximum size of a lock file in bytes.
const LARGEST = 4_096;

/** The process that holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Distinguishes locks of the same process. */
  readonly id: string;
}

/** What a lock file is for, and the file system. Passed in, so that bundlers for browsers find no import of it here. */
export interface LockUse {
  readonly files: Files;
  /** Member of the file's content that tells the locks of one use from those of another. Default: none. */
  readonly of?: string;
  /** The error for a file that has the lock's name and is no lock; the file is left unchanged. */
  readonly foreign: (place: string) => Error;
}

/**
 * Tries to create the lock; resolves to false if there is one. The file is created with its content: a lock without a holder was not made
 * by this package.
 */
export async function createLock(place: string, me: Holder, { files, of }: LockUse): Promise<boolean> {
  const beside = `${place}.${me.id}`;
  try {
    await files.writeFile(beside, JSON.stringify({ ...(of !== undefined && { of }), ...me }), { flag: "wx", mode: 0o600 });
    // Falls back to a copy where hard links are not supported; a copy is not created in one step.
    const copied = () => files.copyFile(beside, place, files.constants.COPYFILE_EXCL);
    const isMade = files.link(beside, place).catch((error: unknown) => (isThere(error) ? Promise.reject(error) : copied()));
    return await isMade.then(yes, (error: unknown) => {
      if (isThere(error)) return false;
      throw error;
    });
  } finally {
    await files.rm(beside, { force: true });
  }
}

/** The holder of the lock; null if there is no lock. Throws the use's error for another file of its name. */
export async function holderOf(place: string, { files, of, foreign }: LockUse): Promise<Holder | null> {
  const found = await files.lstat(place).catch(none);
  if (found === null) return null;
  if (!found.isFile() || found.size > LARGEST) throw foreign(place);
  const text = await files.readFile(place, "utf8").catch(none);
  if (text === null) return null;
  const holder = holderIn(text, of);
  if (holder === null) throw foreign(place);
  return holder;
}

/**
 * Removes the stale lock of this holder. Only one of several processes moves it; a process that has moved a new lock by mistake puts it
 * back.
 */
export async function removeStale(
  place: string,
  { holder, me }: { readonly holder: Holder; readonly me: Holder },
  use: LockUse,
): Promise<void> {
  const { files } = use;
  const aside = `${place}.${me.id}`;
  if (!(await files.rename(place, aside).then(yes, no))) return;
  if ((await holderOf(aside, use).catch(none))?.id !== holder.id) await files.link(aside, place).catch(() => {});
  await files.rm(aside, { force: true });
}

/** Removes the own lock; no effect if another process has taken it over. */
export async function releaseLock(place: string, me: Holder, use: LockUse): Promise<void> {
  if ((await holderOf(place, use).catch(none))?.id === me.id) await use.files.rm(place, { force: true });
}

/** Time since the lock was last touched, in milliseconds; null if there is none. */
export async function lockAge(place: string, { files }: LockUse): Promise<number | null> {
  const found = await files.stat(place).catch(none);
  return found === null ? null : Date.now() - found.mtimeMs;
}

/** Whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is alive and belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const yes = (): boolean => true;
const no = (): boolean => false;
const none = (): null => null;

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function holderIn(text: string, use: string | undefined): Holder | null {
  try {
    const { of, ...value }: Partial<Holder> & { readonly of?: unknown } = JSON.parse(text);
    const { pid, host, id } = value;
    const isHolder = Number.isInteger(pid) && typeof host === "string" && typeof id === "string" && Object.keys(value).length === 3;
    return isHolder && of === use ? (value as Holder) : null;
  } catch {
    return null;
  }
}
