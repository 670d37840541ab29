// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
  pagedClient,
} from "../../runtime/support-client.js";
import { adGroupAnalytics as adGroupAnalyticsOperation, type AdGroupAnalyticsClient } from "../operations/ad-group-analytics/call.js";
import {
  adGroupTargetingAnalytics as adGroupTargetingAnalyticsOperation,
  type AdGroupTargetingAnalyticsClient,
} from "../operations/ad-group-targeting-analytics/call.js";
import { adGroups as adGroupsOperation, type AdGroupsClient } from "../operations/ad-groups/call.js";

/** Calls in the namespace `adGroups`. */
export interface AdGroupsCalls {
  /** Ad performance of ad groups, returned synchronously. */
  readonly analytics: AdGroupAnalyticsClient;
  /** Ad performance of ad groups by targeting, returned synchronously. */
  readonly getTargetingAnalytics: AdGroupTargetingAnalyticsClient;
  /** The ad groups of an ad account, page by page. */
  readonly list: AdGroupsClient;
}

/** Returns the calls in the namespace `adGroups`. They use the token and rate limits of `client`. Sends nothing itself. */
export function adGroups(client: Connected): AdGroupsCalls {
  return {
    analytics: operationClient(client, adGroupAnalyticsOperation),
    getTargetingAnalytics: operationClient(client, adGroupTargetingAnalyticsOperation),
    list: pagedClient(client, adGroupsOperation),
  };
}
