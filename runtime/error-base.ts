import type { ReportHandle } from "./report.js";

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
export function about<Thrown>(thrown: Thrown, handle: ReportHandle): Thrown {
  if (thrown instanceof PinterestReportsError && !handles.has(thrown)) handles.set(thrown, handle);
  return thrown;
}

/**
 * Throws the same error for one of several callers. They may wait for one thing, such as a refresh, and each has a report of its own to note
 * on it. What is not ours is thrown as it is.
 */
export function copied(thrown: unknown): never {
  if (!(thrown instanceof PinterestReportsError)) throw thrown;
  const { stack, ...own } = Object.getOwnPropertyDescriptors(thrown);
  const copy = Object.defineProperties(new Error(), own);
  copy.stack = thrown.stack ?? "";
  throw Object.setPrototypeOf(copy, Object.getPrototypeOf(thrown));
}
