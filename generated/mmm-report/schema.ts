// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf, ItemOf, StandardSchema, ValidateOptions, Violation, Violations } from "../../runtime/support-data.js";
import {
  countItems,
  dayNumber,
  hasRepeats,
  invalidToday,
  isDayShaped,
  isRecord,
  missing,
  NO_VIOLATIONS,
  outOfRange,
  ownFields,
  pointerTo,
  push,
  pushNotOneOf,
  standardSchema,
  unknownField,
  unreadable,
  utcToday,
  valueSet,
  violation,
  wrongType,
} from "../../runtime/support-data.js";
import { MMM_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import { checkReportEndDate, checkReportName, checkReportStartDate } from "../checks.js";
import { MMM_REPORT_COUNTRY_VALUES } from "../lists.js";

/** The request for `mmmReport`. Data for marketing mix models, by targeting. Generated in the background and downloaded when ready. */
export interface MmmReportRequest {
  /** Advertisers to include in the report. */
  advertiser_ids?: readonly string[];
  /** Columns of each row. */
  columns: readonly MmmReportColumn[];
  /** Only rows for these countries. */
  countries?: readonly (MmmReportCountry | null)[];
  /** Ids of Ads Manager's custom columns to add to each row. At most 20 ids. */
  custom_column_ids?: readonly string[];
  /** Last day of the report (inclusive), in UTC. Format: YYYY-MM-DD. */
  end_date: string;
  /** How the days are grouped. */
  granularity: MmmReportGranularity;
  /** Entity of each row. */
  level: MmmReportLevel;
  /** Name of the report. */
  report_name: string;
  /** First day of the report, in UTC. Format: YYYY-MM-DD. */
  start_date: string;
  /** Targeting types by which rows are split. 1 to 7 types. */
  targeting_types: readonly MmmReportTargetingType[];
}

/** An item of `columns` in `MmmReportRequest`. */
export type MmmReportColumn = ColumnOf<typeof MMM_REPORT_COLUMN_KINDS>;

/** An item of `countries` in `MmmReportRequest`. */
export type MmmReportCountry = ItemOf<typeof MMM_REPORT_COUNTRY_VALUES>;

/** `granularity` in `MmmReportRequest`. How the days are grouped. */
export type MmmReportGranularity = "DAY" | "WEEK";

/** `level` in `MmmReportRequest`. Entity of each row. */
export type MmmReportLevel = "CAMPAIGN_TARGETING" | "AD_GROUP_TARGETING";

/** An item of `targeting_types` in `MmmReportRequest`. */
export type MmmReportTargetingType = "APPTYPE" | "COUNTRY" | "CREATIVE_TYPE" | "GENDER" | "LOCATION" | "PLACEMENT" | "AUDIENCE_INCLUDE";

const COLUMN_VALUES = /* @__PURE__ */ valueSet(MMM_REPORT_COLUMN_KINDS);
const COUNTRY_VALUES = /* @__PURE__ */ valueSet(MMM_REPORT_COUNTRY_VALUES);
const TARGETING_TYPE_VALUES: readonly unknown[] = [
  "APPTYPE", "COUNTRY", "CREATIVE_TYPE", "GENDER", "LOCATION", "PLACEMENT", "AUDIENCE_INCLUDE",
];

const BODY_FIELDS: readonly string[] = [
  "advertiser_ids", "columns", "countries", "custom_column_ids", "end_date", "granularity", "level", "report_name", "start_date",
  "targeting_types",
];

/**
 * Checks whether a value is a valid `MmmReportRequest`. Returns the violations, or an empty list if there are none. Violations of single
 * fields come first, then violations of the cross-field rules, which are available as data: `mmmReportRules` in the `data` entry point.
 * Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateMmmReport(body)) console.log(path, message);
 * ```
 */
export function validateMmmReport(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

/** Checks the fields, then the cross-field rules. Throws if a field cannot be read. */
function checkBody(body: unknown, todayOption: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
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
      case "columns":
        columns = value;
        violations = checkColumns(value, violations);
        break;
      case "end_date":
        end_date = value;
        violations = checkReportEndDate(value, violations);
        break;
      case "granularity":
        granularity = value;
        violations = checkGranularity(value, violations);
        break;
      case "level":
        level = value;
        violations = checkLevel(value, violations);
        break;
      case "report_name":
        report_name = value;
        violations = checkReportName(value, violations);
        break;
      case "start_date":
        start_date = value;
        violations = checkReportStartDate(value, violations);
        break;
      case "targeting_types":
        targeting_types = value;
        violations = checkTargetingTypes(value, violations);
        break;
      case "advertiser_ids":
        violations = checkAdvertiserIds(value, violations);
        break;
      case "countries":
        violations = checkCountries(value, violations);
        break;
      case "custom_column_ids":
        violations = checkCustomColumnIds(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, BODY_FIELDS));
    }
  }
  if (columns === undefined) violations = push(violations, missing("/columns"));
  if (end_date === undefined) violations = push(violations, missing("/end_date"));
  if (granularity === undefined) violations = push(violations, missing("/granularity"));
  if (level === undefined) violations = push(violations, missing("/level"));
  if (report_name === undefined) violations = push(violations, missing("/report_name"));
  if (start_date === undefined) violations = push(violations, missing("/start_date"));
  if (targeting_types === undefined) violations = push(violations, missing("/targeting_types"));
  const today = todayOption === undefined ? utcToday() : dayNumber(todayOption);
  if (Number.isNaN(today)) violations = push(violations, invalidToday(todayOption));
  const end_date_day = dayNumber(end_date);
  const start_date_day = dayNumber(start_date);

  if (Number.isNaN(end_date_day) && isDayShaped(end_date)) {
    violations = push(
      violations,
      violation("date-format-end-date", "error", "/end_date", "must be a valid date (YYYY-MM-DD)", { field: "end_date" }),
    );
  }

  if (Number.isNaN(start_date_day) && isDayShaped(start_date)) {
    violations = push(
      violations,
      violation("date-format-start-date", "error", "/start_date", "must be a valid date (YYYY-MM-DD)", { field: "start_date" }),
    );
  }

  if (end_date_day < start_date_day) {
    violations = push(
      violations,
      violation("dates-in-order", "error", "/end_date", "must not be before start_date", {
        start: "start_date",
        end: "end_date",
        seenIn: "pinterest/api-quickstart",
        seenOn: "2026-11-24",
      }),
    );
  }

  if (start_date_day > today) {
    violations = push(
      violations,
      violation("start-date-not-in-the-future", "warning", "/start_date", "is after today (UTC) and may return no rows", {
        field: "start_date",
        grace: 0,
        seenIn: "nowhere",
      }),
    );
  }
  return violations;
}

/** `validateMmmReport` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method. */
export const mmmReportSchema: StandardSchema<MmmReportRequest> = /* @__PURE__ */ standardSchema(validateMmmReport);

function checkColumns(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/columns", "array", value));
  } else {
    const count = countItems(value);
    if (value.length === 0)
      violations = push(violations, violation("no-columns", "warning", "/columns", "is empty: the response might contain no data"));
    if (hasRepeats(value))
      violations = push(
        violations,
        violation("repeated-columns", "warning", "/columns", "contains a column more than once: the response might contain it only once"),
      );
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!COLUMN_VALUES.has(item)) violations = pushNotOneOf(violations, "/columns/" + index, item, COLUMN_VALUES);
    }
  }
  return violations;
}

function checkGranularity(value: unknown, violations: Violations): Violations {
  if (value !== "DAY" && value !== "WEEK") violations = pushNotOneOf(violations, "/granularity", value, ["DAY", "WEEK"]);
  return violations;
}

function checkLevel(value: unknown, violations: Violations): Violations {
  if (value !== "CAMPAIGN_TARGETING" && value !== "AD_GROUP_TARGETING")
    violations = pushNotOneOf(violations, "/level", value, ["CAMPAIGN_TARGETING", "AD_GROUP_TARGETING"]);
  return violations;
}

function checkTargetingTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/targeting_types", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/targeting_types", 1, value.length));
    if (value.length > 7) violations = push(violations, outOfRange("max-items", "/targeting_types", 7, value.length));
    for (let index = 0; value.length <= 7 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!TARGETING_TYPE_VALUES.includes(item))
        violations = pushNotOneOf(violations, "/targeting_types/" + index, item, TARGETING_TYPE_VALUES);
    }
  }
  return violations;
}

function checkAdvertiserIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/advertiser_ids", "array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/advertiser_ids/" + index, "string", item));
    }
  }
  return violations;
}

function checkCountries(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/countries", "array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (item !== null && !COUNTRY_VALUES.has(item)) violations = pushNotOneOf(violations, "/countries/" + index, item, COUNTRY_VALUES);
    }
  }
  return violations;
}

function checkCustomColumnIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/custom_column_ids", "array", value));
  } else {
    if (value.length > 20) violations = push(violations, outOfRange("max-items", "/custom_column_ids", 20, value.length));
    for (let index = 0; value.length <= 20 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/custom_column_ids/" + index, "string", item));
    }
  }
  return violations;
}
