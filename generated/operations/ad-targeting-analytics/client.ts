// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _0fdde869fc541064 } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { Flat, Has, Listed, Maybe, NoOthers } from "../../../runtime/support.js";
import type { AnsweredColumnValues } from "../values.js";
import type { AdTargetingAnalyticsAnswerData, AdTargetingAnalyticsColumn, AdTargetingAnalyticsRequest } from "./types.js";

/** Ad performance of ads by targeting, answered at once. */
export interface AdTargetingAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Asked extends AdTargetingAnalyticsRequest>(input: Asked & NoOthers<Asked, AdTargetingAnalyticsRequest>, options?: CallOptions): Promise<Flat<{ readonly data?: readonly AdTargetingAnalyticsRow<Asked>[] }>>;
}

/** An item of what was asked for; `metrics` holds the columns. A value that the answer leaves out is not there. */
export type AdTargetingAnalyticsRow<Asked extends Pick<AdTargetingAnalyticsRequest, "columns" | "granularity"> = AdTargetingAnalyticsRequest> = Flat<
  & Readonly<Pick<AdTargetingAnalyticsAnswerData, "targeting_type" | "targeting_value">>
  & { readonly metrics: Flat<Maybe<AnsweredColumnValues, Listed<Asked, "columns", AdTargetingAnalyticsColumn>> & (Has<Asked, "granularity"> extends "TOTAL" ? unknown : { readonly DATE?: string })> }
>;
