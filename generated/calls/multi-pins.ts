// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import { multiPinAnalytics as multiPinAnalyticsOperation, type MultiPinAnalyticsClient } from "../operations/multi-pin-analytics/call.js";

/** The call `multi_pins/analytics`. */
export interface MultiPinsCalls {
  /** Performance of each of several Pins, organic and paid; a synchronous call. */
  readonly analytics: MultiPinAnalyticsClient;
}

/** The call `multi_pins/analytics`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function multiPins(client: Connected): MultiPinsCalls {
  return {
    analytics: operationClient(client, multiPinAnalyticsOperation),
  };
}
