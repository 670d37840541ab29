// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  checkFields,
  outOfRange,
  push,
  pushNotOneOf,
  type StandardSchema,
  standardSchema,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { KeywordsRequest } from "./types.js";
import { checkAdAccountId, checkAdGroupId, checkAdGroupIds, checkBookmark, checkCampaignId } from "../../checks.js";

const MATCH_TYPE_INPUT_VALUES: readonly unknown[] = ["BROAD", "PHRASE", "EXACT", "EXACT_NEGATIVE", "PHRASE_NEGATIVE"];

/** Returns the violations in a `KeywordsRequest`, or an empty list if it is valid. Never throws. */
export function validateKeywords(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  return checkFields(
    body,
    {
      ad_account_id: checkAdAccountId,
      campaign_id: checkCampaignId,
      ad_group_id: checkAdGroupId,
      ad_group_ids: checkAdGroupIds,
      match_types: checkMatchTypes,
      page_size: checkPageSize,
      bookmark: checkBookmark,
    },
    ["ad_account_id"],
  );
}

/** `validateKeywords` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to `with`. */
export const keywordsSchema: StandardSchema<KeywordsRequest> = /* @__PURE__ */ standardSchema(validateKeywords);

function checkMatchTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/match_types", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/match_types", 1, value.length));
    if (value.length > 5) violations = push(violations, outOfRange("max-items", "/match_types", 5, value.length));
    for (let index = 0; value.length <= 5 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!MATCH_TYPE_INPUT_VALUES.includes(item))
        violations = pushNotOneOf(violations, "/match_types/" + index, item, MATCH_TYPE_INPUT_VALUES);
    }
  }
  return violations;
}

function checkPageSize(value: unknown, violations: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) violations = push(violations, wrongType("/page_size", "integer", value));
  else if (value < 1) violations = push(violations, outOfRange("minimum", "/page_size", 1, value));
  return violations;
}
