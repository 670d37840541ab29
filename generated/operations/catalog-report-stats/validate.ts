// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  isRecord,
  missing,
  NO_VIOLATIONS,
  ownFields,
  pointerTo,
  push,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { CatalogReportStatsRequest } from "./types.js";
import { checkAdAccountId, checkBookmark, checkCatalogsReportStatsParametersInput, checkPageSize } from "../../checks.js";

const FIELDS: readonly string[] = ["ad_account_id", "parameters", "bookmark", "page_size"];

/**
 * Returns the violations of a body of type `CatalogReportStatsRequest`: those of its fields, then those of the rules between fields.
 * Returns an empty list for a valid body. Never throws.
 */
export function validateCatalogReportStats(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let parameters: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "parameters":
        parameters = value;
        violations = checkCatalogsReportStatsParametersInput(value, "/parameters", "", violations);
        break;
      case "ad_account_id":
        violations = checkAdAccountId(value, violations);
        break;
      case "bookmark":
        violations = checkBookmark(value, violations);
        break;
      case "page_size":
        violations = checkPageSize(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (parameters === undefined) violations = push(violations, missing("/parameters"));
  return violations;
}

/**
 * `validateCatalogReportStats` as a Standard Schema v1, for form and router libraries. Warnings are not issues; `onWarnings` of its method
 * `with` receives them.
 */
export const catalogReportStatsSchema: StandardSchema<CatalogReportStatsRequest> = /* @__PURE__ */ standardSchema(
  validateCatalogReportStats,
);
