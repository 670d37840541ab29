// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ContractFacts } from "../../runtime/testing/index.js";
import { conversionProductReportColumns } from "./columns.js";
import { CONVERSION_PRODUCT_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import { conversionProductReportRules } from "./rules.js";

/** The facts about this report that the fake server needs to validate requests and generate rows. */
export const conversionProductReportFacts: ContractFacts = {
  name: "conversion-product-report",
  create: { method: "post", path: "/ad_accounts/{ad_account_id}/reports/brand_category_sku", notNull: ["message", "size", "url"] },
  poll: { method: "get", path: "/ad_accounts/{ad_account_id}/reports/brand_category_sku", notNull: ["message", "size", "url"] },
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  body: {
    name: "ConversionProductReportRequest",
    fields: [
      {
        name: "ad_group_ids",
        type: { kind: "array", items: { kind: "string" }, each: { pattern: "^\\d+$" } },
        required: false,
        limits: { minItems: 1, maxItems: 500 },
      },
      {
        name: "campaign_ids",
        type: { kind: "array", items: { kind: "string" }, each: { pattern: "^\\d+$" } },
        required: false,
        limits: { minItems: 1, maxItems: 500 },
      },
      {
        name: "campaign_objective_types",
        type: { kind: "array", items: { kind: "enum", name: "ConversionProductReportCampaignObjectiveType" }, each: {} },
        required: false,
        limits: { minItems: 1, maxItems: 7 },
      },
      {
        name: "click_window_days",
        type: { kind: "enum", name: "ConversionProductReportClickWindowDays" },
        required: false,
        default: 30,
        limits: {},
      },
      {
        name: "columns",
        type: { kind: "array", items: { kind: "enum", name: "ConversionProductReportColumn" }, each: {} },
        required: true,
        limits: {},
      },
      {
        name: "conversion_product_attribution_type",
        type: { kind: "enum", name: "ConversionProductReportConversionProductAttributionType" },
        required: false,
        default: "DEFAULT",
        limits: {},
      },
      {
        name: "conversion_product_breakdown",
        type: { kind: "enum", name: "ConversionProductReportConversionProductBreakdown" },
        required: false,
        default: "PRODUCT_BRAND",
        limits: {},
      },
      {
        name: "conversion_report_time",
        type: { kind: "enum", name: "ConversionProductReportConversionReportTime" },
        required: false,
        default: "TIME_OF_AD_ACTION",
        limits: {},
      },
      { name: "end_date", type: { kind: "string" }, required: true, limits: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" } },
      { name: "granularity", type: { kind: "enum", name: "ConversionProductReportGranularity" }, required: true, limits: {} },
      { name: "level", type: { kind: "enum", name: "ConversionProductReportLevel" }, required: true, limits: {} },
      {
        name: "product_sku_ids",
        type: { kind: "array", items: { kind: "string" }, each: { pattern: "^[a-zA-Z0-9]+$" } },
        required: false,
        limits: { minItems: 2, maxItems: 30000 },
      },
      { name: "report_name", type: { kind: "string" }, required: true, limits: {} },
      { name: "start_date", type: { kind: "string" }, required: true, limits: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" } },
      {
        name: "view_window_days",
        type: { kind: "enum", name: "ConversionProductReportViewWindowDays" },
        required: false,
        default: 30,
        limits: {},
      },
    ],
  },
  objects: [
  ],
  enums: [
    {
      name: "ConversionProductReportCampaignObjectiveType",
      values: [
        "AWARENESS", "CONSIDERATION", "WEB_CONVERSION", "CATALOG_SALES", "VIDEO_COMPLETION", "APP_INSTALL", "SALES", "LEADS",
        "CTV_CONSIDERATION",
      ],
    },
    { name: "ConversionProductReportClickWindowDays", values: [0, 1, 7, 14, 30, 60] },
    { name: "ConversionProductReportColumn", values: Object.keys(CONVERSION_PRODUCT_REPORT_COLUMN_KINDS) },
    { name: "ConversionProductReportConversionProductAttributionType", values: ["DEFAULT", "BRAND_ATTRIBUTION"] },
    {
      name: "ConversionProductReportConversionProductBreakdown",
      values: ["PRODUCT_BRAND", "PRODUCT_CATEGORY", "PRODUCT_BRAND_AND_CATEGORY", "PRODUCT_SKU", "PRODUCT_SKU_GROUP"],
    },
    { name: "ConversionProductReportConversionReportTime", values: ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] },
    { name: "ConversionProductReportGranularity", values: ["TOTAL", "WEEK", "MONTH"] },
    { name: "ConversionProductReportLevel", values: ["ADVERTISER", "CAMPAIGN", "AD_GROUP"] },
    { name: "ConversionProductReportViewWindowDays", values: [0, 1, 7, 14, 30, 60] },
  ],
  rules: conversionProductReportRules,
  breaches: [
    {
      rule: "only-when-ad-group-ids-ad-group",
      when: [{ field: "level", isNot: ["AD_GROUP"] }],
      body: { field: "ad_group_ids", present: true },
    },
    {
      rule: "only-when-campaign-ids-campaign",
      when: [{ field: "level", isNot: ["CAMPAIGN"] }],
      body: { field: "campaign_ids", present: true },
    },
    {
      rule: "min-date-brand-attribution",
      when: [{ field: "conversion_product_attribution_type", is: ["BRAND_ATTRIBUTION"] }],
      body: { from: { date: "2025-04-01" }, to: { day: "start_date" }, max: -1 },
    },
    { rule: "date-format-end-date", when: [], body: { field: "end_date", noDay: true } },
    { rule: "max-range", when: [], body: { from: { day: "start_date" }, to: { day: "end_date" }, min: 367 } },
    {
      rule: "only-when-product-sku-ids-product-sku-group",
      when: [{ field: "conversion_product_breakdown", isNot: ["PRODUCT_SKU_GROUP"] }],
      body: { field: "product_sku_ids", present: true },
    },
    { rule: "date-format-start-date", when: [], body: { field: "start_date", noDay: true } },
    { rule: "min-date", when: [], body: { from: { date: "2024-03-16" }, to: { day: "start_date" }, max: -1 } },
    { rule: "min-range", when: [], body: { from: { day: "start_date" }, to: { day: "end_date" }, max: 5 } },
    { rule: "dates-in-order", when: [], body: { from: { day: "start_date" }, to: { day: "end_date" }, max: -1 } },
  ],
  columns: conversionProductReportColumns,
};
