// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * The requests as JSON Schema (draft 2020-12), and as Standard Schema with `~standard.jsonSchema`. A schema contains the fields, their
 * limits, and those error rules that JSON Schema can express. Its `$comment` lists the rules that the schema leaves out or relaxes.
 * @packageDocumentation
 */

import { type JsonSchema, type StandardJsonSchema, withJsonSchema } from "../runtime/support-data.js";
import { type CatalogReportRequest, catalogReportSchema } from "./catalog-report/schema.js";
import { CONVERSION_PRODUCT_REPORT_COLUMN_KINDS } from "./conversion-product-report/column-kinds.js";
import { type ConversionProductReportRequest, conversionProductReportSchema } from "./conversion-product-report/schema.js";
import {
  ADS_ANALYTICS_ACCOUNT_TARGETING_TYPE_INPUT_VALUES,
  ADS_ANALYTICS_AD_GROUP_TARGETING_TYPE_INPUT_VALUES,
  ADS_ANALYTICS_AD_TARGETING_TYPE_INPUT_VALUES,
  ADS_ANALYTICS_CAMPAIGN_TARGETING_TYPE_INPUT_VALUES,
  MMM_REPORT_COUNTRY_VALUES,
  QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES,
  REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES,
  REPORT_LEVEL_VALUES,
  REPORT_TARGETING_TYPE_VALUES,
} from "./lists.js";
import { MMM_REPORT_COLUMN_KINDS } from "./mmm-report/column-kinds.js";
import { type MmmReportRequest, mmmReportSchema } from "./mmm-report/schema.js";
import { type AdAccountAnalyticsRequest, adAccountAnalyticsSchema } from "./operations/ad-account-analytics/schema.js";
import type { AdAccountTargetingAnalyticsRequest } from "./operations/ad-account-targeting-analytics/schema.js";
import { adAccountTargetingAnalyticsSchema } from "./operations/ad-account-targeting-analytics/schema.js";
import { type AdAccountsRequest, adAccountsSchema } from "./operations/ad-accounts/schema.js";
import { type AdAnalyticsRequest, adAnalyticsSchema } from "./operations/ad-analytics/schema.js";
import { type AdGroupAnalyticsRequest, adGroupAnalyticsSchema } from "./operations/ad-group-analytics/schema.js";
import type { AdGroupTargetingAnalyticsRequest } from "./operations/ad-group-targeting-analytics/schema.js";
import { adGroupTargetingAnalyticsSchema } from "./operations/ad-group-targeting-analytics/schema.js";
import { type AdGroupsRequest, adGroupsSchema } from "./operations/ad-groups/schema.js";
import { type AdPinAnalyticsRequest, adPinAnalyticsSchema } from "./operations/ad-pin-analytics/schema.js";
import { type AdTargetingAnalyticsRequest, adTargetingAnalyticsSchema } from "./operations/ad-targeting-analytics/schema.js";
import { type AdsRequest, adsSchema } from "./operations/ads/schema.js";
import { type CampaignAnalyticsRequest, campaignAnalyticsSchema } from "./operations/campaign-analytics/schema.js";
import type { CampaignTargetingAnalyticsRequest } from "./operations/campaign-targeting-analytics/schema.js";
import { campaignTargetingAnalyticsSchema } from "./operations/campaign-targeting-analytics/schema.js";
import { type CampaignsRequest, campaignsSchema } from "./operations/campaigns/schema.js";
import { type CatalogReportStatsRequest, catalogReportStatsSchema } from "./operations/catalog-report-stats/schema.js";
import { ANALYTICS_COLUMN_KINDS } from "./operations/column-kinds.js";
import { type DeliveryMetricsRequest, deliveryMetricsSchema } from "./operations/delivery-metrics/schema.js";
import { type KeywordsRequest, keywordsSchema } from "./operations/keywords/schema.js";
import { type MultiPinAnalyticsRequest, multiPinAnalyticsSchema } from "./operations/multi-pin-analytics/schema.js";
import { type OauthTokenRequest, oauthTokenSchema } from "./operations/oauth-token/schema.js";
import { type PinAnalyticsRequest, pinAnalyticsSchema } from "./operations/pin-analytics/schema.js";
import { type ProductGroupAnalyticsRequest, productGroupAnalyticsSchema } from "./operations/product-group-analytics/schema.js";
import { type ProductGroupsRequest, productGroupsSchema } from "./operations/product-groups/schema.js";
import { type TargetingOptionsRequest, targetingOptionsSchema } from "./operations/targeting-options/schema.js";
import { type UserAnalyticsRequest, userAnalyticsSchema } from "./operations/user-analytics/schema.js";
import { type UserTopPinsRequest, userTopPinsSchema } from "./operations/user-top-pins/schema.js";
import { type UserTopVideoPinsRequest, userTopVideoPinsSchema } from "./operations/user-top-video-pins/schema.js";
import { REPORT_COLUMN_KINDS } from "./report/column-kinds.js";
import { type ReportRequest, reportSchema } from "./report/schema.js";
import { type TemplateReportRequest, templateReportSchema } from "./template-report/schema.js";

const CatalogsHotelReportStatsParametersInput = {
  type: "object",
  additionalProperties: false,
  required: ["catalog_type", "report"],
  properties: {
    catalog_type: { description: "Type of the catalog.", const: "HOTEL" },
    report: {
      description: "Type of the report, and the feed or catalog that it covers.",
      $ref: "#/$defs/CatalogsHotelReportStatsParametersReportInput",
    },
  },
};

const CatalogsReportDistributionIssueFilterInput = {
  type: "object",
  additionalProperties: false,
  required: ["report_type"],
  properties: {
    catalog_id: { description: "Id of the catalog. Default: the oldest catalog.", type: "string", pattern: "^\\d+$" },
    report_type: { description: "Type of the report. Each type has its own fields.", const: "DISTRIBUTION_ISSUES" },
  },
};

const CatalogsReportFeedIngestionFilterInput = {
  type: "object",
  additionalProperties: false,
  required: ["report_type", "feed_id"],
  properties: {
    report_type: { description: "Type of the report. Each type has its own fields.", const: "FEED_INGESTION_ISSUES" },
    feed_id: { description: "Id of the feed.", type: "string", pattern: "^\\d+$" },
    processing_result_id: { description: "Id of the feed's run. Default: the last complete run.", type: "string", pattern: "^\\d+$" },
  },
};

const CatalogsRetailReportStatsParametersInput = {
  type: "object",
  additionalProperties: false,
  required: ["catalog_type", "report"],
  properties: {
    catalog_type: { description: "Type of the catalog.", const: "RETAIL" },
    report: {
      description: "Type of the report, and the feed or catalog that it covers.",
      $ref: "#/$defs/CatalogsRetailReportStatsParametersReportInput",
    },
  },
};

const AdsAnalyticsAccountTargetingTypeInput = { enum: ADS_ANALYTICS_ACCOUNT_TARGETING_TYPE_INPUT_VALUES };

const AdsAnalyticsAdGroupTargetingTypeInput = { enum: ADS_ANALYTICS_AD_GROUP_TARGETING_TYPE_INPUT_VALUES };

const AdsAnalyticsAdTargetingTypeInput = { enum: ADS_ANALYTICS_AD_TARGETING_TYPE_INPUT_VALUES };

const AdsAnalyticsCampaignTargetingTypeInput = { enum: ADS_ANALYTICS_CAMPAIGN_TARGETING_TYPE_INPUT_VALUES };

const ConversionAttributionWindowDaysInput = { enum: [0, 1, 7, 14, 30, 60] };

const ConversionReportAttributionTypeInput = { enum: ["INDIVIDUAL", "HOUSEHOLD"] };

const ConversionReportTimeTypeInput = { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] };

const GranularityInput = { enum: ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"] };

const MatchTypeInput = { enum: ["BROAD", "PHRASE", "EXACT", "EXACT_NEGATIVE", "PHRASE_NEGATIVE"] };

const MultiPinsAnalyticsMetricTypesItemInput = { enum: QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES };

const QuerymetrictypesItemsInput = {
  enum: [
    "ENGAGEMENT", "ENGAGEMENT_RATE", "IMPRESSION", "OUTBOUND_CLICK", "OUTBOUND_CLICK_RATE", "PIN_CLICK", "PIN_CLICK_RATE", "SAVE",
    "SAVE_RATE",
  ],
};

const QuerypinanalyticsmetrictypesItemsInput = { enum: QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES };

const QueryvideopinmetrictypesItemsInput = {
  enum: [
    "IMPRESSION", "SAVE", "VIDEO_MRC_VIEW", "VIDEO_AVG_WATCH_TIME", "VIDEO_V50_WATCH_TIME", "QUARTILE_95_PERCENT_VIEW", "VIDEO_10S_VIEW",
    "VIDEO_START", "OUTBOUND_CLICK",
  ],
};

const ReportTypeInput = { enum: ["SYNC", "ASYNC"] };

const ReportingColumnSyncInput = { enum: /* @__PURE__ */ Object.keys(ANALYTICS_COLUMN_KINDS) };

const ReportingTimeZoneInput = { enum: ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"] };

const TokenGrantTypeInput = { enum: ["authorization_code", "refresh_token", "client_credentials"] };

const TopPinsSortByInput = { enum: ["ENGAGEMENT", "SAVE", "IMPRESSION", "OUTBOUND_CLICK", "PIN_CLICK"] };

const TopVideoPinsSortByInput = {
  enum: [
    "SAVE", "IMPRESSION", "OUTBOUND_CLICK", "VIDEO_MRC_VIEW", "VIDEO_AVG_WATCH_TIME", "VIDEO_V50_WATCH_TIME", "QUARTILE_95_PERCENT_VIEW",
    "VIDEO_10S_VIEW", "VIDEO_START",
  ],
};

const CatalogsHotelReportStatsParametersReportInput = {
  anyOf: [{ $ref: "#/$defs/CatalogsReportFeedIngestionFilterInput" }, { $ref: "#/$defs/CatalogsReportDistributionIssueFilterInput" }],
};

const CatalogsReportStatsParametersInput = {
  anyOf: [{ $ref: "#/$defs/CatalogsRetailReportStatsParametersInput" }, { $ref: "#/$defs/CatalogsHotelReportStatsParametersInput" }],
};

const CatalogsRetailReportStatsParametersReportInput = {
  anyOf: [{ $ref: "#/$defs/CatalogsReportFeedIngestionFilterInput" }, { $ref: "#/$defs/CatalogsReportDistributionIssueFilterInput" }],
};

/** JSON Schema of `ReportRequest`. */
export const reportJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "ReportRequest",
  description: "Ad performance by level, date and column. Generated in the background and downloaded when ready. Sent as POST /ad_accounts/{ad_account_id}/reports.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-not-hour, max-range-not-hour, max-lookback-hour, max-range-hour, max-lookback-product-item, max-range-product-item, dates-in-order, start-date-not-in-the-future and hours-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, forbidden-values-when-targeting-types-audience-multiplier-not-campaign-targeting, forbidden-values-when-targeting-types-media-type-not-product-item-targeting, end-date-not-in-the-future, columns-left-out, level-left-out, combining-needs-targeting-types, no-reach-by-targeting, no-reach-by-keyword, pin-columns-by-product-item, ad-columns-by-product-item-targeting, ad-ids-by-product-item-targeting, ad-statuses-by-product-item-targeting, lookback-of-product-item-targeting, range-of-product-item-targeting, attribution-windows and reach-of-old-days.",
  type: "object",
  additionalProperties: false,
  required: ["end_date", "granularity", "start_date"],
  properties: {
    ad_group_ids: {
      description: "Only these ad groups.",
      type: "array",
      minItems: 1,
      maxItems: 500,
      items: { type: "string", pattern: "^\\d+$" },
    },
    ad_group_statuses: {
      description: "Only ad groups with one of these statuses.",
      type: "array",
      minItems: 1,
      maxItems: 6,
      items: { $ref: "#/$defs/ReportAdGroupStatus" },
    },
    ad_ids: { description: "Only these ads.", type: "array", minItems: 1, maxItems: 500, items: { type: "string", pattern: "^\\d+$" } },
    ad_statuses: {
      description: "Only ads with one of these statuses.",
      type: "array",
      minItems: 1,
      maxItems: 6,
      items: { $ref: "#/$defs/ReportAdStatus" },
    },
    attribution_types: {
      description: "Whether conversions are attributed to a person or to a household.",
      type: "array",
      items: { $ref: "#/$defs/ReportAttributionType" },
    },
    campaign_brand_label: { description: "Only campaigns with this brand label.", type: "string" },
    campaign_custom_label: { description: "Only campaigns with this custom label.", type: "string" },
    campaign_ids: {
      description: "Only these campaigns.",
      type: "array",
      minItems: 1,
      maxItems: 500,
      items: { type: "string", pattern: "^\\d+$" },
    },
    campaign_objective_types: {
      description: "Only campaigns with one of these objectives.",
      type: "array",
      minItems: 1,
      maxItems: 7,
      items: { $ref: "#/$defs/ReportCampaignObjectiveType" },
    },
    campaign_statuses: {
      description: "Only campaigns with one of these statuses.",
      type: "array",
      minItems: 1,
      maxItems: 6,
      items: { $ref: "#/$defs/ReportCampaignStatus" },
    },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/ReportClickWindowDays",
      default: 30,
    },
    columns: {
      description: "Columns of each row. DATE is added by the API and cannot be requested.",
      type: "array",
      items: { $ref: "#/$defs/ReportColumn" },
    },
    combine_targeting_types: {
      description: "Whether to combine all targeting types in one breakdown. In beta.",
      type: "boolean",
      default: false,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/ReportConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    custom_conversion_event_metrics: {
      description: "Metrics for conversion events that the advertiser has defined.",
      type: "array",
      items: { $ref: "#/$defs/ReportCustomConversionEventMetric" },
    },
    end_date: {
      description: "Last day of the report (inclusive), in UTC.",
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      format: "date",
      $comment: "date-format-end-date: end_date must be a valid date (YYYY-MM-DD)",
    },
    end_hour: {
      description: "Last hour of an hourly report on its last day, in UTC. Default: the whole day.",
      type: "integer",
      minimum: 0,
      maximum: 23,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/ReportEngagementWindowDays",
      default: 30,
    },
    granularity: {
      description: "How the days are grouped. With TOTAL, one row covers the whole range and has no DATE.",
      $ref: "#/$defs/ReportGranularity",
    },
    level: {
      description: "Entity of each row. A level that ends in _TARGETING splits rows by targeting type and value.",
      $ref: "#/$defs/ReportLevel",
    },
    metrics_filters: {
      description: "Only rows whose metrics pass all of these comparisons.",
      type: "array",
      minItems: 1,
      items: { $ref: "#/$defs/ReportMetricsFilter" },
    },
    primary_sort: {
      description: "Whether the file is ordered by entity or by date. With BY_DATE, dates are the outer keys of a JSON file.",
      $ref: "#/$defs/ReportPrimarySort",
      default: "BY_ID",
    },
    product_group_ids: {
      description: "Only these product groups.",
      type: "array",
      minItems: 1,
      maxItems: 500,
      items: { type: "string", pattern: "^\\d+$" },
    },
    product_group_statuses: {
      description: "Only product groups with one of these statuses.",
      type: "array",
      minItems: 1,
      maxItems: 6,
      items: { $ref: "#/$defs/ReportProductGroupStatus" },
    },
    product_item_ids: {
      description: "Only these product items.",
      type: "array",
      minItems: 1,
      maxItems: 500,
      items: { type: "string", pattern: "^\\d+$" },
    },
    report_format: {
      description: "Format of the file. JSON omits zero metrics; CSV includes them, and its headers are display names.",
      $ref: "#/$defs/ReportFormat",
      default: "JSON",
    },
    reporting_timezone: {
      description: "Time zone for the report's days and hours (closed beta).",
      $ref: "#/$defs/ReportReportingTimezone",
    },
    start_date: {
      description: "First day of the report, in UTC.",
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      format: "date",
      $comment: "date-format-start-date: start_date must be a valid date (YYYY-MM-DD)",
    },
    start_hour: {
      description: "First hour of an hourly report on its first day, in UTC. Default: the whole day.",
      type: "integer",
      minimum: 0,
      maximum: 23,
    },
    targeting_types: {
      description: "Targeting types by which rows are split, at a targeting level. Rows of different types overlap: do not add them up.",
      type: "array",
      minItems: 1,
      maxItems: 5,
      items: { $ref: "#/$defs/ReportTargetingType" },
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/ReportViewWindowDays",
      default: 1,
    },
  },
  allOf: [
    {
      $comment: "forbidden-when-ad-ids-product-item: ad_ids is not allowed when level is PRODUCT_ITEM",
      if: { properties: { level: { enum: ["PRODUCT_ITEM"] } }, required: ["level"] },
      then: { properties: { ad_ids: false } },
    },
    {
      $comment: "forbidden-when-ad-statuses-product-item: ad_statuses is not allowed when level is PRODUCT_ITEM",
      if: { properties: { level: { enum: ["PRODUCT_ITEM"] } }, required: ["level"] },
      then: { properties: { ad_statuses: false } },
    },
    {
      $comment: "forbidden-values-when-columns-product-item: PIN_PROMOTION_STATUS, AD_STATUS, PIN_PROMOTION_ID, AD_ID, PIN_PROMOTION_NAME or AD_NAME is not allowed in columns when level is PRODUCT_ITEM",
      if: { properties: { level: { enum: ["PRODUCT_ITEM"] } }, required: ["level"] },
      then: {
        properties: {
          columns: {
            type: "array",
            items: { not: { enum: ["PIN_PROMOTION_STATUS", "AD_STATUS", "PIN_PROMOTION_ID", "AD_ID", "PIN_PROMOTION_NAME", "AD_NAME"] } },
          },
        },
      },
    },
    {
      $comment: "only-when-end-hour-hour: end_hour is only allowed when granularity is HOUR",
      if: { properties: { granularity: { not: { enum: ["HOUR"] } } } },
      then: { properties: { end_hour: false } },
    },
    {
      $comment: "only-when-start-hour-hour: start_hour is only allowed when granularity is HOUR",
      if: { properties: { granularity: { not: { enum: ["HOUR"] } } } },
      then: { properties: { start_hour: false } },
    },
    {
      $comment: "requires-value-targeting-types: targeting_types requires level to be a value ending in _TARGETING",
      if: { properties: { targeting_types: true }, required: ["targeting_types"] },
      then: {
        properties: {
          level: {
            enum: [
              "ADVERTISER_TARGETING", "CAMPAIGN_TARGETING", "AD_GROUP_TARGETING", "PIN_PROMOTION_TARGETING", "PRODUCT_GROUP_TARGETING",
              "PRODUCT_ITEM_TARGETING",
            ],
          },
        },
        required: ["level"],
      },
    },
  ],
  $defs: {
    ReportAdGroupStatus: {
      enum: ["RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"],
    },
    ReportAdStatus: { enum: ["APPROVED", "PAUSED", "PENDING", "REJECTED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    ReportAttributionType: { enum: ["INDIVIDUAL", "HOUSEHOLD"] },
    ReportCampaignObjectiveType: {
      enum: [
        "AWARENESS", "CONSIDERATION", "VIDEO_VIEW", "WEB_CONVERSION", "CATALOG_SALES", "WEB_SESSIONS", "VIDEO_COMPLETION", "APP_INSTALL",
        "SALES", "LEADS", "CTV_CONSIDERATION",
      ],
    },
    ReportCampaignStatus: {
      enum: ["RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"],
    },
    ReportClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    ReportColumn: { enum: /* @__PURE__ */ Object.keys(REPORT_COLUMN_KINDS) },
    ReportConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ReportCustomConversionEventMetric: {
      type: "object",
      additionalProperties: false,
      required: ["custom_event_metrics_type", "custom_event_name"],
      properties: {
        custom_event_metrics_type: {
          description: "What to measure: the number of events, or their value.",
          $ref: "#/$defs/ReportCustomConversionEventMetricCustomEventMetricsType",
        },
        custom_event_name: { description: "The event's name, as the advertiser has defined it.", type: "string" },
      },
    },
    ReportCustomConversionEventMetricCustomEventMetricsType: {
      enum: REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES,
    },
    ReportEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    ReportGranularity: { enum: ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"] },
    ReportLevel: { enum: REPORT_LEVEL_VALUES },
    ReportMetricsFilter: {
      type: "object",
      additionalProperties: false,
      required: ["field", "operator", "values"],
      properties: {
        field: { description: "Metric to compare.", $ref: "#/$defs/ReportMetricsFilterField" },
        operator: { description: "How to compare the metric with the values.", $ref: "#/$defs/ReportMetricsFilterOperator" },
        values: { description: "Values to compare the metric with.", type: "array", minItems: 1, items: { type: "number" } },
      },
    },
    ReportMetricsFilterField: { enum: ["SPEND_IN_DOLLAR", "TOTAL_IMPRESSION"] },
    ReportMetricsFilterOperator: { enum: ["LESS_THAN", "GREATER_THAN"] },
    ReportPrimarySort: { enum: ["BY_ID", "BY_DATE"] },
    ReportProductGroupStatus: { enum: ["RUNNING", "PAUSED", "EXCLUDED", "ARCHIVED"] },
    ReportFormat: { enum: ["JSON", "CSV"] },
    ReportReportingTimezone: { enum: ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"] },
    ReportTargetingType: { enum: REPORT_TARGETING_TYPE_VALUES },
    ReportViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
  },
};

/** `reportSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const reportStandardSchema: StandardJsonSchema<ReportRequest> = /* @__PURE__ */ withJsonSchema(reportSchema, reportJsonSchema);

/** JSON Schema of `TemplateReportRequest`. */
export const templateReportJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "TemplateReportRequest",
  description: "Report based on an Ads Manager template. Generated in the background and downloaded when ready. Sent as POST /ad_accounts/{ad_account_id}/templates/{template_id}/reports.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: start-date-not-in-the-future.",
  type: "object",
  additionalProperties: false,
  required: ["template_id"],
  properties: {
    template_id: { description: "Id of the template, which defines the level, columns and format.", type: "string", maxLength: 18 },
    start_date: { description: "First day of the report, in UTC. Default: the template's range.", type: "string", format: "date" },
    end_date: { description: "Last day of the report, in UTC.", type: "string", format: "date" },
    granularity: { description: "How the days are grouped. Default: as in the template.", $ref: "#/$defs/TemplateReportGranularity" },
  },
  $defs: { TemplateReportGranularity: { enum: ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"] } },
};

/** `templateReportSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const templateReportStandardSchema: StandardJsonSchema<TemplateReportRequest> = /* @__PURE__ */ withJsonSchema(
  templateReportSchema,
  templateReportJsonSchema,
);

/** JSON Schema of `MmmReportRequest`. */
export const mmmReportJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "MmmReportRequest",
  description: "Data for marketing mix models, by targeting. Generated in the background and downloaded when ready. Sent as POST /ad_accounts/{ad_account_id}/mmm_reports.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: dates-in-order. Rules that are left out because they only warn: start-date-not-in-the-future.",
  type: "object",
  additionalProperties: false,
  required: ["columns", "end_date", "granularity", "level", "report_name", "start_date", "targeting_types"],
  properties: {
    advertiser_ids: { description: "Advertisers to include in the report.", type: "array", items: { type: "string" } },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/MmmReportColumn" } },
    countries: {
      description: "Only rows for these countries.",
      type: "array",
      items: { anyOf: [{ $ref: "#/$defs/MmmReportCountry" }, { type: "null" }] },
    },
    custom_column_ids: {
      description: "Ids of Ads Manager's custom columns to add to each row.",
      type: "array",
      maxItems: 20,
      items: { type: "string" },
    },
    end_date: {
      description: "Last day of the report (inclusive), in UTC.",
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      format: "date",
      $comment: "date-format-end-date: end_date must be a valid date (YYYY-MM-DD)",
    },
    granularity: { description: "How the days are grouped.", $ref: "#/$defs/MmmReportGranularity" },
    level: { description: "Entity of each row.", $ref: "#/$defs/MmmReportLevel" },
    report_name: { description: "Name of the report.", type: "string" },
    start_date: {
      description: "First day of the report, in UTC.",
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      format: "date",
      $comment: "date-format-start-date: start_date must be a valid date (YYYY-MM-DD)",
    },
    targeting_types: {
      description: "Targeting types by which rows are split.",
      type: "array",
      minItems: 1,
      maxItems: 7,
      items: { $ref: "#/$defs/MmmReportTargetingType" },
    },
  },
  $defs: {
    MmmReportColumn: { enum: /* @__PURE__ */ Object.keys(MMM_REPORT_COLUMN_KINDS) },
    MmmReportCountry: { enum: MMM_REPORT_COUNTRY_VALUES },
    MmmReportGranularity: { enum: ["DAY", "WEEK"] },
    MmmReportLevel: { enum: ["CAMPAIGN_TARGETING", "AD_GROUP_TARGETING"] },
    MmmReportTargetingType: { enum: ["APPTYPE", "COUNTRY", "CREATIVE_TYPE", "GENDER", "LOCATION", "PLACEMENT", "AUDIENCE_INCLUDE"] },
  },
};

/** `mmmReportSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const mmmReportStandardSchema: StandardJsonSchema<MmmReportRequest> = /* @__PURE__ */ withJsonSchema(
  mmmReportSchema,
  mmmReportJsonSchema,
);

/** JSON Schema of `ConversionProductReportRequest`. */
export const conversionProductReportJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "ConversionProductReportRequest",
  description: "Conversions by brand, category and product. Generated in the background and downloaded when ready; not open to all accounts. Sent as POST /ad_accounts/{ad_account_id}/reports/brand_category_sku.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: min-date-brand-attribution, max-range, min-date, min-range and dates-in-order. Rules that are left out because they only warn: start-date-not-in-the-future.",
  type: "object",
  additionalProperties: false,
  required: ["columns", "end_date", "granularity", "level", "report_name", "start_date"],
  properties: {
    ad_group_ids: {
      description: "Only these ad groups.",
      type: "array",
      minItems: 1,
      maxItems: 500,
      items: { type: "string", pattern: "^\\d+$" },
    },
    campaign_ids: {
      description: "Only these campaigns.",
      type: "array",
      minItems: 1,
      maxItems: 500,
      items: { type: "string", pattern: "^\\d+$" },
    },
    campaign_objective_types: {
      description: "Only campaigns with one of these objectives.",
      type: "array",
      minItems: 1,
      maxItems: 7,
      items: { $ref: "#/$defs/ConversionProductReportCampaignObjectiveType" },
    },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/ConversionProductReportClickWindowDays",
      default: 30,
    },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ConversionProductReportColumn" } },
    conversion_product_attribution_type: {
      description: "Attribution method: the default method, or the method for brands.",
      $ref: "#/$defs/ConversionProductReportConversionProductAttributionType",
      default: "DEFAULT",
    },
    conversion_product_breakdown: {
      description: "What to split by: brand, category or product.",
      $ref: "#/$defs/ConversionProductReportConversionProductBreakdown",
      default: "PRODUCT_BRAND",
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/ConversionProductReportConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    end_date: {
      description: "Last day of the report (inclusive), in UTC.",
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      format: "date",
      $comment: "date-format-end-date: end_date must be a valid date (YYYY-MM-DD)",
    },
    granularity: { description: "How the days are grouped.", $ref: "#/$defs/ConversionProductReportGranularity" },
    level: { description: "Entity of each row.", $ref: "#/$defs/ConversionProductReportLevel" },
    product_sku_ids: {
      description: "Only these products.",
      type: "array",
      minItems: 2,
      maxItems: 30000,
      items: { type: "string", pattern: "^[a-zA-Z0-9]+$" },
    },
    report_name: { description: "Name of the report.", type: "string" },
    start_date: {
      description: "First day of the report, in UTC.",
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      format: "date",
      $comment: "date-format-start-date: start_date must be a valid date (YYYY-MM-DD)",
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/ConversionProductReportViewWindowDays",
      default: 30,
    },
  },
  allOf: [
    {
      $comment: "only-when-ad-group-ids-ad-group: ad_group_ids is only allowed when level is AD_GROUP",
      if: { properties: { level: { not: { enum: ["AD_GROUP"] } } } },
      then: { properties: { ad_group_ids: false } },
    },
    {
      $comment: "only-when-campaign-ids-campaign: campaign_ids is only allowed when level is CAMPAIGN",
      if: { properties: { level: { not: { enum: ["CAMPAIGN"] } } } },
      then: { properties: { campaign_ids: false } },
    },
    {
      $comment: "only-when-product-sku-ids-product-sku-group: product_sku_ids is only allowed when conversion_product_breakdown is PRODUCT_SKU_GROUP",
      if: { properties: { conversion_product_breakdown: { not: { enum: ["PRODUCT_SKU_GROUP"] } } } },
      then: { properties: { product_sku_ids: false } },
    },
  ],
  $defs: {
    ConversionProductReportCampaignObjectiveType: {
      enum: [
        "AWARENESS", "CONSIDERATION", "WEB_CONVERSION", "CATALOG_SALES", "VIDEO_COMPLETION", "APP_INSTALL", "SALES", "LEADS",
        "CTV_CONSIDERATION",
      ],
    },
    ConversionProductReportClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    ConversionProductReportColumn: { enum: /* @__PURE__ */ Object.keys(CONVERSION_PRODUCT_REPORT_COLUMN_KINDS) },
    ConversionProductReportConversionProductAttributionType: { enum: ["DEFAULT", "BRAND_ATTRIBUTION"] },
    ConversionProductReportConversionProductBreakdown: {
      enum: ["PRODUCT_BRAND", "PRODUCT_CATEGORY", "PRODUCT_BRAND_AND_CATEGORY", "PRODUCT_SKU", "PRODUCT_SKU_GROUP"],
    },
    ConversionProductReportConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ConversionProductReportGranularity: { enum: ["TOTAL", "WEEK", "MONTH"] },
    ConversionProductReportLevel: { enum: ["ADVERTISER", "CAMPAIGN", "AD_GROUP"] },
    ConversionProductReportViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
  },
};

/** `conversionProductReportSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const conversionProductReportStandardSchema: StandardJsonSchema<ConversionProductReportRequest> = /* @__PURE__ */ withJsonSchema(
  conversionProductReportSchema,
  conversionProductReportJsonSchema,
);

/** JSON Schema of `CatalogReportRequest`. */
export const catalogReportJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "CatalogReportRequest",
  description: "Results for a catalog's items. Generated in the background; a second request within a day returns the same file. Sent as POST /catalogs/reports.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  $ref: "#/$defs/CatalogReport",
  $defs: {
    CatalogReport: { anyOf: [{ $ref: "#/$defs/CatalogReportRetail" }, { $ref: "#/$defs/CatalogReportHotel" }] },
    CatalogReportRetail: {
      type: "object",
      additionalProperties: false,
      required: ["catalog_type", "report"],
      properties: {
        catalog_type: { description: "Type of the catalog.", const: "RETAIL" },
        report: { description: "Type of the report, and the feed or catalog that it covers.", $ref: "#/$defs/CatalogReportRetailReport" },
      },
    },
    CatalogReportRetailReport: {
      anyOf: [
        { $ref: "#/$defs/CatalogReportRetailReportFeedIngestionIssues" },
        { $ref: "#/$defs/CatalogReportRetailReportDistributionIssues" },
        { $ref: "#/$defs/CatalogReportRetailReportAllItems" },
      ],
    },
    CatalogReportRetailReportFeedIngestionIssues: {
      type: "object",
      additionalProperties: false,
      required: ["report_type", "feed_id"],
      properties: {
        report_type: { description: "Type of the report. Each type has its own fields.", const: "FEED_INGESTION_ISSUES" },
        feed_id: { description: "Id of the feed.", type: "string", pattern: "^\\d+$" },
        processing_result_id: { description: "Id of the feed's run. Default: the last complete run.", type: "string", pattern: "^\\d+$" },
      },
    },
    CatalogReportRetailReportDistributionIssues: {
      type: "object",
      additionalProperties: false,
      required: ["report_type"],
      properties: {
        catalog_id: { description: "Id of the catalog. Default: the oldest catalog.", type: "string", pattern: "^\\d+$" },
        report_type: { description: "Type of the report. Each type has its own fields.", const: "DISTRIBUTION_ISSUES" },
      },
    },
    CatalogReportRetailReportAllItems: {
      type: "object",
      additionalProperties: false,
      required: ["report_type"],
      properties: {
        report_type: { description: "Type of the report. Each type has its own fields.", const: "ALL_ITEMS" },
        catalog_id: { description: "Id of the catalog. Default: the oldest catalog.", type: "string", pattern: "^\\d+$" },
        product_group_id: { type: "string", pattern: "^\\d+$" },
      },
    },
    CatalogReportHotel: {
      type: "object",
      additionalProperties: false,
      required: ["catalog_type", "report"],
      properties: {
        catalog_type: { description: "Type of the catalog.", const: "HOTEL" },
        report: { description: "Type of the report, and the feed or catalog that it covers.", $ref: "#/$defs/CatalogReportHotelReport" },
      },
    },
    CatalogReportHotelReport: {
      anyOf: [
        { $ref: "#/$defs/CatalogReportHotelReportFeedIngestionIssues" },
        { $ref: "#/$defs/CatalogReportHotelReportDistributionIssues" },
      ],
    },
    CatalogReportHotelReportFeedIngestionIssues: {
      type: "object",
      additionalProperties: false,
      required: ["report_type", "feed_id"],
      properties: {
        report_type: { description: "Type of the report. Each type has its own fields.", const: "FEED_INGESTION_ISSUES" },
        feed_id: { description: "Id of the feed.", type: "string", pattern: "^\\d+$" },
        processing_result_id: { description: "Id of the feed's run. Default: the last complete run.", type: "string", pattern: "^\\d+$" },
      },
    },
    CatalogReportHotelReportDistributionIssues: {
      type: "object",
      additionalProperties: false,
      required: ["report_type"],
      properties: {
        catalog_id: { description: "Id of the catalog. Default: the oldest catalog.", type: "string", pattern: "^\\d+$" },
        report_type: { description: "Type of the report. Each type has its own fields.", const: "DISTRIBUTION_ISSUES" },
      },
    },
  },
};

/** `catalogReportSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const catalogReportStandardSchema: StandardJsonSchema<CatalogReportRequest> = /* @__PURE__ */ withJsonSchema(
  catalogReportSchema,
  catalogReportJsonSchema,
);

/** JSON Schema of `AdAccountsRequest`. */
export const adAccountsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdAccountsRequest",
  description: "Ad accounts that the token's user owns or can access, page by page. Sent as GET /ad_accounts.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  properties: {
    include_shared_accounts: { description: "Whether to include accounts of other owners.", type: "boolean", default: true },
    bookmark: { description: "Cursor of the page, from the previous response.", type: "string" },
    page_size: { description: "Maximum number of items on a page.", type: "integer", minimum: 1, maximum: 250, default: 25 },
  },
};

/** `adAccountsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adAccountsStandardSchema: StandardJsonSchema<AdAccountsRequest> = /* @__PURE__ */ withJsonSchema(
  adAccountsSchema,
  adAccountsJsonSchema,
);

/** JSON Schema of `AdAccountAnalyticsRequest`. */
export const adAccountAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdAccountAnalyticsRequest",
  description: "Ad performance of a whole account, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["start_date", "end_date", "columns", "granularity", "ad_account_id"],
  properties: {
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/AdAccountAnalyticsClickWindowDays",
      default: 30,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/AdAccountAnalyticsEngagementWindowDays",
      default: 30,
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/AdAccountAnalyticsViewWindowDays",
      default: 1,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/AdAccountAnalyticsConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    reporting_timezone: {
      description: "Time zone of the rows: Pinterest's or the ad account's (beta).",
      $ref: "#/$defs/ReportingTimeZoneInput",
    },
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
  },
  $defs: {
    ReportingColumnSyncInput,
    GranularityInput,
    AdAccountAnalyticsClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdAccountAnalyticsEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdAccountAnalyticsViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdAccountAnalyticsConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ReportingTimeZoneInput,
  },
};

/** `adAccountAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adAccountAnalyticsStandardSchema: StandardJsonSchema<AdAccountAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  adAccountAnalyticsSchema,
  adAccountAnalyticsJsonSchema,
);

/** JSON Schema of `CampaignAnalyticsRequest`. */
export const campaignAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "CampaignAnalyticsRequest",
  description: "Ad performance of campaigns, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/campaigns/analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-range-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["start_date", "end_date", "campaign_ids", "columns", "granularity", "ad_account_id"],
  properties: {
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    campaign_ids: {
      description: "Ids of the campaigns.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$", maxLength: 18 },
    },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/CampaignAnalyticsClickWindowDays",
      default: 30,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/CampaignAnalyticsEngagementWindowDays",
      default: 30,
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/CampaignAnalyticsViewWindowDays",
      default: 1,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/CampaignAnalyticsConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    aggregate_report_rows: {
      description: "Whether to return a single row instead of one for each entity. In beta.",
      type: "boolean",
      default: false,
    },
    reporting_timezone: {
      description: "Time zone of the rows: Pinterest's or the ad account's (beta).",
      $ref: "#/$defs/ReportingTimeZoneInput",
    },
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
  },
  $defs: {
    ReportingColumnSyncInput,
    GranularityInput,
    CampaignAnalyticsClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    CampaignAnalyticsEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    CampaignAnalyticsViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    CampaignAnalyticsConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ReportingTimeZoneInput,
  },
};

/** `campaignAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const campaignAnalyticsStandardSchema: StandardJsonSchema<CampaignAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  campaignAnalyticsSchema,
  campaignAnalyticsJsonSchema,
);

/** JSON Schema of `AdGroupAnalyticsRequest`. */
export const adGroupAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdGroupAnalyticsRequest",
  description: "Ad performance of ad groups, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/ad_groups/analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-range-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["start_date", "end_date", "ad_group_ids", "columns", "granularity", "ad_account_id"],
  properties: {
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    ad_group_ids: {
      description: "Ids of the ad groups.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$", maxLength: 18 },
    },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/AdGroupAnalyticsClickWindowDays",
      default: 30,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/AdGroupAnalyticsEngagementWindowDays",
      default: 30,
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/AdGroupAnalyticsViewWindowDays",
      default: 1,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/AdGroupAnalyticsConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    aggregate_report_rows: {
      description: "Whether to return a single row instead of one for each entity. In beta.",
      type: "boolean",
      default: false,
    },
    reporting_timezone: {
      description: "Time zone of the rows: Pinterest's or the ad account's (beta).",
      $ref: "#/$defs/ReportingTimeZoneInput",
    },
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
  },
  $defs: {
    ReportingColumnSyncInput,
    GranularityInput,
    AdGroupAnalyticsClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdGroupAnalyticsEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdGroupAnalyticsViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdGroupAnalyticsConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ReportingTimeZoneInput,
  },
};

/** `adGroupAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adGroupAnalyticsStandardSchema: StandardJsonSchema<AdGroupAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  adGroupAnalyticsSchema,
  adGroupAnalyticsJsonSchema,
);

/** JSON Schema of `AdAnalyticsRequest`. */
export const adAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdAnalyticsRequest",
  description: "Ad performance of ads, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/ads/analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-range-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["start_date", "end_date", "columns", "granularity", "ad_account_id"],
  properties: {
    pin_ids: {
      description: "Ids of the Pins; used only together with campaign_ids.",
      type: "array",
      minItems: 1,
      maxItems: 100,
      items: { type: "string" },
    },
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    ad_ids: {
      description: "Ids of the ads. Required unless both campaign_ids and pin_ids are set.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$" },
    },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/AdAnalyticsClickWindowDays",
      default: 30,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/AdAnalyticsEngagementWindowDays",
      default: 30,
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/AdAnalyticsViewWindowDays",
      default: 1,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/AdAnalyticsConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    campaign_ids: {
      description: "Ids of the campaigns; used only together with pin_ids.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$", maxLength: 18 },
    },
    reporting_timezone: {
      description: "Time zone of the rows: Pinterest's or the ad account's (beta).",
      $ref: "#/$defs/ReportingTimeZoneInput",
    },
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
  },
  allOf: [
    {
      $comment: "at-least-one-of: requires ad_ids, or campaign_ids and pin_ids",
      anyOf: [
        { properties: { ad_ids: true }, required: ["ad_ids"] },
        {
          allOf: [
            { properties: { campaign_ids: true }, required: ["campaign_ids"] },
            { properties: { pin_ids: true }, required: ["pin_ids"] },
          ],
        },
      ],
    },
  ],
  $defs: {
    ReportingColumnSyncInput,
    GranularityInput,
    AdAnalyticsClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdAnalyticsEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdAnalyticsViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdAnalyticsConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ReportingTimeZoneInput,
  },
};

/** `adAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adAnalyticsStandardSchema: StandardJsonSchema<AdAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  adAnalyticsSchema,
  adAnalyticsJsonSchema,
);

/** JSON Schema of `ProductGroupAnalyticsRequest`. */
export const productGroupAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "ProductGroupAnalyticsRequest",
  description: "Ad performance of product groups, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/product_groups/analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-range-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["start_date", "end_date", "product_group_ids", "columns", "granularity", "ad_account_id"],
  properties: {
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    product_group_ids: {
      description: "Ids of the product groups.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$" },
    },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/ProductGroupAnalyticsClickWindowDays",
      default: 30,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/ProductGroupAnalyticsEngagementWindowDays",
      default: 30,
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/ProductGroupAnalyticsViewWindowDays",
      default: 1,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/ProductGroupAnalyticsConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    reporting_timezone: {
      description: "Time zone of the rows: Pinterest's or the ad account's (beta).",
      $ref: "#/$defs/ReportingTimeZoneInput",
    },
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
  },
  $defs: {
    ReportingColumnSyncInput,
    GranularityInput,
    ProductGroupAnalyticsClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    ProductGroupAnalyticsEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    ProductGroupAnalyticsViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    ProductGroupAnalyticsConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ReportingTimeZoneInput,
  },
};

/** `productGroupAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const productGroupAnalyticsStandardSchema: StandardJsonSchema<ProductGroupAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  productGroupAnalyticsSchema,
  productGroupAnalyticsJsonSchema,
);

/** JSON Schema of `AdPinAnalyticsRequest`. */
export const adPinAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdPinAnalyticsRequest",
  description: "Ad performance of Pins within a campaign, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/pins/analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-range-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["campaign_id", "pin_ids", "start_date", "end_date", "columns", "granularity", "ad_account_id"],
  properties: {
    campaign_id: { description: "Id of the campaign.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    pin_ids: { description: "Ids of the Pins.", type: "array", minItems: 1, maxItems: 100, items: { type: "string", pattern: "^\\d+$" } },
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/AdPinAnalyticsClickWindowDays",
      default: 30,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/AdPinAnalyticsEngagementWindowDays",
      default: 30,
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/AdPinAnalyticsViewWindowDays",
      default: 1,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/AdPinAnalyticsConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
  },
  $defs: {
    ReportingColumnSyncInput,
    GranularityInput,
    AdPinAnalyticsClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdPinAnalyticsEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdPinAnalyticsViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdPinAnalyticsConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
  },
};

/** `adPinAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adPinAnalyticsStandardSchema: StandardJsonSchema<AdPinAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  adPinAnalyticsSchema,
  adPinAnalyticsJsonSchema,
);

/** JSON Schema of `PinAnalyticsRequest`. */
export const pinAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "PinAnalyticsRequest",
  description: "Organic and paid performance of one Pin, returned synchronously. Sent as GET /pins/{pin_id}/analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: start-date-not-in-the-future.",
  type: "object",
  additionalProperties: false,
  required: ["pin_id", "start_date", "end_date", "metric_types"],
  properties: {
    pin_id: { description: "Id of the Pin.", type: "string" },
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    app_types: { description: "Only activity on these devices.", $ref: "#/$defs/PinAnalyticsAppTypes", default: "ALL" },
    metric_types: {
      description: "The metrics to return.",
      type: "array",
      items: { $ref: "#/$defs/QuerypinanalyticsmetrictypesItemsInput" },
    },
    split_field: { description: "Dimension by which the metrics are split.", $ref: "#/$defs/PinAnalyticsSplitField", default: "NO_SPLIT" },
    ad_account_id: {
      description: "The request is made on behalf of this ad account's owner.",
      type: "string",
      pattern: "^\\d+$",
      maxLength: 18,
    },
  },
  $defs: {
    PinAnalyticsAppTypes: { enum: ["ALL", "MOBILE", "TABLET", "WEB"] },
    QuerypinanalyticsmetrictypesItemsInput,
    PinAnalyticsSplitField: { enum: ["NO_SPLIT", "APP_TYPE"] },
  },
};

/** `pinAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const pinAnalyticsStandardSchema: StandardJsonSchema<PinAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  pinAnalyticsSchema,
  pinAnalyticsJsonSchema,
);

/** JSON Schema of `MultiPinAnalyticsRequest`. */
export const multiPinAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "MultiPinAnalyticsRequest",
  description: "Organic and paid performance of several Pins, returned synchronously. Sent as GET /pins/analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback, max-range and dates-in-order.",
  type: "object",
  additionalProperties: false,
  required: ["pin_ids", "start_date", "end_date", "metric_types"],
  properties: {
    pin_ids: { description: "Ids of the Pins.", type: "array", minItems: 1, maxItems: 100, items: { type: "string", pattern: "^\\d+$" } },
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    app_types: { description: "Only activity on these devices.", $ref: "#/$defs/MultiPinAnalyticsAppTypes", default: "ALL" },
    metric_types: {
      description: "The metrics to return.",
      type: "array",
      items: { $ref: "#/$defs/MultiPinsAnalyticsMetricTypesItemInput" },
    },
    ad_account_id: {
      description: "The request is made on behalf of this ad account's owner.",
      type: "string",
      pattern: "^\\d+$",
      maxLength: 18,
    },
  },
  $defs: { MultiPinAnalyticsAppTypes: { enum: ["ALL", "MOBILE", "TABLET", "WEB"] }, MultiPinsAnalyticsMetricTypesItemInput },
};

/** `multiPinAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const multiPinAnalyticsStandardSchema: StandardJsonSchema<MultiPinAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  multiPinAnalyticsSchema,
  multiPinAnalyticsJsonSchema,
);

/** JSON Schema of `UserAnalyticsRequest`. */
export const userAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "UserAnalyticsRequest",
  description: "Performance of all content of a user account, returned synchronously. Sent as GET /user_account/analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback, max-range and dates-in-order.",
  type: "object",
  additionalProperties: false,
  required: ["start_date", "end_date"],
  properties: {
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    from_claimed_content: {
      description: "Content to count: from claimed accounts or sites, from elsewhere, or both.",
      $ref: "#/$defs/UserAnalyticsFromClaimedContent",
      default: "BOTH",
    },
    pin_format: { description: "Only Pins of this format.", $ref: "#/$defs/UserAnalyticsPinFormat", default: "ALL" },
    app_types: { description: "Only activity on these devices.", $ref: "#/$defs/UserAnalyticsAppTypes", default: "ALL" },
    content_type: { description: "Only paid content, or only organic content.", $ref: "#/$defs/UserAnalyticsContentType", default: "ALL" },
    source: { description: "Only the user's own Pins, or only other users' Pins.", $ref: "#/$defs/UserAnalyticsSource", default: "ALL" },
    metric_types: { description: "The metrics to return.", type: "array", items: { $ref: "#/$defs/QuerymetrictypesItemsInput" } },
    split_field: { description: "Dimension by which the metrics are split.", $ref: "#/$defs/UserAnalyticsSplitField", default: "NO_SPLIT" },
    ad_account_id: {
      description: "The request is made on behalf of this ad account's owner.",
      type: "string",
      pattern: "^\\d+$",
      maxLength: 18,
    },
  },
  $defs: {
    UserAnalyticsFromClaimedContent: { enum: ["OTHER", "CLAIMED", "BOTH"] },
    UserAnalyticsPinFormat: {
      enum: ["ALL", "ORGANIC_IMAGE", "ORGANIC_PRODUCT", "ORGANIC_VIDEO", "ADS_STANDARD", "ADS_PRODUCT", "ADS_VIDEO", "ADS_IDEA"],
    },
    UserAnalyticsAppTypes: { enum: ["ALL", "MOBILE", "TABLET", "WEB"] },
    UserAnalyticsContentType: { enum: ["ALL", "PAID", "ORGANIC"] },
    UserAnalyticsSource: { enum: ["ALL", "YOUR_PINS", "OTHER_PINS"] },
    QuerymetrictypesItemsInput,
    UserAnalyticsSplitField: { enum: ["NO_SPLIT", "APP_TYPE", "OWNED_CONTENT", "SOURCE", "PIN_FORMAT"] },
  },
};

/** `userAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const userAnalyticsStandardSchema: StandardJsonSchema<UserAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  userAnalyticsSchema,
  userAnalyticsJsonSchema,
);

/** JSON Schema of `UserTopPinsRequest`. */
export const userTopPinsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "UserTopPinsRequest",
  description: "A user's top Pins by one metric, returned synchronously. Sent as GET /user_account/analytics/top_pins.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback, max-range and dates-in-order.",
  type: "object",
  additionalProperties: false,
  required: ["start_date", "end_date", "sort_by"],
  properties: {
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    sort_by: { description: "Metric by which the Pins are sorted.", $ref: "#/$defs/TopPinsSortByInput" },
    from_claimed_content: {
      description: "Content to count: from claimed accounts or sites, from elsewhere, or both.",
      $ref: "#/$defs/UserTopPinsFromClaimedContent",
      default: "BOTH",
    },
    pin_format: { description: "Only Pins of this format.", $ref: "#/$defs/UserTopPinsPinFormat", default: "ALL" },
    app_types: { description: "Only activity on these devices.", $ref: "#/$defs/UserTopPinsAppTypes", default: "ALL" },
    content_type: { description: "Only paid content, or only organic content.", $ref: "#/$defs/UserTopPinsContentType", default: "ALL" },
    source: { description: "Only the user's own Pins, or only other users' Pins.", $ref: "#/$defs/UserTopPinsSource", default: "ALL" },
    metric_types: { description: "The metrics to return.", type: "array", items: { $ref: "#/$defs/QuerymetrictypesItemsInput" } },
    num_of_pins: { description: "Number of Pins to return.", type: "integer", minimum: 1, maximum: 50, default: 10 },
    created_in_last_n_days: { description: "Only Pins created within this number of days.", $ref: "#/$defs/UserTopPinsCreatedInLastNDays" },
    ad_account_id: {
      description: "The request is made on behalf of this ad account's owner.",
      type: "string",
      pattern: "^\\d+$",
      maxLength: 18,
    },
  },
  $defs: {
    TopPinsSortByInput,
    UserTopPinsFromClaimedContent: { enum: ["OTHER", "CLAIMED", "BOTH"] },
    UserTopPinsPinFormat: {
      enum: ["ALL", "ORGANIC_IMAGE", "ORGANIC_PRODUCT", "ORGANIC_VIDEO", "ADS_STANDARD", "ADS_PRODUCT", "ADS_VIDEO", "ADS_IDEA"],
    },
    UserTopPinsAppTypes: { enum: ["ALL", "MOBILE", "TABLET", "WEB"] },
    UserTopPinsContentType: { enum: ["ALL", "PAID", "ORGANIC"] },
    UserTopPinsSource: { enum: ["ALL", "YOUR_PINS", "OTHER_PINS"] },
    QuerymetrictypesItemsInput,
    UserTopPinsCreatedInLastNDays: { enum: [30] },
  },
};

/** `userTopPinsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const userTopPinsStandardSchema: StandardJsonSchema<UserTopPinsRequest> = /* @__PURE__ */ withJsonSchema(
  userTopPinsSchema,
  userTopPinsJsonSchema,
);

/** JSON Schema of `UserTopVideoPinsRequest`. */
export const userTopVideoPinsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "UserTopVideoPinsRequest",
  description: "A user's top video Pins by one metric, returned synchronously. Sent as GET /user_account/analytics/top_video_pins.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback, max-range and dates-in-order.",
  type: "object",
  additionalProperties: false,
  required: ["start_date", "end_date", "sort_by"],
  properties: {
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    sort_by: { description: "Metric by which the Pins are sorted.", $ref: "#/$defs/TopVideoPinsSortByInput" },
    from_claimed_content: {
      description: "Content to count: from claimed accounts or sites, from elsewhere, or both.",
      $ref: "#/$defs/UserTopVideoPinsFromClaimedContent",
      default: "BOTH",
    },
    pin_format: { description: "Only Pins of this format.", $ref: "#/$defs/UserTopVideoPinsPinFormat", default: "ALL" },
    app_types: { description: "Only activity on these devices.", $ref: "#/$defs/UserTopVideoPinsAppTypes", default: "ALL" },
    content_type: {
      description: "Only paid content, or only organic content.",
      $ref: "#/$defs/UserTopVideoPinsContentType",
      default: "ALL",
    },
    source: { description: "Only the user's own Pins, or only other users' Pins.", $ref: "#/$defs/UserTopVideoPinsSource", default: "ALL" },
    metric_types: { description: "The metrics to return.", type: "array", items: { $ref: "#/$defs/QueryvideopinmetrictypesItemsInput" } },
    num_of_pins: { description: "Number of Pins to return.", type: "integer", minimum: 1, maximum: 50, default: 10 },
    created_in_last_n_days: {
      description: "Only Pins created within this number of days.",
      $ref: "#/$defs/UserTopVideoPinsCreatedInLastNDays",
    },
    ad_account_id: {
      description: "The request is made on behalf of this ad account's owner.",
      type: "string",
      pattern: "^\\d+$",
      maxLength: 18,
    },
  },
  $defs: {
    TopVideoPinsSortByInput,
    UserTopVideoPinsFromClaimedContent: { enum: ["OTHER", "CLAIMED", "BOTH"] },
    UserTopVideoPinsPinFormat: {
      enum: ["ALL", "ORGANIC_IMAGE", "ORGANIC_PRODUCT", "ORGANIC_VIDEO", "ADS_STANDARD", "ADS_PRODUCT", "ADS_VIDEO", "ADS_IDEA"],
    },
    UserTopVideoPinsAppTypes: { enum: ["ALL", "MOBILE", "TABLET", "WEB"] },
    UserTopVideoPinsContentType: { enum: ["ALL", "PAID", "ORGANIC"] },
    UserTopVideoPinsSource: { enum: ["ALL", "YOUR_PINS", "OTHER_PINS"] },
    QueryvideopinmetrictypesItemsInput,
    UserTopVideoPinsCreatedInLastNDays: { enum: [30] },
  },
};

/** `userTopVideoPinsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const userTopVideoPinsStandardSchema: StandardJsonSchema<UserTopVideoPinsRequest> = /* @__PURE__ */ withJsonSchema(
  userTopVideoPinsSchema,
  userTopVideoPinsJsonSchema,
);

/** JSON Schema of `CatalogReportStatsRequest`. */
export const catalogReportStatsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "CatalogReportStatsRequest",
  description: "Number of problems of each kind in a catalog's report, page by page. Sent as GET /catalogs/reports/stats.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  required: ["parameters"],
  properties: {
    ad_account_id: {
      description: "The request is made on behalf of this ad account's owner.",
      type: "string",
      pattern: "^\\d+$",
      maxLength: 18,
    },
    parameters: { description: "Report whose problems are counted.", $ref: "#/$defs/CatalogsReportStatsParametersInput" },
    bookmark: { description: "Cursor of the page, from the previous response.", type: "string" },
    page_size: { description: "Maximum number of counts on a page.", type: "integer", minimum: 1, maximum: 250, default: 25 },
  },
  $defs: {
    CatalogsReportStatsParametersInput,
    CatalogsRetailReportStatsParametersInput,
    CatalogsRetailReportStatsParametersReportInput,
    CatalogsReportFeedIngestionFilterInput,
    CatalogsReportDistributionIssueFilterInput,
    CatalogsHotelReportStatsParametersInput,
    CatalogsHotelReportStatsParametersReportInput,
  },
};

/** `catalogReportStatsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const catalogReportStatsStandardSchema: StandardJsonSchema<CatalogReportStatsRequest> = /* @__PURE__ */ withJsonSchema(
  catalogReportStatsSchema,
  catalogReportStatsJsonSchema,
);

/** JSON Schema of `AdAccountTargetingAnalyticsRequest`. */
export const adAccountTargetingAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdAccountTargetingAnalyticsRequest",
  description: "Ad performance of a whole account by targeting, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/targeting_analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-range-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["ad_account_id", "start_date", "end_date", "targeting_types", "columns", "granularity"],
  properties: {
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    targeting_types: {
      description: "Targeting types by which rows are split. Rows of different types overlap: do not add them up.",
      type: "array",
      minItems: 1,
      maxItems: 15,
      items: { $ref: "#/$defs/AdsAnalyticsAccountTargetingTypeInput" },
    },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/AdAccountTargetingAnalyticsClickWindowDays",
      default: 30,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/AdAccountTargetingAnalyticsEngagementWindowDays",
      default: 30,
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/AdAccountTargetingAnalyticsViewWindowDays",
      default: 1,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/AdAccountTargetingAnalyticsConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    attribution_types: {
      description: "Whether conversions are attributed to a person or to a household.",
      type: "array",
      maxItems: 2,
      items: { $ref: "#/$defs/ConversionReportAttributionTypeInput" },
    },
    reporting_timezone: {
      description: "Time zone of the rows: Pinterest's or the ad account's (beta).",
      $ref: "#/$defs/ReportingTimeZoneInput",
    },
  },
  $defs: {
    AdsAnalyticsAccountTargetingTypeInput,
    ReportingColumnSyncInput,
    GranularityInput,
    AdAccountTargetingAnalyticsClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdAccountTargetingAnalyticsEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdAccountTargetingAnalyticsViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdAccountTargetingAnalyticsConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ConversionReportAttributionTypeInput,
    ReportingTimeZoneInput,
  },
};

/** `adAccountTargetingAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adAccountTargetingAnalyticsStandardSchema: StandardJsonSchema<AdAccountTargetingAnalyticsRequest> =
  /* @__PURE__ */ withJsonSchema(adAccountTargetingAnalyticsSchema, adAccountTargetingAnalyticsJsonSchema);

/** JSON Schema of `CampaignTargetingAnalyticsRequest`. */
export const campaignTargetingAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "CampaignTargetingAnalyticsRequest",
  description: "Ad performance of campaigns by targeting, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/campaigns/targeting_analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-range-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["ad_account_id", "campaign_ids", "start_date", "end_date", "targeting_types", "columns", "granularity"],
  properties: {
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    campaign_ids: {
      description: "Ids of the campaigns.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$", maxLength: 18 },
    },
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    targeting_types: {
      description: "Targeting types by which rows are split. Rows of different types overlap: do not add them up.",
      type: "array",
      minItems: 1,
      maxItems: 14,
      items: { $ref: "#/$defs/AdsAnalyticsCampaignTargetingTypeInput" },
    },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/CampaignTargetingAnalyticsClickWindowDays",
      default: 30,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/CampaignTargetingAnalyticsEngagementWindowDays",
      default: 30,
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/CampaignTargetingAnalyticsViewWindowDays",
      default: 1,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/CampaignTargetingAnalyticsConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    attribution_types: {
      description: "Whether conversions are attributed to a person or to a household.",
      type: "array",
      maxItems: 2,
      items: { $ref: "#/$defs/ConversionReportAttributionTypeInput" },
    },
    reporting_timezone: {
      description: "Time zone of the rows: Pinterest's or the ad account's (beta).",
      $ref: "#/$defs/ReportingTimeZoneInput",
    },
  },
  $defs: {
    AdsAnalyticsCampaignTargetingTypeInput,
    ReportingColumnSyncInput,
    GranularityInput,
    CampaignTargetingAnalyticsClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    CampaignTargetingAnalyticsEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    CampaignTargetingAnalyticsViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    CampaignTargetingAnalyticsConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ConversionReportAttributionTypeInput,
    ReportingTimeZoneInput,
  },
};

/** `campaignTargetingAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const campaignTargetingAnalyticsStandardSchema: StandardJsonSchema<CampaignTargetingAnalyticsRequest> =
  /* @__PURE__ */ withJsonSchema(campaignTargetingAnalyticsSchema, campaignTargetingAnalyticsJsonSchema);

/** JSON Schema of `AdGroupTargetingAnalyticsRequest`. */
export const adGroupTargetingAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdGroupTargetingAnalyticsRequest",
  description: "Ad performance of ad groups by targeting, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/ad_groups/targeting_analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-range-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["ad_account_id", "ad_group_ids", "start_date", "end_date", "targeting_types", "columns", "granularity"],
  properties: {
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    ad_group_ids: {
      description: "Ids of the ad groups.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$", maxLength: 18 },
    },
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    targeting_types: {
      description: "Targeting types by which rows are split. Rows of different types overlap: do not add them up.",
      type: "array",
      minItems: 1,
      maxItems: 14,
      items: { $ref: "#/$defs/AdsAnalyticsAdGroupTargetingTypeInput" },
    },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/AdGroupTargetingAnalyticsClickWindowDays",
      default: 30,
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/AdGroupTargetingAnalyticsEngagementWindowDays",
      default: 30,
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/AdGroupTargetingAnalyticsViewWindowDays",
      default: 1,
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/AdGroupTargetingAnalyticsConversionReportTime",
      default: "TIME_OF_AD_ACTION",
    },
    attribution_types: {
      description: "Whether conversions are attributed to a person or to a household.",
      type: "array",
      maxItems: 2,
      items: { $ref: "#/$defs/ConversionReportAttributionTypeInput" },
    },
    reporting_timezone: {
      description: "Time zone of the rows: Pinterest's or the ad account's (beta).",
      $ref: "#/$defs/ReportingTimeZoneInput",
    },
    sort_columns: {
      description: "One or two columns to order the rows by.",
      type: "array",
      minItems: 1,
      maxItems: 2,
      items: { type: "string" },
    },
    sort_ascending: { description: "Whether the smallest value comes first.", type: "boolean" },
  },
  $defs: {
    AdsAnalyticsAdGroupTargetingTypeInput,
    ReportingColumnSyncInput,
    GranularityInput,
    AdGroupTargetingAnalyticsClickWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdGroupTargetingAnalyticsEngagementWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdGroupTargetingAnalyticsViewWindowDays: { enum: [0, 1, 7, 14, 30, 60] },
    AdGroupTargetingAnalyticsConversionReportTime: { enum: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    ConversionReportAttributionTypeInput,
    ReportingTimeZoneInput,
  },
};

/** `adGroupTargetingAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adGroupTargetingAnalyticsStandardSchema: StandardJsonSchema<AdGroupTargetingAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  adGroupTargetingAnalyticsSchema,
  adGroupTargetingAnalyticsJsonSchema,
);

/** JSON Schema of `AdTargetingAnalyticsRequest`. */
export const adTargetingAnalyticsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdTargetingAnalyticsRequest",
  description: "Ad performance of ads by targeting, returned synchronously. Sent as GET /ad_accounts/{ad_account_id}/ads/targeting_analytics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`. Rules that JSON Schema cannot express: max-lookback-hour, max-range-hour, max-lookback, max-range and dates-in-order. Rules that are left out because they only warn: no-data-when-columns-conversion-metrics-hour, no-data-when-engagement-window-days, start-date-not-in-the-future and attribution-windows.",
  type: "object",
  additionalProperties: false,
  required: ["ad_account_id", "ad_ids", "start_date", "end_date", "targeting_types", "columns", "granularity"],
  properties: {
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    ad_ids: { description: "Ids of the ads.", type: "array", minItems: 1, maxItems: 250, items: { type: "string", pattern: "^\\d+$" } },
    start_date: { description: "First day, in UTC.", type: "string", format: "date" },
    end_date: { description: "Last day (inclusive), in UTC.", type: "string", format: "date" },
    targeting_types: {
      description: "Targeting types by which rows are split. Rows of different types overlap: do not add them up.",
      type: "array",
      minItems: 1,
      maxItems: 14,
      items: { $ref: "#/$defs/AdsAnalyticsAdTargetingTypeInput" },
    },
    columns: { description: "Columns of each row.", type: "array", items: { $ref: "#/$defs/ReportingColumnSyncInput" } },
    granularity: { description: "How the days are grouped. With TOTAL, one row covers the whole range.", $ref: "#/$defs/GranularityInput" },
    click_window_days: {
      description: "Days after a click during which conversions count.",
      $ref: "#/$defs/ConversionAttributionWindowDaysInput",
    },
    engagement_window_days: {
      description: "Days after an engagement during which conversions count.",
      $ref: "#/$defs/ConversionAttributionWindowDaysInput",
    },
    view_window_days: {
      description: "Days after a view during which conversions count.",
      $ref: "#/$defs/ConversionAttributionWindowDaysInput",
    },
    conversion_report_time: {
      description: "Whether to attribute conversions to the day of the ad action or of the conversion.",
      $ref: "#/$defs/ConversionReportTimeTypeInput",
    },
    attribution_types: {
      description: "Whether conversions are attributed to a person or to a household.",
      type: "array",
      maxItems: 2,
      items: { $ref: "#/$defs/ConversionReportAttributionTypeInput" },
    },
    reporting_timezone: {
      description: "Time zone of the rows: Pinterest's or the ad account's (beta).",
      $ref: "#/$defs/ReportingTimeZoneInput",
    },
    sort_columns: {
      description: "One or two columns to order the rows by.",
      type: "array",
      minItems: 1,
      maxItems: 2,
      items: { type: "string" },
    },
    sort_ascending: { description: "Whether the smallest value comes first.", type: "boolean" },
  },
  $defs: {
    AdsAnalyticsAdTargetingTypeInput,
    ReportingColumnSyncInput,
    GranularityInput,
    ConversionAttributionWindowDaysInput,
    ConversionReportTimeTypeInput,
    ConversionReportAttributionTypeInput,
    ReportingTimeZoneInput,
  },
};

/** `adTargetingAnalyticsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adTargetingAnalyticsStandardSchema: StandardJsonSchema<AdTargetingAnalyticsRequest> = /* @__PURE__ */ withJsonSchema(
  adTargetingAnalyticsSchema,
  adTargetingAnalyticsJsonSchema,
);

/** JSON Schema of `DeliveryMetricsRequest`. */
export const deliveryMetricsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "DeliveryMetricsRequest",
  description: "Definitions of report columns, as published by Pinterest. Sent as GET /resources/delivery_metrics.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  properties: {
    report_type: {
      description: "Only metrics of synchronous reports, or only metrics of asynchronous reports.",
      $ref: "#/$defs/ReportTypeInput",
    },
  },
  $defs: { ReportTypeInput },
};

/** `deliveryMetricsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const deliveryMetricsStandardSchema: StandardJsonSchema<DeliveryMetricsRequest> = /* @__PURE__ */ withJsonSchema(
  deliveryMetricsSchema,
  deliveryMetricsJsonSchema,
);

/** JSON Schema of `OauthTokenRequest`. */
export const oauthTokenJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "OauthTokenRequest",
  description: "Exchanges an authorization code, a refresh token or app credentials for an access token. Sent as POST /oauth/token.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  required: ["grant_type"],
  properties: {
    code: { description: "With `authorization_code`, the code from the user's consent; valid for one exchange.", type: "string" },
    continuous_refresh: {
      description: "If true, older apps get a renewable refresh token that is valid for 60 days. Apps created since 25 September 2025 always get one.",
      type: "string",
    },
    grant_type: { description: "Kind of credentials used to request the token.", $ref: "#/$defs/TokenGrantTypeInput" },
    redirect_uri: { description: "With `authorization_code`, the redirect address of the consent page.", type: "string" },
    refresh_token: { description: "With `refresh_token`, the refresh token from an earlier response.", type: "string" },
    scope: { description: "Scopes of the token, separated by spaces or commas.", type: "string" },
  },
  $defs: { TokenGrantTypeInput },
};

/** `oauthTokenSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const oauthTokenStandardSchema: StandardJsonSchema<OauthTokenRequest> = /* @__PURE__ */ withJsonSchema(
  oauthTokenSchema,
  oauthTokenJsonSchema,
);

/** JSON Schema of `CampaignsRequest`. */
export const campaignsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "CampaignsRequest",
  description: "The campaigns of an ad account, page by page. Sent as GET /ad_accounts/{ad_account_id}/campaigns.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  required: ["ad_account_id"],
  properties: {
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    campaign_ids: {
      description: "Only these campaigns, or their ad groups or ads.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$", maxLength: 18 },
    },
    entity_statuses: {
      description: "Only entities with one of these statuses.",
      type: "array",
      items: { $ref: "#/$defs/CampaignsEntityStatus" },
    },
    page_size: { description: "Maximum number of items on a page.", type: "integer", minimum: 1, maximum: 250, default: 25 },
    order: { description: "Order by id, which is the order of creation.", $ref: "#/$defs/CampaignsOrder" },
    bookmark: { description: "Cursor of the page, from the previous response.", type: "string" },
  },
  $defs: {
    CampaignsEntityStatus: { enum: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    CampaignsOrder: { enum: ["ASCENDING", "DESCENDING"] },
  },
};

/** `campaignsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const campaignsStandardSchema: StandardJsonSchema<CampaignsRequest> = /* @__PURE__ */ withJsonSchema(
  campaignsSchema,
  campaignsJsonSchema,
);

/** JSON Schema of `AdGroupsRequest`. */
export const adGroupsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdGroupsRequest",
  description: "The ad groups of an ad account, page by page. Sent as GET /ad_accounts/{ad_account_id}/ad_groups.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  required: ["ad_account_id"],
  properties: {
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    campaign_ids: {
      description: "Only these campaigns, or their ad groups or ads.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$", maxLength: 18 },
    },
    ad_group_ids: {
      description: "Only these ad groups, or their ads.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$" },
    },
    entity_statuses: {
      description: "Only entities with one of these statuses.",
      type: "array",
      items: { $ref: "#/$defs/AdGroupsEntityStatus" },
    },
    page_size: { description: "Maximum number of items on a page.", type: "integer", minimum: 1, maximum: 250, default: 25 },
    order: { description: "Order by id, which is the order of creation.", $ref: "#/$defs/AdGroupsOrder" },
    bookmark: { description: "Cursor of the page, from the previous response.", type: "string" },
    translate_interests_to_names: {
      description: "Whether interests in `targeting_spec` are names instead of ids.",
      type: "boolean",
      default: false,
    },
  },
  allOf: [
    {
      $comment: "forbidden-when-campaign-ids-with-ad-group-ids: campaign_ids is not allowed when ad_group_ids is given",
      if: { properties: { ad_group_ids: true }, required: ["ad_group_ids"] },
      then: { properties: { campaign_ids: false } },
    },
  ],
  $defs: {
    AdGroupsEntityStatus: { enum: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    AdGroupsOrder: { enum: ["ASCENDING", "DESCENDING"] },
  },
};

/** `adGroupsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adGroupsStandardSchema: StandardJsonSchema<AdGroupsRequest> = /* @__PURE__ */ withJsonSchema(
  adGroupsSchema,
  adGroupsJsonSchema,
);

/** JSON Schema of `AdsRequest`. */
export const adsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "AdsRequest",
  description: "The ads of an ad account, page by page. Sent as GET /ad_accounts/{ad_account_id}/ads.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  required: ["ad_account_id"],
  properties: {
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    campaign_ids: {
      description: "Only these campaigns, or their ad groups or ads.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$", maxLength: 18 },
    },
    ad_group_ids: {
      description: "Only these ad groups, or their ads.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$" },
    },
    ad_ids: { description: "Only these ads.", type: "array", minItems: 1, maxItems: 250, items: { type: "string", pattern: "^\\d+$" } },
    entity_statuses: {
      description: "Only entities with one of these statuses.",
      type: "array",
      items: { $ref: "#/$defs/AdsEntityStatus" },
    },
    page_size: { description: "Maximum number of items on a page.", type: "integer", minimum: 1, maximum: 250, default: 25 },
    order: { description: "Order by id, which is the order of creation.", $ref: "#/$defs/AdsOrder" },
    bookmark: { description: "Cursor of the page, from the previous response.", type: "string" },
  },
  allOf: [
    {
      $comment: "forbidden-when-campaign-ids-with-ad-group-ids: campaign_ids is not allowed when ad_group_ids is given",
      if: { properties: { ad_group_ids: true }, required: ["ad_group_ids"] },
      then: { properties: { campaign_ids: false } },
    },
    {
      $comment: "forbidden-when-campaign-ids-with-ad-ids: campaign_ids is not allowed when ad_ids is given",
      if: { properties: { ad_ids: true }, required: ["ad_ids"] },
      then: { properties: { campaign_ids: false } },
    },
    {
      $comment: "forbidden-when-ad-group-ids-with-ad-ids: ad_group_ids is not allowed when ad_ids is given",
      if: { properties: { ad_ids: true }, required: ["ad_ids"] },
      then: { properties: { ad_group_ids: false } },
    },
  ],
  $defs: {
    AdsEntityStatus: { enum: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    AdsOrder: { enum: ["ASCENDING", "DESCENDING"] },
  },
};

/** `adsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const adsStandardSchema: StandardJsonSchema<AdsRequest> = /* @__PURE__ */ withJsonSchema(adsSchema, adsJsonSchema);

/** JSON Schema of `KeywordsRequest`. */
export const keywordsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "KeywordsRequest",
  description: "Keywords of an ad account, a campaign or ad groups, page by page. Sent as GET /ad_accounts/{ad_account_id}/keywords.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  required: ["ad_account_id"],
  properties: {
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    campaign_id: { description: "Only the keywords of this campaign.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    ad_group_id: { description: "Only the keywords of this ad group.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    ad_group_ids: {
      description: "Only the keywords of these ad groups.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$", maxLength: 18 },
    },
    match_types: {
      description: "Only keywords that match in one of these ways.",
      type: "array",
      minItems: 1,
      maxItems: 5,
      items: { $ref: "#/$defs/MatchTypeInput" },
    },
    page_size: { description: "Maximum number of items on a page.", type: "integer", minimum: 1, default: 25 },
    bookmark: { description: "Cursor of the page, from the previous response.", type: "string" },
  },
  $defs: { MatchTypeInput },
};

/** `keywordsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const keywordsStandardSchema: StandardJsonSchema<KeywordsRequest> = /* @__PURE__ */ withJsonSchema(
  keywordsSchema,
  keywordsJsonSchema,
);

/** JSON Schema of `ProductGroupsRequest`. */
export const productGroupsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "ProductGroupsRequest",
  description: "The product groups of an ad group, page by page. Sent as GET /ad_accounts/{ad_account_id}/product_group_promotions.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  required: ["ad_account_id"],
  properties: {
    ad_account_id: { description: "Id of the ad account.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    product_group_promotion_ids: {
      description: "Only these product groups. If this is set, `ad_group_id` has no effect.",
      type: "array",
      minItems: 1,
      maxItems: 250,
      items: { type: "string", pattern: "^\\d+$" },
    },
    entity_statuses: {
      description: "Only entities with one of these statuses.",
      type: "array",
      items: { $ref: "#/$defs/ProductGroupsEntityStatus" },
    },
    ad_group_id: {
      description: "Only the product groups of this ad group. Either this or `product_group_promotion_ids` is required.",
      type: "string",
      pattern: "^\\d+$",
      maxLength: 18,
    },
    page_size: { description: "Maximum number of items on a page.", type: "integer", minimum: 1, maximum: 250, default: 25 },
    order: { description: "Order by id, which is the order of creation.", $ref: "#/$defs/ProductGroupsOrder" },
    bookmark: { description: "Cursor of the page, from the previous response.", type: "string" },
  },
  allOf: [
    {
      $comment: "at-least-one-of: requires ad_group_id, or product_group_promotion_ids",
      anyOf: [
        { properties: { ad_group_id: true }, required: ["ad_group_id"] },
        { properties: { product_group_promotion_ids: true }, required: ["product_group_promotion_ids"] },
      ],
    },
  ],
  $defs: {
    ProductGroupsEntityStatus: { enum: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    ProductGroupsOrder: { enum: ["ASCENDING", "DESCENDING"] },
  },
};

/** `productGroupsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const productGroupsStandardSchema: StandardJsonSchema<ProductGroupsRequest> = /* @__PURE__ */ withJsonSchema(
  productGroupsSchema,
  productGroupsJsonSchema,
);

/** JSON Schema of `TargetingOptionsRequest`. */
export const targetingOptionsJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "TargetingOptionsRequest",
  description: "The values of a targeting type, with their names. In reports, these values are in `TARGETING_VALUE`. Sent as GET /resources/targeting/{targeting_type}.",
  $comment: "Generated from Pinterest's API description. Configure the validator to assert `format`.",
  type: "object",
  additionalProperties: false,
  required: ["targeting_type"],
  properties: {
    targeting_type: { description: "The targeting type.", $ref: "#/$defs/TargetingOptionsTargetingType" },
    client_id: { description: "Id of the app.", type: "string", pattern: "^\\d+$", maxLength: 18 },
    oauth_signature: { description: "Signature of the request; not needed with a token.", type: "string" },
    timestamp: { description: "Time of the signature; not needed with a token.", type: "string", pattern: "\\d+" },
    ad_account_id: { description: "Ad account for which the values are listed.", type: "string", pattern: "^\\d+$", maxLength: 18 },
  },
  $defs: {
    TargetingOptionsTargetingType: {
      enum: ["APPTYPE", "GENDER", "LOCALE", "AGE_BUCKET", "LOCATION", "GEO", "INTEREST", "KEYWORD", "AUDIENCE_INCLUDE", "AUDIENCE_EXCLUDE"],
    },
  },
};

/** `targetingOptionsSchema` from the `validators` entry point, with the request's JSON Schema in `~standard.jsonSchema`. */
export const targetingOptionsStandardSchema: StandardJsonSchema<TargetingOptionsRequest> = /* @__PURE__ */ withJsonSchema(
  targetingOptionsSchema,
  targetingOptionsJsonSchema,
);
export type { JsonSchema, JsonSchemaOptions, StandardJsonSchema } from "../runtime/support-data.js";
