import { absolutePath, currentFolder } from "../absolute-path.js";
import { InvalidArgumentError } from "../errors.js";
import { holdLock, type LockErrors } from "../held-lock.js";
import { entryFrom, type Journal, type JournalEntry } from "./journal.js";

type Files = typeof import("node:fs/promises");

/**
 * Another run is using the journal. `isInUse` distinguishes this error from other
 * `InvalidArgumentError`s.
 */
class JournalInUseError extends InvalidArgumentError {
  readonly isInUse = true as const;
}

const LOCK_ERRORS: LockErrors = {
  foreign: (lockPath) =>
    new InvalidArgumentError(
      `${lockPath} has the name of the journal's lock file but is not a lock: move it elsewhere, or choose another name for the journal; nothing was sent`,
    ),
  inUse: (lockPath, holder) =>
    new JournalInUseError(
      `the journal is in use by ${holder}: wait until that run has ended. If no run is active, remove ${lockPath}; nothing was sent`,
    ),
};

type Open = Files["open"];
type File = Awaited<ReturnType<Open>>;

/**
 * Opens the journal file at `path`, to read and append entries. Creates the file if needed. Each
 * entry is one line of JSON, flushed to disk before `append` resolves. After a failed write, every
 * later `append` rejects. `read` resolves to the entries that were in the file when it was opened.
 * A relative path refers to the current working directory. A missing folder is not created. A
 * partial last line, left by a crash, is removed. Access is restricted to the file's owner.
 *
 * The file is locked until `close`, which `runAll` calls when it ends. The lock is a file with the
 * same name and `.lock`. A crashed process's lock is taken over: immediately on the same machine,
 * and after two minutes on another one, such as a restarted container.
 *
 * Throws an `InvalidArgumentError` if the file is in use, cannot be restricted to its owner, or is
 * not a journal, and on a platform without a file system. A file that is not a journal is left
 * unchanged. Also throws the file system's own errors.
 * @example
 * ```ts
 * const journal = await openJournal("night.journal");
 * const requests = [{ adAccountId: account, body }];
 * for await (const item of client.report.runAll(requests, { journal })) console.log(item.type);
 * ```
 */
export async function openJournal(path: string): Promise<Journal> {
  const folder = currentFolder();
  // The modules are imported only here, so that the package can be bundled for browsers: bundlers
  // accept a missing module if the import's failure is handled.
  const files: Files = await import("node:fs/promises").catch(throwNoFileSystem);
  const paths = await import("node:path").catch(throwNoFileSystem);
  const target = await resolveLinks(files, absolutePath(path, folder, paths));
  const { hostname } = await import("node:os").catch(throwNoFileSystem);
  // Checked before anything is created or changed, because a file that is not a journal must stay
  // untouched.
  await checkIsJournal(files, target);
  // Two runs that share a journal would both create the reports that neither has recorded yet.
  const { release: unlock } = await holdLock(`${target}.lock`, {
    files,
    host: hostname(),
    errors: LOCK_ERRORS,
  });
  let file: File | undefined;
  try {
    file = await files.open(target, "a+", OWNER_ONLY);
    const entries = await readEntries(file, target);
    await restrictAccess(files, target);
    await syncFolder(files.open, paths.dirname(target));
    return new FileJournal({ file, entries, unlock });
  } catch (error) {
    await file?.close();
    await unlock();
    throw error;
  }
}

/**
 * Resolves symbolic links so that runs that use different paths for the same file share a lock.
 * Returns the given path if there is no file yet.
 */
function resolveLinks(files: Files, path: string): Promise<string> {
  return files.realpath(path).catch(() => path);
}

/** Only the owner may read a journal, because its handles contain report tokens. */
const OWNER_ONLY = 0o600;

/** Throws an `InvalidArgumentError` if the path exists but is not a journal. */
async function checkIsJournal(files: Files, path: string): Promise<void> {
  const stats = await files.stat(path).catch(() => null);
  if (stats === null) return;
  if (!stats.isFile()) throw new InvalidArgumentError(`${path} is not a file; nothing was sent`);
  entriesIn(await files.readFile(path), path);
}

/**
 * Removes all access for users other than the owner. Does nothing on a platform without such
 * permissions. Throws an `InvalidArgumentError` if the permissions cannot be changed.
 */
async function restrictAccess(files: Files, path: string): Promise<void> {
  const { mode } = await files.stat(path);
  if ((mode & 0o077) === 0) return;
  await files.chmod(path, OWNER_ONLY).catch((cause: unknown) => {
    throw new InvalidArgumentError(
      `other users can read ${path}, and this process cannot change its permissions; nothing was sent`,
      {
        cause,
      },
    );
  });
}

/** Throws the error for a platform without a file system. */
function throwNoFileSystem(cause: unknown): never {
  throw new InvalidArgumentError("a journal file needs a file system: Node, Bun or Deno", {
    cause,
  });
}

/**
 * The entries on all complete lines. Cuts off a partial last line, left by a crash: the write was
 * not confirmed, so the step on that line was not taken.
 */
async function readEntries(file: File, path: string): Promise<readonly JournalEntry[]> {
  const bytes = await file.readFile();
  const { entries, completeBytes } = entriesIn(bytes, path);
  if (completeBytes < bytes.length) await file.truncate(completeBytes);
  return entries;
}

/** The beginning of every line in a journal. */
const BEGINNING = '{"version":1,"at":"';

/**
 * The entries on all complete lines, and the length of these lines in bytes. Throws an
 * `InvalidArgumentError` for a line that is not a journal entry.
 */
function entriesIn(
  bytes: Uint8Array,
  path: string,
): { readonly entries: readonly JournalEntry[]; readonly completeBytes: number } {
  const completeBytes = bytes.lastIndexOf(LINE_FEED) + 1;
  const text = new TextDecoder("utf-8", { ignoreBOM: true });
  const entries = text
    .decode(bytes.subarray(0, completeBytes))
    .split("\n")
    .slice(0, -1)
    .map((textLine, index) => {
      const entry = entryFrom(textLine);
      if (entry === null)
        throw new InvalidArgumentError(
          `${path}:${index + 1} is not a journal entry; nothing was sent`,
        );
      return entry;
    });
  const partialLine = text.decode(bytes.subarray(completeBytes));
  // A partial line after a complete one is accepted. If it is the only line, it must begin like a
  // journal entry.
  if (entries.length === 0 && partialLine !== "" && !partialLine.startsWith(BEGINNING))
    throw new InvalidArgumentError(`${path}:1 is not a journal entry; nothing was sent`);
  return { entries, completeBytes };
}

const LINE_FEED = 0x0a;

/** Flushes the folder, so that the name of a new file survives a crash. */
async function syncFolder(open: Open, path: string): Promise<void> {
  // Windows cannot open a folder.
  const folder = await open(path, "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

/** A journal in an open, locked file. */
class FileJournal implements Journal {
  readonly #file: File;
  readonly #entries: readonly JournalEntry[];
  #lines: string[] = [];
  readonly #unlock: () => Promise<void>;
  #writing: Promise<void> | null = null;

  constructor({
    file,
    entries,
    unlock,
  }: { file: File; entries: readonly JournalEntry[]; unlock: () => Promise<void> }) {
    this.#file = file;
    this.#entries = entries;
    this.#unlock = unlock;
  }

  /** The entries that were in the file when it was opened. */
  async read(): Promise<readonly JournalEntry[]> {
    return this.#entries;
  }

  /** Resolves when the entry is flushed to disk. After a failed write, every call rejects. */
  async append(entry: JournalEntry): Promise<void> {
    const textLine = `${JSON.stringify(entry)}\n`;
    this.#lines.push(textLine);
    // Entries that are added during a write are written together in the next write.
    while (this.#lines.includes(textLine)) {
      // The rejected promise of a failed write is kept, so that all later writes fail. The file may
      // now end in a partial line, and no line may follow it.
      this.#writing ??= this.#write().then(() => {
        this.#writing = null;
      });
      await this.#writing;
    }
  }

  /** Closes the file, then releases its lock. */
  async close(): Promise<void> {
    await this.#file.close();
    await this.#unlock();
  }

  /** Writes and flushes all waiting entries. */
  async #write(): Promise<void> {
    const lines = [...this.#lines];
    await this.#file.appendFile(lines.join(""));
    await this.#file.datasync();
    this.#lines = this.#lines.slice(lines.length);
  }
}
