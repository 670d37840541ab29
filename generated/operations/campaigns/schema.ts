// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { checkFields, type StandardSchema, standardSchema, type ValidateOptions, type Violation } from "../../../runtime/support-data.js";
import { checkAdAccountId, checkBookmark, checkCampaignIds, checkEntityStatuses, checkOrder, checkPageSize } from "../../checks.js";
import type { CampaignBidOptions, CampaignSummaryStatus, EntityStatus, ObjectiveType, TrackingUrls } from "../../schemas.js";

/** The request for `campaigns`. The campaigns of an ad account, page by page. */
export interface CampaignsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** Only these campaigns, or their ad groups or ads. 1 to 250 ids. Each: digits only, at most 18 characters. */
  campaign_ids?: readonly string[];
  /** Only entities with one of these statuses. */
  entity_statuses?: readonly CampaignsEntityStatus[];
  /** Maximum number of items on a page. 1 to 250. Default: `25`. */
  page_size?: number;
  /** Order by id, which is the order of creation. */
  order?: CampaignsOrder;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
}

/** An item of `items` in `CampaignsResponse`. */
export interface CampaignsResponseItem {
  /** Id, as in reports. Digits only. */
  id?: string;
  /** Id of the ad account. Digits only. */
  ad_account_id?: string;
  /** Maximum spend per day, in millionths of the account's currency. */
  daily_spend_cap?: number | null;
  /** End time, in seconds since 1970; missing if there is no end. */
  end_time?: number | null;
  /** Whether Pinterest manages the campaign's ad groups. */
  is_automated_campaign?: boolean | null;
  /** Whether a day's spend can exceed the daily budget if other days spend less. */
  is_flexible_daily_budgets?: boolean | null;
  /** Maximum total spend of the campaign, in millionths of the account's currency. */
  lifetime_spend_cap?: number | null;
  /** Name, as entered by the advertiser. */
  name?: string;
  /** Id of the order line that pays for the campaign. Digits only. */
  order_line_id?: string | null;
  /** Start time, in seconds since 1970. */
  start_time?: number | null;
  /** Status, as set by the advertiser. */
  status?: EntityStatus;
  /** Tracking URLs, keyed by the event that triggers the request. */
  tracking_urls?: TrackingUrls | null;
  /** Bid multipliers. */
  bid_options?: CampaignBidOptions | null;
  /** Time of creation, in seconds since 1970. */
  created_time?: number;
  /** Whether Pinterest divides the campaign's budget among its ad groups. */
  is_campaign_budget_optimization?: boolean | null;
  /** Whether the campaign is a Performance+ campaign. */
  is_performance_plus?: boolean;
  /** What the campaign is for. */
  objective_type?: ObjectiveType;
  /** Status derived from the entity's own status, its parents' statuses, and its dates. */
  summary_status?: CampaignSummaryStatus;
  /** Type of the entity; always the same value. */
  type?: string;
  /** Time of the last change, in seconds since 1970. */
  updated_time?: number;
}

/** The response to `campaigns`. The campaigns of an ad account, page by page. */
export interface CampaignsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The campaigns on this page. */
  items: readonly CampaignsResponseItem[];
}

/** An item of `entity_statuses` in `CampaignsRequest`. */
export type CampaignsEntityStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";

/** `order` in `CampaignsRequest`. Order by id, which is the order of creation. */
export type CampaignsOrder = "ASCENDING" | "DESCENDING";

/** Checks whether a value is a valid `CampaignsRequest`. Returns the violations, or an empty list if there are none. Never throws. */
export function validateCampaigns(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  return checkFields(
    body,
    {
      ad_account_id: checkAdAccountId,
      campaign_ids: checkCampaignIds,
      entity_statuses: checkEntityStatuses,
      page_size: checkPageSize,
      order: checkOrder,
      bookmark: checkBookmark,
    },
    ["ad_account_id"],
  );
}

/** `validateCampaigns` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method. */
export const campaignsSchema: StandardSchema<CampaignsRequest> = /* @__PURE__ */ standardSchema(validateCampaigns);
