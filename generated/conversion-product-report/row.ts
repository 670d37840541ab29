// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _e522ef929fdeb13d } from "../generation.js";
import type { ColumnValues, FieldType, OptionalColumns, PossibleItems } from "../../runtime/support.js";
import type { CONVERSION_PRODUCT_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { ConversionProductReportColumn, ConversionProductReportRequest } from "./types.js";

/** The values of each column as they stand in a row, and of what the file adds by itself. Ids are texts, exact to the last digit. */
export interface ConversionProductReportColumnValues extends ColumnValues<typeof CONVERSION_PRODUCT_REPORT_COLUMN_KINDS> {
  /**
   * Date as YYYY-MM-DD; missing with TOTAL. Pinterest does not document the format of an hour, or which day stands for a week or a month.
   */
  DATE: string;
  /** Targeting type by which the row is split, on a targeting level. Rows of different types overlap: do not add them up. */
  TARGETING_TYPE: string;
  /** Value of that targeting type: a code or an id, seldom a name. */
  TARGETING_VALUE: string;
}

/** What a row has without being asked for: the date unless everything is one total, the targeting of targeting levels. */
type Added<Request> =
  | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")
  | (Extract<FieldType<Request, "level">, `${string}_TARGETING`> extends never ? never : "TARGETING_TYPE" | "TARGETING_VALUE");

/** A row of the report that was asked for. A value that the file leaves out, as JSON files do with zero, is not there. */
export type ConversionProductReportRow<
  Request extends Pick<ConversionProductReportRequest, "columns" | "granularity" | "level"> = ConversionProductReportRequest
> = OptionalColumns<ConversionProductReportColumnValues, PossibleItems<Request, "columns", ConversionProductReportColumn> | Added<Request>>;
