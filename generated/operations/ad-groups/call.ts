// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { CallOptions, ItemStream, Operation, PagePromise } from "../../../runtime/support-client.js";
import type { CheckedAdGroups } from "./check.js";
import { type AdGroupsRequest, type AdGroupsResponse, type AdGroupsResponseItem, validateAdGroups } from "./schema.js";

/** The ad groups of an ad account, page by page. */
export interface AdGroupsClient {
  /**
   * Validates the request and sends it. An object literal does not compile if it has an unknown field or an invalid combination of fields
   * and values.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  <const Request extends AdGroupsRequest>(
    input: CheckedAdGroups<Request>,
    options?: CallOptions,
  ): PagePromise<AdGroupsResponse, AdGroupsResponseItem>;
  /**
   * Returns the items of all pages. Sends nothing until you start to read them. Throws an `ApiError` if a page contains no list of items or
   * repeats a bookmark, so a list never ends early without an error.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  each<const Request extends AdGroupsRequest>(input: CheckedAdGroups<Request>, options?: CallOptions): ItemStream<AdGroupsResponseItem>;
}

/** The ad groups of an ad account, page by page. */
export const adGroups: Operation<AdGroupsRequest, AdGroupsResponse> = {
  name: "ad-groups",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/ad_groups",
  rateLimit: "ads_read",
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/ad_groups", {
    ...init,
    params: { path: { ad_account_id }, query },
  }),
  validate: validateAdGroups,
};
