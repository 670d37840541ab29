import type { ReportHandle } from "./report.js";
import { formatViolation, type Violation } from "./violation.js";

/** The `code` of every error that this package throws on purpose, but for wrong options, which are `TypeError` and `RangeError`. */
export type ErrorCode =
  | "invalid_argument"
  | "invalid_body"
  | "api"
  | "connection"
  | "create_outcome_unknown"
  | "report_failed"
  | "poll_timeout"
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
export function about<Thrown>(thrown: Thrown, handle: ReportHandle): Thrown {
  if (thrown instanceof PinterestReportsError && !handles.has(thrown)) handles.set(thrown, handle);
  return thrown;
}

/** An account id or a handle that cannot be right; nothing was sent. */
export class InvalidArgumentError extends PinterestReportsError {
  readonly code = "invalid_argument" as const;
  override get name(): string {
    return "InvalidArgumentError";
  }
}

/** A body that breaks rules; nothing was sent. */
export class InvalidBodyError extends PinterestReportsError {
  readonly code = "invalid_body" as const;
  override get name(): string {
    return "InvalidBodyError";
  }
  readonly violations: readonly Violation[];
  constructor(violations: readonly Violation[]) {
    const count = violations.length === 1 ? "1 rule" : `${violations.length} rules`;
    super(`report body breaks ${count}: ${violations.map(formatViolation).join("; ")}`);
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
  readonly code = "api" as const;
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

/** The create request was sent and no answer came: a report may exist. Not sent again by itself, because that may make a second one. */
export class CreateOutcomeUnknownError extends PinterestReportsError {
  readonly code = "create_outcome_unknown" as const;
  override get name(): string {
    return "CreateOutcomeUnknownError";
  }
  constructor(cause: ConnectionError) {
    super(`${cause.message}; the request was sent, so a report may exist: creating it again may make a second one`, { cause });
  }
}

/** The API gave the report up. */
export class ReportFailedError extends PinterestReportsError {
  readonly code = "report_failed" as const;
  override get name(): string {
    return "ReportFailedError";
  }
  /** The API's own word: it gives no other reason. */
  readonly status: string;
  constructor(status: string) {
    super(`the report ended as ${status}`);
    this.status = status;
  }
  /** The report's token. */
  get token(): string | undefined {
    return this.handle?.token;
  }
}

/** The report was not ready in time; it may still become ready. */
export class PollTimeoutError extends PinterestReportsError {
  readonly code = "poll_timeout" as const;
  override get name(): string {
    return "PollTimeoutError";
  }
  readonly status: string;
  readonly looks: number;
  constructor({ status, looks, ms }: { readonly status: string; readonly looks: number; readonly ms: number }) {
    super(
      `the report was still ${status} after ${ms / 1000} s and ${looks === 1 ? "1 look" : `${looks} looks`}; resume it with its handle`,
    );
    this.status = status;
    this.looks = looks;
  }
  /** The report's token. */
  get token(): string | undefined {
    return this.handle?.token;
  }
}

/** What is known about a file that could not be read to its end. */
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

/** The file could not be fetched, is incomplete, or is not a report. */
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
