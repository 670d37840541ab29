/**
 * Where `sync` puts its tables: a folder, a database or your own storage. A session receives only
 * one call at a time.
 */
export interface Target {
  /**
   * Display name for messages, without secrets: `the folder /data/ads`, `PostgreSQL ads on
   * db.example.com`.
   */
  readonly name: string;
  /**
   * Maximum number of days in one window. A longer report is split, using temporary files if it is
   * large. Default: no limit; rows are then passed on as they arrive.
   */
  readonly windowDays?: number;
  /**
   * Opens the target for one run, and locks it against other runs until `close`. Rejects with an
   * `InvalidArgumentError` that names the holder if another run has it open. The lock must not
   * outlive a process that died.
   *
   * When `signal` aborts, pending calls to `open` and to the session's methods should reject
   * with the signal's reason and change nothing more. If they ignore the signal, the run ends after
   * they have finished.
   */
  open(options?: { readonly signal?: AbortSignal | undefined }): Promise<TargetSession>;
  /**
   * Opens the target for one of several processes that load different windows. `signal` works as in
   * `open`. If this function is missing, the target cannot be used for jobs on several workers.
   *
   * The target must meet these conditions:
   * - It is locked against `open` until `close`. Whichever of `open` and `openShared` comes second
   *   rejects with an `InvalidArgumentError` that names the holder.
   * - Shared sessions do not exclude each other, not even within one process.
   * - Two replacements of the same window run one after the other.
   * - After two `ensureTable` calls for one table, the table has the columns of both and the
   *   earlier `firstDay`.
   * - A process that is suspended or dies does not block the others for long.
   */
  openShared?(options?: { readonly signal?: AbortSignal | undefined }): Promise<TargetSession>;
}

/** An open target, for one run or for one of several processes. */
export interface TargetSession {
  /**
   * Resolves to the table as `ensureTable` left it; null if there is none. Rejects with an
   * `InvalidArgumentError` if the target has a table with this name that `sync` did not create.
   * Also rejects if `sync` created a table whose name differs only in case.
   */
  table(name: string): Promise<TargetTable | null>;
  /**
   * Creates the table, or extends an existing table so that it can store the rows. Missing columns
   * are added, with null in all existing rows. A column is widened to its type in `table`:
   * `integer` to `double`, or any type to `text`. Columns and `requested` entries that are missing
   * from `table` are kept. No column is ever narrowed. Repeating the call has no effect. Rejects
   * with the same errors as `table()`.
   */
  ensureTable(table: TargetTable): Promise<void>;
  /**
   * Resolves to the accounts with loaded days in the table, each once. Empty for a table without
   * days, or if there is no such table.
   */
  loadedAccounts(table: string): Promise<readonly string[]>;
  /**
   * Resolves to the loaded days of the account, each with its window's `stamp`. Empty for a table
   * without days.
   */
  loadedDays(table: string, adAccountId: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Whether the table has rows in the window. If so, and a report for the window is empty, `sync`
   * requests a second report before it removes the rows.
   */
  hasRows(window: Pick<TargetWindow, "table" | "adAccountId" | "days">): Promise<boolean>;
  /**
   * Replaces all rows of a window with `rows`, and records its days as loaded. Both happen in one
   * step: after a crash, or if `rows` throws, the window has either all its existing rows or all
   * the new rows. Each day then has the stamp of its rows or no stamp; a day without a stamp is
   * read again. Recording the days may be deferred until `close`.
   *
   * `rows` may be empty, and can be read only once. Table columns that `window.table` does not list
   * are null in these rows. `sync` rejects a report with duplicate primary keys in its first four
   * million rows; beyond that, the target may reject it.
   *
   * Errors from `rows` are rethrown unchanged. Also rejects if the window then has a different
   * number of rows than `rows` yielded, for example because a trigger dropped some. After an error,
   * the run continues with the next window. If the error's `code` is `target_unavailable`, as for a
   * `TargetUnavailableError`, `sync` reopens the target and retries the window. A second such error
   * for one window ends the run.
   */
  replace(window: TargetWindow, rows: AsyncIterable<Cells>): Promise<void>;
  /**
   * Resolves to the lowest fence stored for any of the window's days. Null if one of the days has
   * no fence. `replace` stores a window's fence for each of its days. A window without a fence
   * leaves the stored fences unchanged. Called only in sessions from `openShared`, to avoid
   * reloading rows that a worker had loaded right before it was killed.
   */
  fenceOf?(window: Pick<TargetWindow, "table" | "adAccountId" | "days">): Promise<number | null>;
  /** Releases the lock and all resources. Called once, even after a failure. */
  close(): Promise<void>;
}

/**
 * The type of a column, and of its values in `Cells`.
 * - `text`: a string
 * - `integer`: a 64-bit integer, as a number if it is a safe integer, otherwise as a bigint
 * - `double`: a number
 * - `decimal`: the digits as a string, such as `412345.67`, at most 20 before the decimal point and
 *   18 after it
 * - `boolean`: true or false
 * - `date`: a date in the format `YYYY-MM-DD`, in the years 0001 to 9999
 * - `timestamp`: a time in UTC, such as `2026-06-15T03:10:00.000Z`
 */
export type CellType = "text" | "integer" | "double" | "decimal" | "boolean" | "date" | "timestamp";

/** A value of a row; null if it is missing. */
export type Cell = string | number | bigint | boolean | null;

/** The values of a row, in the order of the table's columns. Each fits the type of its column. */
export type Cells = readonly Cell[];

/** A column of a table. */
export interface TargetColumn {
  readonly name: string;
  readonly type: CellType;
  /** Whether the column may contain null. Primary key columns may not. */
  readonly nullable: boolean;
  /** What the column contains, as a sentence; null if unknown. */
  readonly comment: string | null;
}

/** A table in a target. */
export interface TargetTable {
  /**
   * The name: a letter, then letters, digits and `_`, at most 48 characters. No two table names
   * differ only in case.
   */
  readonly name: string;
  /** The columns, in order. No two column names differ only in case. */
  readonly columns: readonly TargetColumn[];
  /** The columns that together identify a row. Begins with `accountColumn`. */
  readonly primaryKey: readonly string[];
  /** The column of type `text` with the ad account's id. In `sync_runs`, it has the run's id. */
  readonly accountColumn: string;
  /**
   * The column of type `date` with the row's day. Null if the rows have no day, as in a list of
   * campaigns.
   */
  readonly dayColumn: string | null;
  /**
   * First day of the table, in `YYYY-MM-DD` format. Store it for `sync`: `table()` must return the
   * value that `ensureTable` received.
   */
  readonly firstDay?: string;
  /**
   * The requests that loaded days of the table, keyed by the first word of `stamp`. Store them for
   * `sync`, like `firstDay`.
   */
  readonly requested?: Readonly<Record<string, RequestedRows>>;
}

/** The columns and other fields of a request that loaded days. */
export interface RequestedRows {
  /** The table columns that the request filled, in alphabetical order. */
  readonly columns: readonly string[];
  /** A digest of all other fields of the request. */
  readonly settings: string;
}

/**
 * Rows of one account that are replaced together. They are either all of the account's rows in a
 * table, or the account's rows for certain days.
 */
export interface TargetWindow {
  readonly table: TargetTable;
  /** The ad account's id; for `sync_runs`, the run's id. */
  readonly adAccountId: string;
  /**
   * First and last day (inclusive), in `YYYY-MM-DD` format. Null if the table has no `dayColumn`.
   */
  readonly days: { readonly from: string; readonly to: string } | null;
  /** Opaque text of up to 64 characters, to be stored with each day. `sync` reads it later. */
  readonly stamp: string;
  /**
   * Fence of the lease under which the window is replaced, a safe integer. Set only in sessions
   * from `openShared`. If a day of the window, or the list, was already replaced with a higher
   * fence, `replace` must change nothing. It then rejects with an error whose `code` is
   * `lease_lost`, such as a `LeaseLostError`. Otherwise, it replaces the rows and stores the fence.
   * Check and replace in one step, so that a process that was suspended cannot overwrite newer
   * work. A window without a fence is always replaced, and leaves the stored fences unchanged.
   */
  readonly fence?: number;
  /**
   * Whether to refuse a window that was already replaced under the same fence. This way, `runTask`
   * loads a task only once, even if two processes run it at the same time. A target may ignore this
   * option, because both processes load the same days.
   */
  readonly once?: boolean;
}
