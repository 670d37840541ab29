// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface UserAnalyticsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the answer. As YYYY-MM-DD. */
  end_date: string;
  /** Whether only what comes from accounts or sites that the user has claimed counts, or only the rest. Default: `"BOTH"`. */
  from_claimed_content?: UserAnalyticsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserAnalyticsPinFormat;
  /** Only what happened on these devices. Default: `"ALL"`. */
  app_types?: UserAnalyticsAppTypes;
  /** Only paid or only organic. Default: `"ALL"`. */
  content_type?: UserAnalyticsContentType;
  /** Only Pins of the user or only those of others. Default: `"ALL"`. */
  source?: UserAnalyticsSource;
  /** What is counted. */
  metric_types?: readonly UserAnalyticsMetricType[];
  /** What to split the numbers by. Default: `"NO_SPLIT"`. */
  split_field?: UserAnalyticsSplitField;
  /** Asks on behalf of this ad account's owner. Digits only. */
  ad_account_id?: string;
}

export interface UserAnalyticsAnswerValueDailyMetricMetrics {
  [name: string]: number;
}

export interface UserAnalyticsAnswerValueDailyMetric {
  data_status?: UserAnalyticsAnswerValueDailyMetricDataStatus;
  date?: string;
  metrics?: UserAnalyticsAnswerValueDailyMetricMetrics;
}

export interface UserAnalyticsAnswerValueSummaryMetrics {
  [name: string]: number;
}

export interface UserAnalyticsAnswerValue {
  daily_metrics?: readonly UserAnalyticsAnswerValueDailyMetric[];
  summary_metrics?: UserAnalyticsAnswerValueSummaryMetrics;
}

export interface UserAnalyticsAnswer {
  [name: string]: UserAnalyticsAnswerValue;
}

export type UserAnalyticsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

export type UserAnalyticsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

export type UserAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

export type UserAnalyticsContentType = "ALL" | "PAID" | "ORGANIC";

export type UserAnalyticsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

export type UserAnalyticsMetricType =
  | "ENGAGEMENT"
  | "ENGAGEMENT_RATE"
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "OUTBOUND_CLICK_RATE"
  | "PIN_CLICK"
  | "PIN_CLICK_RATE"
  | "SAVE"
  | "SAVE_RATE";

export type UserAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE" | "OWNED_CONTENT" | "SOURCE" | "PIN_FORMAT";

export type UserAnalyticsAnswerValueDailyMetricDataStatus =
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
