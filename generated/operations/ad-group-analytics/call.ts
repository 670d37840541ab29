// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, parseRows } from "../../../runtime/support-client.js";
import type { AdGroupAnalyticsClient } from "./client.js";
import type { AdGroupAnalyticsRequest, AdGroupAnalyticsResponse } from "./types.js";
import { validateAdGroupAnalytics } from "./validate.js";

/** Ad performance of ad groups, a synchronous call. */
export const adGroupAnalytics: Operation<AdGroupAnalyticsRequest, AdGroupAnalyticsResponse, AdGroupAnalyticsClient> = {
  name: "ad-group-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/ad_groups/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/ad_groups/analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["columns"]),
  }),
  validate: validateAdGroupAnalytics,
};
