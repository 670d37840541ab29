// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf, ItemOf } from "../../../runtime/support-data.js";
import type { AD_GROUP_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES } from "../../lists.js";
import type { ANALYTICS_COLUMN_KINDS } from "../column-kinds.js";

/** The request of `adGroupTargetingAnalytics`. Ad performance of ad groups by targeting, a synchronous call. */
export interface AdGroupTargetingAnalyticsRequest {
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** The ad groups. 1 to 250 ids. Each: digits only, at most 18 characters. */
  ad_group_ids: readonly string[];
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the response. As YYYY-MM-DD. */
  end_date: string;
  /** Targeting types by which rows are split; rows of different types overlap: do not add them up. 1 to 14 types. */
  targeting_types: readonly AdGroupTargetingAnalyticsTargetingType[];
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly AdGroupTargetingAnalyticsColumn[];
  /** How the days are grouped; TOTAL gives one row for the whole range. */
  granularity: AdGroupTargetingAnalyticsGranularity;
  /** Days after a click in which a conversion still counts. Default: `30`. */
  click_window_days?: AdGroupTargetingAnalyticsClickWindowDays;
  /** Days after an engagement in which a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: AdGroupTargetingAnalyticsEngagementWindowDays;
  /** Days after a view in which a conversion still counts. Default: `1`. */
  view_window_days?: AdGroupTargetingAnalyticsViewWindowDays;
  /** Whether a conversion counts on the day of the ad action or on the day of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: AdGroupTargetingAnalyticsConversionReportTime;
  /** Whether conversions are attributed to a person or to a household. At most 2 types. */
  attribution_types?: readonly AdGroupTargetingAnalyticsAttributionType[];
  /** Time zone of the days and hours of the rows, Pinterest's or the ad account's; in beta. */
  reporting_timezone?: AdGroupTargetingAnalyticsReportingTimezone;
  /** One or two columns that the rows are ordered by. 1 to 2 columns. */
  sort_columns?: readonly string[];
  /** Whether the smallest value comes first. */
  sort_ascending?: boolean;
}

/** `metrics` of `AdGroupTargetingAnalyticsResponseData`. The columns that were requested. */
export interface AdGroupTargetingAnalyticsResponseDataMetrics {
  [name: string]: unknown;
}

/** One of `data` of `AdGroupTargetingAnalyticsResponse`. One for each value of each targeting type. */
export interface AdGroupTargetingAnalyticsResponseData {
  /** The columns that were requested. */
  metrics: AdGroupTargetingAnalyticsResponseDataMetrics;
  /** The type of targeting that the row is about. */
  targeting_type: string;
  /** The value of that type; a code or an id, seldom a name. */
  targeting_value: string;
}

/** The response of `adGroupTargetingAnalytics`. Ad performance of ad groups by targeting, a synchronous call. */
export interface AdGroupTargetingAnalyticsResponse {
  /** One for each value of each targeting type. */
  data?: readonly AdGroupTargetingAnalyticsResponseData[];
}

/**
 * One of `targeting_types` of `AdGroupTargetingAnalyticsRequest`. Targeting types by which rows are split; rows of different types overlap:
 * do not add them up.
 */
export type AdGroupTargetingAnalyticsTargetingType = ItemOf<typeof AD_GROUP_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES>;

/** One of `columns` of `AdGroupTargetingAnalyticsRequest`. Columns of each row. */
export type AdGroupTargetingAnalyticsColumn = ColumnOf<typeof ANALYTICS_COLUMN_KINDS>;

/** `granularity` of `AdGroupTargetingAnalyticsRequest`. How the days are grouped; TOTAL gives one row for the whole range. */
export type AdGroupTargetingAnalyticsGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

/** `click_window_days` of `AdGroupTargetingAnalyticsRequest`. Days after a click in which a conversion still counts. */
export type AdGroupTargetingAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` of `AdGroupTargetingAnalyticsRequest`. Days after an engagement in which a conversion still counts. */
export type AdGroupTargetingAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` of `AdGroupTargetingAnalyticsRequest`. Days after a view in which a conversion still counts. */
export type AdGroupTargetingAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/**
 * `conversion_report_time` of `AdGroupTargetingAnalyticsRequest`. Whether a conversion counts on the day of the ad action or on the day of
 * the conversion.
 */
export type AdGroupTargetingAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** One of `attribution_types` of `AdGroupTargetingAnalyticsRequest`. Whether conversions are attributed to a person or to a household. */
export type AdGroupTargetingAnalyticsAttributionType = "INDIVIDUAL" | "HOUSEHOLD";

/**
 * `reporting_timezone` of `AdGroupTargetingAnalyticsRequest`. Time zone of the days and hours of the rows, Pinterest's or the ad account's;
 * in beta.
 */
export type AdGroupTargetingAnalyticsReportingTimezone = "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";
