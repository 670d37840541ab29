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
  violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { AdsRequest } from "./types.js";
import {
  checkAdAccountId,
  checkAdGroupsAdGroupIds,
  checkAdIds,
  checkBookmark,
  checkCampaignIds,
  checkEntityStatuses,
  checkOrder,
  checkPageSize,
} from "../../checks.js";

const FIELDS: readonly string[] = [
  "ad_account_id", "campaign_ids", "ad_group_ids", "ad_ids", "entity_statuses", "page_size", "order", "bookmark",
];

/**
 * Returns the violations in a `AdsRequest`, or an empty list if it is valid. Those of single fields come first, then those of the rules
 * between fields, which are available as data: `adsRules` in the `data` entry point. Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateAds(body)) console.log(path, message);
 * ```
 */
export function validateAds(body: unknown, _options?: ValidateOptions): readonly Violation[] {
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
  let campaign_ids: unknown;
  let ad_group_ids: unknown;
  let ad_ids: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "ad_account_id":
        ad_account_id = value;
        violations = checkAdAccountId(value, violations);
        break;
      case "campaign_ids":
        campaign_ids = value;
        violations = checkCampaignIds(value, violations);
        break;
      case "ad_group_ids":
        ad_group_ids = value;
        violations = checkAdGroupsAdGroupIds(value, violations);
        break;
      case "ad_ids":
        ad_ids = value;
        violations = checkAdIds(value, violations);
        break;
      case "entity_statuses":
        violations = checkEntityStatuses(value, violations);
        break;
      case "page_size":
        violations = checkPageSize(value, violations);
        break;
      case "order":
        violations = checkOrder(value, violations);
        break;
      case "bookmark":
        violations = checkBookmark(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (ad_account_id === undefined) violations = push(violations, missing("/ad_account_id"));

  if (ad_group_ids !== undefined && campaign_ids !== undefined) {
    violations = push(
      violations,
      violation("forbidden-when-campaign-ids-with-ad-group-ids", "error", "/campaign_ids", "is not allowed when ad_group_ids is given", {
        field: "campaign_ids",
        when: [{ field: "ad_group_ids", present: true }],
      }),
    );
  }

  if (ad_ids !== undefined && campaign_ids !== undefined) {
    violations = push(
      violations,
      violation("forbidden-when-campaign-ids-with-ad-ids", "error", "/campaign_ids", "is not allowed when ad_ids is given", {
        field: "campaign_ids",
        when: [{ field: "ad_ids", present: true }],
      }),
    );
  }

  if (ad_ids !== undefined && ad_group_ids !== undefined) {
    violations = push(
      violations,
      violation("forbidden-when-ad-group-ids-with-ad-ids", "error", "/ad_group_ids", "is not allowed when ad_ids is given", {
        field: "ad_group_ids",
        when: [{ field: "ad_ids", present: true }],
      }),
    );
  }
  return violations;
}

/** `validateAds` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to `with`. */
export const adsSchema: StandardSchema<AdsRequest> = /* @__PURE__ */ standardSchema(validateAds);
