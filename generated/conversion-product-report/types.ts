// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf } from "../../runtime/support-data.js";
import type { CONVERSION_PRODUCT_REPORT_COLUMN_KINDS } from "./column-kinds.js";

/**
 * The request for `conversionProductReport`. Conversions by brand, category and product. Generated in the background and downloaded when
 * ready; not open to all accounts.
 */
export interface ConversionProductReportRequest {
  /** Only these ad groups. 1 to 500 ids. Each: digits only. */
  ad_group_ids?: readonly string[];
  /** Only these campaigns. 1 to 500 ids. Each: digits only. */
  campaign_ids?: readonly string[];
  /** Only campaigns with one of these objectives. 1 to 7 types. */
  campaign_objective_types?: readonly ConversionProductReportCampaignObjectiveType[];
  /** How many days after a click a conversion still counts. Default: `30`. */
  click_window_days?: ConversionProductReportClickWindowDays;
  /** Columns of each row. */
  columns: readonly ConversionProductReportColumn[];
  /** Attribution method: the usual one, or the one for brands. Default: `"DEFAULT"`. */
  conversion_product_attribution_type?: ConversionProductReportConversionProductAttributionType;
  /** What to split by: brand, category or product. Default: `"PRODUCT_BRAND"`. */
  conversion_product_breakdown?: ConversionProductReportConversionProductBreakdown;
  /** Whether conversions count on the day of the ad action or of the conversion. Default: `"TIME_OF_AD_ACTION"`. */
  conversion_report_time?: ConversionProductReportConversionReportTime;
  /** Last day of the report (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** How the days are grouped. */
  granularity: ConversionProductReportGranularity;
  /** Entity of each row. */
  level: ConversionProductReportLevel;
  /** Only these products. 2 to 30000 ids. Each: matches `^[a-zA-Z0-9]+$`. */
  product_sku_ids?: readonly string[];
  /** Name of the report. */
  report_name: string;
  /** First day of the report, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** How many days after a view a conversion still counts. Default: `30`. */
  view_window_days?: ConversionProductReportViewWindowDays;
}

/** One of the `campaign_objective_types` in `ConversionProductReportRequest`. Only campaigns with one of these objectives. */
export type ConversionProductReportCampaignObjectiveType =
  | "AWARENESS"
  | "CONSIDERATION"
  | "WEB_CONVERSION"
  | "CATALOG_SALES"
  | "VIDEO_COMPLETION"
  | "APP_INSTALL"
  | "SALES"
  | "LEADS"
  | "CTV_CONSIDERATION";

/** `click_window_days` in `ConversionProductReportRequest`. How many days after a click a conversion still counts. */
export type ConversionProductReportClickWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

/** One of the `columns` in `ConversionProductReportRequest`. Columns of each row. */
export type ConversionProductReportColumn = ColumnOf<typeof CONVERSION_PRODUCT_REPORT_COLUMN_KINDS>;

/** `conversion_product_attribution_type` in `ConversionProductReportRequest`. Attribution method: the usual one, or the one for brands. */
export type ConversionProductReportConversionProductAttributionType = "DEFAULT" | "BRAND_ATTRIBUTION";

/** `conversion_product_breakdown` in `ConversionProductReportRequest`. What to split by: brand, category or product. */
export type ConversionProductReportConversionProductBreakdown =
  | "PRODUCT_BRAND"
  | "PRODUCT_CATEGORY"
  | "PRODUCT_BRAND_AND_CATEGORY"
  | "PRODUCT_SKU"
  | "PRODUCT_SKU_GROUP";

/**
 * `conversion_report_time` in `ConversionProductReportRequest`. Whether conversions count on the day of the ad action or of the conversion.
 */
export type ConversionProductReportConversionReportTime = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** `granularity` in `ConversionProductReportRequest`. How the days are grouped. */
export type ConversionProductReportGranularity = "TOTAL" | "WEEK" | "MONTH";

/** `level` in `ConversionProductReportRequest`. Entity of each row. */
export type ConversionProductReportLevel = "ADVERTISER" | "CAMPAIGN" | "AD_GROUP";

/** `view_window_days` in `ConversionProductReportRequest`. How many days after a view a conversion still counts. */
export type ConversionProductReportViewWindowDays = 0 | 1 | 7 | 14 | 30 | 60;
