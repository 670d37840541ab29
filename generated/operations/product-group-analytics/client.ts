// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _88b10965a7677861 } from "../../generation.js";
import type { CallOptions } from "../../../runtime/support-client.js";
import type { Flat, Has, Listed, Maybe, NoOthers } from "../../../runtime/support.js";
import type { AnsweredColumnValues } from "../values.js";
import type { ProductGroupAnalyticsAnswerItem, ProductGroupAnalyticsColumn, ProductGroupAnalyticsRequest } from "./types.js";

/** Ad performance of product groups, answered at once. */
export interface ProductGroupAnalyticsClient {
  /**
   * Validates and asks. The rows' type follows from what was asked for.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request breaks a rule, or has a text that no path can hold; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused. `RateLimitError`: no room before the deadline. `ConnectionError`: no answer came.
   * @throws The reason of `options.signal`, as it is, when that aborts.
   */
  <const Asked extends ProductGroupAnalyticsRequest>(input: Asked & NoOthers<Asked, ProductGroupAnalyticsRequest>, options?: CallOptions): Promise<readonly ProductGroupAnalyticsRow<Asked>[]>;
}

/** A row of what was asked for: what it is about, and the columns. A value that the answer leaves out is not there. */
export type ProductGroupAnalyticsRow<Asked extends Pick<ProductGroupAnalyticsRequest, "columns" | "granularity"> = ProductGroupAnalyticsRequest> = Flat<
  & Readonly<Pick<ProductGroupAnalyticsAnswerItem, "PRODUCT_GROUP_ID" | (Has<Asked, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & Maybe<AnsweredColumnValues, Exclude<Listed<Asked, "columns", ProductGroupAnalyticsColumn>, "PRODUCT_GROUP_ID" | "DATE">>
>;
