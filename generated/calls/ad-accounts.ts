// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
  pagedClient,
} from "../../runtime/support-client.js";
import { adAccounts as adAccountsOperation, type AdAccountsClient } from "../operations/ad-accounts/call.js";
import {
  adAccountAnalytics as adAccountAnalyticsOperation,
  type AdAccountAnalyticsClient,
} from "../operations/ad-account-analytics/call.js";
import {
  adAccountTargetingAnalytics as adAccountTargetingAnalyticsOperation,
  type AdAccountTargetingAnalyticsClient,
} from "../operations/ad-account-targeting-analytics/call.js";

/** Calls in the namespace `adAccounts`. */
export interface AdAccountsCalls {
  /** Ad accounts that the token's user owns or can access, page by page. */
  readonly list: AdAccountsClient;
  /** Ad performance of a whole account, returned synchronously. */
  readonly analytics: AdAccountAnalyticsClient;
  /** Ad performance of a whole account by targeting, returned synchronously. */
  readonly getTargetingAnalytics: AdAccountTargetingAnalyticsClient;
}

/** Returns the calls in the namespace `adAccounts`. They use the token and rate limits of `client`. Sends nothing itself. */
export function adAccounts(client: Connected): AdAccountsCalls {
  return {
    list: pagedClient(client, adAccountsOperation),
    analytics: operationClient(client, adAccountAnalyticsOperation),
    getTargetingAnalytics: operationClient(client, adAccountTargetingAnalyticsOperation),
  };
}
