// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface UserTopVideoPinsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the answer. As YYYY-MM-DD. */
  end_date: string;
  /** The number that says which Pins are first. */
  sort_by: UserTopVideoPinsSortBy;
  /** Whether only what comes from accounts or sites that the user has claimed counts, or only the rest. Default: `"BOTH"`. */
  from_claimed_content?: UserTopVideoPinsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserTopVideoPinsPinFormat;
  /** Only what happened on these devices. Default: `"ALL"`. */
  app_types?: UserTopVideoPinsAppTypes;
  /** Only paid or only organic. Default: `"ALL"`. */
  content_type?: UserTopVideoPinsContentType;
  /** Only Pins of the user or only those of others. Default: `"ALL"`. */
  source?: UserTopVideoPinsSource;
  /** What is counted. */
  metric_types?: readonly UserTopVideoPinsMetricType[];
  /** How many Pins. 1 to 50. Default: `10`. */
  num_of_pins?: number;
  /** Only Pins that are at most so many days old. */
  created_in_last_n_days?: UserTopVideoPinsCreatedInLastNDays;
  /** Asks on behalf of this ad account's owner. Digits only. */
  ad_account_id?: string;
}

export interface UserTopVideoPinsAnswerDateAvailability {
  is_realtime?: boolean;
  latest_available_timestamp?: number;
}

export interface UserTopVideoPinsAnswerPinDataStatus {
  [name: string]: UserTopVideoPinsAnswerPinDataStatusValue;
}

export interface UserTopVideoPinsAnswerPinMetrics {
  [name: string]: number;
}

export interface UserTopVideoPinsAnswerPin {
  data_status?: UserTopVideoPinsAnswerPinDataStatus;
  metrics?: UserTopVideoPinsAnswerPinMetrics;
  pin_id?: string;
}

export interface UserTopVideoPinsAnswer {
  date_availability?: UserTopVideoPinsAnswerDateAvailability;
  pins?: readonly UserTopVideoPinsAnswerPin[];
  sort_by?: UserTopVideoPinsAnswerSortBy;
}

export type UserTopVideoPinsSortBy =
  | "IMPRESSION"
  | "SAVE"
  | "OUTBOUND_CLICK"
  | "VIDEO_MRC_VIEW"
  | "VIDEO_AVG_WATCH_TIME"
  | "VIDEO_V50_WATCH_TIME"
  | "QUARTILE_95_PERCENT_VIEW"
  | "VIDEO_10S_VIEW"
  | "VIDEO_START";

export type UserTopVideoPinsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

export type UserTopVideoPinsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

export type UserTopVideoPinsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

export type UserTopVideoPinsContentType = "ALL" | "PAID" | "ORGANIC";

export type UserTopVideoPinsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

export type UserTopVideoPinsMetricType =
  | "IMPRESSION"
  | "SAVE"
  | "VIDEO_MRC_VIEW"
  | "VIDEO_AVG_WATCH_TIME"
  | "VIDEO_V50_WATCH_TIME"
  | "QUARTILE_95_PERCENT_VIEW"
  | "VIDEO_10S_VIEW"
  | "VIDEO_START"
  | "OUTBOUND_CLICK";

export type UserTopVideoPinsCreatedInLastNDays = 30;

export type UserTopVideoPinsAnswerPinDataStatusValue =
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

export type UserTopVideoPinsAnswerSortBy =
  | "SAVE"
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "VIDEO_MRC_VIEW"
  | "VIDEO_AVG_WATCH_TIME"
  | "VIDEO_V50_WATCH_TIME"
  | "QUARTILE_95_PERCENT_VIEW"
  | "VIDEO_10S_VIEW"
  | "VIDEO_START"
  | (string & {});
