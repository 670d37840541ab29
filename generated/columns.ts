// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export { reportColumns } from "./report/columns.js";
export type { ReportRow, ReportColumnValues } from "./report/row.js";
export type { ColumnFacts, ColumnValue } from "../runtime/support.js";
