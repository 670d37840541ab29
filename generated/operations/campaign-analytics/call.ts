// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _a583196210f85133 } from "../../generation.js";
import { withCommas, parseRows, type Operation } from "../../../runtime/support-client.js";
import type { CampaignAnalyticsClient } from "./client.js";
import type { CampaignAnalyticsAnswer, CampaignAnalyticsRequest } from "./types.js";
import { validateCampaignAnalytics } from "./validate.js";

/** Ad performance of campaigns, answered at once. */
export const campaignAnalytics: Operation<CampaignAnalyticsRequest, CampaignAnalyticsAnswer, CampaignAnalyticsClient> = {
  name: "campaign-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/campaigns/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/campaigns/analytics", { ...init, params: { path: { ad_account_id }, query }, querySerializer: withCommas(["columns"]) }),
  validate: validateCampaignAnalytics,
};
