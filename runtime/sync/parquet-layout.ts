import { unscaled } from "../decimal.js";
import { InvalidArgumentError } from "../errors.js";
import { dayNumber, isoDay } from "../validation/dates.js";
import { type FileColumn, type loadParquet, ParquetFile } from "../writers/parquet-file.js";
import { CELL_TYPES } from "./cell-types.js";
import { windowsOf } from "./days.js";
import { checkCase, parsedRecord, recordedTable } from "./recorded-table.js";
import type { Cell, Cells, CellType, TargetSession, TargetTable, TargetWindow } from "./target.js";

/**
 * Where the files are stored: a folder, or an object store. Paths are relative and use slashes,
 * such as `_sync/campaign_days.json`.
 */
export interface FileStore {
  /** Display name for messages, such as `the folder /data/ads`. */
  readonly name: string;
  /** Prefix for paths in messages, such as `/data/ads`. */
  readonly root: string;
  /** Throws if another run has taken over the lock. Called before row files are changed. */
  check(): Promise<void>;
  /** The names of files and folders in a folder; empty if the folder is missing. */
  list(folder: string): Promise<readonly string[]>;
  /**
   * Whether the folder exists. In a store without folders, a folder exists if there is any file
   * under its path.
   */
  hasFolder(folder: string): Promise<boolean>;
  /** Creates a folder if the store supports empty folders. */
  makeFolder(folder: string): Promise<void>;
  /** Removes a folder and everything in it, if it exists. */
  removeFolder(folder: string): Promise<void>;
  /** The text of a small file; null if it does not exist. */
  read(path: string): Promise<string | null>;
  /**
   * Replaces a small file in one step, after `check`. The change is durable when the promise
   * resolves.
   */
  write(path: string, text: string): Promise<void>;
  /** Returns which of the paths exist. All paths must be in `folder`, and in ascending order. */
  present(folder: string, paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** Starts a new file, which gets its path from `moveTo`. */
  create(): Promise<NewFile>;
  /**
   * Removes a file, if it exists. `wasFlushed` says whether earlier changes to the file are known
   * to be durable. The removal is durable after `flush`.
   */
  remove(path: string, wasFlushed: boolean): Promise<void>;
  /** Makes all earlier changes durable. */
  flush(): Promise<void>;
  /**
   * Converts a store error that affects more than one file to a `TargetUnavailableError`. Returns
   * any other error unchanged.
   */
  errorOf(error: unknown): unknown;
  /** Releases the lock, so that the next run can write. */
  close(): Promise<void>;
}

/** A new file, which has no path until `moveTo` is called. */
export interface NewFile {
  append(bytes: Uint8Array): Promise<void>;
  /** Called after the last `append`. */
  finish(): Promise<void>;
  /**
   * Replaces the file at this path in one step. The change is durable after the store's `flush`.
   */
  moveTo(path: string): Promise<void>;
  /** Deletes the file. */
  discard(): Promise<void>;
}

/**
 * The folder of an account. The name before `=` must not be a column's name: otherwise, readers
 * would take the column's values from the folder name.
 */
function accountFolder(table: string, adAccountId: string): string {
  return `${table}/partition_account=${adAccountId}`;
}

/** The path of the file for a day; for null, the file of a table without days. */
function fileOf(folder: string, day: string | null): string {
  return `${folder}/${day === null ? "" : `partition_day=${day}/`}rows.parquet`;
}

// Number of consecutive days whose state is written together, starting with the first replaced day.
const BATCH_DAYS = 64;

/** The loaded days of an account. */
interface AccountState {
  readonly path: string;
  /** The stamp of each day. */
  readonly days: Map<string, string>;
  /** Days without rows, which therefore have no file. */
  readonly empty: Set<string>;
}

/**
 * Days of an account that are being replaced. Their state is written after the last one has been
 * replaced.
 */
interface Batch extends AccountState {
  /** First and last day that may belong to the batch. */
  readonly from: string;
  readonly to: string;
}

/**
 * Stores tables as Parquet files. A report table has one file for each account and day with rows,
 * `<table>/partition_account=<id>/partition_day=<day>/rows.parquet`. An entity table has one file
 * for each account, `<table>/partition_account=<id>/rows.parquet`. The folder `_sync` records what
 * is loaded. A window of a report table is one day.
 */
export class ParquetSession implements TargetSession {
  readonly #store: FileStore;
  readonly #library: Awaited<ReturnType<typeof loadParquet>>;
  #batch: Batch | null = null;
  /**
   * The columns that only earlier bodies requested, by table. New files contain these columns too,
   * but without values.
   */
  readonly #formerColumns = new Map<string, TargetTable["columns"]>();

  constructor(store: FileStore, library: Awaited<ReturnType<typeof loadParquet>>) {
    this.#store = store;
    this.#library = library;
  }

  async table(name: string): Promise<TargetTable | null> {
    const { name: target, root } = this.#store;
    const recorded = (await this.#store.list("_sync")).flatMap(
      (file) => /^(.*)\.json$/.exec(file)?.[1] ?? [],
    );
    checkCase(name, { recorded, target });
    const path = tablePath(name);
    const text = await this.#store.read(path);
    if (text !== null) {
      const table = recordedTable(text);
      if (table !== null) return table;
      throw new InvalidArgumentError(
        `${root}/${path} is damaged: restore it from a backup, or move it and ${root}/${name} elsewhere so that sync loads the table again; nothing was sent`,
      );
    }
    if (!(await this.#store.hasFolder(name))) return null;
    throw new InvalidArgumentError(
      `${root}/${name} is not a sync table: move it elsewhere, or choose another name for the synced table; nothing was sent`,
    );
  }

  ensureTable(table: TargetTable): Promise<void> {
    return this.#withOutages(() => this.#ensureTable(table));
  }

  async #ensureTable(table: TargetTable): Promise<void> {
    const before = await this.table(table.name);
    const remaining =
      before?.columns.filter(({ name }) => !table.columns.some((column) => column.name === name)) ??
      [];
    this.#formerColumns.set(table.name, remaining);
    const text = `${JSON.stringify({ ...table, columns: [...table.columns, ...remaining] }, null, 1)}\n`;
    // Deletes the leftover state of a table with this name that someone has removed.
    if (before === null) await this.#store.removeFolder(`_sync/${table.name}`);
    await this.#store.write(tablePath(table.name), text);
    await this.#store.makeFolder(table.name);
  }

  async loadedAccounts(table: string): Promise<readonly string[]> {
    await this.#record();
    const names = await this.#store.list(`_sync/${table}`);
    return names.flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []).sort();
  }

  async loadedDays(table: string, adAccountId: string): Promise<ReadonlyMap<string, string>> {
    await this.#record();
    const { days, empty } = await this.#stateOf(table, adAccountId);
    const folder = accountFolder(table, adAccountId);
    const withRows = [...days.keys()].filter((day) => !empty.has(day)).sort();
    const present = await this.#store.present(
      folder,
      withRows.map((day) => fileOf(folder, day)),
    );
    // A day whose file someone else removed does not count as loaded.
    return new Map([...days].filter(([day]) => empty.has(day) || present.has(fileOf(folder, day))));
  }

  async hasRows({
    table: { name },
    adAccountId,
    days,
  }: Parameters<TargetSession["hasRows"]>[0]): Promise<boolean> {
    const folder = accountFolder(name, adAccountId);
    const paths =
      days === null
        ? [fileOf(folder, null)]
        : [...windowsOf(days, 1)].map(({ from }) => fileOf(folder, from));
    return (await this.#store.present(folder, paths)).size > 0;
  }

  replace(window: TargetWindow, rows: AsyncIterable<Cells>): Promise<void> {
    return this.#withOutages(() => this.#replace(window, rows));
  }

  async #replace(
    { table, adAccountId, days, stamp }: TargetWindow,
    rows: AsyncIterable<Cells>,
  ): Promise<void> {
    if (days !== null && days.from !== days.to)
      throw new RangeError("a window must be one day, because a file contains one day");
    const day = days?.from ?? null;
    const path = fileOf(accountFolder(table.name, adAccountId), day);
    const file = await this.#writeRows(table, rows);
    await this.#store.check();
    const batch = day === null ? null : await this.#batchOf(table.name, adAccountId, day);
    // If a day has no stamp, changes to its file may not be durable, because a run was killed, or
    // because the store changed the file but reported a failure.
    const wasFlushed = day !== null && batch?.days.delete(day) === true;
    if (file === null) await this.#store.remove(path, wasFlushed);
    else await file.moveTo(path);
    if (day === null) return;
    batch?.days.set(day, stamp);
    if (file === null) batch?.empty.add(day);
    else batch?.empty.delete(day);
  }

  async close(): Promise<void> {
    try {
      await this.#withOutages(() => this.#record());
    } finally {
      await this.#store.close();
    }
  }

  /** Writes the rows to a new file; null if there are no rows. */
  async #writeRows(table: TargetTable, rows: AsyncIterable<Cells>): Promise<NewFile | null> {
    const all = [...table.columns, ...(this.#formerColumns.get(table.name) ?? [])];
    const columns = all.map(
      ({ name, type }): FileColumn => ({ name, ...CELL_TYPES[type].parquet }),
    );
    const types = all.map(({ type }) => type);
    const content = new ParquetFile(this.#library, columns);
    let isEmpty = true;
    let file: NewFile | null = null;
    try {
      for await (const row of rows) {
        isEmpty = false;
        const group = content.add(
          types.map((type, column) => parquetValue(type, row[column] ?? null)),
        );
        if (group === null) continue;
        file ??= await this.#store.create();
        await file.append(await group);
      }
      if (isEmpty) return null;
      file ??= await this.#store.create();
      await file.append(await content.finish());
      await file.finish();
      return file;
    } catch (error) {
      await file?.discard().catch(() => {});
      throw error;
    }
  }

  /**
   * Returns the batch that the day belongs to. Before the first file of a batch is replaced, the
   * stamps of the batch's days are removed from the store. If the process is killed, these days are
   * therefore read again, and rows of one body never get another body's stamp.
   */
  async #batchOf(table: string, adAccountId: string, day: string): Promise<Batch> {
    const path = statePath(table, adAccountId);
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

  /**
   * Reads the loaded days of an account; empty if none are recorded. Throws an
   * `InvalidArgumentError` if the file is damaged.
   */
  async #stateOf(table: string, adAccountId: string): Promise<AccountState> {
    const path = statePath(table, adAccountId);
    const text = await this.#store.read(path);
    return {
      path,
      ...(text === null
        ? { days: new Map(), empty: new Set() }
        : daysIn(text, `${this.#store.root}/${path}`)),
    };
  }

  /** Writes the state of the current batch, after its files have reached the disk. */
  async #record(): Promise<void> {
    if (this.#batch === null) return;
    await this.#store.flush();
    await this.#writeState(this.#batch);
    this.#batch = null;
  }

  /** Writes the loaded days of an account, in order. */
  #writeState({ path, days, empty }: AccountState): Promise<void> {
    const sorted = Object.fromEntries([...days].sort(byDay));
    return this.#store.write(
      path,
      `${JSON.stringify({ days: sorted, empty: [...empty].filter((day) => days.has(day)).sort() })}\n`,
    );
  }

  /** Settles like `work`, except that the store converts its errors with `errorOf`. */
  async #withOutages<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      throw this.#store.errorOf(error);
    }
  }
}

/** The path of a table's recorded definition. */
function tablePath(name: string): string {
  return `_sync/${name}.json`;
}

/** The path of an account's loaded days in a table. */
function statePath(table: string, adAccountId: string): string {
  return `_sync/${table}/${adAccountId}.json`;
}

/** Compares two entries by day, for sorting. */
function byDay([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

/** Parses the days in a state file. Throws an `InvalidArgumentError` if the file is damaged. */
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
    `${path} is damaged: remove it so that sync loads all days of the account again`,
  );
}

/** Converts a cell to a value for the Parquet library. */
function parquetValue(type: CellType, cell: Cell): unknown {
  if (cell === null) return null;
  if (type === "integer") return BigInt(cell as number | bigint);
  if (type === "decimal") return unscaled(String(cell));
  if (type === "timestamp") return new Date(String(cell));
  return type === "date" ? new Date(`${cell}T00:00:00Z`) : cell;
}
