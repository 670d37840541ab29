// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _36fb9da72138a9b3 } from "../../generation.js";

/** The request of `catalogReportStats`. What went wrong in a catalog's report, counted by kind, page by page. */
export interface CatalogReportStatsRequest {
  /** Asks on behalf of this ad account's owner. Digits only. */
  ad_account_id?: string;
  /** Which report the counts are of. */
  parameters: CatalogReportStatsParameters;
  /** Where the next page begins, as the page before said. */
  bookmark?: string;
  /** How many counts a page has. 1 to 250. Default: `25`. */
  page_size?: number;
}

/** One variant of `CatalogReportStatsParametersRetailReport`. */
export interface CatalogReportStatsParametersRetailReportFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** The feed. Digits only. */
  feed_id: string;
  /** Which run of the feed; the last complete one without it. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportStatsParametersRetailReport`. */
export interface CatalogReportStatsParametersRetailReportDistributionIssues {
  /** The catalog; the oldest one without it. Digits only. */
  catalog_id?: string;
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportStatsParameters`. */
export interface CatalogReportStatsParametersRetail {
  /** What the catalog is of. */
  catalog_type: "RETAIL";
  /** Which report of the catalog. */
  report: CatalogReportStatsParametersRetailReport;
}

/** One variant of `CatalogReportStatsParametersHotelReport`. */
export interface CatalogReportStatsParametersHotelReportFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** The feed. Digits only. */
  feed_id: string;
  /** Which run of the feed; the last complete one without it. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportStatsParametersHotelReport`. */
export interface CatalogReportStatsParametersHotelReportDistributionIssues {
  /** The catalog; the oldest one without it. Digits only. */
  catalog_id?: string;
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportStatsParameters`. */
export interface CatalogReportStatsParametersHotel {
  /** What the catalog is of. */
  catalog_type: "HOTEL";
  /** Which report of the catalog. */
  report: CatalogReportStatsParametersHotelReport;
}

/** One variant of `CatalogReportStatsResponseItem`. */
export interface CatalogReportStatsResponseItemFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** The catalog; the oldest one without it. Digits only. */
  catalog_id?: string;
  /** What went wrong, as a number. */
  code?: number;
  /** The same as a name. */
  code_label?: string;
  /** The same for people to read. */
  message?: string;
  /** How often it went wrong. */
  occurrences?: number;
  /** ERROR where items were left out for it, WARN where they were taken all the same. */
  severity?: CatalogReportStatsResponseItemFeedIngestionIssuesSeverity;
}

/** One variant of `CatalogReportStatsResponseItem`. */
export interface CatalogReportStatsResponseItemDistributionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
  /** The catalog; the oldest one without it. Digits only. */
  catalog_id?: string;
  /** What went wrong, as a number. */
  code?: number;
  /** The same as a name. */
  code_label?: string;
  /** The same for people to read. */
  message?: string;
  /** How often it went wrong. */
  occurrences?: number;
  /** Whether the items cannot be shown in ads for it. */
  ineligible_for_ads?: boolean;
  /** Whether they cannot be shown elsewhere for it. */
  ineligible_for_organic?: boolean;
}

/** The response of `catalogReportStats`. What went wrong in a catalog's report, counted by kind, page by page. */
export interface CatalogReportStatsResponse {
  bookmark?: string | null;
  items: readonly CatalogReportStatsResponseItem[];
}

/** `report` of `CatalogReportStatsParametersRetail`. Which report of the catalog. */
export type CatalogReportStatsParametersRetailReport =
  | CatalogReportStatsParametersRetailReportFeedIngestionIssues
  | CatalogReportStatsParametersRetailReportDistributionIssues;

/** `report` of `CatalogReportStatsParametersHotel`. Which report of the catalog. */
export type CatalogReportStatsParametersHotelReport =
  | CatalogReportStatsParametersHotelReportFeedIngestionIssues
  | CatalogReportStatsParametersHotelReportDistributionIssues;

/** `parameters` of `CatalogReportStatsRequest`. Which report the counts are of. */
export type CatalogReportStatsParameters = CatalogReportStatsParametersRetail | CatalogReportStatsParametersHotel;

/** One of `items` of `CatalogReportStatsResponse`. */
export type CatalogReportStatsResponseItem =
  | CatalogReportStatsResponseItemFeedIngestionIssues
  | CatalogReportStatsResponseItemDistributionIssues;

/**
 * `severity` of `CatalogReportStatsResponseItemFeedIngestionIssues`. ERROR where items were left out for it, WARN where they were taken all
 * the same.
 */
export type CatalogReportStatsResponseItemFeedIngestionIssuesSeverity = "WARN" | "ERROR" | (string & {});
