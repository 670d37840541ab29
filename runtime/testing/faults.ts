import { jsonReply, type Reply, refusalReply, type SeenRequest, type Step, xmlReply } from "./reply.js";

/** The name of a fault; each is described where it is made. */
export type FaultName =
  | "rate-limit"
  | "rate-limit-without-time"
  | "query-cost"
  | "retry-after-in-words"
  | "code-12"
  | "html-error"
  | "html-answer"
  | "empty-400"
  | "empty-answer"
  | "wrong-shape"
  | "token-refused"
  | "refusal"
  | "redirect"
  | "cut-connection"
  | "silence"
  | "unknown-status"
  | "failed"
  | "slow"
  | "null-url"
  | "other-link"
  | "expired-link"
  | "slow-down"
  | "short-file"
  | "stalled-file"
  | "other-file"
  | "short-file-without-length"
  | "file-moved";

/** Something that goes wrong, once unless told otherwise. */
export interface Fault {
  readonly name: FaultName;
  /** Where, when the fault can happen in more than one place. */
  readonly on?: Step;
  /** How many times in a row; `Infinity` for always. Default: as the fault's kind has it. */
  readonly times?: number;
  /** How many calls of that step go well before. Default: 0. */
  readonly skip?: number;
  /** What the fault is about, where it has something: seconds to wait, a status, how many bytes come. */
  readonly value?: number | string;
}

/** A call about to be answered. */
export interface FaultyCall {
  readonly request: SeenRequest;
  readonly fault: Fault;
  /** How long ago the report was created, by the server's clock; 0 for none. */
  readonly ageMs: number;
  /** What would be answered if nothing went wrong. Carries it out, too. */
  usual(): Reply;
}

interface FaultKind {
  /** Where it happens unless told. */
  readonly on: Step;
  readonly times?: number;
  reply(call: FaultyCall): Reply;
}

const HTML = "<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>";
const html = (status: number): Reply => ({ status, headers: { "content-type": "text/html" }, body: HTML });
const seconds = ({ value = 2 }: Fault) => String(value);
const statusReply = (status: string) => jsonReply(200, { report_status: status, url: null, size: null });

const KINDS: Readonly<Record<FaultName, FaultKind>> = {
  /** 429 with `Retry-After`; value: its text. */
  "rate-limit": {
    on: "poll",
    reply: ({ fault }) =>
      refusalReply(429, { code: 8, message: "You have exceeded your rate limit. Try again later." }, { "retry-after": seconds(fault) }),
  },
  /** 429 that does not say how long. */
  "rate-limit-without-time": {
    on: "poll",
    reply: () => refusalReply(429, { code: 8, message: "You have exceeded your rate limit. Try again later." }),
  },
  /** 429 of the cost limiter, with the time in its words; value: seconds. */
  "query-cost": {
    on: "create",
    reply: ({ fault }) =>
      refusalReply(429, { code: 2726, message: `Reporting query cost limit exceeded. Retry after ${seconds(fault)} seconds` }),
  },
  /** 400 that is a rate limit by its words; value: seconds. */
  "retry-after-in-words": {
    on: "create",
    reply: ({ fault }) => refusalReply(400, { code: 1, message: `Too many requests. Retry after ${seconds(fault)} seconds` }),
  },
  /** 400 that passes by itself. */
  "code-12": { on: "poll", reply: () => refusalReply(400, { code: 12, message: "Something went wrong on our end. Sorry about that." }) },
  /** An error page; value: its status. */
  "html-error": { on: "poll", reply: ({ fault }) => html(Number(fault.value ?? 500)) },
  /** A page where an answer should be. */
  "html-answer": { on: "poll", reply: () => html(200) },
  "empty-400": { on: "poll", reply: () => ({ status: 400, headers: {}, body: "" }) },
  "empty-answer": { on: "poll", reply: () => ({ status: 200, headers: { "content-type": "application/json" }, body: "" }) },
  /** JSON of another shape; value: the JSON. */
  "wrong-shape": { on: "poll", reply: ({ fault }) => ({ ...jsonReply(200, null), body: String(fault.value ?? '{"report_status":5}') }) },
  "token-refused": { on: "poll", reply: () => refusalReply(401, { code: 2, message: "Authentication failed." }) },
  /** Another status code, refused in the API's words; value: the status. */
  refusal: {
    on: "poll",
    reply: ({ fault }) => refusalReply(Number(fault.value ?? 403), { code: 29, message: "You are not permitted to access that resource." }),
  },
  /** A redirect; value: where to. */
  redirect: { on: "poll", reply: ({ fault }) => ({ status: 302, headers: { location: String(fault.value ?? "/elsewhere") }, body: "" }) },
  /** The connection is cut when the request has been carried out, before anything is answered. */
  "cut-connection": { on: "poll", reply: ({ usual }) => ({ ...usual(), cutAfter: -1 }) },
  /** The request has been carried out, and nothing comes. */
  silence: { on: "poll", reply: ({ usual }) => ({ ...usual(), stallAfter: -1 }) },
  /** A status that nobody knows; value: its name. */
  "unknown-status": { on: "poll", reply: ({ fault }) => statusReply(String(fault.value ?? "QUEUED")) },
  /** The report ends otherwise than finished; value: the status. */
  failed: { on: "poll", times: Number.POSITIVE_INFINITY, reply: ({ fault }) => statusReply(String(fault.value ?? "FAILED")) },
  /** The report takes long by the server's clock; value: milliseconds. */
  slow: {
    on: "poll",
    times: Number.POSITIVE_INFINITY,
    reply: ({ fault, ageMs, usual }) => (ageMs < Number(fault.value ?? 600_000) ? statusReply("IN_PROGRESS") : usual()),
  },
  /** Finished, and there is no file: a report without rows. */
  "null-url": { on: "poll", times: Number.POSITIVE_INFINITY, reply: () => statusReply("FINISHED") },
  /** Finished, with another link; value: the link. */
  "other-link": {
    on: "poll",
    times: Number.POSITIVE_INFINITY,
    reply: ({ fault }) => jsonReply(200, { report_status: "FINISHED", url: fault.value ?? "", size: null }),
  },
  /** The link is refused as too old. */
  "expired-link": { on: "file", reply: () => xmlReply(403, "AccessDenied", "Request has expired") },
  /** The file's host is overloaded. */
  "slow-down": { on: "file", reply: () => xmlReply(503, "SlowDown", "Please reduce your request rate.") },
  /** The connection is cut within the file; value: after how many bytes. */
  "short-file": { on: "file", reply: ({ fault, usual }) => ({ ...usual(), cutAfter: Number(fault.value ?? 100) }) },
  /** The file stalls; value: after how many bytes. */
  "stalled-file": { on: "file", reply: ({ fault, usual }) => ({ ...usual(), stallAfter: Number(fault.value ?? 100) }) },
  /** Another file; value: its text. */
  "other-file": {
    on: "file",
    times: Number.POSITIVE_INFINITY,
    reply: ({ fault }) => ({ status: 200, headers: {}, body: String(fault.value ?? "") }),
  },
  /** A file without a length that ends early, which looks like a whole one; value: after how many bytes. */
  "short-file-without-length": {
    on: "file",
    reply({ fault, usual }) {
      const { status, body } = usual();
      return { status, headers: { "transfer-encoding": "chunked" }, body: body.slice(0, Number(fault.value ?? 100)) };
    },
  },
  /** The file lies elsewhere; value: where. */
  "file-moved": { on: "file", reply: ({ fault }) => ({ status: 302, headers: { location: String(fault.value ?? "") }, body: "" }) },
};

/** Every fault that the server can be asked for. */
export const faultNames: readonly FaultName[] = Object.keys(KINDS) as FaultName[];

/** Keeps count of which faults are still to happen. */
export function faultPlan(faults: readonly Fault[]): (step: Step) => { fault: Fault; kind: FaultKind } | null {
  const waiting = faults.map((fault) => {
    const kind: FaultKind | undefined = KINDS[fault.name];
    if (kind === undefined) throw new TypeError(`there is no fault ${JSON.stringify(fault.name)}; there are ${faultNames.join(", ")}`);
    return { fault, kind, on: fault.on ?? kind.on, skip: fault.skip ?? 0, left: fault.times ?? kind.times ?? 1 };
  });
  return (step) => {
    for (const one of waiting) {
      if (one.on !== step || one.left <= 0) continue;
      if (one.skip > 0) {
        one.skip--;
        continue;
      }
      one.left--;
      return one;
    }
    return null;
  };
}
