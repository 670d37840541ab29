// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Splits a request whose date range or list is too long into the fewest requests that the rules allow.
 * @packageDocumentation
 */

import type { FieldType, IsNoneOf, ListsNoneOf, Or, Plan, PlanFacts, Plannable, Planned, PlanOptions } from "../runtime/support-data.js";
import { plan } from "../runtime/support-data.js";

import { reportRules } from "./report/rules.js";
import { type ReportRequest, validateReport } from "./report/schema.js";
import { templateReportRules } from "./template-report/rules.js";
import { type TemplateReportRequest, validateTemplateReport } from "./template-report/schema.js";
import { mmmReportRules } from "./mmm-report/rules.js";
import { type MmmReportRequest, validateMmmReport } from "./mmm-report/schema.js";
import { conversionProductReportRules } from "./conversion-product-report/rules.js";
import { type ConversionProductReportRequest, validateConversionProductReport } from "./conversion-product-report/schema.js";
import { adAccountAnalyticsRules } from "./operations/ad-account-analytics/rules.js";
import { type AdAccountAnalyticsRequest, validateAdAccountAnalytics } from "./operations/ad-account-analytics/schema.js";
import { campaignAnalyticsRules } from "./operations/campaign-analytics/rules.js";
import { type CampaignAnalyticsRequest, validateCampaignAnalytics } from "./operations/campaign-analytics/schema.js";
import { adGroupAnalyticsRules } from "./operations/ad-group-analytics/rules.js";
import { type AdGroupAnalyticsRequest, validateAdGroupAnalytics } from "./operations/ad-group-analytics/schema.js";
import { adAnalyticsRules } from "./operations/ad-analytics/rules.js";
import { type AdAnalyticsRequest, validateAdAnalytics } from "./operations/ad-analytics/schema.js";
import { productGroupAnalyticsRules } from "./operations/product-group-analytics/rules.js";
import { type ProductGroupAnalyticsRequest, validateProductGroupAnalytics } from "./operations/product-group-analytics/schema.js";
import { adPinAnalyticsRules } from "./operations/ad-pin-analytics/rules.js";
import { type AdPinAnalyticsRequest, validateAdPinAnalytics } from "./operations/ad-pin-analytics/schema.js";
import { pinAnalyticsRules } from "./operations/pin-analytics/rules.js";
import { type PinAnalyticsRequest, validatePinAnalytics } from "./operations/pin-analytics/schema.js";
import { multiPinAnalyticsRules } from "./operations/multi-pin-analytics/rules.js";
import { type MultiPinAnalyticsRequest, validateMultiPinAnalytics } from "./operations/multi-pin-analytics/schema.js";
import { userAnalyticsRules } from "./operations/user-analytics/rules.js";
import { type UserAnalyticsRequest, validateUserAnalytics } from "./operations/user-analytics/schema.js";
import { userTopPinsRules } from "./operations/user-top-pins/rules.js";
import { type UserTopPinsRequest, validateUserTopPins } from "./operations/user-top-pins/schema.js";
import { userTopVideoPinsRules } from "./operations/user-top-video-pins/rules.js";
import { type UserTopVideoPinsRequest, validateUserTopVideoPins } from "./operations/user-top-video-pins/schema.js";
import { adAccountTargetingAnalyticsRules } from "./operations/ad-account-targeting-analytics/rules.js";
import {
  type AdAccountTargetingAnalyticsRequest,
  validateAdAccountTargetingAnalytics,
} from "./operations/ad-account-targeting-analytics/schema.js";
import { campaignTargetingAnalyticsRules } from "./operations/campaign-targeting-analytics/rules.js";
import {
  type CampaignTargetingAnalyticsRequest,
  validateCampaignTargetingAnalytics,
} from "./operations/campaign-targeting-analytics/schema.js";
import { adGroupTargetingAnalyticsRules } from "./operations/ad-group-targeting-analytics/rules.js";
import {
  type AdGroupTargetingAnalyticsRequest,
  validateAdGroupTargetingAnalytics,
} from "./operations/ad-group-targeting-analytics/schema.js";
import { adTargetingAnalyticsRules } from "./operations/ad-targeting-analytics/rules.js";
import { type AdTargetingAnalyticsRequest, validateAdTargetingAnalytics } from "./operations/ad-targeting-analytics/schema.js";
import { type CampaignsRequest, validateCampaigns } from "./operations/campaigns/schema.js";
import { adGroupsRules } from "./operations/ad-groups/rules.js";
import { type AdGroupsRequest, validateAdGroups } from "./operations/ad-groups/schema.js";
import { adsRules } from "./operations/ads/rules.js";
import { type AdsRequest, validateAds } from "./operations/ads/schema.js";
import { type KeywordsRequest, validateKeywords } from "./operations/keywords/schema.js";
import { productGroupsRules } from "./operations/product-groups/rules.js";
import { type ProductGroupsRequest, validateProductGroups } from "./operations/product-groups/schema.js";

const REPORT: PlanFacts = {
  rules: reportRules,
  validate: validateReport,
  defaults: { combine_targeting_types: false },
  lists: [
    { field: "ad_group_ids", maxItems: 500, minItems: 1, splitsRows: false },
    { field: "ad_group_statuses", maxItems: 6, minItems: 1, splitsRows: false },
    { field: "ad_ids", maxItems: 500, minItems: 1, splitsRows: false },
    { field: "ad_statuses", maxItems: 6, minItems: 1, splitsRows: false },
    { field: "campaign_ids", maxItems: 500, minItems: 1, splitsRows: false },
    { field: "campaign_objective_types", maxItems: 7, minItems: 1, splitsRows: false },
    { field: "campaign_statuses", maxItems: 6, minItems: 1, splitsRows: false },
    { field: "product_group_ids", maxItems: 500, minItems: 1, splitsRows: false },
    { field: "product_group_statuses", maxItems: 6, minItems: 1, splitsRows: false },
    { field: "product_item_ids", maxItems: 500, minItems: 1, splitsRows: false },
    { field: "targeting_types", maxItems: 5, minItems: 1, together: { field: "combine_targeting_types", is: [true] }, splitsRows: true },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: ["metrics_filters"],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateReport` finds no errors in the planned requests, and no warnings
 * about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the reasons.
 * `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown option.
 * @example
 * ```ts
 * const { requests, problems } = planReport(body);
 * ```
 */
export function planReport<const Request>(
  body: Plannable<ReportRequest, Request>,
  options: PlanOptions = {},
): Plan<
  Planned<
    ReportRequest,
    Request,
    "columns",
    [
      Or<
        | IsNoneOf<FieldType<Request, "level">, "PRODUCT_ITEM">
        | ListsNoneOf<
            Request,
            "columns",
            "PIN_PROMOTION_STATUS" | "AD_STATUS" | "PIN_PROMOTION_ID" | "AD_ID" | "PIN_PROMOTION_NAME" | "AD_NAME"
          >
      >,
      Or<
        | IsNoneOf<
            FieldType<Request, "level">,
            | "ADVERTISER_TARGETING"
            | "CAMPAIGN_TARGETING"
            | "AD_GROUP_TARGETING"
            | "PIN_PROMOTION_TARGETING"
            | "PRODUCT_GROUP_TARGETING"
            | "PRODUCT_ITEM_TARGETING"
          >
        | ListsNoneOf<Request, "columns", "TOTAL_IMPRESSION_USER" | "TOTAL_IMPRESSION_FREQUENCY">
      >,
      Or<
        | IsNoneOf<FieldType<Request, "level">, "KEYWORD">
        | ListsNoneOf<Request, "columns", "TOTAL_IMPRESSION_USER" | "TOTAL_IMPRESSION_FREQUENCY">
      >,
      Or<IsNoneOf<FieldType<Request, "level">, "PRODUCT_ITEM"> | ListsNoneOf<Request, "columns", "PIN_ID" | "STANDARD_AD_FEED_ITEM_ID">>,
      Or<
        | IsNoneOf<FieldType<Request, "level">, "PRODUCT_ITEM_TARGETING">
        | ListsNoneOf<
            Request,
            "columns",
            "PIN_PROMOTION_ID" | "PIN_PROMOTION_NAME" | "PIN_PROMOTION_STATUS" | "AD_ID" | "AD_NAME" | "AD_STATUS"
          >
      >,
    ]
  >
> {
  return plan(REPORT, body, options);
}

const TEMPLATE_REPORT: PlanFacts = {
  rules: templateReportRules,
  validate: validateTemplateReport,
  defaults: {},
  lists: [
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateTemplateReport` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planTemplateReport(body);
 * ```
 */
export function planTemplateReport<const Request>(
  body: Request | TemplateReportRequest,
  options: PlanOptions = {},
): Plan<Planned<TemplateReportRequest, Request>> {
  return plan(TEMPLATE_REPORT, body, options);
}

const MMM_REPORT: PlanFacts = {
  rules: mmmReportRules,
  validate: validateMmmReport,
  defaults: {},
  lists: [
    { field: "custom_column_ids", maxItems: 20, minItems: 1, splitsRows: false },
    { field: "targeting_types", maxItems: 7, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { DAY: "day", WEEK: "week" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateMmmReport` finds no errors in the planned requests, and no warnings
 * about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the reasons.
 * `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown option.
 * @example
 * ```ts
 * const { requests, problems } = planMmmReport(body);
 * ```
 */
export function planMmmReport<const Request>(
  body: Plannable<MmmReportRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<MmmReportRequest, Request, "columns">> {
  return plan(MMM_REPORT, body, options);
}

const CONVERSION_PRODUCT_REPORT: PlanFacts = {
  rules: conversionProductReportRules,
  validate: validateConversionProductReport,
  defaults: { conversion_product_attribution_type: "DEFAULT", conversion_product_breakdown: "PRODUCT_BRAND" },
  lists: [
    { field: "ad_group_ids", maxItems: 500, minItems: 1, splitsRows: false },
    { field: "campaign_ids", maxItems: 500, minItems: 1, splitsRows: false },
    { field: "campaign_objective_types", maxItems: 7, minItems: 1, splitsRows: false },
    { field: "product_sku_ids", maxItems: 30000, minItems: 2, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateConversionProductReport` finds no errors in the planned requests, and
 * no warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planConversionProductReport(body);
 * ```
 */
export function planConversionProductReport<const Request>(
  body: Plannable<ConversionProductReportRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<ConversionProductReportRequest, Request, "columns">> {
  return plan(CONVERSION_PRODUCT_REPORT, body, options);
}

const AD_ACCOUNT_ANALYTICS: PlanFacts = {
  rules: adAccountAnalyticsRules,
  validate: validateAdAccountAnalytics,
  defaults: {},
  lists: [
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateAdAccountAnalytics` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planAdAccountAnalytics(body);
 * ```
 */
export function planAdAccountAnalytics<const Request>(
  body: Plannable<AdAccountAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<AdAccountAnalyticsRequest, Request, "columns">> {
  return plan(AD_ACCOUNT_ANALYTICS, body, options);
}

const CAMPAIGN_ANALYTICS: PlanFacts = {
  rules: campaignAnalyticsRules,
  validate: validateCampaignAnalytics,
  defaults: {},
  lists: [
    { field: "campaign_ids", maxItems: 250, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateCampaignAnalytics` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planCampaignAnalytics(body);
 * ```
 */
export function planCampaignAnalytics<const Request>(
  body: Plannable<CampaignAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<CampaignAnalyticsRequest, Request, "columns">> {
  return plan(CAMPAIGN_ANALYTICS, body, options);
}

const AD_GROUP_ANALYTICS: PlanFacts = {
  rules: adGroupAnalyticsRules,
  validate: validateAdGroupAnalytics,
  defaults: {},
  lists: [
    { field: "ad_group_ids", maxItems: 250, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateAdGroupAnalytics` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planAdGroupAnalytics(body);
 * ```
 */
export function planAdGroupAnalytics<const Request>(
  body: Plannable<AdGroupAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<AdGroupAnalyticsRequest, Request, "columns">> {
  return plan(AD_GROUP_ANALYTICS, body, options);
}

const AD_ANALYTICS: PlanFacts = {
  rules: adAnalyticsRules,
  validate: validateAdAnalytics,
  defaults: {},
  lists: [
    { field: "pin_ids", maxItems: 100, minItems: 1, splitsRows: false },
    { field: "ad_ids", maxItems: 250, minItems: 1, splitsRows: false },
    { field: "campaign_ids", maxItems: 250, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateAdAnalytics` finds no errors in the planned requests, and no warnings
 * about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the reasons.
 * `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown option.
 * @example
 * ```ts
 * const { requests, problems } = planAdAnalytics(body);
 * ```
 */
export function planAdAnalytics<const Request>(
  body: Plannable<AdAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<AdAnalyticsRequest, Request, "columns">> {
  return plan(AD_ANALYTICS, body, options);
}

const PRODUCT_GROUP_ANALYTICS: PlanFacts = {
  rules: productGroupAnalyticsRules,
  validate: validateProductGroupAnalytics,
  defaults: {},
  lists: [
    { field: "product_group_ids", maxItems: 250, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateProductGroupAnalytics` finds no errors in the planned requests, and
 * no warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planProductGroupAnalytics(body);
 * ```
 */
export function planProductGroupAnalytics<const Request>(
  body: Plannable<ProductGroupAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<ProductGroupAnalyticsRequest, Request, "columns">> {
  return plan(PRODUCT_GROUP_ANALYTICS, body, options);
}

const AD_PIN_ANALYTICS: PlanFacts = {
  rules: adPinAnalyticsRules,
  validate: validateAdPinAnalytics,
  defaults: {},
  lists: [
    { field: "pin_ids", maxItems: 100, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateAdPinAnalytics` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planAdPinAnalytics(body);
 * ```
 */
export function planAdPinAnalytics<const Request>(
  body: Plannable<AdPinAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<AdPinAnalyticsRequest, Request, "columns">> {
  return plan(AD_PIN_ANALYTICS, body, options);
}

const PIN_ANALYTICS: PlanFacts = {
  rules: pinAnalyticsRules,
  validate: validatePinAnalytics,
  defaults: {},
  lists: [
  ],
  totals: ["summary_metrics"],
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validatePinAnalytics` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planPinAnalytics(body);
 * ```
 */
export function planPinAnalytics<const Request>(
  body: Request | PinAnalyticsRequest,
  options: PlanOptions = {},
): Plan<Planned<PinAnalyticsRequest, Request>> {
  return plan(PIN_ANALYTICS, body, options);
}

const MULTI_PIN_ANALYTICS: PlanFacts = {
  rules: multiPinAnalyticsRules,
  validate: validateMultiPinAnalytics,
  defaults: {},
  lists: [
    { field: "pin_ids", maxItems: 100, minItems: 1, splitsRows: false },
  ],
  totals: ["summary_metrics"],
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateMultiPinAnalytics` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planMultiPinAnalytics(body);
 * ```
 */
export function planMultiPinAnalytics<const Request>(
  body: Request | MultiPinAnalyticsRequest,
  options: PlanOptions = {},
): Plan<Planned<MultiPinAnalyticsRequest, Request>> {
  return plan(MULTI_PIN_ANALYTICS, body, options);
}

const USER_ANALYTICS: PlanFacts = {
  rules: userAnalyticsRules,
  validate: validateUserAnalytics,
  defaults: {},
  lists: [
  ],
  totals: ["summary_metrics"],
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateUserAnalytics` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planUserAnalytics(body);
 * ```
 */
export function planUserAnalytics<const Request>(
  body: Request | UserAnalyticsRequest,
  options: PlanOptions = {},
): Plan<Planned<UserAnalyticsRequest, Request>> {
  return plan(USER_ANALYTICS, body, options);
}

const USER_TOP_PINS: PlanFacts = {
  rules: userTopPinsRules,
  validate: validateUserTopPins,
  defaults: {},
  lists: [
  ],
  undivided: true,
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateUserTopPins` finds no errors in the planned requests, and no warnings
 * about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the reasons.
 * `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown option.
 * @example
 * ```ts
 * const { requests, problems } = planUserTopPins(body);
 * ```
 */
export function planUserTopPins<const Request>(
  body: Request | UserTopPinsRequest,
  options: PlanOptions = {},
): Plan<Planned<UserTopPinsRequest, Request>> {
  return plan(USER_TOP_PINS, body, options);
}

const USER_TOP_VIDEO_PINS: PlanFacts = {
  rules: userTopVideoPinsRules,
  validate: validateUserTopVideoPins,
  defaults: {},
  lists: [
  ],
  undivided: true,
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateUserTopVideoPins` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planUserTopVideoPins(body);
 * ```
 */
export function planUserTopVideoPins<const Request>(
  body: Request | UserTopVideoPinsRequest,
  options: PlanOptions = {},
): Plan<Planned<UserTopVideoPinsRequest, Request>> {
  return plan(USER_TOP_VIDEO_PINS, body, options);
}

const AD_ACCOUNT_TARGETING_ANALYTICS: PlanFacts = {
  rules: adAccountTargetingAnalyticsRules,
  validate: validateAdAccountTargetingAnalytics,
  defaults: {},
  lists: [
    { field: "targeting_types", maxItems: 15, minItems: 1, splitsRows: false },
    { field: "attribution_types", maxItems: 2, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateAdAccountTargetingAnalytics` finds no errors in the planned requests,
 * and no warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with
 * the reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planAdAccountTargetingAnalytics(body);
 * ```
 */
export function planAdAccountTargetingAnalytics<const Request>(
  body: Plannable<AdAccountTargetingAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<AdAccountTargetingAnalyticsRequest, Request, "columns">> {
  return plan(AD_ACCOUNT_TARGETING_ANALYTICS, body, options);
}

const CAMPAIGN_TARGETING_ANALYTICS: PlanFacts = {
  rules: campaignTargetingAnalyticsRules,
  validate: validateCampaignTargetingAnalytics,
  defaults: {},
  lists: [
    { field: "campaign_ids", maxItems: 250, minItems: 1, splitsRows: false },
    { field: "targeting_types", maxItems: 14, minItems: 1, splitsRows: false },
    { field: "attribution_types", maxItems: 2, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateCampaignTargetingAnalytics` finds no errors in the planned requests,
 * and no warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with
 * the reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planCampaignTargetingAnalytics(body);
 * ```
 */
export function planCampaignTargetingAnalytics<const Request>(
  body: Plannable<CampaignTargetingAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<CampaignTargetingAnalyticsRequest, Request, "columns">> {
  return plan(CAMPAIGN_TARGETING_ANALYTICS, body, options);
}

const AD_GROUP_TARGETING_ANALYTICS: PlanFacts = {
  rules: adGroupTargetingAnalyticsRules,
  validate: validateAdGroupTargetingAnalytics,
  defaults: {},
  lists: [
    { field: "ad_group_ids", maxItems: 250, minItems: 1, splitsRows: false },
    { field: "targeting_types", maxItems: 14, minItems: 1, splitsRows: false },
    { field: "attribution_types", maxItems: 2, minItems: 1, splitsRows: false },
    { field: "sort_columns", maxItems: 2, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateAdGroupTargetingAnalytics` finds no errors in the planned requests,
 * and no warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with
 * the reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planAdGroupTargetingAnalytics(body);
 * ```
 */
export function planAdGroupTargetingAnalytics<const Request>(
  body: Plannable<AdGroupTargetingAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<AdGroupTargetingAnalyticsRequest, Request, "columns">> {
  return plan(AD_GROUP_TARGETING_ANALYTICS, body, options);
}

const AD_TARGETING_ANALYTICS: PlanFacts = {
  rules: adTargetingAnalyticsRules,
  validate: validateAdTargetingAnalytics,
  defaults: {},
  lists: [
    { field: "ad_ids", maxItems: 250, minItems: 1, splitsRows: false },
    { field: "targeting_types", maxItems: 14, minItems: 1, splitsRows: false },
    { field: "attribution_types", maxItems: 2, minItems: 1, splitsRows: false },
    { field: "sort_columns", maxItems: 2, minItems: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", buckets: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  filters: [],
};

/**
 * Splits a request into the fewest requests that the rules allow, oldest days first. Weeks and months stay whole, and a total over all days
 * is split only with `splitTotal`. On the day `today` (UTC), `validateAdTargetingAnalytics` finds no errors in the planned requests, and no
 * warnings about date limits whose exact cutoff is undocumented. `dropped` lists the days and values that cannot be requested, with the
 * reasons. `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown
 * option.
 * @example
 * ```ts
 * const { requests, problems } = planAdTargetingAnalytics(body);
 * ```
 */
export function planAdTargetingAnalytics<const Request>(
  body: Plannable<AdTargetingAnalyticsRequest, Request>,
  options: PlanOptions = {},
): Plan<Planned<AdTargetingAnalyticsRequest, Request, "columns">> {
  return plan(AD_TARGETING_ANALYTICS, body, options);
}

const CAMPAIGNS: PlanFacts = {
  rules: [],
  validate: validateCampaigns,
  defaults: {},
  lists: [
    { field: "campaign_ids", maxItems: 250, minItems: 1, splitsRows: false },
  ],
  filters: [],
  bookmark: "bookmark",
};

/**
 * Splits a request whose lists are too long into several requests. `validateCampaigns` finds no errors in these requests. All other fields
 * are unchanged.
 * A body with a `bookmark` cannot be split, because a bookmark belongs to a single request.
 * `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown option.
 * @example
 * ```ts
 * const { requests, problems } = planCampaigns(body);
 * ```
 */
export function planCampaigns<const Request>(
  body: Request | CampaignsRequest,
  options: PlanOptions = {},
): Plan<Planned<CampaignsRequest, Request>> {
  return plan(CAMPAIGNS, body, options);
}

const AD_GROUPS: PlanFacts = {
  rules: adGroupsRules,
  validate: validateAdGroups,
  defaults: {},
  lists: [
    { field: "campaign_ids", maxItems: 250, minItems: 1, splitsRows: false },
    { field: "ad_group_ids", maxItems: 250, minItems: 1, splitsRows: false },
  ],
  filters: [],
  bookmark: "bookmark",
};

/**
 * Splits a request whose lists are too long into several requests. `validateAdGroups` finds no errors in these requests. All other fields
 * are unchanged.
 * A body with a `bookmark` cannot be split, because a bookmark belongs to a single request.
 * `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown option.
 * @example
 * ```ts
 * const { requests, problems } = planAdGroups(body);
 * ```
 */
export function planAdGroups<const Request>(
  body: Request | AdGroupsRequest,
  options: PlanOptions = {},
): Plan<Planned<AdGroupsRequest, Request>> {
  return plan(AD_GROUPS, body, options);
}

const ADS: PlanFacts = {
  rules: adsRules,
  validate: validateAds,
  defaults: {},
  lists: [
    { field: "campaign_ids", maxItems: 250, minItems: 1, splitsRows: false },
    { field: "ad_group_ids", maxItems: 250, minItems: 1, splitsRows: false },
    { field: "ad_ids", maxItems: 250, minItems: 1, splitsRows: false },
  ],
  filters: [],
  bookmark: "bookmark",
};

/**
 * Splits a request whose lists are too long into several requests. `validateAds` finds no errors in these requests. All other fields are
 * unchanged.
 * A body with a `bookmark` cannot be split, because a bookmark belongs to a single request.
 * `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown option.
 * @example
 * ```ts
 * const { requests, problems } = planAds(body);
 * ```
 */
export function planAds<const Request>(
  body: Request | AdsRequest,
  options: PlanOptions = {},
): Plan<Planned<AdsRequest, Request>> {
  return plan(ADS, body, options);
}

const KEYWORDS: PlanFacts = {
  rules: [],
  validate: validateKeywords,
  defaults: {},
  lists: [
    { field: "ad_group_ids", maxItems: 250, minItems: 1, splitsRows: false },
    { field: "match_types", maxItems: 5, minItems: 1, splitsRows: false },
  ],
  filters: [],
  bookmark: "bookmark",
};

/**
 * Splits a request whose lists are too long into several requests. `validateKeywords` finds no errors in these requests. All other fields
 * are unchanged.
 * A body with a `bookmark` cannot be split, because a bookmark belongs to a single request.
 * `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown option.
 * @example
 * ```ts
 * const { requests, problems } = planKeywords(body);
 * ```
 */
export function planKeywords<const Request>(
  body: Request | KeywordsRequest,
  options: PlanOptions = {},
): Plan<Planned<KeywordsRequest, Request>> {
  return plan(KEYWORDS, body, options);
}

const PRODUCT_GROUPS: PlanFacts = {
  rules: productGroupsRules,
  validate: validateProductGroups,
  defaults: {},
  lists: [
    { field: "product_group_promotion_ids", maxItems: 250, minItems: 1, splitsRows: false },
  ],
  filters: [],
  bookmark: "bookmark",
};

/**
 * Splits a request whose lists are too long into several requests. `validateProductGroups` finds no errors in these requests. All other
 * fields are unchanged.
 * A body with a `bookmark` cannot be split, because a bookmark belongs to a single request.
 * `problems` contains the remaining violations; if one is an error, `requests` is empty. Throws a `TypeError` for an unknown option.
 * @example
 * ```ts
 * const { requests, problems } = planProductGroups(body);
 * ```
 */
export function planProductGroups<const Request>(
  body: Request | ProductGroupsRequest,
  options: PlanOptions = {},
): Plan<Planned<ProductGroupsRequest, Request>> {
  return plan(PRODUCT_GROUPS, body, options);
}

export type { Dropped, DroppedDays, DroppedValues, Plan, Plannable, Planned, PlanOptions, Violation } from "../runtime/support-data.js";
