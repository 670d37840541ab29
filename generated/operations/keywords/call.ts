// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Operation, PagedClient } from "../../../runtime/support-client.js";
import { type KeywordsRequest, type KeywordsResponse, type KeywordsResponseItem, validateKeywords } from "./schema.js";

/** Keywords of an ad account, a campaign or ad groups, page by page. */
export type KeywordsClient = PagedClient<KeywordsRequest, KeywordsResponse, KeywordsResponseItem>;

/** Keywords of an ad account, a campaign or ad groups, page by page. */
export const keywords: Operation<KeywordsRequest, KeywordsResponse> = {
  name: "keywords",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/keywords",
  rateLimit: "ads_read",
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/keywords", {
    ...init,
    params: { path: { ad_account_id }, query },
  }),
  validate: validateKeywords,
};
