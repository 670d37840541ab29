// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _ae1184e36880538a } from "../../generation.js";
import type { ItemOf } from "../../../runtime/support.js";
import type {
  AD_ACCOUNTS_ANSWER_ITEM_COUNTRY_VALUES,
  AD_ACCOUNTS_ANSWER_ITEM_CURRENCY_VALUES,
  AD_ACCOUNTS_ANSWER_ITEM_PERMISSION_VALUES,
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

/** `owner` of `AdAccountsAnswerItem`. Whose it is. */
export interface AdAccountsAnswerItemOwner {
  /** The owner's id. */
  id?: string;
  /** The owner's name on Pinterest. */
  username?: string;
}

/** One of `items` of `AdAccountsAnswer`. The accounts of this page. */
export interface AdAccountsAnswerItem {
  /** What every other call names the account by. Digits only. */
  id: string;
  /** What people called it. */
  name?: string;
  /** Whose it is. */
  owner?: AdAccountsAnswerItemOwner;
  /** Where it is, as ISO 3166 has it. */
  country?: AdAccountsAnswerItemCountry;
  /** What its money is in. */
  currency?: AdAccountsAnswerItemCurrency;
  /** What the token's user may do with it. */
  permissions?: readonly AdAccountsAnswerItemPermission[];
  /** When it was made, in seconds since 1970. */
  created_time?: number | null;
  /** When it was last changed, in seconds since 1970. */
  updated_time?: number | null;
  /** Time zone of the account, as the IANA database names it. */
  time_zone?: string;
}

/** The answer of `adAccounts`. The ad accounts that the token's user owns or was given access to, page by page. */
export interface AdAccountsAnswer {
  /** Where to go on; null or left out on the last page. */
  bookmark?: string | null;
  /** The accounts of this page. */
  items: readonly AdAccountsAnswerItem[];
}

/** `country` of `AdAccountsAnswerItem`. Where it is, as ISO 3166 has it. */
export type AdAccountsAnswerItemCountry = ItemOf<typeof AD_ACCOUNTS_ANSWER_ITEM_COUNTRY_VALUES> | (string & {});

/** `currency` of `AdAccountsAnswerItem`. What its money is in. */
export type AdAccountsAnswerItemCurrency = ItemOf<typeof AD_ACCOUNTS_ANSWER_ITEM_CURRENCY_VALUES> | (string & {});

/** One of `permissions` of `AdAccountsAnswerItem`. What the token's user may do with it. */
export type AdAccountsAnswerItemPermission = ItemOf<typeof AD_ACCOUNTS_ANSWER_ITEM_PERMISSION_VALUES> | (string & {});
