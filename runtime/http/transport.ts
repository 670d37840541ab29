import createApi from "openapi-fetch";
import type { CallInit, Endpoint, EndpointInit } from "../endpoint.js";
import { type ApiError, InvalidArgumentError } from "../errors.js";
import { redact } from "../secrets.js";
import { apiError, dataIn, type Expected, type Heard, isOk } from "./answer.js";
import type { Wire } from "./config.js";
import type { Pace } from "./limiter.js";
import { type Outline, PlainAnswer, PlainRequest, plainPath, plainQuery } from "./plain-http.js";
import { askedWait } from "./retry.js";
import { type Outgoing, type SendTerms, send } from "./send.js";

/** One attempt of one call: an API to make it with, and what came of it. */
export interface Exchange {
  readonly api: Endpoint;
  /** What the call is given. */
  readonly init: CallInit;
  /** The error for an answer whose JSON is not what it should be. */
  refuse(problem: string): ApiError;
  /** A text of the answer without the secrets of the call, and without these. */
  clean(text: string, secrets: readonly string[]): string;
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

export interface AttemptOptions extends SendTerms, Expected {
  readonly number: number;
  readonly access: Access;
  readonly pace?: Pace | undefined;
  /** Whether it is the OAuth endpoint that is asked. */
  readonly givesTokens?: boolean;
  /** What an error may show of a good answer, by member, where good answers hold secrets. Default: all. */
  readonly showable?: readonly string[];
  /** Whether what stands in the query may be shown; a report's token may not. */
  readonly openQuery?: boolean;
}

// Its own words say what is wrong.
const REFUSED = { data: undefined, problem: undefined } as const;

/**
 * An exchange gives openapi-fetch a `fetch` that throws for every answer but a JSON object with a 2xx status. So what a flow's call
 * resolves to is always data.
 */
export function exchange(wire: Wire, attempt: AttemptOptions): Exchange {
  let last: { heard: Heard; secrets: () => readonly string[] } | undefined;
  const { emit, clock } = wire;
  const { givesTokens: giver = false, showable } = attempt;
  const refused = (heard: Heard, secrets: () => readonly string[], problem?: string): ApiError =>
    apiError(heard, { secrets: secrets(), date: clock.date(), giver, problem, showable: isOk(heard) ? showable : undefined });
  const fetch = async (request: Outline): Promise<PlainAnswer> => {
    const sending = outgoing(wire, request, attempt);
    const { method, path, secrets } = sending;
    const began = clock.now();
    emit({ type: "request", method, path, attempt: attempt.number });
    const heard = await send(wire, sending, attempt);
    last = { heard, secrets };
    emit({ type: "response", method, path, status: heard.status, requestId: heard.requestId, ms: clock.now() - began });
    const { data, problem } = isOk(heard) ? dataIn(heard, attempt) : REFUSED;
    const error = problem === null ? null : refused(heard, secrets, problem);
    hear(wire, attempt, { heard, error });
    if (error !== null) throw error;
    return new PlainAnswer(data);
  };
  return {
    api: apiOf(wire),
    // Of a request and an answer openapi-fetch needs no more than these have.
    init: { fetch: fetch as object as NonNullable<CallInit["fetch"]> },
    refuse(problem) {
      if (last === undefined) throw new TypeError("the flow did not call the API");
      return refused(last.heard, last.secrets, problem);
    },
    clean: (text, more) => redact(text, [...(last?.secrets() ?? []), ...more]),
    askedMs: () => (last === undefined ? null : askedWait(last.heard.headers, "", clock.date())),
  };
}

/**
 * All that openapi-fetch reads of its options and of a call's. It copies them into objects as any, where what is left out is found on their
 * prototype: an address or a path's writer that stands on all objects would send the token elsewhere. So each is there, set or not.
 */
const UNSET: { readonly [name: string]: undefined } = {
  baseUrl: undefined,
  fetch: undefined,
  Request: undefined,
  headers: undefined,
  params: undefined,
  parseAs: undefined,
  querySerializer: undefined,
  bodySerializer: undefined,
  pathSerializer: undefined,
  body: undefined,
  middleware: undefined,
  requestInitExt: undefined,
};

/** The API, asked with what a call gives and nothing that stands on all objects. */
function endpointOf(api: Endpoint): Endpoint {
  const only = ({ params, ...init }: EndpointInit): EndpointInit => ({
    ...UNSET,
    ...init,
    // Headers of a request stand among them, too.
    params: Object.assign(Object.create(null), params),
  });
  return {
    GET: (path, init) => api.GET(path, only(init)),
    PUT: (path, init) => api.PUT(path, only(init)),
    POST: (path, init) => api.POST(path, only(init)),
    DELETE: (path, init) => api.DELETE(path, only(init)),
    PATCH: (path, init) => api.PATCH(path, only(init)),
  };
}

const apis = new WeakMap<Wire, Endpoint>();

/** One for all calls over a wire. */
function apiOf(wire: Wire): Endpoint {
  const known = apis.get(wire);
  if (known !== undefined) return known;
  const { baseUrl } = wire;
  const querySerializer = (query: unknown): string => plainQuery(query);
  const settings = { baseUrl, pathSerializer: plainPath, querySerializer, Request: PlainRequest as object as typeof Request };
  const api = createApi<object>({ ...UNSET, ...settings });
  const made = endpointOf(api as object as Endpoint);
  apis.set(wire, made);
  return made;
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

/** What is sent: with a token or a secret, and so to no address but the API's own, wherever it came from. */
function outgoing(wire: Wire, { url: asked, method, headers, body }: Outline, { access, openQuery }: AttemptOptions): Outgoing {
  const url = ownAddress(wire, asked);
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

/** The address as it is sent: parsed, so that no dots in it lead out of the API later. */
function ownAddress({ baseUrl }: Wire, asked: string): string {
  const url = URL.canParse(asked) ? new URL(asked).href : "";
  if (url.startsWith(`${baseUrl}/`)) return url;
  // Not shown: what it holds may be a secret.
  throw new InvalidArgumentError(`the address of the request does not begin with ${baseUrl}/; nothing was sent`);
}
