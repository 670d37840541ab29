// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * S3 or a compatible object store as a target for `client.report.sync`. Needs the @aws-sdk/client-s3 and hyparquet-writer packages.
 * @packageDocumentation
 */

import { type S3Options, s3Target } from "../runtime/sync/s3.js";
import { customTarget, type SyncTarget } from "./sync.js";

/**
 * Returns a target for `sync` that writes to an S3 bucket. It stores the same Parquet files as `parquetFolder`, for BigQuery, Snowflake,
 * Athena, DuckDB and others. Each day of an account is one object, replaced by a single request. Conditional writes ensure that only one
 * run at a time writes. If the store does not support conditional writes, a lease in `shared` ensures this instead. Needs the
 * @aws-sdk/client-s3 and hyparquet-writer packages. Connects when a sync begins.
 * @throws `InvalidArgumentError`: the options have the wrong type.
 */
export function s3(options: S3Options): SyncTarget {
  return customTarget(s3Target(options));
}

export type { S3Options, SyncTarget };
