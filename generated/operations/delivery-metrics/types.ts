// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface DeliveryMetricsRequest {
  /** Only metrics of reports that are answered at once, or only of those made in the background. */
  report_type?: DeliveryMetricsReportType;
}

export interface DeliveryMetricsAnswerItem {
  category?: DeliveryMetricsAnswerItemCategory;
  definition?: string;
  display_name?: string;
  name?: string;
}

export interface DeliveryMetricsAnswer {
  items?: readonly DeliveryMetricsAnswerItem[];
}

export type DeliveryMetricsReportType = "SYNC" | "ASYNC";

export type DeliveryMetricsAnswerItemCategory = "ADS" | "ORGANIC" | (string & {});
