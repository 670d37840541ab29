// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _51e03a09527bdbb9 } from "../generation.js";

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** The feed. Digits only. */
  feed_id: string;
  /** Which run of the feed; the last complete one without it. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportDistributionIssues {
  /** The catalog; the oldest one without it. Digits only. */
  catalog_id?: string;
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportAllItems {
  /** What is reported; each kind has fields of its own. */
  report_type: "ALL_ITEMS";
  /** The catalog; the oldest one without it. Digits only. */
  catalog_id?: string;
  /** Digits only. */
  product_group_id?: string;
}

/** One variant of `CatalogReportRequest`. */
export interface CatalogReportRetail {
  /** What the catalog is of. */
  catalog_type: "RETAIL";
  /** Which report of the catalog. */
  report: CatalogReportRetailReport;
}

/** One variant of `CatalogReportHotelReport`. */
export interface CatalogReportHotelReportFeedIngestionIssues {
  /** What is reported; each kind has fields of its own. */
  report_type: "FEED_INGESTION_ISSUES";
  /** The feed. Digits only. */
  feed_id: string;
  /** Which run of the feed; the last complete one without it. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportHotelReport`. */
export interface CatalogReportHotelReportDistributionIssues {
  /** The catalog; the oldest one without it. Digits only. */
  catalog_id?: string;
  /** What is reported; each kind has fields of its own. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportRequest`. */
export interface CatalogReportHotel {
  /** What the catalog is of. */
  catalog_type: "HOTEL";
  /** Which report of the catalog. */
  report: CatalogReportHotelReport;
}

/**
 * The request of `catalogReport`. What became of a catalog's items, made in the background; who asks again within a day gets the same file.
 */
export type CatalogReportRequest = CatalogReportRetail | CatalogReportHotel;

/** `report` of `CatalogReportRetail`. Which report of the catalog. */
export type CatalogReportRetailReport =
  | CatalogReportRetailReportFeedIngestionIssues
  | CatalogReportRetailReportDistributionIssues
  | CatalogReportRetailReportAllItems;

/** `report` of `CatalogReportHotel`. Which report of the catalog. */
export type CatalogReportHotelReport = CatalogReportHotelReportFeedIngestionIssues | CatalogReportHotelReportDistributionIssues;

/** `CatalogReportAnyCatalogType`. */
export type CatalogReportAnyCatalogType = "RETAIL" | "HOTEL";
