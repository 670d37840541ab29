import type { ColumnValue } from "../validation/rule.js";

/** Type of a column in a table: UTF-8 text, 64-bit integers, doubles, or days without a time. */
export type ColumnType = "text" | "integer" | "double" | "date";

const TYPES: Readonly<Record<ColumnValue, ColumnType>> = {
  id: "text",
  name: "text",
  text: "text",
  url: "text",
  label: "text",
  count: "integer",
  number: "double",
  rate: "double",
  ratio: "double",
  seconds: "double",
  money: "double",
  "micro-money": "double",
  "unknown-money": "double",
  unknown: "text",
};

/** The type of a column with values of this kind. An id is text, because it may have more digits than a double holds. */
export function columnType(value: ColumnValue): ColumnType {
  return TYPES[value];
}

/** The type that also holds values that do not fit a type. */
export const WIDER_TYPE: Readonly<Record<ColumnType, ColumnType>> = { integer: "double", double: "text", date: "text", text: "text" };

/** Type of a column in a Parquet file: the physical type, and for texts and days what it stands for. */
export interface ParquetType {
  readonly type: "INT64" | "DOUBLE" | "INT32" | "BYTE_ARRAY";
  readonly converted_type?: "DATE" | "UTF8";
}

/** The type of each column type in Parquet files. */
export const PARQUET_TYPES: Readonly<Record<ColumnType, ParquetType>> = {
  integer: { type: "INT64" },
  double: { type: "DOUBLE" },
  date: { type: "INT32", converted_type: "DATE" },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
};

/** A database whose SQL is known. */
export type SqlDialect = "postgresql" | "duckdb";

/** The name of each column type in SQL. */
export const SQL_TYPES: Readonly<Record<ColumnType, Readonly<Record<SqlDialect, string>>>> = {
  integer: { postgresql: "bigint", duckdb: "BIGINT" },
  double: { postgresql: "double precision", duckdb: "DOUBLE" },
  date: { postgresql: "date", duckdb: "DATE" },
  text: { postgresql: "text", duckdb: "VARCHAR" },
};
