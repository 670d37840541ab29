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
import type { MMM_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { MmmReportColumn, MmmReportRequest } from "./schema.js";

/** The value of each column in a row, including columns that cannot be requested. Ids are strings, so they keep every digit. */
export interface MmmReportColumnValues extends ColumnValues<typeof MMM_REPORT_COLUMN_KINDS> {
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
 * targeting levels.
 */
type AddedColumn<Request> =
  | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")
  | (Extract<FieldType<Request, "level">, `${string}_TARGETING`> extends never ? never : "TARGETING_TYPE" | "TARGETING_VALUE");

/**
 * Columns that every row contains if zeros are filled in: the requested numeric columns, except those where a missing value does not mean
 * zero.
 */
type ZeroFilledColumn<Request, ZeroFill> = ZeroColumns<
  typeof MMM_REPORT_COLUMN_KINDS,
  LiteralItems<FieldType<Request, "columns">, keyof typeof MMM_REPORT_COLUMN_KINDS>,
  ZeroFill
>;

/**
 * A row of the requested report. Requested numbers that the file omits are 0. With `rows({ zeroFill: false })`, `ZeroFill` is `false` and
 * these numbers are missing.
 */
export type MmmReportRow<
  Request extends Pick<MmmReportRequest, "columns" | "granularity" | "level"> = MmmReportRequest,
  ZeroFill = true
> = Simplify<
  & RequiredColumns<MmmReportColumnValues, ZeroFilledColumn<Request, ZeroFill>>
  & OptionalColumns<
    MmmReportColumnValues,
    Exclude<PossibleItems<Request, "columns", MmmReportColumn> | AddedColumn<Request>, ZeroFilledColumn<Request, ZeroFill>>
  >
>;
