import { concatBytes, readNonEmpty } from "../bytes.js";
import { withTimeout } from "../clock.js";
import type { CallInit, Endpoint } from "../contract.js";
import { type ApiError, ConnectionError, InvalidArgumentError } from "../errors.js";
import { failedBeforeSend, remedy } from "../network-failure.js";
import { cleanCause, HiddenHeaders, holdsPart, type ResponseHeaders, reasonOf, redact, singleLine } from "../redact.js";
import type { CallConfig } from "./config.js";
import { type BodyReader, bareInit, checkResponse, type FetchResponse, singleUseClient } from "./fetch.js";
import type { RateLimitKey } from "./rate-limiter.js";
import { apiError, dataIn, type ExpectedResponse, isOk, MAX_ERROR_BYTES, type ReceivedResponse, type RefusesAccess } from "./response.js";
import { requestedWait } from "./retry.js";

/** A body as every `fetch` sends it alike; or a function that makes one, and sets the content type in `headers` if there is none. */
export type SerializedBody = string | ((headers: Headers) => Promise<string | ArrayBuffer>);

/** A request as an `Endpoint` passes it to the `fetch` of a call. */
export interface LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: SerializedBody | null;
}

/**
 * A request without the platform's `Request`, which creates a signal and copies headers and body, as `fetch` does once more.
 */
export class PlainRequest implements LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: SerializedBody | null;

  constructor(url: string, { method, headers, body = null }: { method: string; headers: Headers; body?: SerializedBody | null }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }
}

/** A body that `Response` accepts. */
export type Body = NonNullable<RequestInit["body"]>;

/**
 * Resolves to the body as text or bytes, which every `fetch` sends alike: text if the content type in `headers` is JSON or a URL-encoded
 * form, else bytes. Changes `headers`: sets the content type that the body implies, if there is none.
 */
export function serializeBody(body: Body, headers: Headers): Promise<string | ArrayBuffer> {
  // Without a prototype: default options would inherit what a library adds to `Object.prototype`.
  const response = new Response(body, Object.create(null));
  const type = response.headers.get("content-type");
  if (type !== null && !headers.has("content-type")) headers.set("content-type", type);
  const isText = /^application\/(json|x-www-form-urlencoded)/.test(headers.get("content-type") ?? "");
  return isText ? response.text() : response.arrayBuffer();
}

/** Percent-encodes the value as text. Throws an `InvalidArgumentError` for half of a surrogate pair. */
function encoded(value: unknown, name = "a parameter"): string {
  try {
    return encodeURIComponent(String(value));
  } catch {
    // The value is not shown: it may be a secret, and half a surrogate pair is not valid text.
    throw new InvalidArgumentError(`${name} contains half of a surrogate pair, which a URL cannot contain; nothing was sent`);
  }
}

/**
 * Replaces the `{name}` placeholders of the path `pattern` by the percent-encoded values in `parts`, by name; the items of a list are
 * joined by commas (OpenAPI's style `simple`). A placeholder without a value stays. Throws a `TypeError` if a value is empty, `.` or `..`,
 * and an `InvalidArgumentError` if it is not valid Unicode.
 */
export function serializePath(pattern: string, parts: Readonly<Record<string, unknown>>): string {
  let path = pattern;
  for (const [name, value] of Object.entries(parts)) {
    const part = (Array.isArray(value) ? value : [value]).map((item) => encoded(item, name)).join(",");
    // These would change the path.
    if (part === "" || part === "." || part === "..") throw new TypeError(`${name} may be neither empty nor only dots`);
    path = path.replace(`{${name}}`, () => part);
  }
  return path;
}

/**
 * How a list or an object is written in a query, by OpenAPI's styles. `form`, `spaceDelimited`, `pipeDelimited`: one value, with a comma,
 * space or bar between the items (not exploded). `formExploded`: each property of an object is a parameter. `json`: the value as JSON.
 * Without a style, lists are repeated, and properties have their names in brackets (`deepObject`).
 */
export type QueryStyle = "form" | "spaceDelimited" | "pipeDelimited" | "formExploded" | "json";

/** The separator between the items of a list in this style. */
function separatorOf(style: "form" | "spaceDelimited" | "pipeDelimited"): string {
  if (style === "form") return ",";
  return style === "spaceDelimited" ? "%20" : "%7C";
}

/**
 * Returns a query string without `?`; empty for an empty, null or undefined query. Undefined and null values are left out. `styles` sets
 * the style of a list or object by parameter name. Without one, a list is a repeated parameter, and nested properties have their names in
 * brackets: `a=1&a=2`, `a[b]=1`, `a[0][b]=1`. In a separated list, commas within an item are encoded, and objects and null are JSON. Throws
 * an `InvalidArgumentError` for text that is not valid Unicode.
 */
export function serializeQuery(query: unknown, styles?: ReadonlyMap<string, QueryStyle>): string {
  return Object.entries(query ?? {})
    .flatMap(([name, value]: [string, unknown]) => styledParts(name, value, styles?.get(name)))
    .join("&");
}

/** The `name=value` parts of one parameter in its style. */
function styledParts(name: string, value: unknown, style: QueryStyle | undefined): readonly string[] {
  if (style === undefined || typeof value !== "object" || value === null) return queryParts(name, value);
  if (style === "json") return [`${encoded(name)}=${encoded(JSON.stringify(value))}`];
  if (style === "formExploded")
    return Array.isArray(value) ? queryParts(name, value) : Object.entries(value).flatMap(([inner, member]) => queryParts(inner, member));
  const parts = Array.isArray(value)
    ? value
    : Object.entries(value).flatMap(([inner, member]) => (member === undefined ? [] : [inner, member]));
  const items = parts.map((item) => encoded(typeof item === "object" ? JSON.stringify(item) : item, name));
  return items.length === 0 ? [] : [`${encoded(name)}=${items.join(separatorOf(style))}`];
}

/** The `name=value` parts of a value without a style; none for undefined and null. */
function queryParts(name: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  // The index groups the fields of one object in a list.
  if (Array.isArray(value))
    return value.flatMap((member, index) => queryParts(Object(member) === member ? `${name}[${index}]` : name, member));
  if (typeof value === "object") return Object.entries(value).flatMap(([inner, member]) => queryParts(`${name}[${inner}]`, member));
  return [`${encoded(name)}=${encoded(value, name)}`];
}

// With a content length, openapi-fetch calls `json()` instead of parsing a text.
const HEADERS: ReadonlyMap<string, string> = new Map([["Content-Length", "1"]]);

/** The part of a 2xx response that openapi-fetch reads. Its data is parsed already; undefined if the response has none. */
class StubResponse {
  readonly ok = true;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string> = HEADERS;
  readonly #data: unknown;

  constructor(data: unknown) {
    this.status = data === undefined ? 204 : 200;
    this.#data = data;
  }

  /** The parsed data. */
  json(): unknown {
    return this.#data;
  }
}

const MAX_RESPONSE_BYTES = 1024 * 1024;
const ID = /^[\w-]{1,64}$/;
const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,60}/;

/** A request that is ready to be sent. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly secrets: () => readonly string[];
  readonly headers: Headers;
  readonly body: LightRequest["body"];
}

/** Limits of an attempt: its time, and the size of its response. */
export interface SendOptions {
  readonly signal: AbortSignal | undefined;
  /** Time limit including the body, in milliseconds. */
  readonly ms: number;
  /** Most bytes of a 2xx body; more are an error. Default: 1 MiB. */
  readonly longest?: number;
}

/**
 * Sends a request once and reads its response, of any status: of a 2xx at most `longest` bytes (above, nothing is kept and `over` is set),
 * of others the first 64 KiB. Redirects are not followed. Throws a `ConnectionError` if the connection fails, `fetch` returns no valid
 * response, or it is not complete within `ms` milliseconds; `signal.reason` on an abort.
 */
async function sendRequest(
  config: CallConfig,
  sending: OutgoingRequest,
  { ms, signal, longest = MAX_RESPONSE_BYTES }: SendOptions,
): Promise<ReceivedResponse> {
  const { method, url, path, secrets, headers, body: rawBody } = sending;
  let reader: BodyReader | undefined;
  const client = method === "GET" ? undefined : singleUseClient();
  try {
    const body = typeof rawBody === "function" ? await rawBody(headers) : rawBody;
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
        const response = checkResponse(await config.fetch(url, bareInit(init)));
        reader = response.body?.getReader();
        if (step.aborted) reader?.cancel().catch(() => {});
        return { method, path, ...facts(response, secrets), ...(await textOf(reader, isOk(response) ? longest : null)) };
      },
      { ms, signal },
    );
  } catch (error) {
    // Not every `fetch` obeys its signal; cancelling the body frees the connection.
    reader?.cancel(error).catch(() => {});
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, secrets());
    const why = `${reasonOf(cause)}${remedy(error, new URL(url).host)}`;
    throw new ConnectionError(singleLine(`${method} ${path} received no response: ${why}`), { sent: !failedBeforeSend(error), cause });
  } finally {
    client?.close();
  }
}

/** Head of a response. Values that an error may show are kept only if they have the expected form and hold no secret. */
function facts(
  { status, headers }: FetchResponse,
  secrets: () => readonly string[],
): Omit<ReceivedResponse, "method" | "path" | "text" | "utf8" | "truncated" | "over"> {
  const known = secrets();
  const headerValue = (name: string, pattern: RegExp): string | null => {
    const text = pattern.exec(headers.get(name) ?? "")?.[0] ?? null;
    return text === null || holdsPart(text, known) ? null : text;
  };
  return { status, headers, contentType: headerValue("content-type", MEDIA_TYPE), requestId: headerValue("x-pinterest-rid", ID) };
}

const [EXACT, ROUGH] = [new TextDecoder("utf-8", { fatal: true }), new TextDecoder()];

/** Decodes UTF-8. Invalid bytes become replacement characters, and `utf8` is false. */
function decoded(bytes: Uint8Array): Pick<ReceivedResponse, "text" | "utf8"> {
  try {
    return { text: EXACT.decode(bytes), utf8: true };
  } catch {
    return { text: ROUGH.decode(bytes), utf8: false };
  }
}

/** The body as text. Nothing of it is kept if it is longer than `longest`; if `longest` is null, the first 64 KiB are. */
async function textOf(
  reader: BodyReader | undefined,
  longest: number | null,
): Promise<Pick<ReceivedResponse, "text" | "utf8" | "truncated" | "over">> {
  const pieces: Uint8Array[] = [];
  let left = longest ?? MAX_ERROR_BYTES;
  for (; reader !== undefined && left >= 0; ) {
    const { done, value } = await readNonEmpty(reader);
    if (done || value === undefined) break;
    left -= value.length;
    pieces.push(left < 0 ? value.subarray(0, left) : value);
  }
  const truncated = left < 0;
  if (truncated) reader?.cancel().catch(() => {});
  if (truncated && longest !== null) return { text: "", utf8: true, truncated: false, over: longest };
  return { ...decoded(concatBytes(pieces)), truncated, over: null };
}

/** What a response has besides its body. */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** `x-pinterest-rid`, which Pinterest's support asks for; null if the response has none. */
  readonly requestId: string | null;
}

/** One attempt of a call: the API to make it with, and access to its response. */
export interface RequestAttempt {
  readonly api: Endpoint;
  /** Options of the call. */
  readonly init: CallInit;
  /** The error for a response whose JSON is not as expected. */
  invalidResponse(problem: string): ApiError;
  /** The response that was received. Throws a `TypeError` before there is one. */
  response(): ResponseInfo;
  /** A text of the response without the secrets of the call and the given ones. */
  clean(text: string, secrets: readonly string[]): string;
  /** Milliseconds that the response's header asks to wait; null if it does not. */
  retryAfterMs(): number | null;
}

/** Authorization of a request. */
export interface Authorization {
  /** Value of the `authorization` header. */
  readonly header: string;
  /** Values that must not be shown anywhere. */
  readonly secrets: readonly string[];
}

/** One attempt of a call, and which response it accepts. */
export interface AttemptOptions extends SendOptions, ExpectedResponse {
  readonly number: number;
  readonly authorization: Authorization;
  readonly rateLimitKey?: RateLimitKey | undefined;
  /** Default: a response of status 401 does. */
  readonly refusesAccess?: RefusesAccess | undefined;
  /** Members of a 2xx body that an error may show, if such bodies hold secrets. Default: all. */
  readonly showable?: readonly string[];
  /** Whether query values may be shown. A report's token may not. */
  readonly openQuery?: boolean;
}

// The message of the response describes the problem.
const REFUSED = { data: undefined, problem: undefined } as const;

/**
 * Creates one attempt of a call; nothing is sent until its `init` is used with its `api`. The `fetch` in `init` resolves only for a 2xx
 * response with data of the expected kind, and throws an `ApiError` or `AuthError` for any other response, a `ConnectionError` if there is
 * none in time, and `signal.reason` on an abort. It emits an event for the request and one for the response. `invalidResponse` throws a
 * `TypeError` before a response was received.
 */
export function createAttempt(config: CallConfig, attempt: AttemptOptions): RequestAttempt {
  let last: { response: ReceivedResponse; secrets: () => readonly string[] } | undefined;
  const { emit, clock } = config;
  const { refusesAccess, showable } = attempt;
  const errorFor = (response: ReceivedResponse, secrets: () => readonly string[], problem?: string): ApiError =>
    apiError(response, {
      secrets: secrets(),
      date: clock.date(),
      refusesAccess,
      problem,
      showable: isOk(response) ? showable : undefined,
    });
  const fetch = async (request: LightRequest): Promise<StubResponse> => {
    const sending = outgoing(config, request, attempt);
    const { method, path, secrets } = sending;
    const began = clock.now();
    emit({ type: "request", method, path, attempt: attempt.number });
    const response = await sendRequest(config, sending, attempt);
    last = { response, secrets };
    emit({ type: "response", method, path, status: response.status, requestId: response.requestId, ms: clock.now() - began });
    const { data, problem } = isOk(response) ? dataIn(response, attempt) : REFUSED;
    const error = problem === null ? null : errorFor(response, secrets, problem);
    const { rateLimitKey } = attempt;
    if (rateLimitKey) config.limiter?.recordResponse(rateLimitKey, response, error);
    if (error !== null) throw error;
    return new StubResponse(data);
  };
  const received = (): { response: ReceivedResponse; secrets: () => readonly string[] } => {
    if (last === undefined) throw new TypeError("the flow did not call the API");
    return last;
  };
  return {
    api: config.api,
    // An endpoint needs only these members of a request and a response.
    init: { fetch: fetch as object as NonNullable<CallInit["fetch"]> },
    invalidResponse(problem) {
      const { response, secrets } = received();
      return errorFor(response, secrets, problem);
    },
    response() {
      const { status, headers, requestId } = received().response;
      return { status, headers: new HiddenHeaders(headers), requestId };
    },
    clean: (text, otherSecrets) => redact(text, [...(last?.secrets() ?? []), ...otherSecrets]),
    retryAfterMs: () => (last === undefined ? null : requestedWait(last.response.headers, "", clock.date())),
  };
}

// Headers of the user whose values are secrets, by their names. Other values may be ordinary words, which a message keeps.
const SECRET_HEADER = /token|secret|signature|password|credential|auth|key|cookie/;

/**
 * The request to send. It holds a token or a secret, so it may only go to an address below the API's. Throws an `InvalidArgumentError` for
 * any other.
 */
function outgoing(
  config: CallConfig,
  { url: address, method, headers, body }: LightRequest,
  { authorization, openQuery }: AttemptOptions,
): OutgoingRequest {
  const parsed = apiAddress(config, address);
  const url = parsed.href;
  for (const [name, value] of Object.entries(config.headers ?? {})) headers.set(name, value);
  const secretHeaders = Object.entries(config.headers ?? {}).flatMap(([name, value]) => (SECRET_HEADER.test(name) ? value : []));
  const known = [...authorization.secrets, ...secretHeaders];
  headers.set("authorization", authorization.header);
  headers.set("accept", "application/json");
  headers.set("user-agent", config.userAgent);
  const query = url.indexOf("?");
  return {
    url,
    path: url.slice(config.baseUrl.length, query < 0 ? undefined : query),
    // All query values are treated as secrets, like the report's token. Computed only if something may be shown.
    secrets: () => (openQuery === true ? known : [...known, ...parsed.searchParams.values()]),
    method,
    headers,
    body,
  };
}

/**
 * The address in normalized form, so that no `..` leads out of the API. Throws an `InvalidArgumentError`, which does not show the address,
 * if it is not below `baseUrl`.
 */
function apiAddress({ baseUrl }: CallConfig, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.href.startsWith(`${baseUrl}/`)) return url;
  // The address is not shown, because it may hold a secret.
  throw new InvalidArgumentError(`the address of the request does not begin with ${baseUrl}/; nothing was sent`);
}
