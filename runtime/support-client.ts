/** What a generated entry needs to build a client, and what it re-exports. A change of a name here is a major release. */
export { flowClient } from "./client.js";
export type { Clock } from "./clock.js";
export { type Connection, connect } from "./connection.js";
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
export type { Flow } from "./flow.js";
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
