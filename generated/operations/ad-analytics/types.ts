// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { AdsAnalytics, GranularityInput, ReportingColumnSyncInput, ReportingTimeZoneInput } from "../../schemas.js";

/** The request for `adAnalytics`. Ad performance of ads, returned synchronously. */
export interface AdAnalyticsRequest {
  /** The Pins; only used together with campaign_ids. 1 to 100 ids. */
  pin_ids?: readonly string[];
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** The ads, unless campaigns and Pins are given. 1 to 250 ids. Each: digits only. */
  ad_ids?: readonly string[];
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly ReportingColumnSyncInput[];
  /** How the days are grouped. With TOTAL, one row covers the whole range. */
  granularity: GranularityInput;
  /** How many days after a click a conversion still counts. Default: `30`. */
  click_window_days?: AdAnalyticsClickWindowDays;
  /** How many days after an engagement a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: AdAnalyticsEngagementWindowDays;
  /** How many days after a view a conversion still counts. Default: `1`. */
  view_window_days?: AdAnalyticsViewWindowDays;
  /** Whether conversions count on the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: AdAnalyticsConversionReportTime;
  /** The campaigns; only used together with pin_ids. 1 to 250 ids. Each: digits only, at most 18 characters. */
  campaign_ids?: readonly string[];
  /** Time zone of the rows: Pinterest's or the ad account's; in beta. */
  reporting_timezone?: ReportingTimeZoneInput;
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
}

/** `click_window_days` in `AdAnalyticsRequest`. How many days after a click a conversion still counts. */
export type AdAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` in `AdAnalyticsRequest`. How many days after an engagement a conversion still counts. */
export type AdAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` in `AdAnalyticsRequest`. How many days after a view a conversion still counts. */
export type AdAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `conversion_report_time` in `AdAnalyticsRequest`. Whether conversions count on the day of the ad action or of the conversion. */
export type AdAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** The response of `adAnalytics`. Ad performance of ads, returned synchronously. */
export type AdAnalyticsResponse = readonly AdsAnalytics[];
