// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { type CallOptions, commaSeparated, type Operation, parseRowsAt, type ResponsePromise } from "../../../runtime/support-client.js";
import type { FieldType, NoExtraKeys, OptionalColumns, PossibleItems, Simplify } from "../../../runtime/support-data.js";
import type { CampaignTargetingAnalyticsRequest, CampaignTargetingAnalyticsResponse } from "./schema.js";
import { validateCampaignTargetingAnalytics } from "./schema.js";
import type { MetricsResponseDataItems, ReportingColumnSyncInput } from "../../schemas.js";
import type { AnalyticsColumnValues } from "../values.js";

/** Ad performance of campaigns by targeting, returned synchronously. */
export interface CampaignTargetingAnalyticsClient {
  /**
   * Validates the request and sends it. The row type contains the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the request is invalid, or a value cannot be used in the URL's path. Nothing was
   *   sent.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  <const Request extends CampaignTargetingAnalyticsRequest>(
    input: Request & NoExtraKeys<Request, CampaignTargetingAnalyticsRequest>,
    options?: CallOptions,
  ): ResponsePromise<Simplify<{ readonly data?: readonly CampaignTargetingAnalyticsRow<Request>[] }>>;
}

/** An item of the response; `metrics` contains the requested columns. A value that the response omits is undefined. */
export type CampaignTargetingAnalyticsRow<
  Request extends Pick<CampaignTargetingAnalyticsRequest, "columns" | "granularity"> = CampaignTargetingAnalyticsRequest
> = Simplify<
  & Readonly<Pick<MetricsResponseDataItems, "targeting_type" | "targeting_value">>
  & {
    readonly metrics: Simplify<
      & OptionalColumns<AnalyticsColumnValues, PossibleItems<Request, "columns", ReportingColumnSyncInput>>
      & (FieldType<Request, "granularity"> extends "TOTAL" ? unknown : { readonly DATE?: string })
    >;
  }
>;

/** Ad performance of campaigns by targeting, returned synchronously. */
export const campaignTargetingAnalytics: Operation<
  CampaignTargetingAnalyticsRequest,
  CampaignTargetingAnalyticsResponse,
  CampaignTargetingAnalyticsClient
> = {
  name: "campaign-targeting-analytics",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/campaigns/targeting_analytics",
  rateLimit: "ads_analytics",
  parse: /* @__PURE__ */ parseRowsAt("data", "metrics"),
  call: (api, { ad_account_id, ...query }, init) => api.GET("/ad_accounts/{ad_account_id}/campaigns/targeting_analytics", {
    ...init,
    params: { path: { ad_account_id }, query },
    querySerializer: commaSeparated(["targeting_types", "columns", "attribution_types"]),
  }),
  validate: validateCampaignTargetingAnalytics,
};
