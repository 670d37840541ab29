// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _77cc1bce79028ff2 } from "../../generation.js";
import type { ColumnOf, ItemOf } from "../../../runtime/support.js";
import type { AD_ACCOUNT_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES } from "../../lists.js";
import type { ANALYTICS_COLUMN_KINDS } from "../column-kinds.js";

/** The request of `adAccountTargetingAnalytics`. Ad performance of a whole account by targeting, answered at once. */
export interface AdAccountTargetingAnalyticsRequest {
  /** The account. Digits only. */
  ad_account_id: string;
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the answer. As YYYY-MM-DD. */
  end_date: string;
  /** What to split by; rows of different types overlap, so never add them up. 1 to 15 types. */
  targeting_types: readonly AdAccountTargetingAnalyticsTargetingType[];
  /** What each row holds. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly AdAccountTargetingAnalyticsColumn[];
  /** How the days are grouped; TOTAL gives one row for the whole range. */
  granularity: AdAccountTargetingAnalyticsGranularity;
  /** Days after a click in which a conversion still counts. Default: `30`. */
  click_window_days?: AdAccountTargetingAnalyticsClickWindowDays;
  /** Days after an engagement in which a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: AdAccountTargetingAnalyticsEngagementWindowDays;
  /** Days after a view in which a conversion still counts. Default: `1`. */
  view_window_days?: AdAccountTargetingAnalyticsViewWindowDays;
  /** Whether a conversion counts on the day of the ad action or on the day of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: AdAccountTargetingAnalyticsConversionReportTime;
  /** Whether conversions are attributed to a person or to a household. At most 2 types. */
  attribution_types?: readonly AdAccountTargetingAnalyticsAttributionType[];
  /** Whose days and hours the rows count in, Pinterest's or the ad account's; in beta. */
  reporting_timezone?: AdAccountTargetingAnalyticsReportingTimezone;
}

/** `metrics` of `AdAccountTargetingAnalyticsResponseData`. */
export interface AdAccountTargetingAnalyticsResponseDataMetrics {
  [name: string]: unknown;
}

/** One of `data` of `AdAccountTargetingAnalyticsResponse`. */
export interface AdAccountTargetingAnalyticsResponseData {
  metrics: AdAccountTargetingAnalyticsResponseDataMetrics;
  targeting_type: string;
  targeting_value: string;
}

/** The response of `adAccountTargetingAnalytics`. Ad performance of a whole account by targeting, answered at once. */
export interface AdAccountTargetingAnalyticsResponse {
  data?: readonly AdAccountTargetingAnalyticsResponseData[];
}

/**
 * One of `targeting_types` of `AdAccountTargetingAnalyticsRequest`. What to split by; rows of different types overlap, so never add them
 * up.
 */
export type AdAccountTargetingAnalyticsTargetingType = ItemOf<typeof AD_ACCOUNT_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES>;

/** One of `columns` of `AdAccountTargetingAnalyticsRequest`. What each row holds. */
export type AdAccountTargetingAnalyticsColumn = ColumnOf<typeof ANALYTICS_COLUMN_KINDS>;

/** `granularity` of `AdAccountTargetingAnalyticsRequest`. How the days are grouped; TOTAL gives one row for the whole range. */
export type AdAccountTargetingAnalyticsGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

/** `click_window_days` of `AdAccountTargetingAnalyticsRequest`. Days after a click in which a conversion still counts. */
export type AdAccountTargetingAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` of `AdAccountTargetingAnalyticsRequest`. Days after an engagement in which a conversion still counts. */
export type AdAccountTargetingAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` of `AdAccountTargetingAnalyticsRequest`. Days after a view in which a conversion still counts. */
export type AdAccountTargetingAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/**
 * `conversion_report_time` of `AdAccountTargetingAnalyticsRequest`. Whether a conversion counts on the day of the ad action or on the day
 * of the conversion.
 */
export type AdAccountTargetingAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** One of `attribution_types` of `AdAccountTargetingAnalyticsRequest`. Whether conversions are attributed to a person or to a household. */
export type AdAccountTargetingAnalyticsAttributionType = "INDIVIDUAL" | "HOUSEHOLD";

/**
 * `reporting_timezone` of `AdAccountTargetingAnalyticsRequest`. Whose days and hours the rows count in, Pinterest's or the ad account's; in
 * beta.
 */
export type AdAccountTargetingAnalyticsReportingTimezone = "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";
