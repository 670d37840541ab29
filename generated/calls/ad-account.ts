// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import {
  adAccountAnalytics as adAccountAnalyticsOperation,
  type AdAccountAnalyticsClient,
} from "../operations/ad-account-analytics/call.js";

/** The call `ad_account/analytics`. */
export interface AdAccountCalls {
  /** Ad performance of a whole account, a synchronous call. */
  readonly analytics: AdAccountAnalyticsClient;
}

/** The call `ad_account/analytics`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function adAccount(client: Connected): AdAccountCalls {
  return {
    analytics: operationClient(client, adAccountAnalyticsOperation),
  };
}
