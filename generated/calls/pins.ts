// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import { pinAnalytics as pinAnalyticsOperation, type PinAnalyticsClient } from "../operations/pin-analytics/call.js";

/** The call `pins/analytics`. */
export interface PinsCalls {
  /** Performance of one Pin, organic and paid; a synchronous call. */
  readonly analytics: PinAnalyticsClient;
}

/** The call `pins/analytics`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function pins(client: Connected): PinsCalls {
  return {
    analytics: operationClient(client, pinAnalyticsOperation),
  };
}
