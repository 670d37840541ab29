// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf, ItemOf } from "../../runtime/support-data.js";
import type { MMM_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { MMM_REPORT_COUNTRY_VALUES } from "../lists.js";

/** The request for `mmmReport`. Figures for marketing mix models, by targeting. Generated in the background and downloaded when ready. */
export interface MmmReportRequest {
  /** Advertisers to include in the report. */
  advertiser_ids?: readonly string[];
  /** Columns of each row. */
  columns: readonly MmmReportColumn[];
  /** Only rows for these countries. */
  countries?: readonly (MmmReportCountry | null)[];
  /** Ids of Ads Manager's custom columns to add to each row. At most 20 ids. */
  custom_column_ids?: readonly string[];
  /** Last day of the report (inclusive), in UTC. As YYYY-MM-DD. */
  end_date: string;
  /** How the days are grouped. */
  granularity: MmmReportGranularity;
  /** Entity of each row. */
  level: MmmReportLevel;
  /** Name of the report. */
  report_name: string;
  /** First day of the report, in UTC. As YYYY-MM-DD. */
  start_date: string;
  /** Targeting types by which rows are split. 1 to 7 types. */
  targeting_types: readonly MmmReportTargetingType[];
}

/** One of the `columns` in `MmmReportRequest`. Columns of each row. */
export type MmmReportColumn = ColumnOf<typeof MMM_REPORT_COLUMN_KINDS>;

/** One of the `countries` in `MmmReportRequest`. Only rows for these countries. */
export type MmmReportCountry = ItemOf<typeof MMM_REPORT_COUNTRY_VALUES>;

/** `granularity` in `MmmReportRequest`. How the days are grouped. */
export type MmmReportGranularity = "DAY" | "WEEK";

/** `level` in `MmmReportRequest`. Entity of each row. */
export type MmmReportLevel = "CAMPAIGN_TARGETING" | "AD_GROUP_TARGETING";

/** One of the `targeting_types` in `MmmReportRequest`. Targeting types by which rows are split. */
export type MmmReportTargetingType = "APPTYPE" | "COUNTRY" | "CREATIVE_TYPE" | "GENDER" | "LOCATION" | "PLACEMENT" | "AUDIENCE_INCLUDE";
