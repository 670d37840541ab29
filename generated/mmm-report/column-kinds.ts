// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _8763ef8d1e94ee9c } from "../generation.js";

/**
 * The columns of `MmmReportRequest` with the kind of their values. A `?` marks a kind that is inferred from the column's name; `or none`,
 * that a missing value is not zero.
 */
export const MMM_REPORT_COLUMN_KINDS = {
  /** Money in the ad account's currency. */
  SPEND_IN_DOLLAR: "money",
  /** Money in the ad account's currency. Excludes production and other fees that buy no media; includes spend that bonus media covers. */
  ADVERTISER_PAID_SPEND_IN_DOLLAR: "money",
  /** Money in millionths of the ad account's currency. */
  SPEND_IN_MICRO_DOLLAR: "micro-money",
  /** Money in the ad account's currency. A missing value is not zero. */
  ECPC_IN_DOLLAR: "money or none",
  /**
   * Money in the ad account's currency. A missing value is not zero. The cost of a click, computed from the spend that the advertiser paid.
   */
  ADVERTISER_PAID_ECPC_IN_DOLLAR: "money or none",
  /**
   * Money in the ad account's currency. A missing value is not zero. The cost of a thousand impressions, computed from the spend that the
   * advertiser paid.
   */
  ADVERTISER_PAID_ECPM_IN_DOLLAR: "money or none",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  ECTR: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  EENGAGEMENT_RATE: "rate",
  /** Name, as its owner entered it. */
  CAMPAIGN_NAME: "name",
  /** Name, as its owner entered it. */
  AD_GROUP_NAME: "name",
  /** Count. */
  TOTAL_ENGAGEMENT: "count",
  /** Count. */
  CLICKTHROUGH_1: "count",
  /** Count. */
  IMPRESSION_1: "count",
  /** Count. */
  CLICKTHROUGH_2: "count",
  /** Count. */
  IMPRESSION_2: "count",
  /** Count. */
  TOTAL_CLICKTHROUGH: "count",
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. A missing value is not zero. */
  ECPM_IN_DOLLAR: "money? or none",
  /** Id, exact to the last digit. */
  CAMPAIGN_ID: "id",
  /** Id, exact to the last digit. */
  ADVERTISER_ID: "id",
  /** Id, exact to the last digit. */
  AD_GROUP_ID: "id",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_IMPRESSION: "count?",
  /** Name, as its owner entered it. Unit inferred from the column name; not documented by Pinterest. */
  ADVERTISER_NAME: "name?",
  /** Name, as its owner entered it. Unit inferred from the column name; not documented by Pinterest. */
  PINNER_LIST_NAME: "name?",
  /** One of a few words, or a number that stands for one. Unit inferred from the column name; not documented by Pinterest. */
  SPEND_ORDER_LINE_PAID_TYPE: "label?",
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_OBJECTIVE_TYPE: "label",
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  ADS_CREDIT_SPEND_IN_DOLLAR: "money?",
} as const;
