// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _be400c4bca543d4f } from "../generation.js";
import type { ColumnValues, FieldType, OptionalColumns, PossibleItems } from "../../runtime/support.js";
import type { MMM_REPORT_COLUMN_KINDS } from "./column-kinds.js";
import type { MmmReportColumn, MmmReportRequest } from "./types.js";

/** The values of each column as they stand in a row, and of what the file adds by itself. Ids are texts, exact to the last digit. */
export interface MmmReportColumnValues extends ColumnValues<typeof MMM_REPORT_COLUMN_KINDS> {
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
