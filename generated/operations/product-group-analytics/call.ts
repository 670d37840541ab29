// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, parseRows } from "../../../runtime/support-client.js";
import type { ProductGroupAnalyticsClient } from "./client.js";
import type { ProductGroupAnalyticsRequest, ProductGroupAnalyticsResponse } from "./types.js";
import { validateProductGroupAnalytics } from "./validate.js";

/** Ad performance of product groups, a synchronous call. */
export const productGroupAnalytics: Operation<ProductGroupAnalyticsRequest, ProductGroupAnalyticsResponse, ProductGroupAnalyticsClient> = {
  name: "product-group-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/product_groups/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/product_groups/analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["columns"]),
  }),
  validate: validateProductGroupAnalytics,
};
