import type { ReportItem } from "../batch/types.js";
import { dayNumber, isoDay } from "../validation/dates.js";
import type { Row } from "../writers/row.js";
import { Keys } from "./keys.js";
import { InvalidRow, type Shape, TooNarrow } from "./shape.js";
import { RowsByDay } from "./split.js";
import type { Cells, TargetSession, TargetWindow } from "./target.js";

/** The items of a run of reports, in the order of its requests. */
export type Items<Task> = AsyncIterator<ReportItem<Task, Row>>;

/** The report failed, or has rows that its table cannot have: its former rows stay. */
export class ReportFailure extends Error {
  readonly error: Error;

  constructor(error: Error) {
    super("the report failed");
    this.error = error;
  }
}

/** The rows of a report, in the order of its file. */
export interface RowReader {
  /**
   * The next row; null after the last one. Throws a `ReportFailure` if the report cannot be read.
   */
  next(): Promise<Row | null>;
}

/** The rows of one report, whose items come one after another. */
export class ReportRows<Task> implements RowReader {
  /** The report, once all rows have been read. */
  handle: Extract<ReportItem<Task, Row>, { readonly type: "done" }>["handle"] | undefined;
  count = 0;
  /** Whether the run of all reports has ended with an error. */
  isBroken = false;
  readonly #items: Items<Task>;
  #ended = false;

  constructor(items: Items<Task>) {
    this.#items = items;
  }

  /**
   * The next row; null after the last one. Throws a `ReportFailure`, and the error of the whole
   * run.
   */
  async next(): Promise<Row | null> {
    if (this.#ended) return null;
    const { value: item, done } = await this.#items.next().catch((error: unknown) => {
      this.isBroken = true;
      throw error;
    });
    if (done === true) throw new Error("the run of reports ended before its last report");
    if (item.type === "row") {
      this.count++;
      return item.row;
    }
    this.#ended = true;
    if (item.type === "failed") throw new ReportFailure(item.error);
    if (item.type === "done") this.handle = item.handle;
    return null;
  }

  /**
   * Reads the remaining rows, so that the next report's items follow. Throws only the error of the
   * whole run.
   */
  async drain(): Promise<void> {
    while (!this.#ended) {
      await this.next().catch((error: unknown) => {
        if (!(error instanceof ReportFailure)) throw error;
      });
    }
  }
}

/** A report to load. */
export interface Load {
  readonly session: TargetSession;
  readonly shape: Shape;
  readonly adAccountId: string;
  /** First and last day, as `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly stamp: string;
  /** Whether a day column of its own is filled with the beginning of DATE. */
  readonly isHourly: boolean;
  /** Maximum number of days of a window. */
  readonly windowDays: number;
  /** Reads the report once more, from its first row. */
  readonly reread: () => AsyncIterable<Row> | Promise<AsyncIterable<Row>>;
  /** Number of the lease under which the window is replaced. Default: none. */
  readonly fence?: number;
  /**
   * Called after the last row, before the window is replaced. If it rejects, the former rows stay,
   * and the error is thrown unchanged.
   */
  readonly confirm?: () => Promise<unknown>;
}

/**
 * Replaces the days of the report by its rows. If the table is too narrow for a row, the remaining
 * rows are read to widen it, and then all of them once more. Throws a `ReportFailure`, and any
 * error of the target unchanged.
 */
export async function loadReport(load: Load, rows: RowReader): Promise<void> {
  const days = dayNumber(load.to) - dayNumber(load.from) + 1;
  if (days > load.windowDays) return loadDivided(load, rows);
  const { session, shape } = load;
  await ensureTable(session, shape);
  const keys = new Keys(shape.table);
  const stream = async function* (): AsyncGenerator<Cells> {
    for (let row = await rows.next(); row !== null; row = await rows.next()) {
      try {
        yield cellsOf(load, row, keys);
      } catch (error) {
        if (error instanceof TooNarrow) widen(shape, withOwnColumns(load, row));
        throw error;
      }
    }
    await load.confirm?.();
  };
  try {
    return await session.replace(windowOf(load, load), stream());
  } catch (error) {
    if (!(error instanceof TooNarrow)) throw error;
  }
  for (let row = await rows.next(); row !== null; row = await rows.next())
    widen(shape, withOwnColumns(load, row));
  await ensureTable(session, shape);
  const secondReading = async function* (): AsyncGenerator<Cells> {
    const keysAgain = new Keys(shape.table);
    for await (const row of reread(load)) yield cellsOf(load, row, keysAgain);
    await load.confirm?.();
  };
  await session.replace(windowOf(load, load), secondReading());
}

/** The rows once more. Throws a `ReportFailure` if they cannot be read. */
async function* reread(load: Load): AsyncGenerator<Row> {
  try {
    yield* await load.reread();
  } catch (error) {
    throw error instanceof Error ? new ReportFailure(error) : error;
  }
}

/**
 * Divides the rows by day, and replaces one window after another; days without rows become empty.
 */
async function loadDivided(load: Load, rows: RowReader): Promise<void> {
  const { session, shape } = load;
  const dayColumn = shape.table.dayColumn ?? "";
  const byDay = new RowsByDay(shape.numberOf(dayColumn));
  const keys = new Keys(shape.table);
  try {
    for (let row = await rows.next(); row !== null; row = await rows.next()) {
      const full = byDay.add(widenedCells(load, row, keys));
      if (full !== undefined) await full;
    }
    await ensureTable(session, shape);
    const first = dayNumber(load.from);
    const last = dayNumber(load.to);
    for (let day = first; day <= last; day += load.windowDays) {
      const end = Math.min(last, day + load.windowDays - 1);
      const inWindow = async function* (): AsyncGenerator<Cells> {
        for (let at = day; at <= end; at++)
          yield* fitted(byDay.rowsOf(isoDay(at), shape.table), shape);
        await load.confirm?.();
      };
      await session.replace(windowOf(load, { from: isoDay(day), to: isoDay(end) }), inWindow());
    }
  } finally {
    await byDay.close();
  }
}

/** The cells of a row, for which the table is widened if need be. */
function widenedCells(load: Load, row: Row, keys: Keys): Cells {
  try {
    return cellsOf(load, row, keys);
  } catch (error) {
    if (!(error instanceof TooNarrow)) throw error;
    widen(load.shape, withOwnColumns(load, row));
    return cellsOf(load, row, keys);
  }
}

/**
 * The rows as cells of the table as it is now: those that were made before it was widened are
 * changed.
 */
async function* fitted(rows: AsyncIterable<Cells>, shape: Shape): AsyncGenerator<Cells> {
  for await (const row of rows) yield shape.fitted(row);
}

function widen(shape: Shape, row: Row): void {
  try {
    shape.widen(row);
  } catch (error) {
    throw asFailure(error);
  }
}

/**
 * The row as cells. Throws a `ReportFailure` for a row that cannot be in the table, is of another
 * day, or has the key of a former row.
 */
function cellsOf(load: Load, row: Row, keys: Keys): Cells {
  try {
    const cells = load.shape.cells(withOwnColumns(load, row));
    const day = cells[load.shape.dayNumber];
    if (typeof day !== "string" || day < load.from || day > load.to)
      throw new InvalidRow(
        `a row is of the day ${day}, which was not requested: ${load.from} to ${load.to} were`,
      );
    keys.add(cells);
    return cells;
  } catch (error) {
    throw asFailure(error);
  }
}

function asFailure(error: unknown): unknown {
  return error instanceof InvalidRow ? new ReportFailure(error) : error;
}

/** The row with the columns that `sync` adds. */
function withOwnColumns({ adAccountId, isHourly }: Load, row: Row): Row {
  const day = isHourly && typeof row.DATE === "string" ? { DAY: row.DATE.slice(0, 10) } : null;
  return { ...row, AD_ACCOUNT_ID: adAccountId, ...day };
}

/** Makes the table in the target as wide as the shape, if the shape has changed. */
export async function ensureTable(session: TargetSession, shape: Shape): Promise<void> {
  if (!shape.isChanged) return;
  await session.ensureTable(shape.table);
  shape.isChanged = false;
}

function windowOf(
  { shape, adAccountId, stamp, fence }: Load,
  { from, to }: Pick<Load, "from" | "to">,
): TargetWindow {
  return {
    table: shape.table,
    adAccountId,
    days: { from, to },
    stamp,
    ...(fence !== undefined && { fence }),
  };
}
