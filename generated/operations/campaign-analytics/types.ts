// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { CampaignsAnalyticsMetrics, GranularityInput, ReportingColumnSyncInput, ReportingTimeZoneInput } from "../../schemas.js";

/** The request for `campaignAnalytics`. Ad performance of campaigns, returned synchronously. */
export interface CampaignAnalyticsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** The campaigns. 1 to 250 ids. Each: digits only, at most 18 characters. */
  campaign_ids: readonly string[];
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly ReportingColumnSyncInput[];
  /** How the days are grouped. With TOTAL, one row covers the whole range. */
  granularity: GranularityInput;
  /** How many days after a click a conversion still counts. Default: `30`. */
  click_window_days?: CampaignAnalyticsClickWindowDays;
  /** How many days after an engagement a conversion still counts. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: CampaignAnalyticsEngagementWindowDays;
  /** How many days after a view a conversion still counts. Default: `1`. */
  view_window_days?: CampaignAnalyticsViewWindowDays;
  /** Whether conversions count on the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: CampaignAnalyticsConversionReportTime;
  /** Whether to return a single row instead of one for each entity. In beta. Default: `false`. */
  aggregate_report_rows?: boolean;
  /** Time zone of the rows: Pinterest's or the ad account's; in beta. */
  reporting_timezone?: ReportingTimeZoneInput;
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
}

/** `click_window_days` in `CampaignAnalyticsRequest`. How many days after a click a conversion still counts. */
export type CampaignAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` in `CampaignAnalyticsRequest`. How many days after an engagement a conversion still counts. */
export type CampaignAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` in `CampaignAnalyticsRequest`. How many days after a view a conversion still counts. */
export type CampaignAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `conversion_report_time` in `CampaignAnalyticsRequest`. Whether conversions count on the day of the ad action or of the conversion. */
export type CampaignAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** The response of `campaignAnalytics`. Ad performance of campaigns, returned synchronously. */
export type CampaignAnalyticsResponse = readonly CampaignsAnalyticsMetrics[];
