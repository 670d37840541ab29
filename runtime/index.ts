/** All that the package entry re-exports. */
export type { Clock } from "./clock.js";
export {
  ApiError,
  type ApiFailure,
  ConnectionError,
  CreateOutcomeUnknownError,
  DownloadError,
  type DownloadFailure,
  type ErrorCode,
  InvalidArgumentError,
  InvalidBodyError,
  PinterestReportsError,
  PollTimeoutError,
  ReportFailedError,
} from "./errors.js";
export type { ClientOptions } from "./options.js";
export type {
  ClientEvent,
  CreateOptions,
  FinishedReport,
  FlowClient,
  ReadOptions,
  ReportEntry,
  ReportHandle,
  ReportLook,
  RunOptions,
  WaitOptions,
} from "./report.js";
export { formatViolation, type ValidateOptions, type Violation } from "./violation.js";
