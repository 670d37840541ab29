// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import {
  adGroupTargetingAnalytics as adGroupTargetingAnalyticsOperation,
  type AdGroupTargetingAnalyticsClient,
} from "../operations/ad-group-targeting-analytics/call.js";

/** The call `ad_groups_targeting_analytics/get`. */
export interface AdGroupsTargetingAnalyticsCalls {
  /** Ad performance of ad groups by targeting, a synchronous call. */
  readonly get: AdGroupTargetingAnalyticsClient;
}

/**
 * The call `ad_groups_targeting_analytics/get`, on the connection of `client`, with its token and its rate limits. Sends nothing itself.
 */
export function adGroupsTargetingAnalytics(client: Connected): AdGroupsTargetingAnalyticsCalls {
  return {
    get: operationClient(client, adGroupTargetingAnalyticsOperation),
  };
}
