// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { checkFields, type StandardSchema, standardSchema, type ValidateOptions, type Violation } from "../../../runtime/support-data.js";
import type { CatalogReportStatsRequest } from "./types.js";
import { checkAdAccountId, checkBookmark, checkCatalogsReportStatsParametersInput, checkPageSize } from "../../checks.js";

/** Returns the violations in a `CatalogReportStatsRequest`, or an empty list if it is valid. Never throws. */
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

/** `validateCatalogReportStats` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to `with`. */
export const catalogReportStatsSchema: StandardSchema<CatalogReportStatsRequest> = /* @__PURE__ */ standardSchema(
  validateCatalogReportStats,
);
