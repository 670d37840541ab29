// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface PinAnalyticsRequest {
  /** The Pin. */
  pin_id: string;
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the answer. As YYYY-MM-DD. */
  end_date: string;
  /** Default: `"ALL"`. */
  app_types?: PinAnalyticsAppTypes;
  /** What is counted. */
  metric_types: readonly PinAnalyticsMetricType[];
  /** Default: `"NO_SPLIT"`. */
  split_field?: PinAnalyticsSplitField;
  /** Digits only. */
  ad_account_id?: string;
}

export interface PinAnalyticsAnswerValueDailyMetricMetrics {
  [name: string]: number;
}

export interface PinAnalyticsAnswerValueDailyMetric {
  data_status?: PinAnalyticsAnswerValueDailyMetricDataStatus;
  date?: string;
  metrics?: PinAnalyticsAnswerValueDailyMetricMetrics;
}

export interface PinAnalyticsAnswerValueLifetimeMetrics {
  [name: string]: number;
}

export interface PinAnalyticsAnswerValueSummaryMetrics {
  [name: string]: number;
}

export interface PinAnalyticsAnswerValue {
  daily_metrics?: readonly PinAnalyticsAnswerValueDailyMetric[];
  lifetime_metrics?: PinAnalyticsAnswerValueLifetimeMetrics;
  summary_metrics?: PinAnalyticsAnswerValueSummaryMetrics;
}

export interface PinAnalyticsAnswer {
  [name: string]: PinAnalyticsAnswerValue;
}

export type PinAnalyticsMetricType = PinAnalyticsMetricTypeOption1 | PinAnalyticsMetricTypeOption2;

export type PinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

export type PinAnalyticsMetricTypeOption1 =
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "PIN_CLICK"
  | "SAVE"
  | "SAVE_RATE"
  | "TOTAL_COMMENTS"
  | "TOTAL_REACTIONS"
  | "USER_FOLLOW"
  | "PROFILE_VISIT";

export type PinAnalyticsMetricTypeOption2 =
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

export type PinAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE";

export type PinAnalyticsAnswerValueDailyMetricDataStatus =
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
