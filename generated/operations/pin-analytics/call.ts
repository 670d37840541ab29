// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, type OperationClient } from "../../../runtime/support-client.js";
import { type PinAnalyticsRequest, type PinAnalyticsResponse, validatePinAnalytics } from "./schema.js";

/** Organic and paid performance of one Pin, returned synchronously. */
export type PinAnalyticsClient = OperationClient<PinAnalyticsRequest, PinAnalyticsResponse>;

/** Organic and paid performance of one Pin, returned synchronously. */
export const pinAnalytics: Operation<PinAnalyticsRequest, PinAnalyticsResponse, PinAnalyticsClient> = {
  name: "pin-analytics",
  method: "GET",
  path: "/pins/{pin_id}/analytics",
  rateLimit: "org_analytics",
  call: (api, { pin_id, ...query }, init) => api.GET("/pins/{pin_id}/analytics", {
    ...init,
    params: { path: { pin_id }, query },
    querySerializer: commaSeparated(["metric_types"]),
  }),
  validate: validatePinAnalytics,
};
