// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type {
  ColumnValues,
  FieldType,
  LiteralItems,
  OptionalColumns,
  PossibleItems,
  RequiredColumns,
  Simplify,
  ZeroColumns,
} from "../../runtime/support-data.js";
import type { REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { ReportColumn, ReportRequest } from "./schema.js";

/** The value of each column in a row, including columns that cannot be requested. Ids are strings, so they keep every digit. */
export interface ReportColumnValues extends ColumnValues<typeof REPORT_COLUMN_KINDS> {
  /**
   * Id of the row's entity at level KEYWORD. The column's name is ours: Pinterest has no column for this id, but groups the file's rows by
   * it. Every such row contains the id, which cannot be requested in `columns`.
   */
  KEYWORD_ID: string;
  /**
   * Id of the row's entity at level PRODUCT_ITEM or PRODUCT_ITEM_TARGETING. The column's name is ours: Pinterest has no column for this id,
   * but groups the file's rows by it. Every such row contains the id, which cannot be requested in `columns`.
   */
  PRODUCT_ITEM_ID: string;
  /**
   * Date in YYYY-MM-DD format; missing if the granularity is TOTAL. Pinterest does not document the format of an hour, or which day
   * represents a week or a month.
   */
  DATE: string;
  /** Targeting type of the row; only at targeting levels. Rows of different types overlap, so do not add them up. */
  TARGETING_TYPE: string;
  /** Value of the row's targeting type: a code or id, rarely a name. */
  TARGETING_VALUE: string;
}

/**
 * Columns that a row contains even if they are not requested: the date, unless the granularity is TOTAL; the targeting type and value, at
 * targeting levels; ids for which the API has no column.
 */
type AddedColumn<Request> =
  | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")
  | (Extract<FieldType<Request, "level">, "KEYWORD"> extends never ? never : "KEYWORD_ID")
  | (Extract<FieldType<Request, "level">, "PRODUCT_ITEM" | "PRODUCT_ITEM_TARGETING"> extends never ? never : "PRODUCT_ITEM_ID")
  | (Extract<FieldType<Request, "level">, `${string}_TARGETING`> extends never ? never : "TARGETING_TYPE" | "TARGETING_VALUE");

/** Maps each column to the requests whose rows always contain it. For other requests, the column may be missing. */
interface Guarantees {
  DATE: { granularity: "DAY" | "HOUR" | "WEEK" | "MONTH" };
  TARGETING_TYPE: {
    level:
      | "ADVERTISER_TARGETING"
      | "CAMPAIGN_TARGETING"
      | "AD_GROUP_TARGETING"
      | "PIN_PROMOTION_TARGETING"
      | "PRODUCT_GROUP_TARGETING"
      | "PRODUCT_ITEM_TARGETING";
  };
  TARGETING_VALUE: {
    level:
      | "ADVERTISER_TARGETING"
      | "CAMPAIGN_TARGETING"
      | "AD_GROUP_TARGETING"
      | "PIN_PROMOTION_TARGETING"
      | "PRODUCT_GROUP_TARGETING"
      | "PRODUCT_ITEM_TARGETING";
  };
  KEYWORD_ID: { level: "KEYWORD" };
  PRODUCT_ITEM_ID: { level: "PRODUCT_ITEM" | "PRODUCT_ITEM_TARGETING" };
  ADVERTISER_ID: {
    level:
      | "ADVERTISER"
      | "ADVERTISER_TARGETING"
      | "CAMPAIGN"
      | "CAMPAIGN_TARGETING"
      | "AD_GROUP"
      | "AD_GROUP_TARGETING"
      | "PIN_PROMOTION"
      | "PIN_PROMOTION_TARGETING"
      | "KEYWORD"
      | "PRODUCT_GROUP"
      | "PRODUCT_GROUP_TARGETING"
      | "PRODUCT_ITEM"
      | "PRODUCT_ITEM_TARGETING";
  };
  AD_ACCOUNT_ID: {
    level:
      | "ADVERTISER"
      | "ADVERTISER_TARGETING"
      | "CAMPAIGN"
      | "CAMPAIGN_TARGETING"
      | "AD_GROUP"
      | "AD_GROUP_TARGETING"
      | "PIN_PROMOTION"
      | "PIN_PROMOTION_TARGETING"
      | "KEYWORD"
      | "PRODUCT_GROUP"
      | "PRODUCT_GROUP_TARGETING"
      | "PRODUCT_ITEM"
      | "PRODUCT_ITEM_TARGETING";
  };
  CAMPAIGN_ID: {
    level:
      | "CAMPAIGN"
      | "CAMPAIGN_TARGETING"
      | "AD_GROUP"
      | "AD_GROUP_TARGETING"
      | "PIN_PROMOTION"
      | "PIN_PROMOTION_TARGETING"
      | "KEYWORD"
      | "PRODUCT_GROUP"
      | "PRODUCT_GROUP_TARGETING"
      | "PRODUCT_ITEM"
      | "PRODUCT_ITEM_TARGETING";
  };
  AD_GROUP_ID: {
    level:
      | "AD_GROUP"
      | "AD_GROUP_TARGETING"
      | "PIN_PROMOTION"
      | "PIN_PROMOTION_TARGETING"
      | "KEYWORD"
      | "PRODUCT_GROUP"
      | "PRODUCT_GROUP_TARGETING"
      | "PRODUCT_ITEM"
      | "PRODUCT_ITEM_TARGETING";
  };
  PIN_PROMOTION_ID: { level: "PIN_PROMOTION" | "PIN_PROMOTION_TARGETING" };
  AD_ID: { level: "PIN_PROMOTION" | "PIN_PROMOTION_TARGETING" };
  PRODUCT_GROUP_ID: { level: "PRODUCT_GROUP" | "PRODUCT_GROUP_TARGETING" };
}

/** Columns that every row contains: the requested or added columns that `Guarantees` lists for the request. */
type GuaranteedColumn<Request, Column = LiteralItems<FieldType<Request, "columns">, keyof Guarantees> | AddedColumn<Request>> =
  Column extends keyof Guarantees ? ([Request] extends [Guarantees[Column]] ? Column : never) : never;

/**
 * Columns that every row contains if zeros are filled in: the requested numeric columns, except those where a missing value does not mean
 * zero.
 */
type ZeroFilledColumn<Request, ZeroFill> = ZeroColumns<
  typeof REPORT_COLUMN_KINDS,
  LiteralItems<FieldType<Request, "columns">, keyof typeof REPORT_COLUMN_KINDS>,
  ZeroFill
>;

/**
 * A row of a CSV file. Unless you use `rows({ columnNames })`, its keys are the display names in the header, and its values are strings.
 */
type CsvRow = Readonly<Record<string, string | number | undefined>>;

/**
 * A row of the requested report. Requested numbers that the file omits are 0. With `rows({ zeroFill: false })`, `ZeroFill` is `false` and
 * these numbers are missing.
 */
export type ReportRow<
  Request extends Pick<ReportRequest, "columns" | "granularity" | "level" | "report_format"> = ReportRequest & { report_format: "JSON" },
  ZeroFill = true
> =
  FieldType<Request, "report_format", "JSON"> extends infer Format ? Format extends "CSV" ? CsvRow : JsonRow<Request, ZeroFill> : never;

type JsonRow<Request, ZeroFill> = Simplify<
  & RequiredColumns<ReportColumnValues, GuaranteedColumn<Request> | ZeroFilledColumn<Request, ZeroFill>>
  & OptionalColumns<
    ReportColumnValues,
    Exclude<
      PossibleItems<Request, "columns", ReportColumn> | AddedColumn<Request>,
      GuaranteedColumn<Request> | ZeroFilledColumn<Request, ZeroFill>
    >
  >
>;
