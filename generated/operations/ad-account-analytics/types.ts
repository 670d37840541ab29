// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf } from "../../../runtime/support-data.js";
import type { ANALYTICS_COLUMN_KINDS } from "../column-kinds.js";

/** The request of `adAccountAnalytics`. Ad performance of a whole account, a synchronous call. */
export interface AdAccountAnalyticsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the response. As YYYY-MM-DD. */
  end_date: string;
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly AdAccountAnalyticsColumn[];
  /** How the days are grouped; TOTAL gives one row for the whole range. */
  granularity: AdAccountAnalyticsGranularity;
  /** Days after a click in which a conversion still counts. Default: `30`. */
  click_window_days?: AdAccountAnalyticsClickWindowDays;
  /** Days after an engagement in which a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: AdAccountAnalyticsEngagementWindowDays;
  /** Days after a view in which a conversion still counts. Default: `1`. */
  view_window_days?: AdAccountAnalyticsViewWindowDays;
  /** Whether a conversion counts on the day of the ad action or on the day of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: AdAccountAnalyticsConversionReportTime;
  /** Time zone of the days and hours of the rows, Pinterest's or the ad account's; in beta. */
  reporting_timezone?: AdAccountAnalyticsReportingTimezone;
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
}

/** One row of the response of `adAccountAnalytics`. */
export interface AdAccountAnalyticsResponseItem {
  /** The ad account that the row is about. Digits only. */
  AD_ACCOUNT_ID: string;
  /** The date of the row; left out with TOTAL. As YYYY-MM-DD. */
  DATE?: string;
}

/** One of `columns` of `AdAccountAnalyticsRequest`. Columns of each row. */
export type AdAccountAnalyticsColumn = ColumnOf<typeof ANALYTICS_COLUMN_KINDS>;

/** `granularity` of `AdAccountAnalyticsRequest`. How the days are grouped; TOTAL gives one row for the whole range. */
export type AdAccountAnalyticsGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

/** `click_window_days` of `AdAccountAnalyticsRequest`. Days after a click in which a conversion still counts. */
export type AdAccountAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` of `AdAccountAnalyticsRequest`. Days after an engagement in which a conversion still counts. */
export type AdAccountAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` of `AdAccountAnalyticsRequest`. Days after a view in which a conversion still counts. */
export type AdAccountAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/**
 * `conversion_report_time` of `AdAccountAnalyticsRequest`. Whether a conversion counts on the day of the ad action or on the day of the
 * conversion.
 */
export type AdAccountAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/**
 * `reporting_timezone` of `AdAccountAnalyticsRequest`. Time zone of the days and hours of the rows, Pinterest's or the ad account's; in
 * beta.
 */
export type AdAccountAnalyticsReportingTimezone = "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";

/** The response of `adAccountAnalytics`. Ad performance of a whole account, a synchronous call. */
export type AdAccountAnalyticsResponse = readonly AdAccountAnalyticsResponseItem[];
