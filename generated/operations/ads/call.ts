// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { CallOptions, ItemStream, Operation, PagePromise } from "../../../runtime/support-client.js";
import type { CheckedAds } from "./check.js";
import { type AdsRequest, type AdsResponse, type AdsResponseItem, validateAds } from "./schema.js";

/** The ads of an ad account, page by page. */
export interface AdsClient {
  /**
   * Validates the request and sends it. An object literal does not compile if it has an unknown field or an invalid combination of fields
   * and values.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  <const Request extends AdsRequest>(input: CheckedAds<Request>, options?: CallOptions): PagePromise<AdsResponse, AdsResponseItem>;
  /**
   * Returns the items of all pages. Sends nothing until you start to read them. Throws an `ApiError` if a page contains no list of items or
   * repeats a bookmark, so a list never ends early without an error.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  each<const Request extends AdsRequest>(input: CheckedAds<Request>, options?: CallOptions): ItemStream<AdsResponseItem>;
}

/** The ads of an ad account, page by page. */
export const ads: Operation<AdsRequest, AdsResponse> = {
  name: "ads",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/ads",
  rateLimit: "ads_read",
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/ads", {
    ...init,
    params: { path: { ad_account_id }, query },
  }),
  validate: validateAds,
};
