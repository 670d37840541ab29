import { gzipSync } from "node:zlib";
import type { Reply } from "../reply.js";
import { bytesOf, fileWith } from "../report-file.js";
import { ALL, CALLS, type FaultyCall, type PartialFaults } from "./fault.js";

/** Describes the value of faults that happen partway through a response. */
const BYTES = {
  meaning: "the number of bytes that are sent",
  type: "number",
  default: 10,
} as const;

/** Creates a response as raw bytes. The server still processes the request. */
function raw(
  { usual }: FaultyCall,
  header: string,
  body: string,
  after: "end" | "reset" = "end",
): Reply {
  return {
    ...usual(),
    raw: {
      write: `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${header}\r\n\r\n${body}`,
      after,
    },
  };
}

/**
 * Broken connections, and bytes that do not match their headers. The request is always processed.
 */
export const connectionFaults: PartialFaults = {
  "cut-connection": {
    effect: "the connection breaks before the response",
    on: ALL,
    times: 1,
    reply: ({ usual }) => ({ ...usual(), disconnectAfter: -1 }),
  },
  silence: {
    effect: "no response arrives, not even headers",
    on: ALL,
    times: 1,
    reply: ({ usual }) => ({ ...usual(), stallAfter: -1 }),
  },
  dribble: {
    effect: "the body arrives in sixteen parts",
    on: ALL,
    times: 1,
    value: { meaning: "the interval in milliseconds of real time", type: "number", default: 20 },
    reply: ({ value, usual }) => ({ ...usual(), dripMs: Number(value) }),
  },
  "cut-response": {
    effect: "the connection breaks in the middle of the response",
    on: CALLS,
    times: 1,
    value: BYTES,
    reply: ({ value, usual }) => ({ ...usual(), disconnectAfter: Number(value) }),
  },
  "stalled-response": {
    effect: "the response stalls, and the connection stays open",
    on: CALLS,
    times: 1,
    value: BYTES,
    reply: ({ value, usual }) => ({ ...usual(), stallAfter: Number(value) }),
  },
  "short-response": {
    effect:
      "the response has fewer bytes than its `content-length`, and the connection is closed normally",
    on: CALLS,
    times: 1,
    reply: (call) => raw(call, "content-length: 900", "{"),
  },
  "cut-without-length": {
    effect:
      "the response has no `Content-Length` and is truncated, but the connection is closed normally",
    on: CALLS,
    times: 1,
    reply: (call) => raw(call, "connection: close", '{"report_st'),
  },
  "malformed-chunk": {
    effect: "a chunk has a length that is not a number",
    on: CALLS,
    times: 1,
    reply: (call) => raw(call, "transfer-encoding: chunked", "zz\r\n{}\r\n"),
  },
  garbage: {
    effect: "the response is not HTTP",
    on: ALL,
    times: 1,
    reply: ({ usual }) => ({
      ...usual(),
      raw: { write: "\u0001\u0002 not HTTP at all\r\n\r\n", after: "end" },
    }),
  },
  "reset-response": {
    effect: "the connection is reset in the middle of the response",
    on: CALLS,
    times: 1,
    reply: (call) => raw(call, "content-length: 90", '{"re', "reset"),
  },
  "huge-header": {
    effect: "the response has a 300 kB header",
    on: ALL,
    times: 1,
    reply: ({ usual }) => ({ ...usual(), headers: { "x-huge": "x".repeat(300_000) } }),
  },
  "gzip-response": {
    effect: "the response is compressed with valid gzip",
    on: CALLS,
    times: 1,
    reply({ usual }) {
      const { status, headers, body } = usual();
      return {
        status,
        headers: { ...headers, "content-encoding": "gzip" },
        body: fileWith(gzipSync(bytesOf(body))),
      };
    },
  },
  "corrupt-gzip": {
    effect: "the response is declared as gzip, but its body is not gzip",
    on: CALLS,
    times: 1,
    reply: (call) => raw(call, "content-encoding: gzip\r\ncontent-length: 9", "not gzip!"),
  },
};
