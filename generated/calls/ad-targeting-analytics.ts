// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import {
  adTargetingAnalytics as adTargetingAnalyticsOperation,
  type AdTargetingAnalyticsClient,
} from "../operations/ad-targeting-analytics/call.js";

/** The call `ad_targeting_analytics/get`. */
export interface AdTargetingAnalyticsCalls {
  /** Ad performance of ads by targeting, a synchronous call. */
  readonly get: AdTargetingAnalyticsClient;
}

/** The call `ad_targeting_analytics/get`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function adTargetingAnalytics(client: Connected): AdTargetingAnalyticsCalls {
  return {
    get: operationClient(client, adTargetingAnalyticsOperation),
  };
}
