// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Operation, OperationClient } from "../../../runtime/support-client.js";
import { type DeliveryMetricsRequest, type DeliveryMetricsResponse, validateDeliveryMetrics } from "./schema.js";

/** Definitions of report columns, as published by Pinterest. */
export type DeliveryMetricsClient = OperationClient<DeliveryMetricsRequest, DeliveryMetricsResponse>;

/** Definitions of report columns, as published by Pinterest. */
export const deliveryMetrics: Operation<DeliveryMetricsRequest, DeliveryMetricsResponse, DeliveryMetricsClient> = {
  name: "delivery-metrics",
  method: "GET",
  path: "/resources/delivery_metrics",
  rateLimit: "ads_read",
  call: (api, query, init) => api.GET("/resources/delivery_metrics", { ...init, params: { query } }),
  validate: validateDeliveryMetrics,
};
