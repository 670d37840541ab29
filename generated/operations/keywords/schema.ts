// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
import { checkFields, outOfRange, push, pushNotOneOf, standardSchema, wrongType } from "../../../runtime/support-data.js";
import { checkAdAccountId, checkAdGroupId, checkAdGroupIds, checkBookmark, checkCampaignId } from "../../checks.js";
import type { MatchTypeInput, MatchTypeResponse } from "../../schemas.js";

/** The request for `keywords`. Keywords of an ad account, a campaign or ad groups, page by page. */
export interface KeywordsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** Only the keywords of this campaign. Digits only. At most 18 characters. */
  campaign_id?: string;
  /** Only the keywords of this ad group. Digits only. At most 18 characters. */
  ad_group_id?: string;
  /** Only the keywords of these ad groups. 1 to 250 ids. Each: digits only, at most 18 characters. */
  ad_group_ids?: readonly string[];
  /** Only keywords that match in one of these ways. 1 to 5 types. */
  match_types?: readonly MatchTypeInput[];
  /** Maximum number of items on a page. At least 1. Default: `25`. */
  page_size?: number;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
}

/** An item of `items` in `KeywordsResponse`. */
export interface KeywordsResponseItem {
  /** Bid; Pinterest no longer sets it. */
  bid?: number | null;
  /** How searches match the keyword; a type that ends in _NEGATIVE excludes matching searches. */
  match_type: MatchTypeResponse | null;
  /** Text of the keyword. At most 120 characters. */
  value: string;
  /** Whether the keyword is archived. */
  archived?: boolean;
  /** Id, as in reports. Digits only. */
  id?: string;
  /** Id of the account, campaign or ad group that the keyword belongs to. Digits only. */
  parent_id?: string;
  /** Kind of entity that the keyword belongs to. */
  parent_type?: string;
  /** Type of the entity; always the same value. */
  type?: string;
}

/** The response to `keywords`. Keywords of an ad account, a campaign or ad groups, page by page. */
export interface KeywordsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The keywords on this page. */
  items: readonly KeywordsResponseItem[];
}

const MATCH_TYPE_INPUT_VALUES: readonly unknown[] = ["BROAD", "PHRASE", "EXACT", "EXACT_NEGATIVE", "PHRASE_NEGATIVE"];

/** Checks whether a value is a valid `KeywordsRequest`. Returns the violations, or an empty list if there are none. Never throws. */
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

/** `validateKeywords` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method. */
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
