// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _61ed9b0e0da25cde } from "../../generation.js";
import {
  badToday,
  boundaryViolation,
  dayNumber,
  isDigits,
  isRecord,
  itemsIn,
  missing,
  NO_VIOLATIONS,
  notOneOf,
  outOfRange,
  ownFields,
  patternMismatch,
  push,
  type StandardSchema,
  standardSchema,
  stepTo,
  unknownField,
  unreadable,
  utcToday,
  type ValidateOptions,
  type Violation,
  violation,
  type Violations,
  wrongType,
} from "../../../runtime/support.js";
import type { AdAccountTargetingAnalyticsRequest } from "./types.js";

const AD_ACCOUNT_TARGETING_ANALYTICS_TARGETING_TYPE = new Set<unknown>([
  "KEYWORD",
  "APPTYPE",
  "GENDER",
  "LOCATION",
  "PLACEMENT",
  "COUNTRY",
  "TARGETED_INTEREST",
  "PINNER_INTEREST",
  "AUDIENCE_INCLUDE",
  "GEO",
  "AGE_BUCKET",
  "REGION",
  "AGE_BUCKET_AND_GENDER",
]);

const AD_ACCOUNT_TARGETING_ANALYTICS_COLUMN = new Set<unknown>([
  "SPEND_IN_MICRO_DOLLAR",
  "PAID_IMPRESSION",
  "SPEND_IN_DOLLAR",
  "CPC_IN_MICRO_DOLLAR",
  "ECPC_IN_MICRO_DOLLAR",
  "ECPC_IN_DOLLAR",
  "CTR",
  "ECTR",
  "OUTBOUND_CTR_1",
  "CAMPAIGN_NAME",
  "CAMPAIGN_BRAND_LABEL",
  "PIN_ID",
  "TOTAL_ENGAGEMENT",
  "ENGAGEMENT_1",
  "ENGAGEMENT_2",
  "ECPE_IN_DOLLAR",
  "ENGAGEMENT_RATE",
  "EENGAGEMENT_RATE",
  "ECPM_IN_MICRO_DOLLAR",
  "REPIN_RATE",
  "CTR_2",
  "CAMPAIGN_ID",
  "ADVERTISER_ID",
  "AD_ACCOUNT_ID",
  "PIN_PROMOTION_ID",
  "AD_ID",
  "AD_GROUP_ID",
  "CAMPAIGN_ENTITY_STATUS",
  "CAMPAIGN_OBJECTIVE_TYPE",
  "CPM_IN_MICRO_DOLLAR",
  "CPM_IN_DOLLAR",
  "AD_GROUP_NAME",
  "AD_GROUP_BUDGET_TYPE",
  "AD_GROUP_BUDGET_IN_LOCAL_CURRENCY",
  "AD_GROUP_ENTITY_STATUS",
  "AD_GROUP_BID_MULTIPLIER",
  "PROMO_ID",
  "PROMO_NAME",
  "ORDER_LINE_ID",
  "ORDER_LINE_NAME",
  "CLICKTHROUGH_1",
  "REPIN_1",
  "IMPRESSION_1",
  "IMPRESSION_1_GROSS",
  "CLICKTHROUGH_1_GROSS",
  "OUTBOUND_CLICK_1",
  "CLICKTHROUGH_2",
  "REPIN_2",
  "IMPRESSION_2",
  "OUTBOUND_CLICK_2",
  "COLLECTION_PIN_ITEM_IMPRESSION_1",
  "COLLECTION_PIN_ITEM_IMPRESSION_2",
  "TOTAL_COLLECTION_PIN_ITEM_IMPRESSION",
  "COLLECTION_PIN_ITEM_CLICKTHROUGH_1",
  "COLLECTION_PIN_ITEM_CLICKTHROUGH_2",
  "TOTAL_COLLECTION_PIN_ITEM_CLICKTHROUGH",
  "TOTAL_CLICKTHROUGH",
  "TOTAL_IMPRESSION",
  "TOTAL_IMPRESSION_USER",
  "TOTAL_IMPRESSION_FREQUENCY",
  "COST_PER_OUTBOUND_CLICK_IN_DOLLAR",
  "COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1",
  "TOTAL_ENGAGEMENT_SIGNUP",
  "TOTAL_ENGAGEMENT_CHECKOUT",
  "TOTAL_ENGAGEMENT_LEAD",
  "TOTAL_CLICK_SIGNUP",
  "TOTAL_CLICK_CHECKOUT",
  "TOTAL_CLICK_ADD_TO_CART",
  "TOTAL_CLICK_LEAD",
  "TOTAL_VIEW_SIGNUP",
  "TOTAL_VIEW_CHECKOUT",
  "TOTAL_VIEW_ADD_TO_CART",
  "TOTAL_VIEW_LEAD",
  "TOTAL_CONVERSIONS",
  "TOTAL_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_SESSIONS",
  "WEB_SESSIONS_1",
  "WEB_SESSIONS_2",
  "AD_NAME",
  "CAMPAIGN_LIFETIME_SPEND_CAP",
  "AD_GROUP_OPTIMIZATION",
  "CAMPAIGN_DAILY_SPEND_CAP",
  "CAMPAIGN_BUDGET_OPTIMIZATION",
  "IS_PREMIERE_CAMPAIGN",
  "TOTAL_PAGE_VISIT",
  "TOTAL_SIGNUP",
  "TOTAL_CHECKOUT",
  "TOTAL_CUSTOM",
  "TOTAL_LEAD",
  "TOTAL_ADD_TO_WISHLIST",
  "TOTAL_SUBSCRIBE",
  "TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "PAGE_VISIT_COST_PER_ACTION",
  "PAGE_VISIT_ROAS",
  "CHECKOUT_ROAS",
  "CUSTOM_ROAS",
  "PRODUCT_GROUP_AD_IMAGE_TAG",
  "PRODUCT_GROUP_AD_VIDEO_TAG",
  "VIDEO_3SEC_VIEWS_1",
  "VIDEO_15SEC_UNIQUE_VIEWS_1",
  "VIDEO_MRC_VIEWS_1",
  "VIDEO_3SEC_VIEWS_2",
  "VIDEO_15SEC_UNIQUE_VIEWS_2",
  "VIDEO_P100_COMPLETE_2",
  "VIDEO_P0_COMBINED_2",
  "VIDEO_P25_COMBINED_2",
  "VIDEO_P50_COMBINED_2",
  "VIDEO_P75_COMBINED_2",
  "VIDEO_P95_COMBINED_2",
  "VIDEO_MRC_VIEWS_2",
  "PAID_VIDEO_VIEWABLE_RATE",
  "VIDEO_LENGTH",
  "VIDEO_SPEND_IN_DOLLAR",
  "ECPV_IN_DOLLAR",
  "ECPCV_IN_DOLLAR",
  "ECPCV_P95_IN_DOLLAR",
  "TOTAL_VIDEO_3SEC_VIEWS",
  "TOTAL_VIDEO_15SEC_UNIQUE_VIEWS",
  "TOTAL_VIDEO_P100_COMPLETE",
  "TOTAL_VIDEO_P0_COMBINED",
  "TOTAL_VIDEO_P25_COMBINED",
  "TOTAL_VIDEO_P50_COMBINED",
  "TOTAL_VIDEO_P75_COMBINED",
  "TOTAL_VIDEO_P95_COMBINED",
  "TOTAL_VIDEO_MRC_VIEWS",
  "TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND",
  "TOTAL_REPIN_RATE",
  "WEB_CHECKOUT_COST_PER_ACTION",
  "WEB_CHECKOUT_ROAS",
  "TOTAL_WEB_CHECKOUT",
  "TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_CHECKOUT",
  "TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_CHECKOUT",
  "TOTAL_WEB_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_CHECKOUT",
  "TOTAL_WEB_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "INAPP_CHECKOUT_COST_PER_ACTION",
  "TOTAL_OFFLINE_CHECKOUT",
  "TOTAL_APP_INSTALL_CONVERSION_RATE",
  "TOTAL_INAPP_APP_INSTALL_CONVERSION_RATE",
  "IDEA_PIN_PRODUCT_TAG_VISIT_1",
  "IDEA_PIN_PRODUCT_TAG_VISIT_2",
  "TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT",
  "LEADS",
  "COST_PER_LEAD",
  "QUIZ_COMPLETED",
  "QUIZ_PIN_RESULT_OPEN",
  "QUIZ_COMPLETION_RATE",
  "SHOWCASE_PIN_CLICKTHROUGH",
  "SHOWCASE_SUBPAGE_CLICKTHROUGH",
  "SHOWCASE_SUBPIN_CLICKTHROUGH",
  "SHOWCASE_SUBPAGE_IMPRESSION",
  "SHOWCASE_SUBPIN_IMPRESSION",
  "SHOWCASE_SUBPAGE_SWIPE_LEFT",
  "SHOWCASE_SUBPAGE_SWIPE_RIGHT",
  "SHOWCASE_SUBPIN_SWIPE_LEFT",
  "SHOWCASE_SUBPIN_SWIPE_RIGHT",
  "SHOWCASE_SUBPAGE_REPIN",
  "SHOWCASE_SUBPIN_REPIN",
  "SHOWCASE_SUBPAGE_CLOSEUP",
  "SHOWCASE_CARD_THUMBNAIL_SWIPE_FORWARD",
  "SHOWCASE_CARD_THUMBNAIL_SWIPE_BACKWARD",
  "SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION",
  "TOTAL_CHECKOUT_CONVERSION_RATE",
  "TOTAL_VIEW_CATEGORY_CONVERSION_RATE",
  "TOTAL_ADD_TO_CART_CONVERSION_RATE",
  "TOTAL_SIGNUP_CONVERSION_RATE",
  "TOTAL_PAGE_VISIT_CONVERSION_RATE",
  "TOTAL_LEAD_CONVERSION_RATE",
  "TOTAL_SEARCH_CONVERSION_RATE",
  "TOTAL_WATCH_VIDEO_CONVERSION_RATE",
  "TOTAL_UNKNOWN_CONVERSION_RATE",
  "TOTAL_CUSTOM_CONVERSION_RATE",
  "INAPP_SKAN_APP_INSTALL",
  "INAPP_SKAN_ASSISTED_APP_INSTALL",
  "INAPP_SKAN_APP_INSTALL_COST_PER_ACTION",
  "INAPP_SKAN_APP_INSTALL_CONVERSION_RATE",
]);

const FIELDS: readonly string[] = ["ad_account_id", "start_date", "end_date", "targeting_types", "columns", "granularity", "click_window_days", "engagement_window_days", "view_window_days", "conversion_report_time", "attribution_types", "reporting_timezone"];

/**
 * Everything that is wrong with a body of type `AdAccountTargetingAnalyticsRequest`: the limits of single fields, then the rules in their order; empty when it is fine.
 * Never throws and never stops at the first. The rules as data: `view.rules` of the entry `rules`.
 */
export function validateAdAccountTargetingAnalytics(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, day: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  let ad_account_id: unknown;
  let start_date: unknown;
  let end_date: unknown;
  let targeting_types: unknown;
  let columns: unknown;
  let granularity: unknown;
  let engagement_window_days: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "ad_account_id":
        ad_account_id = value;
        found = checkAdAccountTargetingAnalyticsAdAccountId(value, found);
        break;
      case "start_date":
        start_date = value;
        found = checkAdAccountTargetingAnalyticsStartDate(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkAdAccountTargetingAnalyticsEndDate(value, found);
        break;
      case "targeting_types":
        targeting_types = value;
        found = checkAdAccountTargetingAnalyticsTargetingTypes(value, found);
        break;
      case "columns":
        columns = value;
        found = checkAdAccountTargetingAnalyticsColumns(value, found);
        break;
      case "granularity":
        granularity = value;
        found = checkAdAccountTargetingAnalyticsGranularity(value, found);
        break;
      case "click_window_days":
        found = checkAdAccountTargetingAnalyticsClickWindowDays(value, found);
        break;
      case "engagement_window_days":
        engagement_window_days = value;
        found = checkAdAccountTargetingAnalyticsEngagementWindowDays(value, found);
        break;
      case "view_window_days":
        found = checkAdAccountTargetingAnalyticsViewWindowDays(value, found);
        break;
      case "conversion_report_time":
        found = checkAdAccountTargetingAnalyticsConversionReportTime(value, found);
        break;
      case "attribution_types":
        found = checkAdAccountTargetingAnalyticsAttributionTypes(value, found);
        break;
      case "reporting_timezone":
        found = checkAdAccountTargetingAnalyticsReportingTimezone(value, found);
        break;
      default:
        found = push(found, unknownField(stepTo(key), key, FIELDS));
    }
  }
  if (ad_account_id === undefined) found = push(found, missing("/ad_account_id"));
  if (start_date === undefined) found = push(found, missing("/start_date"));
  if (end_date === undefined) found = push(found, missing("/end_date"));
  if (targeting_types === undefined) found = push(found, missing("/targeting_types"));
  if (columns === undefined) found = push(found, missing("/columns"));
  if (granularity === undefined) found = push(found, missing("/granularity"));
  const today = day === undefined ? utcToday() : dayNumber(day);
  if (Number.isNaN(today)) found = push(found, badToday(day));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (granularity !== "HOUR" && today - start_date_day >= 90) {
    found = push(found, boundaryViolation("max-lookback-not-hour", "error", "/start_date", today - start_date_day, 90, "start_date may be at most 90 days before today in UTC when granularity is not HOUR"));
  }

  if (granularity !== "HOUR" && end_date_day - start_date_day >= 90) {
    found = push(found, boundaryViolation("max-range-not-hour", "error", "/end_date", end_date_day - start_date_day, 90, "start_date to end_date may be at most 90 days apart when granularity is not HOUR"));
  }

  if (granularity === "HOUR" && today - start_date_day >= 8) {
    found = push(found, boundaryViolation("max-lookback-hour", "error", "/start_date", today - start_date_day, 8, "start_date may be at most 8 days before today in UTC when granularity is HOUR"));
  }

  if (granularity === "HOUR" && end_date_day - start_date_day >= 3) {
    found = push(found, boundaryViolation("max-range-hour", "error", "/end_date", end_date_day - start_date_day, 3, "start_date to end_date may be at most 3 days apart when granularity is HOUR"));
  }

  if (today - start_date_day >= 90) {
    found = push(found, boundaryViolation("max-lookback", "error", "/start_date", today - start_date_day, 90, "start_date may be at most 90 days before today in UTC"));
  }

  if (end_date_day - start_date_day >= 90) {
    found = push(found, boundaryViolation("max-range", "error", "/end_date", end_date_day - start_date_day, 90, "start_date to end_date may be at most 90 days apart"));
  }

  if (granularity === "HOUR" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (typeof item === "string" && new RegExp("(^|_)(CONVERSIONS?|CHECKOUTS?|ADD_TO_CART|ADD_TO_WISHLIST|SUBSCRIBE|SIGNUPS?|LEADS?|PAGE_VISITS?|WATCH_VIDEO|VIEW_CATEGORY|SEARCH|UNKNOWN|APP_INSTALLS?|ROAS|CPA|COST_PER_ACTION)(_|$)|(^|_)CUSTOM(_[^L]|$)").test(item)) {
        found = push(found, violation("no-data-when-columns-conversion-metrics-hour", "warning", "/columns/" + index, () => item + " may return no data" + " when granularity is HOUR"));
      }
    }
  }

  if (engagement_window_days !== undefined) {
    found = push(found, violation("no-data-when-engagement-window-days", "warning", "/engagement_window_days", () => "engagement_window_days may return no data"));
  }

  if (end_date_day < start_date_day) {
    found = push(found, violation("dates-in-order", "error", "/end_date", () => "end_date may not be before start_date"));
  }

  if (start_date_day > today) {
    found = push(found, violation("start-date-not-in-the-future", "warning", "/start_date", () => "start_date after today in UTC may return no rows"));
  }
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const adAccountTargetingAnalyticsSchema: StandardSchema<AdAccountTargetingAnalyticsRequest> = /* @__PURE__ */ standardSchema(validateAdAccountTargetingAnalytics);

function checkAdAccountTargetingAnalyticsAdAccountId(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/ad_account_id", "a string of digits", value));
  else if (value.length > 18) found = push(found, outOfRange("max-length", "/ad_account_id", "may have at most 18 characters", value.length));
  else if (!isDigits(value)) found = push(found, patternMismatch("/ad_account_id", "^\\d+$", value));
  return found;
}

function checkAdAccountTargetingAnalyticsStartDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/start_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/start_date", "YYYY-MM-DD", value));
  return found;
}

function checkAdAccountTargetingAnalyticsEndDate(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/end_date", "a string", value));
  else if (Number.isNaN(dayNumber(value))) found = push(found, patternMismatch("/end_date", "YYYY-MM-DD", value));
  return found;
}

function checkAdAccountTargetingAnalyticsTargetingTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/targeting_types", "an array", value));
  } else {
    if (value.length < 1) found = push(found, outOfRange("min-items", "/targeting_types", "must have at least 1", value.length));
    if (value.length > 15) found = push(found, outOfRange("max-items", "/targeting_types", "may have at most 15", value.length));
    for (let index = 0; value.length <= 15 && index < value.length; index++) {
      const item: unknown = value[index];
      if (!AD_ACCOUNT_TARGETING_ANALYTICS_TARGETING_TYPE.has(item)) found = push(found, notOneOf("/targeting_types/" + index, item, AD_ACCOUNT_TARGETING_ANALYTICS_TARGETING_TYPE));
    }
  }
  return found;
}

function checkAdAccountTargetingAnalyticsColumns(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/columns", "an array", value));
  } else {
    const count = itemsIn(value);
    if (value.length === 0) found = push(found, violation("no-columns", "warning", "/columns", () => "is empty: the response may hold no data"));
    if (new Set(value).size < value.length) found = push(found, violation("repeated-columns", "warning", "/columns", () => "names a column more than once: the response may hold it once"));
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!AD_ACCOUNT_TARGETING_ANALYTICS_COLUMN.has(item)) found = push(found, notOneOf("/columns/" + index, item, AD_ACCOUNT_TARGETING_ANALYTICS_COLUMN));
    }
  }
  return found;
}

function checkAdAccountTargetingAnalyticsGranularity(value: unknown, found: Violations): Violations {
  if (value !== "TOTAL" && value !== "DAY" && value !== "HOUR" && value !== "WEEK" && value !== "MONTH") found = push(found, notOneOf("/granularity", value, ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"]));
  return found;
}

function checkAdAccountTargetingAnalyticsClickWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60) found = push(found, notOneOf("/click_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkAdAccountTargetingAnalyticsEngagementWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60) found = push(found, notOneOf("/engagement_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkAdAccountTargetingAnalyticsViewWindowDays(value: unknown, found: Violations): Violations {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60) found = push(found, notOneOf("/view_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkAdAccountTargetingAnalyticsConversionReportTime(value: unknown, found: Violations): Violations {
  if (value !== "TIME_OF_AD_ACTION" && value !== "TIME_OF_CONVERSION") found = push(found, notOneOf("/conversion_report_time", value, ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"]));
  return found;
}

function checkAdAccountTargetingAnalyticsAttributionTypes(value: unknown, found: Violations): Violations {
  if (!Array.isArray(value)) {
    found = push(found, wrongType("/attribution_types", "an array", value));
  } else {
    if (value.length > 2) found = push(found, outOfRange("max-items", "/attribution_types", "may have at most 2", value.length));
    for (let index = 0; value.length <= 2 && index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "INDIVIDUAL" && item !== "HOUSEHOLD") found = push(found, notOneOf("/attribution_types/" + index, item, ["INDIVIDUAL", "HOUSEHOLD"]));
    }
  }
  return found;
}

function checkAdAccountTargetingAnalyticsReportingTimezone(value: unknown, found: Violations): Violations {
  if (value !== "PINTEREST_TIME_ZONE" && value !== "AD_ACCOUNT_TIME_ZONE") found = push(found, notOneOf("/reporting_timezone", value, ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"]));
  return found;
}
