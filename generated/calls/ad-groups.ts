// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
  type PagedClient,
  pagedClient,
} from "../../runtime/support-client.js";
import { adGroupAnalytics as adGroupAnalyticsOperation } from "../operations/ad-group-analytics/call.js";
import type { AdGroupAnalyticsClient } from "../operations/ad-group-analytics/client.js";
import { adGroups as adGroupsOperation } from "../operations/ad-groups/call.js";
import type { AdGroupsRequest, AdGroupsResponse, AdGroupsResponseItem } from "../operations/ad-groups/types.js";

/** The calls of `adGroups`. */
export interface AdGroupsCalls {
  /** Ad performance of ad groups, a synchronous call. */
  readonly analytics: AdGroupAnalyticsClient;
  /** The ad groups of an ad account, page by page. */
  readonly list: PagedClient<AdGroupsRequest, AdGroupsResponse, AdGroupsResponseItem>;
}

/** The calls of `adGroups`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function adGroups(client: Connected): AdGroupsCalls {
  return {
    analytics: operationClient(client, adGroupAnalyticsOperation),
    list: pagedClient(client, adGroupsOperation),
  };
}
