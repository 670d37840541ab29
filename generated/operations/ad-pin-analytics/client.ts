// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _91bf137a0bb92401 } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support.js";
import type { AnalyticsColumnValues } from "../values.js";
import type { AdPinAnalyticsColumn, AdPinAnalyticsRequest, AdPinAnalyticsResponseItem } from "./types.js";

/** Ad performance of Pins within a campaign, a synchronous call. */
export interface AdPinAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Request extends AdPinAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, AdPinAnalyticsRequest>,
    options?: CallOptions,
  ): Promise<readonly AdPinAnalyticsRow<Request>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type AdPinAnalyticsRow<Request extends Pick<AdPinAnalyticsRequest, "columns" | "granularity"> = AdPinAnalyticsRequest> = Simplify<
  & Readonly<Pick<AdPinAnalyticsResponseItem, "PIN_ID" | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & OptionalColumns<AnalyticsColumnValues, Exclude<PossibleItems<Request, "columns", AdPinAnalyticsColumn>, "PIN_ID" | "DATE">>
>;
