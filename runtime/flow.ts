import type { Answer, CallInit, Endpoint } from "./endpoint.js";
import type { ValidateOptions, Violation } from "./validation/violation.js";

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
