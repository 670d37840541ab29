// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, parseRowsAt } from "../../../runtime/support-client.js";
import type { AdAccountTargetingAnalyticsClient } from "./client.js";
import type { AdAccountTargetingAnalyticsRequest, AdAccountTargetingAnalyticsResponse } from "./types.js";
import { validateAdAccountTargetingAnalytics } from "./validate.js";

/** Ad performance of a whole account by targeting, a synchronous call. */
export const adAccountTargetingAnalytics: Operation<
  AdAccountTargetingAnalyticsRequest,
  AdAccountTargetingAnalyticsResponse,
  AdAccountTargetingAnalyticsClient
> = {
  name: "ad-account-targeting-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/targeting_analytics",
  rateLimit: "ads_analytics",
  parse: /* @__PURE__ */ parseRowsAt("data", "metrics"),
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/targeting_analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["targeting_types", "columns", "attribution_types"]),
  }),
  validate: validateAdAccountTargetingAnalytics,
};
