/** What the server saw. Secrets stand here in full, for assertions. */
export interface SeenRequest {
  readonly step: Step;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Which of the calls of a report it is; `other` is none that the contract offers. */
export type Step = "create" | "poll" | "file" | "other";

/** An answer, or the way in which none comes. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** After how many bytes of the body the connection is cut; -1: before the headers. */
  readonly cutAfter?: number;
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
