// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _42f87e8d139c84d0 } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { Flat, Has, Listed, Maybe } from "../../../runtime/support.js";
import type { AnsweredColumnValues } from "../values.js";
import type { CheckedAdAnalytics } from "./check.js";
import type { AdAnalyticsAnswerItem, AdAnalyticsColumn, AdAnalyticsRequest } from "./types.js";

/** Ad performance of ads, answered at once. */
export interface AdAnalyticsClient {
  /**
   * Validates and asks. A literal request that certainly breaks a rule does not compile. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Asked extends AdAnalyticsRequest>(input: CheckedAdAnalytics<Asked>, options?: CallOptions): Promise<readonly AdAnalyticsRow<Asked>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type AdAnalyticsRow<Asked extends Pick<AdAnalyticsRequest, "columns" | "granularity"> = AdAnalyticsRequest> = Flat<
  & Readonly<Pick<AdAnalyticsAnswerItem, "AD_ID" | (Has<Asked, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & Maybe<AnsweredColumnValues, Exclude<Listed<Asked, "columns", AdAnalyticsColumn>, "AD_ID" | "DATE">>
>;
