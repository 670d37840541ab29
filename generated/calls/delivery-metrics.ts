// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import { deliveryMetrics as deliveryMetricsOperation, type DeliveryMetricsClient } from "../operations/delivery-metrics/call.js";

/** The call `delivery_metrics/get`. */
export interface DeliveryMetricsCalls {
  /** Definitions of report columns, as published by Pinterest. */
  readonly get: DeliveryMetricsClient;
}

/** Returns the calls in the namespace `deliveryMetrics`. They use the token and rate limits of `client`. Sends nothing itself. */
export function deliveryMetrics(client: Connected): DeliveryMetricsCalls {
  return {
    get: operationClient(client, deliveryMetricsOperation),
  };
}
