// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _4ba235da088cb466 } from "../../generation.js";
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
  type Violation,
  violation,
  type Violations,
  wrongType,
} from "../../../runtime/support.js";
import type { UserAnalyticsRequest } from "./types.js";

const FIELDS: readonly string[] = [
  "start_date", "end_date", "from_claimed_content", "pin_format", "app_types", "content_type", "source", "metric_types", "split_field",
  "ad_account_id",
];

/**
 * Everything that is wrong with a body of type `UserAnalyticsRequest`: the limits of single fields, then the rules in their order; empty
 * when it is fine. Never throws and never stops at the first. The rules as data: `userAnalyticsRules` of the entry `rules`.
 */
export function validateUserAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
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
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "start_date":
        start_date = value;
        found = checkUserAnalyticsStartDate(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkUserAnalyticsEndDate(value, found);
        break;
      case "from_claimed_content":
        found = checkUserAnalyticsFromClaimedContent(value, found);
        break;
      case "pin_format":
        found = checkUserAnalyticsPinFormat(value, found);
        break;
      case "app_types":
        found = checkUserAnalyticsAppTypes(value, found);
        break;
      case "content_type":
        found = checkUserAnalyticsContentType(value, found);
        break;
      case "source":
        found = checkUserAnalyticsSource(value, found);
        break;
      case "metric_types":
        found = checkUserAnalyticsMetricTypes(value, found);
        break;
      case "split_field":
        found = checkUserAnalyticsSplitField(value, found);
        break;
      case "ad_account_id":
        found = checkUserAnalyticsAdAccountId(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (start_date === undefined) found = push(found, missing("/start_date"));
  if (end_date === undefined) found = push(found, missing("/end_date"));
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
export const userAnalyticsSchema: StandardSchema<UserAnalyticsRequest> = /* @__PURE__ */ standardSchema(validateUserAnalytics);

function checkUserAnalyticsStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/start_date", "YYYY-MM-DD", value));
  return found;
}

function checkUserAnalyticsEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/end_date", "YYYY-MM-DD", value));
  return found;
}

function checkUserAnalyticsFromClaimedContent(value: unknown, found: Violations): Violations {
  if (value !== "OTHER" && value !== "CLAIMED" && value !== "BOTH")
    found = push(found, notOneOf("/from_claimed_content", value, ["OTHER", "CLAIMED", "BOTH"]));
  return found;
}

function checkUserAnalyticsPinFormat(value: unknown, found: Violations): Violations {
  if (
    value !== "ALL" &&
    value !== "ORGANIC_IMAGE" &&
    value !== "ORGANIC_PRODUCT" &&
    value !== "ORGANIC_VIDEO" &&
    value !== "ADS_STANDARD" &&
    value !== "ADS_PRODUCT" &&
    value !== "ADS_VIDEO" &&
    value !== "ADS_IDEA"
  )
    found = push(
      found,
      notOneOf("/pin_format", value, [
        "ALL", "ORGANIC_IMAGE", "ORGANIC_PRODUCT", "ORGANIC_VIDEO", "ADS_STANDARD", "ADS_PRODUCT", "ADS_VIDEO", "ADS_IDEA",
      ]),
    );
  return found;
}

function checkUserAnalyticsAppTypes(value: unknown, found: Violations): Violations {
  if (value !== "ALL" && value !== "MOBILE" && value !== "TABLET" && value !== "WEB")
    found = push(found, notOneOf("/app_types", value, ["ALL", "MOBILE", "TABLET", "WEB"]));
  return found;
}

function checkUserAnalyticsContentType(value: unknown, found: Violations): Violations {
  if (value !== "ALL" && value !== "PAID" && value !== "ORGANIC")
    found = push(found, notOneOf("/content_type", value, ["ALL", "PAID", "ORGANIC"]));
  return found;
}

function checkUserAnalyticsSource(value: unknown, found: Violations): Violations {
  if (value !== "ALL" && value !== "YOUR_PINS" && value !== "OTHER_PINS")
    found = push(found, notOneOf("/source", value, ["ALL", "YOUR_PINS", "OTHER_PINS"]));
  return found;
}

function checkUserAnalyticsMetricTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/metric_types", "an array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (
        item !== "ENGAGEMENT" &&
        item !== "ENGAGEMENT_RATE" &&
        item !== "IMPRESSION" &&
        item !== "OUTBOUND_CLICK" &&
        item !== "OUTBOUND_CLICK_RATE" &&
        item !== "PIN_CLICK" &&
        item !== "PIN_CLICK_RATE" &&
        item !== "SAVE" &&
        item !== "SAVE_RATE"
      )
        found = push(
          found,
          notOneOf("/metric_types/" + index, item, [
            "ENGAGEMENT", "ENGAGEMENT_RATE", "IMPRESSION", "OUTBOUND_CLICK", "OUTBOUND_CLICK_RATE", "PIN_CLICK", "PIN_CLICK_RATE", "SAVE",
            "SAVE_RATE",
          ]),
        );
    }
  }
  return found;
}

function checkUserAnalyticsSplitField(value: unknown, found: Violations): Violations {
  if (value !== "NO_SPLIT" && value !== "APP_TYPE" && value !== "OWNED_CONTENT" && value !== "SOURCE" && value !== "PIN_FORMAT")
    found = push(found, notOneOf("/split_field", value, ["NO_SPLIT", "APP_TYPE", "OWNED_CONTENT", "SOURCE", "PIN_FORMAT"]));
  return found;
}

function checkUserAnalyticsAdAccountId(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/ad_account_id", "a string of digits", value));
  else if (value.length > 18)
    found = push(found, outOfRange("max-length", "/ad_account_id", "must have at most 18 characters", value.length));
  else if (!isDigits(value)) found = push(found, patternMismatch("/ad_account_id", "^\\d+$", value));
  return found;
}
