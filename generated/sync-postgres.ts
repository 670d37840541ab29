// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * PostgreSQL as a target of `client.report.sync`. Needs the package pg.
 * @packageDocumentation
 */

import { type PostgresOptions, postgresTarget } from "../runtime/sync/postgres.js";
import { customTarget, type SyncTarget } from "./sync.js";

/**
 * A PostgreSQL database as the target of `sync`, from version 12 on: one table for each table, with its primary key and comments, in a
 * schema that one run at a time may have open. The rows of a report are replaced in one transaction together with the record of its days;
 * many rows first go to a temporary table. Two tables whose names begin with `_pinterest_sync` hold what is loaded. Needs the package pg;
 * connects when a sync begins.
 * @throws `InvalidArgumentError`: the options are of another kind, or the schema is no name.
 */
export function postgres(options: PostgresOptions = {}): SyncTarget {
  return customTarget(postgresTarget(options));
}

export type { PostgresOptions, SyncTarget };
