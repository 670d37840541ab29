// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { NoExtraKeys } from "../../runtime/support-data.js";
import type { CatalogReportRequest } from "./schema.js";

/**
 * The type of a literal request. If the literal has an unknown field or breaks one of the rules below, the call does not compile, because
 * the type of the field or item in question becomes the rule's message. All other rules, such as limits on date ranges, are checked only at
 * run time. Values of wide types, such as `CatalogReportRequest`, are also checked only at run time.
 */
export type CheckedCatalogReport<Request> = Request
  & NoExtraKeys<Request, CatalogReportRequest>
