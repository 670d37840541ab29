// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { QuerymetrictypesItemsInput, TopPinsAnalyticsResponse, TopPinsSortByInput } from "../../schemas.js";

/** The request for `userTopPins`. A user's top Pins by one metric, returned synchronously. */
export interface UserTopPinsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Metric by which the Pins are sorted. */
  sort_by: TopPinsSortByInput;
  /** Whether to count only content from claimed accounts or sites, or only other content. Default: `"BOTH"`. */
  from_claimed_content?: UserTopPinsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserTopPinsPinFormat;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: UserTopPinsAppTypes;
  /** Only paid content, or only organic content. Default: `"ALL"`. */
  content_type?: UserTopPinsContentType;
  /** Only the user's own Pins, or only other users' Pins. Default: `"ALL"`. */
  source?: UserTopPinsSource;
  /** The metrics to return. */
  metric_types?: readonly QuerymetrictypesItemsInput[];
  /** Number of Pins. 1 to 50. Default: `10`. */
  num_of_pins?: number;
  /** Only Pins created within this number of days. */
  created_in_last_n_days?: UserTopPinsCreatedInLastNDays;
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `from_claimed_content` in `UserTopPinsRequest`. Whether to count only content from claimed accounts or sites, or only other content. */
export type UserTopPinsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

/** `pin_format` in `UserTopPinsRequest`. Only Pins of this format. */
export type UserTopPinsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

/** `app_types` in `UserTopPinsRequest`. Only activity on these devices. */
export type UserTopPinsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` in `UserTopPinsRequest`. Only paid content, or only organic content. */
export type UserTopPinsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` in `UserTopPinsRequest`. Only the user's own Pins, or only other users' Pins. */
export type UserTopPinsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** `created_in_last_n_days` in `UserTopPinsRequest`. Only Pins created within this number of days. */
export type UserTopPinsCreatedInLastNDays = 30;

/** The response of `userTopPins`. A user's top Pins by one metric, returned synchronously. */
export type UserTopPinsResponse = TopPinsAnalyticsResponse;
