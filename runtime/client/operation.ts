import type { ApiCall, ResponseKind } from "../contract.js";
import { type QueryStyle, serializeQuery } from "../http/transport.js";
import { readJson } from "../rows/json-rows.js";
import type { CreateOptions } from "../types.js";
import { isRecord } from "../validation/checks.js";
import type { ValidateOptions, Violation } from "../validation/violation.js";

/** Options of a single call: those of creating a report. */
export type CallOptions = CreateOptions;

/** Arguments of a call. If all fields of the input are optional, the input is optional. */
// biome-ignore lint/complexity/noBannedTypes: `{}` tests whether an empty input is valid.
export type CallArgs<Input> = {} extends Input ? [input?: Input, options?: CallOptions] : [input: Input, options?: CallOptions];

/** Sends one call and resolves to its response. A response of more than 64 MiB is an `ApiError`. */
export type OperationClient<Input, Output> = (...args: CallArgs<Input>) => Promise<Output>;

/**
 * A single call of the API, passed from generated code to the runtime. `Client` is its call signature, if the generated types describe
 * rules or the response more precisely than `OperationClient`.
 */
export interface Operation<Input, Output, Client = OperationClient<Input, Output>> extends ApiCall<Input, Output> {
  /** Name in `spec/flows.yaml`. */
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  /** Contains a placeholder for each path parameter. */
  readonly path: string;
  /** Expected kind of response body; any other is rejected. Default: an object. */
  readonly responseKind?: ResponseKind;
  /** Parses the JSON of the response. Default: `JSON.parse`. */
  readonly parse?: (text: string) => unknown;
  /** Set if the call is authenticated by the app's own credentials, not by a user's token. */
  readonly clientCredentials?: true;
  /** Never set: exists only for type inference. */
  readonly client?: Client;
  validate(input: unknown, options?: ValidateOptions): readonly Violation[];
}

/** The input's own fields with these names. */
export function pick(input: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => names.includes(name)));
}

/** The input's own fields except those with these names. */
export function omit(input: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}

/** Serializer of a query in which these lists are one value separated by commas, as the description defines; other lists are repeated. */
export function commaSeparated(names: readonly string[]): (query: unknown) => string {
  return withStyles(names.map((name) => [name, "commas"]));
}

/** Serializer of a query in which each of these lists and objects has its own style. */
export function withStyles(styles: readonly (readonly [name: string, style: QueryStyle])[]): (query: unknown) => string {
  const byName = new Map(styles);
  return (query) => serializeQuery(query, byName);
}

/** Parses the JSON of a response with rows: ids are strings, exact to the last digit. */
export function parseWithStringIds(text: string): unknown {
  return readJson(new TextEncoder().encode(text), []);
}

/**
 * The rows of a response, which is the list itself or has it in `data`, with ids as texts and without fields that are null; any other
 * response is returned as it is. Throws a `BadFile` if the text is not JSON.
 */
export function parseRows(text: string): unknown {
  return parseRowsAt(null, null)(text);
}

/**
 * A parser of a response's text: the rows, taken from `data` or from the response itself, or with `list` an object that has them in that
 * field. Ids are strings, and null columns are left out of a row, or of its field `cells`. A response without such a list is returned as
 * it is. Throws `BadFile` for invalid JSON.
 */
export function parseRowsAt(list: string | null, cells: string | null): (text: string) => unknown {
  const rowOf = (item: unknown): unknown => {
    if (cells === null) return withoutNulls(item);
    return isRecord(item) && Object.hasOwn(item, cells) ? { ...item, [cells]: withoutNulls(item[cells]) } : item;
  };
  return (text) => {
    const response = parseWithStringIds(text);
    const field = list ?? "data";
    const items = isRecord(response) && Object.hasOwn(response, field) ? response[field] : response;
    if (!Array.isArray(items)) return response;
    const rows = items.map(rowOf);
    return list === null ? rows : { ...(isRecord(response) && response), [list]: rows };
  };
}

function withoutNulls(row: unknown): unknown {
  if (!isRecord(row) || !Object.values(row).includes(null)) return row;
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** A body that is already bytes, unchanged. */
export function identityBody<Body>(body: Body): Body {
  return body;
}

/** A body as multipart form data. Objects that are no `Blob` become JSON. */
export function toFormData(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {}) as [string, unknown][]) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item instanceof Blob) form.append(name, item);
      else if (item !== undefined) form.append(name, typeof item === "object" ? JSON.stringify(item) : String(item));
    }
  }
  return form;
}
