// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * An object store as a target of `client.report.sync`: S3 and what speaks its protocol. Needs the packages @aws-sdk/client-s3 and
 * hyparquet-writer.
 * @packageDocumentation
 */

import { type S3Options, s3Target } from "../runtime/sync/s3.js";
import { customTarget, type SyncTarget } from "./sync.js";

/**
 * A bucket as the target of `sync`: the Parquet files of `parquetFolder` as objects, for BigQuery, Snowflake, Athena, DuckDB and others.
 * Each day of an account is one object, replaced by one request. One run at a time writes: conditional writes of the store keep others out,
 * or the lease of `shared` where the store has none. Needs the packages @aws-sdk/client-s3 and hyparquet-writer; connects when a sync
 * begins.
 * @throws `InvalidArgumentError`: the options are of another kind.
 */
export function s3(options: S3Options): SyncTarget {
  return customTarget(s3Target(options));
}

export type { S3Options, SyncTarget };
