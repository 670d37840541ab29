// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _ad2aa2b120b69c6e } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { Flat, Has, Listed, Maybe, NoOthers } from "../../../runtime/support.js";
import type { AnsweredColumnValues } from "../values.js";
import type { AdAccountAnalyticsAnswerItem, AdAccountAnalyticsColumn, AdAccountAnalyticsRequest } from "./types.js";

/** Ad performance of a whole account, answered at once. */
export interface AdAccountAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Asked extends AdAccountAnalyticsRequest>(input: Asked & NoOthers<Asked, AdAccountAnalyticsRequest>, options?: CallOptions): Promise<readonly AdAccountAnalyticsRow<Asked>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type AdAccountAnalyticsRow<Asked extends Pick<AdAccountAnalyticsRequest, "columns" | "granularity"> = AdAccountAnalyticsRequest> = Flat<
  & Readonly<Pick<AdAccountAnalyticsAnswerItem, "AD_ACCOUNT_ID" | (Has<Asked, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & Maybe<AnsweredColumnValues, Exclude<Listed<Asked, "columns", AdAccountAnalyticsColumn>, "AD_ACCOUNT_ID" | "DATE">>
>;
