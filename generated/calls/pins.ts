// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import { pinAnalytics as pinAnalyticsOperation, type PinAnalyticsClient } from "../operations/pin-analytics/call.js";
import { multiPinAnalytics as multiPinAnalyticsOperation, type MultiPinAnalyticsClient } from "../operations/multi-pin-analytics/call.js";

/** The calls of `pins`. */
export interface PinsCalls {
  /** Performance of one Pin, organic and paid; a synchronous call. */
  readonly analytics: PinAnalyticsClient;
  /** Performance of each of several Pins, organic and paid; a synchronous call. */
  readonly multiAnalytics: MultiPinAnalyticsClient;
}

/** Returns the calls in the namespace `pins`. They use the token and rate limits of `client`. Sends nothing itself. */
export function pins(client: Connected): PinsCalls {
  return {
    analytics: operationClient(client, pinAnalyticsOperation),
    multiAnalytics: operationClient(client, multiPinAnalyticsOperation),
  };
}
