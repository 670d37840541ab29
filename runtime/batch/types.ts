import type { PinterestReportsError } from "../errors.js";
import type { ReportHandle, RunOptions } from "../types.js";
import type { Journal } from "./journal.js";

/** One report of a `runAll` call. */
export interface ReportTask<Body> {
  readonly adAccountId: string;
  readonly body: Body;
  /**
   * Your own label, to distinguish requests that are otherwise the same. It is part of the
   * request's journal key.
   */
  readonly tag?: string;
}

/**
 * Requests, as a list or an iterable. Lists have their own type so that the compiler reports an
 * error for the wrong item, not for the whole list.
 */
export type TaskIterable<Task> = readonly Task[] | Iterable<Task> | AsyncIterable<Task>;

/** An item in the stream that `runAll` returns. `request` is the object that the caller passed. */
export type ReportItem<Task, Row> =
  /**
   * A row. It is final only after the `done` item of its request, because a download may fail
   * partway.
   */
  | {
      readonly type: "row";
      readonly request: Task;
      readonly row: Row;
      /**
       * The outermost key under which the JSON file lists the row. It is an id, or a date if
       * `primary_sort` is `"BY_DATE"`; null if there is none, as in CSV files.
       */
      readonly key: string | null;
      /**
       * All keys on the path to the row, such as a date and an id, outermost first. Empty for CSV
       * files.
       */
      readonly keys: readonly string[];
    }
  /** All rows of a request were delivered. */
  | {
      readonly type: "done";
      readonly request: Task;
      readonly handle: ReportHandle;
      readonly rows: number;
    }
  /**
   * A request failed; the others continue. `error` is what `run` or `rows` would throw: an error of
   * this package, or an error from your own function, such as `accessToken`. `rows` is the number
   * of rows that were delivered before the failure.
   */
  | {
      readonly type: "failed";
      readonly request: Task;
      readonly error: PinterestReportsError | Error;
      /** The report, if one was created. */
      readonly handle: ReportHandle | undefined;
      readonly rows: number;
    }
  /** According to the journal, all rows of this request were delivered in an earlier run. */
  | { readonly type: "skipped"; readonly request: Task; readonly rows: number };

/** Progress of a request. `rows` is reported after every 1,000 rows. */
export interface ReportProgress<Task> {
  readonly type: "created" | "waiting" | "downloading" | "rows" | "done" | "failed" | "skipped";
  readonly request: Task;
  readonly rows: number;
}

/**
 * Options for `runAll`; the options for `run` apply to each of its requests. `ZeroFill` is the type
 * of `zeroFill`, which determines the type of the rows.
 */
export interface RunAllOptions<
  Task,
  ZeroFill extends boolean | readonly string[] = boolean | readonly string[],
> extends RunOptions {
  /**
   * Whether missing requested numbers become 0, as in `rows({ zeroFill })`. Zeros cannot be filled
   * in if the file is CSV or its columns are unknown. With an explicit `true` or a list, the
   * request then becomes a `failed` item, and no report is created. Default: true.
   */
  readonly zeroFill?: ZeroFill | undefined;
  /** Number columns to read as text, as in `rows({ exact })`. Default: none. */
  readonly exact?: readonly string[] | undefined;
  /** Whether a file whose size differs from the announced size is an error. Default: false. */
  readonly exactSize?: boolean | undefined;
  /**
   * Maximum number of requests in progress at once: 1 to 10,000. A request is in progress from its
   * create request to its last row. Default: 20.
   */
  readonly concurrency?: number | undefined;
  /**
   * Whether to yield all items of one request before the items of the next. Reports are still
   * created concurrently. A report that waits an hour for its turn expires; with `recreate`, it is
   * created again. Default: false.
   */
  readonly ordered?: boolean | undefined;
  /**
   * Where to record the steps: a file path (Node, Bun, Deno) or a custom store. If the run dies,
   * you can then restart it with the same requests. Only one run at a time may use the journal; a
   * file in use is rejected (see the `.lock` file next to it). The journal contains report tokens.
   *
   * On a restart, finished requests are skipped, and existing reports are awaited and read again.
   * No report is created twice. A request is finished once you have received its `done` item and
   * requested the next item. If a process dies between sending a create request and recording its
   * response, the report may or may not exist. The request then fails with a
   * `CreateOutcomeUnknownError`; see `recreateUnknown`.
   */
  readonly journal?: string | Journal | undefined;
  /**
   * Whether to create a report again if the journal does not show whether it exists. This can
   * create a second report. Default: false.
   */
  readonly recreateUnknown?: boolean | undefined;
  /**
   * Maximum duration of the whole run in milliseconds. After this time, no report is requested, and
   * every incomplete request fails with a `RunDeadlineError`. For an iterable, only the requests
   * that were taken by then fail. A create request in flight gets ten more seconds for its
   * response. In contrast, `deadlineMs` applies to each report, and begins when its create request
   * is admitted. Default: no limit.
   */
  readonly runDeadlineMs?: number | undefined;
  /** Receives the progress of each request. Exceptions thrown by the callback are ignored. */
  readonly onProgress?: ((progress: ReportProgress<Task>) => unknown) | undefined;
}
