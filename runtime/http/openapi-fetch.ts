// The only file that imports openapi-fetch; `npm run lint` checks this.
//
// openapi-fetch puts the values into the path and the query, writes the body, sets its content
// type, creates the `Request`, and calls `fetch`. Our serialize.ts decides how a value is written
// in a path or a query. openapi-fetch never reads a response body: our send.ts and response.ts do
// that. They limit size and time, create our errors, and keep every digit of ids.
//
// openapi-fetch is no longer maintained. The 36 lines in test/support/own-endpoint.ts could replace
// it: a test compares the requests of both.

import createApi from "openapi-fetch";
import type { CallInit, Endpoint, EndpointInit } from "../contract.js";
import { serializePath, serializeQuery } from "./serialize.js";

/**
 * Creates an openapi-fetch client for the API at `baseUrl`. Each call needs its own `fetch`, which
 * `exchange` passes.
 */
export function openapiFetch(baseUrl: string): Endpoint {
  const options = {
    baseUrl,
    pathSerializer: serializePath,
    querySerializer: (query: unknown) => serializeQuery(query),
    Request: makeRequest,
  };
  // Cast, because openapi-fetch expects the types of one API, and generated code has its own types.
  const api = createApi<object>({ ...UNSET, ...options } as object) as object as Endpoint;
  return {
    GET: (path, init) => api.GET(path, ownInit(path, init)),
    PUT: (path, init) => api.PUT(path, ownInit(path, init)),
    POST: (path, init) => api.POST(path, ownInit(path, init)),
    DELETE: (path, init) => api.DELETE(path, ownInit(path, init)),
    PATCH: (path, init) => api.PATCH(path, ownInit(path, init)),
  };
}

/**
 * Makes a call, sends its request with `send`, and resolves to the result of `send`. `call`
 * receives a response with the same status but no body, and its result is ignored. `template` is
 * the path with its placeholders. Rejects with any error from `call` or `send`, and with a
 * `TypeError` if `call` sends no request.
 */
export async function exchange<Received extends { readonly status: number }>(
  call: (init: CallInit) => Promise<unknown>,
  send: (request: Request, template: string) => Promise<Received>,
): Promise<Received> {
  let received: Received | undefined;
  const init: CallInit = {
    async fetch(request, template) {
      received = await send(request, template);
      return headOf(received);
    },
  };
  await call(withoutPrototype(init));
  if (received === undefined) throw new TypeError("the operation did not call the API");
  return received;
}

/**
 * The response without its body. `send` has already read the body, because openapi-fetch would read
 * an error of any length.
 */
function headOf({ status }: { readonly status: number }): Response {
  // In a browser, a redirect has the status 0, which `Response` does not accept.
  if (status < 200 || status > 599) return Response.error();
  return new Response(null, withoutPrototype({ status }));
}

/**
 * All options that openapi-fetch reads. It copies them into ordinary objects, where a missing
 * option is read from `Object.prototype`. If another library added a `baseUrl` or `pathSerializer`
 * there, the token would be sent to another server. Therefore every option is set, even if only to
 * undefined.
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

/** The options of a call, protected from members that a library adds to `Object.prototype`. */
function ownInit(
  path: string,
  { params, fetch, template = path, ...init }: EndpointInit,
): Omit<EndpointInit, "fetch"> {
  return {
    ...UNSET,
    ...init,
    ...(fetch && { fetch: (request: Request) => fetch(request, template) }),
    // `params` may also contain request headers, so it must not inherit any members.
    params: withoutPrototype(params ?? {}),
  };
}

/**
 * Called by openapi-fetch instead of the platform's `Request`, which would read missing options
 * from `Object.prototype`.
 */
function makeRequest(url: string, init: RequestInit): Request {
  const request = new Request(url, withoutPrototype(init));
  // A call sets the content type even if its optional body is missing.
  if (init.body === undefined) request.headers.delete("content-type");
  return request;
}

/** Returns a shallow copy without a prototype, so that missing members are not inherited. */
function withoutPrototype<Value extends object>(value: Value): Value {
  return Object.assign(Object.create(null), value);
}
