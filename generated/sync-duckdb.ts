// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * DuckDB as a target for `client.report.sync`. Needs the @duckdb/node-api package.
 * @packageDocumentation
 */

import { type DuckDBOptions, duckdbTarget } from "../runtime/sync/duckdb.js";
import { customTarget, type SyncTarget } from "./sync.js";

/**
 * Returns a target for `sync` that writes tables to a DuckDB file. The columns have comments. Only one process at a time can open the
 * file. A report's rows and the record of its days are replaced in one transaction. Two tables whose names begin with `_pinterest_sync`
 * record what is loaded. `options` is the file's path or `file:` URL, or an object with the path and a schema. Needs the @duckdb/node-api
 * package. The file is opened when a sync begins.
 * @throws `InvalidArgumentError`: the path is not a file path, or the schema is not a valid name.
 */
export function duckdb(options: DuckDBOptions | string | URL): SyncTarget {
  return customTarget(duckdbTarget(options));
}

export type { DuckDBOptions, SyncTarget };
