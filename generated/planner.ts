// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { type Plan, type PlanFacts, type PlanOptions, plan } from "../runtime/support.js";
import { reportRules } from "./report/rules.js";
import type { ReportRequest } from "./report/types.js";
import { validateReport } from "./report/validate.js";
import { templateReportRules } from "./template-report/rules.js";
import type { TemplateReportRequest } from "./template-report/types.js";
import { validateTemplateReport } from "./template-report/validate.js";
import { mmmReportRules } from "./mmm-report/rules.js";
import type { MmmReportRequest } from "./mmm-report/types.js";
import { validateMmmReport } from "./mmm-report/validate.js";
import { conversionProductReportRules } from "./conversion-product-report/rules.js";
import type { ConversionProductReportRequest } from "./conversion-product-report/types.js";
import { validateConversionProductReport } from "./conversion-product-report/validate.js";

const REPORT: PlanFacts = {
  rules: reportRules,
  validate: validateReport,
  defaults: { combine_targeting_types: false },
  lists: [
    { field: "campaign_ids", most: 500, least: 1, splitsRows: false },
    { field: "campaign_statuses", most: 6, least: 1, splitsRows: false },
    { field: "campaign_objective_types", most: 7, least: 1, splitsRows: false },
    { field: "ad_group_ids", most: 500, least: 1, splitsRows: false },
    { field: "ad_group_statuses", most: 6, least: 1, splitsRows: false },
    { field: "ad_ids", most: 500, least: 1, splitsRows: false },
    { field: "ad_statuses", most: 6, least: 1, splitsRows: false },
    { field: "product_group_ids", most: 500, least: 1, splitsRows: false },
    { field: "product_group_statuses", most: 6, least: 1, splitsRows: false },
    { field: "product_item_ids", most: 500, least: 1, splitsRows: false },
    { field: "targeting_types", most: 5, least: 1, together: { field: "combine_targeting_types", is: [true] }, splitsRows: true },
  ],
  grouping: { field: "granularity", cut: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  judged: ["metrics_filters"],
};

/**
 * Cuts what a ReportRequest asks for into the fewest requests that the rules allow, oldest days first; says what had to be dropped and why.
 * A list that is too long is split into the fewest parts, weeks and months stay whole, and a total is split only with `splitTotal`.
 * validateReport finds no error in the requests, nor a day on which readings of a rule differ, while it is `today` in UTC.
 * Never throws: what planning cannot mend is in `problems`, and with an error there `requests` is empty.
 */
export function planReport(body: unknown, options: PlanOptions = {}): Plan<ReportRequest> {
  return plan<ReportRequest>(REPORT, body, options);
}

const TEMPLATE_REPORT: PlanFacts = {
  rules: templateReportRules,
  validate: validateTemplateReport,
  defaults: {},
  lists: [
  ],
  grouping: { field: "granularity", cut: { HOUR: "day", DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" } },
  judged: [],
};

/**
 * Cuts what a TemplateReportRequest asks for into the fewest requests that the rules allow, oldest days first; says what had to be dropped and why.
 * A list that is too long is split into the fewest parts, weeks and months stay whole, and a total is split only with `splitTotal`.
 * validateTemplateReport finds no error in the requests, nor a day on which readings of a rule differ, while it is `today` in UTC.
 * Never throws: what planning cannot mend is in `problems`, and with an error there `requests` is empty.
 */
export function planTemplateReport(body: unknown, options: PlanOptions = {}): Plan<TemplateReportRequest> {
  return plan<TemplateReportRequest>(TEMPLATE_REPORT, body, options);
}

const MMM_REPORT: PlanFacts = {
  rules: mmmReportRules,
  validate: validateMmmReport,
  defaults: {},
  lists: [
    { field: "targeting_types", most: 5, least: 1, splitsRows: false },
  ],
  grouping: { field: "granularity", cut: { DAY: "day", WEEK: "week" } },
  judged: [],
};

/**
 * Cuts what a MmmReportRequest asks for into the fewest requests that the rules allow, oldest days first; says what had to be dropped and why.
 * A list that is too long is split into the fewest parts, weeks and months stay whole, and a total is split only with `splitTotal`.
 * validateMmmReport finds no error in the requests, nor a day on which readings of a rule differ, while it is `today` in UTC.
 * Never throws: what planning cannot mend is in `problems`, and with an error there `requests` is empty.
 */
export function planMmmReport(body: unknown, options: PlanOptions = {}): Plan<MmmReportRequest> {
  return plan<MmmReportRequest>(MMM_REPORT, body, options);
}

const CONVERSION_PRODUCT_REPORT: PlanFacts = {
  rules: conversionProductReportRules,
  validate: validateConversionProductReport,
  defaults: { conversion_product_attribution_type: "DEFAULT", conversion_product_breakdown: "PRODUCT_BRAND" },
  lists: [
    { field: "ad_group_ids", most: 500, least: 1, splitsRows: false },
    { field: "campaign_ids", most: 500, least: 1, splitsRows: false },
    { field: "campaign_objective_types", most: 7, least: 1, splitsRows: false },
    { field: "product_sku_ids", most: 500, least: 2, splitsRows: false },
  ],
  grouping: { field: "granularity", cut: { WEEK: "week", MONTH: "month", TOTAL: "total" } },
  judged: [],
};

/**
 * Cuts what a ConversionProductReportRequest asks for into the fewest requests that the rules allow, oldest days first; says what had to be dropped and why.
 * A list that is too long is split into the fewest parts, weeks and months stay whole, and a total is split only with `splitTotal`.
 * validateConversionProductReport finds no error in the requests, nor a day on which readings of a rule differ, while it is `today` in UTC.
 * Never throws: what planning cannot mend is in `problems`, and with an error there `requests` is empty.
 */
export function planConversionProductReport(body: unknown, options: PlanOptions = {}): Plan<ConversionProductReportRequest> {
  return plan<ConversionProductReportRequest>(CONVERSION_PRODUCT_REPORT, body, options);
}

export type { Dropped, DroppedDays, DroppedValues, Plan, PlanOptions, Violation } from "../runtime/support.js";
