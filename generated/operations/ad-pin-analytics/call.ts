// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { type CallOptions, commaSeparated, type Operation, parseRows, type ResponsePromise } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support-data.js";
import { type AdPinAnalyticsRequest, type AdPinAnalyticsResponse, validateAdPinAnalytics } from "./schema.js";
import type { AdPinAnalytics, ReportingColumnSyncInput } from "../../schemas.js";
import type { AnalyticsColumnValues } from "../values.js";

/** Ad performance of Pins within a campaign, returned synchronously. */
export interface AdPinAnalyticsClient {
  /**
   * Validates the request and sends it. The row type contains the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  <const Request extends AdPinAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, AdPinAnalyticsRequest>,
    options?: CallOptions,
  ): ResponsePromise<readonly AdPinAnalyticsRow<Request>[]>;
}

/** A row of the response: the fields of every row and the requested columns. A value that the response omits is undefined. */
export type AdPinAnalyticsRow<Request extends Pick<AdPinAnalyticsRequest, "columns" | "granularity"> = AdPinAnalyticsRequest> = Simplify<
  & Readonly<Pick<AdPinAnalytics, "PIN_ID" | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")>>
  & OptionalColumns<AnalyticsColumnValues, Exclude<PossibleItems<Request, "columns", ReportingColumnSyncInput>, "PIN_ID" | "DATE">>
>;

/** Ad performance of Pins within a campaign, returned synchronously. */
export const adPinAnalytics: Operation<AdPinAnalyticsRequest, AdPinAnalyticsResponse, AdPinAnalyticsClient> = {
  name: "ad-pin-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/pins/analytics",
  rateLimit: "ads_analytics",
  responseKind: "list",
  parse: parseRows,
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/pins/analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["columns"]),
  }),
  validate: validateAdPinAnalytics,
};
