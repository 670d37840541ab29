import type { ReportHandle, RowsOptions } from "../types.js";
import type { Row } from "../writers/row.js";
import type { SyncDays, SyncFailure, SyncOptions, SyncPlan } from "./types.js";

/** Account facts in each row of a report table; null for unlisted accounts. */
export interface AccountFacts {
  readonly currency: string | null;
  readonly timeZone: string | null;
}

/** A report to request, and where its rows go. Plain JSON. */
export interface WindowTask extends SyncDays {
  readonly type: "window";
  /** Version of this format. It changes if a member is removed or its meaning changes. */
  readonly version: 1;
  /** Identifies this work of this plan: 64 hexadecimal digits. */
  readonly key: string;
  /**
   * Number of the plan. A later plan has a greater one, and its rows are not replaced by an earlier
   * plan.
   */
  readonly fence: number;
  readonly account: AccountFacts;
  /** The body of the report, with its days. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What the target stores with each day. */
  readonly stamp: string;
  /** Whether the day of a row is in the first ten characters of its DATE. */
  readonly isHourly: boolean;
  /** The report, if an earlier `runTask` created it without waiting for it. */
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
 * A part of a run, as plain JSON, that any process can load. It can be loaded repeatedly, and in
 * parallel with the others. It is about as large as the report's body, because its table's columns
 * are in the target.
 */
export type SyncTask = WindowTask | ListTask;

/** An error as plain JSON. */
export interface TaskError {
  readonly message: string;
  readonly name?: string;
  /** The `code` of an error of this package, such as `api`. */
  readonly code?: string;
  /** HTTP status of the response that made the task fail. */
  readonly status?: number;
}

/** A planned run, whose tasks any process can run. Plain JSON. */
export interface PlannedSync extends Pick<SyncOptions<unknown>, "allowFailed"> {
  /** Version of this format. It changes if a member is removed or its meaning changes. */
  readonly version: 1;
  /** When it was made, as ISO 8601. */
  readonly plannedAt: string;
  readonly plan: SyncPlan;
  /** The lists, then the reports, each by account. */
  readonly tasks: readonly SyncTask[];
  /** Set if the ad accounts could not be listed. */
  readonly failed: readonly (Omit<SyncFailure, "error"> & { readonly error: TaskError })[];
}

/** How a task ended. Plain JSON. */
export type TaskResult = { readonly key: string } & (
  | {
      /** The rows are in the target. */
      readonly state: "loaded";
      /** Number of rows; null if an earlier call has loaded them. */
      readonly rows: number | null;
      /** Whether rows were removed, because two reports had none. */
      readonly isEmptied: boolean;
    }
  /** A later plan has loaded its days or its list: nothing was changed. */
  | { readonly state: "superseded" }
  /** The report is not ready. Run `task`, which has its handle, in place of the former one. */
  | { readonly state: "pending"; readonly task: SyncTask }
  /** For `finishSync`: `runTask` rejects instead. */
  | { readonly state: "failed"; readonly error: TaskError }
);

/** How a part of a run is loaded. */
export interface LoadOptions {
  /**
   * Number of the lease under which the part is loaded: a safe integer. What was replaced under a
   * lease of a greater number stays as it is, and the call rejects with a `LeaseLostError`.
   * Default: none; then the part is replaced in any case.
   */
  readonly fence?: number;
  /** Whether what was replaced under the same number stays, too. Default: false. */
  readonly once?: boolean;
  /**
   * Called after the last row, before the target replaces the rows. If it rejects, the former rows
   * stay, and the error is thrown unchanged.
   */
  readonly confirm?: () => Promise<unknown>;
  /** Ends the call, which rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How a report is loaded. */
export interface WindowOptions extends LoadOptions {
  /** Called if rows were removed, because two reports had none. */
  readonly onEmptied?: () => void;
  /** Reads the rows of the finished report, with `exact` columns as texts, from the first one on. */
  readonly rows: (
    options: Pick<RowsOptions, "exact" | "exactSize">,
  ) => AsyncIterable<Row> | Promise<AsyncIterable<Row>>;
}

/** Loads tasks into one target, which other processes load at the same time. */
export interface TaskLoader {
  /**
   * Replaces the days of the task by the rows of its report. Resolves to the number of rows.
   * Rejects with the error of `rows` unchanged, with an `InvalidRow` for rows that the table cannot
   * have, with an `InvalidArgumentError` if a run that must be alone has the target open, and with
   * the errors of the target; then the former rows stay.
   */
  loadWindow(task: WindowTask, options: WindowOptions): Promise<number>;
  /**
   * The least number of a lease under which the days of the task, or its list, were last replaced.
   * Null if a day was not, or without a number, or if the target does not tell.
   */
  fenceOf(task: SyncTask, options?: Pick<LoadOptions, "signal">): Promise<number | null>;
  /**
   * Reads the list of the task, and replaces the rows of its account. Resolves to the number of
   * rows. Rejects as `loadWindow` does.
   */
  loadList(task: ListTask, options?: LoadOptions): Promise<number>;
  /** Waits for the calls that are running, and closes the target. Further calls reject. */
  close(): Promise<void>;
}
