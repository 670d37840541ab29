// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  isRecord,
  NO_VIOLATIONS,
  ownFields,
  pointerTo,
  push,
  pushNotOneOf,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { DeliveryMetricsRequest } from "./types.js";

const FIELDS: readonly string[] = ["report_type"];

/**
 * Returns the violations of a body of type `DeliveryMetricsRequest`: those of its fields, then those of the rules between fields. Returns
 * an empty list for a valid body. Never throws.
 */
export function validateDeliveryMetrics(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "report_type":
        violations = checkReportType(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  return violations;
}

/**
 * `validateDeliveryMetrics` as a Standard Schema v1, for form and router libraries. Warnings are not issues; `onWarnings` of its method
 * `with` receives them.
 */
export const deliveryMetricsSchema: StandardSchema<DeliveryMetricsRequest> = /* @__PURE__ */ standardSchema(validateDeliveryMetrics);

function checkReportType(value: unknown, violations: Violations): Violations {
  if (value !== "SYNC" && value !== "ASYNC") violations = pushNotOneOf(violations, "/report_type", value, ["SYNC", "ASYNC"]);
  return violations;
}
