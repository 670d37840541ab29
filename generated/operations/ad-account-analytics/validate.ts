// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _be8ddffb27f64199 } from "../../generation.js";
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
import { ANALYTICS_COLUMN_KINDS } from "../column-kinds.js";
import type { AdAccountAnalyticsRequest } from "./types.js";

const AD_ACCOUNT_ANALYTICS_COLUMN = /* @__PURE__ */ valueSet(ANALYTICS_COLUMN_KINDS);

const FIELDS: readonly string[] = [
  "start_date", "end_date", "columns", "granularity", "click_window_days", "engagement_window_days", "view_window_days",
  "conversion_report_time", "reporting_timezone", "ad_account_id",
];

/**
 * Everything that is wrong with a body of type `AdAccountAnalyticsRequest`: the limits of single fields, then the rules in their order;
 * empty when it is fine. Never throws and never stops at the first. The rules as data: `adAccountAnalyticsRules` of the entry `rules`.
 */
export function validateAdAccountAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, day: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  let start_date: unknown;
  let end_date: unknown;
  let columns: unknown;
  let granularity: unknown;
  let engagement_window_days: unknown;
  let ad_account_id: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "start_date":
        start_date = value;
        found = checkAdAccountAnalyticsStartDate(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkAdAccountAnalyticsEndDate(value, found);
        break;
      case "columns":
        columns = value;
        found = checkAdAccountAnalyticsColumns(value, found);
        break;
      case "granularity":
        granularity = value;
        found = checkAdAccountAnalyticsGranularity(value, found);
        break;
      case "click_window_days":
        found = checkAdAccountAnalyticsClickWindowDays(value, found);
        break;
      case "engagement_window_days":
        engagement_window_days = value;
        found = checkAdAccountAnalyticsEngagementWindowDays(value, found);
        break;
      case "view_window_days":
        found = checkAdAccountAnalyticsViewWindowDays(value, found);
        break;
      case "conversion_report_time":
        found = checkAdAccountAnalyticsConversionReportTime(value, found);
        break;
      case "reporting_timezone":
        found = checkAdAccountAnalyticsReportingTimezone(value, found);
        break;
      case "ad_account_id":
        ad_account_id = value;
        found = checkAdAccountAnalyticsAdAccountId(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (start_date === undefined) found = push(found, missing("/start_date"));
  if (end_date === undefined) found = push(found, missing("/end_date"));
  if (columns === undefined) found = push(found, missing("/columns"));
  if (granularity === undefined) found = push(found, missing("/granularity"));
  if (ad_account_id === undefined) found = push(found, missing("/ad_account_id"));
  const today = day === undefined ? utcToday() : dayNumber(day);
  if (Number.isNaN(today)) found = push(found, invalidToday(day));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (granularity === "HOUR" && today - start_date_day >= 8) {
    found = push(
      found,
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

  if (granularity !== "HOUR" && today - start_date_day >= 90) {
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

  if (granularity === "HOUR" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (
        typeof item === "string" &&
        new RegExp(
          "(^|_)(CONVERSIONS?|CHECKOUTS?|ADD_TO_CART|ADD_TO_WISHLIST|SUBSCRIBE|SIGNUPS?|LEADS?|PAGE_VISITS?|WATCH_VIDEO|VIEW_CATEGORY|SEARCH|UNKNOWN|APP_INSTALLS?|ROAS|CPA|COST_PER_ACTION)(_|$)|(^|_)CUSTOM(_[^L]|$)",
        ).test(item)
      ) {
        found = push(
          found,
          violation(
            "no-data-when-columns-conversion-metrics-hour",
            "warning",
            "/columns/" + index,
            () => item + " may return no data" + " when granularity is HOUR",
          ),
        );
      }
    }
  }

  if (engagement_window_days !== undefined) {
    found = push(
      found,
      violation(
        "no-data-when-engagement-window-days",
        "warning",
        "/engagement_window_days",
        () => "engagement_window_days may return no data",
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
export const adAccountAnalyticsSchema: StandardSchema<AdAccountAnalyticsRequest> = /* @__PURE__ */ standardSchema(
  validateAdAccountAnalytics,
);

function checkAdAccountAnalyticsStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/start_date", "YYYY-MM-DD", value));
  return found;
}

function checkAdAccountAnalyticsEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/end_date", "YYYY-MM-DD", value));
  return found;
}

function checkAdAccountAnalyticsColumns(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/columns", "an array", value));
  } else {
    const count = countItems(value);
    if (value.length === 0)
      found = push(found, violation("no-columns", "warning", "/columns", () => "is empty: the response may have no data"));
    if (new Set(value).size < value.length)
      found = push(
        found,
        violation(
          "repeated-columns",
          "warning",
          "/columns",
          () => "contains a column more than once: the response may contain it only once",
        ),
      );
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!AD_ACCOUNT_ANALYTICS_COLUMN.has(item)) found = push(found, notOneOf("/columns/" + index, item, AD_ACCOUNT_ANALYTICS_COLUMN));
    }
  }
  return found;
}

function checkAdAccountAnalyticsGranularity(value: unknown, found: Violations): Violations {
  if (value !== "TOTAL" && value !== "DAY" && value !== "HOUR" && value !== "WEEK" && value !== "MONTH")
    found = push(found, notOneOf("/granularity", value, ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"]));
  return found;
}

function checkAdAccountAnalyticsClickWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    found = push(found, notOneOf("/click_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkAdAccountAnalyticsEngagementWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    found = push(found, notOneOf("/engagement_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkAdAccountAnalyticsViewWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    found = push(found, notOneOf("/view_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkAdAccountAnalyticsConversionReportTime(value: unknown, found: Violations): Violations {
  if (value !== "TIME_OF_AD_ACTION" && value !== "TIME_OF_CONVERSION")
    found = push(found, notOneOf("/conversion_report_time", value, ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"]));
  return found;
}

function checkAdAccountAnalyticsReportingTimezone(value: unknown, found: Violations): Violations {
  if (value !== "PINTEREST_TIME_ZONE" && value !== "AD_ACCOUNT_TIME_ZONE")
    found = push(found, notOneOf("/reporting_timezone", value, ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"]));
  return found;
}

function checkAdAccountAnalyticsAdAccountId(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/ad_account_id", "a string of digits", value));
  else if (value.length > 18)
    found = push(found, outOfRange("max-length", "/ad_account_id", "must have at most 18 characters", value.length));
  else if (!isDigits(value)) found = push(found, patternMismatch("/ad_account_id", "^\\d+$", value));
  return found;
}
