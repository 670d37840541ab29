// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * DuckDB as a target of `client.report.sync`. Needs the package @duckdb/node-api.
 * @packageDocumentation
 */

import { type DuckDBOptions, duckdbTarget } from "../runtime/sync/duckdb.js";
import { customTarget, type SyncTarget } from "./sync.js";

/**
 * A DuckDB file as the target of `sync`: one table for each table, with comments, in a file that one process at a time may have open. The
 * rows of a report are replaced in one transaction together with the record of its days. Two tables whose names begin with
 * `_pinterest_sync` hold what is loaded. `options` is the path of the file or its `file:` URL, or an object with it and a schema. Needs the
 * package @duckdb/node-api; opens the file when a sync begins.
 * @throws `InvalidArgumentError`: the path is none of a file, or the schema is no name.
 */
export function duckdb(options: DuckDBOptions | string | URL): SyncTarget {
  return customTarget(duckdbTarget(options));
}

export type { DuckDBOptions, SyncTarget };
