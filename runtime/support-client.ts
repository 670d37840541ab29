/**
 * What a generated entry needs to build a client, and what it re-exports; for no other code. A change of a name here is a step as major as one of the package's own names.
 * @packageDocumentation
 */

export {
  type AuthorizationOptions,
  authorizationUrl,
  type CodeExchange,
  type CodeVerifier,
  createCodeVerifier,
  exchangeCode,
  refreshTokens,
  type TokenRefresh,
} from "./auth/authorization-code.js";
export type {
  AccessCredentials,
  ClientOptions,
  Credentials,
  RefreshCredentials,
  RefreshOptions,
  StoredCredentials,
  StoredTokens,
  TokenStore,
  Tokens,
} from "./auth/credentials.js";
export type { TokenAnswer } from "./auth/oauth-call.js";
export { type Journal, type JournalEntry, type JournalRequest, journalKey } from "./batch/journal.js";
export { openJournal } from "./batch/journal-file.js";
export type { ReportItem, ReportProgress, ReportTask, RunAllOptions, Tasks } from "./batch/types.js";
export { type AppOptions, appClient } from "./client/app-client.js";
export { flowClient } from "./client/client.js";
export { type Connection, connect, type OwnOperations } from "./client/connection.js";
export type { FlowClient } from "./client/flow-client.js";
export {
  type Asked,
  asItIs,
  asParts,
  type CallOptions,
  type Operation,
  type OperationClient,
  omit,
  parseRowsAt,
  pick,
  withCommas,
  withIds,
  withRows,
  withStyles,
} from "./client/operation.js";
export { operationClient, type Page, type PagedClient, pagedClient } from "./client/operation-client.js";
export type { Clock } from "./clock.js";
export type { Answer, AnswerKind, CallInit } from "./endpoint.js";
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
  type PollFacts,
  PollTimeoutError,
  RateLimitError,
  ReportFailedError,
  RunDeadlineError,
  type RunDeadlineFacts,
} from "./errors.js";
export type { CertainColumn, Flow, Statuses } from "./flow.js";
export type { SharedOptions } from "./http/config.js";
export type { BodyReader, Fetch, FetchInit, FetchResponse } from "./http/fetch.js";
export type { RateLimit } from "./http/limiter-headers.js";
export type { QueryStyle } from "./http/plain-http.js";
export type { DisplayName, DisplayNames, RowsOptions, WholeOptions } from "./reading.js";
export type {
  ClientEvent,
  CreateOptions,
  DownloadOptions,
  FinishedReport,
  ListenOptions,
  ReadOptions,
  ReportEntry,
  ReportHandle,
  ReportLook,
  ResumeOptions,
  RunOptions,
  WaitOptions,
} from "./report.js";
export type { AttributeValue, Span, Tracer } from "./telemetry.js";
export { microToCurrency } from "./validation/money.js";
export { formatViolation, type ValidateOptions, type Violation } from "./validation/violation.js";
