/** Exports of a generated `writers` entry point, which writes rows as CSV, NDJSON and Parquet. */
export { writeCsv, writeNdjson, writeParquet } from "./file.js";
export { type ParquetOptions, toParquet } from "./parquet.js";
export type { ColumnOptions, DescribedColumn, RowSource } from "./source.js";
export { type CsvOptions, toCsv, toNdjson } from "./text.js";
