// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the feed. Digits only. */
  feed_id: string;
  /** Id of the run of the feed. Default: the last complete one. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportDistributionIssues {
  /** Id of the catalog. Default: the oldest one. Digits only. */
  catalog_id?: string;
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportAllItems {
  /** What is reported; each kind has fields of its own. */
  report_type: "ALL_ITEMS";
  /** Id of the catalog. Default: the oldest one. Digits only. */
  catalog_id?: string;
  /** Digits only. */
  product_group_id?: string;
}

/** One variant of `CatalogReportRequest`. */
export interface CatalogReportRetail {
  /** Type of the catalog. */
  catalog_type: "RETAIL";
  /** Report of the catalog. */
  report: CatalogReportRetailReport;
}

/** One variant of `CatalogReportHotelReport`. */
export interface CatalogReportHotelReportFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the feed. Digits only. */
  feed_id: string;
  /** Id of the run of the feed. Default: the last complete one. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportHotelReport`. */
export interface CatalogReportHotelReportDistributionIssues {
  /** Id of the catalog. Default: the oldest one. Digits only. */
  catalog_id?: string;
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportRequest`. */
export interface CatalogReportHotel {
  /** Type of the catalog. */
  catalog_type: "HOTEL";
  /** Report of the catalog. */
  report: CatalogReportHotelReport;
}

/**
 * The request of `catalogReport`. Results of a catalog's items. Generated in the background; a second request within a day gets the same
 * file.
 */
export type CatalogReportRequest = CatalogReportRetail | CatalogReportHotel;

/** `report` of `CatalogReportRetail`. Report of the catalog. */
export type CatalogReportRetailReport =
  | CatalogReportRetailReportFeedIngestionIssues
  | CatalogReportRetailReportDistributionIssues
  | CatalogReportRetailReportAllItems;

/** `report` of `CatalogReportHotel`. Report of the catalog. */
export type CatalogReportHotelReport = CatalogReportHotelReportFeedIngestionIssues | CatalogReportHotelReportDistributionIssues;

/** `CatalogReportAnyCatalogType`. */
export type CatalogReportAnyCatalogType = "RETAIL" | "HOTEL";
