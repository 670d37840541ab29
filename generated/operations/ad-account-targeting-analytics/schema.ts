// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
import {
  boundaryViolation,
  combinationOf,
  dayNumber,
  invalidToday,
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
} from "../../../runtime/support-data.js";
import {
  checkAdAccountId,
  checkAttributionTypes,
  checkClickWindowDays,
  checkColumns,
  checkConversionReportTime,
  checkEndDate,
  checkEngagementWindowDays,
  checkGranularity,
  checkReportingTimezone,
  checkStartDate,
  checkViewWindowDays,
} from "../../checks.js";
import { ADS_ANALYTICS_ACCOUNT_TARGETING_TYPE_INPUT_VALUES } from "../../lists.js";
import type {
  AdsAnalyticsAccountTargetingTypeInput,
  ConversionReportAttributionTypeInput,
  GranularityInput,
  MetricsResponse,
  ReportingColumnSyncInput,
  ReportingTimeZoneInput,
} from "../../schemas.js";

/** The request for `adAccountTargetingAnalytics`. Ad performance of a whole account by targeting, returned synchronously. */
export interface AdAccountTargetingAnalyticsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** First day, in UTC. Format: YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. Format: YYYY-MM-DD. */
  end_date: string;
  /** Targeting types by which rows are split. Rows of different types overlap: do not add them up. 1 to 15 types. */
  targeting_types: readonly AdsAnalyticsAccountTargetingTypeInput[];
  /** Columns of each row. Conversion metrics in columns may return no data when granularity is HOUR. */
  columns: readonly ReportingColumnSyncInput[];
  /** How the days are grouped. With TOTAL, one row covers the whole range. */
  granularity: GranularityInput;
  /** Days after a click during which conversions count. Default: `30`. */
  click_window_days?: AdAccountTargetingAnalyticsClickWindowDays;
  /** Days after an engagement during which conversions count. engagement_window_days may return no data. Default: `30`. */
  engagement_window_days?: AdAccountTargetingAnalyticsEngagementWindowDays;
  /** Days after a view during which conversions count. Default: `1`. */
  view_window_days?: AdAccountTargetingAnalyticsViewWindowDays;
  /** Whether to attribute conversions to the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: AdAccountTargetingAnalyticsConversionReportTime;
  /** Whether conversions are attributed to a person or to a household. At most 2 types. */
  attribution_types?: readonly ConversionReportAttributionTypeInput[];
  /** Time zone of the rows: Pinterest's or the ad account's (beta). */
  reporting_timezone?: ReportingTimeZoneInput;
}

/** `click_window_days` in `AdAccountTargetingAnalyticsRequest`. Days after a click during which conversions count. */
export type AdAccountTargetingAnalyticsClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `engagement_window_days` in `AdAccountTargetingAnalyticsRequest`. Days after an engagement during which conversions count. */
export type AdAccountTargetingAnalyticsEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `view_window_days` in `AdAccountTargetingAnalyticsRequest`. Days after a view during which conversions count. */
export type AdAccountTargetingAnalyticsViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/**
 * `conversion_report_time` in `AdAccountTargetingAnalyticsRequest`. Whether to attribute conversions to the day of the ad action or of the
 * conversion.
 */
export type AdAccountTargetingAnalyticsConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** The response to `adAccountTargetingAnalytics`. Ad performance of a whole account by targeting, returned synchronously. */
export type AdAccountTargetingAnalyticsResponse = MetricsResponse;

const TARGETING_TYPE_INPUT_VALUES = /* @__PURE__ */ valueSet(ADS_ANALYTICS_ACCOUNT_TARGETING_TYPE_INPUT_VALUES);

/** The columns that are conversion metrics, according to their names. */
const CONVERSION_METRICS = /* @__PURE__ */ new RegExp(
  "(^|_)(CONVERSIONS?|CHECKOUTS?|ADD_TO_CART|ADD_TO_WISHLIST|SUBSCRIBE|SIGNUPS?|LEADS?|PAGE_VISITS?|WATCH_VIDEO|VIEW_CATEGORY|SEARCH|UNKNOWN|APP_INSTALLS?|ROAS|CPA|COST_PER_ACTION)(_|$)|(^|_)CUSTOM(_[^L]|$)",
);

const BODY_FIELDS: readonly string[] = [
  "ad_account_id", "start_date", "end_date", "targeting_types", "columns", "granularity", "click_window_days", "engagement_window_days",
  "view_window_days", "conversion_report_time", "attribution_types", "reporting_timezone",
];

/**
 * Checks whether a value is a valid `AdAccountTargetingAnalyticsRequest`. Returns the violations, or an empty list if there are none.
 * Violations of single fields come first, then violations of the cross-field rules, which are available as data:
 * `adAccountTargetingAnalyticsRules` in the `data` entry point. Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateAdAccountTargetingAnalytics(body)) console.log(path, message);
 * ```
 */
export function validateAdAccountTargetingAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
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
  let ad_account_id: unknown;
  let start_date: unknown;
  let end_date: unknown;
  let targeting_types: unknown;
  let columns: unknown;
  let granularity: unknown;
  let click_window_days: unknown;
  let engagement_window_days: unknown;
  let view_window_days: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "ad_account_id":
        ad_account_id = value;
        violations = checkAdAccountId(value, violations);
        break;
      case "start_date":
        start_date = value;
        violations = checkStartDate(value, violations);
        break;
      case "end_date":
        end_date = value;
        violations = checkEndDate(value, violations);
        break;
      case "targeting_types":
        targeting_types = value;
        violations = checkTargetingTypes(value, violations);
        break;
      case "columns":
        columns = value;
        violations = checkColumns(value, violations);
        break;
      case "granularity":
        granularity = value;
        violations = checkGranularity(value, violations);
        break;
      case "click_window_days":
        click_window_days = value;
        violations = checkClickWindowDays(value, violations);
        break;
      case "engagement_window_days":
        engagement_window_days = value;
        violations = checkEngagementWindowDays(value, violations);
        break;
      case "view_window_days":
        view_window_days = value;
        violations = checkViewWindowDays(value, violations);
        break;
      case "conversion_report_time":
        violations = checkConversionReportTime(value, violations);
        break;
      case "attribution_types":
        violations = checkAttributionTypes(value, violations);
        break;
      case "reporting_timezone":
        violations = checkReportingTimezone(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, BODY_FIELDS));
    }
  }
  if (ad_account_id === undefined) violations = push(violations, missing("/ad_account_id"));
  if (start_date === undefined) violations = push(violations, missing("/start_date"));
  if (end_date === undefined) violations = push(violations, missing("/end_date"));
  if (targeting_types === undefined) violations = push(violations, missing("/targeting_types"));
  if (columns === undefined) violations = push(violations, missing("/columns"));
  if (granularity === undefined) violations = push(violations, missing("/granularity"));
  const today = todayOption === undefined ? utcToday() : dayNumber(todayOption);
  if (Number.isNaN(today)) violations = push(violations, invalidToday(todayOption));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (granularity === "HOUR" && today - start_date_day >= 8) {
    violations = push(
      violations,
      boundaryViolation(
        "max-lookback-hour",
        "error",
        "/start_date",
        today - start_date_day,
        8,
        "must be at most 8 days before today (UTC) when granularity is HOUR",
        { field: "start_date", amount: 8, unit: "day", when: [{ field: "granularity", is: ["HOUR"] }] },
      ),
    );
  }

  if (granularity === "HOUR" && end_date_day - start_date_day >= 3) {
    violations = push(
      violations,
      boundaryViolation(
        "max-range-hour",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        3,
        "must be at most 3 days after start_date when granularity is HOUR",
        { start: "start_date", end: "end_date", amount: 3, unit: "day", when: [{ field: "granularity", is: ["HOUR"] }] },
      ),
    );
  }

  if (granularity !== "HOUR" && today - start_date_day >= 90) {
    violations = push(
      violations,
      boundaryViolation("max-lookback", "error", "/start_date", today - start_date_day, 90, "must be at most 90 days before today (UTC)", {
        field: "start_date",
        amount: 90,
        unit: "day",
      }),
    );
  }

  if (granularity !== "HOUR" && end_date_day - start_date_day >= 90) {
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

  if (granularity === "HOUR" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (typeof item === "string" && CONVERSION_METRICS.test(item)) {
        violations = push(
          violations,
          violation(
            "no-data-when-columns-conversion-metrics-hour",
            "warning",
            "/columns/" + index,
            `${item} may return no data when granularity is HOUR`,
            { value: item, field: "columns", when: [{ field: "granularity", is: ["HOUR"] }] },
          ),
        );
      }
    }
  }

  if (engagement_window_days !== undefined) {
    violations = push(
      violations,
      violation("no-data-when-engagement-window-days", "warning", "/engagement_window_days", "may return no data", {
        field: "engagement_window_days",
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

  if ((click_window_days !== undefined || engagement_window_days !== undefined || view_window_days !== undefined)) {
    const combination = combinationOf(
      [click_window_days ?? 30, [0, 1, 7, 14, 30, 60]],
      [engagement_window_days ?? 30, [0, 1, 7, 14, 30, 60]],
      [view_window_days ?? 1, [0, 1, 7, 14, 30, 60]],
    );
    if (
      combination !== undefined &&
      ![
        "30/30/1", "30/30/7", "30/30/30", "30/7/1", "30/7/7", "30/1/1", "30/60/1", "60/60/1", "60/60/7", "60/60/30", "60/60/60", "60/30/1",
        "60/30/7", "60/30/30", "60/7/1", "60/7/7", "60/1/1", "7/7/1", "7/7/7", "7/1/1", "7/0/0", "1/1/1", "1/0/0",
      ].includes(combination)
    ) {
      violations = push(
        violations,
        violation(
          "attribution-windows",
          "warning",
          "",
          `${combination} for click_window_days/engagement_window_days/view_window_days ${["30/0/0", "0/0/1"].includes(combination) ? "was refused" : "is not among the combinations known to be accepted"}`,
          {
            value: combination,
            fields: ["click_window_days", "engagement_window_days", "view_window_days"],
            refused: [[30, 0, 0], [0, 0, 1]],
            seenIn: "getmcpads-com/pinterest-ads-mcp-server and Matia's Pinterest setup guide",
            seenOn: "2026-11-29",
          },
        ),
      );
    }
  }
  return violations;
}

/**
 * `validateAdAccountTargetingAnalytics` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its
 * `with` method.
 */
export const adAccountTargetingAnalyticsSchema: StandardSchema<AdAccountTargetingAnalyticsRequest> = /* @__PURE__ */ standardSchema(
  validateAdAccountTargetingAnalytics,
);

function checkTargetingTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/targeting_types", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/targeting_types", 1, value.length));
    if (value.length > 15) violations = push(violations, outOfRange("max-items", "/targeting_types", 15, value.length));
    for (let index = 0; value.length <= 15 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!TARGETING_TYPE_INPUT_VALUES.has(item))
        violations = pushNotOneOf(violations, "/targeting_types/" + index, item, TARGETING_TYPE_INPUT_VALUES);
    }
  }
  return violations;
}
