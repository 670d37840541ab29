// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf, ItemOf, RowIds, StandardSchema, ValidateOptions, Violation, Violations } from "../../runtime/support-data.js";
import {
  boundaryViolation,
  combinationOf,
  countItems,
  dayNumber,
  hasRepeats,
  invalidToday,
  isDayShaped,
  isDigits,
  isRecord,
  missing,
  NO_VIOLATIONS,
  outOfRange,
  ownFields,
  patternMismatch,
  pointerTo,
  push,
  pushNotOneOf,
  requireFields,
  rowsWithoutIds,
  standardSchema,
  unknownField,
  unreadable,
  utcToday,
  valueSet,
  violation,
  wrongType,
} from "../../runtime/support-data.js";
import { REPORT_COLUMN_KINDS } from "./column-kinds.js";
import {
  checkClickWindowDays,
  checkConversionReportTime,
  checkEngagementWindowDays,
  checkGranularity,
  checkReportAdGroupIds,
  checkReportCampaignIds,
  checkReportEndDate,
  checkReportingTimezone,
  checkReportStartDate,
  checkViewWindowDays,
} from "../checks.js";
import {
  REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES,
  REPORT_LEVEL_VALUES,
  REPORT_TARGETING_TYPE_VALUES,
} from "../lists.js";

/** The request for `report`. Ad performance by level, date and column. Generated in the background and downloaded when ready. */
export interface ReportRequest {
  /** Only these ad groups. 1 to 500 ids. Each: digits only. */
  ad_group_ids?: readonly string[];
  /** Only ad groups with one of these statuses. 1 to 6 statuses. */
  ad_group_statuses?: readonly ReportAdGroupStatus[];
  /** Only these ads. 1 to 500 ids. Each: digits only. */
  ad_ids?: readonly string[];
  /** Only ads with one of these statuses. 1 to 6 statuses. */
  ad_statuses?: readonly ReportAdStatus[];
  /** Whether conversions are attributed to a person or to a household. */
  attribution_types?: readonly ReportAttributionType[];
  /** Only campaigns with this brand label. */
  campaign_brand_label?: string;
  /** Only campaigns with this custom label. */
  campaign_custom_label?: string;
  /** Only these campaigns. 1 to 500 ids. Each: digits only. */
  campaign_ids?: readonly string[];
  /** Only campaigns with one of these objectives. 1 to 7 types. */
  campaign_objective_types?: readonly ReportCampaignObjectiveType[];
  /** Only campaigns with one of these statuses. 1 to 6 statuses. */
  campaign_statuses?: readonly ReportCampaignStatus[];
  /** Days after a click during which conversions count. Default: `30`. */
  click_window_days?: ReportClickWindowDays;
  /**
   * Columns of each row. DATE is added by the API and cannot be requested. Conversion metrics in columns may return no data when
   * granularity is HOUR. TOTAL_IMPRESSION_USER or TOTAL_IMPRESSION_FREQUENCY in columns may be inaccurate if start_date is more than 185
   * days before today (UTC).
   */
  columns?: readonly ReportColumn[];
  /** Whether to combine all targeting types in one breakdown. In beta. Default: `false`. */
  combine_targeting_types?: boolean;
  /** Whether to attribute conversions to the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: ReportConversionReportTime;
  /** Metrics for conversion events that the advertiser has defined. */
  custom_conversion_event_metrics?: readonly ReportCustomConversionEventMetric[];
  /** Last day of the report (inclusive), in UTC. Format: YYYY-MM-DD. */
  end_date: string;
  /** Last hour of an hourly report on its last day, in UTC. Default: the whole day. 0 to 23. */
  end_hour?: number;
  /** Days after an engagement during which conversions count. Default: `30`. */
  engagement_window_days?: ReportEngagementWindowDays;
  /** How the days are grouped. With TOTAL, one row covers the whole range and has no DATE. */
  granularity: ReportGranularity;
  /** Entity of each row. A level that ends in _TARGETING splits rows by targeting type and value. */
  level?: ReportLevel;
  /** Only rows whose metrics pass all of these comparisons. At least 1 item. */
  metrics_filters?: readonly ReportMetricsFilter[];
  /** Whether the file is ordered by entity or by date. With BY_DATE, dates are the outer keys of a JSON file. Default: `"BY_ID"`. */
  primary_sort?: ReportPrimarySort;
  /** Only these product groups. 1 to 500 ids. Each: digits only. */
  product_group_ids?: readonly string[];
  /** Only product groups with one of these statuses. 1 to 6 statuses. */
  product_group_statuses?: readonly ReportProductGroupStatus[];
  /** Only these product items. 1 to 500 ids. Each: digits only. */
  product_item_ids?: readonly string[];
  /** Format of the file. JSON omits zero metrics; CSV includes them, and its headers are display names. Default: `"JSON"`. */
  report_format?: ReportFormat;
  /** Time zone for the report's days and hours (closed beta). */
  reporting_timezone?: ReportReportingTimezone;
  /**
   * First day of the report, in UTC. TOTAL_IMPRESSION_USER or TOTAL_IMPRESSION_FREQUENCY in columns may be inaccurate if start_date is more
   * than 185 days before today (UTC). Format: YYYY-MM-DD.
   */
  start_date: string;
  /** First hour of an hourly report on its first day, in UTC. Default: the whole day. 0 to 23. */
  start_hour?: number;
  /** Targeting types by which rows are split, at a targeting level. Rows of different types overlap: do not add them up. 1 to 5 types. */
  targeting_types?: readonly ReportTargetingType[];
  /** Days after a view during which conversions count. Default: `1`. */
  view_window_days?: ReportViewWindowDays;
}

/** An item of `custom_conversion_event_metrics` in `ReportRequest`. */
export interface ReportCustomConversionEventMetric {
  /** What to measure: the number of events, or their value. */
  custom_event_metrics_type: ReportCustomConversionEventMetricCustomEventMetricsType;
  /** The event's name, as the advertiser has defined it. */
  custom_event_name: string;
}

/** An item of `metrics_filters` in `ReportRequest`. */
export interface ReportMetricsFilter {
  /** Metric to compare. */
  field: ReportMetricsFilterField;
  /** How to compare the metric with the values. */
  operator: ReportMetricsFilterOperator;
  /** Values to compare the metric with. At least 1 item. */
  values: readonly number[];
}

/** An item of `ad_group_statuses` in `ReportRequest`. */
export type ReportAdGroupStatus =
  | "RUNNING"
  | "PAUSED"
  | "NOT_STARTED"
  | "COMPLETED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT";

/** An item of `ad_statuses` in `ReportRequest`. */
export type ReportAdStatus =
  | "APPROVED"
  | "PAUSED"
  | "PENDING"
  | "REJECTED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT";

/** An item of `attribution_types` in `ReportRequest`. */
export type ReportAttributionType = "INDIVIDUAL" | "HOUSEHOLD";

/** An item of `campaign_objective_types` in `ReportRequest`. */
export type ReportCampaignObjectiveType =
  | "AWARENESS"
  | "CONSIDERATION"
  | "VIDEO_VIEW"
  | "WEB_CONVERSION"
  | "CATALOG_SALES"
  | "WEB_SESSIONS"
  | "VIDEO_COMPLETION"
  | "APP_INSTALL"
  | "SALES"
  | "LEADS"
  | "CTV_CONSIDERATION";

/** An item of `campaign_statuses` in `ReportRequest`. */
export type ReportCampaignStatus =
  | "RUNNING"
  | "PAUSED"
  | "NOT_STARTED"
  | "COMPLETED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT";

/** `click_window_days` in `ReportRequest`. Days after a click during which conversions count. */
export type ReportClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** An item of `columns` in `ReportRequest`. */
export type ReportColumn = ColumnOf<typeof REPORT_COLUMN_KINDS>;

/** `conversion_report_time` in `ReportRequest`. Whether to attribute conversions to the day of the ad action or of the conversion. */
export type ReportConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** `custom_event_metrics_type` in `ReportCustomConversionEventMetric`. What to measure: the number of events, or their value. */
export type ReportCustomConversionEventMetricCustomEventMetricsType = ItemOf<
  typeof REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES
>;

/** `engagement_window_days` in `ReportRequest`. Days after an engagement during which conversions count. */
export type ReportEngagementWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** `granularity` in `ReportRequest`. How the days are grouped. With TOTAL, one row covers the whole range and has no DATE. */
export type ReportGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

/** `level` in `ReportRequest`. Entity of each row. A level that ends in _TARGETING splits rows by targeting type and value. */
export type ReportLevel = ItemOf<typeof REPORT_LEVEL_VALUES>;

/** `field` in `ReportMetricsFilter`. Metric to compare. */
export type ReportMetricsFilterField = "SPEND_IN_DOLLAR" | "TOTAL_IMPRESSION";

/** `operator` in `ReportMetricsFilter`. How to compare the metric with the values. */
export type ReportMetricsFilterOperator = "LESS_THAN" | "GREATER_THAN";

/**
 * `primary_sort` in `ReportRequest`. Whether the file is ordered by entity or by date. With BY_DATE, dates are the outer keys of a JSON
 * file.
 */
export type ReportPrimarySort = "BY_ID" | "BY_DATE";

/** An item of `product_group_statuses` in `ReportRequest`. */
export type ReportProductGroupStatus = "RUNNING" | "PAUSED" | "EXCLUDED" | "ARCHIVED";

/**
 * `report_format` in `ReportRequest`. Format of the file. JSON omits zero metrics; CSV includes them, and its headers are display names.
 */
export type ReportFormat = "JSON" | "CSV";

/** `reporting_timezone` in `ReportRequest`. Time zone for the report's days and hours (closed beta). */
export type ReportReportingTimezone = "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";

/** An item of `targeting_types` in `ReportRequest`. */
export type ReportTargetingType = ItemOf<typeof REPORT_TARGETING_TYPE_VALUES>;

/** `view_window_days` in `ReportRequest`. Days after a view during which conversions count. */
export type ReportViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

const COLUMN_VALUES = /* @__PURE__ */ valueSet(REPORT_COLUMN_KINDS);
const EVENT_METRICS_TYPE_VALUES = /* @__PURE__ */ valueSet(REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES);
const LEVEL_VALUES = /* @__PURE__ */ valueSet(REPORT_LEVEL_VALUES);
const TARGETING_TYPE_VALUES = /* @__PURE__ */ valueSet(REPORT_TARGETING_TYPE_VALUES);
const AD_STATUS_VALUES: readonly unknown[] = [
  "APPROVED", "PAUSED", "PENDING", "REJECTED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT",
];
const AD_GROUP_STATUS_VALUES: readonly unknown[] = [
  "RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT",
];
const CAMPAIGN_OBJECTIVE_TYPE_VALUES: readonly unknown[] = [
  "AWARENESS", "CONSIDERATION", "VIDEO_VIEW", "WEB_CONVERSION", "CATALOG_SALES", "WEB_SESSIONS", "VIDEO_COMPLETION", "APP_INSTALL", "SALES",
  "LEADS", "CTV_CONSIDERATION",
];
const PRODUCT_GROUP_STATUS_VALUES: readonly unknown[] = ["RUNNING", "PAUSED", "EXCLUDED", "ARCHIVED"];

/** The columns that are conversion metrics, according to their names. */
const CONVERSION_METRICS = /* @__PURE__ */ new RegExp(
  "(^|_)(CONVERSIONS?|CHECKOUTS?|ADD_TO_CART|ADD_TO_WISHLIST|SUBSCRIBE|SIGNUPS?|LEADS?|PAGE_VISITS?|WATCH_VIDEO|VIEW_CATEGORY|SEARCH|UNKNOWN|APP_INSTALLS?|ROAS|CPA|COST_PER_ACTION)(_|$)|(^|_)CUSTOM(_[^L]|$)",
);

/** The columns that identify a row at each level. A request needs one column from each group. */
const ROW_IDS: RowIds = {
  CAMPAIGN: [["CAMPAIGN_ID"]],
  CAMPAIGN_TARGETING: [["CAMPAIGN_ID"]],
  AD_GROUP: [["AD_GROUP_ID"]],
  AD_GROUP_TARGETING: [["AD_GROUP_ID"]],
  PIN_PROMOTION: [["PIN_PROMOTION_ID", "AD_ID"]],
  PIN_PROMOTION_TARGETING: [["PIN_PROMOTION_ID", "AD_ID"]],
  PRODUCT_GROUP: [["PRODUCT_GROUP_ID"]],
  PRODUCT_GROUP_TARGETING: [["PRODUCT_GROUP_ID"]],
  PRODUCT_ITEM: [["AD_GROUP_ID"]],
  PRODUCT_ITEM_TARGETING: [["AD_GROUP_ID"]],
};

const BODY_FIELDS: readonly string[] = [
  "ad_group_ids", "ad_group_statuses", "ad_ids", "ad_statuses", "attribution_types", "campaign_brand_label", "campaign_custom_label",
  "campaign_ids", "campaign_objective_types", "campaign_statuses", "click_window_days", "columns", "combine_targeting_types",
  "conversion_report_time", "custom_conversion_event_metrics", "end_date", "end_hour", "engagement_window_days", "granularity", "level",
  "metrics_filters", "primary_sort", "product_group_ids", "product_group_statuses", "product_item_ids", "report_format",
  "reporting_timezone", "start_date", "start_hour", "targeting_types", "view_window_days",
];

/**
 * Checks whether a value is a valid `ReportRequest`. Returns the violations, or an empty list if there are none. Violations of single
 * fields come first, then violations of the cross-field rules, which are available as data: `reportRules` in the `data` entry point.
 * Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateReport(body)) console.log(path, message);
 * ```
 */
export function validateReport(body: unknown, options?: ValidateOptions): readonly Violation[] {
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
  let ad_ids: unknown;
  let ad_statuses: unknown;
  let click_window_days: unknown;
  let columns: unknown;
  let combine_targeting_types: unknown;
  let end_date: unknown;
  let end_hour: unknown;
  let engagement_window_days: unknown;
  let granularity: unknown;
  let level: unknown;
  let start_date: unknown;
  let start_hour: unknown;
  let targeting_types: unknown;
  let view_window_days: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "end_date":
        end_date = value;
        violations = checkReportEndDate(value, violations);
        break;
      case "granularity":
        granularity = value;
        violations = checkGranularity(value, violations);
        break;
      case "start_date":
        start_date = value;
        violations = checkReportStartDate(value, violations);
        break;
      case "ad_ids":
        ad_ids = value;
        violations = checkAdIds(value, violations);
        break;
      case "ad_statuses":
        ad_statuses = value;
        violations = checkAdStatuses(value, violations);
        break;
      case "click_window_days":
        click_window_days = value;
        violations = checkClickWindowDays(value, violations);
        break;
      case "columns":
        columns = value;
        violations = checkColumns(value, violations);
        break;
      case "combine_targeting_types":
        combine_targeting_types = value;
        violations = checkCombineTargetingTypes(value, violations);
        break;
      case "end_hour":
        end_hour = value;
        violations = checkEndHour(value, violations);
        break;
      case "engagement_window_days":
        engagement_window_days = value;
        violations = checkEngagementWindowDays(value, violations);
        break;
      case "level":
        level = value;
        violations = checkLevel(value, violations);
        break;
      case "start_hour":
        start_hour = value;
        violations = checkStartHour(value, violations);
        break;
      case "targeting_types":
        targeting_types = value;
        violations = checkTargetingTypes(value, violations);
        break;
      case "view_window_days":
        view_window_days = value;
        violations = checkViewWindowDays(value, violations);
        break;
      case "ad_group_ids":
        violations = checkReportAdGroupIds(value, violations);
        break;
      case "ad_group_statuses":
        violations = checkAdGroupStatuses(value, violations);
        break;
      case "attribution_types":
        violations = checkAttributionTypes(value, violations);
        break;
      case "campaign_brand_label":
        violations = checkCampaignBrandLabel(value, violations);
        break;
      case "campaign_custom_label":
        violations = checkCampaignCustomLabel(value, violations);
        break;
      case "campaign_ids":
        violations = checkReportCampaignIds(value, violations);
        break;
      case "campaign_objective_types":
        violations = checkCampaignObjectiveTypes(value, violations);
        break;
      case "campaign_statuses":
        violations = checkCampaignStatuses(value, violations);
        break;
      case "conversion_report_time":
        violations = checkConversionReportTime(value, violations);
        break;
      case "custom_conversion_event_metrics":
        violations = checkCustomConversionEventMetrics(value, violations);
        break;
      case "metrics_filters":
        violations = checkMetricsFilters(value, violations);
        break;
      case "primary_sort":
        violations = checkPrimarySort(value, violations);
        break;
      case "product_group_ids":
        violations = checkProductGroupIds(value, violations);
        break;
      case "product_group_statuses":
        violations = checkProductGroupStatuses(value, violations);
        break;
      case "product_item_ids":
        violations = checkProductItemIds(value, violations);
        break;
      case "report_format":
        violations = checkReportFormat(value, violations);
        break;
      case "reporting_timezone":
        violations = checkReportingTimezone(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, BODY_FIELDS));
    }
  }
  if (end_date === undefined) violations = push(violations, missing("/end_date"));
  if (granularity === undefined) violations = push(violations, missing("/granularity"));
  if (start_date === undefined) violations = push(violations, missing("/start_date"));
  const today = todayOption === undefined ? utcToday() : dayNumber(todayOption);
  if (Number.isNaN(today)) violations = push(violations, invalidToday(todayOption));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (granularity !== "HOUR" && today - start_date_day >= 914) {
    violations = push(
      violations,
      boundaryViolation(
        "max-lookback-not-hour",
        "error",
        "/start_date",
        today - start_date_day,
        914,
        "must be at most 914 days before today (UTC) when granularity is not HOUR",
        { field: "start_date", amount: 914, unit: "day", when: [{ field: "granularity", isNot: ["HOUR"] }] },
      ),
    );
  }

  if (granularity !== "HOUR" && end_date_day - start_date_day >= 186) {
    violations = push(
      violations,
      boundaryViolation(
        "max-range-not-hour",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        186,
        "must be at most 186 days after start_date when granularity is not HOUR",
        { start: "start_date", end: "end_date", amount: 186, unit: "day", when: [{ field: "granularity", isNot: ["HOUR"] }] },
      ),
    );
  }

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

  if (level === "PRODUCT_ITEM" && today - start_date_day >= 92) {
    violations = push(
      violations,
      boundaryViolation(
        "max-lookback-product-item",
        "error",
        "/start_date",
        today - start_date_day,
        92,
        "must be at most 92 days before today (UTC) when level is PRODUCT_ITEM",
        { field: "start_date", amount: 92, unit: "day", when: [{ field: "level", is: ["PRODUCT_ITEM"] }] },
      ),
    );
  }

  if (level === "PRODUCT_ITEM" && end_date_day - start_date_day >= 31) {
    violations = push(
      violations,
      boundaryViolation(
        "max-range-product-item",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        31,
        "must be at most 31 days after start_date when level is PRODUCT_ITEM",
        { start: "start_date", end: "end_date", amount: 31, unit: "day", when: [{ field: "level", is: ["PRODUCT_ITEM"] }] },
      ),
    );
  }

  if (level === "PRODUCT_ITEM" && ad_ids !== undefined) {
    violations = push(
      violations,
      violation("forbidden-when-ad-ids-product-item", "error", "/ad_ids", "is not allowed when level is PRODUCT_ITEM", {
        field: "ad_ids",
        when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
      }),
    );
  }

  if (level === "PRODUCT_ITEM" && ad_statuses !== undefined) {
    violations = push(
      violations,
      violation("forbidden-when-ad-statuses-product-item", "error", "/ad_statuses", "is not allowed when level is PRODUCT_ITEM", {
        field: "ad_statuses",
        when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
      }),
    );
  }

  if (level === "PRODUCT_ITEM" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (
        item === "PIN_PROMOTION_STATUS" ||
        item === "AD_STATUS" ||
        item === "PIN_PROMOTION_ID" ||
        item === "AD_ID" ||
        item === "PIN_PROMOTION_NAME" ||
        item === "AD_NAME"
      ) {
        violations = push(
          violations,
          violation(
            "forbidden-values-when-columns-product-item",
            "error",
            "/columns/" + index,
            `${item} is not allowed when level is PRODUCT_ITEM`,
            { value: item, field: "columns", when: [{ field: "level", is: ["PRODUCT_ITEM"] }] },
          ),
        );
      }
    }
  }

  if (Number.isNaN(end_date_day) && isDayShaped(end_date)) {
    violations = push(
      violations,
      violation("date-format-end-date", "error", "/end_date", "must be a valid date (YYYY-MM-DD)", { field: "end_date" }),
    );
  }

  if (granularity !== "HOUR" && end_hour !== undefined) {
    violations = push(
      violations,
      violation("only-when-end-hour-hour", "error", "/end_hour", "is only allowed when granularity is HOUR", {
        field: "end_hour",
        when: [{ field: "granularity", is: ["HOUR"] }],
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

  if (Number.isNaN(start_date_day) && isDayShaped(start_date)) {
    violations = push(
      violations,
      violation("date-format-start-date", "error", "/start_date", "must be a valid date (YYYY-MM-DD)", { field: "start_date" }),
    );
  }

  if (granularity !== "HOUR" && start_hour !== undefined) {
    violations = push(
      violations,
      violation("only-when-start-hour-hour", "error", "/start_hour", "is only allowed when granularity is HOUR", {
        field: "start_hour",
        when: [{ field: "granularity", is: ["HOUR"] }],
      }),
    );
  }

  if (
    targeting_types !== undefined &&
    level !== "ADVERTISER_TARGETING" &&
    level !== "CAMPAIGN_TARGETING" &&
    level !== "AD_GROUP_TARGETING" &&
    level !== "PIN_PROMOTION_TARGETING" &&
    level !== "PRODUCT_GROUP_TARGETING" &&
    level !== "PRODUCT_ITEM_TARGETING"
  ) {
    violations = push(
      violations,
      violation("requires-value-targeting-types", "error", "/targeting_types", "requires level to be a value ending in _TARGETING", {
        field: "targeting_types",
        requires: {
          field: "level",
          is: [
            "ADVERTISER_TARGETING", "CAMPAIGN_TARGETING", "AD_GROUP_TARGETING", "PIN_PROMOTION_TARGETING", "PRODUCT_GROUP_TARGETING",
            "PRODUCT_ITEM_TARGETING",
          ],
        },
      }),
    );
  }

  if (level !== "CAMPAIGN_TARGETING" && Array.isArray(targeting_types) && targeting_types.length <= 5) {
    for (let index = 0; index < targeting_types.length; index++) {
      const item: unknown = targeting_types[index];
      if (item === "AUDIENCE_MULTIPLIER") {
        violations = push(
          violations,
          violation(
            "forbidden-values-when-targeting-types-audience-multiplier-not-campaign-targeting",
            "warning",
            "/targeting_types/" + index,
            `${item} may be rejected when level is not CAMPAIGN_TARGETING; last stated in version 5.23.0`,
            { value: item, field: "targeting_types", when: [{ field: "level", isNot: ["CAMPAIGN_TARGETING"] }], until: "5.23.0" },
          ),
        );
      }
    }
  }

  if (level !== "PRODUCT_ITEM_TARGETING" && Array.isArray(targeting_types) && targeting_types.length <= 5) {
    for (let index = 0; index < targeting_types.length; index++) {
      const item: unknown = targeting_types[index];
      if (item === "MEDIA_TYPE") {
        violations = push(
          violations,
          violation(
            "forbidden-values-when-targeting-types-media-type-not-product-item-targeting",
            "warning",
            "/targeting_types/" + index,
            `${item} may be rejected when level is not PRODUCT_ITEM_TARGETING; last stated in version 5.23.0`,
            { value: item, field: "targeting_types", when: [{ field: "level", isNot: ["PRODUCT_ITEM_TARGETING"] }], until: "5.23.0" },
          ),
        );
      }
    }
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
      violation(
        "start-date-not-in-the-future",
        start_date_day > today + 1 ? "error" : "warning",
        "/start_date",
        "must not be after today (UTC)",
        { field: "start_date", grace: 1, seenIn: "airbytehq/airbyte", seenOn: "2026-11-24" },
      ),
    );
  }

  if (end_date_day > today) {
    violations = push(
      violations,
      violation("end-date-not-in-the-future", "warning", "/end_date", "is after today (UTC) and may return no rows", {
        field: "end_date",
        grace: 0,
        seenIn: "nowhere",
      }),
    );
  }

  if (columns === undefined) {
    violations = push(
      violations,
      violation("columns-left-out", "warning", "/columns", "is missing: the response may be useless", {
        field: "columns",
        seenIn: "nowhere",
      }),
    );
  }

  if (level === undefined) {
    violations = push(
      violations,
      violation("level-left-out", "warning", "/level", "is missing: the response may be useless", { field: "level", seenIn: "nowhere" }),
    );
  }

  if (start_date_day === end_date_day && typeof start_hour === "number" && typeof end_hour === "number" && end_hour <= start_hour) {
    violations = push(
      violations,
      violation(
        "hours-in-order",
        end_hour < start_hour ? "error" : "warning",
        "/end_hour",
        "must not be before start_hour on the same day",
        { start: "start_date", end: "end_date", startHour: "start_hour", endHour: "end_hour", seenIn: "nowhere" },
      ),
    );
  }

  if (combine_targeting_types === true && targeting_types === undefined) {
    violations = push(
      violations,
      violation(
        "combining-needs-targeting-types",
        "warning",
        "/targeting_types",
        "is missing: the response may be useless when combine_targeting_types is true",
        { field: "targeting_types", when: [{ field: "combine_targeting_types", is: [true] }], seenIn: "nowhere" },
      ),
    );
  }

  if (
    (
      level === "ADVERTISER_TARGETING" ||
      level === "CAMPAIGN_TARGETING" ||
      level === "AD_GROUP_TARGETING" ||
      level === "PIN_PROMOTION_TARGETING" ||
      level === "PRODUCT_GROUP_TARGETING" ||
      level === "PRODUCT_ITEM_TARGETING"
    ) &&
    Array.isArray(columns)
  ) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "TOTAL_IMPRESSION_USER" || item === "TOTAL_IMPRESSION_FREQUENCY") {
        violations = push(
          violations,
          violation(
            "no-reach-by-targeting",
            "warning",
            "/columns/" + index,
            `${item} may be rejected when level is a value ending in _TARGETING`,
            {
              value: item,
              field: "columns",
              when: [
                {
                  field: "level",
                  is: [
                    "ADVERTISER_TARGETING", "CAMPAIGN_TARGETING", "AD_GROUP_TARGETING", "PIN_PROMOTION_TARGETING",
                    "PRODUCT_GROUP_TARGETING", "PRODUCT_ITEM_TARGETING",
                  ],
                },
              ],
              seenIn: "airbytehq/airbyte and keboola/component-pinterest",
              seenOn: "2026-11-24",
            },
          ),
        );
      }
    }
  }

  if (level === "KEYWORD" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "TOTAL_IMPRESSION_USER" || item === "TOTAL_IMPRESSION_FREQUENCY") {
        violations = push(
          violations,
          violation("no-reach-by-keyword", "warning", "/columns/" + index, `${item} may be rejected when level is KEYWORD`, {
            value: item,
            field: "columns",
            when: [{ field: "level", is: ["KEYWORD"] }],
            seenIn: "airbytehq/airbyte and keboola/component-pinterest",
            seenOn: "2026-11-24",
          }),
        );
      }
    }
  }

  if (level === "PRODUCT_ITEM" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "PIN_ID" || item === "STANDARD_AD_FEED_ITEM_ID") {
        violations = push(
          violations,
          violation("pin-columns-by-product-item", "warning", "/columns/" + index, `${item} may be rejected when level is PRODUCT_ITEM`, {
            value: item,
            field: "columns",
            when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
            seenIn: "nowhere",
          }),
        );
      }
    }
  }

  if (level === "PRODUCT_ITEM_TARGETING" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (
        item === "PIN_PROMOTION_ID" ||
        item === "PIN_PROMOTION_NAME" ||
        item === "PIN_PROMOTION_STATUS" ||
        item === "AD_ID" ||
        item === "AD_NAME" ||
        item === "AD_STATUS"
      ) {
        violations = push(
          violations,
          violation(
            "ad-columns-by-product-item-targeting",
            "warning",
            "/columns/" + index,
            `${item} may be rejected when level is PRODUCT_ITEM_TARGETING`,
            { value: item, field: "columns", when: [{ field: "level", is: ["PRODUCT_ITEM_TARGETING"] }], seenIn: "nowhere" },
          ),
        );
      }
    }
  }

  if (level === "PRODUCT_ITEM_TARGETING" && ad_ids !== undefined) {
    violations = push(
      violations,
      violation("ad-ids-by-product-item-targeting", "warning", "/ad_ids", "may be rejected when level is PRODUCT_ITEM_TARGETING", {
        field: "ad_ids",
        when: [{ field: "level", is: ["PRODUCT_ITEM_TARGETING"] }],
        seenIn: "nowhere",
      }),
    );
  }

  if (level === "PRODUCT_ITEM_TARGETING" && ad_statuses !== undefined) {
    violations = push(
      violations,
      violation(
        "ad-statuses-by-product-item-targeting",
        "warning",
        "/ad_statuses",
        "may be rejected when level is PRODUCT_ITEM_TARGETING",
        { field: "ad_statuses", when: [{ field: "level", is: ["PRODUCT_ITEM_TARGETING"] }], seenIn: "nowhere" },
      ),
    );
  }

  if (level === "PRODUCT_ITEM_TARGETING" && today - start_date_day >= 92) {
    violations = push(
      violations,
      boundaryViolation(
        "lookback-of-product-item-targeting",
        "warning",
        "/start_date",
        today - start_date_day,
        92,
        "may be rejected if more than 92 days before today (UTC) when level is PRODUCT_ITEM_TARGETING",
        { field: "start_date", amount: 92, unit: "day", when: [{ field: "level", is: ["PRODUCT_ITEM_TARGETING"] }], seenIn: "nowhere" },
      ),
    );
  }

  if (level === "PRODUCT_ITEM_TARGETING" && end_date_day - start_date_day >= 31) {
    violations = push(
      violations,
      boundaryViolation(
        "range-of-product-item-targeting",
        "warning",
        "/end_date",
        end_date_day - start_date_day,
        31,
        "may be rejected if more than 31 days after start_date when level is PRODUCT_ITEM_TARGETING",
        {
          start: "start_date",
          end: "end_date",
          amount: 31,
          unit: "day",
          when: [{ field: "level", is: ["PRODUCT_ITEM_TARGETING"] }],
          seenIn: "nowhere",
        },
      ),
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

  if (today - start_date_day > 185 && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "TOTAL_IMPRESSION_USER" || item === "TOTAL_IMPRESSION_FREQUENCY") {
        violations = push(
          violations,
          violation(
            "reach-of-old-days",
            "warning",
            "/columns/" + index,
            `${item} may be inaccurate if start_date is more than 185 days before today (UTC)`,
            {
              value: item,
              field: "columns",
              date: "start_date",
              amount: 185,
              unit: "day",
              seenIn: "PowerMyAnalytics",
              seenOn: "2026-11-29",
            },
          ),
        );
      }
    }
  }
  violations = rowsWithoutIds(level, columns, ROW_IDS, violations);
  return violations;
}

/** `validateReport` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method. */
export const reportSchema: StandardSchema<ReportRequest> = /* @__PURE__ */ standardSchema(validateReport);

function checkAdIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/ad_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/ad_ids", 1, value.length));
    if (value.length > 500) violations = push(violations, outOfRange("max-items", "/ad_ids", 500, value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/ad_ids/" + index, "digits", item));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/ad_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

function checkAdStatuses(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/ad_statuses", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/ad_statuses", 1, value.length));
    if (value.length > 6) violations = push(violations, outOfRange("max-items", "/ad_statuses", 6, value.length));
    for (let index = 0; value.length <= 6 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!AD_STATUS_VALUES.includes(item)) violations = pushNotOneOf(violations, "/ad_statuses/" + index, item, AD_STATUS_VALUES);
    }
  }
  return violations;
}

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

function checkCombineTargetingTypes(value: unknown, violations: Violations): Violations {
  if (typeof value !== "boolean") violations = push(violations, wrongType("/combine_targeting_types", "boolean", value));
  return violations;
}

function checkEndHour(value: unknown, violations: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) violations = push(violations, wrongType("/end_hour", "integer", value));
  else if (value < 0) violations = push(violations, outOfRange("minimum", "/end_hour", 0, value));
  else if (value > 23) violations = push(violations, outOfRange("maximum", "/end_hour", 23, value));
  return violations;
}

function checkLevel(value: unknown, violations: Violations): Violations {
  if (!LEVEL_VALUES.has(value)) violations = pushNotOneOf(violations, "/level", value, LEVEL_VALUES);
  return violations;
}

function checkStartHour(value: unknown, violations: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) violations = push(violations, wrongType("/start_hour", "integer", value));
  else if (value < 0) violations = push(violations, outOfRange("minimum", "/start_hour", 0, value));
  else if (value > 23) violations = push(violations, outOfRange("maximum", "/start_hour", 23, value));
  return violations;
}

function checkTargetingTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/targeting_types", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/targeting_types", 1, value.length));
    if (value.length > 5) violations = push(violations, outOfRange("max-items", "/targeting_types", 5, value.length));
    for (let index = 0; value.length <= 5 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!TARGETING_TYPE_VALUES.has(item)) violations = pushNotOneOf(violations, "/targeting_types/" + index, item, TARGETING_TYPE_VALUES);
    }
  }
  return violations;
}

function checkAdGroupStatuses(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/ad_group_statuses", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/ad_group_statuses", 1, value.length));
    if (value.length > 6) violations = push(violations, outOfRange("max-items", "/ad_group_statuses", 6, value.length));
    for (let index = 0; value.length <= 6 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!AD_GROUP_STATUS_VALUES.includes(item))
        violations = pushNotOneOf(violations, "/ad_group_statuses/" + index, item, AD_GROUP_STATUS_VALUES);
    }
  }
  return violations;
}

function checkAttributionTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/attribution_types", "array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (item !== "INDIVIDUAL" && item !== "HOUSEHOLD")
        violations = pushNotOneOf(violations, "/attribution_types/" + index, item, ["INDIVIDUAL", "HOUSEHOLD"]);
    }
  }
  return violations;
}

function checkCampaignBrandLabel(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/campaign_brand_label", "string", value));
  return violations;
}

function checkCampaignCustomLabel(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/campaign_custom_label", "string", value));
  return violations;
}

function checkCampaignObjectiveTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/campaign_objective_types", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/campaign_objective_types", 1, value.length));
    if (value.length > 7) violations = push(violations, outOfRange("max-items", "/campaign_objective_types", 7, value.length));
    for (let index = 0; value.length <= 7 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!CAMPAIGN_OBJECTIVE_TYPE_VALUES.includes(item))
        violations = pushNotOneOf(violations, "/campaign_objective_types/" + index, item, CAMPAIGN_OBJECTIVE_TYPE_VALUES);
    }
  }
  return violations;
}

function checkCampaignStatuses(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/campaign_statuses", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/campaign_statuses", 1, value.length));
    if (value.length > 6) violations = push(violations, outOfRange("max-items", "/campaign_statuses", 6, value.length));
    for (let index = 0; value.length <= 6 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!AD_GROUP_STATUS_VALUES.includes(item))
        violations = pushNotOneOf(violations, "/campaign_statuses/" + index, item, AD_GROUP_STATUS_VALUES);
    }
  }
  return violations;
}

function checkCustomConversionEventMetrics(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/custom_conversion_event_metrics", "array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      violations = checkConversionEventMetric(item, "/custom_conversion_event_metrics/", index, violations);
    }
  }
  return violations;
}

function checkMetricsFilters(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/metrics_filters", "array", value));
  } else {
    const count = countItems(value);
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/metrics_filters", 1, value.length));
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      violations = checkMetricsFilter(item, "/metrics_filters/", index, violations);
    }
  }
  return violations;
}

function checkPrimarySort(value: unknown, violations: Violations): Violations {
  if (value !== "BY_ID" && value !== "BY_DATE") violations = pushNotOneOf(violations, "/primary_sort", value, ["BY_ID", "BY_DATE"]);
  return violations;
}

function checkProductGroupIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/product_group_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/product_group_ids", 1, value.length));
    if (value.length > 500) violations = push(violations, outOfRange("max-items", "/product_group_ids", 500, value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/product_group_ids/" + index, "digits", item));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/product_group_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

function checkProductGroupStatuses(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/product_group_statuses", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/product_group_statuses", 1, value.length));
    if (value.length > 6) violations = push(violations, outOfRange("max-items", "/product_group_statuses", 6, value.length));
    for (let index = 0; value.length <= 6 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!PRODUCT_GROUP_STATUS_VALUES.includes(item))
        violations = pushNotOneOf(violations, "/product_group_statuses/" + index, item, PRODUCT_GROUP_STATUS_VALUES);
    }
  }
  return violations;
}

function checkProductItemIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/product_item_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/product_item_ids", 1, value.length));
    if (value.length > 500) violations = push(violations, outOfRange("max-items", "/product_item_ids", 500, value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/product_item_ids/" + index, "digits", item));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/product_item_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

function checkReportFormat(value: unknown, violations: Violations): Violations {
  if (value !== "JSON" && value !== "CSV") violations = pushNotOneOf(violations, "/report_format", value, ["JSON", "CSV"]);
  return violations;
}

const CONVERSION_EVENT_METRIC_FIELDS: readonly string[] = ["custom_event_metrics_type", "custom_event_name"];

function checkConversionEventMetric(object: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "custom_event_metrics_type":
        if (!EVENT_METRICS_TYPE_VALUES.has(value))
          violations = pushNotOneOf(violations, base + at + "/custom_event_metrics_type", value, EVENT_METRICS_TYPE_VALUES);
        break;
      case "custom_event_name":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/custom_event_name", "string", value));
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, CONVERSION_EVENT_METRIC_FIELDS));
    }
  }
  return requireFields(["custom_event_metrics_type", "custom_event_name"], object, base + at, violations);
}

const METRICS_FILTER_FIELDS: readonly string[] = ["field", "operator", "values"];

function checkMetricsFilter(object: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "field":
        if (value !== "SPEND_IN_DOLLAR" && value !== "TOTAL_IMPRESSION")
          violations = pushNotOneOf(violations, base + at + "/field", value, ["SPEND_IN_DOLLAR", "TOTAL_IMPRESSION"]);
        break;
      case "operator":
        if (value !== "LESS_THAN" && value !== "GREATER_THAN")
          violations = pushNotOneOf(violations, base + at + "/operator", value, ["LESS_THAN", "GREATER_THAN"]);
        break;
      case "values":
        if (!Array.isArray(value)) {
          violations = push(violations, wrongType(base + at + "/values", "array", value));
        } else {
          const count = countItems(value);
          if (value.length < 1) violations = push(violations, outOfRange("min-items", base + at + "/values", 1, value.length));
          for (let index = 0; index < count; index++) {
            const item: unknown = value[index];
            if (typeof item !== "number" || !Number.isFinite(item))
              violations = push(violations, wrongType(base + at + "/values/" + index, "number", item));
          }
        }
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, METRICS_FILTER_FIELDS));
    }
  }
  return requireFields(["field", "operator", "values"], object, base + at, violations);
}
