// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _a2f2dc53757624a9 } from "../../generation.js";
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
import { AD_GROUP_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES } from "../../lists.js";
import { ANALYTICS_COLUMN_KINDS } from "../column-kinds.js";
import type { AdGroupTargetingAnalyticsRequest } from "./types.js";

const TARGETING_TYPE_VALUES = /* @__PURE__ */ valueSet(AD_GROUP_TARGETING_ANALYTICS_TARGETING_TYPE_VALUES);
const COLUMN_VALUES = /* @__PURE__ */ valueSet(ANALYTICS_COLUMN_KINDS);

/** The columns that are conversion metrics, by their names. */
const CONVERSION_METRICS = /* @__PURE__ */ new RegExp(
  "(^|_)(CONVERSIONS?|CHECKOUTS?|ADD_TO_CART|ADD_TO_WISHLIST|SUBSCRIBE|SIGNUPS?|LEADS?|PAGE_VISITS?|WATCH_VIDEO|VIEW_CATEGORY|SEARCH|UNKNOWN|APP_INSTALLS?|ROAS|CPA|COST_PER_ACTION)(_|$)|(^|_)CUSTOM(_[^L]|$)",
);

const FIELDS: readonly string[] = [
  "ad_account_id", "ad_group_ids", "start_date", "end_date", "targeting_types", "columns", "granularity", "click_window_days",
  "engagement_window_days", "view_window_days", "conversion_report_time", "attribution_types", "reporting_timezone", "sort_columns",
  "sort_ascending",
];

/**
 * Returns the violations of a body of type `AdGroupTargetingAnalyticsRequest`: those of its fields, then those of the rules between fields,
 * which are data in `adGroupTargetingAnalyticsRules` of the entry `rules`. Returns an empty list for a valid body. Never throws.
 */
export function validateAdGroupTargetingAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, todayOption: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let ad_account_id: unknown;
  let ad_group_ids: unknown;
  let start_date: unknown;
  let end_date: unknown;
  let targeting_types: unknown;
  let columns: unknown;
  let granularity: unknown;
  let engagement_window_days: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "ad_account_id":
        ad_account_id = value;
        violations = checkAdAccountId(value, violations);
        break;
      case "ad_group_ids":
        ad_group_ids = value;
        violations = checkAdGroupIds(value, violations);
        break;
      case "start_date":
        start_date = value;
        violations = checkStartDate(value, violations);
        break;
      case "end_date":
        end_date = value;
        violations = checkEndDate(value, violations);
        break;
      case "targeting_types":
        targeting_types = value;
        violations = checkTargetingTypes(value, violations);
        break;
      case "columns":
        columns = value;
        violations = checkColumns(value, violations);
        break;
      case "granularity":
        granularity = value;
        violations = checkGranularity(value, violations);
        break;
      case "click_window_days":
        violations = checkClickWindowDays(value, violations);
        break;
      case "engagement_window_days":
        engagement_window_days = value;
        violations = checkEngagementWindowDays(value, violations);
        break;
      case "view_window_days":
        violations = checkViewWindowDays(value, violations);
        break;
      case "conversion_report_time":
        violations = checkConversionReportTime(value, violations);
        break;
      case "attribution_types":
        violations = checkAttributionTypes(value, violations);
        break;
      case "reporting_timezone":
        violations = checkReportingTimezone(value, violations);
        break;
      case "sort_columns":
        violations = checkSortColumns(value, violations);
        break;
      case "sort_ascending":
        violations = checkSortAscending(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (ad_account_id === undefined) violations = push(violations, missing("/ad_account_id"));
  if (ad_group_ids === undefined) violations = push(violations, missing("/ad_group_ids"));
  if (start_date === undefined) violations = push(violations, missing("/start_date"));
  if (end_date === undefined) violations = push(violations, missing("/end_date"));
  if (targeting_types === undefined) violations = push(violations, missing("/targeting_types"));
  if (columns === undefined) violations = push(violations, missing("/columns"));
  if (granularity === undefined) violations = push(violations, missing("/granularity"));
  const today = todayOption === undefined ? utcToday() : dayNumber(todayOption);
  if (Number.isNaN(today)) violations = push(violations, invalidToday(todayOption));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (granularity === "HOUR" && today - start_date_day >= 8) {
    violations = push(
      violations,
      boundaryViolation(
        "max-lookback-hour",
        "error",
        "/start_date",
        today - start_date_day,
        8,
        "start_date must be at most 8 days before today (UTC) when granularity is HOUR",
      ),
    );
  }

  if (granularity === "HOUR" && end_date_day - start_date_day >= 3) {
    violations = push(
      violations,
      boundaryViolation(
        "max-range-hour",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        3,
        "start_date and end_date must be at most 3 days apart when granularity is HOUR",
      ),
    );
  }

  if (granularity !== "HOUR" && today - start_date_day >= 90) {
    violations = push(
      violations,
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

  if (granularity !== "HOUR" && end_date_day - start_date_day >= 90) {
    violations = push(
      violations,
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

  if (granularity === "HOUR" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (typeof item === "string" && CONVERSION_METRICS.test(item)) {
        violations = push(
          violations,
          violation(
            "no-data-when-columns-conversion-metrics-hour",
            "warning",
            "/columns/" + index,
            () => `${item} may return no data when granularity is HOUR`,
          ),
        );
      }
    }
  }

  if (engagement_window_days !== undefined) {
    violations = push(
      violations,
      violation(
        "no-data-when-engagement-window-days",
        "warning",
        "/engagement_window_days",
        () => "engagement_window_days may return no data",
      ),
    );
  }

  if (end_date_day < start_date_day) {
    violations = push(violations, violation("dates-in-order", "error", "/end_date", () => "end_date must not be before start_date"));
  }

  if (start_date_day > today) {
    violations = push(
      violations,
      violation("start-date-not-in-the-future", "warning", "/start_date", () => "start_date after today (UTC) may return no rows"),
    );
  }
  return violations;
}

/** `validateAdGroupTargetingAnalytics` as a Standard Schema v1, for form and router libraries. Warnings are not issues. */
export const adGroupTargetingAnalyticsSchema: StandardSchema<AdGroupTargetingAnalyticsRequest> = /* @__PURE__ */ standardSchema(
  validateAdGroupTargetingAnalytics,
);

function checkAdAccountId(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/ad_account_id", "a string of digits", value));
  else if (value.length > 18)
    violations = push(violations, outOfRange("max-length", "/ad_account_id", "must have at most 18 characters", value.length));
  else if (!isDigits(value)) violations = push(violations, patternMismatch("/ad_account_id", "^\\d+$", value));
  return violations;
}

function checkAdGroupIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/ad_group_ids", "an array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/ad_group_ids", "must have at least 1", value.length));
    if (value.length > 250) violations = push(violations, outOfRange("max-items", "/ad_group_ids", "must have at most 250", value.length));
    for (let index = 0; value.length <= 250 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/ad_group_ids/" + index, "a string of digits", item));
      else if (item.length > 18)
        violations = push(violations, outOfRange("max-length", "/ad_group_ids/" + index, "must have at most 18 characters", item.length));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/ad_group_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

function checkStartDate(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/start_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) violations = push(violations, patternMismatch("/start_date", "YYYY-MM-DD", value));
  return violations;
}

function checkEndDate(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/end_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) violations = push(violations, patternMismatch("/end_date", "YYYY-MM-DD", value));
  return violations;
}

function checkTargetingTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/targeting_types", "an array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/targeting_types", "must have at least 1", value.length));
    if (value.length > 14) violations = push(violations, outOfRange("max-items", "/targeting_types", "must have at most 14", value.length));
    for (let index = 0; value.length <= 14 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!TARGETING_TYPE_VALUES.has(item))
        violations = push(violations, notOneOf("/targeting_types/" + index, item, TARGETING_TYPE_VALUES));
    }
  }
  return violations;
}

function checkColumns(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/columns", "an array", value));
  } else {
    const count = countItems(value);
    if (value.length === 0)
      violations = push(violations, violation("no-columns", "warning", "/columns", () => "is empty: the response may have no data"));
    if (new Set(value).size < value.length)
      violations = push(
        violations,
        violation(
          "repeated-columns",
          "warning",
          "/columns",
          () => "contains a column more than once: the response may contain it only once",
        ),
      );
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!COLUMN_VALUES.has(item)) violations = push(violations, notOneOf("/columns/" + index, item, COLUMN_VALUES));
    }
  }
  return violations;
}

function checkGranularity(value: unknown, violations: Violations): Violations {
  if (value !== "TOTAL" && value !== "DAY" && value !== "HOUR" && value !== "WEEK" && value !== "MONTH")
    violations = push(violations, notOneOf("/granularity", value, ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"]));
  return violations;
}

function checkClickWindowDays(value: unknown, violations: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    violations = push(violations, notOneOf("/click_window_days", value, [0, 1, 7, 14, 30, 60]));
  return violations;
}

function checkEngagementWindowDays(value: unknown, violations: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    violations = push(violations, notOneOf("/engagement_window_days", value, [0, 1, 7, 14, 30, 60]));
  return violations;
}

function checkViewWindowDays(value: unknown, violations: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    violations = push(violations, notOneOf("/view_window_days", value, [0, 1, 7, 14, 30, 60]));
  return violations;
}

function checkConversionReportTime(value: unknown, violations: Violations): Violations {
  if (value !== "TIME_OF_AD_ACTION" && value !== "TIME_OF_CONVERSION")
    violations = push(violations, notOneOf("/conversion_report_time", value, ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"]));
  return violations;
}

function checkAttributionTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/attribution_types", "an array", value));
  } else {
    if (value.length > 2) violations = push(violations, outOfRange("max-items", "/attribution_types", "must have at most 2", value.length));
    for (let index = 0; value.length <= 2 && index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "INDIVIDUAL" && item !== "HOUSEHOLD")
        violations = push(violations, notOneOf("/attribution_types/" + index, item, ["INDIVIDUAL", "HOUSEHOLD"]));
    }
  }
  return violations;
}

function checkReportingTimezone(value: unknown, violations: Violations): Violations {
  if (value !== "PINTEREST_TIME_ZONE" && value !== "AD_ACCOUNT_TIME_ZONE")
    violations = push(violations, notOneOf("/reporting_timezone", value, ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"]));
  return violations;
}

function checkSortColumns(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/sort_columns", "an array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/sort_columns", "must have at least 1", value.length));
    if (value.length > 2) violations = push(violations, outOfRange("max-items", "/sort_columns", "must have at most 2", value.length));
    for (let index = 0; value.length <= 2 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/sort_columns/" + index, "a string", item));
    }
  }
  return violations;
}

function checkSortAscending(value: unknown, violations: Violations): Violations {
  if (typeof value !== "boolean") violations = push(violations, wrongType("/sort_ascending", "true or false", value));
  return violations;
}
