// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _a5976e4edb3da058 } from "../generation.js";
import type { NoExtraKeys } from "../../runtime/support.js";
import type { CatalogReportRequest } from "./types.js";

/**
 * A literal request that may be sent: itself when it breaks no rule for certain; else the rule's words stand at the field or item that
 * breaks it, and the request does not compile. What is wide, such as a whole `CatalogReportRequest`, is left to run time.
 */
export type CheckedCatalogReport<Request> = Request
  & NoExtraKeys<Request, CatalogReportRequest>
