// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _2cb00bbcded39a79 } from "../../generation.js";
import { withCommas, parseRows, type Operation } from "../../../runtime/support-client.js";
import type { AdAnalyticsClient } from "./client.js";
import type { AdAnalyticsAnswer, AdAnalyticsRequest } from "./types.js";
import { validateAdAnalytics } from "./validate.js";

/** Ad performance of ads, answered at once. */
export const adAnalytics: Operation<AdAnalyticsRequest, AdAnalyticsAnswer, AdAnalyticsClient> = {
  name: "ad-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/ads/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/ads/analytics", { ...init, params: { path: { ad_account_id }, query }, querySerializer: withCommas(["columns"]) }),
  validate: validateAdAnalytics,
};
