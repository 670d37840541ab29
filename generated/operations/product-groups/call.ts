// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { CallOptions, ItemStream, Operation, PagePromise } from "../../../runtime/support-client.js";
import type { CheckedProductGroups } from "./check.js";
import { type ProductGroupsRequest, type ProductGroupsResponse, type ProductGroupsResponseItem, validateProductGroups } from "./schema.js";

/** The product groups of an ad group, page by page. */
export interface ProductGroupsClient {
  /**
   * Validates the request and sends it. An object literal does not compile if it has an unknown field or an invalid combination of fields
   * and values.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  <const Request extends ProductGroupsRequest>(
    input: CheckedProductGroups<Request>,
    options?: CallOptions,
  ): PagePromise<ProductGroupsResponse, ProductGroupsResponseItem>;
  /**
   * Returns the items of all pages. Sends nothing until you start to read them. Throws an `ApiError` if a page contains no list of items or
   * repeats a bookmark, so a list never ends early without an error.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  each<const Request extends ProductGroupsRequest>(
    input: CheckedProductGroups<Request>,
    options?: CallOptions,
  ): ItemStream<ProductGroupsResponseItem>;
}

/** The product groups of an ad group, page by page. */
export const productGroups: Operation<ProductGroupsRequest, ProductGroupsResponse> = {
  name: "product-groups",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/product_group_promotions",
  rateLimit: "ads_read",
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/product_group_promotions", {
    ...init,
    params: { path: { ad_account_id }, query },
  }),
  validate: validateProductGroups,
};
