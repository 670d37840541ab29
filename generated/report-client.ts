// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * A small client of one report at a time: from create to the rows of a JSON file, with an access token or a refresh token. For bundles;
 * `createClient` of the package's first entry does more.
 * @packageDocumentation
 */

import {
  type Connected,
  type CreateOptions,
  type JsonReport,
  jsonClient,
  type PollOptions,
  type ReportClientOptions,
  type ReportHandle,
  type ReportStatus,
  type ResponsePromise,
  type ResumeOptions,
  type RunOptions,
} from "../runtime/support-report-client.js";
import type { CheckedReport } from "./report/check.js";
import { report } from "./report/flow.js";
import type { ReportRow, ReportColumnValues } from "./report/row.js";
import type { ReportRequest } from "./report/types.js";
import type { CheckedTemplateReport } from "./template-report/check.js";
import { templateReport } from "./template-report/flow.js";
import type { TemplateReportRow } from "./template-report/row.js";
import type { TemplateReportRequest } from "./template-report/types.js";
import type { CheckedMmmReport } from "./mmm-report/check.js";
import { mmmReport } from "./mmm-report/flow.js";
import type { MmmReportRow, MmmReportColumnValues } from "./mmm-report/row.js";
import type { MmmReportRequest } from "./mmm-report/types.js";
import type { CheckedConversionProductReport } from "./conversion-product-report/check.js";
import { conversionProductReport } from "./conversion-product-report/flow.js";
import type { ConversionProductReportRow, ConversionProductReportColumnValues } from "./conversion-product-report/row.js";
import type { ConversionProductReportRequest } from "./conversion-product-report/types.js";
import type { CheckedCatalogReport } from "./catalog-report/check.js";
import { catalogReport } from "./catalog-report/flow.js";
import type { CatalogReportRow } from "./catalog-report/row.js";
import type { CatalogReportRequest } from "./catalog-report/types.js";

/** Ad performance by level, date and column, made in the background and downloaded when it is ready. Its rows are read from JSON files. */
export interface JsonReportClient extends Connected {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns. A body that asks
   * for CSV is an `InvalidArgumentError`.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends ReportRequest>(
    adAccountId: string,
    body: CheckedReport<Request>,
    options?: RunOptions,
  ): Promise<JsonReport<ReportRow<Request>, ReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  create<const Request extends ReportRequest>(
    adAccountId: string,
    body: CheckedReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  /**
   * Polls the report once. Resolves with `state: "failed"`, without an error, for a report that Pinterest could not make.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready. Handles of `createClient` are accepted.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = Readonly<Partial<ReportColumnValues>>, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<ReportRequest>,
  ): Promise<JsonReport<Row, ZeroFilledRow>>;
}

/**
 * Creates a client of this report alone. Sends nothing, and reads nothing from the environment.
 * @throws `TypeError`, `RangeError`: an option is invalid, or there is no token.
 */
export function createReportClient(options: ReportClientOptions): JsonReportClient {
  return jsonClient(options, report);
}

/** Report of a template from Ads Manager, made in the background and downloaded when it is ready. Its rows are read from JSON files. */
export interface JsonTemplateReportClient extends Connected {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns. A body that asks
   * for CSV is an `InvalidArgumentError`.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends TemplateReportRequest>(
    adAccountId: string,
    body: CheckedTemplateReport<Request>,
    options?: RunOptions,
  ): Promise<JsonReport<TemplateReportRow<Request>, TemplateReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  create<const Request extends TemplateReportRequest>(
    adAccountId: string,
    body: CheckedTemplateReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  /**
   * Polls the report once. Resolves with `state: "failed"`, without an error, for a report that Pinterest could not make.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready. Handles of `createClient` are accepted.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = TemplateReportRow, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<TemplateReportRequest>,
  ): Promise<JsonReport<Row, ZeroFilledRow>>;
}

/**
 * Creates a client of this report alone. Sends nothing, and reads nothing from the environment.
 * @throws `TypeError`, `RangeError`: an option is invalid, or there is no token.
 */
export function createTemplateReportClient(options: ReportClientOptions): JsonTemplateReportClient {
  return jsonClient(options, templateReport);
}

/**
 * Figures for marketing mix models, by targeting, made in the background and downloaded when they are ready. Its rows are read from JSON
 * files.
 */
export interface JsonMmmReportClient extends Connected {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns. A body that asks
   * for CSV is an `InvalidArgumentError`.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends MmmReportRequest>(
    adAccountId: string,
    body: CheckedMmmReport<Request>,
    options?: RunOptions,
  ): Promise<JsonReport<MmmReportRow<Request>, MmmReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  create<const Request extends MmmReportRequest>(
    adAccountId: string,
    body: CheckedMmmReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  /**
   * Polls the report once. Resolves with `state: "failed"`, without an error, for a report that Pinterest could not make.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready. Handles of `createClient` are accepted.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = Readonly<Partial<MmmReportColumnValues>>, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<MmmReportRequest>,
  ): Promise<JsonReport<Row, ZeroFilledRow>>;
}

/**
 * Creates a client of this report alone. Sends nothing, and reads nothing from the environment.
 * @throws `TypeError`, `RangeError`: an option is invalid, or there is no token.
 */
export function createMmmReportClient(options: ReportClientOptions): JsonMmmReportClient {
  return jsonClient(options, mmmReport);
}

/**
 * Conversions by brand, category and product, made in the background and downloaded when they are ready; not open to all. Its rows are read
 * from JSON files.
 */
export interface JsonConversionProductReportClient extends Connected {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns. A body that asks
   * for CSV is an `InvalidArgumentError`.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends ConversionProductReportRequest>(
    adAccountId: string,
    body: CheckedConversionProductReport<Request>,
    options?: RunOptions,
  ): Promise<JsonReport<ConversionProductReportRow<Request>, ConversionProductReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  create<const Request extends ConversionProductReportRequest>(
    adAccountId: string,
    body: CheckedConversionProductReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  /**
   * Polls the report once. Resolves with `state: "failed"`, without an error, for a report that Pinterest could not make.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready. Handles of `createClient` are accepted.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = Readonly<Partial<ConversionProductReportColumnValues>>, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<ConversionProductReportRequest>,
  ): Promise<JsonReport<Row, ZeroFilledRow>>;
}

/**
 * Creates a client of this report alone. Sends nothing, and reads nothing from the environment.
 * @throws `TypeError`, `RangeError`: an option is invalid, or there is no token.
 */
export function createConversionProductReportClient(options: ReportClientOptions): JsonConversionProductReportClient {
  return jsonClient(options, conversionProductReport);
}

/**
 * Results of a catalog's items, made in the background; a second request within a day gets the same file. Its rows are read from JSON
 * files.
 */
export interface JsonCatalogReportClient extends Connected {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns. A body that asks
   * for CSV is an `InvalidArgumentError`.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends CatalogReportRequest>(
    adAccountId: string,
    body: CheckedCatalogReport<Request>,
    options?: RunOptions,
  ): Promise<JsonReport<CatalogReportRow<Request>, CatalogReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  create<const Request extends CatalogReportRequest>(
    adAccountId: string,
    body: CheckedCatalogReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  /**
   * Polls the report once. Resolves with `state: "failed"`, without an error, for a report that Pinterest could not make.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready. Handles of `createClient` are accepted.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = CatalogReportRow, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<CatalogReportRequest>,
  ): Promise<JsonReport<Row, ZeroFilledRow>>;
}

/**
 * Creates a client of this report alone. Sends nothing, and reads nothing from the environment.
 * @throws `TypeError`, `RangeError`: an option is invalid, or there is no token.
 */
export function createCatalogReportClient(options: ReportClientOptions): JsonCatalogReportClient {
  return jsonClient(options, catalogReport);
}

export type { CheckedReport, StrictReportRequest } from "./report/check.js";
export type { ReportRow, ReportColumnValues } from "./report/row.js";
export type {
  ReportAdGroupStatus,
  ReportAdStatus,
  ReportAttributionType,
  ReportCampaignObjectiveType,
  ReportCampaignStatus,
  ReportClickWindowDays,
  ReportColumn,
  ReportConversionReportTime,
  ReportCustomConversionEventMetric,
  ReportCustomConversionEventMetricCustomEventMetricsType,
  ReportEngagementWindowDays,
  ReportFormat,
  ReportGranularity,
  ReportLevel,
  ReportMetricsFilter,
  ReportMetricsFilterField,
  ReportMetricsFilterOperator,
  ReportPrimarySort,
  ReportProductGroupStatus,
  ReportReportingTimezone,
  ReportRequest,
  ReportTargetingType,
  ReportViewWindowDays,
} from "./report/types.js";
export type { CheckedTemplateReport } from "./template-report/check.js";
export type { TemplateReportRow } from "./template-report/row.js";
export type {
  TemplateReportGranularity,
  TemplateReportRequest,
} from "./template-report/types.js";
export type { CheckedMmmReport } from "./mmm-report/check.js";
export type { MmmReportRow, MmmReportColumnValues } from "./mmm-report/row.js";
export type {
  MmmReportColumn,
  MmmReportCountry,
  MmmReportGranularity,
  MmmReportLevel,
  MmmReportRequest,
  MmmReportTargetingType,
} from "./mmm-report/types.js";
export type { CheckedConversionProductReport, StrictConversionProductReportRequest } from "./conversion-product-report/check.js";
export type { ConversionProductReportRow, ConversionProductReportColumnValues } from "./conversion-product-report/row.js";
export type {
  ConversionProductReportCampaignObjectiveType,
  ConversionProductReportClickWindowDays,
  ConversionProductReportColumn,
  ConversionProductReportConversionProductAttributionType,
  ConversionProductReportConversionProductBreakdown,
  ConversionProductReportConversionReportTime,
  ConversionProductReportGranularity,
  ConversionProductReportLevel,
  ConversionProductReportRequest,
  ConversionProductReportViewWindowDays,
} from "./conversion-product-report/types.js";
export type { CheckedCatalogReport } from "./catalog-report/check.js";
export type { CatalogReportRow } from "./catalog-report/row.js";
export type {
  CatalogReportAnyCatalogType,
  CatalogReportHotel,
  CatalogReportHotelReport,
  CatalogReportHotelReportDistributionIssues,
  CatalogReportHotelReportFeedIngestionIssues,
  CatalogReportRequest,
  CatalogReportRetail,
  CatalogReportRetailReport,
  CatalogReportRetailReportAllItems,
  CatalogReportRetailReportDistributionIssues,
  CatalogReportRetailReportFeedIngestionIssues,
} from "./catalog-report/types.js";
export {
  ApiError,
  AuthError,
  ConnectionError,
  CreateOutcomeUnknownError,
  DownloadError,
  InvalidArgumentError,
  InvalidBodyError,
  logEvents,
  PinterestReportsError,
  PollTimeoutError,
  ReportFailedError,
  refreshingToken,
  traceWith,
} from "../runtime/support-report-client.js";
export type {
  AbortOptions,
  AccessCredentials,
  ApiFailure,
  AttributeValue,
  BodyReader,
  ClientEvent,
  Clock,
  Connected,
  CreateOptions,
  DownloadFailure,
  ErrorCode,
  EventOptions,
  Fetch,
  FetchInit,
  FetchResponse,
  ItemStream,
  JsonReport,
  JsonRowsOptions,
  Logger,
  LogLevel,
  PollOptions,
  PollTimeoutDetails,
  ReadRow,
  RefreshingTokenOptions,
  RefreshOptions,
  ReportClientOptions,
  ReportHandle,
  ReportStatus,
  RequestSettings,
  ResponseHeaders,
  ResponseInfo,
  ResponsePromise,
  ResumeOptions,
  RowStream,
  RunOptions,
  Span,
  StoredTokens,
  TokenStore,
  Tokens,
  Trace,
  TracedOperation,
  Tracer,
  ValidateOptions,
  Violation,
  ViolationParams,
  WaitOptions,
  WithResponse,
} from "../runtime/support-report-client.js";
