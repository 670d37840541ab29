// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Writes rows as CSV, NDJSON and Parquet: as chunks for a stream, or to a file.
 * @packageDocumentation
 */

import { reportColumns } from "./report/columns.js";
import { mmmReportColumns } from "./mmm-report/columns.js";
import { conversionProductReportColumns } from "./conversion-product-report/columns.js";
import {
  type ParquetOptions,
  type RowSource,
  toParquet as rowsToParquet,
  writeParquet as writeRowsAsParquet,
} from "../runtime/writers/index.js";

/** Fills in the default for `columnFacts`: the facts about the columns of all reports. */
function withColumnFacts(options: ParquetOptions): ParquetOptions {
  return {
    ...options,
    columnFacts: options.columnFacts ?? {
      ...reportColumns,
      ...mmmReportColumns,
      ...conversionProductReportColumns,
    },
  };
}

/**
 * Converts rows to the bytes of a Parquet file. Reads all rows before writing the first byte, because a column's type must fit all its
 * values. If `rows` is a stream, it is read into memory; if it is a function, it is called twice. Missing values become null, ids become
 * text and keep every digit, and DATE becomes a date. Row groups have about 250,000 cells, and at least 1,000 rows. Throws any error from
 * `rows`, and an `InvalidArgumentError` if the hyparquet-writer package is not installed. Needs no file system.
 * @example
 * ```ts
 * for await (const bytes of toParquet(report.rows())) process.stdout.write(bytes);
 * ```
 */
export function toParquet(rows: RowSource, options: ParquetOptions = {}): AsyncGenerator<Uint8Array, void, undefined> {
  return rowsToParquet(rows, withColumnFacts(options));
}

/**
 * Writes rows to a Parquet file, and resolves to the number of rows. `path` can be a `file:` URL. The file appears only when it is
 * complete. Until then, and after an error, an existing file is unchanged. A stream is first stored in a temporary file in the same folder.
 * Memory use does not depend on the number of rows. Throws any error from `writeCsv`, and an `InvalidArgumentError` if the hyparquet-writer
 * package is not installed.
 * @example
 * ```ts
 * const rows = await writeParquet(report.rows(), "report.parquet");
 * ```
 */
export function writeParquet(rows: RowSource, path: string | URL, options: ParquetOptions = {}): Promise<number> {
  return writeRowsAsParquet(rows, path, withColumnFacts(options));
}

export {
  type ColumnOptions,
  type CsvOptions,
  type DescribedColumn,
  type ParquetOptions,
  type RowSource,
  toCsv,
  toNdjson,
  writeCsv,
  writeNdjson,
} from "../runtime/writers/index.js";
export type { ColumnFacts, ColumnType, ColumnValue } from "../runtime/support-data.js";
