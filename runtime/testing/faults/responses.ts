import { errorReply, jsonReply, type Reply } from "../reply.js";
import { ALL, always, CALLS, type FaultyCall, type PartialFaults } from "./fault.js";

const HTML = "<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>";
const LIMITED = { code: 8, message: "You have exceeded your rate limit. Try again later." };
const UNAUTHORIZED = { code: 2, message: "Authentication failed." };
const BROKEN = { code: 12, message: "Something went wrong on our end. Sorry about that." };
const STATUS = { meaning: "the status", type: "status" } as const;
const TARGET = {
  meaning: "the target: an address, or a path on the same host",
  type: "text",
  default: "/elsewhere",
} as const;
const SECONDS = { meaning: "the wait time in seconds", type: "number", default: 2 } as const;

const created = ["create", ...CALLS.filter((step) => step !== "create")] as const;
const withToken = CALLS.filter((step) => step !== "token");
/** Returns an HTML error page with this status. */
const html = (status: number): Reply => ({
  status,
  headers: { "content-type": "text/html" },
  body: HTML,
});
/** Returns a redirect to the fault's value. */
const location = (status: number, { value }: FaultyCall): Reply => ({
  status,
  headers: { location: String(value) },
  body: "",
});

/**
 * Pinterest's code and message for an error status. Most 4xx statuses get the code and message for
 * a missing permission.
 */
function refusalOf(status: number): typeof BROKEN {
  if (status === 401) return UNAUTHORIZED;
  if (status === 404) return { code: 30, message: "Not found." };
  if (status === 429) return LIMITED;
  return status >= 500
    ? BROKEN
    : { code: 29, message: "You are not permitted to access that resource." };
}

/** Error responses, and successful responses with unexpected content. */
export const responseFaults: PartialFaults = {
  "rate-limit": {
    effect: "429 with `Retry-After`",
    on: ALL,
    times: 1,
    value: {
      meaning: "the header's value, in seconds or as a date",
      type: "number or text",
      default: 2,
    },
    reply: ({ value }) => errorReply(429, LIMITED, { "retry-after": String(value) }),
  },
  "rate-limit-without-time": {
    effect: "429 without a wait time",
    on: CALLS,
    times: 1,
    reply: () => errorReply(429, LIMITED),
  },
  "rate-limit-reset": {
    effect: "429 that gives the wait time only in `X-RateLimit-Reset`",
    on: CALLS,
    times: 1,
    value: SECONDS,
    reply: ({ value }) =>
      errorReply(429, LIMITED, {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(value),
      }),
  },
  "query-cost": {
    effect: "429 from the query cost limiter (code 2726), with the wait time in its message",
    on: created,
    times: 1,
    value: SECONDS,
    reply: ({ value }) =>
      errorReply(429, {
        code: 2726,
        message: `Reporting query cost limit exceeded. Retry after ${value} seconds`,
      }),
  },
  "retry-after-in-words": {
    effect: "400 with the wait time in its message",
    on: created,
    times: 1,
    value: SECONDS,
    reply: ({ value }) =>
      errorReply(400, { code: 1, message: `Too many requests. Retry after ${value} seconds` }),
  },
  "code-12": {
    effect: "400 with code 12, a temporary error on Pinterest's side",
    on: CALLS,
    times: 1,
    reply: () => errorReply(400, BROKEN),
  },
  "html-error": {
    effect: "an HTML error page",
    on: ALL,
    times: 1,
    value: { ...STATUS, default: 500 },
    reply: ({ value }) => html(Number(value)),
  },
  "html-response": {
    effect: "200 with an HTML page",
    on: CALLS,
    times: 1,
    reply: () => html(200),
  },
  "empty-400": {
    effect: "400 with an empty body",
    on: CALLS,
    times: 1,
    reply: () => ({ status: 400, headers: {}, body: "" }),
  },
  "empty-response": {
    effect: "200 with an empty body",
    on: CALLS,
    times: 1,
    reply: () => ({ status: 200, headers: { "content-type": "application/json" }, body: "" }),
  },
  "no-content": {
    effect: "a 204 response without content",
    on: ALL,
    times: 1,
    reply: () => ({ status: 204, headers: {}, body: "" }),
  },
  "wrong-shape": {
    effect: "200 with JSON of an unexpected shape",
    on: CALLS,
    times: 1,
    value: { meaning: "the JSON", type: "text", default: '{"report_status":5}' },
    reply: ({ value }) => ({ ...jsonReply(200, null), body: String(value) }),
  },
  "more-members": {
    effect: "the usual response with additional properties, including `__proto__`",
    on: CALLS,
    times: 1,
    reply({ usual }) {
      const reply = usual();
      return {
        ...reply,
        body: String(reply.body).replace("{", '{"new_member":{"a":[1]},"__proto__":{"x":1},'),
      };
    },
  },
  "token-refused": {
    effect: "401: the access token was rejected",
    on: withToken,
    times: 1,
    reply: () => errorReply(401, UNAUTHORIZED),
  },
  "refresh-refused": {
    effect: "400 from the OAuth endpoint: the refresh token is invalid",
    on: ["token"],
    times: 1,
    reply: () => errorReply(400, { code: 283, message: "invalid_grant" }),
  },
  refusal: {
    effect: "an error response in the API's format",
    on: CALLS,
    times: 1,
    value: { ...STATUS, default: 403 },
    reply: ({ value }) => errorReply(Number(value), refusalOf(Number(value))),
  },
  redirect: {
    effect: "a 302 redirect",
    on: CALLS,
    times: 1,
    value: TARGET,
    reply: (call) => location(302, call),
  },
  "redirect-307": {
    effect: "a 307 redirect, which keeps method and body",
    on: created,
    times: 1,
    value: TARGET,
    reply: (call) => location(307, call),
  },
  "huge-refusal": {
    effect: "400 with a body of several megabytes",
    on: CALLS,
    times: 1,
    value: { meaning: "the number of megabytes", type: "number", default: 8 },
    reply: ({ value }) => ({ ...html(400), body: "<".repeat(Number(value) * 1_000_000) }),
  },
};

const NO_FILE = { url: null, size: null };
const WHY = "Simulated failure: this report is too large";

/** Faults in a report's status, link or announced size. */
export const reportFaults: PartialFaults = {
  "unknown-status": {
    effect: "the report has a status that the client does not know",
    on: ["poll", "create"],
    times: 1,
    value: { meaning: "the status", type: "text", default: "QUEUED" },
    reply: (call) =>
      call.request.step === "poll"
        ? unfinished(call, call.value)
        : withMembers(call, { report_status: call.value }),
  },
  failed: {
    effect:
      "the report ends with a status other than finished; on create, the response also has a message",
    on: ["poll", "create"],
    times: always,
    value: { meaning: "the status", type: "text", default: "FAILED" },
    reply: (call) =>
      call.request.step === "poll"
        ? unfinished(call, call.value)
        : withMembers(call, { report_status: call.value, message: WHY }),
  },
  slow: {
    effect: "the report takes a long time, by the server's clock",
    on: ["poll"],
    times: always,
    value: { meaning: "the time in milliseconds", type: "number", default: 600_000 },
    reply: (call) => (call.ageMs < Number(call.value) ? unfinished(call, "IN_PROGRESS") : null),
  },
  "null-url": {
    effect: "the report is finished but has no link, because it has no rows",
    on: ["poll"],
    times: always,
    value: {
      meaning: "the size in bytes, or an empty string to omit the size",
      type: "number or text",
      default: "",
    },
    reply: (call) =>
      whenDone(call, { url: null, size: call.value === "" ? null : Number(call.value) }),
  },
  "other-link": {
    effect: "the report is finished, with a different link and no size",
    on: ["poll"],
    times: always,
    value: { meaning: "the link", type: "number or text", default: "" },
    reply: (call) => whenDone(call, { url: call.value, size: null }),
  },
  "other-size": {
    effect: "the report is finished, but its size is wrong",
    on: ["poll"],
    times: always,
    value: { meaning: "the size in bytes", type: "number", default: 1_000_000 },
    reply: (call) => whenDone(call, { size: call.value }),
  },
};

/** Creates a poll response that does not count as a poll. */
function unfinished({ reportReply }: FaultyCall, status: FaultyCall["value"]): Reply {
  return reportReply({ report_status: status, ...NO_FILE });
}

/**
 * Returns a finished report's poll response with changed members. Null if the report is not
 * finished.
 */
function whenDone(call: FaultyCall, change: object): Reply | null {
  return typeof call.usual().members?.url === "string" ? withMembers(call, change) : null;
}

/** Returns a response about a report with changed members. Null for an error response. */
function withMembers({ usual, reportReply }: FaultyCall, change: object): Reply | null {
  const { members } = usual();
  return members === undefined ? null : reportReply({ ...members, ...change });
}
