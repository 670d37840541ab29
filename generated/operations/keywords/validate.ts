// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  isDigits,
  isRecord,
  missing,
  NO_VIOLATIONS,
  outOfRange,
  ownFields,
  patternMismatch,
  pointerTo,
  push,
  pushNotOneOf,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { KeywordsRequest } from "./types.js";
import { checkAdAccountId, checkAdGroupIds, checkBookmark, checkCampaignId } from "../../checks.js";

const FIELDS: readonly string[] = ["ad_account_id", "campaign_id", "ad_group_id", "ad_group_ids", "match_types", "page_size", "bookmark"];

/**
 * Returns the violations of a body of type `KeywordsRequest`: those of its fields, then those of the rules between fields. Returns an empty
 * list for a valid body. Never throws.
 */
export function validateKeywords(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let ad_account_id: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "ad_account_id":
        ad_account_id = value;
        violations = checkAdAccountId(value, violations);
        break;
      case "campaign_id":
        violations = checkCampaignId(value, violations);
        break;
      case "ad_group_id":
        violations = checkAdGroupId(value, violations);
        break;
      case "ad_group_ids":
        violations = checkAdGroupIds(value, violations);
        break;
      case "match_types":
        violations = checkMatchTypes(value, violations);
        break;
      case "page_size":
        violations = checkPageSize(value, violations);
        break;
      case "bookmark":
        violations = checkBookmark(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (ad_account_id === undefined) violations = push(violations, missing("/ad_account_id"));
  return violations;
}

/**
 * `validateKeywords` as a Standard Schema v1, for form and router libraries. Warnings are not issues; `onWarnings` of its method `with`
 * receives them.
 */
export const keywordsSchema: StandardSchema<KeywordsRequest> = /* @__PURE__ */ standardSchema(validateKeywords);

function checkAdGroupId(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/ad_group_id", "digits", value));
  else if (value.length > 18) violations = push(violations, outOfRange("max-length", "/ad_group_id", 18, value.length));
  else if (!isDigits(value)) violations = push(violations, patternMismatch("/ad_group_id", "^\\d+$", value));
  return violations;
}

function checkMatchTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/match_types", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/match_types", 1, value.length));
    if (value.length > 5) violations = push(violations, outOfRange("max-items", "/match_types", 5, value.length));
    for (let index = 0; value.length <= 5 && index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "BROAD" && item !== "PHRASE" && item !== "EXACT" && item !== "EXACT_NEGATIVE" && item !== "PHRASE_NEGATIVE")
        violations = pushNotOneOf(violations, "/match_types/" + index, item, [
          "BROAD", "PHRASE", "EXACT", "EXACT_NEGATIVE", "PHRASE_NEGATIVE",
        ]);
    }
  }
  return violations;
}

function checkPageSize(value: unknown, violations: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) violations = push(violations, wrongType("/page_size", "integer", value));
  else if (value < 1) violations = push(violations, outOfRange("minimum", "/page_size", 1, value));
  return violations;
}
