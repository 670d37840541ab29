import type { Violation } from "./validation/violation.js";

/** What looking at a report and reading its file take. */
export interface ReadOptions {
  /** Ends the call: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The limits of a download as a whole, whatever comes of its parts. */
export interface DownloadOptions extends ReadOptions {
  /**
   * The most bytes that the file may have, decoded where it comes encoded; a longer one is a `DownloadError`. Default: any number, and 100 MiB for
   * what is held in memory as a whole.
   */
  readonly maxBytes?: number;
  /**
   * How long the download may take, in milliseconds, with all its attempts and the time that the reader takes between one row and the next; then
   * it is a `DownloadError`. Default: as long as it takes, while something comes in each `timeoutMs`.
   */
  readonly deadlineMs?: number;
}

/** A column, and what Pinterest calls it where people read it: one item of `GET /resources/delivery_metrics`. */
export interface DisplayName {
  readonly name?: string | null | undefined;
  readonly display_name?: string | null | undefined;
}

/** The list, or the API's answer that holds it. */
export type DisplayNames = readonly DisplayName[] | { readonly items?: readonly DisplayName[] | null | undefined };

/** What `rows` takes. */
export interface RowsOptions extends DownloadOptions {
  /**
   * Gives rows a 0 in each number column that was asked for and that the file leaves out, as JSON files do with zero. `true` takes the columns
   * from the report's handle; a list of names is for a handle that does not have them. Not for text and id columns, which stay missing. A
   * missing rate or average becomes 0 as well, though nothing was there to divide by. In a CSV file only empty cells become 0, and only with
   * `columnNames`: without, it is an `InvalidArgumentError`. Default: false.
   */
  readonly zeroFill?: boolean | readonly string[];
  /**
   * For CSV files, whose header has display names such as "Campaign ID": gives the list that says which column is meant, as
   * `GET /resources/delivery_metrics` with `report_type=ASYNC` does. Then rows are named and typed as those of JSON files. A header that is not
   * in the list, or may mean several columns of which none was asked for, stays as it is, with texts for values.
   *
   * A column that was asked for and that no header means, two that one header may mean, and an id that was rounded (`2.17E+17`) are a
   * `DownloadError`: a value that is missing or another's is not passed for the one that was asked for.
   */
  readonly columnNames?: () => PromiseLike<DisplayNames> | DisplayNames;
}

/** What reading a whole file at once takes. */
export type WholeOptions = DownloadOptions;

/** A report that was created, as plain JSON: store it, send it to another process, give it to `resume`. Holds no credential but the report's own token. */
export interface ReportHandle {
  readonly version: 1;
  /** The flow that made it, such as `report`. */
  readonly flow: string;
  readonly adAccountId: string;
  readonly token: string;
  /** ISO 8601, by the clock of whoever created it. */
  readonly createdAt: string;
  /** What the file will be, so that anything else is an error; left out, the file's first character decides. */
  readonly format?: "JSON" | "CSV";
  /** The columns that were asked for, which `zeroFill` and `columnNames` of `rows` go by. */
  readonly columns?: readonly string[];
  /** Columns that every row has: a JSON file with a row that lacks one is refused. */
  readonly certain?: readonly string[];
  /** Those of them whose value is a key under which the JSON file lists the row, from which a row that lacks them takes it. */
  readonly keyed?: readonly string[];
}

/** One look at a report. */
export interface ReportLook {
  /** The API's own word, such as `IN_PROGRESS`. */
  readonly status: string;
  /**
   * `pending` also for a status that this version does not know, since the API may add one before we do, and for `DOES_NOT_EXIST` within ten
   * seconds of the creation.
   */
  readonly state: "pending" | "done" | "failed";
  /** False when the API answered with a status that this version does not know. */
  readonly known: boolean;
  /**
   * The signed download link: a secret, valid for five minutes. Null while the report is made, and for an empty report. It is not shown when the
   * look is printed or made JSON.
   */
  readonly url: string | null;
  /** Size of the file as the API announces it, a hint: Pinterest does not document what it counts. Null when it announces none. */
  readonly size: number | null;
}

/** A row beside the keys under which the JSON file lists it. */
export interface ReportEntry<Row> {
  /** The outermost key: an entity id, or a date with `primary_sort: "BY_DATE"`; null where there is none, as in CSV files. */
  readonly key: string | null;
  /** All keys on the way to the row, outermost first, such as a date and an entity id; none in CSV files. */
  readonly keys: readonly string[];
  readonly row: Row;
}

/** A report that is ready. Each way of reading downloads the file anew, with a fresh link where the old one has aged. */
export interface FinishedReport<Row> {
  readonly handle: ReportHandle;
  /** Size of the file as the API announced it, a hint; null when it announced none. A file with fewer bytes is told as a `less-data` event. */
  readonly size: number | null;
  /**
   * The rows as they arrive; memory stays flat however long the file is. Each walk over them downloads the file anew, and who leaves one, or
   * stops it by `signal`, closes its connection at once: no row comes after that. Throws a `DownloadError` that says after how many rows: for a file
   * that is cut, damaged or no report, and for a row without a column that its type promises.
   */
  rows(options?: RowsOptions): AsyncIterable<Row>;
  /** The rows as they are, each with the file's keys: with all that the file holds, asked for or not, and nothing that it must have. */
  entries(options?: RowsOptions): AsyncIterable<ReportEntry<Partial<Row> & Readonly<Record<string, unknown>>>>;
  /** The whole file as text, for small reports: more than `maxBytes`, 100 MiB unless told, is an error. */
  text(options?: WholeOptions): Promise<string>;
  /** The whole of a JSON file, for small reports, as `JSON.parse` has it but with ids as texts, exact to the last digit. */
  json(options?: WholeOptions): Promise<unknown>;
  /**
   * Writes the file beside `path`, a path or a `file:` URL, and renames it when complete; resolves to the bytes written. A file that is there
   * keeps its mode, of a link the target is replaced, and all that is no file (a folder, a device, a pipe) is a `DownloadError` before anything
   * is downloaded. So is, with the system's error as `cause`, what the file system does not allow. Node, Bun and Deno only.
   */
  download(path: string | URL, options?: DownloadOptions): Promise<number>;
}

/** What `run`, `create` and `resume` take alike. */
export interface ListenOptions {
  /** Told what happens in this call, besides the client's own listener. What it throws is ignored. */
  readonly onEvent?: (event: ClientEvent) => unknown;
}

/** What `create` takes. */
export interface CreateOptions extends ListenOptions {
  /** Ends the call: it rejects with the signal's reason. A report that was created meanwhile goes on at Pinterest. */
  readonly signal?: AbortSignal;
  /**
   * What to do with a body that breaks a rule: `"error"` throws `InvalidBodyError` before anything is sent, `"warn"` sends it and reports
   * the violations to `onEvent`, `false` does not look. Default: the client's.
   */
  readonly validate?: "error" | "warn" | false;
}

/** What waiting for a report takes. */
export interface WaitOptions extends ListenOptions {
  /** Ends the call: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * How long to wait for the report, in milliseconds: in `run` from the create on. Attempts are cut short at it; what begins when it is nearly
   * or just over, such as the last look, gets a second. When it is over, a `PollTimeoutError` says what was seen. Default: the client's, else
   * ten minutes.
   */
  readonly deadlineMs?: number;
}

/** What `run` takes. */
export interface RunOptions extends CreateOptions, WaitOptions {
  /**
   * Creates the report once more when Pinterest says `EXPIRED`, which means that it was made and has been thrown away; in no other case.
   * Only while it is waited for: a report that is read later may have expired again. The deadline is over both. Default: false.
   */
  readonly recreate?: boolean;
}

/** What `resume` takes. */
export interface ResumeOptions<Body> extends WaitOptions, CreateOptions {
  /** The body that the report was created with: then one that has `EXPIRED` is created once more, for the handle's account. */
  readonly recreate?: Body;
}

/** What happened, for logs and progress bars. Holds no credential, no report token and no download link. */
export type ClientEvent =
  | { readonly type: "violations"; readonly flow: string; readonly adAccountId: string; readonly violations: readonly Violation[] }
  | {
      readonly type: "created";
      readonly flow: string;
      readonly adAccountId: string;
      readonly status: string;
      /** Pinterest's own words, on one line; empty when there were none. */
      readonly message: string;
    }
  | {
      readonly type: "look";
      readonly flow: string;
      readonly adAccountId: string;
      readonly status: string;
      readonly known: boolean;
      readonly looks: number;
    }
  /**
   * A report has a status that this version does not classify, which counts as pending until the deadline: a later version may know it. Once for
   * each such status of a report that is waited for.
   */
  | { readonly type: "unknown-status"; readonly flow: string; readonly adAccountId: string; readonly status: string }
  /** A look saw nothing, because the API was out of order or asked to come later. It is looked again until the deadline. */
  | {
      readonly type: "look-failed";
      readonly flow: string;
      readonly adAccountId: string;
      /** The HTTP status, or `no answer`, or `rate limit` when the client's own count left no room for it. */
      readonly because: string;
      readonly looks: number;
    }
  | {
      readonly type: "wait";
      /** `rate-limit`: the client keeps below a limit that it knows of; `ms` is the least, others may be before it. */
      readonly reason: "poll" | "retry" | "rate-limit";
      readonly ms: number;
      /** For a retry: the HTTP status, or `no answer`. */
      readonly because?: string;
    }
  /**
   * Reports of a run wait to be asked for because the API is out of order: each time another attempt is put off. `ms` is how long at most,
   * `waiting` how many wait, those of a list that are still to come among them.
   */
  | {
      readonly type: "held-back";
      readonly waiting: number;
      /** The HTTP status, or `no answer`. */
      readonly because: string;
      readonly ms: number;
    }
  /** A new access token is in use, after a refresh. Both times are ISO 8601, and null where Pinterest did not say. */
  | { readonly type: "refreshed"; readonly expiresAt: string | null; readonly refreshTokenExpiresAt: string | null }
  /** A token of the store is in use, which another process has put there. */
  | { readonly type: "taken-over"; readonly expiresAt: string | null }
  /** New tokens could not be fetched, or `onTokens` failed: also where no call waits for them. `because` is the error's message, or says so. */
  | { readonly type: "refresh-failed"; readonly because: string }
  /**
   * The client's tokens are void, and it cannot get others: every call rejects from here on, with the `AuthError` that said so, and sends
   * nothing. Once. A process that takes jobs should take no more.
   */
  | { readonly type: "access-lost"; readonly because: string }
  | { readonly type: "request"; readonly method: string; readonly path: string; readonly attempt: number }
  | {
      readonly type: "response";
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly requestId: string | null;
      /** How long it took, by the client's clock. */
      readonly ms: number;
    }
  | { readonly type: "download"; readonly received: number; readonly expected: number | null }
  /**
   * A file was read to its end and has fewer bytes than the API announced. Pinterest does not document what that size counts, so this is no
   * error: nothing about the transfer says that it was cut, and the last row is whole.
   */
  | {
      readonly type: "less-data";
      readonly flow: string;
      readonly adAccountId: string;
      readonly received: number;
      readonly announced: number;
    };
