import { DECIMAL_PRECISION, DECIMAL_SCALE } from "../decimal.js";
import type { ColumnType } from "../validation/column-kinds.js";

/** Type of a column in a Parquet file: the physical and the logical type. */
export interface ParquetType {
  readonly type: "INT64" | "DOUBLE" | "INT32" | "BYTE_ARRAY" | "FIXED_LEN_BYTE_ARRAY";
  readonly converted_type?: "DATE" | "UTF8" | "DECIMAL";
  /** Bytes of each value, for a type of fixed length. */
  readonly type_length?: number;
  /** Digits of a decimal. */
  readonly precision?: number;
  /** Digits of a decimal after the point. */
  readonly scale?: number;
}

/** A database whose SQL is known. */
export type SqlDialect = "postgresql" | "duckdb";

/** What files and databases make of a type. */
interface TypeFacts {
  /** Its values, in the plural, for messages. */
  readonly values: string;
  /** The type that also holds values that do not fit this one. */
  readonly wider: ColumnType;
  readonly parquet: ParquetType;
  /** Its name in SQL, by database. */
  readonly sql: Readonly<Record<SqlDialect, string>>;
}

/** The types of columns, one row each. */
export const COLUMN_TYPES: Readonly<Record<ColumnType, TypeFacts>> = {
  integer: {
    values: "integers",
    wider: "double",
    parquet: { type: "INT64" },
    sql: { postgresql: "bigint", duckdb: "BIGINT" },
  },
  double: {
    values: "numbers",
    wider: "text",
    parquet: { type: "DOUBLE" },
    sql: { postgresql: "double precision", duckdb: "DOUBLE" },
  },
  // As Spark's own decimals: what money and its averages need, in every database.
  decimal: {
    values: "decimals",
    wider: "text",
    parquet: {
      type: "FIXED_LEN_BYTE_ARRAY",
      type_length: 16,
      converted_type: "DECIMAL",
      precision: DECIMAL_PRECISION,
      scale: DECIMAL_SCALE,
    },
    // As literals: bundlers keep a template, which may have effects, though nothing uses it.
    sql: { postgresql: "numeric(38, 18)", duckdb: "DECIMAL(38, 18)" },
  },
  date: {
    values: "days",
    wider: "text",
    parquet: { type: "INT32", converted_type: "DATE" },
    sql: { postgresql: "date", duckdb: "DATE" },
  },
  text: {
    values: "texts",
    wider: "text",
    parquet: { type: "BYTE_ARRAY", converted_type: "UTF8" },
    sql: { postgresql: "text", duckdb: "VARCHAR" },
  },
};
