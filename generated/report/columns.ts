// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { type ColumnFacts, columnFacts } from "../../runtime/support-data.js";
import { REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { ReportColumn } from "./schema.js";

/**
 * The kind and unit of each column in `ReportRequest`. Money is in the ad account's currency. `verified` is false if the kind is inferred
 * from the column's name.
 */
export const reportColumns: Readonly<Record<ReportColumn, ColumnFacts>> = /* @__PURE__ */ columnFacts(REPORT_COLUMN_KINDS);
