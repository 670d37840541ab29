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
import {
  checkAdAccountId,
  checkAppTypes,
  checkContentType,
  checkEndDate,
  checkFromClaimedContent,
  checkMetricTypes,
  checkPinFormat,
  checkSource,
  checkStartDate,
} from "../../checks.js";
import type { AnalyticsResponse, QuerymetrictypesItemsInput } from "../../schemas.js";

/** The request for `userAnalytics`. Performance of all content of a user account, returned synchronously. */
export interface UserAnalyticsRequest {
  /** First day, in UTC. Format: YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. Format: YYYY-MM-DD. */
  end_date: string;
  /** Content to count: from claimed accounts or sites, from elsewhere, or both. Default: `"BOTH"`. */
  from_claimed_content?: UserAnalyticsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserAnalyticsPinFormat;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: UserAnalyticsAppTypes;
  /** Only paid content, or only organic content. Default: `"ALL"`. */
  content_type?: UserAnalyticsContentType;
  /** Only the user's own Pins, or only other users' Pins. Default: `"ALL"`. */
  source?: UserAnalyticsSource;
  /** The metrics to return. */
  metric_types?: readonly QuerymetrictypesItemsInput[];
  /** Dimension by which the metrics are split. Default: `"NO_SPLIT"`. */
  split_field?: UserAnalyticsSplitField;
  /** The request is made on behalf of this ad account's owner. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `from_claimed_content` in `UserAnalyticsRequest`. Content to count: from claimed accounts or sites, from elsewhere, or both. */
export type UserAnalyticsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

/** `pin_format` in `UserAnalyticsRequest`. Only Pins of this format. */
export type UserAnalyticsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

/** `app_types` in `UserAnalyticsRequest`. Only activity on these devices. */
export type UserAnalyticsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` in `UserAnalyticsRequest`. Only paid content, or only organic content. */
export type UserAnalyticsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` in `UserAnalyticsRequest`. Only the user's own Pins, or only other users' Pins. */
export type UserAnalyticsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** `split_field` in `UserAnalyticsRequest`. Dimension by which the metrics are split. */
export type UserAnalyticsSplitField = "NO_SPLIT" | "APP_TYPE" | "OWNED_CONTENT" | "SOURCE" | "PIN_FORMAT";

/** The response to `userAnalytics`. Performance of all content of a user account, returned synchronously. */
export type UserAnalyticsResponse = AnalyticsResponse;

const SPLIT_FIELD_VALUES: readonly unknown[] = ["NO_SPLIT", "APP_TYPE", "OWNED_CONTENT", "SOURCE", "PIN_FORMAT"];

const BODY_FIELDS: readonly string[] = [
  "start_date", "end_date", "from_claimed_content", "pin_format", "app_types", "content_type", "source", "metric_types", "split_field",
  "ad_account_id",
];

/**
 * Checks whether a value is a valid `UserAnalyticsRequest`. Returns the violations, or an empty list if there are none. Violations of
 * single fields come first, then violations of the cross-field rules, which are available as data: `userAnalyticsRules` in the `data` entry
 * point. Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateUserAnalytics(body)) console.log(path, message);
 * ```
 */
export function validateUserAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
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
  let start_date: unknown;
  let end_date: unknown;
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
  if (start_date === undefined) violations = push(violations, missing("/start_date"));
  if (end_date === undefined) violations = push(violations, missing("/end_date"));
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
 * `validateUserAnalytics` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method.
 */
export const userAnalyticsSchema: StandardSchema<UserAnalyticsRequest> = /* @__PURE__ */ standardSchema(validateUserAnalytics);

function checkSplitField(value: unknown, violations: Violations): Violations {
  if (!SPLIT_FIELD_VALUES.includes(value)) violations = pushNotOneOf(violations, "/split_field", value, SPLIT_FIELD_VALUES);
  return violations;
}
