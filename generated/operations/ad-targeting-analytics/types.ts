// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type {
  AdsAnalyticsAdTargetingTypeInput,
  ConversionAttributionWindowDaysInput,
  ConversionReportAttributionTypeInput,
  ConversionReportTimeTypeInput,
  GranularityInput,
  MetricsResponse,
  ReportingColumnSyncInput,
  ReportingTimeZoneInput,
} from "../../schemas.js";

/** The request for `adTargetingAnalytics`. Ad performance of ads by targeting, returned synchronously. */
export interface AdTargetingAnalyticsRequest {
  /** The account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** The ads. 1 to 250 ids. Each: digits only. */
  ad_ids: readonly string[];
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Targeting types by which rows are split. Rows of different types overlap: do not add them up. 1 to 14 types. */
  targeting_types: readonly AdsAnalyticsAdTargetingTypeInput[];
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly ReportingColumnSyncInput[];
  /** How the days are grouped. With TOTAL, one row covers the whole range. */
  granularity: GranularityInput;
  /** How many days after a click a conversion still counts. */
  click_window_days?: ConversionAttributionWindowDaysInput;
  /** How many days after an engagement a conversion still counts. engagement_window_days may return no data. */
  engagement_window_days?: ConversionAttributionWindowDaysInput;
  /** How many days after a view a conversion still counts. */
  view_window_days?: ConversionAttributionWindowDaysInput;
  /** Whether conversions count on the day of the ad action or of the conversion. */
  conversion_report_time?: ConversionReportTimeTypeInput;
  /** Whether conversions are attributed to a person or to a household. At most 2 types. */
  attribution_types?: readonly ConversionReportAttributionTypeInput[];
  /** Time zone of the rows: Pinterest's or the ad account's; in beta. */
  reporting_timezone?: ReportingTimeZoneInput;
  /** One or two columns to order the rows by. 1 to 2 columns. */
  sort_columns?: readonly string[];
  /** Whether the smallest value comes first. */
  sort_ascending?: boolean;
}

/** The response of `adTargetingAnalytics`. Ad performance of ads by targeting, returned synchronously. */
export type AdTargetingAnalyticsResponse = MetricsResponse;
