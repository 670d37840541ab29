// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _062212a11c530062 } from "../generation.js";
import type { NoExtraKeys } from "../../runtime/support.js";
import type { MmmReportRequest } from "./types.js";

/**
 * A literal request that may be sent: itself when it breaks no rule for certain; else the rule's words stand at the field or item that
 * breaks it, and the request does not compile. What is wide, such as a whole `MmmReportRequest`, is left to run time.
 */
export type CheckedMmmReport<Request> = Request
  & NoExtraKeys<Request, MmmReportRequest>
