// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { MatchTypeInput, MatchTypeResponse } from "../../schemas.js";

/** The request for `keywords`. Keywords of an ad account, a campaign or ad groups, page by page. */
export interface KeywordsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** Only the keywords of this campaign. Digits only. At most 18 characters. */
  campaign_id?: string;
  /** Only the keywords of this ad group. Digits only. At most 18 characters. */
  ad_group_id?: string;
  /** Only the keywords of these ad groups. 1 to 250 ids. Each: digits only, at most 18 characters. */
  ad_group_ids?: readonly string[];
  /** Only keywords that match in one of these ways. 1 to 5 types. */
  match_types?: readonly MatchTypeInput[];
  /** Maximum number of items on a page. At least 1. Default: `25`. */
  page_size?: number;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
}

/** One of the `items` in `KeywordsResponse`. The keywords of this page. */
export interface KeywordsResponseItem {
  /** No longer set. */
  bid?: number | null;
  /** How searches match the keyword; a type that ends in _NEGATIVE excludes matching searches. */
  match_type: MatchTypeResponse | null;
  /** The keyword's words. At most 120 characters. */
  value: string;
  /** Whether the keyword is archived. */
  archived?: boolean;
  /** Id, as in reports. Digits only. */
  id?: string;
  /** Id of the account, campaign or ad group that the keyword belongs to. Digits only. */
  parent_id?: string;
  /** Kind of entity that the keyword belongs to. */
  parent_type?: string;
  /** Kind of the entity; always the same. */
  type?: string;
}

/** The response of `keywords`. Keywords of an ad account, a campaign or ad groups, page by page. */
export interface KeywordsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The keywords of this page. */
  items: readonly KeywordsResponseItem[];
}
