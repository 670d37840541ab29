// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { AnalyticsResponse, QuerymetrictypesItemsInput } from "../../schemas.js";

/** The request of `userAnalytics`. Performance of all content of a user account, returned synchronously. */
export interface UserAnalyticsRequest {
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day, in UTC; included. As YYYY-MM-DD. */
  end_date: string;
  /** Whether to count only content from claimed accounts or sites, or only other content. Default: `"BOTH"`. */
  from_claimed_content?: UserAnalyticsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserAnalyticsPinFormat;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: UserAnalyticsAppTypes;
  /** Only paid content, or only organic content. Default: `"ALL"`. */
  content_type?: UserAnalyticsContentType;
  /** Only Pins of the user, or only those of other users. Default: `"ALL"`. */
  source?: UserAnalyticsSource;
  /** The metrics to return. */
  metric_types?: readonly QuerymetrictypesItemsInput[];
  /** Dimension by which the metrics are split. Default: `"NO_SPLIT"`. */
  split_field?: UserAnalyticsSplitField;
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/**
 * `from_claimed_content` of `UserAnalyticsRequest`. Whether to count only content from claimed accounts or sites, or only other content.
 */
export type UserAnalyticsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

/** `pin_format` of `UserAnalyticsRequest`. Only Pins of this format. */
export type UserAnalyticsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

/** `app_types` of `UserAnalyticsRequest`. Only activity on these devices. */
export type UserAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` of `UserAnalyticsRequest`. Only paid content, or only organic content. */
export type UserAnalyticsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` of `UserAnalyticsRequest`. Only Pins of the user, or only those of other users. */
export type UserAnalyticsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** `split_field` of `UserAnalyticsRequest`. Dimension by which the metrics are split. */
export type UserAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE" | "OWNED_CONTENT" | "SOURCE" | "PIN_FORMAT";

/** The response of `userAnalytics`. Performance of all content of a user account, returned synchronously. */
export type UserAnalyticsResponse = AnalyticsResponse;
