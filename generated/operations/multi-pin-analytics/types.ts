// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _39f0ffacfc4599f8 } from "../../generation.js";
import type { ItemOf } from "../../../runtime/support.js";
import type { PIN_ANALYTICS_ANSWER_VALUE_DAILY_METRIC_DATA_STATUS_VALUES, PIN_ANALYTICS_METRIC_TYPE_VALUES } from "../../lists.js";

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

/** `metrics` of `MultiPinAnalyticsAnswerValueValueDailyMetric`. The numbers, by the name of what is counted. */
export interface MultiPinAnalyticsAnswerValueValueDailyMetricMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `daily_metrics` of `MultiPinAnalyticsAnswerValueValue`. Day by day. */
export interface MultiPinAnalyticsAnswerValueValueDailyMetric {
  /** How final the numbers are, or why there are none. */
  data_status?: MultiPinAnalyticsAnswerValueValueDailyMetricDataStatus;
  /** The day, in UTC, as YYYY-MM-DD. */
  date?: string;
  /** The numbers, by the name of what is counted. */
  metrics?: MultiPinAnalyticsAnswerValueValueDailyMetricMetrics;
}

/** `lifetime_metrics` of `MultiPinAnalyticsAnswerValueValue`. Since the Pin was made, by the name of what is counted. */
export interface MultiPinAnalyticsAnswerValueValueLifetimeMetrics {
  /** A count. */
  [name: string]: number;
}

/** `summary_metrics` of `MultiPinAnalyticsAnswerValueValue`. Over the whole range, by the name of what is counted. */
export interface MultiPinAnalyticsAnswerValueValueSummaryMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** What `MultiPinAnalyticsAnswerValue` holds under any name. Of all that was asked for, or of each part where they are split. */
export interface MultiPinAnalyticsAnswerValueValue {
  /** Day by day. */
  daily_metrics?: readonly MultiPinAnalyticsAnswerValueValueDailyMetric[];
  /** Since the Pin was made, by the name of what is counted. */
  lifetime_metrics?: MultiPinAnalyticsAnswerValueValueLifetimeMetrics;
  /** Over the whole range, by the name of what is counted. */
  summary_metrics?: MultiPinAnalyticsAnswerValueValueSummaryMetrics;
}

/** What `MultiPinAnalyticsAnswer` holds under any name. The numbers of a Pin, by its id. */
export interface MultiPinAnalyticsAnswerValue {
  /** Of all that was asked for, or of each part where they are split. */
  [name: string]: MultiPinAnalyticsAnswerValueValue;
}

/** The answer of `multiPinAnalytics`. How people met each of several Pins, answered at once. */
export interface MultiPinAnalyticsAnswer {
  /** The numbers of a Pin, by its id. */
  [name: string]: MultiPinAnalyticsAnswerValue;
}

/** `app_types` of `MultiPinAnalyticsRequest`. Only what happened on these devices. */
export type MultiPinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** One of `metric_types` of `MultiPinAnalyticsRequest`. What is counted. */
export type MultiPinAnalyticsMetricType = ItemOf<typeof PIN_ANALYTICS_METRIC_TYPE_VALUES>;

/** `data_status` of `MultiPinAnalyticsAnswerValueValueDailyMetric`. How final the numbers are, or why there are none. */
export type MultiPinAnalyticsAnswerValueValueDailyMetricDataStatus = ItemOf<typeof PIN_ANALYTICS_ANSWER_VALUE_DAILY_METRIC_DATA_STATUS_VALUES> | (string & {});
