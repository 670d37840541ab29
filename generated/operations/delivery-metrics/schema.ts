// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
import { checkFields, pushNotOneOf, standardSchema } from "../../../runtime/support-data.js";
import type { DeliveryMetricsResponseItemsItems, ReportTypeInput } from "../../schemas.js";

/** The request for `deliveryMetrics`. Definitions of report columns, as published by Pinterest. */
export interface DeliveryMetricsRequest {
  /** Only metrics of synchronous reports, or only metrics of asynchronous reports. */
  report_type?: ReportTypeInput;
}

/** The response to `deliveryMetrics`. Definitions of report columns, as published by Pinterest. */
export interface DeliveryMetricsResponse {
  /** One item for each metric. */
  items: readonly DeliveryMetricsResponseItemsItems[];
}

/** Checks whether a value is a valid `DeliveryMetricsRequest`. Returns the violations, or an empty list if there are none. Never throws. */
export function validateDeliveryMetrics(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  return checkFields(body, { report_type: checkReportType });
}

/**
 * `validateDeliveryMetrics` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with`
 * method.
 */
export const deliveryMetricsSchema: StandardSchema<DeliveryMetricsRequest> = /* @__PURE__ */ standardSchema(validateDeliveryMetrics);

function checkReportType(value: unknown, violations: Violations): Violations {
  if (value !== "SYNC" && value !== "ASYNC") violations = pushNotOneOf(violations, "/report_type", value, ["SYNC", "ASYNC"]);
  return violations;
}
