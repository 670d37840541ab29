import { absolutePath, currentFolder } from "../absolute-path.js";
import { InvalidArgumentError } from "../errors.js";
import { holdLock, type LockErrors } from "../held-lock.js";
import { PARQUET_TYPES } from "../tables/column-types.js";
import { type FileColumn, loadParquet, ParquetFile, type SchemaType } from "../writers/parquet-file.js";
import type { Cell, Cells, CellType, Target, TargetSession, TargetTable, TargetWindow } from "./target.js";

type Files = typeof import("node:fs/promises");

// Windows after which the state is written, at the latest.
const MOST_UNRECORDED = 64;

/**
 * A folder of Parquet files as a target: `<folder>/<table>/account=<id>/day=<day>/rows.parquet`, one file for each day of an account that has
 * rows, and `<folder>/<table>/account=<id>/rows.parquet` for a list of entities. A file is replaced by one rename. What is loaded stands in
 * `<folder>/_sync`. Throws an `InvalidArgumentError` for a path that is no text or URL.
 */
export function folderTarget(path: string | URL): Target {
  const isPath = (typeof path === "string" && path !== "" && !path.includes("\0")) || path instanceof URL;
  if (!isPath) throw new InvalidArgumentError("parquetFolder takes a path as a string, or a file: URL");
  const workingFolder = currentFolder();
  return {
    name: `the folder ${path instanceof URL ? path.pathname : path}`,
    // A day is a file, and no more than one file is replaced by a rename.
    windowDays: 1,
    async open() {
      const files: Files = await import("node:fs/promises").catch(noFiles);
      const paths = await import("node:path").catch(noFiles);
      const { hostname } = await import("node:os").catch(noFiles);
      const { fileURLToPath } = await import("node:url").catch(noFiles);
      const library = await loadParquet();
      const root = absolutePath(typeof path === "string" ? path : fileURLToPath(path), workingFolder, paths);
      const isNew = (await files.stat(root).catch(absent)) === null;
      await files.mkdir(`${root}/_sync`, { recursive: true });
      const unlock = await holdLock(`${root}/_sync/lock`, { files, host: hostname(), errors: LOCK_ERRORS });
      try {
        await files.rm(`${root}/_sync/unfinished`, { recursive: true, force: true });
        const release = async (): Promise<void> => {
          await unlock();
          // A run that has only planned leaves nothing behind.
          for (const path of [`${root}/_sync/unfinished`, `${root}/_sync`, ...(isNew ? [root] : [])])
            await files.rmdir(path).catch(() => {});
        };
        return new FolderSession({ files, library, root, release });
      } catch (error) {
        await unlock();
        throw error;
      }
    },
  };
}

/** Throws the error for a platform without a file system. */
function noFiles(cause: unknown): never {
  throw new InvalidArgumentError("parquetFolder needs a file system: Node, Bun or Deno", { cause });
}

const LOCK_ERRORS: LockErrors = {
  foreign: (lockPath) => new InvalidArgumentError(`${lockPath} is not a lock of sync: move it away; nothing was sent`),
  inUse: (lockPath, who) =>
    new InvalidArgumentError(
      `the folder is in use by ${who}: wait until that run has ended. If none is running, remove ${lockPath}; nothing was sent`,
    ),
};

const TYPES: Readonly<Record<CellType, SchemaType>> = { ...PARQUET_TYPES, boolean: { type: "BOOLEAN" } };

interface Parts {
  readonly files: Files;
  readonly library: Awaited<ReturnType<typeof loadParquet>>;
  readonly root: string;
  readonly release: () => Promise<void>;
}

/** The days of an account, and the stamps that are not written yet. */
interface AccountState {
  readonly path: string;
  readonly days: Map<string, string>;
}

class FolderSession implements TargetSession {
  readonly #parts: Parts;
  /** The account whose state was changed last, until it is written. */
  #unrecorded: AccountState | null = null;
  #count = 0;
  /** Folders with a new or removed name, until they are flushed. */
  readonly #changedFolders = new Set<string>();
  #fileCount = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async table(name: string): Promise<TargetTable | null> {
    const { files, root } = this.#parts;
    const text = await files.readFile(this.#tablePath(name), "utf8").catch(absent);
    if (text !== null) return parsed<TargetTable>(text, this.#tablePath(name));
    if ((await files.stat(`${root}/${name}`).catch(absent)) === null) return null;
    throw new InvalidArgumentError(
      `${root}/${name} is not a table of sync: move it away, or give the table another name; nothing was sent`,
    );
  }

  async ensureTable(table: TargetTable): Promise<void> {
    const before = await this.table(table.name);
    const remaining = before?.columns.filter(({ name }) => !table.columns.some((column) => column.name === name)) ?? [];
    const text = `${JSON.stringify({ ...table, columns: [...table.columns, ...remaining] }, null, 1)}\n`;
    await this.#write(this.#tablePath(table.name), text);
    await this.#parts.files.mkdir(`${this.#parts.root}/${table.name}`, { recursive: true });
  }

  async loadedAccounts(table: string): Promise<readonly string[]> {
    await this.#record();
    const names = (await this.#parts.files.readdir(`${this.#parts.root}/_sync/${table}`).catch(absent)) ?? [];
    return names.flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []).sort();
  }

  async loadedDays(table: string, adAccountId: string): Promise<ReadonlyMap<string, string>> {
    await this.#record();
    return (await this.#stateOf(table, adAccountId)).days;
  }

  async replace({ table, adAccountId, days, stamp }: TargetWindow, rows: AsyncIterable<Cells>): Promise<void> {
    const { files, root } = this.#parts;
    if (days !== null && days.from !== days.to) throw new RangeError("a window of a folder is one day");
    const account = `${root}/${table.name}/account=${adAccountId}`;
    const folder = days === null ? account : `${account}/day=${days.from}`;
    const unfinished = await this.#unfinished(table, rows);
    if (unfinished === null) {
      const removed = await files.rm(`${folder}/rows.parquet`).then(() => true, absent);
      if (removed === true) this.#changedFolders.add(folder);
    } else {
      await files.mkdir(folder, { recursive: true });
      await files.rename(unfinished, `${folder}/rows.parquet`);
      for (const path of [folder, account, `${root}/${table.name}`]) this.#changedFolders.add(path);
    }
    if (days !== null) await this.#setLoaded(table.name, adAccountId, { day: days.from, stamp });
  }

  async close(): Promise<void> {
    try {
      await this.#record();
    } finally {
      await this.#parts.release();
    }
  }

  #tablePath(name: string): string {
    return `${this.#parts.root}/_sync/${name}.json`;
  }

  /** Writes the rows to a new file; resolves to its path, or null if there are none. */
  async #unfinished(table: TargetTable, rows: AsyncIterable<Cells>): Promise<string | null> {
    const { files, library, root } = this.#parts;
    const columns = table.columns.map(({ name, type }): FileColumn => ({ name, ...TYPES[type] }));
    const types = table.columns.map(({ type }) => type);
    const content = new ParquetFile(library, columns);
    const path = `${root}/_sync/unfinished/${this.#fileCount++}.parquet`;
    let file: Awaited<ReturnType<Files["open"]>> | null = null;
    try {
      for await (const row of rows) {
        if (file === null) {
          await files.mkdir(`${root}/_sync/unfinished`, { recursive: true });
          file = await files.open(path, "w");
        }
        const group = content.add(types.map((type, column) => parquetValue(type, row[column] ?? null)));
        if (group !== null) await file.appendFile(await group);
      }
      if (file === null) return null;
      await file.appendFile(await content.finish());
      await file.datasync();
      return path;
    } catch (error) {
      if (file !== null) await files.rm(path, { force: true }).catch(() => {});
      throw error;
    } finally {
      await file?.close();
    }
  }

  /** Notes that a day is loaded. Written before another account is changed: written late, days are merely read again. */
  async #setLoaded(table: string, adAccountId: string, { day, stamp }: { readonly day: string; readonly stamp: string }): Promise<void> {
    const path = this.#statePath(table, adAccountId);
    if (this.#unrecorded?.path !== path) {
      await this.#record();
      this.#unrecorded = await this.#stateOf(table, adAccountId);
    }
    this.#unrecorded.days.set(day, stamp);
    this.#count++;
    if (this.#count >= MOST_UNRECORDED) await this.#record();
  }

  #statePath(table: string, adAccountId: string): string {
    return `${this.#parts.root}/_sync/${table}/${adAccountId}.json`;
  }

  async #stateOf(table: string, adAccountId: string): Promise<AccountState> {
    const path = this.#statePath(table, adAccountId);
    const text = await this.#parts.files.readFile(path, "utf8").catch(absent);
    const state = text === null ? {} : parsed<{ readonly days?: Readonly<Record<string, string>> }>(text, path);
    return { path, days: new Map(Object.entries(state.days ?? {})) };
  }

  /** Writes the state of the account that was changed last, after its files have reached the disk. */
  async #record(): Promise<void> {
    if (this.#unrecorded === null) return;
    const { path, days } = this.#unrecorded;
    for (const folder of this.#changedFolders) await this.#flushFolder(folder);
    this.#changedFolders.clear();
    await this.#write(path, `${JSON.stringify({ days: Object.fromEntries([...days].sort(byDay)) }, null, 0)}\n`);
    this.#unrecorded = null;
    this.#count = 0;
  }

  /** Replaces a small file in one step. */
  async #write(path: string, text: string): Promise<void> {
    const { files, root } = this.#parts;
    const folder = path.slice(0, path.lastIndexOf("/"));
    await files.mkdir(folder, { recursive: true });
    await files.mkdir(`${root}/_sync/unfinished`, { recursive: true });
    const temporary = `${root}/_sync/unfinished/${this.#fileCount++}.json`;
    const file = await files.open(temporary, "w");
    try {
      await file.writeFile(text);
      await file.datasync();
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
    await this.#flushFolder(folder);
  }

  /** Flushes the names in a folder, so that they survive a loss of power. */
  async #flushFolder(path: string): Promise<void> {
    // Windows cannot open a folder.
    const folder = await this.#parts.files.open(path, "r").catch(() => null);
    await folder?.sync().catch(() => {});
    await folder?.close();
  }
}

function byDay([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

/** Null for a file that does not exist; throws any other error. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function parsed<Content>(text: string, path: string): Content {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidArgumentError(`${path} is damaged: it is not JSON. Without it, sync loads the table anew; nothing was sent`, {
      cause,
    });
  }
}

/** The cell as the library writes it. */
function parquetValue(type: CellType, cell: Cell): unknown {
  if (cell === null) return null;
  if (type === "integer") return BigInt(cell as number | bigint);
  return type === "date" ? new Date(`${cell}T00:00:00Z`) : cell;
}
