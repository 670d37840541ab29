// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { CatalogsReportStats, CatalogsReportStatsParametersInput } from "../../schemas.js";

/** The request for `catalogReportStats`. Problems in a catalog's report, counted by kind, page by page. */
export interface CatalogReportStatsRequest {
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
  /** Report whose problems are counted. */
  parameters: CatalogsReportStatsParametersInput;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
  /** Maximum number of counts on a page. 1 to 250. Default: `25`. */
  page_size?: number;
}

/** The response of `catalogReportStats`. Problems in a catalog's report, counted by kind, page by page. */
export interface CatalogReportStatsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The counts of this page. */
  items: readonly CatalogsReportStats[];
}
