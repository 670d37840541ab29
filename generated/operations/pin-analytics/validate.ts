// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _7a8f1c79c476045b } from "../../generation.js";
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
import type { PinAnalyticsRequest } from "./types.js";

const PIN_ANALYTICS_METRIC_TYPE = /* @__PURE__ */ valueSet(PIN_ANALYTICS_METRIC_TYPE_VALUES);

const FIELDS: readonly string[] = ["pin_id", "start_date", "end_date", "app_types", "metric_types", "split_field", "ad_account_id"];

/**
 * Everything that is wrong with a body of type `PinAnalyticsRequest`: the limits of single fields, then the rules in their order; empty
 * when it is fine. Never throws and never stops at the first. The rules as data: `pinAnalyticsRules` of the entry `rules`.
 */
export function validatePinAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, day: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  let pin_id: unknown;
  let start_date: unknown;
  let end_date: unknown;
  let metric_types: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "pin_id":
        pin_id = value;
        found = checkPinAnalyticsPinId(value, found);
        break;
      case "start_date":
        start_date = value;
        found = checkPinAnalyticsStartDate(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkPinAnalyticsEndDate(value, found);
        break;
      case "app_types":
        found = checkPinAnalyticsAppTypes(value, found);
        break;
      case "metric_types":
        metric_types = value;
        found = checkPinAnalyticsMetricTypes(value, found);
        break;
      case "split_field":
        found = checkPinAnalyticsSplitField(value, found);
        break;
      case "ad_account_id":
        found = checkPinAnalyticsAdAccountId(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (pin_id === undefined) found = push(found, missing("/pin_id"));
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

  if (start_date_day > today) {
    found = push(
      found,
      violation("start-date-not-in-the-future", "warning", "/start_date", () => "start_date after today (UTC) may return no rows"),
    );
  }
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const pinAnalyticsSchema: StandardSchema<PinAnalyticsRequest> = /* @__PURE__ */ standardSchema(validatePinAnalytics);

function checkPinAnalyticsPinId(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/pin_id", "a string", value));
  return found;
}

function checkPinAnalyticsStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/start_date", "YYYY-MM-DD", value));
  return found;
}

function checkPinAnalyticsEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/end_date", "YYYY-MM-DD", value));
  return found;
}

function checkPinAnalyticsAppTypes(value: unknown, found: Violations): Violations {
  if (value !== "ALL" && value !== "MOBILE" && value !== "TABLET" && value !== "WEB")
    found = push(found, notOneOf("/app_types", value, ["ALL", "MOBILE", "TABLET", "WEB"]));
  return found;
}

function checkPinAnalyticsMetricTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/metric_types", "an array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!PIN_ANALYTICS_METRIC_TYPE.has(item)) found = push(found, notOneOf("/metric_types/" + index, item, PIN_ANALYTICS_METRIC_TYPE));
    }
  }
  return found;
}

function checkPinAnalyticsSplitField(value: unknown, found: Violations): Violations {
  if (value !== "NO_SPLIT" && value !== "APP_TYPE") found = push(found, notOneOf("/split_field", value, ["NO_SPLIT", "APP_TYPE"]));
  return found;
}

function checkPinAnalyticsAdAccountId(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/ad_account_id", "a string of digits", value));
  else if (value.length > 18)
    found = push(found, outOfRange("max-length", "/ad_account_id", "must have at most 18 characters", value.length));
  else if (!isDigits(value)) found = push(found, patternMismatch("/ad_account_id", "^\\d+$", value));
  return found;
}
