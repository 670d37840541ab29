// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { NoExtraKeys } from "../../runtime/support-data.js";
import type { CatalogReportRequest } from "./schema.js";

/**
 * The type of a request that is written as a literal. The call does not compile if the literal has an unknown field. Other rules, such as
 * limits on date ranges, are checked only at run time. Values of wide types, such as `CatalogReportRequest`, are also checked only at run
 * time.
 */
export type CheckedCatalogReport<Request> = Request
  & NoExtraKeys<Request, CatalogReportRequest>
