// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, parseRows } from "../../../runtime/support-client.js";
import type { AdAccountAnalyticsClient } from "./client.js";
import type { AdAccountAnalyticsRequest, AdAccountAnalyticsResponse } from "./types.js";
import { validateAdAccountAnalytics } from "./validate.js";

/** Ad performance of a whole account, a synchronous call. */
export const adAccountAnalytics: Operation<AdAccountAnalyticsRequest, AdAccountAnalyticsResponse, AdAccountAnalyticsClient> = {
  name: "ad-account-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["columns"]),
  }),
  validate: validateAdAccountAnalytics,
};
