// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export type { ReportRequest } from "./report/types.js";
export { reportSchema, validateReport } from "./report/validate.js";
export { formatViolation, type StandardSchema, type ValidateOptions, type Violation } from "../runtime/support.js";
