// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _f3175d172e20a300 } from "../../generation.js";
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
import type { UserTopPinsRequest } from "./types.js";

const FIELDS: readonly string[] = [
  "start_date", "end_date", "sort_by", "from_claimed_content", "pin_format", "app_types", "content_type", "source", "metric_types",
  "num_of_pins", "created_in_last_n_days", "ad_account_id",
];

/**
 * Returns the violations of a body of type `UserTopPinsRequest`: those of its fields, then those of the rules between fields, which are
 * data in `userTopPinsRules` of the entry `rules`. Returns an empty list for a valid body. Never throws.
 */
export function validateUserTopPins(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, todayOption: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let start_date: unknown;
  let end_date: unknown;
  let sort_by: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "start_date":
        start_date = value;
        violations = checkStartDate(value, violations);
        break;
      case "end_date":
        end_date = value;
        violations = checkEndDate(value, violations);
        break;
      case "sort_by":
        sort_by = value;
        violations = checkSortBy(value, violations);
        break;
      case "from_claimed_content":
        violations = checkFromClaimedContent(value, violations);
        break;
      case "pin_format":
        violations = checkPinFormat(value, violations);
        break;
      case "app_types":
        violations = checkAppTypes(value, violations);
        break;
      case "content_type":
        violations = checkContentType(value, violations);
        break;
      case "source":
        violations = checkSource(value, violations);
        break;
      case "metric_types":
        violations = checkMetricTypes(value, violations);
        break;
      case "num_of_pins":
        violations = checkNumOfPins(value, violations);
        break;
      case "created_in_last_n_days":
        violations = checkCreatedInLastNDays(value, violations);
        break;
      case "ad_account_id":
        violations = checkAdAccountId(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (start_date === undefined) violations = push(violations, missing("/start_date"));
  if (end_date === undefined) violations = push(violations, missing("/end_date"));
  if (sort_by === undefined) violations = push(violations, missing("/sort_by"));
  const today = todayOption === undefined ? utcToday() : dayNumber(todayOption);
  if (Number.isNaN(today)) violations = push(violations, invalidToday(todayOption));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (today - start_date_day >= 90) {
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

  if (end_date_day - start_date_day >= 90) {
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

  if (end_date_day < start_date_day) {
    violations = push(violations, violation("dates-in-order", "error", "/end_date", () => "end_date must not be before start_date"));
  }
  return violations;
}

/** `validateUserTopPins` as a Standard Schema v1, for form and router libraries. Warnings are not issues. */
export const userTopPinsSchema: StandardSchema<UserTopPinsRequest> = /* @__PURE__ */ standardSchema(validateUserTopPins);

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

function checkSortBy(value: unknown, violations: Violations): Violations {
  if (value !== "ENGAGEMENT" && value !== "SAVE" && value !== "IMPRESSION" && value !== "OUTBOUND_CLICK" && value !== "PIN_CLICK")
    violations = push(violations, notOneOf("/sort_by", value, ["ENGAGEMENT", "SAVE", "IMPRESSION", "OUTBOUND_CLICK", "PIN_CLICK"]));
  return violations;
}

function checkFromClaimedContent(value: unknown, violations: Violations): Violations {
  if (value !== "OTHER" && value !== "CLAIMED" && value !== "BOTH")
    violations = push(violations, notOneOf("/from_claimed_content", value, ["OTHER", "CLAIMED", "BOTH"]));
  return violations;
}

function checkPinFormat(value: unknown, violations: Violations): Violations {
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
    violations = push(
      violations,
      notOneOf("/pin_format", value, [
        "ALL", "ORGANIC_IMAGE", "ORGANIC_PRODUCT", "ORGANIC_VIDEO", "ADS_STANDARD", "ADS_PRODUCT", "ADS_VIDEO", "ADS_IDEA",
      ]),
    );
  return violations;
}

function checkAppTypes(value: unknown, violations: Violations): Violations {
  if (value !== "ALL" && value !== "MOBILE" && value !== "TABLET" && value !== "WEB")
    violations = push(violations, notOneOf("/app_types", value, ["ALL", "MOBILE", "TABLET", "WEB"]));
  return violations;
}

function checkContentType(value: unknown, violations: Violations): Violations {
  if (value !== "ALL" && value !== "PAID" && value !== "ORGANIC")
    violations = push(violations, notOneOf("/content_type", value, ["ALL", "PAID", "ORGANIC"]));
  return violations;
}

function checkSource(value: unknown, violations: Violations): Violations {
  if (value !== "ALL" && value !== "YOUR_PINS" && value !== "OTHER_PINS")
    violations = push(violations, notOneOf("/source", value, ["ALL", "YOUR_PINS", "OTHER_PINS"]));
  return violations;
}

function checkMetricTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/metric_types", "an array", value));
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
        violations = push(
          violations,
          notOneOf("/metric_types/" + index, item, [
            "ENGAGEMENT", "ENGAGEMENT_RATE", "IMPRESSION", "OUTBOUND_CLICK", "OUTBOUND_CLICK_RATE", "PIN_CLICK", "PIN_CLICK_RATE", "SAVE",
            "SAVE_RATE",
          ]),
        );
    }
  }
  return violations;
}

function checkNumOfPins(value: unknown, violations: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value))
    violations = push(violations, wrongType("/num_of_pins", "a whole number", value));
  else if (value < 1) violations = push(violations, outOfRange("minimum", "/num_of_pins", "must be at least 1", value));
  else if (value > 50) violations = push(violations, outOfRange("maximum", "/num_of_pins", "must be at most 50", value));
  return violations;
}

function checkCreatedInLastNDays(value: unknown, violations: Violations): Violations {
  if (value !== 30) violations = push(violations, notOneOf("/created_in_last_n_days", value, [30]));
  return violations;
}

function checkAdAccountId(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/ad_account_id", "a string of digits", value));
  else if (value.length > 18)
    violations = push(violations, outOfRange("max-length", "/ad_account_id", "must have at most 18 characters", value.length));
  else if (!isDigits(value)) violations = push(violations, patternMismatch("/ad_account_id", "^\\d+$", value));
  return violations;
}
