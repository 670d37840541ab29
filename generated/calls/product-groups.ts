// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import {
  productGroupAnalytics as productGroupAnalyticsOperation,
  type ProductGroupAnalyticsClient,
} from "../operations/product-group-analytics/call.js";

/** The call `product_groups/analytics`. */
export interface ProductGroupsCalls {
  /** Ad performance of product groups, a synchronous call. */
  readonly analytics: ProductGroupAnalyticsClient;
}

/** The call `product_groups/analytics`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function productGroups(client: Connected): ProductGroupsCalls {
  return {
    analytics: operationClient(client, productGroupAnalyticsOperation),
  };
}
