import type { GuaranteedColumn } from "../contract.js";
import { BadFile, DownloadError, InvalidArgumentError } from "../errors.js";
import { didYouMean } from "../options.js";
import { quoteWord } from "../redact.js";
import type { DisplayName, DisplayNames, ReportHandle } from "../types.js";
import type { CsvColumn, ReadHeader } from "./csv-rows.js";
import type { AnyRow } from "./reader.js";

/** What is known of every row of a JSON file before it is read. */
export interface GuaranteedRows {
  /** Columns that every row has. */
  readonly guaranteedColumns?: readonly string[];
  /** Those of them whose value is a key above the row in the file: an id or a date. */
  readonly keyColumns?: readonly string[];
}

// Columns that the file adds by itself. All others must be requested, except ids under names of
// ours.
export const ADDED: readonly string[] = ["DATE", "TARGETING_TYPE", "TARGETING_VALUE"];

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=$|[T ])/;
const ID = /^\d+$/;

/**
 * Columns that every row of the report for this `body` has (`guaranteedColumns`): those of `all`
 * that were requested (`columns`) or are added by the file, and whose condition holds for the body.
 * `keyColumns` are those of them whose value is a key above the rows in a JSON file. An empty list
 * is left out of the result.
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

/** Fills in values that stand only in the keys above the rows. */
export class KeyedRows {
  readonly #keyColumns: readonly string[];
  #keys: readonly string[] = [];
  #values: readonly (readonly [column: string, values: readonly string[]])[] = [];

  constructor(keyColumns: readonly string[] = []) {
    this.#keyColumns = keyColumns;
  }

  /**
   * Sets the key columns that the row lacks from `keys`, outermost first; changes `row`. A column
   * without a suitable key stays missing. Throws a `BadFile` if several keys fit a column, because
   * a wrong value is worse than none.
   */
  fill(row: AnyRow, keys: readonly string[]): void {
    // Consecutive rows mostly have the same keys.
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

/** The keys in quotes for a message, each truncated to 40 characters. */
function quoteKeys(keys: readonly string[]): string {
  return keys.map((key) => JSON.stringify(key.slice(0, 40))).join(", ");
}

/**
 * Throws a `BadFile` if the row lacks one of `guaranteedColumns`, or has a value in it that is not
 * a string; without them, no effect. `keyColumns` only adds a hint to the message.
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

/** What is known about a report's columns. */
export interface KnownColumns {
  /** Columns whose values are ids, besides all that are named `*_ID`. */
  readonly ids: readonly string[];
  /** Columns whose values are neither ids nor numbers; undefined if not known. */
  readonly texts?: readonly string[] | undefined;
  /** Columns in which a missing value is zero. */
  readonly zeros: readonly string[];
  /** Ids under names of ours, which rows have without being requested. */
  readonly added?: readonly string[] | undefined;
  /** Requested columns; undefined if not known. */
  readonly columns?: readonly string[] | undefined;
}

/**
 * Names of the columns in which a missing value becomes 0: those of `zeros` that were requested;
 * none for false; for a list, its names. Without the requested columns there are none, which is an
 * `InvalidArgumentError` only if true was given; so is a listed column that is an id or a text, or
 * was not requested. Throws a `TypeError` for any other value.
 */
export function zeroFilledColumns(
  zeroFill: boolean | readonly string[] | undefined,
  { ids, texts = [], zeros, columns }: KnownColumns,
): readonly string[] {
  if (zeroFill === false) return [];
  if (zeroFill === true && columns === undefined)
    throw new InvalidArgumentError(
      "zeroFill: true needs a handle with columns, but this one has none: leave it out, or list them: zeroFill: [...]",
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
        ? "is not a number, so it cannot be filled with 0"
        : columns !== undefined &&
          !columns.includes(name) &&
          `was not requested${didYouMean(name, columns)}`;
    if (problem) throw new InvalidArgumentError(`zeroFill: ${quoteWord(name)} ${problem}`);
  }
  return [...new Set(zeroFill)];
}

/**
 * The names of `exact`. Throws a `TypeError` if it is no list of texts, and an
 * `InvalidArgumentError` for an id or a text, which is exact anyway.
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
    `exact: ${quoteWord(text)} is not a number; other values are always exact`,
  );
}

/**
 * Returns a reader of a CSV header that keeps the file's own names, with all values as strings. It
 * throws a `BadFile` if the header has a single name although at least two `columns` were
 * requested: that is prose in place of a header.
 */
export function rawColumns({ columns = [] }: KnownColumns): ReadHeader {
  const requested = new Set(columns);
  return (headers) => {
    rejectProse(headers, requested);
    return headers.map(textColumn);
  };
}

/**
 * Returns a reader of a CSV header that maps display names to columns by `names`, a list or an
 * object with the list as `items`. `known` holds the requested columns and the kinds of columns. An
 * unknown header keeps its name, with strings as values. An empty cell is 0 in the columns of
 * `fill`, otherwise missing. Throws an `InvalidArgumentError` for any other `names`. The reader
 * throws a `DownloadError` for an ambiguous header and for a requested column without one, and a
 * `BadFile` for prose in place of a header.
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

/** A column under the header's own name, with strings as values. */
function textColumn(name: string): CsvColumn {
  return { name, id: false, number: false, exact: false, strict: false, zero: false };
}

/**
 * The list of display names, directly or in `items`. Throws an `InvalidArgumentError` for any other
 * value.
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
        ? "an object without them"
        : String(typeof received);
  throw new InvalidArgumentError(
    `columnNames must return a list of { name, display_name }, or a response that has it as items; it returned ${what}`,
  );
}

/** The column names of each display name, normalized. Incomplete items are ignored. */
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

/** Names that a header may be, besides those of the list. */
interface HeaderNames {
  readonly requested: ReadonlySet<string>;
  readonly added: readonly string[];
}

/**
 * The column that a header stands for; null if unknown. Throws a `DownloadError` if it may stand
 * for several requested ones.
 */
function columnFor(
  header: string,
  byDisplay: ReadonlyMap<string, ReadonlySet<string>>,
  known: HeaderNames,
): string | null {
  const { requested } = known;
  const all = [...(byDisplay.get(normalizeDisplay(header)) ?? columnNamesLike(header, known))];
  const wanted = all.length > 1 ? all.filter((name) => requested.has(name)) : all;
  if (wanted.length < 2) return wanted[0] ?? null;
  // The columns cannot be distinguished, and a wrong one is worse than none.
  throw new DownloadError(
    `the header ${quoteHeaders([header])} may mean ${wanted.slice(0, 2).join(" or ")}, and both were requested: request only one of them`,
  );
}

/**
 * The header as a column name, if it is a requested or added column; else empty. Columns that files
 * add by themselves are in no list.
 */
function columnNamesLike(header: string, { requested, added }: HeaderNames): readonly string[] {
  const name = header.trim().toUpperCase().replaceAll(" ", "_");
  return added.includes(name) || requested.has(name) ? [name] : [];
}

/** A display name without surrounding white space, in lower case. */
function normalizeDisplay(display: string): string {
  return display.trim().toLowerCase();
}

/**
 * Throws a `BadFile` if a single header stands where at least two columns were requested: prose in
 * place of a file.
 */
function rejectProse(headers: readonly string[], requested: ReadonlySet<string>): void {
  if (headers.length > 1 || requested.size < 2) return;
  throw new BadFile(
    `it begins with ${quoteHeaders(headers)}, which is not a header of ${requested.size} columns`,
  );
}

/** Throws a `DownloadError` if a requested column is not `present` in the file. */
function rejectMissing(
  headers: readonly string[],
  requested: ReadonlySet<string>,
  present: ReadonlySet<string>,
): void {
  const missing = [...requested].filter((name) => !present.has(name));
  if (missing.length === 0) return;
  throw new DownloadError(
    `the report file has no header for ${missing.slice(0, MAX_LISTED).join(", ")}, by the list of columnNames; its headers are ` +
      `${quoteHeaders(headers)}: add the missing names to the list, or read without columnNames`,
  );
}

/** The first 40 headers in quotes for a message, each truncated to 40 characters. */
function quoteHeaders(headers: readonly string[]): string {
  const texts = headers
    .slice(0, MAX_LISTED)
    .map((header) => JSON.stringify(header.slice(0, MAX_LISTED)));
  return texts.join(", ") + (headers.length > MAX_LISTED ? ", …" : "");
}

/**
 * The columns known before any row: the requested ones, then those that every row has, each once.
 * So a report without rows has the same columns as one with rows. Empty for CSV: a CSV file has its
 * own names, so only its header counts.
 */
export function knownColumns({
  format,
  columns = [],
  guaranteedColumns = [],
}: Pick<ReportHandle, "format" | "columns" | "guaranteedColumns">): readonly string[] {
  return format === "CSV" ? [] : [...new Set([...columns, ...guaranteedColumns])];
}
