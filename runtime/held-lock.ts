import {
  createLock,
  type Holder,
  holderOf,
  isAlive,
  type LockUse,
  lockAge,
  newHolder,
  releaseLock,
  removeStale,
} from "./file-lock.js";

const TOUCH_INTERVAL_MS = 20_000;
// A lock that has not been updated for this many milliseconds is stale: its process has ended or
// stopped.
const STALE_AFTER_MS = 120_000;

type Files = typeof import("node:fs/promises");

/** How to create the errors for a lock. */
export interface LockErrors {
  /** For a file that has the lock's name but is not a lock. The file is not changed. */
  foreign(lockPath: string): Error;
  /** For a lock that another run holds; `holder` describes the process and its machine. */
  inUse(lockPath: string, holder: string): Error;
}

/**
 * The file system and this machine's host name are passed in, because bundlers for browsers cannot
 * resolve imports of Node's modules.
 */
interface Machine {
  readonly files: Files;
  readonly host: string;
  readonly errors: LockErrors;
}

/**
 * Ids of this process's locks. A lock with this process id but another lock id is left over from an
 * earlier process.
 */
const ownLockIds = new Set<string>();

/** A lock file that this process holds. */
export interface HeldLock {
  /**
   * Throws the `inUse` error if another run has taken over the lock. That can happen while this
   * process is suspended.
   */
  check(): Promise<void>;
  /** Stops updating the lock file. Removes it, unless another run has taken over the lock. */
  release(): Promise<void>;
}

/**
 * Creates the lock file `lockPath`, and updates its modification time until it is released. Takes
 * over a lock that has not been updated for two minutes, or whose process on this host has ended.
 * Throws the `inUse` error if another run holds the lock, even in this process. Throws the
 * `foreign` error if the file is not a lock. Also throws the file system's errors.
 *
 * Another run can take over the lock while this process is suspended. The result's `check` then
 * throws the `inUse` error.
 */
export async function holdLock(
  lockPath: string,
  { files, host, errors }: Machine,
): Promise<HeldLock> {
  const use: LockUse = { files, foreignError: errors.foreign };
  const owner = newHolder(host);
  ownLockIds.add(owner.id);
  try {
    await acquire(use, { lockPath, owner, errors });
  } catch (error) {
    ownLockIds.delete(owner.id);
    throw error;
  }
  const timer = setInterval(
    () => void files.utimes(lockPath, new Date(), new Date()).catch(() => {}),
    TOUCH_INTERVAL_MS,
  );
  timer.unref();
  return {
    check: async () => {
      if ((await holderOf(lockPath, use))?.id !== owner.id)
        throw errors.inUse(lockPath, "another run, which started while this one was suspended");
    },
    release: async () => {
      clearInterval(timer);
      ownLockIds.delete(owner.id);
      await releaseLock(lockPath, owner, use);
    },
  };
}

interface Acquiring {
  readonly lockPath: string;
  readonly owner: Holder;
  readonly errors: LockErrors;
}

/**
 * Creates the lock, after removing a stale one. Throws the `inUse` error if another run holds it,
 * or if three attempts fail.
 */
async function acquire(use: LockUse, lock: Acquiring): Promise<void> {
  // Tries again after a stale lock has been removed.
  for (let tries = 0; tries < 3; tries++) {
    if (await createLock(lock.lockPath, lock.owner, use)) return;
    await removeIfStale(use, lock);
  }
  throw lock.errors.inUse(lock.lockPath, "another run");
}

/**
 * Removes a stale lock; does nothing if there is none. Throws the `inUse` error if the lock is
 * held.
 */
async function removeIfStale(use: LockUse, { lockPath, owner, errors }: Acquiring): Promise<void> {
  const holder = await holderOf(lockPath, use);
  if (holder === null) return;
  // Process ids are reused, so a live process that has not touched the lock is not its holder. If
  // the lock is from another machine, or its file is still being written, only the lock's age shows
  // whether it is stale.
  const isOwn = holder.pid === owner.pid && holder.host === owner.host;
  const held = isOwn
    ? ownLockIds.has(holder.id)
    : ((await lockAge(lockPath, use)) ?? STALE_AFTER_MS) < STALE_AFTER_MS;
  if (held && (holder.host !== owner.host || isAlive(holder)))
    throw errors.inUse(lockPath, `process ${holder.pid} on ${holder.host}`);
  await removeStale(lockPath, { holder, owner }, use);
}
