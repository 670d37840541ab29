// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import {
  campaignTargetingAnalytics as campaignTargetingAnalyticsOperation,
  type CampaignTargetingAnalyticsClient,
} from "../operations/campaign-targeting-analytics/call.js";

/** The call `campaign_targeting_analytics/get`. */
export interface CampaignTargetingAnalyticsCalls {
  /** Ad performance of campaigns by targeting, a synchronous call. */
  readonly get: CampaignTargetingAnalyticsClient;
}

/** The call `campaign_targeting_analytics/get`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function campaignTargetingAnalytics(client: Connected): CampaignTargetingAnalyticsCalls {
  return {
    get: operationClient(client, campaignTargetingAnalyticsOperation),
  };
}
