import type { ValidateOptions, Violation } from "./validation/violation.js";

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

/** A report flow of the API, as generated code hands it to the runtime. */
export interface Flow<Body> {
  /** As in `spec/flows.yaml`; stands in every handle. */
  readonly name: string;
  readonly statuses: Statuses;
  /** Columns whose values are ids: kept as strings, exact to the last digit, even where the file has numbers. */
  readonly ids: readonly string[];
  /** Columns whose values are neither ids nor numbers: names, dates, labels. All others are numbers. */
  readonly texts?: readonly string[];
  /** What every row of a JSON file has; left out where nobody has seen the files. */
  readonly certain?: readonly CertainColumn[];
  /** Whether a body says what the file will be; where none does, the file's first character decides. Default: true. */
  readonly saysFormat?: boolean;
  /** Pinterest's rate limit categories of the two calls, `x-ratelimit-category` of the description; null for a call without one. */
  readonly rateLimit?: { readonly create: string | null; readonly poll: string | null };
  /** The property of each response that holds its fields, as the description has it; null or left out: none. What comes is read either way. */
  readonly envelope?: { readonly create: string | null; readonly poll: string | null };
  create(api: Endpoint, adAccountId: string, body: Body, init: CallInit): Promise<Answer<unknown>>;
  poll(api: Endpoint, adAccountId: string, token: string, init: CallInit): Promise<Answer<unknown>>;
  validate(body: unknown, options?: ValidateOptions): readonly Violation[];
}

/** A column that every row has, if it was asked for or is added, where a field of the body is one of these. */
export interface CertainColumn {
  readonly column: string;
  readonly field: string;
  readonly is: readonly string[];
  /** Those of them for which JSON files list rows under the column's value. */
  readonly key: readonly string[];
  /** Whether every row has it without being asked for: an id that no column of Pinterest's holds, under a name of ours. Default: false. */
  readonly added?: boolean;
}

/** Every status that the API names, sorted by what a poller should do. */
export interface Statuses {
  readonly pending: readonly string[];
  readonly done: readonly string[];
  readonly failed: readonly string[];
}
