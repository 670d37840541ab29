// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, parseRows } from "../../../runtime/support-client.js";
import type { AdPinAnalyticsClient } from "./client.js";
import type { AdPinAnalyticsRequest, AdPinAnalyticsResponse } from "./types.js";
import { validateAdPinAnalytics } from "./validate.js";

/** Ad performance of Pins within a campaign, a synchronous call. */
export const adPinAnalytics: Operation<AdPinAnalyticsRequest, AdPinAnalyticsResponse, AdPinAnalyticsClient> = {
  name: "ad-pin-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/pins/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/pins/analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["columns"]),
  }),
  validate: validateAdPinAnalytics,
};
