import type { FaultKind, FaultyCall } from "./fault-kind.js";
import { jsonReply, type Reply, refusalReply } from "./reply.js";

const HTML = "<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>";
const LIMITED = { code: 8, message: "You have exceeded your rate limit. Try again later." };

const html = (status: number): Reply => ({ status, headers: { "content-type": "text/html" }, body: HTML });
const seconds = ({ value = 2 }: FaultyCall) => String(value);
const statusReply = (status: string) => jsonReply(200, { report_status: status, url: null, size: null });
/** A whole answer as it goes over the wire, for faults that begin as one. */
const head = (length: string) => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${length}\r\n`;

/** What the fake API can do wrong, by name; each is explained in docs/faults.md. */
export type ApiFault =
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
  | "cut-connection"
  | "silence"
  | "cut-answer"
  | "stalled-answer"
  | "short-answer"
  | "cut-without-length"
  | "malformed-chunk"
  | "garbage"
  | "reset-answer"
  | "huge-header"
  | "huge-refusal"
  | "corrupt-gzip"
  | "unknown-status"
  | "failed"
  | "slow"
  | "null-url"
  | "other-link";

/** What can go wrong with calls of the API. Most faults happen to looks unless told; `on` says where else. */
export const apiFaults: Readonly<Record<ApiFault, FaultKind>> = {
  /** 429 with `Retry-After`; value: its text. */
  "rate-limit": { on: "poll", reply: (call) => refusalReply(429, LIMITED, { "retry-after": seconds(call) }) },
  /** 429 that does not say how long. */
  "rate-limit-without-time": { on: "poll", reply: () => refusalReply(429, LIMITED) },
  /** 429 that says it with `X-RateLimit-Reset` only; value: seconds. */
  "rate-limit-reset": {
    on: "poll",
    reply: (call) => refusalReply(429, LIMITED, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": seconds(call) }),
  },
  /** 429 of the cost limiter, with the time in its words; value: seconds. */
  "query-cost": {
    on: "create",
    reply: (call) =>
      refusalReply(429, { code: 2726, message: `Reporting query cost limit exceeded. Retry after ${seconds(call)} seconds` }),
  },
  /** 400 that is a rate limit by its words; value: seconds. */
  "retry-after-in-words": {
    on: "create",
    reply: (call) => refusalReply(400, { code: 1, message: `Too many requests. Retry after ${seconds(call)} seconds` }),
  },
  /** 400 that passes by itself. */
  "code-12": { on: "poll", reply: () => refusalReply(400, { code: 12, message: "Something went wrong on our end. Sorry about that." }) },
  /** An error page; value: its status. */
  "html-error": { on: "poll", reply: ({ value = 500 }) => html(Number(value)) },
  /** A page where an answer should be. */
  "html-answer": { on: "poll", reply: () => html(200) },
  "empty-400": { on: "poll", reply: () => ({ status: 400, headers: {}, body: "" }) },
  "empty-answer": { on: "poll", reply: () => ({ status: 200, headers: { "content-type": "application/json" }, body: "" }) },
  /** 204. */
  "no-content": { on: "poll", reply: () => ({ status: 204, headers: {}, body: "" }) },
  /** JSON of another shape; value: the JSON. */
  "wrong-shape": { on: "poll", reply: ({ value = '{"report_status":5}' }) => ({ ...jsonReply(200, null), body: String(value) }) },
  /** The usual answer with members that nobody knows. */
  "more-members": {
    on: "poll",
    reply({ usual }) {
      const reply = usual();
      return { ...reply, body: String(reply.body).replace("{", '{"new_member":{"a":[1]},"__proto__":{"x":1},') };
    },
  },
  "token-refused": { on: "poll", reply: () => refusalReply(401, { code: 2, message: "Authentication failed." }) },
  /** The OAuth endpoint takes the refresh token for none of its own. */
  "refresh-refused": { on: "token", reply: () => refusalReply(400, { code: 283, message: "invalid_grant" }) },
  /** Another status code, refused in the API's words; value: the status. */
  refusal: {
    on: "poll",
    reply: ({ value = 403 }) => refusalReply(Number(value), { code: 29, message: "You are not permitted to access that resource." }),
  },
  /** A redirect; value: where to. */
  redirect: { on: "poll", reply: ({ value = "/elsewhere" }) => ({ status: 302, headers: { location: String(value) }, body: "" }) },
  /** A redirect that keeps method and body; value: where to. */
  "redirect-307": { on: "create", reply: ({ value = "/elsewhere" }) => ({ status: 307, headers: { location: String(value) }, body: "" }) },
  /** The connection is cut when the request has been carried out, before anything is answered. */
  "cut-connection": { on: "poll", reply: ({ usual }) => ({ ...usual(), cutAfter: -1 }) },
  /** The request has been carried out, and nothing comes. */
  silence: { on: "poll", reply: ({ usual }) => ({ ...usual(), stallAfter: -1 }) },
  /** The connection is cut within the answer; value: after how many bytes. */
  "cut-answer": { on: "poll", reply: ({ value = 10, usual }) => ({ ...usual(), cutAfter: Number(value) }) },
  /** The answer stalls; value: after how many bytes. */
  "stalled-answer": { on: "poll", reply: ({ value = 10, usual }) => ({ ...usual(), stallAfter: Number(value) }) },
  /** The answer has fewer bytes than its `content-length`, and the connection ends in order. */
  "short-answer": {
    on: "poll",
    reply: ({ usual }) => ({ ...usual(), raw: { write: `${head("content-length: 900\r\n")}{`, after: "end" } }),
  },
  /** An answer without any length whose connection ends early. */
  "cut-without-length": {
    on: "poll",
    reply: ({ usual }) => ({ ...usual(), raw: { write: `${head("connection: close\r\n")}{"report_st`, after: "end" } }),
  },
  /** A chunk whose length is none. */
  "malformed-chunk": {
    on: "poll",
    reply: ({ usual }) => ({ ...usual(), raw: { write: `${head("transfer-encoding: chunked\r\n")}zz\r\n{}\r\n`, after: "end" } }),
  },
  /** Bytes that are no HTTP. */
  garbage: { on: "poll", reply: ({ usual }) => ({ ...usual(), raw: { write: "\u0001\u0002 not HTTP at all\r\n\r\n", after: "end" } }) },
  /** The connection is torn down within the answer. */
  "reset-answer": {
    on: "poll",
    reply: ({ usual }) => ({ ...usual(), raw: { write: `${head("content-length: 90\r\n")}{"re`, after: "reset" } }),
  },
  /** A header of 300 kB. */
  "huge-header": { on: "poll", reply: ({ usual }) => ({ ...usual(), headers: { "x-huge": "x".repeat(300_000) } }) },
  /** A refusal of many megabytes; value: how many. */
  "huge-refusal": { on: "poll", reply: ({ value = 8 }) => ({ ...html(400), body: "<".repeat(Number(value) * 1_000_000) }) },
  /** An answer that says it is gzip, and is not. */
  "corrupt-gzip": {
    on: "poll",
    reply: ({ usual }) => ({
      ...usual(),
      raw: { write: `${head("content-encoding: gzip\r\ncontent-length: 9\r\n")}not gzip!`, after: "end" },
    }),
  },
  /** A status that nobody knows; value: its name. */
  "unknown-status": { on: "poll", reply: ({ value = "QUEUED" }) => statusReply(String(value)) },
  /** The report ends otherwise than finished; value: the status. */
  failed: { on: "poll", times: Number.POSITIVE_INFINITY, reply: ({ value = "FAILED" }) => statusReply(String(value)) },
  /** The report takes long by the server's clock; value: milliseconds. */
  slow: {
    on: "poll",
    times: Number.POSITIVE_INFINITY,
    reply: ({ value = 600_000, ageMs, usual }) => (ageMs < Number(value) ? statusReply("IN_PROGRESS") : usual()),
  },
  /** Finished, and there is no file: a report without rows. */
  "null-url": { on: "poll", times: Number.POSITIVE_INFINITY, reply: () => statusReply("FINISHED") },
  /** Finished, with another link; value: the link. */
  "other-link": {
    on: "poll",
    times: Number.POSITIVE_INFINITY,
    reply: ({ value = "" }) => jsonReply(200, { report_status: "FINISHED", url: value, size: null }),
  },
};
