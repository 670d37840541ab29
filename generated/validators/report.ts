// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * The validator for `ReportRequest`, as a function and as Standard Schema. The file is self-contained, so it loads fast in programs that
 * are started often.
 * @packageDocumentation
 */

export { type ReportRequest, reportSchema, validateReport } from "../report/schema.js";
export {
  formatViolation,
  type SchemaOptions,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
  type ValidateOptions,
  type Violation,
  type ViolationParams,
} from "../../runtime/support-data.js";
