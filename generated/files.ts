// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Reports in JSON or CSV with the token of a small client: their files are streamed, resumed where they broke off, and saved. The functions
 * take a client of the entry `report-client`, so that a bundle has them only if it imports them.
 * @packageDocumentation
 */

import {
  type Connected,
  type CreateOptions,
  type FinishedReport,
  flowFiles,
  type PollOptions,
  type ReportHandle,
  type ReportStatus,
  type ResponsePromise,
  type ResumeOptions,
  type RunOptions,
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

/** Ad performance by level, date and column, made in the background and downloaded when it is ready. Its files are read as they arrive. */
export interface ReportFiles {
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
}

/**
 * The methods of `createClient().report` but `runAll`, with the token, the address and the settings of `client`: that of
 * `createReportClient`, or another one. Sends nothing. With a client that has no rate limits, as that one, requests do not wait for room,
 * and there is no `RateLimitError`.
 * @throws `TypeError`: `client` is no client.
 */
export function reportFiles(client: Connected): ReportFiles {
  return flowFiles(client, report);
}

/** Report of a template from Ads Manager, made in the background and downloaded when it is ready. Its files are read as they arrive. */
export interface TemplateReportFiles {
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
}

/**
 * The methods of `createClient().templateReport` but `runAll`, with the token, the address and the settings of `client`: that of
 * `createTemplateReportClient`, or another one. Sends nothing. With a client that has no rate limits, as that one, requests do not wait for
 * room, and there is no `RateLimitError`.
 * @throws `TypeError`: `client` is no client.
 */
export function templateReportFiles(client: Connected): TemplateReportFiles {
  return flowFiles(client, templateReport);
}

/**
 * Figures for marketing mix models, by targeting, made in the background and downloaded when they are ready. Its files are read as they
 * arrive.
 */
export interface MmmReportFiles {
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
}

/**
 * The methods of `createClient().mmmReport` but `runAll`, with the token, the address and the settings of `client`: that of
 * `createMmmReportClient`, or another one. Sends nothing. With a client that has no rate limits, as that one, requests do not wait for
 * room, and there is no `RateLimitError`.
 * @throws `TypeError`: `client` is no client.
 */
export function mmmReportFiles(client: Connected): MmmReportFiles {
  return flowFiles(client, mmmReport);
}

/**
 * Conversions by brand, category and product, made in the background and downloaded when they are ready; not open to all. Its files are
 * read as they arrive.
 */
export interface ConversionProductReportFiles {
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
}

/**
 * The methods of `createClient().conversionProductReport` but `runAll`, with the token, the address and the settings of `client`: that of
 * `createConversionProductReportClient`, or another one. Sends nothing. With a client that has no rate limits, as that one, requests do not
 * wait for room, and there is no `RateLimitError`.
 * @throws `TypeError`: `client` is no client.
 */
export function conversionProductReportFiles(client: Connected): ConversionProductReportFiles {
  return flowFiles(client, conversionProductReport);
}

/**
 * Results of a catalog's items, made in the background; a second request within a day gets the same file. Its files are read as they
 * arrive.
 */
export interface CatalogReportFiles {
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
}

/**
 * The methods of `createClient().catalogReport` but `runAll`, with the token, the address and the settings of `client`: that of
 * `createCatalogReportClient`, or another one. Sends nothing. With a client that has no rate limits, as that one, requests do not wait for
 * room, and there is no `RateLimitError`.
 * @throws `TypeError`: `client` is no client.
 */
export function catalogReportFiles(client: Connected): CatalogReportFiles {
  return flowFiles(client, catalogReport);
}

export { RateLimitError } from "../runtime/support-client.js";
export type {
  BufferOptions,
  Connected,
  DisplayName,
  DisplayNames,
  DownloadOptions,
  FinishedReport,
  ReportEntry,
  RowsOptions,
} from "../runtime/support-client.js";
