// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, parseRows } from "../../../runtime/support-client.js";
import type { AdAnalyticsClient } from "./client.js";
import type { AdAnalyticsRequest, AdAnalyticsResponse } from "./types.js";
import { validateAdAnalytics } from "./validate.js";

/** Ad performance of ads, a synchronous call. */
export const adAnalytics: Operation<AdAnalyticsRequest, AdAnalyticsResponse, AdAnalyticsClient> = {
  name: "ad-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/ads/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/ads/analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["columns"]),
  }),
  validate: validateAdAnalytics,
};
