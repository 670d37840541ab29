// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Operation, PagedClient } from "../../../runtime/support-client.js";
import type { AdsRequest, AdsResponse, AdsResponseItem } from "./types.js";
import { validateAds } from "./validate.js";

/** The ads of an ad account, page by page. */
export type AdsClient = PagedClient<AdsRequest, AdsResponse, AdsResponseItem>;

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
