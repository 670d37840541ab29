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
  standardSchema,
  unknownField,
  unreadable,
  utcToday,
  violation,
  wrongType,
} from "../../../runtime/support-data.js";
import { checkAdAccountId, checkAppTypes, checkEndDate, checkPinAnalyticsMetricTypes, checkPinIds, checkStartDate } from "../../checks.js";
import type { MultiPinsAnalyticsMetricTypesItemInput, PinAnalyticsResponseModel } from "../../schemas.js";

/** The request for `multiPinAnalytics`. Organic and paid performance of several Pins, returned synchronously. */
export interface MultiPinAnalyticsRequest {
  /** Ids of the Pins. 1 to 100 ids. Each: digits only. */
  pin_ids: readonly string[];
  /** First day, in UTC. Format: YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. Format: YYYY-MM-DD. */
  end_date: string;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: MultiPinAnalyticsAppTypes;
  /** The metrics to return. */
  metric_types: readonly MultiPinsAnalyticsMetricTypesItemInput[];
  /** The request is made on behalf of this ad account's owner. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** The response to `multiPinAnalytics`. Organic and paid performance of several Pins, returned synchronously. */
export interface MultiPinAnalyticsResponse {
  /** Metrics of one Pin; the key is its id. */
  [name: string]: PinAnalyticsResponseModel;
}

/** `app_types` in `MultiPinAnalyticsRequest`. Only activity on these devices. */
export type MultiPinAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

const BODY_FIELDS: readonly string[] = ["pin_ids", "start_date", "end_date", "app_types", "metric_types", "ad_account_id"];

/**
 * Checks whether a value is a valid `MultiPinAnalyticsRequest`. Returns the violations, or an empty list if there are none. Violations of
 * single fields come first, then violations of the cross-field rules, which are available as data: `multiPinAnalyticsRules` in the `data`
 * entry point. Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateMultiPinAnalytics(body)) console.log(path, message);
 * ```
 */
export function validateMultiPinAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
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
  let pin_ids: unknown;
  let start_date: unknown;
  let end_date: unknown;
  let metric_types: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "pin_ids":
        pin_ids = value;
        violations = checkPinIds(value, violations);
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
      case "ad_account_id":
        violations = checkAdAccountId(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, BODY_FIELDS));
    }
  }
  if (pin_ids === undefined) violations = push(violations, missing("/pin_ids"));
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
  return violations;
}

/**
 * `validateMultiPinAnalytics` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with`
 * method.
 */
export const multiPinAnalyticsSchema: StandardSchema<MultiPinAnalyticsRequest> = /* @__PURE__ */ standardSchema(validateMultiPinAnalytics);
