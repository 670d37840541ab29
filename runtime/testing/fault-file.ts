import type { FaultKind } from "./fault-kind.js";
import { type Reply, xmlReply } from "./reply.js";
import { plainFile, type ReportFile } from "./report-file.js";

const always = Number.POSITIVE_INFINITY;

/** What can go wrong with the file of a report, by name; each is explained in docs/faults.md. */
export type FileFault =
  | "expired-link"
  | "slow-down"
  | "file-refused"
  | "flaky-file"
  | "short-file"
  | "stalled-file"
  | "other-file"
  | "short-file-without-length"
  | "no-ranges"
  | "range-refused"
  | "other-range"
  | "changed-file"
  | "cut-without-tag"
  | "corrupt-gzip-file"
  | "file-moved";

/** What can go wrong with the file of a report. */
export const fileFaults: Readonly<Record<FileFault, FaultKind>> = {
  /** The link is refused as too old. */
  "expired-link": { on: "file", reply: () => xmlReply(403, "AccessDenied", "Request has expired") },
  /** The file's host is overloaded. */
  "slow-down": { on: "file", reply: () => xmlReply(503, "SlowDown", "Please reduce your request rate.") },
  /** There is no file; value: the status. */
  "file-refused": { on: "file", reply: ({ value = 404 }) => xmlReply(Number(value), "NoSuchKey", "The specified key does not exist.") },
  /** The connection is cut within the file; value: before which byte of the file. */
  "short-file": {
    on: "file",
    reply({ value = 100, usual }) {
      const reply = usual();
      return { ...reply, cutAfter: Math.max(0, Number(value) - startOf(reply)) };
    },
  },
  /** The file stalls; value: before which byte of the file. */
  "stalled-file": {
    on: "file",
    reply({ value = 100, usual }) {
      const reply = usual();
      return { ...reply, stallAfter: Math.max(0, Number(value) - startOf(reply)) };
    },
  },
  /** The connection is cut again and again, each time further on; value: after how many bytes of each answer. */
  "flaky-file": { on: "file", times: always, reply: ({ value = 1_000, usual }) => ({ ...usual(), cutAfter: Number(value) }) },
  /** Another file; value: its text. */
  "other-file": { on: "file", times: always, reply: ({ value = "" }) => ({ status: 200, headers: {}, body: String(value) }) },
  /** A file without a length that ends early, which looks like a whole one; value: after how many bytes. */
  "short-file-without-length": {
    on: "file",
    reply({ value = 100, usual }) {
      const { status, body } = usual();
      return { status, headers: { "transfer-encoding": "chunked" }, body: wholeText(body).slice(0, Number(value)) };
    },
  },
  /** The host answers a range with the whole file. */
  "no-ranges": {
    on: "file",
    times: always,
    reply: ({ request, usual }) => (request.headers.range === undefined ? usual() : whole(usual())),
  },
  /** The host refuses a range. */
  "range-refused": {
    on: "file",
    times: always,
    reply: ({ request, usual }) =>
      request.headers.range === undefined ? usual() : xmlReply(416, "InvalidRange", "The requested range is not satisfiable"),
  },
  /** The host answers a range with another range. */
  "other-range": {
    on: "file",
    times: always,
    reply({ request, usual }) {
      const reply = usual();
      if (request.headers.range === undefined) return reply;
      return { ...reply, headers: { ...reply.headers, "content-range": String(reply.headers["content-range"]).replace(/\d+/, "0") } };
    },
  },
  /** From now on it is another file, under another tag; value: its text. */
  "changed-file": {
    on: "file",
    times: always,
    reply: ({ value = '{"1":[{"A":1}]}' }) => ({ status: 200, headers: { etag: '"another"' }, body: String(value) }),
  },
  /** The file has no tag, and its connection is cut; value: after how many bytes. */
  "cut-without-tag": {
    on: "file",
    reply({ value = 100, usual }) {
      const { etag: _, ...headers } = usual().headers;
      return { ...usual(), headers, cutAfter: Number(value) };
    },
  },
  /** A file that says it is gzip, and is not. */
  "corrupt-gzip-file": { on: "file", reply: () => ({ status: 200, headers: { "content-encoding": "gzip" }, body: "not gzip" }) },
  /** The file lies elsewhere; value: where. */
  "file-moved": { on: "file", reply: ({ value = "" }) => ({ status: 302, headers: { location: String(value) }, body: "" }) },
};

/** Which byte of the file an answer begins with. */
function startOf({ headers }: Reply): number {
  return Number(/^bytes (\d+)/.exec(headers["content-range"] ?? "")?.[1] ?? 0);
}

/** The answer as if no range had been asked for. */
function whole(reply: Reply): Reply {
  const { "content-range": _, ...headers } = reply.headers;
  const { body } = reply;
  const file = typeof body === "string" ? plainFile(body) : (wholes.get(body) ?? body);
  return { ...reply, status: reply.status === 206 ? 200 : reply.status, headers, body: file };
}

const wholes = new WeakMap<ReportFile, ReportFile>();

/** The rest of a file from a byte on. */
export function restOf(file: ReportFile, from: number): ReportFile {
  const rest = { size: file.size - from, pieces: (more = 0) => file.pieces(from + more) };
  wholes.set(rest, file);
  return rest;
}

function wholeText(body: string | ReportFile): string {
  if (typeof body === "string") return body;
  const decoder = new TextDecoder();
  return [...body.pieces()].map((piece) => decoder.decode(piece, { stream: true })).join("");
}
