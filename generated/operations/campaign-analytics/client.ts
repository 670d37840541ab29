// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _5689914310122857 } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support.js";
import type { AnalyticsColumnValues } from "../values.js";
import type { CampaignAnalyticsColumn, CampaignAnalyticsRequest, CampaignAnalyticsResponseItem } from "./types.js";

/** Ad performance of campaigns, a synchronous call. */
export interface CampaignAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Request extends CampaignAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, CampaignAnalyticsRequest>,
    options?: CallOptions,
  ): Promise<readonly CampaignAnalyticsRow<Request>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type CampaignAnalyticsRow<
  Request extends Pick<CampaignAnalyticsRequest, "columns" | "granularity"> = CampaignAnalyticsRequest
> = Simplify<
  & Readonly<Pick<CampaignAnalyticsResponseItem, "CAMPAIGN_ID" | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & OptionalColumns<AnalyticsColumnValues, Exclude<PossibleItems<Request, "columns", CampaignAnalyticsColumn>, "CAMPAIGN_ID" | "DATE">>
>;
