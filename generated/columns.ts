// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * The report columns as data: their kind and unit, whether these are verified, a label and a description.
 * @packageDocumentation
 */

export { reportColumns } from "./report/columns.js";
export type { ReportRow, ReportColumnValues } from "./report/row.js";
export type { TemplateReportRow } from "./template-report/row.js";
export { mmmReportColumns } from "./mmm-report/columns.js";
export type { MmmReportRow, MmmReportColumnValues } from "./mmm-report/row.js";
export { conversionProductReportColumns } from "./conversion-product-report/columns.js";
export type { ConversionProductReportRow, ConversionProductReportColumnValues } from "./conversion-product-report/row.js";
export type { CatalogReportRow } from "./catalog-report/row.js";
export { columnDescriptions, columnLabels, type ColumnName } from "./column-labels.js";
export type { ColumnFacts, ColumnValue } from "../runtime/support-data.js";
