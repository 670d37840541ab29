import { readdirSync, rmdirSync } from "node:fs";
import { readdir, readFile, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { commitChanges, recoverChanges, WORK_FILES } from "../../../generator/write/commit.js";
import { isWindows } from "../../process.js";
import type { ClientModule } from "../../session.js";
import { realPath } from "../../terminal/distinct-paths.js";
import { clockOf, fullPath, type Io } from "../../terminal/io.js";
import { reasonOf } from "../../terminal/replace-file.js";
import { Usage } from "../../terminal/usage.js";
import { checkNotForeign, MARK, rowFilesOf, shortKey } from "./row-store.js";

type FileJournal = Awaited<ReturnType<ClientModule["openJournal"]>>;
type Note = Parameters<FileJournal["append"]>[0];
type JournalIo = Pick<Io, "cwd" | "stderr" | "clock">;

// Matches complete row files, and row files left behind by a killed run.
const ROW_FILE = /\.ndjson(?:\.part)?$/;
// A report's token is valid for an hour, but the rows stay useful longer: the same command can use
// last night's rows the next day.
const KEPT_MS = 24 * 3_600_000;
const ANOTHER = "Pass another file with --journal.";

/** A completed run: the keys of its requests, and the file that its rows were written to. */
export interface CompletedRun {
  readonly keys: readonly string[];
  /**
   * The output file, identified by its size in bytes and modification time in ms. Null if the rows
   * were not written to a file.
   */
  readonly out: { readonly path: string; readonly size: number; readonly mtimeMs: number } | null;
}

/** The journal entries and row files to remove together. */
interface Removal {
  /** The keys of the requests whose entries are removed. */
  readonly keys: readonly string[];
  /** The new text of the journal; null removes the file. */
  readonly text: string | null;
  readonly isRemoved: (name: string) => boolean;
  /** The output file that contains the rows; null if there is none. */
  readonly out: string | null;
}

/** What `finish` removed. */
export interface Finished {
  /** The number of completed requests. */
  readonly done: number;
  /** The number of requests that were not completed. */
  readonly unfinished: number;
  /**
   * What happened to the folder for rows. `none`: there was no folder. `kept`: the folder contains
   * other files.
   */
  readonly folder: "none" | "removed" | "kept";
}

interface Opened {
  readonly file: FileJournal;
  readonly io: Pick<Io, "clock">;
  readonly path: string;
  readonly notes: readonly Note[];
  readonly keys: readonly string[];
  readonly completedRun: CompletedRun | null;
  readonly wasEmpty: boolean;
}

/**
 * The journal of a run, which the client uses as a store. It can also remove a completed run's
 * entries without touching the entries of other requests.
 */
export class RunJournal {
  readonly #file: FileJournal;
  readonly #io: Pick<Io, "clock">;
  readonly #path: string;
  readonly #keys: ReadonlySet<string>;
  readonly #notes: Note[];
  readonly #before: ReadonlySet<string>;
  readonly #wasEmpty: boolean;

  /**
   * The completed run whose cleanup was interrupted; null if there is none. Opening the journal
   * finishes the cleanup.
   */
  readonly completedRun: CompletedRun | null;

  private constructor({ file, io, path, notes, keys, completedRun, wasEmpty }: Opened) {
    this.#file = file;
    this.#io = io;
    this.#wasEmpty = wasEmpty;
    this.completedRun = completedRun;
    this.#path = path;
    this.#notes = [...notes];
    this.#keys = new Set(keys);
    this.#before = new Set(notes.map(({ key }) => key));
  }

  /**
   * Opens or creates the journal for the requests with these keys. First finishes any interrupted
   * cleanup. `named` is the path as the user passed it. Rejects with `Usage` before anything is
   * sent.
   */
  static async open(
    module: ClientModule,
    named: string,
    keys: readonly string[],
    io: JournalIo,
  ): Promise<RunJournal> {
    const path = fullPath(named, io);
    const stats = await stat(path).catch(() => null);
    if (stats !== null && !stats.isFile())
      throw new Usage(`--journal ${named} is not a file`, ANOTHER);
    let file: FileJournal | undefined;
    try {
      const real = await realPath(path);
      await checkNotForeign(`${real}.rows`);
      file = await module.openJournal(real);
      if (stats !== null && !isWindows && (stats.mode & 0o077) !== 0)
        io.stderr.write(`journal   other users could read ${named}; now only its owner can\n`);
      const completedRun = finishRemoval(real);
      if (completedRun !== null) {
        // Finishing the cleanup removed or replaced the open file.
        await file.close?.();
        file = await module.openJournal(real);
      }
      return new RunJournal({
        file,
        io,
        path: real,
        notes: await file.read(),
        keys,
        completedRun,
        wasEmpty: stats?.size === 0,
      });
    } catch (error) {
      await file?.close?.();
      if (error instanceof Usage) throw error;
      if (error instanceof module.InvalidArgumentError) throw new Usage(error.message, ANOTHER);
      throw new Usage(`--journal ${named} cannot be used: ${reasonOf(error)}`, ANOTHER);
    }
  }

  /** The folder that stores the rows of the journal's requests. */
  get rows(): string {
    return `${this.#path}.rows`;
  }

  /**
   * How many requests the journal contained when it was opened. `thisRun` counts the requests of
   * this run, and `otherRuns` the requests of other runs. `outdated` counts the requests of other
   * runs that are more than 24 hours old.
   */
  get counts(): {
    readonly otherRuns: number;
    readonly outdated: number;
    readonly thisRun: number;
  } {
    const thisRun = [...this.#before].filter((key) => this.#keys.has(key)).length;
    return { otherRuns: this.#before.size - thisRun, outdated: this.#outdated().size, thisRun };
  }

  /** The keys that belong to other runs and whose last entry is more than 24 hours old. */
  #outdated(): ReadonlySet<string> {
    const last = new Map(this.#notes.map(({ key, at }) => [key, Date.parse(at)]));
    const oldest = clockOf(this.#io).date() - KEPT_MS;
    return new Set(
      [...last].filter(([key, atMs]) => atMs < oldest && !this.#keys.has(key)).map(([key]) => key),
    );
  }

  /**
   * Removes a journal and its stored rows. Resolves to null if there is no such journal. Rejects
   * with the same errors as `open`, including while a run uses the journal.
   */
  static async finish(
    module: ClientModule,
    named: string,
    io: JournalIo,
  ): Promise<Finished | null> {
    const path = fullPath(named, io);
    const exists = await Promise.all(
      [path, `${path}.rows`].map((each) => stat(each).catch(() => null)),
    );
    if (exists.every((stats) => stats === null)) return null;
    const journal = await RunJournal.open(module, named, [], io);
    try {
      const last = new Map(journal.#notes.map(({ key, what }) => [key, what]));
      const done = [...last.values()].filter((what) => what === "done").length;
      return {
        done,
        unfinished: last.size - done,
        folder: await journal.#removeAll([...last.keys()]),
      };
    } finally {
      await journal.close();
    }
  }

  /** Whether the journal contained an entry for this request when it was opened. */
  had(key: string): boolean {
    return this.#before.has(key);
  }

  /** All entries: first the entries found on opening, then the entries appended since. */
  async read(): Promise<readonly Note[]> {
    return this.#notes;
  }

  /** Appends an entry to the file. Rejects if the file cannot be written. */
  async append(note: Note): Promise<void> {
    await this.#file.append(note);
    this.#notes.push(note);
  }

  /** Appends an entry that closes a request's earlier entries, so that the request starts over. */
  forget(key: string): Promise<void> {
    return this.append({
      version: 1,
      at: new Date(clockOf(this.#io).date()).toISOString(),
      key,
      what: "refused",
    });
  }

  /**
   * Removes this run's entries and the row files of `names`. Also removes other runs' outdated
   * entries with their rows. Removes the journal if no entries are left. The cleanup is atomic: the
   * next run sees all of it or none of it. `out` is the file that now contains the rows, or null if
   * there is none. Resolves to the number of outdated requests.
   */
  async clear(names: readonly string[], out: string | null): Promise<number> {
    const removable = new Set(names.flatMap((name) => rowFilesOf(name)));
    const outdated = this.#outdated();
    const lines = (await readFile(this.#path, "utf8")).split("\n").filter((text) => text !== "");
    const keyOf = (note: string): string => (JSON.parse(note) as Note).key;
    const remaining = lines.filter(
      (note) => !this.#keys.has(keyOf(note)) && !outdated.has(keyOf(note)),
    );
    // Requests with the same short key share row files, which are kept while a remaining entry
    // needs them.
    const needed = new Set([...remaining].map((note) => shortKey(keyOf(note))));
    const outdatedNames = new Set(
      [...outdated].map(shortKey).filter((short) => !needed.has(short)),
    );
    const isOutdated = (name: string): boolean =>
      ROW_FILE.test(name) && outdatedNames.has(name.replace(ROW_FILE, "").replace(/^.*-/, ""));
    // A file that was empty before this run is emptied instead of removed.
    const text =
      remaining.length === 0 && !this.#wasEmpty
        ? null
        : remaining.map((note) => `${note}\n`).join("");
    await this.#remove({
      keys: [...this.#keys],
      text,
      isRemoved: (name) => removable.has(name) || isOutdated(name),
      out,
    });
    return outdated.size;
  }

  /**
   * Removes the journal and all row files. Each entry's key must be in `keys`. Resolves to what
   * happened to the folder for rows.
   */
  async #removeAll(keys: readonly string[]): Promise<Finished["folder"]> {
    const hasRows = (await stat(this.rows).catch(() => null)) !== null;
    if (hasRows)
      return this.#remove({
        keys,
        text: null,
        isRemoved: (name) => ROW_FILE.test(name),
        out: null,
      });
    await rm(this.#path, { force: true });
    return "none";
  }

  /**
   * Removes entries and row files. Resolves to `kept` if the folder for rows contains other files.
   */
  async #remove({ keys, text, isRemoved, out }: Removal): Promise<"removed" | "kept"> {
    const completedRun: CompletedRun = { keys, out: out === null ? null : await identityOf(out) };
    const folder = basename(this.rows);
    const present = await readdir(this.rows);
    const removable = present.filter(isRemoved);
    const otherFiles = present.filter(
      (name) => name !== MARK && !WORK_FILES.test(name) && !isRemoved(name),
    );
    const removed = [...(otherFiles.length === 0 ? [MARK] : []), ...removable].map((name) => ({
      path: `${folder}/${name}`,
      text: null,
    }));
    const folders = { base: dirname(this.#path), work: this.rows };
    commitChanges([...removed, { path: basename(this.#path), text }], {
      ...folders,
      mode: 0o600,
      about: JSON.stringify(completedRun),
      undo: false,
    });
    if (otherFiles.length > 0) return "kept";
    await rmdir(this.rows);
    return "removed";
  }

  /**
   * Removes the journal if it has no entries, unless the file was already empty before this run.
   */
  async clearEmpty(): Promise<void> {
    if (this.#notes.length === 0 && !this.#wasEmpty) await rm(this.#path, { force: true });
  }

  /** Closes the journal's file. */
  async close(): Promise<void> {
    await this.#file.close?.();
  }
}

/**
 * Whether this run is already complete. `requested` must contain exactly the completed run's keys,
 * each once, in any order. `destination` must be the path of the file that the run wrote, with all
 * links resolved. The file's size and modification time must be unchanged. False if `destination`
 * is null, or if the file is gone.
 */
export async function isComplete(
  { keys, out }: CompletedRun,
  requested: readonly string[],
  destination: string | null,
): Promise<boolean> {
  const completed = new Set(keys);
  const same = completed.size === requested.length && requested.every((key) => completed.has(key));
  if (!same || out === null || destination !== out.path) return false;
  const current = await identityOf(out.path).catch(() => null);
  return current !== null && current.size === out.size && current.mtimeMs === out.mtimeMs;
}

/** What identifies a version of a file: its path, size and modification time. */
async function identityOf(path: string): Promise<NonNullable<CompletedRun["out"]>> {
  const { size, mtimeMs } = await stat(path);
  return { path, size, mtimeMs };
}

/** Finishes the cleanup of a killed run. Returns that run, or null if there is none. */
function finishRemoval(journal: string): CompletedRun | null {
  const [base, work] = [dirname(journal), `${journal}.rows`];
  const isRows = (file: string): boolean =>
    dirname(file) === work && (basename(file) === MARK || ROW_FILE.test(file));
  const { outcome, about } = recoverChanges(base, work, (file) => file === journal || isRows(file));
  if (outcome !== "finished" || about === null) return null;
  if (readdirSync(work).length === 0) rmdirSync(work);
  return parseCompletedRun(about);
}

/** Parses the text that a completed run stored. Null if it is invalid. */
function parseCompletedRun(about: string): CompletedRun | null {
  try {
    const { keys, out = null }: Partial<CompletedRun> = JSON.parse(about);
    return Array.isArray(keys) ? { keys, out } : null;
  } catch {
    return null;
  }
}
