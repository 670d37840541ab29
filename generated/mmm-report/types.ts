// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _4d66cce19b6801a7 } from "../generation.js";

/** The request of `mmmReport`. Figures for marketing mix models, by targeting, made in the background and downloaded when they are ready. */
export interface MmmReportRequest {
  /** Advertisers whose rows the report has. */
  advertiser_ids?: readonly string[];
  /** What each row holds. */
  columns: readonly MmmReportColumn[];
  /** Only rows of these countries. */
  countries?: readonly (MmmReportCountry | null)[];
  /** Custom columns of Ads Manager, by id, that each row has besides. At most 20 ids. */
  custom_column_ids?: readonly string[];
  /** Last day of the report, in UTC; it is part of the report. As YYYY-MM-DD. */
  end_date: string;
  /** How the days are grouped. */
  granularity: MmmReportGranularity;
  /** What a row is about. */
  level: MmmReportLevel;
  /** What the report is called. */
  report_name: string;
  /** First day of the report, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** What to split the rows by. 1 to 7 types. */
  targeting_types: readonly MmmReportTargetingType[];
}

/** One of `columns` of `MmmReportRequest`. What each row holds. */
export type MmmReportColumn =
  | "SPEND_IN_DOLLAR"
  | "SPEND_IN_MICRO_DOLLAR"
  | "ECPC_IN_DOLLAR"
  | "ECTR"
  | "CAMPAIGN_NAME"
  | "TOTAL_ENGAGEMENT"
  | "EENGAGEMENT_RATE"
  | "ECPM_IN_DOLLAR"
  | "CAMPAIGN_ID"
  | "ADVERTISER_ID"
  | "AD_GROUP_ID"
  | "AD_GROUP_NAME"
  | "CLICKTHROUGH_1"
  | "IMPRESSION_1"
  | "CLICKTHROUGH_2"
  | "IMPRESSION_2"
  | "TOTAL_CLICKTHROUGH"
  | "TOTAL_IMPRESSION"
  | "ADVERTISER_NAME"
  | "SPEND_ORDER_LINE_PAID_TYPE"
  | "CAMPAIGN_OBJECTIVE_TYPE"
  | "PINNER_LIST_NAME"
  | "ADS_CREDIT_SPEND_IN_DOLLAR"
  | "ADVERTISER_PAID_SPEND_IN_DOLLAR"
  | "ADVERTISER_PAID_ECPC_IN_DOLLAR"
  | "ADVERTISER_PAID_ECPM_IN_DOLLAR";

/** One of `countries` of `MmmReportRequest`. Only rows of these countries. */
export type MmmReportCountry =
  | "US"
  | "GB"
  | "CA"
  | "IE"
  | "AU"
  | "NZ"
  | "FR"
  | "SE"
  | "IL"
  | "DE"
  | "AT"
  | "IT"
  | "ES"
  | "NL"
  | "BE"
  | "PT"
  | "CH"
  | "HK"
  | "JP"
  | "KR"
  | "SG"
  | "NO"
  | "DK"
  | "FI"
  | "CY"
  | "LU"
  | "MT"
  | "PL"
  | "RO"
  | "HU"
  | "CZ"
  | "GR"
  | "SK"
  | "BR"
  | "MX"
  | "AR"
  | "CL"
  | "CO";

/** `granularity` of `MmmReportRequest`. How the days are grouped. */
export type MmmReportGranularity = "DAY" | "WEEK";

/** `level` of `MmmReportRequest`. What a row is about. */
export type MmmReportLevel = "CAMPAIGN_TARGETING" | "AD_GROUP_TARGETING";

/** One of `targeting_types` of `MmmReportRequest`. What to split the rows by. */
export type MmmReportTargetingType = "APPTYPE" | "COUNTRY" | "CREATIVE_TYPE" | "GENDER" | "LOCATION" | "PLACEMENT" | "AUDIENCE_INCLUDE";
