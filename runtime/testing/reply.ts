import type { ReportFile } from "./report-file.js";

/** A request as the server received it. Secrets are not redacted, so tests can check them. */
export interface RecordedRequest {
  readonly step: Step;
  readonly method: string;
  /** The path without the query, such as `/v5/ad_accounts`. */
  readonly path: string;
  /** Decoded query parameters. For a repeated parameter, only its last value. */
  readonly query: Readonly<Record<string, string>>;
  /** Headers, keyed by lowercase name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; empty if there is none. */
  readonly body: string;
}

/**
 * A request before its step is known. `search` contains all query values; `query` contains only
 * each parameter's last value.
 */
export interface ReceivedRequest extends Omit<RecordedRequest, "step"> {
  readonly search: URLSearchParams;
}

/**
 * The kind of a call. `create`, `poll` and `file` belong to a report, and `token` to the OAuth
 * endpoint. `metrics` and `accounts` list metric names and ad accounts. `other` is everything else.
 */
export type Step = "create" | "poll" | "file" | "token" | "metrics" | "accounts" | "other";

/** Bytes that may not be valid HTTP, and what happens to the connection afterwards. */
export interface RawReply {
  /** The bytes, one for each character (latin1). */
  readonly write: string;
  /**
   * What happens to the connection. `end` closes it normally, `reset` resets it, and `stall` leaves
   * it open without sending more.
   */
  readonly after: "end" | "reset" | "stall";
}

/** A response from the fake server, or how it fails to arrive. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ReportFile;
  /**
   * Fields of a response about a report, keyed by Pinterest's names. Absent for any other response.
   */
  readonly members?: Readonly<Record<string, unknown>>;
  /**
   * Bytes to write instead of the response. Without a socket (`FakeServer.fetch`), the connection
   * breaks instead.
   */
  readonly raw?: RawReply;
  /** Number of body bytes after which the connection breaks; -1 to break before the headers. */
  readonly disconnectAfter?: number;
  /** Delay between two parts of the body, in milliseconds. */
  readonly dripMs?: number;
  /**
   * Number of body bytes after which nothing more is sent. If it is -1, not even headers are sent.
   * The connection stays open.
   */
  readonly stallAfter?: number;
}

/**
 * Creates a JSON response with this `body` and a fixed request id. `headers` are added, and
 * override the default headers.
 */
export function jsonReply(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const text = JSON.stringify(body);
  return {
    status,
    headers: {
      "content-type": "application/json",
      "x-pinterest-rid": "1234567890123456",
      ...headers,
    },
    body: text,
  };
}

/**
 * Creates an error response in the API's format. It is JSON with the code, the message and
 * `"status": "failure"`. `headers` are added, and override the headers of `jsonReply`.
 */
export function errorReply(
  status: number,
  failure: { code: number; message: string },
  headers?: Readonly<Record<string, string>>,
): Reply {
  return jsonReply(status, { ...failure, status: "failure" }, headers);
}

/**
 * Creates an error response from the file host, in S3's XML format. `code` and `message` are not
 * escaped.
 */
export function xmlReply(status: number, code: string, message: string): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { "content-type": "application/xml" }, body };
}
