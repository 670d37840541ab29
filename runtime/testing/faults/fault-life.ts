import type { Reply } from "../reply.js";
import { always, type FaultyCall, type SomeFaults } from "./fault-kind.js";

const NO_FILE = { url: null, size: null };
const WHY = "Made up: there is no room for this report";

/** What a report may live to see. */
export const lifeFaults: SomeFaults = {
  "unknown-status": {
    does: "a status that nobody knows",
    on: ["poll", "create"],
    times: 1,
    value: { is: "the status", type: "text", usual: "QUEUED" },
    reply: (call) => (call.request.step === "poll" ? unfinished(call, call.value) : saying(call.usual(), { report_status: call.value })),
  },
  failed: {
    does: "the report ends otherwise than finished; on create, the answer says why",
    on: ["poll", "create"],
    times: always,
    value: { is: "the status", type: "text", usual: "FAILED" },
    reply: (call) =>
      call.request.step === "poll" ? unfinished(call, call.value) : saying(call.usual(), { report_status: call.value, message: WHY }),
  },
  slow: {
    does: "the report takes long by the server's clock",
    on: ["poll"],
    times: always,
    value: { is: "how long, in milliseconds", type: "number", usual: 600_000 },
    reply: (call) => (call.ageMs < Number(call.value) ? unfinished(call, "IN_PROGRESS") : null),
  },
  "null-url": {
    does: "finished, and there is no link: a report without rows",
    on: ["poll"],
    times: always,
    value: { is: "the size that it says all the same, in bytes; empty for none", type: "number or text", usual: "" },
    reply: (call) => whenDone(call, { url: null, size: call.value === "" ? null : Number(call.value) }),
  },
  "other-link": {
    does: "finished, with another link and no size",
    on: ["poll"],
    times: always,
    value: { is: "the link", type: "number or text", usual: "" },
    reply: (call) => whenDone(call, { url: call.value, size: null }),
  },
  "other-size": {
    does: "finished, with a size that is not the file's",
    on: ["poll"],
    times: always,
    value: { is: "the size, in bytes", type: "number", usual: 1_000_000 },
    reply: (call) => whenDone(call, { size: call.value }),
  },
};

/** An answer to a look, which does not count as one. */
function unfinished({ look }: FaultyCall, status: FaultyCall["value"]): Reply {
  return look({ report_status: status, ...NO_FILE });
}

/** The answer to a look that finds the report finished, with other members. */
function whenDone({ usual }: FaultyCall, change: object): Reply | null {
  const reply = usual();
  return typeof reply.body === "string" && /"url":"/.test(reply.body) ? saying(reply, change) : null;
}

/** An answer of a report's with other members, in its envelope or flat; null where it is a refusal. */
function saying(reply: Reply, change: object): Reply | null {
  if (reply.status !== 200) return null;
  const answer = JSON.parse(String(reply.body)) as Record<string, unknown>;
  const inner = Object.values(answer).find((value) => typeof value === "object" && value !== null && "report_status" in value);
  Object.assign(inner ?? answer, change);
  return { ...reply, body: JSON.stringify(answer) };
}
