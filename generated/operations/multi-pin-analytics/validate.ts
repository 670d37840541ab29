// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _0e9c2af0104d2538 } from "../../generation.js";
import {
  boundaryViolation,
  countItems,
  dayNumber,
  invalidToday,
  isDigits,
  isRecord,
  missing,
  NO_VIOLATIONS,
  notOneOf,
  outOfRange,
  ownFields,
  patternMismatch,
  pointerTo,
  push,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  utcToday,
  type ValidateOptions,
  valueSet,
  type Violation,
  violation,
  type Violations,
  wrongType,
} from "../../../runtime/support.js";
import { PIN_ANALYTICS_METRIC_TYPE_VALUES } from "../../lists.js";
import type { MultiPinAnalyticsRequest } from "./types.js";

const MULTI_PIN_ANALYTICS_METRIC_TYPE = /* @__PURE__ */ valueSet(PIN_ANALYTICS_METRIC_TYPE_VALUES);

const FIELDS: readonly string[] = ["pin_ids", "start_date", "end_date", "app_types", "metric_types", "ad_account_id"];

/**
 * Everything that is wrong with a body of type `MultiPinAnalyticsRequest`: the limits of single fields, then the rules in their order;
 * empty when it is fine. Never throws and never stops at the first. The rules as data: `multiPinAnalyticsRules` of the entry `rules`.
 */
export function validateMultiPinAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, day: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  let pin_ids: unknown;
  let start_date: unknown;
  let end_date: unknown;
  let metric_types: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "pin_ids":
        pin_ids = value;
        found = checkMultiPinAnalyticsPinIds(value, found);
        break;
      case "start_date":
        start_date = value;
        found = checkMultiPinAnalyticsStartDate(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkMultiPinAnalyticsEndDate(value, found);
        break;
      case "app_types":
        found = checkMultiPinAnalyticsAppTypes(value, found);
        break;
      case "metric_types":
        metric_types = value;
        found = checkMultiPinAnalyticsMetricTypes(value, found);
        break;
      case "ad_account_id":
        found = checkMultiPinAnalyticsAdAccountId(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (pin_ids === undefined) found = push(found, missing("/pin_ids"));
  if (start_date === undefined) found = push(found, missing("/start_date"));
  if (end_date === undefined) found = push(found, missing("/end_date"));
  if (metric_types === undefined) found = push(found, missing("/metric_types"));
  const today = day === undefined ? utcToday() : dayNumber(day);
  if (Number.isNaN(today)) found = push(found, invalidToday(day));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (today - start_date_day >= 90) {
    found = push(
      found,
      boundaryViolation(
        "max-lookback",
        "error",
        "/start_date",
        today - start_date_day,
        90,
        "start_date must be at most 90 days before today (UTC)",
      ),
    );
  }

  if (end_date_day - start_date_day >= 90) {
    found = push(
      found,
      boundaryViolation(
        "max-range",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        90,
        "start_date and end_date must be at most 90 days apart",
      ),
    );
  }

  if (end_date_day < start_date_day) {
    found = push(found, violation("dates-in-order", "error", "/end_date", () => "end_date must not be before start_date"));
  }
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const multiPinAnalyticsSchema: StandardSchema<MultiPinAnalyticsRequest> = /* @__PURE__ */ standardSchema(validateMultiPinAnalytics);

function checkMultiPinAnalyticsPinIds(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/pin_ids", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/pin_ids", "must have at least 1", value.length));
    if (value.length > 100) found = push(found, outOfRange("max-items", "/pin_ids", "must have at most 100", value.length));
    for (let index = 0; value.length <= 100 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = push(found, wrongType("/pin_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = push(found, patternMismatch("/pin_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkMultiPinAnalyticsStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/start_date", "YYYY-MM-DD", value));
  return found;
}

function checkMultiPinAnalyticsEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/end_date", "YYYY-MM-DD", value));
  return found;
}

function checkMultiPinAnalyticsAppTypes(value: unknown, found: Violations): Violations {
  if (value !== "ALL" && value !== "MOBILE" && value !== "TABLET" && value !== "WEB")
    found = push(found, notOneOf("/app_types", value, ["ALL", "MOBILE", "TABLET", "WEB"]));
  return found;
}

function checkMultiPinAnalyticsMetricTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/metric_types", "an array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!MULTI_PIN_ANALYTICS_METRIC_TYPE.has(item))
        found = push(found, notOneOf("/metric_types/" + index, item, MULTI_PIN_ANALYTICS_METRIC_TYPE));
    }
  }
  return found;
}

function checkMultiPinAnalyticsAdAccountId(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/ad_account_id", "a string of digits", value));
  else if (value.length > 18)
    found = push(found, outOfRange("max-length", "/ad_account_id", "must have at most 18 characters", value.length));
  else if (!isDigits(value)) found = push(found, patternMismatch("/ad_account_id", "^\\d+$", value));
  return found;
}
