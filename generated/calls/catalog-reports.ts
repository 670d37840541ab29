// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  pagedClient,
} from "../../runtime/support-client.js";
import {
  catalogReportStats as catalogReportStatsOperation,
  type CatalogReportStatsClient,
} from "../operations/catalog-report-stats/call.js";

/** The call `reports/stats`. */
export interface CatalogReportsCalls {
  /** Number of problems of each kind in a catalog's report, page by page. */
  readonly stats: CatalogReportStatsClient;
}

/** Returns the calls in the namespace `catalogReports`. They use the token and rate limits of `client`. Sends nothing itself. */
export function catalogReports(client: Connected): CatalogReportsCalls {
  return {
    stats: pagedClient(client, catalogReportStatsOperation),
  };
}
