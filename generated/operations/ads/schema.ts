// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ItemOf, StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
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
  checkAdIds,
  checkBookmark,
  checkCampaignIds,
  checkEntityStatuses,
  checkOrder,
  checkPageSize,
} from "../../checks.js";
import type { ADS_RESPONSE_ITEM_REJECTED_REASON_VALUES } from "../../lists.js";
import type {
  CreativeType,
  CustomizableCTAType,
  DisclosureType,
  EntityStatus,
  GridClickType,
  PinPromotionSummaryStatus,
  QuizPinData,
  TrackingUrls,
} from "../../schemas.js";

/** The request for `ads`. The ads of an ad account, page by page. */
export interface AdsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** Only these campaigns, or their ad groups or ads. 1 to 250 ids. Each: digits only, at most 18 characters. */
  campaign_ids?: readonly string[];
  /** Only these ad groups, or their ads. 1 to 250 ids. Each: digits only. */
  ad_group_ids?: readonly string[];
  /** Only these ads. 1 to 250 ids. Each: digits only. */
  ad_ids?: readonly string[];
  /** Only entities with one of these statuses. */
  entity_statuses?: readonly AdsEntityStatus[];
  /** Maximum number of items on a page. 1 to 250. Default: `25`. */
  page_size?: number;
  /** Order by id, which is the order of creation. */
  order?: AdsOrder;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
}

/** An item of `items` in `AdsResponse`. */
export interface AdsResponseItem {
  /** Id of the ad's ad group. Matches `^(AG)?\d+$`. */
  ad_group_id?: string;
  /** Link into an Android app. */
  android_deep_link?: string | null;
  /** Links into an Android app, one for each card of a carousel. */
  carousel_android_deep_links?: readonly string[] | null;
  /** URLs that the cards of a carousel lead to. */
  carousel_destination_urls?: readonly string[] | null;
  /** Links into an iOS app, one for each card of a carousel. */
  carousel_ios_deep_links?: readonly string[] | null;
  /** URL that is requested on a click. */
  click_tracking_url?: string | null;
  /** Kind of the ad's content. */
  creative_type?: CreativeType;
  /** Text of the ad's button. */
  customizable_cta_type?: CustomizableCTAType | null;
  /** URL that the ad leads to. */
  destination_url?: string | null;
  /** Kind of disclosure in the ad. */
  disclosure_type?: DisclosureType | null;
  /** URL of the disclosure. */
  disclosure_url?: string | null;
  /** What a click on the ad in a grid opens. */
  grid_click_type?: GridClickType | null;
  /** Link into an iOS app. */
  ios_deep_link?: string | null;
  /** Whether the Pin was deleted. */
  is_pin_deleted?: boolean;
  /** Whether people can save the Pin. */
  is_removable?: boolean;
  /** Matches `^(AG)?\d+$`. */
  lead_form_id?: string | null;
  /** Name, as entered by the advertiser. At most 255 characters. */
  name?: string | null;
  /** The quiz, if the ad is a quiz. */
  quiz_pin_data?: QuizPinData | null;
  /** Status, as set by the advertiser. */
  status?: EntityStatus;
  /** Tracking URLs, keyed by the event that triggers the request. */
  tracking_urls?: TrackingUrls | null;
  /** URL that is requested on a view. */
  view_tracking_url?: string | null;
  /** Id of the Pin that the ad shows. Digits only. */
  pin_id?: string;
  /** Id of the ad account. Digits only. */
  ad_account_id?: string;
  /** Id of the ad's campaign. Digits only. */
  campaign_id?: string;
  /** Template of the URLs that items of a collection lead to. */
  collection_items_destination_url_template?: string | null;
  /** Time of creation, in seconds since 1970. */
  created_time?: number;
  /** Id, as in reports. Digits only. */
  id?: string;
  /** Why the ad was rejected. */
  rejected_reasons?: readonly AdsResponseItemRejectedReason[];
  /** Why the ad was rejected, in words. */
  rejection_labels?: readonly string[];
  /** Result of Pinterest's review of the ad. */
  review_status?: AdsResponseItemReviewStatus;
  /** Status derived from the entity's own status, its parents' statuses, and its dates. */
  summary_status?: PinPromotionSummaryStatus;
  /** Type of the entity; always the same value. */
  type?: string;
  /** Time of the last change, in seconds since 1970. */
  updated_time?: number;
}

/** The response to `ads`. The ads of an ad account, page by page. */
export interface AdsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The ads on this page. */
  items: readonly AdsResponseItem[];
}

/** An item of `entity_statuses` in `AdsRequest`. */
export type AdsEntityStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";

/** `order` in `AdsRequest`. Order by id, which is the order of creation. */
export type AdsOrder = "ASCENDING" | "DESCENDING";

/** An item of `rejected_reasons` in `AdsResponseItem`. */
export type AdsResponseItemRejectedReason = ItemOf<typeof ADS_RESPONSE_ITEM_REJECTED_REASON_VALUES> | (string & {});

/** `review_status` in `AdsResponseItem`. Result of Pinterest's review of the ad. */
export type AdsResponseItemReviewStatus = "OTHER" | "PENDING" | "REJECTED" | "APPROVED" | (string & {});

const BODY_FIELDS: readonly string[] = [
  "ad_account_id", "campaign_ids", "ad_group_ids", "ad_ids", "entity_statuses", "page_size", "order", "bookmark",
];

/**
 * Checks whether a value is a valid `AdsRequest`. Returns the violations, or an empty list if there are none. Violations of single fields
 * come first, then violations of the cross-field rules, which are available as data: `adsRules` in the `data` entry point.
 * Never throws.
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

/** Checks the fields, then the cross-field rules. Throws if a field cannot be read. */
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

/** `validateAds` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method. */
export const adsSchema: StandardSchema<AdsRequest> = /* @__PURE__ */ standardSchema(validateAds);
