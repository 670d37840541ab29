// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _c05006c37683af5f } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support.js";
import type { AnalyticsColumnValues } from "../values.js";
import type { AdGroupAnalyticsColumn, AdGroupAnalyticsRequest, AdGroupAnalyticsResponseItem } from "./types.js";

/** Ad performance of ad groups, a synchronous call. */
export interface AdGroupAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Request extends AdGroupAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, AdGroupAnalyticsRequest>,
    options?: CallOptions,
  ): Promise<readonly AdGroupAnalyticsRow<Request>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type AdGroupAnalyticsRow<
  Request extends Pick<AdGroupAnalyticsRequest, "columns" | "granularity"> = AdGroupAnalyticsRequest
> = Simplify<
  & Readonly<Pick<AdGroupAnalyticsResponseItem, "AD_GROUP_ID" | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & OptionalColumns<AnalyticsColumnValues, Exclude<PossibleItems<Request, "columns", AdGroupAnalyticsColumn>, "AD_GROUP_ID" | "DATE">>
>;
