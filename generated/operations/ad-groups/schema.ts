// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
import {
  isRecord,
  missing,
  NO_VIOLATIONS,
  ownFields,
  pointerTo,
  push,
  standardSchema,
  unknownField,
  unreadable,
  violation,
  wrongType,
} from "../../../runtime/support-data.js";
import {
  checkAdAccountId,
  checkAdGroupsAdGroupIds,
  checkBookmark,
  checkCampaignIds,
  checkEntityStatuses,
  checkOrder,
  checkPageSize,
} from "../../checks.js";
import type {
  ActionType,
  AdGroupSummaryStatus,
  BudgetType,
  EntityStatus,
  OptimizationGoalMetadata,
  PacingDeliveryType,
  PlacementGroupType,
  TargetingSpec,
  TrackingUrls,
} from "../../schemas.js";

/** The request for `adGroups`. The ad groups of an ad account, page by page. */
export interface AdGroupsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** Only these campaigns, or their ad groups or ads. 1 to 250 ids. Each: digits only, at most 18 characters. */
  campaign_ids?: readonly string[];
  /** Only these ad groups, or their ads. 1 to 250 ids. Each: digits only. */
  ad_group_ids?: readonly string[];
  /** Only entities with one of these statuses. */
  entity_statuses?: readonly AdGroupsEntityStatus[];
  /** Maximum number of items on a page. 1 to 250. Default: `25`. */
  page_size?: number;
  /** Order by id, which is the order of creation. */
  order?: AdGroupsOrder;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
  /** Whether interests in `targeting_spec` are names instead of ids. Default: `false`. */
  translate_interests_to_names?: boolean;
}

/** An item of `items` in `AdGroupsResponse`. */
export interface AdGroupsResponseItem {
  /** Whether Pinterest widens the targeting. */
  auto_targeting_enabled?: boolean | null;
  /** Bid, in millionths of the account's currency. */
  bid_in_micro_currency?: number | null;
  /** How the bid is used. */
  bid_strategy_type?: AdGroupsResponseItemBidStrategyType | null;
  /** Kind of event that is billed. */
  billable_event?: ActionType;
  /** Budget, in millionths of the account's currency; `budget_type` states the period. */
  budget_in_micro_currency?: number | null;
  /** Type of the budget: daily, for the whole run, or the campaign's budget. */
  budget_type?: BudgetType;
  /** Id of the ad group's campaign. Matches `^[C]?\d+$`. */
  campaign_id?: string;
  /** End time, in seconds since 1970; missing if there is no end. */
  end_time?: number | null;
  /** Whether Pinterest also shows the product Pins in other ad formats. */
  is_creative_optimization?: boolean | null;
  /** Maximum number of times that a person sees an ad within 30 days. */
  lifetime_frequency_cap?: number;
  /** Name, as entered by the advertiser. */
  name?: string;
  /** Details of the goal that the delivery is optimized for. */
  optimization_goal_metadata?: OptimizationGoalMetadata | null;
  /** Whether the budget is spent evenly or as fast as possible. */
  pacing_delivery_type?: PacingDeliveryType;
  /** Where the ads appear. Default: `"ALL"`. */
  placement_group?: PlacementGroupType;
  /** Where the promotion applies. */
  promotion_application_level?: AdGroupsResponseItemPromotionApplicationLevel | null;
  /** Digits only. Default: `"0"`. */
  promotion_id?: string | null;
  /** Start time, in seconds since 1970. */
  start_time?: number | null;
  /** Status, as set by the advertiser. */
  status?: EntityStatus;
  /** The people to whom the ads are shown. */
  targeting_spec?: TargetingSpec;
  /** Ids of the targeting templates of the ad group. At most 1 item. Each: digits only. */
  targeting_template_ids?: readonly string[] | null;
  /** Tracking URLs, keyed by the event that triggers the request. */
  tracking_urls?: TrackingUrls | null;
  /** Id of the ad account. Digits only. */
  ad_account_id?: string;
  /** 0 to 10. */
  bid_multiplier?: number | null;
  /** Whether the delivery is in its learning phase. */
  conversion_learning_mode_type?: AdGroupsResponseItemConversionLearningModeType | null;
  /** Time of creation, in seconds since 1970. */
  created_time?: number;
  /** Assets of dynamic creatives; their format is not documented. */
  dca_assets?: unknown;
  /** Id of the ad group's feed profile. */
  feed_profile_id?: string;
  /** Id, as in reports. Digits only. */
  id?: string;
  /** Status derived from the entity's own status, its parents' statuses, and its dates. */
  summary_status?: AdGroupSummaryStatus;
  /** Type of the entity; always the same value. Default: `"adgroup"`. */
  type?: string;
  /** Time of the last change, in seconds since 1970. */
  updated_time?: number;
}

/** The response to `adGroups`. The ad groups of an ad account, page by page. */
export interface AdGroupsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The ad groups on this page. */
  items: readonly AdGroupsResponseItem[];
}

/** An item of `entity_statuses` in `AdGroupsRequest`. */
export type AdGroupsEntityStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";

/** `order` in `AdGroupsRequest`. Order by id, which is the order of creation. */
export type AdGroupsOrder = "ASCENDING" | "DESCENDING";

/** `bid_strategy_type` in `AdGroupsResponseItem`. How the bid is used. */
export type AdGroupsResponseItemBidStrategyType = "AUTOMATIC_BID" | "MAX_BID" | "TARGET_AVG" | (string & {});

/** `promotion_application_level` in `AdGroupsResponseItem`. Where the promotion applies. */
export type AdGroupsResponseItemPromotionApplicationLevel = "NONE" | "ITEM" | "AD_GROUP" | (string & {});

/** `conversion_learning_mode_type` in `AdGroupsResponseItem`. Whether the delivery is in its learning phase. */
export type AdGroupsResponseItemConversionLearningModeType = "NOT_ACTIVE" | "ACTIVE" | (string & {});

const BODY_FIELDS: readonly string[] = [
  "ad_account_id", "campaign_ids", "ad_group_ids", "entity_statuses", "page_size", "order", "bookmark", "translate_interests_to_names",
];

/**
 * Checks whether a value is a valid `AdGroupsRequest`. Returns the violations, or an empty list if there are none. Violations of single
 * fields come first, then violations of the cross-field rules, which are available as data: `adGroupsRules` in the `data` entry point.
 * Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateAdGroups(body)) console.log(path, message);
 * ```
 */
export function validateAdGroups(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

/** Checks the fields, then the cross-field rules. Throws if a field cannot be read. */
function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let ad_account_id: unknown;
  let campaign_ids: unknown;
  let ad_group_ids: unknown;
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
      case "translate_interests_to_names":
        violations = checkTranslateInterestsToNames(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, BODY_FIELDS));
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
  return violations;
}

/** `validateAdGroups` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method. */
export const adGroupsSchema: StandardSchema<AdGroupsRequest> = /* @__PURE__ */ standardSchema(validateAdGroups);

function checkTranslateInterestsToNames(value: unknown, violations: Violations): Violations {
  if (typeof value !== "boolean") violations = push(violations, wrongType("/translate_interests_to_names", "boolean", value));
  return violations;
}
