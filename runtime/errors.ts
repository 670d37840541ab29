import { HiddenHeaders, quoteWord, type ResponseHeaders, singleLine } from "./redact.js";
import type { ReportHandle } from "./types.js";
import { formatViolation, type Violation } from "./validation/violation.js";
import { durationText } from "./validation/wording.js";

/**
 * The `code` of this package's error classes. Invalid options cause a `TypeError` or `RangeError`,
 * without a code.
 */
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
  | "download"
  | "lease_lost"
  | "sync_failed";

// Not stored in the errors, because a printed error must not show the report's token.
const handles = new WeakMap<PinterestReportsError, ReportHandle>();

/**
 * Key of the property that lists the names of an error's classes. All copies of this package use
 * the same key.
 */
const CLASSES: unique symbol = Symbol.for("pinterest-reports.classes");

/**
 * Base class of all errors that a client throws. `instanceof` also recognizes errors from another
 * copy of this package, such as a copy that a dependency installed.
 */
export abstract class PinterestReportsError extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    const names: string[] = [];
    for (let at = Object.getPrototypeOf(this); at !== null; at = Object.getPrototypeOf(at))
      names.push(ownNameOf(at) ?? "");
    Object.defineProperty(this, CLASSES, { value: names });
  }
  static override [Symbol.hasInstance](error: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: `this` is the class on the right of `instanceof`
    const { prototype } = this;
    const name = ownNameOf(prototype);
    // A user-defined subclass only matches its own instances.
    if (name === undefined) return Object.prototype.isPrototypeOf.call(prototype, Object(error));
    const { [CLASSES]: names } = Object(error) as { readonly [CLASSES]?: readonly string[] };
    return names?.includes(name) ?? false;
  }
  abstract readonly code: ErrorCode;
  abstract override get name(): string;
  /**
   * Handle of the report that was created before the error, to pass to `resume`. Undefined if there
   * is none.
   */
  get handle(): ReportHandle | undefined {
    return handles.get(this);
  }
  /**
   * Returns the error as JSON: name, message, members and `cause`. Omits the stack, and also the
   * handle, which contains the report's token.
   */
  toJSON(): Readonly<Record<string, unknown>> {
    return jsonOf(this);
  }
}

/** The `name` defined on an error class's own prototype; undefined if the name is inherited. */
function ownNameOf(prototype: object): string | undefined {
  if (prototype === PinterestReportsError.prototype) return "PinterestReportsError";
  return Object.hasOwn(prototype, "name") ? String(Reflect.get(prototype, "name")) : undefined;
}

const MAX_CAUSE_DEPTH = 5;

/**
 * The error as JSON, with at most 5 causes. For errors from other libraries, contains only name,
 * message and code.
 */
function jsonOf(error: Error, depth = 0): Readonly<Record<string, unknown>> {
  const { name, message, cause, code } = error as Error & { readonly code?: unknown };
  const members =
    error instanceof PinterestReportsError ? error : typeof code === "string" && { code };
  return {
    name,
    message,
    ...members,
    ...(cause instanceof Error && depth < MAX_CAUSE_DEPTH && { cause: jsonOf(cause, depth + 1) }),
  };
}

const HINT = " (pinterest-reports explain ";

/** Appends the command that explains errors with this `code` to `message`. */
export function withHint(message: string, code: ErrorCode): string {
  return `${message}${HINT}${code})`;
}

/**
 * The error's message without the hint, for use in another message. Text after the hint is also
 * removed.
 */
export function messageWithoutHint({ message }: Error): string {
  return message.split(HINT)[0] ?? message;
}

/**
 * Attaches `handle` to an error of this package that has no handle yet. Always returns `thrown`.
 */
export function attachHandle<Thrown>(thrown: Thrown, handle: ReportHandle): Thrown {
  if (thrown instanceof PinterestReportsError && !handles.has(thrown)) handles.set(thrown, handle);
  return thrown;
}

/**
 * Throws a copy of an error of this package, with its class, members and stack. The copy has no
 * report handle, because several callers may wait for one operation, and each attaches its own. Any
 * other value is thrown unchanged.
 */
export function rethrowCopy(thrown: unknown): never {
  if (!(thrown instanceof PinterestReportsError)) throw thrown;
  const { stack, ...descriptors } = Object.getOwnPropertyDescriptors(thrown);
  const copy = Object.defineProperties(new Error(), descriptors);
  copy.stack = thrown.stack ?? "";
  throw Object.setPrototypeOf(copy, Object.getPrototypeOf(thrown));
}

/** An invalid argument, such as an account id, a handle or a path. Nothing was sent. */
export class InvalidArgumentError extends PinterestReportsError {
  readonly code = "invalid_argument" as const;
  override get name(): string {
    return "InvalidArgumentError";
  }
}

// Limits for the message of an `InvalidBodyError`: number of violations, and characters per
// violation.
const MAX_LISTED = 20;
const MAX_LISTED_LENGTH = 500;

/** Truncates a string to 500 characters and appends `…` if it was longer. */
function truncate(text: string): string {
  return text.length > MAX_LISTED_LENGTH ? `${text.slice(0, MAX_LISTED_LENGTH)}…` : text;
}

/**
 * The body violates rules; nothing was sent. The message lists the first 20 violations, and
 * `violations` contains all of them.
 */
export class InvalidBodyError extends PinterestReportsError {
  readonly code = "invalid_body" as const;
  override get name(): string {
    return "InvalidBodyError";
  }
  readonly violations: readonly Violation[];
  /** `what` is the subject of the message. */
  constructor(violations: readonly Violation[], what = "report body") {
    const count = violations.length === 1 ? "1 rule" : `${violations.length} rules`;
    // Plain copies, because Node prints the getters of an uncaught error as `[Getter]`.
    const copies = violations.map((violation) => ({ ...violation }));
    const texts = copies
      .slice(0, MAX_LISTED)
      .map((violation) => truncate(formatViolation(violation)));
    const unlisted =
      violations.length > MAX_LISTED
        ? `; and ${violations.length - MAX_LISTED} more, in \`violations\``
        : "";
    super(withHint(`${what} breaks ${count}: ${texts.join("; ")}${unlisted}`, "invalid_body"));
    this.violations = copies;
  }
}

/** An error response from the API. */
export interface ApiFailure {
  readonly status: number;
  /** Pinterest's own error `code`; null if the response has none. */
  readonly apiCode: number | null;
  /** Pinterest's own error `message`; empty if the response has none. */
  readonly apiMessage: string;
  /** Response body: parsed if it is JSON, otherwise text. Contains at most the first 64 kB. */
  readonly body: unknown;
  /** `x-pinterest-rid`, to give to Pinterest support; null if the response has none. */
  readonly requestId: string | null;
  /**
   * How long the API asked the client to wait, in milliseconds. It is read from a header or the
   * message; null if neither contains it.
   */
  readonly retryAfterMs: number | null;
  /** Headers of the response. Default: none. */
  readonly headers?: ResponseHeaders;
}

/** The API rejected the request, or its response cannot be read. */
export class ApiError extends PinterestReportsError implements ApiFailure {
  readonly code: "api" | "auth" | "rate_limit" = "api";
  override get name(): string {
    return "ApiError";
  }
  readonly status: number;
  readonly apiCode: number | null;
  readonly apiMessage: string;
  readonly body: unknown;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  /**
   * Headers of the response, with the request's secrets removed. Read them with
   * `headers.get("x-ratelimit-limit")`, for example. Neither the printed error nor its JSON
   * contains them.
   */
  declare readonly headers: ResponseHeaders;
  constructor(message: string, failure: ApiFailure) {
    super(message);
    Object.defineProperty(this, "headers", { value: failure.headers ?? new HiddenHeaders() });
    this.status = failure.status;
    this.apiCode = failure.apiCode;
    this.apiMessage = failure.apiMessage;
    this.body = failure.body;
    this.requestId = failure.requestId;
    this.retryAfterMs = failure.retryAfterMs;
  }
}

/**
 * The credentials were rejected. Either the API rejected the access token (status 401), or the
 * OAuth endpoint rejected the grant or the app's credentials (status 400 or 401).
 */
export class AuthError extends ApiError {
  override readonly code = "auth" as const;
  override get name(): string {
    return "AuthError";
  }
  constructor(message: string, failure: ApiFailure) {
    super(withHint(message, "auth"), failure);
  }
}

/** Pinterest denied access (status 403), for example because the token lacks a scope. */
export class PermissionDeniedError extends ApiError {
  override get name(): string {
    return "PermissionDeniedError";
  }
  constructor(message: string, failure: ApiFailure) {
    super(withHint(message, "api"), failure);
  }
}

/** Pinterest did not find the resource that the call refers to (status 404). */
export class NotFoundError extends ApiError {
  override get name(): string {
    return "NotFoundError";
  }
  constructor(message: string, failure: ApiFailure) {
    super(withHint(message, "api"), failure);
  }
}

/**
 * A rate limit did not allow the call. Either Pinterest responded with 429, or the client's own
 * rate limiter allows no request before the deadline. If the client's limiter stopped the call,
 * `sent` is false, and there was no response.
 */
export class RateLimitError extends ApiError {
  override readonly code = "rate_limit" as const;
  override get name(): string {
    return "RateLimitError";
  }
  /** False if nothing was sent, because the client's own rate limiter did not allow it. */
  readonly sent: boolean;
  /**
   * Pinterest's rate limit category, such as `ads_analytics`; `*` is the limit for all calls
   * together. Null if Pinterest responded, because its responses do not name the category.
   */
  readonly category: string | null;
  /**
   * When a request is allowed again, as ISO 8601. Null if Pinterest responded; see `retryAfterMs`.
   */
  readonly retryAt: string | null;
  /** `room` is null if Pinterest responded. It is set if the client's limiter stopped the call. */
  constructor(message: string, failure: ApiFailure, room: RateLimitRoom | null = null) {
    const when = room === null ? retryIn(failure.retryAfterMs) : "";
    super(withHint(`${message}${when}`, "rate_limit"), failure);
    this.sent = room === null;
    this.category = room?.category ?? null;
    this.retryAt = room?.retryAt ?? null;
  }
}

/**
 * The end of a message, such as `; retry in 24 h`; empty for null. `ms` is rounded up to seconds or
 * minutes, because an earlier retry would fail.
 */
function retryIn(ms: number | null): string {
  if (ms === null) return "";
  const unit = ms < 60_000 ? 1_000 : 60_000;
  return `; retry in ${durationText(Math.ceil(ms / unit) * unit)}`;
}

/** A rate limit that the client has reached, and when it allows a request again. */
export interface RateLimitRoom {
  readonly category: string;
  /** ISO 8601. */
  readonly retryAt: string;
}

/**
 * The error for a call that the client's own rate limiter stopped. Nothing was sent. Its status is
 * 429, as for a rate limit of the API.
 */
export function noRoom(room: RateLimitRoom, retryAfterMs: number): RateLimitError {
  const { category, retryAt } = room;
  const message = `the rate limit for ${category} allows no request before the deadline; the next one is allowed at ${retryAt}`;
  const failure = { status: 429, apiCode: null, apiMessage: "", body: undefined, requestId: null };
  return new RateLimitError(message, { ...failure, retryAfterMs }, room);
}

/** Whether the error means that the client's own rate limiter stopped the call. */
export function isWithoutRoom(error: unknown): error is RateLimitError & RateLimitRoom {
  return error instanceof RateLimitError && !error.sent;
}

/**
 * The error class for the status of a response. 403, 404 and 429 have their own classes. Any other
 * status gets `ApiError`, even 401, because the caller detects rejected credentials itself.
 */
export function errorClassOf(
  status: number,
): new (
  message: string,
  failure: ApiFailure,
) => ApiError {
  if (status === 403) return PermissionDeniedError;
  if (status === 404) return NotFoundError;
  return status === 429 ? RateLimitError : ApiError;
}

/** No response arrived: the connection was refused, lost or too slow. */
export class ConnectionError extends PinterestReportsError {
  readonly code = "connection" as const;
  override get name(): string {
    return "ConnectionError";
  }
  /** False if it is certain that the request did not reach the server. */
  readonly sent: boolean;
  constructor(
    message: string,
    { sent, cause }: { readonly sent: boolean; readonly cause: unknown },
  ) {
    super(withHint(message, "connection"), { cause });
    this.sent = sent;
  }
}

/**
 * The state that workers share is unreachable. Nothing was sent to Pinterest; its API may well be
 * available. If you implement `SharedState` yourself, throw this error too.
 */
export class SharedStateError extends ConnectionError {
  override get name(): string {
    return "SharedStateError";
  }
  constructor(message: string, cause?: unknown) {
    super(message, { sent: false, cause });
  }
}

/**
 * The create request was sent, but it is unknown whether the report exists. There was no response,
 * or an inconclusive one, such as a 500. The request is not retried, because that could create a
 * second report. The `cause` is the request's error. It is undefined if an earlier run sent the
 * request, according to the journal.
 */
export class CreateOutcomeUnknownError extends PinterestReportsError {
  readonly code = "create_outcome_unknown" as const;
  override get name(): string {
    return "CreateOutcomeUnknownError";
  }
  constructor(cause: ConnectionError | ApiError | null) {
    const what =
      cause === null
        ? "an earlier run recorded no response to a create request"
        : messageWithoutHint(cause);
    const message = `${what}; the request was sent, so a report may exist: creating it again may create a second one`;
    super(withHint(message, "create_outcome_unknown"), cause ? { cause } : {});
  }
}

/** Details of a file that could not be read completely or could not be written. */
export interface DownloadFailure {
  /** HTTP status of the file's host; null if there was no response. */
  readonly status?: number | null;
  /** Expected size in bytes; null if unknown. */
  readonly expected?: number | null;
  /** Bytes received. */
  readonly received?: number;
  /** Rows read before the error. */
  readonly rows?: number;
  readonly cause?: unknown;
}

/** The file could not be fetched or written, is incomplete, or is not a report. */
export class DownloadError extends PinterestReportsError {
  readonly code = "download" as const;
  override get name(): string {
    return "DownloadError";
  }
  readonly status: number | null;
  readonly expected: number | null;
  readonly received: number;
  readonly rows: number;
  constructor(
    message: string,
    { status = null, expected = null, received = 0, rows = 0, cause }: DownloadFailure = {},
  ) {
    super(withHint(message, "download"), cause === undefined ? undefined : { cause });
    this.status = status;
    this.expected = expected;
    this.received = received;
    this.rows = rows;
  }
}

const MAX_MESSAGE_LENGTH = 1_000;
const MAX_UNKNOWN_LISTED = 5;

/** Pinterest failed to generate the report. */
export class ReportFailedError extends PinterestReportsError {
  readonly code = "report_failed" as const;
  override get name(): string {
    return "ReportFailedError";
  }
  /** Pinterest's status for the report. Polls return no other details about the failure. */
  readonly status: string;
  /**
   * Pinterest's `message` in the create response. Empty if there was none, or if another process
   * created the report.
   */
  readonly apiMessage: string;
  /**
   * Request id of the poll that reported the failure; may be null. Give it to Pinterest support.
   */
  readonly requestId: string | null;
  constructor(status: string, apiMessage = "", requestId: string | null = null) {
    const createMessage =
      apiMessage === ""
        ? ""
        : `; Pinterest's message when it was created: ${singleLine(apiMessage, MAX_MESSAGE_LENGTH)}`;
    super(
      withHint(
        `the report ended with status ${quoteWord(status)}${createMessage}`,
        "report_failed",
      ),
    );
    this.status = status;
    this.apiMessage = apiMessage;
    this.requestId = requestId;
  }
  /** The report's token. */
  get token(): string | undefined {
    return this.handle?.token;
  }
}

/** Details of a report whose deadline has passed. */
export interface PollTimeoutDetails {
  readonly status: string | null;
  readonly unknownStatuses: readonly string[];
  readonly attempts: number;
  /** Time waited, in milliseconds. */
  readonly ms: number;
  /** Error of the last poll, if it failed. */
  readonly cause?: Error | null;
}

/**
 * The report was not ready at the deadline; it may still become ready. If the last poll failed, for
 * example because Pinterest did not respond or a rate limit was reached, the `cause` is that poll's
 * error.
 */
export class PollTimeoutError extends PinterestReportsError {
  readonly code = "poll_timeout" as const;
  override get name(): string {
    return "PollTimeoutError";
  }
  /** Last known status of the report; null if no poll succeeded. */
  readonly status: string | null;
  /** Statuses received that this version does not know. They count as pending. */
  readonly unknownStatuses: readonly string[];
  /** Number of polls. */
  readonly attempts: number;
  constructor({ status, unknownStatuses, attempts, ms, cause = null }: PollTimeoutDetails) {
    super(
      timeoutMessage({ status, unknownStatuses, attempts, ms, cause }),
      cause === null ? undefined : { cause },
    );
    this.status = status;
    this.unknownStatuses = unknownStatuses;
    this.attempts = attempts;
  }
  /** The report's token. */
  get token(): string | undefined {
    return this.handle?.token;
  }
}

/** Details of a report that was not complete at the deadline of its run. */
export interface RunDeadlineDetails {
  /** The run's time limit, in milliseconds. */
  readonly ms: number;
  /**
   * Progress of the report. `waiting`: not requested; `sent`: requested, no response yet;
   * `created`: created, not ready; `reading`: its file is being read; `writing`: its rows are being
   * written to the target of `sync`.
   */
  readonly state: "waiting" | "sent" | "created" | "reading" | "writing";
  /**
   * The HTTP status or `no response` if an API outage delayed the report. Null if there was no
   * outage.
   */
  readonly reason?: string | null;
  /** Default: a message based on `state`. It mentions the handle if the report can be resumed. */
  readonly message?: string;
}

const STATES = {
  waiting: "the report had not been requested",
  sent: "the create request was sent, but no response arrived, so the report may exist",
  created: "the report was not ready; resume it with its handle",
  reading: "the report file was being read; resume it with its handle",
} as const;

/** The run took longer than `runDeadlineMs`, and this report was not complete by then. */
export class RunDeadlineError extends PinterestReportsError {
  readonly code = "run_deadline" as const;
  override get name(): string {
    return "RunDeadlineError";
  }
  /**
   * Progress of the report. `waiting`: not requested; `sent`: requested, no response yet;
   * `created`: created, not ready; `reading`: its file is being read; `writing`: its rows are being
   * written to the target of `sync`.
   */
  readonly state: RunDeadlineDetails["state"];
  /**
   * The HTTP status or `no response` if an API outage delayed the report. Null if there was no
   * outage.
   */
  readonly reason: string | null;
  constructor({ ms, state, reason = null, message }: RunDeadlineDetails) {
    const why = reason === null ? "" : `; the API was unavailable: ${quoteWord(reason)}`;
    super(
      message ??
        withHint(
          `the run was aborted after ${Math.round(ms / 100) / 10} s: ${STATES[state as keyof typeof STATES]}${why}`,
          "run_deadline",
        ),
    );
    this.state = state;
    this.reason = reason;
  }
}

/**
 * This process has lost its lease, and another worker may hold it now. The process was suspended,
 * or could not reach the shared state, for too long. Nothing was written.
 */
export class LeaseLostError extends PinterestReportsError {
  readonly code = "lease_lost" as const;
  override get name(): string {
    return "LeaseLostError";
  }
  /** `key` identifies the lost lease. */
  constructor(key: string) {
    super(
      withHint(
        `the lease on ${key} has ended: another worker may hold it; nothing was written`,
        "lease_lost",
      ),
    );
  }
}

/**
 * Message for a `PollTimeoutError`. It contains the last status, the time waited, up to 5 unknown
 * statuses, and the last poll's error.
 */
function timeoutMessage({
  status,
  unknownStatuses,
  attempts,
  ms,
  cause,
}: PollTimeoutDetails): string {
  const was =
    status === null
      ? "the status of the report is unknown"
      : `the report was still ${quoteWord(status)}`;
  const times = attempts === 1 ? "1 poll" : `${attempts} polls`;
  const names =
    unknownStatuses.slice(0, MAX_UNKNOWN_LISTED).map(quoteWord).join(", ") +
    (unknownStatuses.length > MAX_UNKNOWN_LISTED ? " …" : "");
  const unknownNote = names === "" ? "" : `; statuses unknown to this version: ${names}`;
  const why = cause ? `; the last poll failed: ${messageWithoutHint(cause)}` : "";
  const waited = `${was} after ${Math.round(ms / 100) / 10} s and ${times}${unknownNote}${why}`;
  return withHint(`${waited}; resume it with its handle`, "poll_timeout");
}

/** The bytes are not a report. Internal: the code that counts rows catches this error. */
export class BadFile extends Error {}
