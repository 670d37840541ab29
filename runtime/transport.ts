import createApi, { type Client as Api } from "openapi-fetch";
import { apiError, dataIn, type Heard } from "./answer.js";
import { timeLimited } from "./clock.js";
import { type ApiError, ConnectionError } from "./errors.js";
import type { BodyReader } from "./fetch.js";
import type { CallInit } from "./flow.js";
import type { Pace } from "./limiter.js";
import type { AnswerKind } from "./operation.js";
import type { Wire } from "./options.js";
import { type Outline, PlainAnswer, PlainRequest, plainBody, plainPath } from "./plain-http.js";
import { askedWait, beforeSending } from "./retry.js";
import { join } from "./row-reader.js";
import { cleanCause, codeOf, reasonOf } from "./secrets.js";

const LONGEST_REFUSAL = 64 * 1024;
const LONGEST_ANSWER = 1024 * 1024;

/** One attempt of one call: an API to make it with, and what came of it. */
export interface Exchange<Paths extends object> {
  readonly api: Api<Paths>;
  /** What the call is given. */
  readonly init: CallInit;
  /** The error for an answer whose JSON is not what it should be. */
  refuse(problem: string): ApiError;
  /** How long the answer's header asks to wait, in milliseconds; null when it does not. */
  askedMs(): number | null;
}

/** What a request shows to be let in. */
export interface Access {
  /** For the `authorization` header. */
  readonly header: string;
  /** All that must not show anywhere. */
  readonly secrets: readonly string[];
}

export interface AttemptOptions {
  readonly number: number;
  readonly signal: AbortSignal | undefined;
  readonly access: Access;
  /** How long it may take, its body included, in milliseconds. */
  readonly ms: number;
  readonly pace?: Pace | undefined;
  /** Whether good answers are secrets themselves, so that no error may show them. */
  readonly givesTokens?: boolean;
  /** What a good answer is. Default: an object. */
  readonly answers?: AnswerKind;
  /** Whether what stands in the query may be shown; a report's token may not. */
  readonly openQuery?: boolean;
}

interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly secrets: () => readonly string[];
  readonly headers: Headers;
  readonly body: Outline["body"];
}

// Its own words say what is wrong.
const REFUSED = { data: undefined, problem: undefined } as const;

/**
 * An exchange gives openapi-fetch a `fetch` that throws for every answer but a JSON object with a 2xx status. So what a flow's call
 * resolves to is always data.
 */
export function exchange<Paths extends object>(wire: Wire, attempt: AttemptOptions): Exchange<Paths> {
  let last: { heard: Heard; secrets: () => readonly string[] } | undefined;
  const { emit, clock } = wire;
  const giver = attempt.givesTokens === true;
  const refused = (heard: Heard, secrets: () => readonly string[], problem?: string): ApiError => {
    const shown = giver && isOk(heard) ? { ...heard, text: "" } : heard;
    return apiError(shown, { secrets: secrets(), date: clock.date(), giver, ...(problem !== undefined && { problem }) });
  };
  const fetch = async (request: Outline): Promise<PlainAnswer> => {
    const sending = outgoing(wire, request, attempt);
    const { method, path, secrets } = sending;
    const began = clock.now();
    emit({ type: "request", method, path, attempt: attempt.number });
    const heard = await send(wire, sending, attempt);
    last = { heard, secrets };
    emit({ type: "response", method, path, status: heard.status, requestId: heard.requestId, ms: clock.now() - began });
    const { data, problem } = isOk(heard) ? dataIn(heard, attempt.answers) : REFUSED;
    const error = problem === null ? null : refused(heard, secrets, problem);
    hear(wire, attempt, { heard, error });
    if (error !== null) throw error;
    return new PlainAnswer(data);
  };
  return {
    api: apiOf<Paths>(wire),
    // Of a request and an answer openapi-fetch needs no more than these have.
    init: { fetch: fetch as object as NonNullable<CallInit["fetch"]> },
    refuse(problem) {
      if (last === undefined) throw new TypeError("the flow did not call the API");
      return refused(last.heard, last.secrets, problem);
    },
    askedMs: () => (last === undefined ? null : askedWait(last.heard.headers, "", clock.date())),
  };
}

const apis = new WeakMap<Wire, Api<object>>();

/** One for all calls over a wire. */
function apiOf<Paths extends object>(wire: Wire): Api<Paths> {
  const known = apis.get(wire);
  if (known !== undefined) return known as object as Api<Paths>;
  const plain = { baseUrl: wire.baseUrl, pathSerializer: plainPath, Request: PlainRequest as object as typeof Request };
  apis.set(wire, createApi<object>(plain));
  return apiOf(wire);
}

function isOk({ status }: Heard): boolean {
  return status >= 200 && status < 300;
}

/** Lets the limiter know what the answer says about limits. */
function hear(
  { limiter }: Wire,
  { pace }: AttemptOptions,
  { heard: { status, headers }, error }: { readonly heard: Heard; readonly error: ApiError | null },
): void {
  // 2726: the cost limiter of reports, which counts apart from the number of requests.
  if (pace) limiter.hear(pace, { status, headers, askedMs: error?.retryAfterMs ?? null, byCost: error?.apiCode === 2726 });
}

/** What is sent. That its address is one of the API's is sure: see `plainPath`. */
function outgoing(wire: Wire, { url, method, headers, body }: Outline, { access, openQuery }: AttemptOptions): Outgoing {
  headers.set("authorization", access.header);
  headers.set("accept", "application/json");
  headers.set("user-agent", wire.userAgent);
  const query = url.indexOf("?");
  return {
    url,
    path: url.slice(wire.baseUrl.length, query < 0 ? undefined : query),
    // Whatever stands in a query is treated like the report's token. Asked for only where something may show it.
    secrets: () => (openQuery === true ? access.secrets : [...access.secrets, ...new URL(url).searchParams.values()]),
    method,
    headers,
    body,
  };
}

async function send(
  wire: Wire,
  { method, url, path, secrets, headers: sent, body: given }: Outgoing,
  { ms, signal }: AttemptOptions,
): Promise<Heard> {
  let reader: BodyReader | undefined;
  try {
    const body = given === null || typeof given === "string" ? given : await plainBody(given, sent);
    return await timeLimited(
      async (step) => {
        const response = await wire.fetch(url, {
          method,
          headers: Object.fromEntries(sent),
          ...(body !== null && { body }),
          redirect: "manual",
          signal: step,
        });
        if (!(response instanceof Object) || typeof response.status !== "number") throw new TypeError("fetch gave no response");
        const { status, headers } = response;
        reader = response.body?.getReader();
        if (step.aborted) reader?.cancel().catch(() => {});
        const text = await readText(reader, response.ok ? LONGEST_ANSWER : LONGEST_REFUSAL);
        return { method, path, status, headers, contentType: headers.get("content-type"), requestId: headers.get("x-pinterest-rid"), text };
      },
      { ms, signal },
    );
  } catch (error) {
    // Not every fetch heeds its signal: nobody reads on, and the connection shall know.
    reader?.cancel(error).catch(() => {});
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, secrets());
    throw new ConnectionError(`${method} ${path} got no answer: ${reasonOf(cause)}`, { sent: !beforeSending(codeOf(error)), cause });
  }
}

const UTF8 = new TextDecoder();

/** The body as text, at most so many bytes of it. */
async function readText(reader: BodyReader | undefined, most: number): Promise<string> {
  if (reader === undefined) return "";
  const pieces: Uint8Array[] = [];
  for (let left = most; left > 0; ) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return UTF8.decode(join(pieces));
    pieces.push(value.length > left ? value.subarray(0, left) : value);
    left -= value.length;
  }
  reader.cancel().catch(() => {});
  return UTF8.decode(join(pieces));
}
