// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The request of `deliveryMetrics`. Definitions of the columns of reports, as Pinterest publishes them. */
export interface DeliveryMetricsRequest {
  /** Only metrics of synchronous reports, or only of asynchronous ones. */
  report_type?: DeliveryMetricsReportType;
}

/** One of `items` of `DeliveryMetricsResponse`. One item for each metric. */
export interface DeliveryMetricsResponseItem {
  /** Category of the metric. */
  category?: DeliveryMetricsResponseItemCategory;
  /** Definition of the metric, as Pinterest publishes it. */
  definition?: string;
  /** Name of the column in the header of a CSV file. */
  display_name?: string;
  /** Name of the column in requests. */
  name?: string;
}

/** The response of `deliveryMetrics`. Definitions of the columns of reports, as Pinterest publishes them. */
export interface DeliveryMetricsResponse {
  /** One item for each metric. */
  items: readonly DeliveryMetricsResponseItem[];
}

/** `report_type` of `DeliveryMetricsRequest`. Only metrics of synchronous reports, or only of asynchronous ones. */
export type DeliveryMetricsReportType = "SYNC" | "ASYNC";

/** `category` of `DeliveryMetricsResponseItem`. Category of the metric. */
export type DeliveryMetricsResponseItemCategory = "ADS" | "ORGANIC" | (string & {});
