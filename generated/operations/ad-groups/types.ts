// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The request of `adGroups`. The ad groups of an ad account, page by page. */
export interface AdGroupsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** Only these campaigns, or what belongs to them. 1 to 250 ids. Each: digits only, at most 18 characters. */
  campaign_ids?: readonly string[];
  /** Only these ad groups, or their ads. 1 to 250 ids. Each: digits only. */
  ad_group_ids?: readonly string[];
  /** Only those with one of these statuses. */
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

/**
 * `attribution_windows` of `AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadata`. Days in which a conversion still
 * counts.
 */
export interface AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadataAttributionWindows {
  /** Days after a click. */
  click_window_days?: number;
  /** Days after an engagement. */
  engagement_window_days?: number;
  /** Days after a view. */
  view_window_days?: number;
}

/** `conversion_tag_v3_goal_metadata` of `AdGroupsResponseItemOptimizationGoalMetadata`. The goal, if it is conversions. */
export interface AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadata {
  /** Days in which a conversion still counts. */
  attribution_windows?: AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadataAttributionWindows;
  /** The event that counts as a conversion. */
  conversion_event?: AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadataConversionEvent;
  /** Digits only. */
  conversion_tag_id?: string;
  /** Digits only. */
  cpa_goal_value_in_micro_currency?: string;
  /** Whether the goal is the value of conversions instead of their number. */
  is_roas_optimized?: boolean | null;
  /** Whether the delivery is in its learning phase. */
  learning_mode_type?: AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadataLearningModeType | null;
  /** Name of the event in reports. */
  reporting_event?: string;
}

/** `frequency_goal_metadata` of `AdGroupsResponseItemOptimizationGoalMetadata`. The goal, if it is how often a person sees the ads. */
export interface AdGroupsResponseItemOptimizationGoalMetadataFrequencyGoalMetadata {
  /** 2 to 20. */
  frequency?: number;
  /** Period in which the views are counted. */
  timerange?: AdGroupsResponseItemOptimizationGoalMetadataFrequencyGoalMetadataTimerange;
}

/** `scrollup_goal_metadata` of `AdGroupsResponseItemOptimizationGoalMetadata`. The goal, if it is scrolling up. */
export interface AdGroupsResponseItemOptimizationGoalMetadataScrollupGoalMetadata {
  /** Digits only. */
  scrollup_goal_value_in_micro_currency?: string | null;
}

/** `optimization_goal_metadata` of `AdGroupsResponseItem`. Details of the goal that the delivery is optimized for. */
export interface AdGroupsResponseItemOptimizationGoalMetadata {
  /** The goal, if it is conversions. */
  conversion_tag_v3_goal_metadata?: AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadata;
  /** The goal, if it is how often a person sees the ads. */
  frequency_goal_metadata?: AdGroupsResponseItemOptimizationGoalMetadataFrequencyGoalMetadata;
  /** The goal, if it is scrolling up. */
  scrollup_goal_metadata?: AdGroupsResponseItemOptimizationGoalMetadataScrollupGoalMetadata;
}

/** One of `SHOPPING_RETARGETING` of `AdGroupsResponseItemTargetingSpec`. People who have interacted with products of the advertiser. */
export interface AdGroupsResponseItemTargetingSpecSHOPPINGRETARGETING {
  /** Days before today at which the period ends. */
  exclusion_window?: number;
  /** Days before today at which the period begins. */
  lookback_window?: number;
  /** Events of the Pinterest tag that count, by number. */
  tag_types?: readonly number[];
}

/** `targeting_spec` of `AdGroupsResponseItem`. The people to whom the ads are shown. */
export interface AdGroupsResponseItemTargetingSpec {
  /** Age groups. */
  AGE_BUCKET?: readonly AdGroupsResponseItemTargetingSpecAGEBUCKET[] | null;
  /** Devices. */
  APPTYPE?: readonly AdGroupsResponseItemTargetingSpecAPPTYPE[] | null;
  /** Each: digits only. */
  AUDIENCE_EXCLUDE?: readonly string[] | null;
  /** Each: digits only. */
  AUDIENCE_INCLUDE?: readonly string[] | null;
  /** Genders. */
  GENDER?: readonly AdGroupsResponseItemTargetingSpecGENDER[] | null;
  /** Codes of regions, or postal codes. */
  GEO?: readonly string[] | null;
  /** Ids of interests, or their names with `translate_interests_to_names`. */
  INTEREST?: readonly string[];
  /** Languages. */
  LOCALE?: readonly string[] | null;
  /** Codes of countries, or of market areas in the United States. */
  LOCATION?: readonly string[] | null;
  /** Matches `^\d+\+?$`. */
  MAXIMUM_AGE?: string;
  /** Digits only. */
  MINIMUM_AGE?: string;
  /** People who have interacted with products of the advertiser. */
  SHOPPING_RETARGETING?: readonly AdGroupsResponseItemTargetingSpecSHOPPINGRETARGETING[] | null;
  /** Strategies that the targeting follows. */
  TARGETING_STRATEGY?: readonly AdGroupsResponseItemTargetingSpecTARGETINGSTRATEGY[] | null;
}

/** `tracking_urls` of `AdGroupsResponseItem`. Addresses that are requested when the ad is seen or clicked, by event. */
export interface AdGroupsResponseItemTrackingUrls {
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

/** One of `items` of `AdGroupsResponse`. The ad groups of this page. */
export interface AdGroupsResponseItem {
  /** Whether Pinterest widens the targeting. */
  auto_targeting_enabled?: boolean | null;
  /** Bid, in millionths of the account's currency. */
  bid_in_micro_currency?: number | null;
  /** How the bid is used. */
  bid_strategy_type?: AdGroupsResponseItemBidStrategyType | null;
  /** What is paid for. */
  billable_event?: AdGroupsResponseItemBillableEvent;
  /** Budget, in millionths of the account's currency; `budget_type` is its period. */
  budget_in_micro_currency?: number | null;
  /** Whether the budget is for a day or for the whole run, or is the campaign's. */
  budget_type?: AdGroupsResponseItemBudgetType;
  /** Id of the ad group's campaign. Matches `^[C]?\d+$`. */
  campaign_id?: string;
  /** Time at which it ends, in seconds since 1970; none if it has no end. */
  end_time?: number | null;
  /** Whether Pinterest also shows the product Pins in other ad formats. */
  is_creative_optimization?: boolean | null;
  /** Most often that one person sees an ad within 30 days. */
  lifetime_frequency_cap?: number;
  /** Name, as its owner entered it. */
  name?: string;
  /** Details of the goal that the delivery is optimized for. */
  optimization_goal_metadata?: AdGroupsResponseItemOptimizationGoalMetadata | null;
  /** Whether the budget is spent evenly or as fast as possible. */
  pacing_delivery_type?: AdGroupsResponseItemPacingDeliveryType;
  /** Where the ads appear. Default: `"ALL"`. */
  placement_group?: AdGroupsResponseItemPlacementGroup;
  /** Where the promotion applies. */
  promotion_application_level?: AdGroupsResponseItemPromotionApplicationLevel | null;
  /** Digits only. Default: `"0"`. */
  promotion_id?: string | null;
  /** Time at which it starts, in seconds since 1970. */
  start_time?: number | null;
  /** Status, as its owner set it. */
  status?: AdGroupsResponseItemStatus;
  /** The people to whom the ads are shown. */
  targeting_spec?: AdGroupsResponseItemTargetingSpec;
  /** Ids of the targeting templates of the ad group. At most 1 item. Each: digits only. */
  targeting_template_ids?: readonly string[] | null;
  /** Addresses that are requested when the ad is seen or clicked, by event. */
  tracking_urls?: AdGroupsResponseItemTrackingUrls | null;
  /** Id of the ad account. Digits only. */
  ad_account_id?: string;
  /** 0 to 10. */
  bid_multiplier?: number | null;
  /** Whether the delivery is in its learning phase. */
  conversion_learning_mode_type?: AdGroupsResponseItemConversionLearningModeType | null;
  /** Time of creation, in seconds since 1970. */
  created_time?: number;
  /** Assets of dynamic creatives; the description does not state their form. */
  dca_assets?: unknown;
  /** Id of the ad group's feed profile. */
  feed_profile_id?: string;
  /** Id, as reports have it. Digits only. */
  id?: string;
  /** Status that follows from its own, its parents' and its dates. */
  summary_status?: AdGroupsResponseItemSummaryStatus;
  /** Kind of the entity; always the same. Default: `"adgroup"`. */
  type?: string;
  /** Time of the last change, in seconds since 1970. */
  updated_time?: number;
}

/** The response of `adGroups`. The ad groups of an ad account, page by page. */
export interface AdGroupsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The ad groups of this page. */
  items: readonly AdGroupsResponseItem[];
}

/** One of `entity_statuses` of `AdGroupsRequest`. Only those with one of these statuses. */
export type AdGroupsEntityStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";

/** `order` of `AdGroupsRequest`. Order by id, which is the order of creation. */
export type AdGroupsOrder = "ASCENDING" | "DESCENDING";

/** `bid_strategy_type` of `AdGroupsResponseItem`. How the bid is used. */
export type AdGroupsResponseItemBidStrategyType = "AUTOMATIC_BID" | "MAX_BID" | "TARGET_AVG" | (string & {});

/** `billable_event` of `AdGroupsResponseItem`. What is paid for. */
export type AdGroupsResponseItemBillableEvent = "CLICKTHROUGH" | "IMPRESSION" | "VIDEO_V_50_MRC" | (string & {});

/** `budget_type` of `AdGroupsResponseItem`. Whether the budget is for a day or for the whole run, or is the campaign's. */
export type AdGroupsResponseItemBudgetType = "DAILY" | "LIFETIME" | "CBO_ADGROUP" | (string & {});

/**
 * `conversion_event` of `AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadata`. The event that counts as a conversion.
 */
export type AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadataConversionEvent =
  | "PAGE_VISIT"
  | "SIGNUP"
  | "CHECKOUT"
  | "CUSTOM"
  | "VIEW_CATEGORY"
  | "SEARCH"
  | "ADD_TO_CART"
  | "WATCH_VIDEO"
  | "LEAD"
  | "APP_INSTALL"
  | (string & {});

/**
 * `learning_mode_type` of `AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadata`. Whether the delivery is in its
 * learning phase.
 */
export type AdGroupsResponseItemOptimizationGoalMetadataConversionTagV3GoalMetadataLearningModeType =
  | "NOT_ACTIVE"
  | "ACTIVE"
  | (string & {});

/** `timerange` of `AdGroupsResponseItemOptimizationGoalMetadataFrequencyGoalMetadata`. Period in which the views are counted. */
export type AdGroupsResponseItemOptimizationGoalMetadataFrequencyGoalMetadataTimerange =
  | "THIRTY_DAY"
  | "DAY"
  | "SEVEN_DAY"
  | "TWENTY_MINUTE"
  | "TEN_MINUTE"
  | "TWENTY_FOUR_HOUR"
  | (string & {});

/** `pacing_delivery_type` of `AdGroupsResponseItem`. Whether the budget is spent evenly or as fast as possible. */
export type AdGroupsResponseItemPacingDeliveryType = "STANDARD" | "ACCELERATED" | (string & {});

/** `placement_group` of `AdGroupsResponseItem`. Where the ads appear. */
export type AdGroupsResponseItemPlacementGroup = "ALL" | "SEARCH" | "BROWSE" | "OTHER" | (string & {});

/** `promotion_application_level` of `AdGroupsResponseItem`. Where the promotion applies. */
export type AdGroupsResponseItemPromotionApplicationLevel = "NONE" | "ITEM" | "AD_GROUP" | (string & {});

/** `status` of `AdGroupsResponseItem`. Status, as its owner set it. */
export type AdGroupsResponseItemStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT" | (string & {});

/** One of `AGE_BUCKET` of `AdGroupsResponseItemTargetingSpec`. Age groups. */
export type AdGroupsResponseItemTargetingSpecAGEBUCKET =
  | "18-24"
  | "19+"
  | "20+"
  | "21+"
  | "25-34"
  | "35-44"
  | "45-49"
  | "50-54"
  | "55-64"
  | "65+"
  | (string & {});

/** One of `APPTYPE` of `AdGroupsResponseItemTargetingSpec`. Devices. */
export type AdGroupsResponseItemTargetingSpecAPPTYPE =
  | "android_mobile"
  | "android_tablet"
  | "ipad"
  | "iphone"
  | "web"
  | "web_mobile"
  | (string & {});

/** One of `GENDER` of `AdGroupsResponseItemTargetingSpec`. Genders. */
export type AdGroupsResponseItemTargetingSpecGENDER = "unknown" | "male" | "female" | (string & {});

/** One of `TARGETING_STRATEGY` of `AdGroupsResponseItemTargetingSpec`. Strategies that the targeting follows. */
export type AdGroupsResponseItemTargetingSpecTARGETINGSTRATEGY =
  | "CHOOSE_YOUR_OWN"
  | "FIND_NEW_CUSTOMERS"
  | "RECONNECT_WITH_USERS"
  | (string & {});

/** `conversion_learning_mode_type` of `AdGroupsResponseItem`. Whether the delivery is in its learning phase. */
export type AdGroupsResponseItemConversionLearningModeType = "NOT_ACTIVE" | "ACTIVE" | (string & {});

/** `summary_status` of `AdGroupsResponseItem`. Status that follows from its own, its parents' and its dates. */
export type AdGroupsResponseItemSummaryStatus =
  | "RUNNING"
  | "PAUSED"
  | "NOT_STARTED"
  | "COMPLETED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT"
  | (string & {});
