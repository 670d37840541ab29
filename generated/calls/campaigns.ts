// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
  type PagedClient,
  pagedClient,
} from "../../runtime/support-client.js";
import { campaignAnalytics as campaignAnalyticsOperation } from "../operations/campaign-analytics/call.js";
import type { CampaignAnalyticsClient } from "../operations/campaign-analytics/client.js";
import { campaigns as campaignsOperation } from "../operations/campaigns/call.js";
import type { CampaignsRequest, CampaignsResponse, CampaignsResponseItem } from "../operations/campaigns/types.js";

/** The calls of `campaigns`. */
export interface CampaignsCalls {
  /** Ad performance of campaigns, a synchronous call. */
  readonly analytics: CampaignAnalyticsClient;
  /** The campaigns of an ad account, page by page. */
  readonly list: PagedClient<CampaignsRequest, CampaignsResponse, CampaignsResponseItem>;
}

/** The calls of `campaigns`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function campaigns(client: Connected): CampaignsCalls {
  return {
    analytics: operationClient(client, campaignAnalyticsOperation),
    list: pagedClient(client, campaignsOperation),
  };
}
