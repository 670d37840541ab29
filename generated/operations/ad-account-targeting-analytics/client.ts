// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _d095b23a9e7d7fcc } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support.js";
import type { AnalyticsColumnValues } from "../values.js";
import type {
  AdAccountTargetingAnalyticsColumn,
  AdAccountTargetingAnalyticsRequest,
  AdAccountTargetingAnalyticsResponseData,
} from "./types.js";

/** Ad performance of a whole account by targeting, a synchronous call. */
export interface AdAccountTargetingAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Request extends AdAccountTargetingAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, AdAccountTargetingAnalyticsRequest>,
    options?: CallOptions,
  ): Promise<Simplify<{ readonly data?: readonly AdAccountTargetingAnalyticsRow<Request>[] }>>;
}

/** An item of what was asked for; `metrics` holds the columns. A value that the answer leaves out is not there. */
export type AdAccountTargetingAnalyticsRow<
  Request extends Pick<AdAccountTargetingAnalyticsRequest, "columns" | "granularity"> = AdAccountTargetingAnalyticsRequest
> = Simplify<
  & Readonly<Pick<AdAccountTargetingAnalyticsResponseData, "targeting_type" | "targeting_value">>
  & {
    readonly metrics: Simplify<
      & OptionalColumns<AnalyticsColumnValues, PossibleItems<Request, "columns", AdAccountTargetingAnalyticsColumn>>
      & (FieldType<Request, "granularity"> extends "TOTAL" ? unknown : { readonly DATE?: string })
    >;
  }
>;
