// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _f3670a8f00488a02 } from "../../generation.js";
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
import type { UserTopVideoPinsRequest } from "./types.js";

const FIELDS: readonly string[] = [
  "start_date", "end_date", "sort_by", "from_claimed_content", "pin_format", "app_types", "content_type", "source", "metric_types",
  "num_of_pins", "created_in_last_n_days", "ad_account_id",
];

/**
 * Everything that is wrong with a body of type `UserTopVideoPinsRequest`: the limits of single fields, then the rules in their order; empty
 * when it is fine. Never throws and never stops at the first. The rules as data: `userTopVideoPinsRules` of the entry `rules`.
 */
export function validateUserTopVideoPins(body: unknown, options?: ValidateOptions): readonly Violation[] {
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
  let sort_by: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "start_date":
        start_date = value;
        found = checkUserTopVideoPinsStartDate(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkUserTopVideoPinsEndDate(value, found);
        break;
      case "sort_by":
        sort_by = value;
        found = checkUserTopVideoPinsSortBy(value, found);
        break;
      case "from_claimed_content":
        found = checkUserTopVideoPinsFromClaimedContent(value, found);
        break;
      case "pin_format":
        found = checkUserTopVideoPinsPinFormat(value, found);
        break;
      case "app_types":
        found = checkUserTopVideoPinsAppTypes(value, found);
        break;
      case "content_type":
        found = checkUserTopVideoPinsContentType(value, found);
        break;
      case "source":
        found = checkUserTopVideoPinsSource(value, found);
        break;
      case "metric_types":
        found = checkUserTopVideoPinsMetricTypes(value, found);
        break;
      case "num_of_pins":
        found = checkUserTopVideoPinsNumOfPins(value, found);
        break;
      case "created_in_last_n_days":
        found = checkUserTopVideoPinsCreatedInLastNDays(value, found);
        break;
      case "ad_account_id":
        found = checkUserTopVideoPinsAdAccountId(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (start_date === undefined) found = push(found, missing("/start_date"));
  if (end_date === undefined) found = push(found, missing("/end_date"));
  if (sort_by === undefined) found = push(found, missing("/sort_by"));
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
export const userTopVideoPinsSchema: StandardSchema<UserTopVideoPinsRequest> = /* @__PURE__ */ standardSchema(validateUserTopVideoPins);

function checkUserTopVideoPinsStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/start_date", "YYYY-MM-DD", value));
  return found;
}

function checkUserTopVideoPinsEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/end_date", "YYYY-MM-DD", value));
  return found;
}

function checkUserTopVideoPinsSortBy(value: unknown, found: Violations): Violations {
  if (
    value !== "SAVE" &&
    value !== "IMPRESSION" &&
    value !== "OUTBOUND_CLICK" &&
    value !== "VIDEO_MRC_VIEW" &&
    value !== "VIDEO_AVG_WATCH_TIME" &&
    value !== "VIDEO_V50_WATCH_TIME" &&
    value !== "QUARTILE_95_PERCENT_VIEW" &&
    value !== "VIDEO_10S_VIEW" &&
    value !== "VIDEO_START"
  )
    found = push(
      found,
      notOneOf("/sort_by", value, [
        "SAVE", "IMPRESSION", "OUTBOUND_CLICK", "VIDEO_MRC_VIEW", "VIDEO_AVG_WATCH_TIME", "VIDEO_V50_WATCH_TIME",
        "QUARTILE_95_PERCENT_VIEW", "VIDEO_10S_VIEW", "VIDEO_START",
      ]),
    );
  return found;
}

function checkUserTopVideoPinsFromClaimedContent(value: unknown, found: Violations): Violations {
  if (value !== "OTHER" && value !== "CLAIMED" && value !== "BOTH")
    found = push(found, notOneOf("/from_claimed_content", value, ["OTHER", "CLAIMED", "BOTH"]));
  return found;
}

function checkUserTopVideoPinsPinFormat(value: unknown, found: Violations): Violations {
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

function checkUserTopVideoPinsAppTypes(value: unknown, found: Violations): Violations {
  if (value !== "ALL" && value !== "MOBILE" && value !== "TABLET" && value !== "WEB")
    found = push(found, notOneOf("/app_types", value, ["ALL", "MOBILE", "TABLET", "WEB"]));
  return found;
}

function checkUserTopVideoPinsContentType(value: unknown, found: Violations): Violations {
  if (value !== "ALL" && value !== "PAID" && value !== "ORGANIC")
    found = push(found, notOneOf("/content_type", value, ["ALL", "PAID", "ORGANIC"]));
  return found;
}

function checkUserTopVideoPinsSource(value: unknown, found: Violations): Violations {
  if (value !== "ALL" && value !== "YOUR_PINS" && value !== "OTHER_PINS")
    found = push(found, notOneOf("/source", value, ["ALL", "YOUR_PINS", "OTHER_PINS"]));
  return found;
}

function checkUserTopVideoPinsMetricTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/metric_types", "an array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (
        item !== "IMPRESSION" &&
        item !== "SAVE" &&
        item !== "VIDEO_MRC_VIEW" &&
        item !== "VIDEO_AVG_WATCH_TIME" &&
        item !== "VIDEO_V50_WATCH_TIME" &&
        item !== "QUARTILE_95_PERCENT_VIEW" &&
        item !== "VIDEO_10S_VIEW" &&
        item !== "VIDEO_START" &&
        item !== "OUTBOUND_CLICK"
      )
        found = push(
          found,
          notOneOf("/metric_types/" + index, item, [
            "IMPRESSION", "SAVE", "VIDEO_MRC_VIEW", "VIDEO_AVG_WATCH_TIME", "VIDEO_V50_WATCH_TIME", "QUARTILE_95_PERCENT_VIEW",
            "VIDEO_10S_VIEW", "VIDEO_START", "OUTBOUND_CLICK",
          ]),
        );
    }
  }
  return found;
}

function checkUserTopVideoPinsNumOfPins(value: unknown, found: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) found = push(found, wrongType("/num_of_pins", "a whole number", value));
  else if (value < 1) found = push(found, outOfRange("minimum", "/num_of_pins", "must be at least 1", value));
  else if (value > 50) found = push(found, outOfRange("maximum", "/num_of_pins", "must be at most 50", value));
  return found;
}

function checkUserTopVideoPinsCreatedInLastNDays(value: unknown, found: Violations): Violations {
  if (value !== 30) found = push(found, notOneOf("/created_in_last_n_days", value, [30]));
  return found;
}

function checkUserTopVideoPinsAdAccountId(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/ad_account_id", "a string of digits", value));
  else if (value.length > 18)
    found = push(found, outOfRange("max-length", "/ad_account_id", "must have at most 18 characters", value.length));
  else if (!isDigits(value)) found = push(found, patternMismatch("/ad_account_id", "^\\d+$", value));
  return found;
}
