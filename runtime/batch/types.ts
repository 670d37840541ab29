import type { PinterestReportsError } from "../errors.js";
import type { ReportHandle, RunOptions } from "../types.js";
import type { Journal } from "./journal.js";

/** One of many reports. */
export interface ReportTask<Body> {
  readonly adAccountId: string;
  readonly body: Body;
  /** Set by the caller to distinguish requests; part of the request's key in the journal. */
  readonly tag?: string;
}

/**
 * Requests, as a list or an iterable. A list of its own, because the compiler then reports an error
 * at the item, not at the whole.
 */
export type TaskIterable<Task> = readonly Task[] | Iterable<Task> | AsyncIterable<Task>;

/** An item of the stream of many reports. `request` is the object that the caller passed. */
export type ReportItem<Task, Row> =
  /**
   * A row. It is final only once the `done` item of its request has come: a download may break off.
   */
  | {
      readonly type: "row";
      readonly request: Task;
      readonly row: Row;
      /**
       * The outermost key under which the JSON file lists the row: an id, or a date with
       * `primary_sort: "BY_DATE"`; null if there is none, as in CSV files.
       */
      readonly key: string | null;
      /**
       * All keys on the path to the row, outermost first, such as a date and an id; empty in CSV
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
   * this package, or one that a function of the caller threw, such as `accessToken`. `rows` is the
   * number of rows delivered before.
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

/** Progress of a request. `rows` is reported every 1,000 rows. */
export interface ReportProgress<Task> {
  readonly type: "created" | "waiting" | "downloading" | "rows" | "done" | "failed" | "skipped";
  readonly request: Task;
  readonly rows: number;
}

/**
 * Options of `runAll`; the options of `run` apply to each of its requests. `ZeroFill` is the type
 * of `zeroFill`, which decides the type of the rows.
 */
export interface RunAllOptions<
  Task,
  ZeroFill extends boolean | readonly string[] = boolean | readonly string[],
> extends RunOptions {
  /**
   * Whether a requested number that a row lacks is 0, as in `rows({ zeroFill })`. With an explicit
   * `true` or a list, a request whose file cannot be filled, because it is CSV or because its
   * columns are not known, is `failed` before its report is created. Default: true.
   */
  readonly zeroFill?: ZeroFill | undefined;
  /** Columns of numbers that are read as texts, as `rows({ exact })` does. Default: none. */
  readonly exact?: readonly string[] | undefined;
  /** Whether a file of another size than the announced one is an error. Default: false. */
  readonly exactSize?: boolean | undefined;
  /**
   * Maximum number of requests in progress at once, from the create to the last row: 1 to 10,000.
   * Default: 20.
   */
  readonly concurrency?: number | undefined;
  /**
   * Whether the items of a request come after all items of the previous ones. Reports are still
   * made concurrently; a report that waits an hour for its turn expires, and is created once more
   * with `recreate`. Default: false.
   */
  readonly ordered?: boolean | undefined;
  /**
   * Where to record the steps, so that a run that died can be restarted with the same requests: a
   * file (Node, Bun, Deno), or a custom store. One run at a time may use it; a file in use is
   * rejected (see the `.lock` beside it). It contains report tokens.
   *
   * A request that is done is skipped, a report that was created is waited for and read again, and
   * none is created twice. A request is done once its `done` item was taken and the next item was
   * requested. If a process dies between sending a create and recording its response, it is unknown
   * whether the report exists: such a request fails with a `CreateOutcomeUnknownError`; see
   * `recreateUnknown`.
   */
  readonly journal?: string | Journal | undefined;
  /**
   * Creates the reports whose existence the journal does not know, at the risk of a second report.
   * Default: false.
   */
  readonly recreateUnknown?: boolean | undefined;
  /**
   * Maximum duration of the whole run in milliseconds; `deadlineMs` applies to each report, and
   * begins when its create is admitted. Afterwards no report is requested, and every request that
   * is not complete is `failed` with a `RunDeadlineError`: all of a list, and of an iterable those
   * taken so far. A create in flight may still get its response for ten seconds. Default: no limit.
   */
  readonly runDeadlineMs?: number | undefined;
  /** Receives the progress of each request. An exception that it throws is ignored. */
  readonly onProgress?: ((progress: ReportProgress<Task>) => unknown) | undefined;
}
