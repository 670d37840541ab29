// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
import {
  boundaryViolation,
  dayNumber,
  invalidToday,
  isRecord,
  missing,
  NO_VIOLATIONS,
  ownFields,
  pointerTo,
  push,
  pushNotOneOf,
  standardSchema,
  unknownField,
  unreadable,
  utcToday,
  violation,
  wrongType,
} from "../../../runtime/support-data.js";
import { checkAdAccountId, checkAppTypes, checkEndDate, checkPinAnalyticsMetricTypes, checkStartDate } from "../../checks.js";
import type { PinAnalyticsResponseModel, QuerypinanalyticsmetrictypesItemsInput } from "../../schemas.js";

/** The request for `pinAnalytics`. Organic and paid performance of one Pin, returned synchronously. */
export interface PinAnalyticsRequest {
  /** Id of the Pin. */
  pin_id: string;
  /** First day, in UTC. Format: YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. Format: YYYY-MM-DD. */
  end_date: string;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: PinAnalyticsAppTypes;
  /** The metrics to return. */
  metric_types: readonly QuerypinanalyticsmetrictypesItemsInput[];
  /** Dimension by which the metrics are split. Default: `"NO_SPLIT"`. */
  split_field?: PinAnalyticsSplitField;
  /** The request is made on behalf of this ad account's owner. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `app_types` in `PinAnalyticsRequest`. Only activity on these devices. */
export type PinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `split_field` in `PinAnalyticsRequest`. Dimension by which the metrics are split. */
export type PinAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE";

/** The response to `pinAnalytics`. Organic and paid performance of one Pin, returned synchronously. */
export type PinAnalyticsResponse = PinAnalyticsResponseModel;

const BODY_FIELDS: readonly string[] = ["pin_id", "start_date", "end_date", "app_types", "metric_types", "split_field", "ad_account_id"];

/**
 * Checks whether a value is a valid `PinAnalyticsRequest`. Returns the violations, or an empty list if there are none. Violations of single
 * fields come first, then violations of the cross-field rules, which are available as data: `pinAnalyticsRules` in the `data` entry point.
 * Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validatePinAnalytics(body)) console.log(path, message);
 * ```
 */
export function validatePinAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
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
        violations = checkPinId(value, violations);
        break;
      case "start_date":
        start_date = value;
        violations = checkStartDate(value, violations);
        break;
      case "end_date":
        end_date = value;
        violations = checkEndDate(value, violations);
        break;
      case "metric_types":
        metric_types = value;
        violations = checkPinAnalyticsMetricTypes(value, violations);
        break;
      case "app_types":
        violations = checkAppTypes(value, violations);
        break;
      case "split_field":
        violations = checkSplitField(value, violations);
        break;
      case "ad_account_id":
        violations = checkAdAccountId(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, BODY_FIELDS));
    }
  }
  if (pin_id === undefined) violations = push(violations, missing("/pin_id"));
  if (start_date === undefined) violations = push(violations, missing("/start_date"));
  if (end_date === undefined) violations = push(violations, missing("/end_date"));
  if (metric_types === undefined) violations = push(violations, missing("/metric_types"));
  const today = todayOption === undefined ? utcToday() : dayNumber(todayOption);
  if (Number.isNaN(today)) violations = push(violations, invalidToday(todayOption));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (today - start_date_day >= 90) {
    violations = push(
      violations,
      boundaryViolation("max-lookback", "error", "/start_date", today - start_date_day, 90, "must be at most 90 days before today (UTC)", {
        field: "start_date",
        amount: 90,
        unit: "day",
      }),
    );
  }

  if (end_date_day - start_date_day >= 90) {
    violations = push(
      violations,
      boundaryViolation("max-range", "error", "/end_date", end_date_day - start_date_day, 90, "must be at most 90 days after start_date", {
        start: "start_date",
        end: "end_date",
        amount: 90,
        unit: "day",
      }),
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
 * `validatePinAnalytics` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method.
 */
export const pinAnalyticsSchema: StandardSchema<PinAnalyticsRequest> = /* @__PURE__ */ standardSchema(validatePinAnalytics);

function checkPinId(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/pin_id", "string", value));
  return violations;
}

function checkSplitField(value: unknown, violations: Violations): Violations {
  if (value !== "NO_SPLIT" && value !== "APP_TYPE") violations = pushNotOneOf(violations, "/split_field", value, ["NO_SPLIT", "APP_TYPE"]);
  return violations;
}
