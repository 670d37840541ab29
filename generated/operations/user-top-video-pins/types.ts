// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ItemOf } from "../../../runtime/support-data.js";
import type { PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES } from "../../lists.js";

/** The request of `userTopVideoPins`. The video Pins of a user with the highest metrics; a synchronous call. */
export interface UserTopVideoPinsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; it is part of the response. As YYYY-MM-DD. */
  end_date: string;
  /** Metric by which the Pins are sorted. */
  sort_by: UserTopVideoPinsSortBy;
  /** Whether only what comes from accounts or sites that the user has claimed counts, or only the rest. Default: `"BOTH"`. */
  from_claimed_content?: UserTopVideoPinsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserTopVideoPinsPinFormat;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: UserTopVideoPinsAppTypes;
  /** Only paid or only organic. Default: `"ALL"`. */
  content_type?: UserTopVideoPinsContentType;
  /** Only Pins of the user, or only those of other users. Default: `"ALL"`. */
  source?: UserTopVideoPinsSource;
  /** Metrics. */
  metric_types?: readonly UserTopVideoPinsMetricType[];
  /** Number of Pins. 1 to 50. Default: `10`. */
  num_of_pins?: number;
  /** Only Pins created within this number of days. */
  created_in_last_n_days?: UserTopVideoPinsCreatedInLastNDays;
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `date_availability` of `UserTopVideoPinsResponse`. End of the period for which metrics are available. */
export interface UserTopVideoPinsResponseDateAvailability {
  /** Whether the newest metrics are real-time. */
  is_realtime?: boolean;
  /** Latest time that the metrics include, in milliseconds since 1970. */
  latest_available_timestamp?: number;
}

/** `data_status` of `UserTopVideoPinsResponsePin`. Status of the metrics: final, estimated, or why they are missing. */
export interface UserTopVideoPinsResponsePinDataStatus {
  /** Status of this metric: final, estimated, or why it is missing. */
  [name: string]: UserTopVideoPinsResponsePinDataStatusValue;
}

/** `metrics` of `UserTopVideoPinsResponsePin`. Metrics by name. */
export interface UserTopVideoPinsResponsePinMetrics {
  /** A count, or a rate as a part of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** One of `pins` of `UserTopVideoPinsResponse`. The Pins, in the order of `sort_by`. */
export interface UserTopVideoPinsResponsePin {
  /** Status of the metrics: final, estimated, or why they are missing. */
  data_status?: UserTopVideoPinsResponsePinDataStatus;
  /** Metrics by name. */
  metrics?: UserTopVideoPinsResponsePinMetrics;
  /** The Pin. */
  pin_id?: string;
}

/** The response of `userTopVideoPins`. The video Pins of a user with the highest metrics; a synchronous call. */
export interface UserTopVideoPinsResponse {
  /** End of the period for which metrics are available. */
  date_availability?: UserTopVideoPinsResponseDateAvailability;
  /** The Pins, in the order of `sort_by`. */
  pins?: readonly UserTopVideoPinsResponsePin[];
  /** Metric by which the Pins are sorted. */
  sort_by?: UserTopVideoPinsResponseSortBy;
}

/** `sort_by` of `UserTopVideoPinsRequest`. Metric by which the Pins are sorted. */
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

/** `app_types` of `UserTopVideoPinsRequest`. Only activity on these devices. */
export type UserTopVideoPinsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` of `UserTopVideoPinsRequest`. Only paid or only organic. */
export type UserTopVideoPinsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` of `UserTopVideoPinsRequest`. Only Pins of the user, or only those of other users. */
export type UserTopVideoPinsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** One of `metric_types` of `UserTopVideoPinsRequest`. Metrics. */
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

/** `created_in_last_n_days` of `UserTopVideoPinsRequest`. Only Pins created within this number of days. */
export type UserTopVideoPinsCreatedInLastNDays = 30;

/** Value of any other key of `UserTopVideoPinsResponsePinDataStatus`. Status of this metric: final, estimated, or why it is missing. */
export type UserTopVideoPinsResponsePinDataStatusValue =
  | ItemOf<typeof PIN_ANALYTICS_RESPONSE_VALUE_DAILY_METRIC_DATA_STATUS_VALUES>
  | (string & {});

/** `sort_by` of `UserTopVideoPinsResponse`. Metric by which the Pins are sorted. */
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
