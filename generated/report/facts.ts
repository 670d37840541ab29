// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ContractFacts } from "../../runtime/testing/index.js";
import { reportColumns } from "./columns.js";
import { REPORT_COLUMN_KINDS } from "./column-kinds.js";
import {
  REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES,
  REPORT_LEVEL_VALUES,
  REPORT_TARGETING_TYPE_VALUES,
} from "../lists.js";
import { reportLevels } from "./levels.js";
import { reportRules } from "./rules.js";

/** The facts about this report that the fake server needs to validate requests and generate rows. */
export const reportFacts: ContractFacts = {
  name: "report",
  create: { method: "post", path: "/ad_accounts/{ad_account_id}/reports" },
  poll: { method: "get", path: "/ad_accounts/{ad_account_id}/reports" },
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  body: {
    name: "ReportRequest",
    fields: [
      {
        name: "ad_group_ids",
        type: { kind: "array", items: { kind: "string" }, each: { pattern: "^\\d+$" } },
        required: false,
        limits: { minItems: 1, maxItems: 500 },
      },
      {
        name: "ad_group_statuses",
        type: { kind: "array", items: { kind: "enum", name: "ReportAdGroupStatus" }, each: {} },
        required: false,
        limits: { minItems: 1, maxItems: 6 },
      },
      {
        name: "ad_ids",
        type: { kind: "array", items: { kind: "string" }, each: { pattern: "^\\d+$" } },
        required: false,
        limits: { minItems: 1, maxItems: 500 },
      },
      {
        name: "ad_statuses",
        type: { kind: "array", items: { kind: "enum", name: "ReportAdStatus" }, each: {} },
        required: false,
        limits: { minItems: 1, maxItems: 6 },
      },
      {
        name: "attribution_types",
        type: { kind: "array", items: { kind: "enum", name: "ReportAttributionType" }, each: {} },
        required: false,
        limits: {},
      },
      { name: "campaign_brand_label", type: { kind: "string" }, required: false, limits: {} },
      { name: "campaign_custom_label", type: { kind: "string" }, required: false, limits: {} },
      {
        name: "campaign_ids",
        type: { kind: "array", items: { kind: "string" }, each: { pattern: "^\\d+$" } },
        required: false,
        limits: { minItems: 1, maxItems: 500 },
      },
      {
        name: "campaign_objective_types",
        type: { kind: "array", items: { kind: "enum", name: "ReportCampaignObjectiveType" }, each: {} },
        required: false,
        limits: { minItems: 1, maxItems: 7 },
      },
      {
        name: "campaign_statuses",
        type: { kind: "array", items: { kind: "enum", name: "ReportCampaignStatus" }, each: {} },
        required: false,
        limits: { minItems: 1, maxItems: 6 },
      },
      { name: "click_window_days", type: { kind: "enum", name: "ReportClickWindowDays" }, required: false, default: 30, limits: {} },
      { name: "columns", type: { kind: "array", items: { kind: "enum", name: "ReportColumn" }, each: {} }, required: false, limits: {} },
      { name: "combine_targeting_types", type: { kind: "boolean" }, required: false, default: false, limits: {} },
      {
        name: "conversion_report_time",
        type: { kind: "enum", name: "ReportConversionReportTime" },
        required: false,
        default: "TIME_OF_AD_ACTION",
        limits: {},
      },
      {
        name: "custom_conversion_event_metrics",
        type: { kind: "array", items: { kind: "object", name: "ReportCustomConversionEventMetric" }, each: {} },
        required: false,
        limits: {},
      },
      { name: "end_date", type: { kind: "string" }, required: true, limits: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" } },
      { name: "end_hour", type: { kind: "integer" }, required: false, limits: { minimum: 0, maximum: 23 } },
      {
        name: "engagement_window_days",
        type: { kind: "enum", name: "ReportEngagementWindowDays" },
        required: false,
        default: 30,
        limits: {},
      },
      { name: "granularity", type: { kind: "enum", name: "ReportGranularity" }, required: true, limits: {} },
      { name: "level", type: { kind: "enum", name: "ReportLevel" }, required: false, limits: {} },
      {
        name: "metrics_filters",
        type: { kind: "array", items: { kind: "object", name: "ReportMetricsFilter" }, each: {} },
        required: false,
        limits: { minItems: 1 },
      },
      { name: "primary_sort", type: { kind: "enum", name: "ReportPrimarySort" }, required: false, default: "BY_ID", limits: {} },
      {
        name: "product_group_ids",
        type: { kind: "array", items: { kind: "string" }, each: { pattern: "^\\d+$" } },
        required: false,
        limits: { minItems: 1, maxItems: 500 },
      },
      {
        name: "product_group_statuses",
        type: { kind: "array", items: { kind: "enum", name: "ReportProductGroupStatus" }, each: {} },
        required: false,
        limits: { minItems: 1, maxItems: 6 },
      },
      {
        name: "product_item_ids",
        type: { kind: "array", items: { kind: "string" }, each: { pattern: "^\\d+$" } },
        required: false,
        limits: { minItems: 1, maxItems: 500 },
      },
      { name: "report_format", type: { kind: "enum", name: "ReportFormat" }, required: false, default: "JSON", limits: {} },
      { name: "reporting_timezone", type: { kind: "enum", name: "ReportReportingTimezone" }, required: false, limits: {} },
      { name: "start_date", type: { kind: "string" }, required: true, limits: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" } },
      { name: "start_hour", type: { kind: "integer" }, required: false, limits: { minimum: 0, maximum: 23 } },
      {
        name: "targeting_types",
        type: { kind: "array", items: { kind: "enum", name: "ReportTargetingType" }, each: {} },
        required: false,
        limits: { minItems: 1, maxItems: 5 },
      },
      { name: "view_window_days", type: { kind: "enum", name: "ReportViewWindowDays" }, required: false, default: 1, limits: {} },
    ],
  },
  objects: [
    {
      name: "ReportCustomConversionEventMetric",
      fields: [
        {
          name: "custom_event_metrics_type",
          type: { kind: "enum", name: "ReportCustomConversionEventMetricCustomEventMetricsType" },
          required: true,
          limits: {},
        },
        { name: "custom_event_name", type: { kind: "string" }, required: true, limits: {} },
      ],
    },
    {
      name: "ReportMetricsFilter",
      fields: [
        { name: "field", type: { kind: "enum", name: "ReportMetricsFilterField" }, required: true, limits: {} },
        { name: "operator", type: { kind: "enum", name: "ReportMetricsFilterOperator" }, required: true, limits: {} },
        { name: "values", type: { kind: "array", items: { kind: "number" }, each: {} }, required: true, limits: { minItems: 1 } },
      ],
    },
  ],
  enums: [
    {
      name: "ReportAdGroupStatus",
      values: ["RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"],
    },
    {
      name: "ReportAdStatus",
      values: ["APPROVED", "PAUSED", "PENDING", "REJECTED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"],
    },
    { name: "ReportAttributionType", values: ["INDIVIDUAL", "HOUSEHOLD"] },
    {
      name: "ReportCampaignObjectiveType",
      values: [
        "AWARENESS", "CONSIDERATION", "VIDEO_VIEW", "WEB_CONVERSION", "CATALOG_SALES", "WEB_SESSIONS", "VIDEO_COMPLETION", "APP_INSTALL",
        "SALES", "LEADS", "CTV_CONSIDERATION",
      ],
    },
    {
      name: "ReportCampaignStatus",
      values: ["RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"],
    },
    { name: "ReportClickWindowDays", values: [0, 1, 7, 14, 30, 60] },
    { name: "ReportColumn", values: Object.keys(REPORT_COLUMN_KINDS) },
    { name: "ReportConversionReportTime", values: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    {
      name: "ReportCustomConversionEventMetricCustomEventMetricsType",
      values: REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES,
    },
    { name: "ReportEngagementWindowDays", values: [0, 1, 7, 14, 30, 60] },
    { name: "ReportGranularity", values: ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"] },
    { name: "ReportLevel", values: REPORT_LEVEL_VALUES },
    { name: "ReportMetricsFilterField", values: ["SPEND_IN_DOLLAR", "TOTAL_IMPRESSION"] },
    { name: "ReportMetricsFilterOperator", values: ["LESS_THAN", "GREATER_THAN"] },
    { name: "ReportPrimarySort", values: ["BY_ID", "BY_DATE"] },
    { name: "ReportProductGroupStatus", values: ["RUNNING", "PAUSED", "EXCLUDED", "ARCHIVED"] },
    { name: "ReportFormat", values: ["JSON", "CSV"] },
    { name: "ReportReportingTimezone", values: ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"] },
    { name: "ReportTargetingType", values: REPORT_TARGETING_TYPE_VALUES },
    { name: "ReportViewWindowDays", values: [0, 1, 7, 14, 30, 60] },
  ],
  rules: reportRules,
  breaches: [
    {
      rule: "max-lookback-not-hour",
      when: [{ field: "granularity", isNot: ["HOUR"] }],
      body: { from: { day: "start_date" }, to: "today", min: 915 },
    },
    {
      rule: "max-range-not-hour",
      when: [{ field: "granularity", isNot: ["HOUR"] }],
      body: { from: { day: "start_date" }, to: { day: "end_date" }, min: 187 },
    },
    {
      rule: "max-lookback-hour",
      when: [{ field: "granularity", is: ["HOUR"] }],
      body: { from: { day: "start_date" }, to: "today", min: 9 },
    },
    {
      rule: "max-range-hour",
      when: [{ field: "granularity", is: ["HOUR"] }],
      body: { from: { day: "start_date" }, to: { day: "end_date" }, min: 4 },
    },
    {
      rule: "max-lookback-product-item",
      when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
      body: { from: { day: "start_date" }, to: "today", min: 93 },
    },
    {
      rule: "max-range-product-item",
      when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
      body: { from: { day: "start_date" }, to: { day: "end_date" }, min: 32 },
    },
    {
      rule: "forbidden-when-ad-ids-product-item",
      when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
      body: { field: "ad_ids", present: true },
    },
    {
      rule: "forbidden-when-ad-statuses-product-item",
      when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
      body: { field: "ad_statuses", present: true },
    },
    {
      rule: "forbidden-values-when-columns-product-item",
      when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
      body: {
        field: "columns",
        holds: ["PIN_PROMOTION_STATUS", "AD_STATUS", "PIN_PROMOTION_ID", "AD_ID", "PIN_PROMOTION_NAME", "AD_NAME"],
      },
    },
    { rule: "date-format-end-date", when: [], body: { field: "end_date", noDay: true } },
    { rule: "only-when-end-hour-hour", when: [{ field: "granularity", isNot: ["HOUR"] }], body: { field: "end_hour", present: true } },
    { rule: "date-format-start-date", when: [], body: { field: "start_date", noDay: true } },
    { rule: "only-when-start-hour-hour", when: [{ field: "granularity", isNot: ["HOUR"] }], body: { field: "start_hour", present: true } },
    {
      rule: "requires-value-targeting-types",
      when: [],
      body: {
        all: [
          { field: "targeting_types", present: true },
          {
            field: "level",
            isNot: [
              "ADVERTISER_TARGETING", "CAMPAIGN_TARGETING", "AD_GROUP_TARGETING", "PIN_PROMOTION_TARGETING", "PRODUCT_GROUP_TARGETING",
              "PRODUCT_ITEM_TARGETING",
            ],
          },
        ],
      },
    },
    { rule: "dates-in-order", when: [], body: { from: { day: "start_date" }, to: { day: "end_date" }, max: -1 } },
    { rule: "start-date-not-in-the-future", when: [], body: { from: "today", to: { day: "start_date" }, min: 2 } },
    {
      rule: "hours-in-order",
      when: [],
      body: {
        all: [
          { from: { day: "start_date" }, to: { day: "end_date" }, min: 0, max: 0 },
          { from: { number: "start_hour" }, to: { number: "end_hour" }, max: -1 },
        ],
      },
    },
  ],
  columns: reportColumns,
  levels: reportLevels,
};
