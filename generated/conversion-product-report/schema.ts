// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf, StandardSchema, ValidateOptions, Violation, Violations } from "../../runtime/support-data.js";
import {
  boundaryViolation,
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
  patternMismatch,
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
import { CONVERSION_PRODUCT_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import {
  checkClickWindowDays,
  checkConversionReportTime,
  checkReportAdGroupIds,
  checkReportCampaignIds,
  checkReportEndDate,
  checkReportName,
  checkReportStartDate,
  checkViewWindowDays,
} from "../checks.js";

/**
 * The request for `conversionProductReport`. Conversions by brand, category and product. Generated in the background and downloaded when
 * ready; not open to all accounts.
 */
export interface ConversionProductReportRequest {
  /** Only these ad groups. 1 to 500 ids. Each: digits only. */
  ad_group_ids?: readonly string[];
  /** Only these campaigns. 1 to 500 ids. Each: digits only. */
  campaign_ids?: readonly string[];
  /** Only campaigns with one of these objectives. 1 to 7 types. */
  campaign_objective_types?: readonly ConversionProductReportCampaignObjectiveType[];
  /** Days after a click during which conversions count. Default: `30`. */
  click_window_days?: ConversionProductReportClickWindowDays;
  /** Columns of each row. */
  columns: readonly ConversionProductReportColumn[];
  /** Attribution method: the default method, or the method for brands. Default: `"DEFAULT"`. */
  conversion_product_attribution_type?: ConversionProductReportConversionProductAttributionType;
  /** What to split by: brand, category or product. Default: `"PRODUCT_BRAND"`. */
  conversion_product_breakdown?: ConversionProductReportConversionProductBreakdown;
  /** Whether to attribute conversions to the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: ConversionProductReportConversionReportTime;
  /** Last day of the report (inclusive), in UTC. Format: YYYY-MM-DD. */
  end_date: string;
  /** How the days are grouped. */
  granularity: ConversionProductReportGranularity;
  /** Entity of each row. */
  level: ConversionProductReportLevel;
  /** Only these products. 2 to 30000 ids. Each: matches `^[a-zA-Z0-9]+$`. */
  product_sku_ids?: readonly string[];
  /** Name of the report. */
  report_name: string;
  /** First day of the report, in UTC. Format: YYYY-MM-DD. */
  start_date: string;
  /** Days after a view during which conversions count. Default: `30`. */
  view_window_days?: ConversionProductReportViewWindowDays;
}

/** An item of `campaign_objective_types` in `ConversionProductReportRequest`. */
export type ConversionProductReportCampaignObjectiveType =
  | "AWARENESS"
  | "CONSIDERATION"
  | "WEB_CONVERSION"
  | "CATALOG_SALES"
  | "VIDEO_COMPLETION"
  | "APP_INSTALL"
  | "SALES"
  | "LEADS"
  | "CTV_CONSIDERATION";

/** `click_window_days` in `ConversionProductReportRequest`. Days after a click during which conversions count. */
export type ConversionProductReportClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** An item of `columns` in `ConversionProductReportRequest`. */
export type ConversionProductReportColumn = ColumnOf<typeof CONVERSION_PRODUCT_REPORT_COLUMN_KINDS>;

/**
 * `conversion_product_attribution_type` in `ConversionProductReportRequest`. Attribution method: the default method, or the method for
 * brands.
 */
export type ConversionProductReportConversionProductAttributionType = "DEFAULT" | "BRAND_ATTRIBUTION";

/** `conversion_product_breakdown` in `ConversionProductReportRequest`. What to split by: brand, category or product. */
export type ConversionProductReportConversionProductBreakdown =
  | "PRODUCT_BRAND"
  | "PRODUCT_CATEGORY"
  | "PRODUCT_BRAND_AND_CATEGORY"
  | "PRODUCT_SKU"
  | "PRODUCT_SKU_GROUP";

/**
 * `conversion_report_time` in `ConversionProductReportRequest`. Whether to attribute conversions to the day of the ad action or of the
 * conversion.
 */
export type ConversionProductReportConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** `granularity` in `ConversionProductReportRequest`. How the days are grouped. */
export type ConversionProductReportGranularity = "TOTAL" | "WEEK" | "MONTH";

/** `level` in `ConversionProductReportRequest`. Entity of each row. */
export type ConversionProductReportLevel = "ADVERTISER" | "CAMPAIGN" | "AD_GROUP";

/** `view_window_days` in `ConversionProductReportRequest`. Days after a view during which conversions count. */
export type ConversionProductReportViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

const COLUMN_VALUES = /* @__PURE__ */ valueSet(CONVERSION_PRODUCT_REPORT_COLUMN_KINDS);
const CONVERSION_PRODUCT_BREAKDOWN_VALUES: readonly unknown[] = [
  "PRODUCT_BRAND", "PRODUCT_CATEGORY", "PRODUCT_BRAND_AND_CATEGORY", "PRODUCT_SKU", "PRODUCT_SKU_GROUP",
];
const CAMPAIGN_OBJECTIVE_TYPE_VALUES: readonly unknown[] = [
  "AWARENESS", "CONSIDERATION", "WEB_CONVERSION", "CATALOG_SALES", "VIDEO_COMPLETION", "APP_INSTALL", "SALES", "LEADS", "CTV_CONSIDERATION",
];

const BODY_FIELDS: readonly string[] = [
  "ad_group_ids", "campaign_ids", "campaign_objective_types", "click_window_days", "columns", "conversion_product_attribution_type",
  "conversion_product_breakdown", "conversion_report_time", "end_date", "granularity", "level", "product_sku_ids", "report_name",
  "start_date", "view_window_days",
];

/**
 * Checks whether a value is a valid `ConversionProductReportRequest`. Returns the violations, or an empty list if there are none.
 * Violations of single fields come first, then violations of the cross-field rules, which are available as data:
 * `conversionProductReportRules` in the `data` entry point. Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateConversionProductReport(body)) console.log(path, message);
 * ```
 */
export function validateConversionProductReport(body: unknown, options?: ValidateOptions): readonly Violation[] {
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
  let ad_group_ids: unknown;
  let campaign_ids: unknown;
  let columns: unknown;
  let conversion_product_attribution_type: unknown;
  let conversion_product_breakdown: unknown;
  let end_date: unknown;
  let granularity: unknown;
  let level: unknown;
  let product_sku_ids: unknown;
  let report_name: unknown;
  let start_date: unknown;
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
      case "ad_group_ids":
        ad_group_ids = value;
        violations = checkReportAdGroupIds(value, violations);
        break;
      case "campaign_ids":
        campaign_ids = value;
        violations = checkReportCampaignIds(value, violations);
        break;
      case "conversion_product_attribution_type":
        conversion_product_attribution_type = value;
        violations = checkConversionProductAttributionType(value, violations);
        break;
      case "conversion_product_breakdown":
        conversion_product_breakdown = value;
        violations = checkConversionProductBreakdown(value, violations);
        break;
      case "product_sku_ids":
        product_sku_ids = value;
        violations = checkProductSkuIds(value, violations);
        break;
      case "campaign_objective_types":
        violations = checkCampaignObjectiveTypes(value, violations);
        break;
      case "click_window_days":
        violations = checkClickWindowDays(value, violations);
        break;
      case "conversion_report_time":
        violations = checkConversionReportTime(value, violations);
        break;
      case "view_window_days":
        violations = checkViewWindowDays(value, violations);
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
  const today = todayOption === undefined ? utcToday() : dayNumber(todayOption);
  if (Number.isNaN(today)) violations = push(violations, invalidToday(todayOption));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (level !== "AD_GROUP" && ad_group_ids !== undefined) {
    violations = push(
      violations,
      violation("only-when-ad-group-ids-ad-group", "error", "/ad_group_ids", "is only allowed when level is AD_GROUP", {
        field: "ad_group_ids",
        when: [{ field: "level", is: ["AD_GROUP"] }],
      }),
    );
  }

  if (level !== "CAMPAIGN" && campaign_ids !== undefined) {
    violations = push(
      violations,
      violation("only-when-campaign-ids-campaign", "error", "/campaign_ids", "is only allowed when level is CAMPAIGN", {
        field: "campaign_ids",
        when: [{ field: "level", is: ["CAMPAIGN"] }],
      }),
    );
  }

  if (conversion_product_attribution_type === "BRAND_ATTRIBUTION" && start_date_day <= 20179) {
    violations = push(
      violations,
      violation(
        "min-date-brand-attribution",
        start_date_day < 20179 ? "error" : "warning",
        "/start_date",
        "must be after 2025-04-01 when conversion_product_attribution_type is BRAND_ATTRIBUTION",
        { field: "start_date", after: "2025-04-01", when: [{ field: "conversion_product_attribution_type", is: ["BRAND_ATTRIBUTION"] }] },
      ),
    );
  }

  if (Number.isNaN(end_date_day) && isDayShaped(end_date)) {
    violations = push(
      violations,
      violation("date-format-end-date", "error", "/end_date", "must be a valid date (YYYY-MM-DD)", { field: "end_date" }),
    );
  }

  if (end_date_day - start_date_day >= 365) {
    violations = push(
      violations,
      boundaryViolation("max-range", "error", "/end_date", end_date_day - start_date_day, 366, "must be at most 1 year after start_date", {
        start: "start_date",
        end: "end_date",
        amount: 1,
        unit: "year",
      }),
    );
  }

  if (conversion_product_breakdown !== "PRODUCT_SKU_GROUP" && product_sku_ids !== undefined) {
    violations = push(
      violations,
      violation(
        "only-when-product-sku-ids-product-sku-group",
        "error",
        "/product_sku_ids",
        "is only allowed when conversion_product_breakdown is PRODUCT_SKU_GROUP",
        { field: "product_sku_ids", when: [{ field: "conversion_product_breakdown", is: ["PRODUCT_SKU_GROUP"] }] },
      ),
    );
  }

  if (Number.isNaN(start_date_day) && isDayShaped(start_date)) {
    violations = push(
      violations,
      violation("date-format-start-date", "error", "/start_date", "must be a valid date (YYYY-MM-DD)", { field: "start_date" }),
    );
  }

  if (start_date_day <= 19798) {
    violations = push(
      violations,
      violation("min-date", start_date_day < 19798 ? "error" : "warning", "/start_date", "must be after 2024-03-16", {
        field: "start_date",
        after: "2024-03-16",
      }),
    );
  }

  if (end_date_day - start_date_day < 7) {
    const severity = end_date_day - start_date_day < 7 - 1 ? "error" : "warning";
    violations = push(
      violations,
      violation("min-range", severity, "/end_date", "must span at least 7 days from start_date", {
        start: "start_date",
        end: "end_date",
        amount: 7,
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
 * `validateConversionProductReport` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its
 * `with` method.
 */
export const conversionProductReportSchema: StandardSchema<ConversionProductReportRequest> = /* @__PURE__ */ standardSchema(
  validateConversionProductReport,
);

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
  if (value !== "TOTAL" && value !== "WEEK" && value !== "MONTH")
    violations = pushNotOneOf(violations, "/granularity", value, ["TOTAL", "WEEK", "MONTH"]);
  return violations;
}

function checkLevel(value: unknown, violations: Violations): Violations {
  if (value !== "ADVERTISER" && value !== "CAMPAIGN" && value !== "AD_GROUP")
    violations = pushNotOneOf(violations, "/level", value, ["ADVERTISER", "CAMPAIGN", "AD_GROUP"]);
  return violations;
}

function checkConversionProductAttributionType(value: unknown, violations: Violations): Violations {
  if (value !== "DEFAULT" && value !== "BRAND_ATTRIBUTION")
    violations = pushNotOneOf(violations, "/conversion_product_attribution_type", value, ["DEFAULT", "BRAND_ATTRIBUTION"]);
  return violations;
}

function checkConversionProductBreakdown(value: unknown, violations: Violations): Violations {
  if (!CONVERSION_PRODUCT_BREAKDOWN_VALUES.includes(value))
    violations = pushNotOneOf(violations, "/conversion_product_breakdown", value, CONVERSION_PRODUCT_BREAKDOWN_VALUES);
  return violations;
}

function checkProductSkuIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/product_sku_ids", "array", value));
  } else {
    if (value.length < 2) violations = push(violations, outOfRange("min-items", "/product_sku_ids", 2, value.length));
    if (value.length > 30000) violations = push(violations, outOfRange("max-items", "/product_sku_ids", 30000, value.length));
    for (let index = 0; value.length <= 30000 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/product_sku_ids/" + index, "string", item));
      else if (!/^[a-zA-Z0-9]+$/.test(item))
        violations = push(violations, patternMismatch("/product_sku_ids/" + index, "^[a-zA-Z0-9]+$", item));
    }
  }
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
