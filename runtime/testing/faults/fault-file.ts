import { bytesOf, plainFile, wholeOf } from "../long-file.js";
import { type Reply, xmlReply } from "../reply.js";
import { always, type FaultyCall, type SomeFaults } from "./fault-kind.js";

const FILE = ["file"] as const;
const BEFORE = { is: "before which byte of the file", type: "number", usual: 100 } as const;
const AFTER = { is: "after how many bytes it ends", type: "number", usual: 100 } as const;

/** Ways in which the file of a report comes, or does not. */
export const fileFaults: SomeFaults = {
  "expired-link": {
    does: "403 in XML: the link is refused as too old",
    on: FILE,
    times: 1,
    reply: () => xmlReply(403, "AccessDenied", "Request has expired"),
  },
  "expired-signer": {
    does: "400 in XML: who signed the link may no longer",
    on: FILE,
    times: 1,
    reply: () => xmlReply(400, "ExpiredToken", "The provided token has expired."),
  },
  "slow-down": {
    does: "503 in XML: the files' host is overloaded",
    on: FILE,
    times: 1,
    value: { is: "its `Retry-After`, in seconds; empty for none", type: "number or text", usual: "" },
    reply({ value }) {
      const reply = xmlReply(503, "SlowDown", "Please reduce your request rate.");
      return value === "" ? reply : { ...reply, headers: { ...reply.headers, "retry-after": String(value) } };
    },
  },
  "file-refused": {
    does: "a refusal in XML",
    on: FILE,
    times: 1,
    value: { is: "the status", type: "status", usual: 404 },
    reply: ({ value }) => xmlReply(Number(value), "NoSuchKey", "The specified key does not exist."),
  },
  "file-moved": {
    does: "302",
    on: FILE,
    times: 1,
    value: { is: "where to", type: "text", usual: "/elsewhere" },
    reply: ({ value }) => ({ status: 302, headers: { location: String(value) }, body: "" }),
  },
  "short-file": {
    does: "the connection is cut within the file",
    on: FILE,
    times: 1,
    value: BEFORE,
    reply: ({ value, usual }) => ({ ...usual(), cutAfter: Math.max(0, Number(value) - startOf(usual())) }),
  },
  "stalled-file": {
    does: "the file stops coming, and the connection stays open",
    on: FILE,
    times: 1,
    value: BEFORE,
    reply: ({ value, usual }) => ({ ...usual(), stallAfter: Math.max(0, Number(value) - startOf(usual())) }),
  },
  "flaky-file": {
    does: "the connection is cut again and again, each time further on",
    on: FILE,
    times: always,
    value: { is: "after how many bytes of each answer", type: "number", usual: 1_000 },
    reply: ({ value, usual }) => ({ ...usual(), cutAfter: Number(value) }),
  },
  "short-file-without-length": {
    does: "a file without any length ends early, as if it were whole",
    on: FILE,
    times: 1,
    value: AFTER,
    reply: ({ value, usual }) => ({ status: 200, headers: { "transfer-encoding": "chunked" }, body: start(usual(), value) }),
  },
  "short-file-with-length": {
    does: "a file that is shorter than the API said, by its own `content-length`, too",
    on: FILE,
    times: 1,
    value: AFTER,
    reply: ({ value, usual }) => ({ status: 200, headers: {}, body: start(usual(), value) }),
  },
  "partial-file": {
    does: "206 with the file's start, though no range was asked for",
    on: FILE,
    times: 1,
    value: AFTER,
    reply: ({ request, value, usual }) => (request.headers.range === undefined ? partial(usual(), Number(value)) : null),
  },
  "no-ranges": {
    does: "the host answers a range with the whole file",
    on: FILE,
    times: always,
    reply: ({ request, usual }) => (request.headers.range === undefined ? null : whole(usual())),
  },
  "range-refused": {
    does: "the host answers a range with 416",
    on: FILE,
    times: always,
    reply: ({ request }) =>
      request.headers.range === undefined ? null : xmlReply(416, "InvalidRange", "The requested range is not satisfiable"),
  },
  "other-range": {
    does: "the host answers a range with another one",
    on: FILE,
    times: always,
    reply({ request, usual }) {
      if (request.headers.range === undefined) return null;
      const { headers, ...reply } = usual();
      return { ...reply, headers: { ...headers, "content-range": String(headers["content-range"]).replace(/\d+/, "0") } };
    },
  },
  "range-without-tag": {
    does: "the host answers a range without the file's tag",
    on: FILE,
    times: always,
    reply({ request, usual }) {
      if (request.headers.range === undefined) return null;
      const { headers, ...reply } = usual();
      const { etag: _, ...others } = headers;
      return { ...reply, headers: others };
    },
  },
  "changed-file": {
    does: "from now on it is another file, under another tag",
    on: FILE,
    times: always,
    value: { is: "its text, or its bytes", type: "text or bytes", usual: '{"1":[{"A":1}]}' },
    reply: ({ value }) => ({ status: 200, headers: { etag: '"another"' }, body: plainFile(value) }),
  },
  "cut-without-tag": {
    does: "the file has no tag, and its connection is cut",
    on: FILE,
    times: 1,
    value: AFTER,
    reply: (call) => cutWithTag(call, undefined),
  },
  "cut-with-weak-tag": {
    does: "the file has a weak tag, which promises no bytes, and its connection is cut",
    on: FILE,
    times: 1,
    value: AFTER,
    reply: (call) => cutWithTag(call, `W/${call.usual().headers.etag ?? '""'}`),
  },
};

/** Which byte of the file an answer begins with. */
function startOf({ headers }: Reply): number {
  return Number(/^bytes (\d+)/.exec(headers["content-range"] ?? "")?.[1] ?? 0);
}

/** The answer as if no range had been asked for. */
export function whole({ status, headers: { "content-range": _, ...headers }, body, ...reply }: Reply): Reply {
  return { ...reply, status: status === 206 ? 200 : status, headers, body: typeof body === "string" ? body : wholeOf(body) };
}

function start({ body }: Reply, length: FaultyCall["value"]): Reply["body"] {
  return plainFile(bytesOf(body).subarray(0, Number(length)));
}

function partial({ headers, body }: Reply, length: number): Reply {
  const bytes = bytesOf(body);
  const range = { "content-range": `bytes 0-${Math.min(length, bytes.length) - 1}/${bytes.length}` };
  return { status: 206, headers: { ...headers, ...range }, body: plainFile(bytes.subarray(0, length)) };
}

function cutWithTag({ value, usual }: FaultyCall, tag: string | undefined): Reply {
  const { etag: _, ...headers } = usual().headers;
  return { ...usual(), headers: { ...headers, ...(tag !== undefined && { etag: tag }) }, cutAfter: Number(value) };
}
