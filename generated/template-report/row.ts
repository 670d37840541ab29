// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _7ea27b3053c3bae4 } from "../generation.js";

/** A row of the report. The request does not determine its columns. Ids in known columns are strings, exact to the last digit. */
export type TemplateReportRow<_Request = unknown> = Readonly<Record<string, string | number | undefined>>;
