// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _19c00f74c4d59041 } from "../../generation.js";
import type { ItemOf } from "../../../runtime/support.js";
import type { PIN_ANALYTICS_ANSWER_VALUE_DAILY_METRIC_DATA_STATUS_VALUES, PIN_ANALYTICS_METRIC_TYPE_VALUES } from "../../lists.js";

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

/** `metrics` of `PinAnalyticsAnswerValueDailyMetric`. The numbers, by the name of what is counted. */
export interface PinAnalyticsAnswerValueDailyMetricMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `daily_metrics` of `PinAnalyticsAnswerValue`. Day by day. */
export interface PinAnalyticsAnswerValueDailyMetric {
  /** How final the numbers are, or why there are none. */
  data_status?: PinAnalyticsAnswerValueDailyMetricDataStatus;
  /** The day, in UTC, as YYYY-MM-DD. */
  date?: string;
  /** The numbers, by the name of what is counted. */
  metrics?: PinAnalyticsAnswerValueDailyMetricMetrics;
}

/** `lifetime_metrics` of `PinAnalyticsAnswerValue`. Since the Pin was made, by the name of what is counted. */
export interface PinAnalyticsAnswerValueLifetimeMetrics {
  /** A count. */
  [name: string]: number;
}

/** `summary_metrics` of `PinAnalyticsAnswerValue`. Over the whole range, by the name of what is counted. */
export interface PinAnalyticsAnswerValueSummaryMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** What `PinAnalyticsAnswer` holds under any name. The numbers of all that was asked for, or of each part where they are split. */
export interface PinAnalyticsAnswerValue {
  /** Day by day. */
  daily_metrics?: readonly PinAnalyticsAnswerValueDailyMetric[];
  /** Since the Pin was made, by the name of what is counted. */
  lifetime_metrics?: PinAnalyticsAnswerValueLifetimeMetrics;
  /** Over the whole range, by the name of what is counted. */
  summary_metrics?: PinAnalyticsAnswerValueSummaryMetrics;
}

/** The answer of `pinAnalytics`. How people met one Pin, ads or not, answered at once. */
export interface PinAnalyticsAnswer {
  /** The numbers of all that was asked for, or of each part where they are split. */
  [name: string]: PinAnalyticsAnswerValue;
}

/** `app_types` of `PinAnalyticsRequest`. Only what happened on these devices. */
export type PinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** One of `metric_types` of `PinAnalyticsRequest`. What is counted. */
export type PinAnalyticsMetricType = ItemOf<typeof PIN_ANALYTICS_METRIC_TYPE_VALUES>;

/** `split_field` of `PinAnalyticsRequest`. What to split the numbers by. */
export type PinAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE";

/** `data_status` of `PinAnalyticsAnswerValueDailyMetric`. How final the numbers are, or why there are none. */
export type PinAnalyticsAnswerValueDailyMetricDataStatus = ItemOf<typeof PIN_ANALYTICS_ANSWER_VALUE_DAILY_METRIC_DATA_STATUS_VALUES> | (string & {});
