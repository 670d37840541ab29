// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _561fcb4c25735c83 } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { FieldType, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support.js";
import type { AnalyticsColumnValues } from "../values.js";
import type { CheckedAdAnalytics } from "./check.js";
import type { AdAnalyticsColumn, AdAnalyticsRequest, AdAnalyticsResponseItem } from "./types.js";

/** Ad performance of ads, a synchronous call. */
export interface AdAnalyticsClient {
  /**
   * Validates and asks. A literal request that certainly breaks a rule does not compile. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Request extends AdAnalyticsRequest>(
    input: CheckedAdAnalytics<Request>,
    options?: CallOptions,
  ): Promise<readonly AdAnalyticsRow<Request>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type AdAnalyticsRow<Request extends Pick<AdAnalyticsRequest, "columns" | "granularity"> = AdAnalyticsRequest> = Simplify<
  & Readonly<Pick<AdAnalyticsResponseItem, "AD_ID" | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & OptionalColumns<AnalyticsColumnValues, Exclude<PossibleItems<Request, "columns", AdAnalyticsColumn>, "AD_ID" | "DATE">>
>;
