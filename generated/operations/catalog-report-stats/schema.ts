// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { checkFields, type StandardSchema, standardSchema, type ValidateOptions, type Violation } from "../../../runtime/support-data.js";
import { checkAdAccountId, checkBookmark, checkCatalogsReportStatsParametersInput, checkPageSize } from "../../checks.js";
import type { CatalogsReportStats, CatalogsReportStatsParametersInput } from "../../schemas.js";

/** The request for `catalogReportStats`. Number of problems of each kind in a catalog's report, page by page. */
export interface CatalogReportStatsRequest {
  /** The request is made on behalf of this ad account's owner. Digits only. At most 18 characters. */
  ad_account_id?: string;
  /** Report whose problems are counted. */
  parameters: CatalogsReportStatsParametersInput;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
  /** Maximum number of counts on a page. 1 to 250. Default: `25`. */
  page_size?: number;
}

/** The response to `catalogReportStats`. Number of problems of each kind in a catalog's report, page by page. */
export interface CatalogReportStatsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The counts on this page. */
  items: readonly CatalogsReportStats[];
}

/**
 * Checks whether a value is a valid `CatalogReportStatsRequest`. Returns the violations, or an empty list if there are none. Never throws.
 */
export function validateCatalogReportStats(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  return checkFields(
    body,
    {
      ad_account_id: checkAdAccountId,
      parameters: (value, violations) => checkCatalogsReportStatsParametersInput(value, "/parameters", "", violations),
      bookmark: checkBookmark,
      page_size: checkPageSize,
    },
    ["parameters"],
  );
}

/**
 * `validateCatalogReportStats` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with`
 * method.
 */
export const catalogReportStatsSchema: StandardSchema<CatalogReportStatsRequest> = /* @__PURE__ */ standardSchema(
  validateCatalogReportStats,
);
