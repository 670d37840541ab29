// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface CatalogReportRetailReportFeedIngestionIssues {
  report_type: "FEED_INGESTION_ISSUES";
  /** Digits only. */
  feed_id: string;
  /** Digits only. */
  processing_result_id?: string;
}

export interface CatalogReportRetailReportDistributionIssues {
  report_type: "DISTRIBUTION_ISSUES";
  /** Digits only. */
  catalog_id?: string;
}

export interface CatalogReportRetailReportAllItems {
  report_type: "ALL_ITEMS";
  /** Digits only. */
  catalog_id?: string;
}

export interface CatalogReportRetail {
  catalog_type: "RETAIL";
  report: CatalogReportRetailReport;
}

export interface CatalogReportHotelReportFeedIngestionIssues {
  report_type: "FEED_INGESTION_ISSUES";
  /** Digits only. */
  feed_id: string;
  /** Digits only. */
  processing_result_id?: string;
}

export interface CatalogReportHotelReportDistributionIssues {
  report_type: "DISTRIBUTION_ISSUES";
  /** Digits only. */
  catalog_id?: string;
}

export interface CatalogReportHotelReportAllItems {
  report_type: "ALL_ITEMS";
  /** Digits only. */
  catalog_id?: string;
}

export interface CatalogReportHotel {
  catalog_type: "HOTEL";
  report: CatalogReportHotelReport;
}

export type CatalogReportRequest = CatalogReportRetail | CatalogReportHotel;

export type CatalogReportRetailReport =
  | CatalogReportRetailReportFeedIngestionIssues
  | CatalogReportRetailReportDistributionIssues
  | CatalogReportRetailReportAllItems;

export type CatalogReportHotelReport =
  | CatalogReportHotelReportFeedIngestionIssues
  | CatalogReportHotelReportDistributionIssues
  | CatalogReportHotelReportAllItems;
