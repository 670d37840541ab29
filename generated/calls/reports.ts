// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  type PagedClient,
  pagedClient,
} from "../../runtime/support-client.js";
import { catalogReportStats as catalogReportStatsOperation } from "../operations/catalog-report-stats/call.js";
import type {
  CatalogReportStatsRequest,
  CatalogReportStatsResponse,
  CatalogReportStatsResponseItem,
} from "../operations/catalog-report-stats/types.js";

/** The call `reports/stats`. */
export interface ReportsCalls {
  /** Problems in a catalog's report, counted by kind, page by page. */
  readonly stats: PagedClient<CatalogReportStatsRequest, CatalogReportStatsResponse, CatalogReportStatsResponseItem>;
}

/** The call `reports/stats`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function reports(client: Connected): ReportsCalls {
  return {
    stats: pagedClient(client, catalogReportStatsOperation),
  };
}
