// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ItemOf } from "../../../runtime/support-data.js";
import type { PIN_ANALYTICS_METRIC_TYPE_VALUES, PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES } from "../../lists.js";

/** The request of `pinAnalytics`. Performance of one Pin, organic and paid; a synchronous call. */
export interface PinAnalyticsRequest {
  /** The Pin. */
  pin_id: string;
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the response. As YYYY-MM-DD. */
  end_date: string;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: PinAnalyticsAppTypes;
  /** Metrics. */
  metric_types: readonly PinAnalyticsMetricType[];
  /** Dimension by which the metrics are split. Default: `"NO_SPLIT"`. */
  split_field?: PinAnalyticsSplitField;
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `metrics` of `PinAnalyticsResponseValueDailyMetric`. Metrics by name. */
export interface PinAnalyticsResponseValueDailyMetricMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `daily_metrics` of `PinAnalyticsResponseValue`. Day by day. */
export interface PinAnalyticsResponseValueDailyMetric {
  /** Status of the metrics: final, estimated, or why they are missing. */
  data_status?: PinAnalyticsResponseValueDailyMetricDataStatus;
  /** The day, in UTC, as YYYY-MM-DD. */
  date?: string;
  /** Metrics by name. */
  metrics?: PinAnalyticsResponseValueDailyMetricMetrics;
}

/** `lifetime_metrics` of `PinAnalyticsResponseValue`. Metrics since the Pin was created, by name. */
export interface PinAnalyticsResponseValueLifetimeMetrics {
  /** A count. */
  [name: string]: number;
}

/** `summary_metrics` of `PinAnalyticsResponseValue`. Metrics of the whole range, by name. */
export interface PinAnalyticsResponseValueSummaryMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** Value of any other key of `PinAnalyticsResponse`. Metrics of all content, or of each part if they are split. */
export interface PinAnalyticsResponseValue {
  /** Day by day. */
  daily_metrics?: readonly PinAnalyticsResponseValueDailyMetric[];
  /** Metrics since the Pin was created, by name. */
  lifetime_metrics?: PinAnalyticsResponseValueLifetimeMetrics;
  /** Metrics of the whole range, by name. */
  summary_metrics?: PinAnalyticsResponseValueSummaryMetrics;
}

/** The response of `pinAnalytics`. Performance of one Pin, organic and paid; a synchronous call. */
export interface PinAnalyticsResponse {
  /** Metrics of all content, or of each part if they are split. */
  [name: string]: PinAnalyticsResponseValue;
}

/** `app_types` of `PinAnalyticsRequest`. Only activity on these devices. */
export type PinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** One of `metric_types` of `PinAnalyticsRequest`. Metrics. */
export type PinAnalyticsMetricType = ItemOf<typeof PIN_ANALYTICS_METRIC_TYPE_VALUES>;

/** `split_field` of `PinAnalyticsRequest`. Dimension by which the metrics are split. */
export type PinAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE";

/** `data_status` of `PinAnalyticsResponseValueDailyMetric`. Status of the metrics: final, estimated, or why they are missing. */
export type PinAnalyticsResponseValueDailyMetricDataStatus =
  | ItemOf<typeof PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES>
  | (string & {});
