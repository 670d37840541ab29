// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _048a078a222a7549 } from "../../generation.js";
import type { ItemOf } from "../../../runtime/support.js";
import type { PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES } from "../../lists.js";

/** The request of `userTopVideoPins`. The video Pins of a user that people met most, answered at once. */
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

/** `date_availability` of `UserTopVideoPinsResponse`. Up to when there are numbers. */
export interface UserTopVideoPinsResponseDateAvailability {
  /** Whether the newest numbers are of right now. */
  is_realtime?: boolean;
  /** The newest moment that is counted, in milliseconds since 1970. */
  latest_available_timestamp?: number;
}

/** `data_status` of `UserTopVideoPinsResponsePin`. How final the numbers are, or why there are none. */
export interface UserTopVideoPinsResponsePinDataStatus {
  /** How final this number is, or why there is none. */
  [name: string]: UserTopVideoPinsResponsePinDataStatusValue;
}

/** `metrics` of `UserTopVideoPinsResponsePin`. The numbers, by the name of what is counted. */
export interface UserTopVideoPinsResponsePinMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `pins` of `UserTopVideoPinsResponse`. */
export interface UserTopVideoPinsResponsePin {
  /** How final the numbers are, or why there are none. */
  data_status?: UserTopVideoPinsResponsePinDataStatus;
  /** The numbers, by the name of what is counted. */
  metrics?: UserTopVideoPinsResponsePinMetrics;
  pin_id?: string;
}

/** The response of `userTopVideoPins`. The video Pins of a user that people met most, answered at once. */
export interface UserTopVideoPinsResponse {
  /** Up to when there are numbers. */
  date_availability?: UserTopVideoPinsResponseDateAvailability;
  pins?: readonly UserTopVideoPinsResponsePin[];
  sort_by?: UserTopVideoPinsResponseSortBy;
}

/** `sort_by` of `UserTopVideoPinsRequest`. The number that says which Pins are first. */
export type UserTopVideoPinsSortBy =
  | "SAVE"
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "VIDEO_MRC_VIEW"
  | "VIDEO_AVG_WATCH_TIME"
  | "VIDEO_V50_WATCH_TIME"
  | "QUARTILE_95_PERCENT_VIEW"
  | "VIDEO_10S_VIEW"
  | "VIDEO_START";

/**
 * `from_claimed_content` of `UserTopVideoPinsRequest`. Whether only what comes from accounts or sites that the user has claimed counts, or
 * only the rest.
 */
export type UserTopVideoPinsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

/** `pin_format` of `UserTopVideoPinsRequest`. Only Pins of this format. */
export type UserTopVideoPinsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

/** `app_types` of `UserTopVideoPinsRequest`. Only what happened on these devices. */
export type UserTopVideoPinsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` of `UserTopVideoPinsRequest`. Only paid or only organic. */
export type UserTopVideoPinsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` of `UserTopVideoPinsRequest`. Only Pins of the user or only those of others. */
export type UserTopVideoPinsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** One of `metric_types` of `UserTopVideoPinsRequest`. What is counted. */
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

/** `created_in_last_n_days` of `UserTopVideoPinsRequest`. Only Pins that are at most so many days old. */
export type UserTopVideoPinsCreatedInLastNDays = 30;

/** Value of any other key of `UserTopVideoPinsResponsePinDataStatus`. How final this number is, or why there is none. */
export type UserTopVideoPinsResponsePinDataStatusValue =
  | ItemOf<typeof PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES>
  | (string & {});

/** `sort_by` of `UserTopVideoPinsResponse`. */
export type UserTopVideoPinsResponseSortBy =
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
