// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { type CallOptions, commaSeparated, type Operation, parseRows, type ResponsePromise } from "../../../runtime/support-client.js";
import type { FieldType, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support-data.js";
import type { CheckedAdAnalytics } from "./check.js";
import { type AdAnalyticsRequest, type AdAnalyticsResponse, validateAdAnalytics } from "./schema.js";
import type { AdsAnalytics, ReportingColumnSyncInput } from "../../schemas.js";
import type { AnalyticsColumnValues } from "../values.js";

/** Ad performance of ads, returned synchronously. */
export interface AdAnalyticsClient {
  /**
   * Validates the request and sends it. An object literal does not compile if it has an unknown field or an invalid combination of fields
   * and values. The row type contains the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  <const Request extends AdAnalyticsRequest>(
    input: CheckedAdAnalytics<Request>,
    options?: CallOptions,
  ): ResponsePromise<readonly AdAnalyticsRow<Request>[]>;
}

/** A row of the response: the fields of every row and the requested columns. A value that the response omits is undefined. */
export type AdAnalyticsRow<Request extends Pick<AdAnalyticsRequest, "columns" | "granularity"> = AdAnalyticsRequest> = Simplify<
  & Readonly<Pick<AdsAnalytics, "AD_ID" | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & OptionalColumns<AnalyticsColumnValues, Exclude<PossibleItems<Request, "columns", ReportingColumnSyncInput>, "AD_ID" | "DATE">>
>;

/** Ad performance of ads, returned synchronously. */
export const adAnalytics: Operation<AdAnalyticsRequest, AdAnalyticsResponse, AdAnalyticsClient> = {
  name: "ad-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/ads/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/ads/analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["columns"]),
  }),
  validate: validateAdAnalytics,
};
