// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Operation, PagedClient } from "../../../runtime/support-client.js";
import type { AdGroupsRequest, AdGroupsResponse, AdGroupsResponseItem } from "./types.js";
import { validateAdGroups } from "./validate.js";

/** The ad groups of an ad account, page by page. */
export type AdGroupsClient = PagedClient<AdGroupsRequest, AdGroupsResponse, AdGroupsResponseItem>;

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
