// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _421b2c7014c7e18b } from "../../generation.js";

/** The request of `campaignAnalytics`. Ad performance of campaigns, answered at once. */
export interface CampaignAnalyticsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the answer. As YYYY-MM-DD. */
  end_date: string;
  /** The campaigns. 1 to 250 ids. Each: Digits only. */
  campaign_ids: readonly string[];
  /** What each row holds. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly CampaignAnalyticsColumn[];
  /** How the days are grouped; TOTAL gives one row for the whole range. */
  granularity: CampaignAnalyticsGranularity;
  /** Days after a click in which a conversion still counts. Default: `30`. */
  click_window_days?: CampaignAnalyticsClickWindowDays;
  /** Days after an engagement in which a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: CampaignAnalyticsEngagementWindowDays;
  /** Days after a view in which a conversion still counts. Default: `1`. */
  view_window_days?: CampaignAnalyticsViewWindowDays;
  /** Whether a conversion counts on the day of the ad action or on the day of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: CampaignAnalyticsConversionReportTime;
  /** One row over all that were asked for, instead of one for each; in beta. Default: `false`. */
  aggregate_report_rows?: boolean;
  /** Whose days and hours the rows count in, Pinterest's or the ad account's; in beta. */
  reporting_timezone?: CampaignAnalyticsReportingTimezone;
  /** The account. Digits only. */
  ad_account_id: string;
}

/** One row of the answer of `campaignAnalytics`. */
export interface CampaignAnalyticsAnswerItem {
  /** The campaign that the row is about. Digits only. */
  CAMPAIGN_ID?: string;
  /** The date of the row; left out with TOTAL. As YYYY-MM-DD. */
  DATE?: string;
}

/** One of `columns` of `CampaignAnalyticsRequest`. What each row holds. */
export type CampaignAnalyticsColumn =
  | "SPEND_IN_MICRO_DOLLAR"
  | "PAID_IMPRESSION"
  | "SPEND_IN_DOLLAR"
  | "CPC_IN_MICRO_DOLLAR"
  | "ECPC_IN_MICRO_DOLLAR"
  | "ECPC_IN_DOLLAR"
  | "CTR"
  | "ECTR"
  | "OUTBOUND_CTR_1"
  | "CAMPAIGN_NAME"
  | "CAMPAIGN_BRAND_LABEL"
  | "PIN_ID"
  | "TOTAL_ENGAGEMENT"
  | "ENGAGEMENT_1"
  | "ENGAGEMENT_2"
  | "ECPE_IN_DOLLAR"
  | "ENGAGEMENT_RATE"
  | "EENGAGEMENT_RATE"
  | "ECPM_IN_MICRO_DOLLAR"
  | "REPIN_RATE"
  | "CTR_2"
  | "CAMPAIGN_ID"
  | "ADVERTISER_ID"
  | "AD_ACCOUNT_ID"
  | "PIN_PROMOTION_ID"
  | "AD_ID"
  | "AD_GROUP_ID"
  | "CAMPAIGN_ENTITY_STATUS"
  | "CAMPAIGN_OBJECTIVE_TYPE"
  | "CPM_IN_MICRO_DOLLAR"
  | "CPM_IN_DOLLAR"
  | "AD_GROUP_NAME"
  | "AD_GROUP_BUDGET_TYPE"
  | "AD_GROUP_BUDGET_IN_LOCAL_CURRENCY"
  | "AD_GROUP_ENTITY_STATUS"
  | "AD_GROUP_BID_MULTIPLIER"
  | "PROMO_ID"
  | "PROMO_NAME"
  | "ORDER_LINE_ID"
  | "ORDER_LINE_NAME"
  | "CLICKTHROUGH_1"
  | "REPIN_1"
  | "IMPRESSION_1"
  | "IMPRESSION_1_GROSS"
  | "CLICKTHROUGH_1_GROSS"
  | "OUTBOUND_CLICK_1"
  | "CLICKTHROUGH_2"
  | "REPIN_2"
  | "IMPRESSION_2"
  | "OUTBOUND_CLICK_2"
  | "COLLECTION_PIN_ITEM_IMPRESSION_1"
  | "COLLECTION_PIN_ITEM_IMPRESSION_2"
  | "TOTAL_COLLECTION_PIN_ITEM_IMPRESSION"
  | "COLLECTION_PIN_ITEM_CLICKTHROUGH_1"
  | "COLLECTION_PIN_ITEM_CLICKTHROUGH_2"
  | "TOTAL_COLLECTION_PIN_ITEM_CLICKTHROUGH"
  | "TOTAL_CLICKTHROUGH"
  | "TOTAL_IMPRESSION"
  | "TOTAL_IMPRESSION_USER"
  | "TOTAL_IMPRESSION_FREQUENCY"
  | "COST_PER_OUTBOUND_CLICK_IN_DOLLAR"
  | "COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1"
  | "TOTAL_ENGAGEMENT_SIGNUP"
  | "TOTAL_ENGAGEMENT_CHECKOUT"
  | "TOTAL_ENGAGEMENT_LEAD"
  | "TOTAL_CLICK_SIGNUP"
  | "TOTAL_CLICK_CHECKOUT"
  | "TOTAL_CLICK_ADD_TO_CART"
  | "TOTAL_CLICK_LEAD"
  | "TOTAL_VIEW_SIGNUP"
  | "TOTAL_VIEW_CHECKOUT"
  | "TOTAL_VIEW_ADD_TO_CART"
  | "TOTAL_VIEW_LEAD"
  | "TOTAL_CONVERSIONS"
  | "TOTAL_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_WEB_SESSIONS"
  | "WEB_SESSIONS_1"
  | "WEB_SESSIONS_2"
  | "AD_NAME"
  | "CAMPAIGN_LIFETIME_SPEND_CAP"
  | "AD_GROUP_OPTIMIZATION"
  | "CAMPAIGN_DAILY_SPEND_CAP"
  | "CAMPAIGN_BUDGET_OPTIMIZATION"
  | "IS_PREMIERE_CAMPAIGN"
  | "TOTAL_PAGE_VISIT"
  | "TOTAL_SIGNUP"
  | "TOTAL_CHECKOUT"
  | "TOTAL_CUSTOM"
  | "TOTAL_LEAD"
  | "TOTAL_ADD_TO_WISHLIST"
  | "TOTAL_SUBSCRIBE"
  | "TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR"
  | "PAGE_VISIT_COST_PER_ACTION"
  | "PAGE_VISIT_ROAS"
  | "CHECKOUT_ROAS"
  | "CUSTOM_ROAS"
  | "PRODUCT_GROUP_AD_IMAGE_TAG"
  | "PRODUCT_GROUP_AD_VIDEO_TAG"
  | "VIDEO_3SEC_VIEWS_1"
  | "VIDEO_15SEC_UNIQUE_VIEWS_1"
  | "VIDEO_MRC_VIEWS_1"
  | "VIDEO_3SEC_VIEWS_2"
  | "VIDEO_15SEC_UNIQUE_VIEWS_2"
  | "VIDEO_P100_COMPLETE_2"
  | "VIDEO_P0_COMBINED_2"
  | "VIDEO_P25_COMBINED_2"
  | "VIDEO_P50_COMBINED_2"
  | "VIDEO_P75_COMBINED_2"
  | "VIDEO_P95_COMBINED_2"
  | "VIDEO_MRC_VIEWS_2"
  | "PAID_VIDEO_VIEWABLE_RATE"
  | "VIDEO_LENGTH"
  | "VIDEO_SPEND_IN_DOLLAR"
  | "ECPV_IN_DOLLAR"
  | "ECPCV_IN_DOLLAR"
  | "ECPCV_P95_IN_DOLLAR"
  | "TOTAL_VIDEO_3SEC_VIEWS"
  | "TOTAL_VIDEO_15SEC_UNIQUE_VIEWS"
  | "TOTAL_VIDEO_P100_COMPLETE"
  | "TOTAL_VIDEO_P0_COMBINED"
  | "TOTAL_VIDEO_P25_COMBINED"
  | "TOTAL_VIDEO_P50_COMBINED"
  | "TOTAL_VIDEO_P75_COMBINED"
  | "TOTAL_VIDEO_P95_COMBINED"
  | "TOTAL_VIDEO_MRC_VIEWS"
  | "TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND"
  | "TOTAL_REPIN_RATE"
  | "WEB_CHECKOUT_COST_PER_ACTION"
  | "WEB_CHECKOUT_ROAS"
  | "TOTAL_WEB_CHECKOUT"
  | "TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_WEB_CLICK_CHECKOUT"
  | "TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_WEB_ENGAGEMENT_CHECKOUT"
  | "TOTAL_WEB_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR"
  | "TOTAL_WEB_VIEW_CHECKOUT"
  | "TOTAL_WEB_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR"
  | "INAPP_CHECKOUT_COST_PER_ACTION"
  | "TOTAL_OFFLINE_CHECKOUT"
  | "TOTAL_APP_INSTALL_CONVERSION_RATE"
  | "TOTAL_INAPP_APP_INSTALL_CONVERSION_RATE"
  | "IDEA_PIN_PRODUCT_TAG_VISIT_1"
  | "IDEA_PIN_PRODUCT_TAG_VISIT_2"
  | "TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT"
  | "LEADS"
  | "COST_PER_LEAD"
  | "QUIZ_COMPLETED"
  | "QUIZ_PIN_RESULT_OPEN"
  | "QUIZ_COMPLETION_RATE"
  | "SHOWCASE_PIN_CLICKTHROUGH"
  | "SHOWCASE_SUBPAGE_CLICKTHROUGH"
  | "SHOWCASE_SUBPIN_CLICKTHROUGH"
  | "SHOWCASE_SUBPAGE_IMPRESSION"
  | "SHOWCASE_SUBPIN_IMPRESSION"
  | "SHOWCASE_SUBPAGE_SWIPE_LEFT"
  | "SHOWCASE_SUBPAGE_SWIPE_RIGHT"
  | "SHOWCASE_SUBPIN_SWIPE_LEFT"
  | "SHOWCASE_SUBPIN_SWIPE_RIGHT"
  | "SHOWCASE_SUBPAGE_REPIN"
  | "SHOWCASE_SUBPIN_REPIN"
  | "SHOWCASE_SUBPAGE_CLOSEUP"
  | "SHOWCASE_CARD_THUMBNAIL_SWIPE_FORWARD"
  | "SHOWCASE_CARD_THUMBNAIL_SWIPE_BACKWARD"
  | "SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION"
  | "TOTAL_CHECKOUT_CONVERSION_RATE"
  | "TOTAL_VIEW_CATEGORY_CONVERSION_RATE"
  | "TOTAL_ADD_TO_CART_CONVERSION_RATE"
  | "TOTAL_SIGNUP_CONVERSION_RATE"
  | "TOTAL_PAGE_VISIT_CONVERSION_RATE"
  | "TOTAL_LEAD_CONVERSION_RATE"
  | "TOTAL_SEARCH_CONVERSION_RATE"
  | "TOTAL_WATCH_VIDEO_CONVERSION_RATE"
  | "TOTAL_UNKNOWN_CONVERSION_RATE"
  | "TOTAL_CUSTOM_CONVERSION_RATE"
  | "INAPP_SKAN_APP_INSTALL"
  | "INAPP_SKAN_ASSISTED_APP_INSTALL"
  | "INAPP_SKAN_APP_INSTALL_COST_PER_ACTION"
  | "INAPP_SKAN_APP_INSTALL_CONVERSION_RATE";

/** `granularity` of `CampaignAnalyticsRequest`. How the days are grouped; TOTAL gives one row for the whole range. */
export type CampaignAnalyticsGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

/** `click_window_days` of `CampaignAnalyticsRequest`. Days after a click in which a conversion still counts. */
export type CampaignAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` of `CampaignAnalyticsRequest`. Days after an engagement in which a conversion still counts. */
export type CampaignAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` of `CampaignAnalyticsRequest`. Days after a view in which a conversion still counts. */
export type CampaignAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `conversion_report_time` of `CampaignAnalyticsRequest`. Whether a conversion counts on the day of the ad action or on the day of the conversion. */
export type CampaignAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** `reporting_timezone` of `CampaignAnalyticsRequest`. Whose days and hours the rows count in, Pinterest's or the ad account's; in beta. */
export type CampaignAnalyticsReportingTimezone = "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";

/** The answer of `campaignAnalytics`. Ad performance of campaigns, answered at once. */
export type CampaignAnalyticsAnswer = readonly CampaignAnalyticsAnswerItem[];
