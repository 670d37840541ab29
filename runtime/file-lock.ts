// We use our own lock file instead of `proper-lockfile`, whose lock is an empty folder. That folder
// contains no process id, so an error could not say which process holds it. The lock of a killed
// process would also block other processes for at least five seconds.

type Files = typeof import("node:fs/promises");

// Maximum size of a lock file in bytes.
const MAX_LOCK_BYTES = 4_096;

/** The process that holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Distinguishes locks of the same process. */
  readonly id: string;
  /**
   * On Linux, when the process started, in clock ticks since the machine started. Undefined on
   * other systems, and in locks from earlier versions.
   */
  readonly started?: string;
}

/**
 * Creates a holder for this process on the machine named `host`, with a new `id`. On Linux, the
 * holder also contains the start time of the process.
 */
export function newHolder(host: string): Holder {
  const started = statOf(process.pid)?.started;
  return {
    pid: process.pid,
    host,
    id: crypto.randomUUID(),
    ...(started !== undefined && { started }),
  };
}

/**
 * Settings for one use of lock files. The file system is passed in, because bundlers for browsers
 * cannot resolve an import of it.
 */
export interface LockUse {
  readonly files: Files;
  /**
   * The `of` member of the file's content, which distinguishes locks for different uses. Default:
   * none.
   */
  readonly of?: string;
  /** The error for a file that has the lock's name but is not a lock. The file is not changed. */
  readonly foreignError: (lockPath: string) => Error;
}

/**
 * Creates the lock file `lockPath`, with `owner` and `of` as JSON. Resolves to true, or to false if
 * a file with that name exists; that file is not changed. The file is complete from the start,
 * except on file systems without hard links, where it is created by copying. Rejects with other
 * file system errors. The temporary file next to it is always removed.
 */
export async function createLock(
  lockPath: string,
  owner: Holder,
  { files, of }: LockUse,
): Promise<boolean> {
  const temporary = `${lockPath}.${owner.id}`;
  try {
    await files.writeFile(
      temporary,
      JSON.stringify({ ...(of !== undefined && { of }), ...owner }),
      { flag: "wx", mode: 0o600 },
    );
    // Falls back to a copy, which is not atomic, where hard links are not supported.
    const copied = () => files.copyFile(temporary, lockPath, files.constants.COPYFILE_EXCL);
    const linked = files
      .link(temporary, lockPath)
      .catch((error: unknown) => (isExistsError(error) ? Promise.reject(error) : copied()));
    return await linked.then(returnTrue, (error: unknown) => {
      if (isExistsError(error)) return false;
      throw error;
    });
  } finally {
    await files.rm(temporary, { force: true });
  }
}

/**
 * Reads from the lock file which process holds the lock. Returns null if the file is missing or
 * unreadable. Throws `foreignError(lockPath)` if the file is not a lock for this use: it is not a
 * regular file, is larger than 4 KiB, has no valid holder, or has a different `of`.
 */
export async function holderOf(
  lockPath: string,
  { files, of, foreignError }: LockUse,
): Promise<Holder | null> {
  const stats = await files.lstat(lockPath).catch(returnNull);
  if (stats === null) return null;
  if (!stats.isFile() || stats.size > MAX_LOCK_BYTES) throw foreignError(lockPath);
  const text = await files.readFile(lockPath, "utf8").catch(returnNull);
  if (text === null) return null;
  const holder = holderIn(text, of);
  if (holder === null) throw foreignError(lockPath);
  return holder;
}

/**
 * Removes the lock file if it names the `id` of `holder`. Has no effect if the file is missing or
 * cannot be renamed.
 *
 * First renames the file, which only one of several processes can do. The new name contains the
 * `id` of `owner`, the calling process. If the file turns out to be another holder's lock, restores
 * it, unless a new lock file exists by then.
 */
export async function removeStale(
  lockPath: string,
  { holder, owner }: { readonly holder: Holder; readonly owner: Holder },
  use: LockUse,
): Promise<void> {
  const { files } = use;
  const aside = `${lockPath}.${owner.id}`;
  if (!(await files.rename(lockPath, aside).then(returnTrue, returnFalse))) return;
  if ((await holderOf(aside, use).catch(returnNull))?.id !== holder.id)
    await files.link(aside, lockPath).catch(() => {});
  await files.rm(aside, { force: true });
}

/**
 * Removes the lock file if it names the `id` of `owner`. Otherwise, has no effect, for example if
 * another process has taken it over.
 */
export async function releaseLock(lockPath: string, owner: Holder, use: LockUse): Promise<void> {
  if ((await holderOf(lockPath, use).catch(returnNull))?.id === owner.id)
    await use.files.rm(lockPath, { force: true });
}

/**
 * Milliseconds since the lock file was last modified. Returns null if the file is missing or
 * unreadable.
 */
export async function lockAge(lockPath: string, { files }: LockUse): Promise<number | null> {
  const stats = await files.stat(lockPath).catch(returnNull);
  return stats === null ? null : Date.now() - stats.mtimeMs;
}

/**
 * Whether a process with this id is running on this machine, even under another user.
 *
 * On Linux, the result is also false in two cases:
 * - The process is a zombie: it has ended, but its parent has not collected its exit code.
 * - Its start time differs from `started`, because the id has been reused.
 */
export function isAlive({ pid, started }: Pick<Holder, "pid" | "started">): boolean {
  const stat = statOf(pid);
  if (stat !== null) return !/[ZX]/.test(stat.state) && (started ?? stat.started) === stat.started;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is alive and belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * A process's state (a letter), its parent's id and its start time, as Linux reports them. The
 * start time is in clock ticks since the machine started. Null on other systems and for a process
 * that does not exist.
 */
export function statOf(
  pid: number,
): { readonly state: string; readonly parent: string; readonly started: string } | null {
  try {
    // Loaded at run time, because bundlers for browsers cannot resolve an import of the file
    // system.
    const text = process.getBuiltinModule("node:fs").readFileSync(`/proc/${pid}/stat`, "utf8");
    // The process name, in parentheses, may contain any character.
    const [state, parent, ...remaining] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const started = remaining[STARTED];
    return state === undefined || parent === undefined || started === undefined
      ? null
      : { state, parent, started };
  } catch {
    return null;
  }
}

// Index of the start time among the fields after the parent; the start time is field 22 of the
// line.
const STARTED = 17;

const returnTrue = (): boolean => true;
const returnFalse = (): boolean => false;
const returnNull = (): null => null;

/** Whether a file system error means that the file already exists. */
function isExistsError(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

/**
 * Parses the holder in a lock file's content. Returns null if the file is not a lock for this use.
 */
function holderIn(text: string, use: string | undefined): Holder | null {
  try {
    const { of, ...value }: Partial<Holder> & { readonly of?: unknown } = JSON.parse(text);
    const { pid, host, id, started, ...remaining } = value;
    const isHolder =
      Number.isInteger(pid) &&
      typeof host === "string" &&
      typeof id === "string" &&
      Object.keys(remaining).length === 0;
    return isHolder && (started === undefined || typeof started === "string") && of === use
      ? (value as Holder)
      : null;
  } catch {
    return null;
  }
}
