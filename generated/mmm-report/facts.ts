// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _ea9e2ceaf244543b } from "../generation.js";
import type { ContractFacts } from "../../runtime/testing/index.js";
import { mmmReportRules } from "./rules.js";

/** What the fake server knows of this report: the contract's facts, to be read by the server itself. */
export const mmmReportFacts: ContractFacts = {
  name: "mmm-report",
  create: { method: "post", path: "/ad_accounts/{ad_account_id}/mmm_reports", notNull: ["message", "size", "url"] },
  poll: { method: "get", path: "/ad_accounts/{ad_account_id}/mmm_reports", notNull: ["message", "size", "url"] },
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  body: {
    name: "MmmReportRequest",
    fields: [
      { name: "advertiser_ids", type: { kind: "array", items: { kind: "string" }, each: {} }, required: false, limits: {} },
      { name: "columns", type: { kind: "array", items: { kind: "enum", name: "MmmReportColumn" }, each: {} }, required: true, limits: {} },
      { name: "countries", type: { kind: "array", items: { kind: "nullable", of: { kind: "enum", name: "MmmReportCountry" } }, each: {} }, required: false, limits: {} },
      { name: "custom_column_ids", type: { kind: "array", items: { kind: "string" }, each: {} }, required: false, limits: { maxItems: 20 } },
      { name: "end_date", type: { kind: "string" }, required: true, limits: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" } },
      { name: "granularity", type: { kind: "enum", name: "MmmReportGranularity" }, required: true, limits: {} },
      { name: "level", type: { kind: "enum", name: "MmmReportLevel" }, required: true, limits: {} },
      { name: "report_name", type: { kind: "string" }, required: true, limits: {} },
      { name: "start_date", type: { kind: "string" }, required: true, limits: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" } },
      { name: "targeting_types", type: { kind: "array", items: { kind: "enum", name: "MmmReportTargetingType" }, each: {} }, required: true, limits: { minItems: 1, maxItems: 7 } },
    ],
  },
  objects: [
  ],
  enums: [
    { name: "MmmReportColumn", values: ["SPEND_IN_DOLLAR", "SPEND_IN_MICRO_DOLLAR", "ECPC_IN_DOLLAR", "ECTR", "CAMPAIGN_NAME", "TOTAL_ENGAGEMENT", "EENGAGEMENT_RATE", "ECPM_IN_DOLLAR", "CAMPAIGN_ID", "ADVERTISER_ID", "AD_GROUP_ID", "AD_GROUP_NAME", "CLICKTHROUGH_1", "IMPRESSION_1", "CLICKTHROUGH_2", "IMPRESSION_2", "TOTAL_CLICKTHROUGH", "TOTAL_IMPRESSION", "ADVERTISER_NAME", "SPEND_ORDER_LINE_PAID_TYPE", "CAMPAIGN_OBJECTIVE_TYPE", "PINNER_LIST_NAME", "ADS_CREDIT_SPEND_IN_DOLLAR", "ADVERTISER_PAID_SPEND_IN_DOLLAR", "ADVERTISER_PAID_ECPC_IN_DOLLAR", "ADVERTISER_PAID_ECPM_IN_DOLLAR"] },
    { name: "MmmReportCountry", values: ["US", "GB", "CA", "IE", "AU", "NZ", "FR", "SE", "IL", "DE", "AT", "IT", "ES", "NL", "BE", "PT", "CH", "HK", "JP", "KR", "SG", "NO", "DK", "FI", "CY", "LU", "MT", "PL", "RO", "HU", "CZ", "GR", "SK", "BR", "MX", "AR", "CL", "CO"] },
    { name: "MmmReportGranularity", values: ["DAY", "WEEK"] },
    { name: "MmmReportLevel", values: ["CAMPAIGN_TARGETING", "AD_GROUP_TARGETING"] },
    { name: "MmmReportTargetingType", values: ["APPTYPE", "COUNTRY", "CREATIVE_TYPE", "GENDER", "LOCATION", "PLACEMENT", "AUDIENCE_INCLUDE"] },
  ],
  rules: mmmReportRules,
  columns: [
    { name: "SPEND_IN_DOLLAR", value: "money" },
    { name: "SPEND_IN_MICRO_DOLLAR", value: "micro-money" },
    { name: "ECPC_IN_DOLLAR", value: "money" },
    { name: "ECTR", value: "rate" },
    { name: "CAMPAIGN_NAME", value: "name" },
    { name: "TOTAL_ENGAGEMENT", value: "count" },
    { name: "EENGAGEMENT_RATE", value: "rate" },
    { name: "ECPM_IN_DOLLAR", value: "money" },
    { name: "CAMPAIGN_ID", value: "id" },
    { name: "ADVERTISER_ID", value: "id" },
    { name: "AD_GROUP_ID", value: "id" },
    { name: "AD_GROUP_NAME", value: "name" },
    { name: "CLICKTHROUGH_1", value: "count" },
    { name: "IMPRESSION_1", value: "count" },
    { name: "CLICKTHROUGH_2", value: "count" },
    { name: "IMPRESSION_2", value: "count" },
    { name: "TOTAL_CLICKTHROUGH", value: "count" },
    { name: "TOTAL_IMPRESSION", value: "count" },
    { name: "ADVERTISER_NAME", value: "name" },
    { name: "SPEND_ORDER_LINE_PAID_TYPE", value: "label" },
    { name: "CAMPAIGN_OBJECTIVE_TYPE", value: "label" },
    { name: "PINNER_LIST_NAME", value: "name" },
    { name: "ADS_CREDIT_SPEND_IN_DOLLAR", value: "money" },
    { name: "ADVERTISER_PAID_SPEND_IN_DOLLAR", value: "money" },
    { name: "ADVERTISER_PAID_ECPC_IN_DOLLAR", value: "money" },
    { name: "ADVERTISER_PAID_ECPM_IN_DOLLAR", value: "money" },
  ],
};
