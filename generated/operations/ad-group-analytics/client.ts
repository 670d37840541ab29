// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _a79baf5bd3817357 } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { Flat, Has, Listed, Maybe, NoOthers } from "../../../runtime/support.js";
import type { AnsweredColumnValues } from "../values.js";
import type { AdGroupAnalyticsAnswerItem, AdGroupAnalyticsColumn, AdGroupAnalyticsRequest } from "./types.js";

/** Ad performance of ad groups, answered at once. */
export interface AdGroupAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Asked extends AdGroupAnalyticsRequest>(input: Asked & NoOthers<Asked, AdGroupAnalyticsRequest>, options?: CallOptions): Promise<readonly AdGroupAnalyticsRow<Asked>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type AdGroupAnalyticsRow<Asked extends Pick<AdGroupAnalyticsRequest, "columns" | "granularity"> = AdGroupAnalyticsRequest> = Flat<
  & Readonly<Pick<AdGroupAnalyticsAnswerItem, "AD_GROUP_ID" | (Has<Asked, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & Maybe<AnsweredColumnValues, Exclude<Listed<Asked, "columns", AdGroupAnalyticsColumn>, "AD_GROUP_ID" | "DATE">>
>;
