// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Flow } from "../../runtime/support-client.js";
import { type TemplateReportRequest, validateTemplateReport } from "./schema.js";

/** The calls that create and poll this report, with their types, and the facts that the runtime needs to read its rows. */
export const templateReport: Flow<TemplateReportRequest> = {
  name: "template-report",
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  ids: [
    "PIN_ID", "CAMPAIGN_ID", "ADVERTISER_ID", "AD_ACCOUNT_ID", "PIN_PROMOTION_ID", "AD_ID", "AD_GROUP_ID", "PRODUCT_GROUP_ID", "PROMO_ID",
    "ORDER_LINE_ID", "STANDARD_AD_FEED_ITEM_ID", "SPEND_ORDER_LINE_ID",
  ],
  texts: [
    "CAMPAIGN_NAME", "CAMPAIGN_STATUS", "CAMPAIGN_BRAND_LABEL", "CAMPAIGN_CUSTOM_LABELS", "PIN_PROMOTION_STATUS", "AD_STATUS", "CAMPAIGN",
    "CAMPAIGN_ENTITY_STATUS", "CAMPAIGN_MANAGED_STATUS", "CAMPAIGN_OBJECTIVE_TYPE", "AD_GROUP_NAME", "AD_GROUP_STATUS",
    "AD_GROUP_BUDGET_TYPE", "AD_GROUP_ENTITY_STATUS", "PRODUCT_GROUP_STATUS", "PROMO_NAME", "PRODUCT_ITEM_NAME", "PRODUCT_ITEM_IMAGE_URL",
    "PRODUCT_ITEM_PRODUCT_URL", "PRODUCT_ITEM_PIN_URL", "PRODUCT_ITEM_BRAND", "PRODUCT_ITEM_DESCRIPTION", "PRODUCT_ITEM_PRODUCT_TYPE",
    "PRODUCT_ITEM_PRODUCT_CATEGORY", "PRODUCT_ITEM_CURRENCY", "ORDER_LINE_NAME", "PIN_PROMOTION_NAME", "AD_NAME", "AD_GROUP_OPTIMIZATION",
    "CAMPAIGN_BUDGET_OPTIMIZATION", "IS_CATALOG_CREATIVE_CAMPAIGN", "IS_PREMIERE_CAMPAIGN", "PRODUCT_GROUP_AD_IMAGE_TAG",
    "PRODUCT_GROUP_AD_VIDEO_TAG", "ADVERTISER_NAME", "SPEND_ORDER_LINE_PAID_TYPE", "PINNER_LIST_NAME",
  ],
  zeros: [],
  formatInBody: false,
  create: {
    rateLimit: "ads_analytics",
    call: (api, { account, body: { template_id, ...query } }, init) =>
      api.POST("/ad_accounts/{ad_account_id}/templates/{template_id}/reports", {
        ...init,
        params: { path: { ad_account_id: account, template_id }, query },
      }),
  },
  poll: {
    rateLimit: "ads_analytics",
    call: (api, { account, token }, init) =>
      api.GET("/ad_accounts/{ad_account_id}/reports", { ...init, params: { path: { ad_account_id: account }, query: { token } } }),
  },
  validate: validateTemplateReport,
};
