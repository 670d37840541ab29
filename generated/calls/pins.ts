// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  type OperationClient,
  operationClient,
} from "../../runtime/support-client.js";
import { pinAnalytics as pinAnalyticsOperation } from "../operations/pin-analytics/call.js";
import type { PinAnalyticsRequest, PinAnalyticsResponse } from "../operations/pin-analytics/types.js";

/** The call `pins/analytics`. */
export interface PinsCalls {
  /** Performance of one Pin, organic and paid; a synchronous call. */
  readonly analytics: OperationClient<PinAnalyticsRequest, PinAnalyticsResponse>;
}

/** The call `pins/analytics`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function pins(client: Connected): PinsCalls {
  return {
    analytics: operationClient(client, pinAnalyticsOperation),
  };
}
