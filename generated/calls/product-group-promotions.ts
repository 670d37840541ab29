// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
  pagedClient,
} from "../../runtime/support-client.js";
import {
  productGroupAnalytics as productGroupAnalyticsOperation,
  type ProductGroupAnalyticsClient,
} from "../operations/product-group-analytics/call.js";
import { productGroups as productGroupsOperation, type ProductGroupsClient } from "../operations/product-groups/call.js";

/** Calls in the namespace `productGroupPromotions`. */
export interface ProductGroupPromotionsCalls {
  /** Ad performance of product groups, returned synchronously. */
  readonly productGroupsAnalytics: ProductGroupAnalyticsClient;
  /** The product groups of an ad group, page by page. */
  readonly list: ProductGroupsClient;
}

/** Returns the calls in the namespace `productGroupPromotions`. They use the token and rate limits of `client`. Sends nothing itself. */
export function productGroupPromotions(client: Connected): ProductGroupPromotionsCalls {
  return {
    productGroupsAnalytics: operationClient(client, productGroupAnalyticsOperation),
    list: pagedClient(client, productGroupsOperation),
  };
}
