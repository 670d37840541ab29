import type { ItemStream } from "./item-stream.js";
import type { Violation } from "./validation/violation.js";

/** Options for a call that can be canceled. */
export interface AbortOptions {
  /** Cancels the call, which rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Limits for a whole download, including all attempts. */
export interface DownloadOptions extends AbortOptions {
  /**
   * Maximum size of the file in bytes, after decompression; a larger file causes a `DownloadError`.
   * Default: no limit; 100 MiB for `toArray`, `text` and `json`, which keep the whole file in
   * memory.
   */
  readonly maxBytes?: number | undefined;
  /**
   * Maximum duration of the download in milliseconds. This includes all attempts and the time your
   * code takes between rows. After that, the download fails with a `DownloadError`. Default: no
   * limit, as long as data arrives within each `timeoutMs`.
   */
  readonly deadlineMs?: number | undefined;
  /**
   * Whether a file whose size differs from the announced size causes a `DownloadError`. Pinterest
   * does not document how it determines the announced size. Default: false; a shorter file then
   * only emits a `size-mismatch` event.
   */
  readonly exactSize?: boolean | undefined;
}

/** A column and its display name: one item of `GET /resources/delivery_metrics`. */
export interface DisplayName {
  readonly name?: string | null | undefined;
  readonly display_name?: string | null | undefined;
}

/** The list of display names, or the API response that contains this list. */
export type DisplayNames =
  | readonly DisplayName[]
  | { readonly items?: readonly DisplayName[] | null | undefined };

/** Options for `rows`. `ZeroFill` is the type of `zeroFill`, which determines the row type. */
export interface RowsOptions<
  ZeroFill extends boolean | readonly string[] = boolean | readonly string[],
> extends DownloadOptions {
  /**
   * Whether requested numbers that are missing from a row become 0. JSON files omit zeros. This
   * applies to counts, amounts, rates and durations in the `columns` of the report's handle. A rate
   * or return becomes 0 even if its divisor is zero. Numbers that may have no value stay missing: a
   * cost per click or action, an average or frequency, a cap, a price. Ids, strings and dates are
   * never filled in. With `false`, all missing numbers stay missing, and are optional in the row
   * type. With a list of columns, only these columns are filled in. A column in the list that was
   * not requested or is not a number causes an `InvalidArgumentError` before the file is read.
   *
   * In a CSV file, empty cells become 0 only with `columnNames`. Default: true. Nothing is filled
   * in for a CSV file without `columnNames`, or for a handle without columns; an explicit `true`
   * then causes an `InvalidArgumentError`.
   */
  readonly zeroFill?: ZeroFill | undefined;
  /**
   * Number columns to read as strings, to keep every digit, such as `"412345.67"`. Use it for money
   * that must not be rounded to a double. The row type does not change. Default: none.
   */
  readonly exact?: readonly string[] | undefined;
  /**
   * Returns the list that maps a CSV file's display names to columns. The headers of CSV files are
   * display names, such as "Campaign ID". Get the list from `GET /resources/delivery_metrics` with
   * `report_type=ASYNC`. Rows then have the names and types of JSON rows. A header is kept, with
   * strings as values, in two cases: it is not in the list, or it matches several columns, none of
   * which was requested.
   *
   * To prevent missing or wrong values, a `DownloadError` is thrown in three cases: no header
   * matches a requested column, two requested columns match the same header, or an id is rounded
   * (`2.17E+17`).
   */
  readonly columnNames?: (() => PromiseLike<DisplayNames> | DisplayNames) | undefined;
}

/** Options for reading a whole file at once. */
export type BufferOptions = DownloadOptions;

/**
 * A created report as plain JSON. Store it, send it to another process, or pass it to `resume`. Its
 * only secret is the report's own token.
 */
export interface ReportHandle {
  readonly version: 1;
  /** The flow that created the report, such as `report`. */
  readonly flow: string;
  readonly adAccountId: string;
  readonly token: string;
  /** Time of creation in ISO 8601 format. Uses the clock of the process that created the report. */
  readonly createdAt: string;
  /**
   * Expected format of the file; a file in a different format causes an error. If omitted, the
   * file's first character determines the format.
   */
  readonly format?: "JSON" | "CSV";
  /** The requested columns. The `zeroFill` and `columnNames` options of `rows` use them. */
  readonly columns?: readonly string[];
  /** Columns that every row must have. A JSON file is rejected if a row lacks one. */
  readonly guaranteedColumns?: readonly string[];
  /**
   * Guaranteed columns whose values are keys in the JSON file. A row that lacks such a column takes
   * the value from the key under which the row is listed.
   */
  readonly keyColumns?: readonly string[];
}

/** The status of a report, as returned by one poll. */
export interface ReportStatus {
  /** The API's name for the status, such as `IN_PROGRESS`. */
  readonly status: string;
  /**
   * What the status means. `pending` includes statuses that this version does not know, because the
   * API may add statuses. It also includes `DOES_NOT_EXIST` within ten seconds of the report's
   * creation.
   */
  readonly state: "pending" | "done" | "failed";
  /** False for a status that this version does not know. */
  readonly knownStatus: boolean;
  /**
   * The signed download link: a secret, valid for five minutes. Null until the report is ready, and
   * for an empty report. The link does not appear if the status is printed or converted to JSON.
   */
  readonly url: string | null;
  /**
   * Announced size of the file; null if none was announced. Only a hint, because Pinterest does not
   * document how it determines the size.
   */
  readonly size: number | null;
  /**
   * The `x-pinterest-rid` header of the poll's response. Give it to Pinterest support. Null if the
   * response has none.
   */
  readonly requestId: string | null;
}

/** A row with the keys under which the JSON file lists it. */
export interface ReportEntry<Row> {
  /**
   * The outermost key: an entity id, or a date with `primary_sort: "BY_DATE"`. Null if there is
   * none, as in CSV files.
   */
  readonly key: string | null;
  /**
   * All keys on the path to the row, outermost first. These are, for example, a date and an entity
   * id. Empty for CSV files.
   */
  readonly keys: readonly string[];
  readonly row: Row;
}

/**
 * The type of a row, depending on the `zeroFill` option. For `true`, it is `Row`. Otherwise, it is
 * `SparseRow`; if `SparseRow` is `unknown`, it is `Row` with all columns optional.
 */
export type ReadRow<Row, SparseRow, ZeroFill> = [ZeroFill] extends [true]
  ? Row
  : unknown extends SparseRow
    ? Partial<Row>
    : SparseRow;

/** The rows of a report as they arrive. */
export interface RowStream<Row> extends ItemStream<Row> {
  /**
   * The columns known before the first row. The requested columns come first, then the columns that
   * every row has. A row may lack some of them and contain others. Empty for a report that was
   * created without a list of columns, and for CSV without `columnNames`.
   */
  readonly columns: readonly string[];
}

/**
 * A report that is ready. Each read method downloads the file again, with a new link if the current
 * one is too old. `SparseRow` is the row type of `rows({ zeroFill: false })`; if it is `unknown`,
 * `Row` with all columns optional is used.
 */
export interface FinishedReport<Row, SparseRow = unknown> {
  readonly handle: ReportHandle;
  /**
   * Announced size of the file, which is only a hint; null if none was announced. A file with fewer
   * bytes causes a `size-mismatch` event.
   */
  readonly size: number | null;
  /**
   * Request id of the poll that found the report ready; may be null. Give it to Pinterest support.
   */
  readonly requestId: string | null;
  /**
   * Returns the rows as they arrive; memory use is independent of file size. Each iteration
   * downloads the file again. Leaving the loop, or aborting `signal`, closes the connection
   * immediately, and no more rows are returned. Throws a `DownloadError` with the number of rows
   * read if the file is truncated, damaged or not a report, or if a row lacks a column that its
   * type guarantees.
   * @example
   * ```ts
   * for await (const row of report.rows()) console.log(row.CAMPAIGN_ID, row.SPEND_IN_DOLLAR);
   * ```
   */
  rows<ZeroFill extends boolean | readonly string[] = true>(
    options?: RowsOptions<ZeroFill>,
  ): RowStream<ReadRow<Row, SparseRow, ZeroFill>>;
  /**
   * Reads the rows of `rows(options)` into a list, for small reports. This takes one to two times
   * the file's size in memory. Rejects with a `DownloadError` if the file is larger than
   * `maxBytes`, by default 100 MiB. To read larger files, use `for await` over `rows`.
   * @example
   * ```ts
   * const rows = await report.toArray();
   * console.log(rows.length);
   * ```
   */
  toArray<ZeroFill extends boolean | readonly string[] = true>(
    options?: RowsOptions<ZeroFill>,
  ): Promise<ReadRow<Row, SparseRow, ZeroFill>[]>;
  /**
   * Returns each row with the keys under which the file lists it. Rows contain all columns of the
   * file, requested or not; guaranteed columns are not checked. A requested number that is missing
   * from a row becomes 0, as in `rows`.
   */
  entries(
    options?: RowsOptions,
  ): ItemStream<ReportEntry<Partial<Row> & Readonly<Record<string, unknown>>>>;
  /**
   * Reads the whole file as text, for small reports. Throws a `DownloadError` if the file is larger
   * than `maxBytes`, by default 100 MiB.
   */
  text(options?: BufferOptions): Promise<string>;
  /**
   * Reads and parses the whole JSON file, for small reports. Ids are strings, exact to the last
   * digit. Throws an `InvalidArgumentError` for a CSV report.
   */
  json(options?: BufferOptions): Promise<unknown>;
  /**
   * Downloads the file to `path`; resolves to the number of bytes written. `path` can be a `file:`
   * URL. A temporary file in the same folder is written first, and renamed when complete. An
   * existing file keeps its mode; if `path` is a link, the link's target is replaced. If `path`
   * exists but is not a file (a folder, a device, a pipe), throws a `DownloadError` before anything
   * is downloaded. A file system failure causes a `DownloadError` with the system's error as
   * `cause`. Node, Bun and Deno only.
   * @example
   * ```ts
   * const bytes = await report.download("report.json");
   * ```
   */
  download(path: string | URL, options?: DownloadOptions): Promise<number>;
}

/** Additional options for `fetch`, such as the `dispatcher` of a proxy. */
export interface FetchOptions {
  readonly method?: undefined;
  readonly headers?: undefined;
  readonly body?: undefined;
  readonly redirect?: undefined;
  readonly signal?: undefined;
  readonly [name: string]: unknown;
}

/**
 * Request settings of one call, which take precedence over the client's. In `run`, `resume` and
 * `runAll`, they apply to all requests of a report: its create request, its polls and its
 * downloads.
 */
export interface RequestSettings {
  /**
   * Time limit in milliseconds for one attempt, including its response body. For a download, it is
   * the maximum time without new data. Default: the client's.
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Maximum number of retries of each request, at least 0. Polls do not count as retries, and a
   * create request that may have been accepted is never retried. An interrupted file transfer is
   * continued up to 5 times, regardless of this number. Default: the client's.
   */
  readonly maxRetries?: number | undefined;
  /**
   * Headers to add to the client's. Downloads do not send them. A header that the client sets
   * itself causes a `TypeError`.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `fetch` options to add to the client's, such as a proxy's `dispatcher`. */
  readonly fetchOptions?: FetchOptions | undefined;
}

/** Options shared by `run`, `create`, `poll` and `resume`. */
export interface EventOptions extends RequestSettings {
  /**
   * Receives the events of this call, in addition to the client's own listener. Exceptions that
   * this function throws are ignored.
   */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined;
}

/** Options for `poll`. */
export interface PollOptions extends EventOptions, AbortOptions {}

/** Options for `create`. */
export interface CreateOptions extends EventOptions {
  /**
   * Cancels the call, which rejects with the signal's reason. If Pinterest has already accepted
   * the request, it still generates the report.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * What to do with a body that violates a rule. `"error"` throws an `InvalidBodyError` before
   * anything is sent. `"warn"` sends the body and reports the violations to `onEvent`. `false` does
   * not validate. Default: the client's.
   */
  readonly validate?: "error" | "warn" | false | undefined;
}

/** Options for waiting for a report. */
export interface WaitOptions extends EventOptions {
  /** Cancels the call, which rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long to wait for the report, in milliseconds. In `run`, this includes creating the report.
   * Attempts are cut off at the deadline. However, an attempt that starts just before it, such as
   * the last poll, still gets one second. After the deadline, the call rejects with a
   * `PollTimeoutError` that reports the last status. Default: the client's, or else ten minutes.
   */
  readonly deadlineMs?: number | undefined;
}

/** Options for `run`. */
export interface RunOptions extends CreateOptions, WaitOptions {
  /**
   * Whether to create the report once more if its status is `EXPIRED`. An expired report was
   * created and later deleted. Applies only while waiting: a report that you read later may have
   * expired in the meantime. One deadline covers both reports. Default: false.
   */
  readonly recreate?: boolean | undefined;
}

/** Options for `resume`. */
export interface ResumeOptions<Body> extends WaitOptions, CreateOptions {
  /**
   * The body that the report was created with. If given, a report with status `EXPIRED` is created
   * once more, for the handle's account.
   */
  readonly recreate?: Body | undefined;
}

/**
 * An event for logs and progress bars. Contains no credential, no report token and no download
 * link.
 */
export type ClientEvent =
  | {
      readonly type: "violations";
      readonly flow: string;
      readonly adAccountId: string;
      readonly violations: readonly Violation[];
    }
  | {
      readonly type: "created";
      readonly flow: string;
      readonly adAccountId: string;
      readonly status: string;
      /** The API's message on one line; empty if there was none. */
      readonly message: string;
    }
  | {
      readonly type: "poll";
      readonly flow: string;
      readonly adAccountId: string;
      readonly status: string;
      readonly knownStatus: boolean;
      readonly attempts: number;
    }
  /**
   * The report has a status that this version does not know. It counts as pending until the
   * deadline. Emitted once for each unknown status of a report.
   */
  | {
      readonly type: "unknown-status";
      readonly flow: string;
      readonly adAccountId: string;
      readonly status: string;
    }
  /**
   * A poll failed because of an API outage or a rate limit. Polling continues until the deadline.
   */
  | {
      readonly type: "poll-failed";
      readonly flow: string;
      readonly adAccountId: string;
      /**
       * The HTTP status, `no response`, `rate limit` or `shared state`. `rate limit` means that the
       * client's own rate limiter did not allow the poll, and `shared state` that the shared state
       * is unreachable.
       */
      readonly message: string;
      readonly attempts: number;
    }
  | {
      readonly type: "wait";
      /**
       * `rate-limit`: the client waits to stay within a known limit. In that case, `ms` is the
       * minimum wait, because other calls may be ahead in the queue.
       */
      readonly reason: "poll" | "retry" | "rate-limit";
      readonly ms: number;
      /** For a retry: the HTTP status, or `no response`. */
      readonly message?: string;
    }
  /**
   * A run sends no create requests because the API has an outage. Emitted each time the next
   * attempt is postponed. `ms` is the maximum wait. `waiting` is the number of waiting requests. If
   * the requests are a list, this includes those that have not started.
   */
  | {
      readonly type: "paused";
      readonly waiting: number;
      /** The HTTP status, or `no response`. */
      readonly message: string;
      readonly ms: number;
    }
  /** A refreshed access token is now in use. Members that Pinterest did not send are null. */
  | {
      readonly type: "refreshed";
      /** ISO 8601. */
      readonly expiresAt: string | null;
      /** ISO 8601. */
      readonly refreshTokenExpiresAt: string | null;
      /** Granted scopes, separated by spaces or commas. */
      readonly scope: string | null;
    }
  /** A token that another process put into the store is now in use. */
  | { readonly type: "reloaded"; readonly expiresAt: string | null }
  /**
   * Either fetching new tokens or `onTokens` failed. Emitted even if no call is waiting for the
   * tokens. `message` is the error's message, or names the step that failed.
   */
  | { readonly type: "refresh-failed"; readonly message: string }
  /**
   * The client's tokens are no longer valid, and the client cannot get new ones. All later calls
   * send nothing, and reject with the `AuthError` that reported this. Emitted once. A job worker
   * should stop taking jobs.
   */
  | { readonly type: "access-lost"; readonly message: string }
  /**
   * The state that workers share is unreachable. Until `shared-available`, no report is created and
   * no token is refreshed. Other calls respect only this process's own limits. Emitted once per
   * outage.
   */
  | { readonly type: "shared-unavailable"; readonly message: string }
  | { readonly type: "shared-available" }
  | {
      readonly type: "request";
      readonly method: string;
      readonly path: string;
      readonly attempt: number;
    }
  | {
      readonly type: "response";
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly requestId: string | null;
      /** Duration in milliseconds, according to the client's clock. */
      readonly ms: number;
    }
  | { readonly type: "download"; readonly received: number; readonly expected: number | null }
  /**
   * A file was read completely, but has fewer bytes than the API announced. The transfer shows no
   * sign of truncation, and the last row is complete. This is not an error, because Pinterest does
   * not document how it determines the size.
   */
  | {
      readonly type: "size-mismatch";
      readonly flow: string;
      readonly adAccountId: string;
      readonly received: number;
      readonly announced: number;
    };
