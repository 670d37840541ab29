// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _a34e5ebf5f887711 } from "../../generation.js";
import {
  isRecord,
  NO_VIOLATIONS,
  notOneOf,
  ownFields,
  pointerTo,
  push,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support.js";
import type { DeliveryMetricsRequest } from "./types.js";

const FIELDS: readonly string[] = ["report_type"];

/**
 * Everything that is wrong with a body of type `DeliveryMetricsRequest`: the limits of single fields, then the rules in their order; empty
 * when it is fine. Never throws and never stops at the first.
 */
export function validateDeliveryMetrics(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "report_type":
        found = checkDeliveryMetricsReportType(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const deliveryMetricsSchema: StandardSchema<DeliveryMetricsRequest> = /* @__PURE__ */ standardSchema(validateDeliveryMetrics);

function checkDeliveryMetricsReportType(value: unknown, found: Violations): Violations {
  if (value !== "SYNC" && value !== "ASYNC") found = push(found, notOneOf("/report_type", value, ["SYNC", "ASYNC"]));
  return found;
}
