// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _4730990dc43eeebf } from "../../generation.js";
import type { ItemOf } from "../../../runtime/support.js";
import type {
  AD_ACCOUNTS_RESPONSE_ITEM_COUNTRY_VALUES,
  AD_ACCOUNTS_RESPONSE_ITEM_CURRENCY_VALUES,
  AD_ACCOUNTS_RESPONSE_ITEM_PERMISSION_VALUES,
} from "../../lists.js";

/** The request of `adAccounts`. The ad accounts that the token's user owns or was given access to, page by page. */
export interface AdAccountsRequest {
  /** Whether accounts that others own are listed, too. Default: `true`. */
  include_shared_accounts?: boolean;
  /** Where to go on, as the page before said. */
  bookmark?: string;
  /** How many a page has at most. 1 to 250. Default: `25`. */
  page_size?: number;
}

/** `owner` of `AdAccountsResponseItem`. */
export interface AdAccountsResponseItemOwner {
  id?: string;
  username?: string;
}

/** One of `items` of `AdAccountsResponse`. */
export interface AdAccountsResponseItem {
  /** Digits only. */
  id: string;
  name?: string;
  owner?: AdAccountsResponseItemOwner;
  country?: AdAccountsResponseItemCountry;
  currency?: AdAccountsResponseItemCurrency;
  permissions?: readonly AdAccountsResponseItemPermission[];
  created_time?: number | null;
  updated_time?: number | null;
  time_zone?: string;
}

/** The response of `adAccounts`. The ad accounts that the token's user owns or was given access to, page by page. */
export interface AdAccountsResponse {
  bookmark?: string | null;
  items: readonly AdAccountsResponseItem[];
}

/** `country` of `AdAccountsResponseItem`. */
export type AdAccountsResponseItemCountry = ItemOf<typeof AD_ACCOUNTS_RESPONSE_ITEM_COUNTRY_VALUES> | (string & {});

/** `currency` of `AdAccountsResponseItem`. */
export type AdAccountsResponseItemCurrency = ItemOf<typeof AD_ACCOUNTS_RESPONSE_ITEM_CURRENCY_VALUES> | (string & {});

/** One of `permissions` of `AdAccountsResponseItem`. */
export type AdAccountsResponseItemPermission = ItemOf<typeof AD_ACCOUNTS_RESPONSE_ITEM_PERMISSION_VALUES> | (string & {});
