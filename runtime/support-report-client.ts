/**
 * What the generated entry of small report clients needs, and what it re-exports; for no other code. Renaming an export here is as breaking
 * as renaming a public export of the package.
 * @packageDocumentation
 */

export type { AccessCredentials, RefreshOptions, StoredTokens, TokenStore, Tokens } from "./auth/credentials.js";
export { type RefreshingTokenOptions, refreshingToken } from "./auth/refreshing-token.js";
export type { Connected } from "./client/connection.js";
export { type JsonClient, jsonClient, type ReportClientOptions } from "./client/json-client.js";
export type { ResponsePromise, WithResponse } from "./client/response-promise.js";
export type { Clock } from "./clock.js";
export {
  ApiError,
  type ApiFailure,
  AuthError,
  ConnectionError,
  CreateOutcomeUnknownError,
  DownloadError,
  type DownloadFailure,
  type ErrorCode,
  InvalidArgumentError,
  InvalidBodyError,
  PinterestReportsError,
  type PollTimeoutDetails,
  PollTimeoutError,
  ReportFailedError,
} from "./errors.js";
export type { BodyReader, Fetch, FetchInit, FetchResponse } from "./http/fetch.js";
export type { ResponseInfo } from "./http/transport.js";
export type { ItemStream } from "./item-stream.js";
export type { ResponseHeaders } from "./redact.js";
export {
  type AttributeValue,
  type Logger,
  type LogLevel,
  logEvents,
  type Span,
  type Trace,
  type TracedOperation,
  type Tracer,
  traceWith,
} from "./telemetry.js";
export type {
  AbortOptions,
  ClientEvent,
  CreateOptions,
  EventOptions,
  JsonReport,
  JsonRowsOptions,
  PollOptions,
  ReadRow,
  ReportHandle,
  ReportStatus,
  RequestSettings,
  ResumeOptions,
  RowStream,
  RunOptions,
  WaitOptions,
} from "./types.js";
export type { ValidateOptions, Violation, ViolationParams } from "./validation/violation.js";
