import type { ValidateOptions, Violation } from "./validation/violation.js";

/**
 * The part of openapi-fetch that generated code needs. openapi-fetch's own types expect types from
 * openapi-typescript, which interprets some parts of OpenAPI differently from our generator. Code
 * that combined both would not compile.
 */
export type Endpoint = {
  readonly [Method in "GET" | "PUT" | "POST" | "DELETE" | "PATCH"]: <Data>(
    path: string,
    init: EndpointInit,
  ) => Promise<FetchResult<Data>>;
};

/** The content of a request, and how to serialize it. */
export interface EndpointInit extends CallInit {
  readonly params?: { readonly path?: object; readonly query?: object };
  readonly body?: unknown;
  readonly querySerializer?: (query: unknown) => string;
  readonly bodySerializer?: (body: never) => unknown;
  /** `path` with placeholders instead of ids. Required if `path` contains ids. Default: `path`. */
  readonly template?: string;
}

/** Request options that the runtime adds to a call. */
export interface CallInit {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends the request. `template` is its path with placeholders instead of ids. */
  readonly fetch?: (request: Request, template: string) => Promise<Response>;
}

/**
 * Result of an openapi-fetch call. To find out whether the call failed, check `response.ok`, not
 * `error`.
 */
export interface FetchResult<Data> {
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** Expected kind of response body. `json`: any JSON value; `none`: the body is not read. */
export type ResponseKind = "object" | "list" | "json" | "none";

/** One API call: how to make its request, and its rate limit. */
export interface ApiCall<Input, Output = unknown> {
  /**
   * Pinterest's rate limit category, from `x-ratelimit-category` in the API description. Null if
   * the description has none for this call.
   */
  readonly rateLimit: string | null;
  call(api: Endpoint, input: Input, init: CallInit): Promise<FetchResult<Output>>;
}

/** One of a flow's two calls: create or poll. */
export interface FlowCall<Input> extends ApiCall<Input> {
  /**
   * The property that contains the response's fields, according to the API description. Responses
   * without this property are read too. Default: none.
   */
  readonly envelope?: string;
  /**
   * Paths of the response fields that have an unusual name or location. By default, fields are at
   * the top level, under their usual names.
   */
  readonly paths?: FieldPaths;
}

/** Paths of a report's fields, keyed by their usual names. */
export interface FieldPaths {
  readonly token?: readonly string[];
  readonly report_status?: readonly string[];
  readonly url?: readonly string[];
}

/** A report flow of the API, passed from generated code to the runtime. */
export interface Flow<Body> {
  /** Name of the flow in `spec/flows.yaml`; part of every handle. */
  readonly name: string;
  readonly statuses: Statuses;
  /**
   * Columns whose values are ids. In rows, ids are strings with all their digits, even if they are
   * numbers in the file.
   */
  readonly ids: readonly string[];
  /**
   * Columns whose values are neither ids nor numbers: names, dates, labels. A column that is listed
   * neither here nor in `ids` contains numbers.
   */
  readonly texts?: readonly string[];
  /** Columns in which a missing value is zero. */
  readonly zeros: readonly string[];
  /** Columns that every row of a JSON file has. Omitted for flows whose files we have not seen. */
  readonly guaranteedColumns?: readonly GuaranteedColumn[];
  /**
   * Whether the request body defines the file's format. If not, the format is detected from the
   * file's first character. Default: true.
   */
  readonly formatInBody?: boolean;
  readonly create: FlowCall<{ readonly account: string; readonly body: Body }>;
  readonly poll: FlowCall<{ readonly account: string; readonly token: string }>;
  validate(body: unknown, options?: ValidateOptions): readonly Violation[];
}

/**
 * A column that every row has if two conditions are met. The body's `field` must have one of the
 * values in `is`, and the column must be requested or `added`.
 */
export interface GuaranteedColumn {
  readonly column: string;
  readonly field: string;
  readonly is: readonly string[];
  /** The values in `is` for which JSON files list rows under this column's value. */
  readonly key: readonly string[];
  /**
   * Whether every row has the column even if it was not requested. True for ids that Pinterest
   * offers no column for; this package chose the column's name. Default: false.
   */
  readonly added?: boolean;
}

/** The rows of a report at one level, such as `CAMPAIGN`. */
export interface LevelFacts {
  readonly name: string;
  /** The id columns that each row has. */
  readonly has: readonly string[];
  /** The columns in `has` under whose ids JSON files list the rows. */
  readonly listedUnder: readonly string[];
  /** This package's name for the rows' id column, if Pinterest offers no such column. */
  readonly ours?: string;
  /**
   * Groups of columns that together identify a row. A request must include one column of each
   * group.
   */
  readonly distinguishedBy?: readonly (readonly string[])[];
}

/** The statuses that the API documents, grouped by how polling reacts to them. */
export interface Statuses {
  readonly pending: readonly string[];
  readonly done: readonly string[];
  readonly failed: readonly string[];
}
