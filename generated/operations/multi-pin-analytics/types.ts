// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ItemOf } from "../../../runtime/support-data.js";
import type { PIN_ANALYTICS_METRIC_TYPE_VALUES, PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES } from "../../lists.js";

/** The request of `multiPinAnalytics`. Performance of each of several Pins, organic and paid; a synchronous call. */
export interface MultiPinAnalyticsRequest {
  /** The Pins. 1 to 100 ids. Each: digits only. */
  pin_ids: readonly string[];
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the response. As YYYY-MM-DD. */
  end_date: string;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: MultiPinAnalyticsAppTypes;
  /** Metrics. */
  metric_types: readonly MultiPinAnalyticsMetricType[];
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `metrics` of `MultiPinAnalyticsResponseValueValueDailyMetric`. Metrics by name. */
export interface MultiPinAnalyticsResponseValueValueDailyMetricMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `daily_metrics` of `MultiPinAnalyticsResponseValueValue`. Day by day. */
export interface MultiPinAnalyticsResponseValueValueDailyMetric {
  /** Status of the metrics: final, estimated, or why they are missing. */
  data_status?: MultiPinAnalyticsResponseValueValueDailyMetricDataStatus;
  /** The day, in UTC, as YYYY-MM-DD. */
  date?: string;
  /** Metrics by name. */
  metrics?: MultiPinAnalyticsResponseValueValueDailyMetricMetrics;
}

/** `lifetime_metrics` of `MultiPinAnalyticsResponseValueValue`. Metrics since the Pin was created, by name. */
export interface MultiPinAnalyticsResponseValueValueLifetimeMetrics {
  /** A count. */
  [name: string]: number;
}

/** `summary_metrics` of `MultiPinAnalyticsResponseValueValue`. Metrics of the whole range, by name. */
export interface MultiPinAnalyticsResponseValueValueSummaryMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** Value of any other key of `MultiPinAnalyticsResponseValue`. Metrics of all content, or of each part if they are split. */
export interface MultiPinAnalyticsResponseValueValue {
  /** Day by day. */
  daily_metrics?: readonly MultiPinAnalyticsResponseValueValueDailyMetric[];
  /** Metrics since the Pin was created, by name. */
  lifetime_metrics?: MultiPinAnalyticsResponseValueValueLifetimeMetrics;
  /** Metrics of the whole range, by name. */
  summary_metrics?: MultiPinAnalyticsResponseValueValueSummaryMetrics;
}

/** Value of any other key of `MultiPinAnalyticsResponse`. Metrics of a Pin, by its id. */
export interface MultiPinAnalyticsResponseValue {
  /** Metrics of all content, or of each part if they are split. */
  [name: string]: MultiPinAnalyticsResponseValueValue;
}

/** The response of `multiPinAnalytics`. Performance of each of several Pins, organic and paid; a synchronous call. */
export interface MultiPinAnalyticsResponse {
  /** Metrics of a Pin, by its id. */
  [name: string]: MultiPinAnalyticsResponseValue;
}

/** `app_types` of `MultiPinAnalyticsRequest`. Only activity on these devices. */
export type MultiPinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** One of `metric_types` of `MultiPinAnalyticsRequest`. Metrics. */
export type MultiPinAnalyticsMetricType = ItemOf<typeof PIN_ANALYTICS_METRIC_TYPE_VALUES>;

/** `data_status` of `MultiPinAnalyticsResponseValueValueDailyMetric`. Status of the metrics: final, estimated, or why they are missing. */
export type MultiPinAnalyticsResponseValueValueDailyMetricDataStatus =
  | ItemOf<typeof PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES>
  | (string & {});
