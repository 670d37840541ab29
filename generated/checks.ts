// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Violations } from "../runtime/support-data.js";
import {
  countItems,
  dayNumber,
  hasRepeats,
  isDayShaped,
  isDigits,
  isRecord,
  missing,
  outOfRange,
  ownFields,
  patternMismatch,
  pointerTo,
  push,
  pushNotOneOf,
  requireFields,
  unknownField,
  valueSet,
  violation,
  wrongType,
} from "../runtime/support-data.js";
import { QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES } from "./lists.js";
import { ANALYTICS_COLUMN_KINDS } from "./operations/column-kinds.js";

// Checks for types that several calls share, and for fields that have the same name, type and limits in several requests.

const COLUMN_SYNC_INPUT_VALUES = /* @__PURE__ */ valueSet(ANALYTICS_COLUMN_KINDS);
const QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES$ae544a = /* @__PURE__ */ valueSet(QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES);
const APP_TYPES_VALUES: readonly unknown[] = ["ALL", "MOBILE", "TABLET", "WEB"];
const CLICK_WINDOW_DAYS_VALUES: readonly unknown[] = [0, 1, 7, 14, 30, 60];
const ENTITY_STATUS_VALUES: readonly unknown[] = ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"];
const GRANULARITY_VALUES: readonly unknown[] = ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"];
const QUERYMETRICTYPES_ITEMS_INPUT_VALUES: readonly unknown[] = [
  "ENGAGEMENT", "ENGAGEMENT_RATE", "IMPRESSION", "OUTBOUND_CLICK", "OUTBOUND_CLICK_RATE", "PIN_CLICK", "PIN_CLICK_RATE", "SAVE",
  "SAVE_RATE",
];
const PIN_FORMAT_VALUES: readonly unknown[] = [
  "ALL", "ORGANIC_IMAGE", "ORGANIC_PRODUCT", "ORGANIC_VIDEO", "ADS_STANDARD", "ADS_PRODUCT", "ADS_VIDEO", "ADS_IDEA",
];

export function checkAdAccountId(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/ad_account_id", "digits", value));
  else if (value.length > 18) violations = push(violations, outOfRange("max-length", "/ad_account_id", 18, value.length));
  else if (!isDigits(value)) violations = push(violations, patternMismatch("/ad_account_id", "^\\d+$", value));
  return violations;
}

export function checkAdGroupId(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/ad_group_id", "digits", value));
  else if (value.length > 18) violations = push(violations, outOfRange("max-length", "/ad_group_id", 18, value.length));
  else if (!isDigits(value)) violations = push(violations, patternMismatch("/ad_group_id", "^\\d+$", value));
  return violations;
}

export function checkAdGroupIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/ad_group_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/ad_group_ids", 1, value.length));
    if (value.length > 250) violations = push(violations, outOfRange("max-items", "/ad_group_ids", 250, value.length));
    for (let index = 0; value.length <= 250 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/ad_group_ids/" + index, "digits", item));
      else if (item.length > 18) violations = push(violations, outOfRange("max-length", "/ad_group_ids/" + index, 18, item.length));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/ad_group_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

export function checkAdGroupsAdGroupIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/ad_group_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/ad_group_ids", 1, value.length));
    if (value.length > 250) violations = push(violations, outOfRange("max-items", "/ad_group_ids", 250, value.length));
    for (let index = 0; value.length <= 250 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/ad_group_ids/" + index, "digits", item));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/ad_group_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

export function checkAdIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/ad_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/ad_ids", 1, value.length));
    if (value.length > 250) violations = push(violations, outOfRange("max-items", "/ad_ids", 250, value.length));
    for (let index = 0; value.length <= 250 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/ad_ids/" + index, "digits", item));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/ad_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

export function checkAggregateReportRows(value: unknown, violations: Violations): Violations {
  if (typeof value !== "boolean") violations = push(violations, wrongType("/aggregate_report_rows", "boolean", value));
  return violations;
}

export function checkAppTypes(value: unknown, violations: Violations): Violations {
  if (!APP_TYPES_VALUES.includes(value)) violations = pushNotOneOf(violations, "/app_types", value, APP_TYPES_VALUES);
  return violations;
}

export function checkAttributionTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/attribution_types", "array", value));
  } else {
    if (value.length > 2) violations = push(violations, outOfRange("max-items", "/attribution_types", 2, value.length));
    for (let index = 0; value.length <= 2 && index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "INDIVIDUAL" && item !== "HOUSEHOLD")
        violations = pushNotOneOf(violations, "/attribution_types/" + index, item, ["INDIVIDUAL", "HOUSEHOLD"]);
    }
  }
  return violations;
}

export function checkBookmark(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/bookmark", "string", value));
  return violations;
}

export function checkCampaignId(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/campaign_id", "digits", value));
  else if (value.length > 18) violations = push(violations, outOfRange("max-length", "/campaign_id", 18, value.length));
  else if (!isDigits(value)) violations = push(violations, patternMismatch("/campaign_id", "^\\d+$", value));
  return violations;
}

export function checkCampaignIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/campaign_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/campaign_ids", 1, value.length));
    if (value.length > 250) violations = push(violations, outOfRange("max-items", "/campaign_ids", 250, value.length));
    for (let index = 0; value.length <= 250 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/campaign_ids/" + index, "digits", item));
      else if (item.length > 18) violations = push(violations, outOfRange("max-length", "/campaign_ids/" + index, 18, item.length));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/campaign_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

export function checkClickWindowDays(value: unknown, violations: Violations): Violations {
  if (!CLICK_WINDOW_DAYS_VALUES.includes(value))
    violations = pushNotOneOf(violations, "/click_window_days", value, CLICK_WINDOW_DAYS_VALUES);
  return violations;
}

export function checkColumns(value: unknown, violations: Violations): Violations {
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
      if (!COLUMN_SYNC_INPUT_VALUES.has(item)) violations = pushNotOneOf(violations, "/columns/" + index, item, COLUMN_SYNC_INPUT_VALUES);
    }
  }
  return violations;
}

export function checkContentType(value: unknown, violations: Violations): Violations {
  if (value !== "ALL" && value !== "PAID" && value !== "ORGANIC")
    violations = pushNotOneOf(violations, "/content_type", value, ["ALL", "PAID", "ORGANIC"]);
  return violations;
}

export function checkConversionReportTime(value: unknown, violations: Violations): Violations {
  if (value !== "TIME_OF_AD_ACTION" && value !== "TIME_OF_CONVERSION")
    violations = pushNotOneOf(violations, "/conversion_report_time", value, ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"]);
  return violations;
}

export function checkCreatedInLastNDays(value: unknown, violations: Violations): Violations {
  if (value !== 30) violations = pushNotOneOf(violations, "/created_in_last_n_days", value, [30]);
  return violations;
}

export function checkEndDate(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/end_date", "string", value));
  else if (Number.isNaN(dayNumber(value))) violations = push(violations, patternMismatch("/end_date", "YYYY-MM-DD", value));
  return violations;
}

export function checkEngagementWindowDays(value: unknown, violations: Violations): Violations {
  if (!CLICK_WINDOW_DAYS_VALUES.includes(value))
    violations = pushNotOneOf(violations, "/engagement_window_days", value, CLICK_WINDOW_DAYS_VALUES);
  return violations;
}

export function checkEntityStatuses(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/entity_statuses", "array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!ENTITY_STATUS_VALUES.includes(item))
        violations = pushNotOneOf(violations, "/entity_statuses/" + index, item, ENTITY_STATUS_VALUES);
    }
  }
  return violations;
}

export function checkFromClaimedContent(value: unknown, violations: Violations): Violations {
  if (value !== "OTHER" && value !== "CLAIMED" && value !== "BOTH")
    violations = pushNotOneOf(violations, "/from_claimed_content", value, ["OTHER", "CLAIMED", "BOTH"]);
  return violations;
}

export function checkGranularity(value: unknown, violations: Violations): Violations {
  if (!GRANULARITY_VALUES.includes(value)) violations = pushNotOneOf(violations, "/granularity", value, GRANULARITY_VALUES);
  return violations;
}

export function checkMetricTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/metric_types", "array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!QUERYMETRICTYPES_ITEMS_INPUT_VALUES.includes(item))
        violations = pushNotOneOf(violations, "/metric_types/" + index, item, QUERYMETRICTYPES_ITEMS_INPUT_VALUES);
    }
  }
  return violations;
}

export function checkNumOfPins(value: unknown, violations: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) violations = push(violations, wrongType("/num_of_pins", "integer", value));
  else if (value < 1) violations = push(violations, outOfRange("minimum", "/num_of_pins", 1, value));
  else if (value > 50) violations = push(violations, outOfRange("maximum", "/num_of_pins", 50, value));
  return violations;
}

export function checkOrder(value: unknown, violations: Violations): Violations {
  if (value !== "ASCENDING" && value !== "DESCENDING") violations = pushNotOneOf(violations, "/order", value, ["ASCENDING", "DESCENDING"]);
  return violations;
}

export function checkPageSize(value: unknown, violations: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) violations = push(violations, wrongType("/page_size", "integer", value));
  else if (value < 1) violations = push(violations, outOfRange("minimum", "/page_size", 1, value));
  else if (value > 250) violations = push(violations, outOfRange("maximum", "/page_size", 250, value));
  return violations;
}

export function checkPinAnalyticsMetricTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/metric_types", "array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES$ae544a.has(item))
        violations = pushNotOneOf(violations, "/metric_types/" + index, item, QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES$ae544a);
    }
  }
  return violations;
}

export function checkPinFormat(value: unknown, violations: Violations): Violations {
  if (!PIN_FORMAT_VALUES.includes(value)) violations = pushNotOneOf(violations, "/pin_format", value, PIN_FORMAT_VALUES);
  return violations;
}

export function checkPinIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/pin_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/pin_ids", 1, value.length));
    if (value.length > 100) violations = push(violations, outOfRange("max-items", "/pin_ids", 100, value.length));
    for (let index = 0; value.length <= 100 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/pin_ids/" + index, "digits", item));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/pin_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

export function checkReportAdGroupIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/ad_group_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/ad_group_ids", 1, value.length));
    if (value.length > 500) violations = push(violations, outOfRange("max-items", "/ad_group_ids", 500, value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/ad_group_ids/" + index, "digits", item));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/ad_group_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

export function checkReportCampaignIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/campaign_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/campaign_ids", 1, value.length));
    if (value.length > 500) violations = push(violations, outOfRange("max-items", "/campaign_ids", 500, value.length));
    for (let index = 0; value.length <= 500 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/campaign_ids/" + index, "digits", item));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/campaign_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

export function checkReportEndDate(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/end_date", "string", value));
  else if (!isDayShaped(value)) violations = push(violations, patternMismatch("/end_date", "^\\d{4}-\\d{2}-\\d{2}$", value));
  return violations;
}

export function checkReportName(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/report_name", "string", value));
  return violations;
}

export function checkReportStartDate(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/start_date", "string", value));
  else if (!isDayShaped(value)) violations = push(violations, patternMismatch("/start_date", "^\\d{4}-\\d{2}-\\d{2}$", value));
  return violations;
}

export function checkReportingTimezone(value: unknown, violations: Violations): Violations {
  if (value !== "PINTEREST_TIME_ZONE" && value !== "AD_ACCOUNT_TIME_ZONE")
    violations = pushNotOneOf(violations, "/reporting_timezone", value, ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"]);
  return violations;
}

export function checkSortAscending(value: unknown, violations: Violations): Violations {
  if (typeof value !== "boolean") violations = push(violations, wrongType("/sort_ascending", "boolean", value));
  return violations;
}

export function checkSortColumns(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/sort_columns", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/sort_columns", 1, value.length));
    if (value.length > 2) violations = push(violations, outOfRange("max-items", "/sort_columns", 2, value.length));
    for (let index = 0; value.length <= 2 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/sort_columns/" + index, "string", item));
    }
  }
  return violations;
}

export function checkSource(value: unknown, violations: Violations): Violations {
  if (value !== "ALL" && value !== "YOUR_PINS" && value !== "OTHER_PINS")
    violations = pushNotOneOf(violations, "/source", value, ["ALL", "YOUR_PINS", "OTHER_PINS"]);
  return violations;
}

export function checkStartDate(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/start_date", "string", value));
  else if (Number.isNaN(dayNumber(value))) violations = push(violations, patternMismatch("/start_date", "YYYY-MM-DD", value));
  return violations;
}

export function checkViewWindowDays(value: unknown, violations: Violations): Violations {
  if (!CLICK_WINDOW_DAYS_VALUES.includes(value))
    violations = pushNotOneOf(violations, "/view_window_days", value, CLICK_WINDOW_DAYS_VALUES);
  return violations;
}

const STATS_PARAMETERS_INPUT_FIELDS: readonly string[] = ["catalog_type", "report"];

export function checkCatalogsHotelReportStatsParametersInput(
  object: unknown,
  base: string,
  at: string | number,
  violations: Violations,
): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "catalog_type":
        if (value !== "HOTEL") violations = pushNotOneOf(violations, base + at + "/catalog_type", value, ["HOTEL"]);
        break;
      case "report":
        violations = checkCatalogsHotelReportStatsParametersReportInput(value, base + at + "/report", "", violations);
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, STATS_PARAMETERS_INPUT_FIELDS));
    }
  }
  return requireFields(["catalog_type", "report"], object, base + at, violations);
}

const ISSUE_FILTER_INPUT_FIELDS: readonly string[] = ["catalog_id", "report_type"];

export function checkCatalogsReportDistributionIssueFilterInput(
  object: unknown,
  base: string,
  at: string | number,
  violations: Violations,
): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "catalog_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/catalog_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/catalog_id", "^\\d+$", value));
        break;
      case "report_type":
        if (value !== "DISTRIBUTION_ISSUES")
          violations = pushNotOneOf(violations, base + at + "/report_type", value, ["DISTRIBUTION_ISSUES"]);
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, ISSUE_FILTER_INPUT_FIELDS));
    }
  }
  return requireFields(["report_type"], object, base + at, violations);
}

const INGESTION_FILTER_INPUT_FIELDS: readonly string[] = ["report_type", "feed_id", "processing_result_id"];

export function checkCatalogsReportFeedIngestionFilterInput(
  object: unknown,
  base: string,
  at: string | number,
  violations: Violations,
): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "report_type":
        if (value !== "FEED_INGESTION_ISSUES")
          violations = pushNotOneOf(violations, base + at + "/report_type", value, ["FEED_INGESTION_ISSUES"]);
        break;
      case "feed_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/feed_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/feed_id", "^\\d+$", value));
        break;
      case "processing_result_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/processing_result_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/processing_result_id", "^\\d+$", value));
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, INGESTION_FILTER_INPUT_FIELDS));
    }
  }
  return requireFields(["report_type", "feed_id"], object, base + at, violations);
}

const REPORT_STATS_PARAMETERS_INPUT_FIELDS: readonly string[] = ["catalog_type", "report"];

export function checkCatalogsRetailReportStatsParametersInput(
  object: unknown,
  base: string,
  at: string | number,
  violations: Violations,
): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "catalog_type":
        if (value !== "RETAIL") violations = pushNotOneOf(violations, base + at + "/catalog_type", value, ["RETAIL"]);
        break;
      case "report":
        violations = checkCatalogsRetailReportStatsParametersReportInput(value, base + at + "/report", "", violations);
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, REPORT_STATS_PARAMETERS_INPUT_FIELDS));
    }
  }
  return requireFields(["catalog_type", "report"], object, base + at, violations);
}

export function checkCatalogsHotelReportStatsParametersReportInput(
  value: unknown,
  base: string,
  at: string | number,
  violations: Violations,
): Violations {
  if (!isRecord(value)) return push(violations, wrongType(base + at, "object", value));
  const discriminator = Object.hasOwn(value, "report_type") ? value["report_type"] : undefined;
  switch (discriminator) {
    case "FEED_INGESTION_ISSUES":
      return checkCatalogsReportFeedIngestionFilterInput(value, base, at, violations);
    case "DISTRIBUTION_ISSUES":
      return checkCatalogsReportDistributionIssueFilterInput(value, base, at, violations);
    case undefined:
      return push(violations, missing(base + at + "/report_type"));
    default:
      return pushNotOneOf(violations, base + at + "/report_type", discriminator, ["FEED_INGESTION_ISSUES", "DISTRIBUTION_ISSUES"]);
  }
}

export function checkCatalogsReportStatsParametersInput(
  value: unknown,
  base: string,
  at: string | number,
  violations: Violations,
): Violations {
  if (!isRecord(value)) return push(violations, wrongType(base + at, "object", value));
  const discriminator = Object.hasOwn(value, "catalog_type") ? value["catalog_type"] : undefined;
  switch (discriminator) {
    case "RETAIL":
      return checkCatalogsRetailReportStatsParametersInput(value, base, at, violations);
    case "HOTEL":
      return checkCatalogsHotelReportStatsParametersInput(value, base, at, violations);
    case undefined:
      return push(violations, missing(base + at + "/catalog_type"));
    default:
      return pushNotOneOf(violations, base + at + "/catalog_type", discriminator, ["RETAIL", "HOTEL"]);
  }
}

export function checkCatalogsRetailReportStatsParametersReportInput(
  value: unknown,
  base: string,
  at: string | number,
  violations: Violations,
): Violations {
  if (!isRecord(value)) return push(violations, wrongType(base + at, "object", value));
  const discriminator = Object.hasOwn(value, "report_type") ? value["report_type"] : undefined;
  switch (discriminator) {
    case "FEED_INGESTION_ISSUES":
      return checkCatalogsReportFeedIngestionFilterInput(value, base, at, violations);
    case "DISTRIBUTION_ISSUES":
      return checkCatalogsReportDistributionIssueFilterInput(value, base, at, violations);
    case undefined:
      return push(violations, missing(base + at + "/report_type"));
    default:
      return pushNotOneOf(violations, base + at + "/report_type", discriminator, ["FEED_INGESTION_ISSUES", "DISTRIBUTION_ISSUES"]);
  }
}
