// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Describes the rows of a request as a table before the request is sent: columns with their types, the primary key, and the SQL that
 * creates the table.
 * @packageDocumentation
 */

import { type DescribeOptions, describeRowsOf, type RowFacts, type RowsDescription } from "../runtime/support-data.js";
import { columnDescriptions } from "./column-labels.js";
import { reportColumns } from "./report/columns.js";
import { reportLevels } from "./report/levels.js";
import type { ReportRequest } from "./report/schema.js";
import { mmmReportColumns } from "./mmm-report/columns.js";
import type { MmmReportRequest } from "./mmm-report/schema.js";
import { conversionProductReportColumns } from "./conversion-product-report/columns.js";
import type { ConversionProductReportRequest } from "./conversion-product-report/schema.js";

const REPORT: RowFacts = {
  columns: reportColumns,
  descriptions: columnDescriptions,
  levels: reportLevels,
};

/**
 * Describes the rows of a request: their columns and the primary key. Each column has its type in SQL and in Parquet, its unit and its
 * meaning. The request needs no dates and is not validated. For a CSV file, describes what `rows({ columnNames })` returns. Sends nothing.
 * @throws `InvalidArgumentError`: the body is not an object, or its `columns` are not a list of strings.
 * @example
 * ```ts
 * const { columns } = describeRows(body);
 * ```
 */
export function describeRows<const Request extends Pick<ReportRequest, "columns" | "granularity" | "level">>(
  body: Request,
  options: DescribeOptions = {},
): RowsDescription {
  return describeRowsOf(REPORT, body, options);
}

const MMM_REPORT: RowFacts = {
  columns: mmmReportColumns,
  descriptions: columnDescriptions,
  levels: [],
};

/**
 * Describes the rows of a request: their columns and the primary key. Each column has its type in SQL and in Parquet, its unit and its
 * meaning. The request needs no dates and is not validated. For a CSV file, describes what `rows({ columnNames })` returns. Sends nothing.
 * There is no primary key, because the ids in the rows are not known.
 * @throws `InvalidArgumentError`: the body is not an object, or its `columns` are not a list of strings.
 * @example
 * ```ts
 * const { columns } = describeMmmReportRows(body);
 * ```
 */
export function describeMmmReportRows<const Request extends Pick<MmmReportRequest, "columns" | "granularity" | "level">>(
  body: Request,
  options: DescribeOptions = {},
): RowsDescription {
  return describeRowsOf(MMM_REPORT, body, options);
}

const CONVERSION_PRODUCT_REPORT: RowFacts = {
  columns: conversionProductReportColumns,
  descriptions: columnDescriptions,
  levels: [],
};

/**
 * Describes the rows of a request: their columns and the primary key. Each column has its type in SQL and in Parquet, its unit and its
 * meaning. The request needs no dates and is not validated. For a CSV file, describes what `rows({ columnNames })` returns. Sends nothing.
 * There is no primary key, because the ids in the rows are not known.
 * @throws `InvalidArgumentError`: the body is not an object, or its `columns` are not a list of strings.
 * @example
 * ```ts
 * const { columns } = describeConversionProductReportRows(body);
 * ```
 */
export function describeConversionProductReportRows<
  const Request extends Pick<ConversionProductReportRequest, "columns" | "granularity" | "level">
>(body: Request, options: DescribeOptions = {}): RowsDescription {
  return describeRowsOf(CONVERSION_PRODUCT_REPORT, body, options);
}

export {
  type ColumnType,
  type ColumnUnit,
  type ColumnValue,
  type CreateTableOptions,
  createTable,
  type DescribeOptions,
  type KeyedRowsDescription,
  type ParquetType,
  type RowColumn,
  type RowsDescription,
  requireKey,
  type SqlDialect,
} from "../runtime/support-data.js";
