import { quoteWord, singleLine } from "./redact.js";
import type { ReportHandle } from "./types.js";
import { formatViolation, type Violation } from "./validation/violation.js";

/** The `code` of every error that this package throws on purpose, but for wrong options, which are `TypeError` and `RangeError`. */
export type ErrorCode =
  | "invalid_argument"
  | "invalid_body"
  | "api"
  | "auth"
  | "rate_limit"
  | "connection"
  | "create_outcome_unknown"
  | "report_failed"
  | "poll_timeout"
  | "run_deadline"
  | "download";

// Beside the errors, not in them: whoever prints an error must not print the report's token.
const handles = new WeakMap<PinterestReportsError, ReportHandle>();

/** What every error of a client has in common. */
export abstract class PinterestReportsError extends Error {
  abstract readonly code: ErrorCode;
  abstract override get name(): string;
  /** The report that was created before this happened: `resume` takes it. Undefined when there is none. */
  get handle(): ReportHandle | undefined {
    return handles.get(this);
  }
}

/** Notes the report that an error is about, and gives the error back. */
export function attachHandle<Thrown>(thrown: Thrown, handle: ReportHandle): Thrown {
  if (thrown instanceof PinterestReportsError && !handles.has(thrown)) handles.set(thrown, handle);
  return thrown;
}

/**
 * Throws the same error for one of several callers. They may wait for one thing, such as a refresh, and each has a report of its own to note
 * on it. What is not ours is thrown as it is.
 */
export function rethrowCopy(thrown: unknown): never {
  if (!(thrown instanceof PinterestReportsError)) throw thrown;
  const { stack, ...own } = Object.getOwnPropertyDescriptors(thrown);
  const copy = Object.defineProperties(new Error(), own);
  copy.stack = thrown.stack ?? "";
  throw Object.setPrototypeOf(copy, Object.getPrototypeOf(thrown));
}

/** An argument that cannot be right, such as an account id, a handle or a path; nothing was sent. */
export class InvalidArgumentError extends PinterestReportsError {
  readonly code = "invalid_argument" as const;
  override get name(): string {
    return "InvalidArgumentError";
  }
}

// Of a body that breaks many rules, the message shows the first.
const MOST_SHOWN = 20;
const LONGEST_SHOWN = 500;

function truncate(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** A body that breaks rules; nothing was sent. The message shows the first twenty of them. */
export class InvalidBodyError extends PinterestReportsError {
  readonly code = "invalid_body" as const;
  override get name(): string {
    return "InvalidBodyError";
  }
  readonly violations: readonly Violation[];
  constructor(violations: readonly Violation[], what = "report body") {
    const count = violations.length === 1 ? "1 rule" : `${violations.length} rules`;
    const shown = violations.slice(0, MOST_SHOWN).map((violation) => truncate(formatViolation(violation)));
    const more = violations.length > MOST_SHOWN ? `; and ${violations.length - MOST_SHOWN} more, in \`violations\`` : "";
    super(`${what} breaks ${count}: ${shown.join("; ")}${more}`);
    this.violations = violations;
  }
}

/** What the API answered when it was not what was asked for. */
export interface ApiFailure {
  readonly status: number;
  /** Pinterest's own `code` of the failure; null when the answer had none. */
  readonly apiCode: number | null;
  /** Pinterest's own `message`; empty when the answer had none. */
  readonly apiMessage: string;
  /** The answer: parsed when it was JSON, else as text; at most the first 64 kB of it. */
  readonly body: unknown;
  /** `x-pinterest-rid`, which Pinterest's support asks for; null when the answer had none. */
  readonly requestId: string | null;
  /** How long the API asked to wait, by header or in its message; null when it did not. */
  readonly retryAfterMs: number | null;
}

/** The API refused, or answered what cannot be read. */
export class ApiError extends PinterestReportsError implements ApiFailure {
  readonly code: "api" | "auth" = "api";
  override get name(): string {
    return "ApiError";
  }
  readonly status: number;
  readonly apiCode: number | null;
  readonly apiMessage: string;
  readonly body: unknown;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  constructor(message: string, failure: ApiFailure) {
    super(message);
    this.status = failure.status;
    this.apiCode = failure.apiCode;
    this.apiMessage = failure.apiMessage;
    this.body = failure.body;
    this.requestId = failure.requestId;
    this.retryAfterMs = failure.retryAfterMs;
  }
}

/** The API does not take the token (status 401), or the OAuth endpoint says that it gives none for what it was shown (400 or 401). */
export class AuthError extends ApiError {
  override readonly code = "auth" as const;
  override get name(): string {
    return "AuthError";
  }
}

/** Pinterest's rate limit, as this client keeps count of it, leaves no room before the deadline; nothing was sent. */
export class RateLimitError extends PinterestReportsError {
  readonly code = "rate_limit" as const;
  override get name(): string {
    return "RateLimitError";
  }
  /** Pinterest's name for what is limited, such as `ads_analytics`; `*` is the limit over all calls. */
  readonly category: string;
  /** ISO 8601: from when on there is room again. */
  readonly retryAt: string;
  constructor(category: string, retryAt: string) {
    super(`the rate limit of ${category} leaves no room before the deadline; there is room from ${retryAt} on`);
    this.category = category;
    this.retryAt = retryAt;
  }
}

/** No answer came: refused, cut, or too slow. */
export class ConnectionError extends PinterestReportsError {
  readonly code = "connection" as const;
  override get name(): string {
    return "ConnectionError";
  }
  /** False when nothing can have reached the other side. */
  readonly sent: boolean;
  constructor(message: string, { sent, cause }: { readonly sent: boolean; readonly cause: unknown }) {
    super(message, { cause });
    this.sent = sent;
  }
}

/**
 * The create request was sent and it is not certain that it was refused: no answer came, or one that promises nothing, such as a 500. A
 * report may exist. Not sent again by itself, because that may make a second one. What was heard is the `cause`.
 */
export class CreateOutcomeUnknownError extends PinterestReportsError {
  readonly code = "create_outcome_unknown" as const;
  override get name(): string {
    return "CreateOutcomeUnknownError";
  }
  constructor(cause: ConnectionError | ApiError | null) {
    const what = cause === null ? "a run that ended here has noted no answer to a create" : cause.message;
    super(`${what}; the request was sent, so a report may exist: creating it again may make a second one`, cause ? { cause } : {});
  }
}

/** What is known about a file that could not be read to its end, or written. */
export interface DownloadFailure {
  /** HTTP status of the file's host; null when none came. */
  readonly status?: number | null;
  /** Bytes that the file should have; null when nobody said. */
  readonly expected?: number | null;
  /** Bytes that came. */
  readonly received?: number;
  /** Rows that were read before it happened. */
  readonly rows?: number;
  readonly cause?: unknown;
}

/** The file could not be fetched, is incomplete, is not a report, or could not be written where it should. */
export class DownloadError extends PinterestReportsError {
  readonly code = "download" as const;
  override get name(): string {
    return "DownloadError";
  }
  readonly status: number | null;
  readonly expected: number | null;
  readonly received: number;
  readonly rows: number;
  constructor(message: string, { status = null, expected = null, received = 0, rows = 0, cause }: DownloadFailure = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.expected = expected;
    this.received = received;
    this.rows = rows;
  }
}

const LONGEST_MESSAGE = 1_000;
const MOST_UNKNOWN = 5;

/** The API gave the report up. */
export class ReportFailedError extends PinterestReportsError {
  readonly code = "report_failed" as const;
  override get name(): string {
    return "ReportFailedError";
  }
  /** The API's own word: it gives no other reason when it is looked at. */
  readonly status: string;
  /** Pinterest's own `message` when the report was created; empty when there was none, or when another process created it. */
  readonly apiMessage: string;
  constructor(status: string, apiMessage = "") {
    const said = apiMessage === "" ? "" : `; when it was created, Pinterest said: ${singleLine(apiMessage, LONGEST_MESSAGE)}`;
    super(`the report ended as ${quoteWord(status)}${said}`);
    this.status = status;
    this.apiMessage = apiMessage;
  }
  /** The report's token. */
  get token(): string | undefined {
    return this.handle?.token;
  }
}

/** What was seen of a report until the deadline. */
export interface PollFacts {
  readonly status: string | null;
  readonly unknown: readonly string[];
  readonly looks: number;
  /** How long it was waited for, in milliseconds. */
  readonly ms: number;
  /** Why the last look saw nothing, when it did not. */
  readonly cause?: Error | null;
}

/**
 * The report was not ready in time; it may still become ready. When the last look saw nothing, because Pinterest did not answer or a limit
 * left no room for it, the `cause` says why.
 */
export class PollTimeoutError extends PinterestReportsError {
  readonly code = "poll_timeout" as const;
  override get name(): string {
    return "PollTimeoutError";
  }
  /** What the report was when it was seen last; null when no look saw it. */
  readonly status: string | null;
  /** The statuses that were seen and that this version does not know. They count as "not yet". */
  readonly unknown: readonly string[];
  /** How often it was asked whether the report is ready. */
  readonly looks: number;
  constructor({ status, unknown, looks, ms, cause = null }: PollFacts) {
    super(timeoutMessage({ status, unknown, looks, ms, cause }), cause === null ? undefined : { cause });
    this.status = status;
    this.unknown = unknown;
    this.looks = looks;
  }
  /** The report's token. */
  get token(): string | undefined {
    return this.handle?.token;
  }
}

/** What is known of a report when its run is given up. */
export interface RunDeadlineFacts {
  /** How long the run was to take, in milliseconds. */
  readonly ms: number;
  /** How far the report was: not asked for, asked for without a response so far, made and not ready, or being read. */
  readonly state: "waiting" | "unanswered" | "created" | "reading";
  /** Why it was not further, where the API was out of order: the HTTP status, or `no answer`; else null. */
  readonly because?: string | null;
}

const STATES = {
  waiting: "the report had not been asked for",
  unanswered: "the report had been asked for and Pinterest had not answered, so it may exist",
  created: "the report had been asked for and was not ready; resume it with its handle",
  reading: "the report was being read; resume it with its handle",
} as const;

/** The run as a whole took longer than it may, `runDeadlineMs`, and this report had not come by then. */
export class RunDeadlineError extends PinterestReportsError {
  readonly code = "run_deadline" as const;
  override get name(): string {
    return "RunDeadlineError";
  }
  /** How far the report was: not asked for, asked for without a response so far, made and not ready, or being read. */
  readonly state: RunDeadlineFacts["state"];
  /** Why it was not further, where the API was out of order: the HTTP status, or `no answer`; else null. */
  readonly because: string | null;
  constructor({ ms, state, because = null }: RunDeadlineFacts) {
    const why = because === null ? "" : `; the API was out of order: ${quoteWord(because)}`;
    super(`the run was given up after ${Math.round(ms / 100) / 10} s: ${STATES[state]}${why}`);
    this.state = state;
    this.because = because;
  }
}

function timeoutMessage({ status, unknown, looks, ms, cause }: PollFacts): string {
  const was = status === null ? "nothing was seen of the report" : `the report was still ${quoteWord(status)}`;
  const times = looks === 1 ? "1 look" : `${looks} looks`;
  const names = unknown.slice(0, MOST_UNKNOWN).map(quoteWord).join(", ") + (unknown.length > MOST_UNKNOWN ? " …" : "");
  const seen = names === "" ? "" : `; seen and not known to this version: ${names}`;
  const why = cause ? `; the last look saw nothing: ${cause.message}` : "";
  return `${was} after ${Math.round(ms / 100) / 10} s and ${times}${seen}${why}; resume it with its handle`;
}

/** Why bytes are not a report; caught where the rows are counted. */
export class BadFile extends Error {}
