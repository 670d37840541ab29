// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { columnKinds } from "../../runtime/support-data.js";

/**
 * The columns of `MmmReportRequest`, each with the kind of its values. `?` marks a kind that is inferred from the column's name. ` or none`
 * means that a missing value is not zero. The table's value lists the names by kind, with alternatives in braces: `A_{B,C}` means `A_B` and
 * `A_C`.
 */
export const MMM_REPORT_COLUMN_KINDS: {
  /** Money in the ad account's currency, regardless of the column's name. */
  readonly SPEND_IN_DOLLAR: "money";
  /**
   * Money in the ad account's currency, regardless of the column's name. Excludes production and other fees that do not buy media; includes
   * spend covered by bonus media.
   */
  readonly ADVERTISER_PAID_SPEND_IN_DOLLAR: "money";
  /** Money in millionths of the ad account's currency. */
  readonly SPEND_IN_MICRO_DOLLAR: "micro-money";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly ECPC_IN_DOLLAR: "money or none";
  /**
   * Money in the ad account's currency, regardless of the column's name. A missing value is not zero. The cost of a click, computed from
   * the spend that the advertiser paid.
   */
  readonly ADVERTISER_PAID_ECPC_IN_DOLLAR: "money or none";
  /**
   * Money in the ad account's currency, regardless of the column's name. A missing value is not zero. The cost of a thousand impressions,
   * computed from the spend that the advertiser paid.
   */
  readonly ADVERTISER_PAID_ECPM_IN_DOLLAR: "money or none";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly ECTR: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly EENGAGEMENT_RATE: "rate";
  /** A name, as the advertiser entered it. */
  readonly CAMPAIGN_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly AD_GROUP_NAME: "name";
  /** A count. */
  readonly TOTAL_ENGAGEMENT: "count";
  /** A count. */
  readonly CLICKTHROUGH_1: "count";
  /** A count. */
  readonly IMPRESSION_1: "count";
  /** A count. */
  readonly CLICKTHROUGH_2: "count";
  /** A count. */
  readonly IMPRESSION_2: "count";
  /** A count. */
  readonly TOTAL_CLICKTHROUGH: "count";
  /**
   * Money in the ad account's currency, regardless of the column's name. The meaning is inferred from the column's name; Pinterest does not
   * document it. A missing value is not zero.
   */
  readonly ECPM_IN_DOLLAR: "money? or none";
  /** An id, exact to the last digit. */
  readonly CAMPAIGN_ID: "id";
  /** An id, exact to the last digit. */
  readonly ADVERTISER_ID: "id";
  /** An id, exact to the last digit. */
  readonly AD_GROUP_ID: "id";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_IMPRESSION: "count?";
  /** A name, as the advertiser entered it. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly ADVERTISER_NAME: "name?";
  /** A name, as the advertiser entered it. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly PINNER_LIST_NAME: "name?";
  /** A word or a numeric code, such as a status. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly SPEND_ORDER_LINE_PAID_TYPE: "label?";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_OBJECTIVE_TYPE: "label";
  /**
   * Money in the ad account's currency, regardless of the column's name. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly ADS_CREDIT_SPEND_IN_DOLLAR: "money?";
} = /* @__PURE__ */ columnKinds({
  money: ["{,ADVERTISER_PAID_}SPEND_IN_DOLLAR"],
  "micro-money": ["SPEND_IN_MICRO_DOLLAR"],
  "money or none": ["ECPC_IN_DOLLAR", "ADVERTISER_PAID_{ECPC_,ECPM_}IN_DOLLAR"],
  rate: ["ECTR", "EENGAGEMENT_RATE"],
  name: ["{CAMPAIGN_,AD_GROUP_}NAME"],
  count: ["TOTAL_ENGAGEMENT", "CLICKTHROUGH_1", "IMPRESSION_1", "CLICKTHROUGH_2", "IMPRESSION_2", "TOTAL_CLICKTHROUGH"],
  "money? or none": ["ECPM_IN_DOLLAR"],
  id: ["{CAMPAIGN_,ADVERTISER_,AD_GROUP_}ID"],
  "count?": ["TOTAL_IMPRESSION"],
  "name?": ["{ADVERTISER_,PINNER_LIST_}NAME"],
  "label?": ["SPEND_ORDER_LINE_PAID_TYPE"],
  label: ["CAMPAIGN_OBJECTIVE_TYPE"],
  "money?": ["ADS_CREDIT_SPEND_IN_DOLLAR"],
});
