// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { type ColumnFacts, columnFacts } from "../../runtime/support-data.js";
import { MMM_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { MmmReportColumn } from "./schema.js";

/**
 * The kind and unit of each column in `MmmReportRequest`. Money is in the ad account's currency. `verified` is false if the kind is
 * inferred from the column's name.
 */
export const mmmReportColumns: Readonly<Record<MmmReportColumn, ColumnFacts>> = /* @__PURE__ */ columnFacts(MMM_REPORT_COLUMN_KINDS);
