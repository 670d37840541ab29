import { PinterestReportsError } from "./error-base.js";
import { oneLine, word } from "./shown.js";

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
    const said = apiMessage === "" ? "" : `; when it was created, Pinterest said: ${oneLine(apiMessage, LONGEST_MESSAGE)}`;
    super(`the report ended as ${word(status)}${said}`);
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
    const why = because === null ? "" : `; the API was out of order: ${word(because)}`;
    super(`the run was given up after ${Math.round(ms / 100) / 10} s: ${STATES[state]}${why}`);
    this.state = state;
    this.because = because;
  }
}

function timeoutMessage({ status, unknown, looks, ms, cause }: PollFacts): string {
  const was = status === null ? "nothing was seen of the report" : `the report was still ${word(status)}`;
  const times = looks === 1 ? "1 look" : `${looks} looks`;
  const names = unknown.slice(0, MOST_UNKNOWN).map(word).join(", ") + (unknown.length > MOST_UNKNOWN ? " …" : "");
  const seen = names === "" ? "" : `; seen and not known to this version: ${names}`;
  const why = cause ? `; the last look saw nothing: ${cause.message}` : "";
  return `${was} after ${Math.round(ms / 100) / 10} s and ${times}${seen}${why}; resume it with its handle`;
}
