import type { Answer, CallInit } from "./flow.js";

/**
 * openapi-fetch as far as generated code needs it. Requests and responses have the generated types, made by the same reading of the description
 * as the validators. openapi-typescript reads it otherwise wherever OpenAPI leaves room: code that held its types against ours would not
 * compile there.
 */
export type Endpoint = {
  readonly [Method in "GET" | "PUT" | "POST" | "DELETE" | "PATCH"]: <Data>(path: string, init: EndpointInit) => Promise<Answer<Data>>;
};

/** What a call sends, and how it is written. */
export interface EndpointInit extends CallInit {
  readonly params?: { readonly path?: object; readonly query?: object };
  readonly body?: unknown;
  readonly querySerializer?: (query: unknown) => string;
  readonly bodySerializer?: (body: never) => unknown;
}
