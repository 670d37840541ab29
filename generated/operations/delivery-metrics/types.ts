// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { DeliveryMetricsResponseItemsItems, ReportTypeInput } from "../../schemas.js";

/** The request for `deliveryMetrics`. Definitions of report columns, as published by Pinterest. */
export interface DeliveryMetricsRequest {
  /** Only metrics of synchronous reports, or only metrics of asynchronous reports. */
  report_type?: ReportTypeInput;
}

/** The response of `deliveryMetrics`. Definitions of report columns, as published by Pinterest. */
export interface DeliveryMetricsResponse {
  /** One item for each metric. */
  items: readonly DeliveryMetricsResponseItemsItems[];
}
