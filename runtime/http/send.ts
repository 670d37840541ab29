import { concatBytes, readNonEmpty } from "../bytes.js";
import { withTimeout } from "../clock.js";
import { ConnectionError, InvalidArgumentError } from "../errors.js";
import { failedBeforeSend, remedy } from "../network-failure.js";
import { cleanCause, holdsPart, reasonOf, redact, singleLine } from "../redact.js";
import type { TracedOperation } from "../telemetry.js";
import type { CallConfig } from "./config.js";
import {
  type BodyReader,
  bareInit,
  checkResponse,
  type FetchResponse,
  singleUseClient,
} from "./fetch.js";
import type { Slot } from "./rate-limiter.js";
import { isOk, MAX_ERROR_BYTES, type ReceivedResponse } from "./response.js";

/** Maximum size of a response that contains no rows, such as a token or a status: 1 MiB. */
export const SMALL_RESPONSE_BYTES: number = 1024 * 1024;
const ID = /^[\w-]{1,64}$/;
const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,60}/;
// Names of user-defined headers whose values are secrets. Other values may be ordinary words, which
// must stay readable in messages.
const SECRET_HEADER = /token|secret|signature|password|credential|auth|key|cookie/;

/** Authorization of a request. */
export interface Authorization {
  /** Value of the `authorization` header. */
  readonly header: string;
  /** Values that must not be shown anywhere. */
  readonly secrets: readonly string[];
}

/** Options for sending one request. */
export interface SendOptions {
  readonly authorization: Authorization;
  /** The request's slot in the rate limits. */
  readonly slot: Slot;
  /** Number of the attempt, starting at 1. */
  readonly number: number;
  /** The path with placeholders instead of ids. */
  readonly template: string;
  /** The operation that the request's span belongs to. */
  readonly work: TracedOperation;
  /** Time limit including the body, in milliseconds. */
  readonly ms: number;
  readonly signal: AbortSignal | undefined;
  /** Maximum size of a 2xx body in bytes; a longer one is an error. */
  readonly maxBytes: number;
  /** Whether query values may be shown, because they include no report token. */
  readonly openQuery?: boolean | undefined;
  /** Values in the request that no error or event may show, wherever they occur. */
  readonly secrets?: readonly string[] | undefined;
}

/**
 * Sends a request once and reads the response, regardless of its status. Reads at most `maxBytes`
 * bytes of a 2xx body; if it is longer, keeps none of it and sets `over`. Keeps the first 64 KiB of
 * any other body. Emits an event for the request, and another one if the response is complete. Does
 * not follow redirects.
 *
 * Throws an `InvalidArgumentError` for an address outside the API. Throws a `ConnectionError` if
 * the connection fails, `fetch` returns no valid response, or the response is not complete within
 * `ms` milliseconds. Throws `signal.reason` if aborted. Throws a `SlotExpired`, before anything is
 * sent, if the request's slot in the rate limits has expired.
 */
export async function send(
  config: CallConfig,
  request: Request,
  options: SendOptions,
): Promise<ReceivedResponse> {
  const { clock, emit } = config;
  const outgoing = outgoingOf(config, request, options);
  const { method, path } = outgoing;
  const began = clock.now();
  emit({ type: "request", method, path, attempt: options.number });
  const received = await receive(config, outgoing, options);
  emit({
    type: "response",
    method,
    path,
    status: received.status,
    requestId: received.requestId,
    ms: clock.now() - began,
  });
  return received;
}

/** A request as passed to the user's `fetch`, and the parts used in messages. */
interface OutgoingRequest {
  readonly method: string;
  readonly url: URL;
  /** The path without the base URL and the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: () => Promise<string | ArrayBuffer | undefined>;
  /** Values that must not appear in errors. */
  readonly secrets: readonly string[];
}

/**
 * Adds the client's headers and the authorization to a request, and collects its secrets. Throws an
 * `InvalidArgumentError` for an address outside the API.
 */
function outgoingOf(
  config: CallConfig,
  request: Request,
  { authorization, openQuery, secrets: ofCall = [] }: SendOptions,
): OutgoingRequest {
  const url = apiAddress(config, request.url);
  const own = config.headers ?? {};
  const path = url.href.slice(config.baseUrl.length).replace(/\?.*/s, "");
  const secretHeaders = Object.entries(own).flatMap(([name, value]) =>
    SECRET_HEADER.test(name) ? value : [],
  );
  return {
    method: request.method,
    url,
    path: ofCall.length === 0 ? path : redact(path, ofCall),
    headers: {
      ...Object.fromEntries(request.headers),
      ...own,
      authorization: authorization.header,
      accept: "application/json",
      "user-agent": config.userAgent,
    },
    body: () => bodyOf(request),
    // Unless `openQuery` is true, all query values are treated as secrets, because one may be a
    // token.
    secrets: [
      ...authorization.secrets,
      ...ofCall,
      ...secretHeaders,
      ...(openQuery === true ? [] : url.searchParams.values()),
    ],
  };
}

/**
 * Normalizes the address, so that `..` cannot send the request's token outside the API. Throws an
 * `InvalidArgumentError` if the address is not under `baseUrl`.
 */
function apiAddress({ baseUrl }: CallConfig, address: string): URL {
  const url = new URL(address);
  if (url.href.startsWith(`${baseUrl}/`)) return url;
  // The address is not shown, because it may contain a secret.
  throw new InvalidArgumentError(
    `the request's address does not begin with ${baseUrl}/; nothing was sent`,
  );
}

/**
 * Reads the body in a form that every `fetch` sends the same way. JSON (including vendor types) and
 * URL-encoded forms are read as text, all other bodies as bytes. Undefined if there is no body.
 */
async function bodyOf(request: Request): Promise<string | ArrayBuffer | undefined> {
  const isText = /^application\/(?:json|[\w.-]+\+json|x-www-form-urlencoded)/.test(
    request.headers.get("content-type") ?? "",
  );
  if (isText) return (await request.text()) || undefined;
  const bytes = await request.arrayBuffer();
  return bytes.byteLength === 0 ? undefined : bytes;
}

/**
 * Calls the user's `fetch`, and reads the response within the limits. See `send` for the errors.
 */
async function receive(
  config: CallConfig,
  { method, url, path, headers, body: readBody, secrets }: OutgoingRequest,
  { slot, ms, signal, maxBytes, number, template, work }: SendOptions,
): Promise<ReceivedResponse> {
  let reader: BodyReader | undefined;
  const body = await readBody();
  // Even if this process gives up earlier, the request may still reach the API at any time within
  // its time limit.
  slot.send(config.timeoutMs);
  const client = method === "GET" ? undefined : singleUseClient();
  const base = new URL(config.baseUrl);
  const traced = {
    method,
    url,
    template: base.pathname.replace(/\/$/, "") + template,
    address: config.baseUrl + path,
    resends: number - 1,
    work,
  };
  const exchanged = (traceHeaders: Readonly<Record<string, string>>) =>
    withTimeout(
      async (step) => {
        const init = {
          method,
          headers: { ...traceHeaders, ...headers },
          ...(body !== undefined && { body }),
          redirect: "manual",
          signal: step,
          ...(client && { client }),
        } as const;
        const response = checkResponse(
          await config.fetch(url.href, bareInit(init, config.fetchOptions)),
        );
        reader = response.body?.getReader();
        if (step.aborted) reader?.cancel().catch(() => {});
        return {
          method,
          path,
          secrets,
          ...headOf(response, secrets),
          ...(await textOf(reader, isOk(response) ? maxBytes : null)),
        };
      },
      { ms, signal },
    );
  try {
    return await config.telemetry.request(traced, exchanged);
  } catch (error) {
    // Not every `fetch` obeys its signal; canceling the body frees the connection.
    reader?.cancel(error).catch(() => {});
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, secrets);
    const why = `${reasonOf(cause)}${remedy(error, url.host)}`;
    throw new ConnectionError(singleLine(`${method} ${path} received no response: ${why}`), {
      sent: !failedBeforeSend(error),
      cause,
    });
  } finally {
    client?.close();
  }
}

/**
 * The head of a response. Values that an error may show are kept only if they have the expected
 * form and contain no secret.
 */
function headOf(
  { status, headers }: FetchResponse,
  secrets: readonly string[],
): Pick<ReceivedResponse, "status" | "headers" | "contentType" | "requestId"> {
  const headerValue = (name: string, pattern: RegExp): string | null => {
    const text = pattern.exec(headers.get(name) ?? "")?.[0] ?? null;
    return text === null || holdsPart(text, secrets) ? null : text;
  };
  return {
    status,
    headers,
    contentType: headerValue("content-type", MEDIA_TYPE),
    requestId: headerValue("x-pinterest-rid", ID),
  };
}

/**
 * Reads the body as text. Keeps none of it if it is longer than `maxBytes`. If `maxBytes` is null,
 * keeps the first 64 KiB.
 */
async function textOf(
  reader: BodyReader | undefined,
  maxBytes: number | null,
): Promise<Pick<ReceivedResponse, "text" | "utf8" | "truncated" | "over">> {
  const pieces: Uint8Array[] = [];
  let left = maxBytes ?? MAX_ERROR_BYTES;
  for (; reader !== undefined && left >= 0; ) {
    const { done, value } = await readNonEmpty(reader);
    if (done || value === undefined) break;
    left -= value.length;
    pieces.push(left < 0 ? value.subarray(0, left) : value);
  }
  const truncated = left < 0;
  if (truncated) reader?.cancel().catch(() => {});
  if (truncated && maxBytes !== null)
    return { text: "", utf8: true, truncated: false, over: maxBytes };
  return { ...decoded(concatBytes(pieces)), truncated, over: null };
}

const [STRICT_DECODER, LENIENT_DECODER] = [
  new TextDecoder("utf-8", { fatal: true }),
  new TextDecoder(),
];

/** Decodes UTF-8. Invalid bytes become replacement characters, and `utf8` is false. */
function decoded(bytes: Uint8Array): Pick<ReceivedResponse, "text" | "utf8"> {
  try {
    return { text: STRICT_DECODER.decode(bytes), utf8: true };
  } catch {
    return { text: LENIENT_DECODER.decode(bytes), utf8: false };
  }
}
