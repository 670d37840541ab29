// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _d9bdb832beac23b7 } from "../../generation.js";
import type { ItemOf } from "../../../runtime/support.js";
import type {
  ADS_RESPONSE_ITEM_CREATIVE_TYPE_VALUES,
  ADS_RESPONSE_ITEM_CUSTOMIZABLE_CTA_TYPE_VALUES,
  ADS_RESPONSE_ITEM_REJECTED_REASON_VALUES,
} from "../../lists.js";

/** The request of `ads`. The ads of an ad account, page by page. */
export interface AdsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** Only these campaigns, or what belongs to them. 1 to 250 ids. Each: digits only, at most 18 characters. */
  campaign_ids?: readonly string[];
  /** Only these ad groups, or their ads. 1 to 250 ids. Each: digits only. */
  ad_group_ids?: readonly string[];
  /** Only these ads. 1 to 250 ids. Each: digits only. */
  ad_ids?: readonly string[];
  /** Only those with one of these statuses. */
  entity_statuses?: readonly AdsEntityStatus[];
  /** Maximum number of items on a page. 1 to 250. Default: `25`. */
  page_size?: number;
  /** Order by id, which is the order of creation. */
  order?: AdsOrder;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
}

/** One of `options` of `AdsResponseItemQuizPinDataQuestion`. */
export interface AdsResponseItemQuizPinDataQuestionOption {
  id?: number;
  text?: string;
}

/** One of `questions` of `AdsResponseItemQuizPinData`. */
export interface AdsResponseItemQuizPinDataQuestion {
  options?: readonly (AdsResponseItemQuizPinDataQuestionOption | null)[];
  question_id?: number;
  question_text?: string;
}

/** One of `results` of `AdsResponseItemQuizPinData`. */
export interface AdsResponseItemQuizPinDataResult {
  android_deep_link?: string;
  destination_url?: string;
  ios_deep_link?: string;
  organic_pin_id?: string;
  result_id?: number;
}

/** `quiz_pin_data` of `AdsResponseItem`. */
export interface AdsResponseItemQuizPinData {
  questions?: readonly (AdsResponseItemQuizPinDataQuestion | null)[];
  results?: readonly (AdsResponseItemQuizPinDataResult | null)[];
  tie_breaker_custom_result?: AdsResponseItemQuizPinDataResult | null;
  tie_breaker_type?: AdsResponseItemQuizPinDataTieBreakerType;
}

/** `tracking_urls` of `AdsResponseItem`. Addresses that are requested when the ad is seen or clicked, by event. */
export interface AdsResponseItemTrackingUrls {
  audience_verification?: readonly string[];
  buyable_button?: readonly string[];
  click?: readonly string[];
  engagement?: readonly string[];
  impression?: readonly string[];
}

/** One of `items` of `AdsResponse`. The ads of this page. */
export interface AdsResponseItem {
  /** Id of the ad's ad group. Matches `^(AG)?\d+$`. */
  ad_group_id?: string;
  android_deep_link?: string | null;
  carousel_android_deep_links?: readonly string[] | null;
  carousel_destination_urls?: readonly string[] | null;
  carousel_ios_deep_links?: readonly string[] | null;
  click_tracking_url?: string | null;
  /** Kind of the ad's content. */
  creative_type?: AdsResponseItemCreativeType;
  customizable_cta_type?: AdsResponseItemCustomizableCtaType | null;
  /** Address that the ad leads to. */
  destination_url?: string | null;
  disclosure_type?: AdsResponseItemDisclosureType | null;
  disclosure_url?: string | null;
  grid_click_type?: AdsResponseItemGridClickType | null;
  ios_deep_link?: string | null;
  /** Whether the Pin was deleted. */
  is_pin_deleted?: boolean;
  is_removable?: boolean;
  /** Matches `^(AG)?\d+$`. */
  lead_form_id?: string | null;
  /** Name, as its owner entered it. */
  name?: string | null;
  quiz_pin_data?: AdsResponseItemQuizPinData | null;
  /** Status, as its owner set it. */
  status?: AdsResponseItemStatus;
  /** Addresses that are requested when the ad is seen or clicked, by event. */
  tracking_urls?: AdsResponseItemTrackingUrls | null;
  view_tracking_url?: string | null;
  /** Id of the Pin that the ad shows. Digits only. */
  pin_id?: string;
  /** Id of the ad account. Digits only. */
  ad_account_id?: string;
  /** Id of the ad's campaign. Digits only. */
  campaign_id?: string;
  collection_items_destination_url_template?: string | null;
  /** Time of creation, in seconds since 1970. */
  created_time?: number;
  /** Id, as reports have it. Digits only. */
  id?: string;
  /** Why the ad was rejected. */
  rejected_reasons?: readonly AdsResponseItemRejectedReason[];
  rejection_labels?: readonly string[];
  /** Result of Pinterest's review of the ad. */
  review_status?: AdsResponseItemReviewStatus;
  /** Status that follows from its own, its parents' and its dates. */
  summary_status?: AdsResponseItemSummaryStatus;
  /** Kind of the entity; always the same. */
  type?: string;
  /** Time of the last change, in seconds since 1970. */
  updated_time?: number;
}

/** The response of `ads`. The ads of an ad account, page by page. */
export interface AdsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The ads of this page. */
  items: readonly AdsResponseItem[];
}

/** One of `entity_statuses` of `AdsRequest`. Only those with one of these statuses. */
export type AdsEntityStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";

/** `order` of `AdsRequest`. Order by id, which is the order of creation. */
export type AdsOrder = "ASCENDING" | "DESCENDING";

/** `creative_type` of `AdsResponseItem`. Kind of the ad's content. */
export type AdsResponseItemCreativeType = ItemOf<typeof ADS_RESPONSE_ITEM_CREATIVE_TYPE_VALUES> | (string & {});

/** `customizable_cta_type` of `AdsResponseItem`. */
export type AdsResponseItemCustomizableCtaType = ItemOf<typeof ADS_RESPONSE_ITEM_CUSTOMIZABLE_CTA_TYPE_VALUES> | (string & {});

/** `disclosure_type` of `AdsResponseItem`. */
export type AdsResponseItemDisclosureType =
  | "NO_DISCLOSURE"
  | "PRESCRIBING_INFORMATION"
  | "PRESCRIBING_INFORMATION_BOX_WARNING"
  | "IMPORTANT_SAFETY_INFO"
  | "MED_GUIDE"
  | "PATIENT_INFORMATION"
  | (string & {});

/** `grid_click_type` of `AdsResponseItem`. */
export type AdsResponseItemGridClickType = "CLOSEUP" | "DIRECT_TO_DESTINATION" | (string & {});

/** `tie_breaker_type` of `AdsResponseItemQuizPinData`. */
export type AdsResponseItemQuizPinDataTieBreakerType = "RANDOM" | "CUSTOM" | (string & {});

/** `status` of `AdsResponseItem`. Status, as its owner set it. */
export type AdsResponseItemStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT" | (string & {});

/** One of `rejected_reasons` of `AdsResponseItem`. Why the ad was rejected. */
export type AdsResponseItemRejectedReason = ItemOf<typeof ADS_RESPONSE_ITEM_REJECTED_REASON_VALUES> | (string & {});

/** `review_status` of `AdsResponseItem`. Result of Pinterest's review of the ad. */
export type AdsResponseItemReviewStatus = "OTHER" | "PENDING" | "REJECTED" | "APPROVED" | (string & {});

/** `summary_status` of `AdsResponseItem`. Status that follows from its own, its parents' and its dates. */
export type AdsResponseItemSummaryStatus =
  | "APPROVED"
  | "PAUSED"
  | "PENDING"
  | "REJECTED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT"
  | (string & {});
