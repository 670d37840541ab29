// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import { pinAnalytics as pinAnalyticsOperation, type PinAnalyticsClient } from "../operations/pin-analytics/call.js";
import { multiPinAnalytics as multiPinAnalyticsOperation, type MultiPinAnalyticsClient } from "../operations/multi-pin-analytics/call.js";

/** Calls in the namespace `pins`. */
export interface PinsCalls {
  /** Organic and paid performance of one Pin, returned synchronously. */
  readonly analytics: PinAnalyticsClient;
  /** Organic and paid performance of several Pins, returned synchronously. */
  readonly multiAnalytics: MultiPinAnalyticsClient;
}

/** Returns the calls in the namespace `pins`. They use the token and rate limits of `client`. Sends nothing itself. */
export function pins(client: Connected): PinsCalls {
  return {
    analytics: operationClient(client, pinAnalyticsOperation),
    multiAnalytics: operationClient(client, multiPinAnalyticsOperation),
  };
}
