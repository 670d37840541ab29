import type { GuaranteedColumn } from "../contract.js";
import { BadFile, DownloadError, InvalidArgumentError } from "../errors.js";
import { didYouMean } from "../options.js";
import { quoteWord } from "../redact.js";
import type { DisplayName, DisplayNames, ReportHandle } from "../types.js";
import type { CsvColumn, ReadHeader } from "./csv-rows.js";
import type { AnyRow } from "./reader.js";

/** Facts about every row of a JSON file, known before the file is read. */
export interface GuaranteedRows {
  /** Columns that every row has. */
  readonly guaranteedColumns?: readonly string[];
  /** Guaranteed columns whose value (an id or a date) is a key above the row. */
  readonly keyColumns?: readonly string[];
}

// Columns that files contain even if they were not requested. Apart from these, files contain only
// the requested columns, and id columns whose names we chose.
export const ADDED: readonly string[] = ["DATE", "TARGETING_TYPE", "TARGETING_VALUE"];

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=$|[T ])/;
const ID = /^\d+$/;

/**
 * Determines the columns that every row has for this `body`. These are the columns in `all` whose
 * condition holds and that are requested or always added. `keyColumns` are the columns whose value
 * is a key above the rows in a JSON file. An empty list is omitted from the result. `body` must not
 * be null or undefined.
 */
export function guaranteedRows(
  body: unknown,
  columns: readonly string[],
  all: readonly GuaranteedColumn[] = [],
): GuaranteedRows {
  const fieldValue = (field: string): unknown =>
    Object.getOwnPropertyDescriptor(body, field)?.value;
  const candidates = all.filter(
    ({ column, added = false }) => added || ADDED.includes(column) || columns.includes(column),
  );
  const names = (where: "is" | "key"): readonly string[] =>
    candidates
      .filter((guaranteed) =>
        guaranteed[where].some((value) => value === fieldValue(guaranteed.field)),
      )
      .map(({ column }) => column);
  const [guaranteedColumns, keyColumns] = [names("is"), names("key")];
  return {
    ...(guaranteedColumns.length > 0 && { guaranteedColumns }),
    ...(keyColumns.length > 0 && { keyColumns }),
  };
}

/** Fills in values that a JSON file contains only as keys above the rows. */
export class KeyedRows {
  readonly #keyColumns: readonly string[];
  #keys: readonly string[] = [];
  #values: readonly (readonly [column: string, values: readonly string[]])[] = [];

  constructor(keyColumns: readonly string[] = []) {
    this.#keyColumns = keyColumns;
  }

  /**
   * Sets the missing key columns of `row` from `keys`, outermost first. A column without a matching
   * key stays missing. Throws a `BadFile` if several keys match, because a wrong value is worse
   * than none.
   */
  fill(row: AnyRow, keys: readonly string[]): void {
    // Most consecutive rows have the same keys.
    if (keys !== this.#keys) {
      this.#keys = keys;
      this.#values = this.#keyColumns.map(
        (column) =>
          [column, keys.filter((key) => (column === "DATE" ? DAY : ID).test(key))] as const,
      );
    }
    for (const [column, values] of this.#values) {
      if (row[column] !== undefined || values.length === 0) continue;
      if (values.length > 1)
        throw new BadFile(
          `the next row has no ${column}, and ${values.length} keys above it may be its value: ${quoteKeys(values)}`,
        );
      row[column] = values[0];
    }
  }
}

/** Quotes the keys for a message, each truncated to 40 characters. */
function quoteKeys(keys: readonly string[]): string {
  return keys.map((key) => JSON.stringify(key.slice(0, 40))).join(", ");
}

/**
 * Throws a `BadFile` if a guaranteed column is missing or is not a string. `keyColumns` only adds a
 * hint to the message.
 */
export function checkGuaranteed(
  row: AnyRow,
  { guaranteedColumns = [], keyColumns = [] }: GuaranteedRows,
): void {
  for (const column of guaranteedColumns) {
    if (typeof row[column] === "string") continue;
    const keyHint = keyColumns.includes(column)
      ? `, and no key above it is ${column === "DATE" ? "a date" : "an id"}`
      : "";
    throw new BadFile(
      `the next row has no ${column}, which every row of this report should have${keyHint}; entries() returns rows without this check`,
    );
  }
}

const MAX_LISTED = 40;

/** Facts about a report's columns that are known before its file is read. */
export interface KnownColumns {
  /** Columns that contain ids, in addition to all those named `*_ID`. */
  readonly ids: readonly string[];
  /** Columns that contain strings other than ids; undefined if not known. */
  readonly texts?: readonly string[] | undefined;
  /** Columns where a missing value means zero. */
  readonly zeros: readonly string[];
  /** Id columns with names that we chose. Rows contain them even if they were not requested. */
  readonly added?: readonly string[] | undefined;
  /** Requested columns; undefined if not known. */
  readonly columns?: readonly string[] | undefined;
}

/**
 * Determines the columns where a missing value becomes 0. By default, these are the requested
 * columns in `zeros`. If the requested columns are not known, or `zeroFill` is false, no column is
 * filled. If `zeroFill` is a list, the columns are its items, without duplicates.
 *
 * Throws an `InvalidArgumentError` if `zeroFill` is true and the requested columns are not known,
 * or if the list contains an id, a text column, or a column that was not requested. Every name that
 * ends with `_ID` is an id. If the requested columns are not known, all other names are accepted.
 * Throws a `TypeError` for any other value.
 */
export function zeroFilledColumns(
  zeroFill: boolean | readonly string[] | undefined,
  { ids, texts = [], zeros, columns }: KnownColumns,
): readonly string[] {
  if (zeroFill === false) return [];
  if (zeroFill === true && columns === undefined)
    throw new InvalidArgumentError(
      "zeroFill: true needs a handle with columns, but this one has none; omit zeroFill, or list the columns: zeroFill: [...]",
    );
  if (zeroFill === undefined || zeroFill === true) {
    if (columns === undefined) return [];
    return [...new Set(columns)].filter((name) => zeros.includes(name));
  }
  if (!Array.isArray(zeroFill) || !zeroFill.every((name) => typeof name === "string"))
    throw new TypeError("zeroFill must be true, false or a list of columns");
  const nonNumeric = [...ids, ...texts, ...ADDED];
  for (const name of zeroFill) {
    const problem =
      nonNumeric.includes(name) || name.endsWith("_ID")
        ? "is not a numeric column, so it cannot be filled with 0"
        : columns !== undefined &&
          !columns.includes(name) &&
          `was not requested${didYouMean(name, columns)}`;
    if (problem) throw new InvalidArgumentError(`zeroFill: ${quoteWord(name)} ${problem}`);
  }
  return [...new Set(zeroFill)];
}

/**
 * Validates the `exact` option and returns it unchanged. Throws a `TypeError` if it is not a list
 * of strings. Throws an `InvalidArgumentError` for a column that is in `ids` or `texts`, and for
 * DATE and targeting columns, because they are always exact. Accepts any other name, even an
 * unknown column or a name that ends with `_ID`.
 */
export function exactColumns(
  exact: readonly string[],
  { ids, texts = [] }: Pick<KnownColumns, "ids" | "texts">,
): readonly string[] {
  if (!Array.isArray(exact) || !exact.every((name) => typeof name === "string"))
    throw new TypeError("exact must be a list of columns");
  const text = exact.find((name) => [...ids, ...texts, ...ADDED].includes(name));
  if (text === undefined) return exact;
  throw new InvalidArgumentError(
    `exact: ${quoteWord(text)} is not a numeric column; only numeric columns can be listed, because other values are always exact`,
  );
}

/**
 * Returns a header reader that keeps the CSV file's names, with all values as strings. It throws a
 * `BadFile` if there is only one name although at least two `columns` were requested, because the
 * file is then text instead of a table.
 */
export function rawColumns({ columns = [] }: KnownColumns): ReadHeader {
  const requested = new Set(columns);
  return (headers) => {
    rejectProse(headers, requested);
    return headers.map(textColumn);
  };
}

/**
 * Returns a header reader that maps the display names of a CSV file to columns. Upper and lower
 * case and surrounding spaces do not matter. If several columns have the same display name, the
 * requested one is used. `names` is a list, or an object with the list as `items`. `known` contains
 * the requested columns and the kinds of columns. An unknown header keeps its name, with strings as
 * values. An empty cell becomes 0 in the columns in `fill`, and is missing in all others. Numbers
 * stay strings in the columns in `exact`, and in all columns if `known.texts` is undefined.
 *
 * Throws an `InvalidArgumentError` for any other `names`. The reader throws a `DownloadError` for
 * an ambiguous header and for a requested column without a header, and a `BadFile` for text instead
 * of a header.
 */
export function namedColumns(
  names: DisplayNames,
  known: KnownColumns,
  { fill, exact }: { readonly fill: readonly string[]; readonly exact: readonly string[] },
): ReadHeader {
  const requested = new Set(known.columns);
  const added = [...ADDED, ...(known.added ?? [])];
  const nonNumeric = new Set([...known.ids, ...(known.texts ?? []), ...ADDED]);
  const byDisplay = displayed(listOf(names));
  const [ids, filled, asDigits] = [new Set(known.ids), new Set(fill), new Set(exact)];
  return (headers) => {
    rejectProse(headers, requested);
    const columns = headers.map((header): CsvColumn => {
      const name = columnFor(header, byDisplay, { requested, added });
      if (name === null) return textColumn(header);
      const id = name.endsWith("_ID") || ids.has(name);
      const number = known.texts !== undefined && !nonNumeric.has(name) && !id;
      return {
        name,
        id,
        number,
        exact: asDigits.has(name),
        strict: requested.has(name),
        zero: filled.has(name),
      };
    });
    rejectMissing(headers, requested, new Set(columns.map(({ name }) => name)));
    return columns;
  };
}

/** Returns a column that has the header's own name, with strings as values. */
function textColumn(name: string): CsvColumn {
  return { name, id: false, number: false, exact: false, strict: false, zero: false };
}

/**
 * Returns the list of display names, which is `names` or its `items`. Throws an
 * `InvalidArgumentError` for any other value.
 */
function listOf(names: DisplayNames): readonly (DisplayName | null | undefined)[] {
  const received: unknown = names;
  const list =
    typeof received === "object" && received !== null && "items" in received
      ? (received.items ?? [])
      : received;
  if (Array.isArray(list)) return list;
  const what =
    received === null
      ? "null"
      : typeof received === "object"
        ? "an object without items"
        : String(typeof received);
  throw new InvalidArgumentError(
    `columnNames must return a list of { name, display_name }, or a response whose items are that list; it returned ${what}`,
  );
}

/** Maps each normalized display name to its columns. Incomplete items are ignored. */
function displayed(
  names: readonly (DisplayName | null | undefined)[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const byDisplay = new Map<string, Set<string>>();
  for (const { name, display_name } of names.map((item) => item ?? {})) {
    if (typeof name !== "string" || typeof display_name !== "string") continue;
    const same = byDisplay.get(normalizeDisplay(display_name)) ?? new Set();
    byDisplay.set(normalizeDisplay(display_name), same.add(name));
  }
  return byDisplay;
}

/** Column names that a header may match, besides the display names in the list. */
interface HeaderNames {
  readonly requested: ReadonlySet<string>;
  readonly added: readonly string[];
}

/**
 * Returns the column for a header; null if unknown. Throws a `DownloadError` if several requested
 * columns match.
 */
function columnFor(
  header: string,
  byDisplay: ReadonlyMap<string, ReadonlySet<string>>,
  known: HeaderNames,
): string | null {
  const { requested } = known;
  const all = [...(byDisplay.get(normalizeDisplay(header)) ?? columnNamesLike(header, known))];
  const matches = all.length > 1 ? all.filter((name) => requested.has(name)) : all;
  if (matches.length < 2) return matches[0] ?? null;
  // A wrong column would be worse than an error.
  throw new DownloadError(
    `the header ${quoteHeaders([header])} can mean ${matches.slice(0, 2).join(" or ")}, and both were requested: request only one of them`,
  );
}

/**
 * If the header is the name of a requested or added column, returns a list with that name;
 * otherwise, an empty list. Needed because the list of display names lacks the columns that
 * Pinterest itself adds.
 */
function columnNamesLike(header: string, { requested, added }: HeaderNames): readonly string[] {
  const name = header.trim().toUpperCase().replaceAll(" ", "_");
  return added.includes(name) || requested.has(name) ? [name] : [];
}

/** Trims a display name and converts it to lowercase. */
function normalizeDisplay(display: string): string {
  return display.trim().toLowerCase();
}

/**
 * Throws a `BadFile` for a single header if at least two columns were requested. The file is then
 * text instead of a table.
 */
function rejectProse(headers: readonly string[], requested: ReadonlySet<string>): void {
  if (headers.length > 1 || requested.size < 2) return;
  throw new BadFile(
    `it begins with ${quoteHeaders(headers)}, which cannot be the header of ${requested.size} columns`,
  );
}

/** Throws a `DownloadError` if a requested column is not in `present`. */
function rejectMissing(
  headers: readonly string[],
  requested: ReadonlySet<string>,
  present: ReadonlySet<string>,
): void {
  const missing = [...requested].filter((name) => !present.has(name));
  if (missing.length === 0) return;
  throw new DownloadError(
    `columnNames maps none of the report file's headers to ${missing.slice(0, MAX_LISTED).join(", ")}; the headers are ` +
      `${quoteHeaders(headers)}: add the missing names to the list, or read without columnNames`,
  );
}

/** Quotes the first 40 headers for a message, each truncated to 40 characters. */
function quoteHeaders(headers: readonly string[]): string {
  const texts = headers
    .slice(0, MAX_LISTED)
    .map((header) => JSON.stringify(header.slice(0, MAX_LISTED)));
  return texts.join(", ") + (headers.length > MAX_LISTED ? ", …" : "");
}

/**
 * Returns the columns known in advance. The requested columns come first, then the columns that
 * every row has. This way, a report without rows has the same columns as a report with rows. Empty
 * for CSV, because only the file's own header shows its columns.
 */
export function knownColumns({
  format,
  columns = [],
  guaranteedColumns = [],
}: Pick<ReportHandle, "format" | "columns" | "guaranteedColumns">): readonly string[] {
  return format === "CSV" ? [] : [...new Set([...columns, ...guaranteedColumns])];
}
