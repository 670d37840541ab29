// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _5c4740d0a6a935ee } from "../generation.js";
import type { ColumnFacts } from "../../runtime/support.js";
import type { MmmReportColumn } from "./types.js";

/** What the columns of `MmmReportRequest` hold. Money is in the ad account's currency; `verified` is false where only the name speaks. */
export const mmmReportColumns: Readonly<Record<MmmReportColumn, ColumnFacts>> = {
  SPEND_IN_DOLLAR: { value: "money", verified: true },
  SPEND_IN_MICRO_DOLLAR: { value: "micro-money", verified: true },
  ECPC_IN_DOLLAR: { value: "money", verified: true },
  ECTR: { value: "rate", verified: true },
  CAMPAIGN_NAME: { value: "name", verified: true },
  TOTAL_ENGAGEMENT: { value: "count", verified: true },
  EENGAGEMENT_RATE: { value: "rate", verified: true },
  ECPM_IN_DOLLAR: { value: "money", verified: false },
  CAMPAIGN_ID: { value: "id", verified: true },
  ADVERTISER_ID: { value: "id", verified: true },
  AD_GROUP_ID: { value: "id", verified: true },
  AD_GROUP_NAME: { value: "name", verified: true },
  CLICKTHROUGH_1: { value: "count", verified: true },
  IMPRESSION_1: { value: "count", verified: true },
  CLICKTHROUGH_2: { value: "count", verified: true },
  IMPRESSION_2: { value: "count", verified: true },
  TOTAL_CLICKTHROUGH: { value: "count", verified: true },
  TOTAL_IMPRESSION: { value: "count", verified: false },
  ADVERTISER_NAME: { value: "name", verified: false },
  SPEND_ORDER_LINE_PAID_TYPE: { value: "label", verified: false },
  CAMPAIGN_OBJECTIVE_TYPE: { value: "label", verified: true },
  PINNER_LIST_NAME: { value: "name", verified: false },
  ADS_CREDIT_SPEND_IN_DOLLAR: { value: "money", verified: false },
  ADVERTISER_PAID_SPEND_IN_DOLLAR: { value: "money", verified: true },
  ADVERTISER_PAID_ECPC_IN_DOLLAR: { value: "money", verified: true },
  ADVERTISER_PAID_ECPM_IN_DOLLAR: { value: "money", verified: true },
};
