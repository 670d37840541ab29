// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Many reports with the token of a small client: `runAll` and its journal, without CSV. The functions take a client of the entry
 * `report-client`, so that a bundle has them only if it imports them.
 * @packageDocumentation
 */

import {
  type CheckedTasks,
  type Connected,
  jsonRunAll,
  type ReportItem,
  type ReportTask,
  type RunAllOptions,
  type ValidBody,
} from "../runtime/support-client.js";
import type { CheckedReport } from "./report/check.js";
import { report } from "./report/flow.js";
import type { ReportRow } from "./report/row.js";
import type { ReportRequest } from "./report/types.js";
import type { CheckedTemplateReport } from "./template-report/check.js";
import { templateReport } from "./template-report/flow.js";
import type { TemplateReportRow } from "./template-report/row.js";
import type { TemplateReportRequest } from "./template-report/types.js";
import type { CheckedMmmReport } from "./mmm-report/check.js";
import { mmmReport } from "./mmm-report/flow.js";
import type { MmmReportRow } from "./mmm-report/row.js";
import type { MmmReportRequest } from "./mmm-report/types.js";
import type { CheckedConversionProductReport } from "./conversion-product-report/check.js";
import { conversionProductReport } from "./conversion-product-report/flow.js";
import type { ConversionProductReportRow } from "./conversion-product-report/row.js";
import type { ConversionProductReportRequest } from "./conversion-product-report/types.js";
import type { CheckedCatalogReport } from "./catalog-report/check.js";
import { catalogReport } from "./catalog-report/flow.js";
import type { CatalogReportRow } from "./catalog-report/row.js";
import type { CatalogReportRequest } from "./catalog-report/types.js";

/**
 * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not stop
 * the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports, also one of
 * `createClient`. `client` is that of `createReportClient`, or another one whose token is to be used.
 *
 * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request, and so
 * does a body that asks for CSV. Requests wait for room within the rate limits. Each file is held in memory while its rows are read.
 * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
 *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
 *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
 * @throws The reason of `options.signal`, unchanged, if it aborts.
 */
export function runAllReports<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = false>(
  client: Connected,
  requests: CheckedTasks<
    Task,
    ReportTask<ReportRequest>,
    Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedReport<Body> } : never) : never
  >,
  options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
): AsyncGenerator<ReportItem<Task, ReportRow<ValidBody<Task["body"], ReportRequest>, ZeroFill>>, void, undefined> {
  return jsonRunAll(client, report, requests, options);
}

/**
 * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not stop
 * the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports, also one of
 * `createClient`. `client` is that of `createTemplateReportClient`, or another one whose token is to be used.
 *
 * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request, and so
 * does a body that asks for CSV. Requests wait for room within the rate limits. Each file is held in memory while its rows are read.
 * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
 *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
 *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
 * @throws The reason of `options.signal`, unchanged, if it aborts.
 */
export function runAllTemplateReports<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = false>(
  client: Connected,
  requests: CheckedTasks<
    Task,
    ReportTask<TemplateReportRequest>,
    Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedTemplateReport<Body> } : never) : never
  >,
  options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
): AsyncGenerator<ReportItem<Task, TemplateReportRow<ValidBody<Task["body"], TemplateReportRequest>, ZeroFill>>, void, undefined> {
  return jsonRunAll(client, templateReport, requests, options);
}

/**
 * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not stop
 * the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports, also one of
 * `createClient`. `client` is that of `createMmmReportClient`, or another one whose token is to be used.
 *
 * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request, and so
 * does a body that asks for CSV. Requests wait for room within the rate limits. Each file is held in memory while its rows are read.
 * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
 *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
 *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
 * @throws The reason of `options.signal`, unchanged, if it aborts.
 */
export function runAllMmmReports<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = false>(
  client: Connected,
  requests: CheckedTasks<
    Task,
    ReportTask<MmmReportRequest>,
    Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedMmmReport<Body> } : never) : never
  >,
  options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
): AsyncGenerator<ReportItem<Task, MmmReportRow<ValidBody<Task["body"], MmmReportRequest>, ZeroFill>>, void, undefined> {
  return jsonRunAll(client, mmmReport, requests, options);
}

/**
 * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not stop
 * the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports, also one of
 * `createClient`. `client` is that of `createConversionProductReportClient`, or another one whose token is to be used.
 *
 * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request, and so
 * does a body that asks for CSV. Requests wait for room within the rate limits. Each file is held in memory while its rows are read.
 * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
 *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
 *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
 * @throws The reason of `options.signal`, unchanged, if it aborts.
 */
export function runAllConversionProductReports<
  const Task extends { readonly body: unknown },
  ZeroFill extends boolean | readonly string[] = false
>(
  client: Connected,
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
> {
  return jsonRunAll(client, conversionProductReport, requests, options);
}

/**
 * Runs many reports, of any number of accounts, as one stream: the rows of each request, then how it ended. A failed request does not stop
 * the others. With `options.journal`, a run that was interrupted can be started again without duplicate reports, also one of
 * `createClient`. `client` is that of `createCatalogReportClient`, or another one whose token is to be used.
 *
 * Nothing is sent before the first item is read. An error that `run` or `rows` would throw becomes the `failed` item of its request, and so
 * does a body that asks for CSV. Requests wait for room within the rate limits. Each file is held in memory while its rows are read.
 * @throws `InvalidBodyError`: all bodies of a list are invalid, or one that several requests share, or that of an iterable's first
 *   request; nothing was sent. Errors of reading the requests or writing the journal. `InvalidArgumentError`: the file is not a journal.
 *   `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
 * @throws The reason of `options.signal`, unchanged, if it aborts.
 */
export function runAllCatalogReports<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = false>(
  client: Connected,
  requests: CheckedTasks<
    Task,
    ReportTask<CatalogReportRequest>,
    Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedCatalogReport<Body> } : never) : never
  >,
  options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
): AsyncGenerator<ReportItem<Task, CatalogReportRow<ValidBody<Task["body"], CatalogReportRequest>, ZeroFill>>, void, undefined> {
  return jsonRunAll(client, catalogReport, requests, options);
}

export {
  CreateOutcomeUnknownError,
  RateLimitError,
  RunDeadlineError,
} from "../runtime/support-client.js";
export type {
  Connected,
  Journal,
  JournalEntry,
  ReportItem,
  ReportProgress,
  ReportTask,
  RunAllOptions,
  RunDeadlineDetails,
  TaskIterable,
} from "../runtime/support-client.js";
