// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportFeedIngestionIssues {
  /** Type of the report. Each type has its own fields. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the feed. Digits only. */
  feed_id: string;
  /** Id of the feed's run. Default: the last complete run. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportDistributionIssues {
  /** Id of the catalog. Default: the oldest catalog. Digits only. */
  catalog_id?: string;
  /** Type of the report. Each type has its own fields. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportAllItems {
  /** Type of the report. Each type has its own fields. */
  report_type: "ALL_ITEMS";
  /** Id of the catalog. Default: the oldest catalog. Digits only. */
  catalog_id?: string;
  /** Digits only. */
  product_group_id?: string;
}

/** One variant of `CatalogReportRequest`. */
export interface CatalogReportRetail {
  /** Type of the catalog. */
  catalog_type: "RETAIL";
  /** Type of the report, and the feed or catalog that it covers. */
  report: CatalogReportRetailReport;
}

/** One variant of `CatalogReportHotelReport`. */
export interface CatalogReportHotelReportFeedIngestionIssues {
  /** Type of the report. Each type has its own fields. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the feed. Digits only. */
  feed_id: string;
  /** Id of the feed's run. Default: the last complete run. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportHotelReport`. */
export interface CatalogReportHotelReportDistributionIssues {
  /** Id of the catalog. Default: the oldest catalog. Digits only. */
  catalog_id?: string;
  /** Type of the report. Each type has its own fields. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportRequest`. */
export interface CatalogReportHotel {
  /** Type of the catalog. */
  catalog_type: "HOTEL";
  /** Type of the report, and the feed or catalog that it covers. */
  report: CatalogReportHotelReport;
}

/**
 * The request for `catalogReport`. Results for a catalog's items. Generated in the background; a second request within a day gets the same
 * file.
 */
export type CatalogReportRequest = CatalogReportRetail | CatalogReportHotel;

/** `report` in `CatalogReportRetail`. Type of the report, and the feed or catalog that it covers. */
export type CatalogReportRetailReport =
  | CatalogReportRetailReportFeedIngestionIssues
  | CatalogReportRetailReportDistributionIssues
  | CatalogReportRetailReportAllItems;

/** `report` in `CatalogReportHotel`. Type of the report, and the feed or catalog that it covers. */
export type CatalogReportHotelReport = CatalogReportHotelReportFeedIngestionIssues | CatalogReportHotelReportDistributionIssues;

/** `CatalogReportAnyCatalogType`. */
export type CatalogReportAnyCatalogType = "RETAIL" | "HOTEL";
