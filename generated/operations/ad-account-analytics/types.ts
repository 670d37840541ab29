// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { AdAccountAnalyticsItems, GranularityInput, ReportingColumnSyncInput, ReportingTimeZoneInput } from "../../schemas.js";

/** The request for `adAccountAnalytics`. Ad performance of a whole account, returned synchronously. */
export interface AdAccountAnalyticsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly ReportingColumnSyncInput[];
  /** How the days are grouped. With TOTAL, one row covers the whole range. */
  granularity: GranularityInput;
  /** How many days after a click a conversion still counts. Default: `30`. */
  click_window_days?: AdAccountAnalyticsClickWindowDays;
  /** How many days after an engagement a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: AdAccountAnalyticsEngagementWindowDays;
  /** How many days after a view a conversion still counts. Default: `1`. */
  view_window_days?: AdAccountAnalyticsViewWindowDays;
  /** Whether conversions count on the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: AdAccountAnalyticsConversionReportTime;
  /** Time zone of the rows: Pinterest's or the ad account's; in beta. */
  reporting_timezone?: ReportingTimeZoneInput;
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
}

/** `click_window_days` in `AdAccountAnalyticsRequest`. How many days after a click a conversion still counts. */
export type AdAccountAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` in `AdAccountAnalyticsRequest`. How many days after an engagement a conversion still counts. */
export type AdAccountAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` in `AdAccountAnalyticsRequest`. How many days after a view a conversion still counts. */
export type AdAccountAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `conversion_report_time` in `AdAccountAnalyticsRequest`. Whether conversions count on the day of the ad action or of the conversion. */
export type AdAccountAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** The response of `adAccountAnalytics`. Ad performance of a whole account, returned synchronously. */
export type AdAccountAnalyticsResponse = readonly AdAccountAnalyticsItems[];
