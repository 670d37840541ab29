import { InvalidArgumentError } from "./errors.js";
import { entryFrom, type Journal, type JournalEntry } from "./journal.js";
import { lock } from "./journal-lock.js";

type Files = typeof import("node:fs/promises");
type Open = Files["open"];
type File = Awaited<ReturnType<Open>>;

/**
 * A journal in a file, as `runAll` opens it: one JSON object a line, written to the disk before the next step is taken, and nobody else's until
 * it is closed. For who wants to look at its entries, or to add some. Throws an `InvalidArgumentError` when it is in use or is no journal.
 */
export async function openJournal(path: string): Promise<Journal> {
  // Here and nowhere else, so that the package can be bundled for browsers. Bundlers take an import that may fail for what it is, and leave
  // it alone.
  const files: Files = await import("node:fs/promises").catch(noFiles);
  const { dirname } = await import("node:path").catch(noFiles);
  const { hostname } = await import("node:os").catch(noFiles);
  const unlock = await lock(path, { files, host: hostname() });
  let file: File | undefined;
  try {
    // Only its owner may read it: handles hold report tokens.
    file = await files.open(path, "a+", 0o600);
    const entries = await readEntries(file, path);
    await syncFolder(files.open, dirname(path));
    return new FileJournal({ file, entries, unlock });
  } catch (error) {
    await file?.close();
    await unlock();
    throw error;
  }
}

function noFiles(cause: unknown): never {
  throw new InvalidArgumentError("a journal file needs a file system: Node, Bun or Deno", { cause });
}

/** The whole lines. What a crash has left of the last one is cut off: its step was not taken, because nobody had heard that it was written. */
async function readEntries(file: File, path: string): Promise<readonly JournalEntry[]> {
  const text = await file.readFile("utf8");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole.length < text.length) await file.truncate(new TextEncoder().encode(whole).length);
  return whole
    .split("\n")
    .slice(0, -1)
    .map((line, index) => {
      const entry = entryFrom(line);
      if (entry === null) throw new InvalidArgumentError(`${path}:${index + 1} is not a line of a journal; nothing was sent`);
      return entry;
    });
}

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
