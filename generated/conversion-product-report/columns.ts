// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { type ColumnFacts, columnFacts } from "../../runtime/support-data.js";
import { CONVERSION_PRODUCT_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { ConversionProductReportColumn } from "./schema.js";

/**
 * The kind and unit of each column in `ConversionProductReportRequest`. Money is in the ad account's currency. `verified` is false if the
 * kind is inferred from the column's name.
 */
export const conversionProductReportColumns: Readonly<Record<ConversionProductReportColumn, ColumnFacts>> = /* @__PURE__ */ columnFacts(
  CONVERSION_PRODUCT_REPORT_COLUMN_KINDS,
);
