// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ItemOf } from "../../../runtime/support-data.js";
import type { PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES } from "../../lists.js";

/** The request of `userTopPins`. The Pins of a user with the highest metrics; a synchronous call. */
export interface UserTopPinsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the response. As YYYY-MM-DD. */
  end_date: string;
  /** Metric by which the Pins are sorted. */
  sort_by: UserTopPinsSortBy;
  /** Whether only what comes from accounts or sites that the user has claimed counts, or only the rest. Default: `"BOTH"`. */
  from_claimed_content?: UserTopPinsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserTopPinsPinFormat;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: UserTopPinsAppTypes;
  /** Only paid or only organic. Default: `"ALL"`. */
  content_type?: UserTopPinsContentType;
  /** Only Pins of the user, or only those of other users. Default: `"ALL"`. */
  source?: UserTopPinsSource;
  /** Metrics. */
  metric_types?: readonly UserTopPinsMetricType[];
  /** Number of Pins. 1 to 50. Default: `10`. */
  num_of_pins?: number;
  /** Only Pins created within this number of days. */
  created_in_last_n_days?: UserTopPinsCreatedInLastNDays;
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `date_availability` of `UserTopPinsResponse`. End of the period for which metrics are available. */
export interface UserTopPinsResponseDateAvailability {
  /** Whether the newest metrics are real-time. */
  is_realtime?: boolean;
  /** Latest time that the metrics include, in milliseconds since 1970. */
  latest_available_timestamp?: number;
}

/** `data_status` of `UserTopPinsResponsePin`. Status of the metrics: final, estimated, or why they are missing. */
export interface UserTopPinsResponsePinDataStatus {
  /** Status of this metric: final, estimated, or why it is missing. */
  [name: string]: UserTopPinsResponsePinDataStatusValue;
}

/** `metrics` of `UserTopPinsResponsePin`. Metrics by name. */
export interface UserTopPinsResponsePinMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `pins` of `UserTopPinsResponse`. The Pins, in the order of `sort_by`. */
export interface UserTopPinsResponsePin {
  /** Status of the metrics: final, estimated, or why they are missing. */
  data_status?: UserTopPinsResponsePinDataStatus;
  /** Metrics by name. */
  metrics?: UserTopPinsResponsePinMetrics;
  /** The Pin. */
  pin_id?: string;
}

/** The response of `userTopPins`. The Pins of a user with the highest metrics; a synchronous call. */
export interface UserTopPinsResponse {
  /** End of the period for which metrics are available. */
  date_availability?: UserTopPinsResponseDateAvailability;
  /** The Pins, in the order of `sort_by`. */
  pins?: readonly UserTopPinsResponsePin[];
  /** Metric by which the Pins are sorted. */
  sort_by?: UserTopPinsResponseSortBy;
}

/** `sort_by` of `UserTopPinsRequest`. Metric by which the Pins are sorted. */
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

/** `app_types` of `UserTopPinsRequest`. Only activity on these devices. */
export type UserTopPinsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` of `UserTopPinsRequest`. Only paid or only organic. */
export type UserTopPinsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` of `UserTopPinsRequest`. Only Pins of the user, or only those of other users. */
export type UserTopPinsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** One of `metric_types` of `UserTopPinsRequest`. Metrics. */
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

/** `created_in_last_n_days` of `UserTopPinsRequest`. Only Pins created within this number of days. */
export type UserTopPinsCreatedInLastNDays = 30;

/** Value of any other key of `UserTopPinsResponsePinDataStatus`. Status of this metric: final, estimated, or why it is missing. */
export type UserTopPinsResponsePinDataStatusValue =
  | ItemOf<typeof PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES>
  | (string & {});

/** `sort_by` of `UserTopPinsResponse`. Metric by which the Pins are sorted. */
export type UserTopPinsResponseSortBy = "ENGAGEMENT" | "SAVE" | "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK" | (string & {});
