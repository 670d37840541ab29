// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnValues } from "../../runtime/support-data.js";
import type { ANALYTICS_COLUMN_KINDS } from "./column-kinds.js";

/** The value of each column in a row of a synchronous response. Ids are strings, so they keep every digit. */
export interface AnalyticsColumnValues extends ColumnValues<typeof ANALYTICS_COLUMN_KINDS> {}
