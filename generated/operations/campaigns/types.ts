// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The request of `campaigns`. The campaigns of an ad account, page by page. */
export interface CampaignsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** Only these campaigns, or what belongs to them. 1 to 250 ids. Each: digits only, at most 18 characters. */
  campaign_ids?: readonly string[];
  /** Only those with one of these statuses. */
  entity_statuses?: readonly CampaignsEntityStatus[];
  /** Maximum number of items on a page. 1 to 250. Default: `25`. */
  page_size?: number;
  /** Order by id, which is the order of creation. */
  order?: CampaignsOrder;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
}

/** `tracking_urls` of `CampaignsResponseItem`. Addresses that are requested when the ad is seen or clicked, by event. */
export interface CampaignsResponseItemTrackingUrls {
  /** Addresses for the verification of the audience. */
  audience_verification?: readonly string[];
  /** Addresses for a click on the button to buy. */
  buyable_button?: readonly string[];
  /** Addresses for a click. */
  click?: readonly string[];
  /** Addresses for an engagement. */
  engagement?: readonly string[];
  /** Addresses for an impression. */
  impression?: readonly string[];
}

/** `app_type_multipliers` of `CampaignsResponseItemBidOptions`. Multipliers by device. */
export interface CampaignsResponseItemBidOptionsAppTypeMultipliers {
  /** Device of the multiplier. */
  APP_TYPE?: CampaignsResponseItemBidOptionsAppTypeMultipliersAPPTYPE;
  [name: string]: number | CampaignsResponseItemBidOptionsAppTypeMultipliersAPPTYPE | undefined;
}

/** `audience_multipliers` of `CampaignsResponseItemBidOptions`. Multipliers by audience, under the id of the audience. */
export interface CampaignsResponseItemBidOptionsAudienceMultipliers {
  /** Digits only. */
  AUDIENCE_ID?: string;
  [name: string]: number | string | undefined;
}

/** `placement_multipliers` of `CampaignsResponseItemBidOptions`. Multipliers by placement. */
export interface CampaignsResponseItemBidOptionsPlacementMultipliers {
  /** Placement of the multiplier. */
  PLACEMENT?: CampaignsResponseItemBidOptionsPlacementMultipliersPLACEMENT;
  [name: string]: number | CampaignsResponseItemBidOptionsPlacementMultipliersPLACEMENT | undefined;
}

/** `bid_options` of `CampaignsResponseItem`. Multipliers of the bids. */
export interface CampaignsResponseItemBidOptions {
  /** Multipliers by device. */
  app_type_multipliers?: CampaignsResponseItemBidOptionsAppTypeMultipliers | null;
  /** Multipliers by audience, under the id of the audience. */
  audience_multipliers?: CampaignsResponseItemBidOptionsAudienceMultipliers;
  /** Multipliers by placement. */
  placement_multipliers?: CampaignsResponseItemBidOptionsPlacementMultipliers | null;
}

/** One of `items` of `CampaignsResponse`. The campaigns of this page. */
export interface CampaignsResponseItem {
  /** Id, as reports have it. Digits only. */
  id?: string;
  /** Id of the ad account. Digits only. */
  ad_account_id?: string;
  /** Most that the campaign spends in a day, in millionths of the account's currency. */
  daily_spend_cap?: number | null;
  /** Time at which it ends, in seconds since 1970; none if it has no end. */
  end_time?: number | null;
  /** Whether Pinterest manages the campaign's ad groups. */
  is_automated_campaign?: boolean | null;
  /** Whether a day may spend more than its budget, and another day less. */
  is_flexible_daily_budgets?: boolean | null;
  /** Most that the campaign spends in all, in millionths of the account's currency. */
  lifetime_spend_cap?: number | null;
  /** Name, as its owner entered it. */
  name?: string;
  /** Id of the order line that pays for the campaign. Digits only. */
  order_line_id?: string | null;
  /** Time at which it starts, in seconds since 1970. */
  start_time?: number | null;
  /** Status, as its owner set it. */
  status?: CampaignsResponseItemStatus;
  /** Addresses that are requested when the ad is seen or clicked, by event. */
  tracking_urls?: CampaignsResponseItemTrackingUrls | null;
  /** Multipliers of the bids. */
  bid_options?: CampaignsResponseItemBidOptions | null;
  /** Time of creation, in seconds since 1970. */
  created_time?: number;
  /** Whether the budget is the campaign's, and Pinterest divides it among its ad groups. */
  is_campaign_budget_optimization?: boolean | null;
  /** Whether the campaign is of the type Performance+. */
  is_performance_plus?: boolean;
  /** What the campaign is for. */
  objective_type?: CampaignsResponseItemObjectiveType;
  /** Status that follows from its own, its parents' and its dates. */
  summary_status?: CampaignsResponseItemSummaryStatus;
  /** Kind of the entity; always the same. */
  type?: string;
  /** Time of the last change, in seconds since 1970. */
  updated_time?: number;
}

/** The response of `campaigns`. The campaigns of an ad account, page by page. */
export interface CampaignsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The campaigns of this page. */
  items: readonly CampaignsResponseItem[];
}

/** One of `entity_statuses` of `CampaignsRequest`. Only those with one of these statuses. */
export type CampaignsEntityStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";

/** `order` of `CampaignsRequest`. Order by id, which is the order of creation. */
export type CampaignsOrder = "ASCENDING" | "DESCENDING";

/** `status` of `CampaignsResponseItem`. Status, as its owner set it. */
export type CampaignsResponseItemStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT" | (string & {});

/** `APP_TYPE` of `CampaignsResponseItemBidOptionsAppTypeMultipliers`. Device of the multiplier. */
export type CampaignsResponseItemBidOptionsAppTypeMultipliersAPPTYPE =
  | "android_mobile"
  | "android_tablet"
  | "ipad"
  | "iphone"
  | "web"
  | "web_mobile"
  | (string & {});

/** `PLACEMENT` of `CampaignsResponseItemBidOptionsPlacementMultipliers`. Placement of the multiplier. */
export type CampaignsResponseItemBidOptionsPlacementMultipliersPLACEMENT = "SEARCH" | "BROWSE" | "RELATED_PINS" | (string & {});

/** `objective_type` of `CampaignsResponseItem`. What the campaign is for. */
export type CampaignsResponseItemObjectiveType =
  | "AWARENESS"
  | "CONSIDERATION"
  | "WEB_CONVERSION"
  | "CATALOG_SALES"
  | "VIDEO_COMPLETION"
  | (string & {});

/** `summary_status` of `CampaignsResponseItem`. Status that follows from its own, its parents' and its dates. */
export type CampaignsResponseItemSummaryStatus =
  | "RUNNING"
  | "PAUSED"
  | "NOT_STARTED"
  | "COMPLETED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT"
  | (string & {});
