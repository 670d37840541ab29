// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { QueryvideopinmetrictypesItemsInput, TopVideoPinsAnalyticsResponse, TopVideoPinsSortByInput } from "../../schemas.js";

/** The request for `userTopVideoPins`. A user's top video Pins by one metric, returned synchronously. */
export interface UserTopVideoPinsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Metric by which the Pins are sorted. */
  sort_by: TopVideoPinsSortByInput;
  /** Whether to count only content from claimed accounts or sites, or only other content. Default: `"BOTH"`. */
  from_claimed_content?: UserTopVideoPinsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserTopVideoPinsPinFormat;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: UserTopVideoPinsAppTypes;
  /** Only paid content, or only organic content. Default: `"ALL"`. */
  content_type?: UserTopVideoPinsContentType;
  /** Only the user's own Pins, or only other users' Pins. Default: `"ALL"`. */
  source?: UserTopVideoPinsSource;
  /** The metrics to return. */
  metric_types?: readonly QueryvideopinmetrictypesItemsInput[];
  /** Number of Pins. 1 to 50. Default: `10`. */
  num_of_pins?: number;
  /** Only Pins created within this number of days. */
  created_in_last_n_days?: UserTopVideoPinsCreatedInLastNDays;
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/**
 * `from_claimed_content` in `UserTopVideoPinsRequest`. Whether to count only content from claimed accounts or sites, or only other content.
 */
export type UserTopVideoPinsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

/** `pin_format` in `UserTopVideoPinsRequest`. Only Pins of this format. */
export type UserTopVideoPinsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

/** `app_types` in `UserTopVideoPinsRequest`. Only activity on these devices. */
export type UserTopVideoPinsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` in `UserTopVideoPinsRequest`. Only paid content, or only organic content. */
export type UserTopVideoPinsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` in `UserTopVideoPinsRequest`. Only the user's own Pins, or only other users' Pins. */
export type UserTopVideoPinsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** `created_in_last_n_days` in `UserTopVideoPinsRequest`. Only Pins created within this number of days. */
export type UserTopVideoPinsCreatedInLastNDays = 30;

/** The response of `userTopVideoPins`. A user's top video Pins by one metric, returned synchronously. */
export type UserTopVideoPinsResponse = TopVideoPinsAnalyticsResponse;
