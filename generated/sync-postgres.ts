// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * PostgreSQL as a target for `client.report.sync`. Needs the pg package.
 * @packageDocumentation
 */

import { type PostgresOptions, postgresTarget } from "../runtime/sync/postgres.js";
import { customTarget, type SyncTarget } from "./sync.js";

/**
 * Returns a target for `sync` that writes to a PostgreSQL database, version 12 or later. Tables have primary keys and comments. Only one
 * run at a time can use the schema. A report's rows and the record of its days are replaced in one transaction. If several workers load
 * rows, they first write them to temporary tables. Two tables whose names begin with `_pinterest_sync` record what is loaded. Needs the pg
 * package. Connects when a sync begins.
 * @throws `InvalidArgumentError`: the options have the wrong type, or the schema is not a valid name.
 */
export function postgres(options: PostgresOptions = {}): SyncTarget {
  return customTarget(postgresTarget(options));
}

export type { PostgresOptions, SyncTarget };
