import type { RecordedRequest, Reply, Step } from "../reply.js";
import type { ReportFile, Shape } from "../report-file.js";

/**
 * The value of a fault. Examples are seconds to wait, a status, a number of bytes, and the content
 * of the file.
 */
export type FaultValue = number | string | Uint8Array;

/** Description of a fault. */
export interface FaultFacts {
  /** What goes wrong. */
  readonly effect: string;
  /** Calls that the fault can affect. The first is the default. */
  readonly on: readonly Step[];
  /** Default number of times that the fault happens in a row. */
  readonly times: number;
  /** Description of the fault's value. Absent if the fault takes no value. */
  readonly value?: FaultValueFacts;
}

/** Meaning, type and default of a fault's value. */
export interface FaultValueFacts {
  /** Meaning of the value, with its unit. */
  readonly meaning: string;
  readonly type: "number" | "text" | "number or text" | "text or bytes" | "status";
  /** Used if the planned fault has no value. */
  readonly default: FaultValue;
}

/** A call with a response that a fault may replace. */
export interface FaultyCall {
  readonly request: RecordedRequest;
  /** Requested value of the fault, or else its default. */
  readonly value: FaultValue;
  /**
   * Age of the report in milliseconds, according to the server's clock. 0 if the call does not
   * belong to a report.
   */
  readonly ageMs: number;
  /**
   * Returns the response without the fault. The first call processes the request; later calls
   * return the same response.
   */
  usual(): Reply;
  /**
   * Creates a response about a report with these members, keyed by Pinterest's names. It does not
   * count as a poll.
   */
  reportReply(members: Reply["members"]): Reply;
}

/** A file with content that a fault may replace. */
export interface FaultyContent {
  readonly value: FaultValue;
  readonly file: ReportFile;
  /** Returns the same report in a different JSON shape; null if it has no such shape. */
  shaped(shape: Shape): ReportFile | null;
}

/** A fault with its implementation. */
export interface FaultKind extends FaultFacts {
  /**
   * Returns the response to send instead of the usual one. Null if the fault cannot apply to this
   * call; the call then does not use up one of the fault's `times`.
   */
  readonly reply?: (call: FaultyCall) => Reply | null;
  /**
   * Returns the file to send instead of the report's own. Null if that file cannot be changed in
   * this way.
   */
  readonly content?: (input: FaultyContent) => ReportFile | null;
}

/** A subset of the faults, keyed by name. */
export type PartialFaults = Readonly<Partial<Record<FaultName, FaultKind>>>;

/** Value of `times` for a fault that always happens. */
export const always: number = Number.POSITIVE_INFINITY;

/** The calls of the API. `ALL` also includes downloads from the file host. */
export const CALLS: readonly Step[] = ["poll", "create", "token", "metrics", "accounts", "other"];
export const ALL: readonly Step[] = [...CALLS, "file"];

/** Name of a fault. `faults` describes each. */
export type FaultName =
  // Responses of the API.
  | "rate-limit"
  | "rate-limit-without-time"
  | "rate-limit-reset"
  | "query-cost"
  | "retry-after-in-words"
  | "code-12"
  | "html-error"
  | "html-response"
  | "empty-400"
  | "empty-response"
  | "no-content"
  | "wrong-shape"
  | "more-members"
  | "token-refused"
  | "refresh-refused"
  | "refusal"
  | "redirect"
  | "redirect-307"
  | "huge-refusal"
  // Connections.
  | "cut-connection"
  | "silence"
  | "dribble"
  | "cut-response"
  | "stalled-response"
  | "short-response"
  | "cut-without-length"
  | "malformed-chunk"
  | "garbage"
  | "reset-response"
  | "huge-header"
  | "gzip-response"
  | "corrupt-gzip"
  // The status, link and size of a report.
  | "unknown-status"
  | "failed"
  | "slow"
  | "null-url"
  | "other-link"
  | "other-size"
  // The delivery of the file.
  | "expired-link"
  | "expired-signer"
  | "slow-down"
  | "file-refused"
  | "file-moved"
  | "short-file"
  | "stalled-file"
  | "flaky-file"
  | "short-file-without-length"
  | "short-file-with-length"
  | "partial-file"
  | "no-ranges"
  | "range-refused"
  | "other-range"
  | "range-without-tag"
  | "changed-file"
  | "cut-without-tag"
  | "cut-with-weak-tag"
  | "gzip-file"
  | "cut-gzip-file"
  | "half-gzip-file"
  | "damaged-gzip-file"
  | "corrupt-gzip-file"
  // The content of the file.
  | "other-file"
  | "dates-above-ids"
  | "null-member"
  | "renamed-column"
  | "unknown-column";
