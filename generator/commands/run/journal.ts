import { open, readFile, rename, rm, stat } from "node:fs/promises";
import type { Entry } from "../client.js";
import { Usage } from "../usage.js";
import { partOf, reasonOf } from "./destination.js";
import { realPlace } from "./places.js";

type FileJournal = Awaited<ReturnType<Entry["openJournal"]>>;
type Note = Parameters<FileJournal["append"]>[0];

const ANOTHER = "Give another file with --journal.";

/** What a run does with its journal besides what the client does: it forgets what is over, and leaves what other requests have in it. */
export class RunJournal {
  readonly #file: FileJournal;
  readonly #place: string;
  readonly #keys: ReadonlySet<string>;
  readonly #notes: Note[];
  readonly #before: ReadonlySet<string>;

  private constructor(file: FileJournal, place: string, notes: readonly Note[], keys: readonly string[]) {
    this.#file = file;
    this.#place = place;
    this.#notes = [...notes];
    this.#keys = new Set(keys);
    this.#before = new Set(notes.map(({ key }) => key));
  }

  /** Takes the journal for a run of the requests with these keys. Throws Usage where that cannot be, before anything is sent. */
  static async open(entry: Entry, named: string, keys: readonly string[]): Promise<RunJournal> {
    const found = await stat(named).catch(() => null);
    if (found !== null && !found.isFile()) throw new Usage(`--journal ${named} is not a file`, ANOTHER);
    try {
      const place = await realPlace(named);
      const file = await entry.openJournal(place);
      return new RunJournal(file, place, await file.read(), keys);
    } catch (error) {
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

  /** Takes away all about this run's requests, and the file with the last of its lines. */
  async clear(): Promise<void> {
    const lines = (await readFile(this.#place, "utf8")).split("\n").filter((line) => line !== "");
    const rest = lines.filter((line) => !this.#keys.has((JSON.parse(line) as Note).key));
    if (rest.length === 0) return rm(this.#place, { force: true });
    const part = partOf(this.#place);
    const file = await open(part, "wx", 0o600);
    await file.writeFile(rest.map((line) => `${line}\n`).join(""));
    await file.sync().finally(() => file.close());
    await rename(part, this.#place);
  }

  /** Gives it back. */
  async close(): Promise<void> {
    await this.#file.close?.();
  }
}
