/**
 * What a generated entry needs to build a client, and what it re-exports; for no other code. A change of a name here is a step as major as one of the package's own names.
 * @packageDocumentation
 */

export { type AppOptions, appClient } from "./app-client.js";
export { flowClient } from "./client.js";
export type { Clock } from "./clock.js";
export { type Connection, connect, type OwnOperations } from "./connection.js";
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
} from "./credentials.js";
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
export type { BodyReader, Fetch, FetchInit, FetchResponse } from "./fetch.js";
export type { CertainColumn, Flow, Statuses } from "./flow.js";
export type { FlowClient } from "./flow-client.js";
export { type Journal, type JournalEntry, type JournalRequest, journalKey } from "./journal.js";
export { openJournal } from "./journal-file.js";
export type { RateLimit } from "./limiter-headers.js";
export { microToCurrency } from "./money.js";
export type { TokenAnswer } from "./oauth-call.js";
export {
  type AuthorizationOptions,
  authorizationUrl,
  type CodeExchange,
  type CodeVerifier,
  createCodeVerifier,
  exchangeCode,
  refreshTokens,
  type TokenRefresh,
} from "./oauth-code.js";
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
} from "./operation.js";
export { operationClient, type Page, type PagedClient, pagedClient } from "./operation-client.js";
export type { SharedOptions } from "./options.js";
export type { QueryStyle } from "./plain-http.js";
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
export type { ReportItem, ReportProgress, ReportTask, RunAllOptions, Tasks } from "./run-all-terms.js";
export type { AttributeValue, Span, Tracer } from "./telemetry.js";
export { formatViolation, type ValidateOptions, type Violation } from "./violation.js";
