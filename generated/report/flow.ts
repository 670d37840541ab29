// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Flow } from "../../runtime/support-client.js";
import { idColumns, textColumns, zeroColumns } from "../../runtime/support-data.js";
import { REPORT_COLUMN_KINDS } from "./column-kinds.js";
import { type ReportRequest, validateReport } from "./schema.js";

/** The calls that create and poll this report, with their types, and the facts that the runtime needs to read its rows. */
export const report: Flow<ReportRequest> = {
  name: "report",
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  ids: /* @__PURE__ */ idColumns(REPORT_COLUMN_KINDS),
  texts: /* @__PURE__ */ textColumns(REPORT_COLUMN_KINDS),
  zeros: /* @__PURE__ */ zeroColumns(REPORT_COLUMN_KINDS),
  guaranteedColumns: [
    { column: "DATE", field: "granularity", is: ["DAY", "HOUR", "WEEK", "MONTH"], key: ["DAY", "HOUR", "WEEK", "MONTH"] },
    {
      column: "TARGETING_TYPE",
      field: "level",
      is: [
        "ADVERTISER_TARGETING", "CAMPAIGN_TARGETING", "AD_GROUP_TARGETING", "PIN_PROMOTION_TARGETING", "PRODUCT_GROUP_TARGETING",
        "PRODUCT_ITEM_TARGETING",
      ],
      key: [],
    },
    {
      column: "TARGETING_VALUE",
      field: "level",
      is: [
        "ADVERTISER_TARGETING", "CAMPAIGN_TARGETING", "AD_GROUP_TARGETING", "PIN_PROMOTION_TARGETING", "PRODUCT_GROUP_TARGETING",
        "PRODUCT_ITEM_TARGETING",
      ],
      key: [],
    },
    { column: "KEYWORD_ID", field: "level", is: ["KEYWORD"], key: ["KEYWORD"], added: true },
    {
      column: "PRODUCT_ITEM_ID",
      field: "level",
      is: ["PRODUCT_ITEM", "PRODUCT_ITEM_TARGETING"],
      key: ["PRODUCT_ITEM", "PRODUCT_ITEM_TARGETING"],
      added: true,
    },
    {
      column: "ADVERTISER_ID",
      field: "level",
      is: [
        "ADVERTISER", "ADVERTISER_TARGETING", "CAMPAIGN", "CAMPAIGN_TARGETING", "AD_GROUP", "AD_GROUP_TARGETING", "PIN_PROMOTION",
        "PIN_PROMOTION_TARGETING", "KEYWORD", "PRODUCT_GROUP", "PRODUCT_GROUP_TARGETING", "PRODUCT_ITEM", "PRODUCT_ITEM_TARGETING",
      ],
      key: ["ADVERTISER", "ADVERTISER_TARGETING"],
    },
    {
      column: "AD_ACCOUNT_ID",
      field: "level",
      is: [
        "ADVERTISER", "ADVERTISER_TARGETING", "CAMPAIGN", "CAMPAIGN_TARGETING", "AD_GROUP", "AD_GROUP_TARGETING", "PIN_PROMOTION",
        "PIN_PROMOTION_TARGETING", "KEYWORD", "PRODUCT_GROUP", "PRODUCT_GROUP_TARGETING", "PRODUCT_ITEM", "PRODUCT_ITEM_TARGETING",
      ],
      key: ["ADVERTISER", "ADVERTISER_TARGETING"],
    },
    {
      column: "CAMPAIGN_ID",
      field: "level",
      is: [
        "CAMPAIGN", "CAMPAIGN_TARGETING", "AD_GROUP", "AD_GROUP_TARGETING", "PIN_PROMOTION", "PIN_PROMOTION_TARGETING", "KEYWORD",
        "PRODUCT_GROUP", "PRODUCT_GROUP_TARGETING", "PRODUCT_ITEM", "PRODUCT_ITEM_TARGETING",
      ],
      key: ["CAMPAIGN", "CAMPAIGN_TARGETING"],
    },
    {
      column: "AD_GROUP_ID",
      field: "level",
      is: [
        "AD_GROUP", "AD_GROUP_TARGETING", "PIN_PROMOTION", "PIN_PROMOTION_TARGETING", "KEYWORD", "PRODUCT_GROUP", "PRODUCT_GROUP_TARGETING",
        "PRODUCT_ITEM", "PRODUCT_ITEM_TARGETING",
      ],
      key: ["AD_GROUP", "AD_GROUP_TARGETING"],
    },
    {
      column: "PIN_PROMOTION_ID",
      field: "level",
      is: ["PIN_PROMOTION", "PIN_PROMOTION_TARGETING"],
      key: ["PIN_PROMOTION", "PIN_PROMOTION_TARGETING"],
    },
    {
      column: "AD_ID",
      field: "level",
      is: ["PIN_PROMOTION", "PIN_PROMOTION_TARGETING"],
      key: ["PIN_PROMOTION", "PIN_PROMOTION_TARGETING"],
    },
    {
      column: "PRODUCT_GROUP_ID",
      field: "level",
      is: ["PRODUCT_GROUP", "PRODUCT_GROUP_TARGETING"],
      key: ["PRODUCT_GROUP", "PRODUCT_GROUP_TARGETING"],
    },
  ],
  create: {
    rateLimit: "ads_analytics",
    call: (api, { account, body }, init) =>
      api.POST("/ad_accounts/{ad_account_id}/reports", { ...init, params: { path: { ad_account_id: account } }, body }),
  },
  poll: {
    rateLimit: "ads_analytics",
    call: (api, { account, token }, init) =>
      api.GET("/ad_accounts/{ad_account_id}/reports", { ...init, params: { path: { ad_account_id: account }, query: { token } } }),
  },
  validate: validateReport,
};
