// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _c0fe0d2289c8f733 } from "../generation.js";
import {
  countItems,
  dayNumber,
  invalidToday,
  isDayShaped,
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
} from "../../runtime/support.js";
import { MMM_REPORT_COUNTRY_VALUES } from "../lists.js";
import { MMM_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { MmmReportRequest } from "./types.js";

const MMM_REPORT_COLUMN = /* @__PURE__ */ valueSet(MMM_REPORT_COLUMN_KINDS);
const MMM_REPORT_COUNTRY = /* @__PURE__ */ valueSet(MMM_REPORT_COUNTRY_VALUES);

const FIELDS: readonly string[] = [
  "advertiser_ids", "columns", "countries", "custom_column_ids", "end_date", "granularity", "level", "report_name", "start_date",
  "targeting_types",
];

/**
 * Everything that is wrong with a body of type `MmmReportRequest`: the limits of single fields, then the rules in their order; empty when
 * it is fine. Never throws and never stops at the first. The rules as data: `mmmReportRules` of the entry `rules`.
 */
export function validateMmmReport(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, day: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  let columns: unknown;
  let end_date: unknown;
  let granularity: unknown;
  let level: unknown;
  let report_name: unknown;
  let start_date: unknown;
  let targeting_types: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "advertiser_ids":
        found = checkMmmReportAdvertiserIds(value, found);
        break;
      case "columns":
        columns = value;
        found = checkMmmReportColumns(value, found);
        break;
      case "countries":
        found = checkMmmReportCountries(value, found);
        break;
      case "custom_column_ids":
        found = checkMmmReportCustomColumnIds(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkMmmReportEndDate(value, found);
        break;
      case "granularity":
        granularity = value;
        found = checkMmmReportGranularity(value, found);
        break;
      case "level":
        level = value;
        found = checkMmmReportLevel(value, found);
        break;
      case "report_name":
        report_name = value;
        found = checkMmmReportReportName(value, found);
        break;
      case "start_date":
        start_date = value;
        found = checkMmmReportStartDate(value, found);
        break;
      case "targeting_types":
        targeting_types = value;
        found = checkMmmReportTargetingTypes(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (columns === undefined) found = push(found, missing("/columns"));
  if (end_date === undefined) found = push(found, missing("/end_date"));
  if (granularity === undefined) found = push(found, missing("/granularity"));
  if (level === undefined) found = push(found, missing("/level"));
  if (report_name === undefined) found = push(found, missing("/report_name"));
  if (start_date === undefined) found = push(found, missing("/start_date"));
  if (targeting_types === undefined) found = push(found, missing("/targeting_types"));
  const today = day === undefined ? utcToday() : dayNumber(day);
  if (Number.isNaN(today)) found = push(found, invalidToday(day));
  const end_date_day = dayNumber(end_date);
  const start_date_day = dayNumber(start_date);

  if (isDayShaped(end_date) && Number.isNaN(end_date_day)) {
    found = push(found, violation("date-format-end-date", "error", "/end_date", () => "end_date must be a valid date as YYYY-MM-DD"));
  }

  if (isDayShaped(start_date) && Number.isNaN(start_date_day)) {
    found = push(found, violation("date-format-start-date", "error", "/start_date", () => "start_date must be a valid date as YYYY-MM-DD"));
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
export const mmmReportSchema: StandardSchema<MmmReportRequest> = /* @__PURE__ */ standardSchema(validateMmmReport);

function checkMmmReportAdvertiserIds(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/advertiser_ids", "an array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = push(found, wrongType("/advertiser_ids/" + index, "a string", item));
    }
  }
  return found;
}

function checkMmmReportColumns(value: unknown, found: Violations): Violations {
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
      if (!MMM_REPORT_COLUMN.has(item)) found = push(found, notOneOf("/columns/" + index, item, MMM_REPORT_COLUMN));
    }
  }
  return found;
}

function checkMmmReportCountries(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/countries", "an array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (item !== null) {
        if (!MMM_REPORT_COUNTRY.has(item)) found = push(found, notOneOf("/countries/" + index, item, MMM_REPORT_COUNTRY));
      }
    }
  }
  return found;
}

function checkMmmReportCustomColumnIds(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/custom_column_ids", "an array", value));
  } else {
    if (value.length > 20) found = push(found, outOfRange("max-items", "/custom_column_ids", "must have at most 20", value.length));
    for (let index = 0; value.length <= 20 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = push(found, wrongType("/custom_column_ids/" + index, "a string", item));
    }
  }
  return found;
}

function checkMmmReportEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (!isDayShaped(value)) found = push(found, patternMismatch("/end_date", "^(\\d{4})-(\\d{2})-(\\d{2})$", value));
  return found;
}

function checkMmmReportGranularity(value: unknown, found: Violations): Violations {
  if (value !== "DAY" && value !== "WEEK") found = push(found, notOneOf("/granularity", value, ["DAY", "WEEK"]));
  return found;
}

function checkMmmReportLevel(value: unknown, found: Violations): Violations {
  if (value !== "CAMPAIGN_TARGETING" && value !== "AD_GROUP_TARGETING")
    found = push(found, notOneOf("/level", value, ["CAMPAIGN_TARGETING", "AD_GROUP_TARGETING"]));
  return found;
}

function checkMmmReportReportName(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/report_name", "a string", value));
  return found;
}

function checkMmmReportStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (!isDayShaped(value)) found = push(found, patternMismatch("/start_date", "^(\\d{4})-(\\d{2})-(\\d{2})$", value));
  return found;
}

function checkMmmReportTargetingTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/targeting_types", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/targeting_types", "must have at least 1", value.length));
    if (value.length > 7) found = push(found, outOfRange("max-items", "/targeting_types", "must have at most 7", value.length));
    for (let index = 0; value.length <= 7 && index < value.length; index++) {
      const item: unknown = value[index];
      if (
        item !== "APPTYPE" &&
        item !== "COUNTRY" &&
        item !== "CREATIVE_TYPE" &&
        item !== "GENDER" &&
        item !== "LOCATION" &&
        item !== "PLACEMENT" &&
        item !== "AUDIENCE_INCLUDE"
      )
        found = push(
          found,
          notOneOf("/targeting_types/" + index, item, [
            "APPTYPE", "COUNTRY", "CREATIVE_TYPE", "GENDER", "LOCATION", "PLACEMENT", "AUDIENCE_INCLUDE",
          ]),
        );
    }
  }
  return found;
}
