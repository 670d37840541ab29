import type { Reply, SeenRequest, Step } from "../reply.js";
import type { ReportFile, Shape } from "../report-file.js";

/** What a fault is about, where it has something: seconds to wait, a status, how many bytes come, or these bytes. */
export type FaultValue = number | string | Uint8Array;

/** What there is to know of a fault before one asks for it. */
export interface FaultFacts {
  /** What goes wrong. */
  readonly does: string;
  /** The calls that it can happen to. The first is the one it happens to unless told. */
  readonly on: readonly Step[];
  /** How many times in a row it happens unless told. */
  readonly times: number;
  /** What its value is; left out for a fault that has none. */
  readonly value?: FaultValueFacts;
}

/** What the value of a fault may be. */
export interface FaultValueFacts {
  /** What it says, with its unit. */
  readonly is: string;
  readonly type: "number" | "text" | "number or text" | "text or bytes" | "status";
  /** What it is unless told. */
  readonly usual: FaultValue;
}

/** A call about to be answered. */
export interface FaultyCall {
  readonly request: SeenRequest;
  /** As it was asked for, else the usual one. */
  readonly value: FaultValue;
  /** How long ago the report was created, by the server's clock; 0 for none. */
  readonly ageMs: number;
  /** What would be answered if nothing went wrong. Carries it out, too, the first time. */
  usual(): Reply;
  /** An answer to a look, without carrying it out. */
  look(members: object): Reply;
}

/** A file that is to hold something else. */
export interface FaultyContent {
  readonly value: FaultValue;
  readonly file: ReportFile;
  /** The same report in another shape; null for one that has none such. */
  shaped(shape: Shape): ReportFile | null;
}

/** A fault as the server makes it. */
export interface FaultKind extends FaultFacts {
  /** The answer instead of the usual one; null where there is nothing that could go wrong so, and then nothing has. */
  readonly reply?: (call: FaultyCall) => Reply | null;
  /** The file instead of the report's own, to be sent as that would have been; null where it cannot be so changed. */
  readonly content?: (asked: FaultyContent) => ReportFile | null;
}

/** Some of the kinds, by name. */
export type SomeFaults = Readonly<Partial<Record<FaultName, FaultKind>>>;

export const always: number = Number.POSITIVE_INFINITY;

/** The calls of the API, and with the files' host those of both. */
export const CALLS: readonly Step[] = ["poll", "create", "token", "metrics", "accounts", "other"];
export const ALL: readonly Step[] = [...CALLS, "file"];

/** The name of a fault; `faults` says what each does. */
export type FaultName =
  // Answers of the API.
  | "rate-limit"
  | "rate-limit-without-time"
  | "rate-limit-reset"
  | "query-cost"
  | "retry-after-in-words"
  | "code-12"
  | "html-error"
  | "html-answer"
  | "empty-400"
  | "empty-answer"
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
  | "cut-answer"
  | "stalled-answer"
  | "short-answer"
  | "cut-without-length"
  | "malformed-chunk"
  | "garbage"
  | "reset-answer"
  | "huge-header"
  | "gzip-answer"
  | "corrupt-gzip"
  // What a report lives to see.
  | "unknown-status"
  | "failed"
  | "slow"
  | "null-url"
  | "other-link"
  | "other-size"
  // How the file comes.
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
  // What is in it.
  | "other-file"
  | "dates-above-ids"
  | "null-member"
  | "renamed-column"
  | "unknown-column";
