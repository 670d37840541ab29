// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _c5e7d16f48cf9376 } from "../../generation.js";

/** The request of `deliveryMetrics`. What the columns of reports mean, in Pinterest's words. */
export interface DeliveryMetricsRequest {
  /** Only metrics of reports that are answered at once, or only of those made in the background. */
  report_type?: DeliveryMetricsReportType;
}

/** One of `items` of `DeliveryMetricsResponse`. */
export interface DeliveryMetricsResponseItem {
  category?: DeliveryMetricsResponseItemCategory;
  definition?: string;
  display_name?: string;
  name?: string;
}

/** The response of `deliveryMetrics`. What the columns of reports mean, in Pinterest's words. */
export interface DeliveryMetricsResponse {
  items: readonly DeliveryMetricsResponseItem[];
}

/**
 * `report_type` of `DeliveryMetricsRequest`. Only metrics of reports that are answered at once, or only of those made in the background.
 */
export type DeliveryMetricsReportType = "SYNC" | "ASYNC";

/** `category` of `DeliveryMetricsResponseItem`. */
export type DeliveryMetricsResponseItemCategory = "ADS" | "ORGANIC" | (string & {});
