// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Flow } from "../../runtime/support-client.js";
import { idColumns, textColumns, zeroColumns } from "../../runtime/support-data.js";
import { CONVERSION_PRODUCT_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import { type ConversionProductReportRequest, validateConversionProductReport } from "./schema.js";

/** The calls that create and poll this report, with their types, and the facts that the runtime needs to read its rows. */
export const conversionProductReport: Flow<ConversionProductReportRequest> = {
  name: "conversion-product-report",
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  ids: /* @__PURE__ */ idColumns(CONVERSION_PRODUCT_REPORT_COLUMN_KINDS),
  texts: /* @__PURE__ */ textColumns(CONVERSION_PRODUCT_REPORT_COLUMN_KINDS),
  zeros: /* @__PURE__ */ zeroColumns(CONVERSION_PRODUCT_REPORT_COLUMN_KINDS),
  formatInBody: false,
  create: {
    rateLimit: "ads_analytics",
    call: (api, { account, body }, init) =>
      api.POST("/ad_accounts/{ad_account_id}/reports/brand_category_sku", { ...init, params: { path: { ad_account_id: account } }, body }),
  },
  poll: {
    rateLimit: "ads_read",
    call: (api, { account, token }, init) =>
      api.GET("/ad_accounts/{ad_account_id}/reports/brand_category_sku", {
        ...init,
        params: { path: { ad_account_id: account }, query: { token } },
      }),
  },
  validate: validateConversionProductReport,
};
