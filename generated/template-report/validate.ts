// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _fbc59ae9ba547ce5 } from "../generation.js";
import {
  boundaryViolation,
  dayNumber,
  invalidToday,
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
} from "../../runtime/support.js";
import type { TemplateReportRequest } from "./types.js";

const FIELDS: readonly string[] = ["template_id", "start_date", "end_date", "granularity"];

/**
 * Everything that is wrong with a body of type `TemplateReportRequest`: the limits of single fields, then the rules in their order; empty
 * when it is fine. Never throws and never stops at the first. The rules as data: `templateReportRules` of the entry `rules`.
 */
export function validateTemplateReport(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, day: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  let template_id: unknown;
  let start_date: unknown;
  let end_date: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "template_id":
        template_id = value;
        found = checkTemplateReportTemplateId(value, found);
        break;
      case "start_date":
        start_date = value;
        found = checkTemplateReportStartDate(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkTemplateReportEndDate(value, found);
        break;
      case "granularity":
        found = checkTemplateReportGranularity(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (template_id === undefined) found = push(found, missing("/template_id"));
  const today = day === undefined ? utcToday() : dayNumber(day);
  if (Number.isNaN(today)) found = push(found, invalidToday(day));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (today - start_date_day >= 912) {
    found = push(
      found,
      boundaryViolation(
        "max-lookback",
        "error",
        "/start_date",
        today - start_date_day,
        915,
        "start_date must be at most 2.5 years before today (UTC)",
      ),
    );
  }

  if (end_date_day - start_date_day >= 912) {
    found = push(
      found,
      boundaryViolation(
        "max-range",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        915,
        "start_date and end_date must be at most 2.5 years apart",
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
export const templateReportSchema: StandardSchema<TemplateReportRequest> = /* @__PURE__ */ standardSchema(validateTemplateReport);

function checkTemplateReportTemplateId(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/template_id", "a string", value));
  else if (value.length > 36 || (value.length > 18 && [...value].length > 18))
    found = push(found, outOfRange("max-length", "/template_id", "must have at most 18 characters", value.length));
  return found;
}

function checkTemplateReportStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/start_date", "YYYY-MM-DD", value));
  return found;
}

function checkTemplateReportEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/end_date", "YYYY-MM-DD", value));
  return found;
}

function checkTemplateReportGranularity(value: unknown, found: Violations): Violations {
  if (value !== "TOTAL" && value !== "DAY" && value !== "HOUR" && value !== "WEEK" && value !== "MONTH")
    found = push(found, notOneOf("/granularity", value, ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"]));
  return found;
}
