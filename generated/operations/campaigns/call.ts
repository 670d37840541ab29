// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Operation, PagedClient } from "../../../runtime/support-client.js";
import { type CampaignsRequest, type CampaignsResponse, type CampaignsResponseItem, validateCampaigns } from "./schema.js";

/** The campaigns of an ad account, page by page. */
export type CampaignsClient = PagedClient<CampaignsRequest, CampaignsResponse, CampaignsResponseItem>;

/** The campaigns of an ad account, page by page. */
export const campaigns: Operation<CampaignsRequest, CampaignsResponse> = {
  name: "campaigns",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/campaigns",
  rateLimit: "ads_read",
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/campaigns", {
    ...init,
    params: { path: { ad_account_id }, query },
  }),
  validate: validateCampaigns,
};
