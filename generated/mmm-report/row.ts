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

/** The value of each column in a row, including columns that Pinterest adds itself. Ids are strings with all their digits. */
export interface MmmReportColumnValues extends ColumnValues<typeof MMM_REPORT_COLUMN_KINDS> {
  /**
   * Date as YYYY-MM-DD; missing if the granularity is TOTAL. Pinterest does not document the format of an hour, or which day represents a
   * week or a month.
   */
  DATE: string;
  /** Targeting type of the row, at a targeting level. Rows of different types overlap, so do not add them up. */
  TARGETING_TYPE: string;
  /** Value of the row's targeting type: a code or id, rarely a name. */
  TARGETING_VALUE: string;
}

/**
 * Columns that a row has even if they are not requested: the date, except with TOTAL; the targeting type and value, at targeting
 * levels.
 */
type AddedColumn<Request> =
  | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")
  | (Extract<FieldType<Request, "level">, `${string}_TARGETING`> extends never ? never : "TARGETING_TYPE" | "TARGETING_VALUE");

/** Columns that every row has if zeros are filled in: the requested numbers, except those for which a missing value is not zero. */
type ZeroFilledColumn<Request, ZeroFill> = ZeroColumns<
  typeof MMM_REPORT_COLUMN_KINDS,
  LiteralItems<FieldType<Request, "columns">, keyof typeof MMM_REPORT_COLUMN_KINDS>,
  ZeroFill
>;

/**
 * A row of the requested report. Requested numbers that the file omits are 0. If `ZeroFill` is `false`, as in `rows({ zeroFill: false })`,
 * they are missing.
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
