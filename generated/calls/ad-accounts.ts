// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  pagedClient,
} from "../../runtime/support-client.js";
import { adAccounts as adAccountsOperation, type AdAccountsClient } from "../operations/ad-accounts/call.js";

/** The call `ad_accounts/list`. */
export interface AdAccountsCalls {
  /** The ad accounts that the token's user owns or was given access to, page by page. */
  readonly list: AdAccountsClient;
}

/** The call `ad_accounts/list`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function adAccounts(client: Connected): AdAccountsCalls {
  return {
    list: pagedClient(client, adAccountsOperation),
  };
}
