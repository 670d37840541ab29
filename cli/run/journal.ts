import { readdirSync, rmdirSync } from "node:fs";
import { readdir, readFile, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { commit, settle, WORK_FILES } from "../../generator/write/commit.js";
import { realPlace, reasonOf } from "../files.js";
import type { Entry } from "../session.js";
import { Usage } from "../usage.js";
import { MARK, refuseForeign, rowFilesOf } from "./row-store.js";

type FileJournal = Awaited<ReturnType<Entry["openJournal"]>>;
type Note = Parameters<FileJournal["append"]>[0];

const ANOTHER = "Give another file with --journal.";

/** A run that has come to its end. */
export interface Over {
  readonly keys: readonly string[];
  /** The file that has its rows, and how it can be told that it is still that one; null where they went elsewhere. */
  readonly out: { readonly path: string; readonly size: number; readonly mtimeMs: number } | null;
}

interface Opened {
  readonly file: FileJournal;
  readonly place: string;
  readonly notes: readonly Note[];
  readonly keys: readonly string[];
  readonly over: Over | null;
  readonly wasEmpty: boolean;
}

/** What a run does with its journal besides what the client does: it forgets what is over, and leaves what other requests have in it. */
export class RunJournal {
  readonly #file: FileJournal;
  readonly #place: string;
  readonly #keys: ReadonlySet<string>;
  readonly #notes: Note[];
  readonly #before: ReadonlySet<string>;
  readonly #wasEmpty: boolean;

  /** The run that had come to its end and was clearing up when it was killed; that is done now. */
  readonly over: Over | null;

  private constructor({ file, place, notes, keys, over, wasEmpty }: Opened) {
    this.#file = file;
    this.#wasEmpty = wasEmpty;
    this.over = over;
    this.#place = place;
    this.#notes = [...notes];
    this.#keys = new Set(keys);
    this.#before = new Set(notes.map(({ key }) => key));
  }

  /**
   * Takes the journal for a run of the requests with these keys, after it has finished what a run had begun to clear away. Throws Usage where that
   * cannot be, before anything is sent.
   */
  static async open(entry: Entry, named: string, keys: readonly string[]): Promise<RunJournal> {
    const found = await stat(named).catch(() => null);
    if (found !== null && !found.isFile()) throw new Usage(`--journal ${named} is not a file`, ANOTHER);
    let file: FileJournal | undefined;
    try {
      const place = await realPlace(named);
      await refuseForeign(`${place}.rows`);
      file = await entry.openJournal(place);
      if (found !== null && process.platform !== "win32" && (found.mode & 0o077) !== 0)
        process.stderr.write(`journal   others could read ${named}; now only its owner can\n`);
      const over = settled(place);
      if (over !== null) {
        // What was open is gone, or another file.
        await file.close?.();
        file = await entry.openJournal(place);
      }
      return new RunJournal({ file, place, notes: await file.read(), keys, over, wasEmpty: found?.size === 0 });
    } catch (error) {
      await file?.close?.();
      if (error instanceof Usage) throw error;
      if (error instanceof entry.InvalidArgumentError) throw new Usage(error.message, ANOTHER);
      throw new Usage(`--journal ${named} cannot be used: ${reasonOf(error)}`, ANOTHER);
    }
  }

  /** Where rows wait that belong to it. */
  get rows(): string {
    return `${this.#place}.rows`;
  }

  /** How many requests of other runs it had, and of this one. */
  get counts(): { readonly others: number; readonly own: number } {
    const own = [...this.#before].filter((key) => this.#keys.has(key)).length;
    return { others: this.#before.size - own, own };
  }

  /** Whether an earlier run has left something about this request. */
  had(key: string): boolean {
    return this.#before.has(key);
  }

  async read(): Promise<readonly Note[]> {
    return this.#notes;
  }

  async append(note: Note): Promise<void> {
    await this.#file.append(note);
    this.#notes.push(note);
  }

  /** What there was is over: the request is a new one. */
  forget(key: string): Promise<void> {
    return this.append({ version: 1, at: new Date().toISOString(), key, what: "refused" });
  }

  /**
   * Takes away all about this run's requests, its rows among it, and the file with the last of its lines; all of it or nothing, as far as the next run
   * sees. `out` is the file that has the rows now.
   */
  async clear(names: readonly string[], out: string | null): Promise<void> {
    const lines = (await readFile(this.#place, "utf8")).split("\n").filter((line) => line !== "");
    const rest = lines.filter((line) => !this.#keys.has((JSON.parse(line) as Note).key));
    const over: Over = { keys: [...this.#keys], out: out === null ? null : await identityOf(out) };
    const folder = basename(this.rows);
    const standing = await readdir(this.rows);
    const gone = names.flatMap((name) => rowFilesOf(name)).filter((name) => standing.includes(name));
    const others = standing.filter((name) => name !== MARK && !WORK_FILES.test(name) && !gone.includes(name));
    const removed = [...(others.length === 0 ? [MARK] : []), ...gone].map((name) => ({ path: `${folder}/${name}`, text: null }));
    // What was an empty file before any run had it is one again.
    const text = rest.length === 0 && !this.#wasEmpty ? null : rest.map((line) => `${line}\n`).join("");
    const places = { base: dirname(this.#place), work: this.rows };
    commit([...removed, { path: basename(this.#place), text }], { ...places, mode: 0o600, about: JSON.stringify(over), undo: false });
    if (others.length === 0) await rmdir(this.rows);
  }

  /** Takes the file away where opening it has made it, or nothing is in it. */
  async clearEmpty(): Promise<void> {
    if (this.#notes.length === 0 && !this.#wasEmpty) await rm(this.#place, { force: true });
  }

  /** Gives it back. */
  async close(): Promise<void> {
    await this.#file.close?.();
  }
}

/** Whether these requests are those of a run that is over, and its rows are still where they are to go. */
export async function isOver({ keys, out }: Over, asked: readonly string[], destination: string | null): Promise<boolean> {
  const same = keys.length === asked.length && asked.every((key) => keys.includes(key));
  if (!same || out === null || destination !== out.path) return false;
  const now = await identityOf(out.path).catch(() => null);
  return now !== null && now.size === out.size && now.mtimeMs === out.mtimeMs;
}

async function identityOf(path: string): Promise<NonNullable<Over["out"]>> {
  const { size, mtimeMs } = await stat(path);
  return { path, size, mtimeMs };
}

/** Goes on with what a run was clearing away when it was killed; gives that run. */
function settled(place: string): Over | null {
  const [base, work] = [dirname(place), `${place}.rows`];
  const isRows = (file: string): boolean => dirname(file) === work && (basename(file) === MARK || /\.ndjson(?:\.part)?$/.test(file));
  const { outcome, about } = settle(base, work, (file) => file === place || isRows(file));
  if (outcome !== "finished" || about === null) return null;
  if (readdirSync(work).length === 0) rmdirSync(work);
  return overIn(about);
}

function overIn(about: string): Over | null {
  try {
    const { keys, out = null }: Partial<Over> = JSON.parse(about);
    return Array.isArray(keys) ? { keys, out } : null;
  } catch {
    return null;
  }
}
