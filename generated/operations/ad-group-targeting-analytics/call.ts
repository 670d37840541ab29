// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, parseRowsAt } from "../../../runtime/support-client.js";
import type { AdGroupTargetingAnalyticsClient } from "./client.js";
import type { AdGroupTargetingAnalyticsRequest, AdGroupTargetingAnalyticsResponse } from "./types.js";
import { validateAdGroupTargetingAnalytics } from "./validate.js";

/** Ad performance of ad groups by targeting, a synchronous call. */
export const adGroupTargetingAnalytics: Operation<
  AdGroupTargetingAnalyticsRequest,
  AdGroupTargetingAnalyticsResponse,
  AdGroupTargetingAnalyticsClient
> = {
  name: "ad-group-targeting-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/ad_groups/targeting_analytics",
  rateLimit: "ads_analytics",
  parse: /* @__PURE__ */ parseRowsAt("data", "metrics"),
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/ad_groups/targeting_analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["targeting_types", "columns", "attribution_types"]),
  }),
  validate: validateAdGroupTargetingAnalytics,
};
