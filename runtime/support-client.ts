/**
 * Everything that a generated entry point re-exports, or imports to build a client. Not for other
 * code. Renaming an export here is as breaking as renaming a public export of the package.
 * @packageDocumentation
 */

export {
  type AuthorizationUrlOptions,
  authorizationUrl,
  type CodeVerifier,
  createCodeVerifier,
  type ExchangeCodeOptions,
  exchangeCode,
  type RefreshTokensOptions,
  refreshTokens,
} from "./auth/authorization-code.js";
export type {
  AccessCredentials,
  Credentials,
  EnvironmentCredentials,
  RefreshCredentials,
  RefreshOptions,
  StoredCredentials,
  StoredTokens,
  TokenStore,
  Tokens,
} from "./auth/credentials.js";
export {
  type Journal,
  type JournalEntry,
  type JournalRequest,
  journalKey,
} from "./batch/journal.js";
export { openJournal } from "./batch/journal-file.js";
export type {
  ReportItem,
  ReportProgress,
  ReportTask,
  RunAllOptions,
  TaskIterable,
} from "./batch/types.js";
export {
  type ClientOptions,
  type Connected,
  type Connection,
  connect,
  reconnect,
  shareConnection,
} from "./client/connection.js";
export {
  type CallArgs,
  type CallOptions,
  commaSeparated,
  identityBody,
  type Operation,
  type OperationClient,
  omit,
  type PagedOperation,
  type Paging,
  parseRows,
  parseRowsAt,
  parseWithStringIds,
  pick,
  toFormData,
  toUrlEncoded,
  withStyles,
} from "./client/operation.js";
export {
  type ApiRequest,
  type AppOptions,
  apiRequest,
  appClient,
  type ClientMethods,
  type NextPage,
  operationClient,
  type Page,
  type PagedClient,
  type PagePromise,
  pagedClient,
  type RequestMethod,
  type RequestOptions,
} from "./client/operation-client.js";
export { type FlowClient, flowClient, type ReportMethods } from "./client/report-client.js";
export type { ResponsePromise, WithResponse } from "./client/response-promise.js";
export { withSync } from "./client/sync-engine.js";
export type { Clock } from "./clock.js";
export type {
  ApiCall,
  CallInit,
  FetchResult,
  FieldPaths,
  Flow,
  FlowCall,
  GuaranteedColumn,
  ResponseKind,
  Statuses,
} from "./contract.js";
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
  LeaseLostError,
  NotFoundError,
  PermissionDeniedError,
  PinterestReportsError,
  type PollTimeoutDetails,
  PollTimeoutError,
  RateLimitError,
  type RateLimitRoom,
  ReportFailedError,
  type RunDeadlineDetails,
  RunDeadlineError,
  SharedStateError,
} from "./errors.js";
export type { CallSettings, SharedOptions } from "./http/config.js";
export type { BodyReader, Fetch, FetchInit, FetchResponse } from "./http/fetch.js";
export type { RateLimit } from "./http/rate-limit.js";
export type { ResponseInfo } from "./http/response.js";
export type { QueryStyle } from "./http/serialize.js";
export type { ItemStream, ToArrayOptions } from "./item-stream.js";
export type { Logger, LogLevel, LogOptions } from "./log.js";
export type { ResponseHeaders } from "./redact.js";
export { memoryState } from "./shared-state/memory.js";
export type {
  AcquireOptions,
  Lease,
  QuotaPlace,
  QuotaUse,
  QuotaWait,
  SharedState,
  TakeOptions,
} from "./shared-state/state.js";
export type {
  SyncBody,
  SyncDays,
  SyncFailure,
  SyncOptions,
  SyncPlan,
  SyncProgress,
  SyncResult,
  SyncTarget,
} from "./sync/types.js";
export type {
  Attributes,
  AttributeValue,
  InstrumentOptions,
  Meter,
  Span,
  SpanContext,
  Tracer,
} from "./telemetry.js";
export type {
  AbortOptions,
  BufferOptions,
  ClientEvent,
  CreateOptions,
  DisplayName,
  DisplayNames,
  DownloadOptions,
  EventOptions,
  FetchOptions,
  FinishedReport,
  PollOptions,
  ReadRow,
  ReportEntry,
  ReportHandle,
  ReportStatus,
  RequestSettings,
  ResumeOptions,
  RowStream,
  RowsOptions,
  RunOptions,
  WaitOptions,
} from "./types.js";
export { microToCurrency } from "./validation/money.js";
export type { CheckedTasks, ValidBody } from "./validation/request-mistakes.js";
export {
  formatViolation,
  type ValidateOptions,
  type Violation,
  type ViolationParams,
} from "./validation/violation.js";
