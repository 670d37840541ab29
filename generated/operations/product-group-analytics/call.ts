// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { type CallOptions, commaSeparated, type Operation, parseRows, type ResponsePromise } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support-data.js";
import { type ProductGroupAnalyticsRequest, type ProductGroupAnalyticsResponse, validateProductGroupAnalytics } from "./schema.js";
import type { ProductGroupAnalyticsItems, ReportingColumnSyncInput } from "../../schemas.js";
import type { AnalyticsColumnValues } from "../values.js";

/** Ad performance of product groups, returned synchronously. */
export interface ProductGroupAnalyticsClient {
  /**
   * Validates the request and sends it. The row type contains the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  <const Request extends ProductGroupAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, ProductGroupAnalyticsRequest>,
    options?: CallOptions,
  ): ResponsePromise<readonly ProductGroupAnalyticsRow<Request>[]>;
}

/** A row of the response: the fields of every row and the requested columns. A value that the response omits is undefined. */
export type ProductGroupAnalyticsRow<
  Request extends Pick<ProductGroupAnalyticsRequest, "columns" | "granularity"> = ProductGroupAnalyticsRequest
> = Simplify<
  & Readonly<Pick<ProductGroupAnalyticsItems, "PRODUCT_GROUP_ID" | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & OptionalColumns<
    AnalyticsColumnValues,
    Exclude<PossibleItems<Request, "columns", ReportingColumnSyncInput>, "PRODUCT_GROUP_ID" | "DATE">
  >
>;

/** Ad performance of product groups, returned synchronously. */
export const productGroupAnalytics: Operation<ProductGroupAnalyticsRequest, ProductGroupAnalyticsResponse, ProductGroupAnalyticsClient> = {
  name: "product-group-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/product_groups/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/product_groups/analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["columns"]),
  }),
  validate: validateProductGroupAnalytics,
};
