// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Operation, PagedClient } from "../../../runtime/support-client.js";
import { type CatalogReportStatsRequest, type CatalogReportStatsResponse, validateCatalogReportStats } from "./schema.js";
import type { CatalogsReportStats } from "../../schemas.js";

/** Number of problems of each kind in a catalog's report, page by page. */
export type CatalogReportStatsClient = PagedClient<CatalogReportStatsRequest, CatalogReportStatsResponse, CatalogsReportStats>;

/** Number of problems of each kind in a catalog's report, page by page. */
export const catalogReportStats: Operation<CatalogReportStatsRequest, CatalogReportStatsResponse> = {
  name: "catalog-report-stats",
  method: "GET",
  path: "/catalogs/reports/stats",
  rateLimit: "catalogs_read",
  call: (api, query, init) => api.GET("/catalogs/reports/stats", { ...init, params: { query } }),
  validate: validateCatalogReportStats,
};
