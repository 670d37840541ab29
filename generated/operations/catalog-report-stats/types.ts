// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface CatalogReportStatsRequest {
  /** Asks on behalf of this ad account's owner. Digits only. */
  ad_account_id?: string;
  /** How many counts a page has. 1 to 250. Default: `25`. */
  page_size?: number;
  /** Where the next page begins, as the page before said. */
  bookmark?: string;
  /** Which report the counts are of. */
  parameters: CatalogReportStatsParameters;
}

export interface CatalogReportStatsParametersRetailReportFeedIngestionIssues {
  report_type: "FEED_INGESTION_ISSUES";
  /** Digits only. */
  feed_id: string;
  /** Digits only. */
  processing_result_id?: string;
}

export interface CatalogReportStatsParametersRetailReportDistributionIssues {
  report_type: "DISTRIBUTION_ISSUES";
  /** Digits only. */
  catalog_id?: string;
}

export interface CatalogReportStatsParametersRetail {
  catalog_type: "RETAIL";
  report: CatalogReportStatsParametersRetailReport;
}

export interface CatalogReportStatsParametersHotelReportFeedIngestionIssues {
  report_type: "FEED_INGESTION_ISSUES";
  /** Digits only. */
  feed_id: string;
  /** Digits only. */
  processing_result_id?: string;
}

export interface CatalogReportStatsParametersHotelReportDistributionIssues {
  report_type: "DISTRIBUTION_ISSUES";
  /** Digits only. */
  catalog_id?: string;
}

export interface CatalogReportStatsParametersHotel {
  catalog_type: "HOTEL";
  report: CatalogReportStatsParametersHotelReport;
}

export interface CatalogReportStatsAnswerItem {
  report_type: CatalogReportStatsAnswerItemReportType;
}

export interface CatalogReportStatsAnswer {
  bookmark?: string | null;
  items: readonly CatalogReportStatsAnswerItem[];
}

export type CatalogReportStatsParametersRetailReport =
  | CatalogReportStatsParametersRetailReportFeedIngestionIssues
  | CatalogReportStatsParametersRetailReportDistributionIssues;

export type CatalogReportStatsParametersHotelReport =
  | CatalogReportStatsParametersHotelReportFeedIngestionIssues
  | CatalogReportStatsParametersHotelReportDistributionIssues;

export type CatalogReportStatsParameters = CatalogReportStatsParametersRetail | CatalogReportStatsParametersHotel;

export type CatalogReportStatsAnswerItemReportType = "FEED_INGESTION_ISSUES" | "DISTRIBUTION_ISSUES" | (string & {});
