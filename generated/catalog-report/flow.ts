// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Flow } from "../../runtime/support-client.js";
import { type CatalogReportRequest, validateCatalogReport } from "./schema.js";

/** The calls that create and poll this report, with their types, and the facts that the runtime needs to read its rows. */
export const catalogReport: Flow<CatalogReportRequest> = {
  name: "catalog-report",
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  ids: [],
  texts: [],
  zeros: [],
  formatInBody: false,
  create: {
    rateLimit: "catalogs_read",
    call: (api, { account, body }, init) =>
      api.POST("/catalogs/reports", { ...init, params: { query: { ad_account_id: account } }, body }),
  },
  poll: {
    rateLimit: "catalogs_read",
    call: (api, { account, token }, init) =>
      api.GET("/catalogs/reports", { ...init, params: { query: { ad_account_id: account, token } } }),
  },
  validate: validateCatalogReport,
};
