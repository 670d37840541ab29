// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
  pagedClient,
} from "../../runtime/support-client.js";
import { campaignAnalytics as campaignAnalyticsOperation, type CampaignAnalyticsClient } from "../operations/campaign-analytics/call.js";
import { adPinAnalytics as adPinAnalyticsOperation, type AdPinAnalyticsClient } from "../operations/ad-pin-analytics/call.js";
import {
  campaignTargetingAnalytics as campaignTargetingAnalyticsOperation,
  type CampaignTargetingAnalyticsClient,
} from "../operations/campaign-targeting-analytics/call.js";
import { campaigns as campaignsOperation, type CampaignsClient } from "../operations/campaigns/call.js";

/** Calls in the namespace `campaigns`. */
export interface CampaignsCalls {
  /** Ad performance of campaigns, returned synchronously. */
  readonly analytics: CampaignAnalyticsClient;
  /** Ad performance of Pins within a campaign, returned synchronously. */
  readonly adPinsAnalytics: AdPinAnalyticsClient;
  /** Ad performance of campaigns by targeting, returned synchronously. */
  readonly getTargetingAnalytics: CampaignTargetingAnalyticsClient;
  /** The campaigns of an ad account, page by page. */
  readonly list: CampaignsClient;
}

/** Returns the calls in the namespace `campaigns`. They use the token and rate limits of `client`. Sends nothing itself. */
export function campaigns(client: Connected): CampaignsCalls {
  return {
    analytics: operationClient(client, campaignAnalyticsOperation),
    adPinsAnalytics: operationClient(client, adPinAnalyticsOperation),
    getTargetingAnalytics: operationClient(client, campaignTargetingAnalyticsOperation),
    list: pagedClient(client, campaignsOperation),
  };
}
