// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _9a4d5af7632f2a82 } from "../../generation.js";
import type { ItemOf } from "../../../runtime/support.js";
import type { PIN_ANALYTICS_METRIC_TYPE_VALUES, PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES } from "../../lists.js";

/** The request of `multiPinAnalytics`. How people met each of several Pins, answered at once. */
export interface MultiPinAnalyticsRequest {
  /** The Pins. 1 to 100 ids. Each: Digits only. */
  pin_ids: readonly string[];
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the answer. As YYYY-MM-DD. */
  end_date: string;
  /** Only what happened on these devices. Default: `"ALL"`. */
  app_types?: MultiPinAnalyticsAppTypes;
  /** What is counted. */
  metric_types: readonly MultiPinAnalyticsMetricType[];
  /** Asks on behalf of this ad account's owner. Digits only. */
  ad_account_id?: string;
}

/** `metrics` of `MultiPinAnalyticsResponseValueValueDailyMetric`. The numbers, by the name of what is counted. */
export interface MultiPinAnalyticsResponseValueValueDailyMetricMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `daily_metrics` of `MultiPinAnalyticsResponseValueValue`. Day by day. */
export interface MultiPinAnalyticsResponseValueValueDailyMetric {
  /** How final the numbers are, or why there are none. */
  data_status?: MultiPinAnalyticsResponseValueValueDailyMetricDataStatus;
  /** The day, in UTC, as YYYY-MM-DD. */
  date?: string;
  /** The numbers, by the name of what is counted. */
  metrics?: MultiPinAnalyticsResponseValueValueDailyMetricMetrics;
}

/** `lifetime_metrics` of `MultiPinAnalyticsResponseValueValue`. Since the Pin was made, by the name of what is counted. */
export interface MultiPinAnalyticsResponseValueValueLifetimeMetrics {
  /** A count. */
  [name: string]: number;
}

/** `summary_metrics` of `MultiPinAnalyticsResponseValueValue`. Over the whole range, by the name of what is counted. */
export interface MultiPinAnalyticsResponseValueValueSummaryMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** Value of any other key of `MultiPinAnalyticsResponseValue`. */
export interface MultiPinAnalyticsResponseValueValue {
  /** Day by day. */
  daily_metrics?: readonly MultiPinAnalyticsResponseValueValueDailyMetric[];
  /** Since the Pin was made, by the name of what is counted. */
  lifetime_metrics?: MultiPinAnalyticsResponseValueValueLifetimeMetrics;
  /** Over the whole range, by the name of what is counted. */
  summary_metrics?: MultiPinAnalyticsResponseValueValueSummaryMetrics;
}

/** Value of any other key of `MultiPinAnalyticsResponse`. */
export interface MultiPinAnalyticsResponseValue {
  [name: string]: MultiPinAnalyticsResponseValueValue;
}

/** The response of `multiPinAnalytics`. How people met each of several Pins, answered at once. */
export interface MultiPinAnalyticsResponse {
  [name: string]: MultiPinAnalyticsResponseValue;
}

/** `app_types` of `MultiPinAnalyticsRequest`. Only what happened on these devices. */
export type MultiPinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** One of `metric_types` of `MultiPinAnalyticsRequest`. What is counted. */
export type MultiPinAnalyticsMetricType = ItemOf<typeof PIN_ANALYTICS_METRIC_TYPE_VALUES>;

/** `data_status` of `MultiPinAnalyticsResponseValueValueDailyMetric`. How final the numbers are, or why there are none. */
export type MultiPinAnalyticsResponseValueValueDailyMetricDataStatus =
  | ItemOf<typeof PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES>
  | (string & {});
