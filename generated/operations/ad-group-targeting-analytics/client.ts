// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _79e9a71d0928c398 } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { Flat, Has, Listed, Maybe, NoOthers } from "../../../runtime/support.js";
import type { AnsweredColumnValues } from "../values.js";
import type { AdGroupTargetingAnalyticsAnswerData, AdGroupTargetingAnalyticsColumn, AdGroupTargetingAnalyticsRequest } from "./types.js";

/** Ad performance of ad groups by targeting, answered at once. */
export interface AdGroupTargetingAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Asked extends AdGroupTargetingAnalyticsRequest>(input: Asked & NoOthers<Asked, AdGroupTargetingAnalyticsRequest>, options?: CallOptions): Promise<Flat<{ readonly data?: readonly AdGroupTargetingAnalyticsRow<Asked>[] }>>;
}

/** An item of what was asked for; `metrics` holds the columns. A value that the answer leaves out is not there. */
export type AdGroupTargetingAnalyticsRow<Asked extends Pick<AdGroupTargetingAnalyticsRequest, "columns" | "granularity"> = AdGroupTargetingAnalyticsRequest> = Flat<
  & Readonly<Pick<AdGroupTargetingAnalyticsAnswerData, "targeting_type" | "targeting_value">>
  & { readonly metrics: Flat<Maybe<AnsweredColumnValues, Listed<Asked, "columns", AdGroupTargetingAnalyticsColumn>> & (Has<Asked, "granularity"> extends "TOTAL" ? unknown : { readonly DATE?: string })> }
>;
