import { InvalidArgumentError } from "../errors.js";

const TOUCHED_EVERY_MS = 20_000;
// Whoever has not touched its lock for so long is gone, or stands still.
const GONE_AFTER_MS = 120_000;
// No lock has so many bytes.
const LARGEST = 4_096;

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Told apart from another lock of the same process. */
  readonly id: string;
}

type Files = typeof import("node:fs/promises");

/** The file system, and this machine's name in a network. Given, so that bundlers for browsers find no import of them here. */
interface Machine {
  readonly files: Files;
  readonly host: string;
}

/** Locks of this process, by id: a lock with our process id that is not among them is left from a process before us. */
const ours = new Set<string>();

/**
 * Keeps other runs away from a file while it is used: two runs that share a journal would both create the reports that neither has noted
 * yet. The lock of a process that died is taken over. Resolves to what gives the lock back; throws an `InvalidArgumentError` when another
 * run has it.
 */
export async function lock(path: string, { files, host }: Machine): Promise<() => Promise<void>> {
  const place = `${path}.lock`;
  const me: Holder = { pid: process.pid, host, id: crypto.randomUUID() };
  ours.add(me.id);
  try {
    await acquire(files, place, me);
  } catch (error) {
    ours.delete(me.id);
    throw error;
  }
  const timer = setInterval(() => void files.utimes(place, new Date(), new Date()).catch(() => {}), TOUCHED_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    ours.delete(me.id);
    if ((await holderOf(files, place).catch(none))?.id === me.id) await files.unlink(place);
  };
}

async function acquire(files: Files, place: string, me: Holder): Promise<void> {
  // Once more after a lock that was left has been taken away.
  for (let tries = 0; tries < 3; tries++) {
    if (await isTaken(files, place, me)) return;
    await takeAway(files, place, me);
  }
  throw inUse(place, "another run");
}

/** Whether the lock is ours now. It comes with its holder's name in it: one that has none was never made here. */
async function isTaken(files: Files, place: string, me: Holder): Promise<boolean> {
  const beside = `${place}.${me.id}`;
  try {
    await files.writeFile(beside, JSON.stringify(me), { flag: "wx", mode: 0o600 });
    // Where files can have no second name, a copy, which is not there whole at once.
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

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

/** Takes a lock away that nobody holds any more; throws when somebody does. */
async function takeAway(files: Files, place: string, me: Holder): Promise<void> {
  const holder = await holderOf(files, place);
  if (holder === null) return;
  // A process number is given out again: one that lives and has not touched its lock is not who made it.
  const held = holder.pid === me.pid && holder.host === me.host ? ours.has(holder.id) : await isYoung(files, place);
  if (held && (holder.host !== me.host || isAlive(holder.pid))) throw inUse(place, `process ${holder.pid} on ${holder.host}`);
  const aside = `${place}.${me.id}`;
  // Of several that find it only one moves it. Whoever moves another's new lock by that puts it back.
  if (!(await files.rename(place, aside).then(yes, no))) return;
  if ((await holderOf(files, aside).catch(none))?.id !== holder.id) await files.link(aside, place).catch(() => {});
  await files.unlink(aside);
}

const yes = (): boolean => true;
const no = (): boolean => false;
const none = (): null => null;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, and somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether its holder has touched it of late. Of a lock from another machine, or one that is being written, that is all there is to see. */
async function isYoung(files: Files, place: string): Promise<boolean> {
  const touched = await files.stat(place).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
  return touched !== null && Date.now() - touched < GONE_AFTER_MS;
}

/** Who holds it; null where there is no lock. Throws where something else bears its name, which is left as it is. */
async function holderOf(files: Files, place: string): Promise<Holder | null> {
  const found = await files.lstat(place).catch(none);
  if (found === null) return null;
  if (!found.isFile() || found.size > LARGEST) throw foreign(place);
  const text = await files.readFile(place, "utf8").catch(none);
  if (text === null) return null;
  const holder = holderIn(text);
  if (holder === null) throw foreign(place);
  return holder;
}

function holderIn(text: string): Holder | null {
  try {
    const value: Partial<Holder> = JSON.parse(text);
    const { pid, host, id } = value;
    const isHolder = Number.isInteger(pid) && typeof host === "string" && typeof id === "string" && Object.keys(value).length === 3;
    return isHolder ? (value as Holder) : null;
  } catch {
    return null;
  }
}

function foreign(place: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `${place} would be the journal's lock and is none: move it away, or give the journal another name; nothing was sent`,
  );
}

function inUse(place: string, who: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `the journal is in use by ${who}: wait until that run has ended. If none is running, remove ${place}; nothing was sent`,
  );
}
