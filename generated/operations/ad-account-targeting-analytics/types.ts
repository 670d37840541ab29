// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type {
  AdsAnalyticsAccountTargetingTypeInput,
  ConversionReportAttributionTypeInput,
  GranularityInput,
  MetricsResponse,
  ReportingColumnSyncInput,
  ReportingTimeZoneInput,
} from "../../schemas.js";

/** The request for `adAccountTargetingAnalytics`. Ad performance of a whole account by targeting, returned synchronously. */
export interface AdAccountTargetingAnalyticsRequest {
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Targeting types by which rows are split. Rows of different types overlap: do not add them up. 1 to 15 types. */
  targeting_types: readonly AdsAnalyticsAccountTargetingTypeInput[];
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly ReportingColumnSyncInput[];
  /** How the days are grouped. With TOTAL, one row covers the whole range. */
  granularity: GranularityInput;
  /** How many days after a click a conversion still counts. Default: `30`. */
  click_window_days?: AdAccountTargetingAnalyticsClickWindowDays;
  /** How many days after an engagement a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: AdAccountTargetingAnalyticsEngagementWindowDays;
  /** How many days after a view a conversion still counts. Default: `1`. */
  view_window_days?: AdAccountTargetingAnalyticsViewWindowDays;
  /** Whether conversions count on the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: AdAccountTargetingAnalyticsConversionReportTime;
  /** Whether conversions are attributed to a person or to a household. At most 2 types. */
  attribution_types?: readonly ConversionReportAttributionTypeInput[];
  /** Time zone of the rows: Pinterest's or the ad account's; in beta. */
  reporting_timezone?: ReportingTimeZoneInput;
}

/** `click_window_days` in `AdAccountTargetingAnalyticsRequest`. How many days after a click a conversion still counts. */
export type AdAccountTargetingAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` in `AdAccountTargetingAnalyticsRequest`. How many days after an engagement a conversion still counts. */
export type AdAccountTargetingAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` in `AdAccountTargetingAnalyticsRequest`. How many days after a view a conversion still counts. */
export type AdAccountTargetingAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/**
 * `conversion_report_time` in `AdAccountTargetingAnalyticsRequest`. Whether conversions count on the day of the ad action or of the
 * conversion.
 */
export type AdAccountTargetingAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** The response of `adAccountTargetingAnalytics`. Ad performance of a whole account by targeting, returned synchronously. */
export type AdAccountTargetingAnalyticsResponse = MetricsResponse;
