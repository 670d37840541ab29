// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf, ItemOf } from "../../../runtime/support-data.js";
import type { AD_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES } from "../../lists.js";
import type { ANALYTICS_COLUMN_KINDS } from "../column-kinds.js";

/** The request of `adTargetingAnalytics`. Ad performance of ads by targeting, a synchronous call. */
export interface AdTargetingAnalyticsRequest {
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** The ads. 1 to 250 ids. Each: digits only. */
  ad_ids: readonly string[];
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the response. As YYYY-MM-DD. */
  end_date: string;
  /** Targeting types by which rows are split; rows of different types overlap: do not add them up. 1 to 14 types. */
  targeting_types: readonly AdTargetingAnalyticsTargetingType[];
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly AdTargetingAnalyticsColumn[];
  /** How the days are grouped; TOTAL gives one row for the whole range. */
  granularity: AdTargetingAnalyticsGranularity;
  /** Days after a click in which a conversion still counts. */
  click_window_days?: AdTargetingAnalyticsClickWindowDays;
  /** Days after an engagement in which a conversion still counts. engagement_window_days may return no data. */
  engagement_window_days?: AdTargetingAnalyticsClickWindowDays;
  /** Days after a view in which a conversion still counts. */
  view_window_days?: AdTargetingAnalyticsClickWindowDays;
  /** Whether a conversion counts on the day of the ad action or on the day of the conversion. */
  conversion_report_time?: AdTargetingAnalyticsConversionReportTime;
  /** Whether conversions are attributed to a person or to a household. At most 2 types. */
  attribution_types?: readonly AdTargetingAnalyticsAttributionType[];
  /** Time zone of the days and hours of the rows, Pinterest's or the ad account's; in beta. */
  reporting_timezone?: AdTargetingAnalyticsReportingTimezone;
  /** One or two columns that the rows are ordered by. 1 to 2 columns. */
  sort_columns?: readonly string[];
  /** Whether the smallest value comes first. */
  sort_ascending?: boolean;
}

/** `metrics` of `AdTargetingAnalyticsResponseData`. The columns that were requested. */
export interface AdTargetingAnalyticsResponseDataMetrics {
  [name: string]: unknown;
}

/** One of `data` of `AdTargetingAnalyticsResponse`. One for each value of each targeting type. */
export interface AdTargetingAnalyticsResponseData {
  /** The columns that were requested. */
  metrics: AdTargetingAnalyticsResponseDataMetrics;
  /** The type of targeting that the row is about. */
  targeting_type: string;
  /** The value of that type; a code or an id, seldom a name. */
  targeting_value: string;
}

/** The response of `adTargetingAnalytics`. Ad performance of ads by targeting, a synchronous call. */
export interface AdTargetingAnalyticsResponse {
  /** One for each value of each targeting type. */
  data?: readonly AdTargetingAnalyticsResponseData[];
}

/**
 * One of `targeting_types` of `AdTargetingAnalyticsRequest`. Targeting types by which rows are split; rows of different types overlap: do
 * not add them up.
 */
export type AdTargetingAnalyticsTargetingType = ItemOf<typeof AD_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES>;

/** One of `columns` of `AdTargetingAnalyticsRequest`. Columns of each row. */
export type AdTargetingAnalyticsColumn = ColumnOf<typeof ANALYTICS_COLUMN_KINDS>;

/** `granularity` of `AdTargetingAnalyticsRequest`. How the days are grouped; TOTAL gives one row for the whole range. */
export type AdTargetingAnalyticsGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

/** `click_window_days` of `AdTargetingAnalyticsRequest`. Days after a click in which a conversion still counts. */
export type AdTargetingAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/**
 * `conversion_report_time` of `AdTargetingAnalyticsRequest`. Whether a conversion counts on the day of the ad action or on the day of the
 * conversion.
 */
export type AdTargetingAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** One of `attribution_types` of `AdTargetingAnalyticsRequest`. Whether conversions are attributed to a person or to a household. */
export type AdTargetingAnalyticsAttributionType = "INDIVIDUAL" | "HOUSEHOLD";

/**
 * `reporting_timezone` of `AdTargetingAnalyticsRequest`. Time zone of the days and hours of the rows, Pinterest's or the ad account's; in
 * beta.
 */
export type AdTargetingAnalyticsReportingTimezone = "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";
