// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Operation, PagedClient } from "../../../runtime/support-client.js";
import { type AdAccountsRequest, type AdAccountsResponse, validateAdAccounts } from "./schema.js";
import type { AdAccount } from "../../schemas.js";

/** Ad accounts that the token's user owns or can access, page by page. */
export type AdAccountsClient = PagedClient<AdAccountsRequest, AdAccountsResponse, AdAccount>;

/** Ad accounts that the token's user owns or can access, page by page. */
export const adAccounts: Operation<AdAccountsRequest, AdAccountsResponse> = {
  name: "ad-accounts",
  method: "GET",
  path: "/ad_accounts",
  rateLimit: "ads_read",
  call: (api, query, init) => api.GET("/ad_accounts", { ...init, params: { query } }),
  validate: validateAdAccounts,
};
