// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _52d06dc836931a45 } from "../generation.js";

/** A row of the report. The request does not determine its columns. Ids in known columns are strings, exact to the last digit. */
export type CatalogReportRow<_Request = unknown, _ZeroFill = false> = Readonly<Record<string, string | number | undefined>>;
