// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _9419986d302b2aaa } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support.js";
import type { AnalyticsColumnValues } from "../values.js";
import type { AdAccountAnalyticsColumn, AdAccountAnalyticsRequest, AdAccountAnalyticsResponseItem } from "./types.js";

/** Ad performance of a whole account, a synchronous call. */
export interface AdAccountAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Request extends AdAccountAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, AdAccountAnalyticsRequest>,
    options?: CallOptions,
  ): Promise<readonly AdAccountAnalyticsRow<Request>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type AdAccountAnalyticsRow<
  Request extends Pick<AdAccountAnalyticsRequest, "columns" | "granularity"> = AdAccountAnalyticsRequest
> = Simplify<
  & Readonly<Pick<AdAccountAnalyticsResponseItem, "AD_ACCOUNT_ID" | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & OptionalColumns<AnalyticsColumnValues, Exclude<PossibleItems<Request, "columns", AdAccountAnalyticsColumn>, "AD_ACCOUNT_ID" | "DATE">>
>;
