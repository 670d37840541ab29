// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * A client for Pinterest's reports, from create to rows, and for synchronous calls: `createClient`, the types of requests and rows, and the
 * errors.
 * @packageDocumentation
 */

import {
  apiRequest,
  type CheckedTasks,
  type ClientOptions,
  type Connected,
  type CreateOptions,
  type CallSettings,
  type Connection,
  connect,
  reconnect,
  type FinishedReport,
  flowClient,
  operationClient,
  pagedClient,
  type RequestMethod,
  type RequestOptions,
  type ResponsePromise,
  shareConnection,
  type PollOptions,
  type ReportHandle,
  type ReportItem,
  type ReportStatus,
  type ReportTask,
  type ResumeOptions,
  type RunAllOptions,
  type RunOptions,
  type SyncBody,
  type SyncOptions,
  type SyncResult,
  type ValidBody,
  withSync,
} from "../runtime/support-client.js";
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
import { adAccounts, type AdAccountsClient } from "./operations/ad-accounts/call.js";
import { adAccountAnalytics, type AdAccountAnalyticsClient } from "./operations/ad-account-analytics/call.js";
import { campaignAnalytics, type CampaignAnalyticsClient } from "./operations/campaign-analytics/call.js";
import { adGroupAnalytics, type AdGroupAnalyticsClient } from "./operations/ad-group-analytics/call.js";
import { adAnalytics, type AdAnalyticsClient } from "./operations/ad-analytics/call.js";
import { productGroupAnalytics, type ProductGroupAnalyticsClient } from "./operations/product-group-analytics/call.js";
import { adPinAnalytics, type AdPinAnalyticsClient } from "./operations/ad-pin-analytics/call.js";
import { pinAnalytics, type PinAnalyticsClient } from "./operations/pin-analytics/call.js";
import { multiPinAnalytics, type MultiPinAnalyticsClient } from "./operations/multi-pin-analytics/call.js";
import { userAnalytics, type UserAnalyticsClient } from "./operations/user-analytics/call.js";
import { userTopPins, type UserTopPinsClient } from "./operations/user-top-pins/call.js";
import { userTopVideoPins, type UserTopVideoPinsClient } from "./operations/user-top-video-pins/call.js";
import { catalogReportStats, type CatalogReportStatsClient } from "./operations/catalog-report-stats/call.js";
import { adAccountTargetingAnalytics, type AdAccountTargetingAnalyticsClient } from "./operations/ad-account-targeting-analytics/call.js";
import { campaignTargetingAnalytics, type CampaignTargetingAnalyticsClient } from "./operations/campaign-targeting-analytics/call.js";
import { adGroupTargetingAnalytics, type AdGroupTargetingAnalyticsClient } from "./operations/ad-group-targeting-analytics/call.js";
import { adTargetingAnalytics, type AdTargetingAnalyticsClient } from "./operations/ad-targeting-analytics/call.js";
import { deliveryMetrics, type DeliveryMetricsClient } from "./operations/delivery-metrics/call.js";

/** Ad performance by level, date and column, made in the background and downloaded when it is ready. */
export interface ReportClient {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends ReportRequest>(
    adAccountId: string,
    body: CheckedReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<ReportRow<Request>, ReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
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
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = Readonly<Partial<ReportColumnValues>>, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<ReportRequest>,
  ): Promise<FinishedReport<Row, ZeroFilledRow>>;
  /**
   * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not
   * stop the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports.
   *
   * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request.
   * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
   *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
   *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = false>(
    requests: CheckedTasks<
      Task,
      ReportTask<ReportRequest>,
      Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedReport<Body> } : never) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<ReportItem<Task, ReportRow<ValidBody<Task["body"], ReportRequest>, ZeroFill>>, void, undefined>;
  /**
   * Keeps tables of reports up to date in a target, such as `parquetFolder(path)` of `pinterest-reports/sync`: loads the days that it
   * lacks, and reads again those whose conversions may have changed since. Each day of an account is replaced as a whole, so that a row
   * that is no longer in the report is no longer in the table. A report that fails keeps its former rows, and does not stop the others:
   * `failed` lists them.
   * @throws `InvalidArgumentError`: a table cannot be kept, or the target is in use or has tables of others; nothing was sent.
   * @throws `AuthError`: the credentials were rejected. The errors of the target. `TypeError`, `RangeError`: an option is invalid.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  sync(options: SyncOptions<SyncBody<ReportRequest>>): Promise<SyncResult>;
}

/** Report of a template from Ads Manager, made in the background and downloaded when it is ready. */
export interface TemplateReportClient {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends TemplateReportRequest>(
    adAccountId: string,
    body: CheckedTemplateReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<TemplateReportRow<Request>, TemplateReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
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
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = TemplateReportRow, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<TemplateReportRequest>,
  ): Promise<FinishedReport<Row, ZeroFilledRow>>;
  /**
   * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not
   * stop the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports.
   *
   * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request.
   * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
   *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
   *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = false>(
    requests: CheckedTasks<
      Task,
      ReportTask<TemplateReportRequest>,
      Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedTemplateReport<Body> } : never) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<ReportItem<Task, TemplateReportRow<ValidBody<Task["body"], TemplateReportRequest>, ZeroFill>>, void, undefined>;
}

/** Figures for marketing mix models, by targeting, made in the background and downloaded when they are ready. */
export interface MmmReportClient {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends MmmReportRequest>(
    adAccountId: string,
    body: CheckedMmmReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<MmmReportRow<Request>, MmmReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
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
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = Readonly<Partial<MmmReportColumnValues>>, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<MmmReportRequest>,
  ): Promise<FinishedReport<Row, ZeroFilledRow>>;
  /**
   * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not
   * stop the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports.
   *
   * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request.
   * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
   *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
   *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = false>(
    requests: CheckedTasks<
      Task,
      ReportTask<MmmReportRequest>,
      Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedMmmReport<Body> } : never) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<ReportItem<Task, MmmReportRow<ValidBody<Task["body"], MmmReportRequest>, ZeroFill>>, void, undefined>;
}

/** Conversions by brand, category and product, made in the background and downloaded when they are ready; not open to all. */
export interface ConversionProductReportClient {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends ConversionProductReportRequest>(
    adAccountId: string,
    body: CheckedConversionProductReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<ConversionProductReportRow<Request>, ConversionProductReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
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
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = Readonly<Partial<ConversionProductReportColumnValues>>, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<ConversionProductReportRequest>,
  ): Promise<FinishedReport<Row, ZeroFilledRow>>;
  /**
   * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not
   * stop the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports.
   *
   * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request.
   * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
   *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
   *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = false>(
    requests: CheckedTasks<
      Task,
      ReportTask<ConversionProductReportRequest>,
      Task extends { readonly body: infer Body } ? (
        Body extends unknown ? { readonly body: CheckedConversionProductReport<Body> } : never
      ) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<
    ReportItem<Task, ConversionProductReportRow<ValidBody<Task["body"], ConversionProductReportRequest>, ZeroFill>>,
    void,
    undefined
  >;
}

/** Results of a catalog's items, made in the background; a second request within a day gets the same file. */
export interface CatalogReportClient {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded. A literal body with an unknown field, or
   * with fields and values that exclude or require each other, does not compile. The row type has the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `CreateOutcomeUnknownError`: the request was sent, and whether the report exists is unknown.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  run<const Request extends CatalogReportRequest>(
    adAccountId: string,
    body: CheckedCatalogReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<CatalogReportRow<Request>, CatalogReportRow<Request, true>>>;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only if Pinterest cannot have accepted it,
   * since a second request may make a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
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
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls a report that was created before, in this or another process, until it is ready.
   * @throws `InvalidArgumentError`: the handle is not one of this report; nothing was sent.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws `ReportFailedError`: Pinterest could not make the report. `PollTimeoutError`: it was not ready in time; `resume` with its
   *   `handle` continues.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  resume<Row = CatalogReportRow, ZeroFilledRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<CatalogReportRequest>,
  ): Promise<FinishedReport<Row, ZeroFilledRow>>;
  /**
   * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not
   * stop the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports.
   *
   * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request.
   * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
   *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
   *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = false>(
    requests: CheckedTasks<
      Task,
      ReportTask<CatalogReportRequest>,
      Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedCatalogReport<Body> } : never) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<ReportItem<Task, CatalogReportRow<ValidBody<Task["body"], CatalogReportRequest>, ZeroFill>>, void, undefined>;
}

/** The reports and synchronous calls of this package. */
export interface Client extends Connected {
  /** Ad performance by level, date and column, made in the background and downloaded when it is ready. */
  readonly report: ReportClient;
  /** Report of a template from Ads Manager, made in the background and downloaded when it is ready. */
  readonly templateReport: TemplateReportClient;
  /** Figures for marketing mix models, by targeting, made in the background and downloaded when they are ready. */
  readonly mmmReport: MmmReportClient;
  /** Conversions by brand, category and product, made in the background and downloaded when they are ready; not open to all. */
  readonly conversionProductReport: ConversionProductReportClient;
  /** Results of a catalog's items, made in the background; a second request within a day gets the same file. */
  readonly catalogReport: CatalogReportClient;
  /** The ad accounts that the token's user owns or was given access to, page by page. */
  readonly adAccounts: AdAccountsClient;
  /** Ad performance of a whole account, a synchronous call. */
  readonly adAccountAnalytics: AdAccountAnalyticsClient;
  /** Ad performance of campaigns, a synchronous call. */
  readonly campaignAnalytics: CampaignAnalyticsClient;
  /** Ad performance of ad groups, a synchronous call. */
  readonly adGroupAnalytics: AdGroupAnalyticsClient;
  /** Ad performance of ads, a synchronous call. */
  readonly adAnalytics: AdAnalyticsClient;
  /** Ad performance of product groups, a synchronous call. */
  readonly productGroupAnalytics: ProductGroupAnalyticsClient;
  /** Ad performance of Pins within a campaign, a synchronous call. */
  readonly adPinAnalytics: AdPinAnalyticsClient;
  /** Performance of one Pin, organic and paid; a synchronous call. */
  readonly pinAnalytics: PinAnalyticsClient;
  /** Performance of each of several Pins, organic and paid; a synchronous call. */
  readonly multiPinAnalytics: MultiPinAnalyticsClient;
  /** Performance of all content of a user account; a synchronous call. */
  readonly userAnalytics: UserAnalyticsClient;
  /** The Pins of a user with the highest metrics; a synchronous call. */
  readonly userTopPins: UserTopPinsClient;
  /** The video Pins of a user with the highest metrics; a synchronous call. */
  readonly userTopVideoPins: UserTopVideoPinsClient;
  /** Problems in a catalog's report, counted by kind, page by page. */
  readonly catalogReportStats: CatalogReportStatsClient;
  /** Ad performance of a whole account by targeting, a synchronous call. */
  readonly adAccountTargetingAnalytics: AdAccountTargetingAnalyticsClient;
  /** Ad performance of campaigns by targeting, a synchronous call. */
  readonly campaignTargetingAnalytics: CampaignTargetingAnalyticsClient;
  /** Ad performance of ad groups by targeting, a synchronous call. */
  readonly adGroupTargetingAnalytics: AdGroupTargetingAnalyticsClient;
  /** Ad performance of ads by targeting, a synchronous call. */
  readonly adTargetingAnalytics: AdTargetingAnalyticsClient;
  /** Definitions of the columns of reports, as Pinterest publishes them. */
  readonly deliveryMetrics: DeliveryMetricsClient;
  /**
   * Sends a request that this package has no call for, with the token, the rate limits, the retries and the errors of all calls; POST and
   * PATCH are retried only if they were certainly not processed. `path` begins with `/` and is below the base URL. Resolves to the parsed
   * JSON, with ids as strings, or to null for an empty body; its type is stated by the caller and not checked.
   * @throws `InvalidArgumentError`: an invalid method, path or body; nothing was sent. `TypeError`, `RangeError`: a setting is invalid.
   * @throws `AuthError`, `ApiError`: Pinterest refused the request. `ConnectionError`: no response arrived.
   * @throws `RateLimitError`: the rate limit allows no request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   */
  request<Data = unknown>(method: RequestMethod, path: string, options?: RequestOptions): ResponsePromise<Data>;
  /**
   * A client with other settings, such as `{ maxRetries: 0 }`, that shares the token, the rate limits and the retry budget of this one.
   * @throws `TypeError`, `RangeError`: a setting is invalid.
   */
  withOptions(options: CallSettings): Client;
}

/**
 * Creates a client for one user's token. Sends nothing. Options that are
 * left out, or all of them, come from the environment: `PINTEREST_ACCESS_TOKEN`, or `PINTEREST_REFRESH_TOKEN` with `PINTEREST_APP_ID` and
 * `PINTEREST_APP_SECRET`; `PINTEREST_API_BASE_URL`.
 * @throws `TypeError`, `RangeError`: an option is invalid, or there is no token.
 */
export function createClient(options?: ClientOptions): Client {
  return clientOf(connect(options));
}

function clientOf(connection: Connection): Client {
  const withOptions = (options: CallSettings): Client => clientOf(reconnect(connection, options));
  return shareConnection(connection, {
    report: withSync(connection, flowClient(connection, report)),
    templateReport: flowClient(connection, templateReport),
    mmmReport: flowClient(connection, mmmReport),
    conversionProductReport: flowClient(connection, conversionProductReport),
    catalogReport: flowClient(connection, catalogReport),
    adAccounts: pagedClient(connection, adAccounts),
    adAccountAnalytics: operationClient(connection, adAccountAnalytics),
    campaignAnalytics: operationClient(connection, campaignAnalytics),
    adGroupAnalytics: operationClient(connection, adGroupAnalytics),
    adAnalytics: operationClient(connection, adAnalytics),
    productGroupAnalytics: operationClient(connection, productGroupAnalytics),
    adPinAnalytics: operationClient(connection, adPinAnalytics),
    pinAnalytics: operationClient(connection, pinAnalytics),
    multiPinAnalytics: operationClient(connection, multiPinAnalytics),
    userAnalytics: operationClient(connection, userAnalytics),
    userTopPins: operationClient(connection, userTopPins),
    userTopVideoPins: operationClient(connection, userTopVideoPins),
    catalogReportStats: pagedClient(connection, catalogReportStats),
    adAccountTargetingAnalytics: operationClient(connection, adAccountTargetingAnalytics),
    campaignTargetingAnalytics: operationClient(connection, campaignTargetingAnalytics),
    adGroupTargetingAnalytics: operationClient(connection, adGroupTargetingAnalytics),
    adTargetingAnalytics: operationClient(connection, adTargetingAnalytics),
    deliveryMetrics: operationClient(connection, deliveryMetrics),
    request: apiRequest(connection),
    withOptions,
  });
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
export type { AdAccountsClient } from "./operations/ad-accounts/call.js";
export type {
  AdAccountsRequest,
  AdAccountsResponse,
  AdAccountsResponseItem,
  AdAccountsResponseItemCountry,
  AdAccountsResponseItemCurrency,
  AdAccountsResponseItemOwner,
  AdAccountsResponseItemPermission,
} from "./operations/ad-accounts/types.js";
export type { AdAccountAnalyticsClient, AdAccountAnalyticsRow } from "./operations/ad-account-analytics/call.js";
export type {
  AdAccountAnalyticsClickWindowDays,
  AdAccountAnalyticsColumn,
  AdAccountAnalyticsConversionReportTime,
  AdAccountAnalyticsEngagementWindowDays,
  AdAccountAnalyticsGranularity,
  AdAccountAnalyticsReportingTimezone,
  AdAccountAnalyticsRequest,
  AdAccountAnalyticsResponse,
  AdAccountAnalyticsResponseItem,
  AdAccountAnalyticsViewWindowDays,
} from "./operations/ad-account-analytics/types.js";
export type { CampaignAnalyticsClient, CampaignAnalyticsRow } from "./operations/campaign-analytics/call.js";
export type {
  CampaignAnalyticsClickWindowDays,
  CampaignAnalyticsColumn,
  CampaignAnalyticsConversionReportTime,
  CampaignAnalyticsEngagementWindowDays,
  CampaignAnalyticsGranularity,
  CampaignAnalyticsReportingTimezone,
  CampaignAnalyticsRequest,
  CampaignAnalyticsResponse,
  CampaignAnalyticsResponseItem,
  CampaignAnalyticsViewWindowDays,
} from "./operations/campaign-analytics/types.js";
export type { AdGroupAnalyticsClient, AdGroupAnalyticsRow } from "./operations/ad-group-analytics/call.js";
export type {
  AdGroupAnalyticsClickWindowDays,
  AdGroupAnalyticsColumn,
  AdGroupAnalyticsConversionReportTime,
  AdGroupAnalyticsEngagementWindowDays,
  AdGroupAnalyticsGranularity,
  AdGroupAnalyticsReportingTimezone,
  AdGroupAnalyticsRequest,
  AdGroupAnalyticsResponse,
  AdGroupAnalyticsResponseItem,
  AdGroupAnalyticsViewWindowDays,
} from "./operations/ad-group-analytics/types.js";
export type { CheckedAdAnalytics, StrictAdAnalyticsRequest } from "./operations/ad-analytics/check.js";
export type { AdAnalyticsClient, AdAnalyticsRow } from "./operations/ad-analytics/call.js";
export type {
  AdAnalyticsClickWindowDays,
  AdAnalyticsColumn,
  AdAnalyticsConversionReportTime,
  AdAnalyticsEngagementWindowDays,
  AdAnalyticsGranularity,
  AdAnalyticsReportingTimezone,
  AdAnalyticsRequest,
  AdAnalyticsResponse,
  AdAnalyticsResponseItem,
  AdAnalyticsViewWindowDays,
} from "./operations/ad-analytics/types.js";
export type { ProductGroupAnalyticsClient, ProductGroupAnalyticsRow } from "./operations/product-group-analytics/call.js";
export type {
  ProductGroupAnalyticsClickWindowDays,
  ProductGroupAnalyticsColumn,
  ProductGroupAnalyticsConversionReportTime,
  ProductGroupAnalyticsEngagementWindowDays,
  ProductGroupAnalyticsGranularity,
  ProductGroupAnalyticsReportingTimezone,
  ProductGroupAnalyticsRequest,
  ProductGroupAnalyticsResponse,
  ProductGroupAnalyticsResponseItem,
  ProductGroupAnalyticsViewWindowDays,
} from "./operations/product-group-analytics/types.js";
export type { AdPinAnalyticsClient, AdPinAnalyticsRow } from "./operations/ad-pin-analytics/call.js";
export type {
  AdPinAnalyticsClickWindowDays,
  AdPinAnalyticsColumn,
  AdPinAnalyticsConversionReportTime,
  AdPinAnalyticsEngagementWindowDays,
  AdPinAnalyticsGranularity,
  AdPinAnalyticsRequest,
  AdPinAnalyticsResponse,
  AdPinAnalyticsResponseItem,
  AdPinAnalyticsViewWindowDays,
} from "./operations/ad-pin-analytics/types.js";
export type { PinAnalyticsClient } from "./operations/pin-analytics/call.js";
export type {
  PinAnalyticsAppTypes,
  PinAnalyticsMetricType,
  PinAnalyticsRequest,
  PinAnalyticsResponse,
  PinAnalyticsResponseValue,
  PinAnalyticsResponseValueDailyMetric,
  PinAnalyticsResponseValueDailyMetricDataStatus,
  PinAnalyticsResponseValueDailyMetricMetrics,
  PinAnalyticsResponseValueLifetimeMetrics,
  PinAnalyticsResponseValueSummaryMetrics,
  PinAnalyticsSplitField,
} from "./operations/pin-analytics/types.js";
export type { MultiPinAnalyticsClient } from "./operations/multi-pin-analytics/call.js";
export type {
  MultiPinAnalyticsAppTypes,
  MultiPinAnalyticsMetricType,
  MultiPinAnalyticsRequest,
  MultiPinAnalyticsResponse,
  MultiPinAnalyticsResponseValue,
  MultiPinAnalyticsResponseValueValue,
  MultiPinAnalyticsResponseValueValueDailyMetric,
  MultiPinAnalyticsResponseValueValueDailyMetricDataStatus,
  MultiPinAnalyticsResponseValueValueDailyMetricMetrics,
  MultiPinAnalyticsResponseValueValueLifetimeMetrics,
  MultiPinAnalyticsResponseValueValueSummaryMetrics,
} from "./operations/multi-pin-analytics/types.js";
export type { UserAnalyticsClient } from "./operations/user-analytics/call.js";
export type {
  UserAnalyticsAppTypes,
  UserAnalyticsContentType,
  UserAnalyticsFromClaimedContent,
  UserAnalyticsMetricType,
  UserAnalyticsPinFormat,
  UserAnalyticsRequest,
  UserAnalyticsResponse,
  UserAnalyticsResponseValue,
  UserAnalyticsResponseValueDailyMetric,
  UserAnalyticsResponseValueDailyMetricDataStatus,
  UserAnalyticsResponseValueDailyMetricMetrics,
  UserAnalyticsResponseValueSummaryMetrics,
  UserAnalyticsSource,
  UserAnalyticsSplitField,
} from "./operations/user-analytics/types.js";
export type { UserTopPinsClient } from "./operations/user-top-pins/call.js";
export type {
  UserTopPinsAppTypes,
  UserTopPinsContentType,
  UserTopPinsCreatedInLastNDays,
  UserTopPinsFromClaimedContent,
  UserTopPinsMetricType,
  UserTopPinsPinFormat,
  UserTopPinsRequest,
  UserTopPinsResponse,
  UserTopPinsResponseDateAvailability,
  UserTopPinsResponsePin,
  UserTopPinsResponsePinDataStatus,
  UserTopPinsResponsePinDataStatusValue,
  UserTopPinsResponsePinMetrics,
  UserTopPinsResponseSortBy,
  UserTopPinsSortBy,
  UserTopPinsSource,
} from "./operations/user-top-pins/types.js";
export type { UserTopVideoPinsClient } from "./operations/user-top-video-pins/call.js";
export type {
  UserTopVideoPinsAppTypes,
  UserTopVideoPinsContentType,
  UserTopVideoPinsCreatedInLastNDays,
  UserTopVideoPinsFromClaimedContent,
  UserTopVideoPinsMetricType,
  UserTopVideoPinsPinFormat,
  UserTopVideoPinsRequest,
  UserTopVideoPinsResponse,
  UserTopVideoPinsResponseDateAvailability,
  UserTopVideoPinsResponsePin,
  UserTopVideoPinsResponsePinDataStatus,
  UserTopVideoPinsResponsePinDataStatusValue,
  UserTopVideoPinsResponsePinMetrics,
  UserTopVideoPinsResponseSortBy,
  UserTopVideoPinsSortBy,
  UserTopVideoPinsSource,
} from "./operations/user-top-video-pins/types.js";
export type { CatalogReportStatsClient } from "./operations/catalog-report-stats/call.js";
export type {
  CatalogReportStatsParameters,
  CatalogReportStatsParametersHotel,
  CatalogReportStatsParametersHotelReport,
  CatalogReportStatsParametersHotelReportDistributionIssues,
  CatalogReportStatsParametersHotelReportFeedIngestionIssues,
  CatalogReportStatsParametersRetail,
  CatalogReportStatsParametersRetailReport,
  CatalogReportStatsParametersRetailReportDistributionIssues,
  CatalogReportStatsParametersRetailReportFeedIngestionIssues,
  CatalogReportStatsRequest,
  CatalogReportStatsResponse,
  CatalogReportStatsResponseItem,
  CatalogReportStatsResponseItemDistributionIssues,
  CatalogReportStatsResponseItemFeedIngestionIssues,
  CatalogReportStatsResponseItemFeedIngestionIssuesSeverity,
} from "./operations/catalog-report-stats/types.js";
export type {
  AdAccountTargetingAnalyticsClient,
  AdAccountTargetingAnalyticsRow,
} from "./operations/ad-account-targeting-analytics/call.js";
export type {
  AdAccountTargetingAnalyticsAttributionType,
  AdAccountTargetingAnalyticsClickWindowDays,
  AdAccountTargetingAnalyticsColumn,
  AdAccountTargetingAnalyticsConversionReportTime,
  AdAccountTargetingAnalyticsEngagementWindowDays,
  AdAccountTargetingAnalyticsGranularity,
  AdAccountTargetingAnalyticsReportingTimezone,
  AdAccountTargetingAnalyticsRequest,
  AdAccountTargetingAnalyticsResponse,
  AdAccountTargetingAnalyticsResponseData,
  AdAccountTargetingAnalyticsResponseDataMetrics,
  AdAccountTargetingAnalyticsTargetingType,
  AdAccountTargetingAnalyticsViewWindowDays,
} from "./operations/ad-account-targeting-analytics/types.js";
export type { CampaignTargetingAnalyticsClient, CampaignTargetingAnalyticsRow } from "./operations/campaign-targeting-analytics/call.js";
export type {
  CampaignTargetingAnalyticsAttributionType,
  CampaignTargetingAnalyticsClickWindowDays,
  CampaignTargetingAnalyticsColumn,
  CampaignTargetingAnalyticsConversionReportTime,
  CampaignTargetingAnalyticsEngagementWindowDays,
  CampaignTargetingAnalyticsGranularity,
  CampaignTargetingAnalyticsReportingTimezone,
  CampaignTargetingAnalyticsRequest,
  CampaignTargetingAnalyticsResponse,
  CampaignTargetingAnalyticsResponseData,
  CampaignTargetingAnalyticsResponseDataMetrics,
  CampaignTargetingAnalyticsTargetingType,
  CampaignTargetingAnalyticsViewWindowDays,
} from "./operations/campaign-targeting-analytics/types.js";
export type { AdGroupTargetingAnalyticsClient, AdGroupTargetingAnalyticsRow } from "./operations/ad-group-targeting-analytics/call.js";
export type {
  AdGroupTargetingAnalyticsAttributionType,
  AdGroupTargetingAnalyticsClickWindowDays,
  AdGroupTargetingAnalyticsColumn,
  AdGroupTargetingAnalyticsConversionReportTime,
  AdGroupTargetingAnalyticsEngagementWindowDays,
  AdGroupTargetingAnalyticsGranularity,
  AdGroupTargetingAnalyticsReportingTimezone,
  AdGroupTargetingAnalyticsRequest,
  AdGroupTargetingAnalyticsResponse,
  AdGroupTargetingAnalyticsResponseData,
  AdGroupTargetingAnalyticsResponseDataMetrics,
  AdGroupTargetingAnalyticsTargetingType,
  AdGroupTargetingAnalyticsViewWindowDays,
} from "./operations/ad-group-targeting-analytics/types.js";
export type { AdTargetingAnalyticsClient, AdTargetingAnalyticsRow } from "./operations/ad-targeting-analytics/call.js";
export type {
  AdTargetingAnalyticsAttributionType,
  AdTargetingAnalyticsClickWindowDays,
  AdTargetingAnalyticsColumn,
  AdTargetingAnalyticsConversionReportTime,
  AdTargetingAnalyticsGranularity,
  AdTargetingAnalyticsReportingTimezone,
  AdTargetingAnalyticsRequest,
  AdTargetingAnalyticsResponse,
  AdTargetingAnalyticsResponseData,
  AdTargetingAnalyticsResponseDataMetrics,
  AdTargetingAnalyticsTargetingType,
} from "./operations/ad-targeting-analytics/types.js";
export type { DeliveryMetricsClient } from "./operations/delivery-metrics/call.js";
export type {
  DeliveryMetricsReportType,
  DeliveryMetricsRequest,
  DeliveryMetricsResponse,
  DeliveryMetricsResponseItem,
  DeliveryMetricsResponseItemCategory,
} from "./operations/delivery-metrics/types.js";
export type { AnalyticsColumnValues } from "./operations/values.js";
export {
  ApiError,
  AuthError,
  authorizationUrl,
  ConnectionError,
  createCodeVerifier,
  CreateOutcomeUnknownError,
  DownloadError,
  exchangeCode,
  formatViolation,
  InvalidArgumentError,
  InvalidBodyError,
  journalKey,
  LeaseLostError,
  memoryState,
  microToCurrency,
  openJournal,
  PinterestReportsError,
  PollTimeoutError,
  RateLimitError,
  refreshTokens,
  ReportFailedError,
  RunDeadlineError,
  SharedStateError,
} from "../runtime/support-client.js";
export type {
  AbortOptions,
  AccessCredentials,
  AcquireOptions,
  AttributeValue,
  AuthorizationUrlOptions,
  BodyReader,
  BufferOptions,
  CallOptions,
  CallSettings,
  ClientOptions,
  Clock,
  CodeVerifier,
  Connected,
  CreateOptions,
  Credentials,
  DisplayName,
  DisplayNames,
  DownloadOptions,
  EnvironmentCredentials,
  EventOptions,
  ExchangeCodeOptions,
  Fetch,
  FetchInit,
  FetchResponse,
  ItemStream,
  Journal,
  JournalEntry,
  JournalRequest,
  Lease,
  Logger,
  LogLevel,
  LogOptions,
  OperationClient,
  PagedClient,
  PagePromise,
  PollOptions,
  QuotaUse,
  QuotaWait,
  RateLimit,
  RefreshCredentials,
  RefreshOptions,
  RefreshTokensOptions,
  RequestMethod,
  RequestOptions,
  RequestSettings,
  ResponseHeaders,
  ResponseInfo,
  ResponsePromise,
  ResumeOptions,
  RowsOptions,
  RowStream,
  RunAllOptions,
  RunOptions,
  SharedOptions,
  SharedState,
  Span,
  StoredCredentials,
  StoredTokens,
  SyncBody,
  SyncDays,
  SyncFailure,
  SyncOptions,
  SyncPlan,
  SyncProgress,
  SyncResult,
  SyncTarget,
  Tokens,
  TokenStore,
  Tracer,
  ValidateOptions,
  WaitOptions,
  WithResponse,
} from "../runtime/support-client.js";
export type {
  ApiFailure,
  ClientEvent,
  DownloadFailure,
  ErrorCode,
  FinishedReport,
  PollTimeoutDetails,
  ReadRow,
  ReportEntry,
  ReportHandle,
  ReportItem,
  ReportProgress,
  ReportStatus,
  ReportTask,
  RunDeadlineDetails,
  TaskIterable,
  Violation,
  ViolationParams,
} from "../runtime/support-client.js";
