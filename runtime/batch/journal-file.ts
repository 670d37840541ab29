import { absolutePath, currentFolder } from "../absolute-path.js";
import { InvalidArgumentError } from "../errors.js";
import { entryFrom, type Journal, type JournalEntry } from "./journal.js";
import { lock } from "./journal-lock.js";

type Files = typeof import("node:fs/promises");
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
