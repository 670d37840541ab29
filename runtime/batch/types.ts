import type { ReportHandle, RunOptions } from "../types.js";
import type { Journal } from "./journal.js";

/** One of many reports. */
export interface ReportTask<Body> {
  readonly adAccountId: string;
  readonly body: Body;
  /** Yours, to tell requests apart; part of what a journal knows a request by. */
  readonly tag?: string;
}

/** Requests, from a list or as they come. */
export type Tasks<Task> = Iterable<Task> | AsyncIterable<Task>;

/** What comes of many reports. `request` is the very object that was given. */
export type ReportItem<Task, Row> =
  /** A row. Rows count once the `done` of their request has come: a download may break off. */
  | {
      readonly type: "row";
      readonly request: Task;
      readonly row: Row;
      /** The outermost key under which the JSON file lists the row: an id, or a date with `primary_sort: "BY_DATE"`; null where there is none, as in CSV files. */
      readonly key: string | null;
      /** All keys on the way to the row, outermost first, such as a date and an id; none in CSV files. */
      readonly keys: readonly string[];
    }
  /** All rows of a request have come. */
  | { readonly type: "done"; readonly request: Task; readonly handle: ReportHandle; readonly rows: number }
  /** A request failed, the others go on. `error` is what `run` or `rows` would have thrown; `rows` came before it. */
  | {
      readonly type: "failed";
      readonly request: Task;
      readonly error: unknown;
      /** The report, where one was created. */
      readonly handle: ReportHandle | undefined;
      readonly rows: number;
    }
  /** The journal says that all rows of this request came in an earlier run. */
  | { readonly type: "skipped"; readonly request: Task; readonly rows: number };

/** How far a request is. `rows` comes after every thousand. */
export interface ReportProgress<Task> {
  readonly type: "created" | "waiting" | "downloading" | "rows" | "done" | "failed" | "skipped";
  readonly request: Task;
  readonly rows: number;
}

/** What `runAll` takes; the options of `run` hold for each of its requests. */
export interface RunAllOptions<Task> extends RunOptions {
  /** How many requests are under way at once, from create to the last row. Default: 20. */
  readonly concurrency?: number;
  /**
   * Whether the items of a request come after all items of those before it. Reports are still made at the same time; one that must wait
   * for its turn for an hour expires, and is created once more with `recreate`. Default: false.
   */
  readonly ordered?: boolean;
  /**
   * Where to write down what was done, so that a run that died can be started again with the same requests: a file (Node, Bun, Deno), or a
   * store of your own. One run at a time may use it; a file in use is refused (see the `.lock` beside it). It holds report tokens.
   *
   * A request that is done is skipped, a report that was created is waited for and read again, and none is created twice. Done is a request
   * once its `done` item was taken and the next item was asked for. A process that dies between sending a create and writing down the answer
   * leaves it open whether there is a report: such a request fails with a `CreateOutcomeUnknownError`; see `recreateUnknown`.
   */
  readonly journal?: string | Journal;
  /** Creates reports of which the journal does not know whether they exist, at the risk of a second one. Default: false. */
  readonly recreateUnknown?: boolean;
  /**
   * How long the run as a whole may take, in milliseconds; `deadlineMs` is for each report, and begins when it may be asked for. When it is over,
   * nothing more is asked for, and all that has not come is `failed` with a `RunDeadlineError`: all of a list, and of an iterable what it has
   * given so far. A create that is under way may still be answered for ten seconds. Default: as long as it takes.
   */
  readonly runDeadlineMs?: number;
  /** Told how far each request is. What it throws is ignored. */
  readonly onProgress?: (progress: ReportProgress<Task>) => unknown;
}
