import { COLUMN_TYPES, type SqlDialect } from "../tables/column-types.js";
import type { SchemaType } from "../writers/parquet-file.js";
import type { CellType } from "./target.js";

/** How targets represent a column type. */
interface TypeFacts {
  /** A wider type, for values that do not fit this one. */
  readonly wider: CellType;
  readonly parquet: SchemaType;
  readonly sql: Readonly<Record<SqlDialect, string>>;
}

/**
 * The column types of targets. Besides the types of report columns, these are booleans (in the
 * lists of campaigns, ad groups and ads) and timestamps (when a row was loaded).
 */
export const CELL_TYPES: Readonly<Record<CellType, TypeFacts>> = {
  ...COLUMN_TYPES,
  boolean: {
    wider: "text",
    parquet: { type: "BOOLEAN" },
    sql: { postgresql: "boolean", duckdb: "BOOLEAN" },
  },
  timestamp: {
    wider: "text",
    parquet: {
      type: "INT64",
      converted_type: "TIMESTAMP_MILLIS",
      logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
    },
    sql: { postgresql: "timestamptz", duckdb: "TIMESTAMPTZ" },
  },
};
