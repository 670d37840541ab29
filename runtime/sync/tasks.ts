import type { ReportHandle, RowsOptions } from "../types.js";
import type { Row } from "../writers/row.js";
import type { SyncDays, SyncFailure, SyncOptions, SyncPlan } from "./types.js";

/**
 * Account data that `sync` adds to each row of a report table. Null for accounts that were not
 * listed.
 */
export interface AccountFacts {
  readonly currency: string | null;
  readonly timeZone: string | null;
}

/** A report to request, and the table and days that it fills. Plain JSON. */
export interface WindowTask extends SyncDays {
  readonly type: "window";
  /** Version of this format. It changes if a member is removed or its meaning changes. */
  readonly version: 1;
  /** Identifies this task in this plan: 64 hexadecimal digits. */
  readonly key: string;
  /**
   * Number of the plan. Later plans have higher numbers. A plan never replaces rows from a later
   * plan.
   */
  readonly fence: number;
  readonly account: AccountFacts;
  /** The report's body, including its days. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Text that the target stores with each day. */
  readonly stamp: string;
  /** Whether rows are hourly. If so, the first ten characters of a row's DATE are its day. */
  readonly isHourly: boolean;
  /** The report's handle, if an earlier `runTask` created the report without waiting for it. */
  readonly handle?: ReportHandle;
}

/** An entity list of one account, which replaces that account's rows in a table. Plain JSON. */
export interface ListTask
  extends Pick<WindowTask, "version" | "key" | "fence" | "table" | "adAccountId"> {
  readonly type: "list";
  /** The rows, if they are already known. Null if the list must be read. */
  readonly rows: readonly Readonly<Record<string, unknown>>[] | null;
}

/**
 * A part of a run, as plain JSON. Any process can load it, more than once, and in parallel with
 * other tasks. It is about as large as the report's body, because the table's columns are stored in
 * the target.
 */
export type SyncTask = WindowTask | ListTask;

/** An error as plain JSON. */
export interface TaskError {
  readonly message: string;
  readonly name?: string;
  /** The error's `code`, such as `api`. Set only for errors that have one. */
  readonly code?: string;
  /** HTTP status of the response that made the task fail. */
  readonly status?: number;
}

/** A planned run, whose tasks any process can run. Plain JSON. */
export interface PlannedSync extends Pick<SyncOptions<unknown>, "allowFailed"> {
  /** Version of this format. It changes if a member is removed or its meaning changes. */
  readonly version: 1;
  /** When the plan was made, in ISO 8601 format. */
  readonly plannedAt: string;
  readonly plan: SyncPlan;
  /** The lists, then the reports, both ordered by account. */
  readonly tasks: readonly SyncTask[];
  /** Contains one failure if the ad accounts could not be listed; otherwise empty. */
  readonly failed: readonly (Omit<SyncFailure, "error"> & { readonly error: TaskError })[];
}

/** The result of a task. Plain JSON. */
export type TaskResult = { readonly key: string } & (
  | {
      /** The rows are in the target. */
      readonly state: "loaded";
      /** Number of rows; null if an earlier call has loaded them. */
      readonly rows: number | null;
      /** Whether rows were removed because two reports in a row were empty. */
      readonly isEmptied: boolean;
    }
  /** A later plan has loaded the task's days or list, so nothing was changed. */
  | { readonly state: "superseded" }
  /**
   * The report is not ready. Next, run `task` instead of the original task: it contains the
   * report's handle.
   */
  | { readonly state: "pending"; readonly task: SyncTask }
  /** Never returned by `runTask`, which rejects instead. You can pass it to `finishSync`. */
  | { readonly state: "failed"; readonly error: TaskError }
);

/** Options for loading a task. */
export interface LoadOptions {
  /**
   * Fence of the lease under which the task is loaded, a safe integer. Rows that were loaded with a
   * higher fence are kept, and the call rejects with a `LeaseLostError`. Without a fence, existing
   * rows are always replaced. Default: none.
   */
  readonly fence?: number;
  /** Whether rows that were loaded with the same fence are also kept. Default: false. */
  readonly once?: boolean;
  /**
   * Called after the last row, before the target replaces the rows. If it rejects, the existing
   * rows are kept, and the error is thrown unchanged.
   */
  readonly confirm?: () => Promise<unknown>;
  /** Ends the call, which rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Options for loading a report. */
export interface WindowOptions extends LoadOptions {
  /** Called if rows were removed because two reports in a row were empty. */
  readonly onEmptied?: () => void;
  /** Reads the rows of the finished report from the beginning, with `exact` columns as strings. */
  readonly rows: (
    options: Pick<RowsOptions, "exact" | "exactSize">,
  ) => AsyncIterable<Row> | Promise<AsyncIterable<Row>>;
}

/** Loads tasks into a target that other processes may load into at the same time. */
export interface TaskLoader {
  /**
   * Replaces the task's days with the rows of its report. Resolves to the number of rows. Rejects
   * with an `InvalidRow` if a row does not fit the table, or an `InvalidArgumentError` if an
   * exclusive run has the target open. Errors from `rows` are rethrown unchanged. Also rejects with
   * the target's errors. In all of these cases, the existing rows are kept.
   */
  loadWindow(task: WindowTask, options: WindowOptions): Promise<number>;
  /**
   * Resolves to the lowest fence stored for any of the task's days or, for a list, to the list's
   * fence. Null if a day or the list has no fence, or if the target does not store fences.
   */
  fenceOf(task: SyncTask, options?: Pick<LoadOptions, "signal">): Promise<number | null>;
  /**
   * Reads the task's list, and replaces the account's rows. Resolves to the number of rows. Rejects
   * with the same errors as `loadWindow`.
   */
  loadList(task: ListTask, options?: LoadOptions): Promise<number>;
  /** Waits for running calls, and closes the target. Later calls reject. */
  close(): Promise<void>;
}
