import type { ApiCall, ResponseKind } from "../contract.js";
import type { CallSettings } from "../http/config.js";
import { type QueryStyle, serializeQuery } from "../http/serialize.js";
import { readJson } from "../rows/json-rows.js";
import type { CreateOptions } from "../types.js";
import { isRecord } from "../validation/checks.js";
import type { ValidateOptions, Violation } from "../validation/violation.js";
import type { ResponsePromise } from "./response-promise.js";

/** Options for a single call: the options of `create`, and settings that replace the client's. */
export interface CallOptions extends CreateOptions, CallSettings {}

/** Arguments of a call. If all fields of the input are optional, so is the input. */
// biome-ignore lint/complexity/noBannedTypes: `{}` tests whether an empty input is valid.
export type CallArgs<Input> = {} extends Input
  ? [input?: Input, options?: CallOptions]
  : [input: Input, options?: CallOptions];

/** Sends one call and resolves to its response. A response over 64 MiB causes an `ApiError`. */
export type OperationClient<Input, Output> = (...args: CallArgs<Input>) => ResponsePromise<Output>;

/**
 * A single API call, passed from generated code to the runtime. `Client` is its call signature, if
 * the generated types describe rules or the response more precisely than `OperationClient`.
 */
export interface Operation<Input, Output, Client = OperationClient<Input, Output>>
  extends ApiCall<Input, Output> {
  /** Name in `spec/flows.yaml`. */
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  /** Contains a placeholder for each path parameter. */
  readonly path: string;
  /** Expected kind of response body; any other is rejected. Default: an object. */
  readonly responseKind?: ResponseKind;
  /** Parses the response's JSON. By default, integers too large for a number become strings. */
  readonly parse?: (text: string) => unknown;
  /** How to read the pages of a list. Default: `items` and `bookmark`. */
  readonly paging?: Paging;
  /** Set if the call uses the app's own credentials, not a user's token. */
  readonly clientCredentials?: true;
  /** Never set: exists only for type inference. */
  readonly client?: Client;
  validate(input: unknown, options?: ValidateOptions): readonly Violation[];
}

/**
 * Where a page contains its items and its reference to the next page. Each path starts at the top
 * level of the response.
 */
export interface Paging {
  /** Path of the list. */
  readonly items: readonly string[];
  /**
   * Path of the string or integer that identifies the next page. This value is absent, null or
   * empty on the last page.
   */
  readonly cursor: readonly string[];
  /** The query parameter for the cursor. */
  readonly parameter: string;
  /** Whether the list may be absent or null on a page without items. */
  readonly optionalItems?: true;
}

/** A call that returns a list in pages; `Item` is the type of an item. */
export interface PagedOperation<Input, Output, Item> extends Operation<Input, Output> {
  /** Never set: exists only for type inference. */
  readonly item?: Item;
}

/**
 * Returns a new object with the own fields of `input` in `names`. Missing fields are left out;
 * fields that are undefined are kept.
 */
export function pick(input: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => names.includes(name)));
}

/** Returns a new object with the own fields of `input` that are not in `names`. */
export function omit(input: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}

/**
 * Returns a query serializer that separates the items of the named lists with commas. An object
 * named in `names` is written as its keys and values, separated in the same way. `serializeQuery`
 * writes everything else: lists as repeated parameters, objects with names in brackets, such as
 * `a[b]=1`. Empty lists and parameters that are undefined or null are left out. In a named list,
 * undefined items are left out, and null becomes the text `null`. The result has no `?`. The
 * serializer throws an `InvalidArgumentError` for strings that are not valid Unicode.
 */
export function commaSeparated(names: readonly string[]): (query: unknown) => string {
  return withStyles(names.map((name) => [name, "form"]));
}

/**
 * Returns a query serializer that writes the named lists and objects in the given styles.
 * `serializeQuery` writes everything else. The serializer's result has no `?`, and is empty for an
 * empty, null or undefined query. It throws an `InvalidArgumentError` for strings that are not
 * valid Unicode.
 */
export function withStyles(
  styles: readonly (readonly [name: string, style: QueryStyle])[],
): (query: unknown) => string {
  const byName = new Map(styles);
  return (query) => serializeQuery(query, byName);
}

/**
 * Parses JSON, with ids (`*_ID`) and integers too large for a number as strings. Throws a `BadFile`
 * for invalid JSON, for an id that has lost digits, such as `2.17e17`, for more than 32 levels, and
 * for a number of more than 1,000 characters.
 */
export function parseWithStringIds(text: string): unknown {
  // Without a line ending, the reader could not tell where a bare number ends.
  return readJson(new TextEncoder().encode(`${text}\n`), []);
}

/**
 * Parses a response whose JSON is a list of rows or contains one in `data`. Returns the rows
 * without null columns; any other response is returned whole. Ids (`*_ID`) and integers too large
 * for a number are strings in both cases. Throws a `BadFile` for invalid JSON.
 */
export function parseRows(text: string): unknown {
  return parseRowsAt(null, null)(text);
}

/**
 * Returns a parser for a response's JSON. If `list` is a field name, the rows are in that field,
 * and the parser returns the whole response. A response that is itself a list becomes an object
 * with only that field. If `list` is null, the parser returns the rows in `data` or in the response
 * itself. Any other response is returned whole. Null columns are removed from each row or, if
 * `cells` is a field name, from that field of each row. Ids (`*_ID`) and integers too large for a
 * number are strings. The parser throws a `BadFile` for invalid JSON.
 */
export function parseRowsAt(list: string | null, cells: string | null): (text: string) => unknown {
  const rowOf = (item: unknown): unknown => {
    if (cells === null) return withoutNulls(item);
    return isRecord(item) && Object.hasOwn(item, cells)
      ? { ...item, [cells]: withoutNulls(item[cells]) }
      : item;
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

/** Removes null members from a row. Returns any other value unchanged. */
function withoutNulls(row: unknown): unknown {
  if (!isRecord(row) || !Object.values(row).includes(null)) return row;
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** Returns the body unchanged, for bodies that are already bytes. */
export function identityBody<Body>(body: Body): Body {
  return body;
}

/**
 * Converts the fields of `body` to a URL-encoded form. The result is empty if `body` is undefined
 * or null. List items become separate fields with the same name, and objects become JSON. Undefined
 * values are left out. All other values become strings; null becomes `null`.
 */
export function toUrlEncoded(body: unknown): string {
  const form = new URLSearchParams();
  for (const [name, value] of formFields(body)) form.append(name, String(value));
  return form.toString();
}

/**
 * Converts the fields of `body` to multipart form data. A `Blob` stays unchanged; other values
 * become strings, as in `toUrlEncoded`.
 */
export function toFormData(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of formFields(body))
    if (typeof value === "string") form.append(name, value);
    else form.append(name, value);
  return form;
}

/**
 * The form fields for the members of `body`, one for each list item. Undefined values are left out,
 * objects become JSON, and null becomes `null`.
 */
function formFields(body: unknown): readonly (readonly [string, string | Blob])[] {
  return Object.entries(body ?? {}).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item) => item !== undefined)
      .map((item) => {
        if (item instanceof Blob) return [name, item] as const;
        return [name, typeof item === "object" ? JSON.stringify(item) : String(item)] as const;
      }),
  );
}
