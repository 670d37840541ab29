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

/** What the runtime adds to a call. */
export interface CallInit {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** How it is sent. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What openapi-fetch gives back. `response.ok` decides, never the presence of `error`. */
export interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** `json` is any JSON at all; of `nothing` the body is not looked at. */
export type AnswerKind = "object" | "list" | "json" | "nothing";
