import type { ReportItem } from "../batch/types.js";
import { roundedQuotient } from "../decimal.js";
import { quoteWord } from "../redact.js";
import { dayNumber } from "../validation/dates.js";
import type { Row } from "../writers/row.js";
import { windowsOf } from "./days.js";
import { Keys } from "./keys.js";
import { InvalidRow, notRequested, type Shape } from "./shape.js";
import { RowsByDay } from "./split.js";
import type { Cells, TargetSession, TargetWindow } from "./target.js";
import type { AccountFacts } from "./tasks.js";

/** The items of a `runAll` call, in the order of its requests. */
export type Items<Task> = AsyncIterator<ReportItem<Task, Row>>;

/**
 * The report failed, or some of its rows do not fit its table. The table keeps its existing rows.
 */
export class ReportFailure extends Error {
  readonly error: Error;

  constructor(error: Error) {
    super("the report failed");
    this.error = error;
  }
}

/** The rows of a report, in file order. */
export interface RowReader {
  /**
   * The next row; null after the last one. Throws a `ReportFailure` if the report cannot be read.
   */
  next(): Promise<Row | null>;
}

/** The rows of one report, read from the items of a `runAll` call. */
export class ReportRows<Task> implements RowReader {
  /** The report's handle; undefined until all rows have been read. */
  handle: Extract<ReportItem<Task, Row>, { readonly type: "done" }>["handle"] | undefined;
  /** Whether the whole `runAll` call has failed. */
  isBroken = false;
  readonly #items: Items<Task>;
  #ended = false;

  constructor(items: Items<Task>) {
    this.#items = items;
  }

  /**
   * The next row; null after the last one. Throws a `ReportFailure` if the report failed, or the
   * `runAll` call's own error if the whole call failed.
   */
  async next(): Promise<Row | null> {
    if (this.#ended) return null;
    const { value: item, done } = await this.#items.next().catch((error: unknown) => {
      this.isBroken = true;
      throw error;
    });
    if (done === true) throw new Error("the batch ended before its last report");
    if (item.type === "row") return item.row;
    this.#ended = true;
    if (item.type === "failed") throw new ReportFailure(item.error);
    if (item.type === "done") this.handle = item.handle;
    return null;
  }

  /**
   * Skips the remaining rows, so that the next item belongs to the next report. Throws only if the
   * whole `runAll` call fails; a failed report is ignored.
   */
  async drain(): Promise<void> {
    while (!this.#ended) {
      await this.next().catch((error: unknown) => {
        if (!(error instanceof ReportFailure)) throw error;
      });
    }
  }
}

/** The rows of a single report. Calls `read` when the first row is requested. */
export class FileRows implements RowReader {
  readonly #read: () => AsyncIterable<Row> | Promise<AsyncIterable<Row>>;
  readonly #signal: AbortSignal | undefined;
  #rows: AsyncIterator<Row> | undefined;

  constructor(
    read: () => AsyncIterable<Row> | Promise<AsyncIterable<Row>>,
    signal: AbortSignal | undefined,
  ) {
    this.#read = read;
    this.#signal = signal;
  }

  async next(): Promise<Row | null> {
    try {
      this.#rows ??= (await this.#read())[Symbol.asyncIterator]();
      const { value, done } = await this.#rows.next();
      this.#signal?.throwIfAborted();
      return done === true ? null : value;
    } catch (error) {
      throw error instanceof Error ? new ReportFailure(error) : error;
    }
  }

  /** Stops reading. Has no effect if no row was requested. */
  async close(): Promise<void> {
    await this.#rows?.return?.();
  }
}

/** A report to load. */
export interface Load {
  readonly session: TargetSession;
  readonly shape: Shape;
  readonly adAccountId: string;
  /** The account's currency and time zone, which are added to each row. */
  readonly account: AccountFacts;
  /** The request that the rows must match. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Groups of columns that contain the same id. */
  readonly sameIds: readonly (readonly string[])[];
  /** Decimal columns that are quotients. */
  readonly quotients: readonly string[];
  /** First and last day, in `YYYY-MM-DD` format. */
  readonly from: string;
  readonly to: string;
  readonly stamp: string;
  /** Time of the run in ISO 8601 format, which is added to each row. */
  readonly loadedAt: string;
  /**
   * Whether rows are hourly. If so, `sync` fills a separate day column from the beginning of DATE.
   */
  readonly isHourly: boolean;
  /** Maximum number of days in a window. */
  readonly windowDays: number;
  /** Creates a second report with the same body, and returns its rows. */
  readonly again: () => RowReader;
  /** Fence of the lease under which the window is replaced. Default: none. */
  readonly fence?: number;
  /** Whether to refuse a window that was already replaced with the same fence. Default: false. */
  readonly once?: boolean;
  /**
   * Called after the last row, before the window is replaced. If it rejects, the existing rows are
   * kept, and the error is thrown unchanged.
   */
  readonly confirm?: () => Promise<unknown>;
  /** Called before the rows are read. Returns a function that receives each row as it is stored. */
  readonly onRows?: () => (row: Row) => unknown;
}

/** The result of loading a report. */
export interface Loaded {
  /** Number of rows in the target. */
  readonly rows: number;
  /** Whether the report's days had rows before, and have none now. */
  readonly isEmptied: boolean;
}

/**
 * Replaces the rows of the report's days.
 *
 * First creates the table if there is none, and adds missing columns. If the days do not fit in one
 * window, all rows are read first, then windows are replaced one by one. If the target fails, only
 * some of the windows may therefore have been replaced. If the report is empty but the table has
 * rows for these days, a second report is created. The rows are removed only if the second report
 * is also empty. Throws a `ReportFailure` if the report cannot be read, or if a row does not match
 * the request or the table. Rethrows any error from the target unchanged.
 */
export async function loadReport(load: Load, rows: RowReader): Promise<Loaded> {
  const { session, shape, adAccountId, from, to } = load;
  await ensureTable(session, shape);
  let first = await rows.next();
  let source = rows;
  const window = { table: shape.table, adAccountId, days: { from, to } };
  const mayBeEmptied = first === null && (await session.hasRows(window));
  if (mayBeEmptied) {
    source = load.again();
    first = await source.next();
  }
  const cells = new ReportCells(load, first, source);
  if (dayNumber(to) - dayNumber(from) + 1 > load.windowDays) await loadDivided(load, cells);
  else await session.replace(windowOf(load, load), thenConfirm(load, cells.all()));
  return { rows: cells.count, isEmptied: mayBeEmptied && cells.count === 0 };
}

/** Checks the rows of a report, and converts them to cells. */
class ReportCells {
  count = 0;
  readonly #load: Load;
  readonly #rows: RowReader;
  readonly #keys: Keys;
  readonly #onRow: ((row: Row) => unknown) | undefined;
  #next: Row | null;

  /** `first` is the first row, already read from `rows`; null if there is none. */
  constructor(load: Load, first: Row | null, rows: RowReader) {
    this.#load = load;
    this.#rows = rows;
    this.#next = first;
    this.#keys = new Keys(load.shape.table);
    this.#onRow = load.onRows?.();
  }

  /**
   * Yields the rows as cells. Throws a `ReportFailure` if a row does not match the request or the
   * table; the message contains the row's number.
   */
  async *all(): AsyncGenerator<Cells> {
    while (this.#next !== null) {
      this.count++;
      try {
        const row = storedRow(this.#load, this.#next);
        yield cellsOf(this.#load, row, this.#keys);
        this.#onRow?.(row);
      } catch (error) {
        if (!(error instanceof InvalidRow)) throw error;
        const row = this.count.toLocaleString("en-US");
        throw new ReportFailure(new InvalidRow(`row ${row} of the report: ${error.message}`));
      }
      this.#next = await this.#rows.next();
    }
  }
}

/** Yields the rows, then calls `confirm` if there is one. Rejects if `confirm` does. */
async function* thenConfirm(
  { confirm }: Pick<Load, "confirm">,
  rows: AsyncIterable<Cells>,
): AsyncGenerator<Cells> {
  yield* rows;
  await confirm?.();
}

/**
 * Splits the rows by day, and replaces one window after another. Days without rows become empty.
 */
async function loadDivided(load: Load, cells: ReportCells): Promise<void> {
  const { session, shape } = load;
  const byDay = new RowsByDay(shape.dayNumber);
  try {
    for await (const row of cells.all()) {
      const full = byDay.add(row);
      if (full !== undefined) await full;
    }
    for (const days of windowsOf(load, load.windowDays)) {
      const inWindow = async function* (): AsyncGenerator<Cells> {
        for (const { from } of windowsOf(days, 1)) yield* byDay.rowsOf(from, shape.table);
      };
      await session.replace(windowOf(load, days), thenConfirm(load, inWindow()));
    }
  } finally {
    await byDay.close();
  }
}

/**
 * Adds `sync`'s own columns to a row. Throws an `InvalidRow` if the row does not match the request.
 */
function storedRow(load: Load, row: Row): Row {
  checkClaim(load, row);
  return withOwnColumns(load, row);
}

/**
 * Converts a row from `storedRow` to cells. Throws an `InvalidRow` if the row does not fit the
 * table, is not from one of the report's days, or has the same key as an earlier row.
 */
function cellsOf(load: Load, row: Row, keys: Keys): Cells {
  const cells = load.shape.cells(row);
  const day = cells[load.shape.dayNumber];
  if (typeof day !== "string" || day < load.from || day > load.to)
    throw new InvalidRow(`its day is ${day}, but ${load.from} to ${load.to} were requested`);
  keys.add(cells);
  return cells;
}

/** Columns that `sync` fills itself. A report's own values under these names would be lost. */
const RESERVED_COLUMNS = ["CURRENCY", "TIME_ZONE", "_loaded_at"];

/** Columns with the account's id. Pinterest also calls an account an advertiser. */
const ACCOUNT_COLUMNS = ["AD_ACCOUNT_ID", "ADVERTISER_ID"];

/**
 * Throws an `InvalidRow` if the row belongs to another account, contains an id that was not
 * requested, or has a value that `sync` would overwrite.
 */
function checkClaim({ adAccountId, body, sameIds }: Load, row: Row): void {
  for (const column of RESERVED_COLUMNS) {
    const value = row[column];
    if (value !== undefined && value !== null) throw notRequested(column, value);
  }
  for (const column of ACCOUNT_COLUMNS) {
    const id = row[column];
    if (id !== undefined && id !== null && String(id) !== adAccountId)
      throw new InvalidRow(
        `${column} is ${quoteWord(String(id))}, but the report is for ad account ${adAccountId}`,
      );
  }
  for (const [field, ids] of Object.entries(body)) {
    // For example, each row's CAMPAIGN_ID must be in the body's campaign_ids.
    if (!field.endsWith("_ids") || !Array.isArray(ids)) continue;
    const name = field.slice(0, -1).toUpperCase();
    for (const column of sameIds.find((same) => same.includes(name)) ?? [name]) {
      const id = row[column];
      if (id === undefined || id === null) continue;
      if (!ids.some((requested) => String(requested) === String(id)))
        throw new InvalidRow(`${column} is ${quoteWord(String(id))}, which is not in ${field}`);
    }
  }
}

// A day, alone or with a time. Pinterest does not document how a file represents hours.
const HOUR =
  /^(\d{4}-\d\d-\d\d)(?:$|[T ]\d{1,2}(?::?\d\d){0,2}(?:\.\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?$)/;

/** Adds `sync`'s own columns to a row. Throws an `InvalidRow` if an hourly row has no day. */
function withOwnColumns(load: Load, row: Row): Row {
  const { adAccountId, account, loadedAt, isHourly, quotients } = load;
  const rounded: Record<string, unknown> = {};
  for (const name of quotients)
    if (row[name] !== undefined) rounded[name] = roundedQuotient(row[name]);
  return {
    ...row,
    ...rounded,
    ...(isHourly && { DAY: dayOfHour(row) }),
    AD_ACCOUNT_ID: adAccountId,
    CURRENCY: account.currency,
    TIME_ZONE: account.timeZone,
    _loaded_at: loadedAt,
  };
}

/**
 * The day of an hourly row, in `YYYY-MM-DD` format. Throws an `InvalidRow` if DATE does not begin
 * with a day, or if the row has a different DAY.
 */
function dayOfHour({ DATE: date, DAY: day }: Row): string {
  const [, found] = (typeof date === "string" && HOUR.exec(date)) || [];
  if (found === undefined)
    throw new InvalidRow(`DATE is ${quoteWord(String(date))}, which does not begin with a day`);
  if (day !== undefined && day !== found)
    throw new InvalidRow(
      `DAY is ${quoteWord(String(day))}, but DATE is ${quoteWord(String(date))}`,
    );
  return found;
}

/**
 * Creates or extends the target's table to store rows of this shape. Has no effect if an earlier
 * call in this session has finished, unless the shape has more columns since then.
 */
export async function ensureTable(session: TargetSession, shape: Shape): Promise<void> {
  if (shape.ensuredIn === session) return;
  await session.ensureTable(shape.table);
  shape.ensuredIn = session;
}

/** The window of the target that a load replaces, limited to the days from `from` to `to`. */
function windowOf(
  { shape, adAccountId, stamp, fence, once }: Load,
  { from, to }: Pick<Load, "from" | "to">,
): TargetWindow {
  return {
    table: shape.table,
    adAccountId,
    days: { from, to },
    stamp,
    ...(fence !== undefined && { fence }),
    ...(once && { once }),
  };
}
