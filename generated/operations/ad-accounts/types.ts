// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { AdAccount } from "../../schemas.js";

/** The request for `adAccounts`. Ad accounts that the token's user owns or can access, page by page. */
export interface AdAccountsRequest {
  /** Whether to include accounts of other owners. Default: `true`. */
  include_shared_accounts?: boolean;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
  /** Maximum number of items on a page. 1 to 250. Default: `25`. */
  page_size?: number;
}

/** The response of `adAccounts`. Ad accounts that the token's user owns or can access, page by page. */
export interface AdAccountsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The accounts of this page. */
  items: readonly AdAccount[];
}
