// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, parseRowsAt } from "../../../runtime/support-client.js";
import type { CampaignTargetingAnalyticsClient } from "./client.js";
import type { CampaignTargetingAnalyticsRequest, CampaignTargetingAnalyticsResponse } from "./types.js";
import { validateCampaignTargetingAnalytics } from "./validate.js";

/** Ad performance of campaigns by targeting, a synchronous call. */
export const campaignTargetingAnalytics: Operation<
  CampaignTargetingAnalyticsRequest,
  CampaignTargetingAnalyticsResponse,
  CampaignTargetingAnalyticsClient
> = {
  name: "campaign-targeting-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/campaigns/targeting_analytics",
  rateLimit: "ads_analytics",
  parse: /* @__PURE__ */ parseRowsAt("data", "metrics"),
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/campaigns/targeting_analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["targeting_types", "columns", "attribution_types"]),
  }),
  validate: validateCampaignTargetingAnalytics,
};
