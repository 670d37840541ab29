// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _d202c5249a744a71 } from "../../generation.js";
import type { ItemOf } from "../../../runtime/support.js";
import type { PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES } from "../../lists.js";

/** The request of `userTopPins`. The Pins of a user that people met most, answered at once. */
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

/** `date_availability` of `UserTopPinsResponse`. Up to when there are numbers. */
export interface UserTopPinsResponseDateAvailability {
  /** Whether the newest numbers are of right now. */
  is_realtime?: boolean;
  /** The newest moment that is counted, in milliseconds since 1970. */
  latest_available_timestamp?: number;
}

/** `data_status` of `UserTopPinsResponsePin`. How final the numbers are, or why there are none. */
export interface UserTopPinsResponsePinDataStatus {
  /** How final this number is, or why there is none. */
  [name: string]: UserTopPinsResponsePinDataStatusValue;
}

/** `metrics` of `UserTopPinsResponsePin`. The numbers, by the name of what is counted. */
export interface UserTopPinsResponsePinMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `pins` of `UserTopPinsResponse`. */
export interface UserTopPinsResponsePin {
  /** How final the numbers are, or why there are none. */
  data_status?: UserTopPinsResponsePinDataStatus;
  /** The numbers, by the name of what is counted. */
  metrics?: UserTopPinsResponsePinMetrics;
  pin_id?: string;
}

/** The response of `userTopPins`. The Pins of a user that people met most, answered at once. */
export interface UserTopPinsResponse {
  /** Up to when there are numbers. */
  date_availability?: UserTopPinsResponseDateAvailability;
  pins?: readonly UserTopPinsResponsePin[];
  sort_by?: UserTopPinsResponseSortBy;
}

/** `sort_by` of `UserTopPinsRequest`. The number that says which Pins are first. */
export type UserTopPinsSortBy = "ENGAGEMENT" | "SAVE" | "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK";

/**
 * `from_claimed_content` of `UserTopPinsRequest`. Whether only what comes from accounts or sites that the user has claimed counts, or only
 * the rest.
 */
export type UserTopPinsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

/** `pin_format` of `UserTopPinsRequest`. Only Pins of this format. */
export type UserTopPinsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

/** `app_types` of `UserTopPinsRequest`. Only what happened on these devices. */
export type UserTopPinsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` of `UserTopPinsRequest`. Only paid or only organic. */
export type UserTopPinsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` of `UserTopPinsRequest`. Only Pins of the user or only those of others. */
export type UserTopPinsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** One of `metric_types` of `UserTopPinsRequest`. What is counted. */
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

/** `created_in_last_n_days` of `UserTopPinsRequest`. Only Pins that are at most so many days old. */
export type UserTopPinsCreatedInLastNDays = 30;

/** Value of any other key of `UserTopPinsResponsePinDataStatus`. How final this number is, or why there is none. */
export type UserTopPinsResponsePinDataStatusValue =
  | ItemOf<typeof PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES>
  | (string & {});

/** `sort_by` of `UserTopPinsResponse`. */
export type UserTopPinsResponseSortBy = "ENGAGEMENT" | "SAVE" | "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK" | (string & {});
