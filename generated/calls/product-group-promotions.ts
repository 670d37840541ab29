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
export interface ProductGroupPromotionsCalls {
  /** Ad performance of product groups, a synchronous call. */
  readonly productGroupsAnalytics: ProductGroupAnalyticsClient;
}

/** The call `product_groups/analytics`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function productGroupPromotions(client: Connected): ProductGroupPromotionsCalls {
  return {
    productGroupsAnalytics: operationClient(client, productGroupAnalyticsOperation),
  };
}
