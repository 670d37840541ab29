import { PinterestReportsError } from "./error-base.js";
import { formatViolation, type Violation } from "./validation/violation.js";

export { about, copied, type ErrorCode, PinterestReportsError } from "./error-base.js";
export { type PollFacts, PollTimeoutError, ReportFailedError, RunDeadlineError, type RunDeadlineFacts } from "./report-errors.js";

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

function cut(text: string): string {
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
    const shown = violations.slice(0, MOST_SHOWN).map((violation) => cut(formatViolation(violation)));
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
