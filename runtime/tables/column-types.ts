import { DECIMAL_PRECISION, DECIMAL_SCALE } from "../decimal.js";
import type { ColumnType } from "../validation/column-kinds.js";

/** Physical and logical type of a column in a Parquet file. */
export interface ParquetType {
  readonly type: "INT64" | "DOUBLE" | "INT32" | "BYTE_ARRAY" | "FIXED_LEN_BYTE_ARRAY";
  readonly converted_type?: "DATE" | "UTF8" | "DECIMAL";
  /** Bytes per value, for a fixed-length type. */
  readonly type_length?: number;
  /** Number of digits of a decimal. */
  readonly precision?: number;
  /** Number of digits after the decimal point. */
  readonly scale?: number;
}

/** A supported SQL dialect. */
export type SqlDialect = "postgresql" | "duckdb";

interface TypeFacts {
  /** Plural noun for values of this type, used in messages. */
  readonly values: string;
  /** The next wider type, which can represent values that do not fit this one. */
  readonly wider: ColumnType;
  readonly parquet: ParquetType;
  /** The type's SQL name in each dialect. */
  readonly sql: Readonly<Record<SqlDialect, string>>;
}

/** How files and databases represent each column type. */
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
  // Spark's default decimal type. It is large enough for money and its averages, and every database
  // supports it.
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
    // Plain string literals, because bundlers do not remove unused template literals.
    sql: { postgresql: "numeric(38, 18)", duckdb: "DECIMAL(38, 18)" },
  },
  date: {
    values: "days",
    wider: "text",
    parquet: { type: "INT32", converted_type: "DATE" },
    sql: { postgresql: "date", duckdb: "DATE" },
  },
  text: {
    values: "text",
    wider: "text",
    parquet: { type: "BYTE_ARRAY", converted_type: "UTF8" },
    sql: { postgresql: "text", duckdb: "VARCHAR" },
  },
};
