// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf, ItemOf } from "../../runtime/support-data.js";
import type { REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type {
  REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES,
  REPORT_LEVEL_VALUES,
  REPORT_TARGETING_TYPE_VALUES,
} from "../lists.js";

/** The request for `report`. Ad performance by level, date and column. Generated in the background and downloaded when ready. */
export interface ReportRequest {
  /** Only these ad groups. 1 to 500 ids. Each: digits only. */
  ad_group_ids?: readonly string[];
  /** Only ad groups with one of these statuses. 1 to 6 statuses. */
  ad_group_statuses?: readonly ReportAdGroupStatus[];
  /** Only these ads. 1 to 500 ids. Each: digits only. */
  ad_ids?: readonly string[];
  /** Only ads with one of these statuses. 1 to 6 statuses. */
  ad_statuses?: readonly ReportAdStatus[];
  /** Whether conversions are attributed to a person or to a household. */
  attribution_types?: readonly ReportAttributionType[];
  /** Only campaigns with this brand label. */
  campaign_brand_label?: string;
  /** Only campaigns with this custom label. */
  campaign_custom_label?: string;
  /** Only these campaigns. 1 to 500 ids. Each: digits only. */
  campaign_ids?: readonly string[];
  /** Only campaigns with one of these objectives. 1 to 7 types. */
  campaign_objective_types?: readonly ReportCampaignObjectiveType[];
  /** Only campaigns with one of these statuses. 1 to 6 statuses. */
  campaign_statuses?: readonly ReportCampaignStatus[];
  /** How many days after a click a conversion still counts. Default: `30`. */
  click_window_days?: ReportClickWindowDays;
  /**
   * Columns of each row. DATE is added by the API and cannot be requested. Conversion metrics in columns may return no data when
   * granularity is HOUR. TOTAL_IMPRESSION_USER or TOTAL_IMPRESSION_FREQUENCY in columns may be inaccurate if start_date is more than 185
   * days before today (UTC).
   */
  columns?: readonly ReportColumn[];
  /** Whether to combine all targeting types in one breakdown. In beta. Default: `false`. */
  combine_targeting_types?: boolean;
  /** Whether conversions count on the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: ReportConversionReportTime;
  /** Metrics for conversion events that the advertiser has defined. */
  custom_conversion_event_metrics?: readonly ReportCustomConversionEventMetric[];
  /** Last day of the report (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Last hour of an hourly report on its last day, in UTC. Default: the whole day. 0 to 23. */
  end_hour?: number;
  /** How many days after an engagement a conversion still counts. Default: `30`. */
  engagement_window_days?: ReportEngagementWindowDays;
  /** How the days are grouped. With TOTAL, one row covers the whole range and has no DATE. */
  granularity: ReportGranularity;
  /** Entity of each row. A level that ends in _TARGETING splits rows by targeting type and value. */
  level?: ReportLevel;
  /** Only rows whose metrics pass all of these comparisons. At least 1 item. */
  metrics_filters?: readonly ReportMetricsFilter[];
  /** Whether the file is ordered by entity or by date. With BY_DATE, dates are the outer keys of a JSON file. Default: `"BY_ID"`. */
  primary_sort?: ReportPrimarySort;
  /** Only these product groups. 1 to 500 ids. Each: digits only. */
  product_group_ids?: readonly string[];
  /** Only product groups with one of these statuses. 1 to 6 statuses. */
  product_group_statuses?: readonly ReportProductGroupStatus[];
  /** Only these product items. 1 to 500 ids. Each: digits only. */
  product_item_ids?: readonly string[];
  /** Format of the file. JSON omits zero metrics; CSV includes them, and its headers are display names. Default: `"JSON"`. */
  report_format?: ReportFormat;
  /** Time zone for the report's days and hours; in closed beta. */
  reporting_timezone?: ReportReportingTimezone;
  /**
   * First day of the report, in UTC. TOTAL_IMPRESSION_USER or TOTAL_IMPRESSION_FREQUENCY in columns may be inaccurate if start_date is more
   * than 185 days before today (UTC). As YYYY-MM-DD.
   */
  start_date: string;
  /** First hour of an hourly report on its first day, in UTC. Default: the whole day. 0 to 23. */
  start_hour?: number;
  /** Targeting types by which rows are split, at a targeting level. Rows of different types overlap: do not add them up. 1 to 5 types. */
  targeting_types?: readonly ReportTargetingType[];
  /** How many days after a view a conversion still counts. Default: `1`. */
  view_window_days?: ReportViewWindowDays;
}

/** One of the `custom_conversion_event_metrics` in `ReportRequest`. Metrics for conversion events that the advertiser has defined. */
export interface ReportCustomConversionEventMetric {
  /** What to measure: the number of events, or their value. */
  custom_event_metrics_type: ReportCustomConversionEventMetricCustomEventMetricsType;
  /** The event's name, as the advertiser has defined it. */
  custom_event_name: string;
}

/** One of the `metrics_filters` in `ReportRequest`. Only rows whose metrics pass all of these comparisons. */
export interface ReportMetricsFilter {
  /** Metric to compare. */
  field: ReportMetricsFilterField;
  /** How to compare the metric with the values. */
  operator: ReportMetricsFilterOperator;
  /** Values to compare the metric with. At least 1 item. */
  values: readonly number[];
}

/** One of the `ad_group_statuses` in `ReportRequest`. Only ad groups with one of these statuses. */
export type ReportAdGroupStatus =
  | "RUNNING"
  | "PAUSED"
  | "NOT_STARTED"
  | "COMPLETED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT";

/** One of the `ad_statuses` in `ReportRequest`. Only ads with one of these statuses. */
export type ReportAdStatus =
  | "APPROVED"
  | "PAUSED"
  | "PENDING"
  | "REJECTED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT";

/** One of the `attribution_types` in `ReportRequest`. Whether conversions are attributed to a person or to a household. */
export type ReportAttributionType = "INDIVIDUAL" | "HOUSEHOLD";

/** One of the `campaign_objective_types` in `ReportRequest`. Only campaigns with one of these objectives. */
export type ReportCampaignObjectiveType =
  | "AWARENESS"
  | "CONSIDERATION"
  | "VIDEO_VIEW"
  | "WEB_CONVERSION"
  | "CATALOG_SALES"
  | "WEB_SESSIONS"
  | "VIDEO_COMPLETION"
  | "APP_INSTALL"
  | "SALES"
  | "LEADS"
  | "CTV_CONSIDERATION";

/** One of the `campaign_statuses` in `ReportRequest`. Only campaigns with one of these statuses. */
export type ReportCampaignStatus =
  | "RUNNING"
  | "PAUSED"
  | "NOT_STARTED"
  | "COMPLETED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT";

/** `click_window_days` in `ReportRequest`. How many days after a click a conversion still counts. */
export type ReportClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** One of the `columns` in `ReportRequest`. Columns of each row. DATE is added by the API and cannot be requested. */
export type ReportColumn = ColumnOf<typeof REPORT_COLUMN_KINDS>;

/** `conversion_report_time` in `ReportRequest`. Whether conversions count on the day of the ad action or of the conversion. */
export type ReportConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** `custom_event_metrics_type` in `ReportCustomConversionEventMetric`. What to measure: the number of events, or their value. */
export type ReportCustomConversionEventMetricCustomEventMetricsType = ItemOf<
  typeof REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES
>;

/** `engagement_window_days` in `ReportRequest`. How many days after an engagement a conversion still counts. */
export type ReportEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `granularity` in `ReportRequest`. How the days are grouped. With TOTAL, one row covers the whole range and has no DATE. */
export type ReportGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

/** `level` in `ReportRequest`. Entity of each row. A level that ends in _TARGETING splits rows by targeting type and value. */
export type ReportLevel = ItemOf<typeof REPORT_LEVEL_VALUES>;

/** `field` in `ReportMetricsFilter`. Metric to compare. */
export type ReportMetricsFilterField = "SPEND_IN_DOLLAR" | "TOTAL_IMPRESSION";

/** `operator` in `ReportMetricsFilter`. How to compare the metric with the values. */
export type ReportMetricsFilterOperator = "LESS_THAN" | "GREATER_THAN";

/**
 * `primary_sort` in `ReportRequest`. Whether the file is ordered by entity or by date. With BY_DATE, dates are the outer keys of a JSON
 * file.
 */
export type ReportPrimarySort = "BY_ID" | "BY_DATE";

/** One of the `product_group_statuses` in `ReportRequest`. Only product groups with one of these statuses. */
export type ReportProductGroupStatus = "RUNNING" | "PAUSED" | "EXCLUDED" | "ARCHIVED";

/**
 * `report_format` in `ReportRequest`. Format of the file. JSON omits zero metrics; CSV includes them, and its headers are display names.
 */
export type ReportFormat = "JSON" | "CSV";

/** `reporting_timezone` in `ReportRequest`. Time zone for the report's days and hours; in closed beta. */
export type ReportReportingTimezone = "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";

/**
 * One of the `targeting_types` in `ReportRequest`. Targeting types by which rows are split, at a targeting level. Rows of different types
 * overlap: do not add them up.
 */
export type ReportTargetingType = ItemOf<typeof REPORT_TARGETING_TYPE_VALUES>;

/** `view_window_days` in `ReportRequest`. How many days after a view a conversion still counts. */
export type ReportViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;
