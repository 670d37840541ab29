// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface UserTopPinsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the answer. As YYYY-MM-DD. */
  end_date: string;
  /** The number that says which Pins are first. */
  sort_by: UserTopPinsSortBy;
  /** Whether only what comes from accounts or sites that the user has claimed counts, or only the rest. Default: `"BOTH"`. */
  from_claimed_content?: UserTopPinsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserTopPinsPinFormat;
  /** Only what happened on these devices. Default: `"ALL"`. */
  app_types?: UserTopPinsAppTypes;
  /** Only paid or only organic. Default: `"ALL"`. */
  content_type?: UserTopPinsContentType;
  /** Only Pins of the user or only those of others. Default: `"ALL"`. */
  source?: UserTopPinsSource;
  /** What is counted. */
  metric_types?: readonly UserTopPinsMetricType[];
  /** How many Pins. 1 to 50. Default: `10`. */
  num_of_pins?: number;
  /** Only Pins that are at most so many days old. */
  created_in_last_n_days?: UserTopPinsCreatedInLastNDays;
  /** Asks on behalf of this ad account's owner. Digits only. */
  ad_account_id?: string;
}

export interface UserTopPinsAnswerDateAvailability {
  is_realtime?: boolean;
  latest_available_timestamp?: number;
}

export interface UserTopPinsAnswerPinDataStatus {
  [name: string]: UserTopPinsAnswerPinDataStatusValue;
}

export interface UserTopPinsAnswerPinMetrics {
  [name: string]: number;
}

export interface UserTopPinsAnswerPin {
  data_status?: UserTopPinsAnswerPinDataStatus;
  metrics?: UserTopPinsAnswerPinMetrics;
  pin_id?: string;
}

export interface UserTopPinsAnswer {
  date_availability?: UserTopPinsAnswerDateAvailability;
  pins?: readonly UserTopPinsAnswerPin[];
  sort_by?: UserTopPinsAnswerSortBy;
}

export type UserTopPinsSortBy = "ENGAGEMENT" | "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK" | "SAVE";

export type UserTopPinsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

export type UserTopPinsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

export type UserTopPinsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

export type UserTopPinsContentType = "ALL" | "PAID" | "ORGANIC";

export type UserTopPinsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

export type UserTopPinsMetricType =
  | "ENGAGEMENT"
  | "ENGAGEMENT_RATE"
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "OUTBOUND_CLICK_RATE"
  | "PIN_CLICK"
  | "PIN_CLICK_RATE"
  | "SAVE"
  | "SAVE_RATE";

export type UserTopPinsCreatedInLastNDays = 30;

export type UserTopPinsAnswerPinDataStatusValue =
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

export type UserTopPinsAnswerSortBy = "ENGAGEMENT" | "SAVE" | "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK" | (string & {});
