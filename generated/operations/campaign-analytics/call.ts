// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, parseRows } from "../../../runtime/support-client.js";
import type { CampaignAnalyticsClient } from "./client.js";
import type { CampaignAnalyticsRequest, CampaignAnalyticsResponse } from "./types.js";
import { validateCampaignAnalytics } from "./validate.js";

/** Ad performance of campaigns, a synchronous call. */
export const campaignAnalytics: Operation<CampaignAnalyticsRequest, CampaignAnalyticsResponse, CampaignAnalyticsClient> = {
  name: "campaign-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/campaigns/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/campaigns/analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["columns"]),
  }),
  validate: validateCampaignAnalytics,
};
