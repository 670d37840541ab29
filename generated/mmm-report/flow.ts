// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Flow } from "../../runtime/support-client.js";
import { idColumns, textColumns, zeroColumns } from "../../runtime/support-data.js";
import { MMM_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import { type MmmReportRequest, validateMmmReport } from "./schema.js";

/** The calls that create and poll this report, with their types, and the facts that the runtime needs to read its rows. */
export const mmmReport: Flow<MmmReportRequest> = {
  name: "mmm-report",
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  ids: /* @__PURE__ */ idColumns(MMM_REPORT_COLUMN_KINDS),
  texts: /* @__PURE__ */ textColumns(MMM_REPORT_COLUMN_KINDS),
  zeros: /* @__PURE__ */ zeroColumns(MMM_REPORT_COLUMN_KINDS),
  formatInBody: false,
  create: {
    rateLimit: "ads_analytics",
    call: (api, { account, body }, init) =>
      api.POST("/ad_accounts/{ad_account_id}/mmm_reports", { ...init, params: { path: { ad_account_id: account } }, body }),
  },
  poll: {
    rateLimit: "ads_read",
    call: (api, { account, token }, init) =>
      api.GET("/ad_accounts/{ad_account_id}/mmm_reports", { ...init, params: { path: { ad_account_id: account }, query: { token } } }),
  },
  validate: validateMmmReport,
};
