// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import {
  adAccountTargetingAnalytics as adAccountTargetingAnalyticsOperation,
  type AdAccountTargetingAnalyticsClient,
} from "../operations/ad-account-targeting-analytics/call.js";

/** The call `ad_account_targeting_analytics/get`. */
export interface AdAccountTargetingAnalyticsCalls {
  /** Ad performance of a whole account by targeting, a synchronous call. */
  readonly get: AdAccountTargetingAnalyticsClient;
}

/**
 * The call `ad_account_targeting_analytics/get`, on the connection of `client`, with its token and its rate limits. Sends nothing itself.
 */
export function adAccountTargetingAnalytics(client: Connected): AdAccountTargetingAnalyticsCalls {
  return {
    get: operationClient(client, adAccountTargetingAnalyticsOperation),
  };
}
