// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf, ItemOf } from "../../../runtime/support-data.js";
import type { AD_ACCOUNT_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES } from "../../lists.js";
import type { ANALYTICS_COLUMN_KINDS } from "../column-kinds.js";

/** The request of `adAccountTargetingAnalytics`. Ad performance of a whole account by targeting, a synchronous call. */
export interface AdAccountTargetingAnalyticsRequest {
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the response. As YYYY-MM-DD. */
  end_date: string;
  /** Targeting types by which rows are split; rows of different types overlap: do not add them up. 1 to 15 types. */
  targeting_types: readonly AdAccountTargetingAnalyticsTargetingType[];
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
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
  /** Time zone of the days and hours of the rows, Pinterest's or the ad account's; in beta. */
  reporting_timezone?: AdAccountTargetingAnalyticsReportingTimezone;
}

/** `metrics` of `AdAccountTargetingAnalyticsResponseData`. The columns that were requested. */
export interface AdAccountTargetingAnalyticsResponseDataMetrics {
  [name: string]: unknown;
}

/** One of `data` of `AdAccountTargetingAnalyticsResponse`. One for each value of each targeting type. */
export interface AdAccountTargetingAnalyticsResponseData {
  /** The columns that were requested. */
  metrics: AdAccountTargetingAnalyticsResponseDataMetrics;
  /** The type of targeting that the row is about. */
  targeting_type: string;
  /** The value of that type; a code or an id, seldom a name. */
  targeting_value: string;
}

/** The response of `adAccountTargetingAnalytics`. Ad performance of a whole account by targeting, a synchronous call. */
export interface AdAccountTargetingAnalyticsResponse {
  /** One for each value of each targeting type. */
  data?: readonly AdAccountTargetingAnalyticsResponseData[];
}

/**
 * One of `targeting_types` of `AdAccountTargetingAnalyticsRequest`. Targeting types by which rows are split; rows of different types
 * overlap: do not add them up.
 */
export type AdAccountTargetingAnalyticsTargetingType = ItemOf<typeof AD_ACCOUNT_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES>;

/** One of `columns` of `AdAccountTargetingAnalyticsRequest`. Columns of each row. */
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
 * `reporting_timezone` of `AdAccountTargetingAnalyticsRequest`. Time zone of the days and hours of the rows, Pinterest's or the ad
 * account's; in beta.
 */
export type AdAccountTargetingAnalyticsReportingTimezone = "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";
