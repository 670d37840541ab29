// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ContractFacts } from "../../runtime/testing/index.js";
import { mmmReportColumns } from "./columns.js";
import { MMM_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import { MMM_REPORT_COUNTRY_VALUES } from "../lists.js";
import { mmmReportRules } from "./rules.js";

/** The facts about this report that the fake server needs to validate requests and generate rows. */
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
      {
        name: "countries",
        type: { kind: "array", items: { kind: "nullable", of: { kind: "enum", name: "MmmReportCountry" } }, each: {} },
        required: false,
        limits: {},
      },
      {
        name: "custom_column_ids",
        type: { kind: "array", items: { kind: "string" }, each: {} },
        required: false,
        limits: { maxItems: 20 },
      },
      { name: "end_date", type: { kind: "string" }, required: true, limits: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" } },
      { name: "granularity", type: { kind: "enum", name: "MmmReportGranularity" }, required: true, limits: {} },
      { name: "level", type: { kind: "enum", name: "MmmReportLevel" }, required: true, limits: {} },
      { name: "report_name", type: { kind: "string" }, required: true, limits: {} },
      { name: "start_date", type: { kind: "string" }, required: true, limits: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" } },
      {
        name: "targeting_types",
        type: { kind: "array", items: { kind: "enum", name: "MmmReportTargetingType" }, each: {} },
        required: true,
        limits: { minItems: 1, maxItems: 7 },
      },
    ],
  },
  objects: [
  ],
  enums: [
    { name: "MmmReportColumn", values: Object.keys(MMM_REPORT_COLUMN_KINDS) },
    { name: "MmmReportCountry", values: MMM_REPORT_COUNTRY_VALUES },
    { name: "MmmReportGranularity", values: ["DAY", "WEEK"] },
    { name: "MmmReportLevel", values: ["CAMPAIGN_TARGETING", "AD_GROUP_TARGETING"] },
    {
      name: "MmmReportTargetingType",
      values: ["APPTYPE", "COUNTRY", "CREATIVE_TYPE", "GENDER", "LOCATION", "PLACEMENT", "AUDIENCE_INCLUDE"],
    },
  ],
  rules: mmmReportRules,
  breaches: [
    { rule: "date-format-end-date", when: [], body: { field: "end_date", noDay: true } },
    { rule: "date-format-start-date", when: [], body: { field: "start_date", noDay: true } },
    { rule: "dates-in-order", when: [], body: { from: { day: "start_date" }, to: { day: "end_date" }, max: -1 } },
  ],
  columns: mmmReportColumns,
};
