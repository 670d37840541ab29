// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { PinAnalyticsResponseModel, QuerypinanalyticsmetrictypesItemsInput } from "../../schemas.js";

/** The request for `pinAnalytics`. Organic and paid performance of one Pin, returned synchronously. */
export interface PinAnalyticsRequest {
  /** The Pin. */
  pin_id: string;
  /** First day, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: PinAnalyticsAppTypes;
  /** The metrics to return. */
  metric_types: readonly QuerypinanalyticsmetrictypesItemsInput[];
  /** Dimension by which the metrics are split. Default: `"NO_SPLIT"`. */
  split_field?: PinAnalyticsSplitField;
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `app_types` in `PinAnalyticsRequest`. Only activity on these devices. */
export type PinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `split_field` in `PinAnalyticsRequest`. Dimension by which the metrics are split. */
export type PinAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE";

/** The response of `pinAnalytics`. Organic and paid performance of one Pin, returned synchronously. */
export type PinAnalyticsResponse = PinAnalyticsResponseModel;
