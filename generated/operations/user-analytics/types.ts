// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { AnalyticsResponse, QuerymetrictypesItemsInput } from "../../schemas.js";

/** The request for `userAnalytics`. Performance of all content of a user account, returned synchronously. */
export interface UserAnalyticsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Whether to count only content from claimed accounts or sites, or only other content. Default: `"BOTH"`. */
  from_claimed_content?: UserAnalyticsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserAnalyticsPinFormat;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: UserAnalyticsAppTypes;
  /** Only paid content, or only organic content. Default: `"ALL"`. */
  content_type?: UserAnalyticsContentType;
  /** Only the user's own Pins, or only other users' Pins. Default: `"ALL"`. */
  source?: UserAnalyticsSource;
  /** The metrics to return. */
  metric_types?: readonly QuerymetrictypesItemsInput[];
  /** Dimension by which the metrics are split. Default: `"NO_SPLIT"`. */
  split_field?: UserAnalyticsSplitField;
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/**
 * `from_claimed_content` in `UserAnalyticsRequest`. Whether to count only content from claimed accounts or sites, or only other content.
 */
export type UserAnalyticsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

/** `pin_format` in `UserAnalyticsRequest`. Only Pins of this format. */
export type UserAnalyticsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

/** `app_types` in `UserAnalyticsRequest`. Only activity on these devices. */
export type UserAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` in `UserAnalyticsRequest`. Only paid content, or only organic content. */
export type UserAnalyticsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` in `UserAnalyticsRequest`. Only the user's own Pins, or only other users' Pins. */
export type UserAnalyticsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** `split_field` in `UserAnalyticsRequest`. Dimension by which the metrics are split. */
export type UserAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE" | "OWNED_CONTENT" | "SOURCE" | "PIN_FORMAT";

/** The response of `userAnalytics`. Performance of all content of a user account, returned synchronously. */
export type UserAnalyticsResponse = AnalyticsResponse;
