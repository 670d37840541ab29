// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _ae147b2887aebbae } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support.js";
import type { AnalyticsColumnValues } from "../values.js";
import type { ProductGroupAnalyticsColumn, ProductGroupAnalyticsRequest, ProductGroupAnalyticsResponseItem } from "./types.js";

/** Ad performance of product groups, a synchronous call. */
export interface ProductGroupAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Request extends ProductGroupAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, ProductGroupAnalyticsRequest>,
    options?: CallOptions,
  ): Promise<readonly ProductGroupAnalyticsRow<Request>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type ProductGroupAnalyticsRow<
  Request extends Pick<ProductGroupAnalyticsRequest, "columns" | "granularity"> = ProductGroupAnalyticsRequest
> = Simplify<
  & Readonly<
    Pick<ProductGroupAnalyticsResponseItem, "PRODUCT_GROUP_ID" | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")>
  >
  & OptionalColumns<
    AnalyticsColumnValues,
    Exclude<PossibleItems<Request, "columns", ProductGroupAnalyticsColumn>, "PRODUCT_GROUP_ID" | "DATE">
  >
>;
