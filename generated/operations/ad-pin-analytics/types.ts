// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { AdPinAnalytics, GranularityInput, ReportingColumnSyncInput } from "../../schemas.js";

/** The request for `adPinAnalytics`. Ad performance of Pins within a campaign, returned synchronously. */
export interface AdPinAnalyticsRequest {
  /** The campaign. Digits only. At most 18 characters. */
  campaign_id: string;
  /** The Pins. 1 to 100 ids. Each: digits only. */
  pin_ids: readonly string[];
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly ReportingColumnSyncInput[];
  /** How the days are grouped. With TOTAL, one row covers the whole range. */
  granularity: GranularityInput;
  /** How many days after a click a conversion still counts. Default: `30`. */
  click_window_days?: AdPinAnalyticsClickWindowDays;
  /** How many days after an engagement a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: AdPinAnalyticsEngagementWindowDays;
  /** How many days after a view a conversion still counts. Default: `1`. */
  view_window_days?: AdPinAnalyticsViewWindowDays;
  /** Whether conversions count on the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: AdPinAnalyticsConversionReportTime;
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
}

/** `click_window_days` in `AdPinAnalyticsRequest`. How many days after a click a conversion still counts. */
export type AdPinAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` in `AdPinAnalyticsRequest`. How many days after an engagement a conversion still counts. */
export type AdPinAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` in `AdPinAnalyticsRequest`. How many days after a view a conversion still counts. */
export type AdPinAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `conversion_report_time` in `AdPinAnalyticsRequest`. Whether conversions count on the day of the ad action or of the conversion. */
export type AdPinAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** The response of `adPinAnalytics`. Ad performance of Pins within a campaign, returned synchronously. */
export type AdPinAnalyticsResponse = readonly AdPinAnalytics[];
