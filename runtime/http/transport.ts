import createApi from "openapi-fetch";
import { concatBytes, readNonEmpty } from "../bytes.js";
import { withTimeout } from "../clock.js";
import type { CallInit, Endpoint, EndpointInit } from "../contract.js";
import { type ApiError, ConnectionError, InvalidArgumentError } from "../errors.js";
import { failedBeforeSend, remedy } from "../network-failure.js";
import { cleanCause, holdsPart, reasonOf, redact, singleLine } from "../redact.js";
import type { TransportConfig } from "./config.js";
import { type BodyReader, bareInit, checkResponse, type FetchResponse, ownConnection } from "./fetch.js";
import type { RateLimitKey } from "./rate-limiter.js";
import { apiError, dataIn, type ExpectedResponse, isOk, LONGEST_REFUSAL, type ReceivedResponse } from "./response.js";
import { askedWait } from "./retry.js";

type Body = NonNullable<RequestInit["body"]>;

/** What openapi-fetch is asked to send. */
export interface LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Body | null;
}

/**
 * What openapi-fetch makes instead of the platform's `Request`. That one is made to be sent: it has a signal of its own and copies headers and
 * body, all of which `fetch` does once more.
 */
export class PlainRequest implements LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Body | null;

  constructor(url: string, { method, headers, body }: { method: string; headers: Headers; body?: Body | null }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body ?? null;
  }
}

function encoded(value: unknown, name = "what is asked for"): string {
  try {
    return encodeURIComponent(String(value));
  } catch {
    // Not shown: it may be a secret, and half of a pair is no text.
    throw new InvalidArgumentError(`${name} holds half of a surrogate pair, which cannot stand in an address; nothing was sent`);
  }
}

/** A path with its parts put in, by OpenAPI's style `simple`: the items of a list have commas between. */
export function serializePath(pattern: string, parts: Readonly<Record<string, unknown>>): string {
  let path = pattern;
  for (const [name, value] of Object.entries(parts)) {
    const part = (Array.isArray(value) ? value : [value]).map((one) => encoded(one, name)).join(",");
    // These would lead to another path.
    if (part === "" || part === "." || part === "..") throw new TypeError(`${name} may be neither empty nor only dots`);
    path = path.replace(`{${name}}`, () => part);
  }
  return path;
}

/**
 * How a list or an object is written in a query, by OpenAPI's styles. `commas`, `spaces`, `pipes`: one value with these between (`form`,
 * `spaceDelimited`, `pipeDelimited`, not exploded). `spread`: the properties of an object are parameters of their own (`form`, exploded).
 * `json`: the value as JSON. Without one of these, lists are repeated and properties go by their names in brackets (`deepObject`).
 */
export type QueryStyle = "commas" | "spaces" | "pipes" | "spread" | "json";

const BETWEEN = { commas: ",", spaces: "%20", pipes: "%7C" } as const;

/** A query. A comma inside an item is not one between two; what lies deeper than a style reaches goes by names in brackets. */
export function serializeQuery(query: unknown, styles?: ReadonlyMap<string, QueryStyle>): string {
  return Object.entries(query ?? {})
    .flatMap(([name, value]: [string, unknown]) => styledParts(name, value, styles?.get(name)))
    .join("&");
}

function styledParts(name: string, value: unknown, style: QueryStyle | undefined): readonly string[] {
  if (style === undefined || typeof value !== "object" || value === null) return queryParts(name, value);
  if (style === "json") return [`${encoded(name)}=${encoded(JSON.stringify(value))}`];
  if (style === "spread")
    return Array.isArray(value) ? queryParts(name, value) : Object.entries(value).flatMap(([inner, one]) => queryParts(inner, one));
  const given = Array.isArray(value) ? value : Object.entries(value).flatMap(([inner, one]) => (one === undefined ? [] : [inner, one]));
  const items = given.map((item) => encoded(typeof item === "object" ? JSON.stringify(item) : item, name));
  return items.length === 0 ? [] : [`${encoded(name)}=${items.join(BETWEEN[style])}`];
}

function queryParts(name: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  // Of an object in a list, the number says which fields are of the same one.
  if (Array.isArray(value)) return value.flatMap((one, index) => queryParts(Object(one) === one ? `${name}[${index}]` : name, one));
  if (typeof value === "object") return Object.entries(value).flatMap(([inner, one]) => queryParts(`${name}[${inner}]`, one));
  return [`${encoded(name)}=${encoded(value, name)}`];
}

/** A body as text or bytes, which every `fetch` sends alike; notes its content type where the headers have none. */
export function serializeBody(body: Body, headers: Headers): Promise<string | ArrayBuffer> {
  // The platform's own default is an object as any, with what stands on all of them.
  const whole = new Response(body, Object.create(null));
  const type = whole.headers.get("content-type");
  if (type !== null && !headers.has("content-type")) headers.set("content-type", type);
  const isText = /^application\/(json|x-www-form-urlencoded)/.test(headers.get("content-type") ?? "");
  return isText ? whole.text() : whole.arrayBuffer();
}

// With a length, openapi-fetch asks for the JSON, not for a text to parse.
const HEADERS: ReadonlyMap<string, string> = new Map([["Content-Length", "1"]]);

/** What openapi-fetch reads of a good answer, whose data has been read already; undefined for an answer without any. */
export class StubResponse {
  readonly ok = true;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string> = HEADERS;
  readonly #data: unknown;

  constructor(data: unknown) {
    this.status = data === undefined ? 204 : 200;
    this.#data = data;
  }

  json(): unknown {
    return this.#data;
  }
}

const LONGEST_ANSWER = 1024 * 1024;
const ID = /^[\w-]{1,64}$/;
const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,60}/;

/** A request as it is sent. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly secrets: () => readonly string[];
  readonly headers: Headers;
  readonly body: LightRequest["body"];
}

/** How long an attempt may take, and how much it may bring. */
export interface SendOptions {
  readonly signal: AbortSignal | undefined;
  /** How long it may take, its body included, in milliseconds. */
  readonly ms: number;
  /** How many bytes of a good answer are read at most; more are an error. Default: 1 MiB. */
  readonly longest?: number;
}

/** Sends it, and reads the answer to its end. */
export async function send(
  wire: TransportConfig,
  sending: OutgoingRequest,
  { ms, signal, longest = LONGEST_ANSWER }: SendOptions,
): Promise<ReceivedResponse> {
  const { method, url, path, secrets, headers, body: given } = sending;
  let reader: BodyReader | undefined;
  const client = method === "GET" ? undefined : ownConnection();
  try {
    const body = given === null || typeof given === "string" ? given : await serializeBody(given, headers);
    return await withTimeout(
      async (step) => {
        const init = {
          method,
          headers: Object.fromEntries(headers),
          ...(body !== null && { body }),
          redirect: "manual",
          signal: step,
          ...(client && { client }),
        } as const;
        const response = checkResponse(await wire.fetch(url, bareInit(init)));
        reader = response.body?.getReader();
        if (step.aborted) reader?.cancel().catch(() => {});
        return { method, path, ...facts(response, secrets), ...(await textOf(reader, isOk(response) ? longest : null)) };
      },
      { ms, signal },
    );
  } catch (error) {
    // Not every fetch heeds its signal: nobody reads on, and the connection shall know.
    reader?.cancel(error).catch(() => {});
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, secrets());
    const why = `${reasonOf(cause)}${remedy(error, new URL(url).host)}`;
    throw new ConnectionError(singleLine(`${method} ${path} got no answer: ${why}`), { sent: !failedBeforeSend(error), cause });
  } finally {
    client?.close();
  }
}

/** What is kept of an answer's head: only what looks as it should, because an error may show it. */
function facts(
  { status, headers }: FetchResponse,
  secrets: () => readonly string[],
): Omit<ReceivedResponse, "method" | "path" | "text" | "utf8" | "cut" | "over"> {
  const known = secrets();
  const shown = (name: string, looks: RegExp): string | null => {
    const text = looks.exec(headers.get(name) ?? "")?.[0] ?? null;
    return text === null || holdsPart(text, known) ? null : text;
  };
  return { status, headers, contentType: shown("content-type", MEDIA_TYPE), requestId: shown("x-pinterest-rid", ID) };
}

const [EXACT, ROUGH] = [new TextDecoder("utf-8", { fatal: true }), new TextDecoder()];

function decoded(bytes: Uint8Array): Pick<ReceivedResponse, "text" | "utf8"> {
  try {
    return { text: EXACT.decode(bytes), utf8: true };
  } catch {
    return { text: ROUGH.decode(bytes), utf8: false };
  }
}

/** The body as text. Of one that is longer than it may be nothing is kept; where nothing is said, the start of it. */
async function textOf(
  reader: BodyReader | undefined,
  longest: number | null,
): Promise<Pick<ReceivedResponse, "text" | "utf8" | "cut" | "over">> {
  const pieces: Uint8Array[] = [];
  let left = longest ?? LONGEST_REFUSAL;
  for (; reader !== undefined && left >= 0; ) {
    const { done, value } = await readNonEmpty(reader);
    if (done || value === undefined) break;
    left -= value.length;
    pieces.push(left < 0 ? value.subarray(0, left) : value);
  }
  const cut = left < 0;
  if (cut) reader?.cancel().catch(() => {});
  if (cut && longest !== null) return { text: "", utf8: true, cut: false, over: longest };
  return { ...decoded(concatBytes(pieces)), cut, over: null };
}

/** One attempt of one call: an API to make it with, and what came of it. */
export interface RequestAttempt {
  readonly api: Endpoint;
  /** What the call is given. */
  readonly init: CallInit;
  /** The error for an answer whose JSON is not what it should be. */
  invalidResponse(problem: string): ApiError;
  /** A text of the answer without the secrets of the call, and without these. */
  clean(text: string, secrets: readonly string[]): string;
  /** How long the answer's header asks to wait, in milliseconds; null when it does not. */
  askedMs(): number | null;
}

/** What a request shows to be let in. */
export interface Authorization {
  /** For the `authorization` header. */
  readonly header: string;
  /** All that must not show anywhere. */
  readonly secrets: readonly string[];
}

export interface AttemptOptions extends SendOptions, ExpectedResponse {
  readonly number: number;
  readonly access: Authorization;
  readonly pace?: RateLimitKey | undefined;
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
export function createAttempt(wire: TransportConfig, attempt: AttemptOptions): RequestAttempt {
  let last: { heard: ReceivedResponse; secrets: () => readonly string[] } | undefined;
  const { emit, clock } = wire;
  const { givesTokens: giver = false, showable } = attempt;
  const refused = (heard: ReceivedResponse, secrets: () => readonly string[], problem?: string): ApiError =>
    apiError(heard, { secrets: secrets(), date: clock.date(), giver, problem, showable: isOk(heard) ? showable : undefined });
  const fetch = async (request: LightRequest): Promise<StubResponse> => {
    const sending = outgoing(wire, request, attempt);
    const { method, path, secrets } = sending;
    const began = clock.now();
    emit({ type: "request", method, path, attempt: attempt.number });
    const heard = await send(wire, sending, attempt);
    last = { heard, secrets };
    emit({ type: "response", method, path, status: heard.status, requestId: heard.requestId, ms: clock.now() - began });
    const { data, problem } = isOk(heard) ? dataIn(heard, attempt) : REFUSED;
    const error = problem === null ? null : refused(heard, secrets, problem);
    receive(wire, attempt, { heard, error });
    if (error !== null) throw error;
    return new StubResponse(data);
  };
  return {
    api: apiOf(wire),
    // Of a request and an answer openapi-fetch needs no more than these have.
    init: { fetch: fetch as object as NonNullable<CallInit["fetch"]> },
    invalidResponse(problem) {
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

const apis = new WeakMap<TransportConfig, Endpoint>();

/** One for all calls over a wire. */
function apiOf(wire: TransportConfig): Endpoint {
  const known = apis.get(wire);
  if (known !== undefined) return known;
  const { baseUrl } = wire;
  const querySerializer = (query: unknown): string => serializeQuery(query);
  const settings = { baseUrl, pathSerializer: serializePath, querySerializer, Request: PlainRequest as object as typeof Request };
  const api = createApi<object>({ ...UNSET, ...settings });
  const made = endpointOf(api as object as Endpoint);
  apis.set(wire, made);
  return made;
}

/** Lets the limiter know what the answer says about limits. */
function receive(
  { limiter }: TransportConfig,
  { pace }: AttemptOptions,
  { heard: { status, headers }, error }: { readonly heard: ReceivedResponse; readonly error: ApiError | null },
): void {
  // 2726: the cost limiter of reports, which counts apart from the number of requests.
  if (pace) limiter.recordResponse(pace, { status, headers, askedMs: error?.retryAfterMs ?? null, byCost: error?.apiCode === 2726 });
}

/** What is sent: with a token or a secret, and so to no address but the API's own, wherever it came from. */
function outgoing(
  wire: TransportConfig,
  { url: asked, method, headers, body }: LightRequest,
  { access, openQuery }: AttemptOptions,
): OutgoingRequest {
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
function ownAddress({ baseUrl }: TransportConfig, asked: string): string {
  const url = URL.canParse(asked) ? new URL(asked).href : "";
  if (url.startsWith(`${baseUrl}/`)) return url;
  // Not shown: what it holds may be a secret.
  throw new InvalidArgumentError(`the address of the request does not begin with ${baseUrl}/; nothing was sent`);
}
