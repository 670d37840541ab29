// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _1453bd590d09b9ac } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support.js";
import type { AnalyticsColumnValues } from "../values.js";
import type {
  CampaignTargetingAnalyticsColumn,
  CampaignTargetingAnalyticsRequest,
  CampaignTargetingAnalyticsResponseData,
} from "./types.js";

/** Ad performance of campaigns by targeting, a synchronous call. */
export interface CampaignTargetingAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Request extends CampaignTargetingAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, CampaignTargetingAnalyticsRequest>,
    options?: CallOptions,
  ): Promise<Simplify<{ readonly data?: readonly CampaignTargetingAnalyticsRow<Request>[] }>>;
}

/** An item of what was asked for; `metrics` holds the columns. A value that the answer leaves out is not there. */
export type CampaignTargetingAnalyticsRow<
  Request extends Pick<CampaignTargetingAnalyticsRequest, "columns" | "granularity"> = CampaignTargetingAnalyticsRequest
> = Simplify<
  & Readonly<Pick<CampaignTargetingAnalyticsResponseData, "targeting_type" | "targeting_value">>
  & {
    readonly metrics: Simplify<
      & OptionalColumns<AnalyticsColumnValues, PossibleItems<Request, "columns", CampaignTargetingAnalyticsColumn>>
      & (FieldType<Request, "granularity"> extends "TOTAL" ? unknown : { readonly DATE?: string })
    >;
  }
>;
