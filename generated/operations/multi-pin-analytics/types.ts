// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { MultiPinsAnalyticsMetricTypesItemInput, PinAnalyticsResponseModel } from "../../schemas.js";

/** The request for `multiPinAnalytics`. Organic and paid performance of several Pins, returned synchronously. */
export interface MultiPinAnalyticsRequest {
  /** The Pins. 1 to 100 ids. Each: digits only. */
  pin_ids: readonly string[];
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: MultiPinAnalyticsAppTypes;
  /** The metrics to return. */
  metric_types: readonly MultiPinsAnalyticsMetricTypesItemInput[];
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** The response of `multiPinAnalytics`. Organic and paid performance of several Pins, returned synchronously. */
export interface MultiPinAnalyticsResponse {
  /** Metrics of a Pin, by its id. */
  [name: string]: PinAnalyticsResponseModel;
}

/** `app_types` in `MultiPinAnalyticsRequest`. Only activity on these devices. */
export type MultiPinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";
