// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ContractFacts } from "../../runtime/testing/index.js";
import { templateReportRules } from "./rules.js";

/** The facts about this report that the fake server needs to validate requests and generate rows. */
export const templateReportFacts: ContractFacts = {
  name: "template-report",
  create: {
    method: "post",
    path: "/ad_accounts/{ad_account_id}/templates/{template_id}/reports",
    notNull: ["message"],
    body: false,
    repeats: ["template_id"],
  },
  poll: { method: "get", path: "/ad_accounts/{ad_account_id}/reports" },
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  body: {
    name: "TemplateReportRequest",
    fields: [
      { name: "template_id", type: { kind: "string" }, required: true, limits: { maxLength: 18 } },
      { name: "start_date", type: { kind: "string" }, required: false, limits: { format: "date" } },
      { name: "end_date", type: { kind: "string" }, required: false, limits: { format: "date" } },
      { name: "granularity", type: { kind: "enum", name: "TemplateReportGranularity" }, required: false, limits: {} },
    ],
  },
  objects: [
  ],
  enums: [
    { name: "TemplateReportGranularity", values: ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"] },
  ],
  rules: templateReportRules,
  breaches: [
    { rule: "max-lookback", when: [], body: { from: { day: "start_date" }, to: "today", min: 916 } },
    { rule: "max-range", when: [], body: { from: { day: "start_date" }, to: { day: "end_date" }, min: 916 } },
    { rule: "dates-in-order", when: [], body: { from: { day: "start_date" }, to: { day: "end_date" }, max: -1 } },
  ],
  columns: {},
};
