// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * An object store as a target of `client.report.sync`: S3 or a compatible store. Needs the packages @aws-sdk/client-s3 and
 * hyparquet-writer.
 * @packageDocumentation
 */

import { type S3Options, s3Target } from "../runtime/sync/s3.js";
import { customTarget, type SyncTarget } from "./sync.js";

/**
 * Returns an S3 bucket as the target of `sync`. It holds the same Parquet files as `parquetFolder`, for BigQuery, Snowflake, Athena, DuckDB
 * and others. Each day of an account is one object, replaced by one request. Only one run at a time writes: conditional writes keep others
 * out, or the lease of `shared` if the store has no conditional writes. Needs the packages @aws-sdk/client-s3 and hyparquet-writer.
 * Connects when a sync begins.
 * @throws `InvalidArgumentError`: the options have the wrong type.
 */
export function s3(options: S3Options): SyncTarget {
  return customTarget(s3Target(options));
}

export type { S3Options, SyncTarget };
