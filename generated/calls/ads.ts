// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
  pagedClient,
} from "../../runtime/support-client.js";
import { adAnalytics as adAnalyticsOperation, type AdAnalyticsClient } from "../operations/ad-analytics/call.js";
import {
  adTargetingAnalytics as adTargetingAnalyticsOperation,
  type AdTargetingAnalyticsClient,
} from "../operations/ad-targeting-analytics/call.js";
import { ads as adsOperation, type AdsClient } from "../operations/ads/call.js";

/** Calls in the namespace `ads`. */
export interface AdsCalls {
  /** Ad performance of ads, returned synchronously. */
  readonly analytics: AdAnalyticsClient;
  /** Ad performance of ads by targeting, returned synchronously. */
  readonly getTargetingAnalytics: AdTargetingAnalyticsClient;
  /** The ads of an ad account, page by page. */
  readonly list: AdsClient;
}

/** Returns the calls in the namespace `ads`. They use the token and rate limits of `client`. Sends nothing itself. */
export function ads(client: Connected): AdsCalls {
  return {
    analytics: operationClient(client, adAnalyticsOperation),
    getTargetingAnalytics: operationClient(client, adTargetingAnalyticsOperation),
    list: pagedClient(client, adsOperation),
  };
}
