// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { AdGroupsAnalyticsMetrics, GranularityInput, ReportingColumnSyncInput, ReportingTimeZoneInput } from "../../schemas.js";

/** The request for `adGroupAnalytics`. Ad performance of ad groups, returned synchronously. */
export interface AdGroupAnalyticsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** The ad groups. 1 to 250 ids. Each: digits only, at most 18 characters. */
  ad_group_ids: readonly string[];
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly ReportingColumnSyncInput[];
  /** How the days are grouped. With TOTAL, one row covers the whole range. */
  granularity: GranularityInput;
  /** How many days after a click a conversion still counts. Default: `30`. */
  click_window_days?: AdGroupAnalyticsClickWindowDays;
  /** How many days after an engagement a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: AdGroupAnalyticsEngagementWindowDays;
  /** How many days after a view a conversion still counts. Default: `1`. */
  view_window_days?: AdGroupAnalyticsViewWindowDays;
  /** Whether conversions count on the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: AdGroupAnalyticsConversionReportTime;
  /** Whether to return a single row instead of one for each entity. In beta. Default: `false`. */
  aggregate_report_rows?: boolean;
  /** Time zone of the rows: Pinterest's or the ad account's; in beta. */
  reporting_timezone?: ReportingTimeZoneInput;
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
}

/** `click_window_days` in `AdGroupAnalyticsRequest`. How many days after a click a conversion still counts. */
export type AdGroupAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` in `AdGroupAnalyticsRequest`. How many days after an engagement a conversion still counts. */
export type AdGroupAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` in `AdGroupAnalyticsRequest`. How many days after a view a conversion still counts. */
export type AdGroupAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `conversion_report_time` in `AdGroupAnalyticsRequest`. Whether conversions count on the day of the ad action or of the conversion. */
export type AdGroupAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** The response of `adGroupAnalytics`. Ad performance of ad groups, returned synchronously. */
export type AdGroupAnalyticsResponse = readonly AdGroupsAnalyticsMetrics[];
