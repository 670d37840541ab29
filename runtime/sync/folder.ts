import { absolutePath, currentFolder } from "../absolute-path.js";
import { unscaled } from "../decimal.js";
import { InvalidArgumentError } from "../errors.js";
import { holdLock, type LockErrors } from "../held-lock.js";
import { dayNumber, isoDay } from "../validation/dates.js";
import { type FileColumn, loadParquet, ParquetFile } from "../writers/parquet-file.js";
import { CELL_TYPES } from "./cell-types.js";
import { windowsOf } from "./days.js";
import { checkCase, parsedRecord, recordedTable } from "./recorded-table.js";
import type {
  Cell,
  Cells,
  CellType,
  Target,
  TargetSession,
  TargetTable,
  TargetWindow,
} from "./target.js";
import { TargetUnavailableError } from "./target-failures.js";

type Files = typeof import("node:fs/promises");

/** Codes of errors after which nothing can be written: no room, or a device that fails. */
const UNAVAILABLE = "ENOSPC EDQUOT EROFS EIO ENODEV ENXIO ESTALE EMFILE ENFILE".split(" ");

/**
 * The folder of an account. Its name differs from all columns: readers would take the value of a
 * column of that name from it.
 */
function accountFolder(adAccountId: string): string {
  return `partition_account=${adAccountId}`;
}

function dayFolder(day: string): string {
  return `partition_day=${day}`;
}

// Days whose state is written at once, those after the first of them that was replaced.
const BATCH_DAYS = 64;

/**
 * A folder of Parquet files as a target: one file for each day of an account that has rows,
 * `<folder>/<table>/partition_account=<id>/partition_day=<day>/rows.parquet`, and
 * `<folder>/<table>/partition_account=<id>/rows.parquet` for a list of entities. A file is replaced
 * by one rename. What is loaded stands in `<folder>/_sync`. Throws an `InvalidArgumentError` for a
 * path that is neither a text nor a `file:` URL.
 */
export function folderTarget(path: string | URL): Target {
  const isPath =
    path instanceof URL
      ? path.protocol === "file:"
      : typeof path === "string" && path !== "" && !path.includes("\0");
  if (!isPath)
    throw new InvalidArgumentError("parquetFolder takes a path as a string, or a file: URL");
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
      const root = absolutePath(
        typeof path === "string" ? path : fileURLToPath(path),
        workingFolder,
        paths,
      );
      const isNew = (await files.stat(root).catch(absent)) === null;
      await files.mkdir(`${root}/_sync`, { recursive: true }).catch((cause: Error) => {
        throw new TargetUnavailableError(cause.message, { cause });
      });
      const lock = await holdLock(`${root}/_sync/.lock`, {
        files,
        host: hostname(),
        errors: LOCK_ERRORS,
      });
      try {
        await files.rm(`${root}/_sync/.unfinished`, { recursive: true, force: true });
        const release = async (): Promise<void> => {
          await lock.release();
          // A run that has only planned leaves nothing behind.
          for (const path of [
            `${root}/_sync/.unfinished`,
            `${root}/_sync`,
            ...(isNew ? [root] : []),
          ])
            await files.rmdir(path).catch(() => {});
        };
        return new FolderSession({ files, library, root, checkLock: lock.check, release });
      } catch (error) {
        await lock.release();
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
  foreign: (lockPath) =>
    new InvalidArgumentError(`${lockPath} is not a lock of sync: move it away; nothing was sent`),
  inUse: (lockPath, who) =>
    new InvalidArgumentError(
      `the folder is in use by ${who}: wait until that run has ended. If none is running, remove ${lockPath}; nothing was sent`,
    ),
};

interface Parts {
  readonly files: Files;
  readonly library: Awaited<ReturnType<typeof loadParquet>>;
  readonly root: string;
  /** Throws if another run has taken the folder over. */
  readonly checkLock: () => Promise<void>;
  readonly release: () => Promise<void>;
}

interface OpenFile {
  readonly path: string;
  readonly handle: Awaited<ReturnType<Files["open"]>>;
}

/** The days of an account. */
interface AccountState {
  readonly path: string;
  /** Stamps by day. */
  readonly days: Map<string, string>;
  /** Those of the days that have no rows, and so no file. */
  readonly empty: Set<string>;
}

/**
 * Days of an account that are being replaced, whose state is written after the last one of them.
 */
interface Batch extends AccountState {
  /** First and last day that it may have. */
  readonly from: string;
  readonly to: string;
}

class FolderSession implements TargetSession {
  readonly #parts: Parts;
  #batch: Batch | null = null;
  /**
   * By table, the columns that it has besides those of the body: files have them, too, without
   * values.
   */
  readonly #formerColumns = new Map<string, TargetTable["columns"]>();
  /** Folders with a new or removed name, until they are flushed. */
  readonly #changedFolders = new Set<string>();
  #fileCount = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async table(name: string): Promise<TargetTable | null> {
    const { files, root } = this.#parts;
    const recorded = (await files.readdir(`${root}/_sync`)).flatMap(
      (file) => /^(.*)\.json$/.exec(file)?.[1] ?? [],
    );
    checkCase(name, { recorded, target: `the folder ${root}` });
    const path = this.#tablePath(name);
    const text = await files.readFile(path, "utf8").catch(absent);
    if (text !== null) {
      const table = recordedTable(text);
      if (table !== null) return table;
      throw new InvalidArgumentError(
        `${path} is damaged: put it back from a copy, or move it and ${root}/${name} away, and sync loads the table anew; nothing was sent`,
      );
    }
    if ((await files.stat(`${root}/${name}`).catch(absent)) === null) return null;
    throw new InvalidArgumentError(
      `${root}/${name} is not a table of sync: move it away, or give the table another name; nothing was sent`,
    );
  }

  ensureTable(table: TargetTable): Promise<void> {
    return withOutages(() => this.#ensureTable(table));
  }

  async #ensureTable(table: TargetTable): Promise<void> {
    const before = await this.table(table.name);
    const remaining =
      before?.columns.filter(({ name }) => !table.columns.some((column) => column.name === name)) ??
      [];
    this.#formerColumns.set(table.name, remaining);
    const text = `${JSON.stringify({ ...table, columns: [...table.columns, ...remaining] }, null, 1)}\n`;
    // Of a table of this name that was removed.
    if (before === null)
      await this.#parts.files.rm(`${this.#parts.root}/_sync/${table.name}`, {
        recursive: true,
        force: true,
      });
    await this.#write(this.#tablePath(table.name), text);
    await this.#parts.files.mkdir(`${this.#parts.root}/${table.name}`, { recursive: true });
  }

  async loadedAccounts(table: string): Promise<readonly string[]> {
    await this.#record();
    const names =
      (await this.#parts.files.readdir(`${this.#parts.root}/_sync/${table}`).catch(absent)) ?? [];
    return names.flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []).sort();
  }

  async loadedDays(table: string, adAccountId: string): Promise<ReadonlyMap<string, string>> {
    await this.#record();
    const { days, empty } = await this.#stateOf(table, adAccountId);
    const { files, root } = this.#parts;
    // A day whose file was removed by other hands is not loaded.
    const found = await Promise.all(
      [...days].map(async (entry): Promise<readonly (readonly [string, string])[]> => {
        const path = `${root}/${table}/${accountFolder(adAccountId)}/${dayFolder(entry[0])}/rows.parquet`;
        return empty.has(entry[0]) || (await files.stat(path).catch(absent)) !== null
          ? [entry]
          : [];
      }),
    );
    return new Map(found.flat());
  }

  async hasRows({
    table: { name },
    adAccountId,
    days,
  }: Parameters<TargetSession["hasRows"]>[0]): Promise<boolean> {
    const { files, root } = this.#parts;
    const account = `${root}/${name}/${accountFolder(adAccountId)}`;
    const folders =
      days === null
        ? [account]
        : [...windowsOf(days, 1)].map(({ from }) => `${account}/${dayFolder(from)}`);
    for (const folder of folders)
      if ((await files.stat(`${folder}/rows.parquet`).catch(absent)) !== null) return true;
    return false;
  }

  replace(window: TargetWindow, rows: AsyncIterable<Cells>): Promise<void> {
    return withOutages(() => this.#replace(window, rows));
  }

  async #replace(
    { table, adAccountId, days, stamp }: TargetWindow,
    rows: AsyncIterable<Cells>,
  ): Promise<void> {
    const { files, root } = this.#parts;
    if (days !== null && days.from !== days.to)
      throw new RangeError("a window of a folder is one day");
    const account = `${root}/${table.name}/${accountFolder(adAccountId)}`;
    const folder = days === null ? account : `${account}/${dayFolder(days.from)}`;
    const path = `${folder}/rows.parquet`;
    const unfinished = await this.#writeRows(table, rows);
    await this.#parts.checkLock();
    const batch = days === null ? null : await this.#batchOf(table.name, adAccountId, days.from);
    // What happened to the file of a day without a stamp may not have reached the disk: its run was
    // killed.
    const isFlushed = days !== null && batch?.days.has(days.from) === true;
    if (unfinished === null) {
      const removed = await files.rm(path).then(() => true, absent);
      if (removed === true || !isFlushed) this.#changedFolders.add(folder);
    } else {
      await files.mkdir(folder, { recursive: true });
      await files.rename(unfinished, path);
      for (const name of [folder, account, `${root}/${table.name}`]) this.#changedFolders.add(name);
    }
    if (days === null) return;
    batch?.days.set(days.from, stamp);
    if (unfinished === null) batch?.empty.add(days.from);
    else batch?.empty.delete(days.from);
  }

  async close(): Promise<void> {
    try {
      await withOutages(() => this.#record());
    } finally {
      await this.#parts.release();
    }
  }

  #tablePath(name: string): string {
    return `${this.#parts.root}/_sync/${name}.json`;
  }

  /** Writes the rows to a new file, and resolves to its path; to null if there are no rows. */
  async #writeRows(table: TargetTable, rows: AsyncIterable<Cells>): Promise<string | null> {
    const all = [...table.columns, ...(this.#formerColumns.get(table.name) ?? [])];
    const columns = all.map(
      ({ name, type }): FileColumn => ({ name, ...CELL_TYPES[type].parquet }),
    );
    const types = all.map(({ type }) => type);
    const content = new ParquetFile(this.#parts.library, columns);
    let isEmpty = true;
    let file: OpenFile | null = null;
    try {
      for await (const row of rows) {
        isEmpty = false;
        const group = content.add(
          types.map((type, column) => parquetValue(type, row[column] ?? null)),
        );
        if (group === null) continue;
        file ??= await this.#newFile();
        await file.handle.appendFile(await group);
      }
      if (isEmpty) return null;
      file ??= await this.#newFile();
      await file.handle.appendFile(await content.finish());
      await file.handle.datasync();
      return file.path;
    } catch (error) {
      if (file !== null) await this.#parts.files.rm(file.path, { force: true }).catch(() => {});
      throw error;
    } finally {
      await file?.handle.close();
    }
  }

  async #newFile(): Promise<OpenFile> {
    const { files, root } = this.#parts;
    await files.mkdir(`${root}/_sync/.unfinished`, { recursive: true });
    const path = `${root}/_sync/.unfinished/${this.#fileCount++}.parquet`;
    return { path, handle: await files.open(path, "w") };
  }

  /**
   * The batch of the day. Before its first file is replaced, the stamps of its days are removed
   * from the disk: a process that is killed leaves days that are read again, and never the rows of
   * one body under the stamp of another.
   */
  async #batchOf(table: string, adAccountId: string, day: string): Promise<Batch> {
    const path = this.#statePath(table, adAccountId);
    const present = this.#batch;
    if (present?.path === path && day >= present.from && day <= present.to) return present;
    await this.#record();
    const to = isoDay(dayNumber(day) + BATCH_DAYS - 1);
    const state = await this.#stateOf(table, adAccountId);
    const remaining = new Map([...state.days].filter(([stored]) => stored < day || stored > to));
    if (remaining.size < state.days.size) await this.#writeState({ ...state, days: remaining });
    this.#batch = { ...state, from: day, to };
    return this.#batch;
  }

  #statePath(table: string, adAccountId: string): string {
    return `${this.#parts.root}/_sync/${table}/${adAccountId}.json`;
  }

  async #stateOf(table: string, adAccountId: string): Promise<AccountState> {
    const path = this.#statePath(table, adAccountId);
    const text = await this.#parts.files.readFile(path, "utf8").catch(absent);
    return {
      path,
      ...(text === null ? { days: new Map(), empty: new Set() } : daysIn(text, path)),
    };
  }

  /**
   * Writes the state of the days that were replaced last, after their files have reached the disk.
   */
  async #record(): Promise<void> {
    if (this.#batch === null) return;
    for (const folder of this.#changedFolders) await this.#flushFolder(folder);
    this.#changedFolders.clear();
    await this.#writeState(this.#batch);
    this.#batch = null;
  }

  #writeState({ path, days, empty }: AccountState): Promise<void> {
    const sorted = Object.fromEntries([...days].sort(byDay));
    return this.#write(
      path,
      `${JSON.stringify({ days: sorted, empty: [...empty].filter((day) => days.has(day)).sort() })}\n`,
    );
  }

  /** Replaces a small file in one step. */
  async #write(path: string, text: string): Promise<void> {
    const { files, root } = this.#parts;
    const folder = path.slice(0, path.lastIndexOf("/"));
    await this.#parts.checkLock();
    await files.mkdir(folder, { recursive: true });
    await files.mkdir(`${root}/_sync/.unfinished`, { recursive: true });
    const temporary = `${root}/_sync/.unfinished/${this.#fileCount++}.json`;
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

/** The result of `work`, whose errors of the system that concern more than a file get their class. */
async function withOutages<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw UNAVAILABLE.includes((error as NodeJS.ErrnoException).code ?? "")
      ? new TargetUnavailableError((error as Error).message, { cause: error })
      : error;
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

/** The days that a file of state has. Throws an `InvalidArgumentError` for another content. */
function daysIn(text: string, path: string): Pick<AccountState, "days" | "empty"> {
  const { days = null, empty = [] } = Object(parsedRecord(text)) as {
    readonly days?: Record<string, string>;
    readonly empty?: readonly string[];
  };
  const stamps = Object.entries(Object(days) as Record<string, string>);
  const isWhole =
    stamps.every(([day, stamp]) => !Number.isNaN(dayNumber(day)) && typeof stamp === "string") &&
    Array.isArray(empty);
  if (days !== null && isWhole) return { days: new Map(stamps), empty: new Set(empty) };
  throw new InvalidArgumentError(
    `${path} is damaged: remove it, and sync loads all days of the account again`,
  );
}

/** The cell as the library writes it. */
function parquetValue(type: CellType, cell: Cell): unknown {
  if (cell === null) return null;
  if (type === "integer") return BigInt(cell as number | bigint);
  if (type === "decimal") return unscaled(String(cell));
  if (type === "timestamp") return new Date(String(cell));
  return type === "date" ? new Date(`${cell}T00:00:00Z`) : cell;
}
