/**
 * Where `sync` puts its tables: a folder, a database, or anything else with these few functions.
 * All calls of a session come one after another, never two at once.
 */
export interface Target {
  /**
   * What messages call it, without secrets: `the folder /data/ads`,
   * `PostgreSQL ads on db.example.com`.
   */
  readonly name: string;
  /**
   * Maximum number of days that one window may have. A report of more days is divided, by way of
   * temporary files if it is large. Default: no limit, so that the rows of a report are passed on
   * as they arrive.
   */
  readonly windowDays?: number;
  /**
   * Opens the target for one run, and locks it against others until `close`. Rejects with an
   * `InvalidArgumentError` that names the holder if another run has it open; the lock of a process
   * that died must not last. When `signal` aborts, the run must end: what waits then, here and in
   * the session, should reject with its reason, and change nothing more. Without it, the run ends
   * after what waits.
   */
  open(options?: { readonly signal?: AbortSignal | undefined }): Promise<TargetSession>;
  /**
   * Opens the target for one of several processes that load different windows at the same time, and
   * locks it against `open` until `close`: whichever comes second rejects with an
   * `InvalidArgumentError` that names the holder. Such sessions do not exclude each other, in one
   * process either: of two replacements of one window, one comes after the other; of two
   * `ensureTable` of one table, the columns of both are in it, and the earlier `firstDay`. A
   * process that is suspended or dies must not block the others for long. The `signal` is as in
   * `open`. Default: none; then jobs on several workers refuse the target.
   */
  openShared?(options?: { readonly signal?: AbortSignal | undefined }): Promise<TargetSession>;
}

/** A target that is open for one run, or in one of several processes. */
export interface TargetSession {
  /**
   * The table of this name as `ensureTable` has left it; null if there is none. Rejects with an
   * `InvalidArgumentError` if the target has a table of this name that `sync` did not make, or one
   * that it made whose name differs only in case.
   */
  table(name: string): Promise<TargetTable | null>;
  /**
   * Creates the table, or makes the one that exists able to hold its rows: columns that it lacks
   * are added, and hold null for all rows so far, and a column becomes as wide as in `table`:
   * `integer` becomes `double`, anything becomes `text`. Columns that `table` does not list stay,
   * and so do those of `requested` that it lacks. No column is narrowed: `sync` never asks for it.
   * The same call twice has no effect. Rejects as `table` does.
   */
  ensureTable(table: TargetTable): Promise<void>;
  /**
   * The accounts of which the table has loaded days, each once. Empty for a table without days, and
   * if there is none of this name.
   */
  loadedAccounts(table: string): Promise<readonly string[]>;
  /**
   * The days of the account that the table holds, each with the `stamp` of the window that loaded
   * it. Empty for a table without days.
   */
  loadedDays(table: string, adAccountId: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Whether the table has rows in the window: then an empty report is requested once more before
   * they are removed.
   */
  hasRows(window: Pick<TargetWindow, "table" | "adAccountId" | "days">): Promise<boolean>;
  /**
   * Replaces all rows of a window by `rows`, and records its days as loaded, in one step: after a
   * crash at any moment, or if `rows` throws, the window has either its former rows or the new
   * ones, as a whole. Then a day has the stamp of the rows that it has, or none, and is merely read
   * again; days may be recorded as late as in `close`. `rows` may be empty, and can be read once.
   * Columns of the table that `window.table` does not list are null in these rows. `sync` refuses a
   * report with two rows of one primary key, within its first four million rows; beyond, a target
   * may. Rejects with the error of `rows`, unchanged, and if the window does not have exactly as
   * many rows afterwards, such as by a trigger that drops some. After an error the run goes on with
   * the next window. Only after one whose `code` is `target_unavailable`, such as a
   * `TargetUnavailableError`, it opens the target again and repeats the window; the second one of a
   * window ends the run.
   */
  replace(window: TargetWindow, rows: AsyncIterable<Cells>): Promise<void>;
  /**
   * The least number of a lease under which a day of the window was last replaced; null if one of
   * them was not, or without a number. Only in sessions of `openShared`: by it, what a worker has
   * loaded right before it was killed is not loaded once more.
   */
  fenceOf?(window: Pick<TargetWindow, "table" | "adAccountId" | "days">): Promise<number | null>;
  /** Releases the lock and all resources. Called once, also after a failure. */
  close(): Promise<void>;
}

/**
 * The type of a column, and of its values in `Cells`. `text`: a string. `integer`: an integer of 64
 * bits, as a number if it is safe, else as a bigint. `double`: a number. `decimal`: the digits as a
 * string, such as `412345.67`, at most 20 before the point and 18 behind it. `boolean`: true or
 * false. `date`: a day as `YYYY-MM-DD`, between 0001 and 9999. `timestamp`: a time in UTC, as
 * `2026-06-15T03:10:00.000Z`.
 */
export type CellType = "text" | "integer" | "double" | "decimal" | "boolean" | "date" | "timestamp";

/** A value of a row; null if it is missing. */
export type Cell = string | number | bigint | boolean | null;

/**
 * The values of a row, one for each column of the table of the window, in that order. Each fits the
 * type of its column.
 */
export type Cells = readonly Cell[];

/** A column of a table. */
export interface TargetColumn {
  readonly name: string;
  readonly type: CellType;
  /** Whether the column may hold null. Those of the primary key may not. */
  readonly nullable: boolean;
  /** What the column holds, in a sentence; null if nothing is known. */
  readonly comment: string | null;
}

/** A table. */
export interface TargetTable {
  /**
   * Letters, digits and `_`, beginning with a letter, at most 48 characters; no two tables differ
   * only in case.
   */
  readonly name: string;
  /** The columns, in order; no two differ only in case. */
  readonly columns: readonly TargetColumn[];
  /**
   * The columns whose values, together, no two rows of the table share. Begins with
   * `accountColumn`.
   */
  readonly primaryKey: readonly string[];
  /** The column of type `text` that holds the id of the ad account. */
  readonly accountColumn: string;
  /**
   * The column of type `date` that holds the day of a row; null for a table without days, such as a
   * list of campaigns.
   */
  readonly dayColumn: string | null;
  /**
   * First day of the table, as `YYYY-MM-DD`, which `sync` keeps here: `table` returns it as
   * `ensureTable` has got it.
   */
  readonly firstDay?: string;
  /**
   * The requests that have loaded days of the table, by the first word of the days' `stamp`.
   * `sync` keeps them here, as `firstDay`.
   */
  readonly requested?: Readonly<Record<string, RequestedRows>>;
}

/** What a request that has loaded days asked for. */
export interface RequestedRows {
  /** The columns of the table that it has filled, in alphabetic order. */
  readonly columns: readonly string[];
  /** A digest of all other fields of the request. */
  readonly settings: string;
}

/**
 * What is replaced at once: the rows of an account in a table, all of them or those of some days.
 */
export interface TargetWindow {
  readonly table: TargetTable;
  readonly adAccountId: string;
  /**
   * First and last day, both included, as `YYYY-MM-DD`; null exactly if the table has no
   * `dayColumn`.
   */
  readonly days: { readonly from: string; readonly to: string } | null;
  /**
   * What `sync` needs to know of the window later, an opaque text of up to 64 characters: stored
   * with each day.
   */
  readonly stamp: string;
  /**
   * Number of the lease under which the window is replaced, a safe integer; only in sessions of
   * `openShared`. If a day of the window, or the list, was replaced with a greater one, `replace`
   * rejects with an error whose `code` is `lease_lost`, such as a `LeaseLostError`, and changes
   * nothing. This is decided in one step with the replacement: a process that was suspended changes
   * nothing when it wakes and another one has done its work. Otherwise the number is stored. A
   * window without one is replaced in any case, and leaves the numbers as they were.
   */
  readonly fence?: number;
  /**
   * Whether a window of which a day, or the list, was replaced under the same number is refused, too:
   * so a task of `runTask` is loaded once, though two processes run it at the same time. A target may
   * ignore it, since both have the same days.
   */
  readonly once?: boolean;
}
