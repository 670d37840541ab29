import createApi, { type Client as Api } from "openapi-fetch";
import { apiError, type Heard, notAnObject } from "./answer.js";
import { abortable, timeLimited } from "./clock.js";
import { type ApiError, ConnectionError } from "./errors.js";
import type { Settings } from "./options.js";
import { beforeSending } from "./retry.js";
import { cleanCause, codeOf, reasonOf } from "./secrets.js";

const LONGEST_REFUSAL = 64 * 1024;
const LONGEST_ANSWER = 1024 * 1024;

/** One attempt of one call: an API to make it with, and what came of it. */
export interface Exchange<Paths extends object> {
  readonly api: Api<Paths>;
  /** The error for an answer whose JSON is not what it should be. */
  refuse(problem: string): ApiError;
  /** The `Retry-After` header of the answer. */
  retryAfter(): string | null;
}

interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly path: string;
  readonly secrets: readonly string[];
  readonly init: RequestInit;
}

/**
 * An exchange gives openapi-fetch a `fetch` that throws for every answer but a JSON object with a 2xx status. So what a flow's call
 * resolves to is always data.
 */
export function exchange<Paths extends object>(
  settings: Settings,
  attempt: { number: number; signal: AbortSignal | undefined },
): Exchange<Paths> {
  let last: { heard: Heard; secrets: readonly string[] } | undefined;
  const fetch = async (request: Request): Promise<Response> => {
    const outgoing = await prepare(settings, request, attempt.signal);
    const { method, path, secrets } = outgoing;
    settings.emit({ type: "request", method, path, attempt: attempt.number });
    const heard = await send(settings, outgoing, attempt.signal);
    last = { heard, secrets };
    settings.emit({ type: "response", method, path, status: heard.status, requestId: heard.requestId });
    const ok = heard.status >= 200 && heard.status < 300;
    const problem = ok ? notAnObject(heard) : null;
    if (problem !== null) throw apiError(heard, { problem, secrets, date: settings.clock.date() });
    if (!ok) throw apiError(heard, { secrets, date: settings.clock.date() });
    return new Response(heard.text, { status: 200, headers: { "content-type": "application/json" } });
  };
  return {
    api: createApi<Paths>({ baseUrl: settings.baseUrl, fetch }),
    refuse(problem) {
      if (last === undefined) throw new TypeError("the flow did not call the API");
      return apiError(last.heard, { problem, secrets: last.secrets, date: settings.clock.date() });
    },
    retryAfter: () => last?.heard.retryAfter ?? null,
  };
}

async function prepare(settings: Settings, request: Request, signal: AbortSignal | undefined): Promise<Outgoing> {
  const token = await abortable(settings.token(), signal);
  const url = new URL(request.url);
  if (!request.url.startsWith(`${settings.baseUrl}/`)) throw new TypeError("a flow may call the API only");
  const headers = new Headers(request.headers);
  headers.set("authorization", `Bearer ${token}`);
  headers.set("accept", "application/json");
  headers.set("user-agent", settings.userAgent);
  const body = request.body === null ? null : await request.text();
  return {
    method: request.method,
    url,
    path: url.pathname.slice(new URL(settings.baseUrl).pathname.replace(/\/$/, "").length),
    // Whatever stands in a query is treated like the report's token.
    secrets: [token, ...url.searchParams.values()],
    init: { method: request.method, headers, redirect: "manual", ...(body !== null && { body }) },
  };
}

async function send(settings: Settings, { method, url, path, secrets, init }: Outgoing, signal: AbortSignal | undefined): Promise<Heard> {
  try {
    return await timeLimited(
      async (step) => {
        const response = await settings.fetch(url.href, { ...init, signal: step });
        if (!(response instanceof Object) || typeof response.status !== "number") throw new TypeError("fetch gave no response");
        const { status, headers } = response;
        return {
          method,
          path,
          status,
          contentType: headers.get("content-type"),
          requestId: headers.get("x-pinterest-rid"),
          retryAfter: headers.get("retry-after"),
          text: await readText(response, response.ok ? LONGEST_ANSWER : LONGEST_REFUSAL, step),
        };
      },
      { ms: settings.timeoutMs, signal },
    );
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, secrets);
    throw new ConnectionError(`${method} ${path} got no answer: ${reasonOf(cause)}`, { sent: !beforeSending(codeOf(error)), cause });
  }
}

/** The body as text, at most so many bytes of it. */
async function readText(response: Response, most: number, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const stop = () => void reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener("abort", stop, { once: true });
  const decoder = new TextDecoder();
  let text = "";
  for (let left = most; left > 0; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
  }
  stop();
  return text;
}
