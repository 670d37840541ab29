// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type ClientOptions,
  type CreateOptions,
  connect,
  type FinishedReport,
  flowClient,
  type OperationClient,
  operationClient,
  type PagedClient,
  pagedClient,
  type ReadOptions,
  type ReportHandle,
  type ReportItem,
  type ReportLook,
  type ReportTask,
  type ResumeOptions,
  type RunAllOptions,
  type RunOptions,
  type Tasks,
} from "../runtime/support-client.js";
import { report } from "./report/flow.js";
import type { CheckedReport } from "./report/check.js";
import type { ReportRow } from "./report/row.js";
import type { ReportRequest } from "./report/types.js";
import { adAccounts } from "./operations/ad-accounts/call.js";
import type { AdAccountsAnswer, AdAccountsAnswerItem, AdAccountsRequest } from "./operations/ad-accounts/types.js";
import { deliveryMetrics } from "./operations/delivery-metrics/call.js";
import type { DeliveryMetricsAnswer, DeliveryMetricsRequest } from "./operations/delivery-metrics/types.js";
import { oauthToken } from "./operations/oauth-token/call.js";

/** Ad performance by level, date and column, made in the background and downloaded when it is ready. */
export interface ReportClient {
  /** Validates, creates and waits; resolves when the file is ready to be read. A literal body that certainly breaks a rule does not compile; the row's type follows from what was asked for. */
  run<const Asked extends ReportRequest>(
    adAccountId: string,
    body: Asked & CheckedReport<Asked>,
    options?: RunOptions,
  ): Promise<FinishedReport<ReportRow<Asked>>>;
  /** Validates and creates. Sent again only when it surely was not accepted: a second request is a second report. */
  create<const Asked extends ReportRequest>(
    adAccountId: string,
    body: Asked & CheckedReport<Asked>,
    options?: CreateOptions,
  ): Promise<ReportHandle>;
  /** Looks once whether the report is ready. */
  poll(handle: ReportHandle, options?: ReadOptions): Promise<ReportLook>;
  /** Waits for a report that was created before, here or in another process. */
  resume<Row = ReportRow>(handle: ReportHandle, options?: ResumeOptions<ReportRequest>): Promise<FinishedReport<Row>>;
  /**
   * Many reports, over any number of accounts, as one stream: rows as they come, then how each request ended. One that fails does not stop
   * the others, and `options.journal` lets a run that died be started again without a report being created twice.
   */
  runAll<const Task extends ReportTask<ReportRequest>>(
    requests: Tasks<Task>,
    options?: RunAllOptions<Task>,
  ): AsyncGenerator<ReportItem<Task, ReportRow<Task["body"]>>, void, undefined>;
}

/** The reports and single calls that this package offers. */
export interface Client {
  readonly report: ReportClient;
  /** The ad accounts that the token's user owns or was given access to, page by page. */
  readonly adAccounts: PagedClient<AdAccountsRequest, AdAccountsAnswer, AdAccountsAnswerItem>;
  /** What the columns of reports mean, in Pinterest's words. */
  readonly deliveryMetrics: OperationClient<DeliveryMetricsRequest, DeliveryMetricsAnswer>;
}

/** A client for one user's token. Throws a TypeError or RangeError for an option that cannot be; sends nothing. */
export function createClient(options: ClientOptions): Client {
  const connection = connect(options, { oauthToken });
  return {
    report: flowClient(connection, report),
    adAccounts: pagedClient(connection, adAccounts),
    deliveryMetrics: operationClient(connection, deliveryMetrics),
  };
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
export type {
  AdAccountsAnswer,
  AdAccountsAnswerItem,
  AdAccountsAnswerItemCountry,
  AdAccountsAnswerItemCurrency,
  AdAccountsAnswerItemOwner,
  AdAccountsAnswerItemPermission,
  AdAccountsRequest,
} from "./operations/ad-accounts/types.js";
export type {
  DeliveryMetricsAnswer,
  DeliveryMetricsAnswerItem,
  DeliveryMetricsAnswerItemCategory,
  DeliveryMetricsReportType,
  DeliveryMetricsRequest,
} from "./operations/delivery-metrics/types.js";
export {
  ApiError,
  AuthError,
  authorizationUrl,
  ConnectionError,
  CreateOutcomeUnknownError,
  DownloadError,
  exchangeCode,
  formatViolation,
  InvalidArgumentError,
  InvalidBodyError,
  microToCurrency,
  PinterestReportsError,
  PollTimeoutError,
  RateLimitError,
  ReportFailedError,
} from "../runtime/support-client.js";
export type {
  AccessCredentials,
  ApiFailure,
  AuthorizationOptions,
  ClientEvent,
  ClientOptions,
  Clock,
  CodeExchange,
  CreateOptions,
  DisplayName,
  DisplayNames,
  DownloadFailure,
  ErrorCode,
  FinishedReport,
  Journal,
  JournalEntry,
  RateLimit,
  ReadOptions,
  RefreshCredentials,
  ReportEntry,
  ReportHandle,
  ReportItem,
  ReportLook,
  ReportProgress,
  ReportTask,
  ResumeOptions,
  RunAllOptions,
  RowsOptions,
  RunOptions,
  SharedOptions,
  Tasks,
  Tokens,
  Tracer,
  ValidateOptions,
  Violation,
  WaitOptions,
  WholeOptions,
} from "../runtime/support-client.js";
