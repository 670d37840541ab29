import { createReadStream, rmSync } from "node:fs";
import * as files from "node:fs/promises";
import {
  access,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readlink,
  rename,
  rm,
  rmdir,
  writeFile,
} from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { WORK_FILES } from "../../../generator/write/commit.js";
import {
  createLock,
  holderOf,
  isAlive,
  type LockUse,
  newHolder,
} from "../../../runtime/file-lock.js";
import { ndjsonLine, ndjsonRows, type Row } from "../../../runtime/writers/row.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { asWriteProblem, reasonOf } from "../../terminal/replace-file.js";
import {
  registerTemporary,
  removeNow,
  unregisterTemporary,
} from "../../terminal/temporary-files.js";
import { Usage } from "../../terminal/usage.js";

const SHORT = 16;

const BUFFER = 64 * 1024;
// The name of the file that marks a folder as safe to remove.
export const MARK = ".pinterest-reports-rows";
// A lock file that contains the id of the process that uses a temporary folder.
const HOLDER: LockUse = {
  files,
  of: "pinterest-reports rows",
  foreignError: (path) => new Error(`${path} does not contain a process id`),
};
const OTHER_JOURNAL = "Move it elsewhere, or pass another file with --journal.";

/**
 * Rows on disk, keyed by name. Rows are stored because a report's rows are used only if all of them
 * arrive, and because some formats need all rows before they can write any output.
 */
export class RowStore {
  readonly folder: string;
  #retained = false;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Creates a store in a new folder within `parent` or the system's temporary folder. The store is
   * removed when the process exits. Also removes stores that this user's killed processes left in
   * the same parent folder. Rejects with `Usage` if the folder cannot be created.
   */
  static async temporary(parent: string | undefined, io: Pick<Io, "cwd">): Promise<RowStore> {
    const path = join(
      parent === undefined ? tmpdir() : fullPath(parent, io),
      parent === undefined ? "pinterest-reports-" : ".rows-",
    );
    try {
      const folder = await mkdtemp(path);
      registerTemporary(folder);
      await createLock(join(folder, MARK), newHolder(await processSpace()), HOLDER);
      await removeAbandoned(path, (await lstat(folder)).uid);
      return new RowStore(folder);
    } catch (error) {
      const hint =
        parent === undefined ? "Set TMPDIR to a writable folder." : "Pass another file with --out.";
      throw new Usage(`rows cannot be buffered in ${parent ?? tmpdir()}: ${reasonOf(error)}`, hint);
    }
  }

  /**
   * Opens a store in `folder` that is kept when the process exits. Only the folder's owner can read
   * it. Rejects with `Usage` if the folder cannot be created, or if another program created it.
   */
  static async persistent(folder: string): Promise<RowStore> {
    await checkNotForeign(folder);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(
        join(folder, MARK),
        "Rows of a run with a journal; pinterest-reports creates and removes this folder.\n",
      );
      return new RowStore(folder);
    } catch (error) {
      throw new Usage(`rows cannot be stored in ${folder}: ${reasonOf(error)}`, OTHER_JOURNAL);
    }
  }

  /**
   * Opens a file for rows with this name. The rows can be read after the file's `keep` is called.
   */
  async write(name: string): Promise<RowFile> {
    return RowFile.open(this.#fileOf(name));
  }

  /**
   * Writes the rows as they arrive. Stores all of them or, if an error occurs, none. Rejects with
   * any error from `rows` or the disk.
   */
  async fill(name: string, rows: AsyncIterable<Row>): Promise<void> {
    const file = await this.write(name);
    try {
      for await (const row of rows) await file.add(row);
      await file.keep();
    } catch (error) {
      await file.drop();
      throw error;
    }
  }

  /** Whether all rows with this name are stored. */
  has(name: string): Promise<boolean> {
    return access(this.#fileOf(name)).then(
      () => true,
      () => false,
    );
  }

  /** Reads the stored rows with this name from disk. Throws a system error if there are none. */
  read(name: string): AsyncGenerator<Row> {
    return ndjsonRows(
      createReadStream(this.#fileOf(name), { encoding: "utf8", highWaterMark: BUFFER }),
    );
  }

  /** Removes the store with its rows, unless `retain` was called. */
  async remove(): Promise<void> {
    if (!this.#retained) await removeNow(this.folder);
  }

  /**
   * Keeps a temporary store from being removed at exit or by later cleanups. Returns the store's
   * folder.
   */
  retain(): string {
    this.#retained = true;
    unregisterTemporary(this.folder);
    rmSync(join(this.folder, MARK), { force: true });
    return this.folder;
  }

  /** The path of the file with these rows. */
  #fileOf(name: string): string {
    return join(this.folder, `${name}.ndjson`);
  }
}

/**
 * Identifies the scope in which process ids are valid: the machine's name and, on Linux, the
 * process id namespace. The name alone is not enough, because containers may share a volume and a
 * host name.
 */
async function processSpace(): Promise<string> {
  return [hostname(), await readlink("/proc/self/ns/pid").catch(() => "")].join(" ").trim();
}

/**
 * Removes temporary stores that killed processes left behind. Each store's path is `prefix`
 * followed by six characters. A store is only removed if it belongs to `user`, its process ran on
 * this machine and has ended, and it contains only row files. Anything that cannot be read or
 * removed is left in place.
 */
async function removeAbandoned(prefix: string, user: number): Promise<void> {
  const parent = dirname(prefix);
  const names = (await readdir(parent).catch(() => [])).filter(
    (name) => join(parent, name).length === prefix.length + 6,
  );
  const candidates = names
    .map((name) => join(parent, name))
    .filter((path) => path.startsWith(prefix));
  for (const folder of candidates) await removeIfAbandoned(folder, user).catch(() => {});
}

/** Removes a store if it is safe to do so; see `removeAbandoned`. */
async function removeIfAbandoned(folder: string, user: number): Promise<void> {
  const stats = await lstat(folder);
  if (!stats.isDirectory() || stats.uid !== user) return;
  const holder = await holderOf(join(folder, MARK), HOLDER);
  if (holder === null || holder.host !== (await processSpace()) || isAlive(holder)) return;
  const entries = await readdir(folder, { withFileTypes: true });
  if (
    !entries.every(
      (entry) =>
        entry.isFile() && (entry.name.startsWith(MARK) || /\.ndjson(\.part)?$/.test(entry.name)),
    )
  )
    return;
  // The mark is removed last, because a partly removed folder without it would never be cleaned up.
  for (const { name } of entries) if (name !== MARK) await rm(join(folder, name));
  await rm(join(folder, MARK));
  await rmdir(folder);
}

/**
 * Rejects with `Usage` unless the folder is missing, empty or a store. Also rejects if the folder
 * cannot be read.
 */
export async function checkNotForeign(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new Usage(`rows cannot be stored in ${folder}: ${reasonOf(error)}`, OTHER_JOURNAL);
  });
  const isOurs = names.length === 0 || names.some((name) => name === MARK || WORK_FILES.test(name));
  if (!isOurs)
    throw new Usage(`${folder} contains files that were not written by a run`, OTHER_JOURNAL);
}

/** The first 16 characters of a journal key, for the names of row files. */
export function shortKey(key: string): string {
  return key.slice(0, SHORT);
}

/** The names of a row file, and of the `.part` file that a killed run leaves behind. */
export function rowFilesOf(name: string): readonly string[] {
  return [`${name}.ndjson`, `${name}.ndjson.part`];
}

/** A file of rows being written; it can be read only after `keep`. */
export class RowFile {
  readonly #path: string;
  readonly #file: Awaited<ReturnType<typeof open>>;
  #lines = "";

  private constructor(path: string, file: Awaited<ReturnType<typeof open>>) {
    this.#path = path;
    this.#file = file;
  }

  /** Creates `path` with `.part` appended. It is removed at exit unless `keep` renames it. */
  static async open(path: string): Promise<RowFile> {
    registerTemporary(`${path}.part`);
    return new RowFile(path, await open(`${path}.part`, "w", 0o600));
  }

  /**
   * Adds a row. Returns a promise if a full buffer is being written; otherwise undefined, because
   * there is nothing to wait for.
   */
  add(row: Row): Promise<void> | undefined {
    this.#lines += ndjsonLine(row);
    return this.#lines.length < BUFFER ? undefined : this.#flush();
  }

  /** Closes the file and makes its rows readable. The rows survive a crash of the machine. */
  async keep(): Promise<void> {
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
    unregisterTemporary(`${this.#path}.part`);
  }

  /** Closes and removes the file. */
  async drop(): Promise<void> {
    await this.#file.close();
    await removeNow(`${this.#path}.part`);
  }

  /** Writes the buffered rows to the file. */
  async #flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = "";
    await this.#file.appendFile(lines).catch((error: unknown) => {
      throw asWriteProblem(
        error,
        dirname(this.#path),
        "Free up space on that disk: rows are stored there until all have arrived.",
      );
    });
  }
}
