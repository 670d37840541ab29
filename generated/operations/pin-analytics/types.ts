// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _e04eed9efb1b9f45 } from "../../generation.js";
import type { ItemOf } from "../../../runtime/support.js";
import type { PIN_ANALYTICS_METRIC_TYPE_VALUES, PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES } from "../../lists.js";

/** The request of `pinAnalytics`. How people met one Pin, ads or not, answered at once. */
export interface PinAnalyticsRequest {
  /** The Pin. */
  pin_id: string;
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the answer. As YYYY-MM-DD. */
  end_date: string;
  /** Only what happened on these devices. Default: `"ALL"`. */
  app_types?: PinAnalyticsAppTypes;
  /** What is counted. */
  metric_types: readonly PinAnalyticsMetricType[];
  /** What to split the numbers by. Default: `"NO_SPLIT"`. */
  split_field?: PinAnalyticsSplitField;
  /** Asks on behalf of this ad account's owner. Digits only. */
  ad_account_id?: string;
}

/** `metrics` of `PinAnalyticsResponseValueDailyMetric`. The numbers, by the name of what is counted. */
export interface PinAnalyticsResponseValueDailyMetricMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `daily_metrics` of `PinAnalyticsResponseValue`. Day by day. */
export interface PinAnalyticsResponseValueDailyMetric {
  /** How final the numbers are, or why there are none. */
  data_status?: PinAnalyticsResponseValueDailyMetricDataStatus;
  /** The day, in UTC, as YYYY-MM-DD. */
  date?: string;
  /** The numbers, by the name of what is counted. */
  metrics?: PinAnalyticsResponseValueDailyMetricMetrics;
}

/** `lifetime_metrics` of `PinAnalyticsResponseValue`. Since the Pin was made, by the name of what is counted. */
export interface PinAnalyticsResponseValueLifetimeMetrics {
  /** A count. */
  [name: string]: number;
}

/** `summary_metrics` of `PinAnalyticsResponseValue`. Over the whole range, by the name of what is counted. */
export interface PinAnalyticsResponseValueSummaryMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** Value of any other key of `PinAnalyticsResponse`. */
export interface PinAnalyticsResponseValue {
  /** Day by day. */
  daily_metrics?: readonly PinAnalyticsResponseValueDailyMetric[];
  /** Since the Pin was made, by the name of what is counted. */
  lifetime_metrics?: PinAnalyticsResponseValueLifetimeMetrics;
  /** Over the whole range, by the name of what is counted. */
  summary_metrics?: PinAnalyticsResponseValueSummaryMetrics;
}

/** The response of `pinAnalytics`. How people met one Pin, ads or not, answered at once. */
export interface PinAnalyticsResponse {
  [name: string]: PinAnalyticsResponseValue;
}

/** `app_types` of `PinAnalyticsRequest`. Only what happened on these devices. */
export type PinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** One of `metric_types` of `PinAnalyticsRequest`. What is counted. */
export type PinAnalyticsMetricType = ItemOf<typeof PIN_ANALYTICS_METRIC_TYPE_VALUES>;

/** `split_field` of `PinAnalyticsRequest`. What to split the numbers by. */
export type PinAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE";

/** `data_status` of `PinAnalyticsResponseValueDailyMetric`. How final the numbers are, or why there are none. */
export type PinAnalyticsResponseValueDailyMetricDataStatus =
  | ItemOf<typeof PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES>
  | (string & {});
