// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  type PagedClient,
  pagedClient,
} from "../../runtime/support-client.js";
import { adAccounts as adAccountsOperation } from "../operations/ad-accounts/call.js";
import type { AdAccountsRequest, AdAccountsResponse, AdAccountsResponseItem } from "../operations/ad-accounts/types.js";

/** The call `ad_accounts/list`. */
export interface AdAccountsCalls {
  /** The ad accounts that the token's user owns or was given access to, page by page. */
  readonly list: PagedClient<AdAccountsRequest, AdAccountsResponse, AdAccountsResponseItem>;
}

/** The call `ad_accounts/list`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function adAccounts(client: Connected): AdAccountsCalls {
  return {
    list: pagedClient(client, adAccountsOperation),
  };
}
