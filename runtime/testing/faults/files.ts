import { gzipSync } from "node:zlib";
import { type Reply, xmlReply } from "../reply.js";
import { bytesOf, fileWith, originalOf, type ReportFile } from "../report-file.js";
import { always, type FaultyCall, type PartialFaults } from "./fault.js";

const FILE = ["file"] as const;
const NAME = { meaning: "the name", type: "text" } as const;

/**
 * Faults in the content of the file. The API announces the size of the changed file, and the host
 * sends that file as usual.
 */
export const contentFaults: PartialFaults = {
  "other-file": {
    effect: "the file has different content",
    on: FILE,
    times: always,
    value: { meaning: "the content, as text or bytes", type: "text or bytes", default: "" },
    content: ({ value }) => fileWith(value),
  },
  "dates-above-ids": {
    effect: "the JSON nests ids under dates, and rows do not repeat the id",
    on: FILE,
    times: always,
    content: ({ shaped }) => shaped("dates-above-ids"),
  },
  "null-member": {
    effect: "like `dates-above-ids`, but the first id has null instead of rows",
    on: FILE,
    times: always,
    content: ({ shaped }) => shaped("null-member"),
  },
  "renamed-column": {
    effect:
      "the last column of a CSV file has a different display name from the one in the API response",
    on: FILE,
    times: always,
    value: { ...NAME, default: "Renamed" },
    content: ({ file, value }) =>
      changedCsv(file, (header) => header.replace(/[^,]*$/, () => String(value))),
  },
  "unknown-column": {
    effect:
      "a CSV file has an additional column that the client does not know; it is empty in each row",
    on: FILE,
    times: always,
    value: { ...NAME, default: "Colour" },
    content: ({ file, value }) => changedCsv(file, (header) => `${header},${value}`, ","),
  },
};

/**
 * Returns a changed copy of a CSV file; null for JSON. `renameHeader` returns the new header, and
 * `rowSuffix` is added to each row.
 */
function changedCsv(
  file: ReportFile,
  renameHeader: (header: string) => string,
  rowSuffix = "",
): ReportFile | null {
  const text = new TextDecoder().decode(bytesOf(file));
  if (text.startsWith("{")) return null;
  // Names contain no `\r\n`.
  const [first = "", ...rows] = text.split("\r\n");
  return fileWith(
    [renameHeader(first), ...rows.map((row) => (row === "" ? row : row + rowSuffix))].join("\r\n"),
  );
}

const BEFORE = {
  meaning: "the position of the first missing byte",
  type: "number",
  default: 100,
} as const;
const SENT = {
  meaning: "the number of bytes that are sent",
  type: "number",
  default: 100,
} as const;

/** Faults in the delivery of a report's file. */
export const fileFaults: PartialFaults = {
  "expired-link": {
    effect: "403 with an XML body: the link has expired",
    on: FILE,
    times: 1,
    reply: () => xmlReply(403, "AccessDenied", "Request has expired"),
  },
  "expired-signer": {
    effect: "400 with an XML body: the credentials that signed the link have expired",
    on: FILE,
    times: 1,
    reply: () => xmlReply(400, "ExpiredToken", "The provided token has expired."),
  },
  "slow-down": {
    effect: "503 with an XML body: the file host is overloaded",
    on: FILE,
    times: 1,
    value: {
      meaning: "its `Retry-After` in seconds, or an empty string to omit the header",
      type: "number or text",
      default: "",
    },
    reply({ value }) {
      const reply = xmlReply(503, "SlowDown", "Please reduce your request rate.");
      return value === ""
        ? reply
        : { ...reply, headers: { ...reply.headers, "retry-after": String(value) } };
    },
  },
  "file-refused": {
    effect: "an error response with an XML body",
    on: FILE,
    times: 1,
    value: { meaning: "the status", type: "status", default: 404 },
    reply: ({ value }) => xmlReply(Number(value), "NoSuchKey", "The specified key does not exist."),
  },
  "file-moved": {
    effect: "a 302 redirect",
    on: FILE,
    times: 1,
    value: { meaning: "the target", type: "text", default: "/elsewhere" },
    reply: ({ value }) => ({ status: 302, headers: { location: String(value) }, body: "" }),
  },
  "short-file": {
    effect: "the connection breaks in the middle of the file",
    on: FILE,
    times: 1,
    value: BEFORE,
    reply: ({ value, usual }) => ({
      ...usual(),
      disconnectAfter: Math.max(0, Number(value) - startOf(usual())),
    }),
  },
  "stalled-file": {
    effect: "the file stalls, and the connection stays open",
    on: FILE,
    times: 1,
    value: BEFORE,
    reply: ({ value, usual }) => ({
      ...usual(),
      stallAfter: Math.max(0, Number(value) - startOf(usual())),
    }),
  },
  "flaky-file": {
    effect: "the connection breaks repeatedly, each time at a later byte",
    on: FILE,
    times: always,
    value: {
      meaning: "the number of bytes that are sent each time",
      type: "number",
      default: 1_000,
    },
    reply: ({ value, usual }) => ({ ...usual(), disconnectAfter: Number(value) }),
  },
  "short-file-without-length": {
    effect: "the file has no `Content-Length` and is truncated, but the response ends normally",
    on: FILE,
    times: 1,
    value: SENT,
    reply: ({ value, usual }) => ({
      status: 200,
      headers: { "transfer-encoding": "chunked" },
      body: start(usual(), value),
    }),
  },
  "short-file-with-length": {
    effect:
      "the file is shorter than the API announced, and its `content-length` matches the shorter file",
    on: FILE,
    times: 1,
    value: SENT,
    reply: ({ value, usual }) => ({ status: 200, headers: {}, body: start(usual(), value) }),
  },
  "partial-file": {
    effect: "206 with the start of the file, although the client sent no range request",
    on: FILE,
    times: 1,
    value: SENT,
    reply: ({ request, value, usual }) =>
      request.headers.range === undefined ? partial(usual(), Number(value)) : null,
  },
  "no-ranges": {
    effect: "the host responds to a range request with the whole file",
    on: FILE,
    times: always,
    reply: ({ request, usual }) =>
      request.headers.range === undefined ? null : withoutRange(usual()),
  },
  "range-refused": {
    effect: "the host responds to a range request with 416",
    on: FILE,
    times: always,
    reply: ({ request }) =>
      request.headers.range === undefined
        ? null
        : xmlReply(416, "InvalidRange", "The requested range is not satisfiable"),
  },
  "other-range": {
    effect: "the host responds to a range request with a different range",
    on: FILE,
    times: always,
    reply({ request, usual }) {
      if (request.headers.range === undefined) return null;
      const { headers, ...reply } = usual();
      return {
        ...reply,
        headers: {
          ...headers,
          "content-range": String(headers["content-range"]).replace(/\d+/, "0"),
        },
      };
    },
  },
  "range-without-tag": {
    effect: "the response to a range request lacks the file's ETag",
    on: FILE,
    times: always,
    reply({ request, usual }) {
      if (request.headers.range === undefined) return null;
      const { headers, ...reply } = usual();
      const { etag: _, ...otherHeaders } = headers;
      return { ...reply, headers: otherHeaders };
    },
  },
  "changed-file": {
    effect: "from now on the file has different content and a different ETag",
    on: FILE,
    times: always,
    value: {
      meaning: "the content, as text or bytes",
      type: "text or bytes",
      default: '{"1":[{"A":1}]}',
    },
    reply: ({ value }) => ({ status: 200, headers: { etag: '"another"' }, body: fileWith(value) }),
  },
  "cut-without-tag": {
    effect: "the file has no ETag, and the connection breaks",
    on: FILE,
    times: 1,
    value: SENT,
    reply: (call) => cutWithTag(call, undefined),
  },
  "cut-with-weak-tag": {
    effect:
      "the file has a weak ETag, which does not identify its bytes, and the connection breaks",
    on: FILE,
    times: 1,
    value: SENT,
    reply: (call) => cutWithTag(call, `W/${call.usual().headers.etag ?? '""'}`),
  },
};

/** Returns the offset in the file at which the response begins; 0 without a range. */
function startOf({ headers }: Reply): number {
  return Number(/^bytes (\d+)/.exec(headers["content-range"] ?? "")?.[1] ?? 0);
}

/**
 * Returns the reply as if no range had been requested. It has status 200 instead of 206, no
 * `content-range` header, and the whole file. Any other status stays the same.
 */
function withoutRange({
  status,
  headers: { "content-range": _, ...headers },
  body,
  ...reply
}: Reply): Reply {
  return {
    ...reply,
    status: status === 206 ? 200 : status,
    headers,
    body: typeof body === "string" ? body : originalOf(body),
  };
}

/** Returns the first `length` bytes of a reply's body, as a file. */
function start({ body }: Reply, length: FaultyCall["value"]): Reply["body"] {
  return fileWith(bytesOf(body).subarray(0, Number(length)));
}

/** Returns a 206 response with the first `length` bytes of a reply's body. */
function partial({ headers, body }: Reply, length: number): Reply {
  const bytes = bytesOf(body);
  const range = {
    "content-range": `bytes 0-${Math.min(length, bytes.length) - 1}/${bytes.length}`,
  };
  return {
    status: 206,
    headers: { ...headers, ...range },
    body: fileWith(bytes.subarray(0, length)),
  };
}

/**
 * Returns the reply with a different ETag, or none if `tag` is undefined. The connection breaks
 * after as many bytes as the fault's value says.
 */
function cutWithTag({ value, usual }: FaultyCall, tag: string | undefined): Reply {
  const { etag: _, ...headers } = usual().headers;
  return {
    ...usual(),
    headers: { ...headers, ...(tag !== undefined && { etag: tag }) },
    disconnectAfter: Number(value),
  };
}

const GZIP = { "content-encoding": "gzip" };

/** Faults in which the host sends gzip that the client did not request. */
export const gzipFaults: PartialFaults = {
  "gzip-file": {
    effect: "the file is compressed with valid gzip",
    on: FILE,
    times: 1,
    reply: ({ usual }) => zipped(usual(), 0),
  },
  "cut-gzip-file": {
    effect: "the file's gzip data is truncated, but the response ends normally",
    on: FILE,
    times: 1,
    value: {
      meaning: "the number of bytes that are missing at the end",
      type: "number",
      default: 100,
    },
    reply: ({ value, usual }) => zipped(usual(), Number(value)),
  },
  "half-gzip-file": {
    effect: "the file is valid gzip, but contains only the first bytes of the content",
    on: FILE,
    times: 1,
    value: { meaning: "the number of bytes that are compressed", type: "number", default: 100 },
    reply({ value, usual }) {
      const { headers, status, body } = withoutRange(usual());
      return {
        status,
        headers: { ...headers, ...GZIP },
        body: fileWith(gzipSync(bytesOf(body).subarray(0, Number(value)))),
      };
    },
  },
  "damaged-gzip-file": {
    effect: "the file's gzip data is damaged in the middle",
    on: FILE,
    times: 1,
    reply({ usual }) {
      const { body, ...reply } = zipped(usual(), 0);
      const bytes = bytesOf(body);
      const middle = Math.floor(bytes.length / 2);
      return {
        ...reply,
        body: fileWith(
          bytes.map((byte, at) => (at >= middle && at < middle + 40 ? byte ^ 0xff : byte)),
        ),
      };
    },
  },
  "corrupt-gzip-file": {
    effect: "the file is declared as gzip, but is not gzip",
    on: FILE,
    times: 1,
    reply: () => ({ status: 200, headers: GZIP, body: "not gzip" }),
  },
};

/** Returns the reply with its body compressed with gzip, without the last `missing` bytes. */
function zipped(reply: Reply, missing: number): Reply {
  const { headers, body, status } = withoutRange(reply);
  const bytes = gzipSync(bytesOf(body));
  return {
    status,
    headers: { ...headers, ...GZIP },
    body: fileWith(bytes.subarray(0, bytes.length - missing)),
  };
}
