// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, type OperationClient } from "../../../runtime/support-client.js";
import { type MultiPinAnalyticsRequest, type MultiPinAnalyticsResponse, validateMultiPinAnalytics } from "./schema.js";

/** Organic and paid performance of several Pins, returned synchronously. */
export type MultiPinAnalyticsClient = OperationClient<MultiPinAnalyticsRequest, MultiPinAnalyticsResponse>;

/** Organic and paid performance of several Pins, returned synchronously. */
export const multiPinAnalytics: Operation<MultiPinAnalyticsRequest, MultiPinAnalyticsResponse, MultiPinAnalyticsClient> = {
  name: "multi-pin-analytics",
  method: "GET",
  path: "/pins/analytics",
  rateLimit: "org_analytics",
  call: (api, query, init) => api.GET("/pins/analytics", { ...init, params: { query }, querySerializer: commaSeparated(["metric_types"]) }),
  validate: validateMultiPinAnalytics,
};
