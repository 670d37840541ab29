// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { NoExtraKeys } from "../../runtime/support-data.js";
import type { TemplateReportRequest } from "./types.js";

/**
 * The type of a literal request; an error type if the literal is certainly invalid. It is invalid if it has an unknown field or breaks one
 * of the rules below. The field or item that breaks a rule then has the rule's message as its type, and the call does not compile. All
 * other rules, such as limits of date ranges, are checked at run time only. So are values of wide types, such as `TemplateReportRequest`.
 */
export type CheckedTemplateReport<Request> = Request
  & NoExtraKeys<Request, TemplateReportRequest>
