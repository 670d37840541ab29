import { collect } from "../collect.js";
import { InvalidArgumentError } from "../errors.js";
import { WITH_DIGITS } from "../item-stream.js";
import { checkNames, ownOptions } from "../options.js";
import type { ColumnType } from "../validation/column-kinds.js";
import type { ReadRows, Row } from "./row.js";

/**
 * Rows to write: `report.rows()`, another stream, a list of objects, or a function. The function is
 * called once for each pass and returns the rows from the start. Values must be JSON: strings,
 * numbers, null, lists and objects.
 */
export type RowSource =
  | Iterable<object>
  | (AsyncIterable<object> & { readonly columns?: readonly string[] | undefined })
  | (() => AsyncIterable<object>);

/** A column with its type, as returned by `describeRows`. */
export interface DescribedColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** Options for the columns of a file. */
export interface ColumnOptions {
  /**
   * Columns of the file, in order: names or described columns. A Parquet file uses the types of
   * described columns. Default: for `report.rows()`, first the requested columns; then all other
   * columns in the rows.
   */
  readonly columns?: readonly (string | DescribedColumn)[] | undefined;
  /**
   * Whether to omit or append columns that are not in `columns`. They are appended in the order in
   * which they appear in the rows. Default: `"omit"` with `columns`, otherwise `"append"`.
   */
  readonly otherColumns?: "omit" | "append" | undefined;
}

/** Columns known in advance, and whether to append any others found in the rows. */
export interface ColumnChoice {
  readonly known: readonly string[];
  readonly appendsOthers: boolean;
}

/**
 * Determines the columns for these rows without reading any of them. The columns come from the
 * options or, if the options name none, from the stream. Repeated names are returned once.
 * `formatOptions` are the names of the format's other options. Throws an `InvalidArgumentError` if
 * `rows` is not a source of rows, and a `TypeError` for an unknown option.
 */
export function chooseColumns(
  rows: RowSource,
  options: ColumnOptions,
  formatOptions: readonly string[],
): ColumnChoice {
  checkSource(rows);
  const selected = ownOptions(options);
  checkNames(selected, ["columns", "otherColumns", ...formatOptions]);
  const { columns, otherColumns = columns === undefined ? "append" : "omit" } = selected;
  const known =
    columns ?? (typeof rows !== "function" && "columns" in rows ? (rows.columns ?? []) : []);
  const names = known.map((column) => (typeof column === "string" ? column : column.name));
  return { known: [...new Set(names)], appendsOthers: otherColumns === "append" };
}

/**
 * Returns the types of the described columns, keyed by name. Leaves out columns without a
 * description.
 */
export function describedTypes(
  columns: ColumnOptions["columns"] = [],
): ReadonlyMap<string, ColumnType> {
  return new Map(
    columns.flatMap((column) => (typeof column === "string" ? [] : [[column.name, column.type]])),
  );
}

/** Throws an `InvalidArgumentError` unless `rows` is iterable or a function. Reads no rows. */
function checkSource(rows: unknown): void {
  const isStream =
    typeof rows === "object" &&
    rows !== null &&
    (Symbol.asyncIterator in rows || Symbol.iterator in rows);
  if (isStream || typeof rows === "function") return;
  throw new InvalidArgumentError(
    "the rows must be report.rows(), another stream or list of objects, or a function that returns one",
  );
}

/**
 * Returns a report's rows, with numbers in these columns as strings with all their digits. Any
 * other source is returned unchanged. If `columns` is empty, `rows` is returned unchanged.
 */
export function withDigits<Source extends RowSource>(
  rows: Source,
  columns: readonly string[],
): Source {
  const { [WITH_DIGITS]: exact } = Object(rows) as {
    readonly [WITH_DIGITS]?: (columns: readonly string[]) => Source;
  };
  return exact === undefined || columns.length === 0 ? rows : exact(columns);
}

/**
 * Returns the rows of a source for one pass. Throws an `InvalidArgumentError` if `rows` is not a
 * source of rows.
 */
export function readOnce(rows: RowSource): AsyncIterable<Row> {
  checkSource(rows);
  return typeof rows === "function" ? (rows() as AsyncIterable<Row>) : each(rows);
}

/**
 * Returns a function that reads the rows of a source again at each call. A stream is first read
 * into memory, because a second pass over `report.rows()` would download the file again. A function
 * is returned unchanged, and a list is not copied.
 */
export async function readRepeatedly(rows: RowSource): Promise<ReadRows> {
  if (typeof rows === "function") return rows as ReadRows;
  const list: readonly object[] = Array.isArray(rows) ? rows : await collect(each(rows));
  return () => each(list);
}

/** Yields the rows of a list or stream. */
async function* each(rows: Iterable<object> | AsyncIterable<object>): AsyncGenerator<Row> {
  for await (const row of rows) yield row as Row;
}

/** Returns the names in `known`, then all other keys in order of appearance. Reads all rows. */
export async function columnsIn(
  rows: AsyncIterable<Row>,
  known: readonly string[],
): Promise<readonly string[]> {
  const names = new Set(known);
  for await (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}
