// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _f1c3d63c24d56427 } from "../generation.js";
import {
  boundaryViolation,
  countItems,
  dayNumber,
  invalidToday,
  isDayShaped,
  isDigits,
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
import { CONVERSION_PRODUCT_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { ConversionProductReportRequest } from "./types.js";

const CONVERSION_PRODUCT_REPORT_COLUMN = /* @__PURE__ */ valueSet(CONVERSION_PRODUCT_REPORT_COLUMN_KINDS);

const FIELDS: readonly string[] = [
  "ad_group_ids", "campaign_ids", "campaign_objective_types", "click_window_days", "columns", "conversion_product_attribution_type",
  "conversion_product_breakdown", "conversion_report_time", "end_date", "granularity", "level", "product_sku_ids", "report_name",
  "start_date", "view_window_days",
];

/**
 * Everything that is wrong with a body of type `ConversionProductReportRequest`: the limits of single fields, then the rules in their
 * order; empty when it is fine. Never throws and never stops at the first. The rules as data: `conversionProductReportRules` of the entry
 * `rules`.
 */
export function validateConversionProductReport(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, day: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
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
      case "ad_group_ids":
        ad_group_ids = value;
        found = checkConversionProductReportAdGroupIds(value, found);
        break;
      case "campaign_ids":
        campaign_ids = value;
        found = checkConversionProductReportCampaignIds(value, found);
        break;
      case "campaign_objective_types":
        found = checkConversionProductReportCampaignObjectiveTypes(value, found);
        break;
      case "click_window_days":
        found = checkConversionProductReportClickWindowDays(value, found);
        break;
      case "columns":
        columns = value;
        found = checkConversionProductReportColumns(value, found);
        break;
      case "conversion_product_attribution_type":
        conversion_product_attribution_type = value;
        found = checkConversionProductReportConversionProductAttributionType(value, found);
        break;
      case "conversion_product_breakdown":
        conversion_product_breakdown = value;
        found = checkConversionProductReportConversionProductBreakdown(value, found);
        break;
      case "conversion_report_time":
        found = checkConversionProductReportConversionReportTime(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkConversionProductReportEndDate(value, found);
        break;
      case "granularity":
        granularity = value;
        found = checkConversionProductReportGranularity(value, found);
        break;
      case "level":
        level = value;
        found = checkConversionProductReportLevel(value, found);
        break;
      case "product_sku_ids":
        product_sku_ids = value;
        found = checkConversionProductReportProductSkuIds(value, found);
        break;
      case "report_name":
        report_name = value;
        found = checkConversionProductReportReportName(value, found);
        break;
      case "start_date":
        start_date = value;
        found = checkConversionProductReportStartDate(value, found);
        break;
      case "view_window_days":
        found = checkConversionProductReportViewWindowDays(value, found);
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
  const today = day === undefined ? utcToday() : dayNumber(day);
  if (Number.isNaN(today)) found = push(found, invalidToday(day));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (level !== "AD_GROUP" && ad_group_ids !== undefined) {
    found = push(
      found,
      violation("only-when-ad-group-ids-ad-group", "error", "/ad_group_ids", () => "ad_group_ids is only allowed when level is AD_GROUP"),
    );
  }

  if (level !== "CAMPAIGN" && campaign_ids !== undefined) {
    found = push(
      found,
      violation("only-when-campaign-ids-campaign", "error", "/campaign_ids", () => "campaign_ids is only allowed when level is CAMPAIGN"),
    );
  }

  if ((conversion_product_attribution_type ?? "DEFAULT") === "BRAND_ATTRIBUTION" && start_date_day <= 20179) {
    found = push(
      found,
      violation(
        "min-date-brand-attribution",
        start_date_day < 20179 ? "error" : "warning",
        "/start_date",
        () => "start_date must be after 2025-04-01 when conversion_product_attribution_type is BRAND_ATTRIBUTION",
      ),
    );
  }

  if (isDayShaped(end_date) && Number.isNaN(end_date_day)) {
    found = push(found, violation("date-format-end-date", "error", "/end_date", () => "end_date must be a valid date as YYYY-MM-DD"));
  }

  if (end_date_day - start_date_day >= 365) {
    found = push(
      found,
      boundaryViolation(
        "max-range",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        366,
        "start_date and end_date must be at most 1 year apart",
      ),
    );
  }

  if ((conversion_product_breakdown ?? "PRODUCT_BRAND") !== "PRODUCT_SKU_GROUP" && product_sku_ids !== undefined) {
    found = push(
      found,
      violation(
        "only-when-product-sku-ids-product-sku-group",
        "error",
        "/product_sku_ids",
        () => "product_sku_ids is only allowed when conversion_product_breakdown is PRODUCT_SKU_GROUP",
      ),
    );
  }

  if (isDayShaped(start_date) && Number.isNaN(start_date_day)) {
    found = push(found, violation("date-format-start-date", "error", "/start_date", () => "start_date must be a valid date as YYYY-MM-DD"));
  }

  if (start_date_day <= 19798) {
    found = push(
      found,
      violation("min-date", start_date_day < 19798 ? "error" : "warning", "/start_date", () => "start_date must be after 2024-03-16"),
    );
  }

  if (end_date_day - start_date_day < 7) {
    const severity = end_date_day - start_date_day < 7 - 1 ? "error" : "warning";
    found = push(found, violation("min-range", severity, "/end_date", () => "start_date to end_date must span at least 7 days"));
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
export const conversionProductReportSchema: StandardSchema<ConversionProductReportRequest> = /* @__PURE__ */ standardSchema(
  validateConversionProductReport,
);

function checkConversionProductReportAdGroupIds(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/ad_group_ids", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/ad_group_ids", "must have at least 1", value.length));
    if (value.length > 500) found = push(found, outOfRange("max-items", "/ad_group_ids", "must have at most 500", value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = push(found, wrongType("/ad_group_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = push(found, patternMismatch("/ad_group_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkConversionProductReportCampaignIds(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/campaign_ids", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/campaign_ids", "must have at least 1", value.length));
    if (value.length > 500) found = push(found, outOfRange("max-items", "/campaign_ids", "must have at most 500", value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = push(found, wrongType("/campaign_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = push(found, patternMismatch("/campaign_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkConversionProductReportCampaignObjectiveTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/campaign_objective_types", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/campaign_objective_types", "must have at least 1", value.length));
    if (value.length > 7) found = push(found, outOfRange("max-items", "/campaign_objective_types", "must have at most 7", value.length));
    for (let index = 0; value.length <= 7 && index < value.length; index++) {
      const item: unknown = value[index];
      if (
        item !== "AWARENESS" &&
        item !== "CONSIDERATION" &&
        item !== "WEB_CONVERSION" &&
        item !== "CATALOG_SALES" &&
        item !== "VIDEO_COMPLETION" &&
        item !== "APP_INSTALL" &&
        item !== "SALES" &&
        item !== "LEADS" &&
        item !== "CTV_CONSIDERATION"
      )
        found = push(
          found,
          notOneOf("/campaign_objective_types/" + index, item, [
            "AWARENESS", "CONSIDERATION", "WEB_CONVERSION", "CATALOG_SALES", "VIDEO_COMPLETION", "APP_INSTALL", "SALES", "LEADS",
            "CTV_CONSIDERATION",
          ]),
        );
    }
  }
  return found;
}

function checkConversionProductReportClickWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    found = push(found, notOneOf("/click_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkConversionProductReportColumns(value: unknown, found: Violations): Violations {
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
      if (!CONVERSION_PRODUCT_REPORT_COLUMN.has(item))
        found = push(found, notOneOf("/columns/" + index, item, CONVERSION_PRODUCT_REPORT_COLUMN));
    }
  }
  return found;
}

function checkConversionProductReportConversionProductAttributionType(value: unknown, found: Violations): Violations {
  if (value !== "DEFAULT" && value !== "BRAND_ATTRIBUTION")
    found = push(found, notOneOf("/conversion_product_attribution_type", value, ["DEFAULT", "BRAND_ATTRIBUTION"]));
  return found;
}

function checkConversionProductReportConversionProductBreakdown(value: unknown, found: Violations): Violations {
  if (
    value !== "PRODUCT_BRAND" &&
    value !== "PRODUCT_CATEGORY" &&
    value !== "PRODUCT_BRAND_AND_CATEGORY" &&
    value !== "PRODUCT_SKU" &&
    value !== "PRODUCT_SKU_GROUP"
  )
    found = push(
      found,
      notOneOf("/conversion_product_breakdown", value, [
        "PRODUCT_BRAND", "PRODUCT_CATEGORY", "PRODUCT_BRAND_AND_CATEGORY", "PRODUCT_SKU", "PRODUCT_SKU_GROUP",
      ]),
    );
  return found;
}

function checkConversionProductReportConversionReportTime(value: unknown, found: Violations): Violations {
  if (value !== "TIME_OF_AD_ACTION" && value !== "TIME_OF_CONVERSION")
    found = push(found, notOneOf("/conversion_report_time", value, ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"]));
  return found;
}

function checkConversionProductReportEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (!isDayShaped(value)) found = push(found, patternMismatch("/end_date", "^(\\d{4})-(\\d{2})-(\\d{2})$", value));
  return found;
}

function checkConversionProductReportGranularity(value: unknown, found: Violations): Violations {
  if (value !== "TOTAL" && value !== "WEEK" && value !== "MONTH")
    found = push(found, notOneOf("/granularity", value, ["TOTAL", "WEEK", "MONTH"]));
  return found;
}

function checkConversionProductReportLevel(value: unknown, found: Violations): Violations {
  if (value !== "ADVERTISER" && value !== "CAMPAIGN" && value !== "AD_GROUP")
    found = push(found, notOneOf("/level", value, ["ADVERTISER", "CAMPAIGN", "AD_GROUP"]));
  return found;
}

function checkConversionProductReportProductSkuIds(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/product_sku_ids", "an array", value));
  } else {
    if (value.length < 2) found = push(found, outOfRange("min-items", "/product_sku_ids", "must have at least 2", value.length));
    if (value.length > 30000) found = push(found, outOfRange("max-items", "/product_sku_ids", "must have at most 30000", value.length));
    for (let index = 0; value.length <= 30000 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = push(found, wrongType("/product_sku_ids/" + index, "a string", item));
      else if (!/^[a-zA-Z0-9]+$/.test(item)) found = push(found, patternMismatch("/product_sku_ids/" + index, "^[a-zA-Z0-9]+$", item));
    }
  }
  return found;
}

function checkConversionProductReportReportName(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/report_name", "a string", value));
  return found;
}

function checkConversionProductReportStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (!isDayShaped(value)) found = push(found, patternMismatch("/start_date", "^(\\d{4})-(\\d{2})-(\\d{2})$", value));
  return found;
}

function checkConversionProductReportViewWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    found = push(found, notOneOf("/view_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}
