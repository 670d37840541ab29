// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import { adPinAnalytics as adPinAnalyticsOperation, type AdPinAnalyticsClient } from "../operations/ad-pin-analytics/call.js";

/** The call `ad_pins/analytics`. */
export interface AdPinsCalls {
  /** Ad performance of Pins within a campaign, a synchronous call. */
  readonly analytics: AdPinAnalyticsClient;
}

/** The call `ad_pins/analytics`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function adPins(client: Connected): AdPinsCalls {
  return {
    analytics: operationClient(client, adPinAnalyticsOperation),
  };
}
