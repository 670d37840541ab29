// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _b3893e3e34839533 } from "../../generation.js";

/** The request of `deliveryMetrics`. What the columns of reports mean, in Pinterest's words. */
export interface DeliveryMetricsRequest {
  /** Only metrics of reports that are answered at once, or only of those made in the background. */
  report_type?: DeliveryMetricsReportType;
}

/** One of `items` of `DeliveryMetricsAnswer`. One for each metric. */
export interface DeliveryMetricsAnswerItem {
  /** Whether it is about ads or not. */
  category?: DeliveryMetricsAnswerItemCategory;
  /** What it means, in Pinterest's words. */
  definition?: string;
  /** The column as the header of a CSV file names it. */
  display_name?: string;
  /** The column as a request names it. */
  name?: string;
}

/** The answer of `deliveryMetrics`. What the columns of reports mean, in Pinterest's words. */
export interface DeliveryMetricsAnswer {
  /** One for each metric. */
  items: readonly DeliveryMetricsAnswerItem[];
}

/** `report_type` of `DeliveryMetricsRequest`. Only metrics of reports that are answered at once, or only of those made in the background. */
export type DeliveryMetricsReportType = "SYNC" | "ASYNC";

/** `category` of `DeliveryMetricsAnswerItem`. Whether it is about ads or not. */
export type DeliveryMetricsAnswerItemCategory = "ADS" | "ORGANIC" | (string & {});
