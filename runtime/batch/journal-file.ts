import { absolutePath, currentFolder } from "../absolute-path.js";
import { InvalidArgumentError } from "../errors.js";
import { entryFrom, type Journal, type JournalEntry } from "./journal.js";

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

type Open = Files["open"];
type File = Awaited<ReturnType<Open>>;

/**
 * A journal in a file, as `runAll` opens it: one JSON object a line, written to the disk before the next step is taken, and nobody else's until
 * it is closed. For who wants to look at its entries, or to add some. Others than its owner can no longer read it afterwards. Throws an
 * `InvalidArgumentError` when it is in use or is no journal, and then leaves what is there as it is.
 */
export async function openJournal(given: string): Promise<Journal> {
  const folder = currentFolder();
  // Here and nowhere else, so that the package can be bundled for browsers. Bundlers take an import that may fail for what it is, and leave
  // it alone.
  const files: Files = await import("node:fs/promises").catch(noFiles);
  const paths = await import("node:path").catch(noFiles);
  const path = await behindLinks(files, absolutePath(given, folder, paths));
  const { hostname } = await import("node:os").catch(noFiles);
  // Before anything is made or changed beside it: what is no journal is not ours to touch.
  await refuseForeign(files, path);
  const unlock = await lock(path, { files, host: hostname() });
  let file: File | undefined;
  try {
    file = await files.open(path, "a+", OWNER_ONLY);
    const entries = await readEntries(file, path);
    await narrow(files, path);
    await syncFolder(files.open, paths.dirname(path));
    return new FileJournal({ file, entries, unlock });
  } catch (error) {
    await file?.close();
    await unlock();
    throw error;
  }
}

/** The file that a name leads to, so that two runs which call it otherwise have one lock; the name itself where nothing stands there yet. */
function behindLinks(files: Files, path: string): Promise<string> {
  return files.realpath(path).catch(() => path);
}

/** Handles hold report tokens. */
const OWNER_ONLY = 0o600;

/** Throws an `InvalidArgumentError` where something stands that is no journal. */
async function refuseForeign(files: Files, path: string): Promise<void> {
  const found = await files.stat(path).catch(() => null);
  if (found === null) return;
  if (!found.isFile()) throw new InvalidArgumentError(`${path} is not a file; nothing was sent`);
  entriesIn(await files.readFile(path), path);
}

/** Takes a journal from those who are not its owner; where there are no such rights, this changes nothing. */
async function narrow(files: Files, path: string): Promise<void> {
  const { mode } = await files.stat(path);
  if ((mode & 0o077) === 0) return;
  await files.chmod(path, OWNER_ONLY).catch((cause: unknown) => {
    throw new InvalidArgumentError(`others may read ${path}, and this process cannot change that; nothing was sent`, { cause });
  });
}

function noFiles(cause: unknown): never {
  throw new InvalidArgumentError("a journal file needs a file system: Node, Bun or Deno", { cause });
}

/** The whole lines. What a crash has left of the last one is cut off: its step was not taken, because nobody had heard that it was written. */
async function readEntries(file: File, path: string): Promise<readonly JournalEntry[]> {
  const bytes = await file.readFile();
  const { entries, whole } = entriesIn(bytes, path);
  if (whole < bytes.length) await file.truncate(whole);
  return entries;
}

/** How every line of ours begins. */
const BEGINNING = '{"version":1,"at":"';

/** The entries, and how many bytes their lines have. Throws an `InvalidArgumentError` for what no run has written. */
function entriesIn(bytes: Uint8Array, path: string): { readonly entries: readonly JournalEntry[]; readonly whole: number } {
  const whole = bytes.lastIndexOf(LINE_FEED) + 1;
  const text = new TextDecoder("utf-8", { ignoreBOM: true });
  const entries = text
    .decode(bytes.subarray(0, whole))
    .split("\n")
    .slice(0, -1)
    .map((line, index) => {
      const entry = entryFrom(line);
      if (entry === null) throw new InvalidArgumentError(`${path}:${index + 1} is not a line of a journal; nothing was sent`);
      return entry;
    });
  const rest = text.decode(bytes.subarray(whole));
  // Behind a line of ours a torn one is ours as well. By itself it has to look like one.
  if (entries.length === 0 && rest !== "" && !rest.startsWith(BEGINNING))
    throw new InvalidArgumentError(`${path}:1 is not a line of a journal; nothing was sent`);
  return { entries, whole };
}

const LINE_FEED = 0x0a;

/** So that the name of a new file survives as well. */
async function syncFolder(open: Open, path: string): Promise<void> {
  // Windows has no such thing.
  const folder = await open(path, "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

class FileJournal implements Journal {
  readonly #file: File;
  readonly #entries: readonly JournalEntry[];
  #lines: string[] = [];
  readonly #unlock: () => Promise<void>;
  #written: Promise<void> | null = null;

  constructor({ file, entries, unlock }: { file: File; entries: readonly JournalEntry[]; unlock: () => Promise<void> }) {
    this.#file = file;
    this.#entries = entries;
    this.#unlock = unlock;
  }

  async read(): Promise<readonly JournalEntry[]> {
    return this.#entries;
  }

  async append(entry: JournalEntry): Promise<void> {
    const line = `${JSON.stringify(entry)}\n`;
    this.#lines.push(line);
    // Entries that come while the disk is busy go there together.
    while (this.#lines.includes(line)) {
      // A write that failed stays, and fails whatever comes later: it may have torn a line, and nothing must stand behind that.
      this.#written ??= this.#write().then(() => {
        this.#written = null;
      });
      await this.#written;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
    await this.#unlock();
  }

  async #write(): Promise<void> {
    const lines = [...this.#lines];
    await this.#file.appendFile(lines.join(""));
    await this.#file.datasync();
    this.#lines = this.#lines.slice(lines.length);
  }
}
