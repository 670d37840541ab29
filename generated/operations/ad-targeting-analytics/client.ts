// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _fb0f427ca54ea318 } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support.js";
import type { AnalyticsColumnValues } from "../values.js";
import type { AdTargetingAnalyticsColumn, AdTargetingAnalyticsRequest, AdTargetingAnalyticsResponseData } from "./types.js";

/** Ad performance of ads by targeting, a synchronous call. */
export interface AdTargetingAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Request extends AdTargetingAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, AdTargetingAnalyticsRequest>,
    options?: CallOptions,
  ): Promise<Simplify<{ readonly data?: readonly AdTargetingAnalyticsRow<Request>[] }>>;
}

/** An item of what was asked for; `metrics` holds the columns. A value that the answer leaves out is not there. */
export type AdTargetingAnalyticsRow<
  Request extends Pick<AdTargetingAnalyticsRequest, "columns" | "granularity"> = AdTargetingAnalyticsRequest
> = Simplify<
  & Readonly<Pick<AdTargetingAnalyticsResponseData, "targeting_type" | "targeting_value">>
  & {
    readonly metrics: Simplify<
      & OptionalColumns<AnalyticsColumnValues, PossibleItems<Request, "columns", AdTargetingAnalyticsColumn>>
      & (FieldType<Request, "granularity"> extends "TOTAL" ? unknown : { readonly DATE?: string })
    >;
  }
>;
