import { decimalOf, unscaled } from "../decimal.js";
import type { Completed } from "../given.js";
import { ownOptions } from "../options.js";
import { COLUMN_TYPES } from "../tables/column-types.js";
import { COLUMN_KINDS, type ColumnType, type ColumnValue } from "../validation/column-kinds.js";
import { dayNumber } from "../validation/dates.js";
import { loadParquet, ParquetFile } from "./parquet-file.js";
import { cellOf, cellText, type Row } from "./row.js";
import {
  type ColumnOptions,
  chooseColumns,
  describedTypes,
  type RowSource,
  readRepeatedly,
  withDigits,
} from "./source.js";

/** Options for writing Parquet. */
export interface ParquetOptions extends ColumnOptions {
  /**
   * Facts about each column. They determine the type of columns that `columns` does not describe,
   * so that the type is the same in every file. For a column with neither a description nor facts,
   * the type depends on its values: integer, double, or else text. Default: the columns of all
   * reports in this package.
   */
  readonly columnFacts?: Readonly<Record<string, { readonly value: ColumnValue }>> | undefined;
  /**
   * Called with a message for each column that needs a wider type. The file uses that type instead
   * of the type in `columns` or `columnFacts`.
   */
  readonly onNote?: ((message: string) => void) | undefined;
}

interface TypeOptions extends Completed<ParquetOptions, "columnFacts" | "onNote"> {
  readonly known: readonly string[];
  readonly appendsOthers: boolean;
  readonly described: ReadonlyMap<string, ColumnType>;
}

/**
 * Determines the type of each column by reading all rows. With `appendsOthers`, the result includes
 * columns that are not in `known`.
 *
 * A described column has its described type, and DATE is a `date`. Other types come from
 * `columnFacts`, or else from the values. If a value does not fit, the column gets a wider type and
 * `onNote` is called. This can happen because `columnFacts` may be inferred only from the column's
 * name.
 */
async function columnTypesIn(
  rows: AsyncIterable<Row>,
  { known, appendsOthers, onNote, ...facts }: TypeOptions,
): Promise<ReadonlyMap<string, ColumnType>> {
  const types = new Map(known.map((name) => [name, expectedType(name, facts)]));
  for await (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      if (!appendsOthers && !types.has(name)) continue;
      const before = types.get(name) ?? expectedType(name, facts);
      const isMissing = value === undefined || value === null;
      let type = before === null && !isMissing ? "integer" : before;
      while (type !== null && !fits(type, value)) type = COLUMN_TYPES[type].wider;
      types.set(name, type);
    }
  }
  for (const [name, type] of types) {
    const expected = expectedType(name, facts);
    if (type !== null && expected !== null && type !== expected)
      onNote(
        `${name} is written as ${COLUMN_TYPES[type].values}: not all of its values are ${COLUMN_TYPES[expected].values}`,
      );
  }
  return new Map([...types].map(([name, type]) => [name, type ?? "text"]));
}

/** Returns the known type of a column; null if it depends on the values. */
function expectedType(
  name: string,
  { described, columnFacts }: Pick<TypeOptions, "described" | "columnFacts">,
): ColumnType | null {
  if (described.has(name) || name === "DATE") return described.get(name) ?? "date";
  return Object.hasOwn(columnFacts, name)
    ? COLUMN_KINDS[columnFacts[name]?.value ?? "unknown"].inTables
    : null;
}

/**
 * Returns the items of `columns` that are decimals according to the descriptions or facts. A type
 * in `described` takes precedence over `columnFacts`.
 */
export function decimalColumns(
  columns: readonly string[],
  options: Pick<TypeOptions, "described" | "columnFacts">,
): readonly string[] {
  return columns.filter((name) => expectedType(name, options) === "decimal");
}

/**
 * Converts a value to what the Parquet writer expects for its type. That is a bigint for `integer`,
 * a scaled bigint for `decimal`, a `Date` for `date`, and a JSON string for an object in a `text`
 * column. Undefined becomes null. The value must fit the type.
 */
function parquetValue(type: ColumnType, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (type === "integer") return BigInt(value as number | bigint);
  if (type === "date") return new Date(`${value}T00:00:00Z`);
  if (type === "decimal") return unscaled(decimalOf(value) ?? "");
  return type === "double" ? value : cellText(value);
}

const INT64_LIMIT = 2n ** 63n;

/** Whether a column of this type can represent the value exactly. True for a missing value. */
function fits(type: ColumnType, value: unknown): boolean {
  if (type === "text" || value === undefined || value === null) return true;
  if (type === "integer")
    return typeof value === "bigint"
      ? value >= -INT64_LIMIT && value < INT64_LIMIT
      : Number.isSafeInteger(value);
  if (type === "double") return typeof value === "number";
  if (type === "decimal") return decimalOf(value) !== undefined;
  // `Date.parse` would read February 30 as March 2, so `dayNumber` is used instead.
  return !Number.isNaN(dayNumber(value));
}

/** Names of the Parquet options that do not choose columns. */
export const PARQUET_OPTIONS: readonly string[] = ["columnFacts", "onNote"];

/**
 * Converts rows to the bytes of a Parquet file. A row group has about 250,000 cells, and at least
 * 1,000 rows. A missing value becomes null, an id becomes text with all its digits, and DATE
 * becomes a date. Needs no file system.
 *
 * All rows are read before the first byte is written, because a column's type must fit all its
 * values. So a stream is read into memory, and a function is called twice. Throws any error from
 * `rows`, a `TypeError` for an unknown option, and an `InvalidArgumentError` if the package
 * hyparquet-writer is not installed.
 */
export async function* toParquet(
  rows: RowSource,
  options: ParquetOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { columns, columnFacts = {}, onNote = () => {} } = ownOptions(options);
  const choice = chooseColumns(rows, options, PARQUET_OPTIONS);
  const library = await loadParquet();
  const described = describedTypes(columns);
  const read = await readRepeatedly(
    withDigits(rows, decimalColumns(choice.known, { described, columnFacts })),
  );
  const types = await columnTypesIn(read(), { ...choice, described, columnFacts, onNote });
  const fileColumns = [...types];
  const file = new ParquetFile(
    library,
    fileColumns.map(([name, type]) => ({ name, ...COLUMN_TYPES[type].parquet })),
  );
  for await (const row of read()) {
    const group = file.add(
      fileColumns.map(([name, type]) => parquetValue(type, cellOf(row, name))),
    );
    if (group !== null) yield await group;
  }
  yield await file.finish();
}
