// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The request of `catalogReportStats`. Problems in a catalog's report, counted by kind, page by page. */
export interface CatalogReportStatsRequest {
  /** Ad account on whose owner's behalf the request is made. Digits only. At most 18 characters. */
  ad_account_id?: string;
  /** Report that the counts are about. */
  parameters: CatalogReportStatsParameters;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
  /** Maximum number of counts on a page. 1 to 250. Default: `25`. */
  page_size?: number;
}

/** One variant of `CatalogReportStatsParametersRetailReport`. */
export interface CatalogReportStatsParametersRetailReportFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the feed. Digits only. */
  feed_id: string;
  /** Id of the run of the feed. Default: the last complete one. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportStatsParametersRetailReport`. */
export interface CatalogReportStatsParametersRetailReportDistributionIssues {
  /** Id of the catalog. Default: the oldest one. Digits only. */
  catalog_id?: string;
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportStatsParameters`. */
export interface CatalogReportStatsParametersRetail {
  /** Type of the catalog. */
  catalog_type: "RETAIL";
  /** Report of the catalog. */
  report: CatalogReportStatsParametersRetailReport;
}

/** One variant of `CatalogReportStatsParametersHotelReport`. */
export interface CatalogReportStatsParametersHotelReportFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the feed. Digits only. */
  feed_id: string;
  /** Id of the run of the feed. Default: the last complete one. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportStatsParametersHotelReport`. */
export interface CatalogReportStatsParametersHotelReportDistributionIssues {
  /** Id of the catalog. Default: the oldest one. Digits only. */
  catalog_id?: string;
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportStatsParameters`. */
export interface CatalogReportStatsParametersHotel {
  /** Type of the catalog. */
  catalog_type: "HOTEL";
  /** Report of the catalog. */
  report: CatalogReportStatsParametersHotelReport;
}

/** One variant of `CatalogReportStatsResponseItem`. */
export interface CatalogReportStatsResponseItemFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the catalog. Default: the oldest one. Digits only. */
  catalog_id?: string;
  /** Code of the problem. */
  code?: number;
  /** Name of the problem. */
  code_label?: string;
  /** Message of the problem. */
  message?: string;
  /** Number of occurrences. */
  occurrences?: number;
  /** ERROR if items were left out because of it, WARN if they were accepted. */
  severity?: CatalogReportStatsResponseItemFeedIngestionIssuesSeverity;
}

/** One variant of `CatalogReportStatsResponseItem`. */
export interface CatalogReportStatsResponseItemDistributionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
  /** Id of the catalog. Default: the oldest one. Digits only. */
  catalog_id?: string;
  /** Code of the problem. */
  code?: number;
  /** Name of the problem. */
  code_label?: string;
  /** Message of the problem. */
  message?: string;
  /** Number of occurrences. */
  occurrences?: number;
  /** Whether it makes the items ineligible for ads. */
  ineligible_for_ads?: boolean;
  /** Whether it makes the items ineligible for organic placements. */
  ineligible_for_organic?: boolean;
}

/** The response of `catalogReportStats`. Problems in a catalog's report, counted by kind, page by page. */
export interface CatalogReportStatsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The counts of this page. */
  items: readonly CatalogReportStatsResponseItem[];
}

/** `report` of `CatalogReportStatsParametersRetail`. Report of the catalog. */
export type CatalogReportStatsParametersRetailReport =
  | CatalogReportStatsParametersRetailReportFeedIngestionIssues
  | CatalogReportStatsParametersRetailReportDistributionIssues;

/** `report` of `CatalogReportStatsParametersHotel`. Report of the catalog. */
export type CatalogReportStatsParametersHotelReport =
  | CatalogReportStatsParametersHotelReportFeedIngestionIssues
  | CatalogReportStatsParametersHotelReportDistributionIssues;

/** `parameters` of `CatalogReportStatsRequest`. Report that the counts are about. */
export type CatalogReportStatsParameters = CatalogReportStatsParametersRetail | CatalogReportStatsParametersHotel;

/** One of `items` of `CatalogReportStatsResponse`. The counts of this page. */
export type CatalogReportStatsResponseItem =
  | CatalogReportStatsResponseItemFeedIngestionIssues
  | CatalogReportStatsResponseItemDistributionIssues;

/**
 * `severity` of `CatalogReportStatsResponseItemFeedIngestionIssues`. ERROR if items were left out because of it, WARN if they were
 * accepted.
 */
export type CatalogReportStatsResponseItemFeedIngestionIssuesSeverity = "WARN" | "ERROR" | (string & {});
