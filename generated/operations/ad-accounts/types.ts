// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ItemOf } from "../../../runtime/support-data.js";
import type {
  AD_ACCOUNTS_RESPONSE_ITEM_COUNTRY_VALUES,
  AD_ACCOUNTS_RESPONSE_ITEM_CURRENCY_VALUES,
  AD_ACCOUNTS_RESPONSE_ITEM_PERMISSION_VALUES,
} from "../../lists.js";

/** The request of `adAccounts`. The ad accounts that the token's user owns or was given access to, page by page. */
export interface AdAccountsRequest {
  /** Whether accounts of other owners are listed, too. Default: `true`. */
  include_shared_accounts?: boolean;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
  /** Maximum number of items on a page. 1 to 250. Default: `25`. */
  page_size?: number;
}

/** `owner` of `AdAccountsResponseItem`. Owner of the ad account. */
export interface AdAccountsResponseItemOwner {
  /** Id of the owner. */
  id?: string;
  /** Name of the owner on Pinterest. */
  username?: string;
}

/** One of `items` of `AdAccountsResponse`. The accounts of this page. */
export interface AdAccountsResponseItem {
  /** Id of the ad account, as other calls take it. Digits only. At most 18 characters. */
  id: string;
  /** Name of the ad account. At most 256 characters. */
  name?: string;
  /** Owner of the ad account. */
  owner?: AdAccountsResponseItemOwner;
  /** Country of the ad account, as an ISO 3166 code. */
  country?: AdAccountsResponseItemCountry;
  /** Currency of the ad account. */
  currency?: AdAccountsResponseItemCurrency;
  /** Permissions of the token's user for the ad account. */
  permissions?: readonly AdAccountsResponseItemPermission[];
  /** Time of creation, in seconds since 1970. */
  created_time?: number | null;
  /** Time of the last change, in seconds since 1970. */
  updated_time?: number | null;
  /** Time zone of the account, as the IANA database names it. */
  time_zone?: string;
}

/** The response of `adAccounts`. The ad accounts that the token's user owns or was given access to, page by page. */
export interface AdAccountsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The accounts of this page. */
  items: readonly AdAccountsResponseItem[];
}

/** `country` of `AdAccountsResponseItem`. Country of the ad account, as an ISO 3166 code. */
export type AdAccountsResponseItemCountry = ItemOf<typeof AD_ACCOUNTS_RESPONSE_ITEM_COUNTRY_VALUES> | (string & {});

/** `currency` of `AdAccountsResponseItem`. Currency of the ad account. */
export type AdAccountsResponseItemCurrency = ItemOf<typeof AD_ACCOUNTS_RESPONSE_ITEM_CURRENCY_VALUES> | (string & {});

/** One of `permissions` of `AdAccountsResponseItem`. Permissions of the token's user for the ad account. */
export type AdAccountsResponseItemPermission = ItemOf<typeof AD_ACCOUNTS_RESPONSE_ITEM_PERMISSION_VALUES> | (string & {});
