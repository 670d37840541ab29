// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../runtime/support-data.js";
import {
  boundaryViolation,
  countCharacters,
  dayNumber,
  invalidToday,
  isRecord,
  missing,
  NO_VIOLATIONS,
  outOfRange,
  ownFields,
  pointerTo,
  push,
  standardSchema,
  unknownField,
  unreadable,
  utcToday,
  violation,
  wrongType,
} from "../../runtime/support-data.js";
import { checkEndDate, checkGranularity, checkStartDate } from "../checks.js";

/** The request for `templateReport`. Report based on an Ads Manager template. Generated in the background and downloaded when ready. */
export interface TemplateReportRequest {
  /** Id of the template, which defines the level, columns and format. At most 18 characters. */
  template_id: string;
  /** First day of the report, in UTC. Default: the template's range. Format: YYYY-MM-DD. */
  start_date?: string;
  /** Last day of the report, in UTC. Format: YYYY-MM-DD. */
  end_date?: string;
  /** How the days are grouped. Default: as in the template. */
  granularity?: TemplateReportGranularity;
}

/** `granularity` in `TemplateReportRequest`. How the days are grouped. Default: as in the template. */
export type TemplateReportGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

const BODY_FIELDS: readonly string[] = ["template_id", "start_date", "end_date", "granularity"];

/**
 * Checks whether a value is a valid `TemplateReportRequest`. Returns the violations, or an empty list if there are none. Violations of
 * single fields come first, then violations of the cross-field rules, which are available as data: `templateReportRules` in the `data`
 * entry point. Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateTemplateReport(body)) console.log(path, message);
 * ```
 */
export function validateTemplateReport(body: unknown, options?: ValidateOptions): readonly Violation[] {
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
        violations = checkTemplateId(value, violations);
        break;
      case "start_date":
        start_date = value;
        violations = checkStartDate(value, violations);
        break;
      case "end_date":
        end_date = value;
        violations = checkEndDate(value, violations);
        break;
      case "granularity":
        violations = checkGranularity(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, BODY_FIELDS));
    }
  }
  if (template_id === undefined) violations = push(violations, missing("/template_id"));
  const today = todayOption === undefined ? utcToday() : dayNumber(todayOption);
  if (Number.isNaN(today)) violations = push(violations, invalidToday(todayOption));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (today - start_date_day >= 912) {
    violations = push(
      violations,
      boundaryViolation(
        "max-lookback",
        "error",
        "/start_date",
        today - start_date_day,
        915,
        "must be at most 2.5 years before today (UTC)",
        { field: "start_date", amount: 2.5, unit: "year" },
      ),
    );
  }

  if (end_date_day - start_date_day >= 912) {
    violations = push(
      violations,
      boundaryViolation(
        "max-range",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        915,
        "must be at most 2.5 years after start_date",
        { start: "start_date", end: "end_date", amount: 2.5, unit: "year" },
      ),
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

/**
 * `validateTemplateReport` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method.
 */
export const templateReportSchema: StandardSchema<TemplateReportRequest> = /* @__PURE__ */ standardSchema(validateTemplateReport);

function checkTemplateId(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/template_id", "string", value));
  else if (value.length > 18 && countCharacters(value) > 18)
    violations = push(violations, outOfRange("max-length", "/template_id", 18, countCharacters(value)));
  return violations;
}
