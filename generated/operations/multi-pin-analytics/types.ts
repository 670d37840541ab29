// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface MultiPinAnalyticsRequest {
  /** The Pins. 1 to 100. Each: Digits only. */
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

export interface MultiPinAnalyticsAnswerValueValueDailyMetricMetrics {
  [name: string]: number;
}

export interface MultiPinAnalyticsAnswerValueValueDailyMetric {
  data_status?: MultiPinAnalyticsAnswerValueValueDailyMetricDataStatus;
  date?: string;
  metrics?: MultiPinAnalyticsAnswerValueValueDailyMetricMetrics;
}

export interface MultiPinAnalyticsAnswerValueValueLifetimeMetrics {
  [name: string]: number;
}

export interface MultiPinAnalyticsAnswerValueValueSummaryMetrics {
  [name: string]: number;
}

export interface MultiPinAnalyticsAnswerValueValue {
  daily_metrics?: readonly MultiPinAnalyticsAnswerValueValueDailyMetric[];
  lifetime_metrics?: MultiPinAnalyticsAnswerValueValueLifetimeMetrics;
  summary_metrics?: MultiPinAnalyticsAnswerValueValueSummaryMetrics;
}

export interface MultiPinAnalyticsAnswerValue {
  [name: string]: MultiPinAnalyticsAnswerValueValue;
}

export interface MultiPinAnalyticsAnswer {
  [name: string]: MultiPinAnalyticsAnswerValue;
}

export type MultiPinAnalyticsMetricType = MultiPinAnalyticsMetricTypeOption1 | MultiPinAnalyticsMetricTypeOption2;

export type MultiPinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

export type MultiPinAnalyticsMetricTypeOption1 =
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "PIN_CLICK"
  | "SAVE"
  | "SAVE_RATE"
  | "TOTAL_COMMENTS"
  | "TOTAL_REACTIONS"
  | "USER_FOLLOW"
  | "PROFILE_VISIT";

export type MultiPinAnalyticsMetricTypeOption2 =
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "PIN_CLICK"
  | "SAVE"
  | "SAVE_RATE"
  | "VIDEO_MRC_VIEW"
  | "VIDEO_10S_VIEW"
  | "QUARTILE_95_PERCENT_VIEW"
  | "VIDEO_V50_WATCH_TIME"
  | "VIDEO_START"
  | "VIDEO_AVG_WATCH_TIME"
  | "TOTAL_COMMENTS"
  | "TOTAL_REACTIONS";

export type MultiPinAnalyticsAnswerValueValueDailyMetricDataStatus =
  | "PROCESSING"
  | "READY"
  | "ESTIMATE"
  | "BEFORE_BUSINESS_CREATED"
  | "BEFORE_DATA_RETENTION_PERIOD"
  | "BEFORE_PIN_DATA_RETENTION_PERIOD"
  | "BEFORE_METRIC_START_DATE"
  | "BEFORE_CORE_METRIC_START_DATE"
  | "BEFORE_PIN_FORMAT_METRIC_START_DATE"
  | "BEFORE_AUDIENCE_METRIC_START_DATE"
  | "BEFORE_AUDIENCE_MONTHLY_METRIC_START_DATE"
  | "BEFORE_VIDEO_METRIC_START_DATE"
  | "BEFORE_CONVERSION_METRIC_START_DATE"
  | "PURCHASERS_METRIC_SMALLER_THAN_THRESHOLD"
  | "IN_BAD_TAG_DATE"
  | "BEFORE_PUBLISHED_METRIC_START_DATE"
  | "BEFORE_ASSIST_METRIC_START_DATE"
  | "BEFORE_PIN_CREATED"
  | "BEFORE_ACCOUNT_CLAIMED"
  | "BEFORE_DEMOGRAPHIC_FILTERS_START_DATE"
  | "AUDIENCE_SEGMENT_SMALLER_THAN_THRESHOLD"
  | "AUDIENCE_TOTAL_SMALLER_THAN_THRESHOLD"
  | "BEFORE_PRODUCT_GROUP_FILTER_START_DATE"
  | (string & {});
