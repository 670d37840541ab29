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
  /** Problems in a catalog's report, counted by kind, page by page. */
  readonly stats: CatalogReportStatsClient;
}

/**
 * Returns the namespace `catalogReports` on the connection of `client`. It uses the client's token and rate limits. Sends nothing itself.
 */
export function catalogReports(client: Connected): CatalogReportsCalls {
  return {
    stats: pagedClient(client, catalogReportStatsOperation),
  };
}
