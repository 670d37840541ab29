import type { Answer, AnswerKind, CallInit, Endpoint } from "../contract.js";
import { type QueryStyle, serializeQuery } from "../http/transport.js";
import { readJson } from "../rows/json-rows.js";
import type { CreateOptions } from "../types.js";
import { isRecord } from "../validation/checks.js";
import type { ValidateOptions, Violation } from "../validation/violation.js";

/** What a single call can be told: like the creation of a report. */
export type CallOptions = CreateOptions;

/** What a call is given: where all fields may be left out, so may the whole. */
// biome-ignore lint/complexity/noBannedTypes: asked is whether nothing at all would do.
export type Asked<Input> = {} extends Input ? [input?: Input, options?: CallOptions] : [input: Input, options?: CallOptions];

/** One call and its answer. One of more than 64 MiB is an `ApiError` that says so. */
export type OperationClient<Input, Output> = (...asked: Asked<Input>) => Promise<Output>;

/**
 * A single call of the API, as generated code hands it to the runtime. `Client`: how it is called, where types know more of what breaks its
 * rules, or of its answer.
 */
export interface Operation<Input, Output, Client = OperationClient<Input, Output>> {
  /** As in `spec/flows.yaml`. */
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  /** With a placeholder for each parameter of the path. */
  readonly path: string;
  /** Pinterest's rate limit category, `x-ratelimit-category` of the description; null for a call without one. */
  readonly rateLimit: string | null;
  /** What a good answer is; anything else is refused. Default: an object. */
  readonly answers?: AnswerKind;
  /** How the answer's JSON is read. Default: `JSON.parse`. */
  readonly parse?: (text: string) => unknown;
  /** Where the app's own credentials let in, not a user's token. */
  readonly basic?: true;
  /** Never there: for the compiler alone. */
  readonly client?: Client;
  call(api: Endpoint, input: Input, init: CallInit): Promise<Answer<Output>>;
  validate(input: unknown, options?: ValidateOptions): readonly Violation[];
}

/** Those fields of an input that it has itself. */
export function pick(input: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => names.includes(name)));
}

/** All other fields. */
export function omit(input: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}

/** A query in which some lists are one value with commas, as the description has it for each; other lists are repeated. */
export function withCommas(names: readonly string[]): (query: unknown) => string {
  return withStyles(names.map((name) => [name, "commas"]));
}

/** A query in which each of these lists and objects is written in its style. */
export function withStyles(styles: readonly (readonly [name: string, style: QueryStyle])[]): (query: unknown) => string {
  const byName = new Map(styles);
  return (query) => serializeQuery(query, byName);
}

/** The JSON of an answer with rows of columns: ids in it are texts, exact to the last digit. */
export function withIds(text: string): unknown {
  return readJson(new TextEncoder().encode(text), []);
}

/** The same of a list of rows: in these, too, `null` counts as missing, as it does in the rows of reports. */
export function withRows(text: string): unknown {
  return parseRowsAt(null, null)(text);
}

/**
 * The same where the list is the field `list` of the response, or the columns of each row are the field `cells` of an item; null for neither.
 * A response that has the list elsewhere, itself or in `data`, is made the one that the types promise: versions of the API differ in it.
 */
export function parseRowsAt(list: string | null, cells: string | null): (text: string) => unknown {
  const rowOf = (item: unknown): unknown => {
    if (cells === null) return withoutNulls(item);
    return isRecord(item) && Object.hasOwn(item, cells) ? { ...item, [cells]: withoutNulls(item[cells]) } : item;
  };
  return (text) => {
    const response = withIds(text);
    const field = list ?? "data";
    const found = isRecord(response) && Object.hasOwn(response, field) ? response[field] : response;
    if (!Array.isArray(found)) return response;
    const rows = found.map(rowOf);
    return list === null ? rows : { ...(isRecord(response) && response), [list]: rows };
  };
}

function withoutNulls(row: unknown): unknown {
  if (!isRecord(row) || !Object.values(row).includes(null)) return row;
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** A body that is bytes already. */
export function asItIs<Body>(body: Body): Body {
  return body;
}

/** A body as a form with parts. */
export function asParts(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {}) as [string, unknown][]) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one instanceof Blob) form.append(name, one);
      else if (one !== undefined) form.append(name, typeof one === "object" ? JSON.stringify(one) : String(one));
    }
  }
  return form;
}
