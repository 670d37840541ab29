// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _cc419b24738f9701 } from "../generation.js";
import type { FieldType, OptionalColumns, PossibleItems } from "../../runtime/support.js";
import type { MmmReportColumn, MmmReportRequest } from "./types.js";

/** The values of each column as they stand in a row, and of what the file adds by itself. Ids are texts, exact to the last digit. */
export interface MmmReportColumnValues {
  /** Money in the ad account's currency. */
  SPEND_IN_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  SPEND_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. */
  ECPC_IN_DOLLAR: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  ECTR: number;
  /** Name, as it was given by its owner. */
  CAMPAIGN_NAME: string;
  /** A count. */
  TOTAL_ENGAGEMENT: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  EENGAGEMENT_RATE: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  ECPM_IN_DOLLAR: number;
  /** An id, exact to the last digit. */
  CAMPAIGN_ID: string;
  /** An id, exact to the last digit. */
  ADVERTISER_ID: string;
  /** An id, exact to the last digit. */
  AD_GROUP_ID: string;
  /** Name, as it was given by its owner. */
  AD_GROUP_NAME: string;
  /** A count. */
  CLICKTHROUGH_1: number;
  /** A count. */
  IMPRESSION_1: number;
  /** A count. */
  CLICKTHROUGH_2: number;
  /** A count. */
  IMPRESSION_2: number;
  /** A count. */
  TOTAL_CLICKTHROUGH: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_IMPRESSION: number;
  /** Name, as it was given by its owner. Unit inferred from the column name; not documented by Pinterest. */
  ADVERTISER_NAME: string;
  /** One of a few words, or a number that stands for one. Unit inferred from the column name; not documented by Pinterest. */
  SPEND_ORDER_LINE_PAID_TYPE: string | number;
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_OBJECTIVE_TYPE: string | number;
  /** Name, as it was given by its owner. Unit inferred from the column name; not documented by Pinterest. */
  PINNER_LIST_NAME: string;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  ADS_CREDIT_SPEND_IN_DOLLAR: number;
  /** Money in the ad account's currency. Without production and other fees that buy no media; spend that bonus media covers is still part of it. */
  ADVERTISER_PAID_SPEND_IN_DOLLAR: number;
  /** Money in the ad account's currency. A click, from the spend that the advertiser paid. */
  ADVERTISER_PAID_ECPC_IN_DOLLAR: number;
  /** Money in the ad account's currency. A thousand impressions, from the spend that the advertiser paid. */
  ADVERTISER_PAID_ECPM_IN_DOLLAR: number;
  /** The day as YYYY-MM-DD; none with TOTAL. Pinterest does not document the form of an hour, or which day stands for a week or a month. */
  DATE: string;
  /** What the row is split by, on a targeting level. Rows of different types overlap, so their sum means nothing. */
  TARGETING_TYPE: string;
  /** Which part of it the row is: a code or an id, seldom a name. */
  TARGETING_VALUE: string;
}

/** What a row has without being asked for: the date unless everything is one total, the targeting of targeting levels. */
type Added<Request> =
  | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")
  | (Extract<FieldType<Request, "level">, `${string}_TARGETING`> extends never ? never : "TARGETING_TYPE" | "TARGETING_VALUE");

/** A row of the report that was asked for. A value that the file leaves out, as JSON files do with zero, is not there. */
export type MmmReportRow<Request extends Pick<MmmReportRequest, "columns" | "granularity" | "level"> = MmmReportRequest> = OptionalColumns<MmmReportColumnValues, PossibleItems<Request, "columns", MmmReportColumn> | Added<Request>>;
