import type { ReportFile } from "./report-file.js";

/** What the server saw. Secrets stand here in full, for assertions. */
export interface SeenRequest {
  readonly step: Step;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Which call it is: of a report, of the OAuth endpoint, of the metrics' names, of the ad accounts; `other` is none of these. */
export type Step = "create" | "poll" | "file" | "token" | "metrics" | "accounts" | "other";

/** Bytes that follow no rules, and what comes after them. */
export interface RawReply {
  readonly write: string;
  /** `end`: the connection is closed in order; `reset`: it is torn down; `stall`: nothing more comes. */
  readonly after: "end" | "reset" | "stall";
}

/** An answer, or the way in which none comes. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ReportFile;
  /** Written instead of all else, where there is a socket to write to. */
  readonly raw?: RawReply;
  /** After how many bytes of the body the connection is cut; -1: before the headers. */
  readonly cutAfter?: number;
  /** How long it rests, in milliseconds, between one part of the body and the next. */
  readonly dripMs?: number;
  /** After how many bytes of the body nothing more comes, the connection staying open; -1: not even headers. */
  readonly stallAfter?: number;
}

/** An answer of the API, with a request id. */
export function jsonReply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  const text = JSON.stringify(body);
  return { status, headers: { "content-type": "application/json", "x-pinterest-rid": "1234567890123456", ...headers }, body: text };
}

/** A refusal of the API, in its shape. */
export function refusalReply(
  status: number,
  failure: { code: number; message: string },
  headers?: Readonly<Record<string, string>>,
): Reply {
  return jsonReply(status, { ...failure, status: "failure" }, headers);
}

/** A refusal of the file's host, in S3's shape. */
export function xmlReply(status: number, code: string, message: string): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { "content-type": "application/xml" }, body };
}
