import type { DatabaseStores } from "./database-stores.js";
import { duckdbStores } from "./duckdb-stores.js";
import { NO_POSTGRES, SKIPPED } from "./postgres.js";
import { postgresStores } from "./postgres-stores.js";

/** The databases that the tests use. */
export const DATABASES: readonly {
  readonly name: string;
  readonly isSkipped: boolean;
  stores(): Promise<DatabaseStores>;
}[] = [
  { name: "DuckDB", isSkipped: false, stores: duckdbStores },
  { name: `PostgreSQL${SKIPPED}`, isSkipped: NO_POSTGRES !== null, stores: postgresStores },
];
