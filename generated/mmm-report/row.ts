// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { MmmReportRequest } from "./types.js";

/** The values of each column as they stand in a row, and of what the file adds by itself. Ids are texts, exact to the last digit. */
export interface MmmReportColumnValues {
  SPEND_IN_DOLLAR: number;
  SPEND_IN_MICRO_DOLLAR: number;
  ECPC_IN_DOLLAR: number;
  ECTR: number;
  CAMPAIGN_NAME: string;
  TOTAL_ENGAGEMENT: number;
  EENGAGEMENT_RATE: number;
  ECPM_IN_DOLLAR: string | number;
  CAMPAIGN_ID: string;
  ADVERTISER_ID: string;
  AD_GROUP_ID: string;
  AD_GROUP_NAME: string;
  CLICKTHROUGH_1: number;
  IMPRESSION_1: number;
  CLICKTHROUGH_2: number;
  IMPRESSION_2: number;
  TOTAL_CLICKTHROUGH: number;
  TOTAL_IMPRESSION: number;
  ADVERTISER_NAME: string | number;
  SPEND_ORDER_LINE_PAID_TYPE: string | number;
  DATE: string;
  TARGETING_TYPE: string;
  TARGETING_VALUE: string;
}

/** What the file adds by itself: the date unless everything is one total, and the targeting of targeting levels. */
type Added<Asked extends Pick<MmmReportRequest, "granularity" | "level">> =
  | (Asked["granularity"] extends "TOTAL" ? never : "DATE")
  | (Extract<Asked["level"], `${string}_TARGETING`> extends never ? never : "TARGETING_TYPE" | "TARGETING_VALUE");

/** A row of the report that was asked for. A value that the file leaves out, as JSON files do with zero, is not there. */
export type MmmReportRow<Asked extends Pick<MmmReportRequest, "columns" | "granularity" | "level"> = MmmReportRequest> = {
  readonly [Column in Asked["columns"][number] | Added<Asked>]?: MmmReportColumnValues[Column];
};
