// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _fc8f8543c4cf8f07 } from "../generation.js";
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
  type RowIds,
  rowsWithoutIds,
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
import {
  REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES,
  REPORT_LEVEL_VALUES,
  REPORT_TARGETING_TYPE_VALUES,
} from "../lists.js";
import { REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { ReportRequest } from "./types.js";

const REPORT_COLUMN = /* @__PURE__ */ valueSet(REPORT_COLUMN_KINDS);
const REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE = /* @__PURE__ */ valueSet(
  REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES,
);
const REPORT_LEVEL = /* @__PURE__ */ valueSet(REPORT_LEVEL_VALUES);
const REPORT_TARGETING_TYPE = /* @__PURE__ */ valueSet(REPORT_TARGETING_TYPE_VALUES);

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

const FIELDS: readonly string[] = [
  "ad_group_ids", "ad_group_statuses", "ad_ids", "ad_statuses", "attribution_types", "campaign_brand_label", "campaign_custom_label",
  "campaign_ids", "campaign_objective_types", "campaign_statuses", "click_window_days", "columns", "combine_targeting_types",
  "conversion_report_time", "custom_conversion_event_metrics", "end_date", "end_hour", "engagement_window_days", "granularity", "level",
  "metrics_filters", "primary_sort", "product_group_ids", "product_group_statuses", "product_item_ids", "report_format",
  "reporting_timezone", "start_date", "start_hour", "targeting_types", "view_window_days",
];

/**
 * Everything that is wrong with a body of type `ReportRequest`: the limits of single fields, then the rules in their order; empty when it
 * is fine. Never throws and never stops at the first. The rules as data: `reportRules` of the entry `rules`.
 */
export function validateReport(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, day: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  let ad_ids: unknown;
  let ad_statuses: unknown;
  let columns: unknown;
  let combine_targeting_types: unknown;
  let end_date: unknown;
  let end_hour: unknown;
  let granularity: unknown;
  let level: unknown;
  let start_date: unknown;
  let start_hour: unknown;
  let targeting_types: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "ad_group_ids":
        found = checkReportAdGroupIds(value, found);
        break;
      case "ad_group_statuses":
        found = checkReportAdGroupStatuses(value, found);
        break;
      case "ad_ids":
        ad_ids = value;
        found = checkReportAdIds(value, found);
        break;
      case "ad_statuses":
        ad_statuses = value;
        found = checkReportAdStatuses(value, found);
        break;
      case "attribution_types":
        found = checkReportAttributionTypes(value, found);
        break;
      case "campaign_brand_label":
        found = checkReportCampaignBrandLabel(value, found);
        break;
      case "campaign_custom_label":
        found = checkReportCampaignCustomLabel(value, found);
        break;
      case "campaign_ids":
        found = checkReportCampaignIds(value, found);
        break;
      case "campaign_objective_types":
        found = checkReportCampaignObjectiveTypes(value, found);
        break;
      case "campaign_statuses":
        found = checkReportCampaignStatuses(value, found);
        break;
      case "click_window_days":
        found = checkReportClickWindowDays(value, found);
        break;
      case "columns":
        columns = value;
        found = checkReportColumns(value, found);
        break;
      case "combine_targeting_types":
        combine_targeting_types = value;
        found = checkReportCombineTargetingTypes(value, found);
        break;
      case "conversion_report_time":
        found = checkReportConversionReportTime(value, found);
        break;
      case "custom_conversion_event_metrics":
        found = checkReportCustomConversionEventMetrics(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkReportEndDate(value, found);
        break;
      case "end_hour":
        end_hour = value;
        found = checkReportEndHour(value, found);
        break;
      case "engagement_window_days":
        found = checkReportEngagementWindowDays(value, found);
        break;
      case "granularity":
        granularity = value;
        found = checkReportGranularity(value, found);
        break;
      case "level":
        level = value;
        found = checkReportLevel(value, found);
        break;
      case "metrics_filters":
        found = checkReportMetricsFilters(value, found);
        break;
      case "primary_sort":
        found = checkReportPrimarySort(value, found);
        break;
      case "product_group_ids":
        found = checkReportProductGroupIds(value, found);
        break;
      case "product_group_statuses":
        found = checkReportProductGroupStatuses(value, found);
        break;
      case "product_item_ids":
        found = checkReportProductItemIds(value, found);
        break;
      case "report_format":
        found = checkReportReportFormat(value, found);
        break;
      case "reporting_timezone":
        found = checkReportReportingTimezone(value, found);
        break;
      case "start_date":
        start_date = value;
        found = checkReportStartDate(value, found);
        break;
      case "start_hour":
        start_hour = value;
        found = checkReportStartHour(value, found);
        break;
      case "targeting_types":
        targeting_types = value;
        found = checkReportTargetingTypes(value, found);
        break;
      case "view_window_days":
        found = checkReportViewWindowDays(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (end_date === undefined) found = push(found, missing("/end_date"));
  if (granularity === undefined) found = push(found, missing("/granularity"));
  if (start_date === undefined) found = push(found, missing("/start_date"));
  const today = day === undefined ? utcToday() : dayNumber(day);
  if (Number.isNaN(today)) found = push(found, invalidToday(day));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (granularity !== "HOUR" && today - start_date_day >= 914) {
    found = push(
      found,
      boundaryViolation(
        "max-lookback-not-hour",
        "error",
        "/start_date",
        today - start_date_day,
        914,
        "start_date must be at most 914 days before today (UTC) when granularity is not HOUR",
      ),
    );
  }

  if (granularity !== "HOUR" && end_date_day - start_date_day >= 186) {
    found = push(
      found,
      boundaryViolation(
        "max-range-not-hour",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        186,
        "start_date and end_date must be at most 186 days apart when granularity is not HOUR",
      ),
    );
  }

  if (granularity === "HOUR" && today - start_date_day >= 8) {
    found = push(
      found,
      boundaryViolation(
        "max-lookback-hour",
        "error",
        "/start_date",
        today - start_date_day,
        8,
        "start_date must be at most 8 days before today (UTC) when granularity is HOUR",
      ),
    );
  }

  if (granularity === "HOUR" && end_date_day - start_date_day >= 3) {
    found = push(
      found,
      boundaryViolation(
        "max-range-hour",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        3,
        "start_date and end_date must be at most 3 days apart when granularity is HOUR",
      ),
    );
  }

  if (level === "PRODUCT_ITEM" && today - start_date_day >= 92) {
    found = push(
      found,
      boundaryViolation(
        "max-lookback-product-item",
        "error",
        "/start_date",
        today - start_date_day,
        92,
        "start_date must be at most 92 days before today (UTC) when level is PRODUCT_ITEM",
      ),
    );
  }

  if (level === "PRODUCT_ITEM" && end_date_day - start_date_day >= 31) {
    found = push(
      found,
      boundaryViolation(
        "max-range-product-item",
        "error",
        "/end_date",
        end_date_day - start_date_day,
        31,
        "start_date and end_date must be at most 31 days apart when level is PRODUCT_ITEM",
      ),
    );
  }

  if (level === "PRODUCT_ITEM" && ad_ids !== undefined) {
    found = push(
      found,
      violation("forbidden-when-ad-ids-product-item", "error", "/ad_ids", () => "ad_ids is not allowed when level is PRODUCT_ITEM"),
    );
  }

  if (level === "PRODUCT_ITEM" && ad_statuses !== undefined) {
    found = push(
      found,
      violation(
        "forbidden-when-ad-statuses-product-item",
        "error",
        "/ad_statuses",
        () => "ad_statuses is not allowed when level is PRODUCT_ITEM",
      ),
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
        found = push(
          found,
          violation(
            "forbidden-values-when-columns-product-item",
            "error",
            "/columns/" + index,
            () => item + " is not allowed in columns" + " when level is PRODUCT_ITEM",
          ),
        );
      }
    }
  }

  if (isDayShaped(end_date) && Number.isNaN(end_date_day)) {
    found = push(found, violation("date-format-end-date", "error", "/end_date", () => "end_date must be a valid date as YYYY-MM-DD"));
  }

  if (granularity !== "HOUR" && end_hour !== undefined) {
    found = push(
      found,
      violation("only-when-end-hour-hour", "error", "/end_hour", () => "end_hour is only allowed when granularity is HOUR"),
    );
  }

  if (granularity === "HOUR" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (
        typeof item === "string" &&
        new RegExp(
          "(^|_)(CONVERSIONS?|CHECKOUTS?|ADD_TO_CART|ADD_TO_WISHLIST|SUBSCRIBE|SIGNUPS?|LEADS?|PAGE_VISITS?|WATCH_VIDEO|VIEW_CATEGORY|SEARCH|UNKNOWN|APP_INSTALLS?|ROAS|CPA|COST_PER_ACTION)(_|$)|(^|_)CUSTOM(_[^L]|$)",
        ).test(item)
      ) {
        found = push(
          found,
          violation(
            "no-data-when-columns-conversion-metrics-hour",
            "warning",
            "/columns/" + index,
            () => item + " may return no data" + " when granularity is HOUR",
          ),
        );
      }
    }
  }

  if (isDayShaped(start_date) && Number.isNaN(start_date_day)) {
    found = push(found, violation("date-format-start-date", "error", "/start_date", () => "start_date must be a valid date as YYYY-MM-DD"));
  }

  if (granularity !== "HOUR" && start_hour !== undefined) {
    found = push(
      found,
      violation("only-when-start-hour-hour", "error", "/start_hour", () => "start_hour is only allowed when granularity is HOUR"),
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
    found = push(
      found,
      violation(
        "requires-value-targeting-types",
        "error",
        "/targeting_types",
        () => "targeting_types requires level to be a value ending in _TARGETING",
      ),
    );
  }

  if (level !== "CAMPAIGN_TARGETING" && Array.isArray(targeting_types) && targeting_types.length <= 5) {
    for (let index = 0; index < targeting_types.length; index++) {
      const item: unknown = targeting_types[index];
      if (item === "AUDIENCE_MULTIPLIER") {
        found = push(
          found,
          violation(
            "forbidden-values-when-targeting-types-audience-multiplier-not-campaign-targeting",
            "warning",
            "/targeting_types/" + index,
            () => item + " may be rejected in targeting_types" + " when level is not CAMPAIGN_TARGETING; stated until version 5.23.0",
          ),
        );
      }
    }
  }

  if (level !== "PRODUCT_ITEM_TARGETING" && Array.isArray(targeting_types) && targeting_types.length <= 5) {
    for (let index = 0; index < targeting_types.length; index++) {
      const item: unknown = targeting_types[index];
      if (item === "MEDIA_TYPE") {
        found = push(
          found,
          violation(
            "forbidden-values-when-targeting-types-media-type-not-product-item-targeting",
            "warning",
            "/targeting_types/" + index,
            () => item + " may be rejected in targeting_types" + " when level is not PRODUCT_ITEM_TARGETING; stated until version 5.23.0",
          ),
        );
      }
    }
  }

  if (end_date_day < start_date_day) {
    found = push(found, violation("dates-in-order", "error", "/end_date", () => "end_date must not be before start_date"));
  }

  if (start_date_day > today) {
    found = push(
      found,
      violation(
        "start-date-not-in-the-future",
        start_date_day > today + 1 ? "error" : "warning",
        "/start_date",
        () => "start_date must not be after today (UTC)",
      ),
    );
  }

  if (end_date_day > today) {
    found = push(
      found,
      violation("end-date-not-in-the-future", "warning", "/end_date", () => "end_date after today (UTC) may return no rows"),
    );
  }

  if (columns === undefined) {
    found = push(found, violation("columns-left-out", "warning", "/columns", () => "without columns the response may be useless"));
  }

  if (level === undefined) {
    found = push(found, violation("level-left-out", "warning", "/level", () => "without level the response may be useless"));
  }

  if (start_date_day === end_date_day && typeof start_hour === "number" && typeof end_hour === "number" && end_hour <= start_hour) {
    found = push(
      found,
      violation(
        "hours-in-order",
        end_hour < start_hour ? "error" : "warning",
        "/end_hour",
        () => "end_hour must not be before start_hour on the same day",
      ),
    );
  }

  if ((combine_targeting_types ?? false) === true && targeting_types === undefined) {
    found = push(
      found,
      violation(
        "combining-needs-targeting-types",
        "warning",
        "/targeting_types",
        () => "without targeting_types the response may be useless when combine_targeting_types is true",
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
        found = push(
          found,
          violation(
            "no-reach-by-targeting",
            "warning",
            "/columns/" + index,
            () => item + " may be rejected in columns" + " when level is a value ending in _TARGETING",
          ),
        );
      }
    }
  }

  if (level === "KEYWORD" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "TOTAL_IMPRESSION_USER" || item === "TOTAL_IMPRESSION_FREQUENCY") {
        found = push(
          found,
          violation(
            "no-reach-by-keyword",
            "warning",
            "/columns/" + index,
            () => item + " may be rejected in columns" + " when level is KEYWORD",
          ),
        );
      }
    }
  }

  if (level === "PRODUCT_ITEM" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "PIN_ID" || item === "STANDARD_AD_FEED_ITEM_ID") {
        found = push(
          found,
          violation(
            "pin-columns-by-product-item",
            "warning",
            "/columns/" + index,
            () => item + " may be rejected in columns" + " when level is PRODUCT_ITEM",
          ),
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
        found = push(
          found,
          violation(
            "ad-columns-by-product-item-targeting",
            "warning",
            "/columns/" + index,
            () => item + " may be rejected in columns" + " when level is PRODUCT_ITEM_TARGETING",
          ),
        );
      }
    }
  }

  if (level === "PRODUCT_ITEM_TARGETING" && ad_ids !== undefined) {
    found = push(
      found,
      violation(
        "ad-ids-by-product-item-targeting",
        "warning",
        "/ad_ids",
        () => "ad_ids may be rejected when level is PRODUCT_ITEM_TARGETING",
      ),
    );
  }

  if (level === "PRODUCT_ITEM_TARGETING" && ad_statuses !== undefined) {
    found = push(
      found,
      violation(
        "ad-statuses-by-product-item-targeting",
        "warning",
        "/ad_statuses",
        () => "ad_statuses may be rejected when level is PRODUCT_ITEM_TARGETING",
      ),
    );
  }

  if (level === "PRODUCT_ITEM_TARGETING" && today - start_date_day >= 92) {
    found = push(
      found,
      boundaryViolation(
        "lookback-of-product-item-targeting",
        "warning",
        "/start_date",
        today - start_date_day,
        92,
        "start_date more than 92 days before today (UTC) may be rejected when level is PRODUCT_ITEM_TARGETING",
      ),
    );
  }

  if (level === "PRODUCT_ITEM_TARGETING" && end_date_day - start_date_day >= 31) {
    found = push(
      found,
      boundaryViolation(
        "range-of-product-item-targeting",
        "warning",
        "/end_date",
        end_date_day - start_date_day,
        31,
        "start_date and end_date more than 31 days apart may be rejected when level is PRODUCT_ITEM_TARGETING",
      ),
    );
  }
  found = rowsWithoutIds(level, columns, ROW_IDS, found);
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const reportSchema: StandardSchema<ReportRequest> = /* @__PURE__ */ standardSchema(validateReport);

function checkReportAdGroupIds(value: unknown, found: Violations): Violations {
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

function checkReportAdGroupStatuses(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/ad_group_statuses", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/ad_group_statuses", "must have at least 1", value.length));
    if (value.length > 6) found = push(found, outOfRange("max-items", "/ad_group_statuses", "must have at most 6", value.length));
    for (let index = 0; value.length <= 6 && index < value.length; index++) {
      const item: unknown = value[index];
      if (
        item !== "RUNNING" &&
        item !== "PAUSED" &&
        item !== "NOT_STARTED" &&
        item !== "COMPLETED" &&
        item !== "ADVERTISER_DISABLED" &&
        item !== "ARCHIVED" &&
        item !== "DRAFT" &&
        item !== "DELETED_DRAFT"
      )
        found = push(
          found,
          notOneOf("/ad_group_statuses/" + index, item, [
            "RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT",
          ]),
        );
    }
  }
  return found;
}

function checkReportAdIds(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/ad_ids", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/ad_ids", "must have at least 1", value.length));
    if (value.length > 500) found = push(found, outOfRange("max-items", "/ad_ids", "must have at most 500", value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = push(found, wrongType("/ad_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = push(found, patternMismatch("/ad_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkReportAdStatuses(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/ad_statuses", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/ad_statuses", "must have at least 1", value.length));
    if (value.length > 6) found = push(found, outOfRange("max-items", "/ad_statuses", "must have at most 6", value.length));
    for (let index = 0; value.length <= 6 && index < value.length; index++) {
      const item: unknown = value[index];
      if (
        item !== "APPROVED" &&
        item !== "PAUSED" &&
        item !== "PENDING" &&
        item !== "REJECTED" &&
        item !== "ADVERTISER_DISABLED" &&
        item !== "ARCHIVED" &&
        item !== "DRAFT" &&
        item !== "DELETED_DRAFT"
      )
        found = push(
          found,
          notOneOf("/ad_statuses/" + index, item, [
            "APPROVED", "PAUSED", "PENDING", "REJECTED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT",
          ]),
        );
    }
  }
  return found;
}

function checkReportAttributionTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/attribution_types", "an array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (item !== "INDIVIDUAL" && item !== "HOUSEHOLD")
        found = push(found, notOneOf("/attribution_types/" + index, item, ["INDIVIDUAL", "HOUSEHOLD"]));
    }
  }
  return found;
}

function checkReportCampaignBrandLabel(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/campaign_brand_label", "a string", value));
  return found;
}

function checkReportCampaignCustomLabel(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/campaign_custom_label", "a string", value));
  return found;
}

function checkReportCampaignIds(value: unknown, found: Violations): Violations {
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

function checkReportCampaignObjectiveTypes(value: unknown, found: Violations): Violations {
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
        item !== "VIDEO_VIEW" &&
        item !== "WEB_CONVERSION" &&
        item !== "CATALOG_SALES" &&
        item !== "WEB_SESSIONS" &&
        item !== "VIDEO_COMPLETION" &&
        item !== "APP_INSTALL" &&
        item !== "SALES" &&
        item !== "LEADS" &&
        item !== "CTV_CONSIDERATION"
      )
        found = push(
          found,
          notOneOf("/campaign_objective_types/" + index, item, [
            "AWARENESS", "CONSIDERATION", "VIDEO_VIEW", "WEB_CONVERSION", "CATALOG_SALES", "WEB_SESSIONS", "VIDEO_COMPLETION",
            "APP_INSTALL", "SALES", "LEADS", "CTV_CONSIDERATION",
          ]),
        );
    }
  }
  return found;
}

function checkReportCampaignStatuses(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/campaign_statuses", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/campaign_statuses", "must have at least 1", value.length));
    if (value.length > 6) found = push(found, outOfRange("max-items", "/campaign_statuses", "must have at most 6", value.length));
    for (let index = 0; value.length <= 6 && index < value.length; index++) {
      const item: unknown = value[index];
      if (
        item !== "RUNNING" &&
        item !== "PAUSED" &&
        item !== "NOT_STARTED" &&
        item !== "COMPLETED" &&
        item !== "ADVERTISER_DISABLED" &&
        item !== "ARCHIVED" &&
        item !== "DRAFT" &&
        item !== "DELETED_DRAFT"
      )
        found = push(
          found,
          notOneOf("/campaign_statuses/" + index, item, [
            "RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT",
          ]),
        );
    }
  }
  return found;
}

function checkReportClickWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    found = push(found, notOneOf("/click_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkReportColumns(value: unknown, found: Violations): Violations {
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
      if (!REPORT_COLUMN.has(item)) found = push(found, notOneOf("/columns/" + index, item, REPORT_COLUMN));
    }
  }
  return found;
}

function checkReportCombineTargetingTypes(value: unknown, found: Violations): Violations {
  if (typeof value !== "boolean") found = push(found, wrongType("/combine_targeting_types", "true or false", value));
  return found;
}

function checkReportConversionReportTime(value: unknown, found: Violations): Violations {
  if (value !== "TIME_OF_AD_ACTION" && value !== "TIME_OF_CONVERSION")
    found = push(found, notOneOf("/conversion_report_time", value, ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"]));
  return found;
}

function checkReportCustomConversionEventMetrics(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/custom_conversion_event_metrics", "an array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      found = checkObjectReportCustomConversionEventMetric(item, "/custom_conversion_event_metrics/", index, found);
    }
  }
  return found;
}

function checkReportEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (!isDayShaped(value)) found = push(found, patternMismatch("/end_date", "^(\\d{4})-(\\d{2})-(\\d{2})$", value));
  return found;
}

function checkReportEndHour(value: unknown, found: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) found = push(found, wrongType("/end_hour", "a whole number", value));
  else if (value < 0) found = push(found, outOfRange("minimum", "/end_hour", "must be at least 0", value));
  else if (value > 23) found = push(found, outOfRange("maximum", "/end_hour", "must be at most 23", value));
  return found;
}

function checkReportEngagementWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    found = push(found, notOneOf("/engagement_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkReportGranularity(value: unknown, found: Violations): Violations {
  if (value !== "TOTAL" && value !== "DAY" && value !== "HOUR" && value !== "WEEK" && value !== "MONTH")
    found = push(found, notOneOf("/granularity", value, ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"]));
  return found;
}

function checkReportLevel(value: unknown, found: Violations): Violations {
  if (!REPORT_LEVEL.has(value)) found = push(found, notOneOf("/level", value, REPORT_LEVEL));
  return found;
}

function checkReportMetricsFilters(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/metrics_filters", "an array", value));
  } else {
    const count = countItems(value);
    if (value.length < 1) found = push(found, outOfRange("min-items", "/metrics_filters", "must have at least 1", value.length));
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      found = checkObjectReportMetricsFilter(item, "/metrics_filters/", index, found);
    }
  }
  return found;
}

function checkReportPrimarySort(value: unknown, found: Violations): Violations {
  if (value !== "BY_ID" && value !== "BY_DATE") found = push(found, notOneOf("/primary_sort", value, ["BY_ID", "BY_DATE"]));
  return found;
}

function checkReportProductGroupIds(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/product_group_ids", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/product_group_ids", "must have at least 1", value.length));
    if (value.length > 500) found = push(found, outOfRange("max-items", "/product_group_ids", "must have at most 500", value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = push(found, wrongType("/product_group_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = push(found, patternMismatch("/product_group_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkReportProductGroupStatuses(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/product_group_statuses", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/product_group_statuses", "must have at least 1", value.length));
    if (value.length > 6) found = push(found, outOfRange("max-items", "/product_group_statuses", "must have at most 6", value.length));
    for (let index = 0; value.length <= 6 && index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "RUNNING" && item !== "PAUSED" && item !== "EXCLUDED" && item !== "ARCHIVED")
        found = push(found, notOneOf("/product_group_statuses/" + index, item, ["RUNNING", "PAUSED", "EXCLUDED", "ARCHIVED"]));
    }
  }
  return found;
}

function checkReportProductItemIds(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/product_item_ids", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/product_item_ids", "must have at least 1", value.length));
    if (value.length > 500) found = push(found, outOfRange("max-items", "/product_item_ids", "must have at most 500", value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = push(found, wrongType("/product_item_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = push(found, patternMismatch("/product_item_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkReportReportFormat(value: unknown, found: Violations): Violations {
  if (value !== "JSON" && value !== "CSV") found = push(found, notOneOf("/report_format", value, ["JSON", "CSV"]));
  return found;
}

function checkReportReportingTimezone(value: unknown, found: Violations): Violations {
  if (value !== "PINTEREST_TIME_ZONE" && value !== "AD_ACCOUNT_TIME_ZONE")
    found = push(found, notOneOf("/reporting_timezone", value, ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"]));
  return found;
}

function checkReportStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (!isDayShaped(value)) found = push(found, patternMismatch("/start_date", "^(\\d{4})-(\\d{2})-(\\d{2})$", value));
  return found;
}

function checkReportStartHour(value: unknown, found: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) found = push(found, wrongType("/start_hour", "a whole number", value));
  else if (value < 0) found = push(found, outOfRange("minimum", "/start_hour", "must be at least 0", value));
  else if (value > 23) found = push(found, outOfRange("maximum", "/start_hour", "must be at most 23", value));
  return found;
}

function checkReportTargetingTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/targeting_types", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/targeting_types", "must have at least 1", value.length));
    if (value.length > 5) found = push(found, outOfRange("max-items", "/targeting_types", "must have at most 5", value.length));
    for (let index = 0; value.length <= 5 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!REPORT_TARGETING_TYPE.has(item)) found = push(found, notOneOf("/targeting_types/" + index, item, REPORT_TARGETING_TYPE));
    }
  }
  return found;
}

function checkReportViewWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60)
    found = push(found, notOneOf("/view_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

const REPORT_CUSTOM_CONVERSION_EVENT_METRIC_FIELDS: readonly string[] = ["custom_event_metrics_type", "custom_event_name"];

function checkObjectReportCustomConversionEventMetric(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "custom_event_metrics_type":
        found = checkReportCustomConversionEventMetricCustomEventMetricsType(item, base, at, found);
        break;
      case "custom_event_name":
        found = checkReportCustomConversionEventMetricCustomEventName(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, REPORT_CUSTOM_CONVERSION_EVENT_METRIC_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "custom_event_metrics_type") || value["custom_event_metrics_type"] === undefined)
    found = push(found, missing(base + at + "/custom_event_metrics_type"));
  if (!Object.hasOwn(value, "custom_event_name") || value["custom_event_name"] === undefined)
    found = push(found, missing(base + at + "/custom_event_name"));
  return found;
}

function checkReportCustomConversionEventMetricCustomEventMetricsType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (!REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE.has(value))
    found = push(
      found,
      notOneOf(base + at + "/custom_event_metrics_type", value, REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE),
    );
  return found;
}

function checkReportCustomConversionEventMetricCustomEventName(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/custom_event_name", "a string", value));
  return found;
}

const REPORT_METRICS_FILTER_FIELDS: readonly string[] = ["field", "operator", "values"];

function checkObjectReportMetricsFilter(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "field":
        found = checkReportMetricsFilterField(item, base, at, found);
        break;
      case "operator":
        found = checkReportMetricsFilterOperator(item, base, at, found);
        break;
      case "values":
        found = checkReportMetricsFilterValues(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, REPORT_METRICS_FILTER_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "field") || value["field"] === undefined) found = push(found, missing(base + at + "/field"));
  if (!Object.hasOwn(value, "operator") || value["operator"] === undefined) found = push(found, missing(base + at + "/operator"));
  if (!Object.hasOwn(value, "values") || value["values"] === undefined) found = push(found, missing(base + at + "/values"));
  return found;
}

function checkReportMetricsFilterField(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (value !== "SPEND_IN_DOLLAR" && value !== "TOTAL_IMPRESSION")
    found = push(found, notOneOf(base + at + "/field", value, ["SPEND_IN_DOLLAR", "TOTAL_IMPRESSION"]));
  return found;
}

function checkReportMetricsFilterOperator(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (value !== "LESS_THAN" && value !== "GREATER_THAN")
    found = push(found, notOneOf(base + at + "/operator", value, ["LESS_THAN", "GREATER_THAN"]));
  return found;
}

function checkReportMetricsFilterValues(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType(base + at + "/values", "an array", value));
  } else {
    const count = countItems(value);
    if (value.length < 1) found = push(found, outOfRange("min-items", base + at + "/values", "must have at least 1", value.length));
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (typeof item !== "number" || !Number.isFinite(item))
        found = push(found, wrongType(base + at + "/values/" + index, "a number", item));
    }
  }
  return found;
}
