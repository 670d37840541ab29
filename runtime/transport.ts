import createApi, { type Client as Api } from "openapi-fetch";
import { apiError, type Heard, notAnAnswer } from "./answer.js";
import { timeLimited } from "./clock.js";
import { type ApiError, ConnectionError } from "./errors.js";
import type { FetchInit, FetchResponse } from "./fetch.js";
import type { Pace } from "./limiter.js";
import type { AnswerKind } from "./operation.js";
import type { Wire } from "./options.js";
import { askedWait, beforeSending } from "./retry.js";
import { cleanCause, codeOf, reasonOf } from "./secrets.js";

const LONGEST_REFUSAL = 64 * 1024;
const LONGEST_ANSWER = 1024 * 1024;

/** One attempt of one call: an API to make it with, and what came of it. */
export interface Exchange<Paths extends object> {
  readonly api: Api<Paths>;
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
  readonly url: URL;
  readonly path: string;
  readonly secrets: readonly string[];
  readonly init: Omit<FetchInit, "signal">;
}

/**
 * An exchange gives openapi-fetch a `fetch` that throws for every answer but a JSON object with a 2xx status. So what a flow's call
 * resolves to is always data.
 */
export function exchange<Paths extends object>(wire: Wire, attempt: AttemptOptions): Exchange<Paths> {
  let last: { heard: Heard; secrets: readonly string[] } | undefined;
  const { emit, clock } = wire;
  const giver = attempt.givesTokens === true;
  const refused = (heard: Heard, secrets: readonly string[], problem?: string): ApiError => {
    const shown = giver && isOk(heard) ? { ...heard, text: "" } : heard;
    return apiError(shown, { secrets, date: clock.date(), giver, ...(problem !== undefined && { problem }) });
  };
  const fetch = async (request: Request): Promise<Response> => {
    const outgoing = await prepare(wire, request, attempt);
    const { method, path, secrets } = outgoing;
    const began = clock.now();
    emit({ type: "request", method, path, attempt: attempt.number });
    const heard = await send(wire, outgoing, attempt.signal);
    last = { heard, secrets };
    emit({ type: "response", method, path, status: heard.status, requestId: heard.requestId, ms: clock.now() - began });
    const problem = isOk(heard) ? notAnAnswer(heard, attempt.answers) : null;
    if (problem === null && isOk(heard)) {
      hear(wire, attempt, { heard, error: null });
      if (attempt.answers === "nothing") return new Response(null, { status: 204 });
      return new Response(heard.text, { status: 200, headers: { "content-type": "application/json" } });
    }
    const error = problem === null ? refused(heard, secrets) : refused(heard, secrets, problem);
    hear(wire, attempt, { heard, error });
    throw error;
  };
  return {
    api: createApi<Paths>({ baseUrl: wire.baseUrl, fetch }),
    refuse(problem) {
      if (last === undefined) throw new TypeError("the flow did not call the API");
      return refused(last.heard, last.secrets, problem);
    },
    askedMs: () => (last === undefined ? null : askedWait(last.heard.headers.get("retry-after"), "", clock.date())),
  };
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

async function prepare(wire: Wire, request: Request, { access: { header, secrets }, openQuery }: AttemptOptions): Promise<Outgoing> {
  const url = new URL(request.url);
  if (!request.url.startsWith(`${wire.baseUrl}/`)) throw new TypeError("a flow may call the API only");
  const headers = new Headers(request.headers);
  headers.set("authorization", header);
  headers.set("accept", "application/json");
  headers.set("user-agent", wire.userAgent);
  const isText = /^application\/(json|x-www-form-urlencoded)/.test(headers.get("content-type") ?? "");
  const body = request.body === null ? null : isText ? await request.text() : await request.arrayBuffer();
  return {
    method: request.method,
    url,
    path: url.pathname.slice(new URL(wire.baseUrl).pathname.replace(/\/$/, "").length),
    // Whatever stands in a query is treated like the report's token.
    secrets: [...secrets, ...(openQuery === true ? [] : url.searchParams.values())],
    init: { method: request.method, headers: Object.fromEntries(headers), redirect: "manual", ...(body !== null && { body }) },
  };
}

async function send(wire: Wire, { method, url, path, secrets, init }: Outgoing, signal: AbortSignal | undefined): Promise<Heard> {
  try {
    return await timeLimited(
      async (step) => {
        const response = await wire.fetch(url.href, { ...init, signal: step });
        if (!(response instanceof Object) || typeof response.status !== "number") throw new TypeError("fetch gave no response");
        const { status, headers } = response;
        const text = await readText(response, response.ok ? LONGEST_ANSWER : LONGEST_REFUSAL, step);
        return { method, path, status, headers, contentType: headers.get("content-type"), requestId: headers.get("x-pinterest-rid"), text };
      },
      { ms: wire.timeoutMs, signal },
    );
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, secrets);
    throw new ConnectionError(`${method} ${path} got no answer: ${reasonOf(cause)}`, { sent: !beforeSending(codeOf(error)), cause });
  }
}

/** The body as text, at most so many bytes of it. */
async function readText(response: FetchResponse, most: number, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const stop = () => void reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener("abort", stop, { once: true });
  const decoder = new TextDecoder();
  let text = "";
  for (let left = most; left > 0; ) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return text + decoder.decode();
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
  }
  stop();
  return text;
}
