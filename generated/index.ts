// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * A client that creates and reads Pinterest's reports, and makes synchronous calls. Exports `createClient`, the types of requests and rows,
 * and the errors.
 * @packageDocumentation
 */

import {
  apiRequest,
  type CallSettings,
  type ClientMethods,
  type ClientOptions,
  type Connected,
  type Connection,
  connect,
  operationClient,
  pagedClient,
  reconnect,
  shareConnection,
} from "../runtime/support-client.js";
import { type ReportClient, reportClient } from "./report/client.js";
import { type TemplateReportClient, templateReportClient } from "./template-report/client.js";
import { type MmmReportClient, mmmReportClient } from "./mmm-report/client.js";
import { type ConversionProductReportClient, conversionProductReportClient } from "./conversion-product-report/client.js";
import { type CatalogReportClient, catalogReportClient } from "./catalog-report/client.js";
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

/** The reports and synchronous calls of this package. */
export interface Client extends Connected, ClientMethods<Client> {
  /** Ad performance by level, date and column. Generated in the background and downloaded when ready. */
  readonly report: ReportClient;
  /** Report based on an Ads Manager template. Generated in the background and downloaded when ready. */
  readonly templateReport: TemplateReportClient;
  /** Data for marketing mix models, by targeting. Generated in the background and downloaded when ready. */
  readonly mmmReport: MmmReportClient;
  /** Conversions by brand, category and product. Generated in the background and downloaded when ready; not open to all accounts. */
  readonly conversionProductReport: ConversionProductReportClient;
  /** Results for a catalog's items. Generated in the background; a second request within a day returns the same file. */
  readonly catalogReport: CatalogReportClient;
  /** Ad accounts that the token's user owns or can access, page by page. */
  readonly adAccounts: AdAccountsClient;
  /** Ad performance of a whole account, returned synchronously. */
  readonly adAccountAnalytics: AdAccountAnalyticsClient;
  /** Ad performance of campaigns, returned synchronously. */
  readonly campaignAnalytics: CampaignAnalyticsClient;
  /** Ad performance of ad groups, returned synchronously. */
  readonly adGroupAnalytics: AdGroupAnalyticsClient;
  /** Ad performance of ads, returned synchronously. */
  readonly adAnalytics: AdAnalyticsClient;
  /** Ad performance of product groups, returned synchronously. */
  readonly productGroupAnalytics: ProductGroupAnalyticsClient;
  /** Ad performance of Pins within a campaign, returned synchronously. */
  readonly adPinAnalytics: AdPinAnalyticsClient;
  /** Organic and paid performance of one Pin, returned synchronously. */
  readonly pinAnalytics: PinAnalyticsClient;
  /** Organic and paid performance of several Pins, returned synchronously. */
  readonly multiPinAnalytics: MultiPinAnalyticsClient;
  /** Performance of all content of a user account, returned synchronously. */
  readonly userAnalytics: UserAnalyticsClient;
  /** A user's top Pins by one metric, returned synchronously. */
  readonly userTopPins: UserTopPinsClient;
  /** A user's top video Pins by one metric, returned synchronously. */
  readonly userTopVideoPins: UserTopVideoPinsClient;
  /** Number of problems of each kind in a catalog's report, page by page. */
  readonly catalogReportStats: CatalogReportStatsClient;
  /** Ad performance of a whole account by targeting, returned synchronously. */
  readonly adAccountTargetingAnalytics: AdAccountTargetingAnalyticsClient;
  /** Ad performance of campaigns by targeting, returned synchronously. */
  readonly campaignTargetingAnalytics: CampaignTargetingAnalyticsClient;
  /** Ad performance of ad groups by targeting, returned synchronously. */
  readonly adGroupTargetingAnalytics: AdGroupTargetingAnalyticsClient;
  /** Ad performance of ads by targeting, returned synchronously. */
  readonly adTargetingAnalytics: AdTargetingAnalyticsClient;
  /** Definitions of report columns, as published by Pinterest. */
  readonly deliveryMetrics: DeliveryMetricsClient;
}

/**
 * Creates a client for one user's token. Sends nothing. Options that you
 * omit come from the environment: `PINTEREST_API_BASE_URL`, and either `PINTEREST_ACCESS_TOKEN` or `PINTEREST_REFRESH_TOKEN` with
 * `PINTEREST_APP_ID` and `PINTEREST_APP_SECRET`.
 * @throws `TypeError`, `RangeError`: an option is invalid, or there is no token.
 * @example
 * ```ts
 * const client = createClient({ accessToken: process.env.ADS_TOKEN });
 * for await (const account of client.adAccounts()) console.log(account.id, account.name);
 * ```
 */
export function createClient(options?: ClientOptions): Client {
  return clientOf(connect(options));
}

/** Creates the client for a connection. */
function clientOf(connection: Connection): Client {
  const withOptions = (options: CallSettings): Client => clientOf(reconnect(connection, options));
  return shareConnection(connection, {
    report: reportClient(connection),
    templateReport: templateReportClient(connection),
    mmmReport: mmmReportClient(connection),
    conversionProductReport: conversionProductReportClient(connection),
    catalogReport: catalogReportClient(connection),
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
export type { ReportClient } from "./report/client.js";
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
} from "./report/schema.js";
export type { CheckedTemplateReport } from "./template-report/check.js";
export type { TemplateReportClient } from "./template-report/client.js";
export type { TemplateReportRow } from "./template-report/row.js";
export type { TemplateReportGranularity, TemplateReportRequest } from "./template-report/schema.js";
export type { CheckedMmmReport } from "./mmm-report/check.js";
export type { MmmReportClient } from "./mmm-report/client.js";
export type { MmmReportRow, MmmReportColumnValues } from "./mmm-report/row.js";
export type {
  MmmReportColumn,
  MmmReportCountry,
  MmmReportGranularity,
  MmmReportLevel,
  MmmReportRequest,
  MmmReportTargetingType,
} from "./mmm-report/schema.js";
export type { CheckedConversionProductReport, StrictConversionProductReportRequest } from "./conversion-product-report/check.js";
export type { ConversionProductReportClient } from "./conversion-product-report/client.js";
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
} from "./conversion-product-report/schema.js";
export type { CheckedCatalogReport } from "./catalog-report/check.js";
export type { CatalogReportClient } from "./catalog-report/client.js";
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
} from "./catalog-report/schema.js";
export type { AdAccountsClient } from "./operations/ad-accounts/call.js";
export type { AdAccountsRequest, AdAccountsResponse } from "./operations/ad-accounts/schema.js";
export type { AdAccountAnalyticsClient, AdAccountAnalyticsRow } from "./operations/ad-account-analytics/call.js";
export type {
  AdAccountAnalyticsClickWindowDays,
  AdAccountAnalyticsConversionReportTime,
  AdAccountAnalyticsEngagementWindowDays,
  AdAccountAnalyticsRequest,
  AdAccountAnalyticsResponse,
  AdAccountAnalyticsViewWindowDays,
} from "./operations/ad-account-analytics/schema.js";
export type { CampaignAnalyticsClient, CampaignAnalyticsRow } from "./operations/campaign-analytics/call.js";
export type {
  CampaignAnalyticsClickWindowDays,
  CampaignAnalyticsConversionReportTime,
  CampaignAnalyticsEngagementWindowDays,
  CampaignAnalyticsRequest,
  CampaignAnalyticsResponse,
  CampaignAnalyticsViewWindowDays,
} from "./operations/campaign-analytics/schema.js";
export type { AdGroupAnalyticsClient, AdGroupAnalyticsRow } from "./operations/ad-group-analytics/call.js";
export type {
  AdGroupAnalyticsClickWindowDays,
  AdGroupAnalyticsConversionReportTime,
  AdGroupAnalyticsEngagementWindowDays,
  AdGroupAnalyticsRequest,
  AdGroupAnalyticsResponse,
  AdGroupAnalyticsViewWindowDays,
} from "./operations/ad-group-analytics/schema.js";
export type { CheckedAdAnalytics, StrictAdAnalyticsRequest } from "./operations/ad-analytics/check.js";
export type { AdAnalyticsClient, AdAnalyticsRow } from "./operations/ad-analytics/call.js";
export type {
  AdAnalyticsClickWindowDays,
  AdAnalyticsConversionReportTime,
  AdAnalyticsEngagementWindowDays,
  AdAnalyticsRequest,
  AdAnalyticsResponse,
  AdAnalyticsViewWindowDays,
} from "./operations/ad-analytics/schema.js";
export type { ProductGroupAnalyticsClient, ProductGroupAnalyticsRow } from "./operations/product-group-analytics/call.js";
export type {
  ProductGroupAnalyticsClickWindowDays,
  ProductGroupAnalyticsConversionReportTime,
  ProductGroupAnalyticsEngagementWindowDays,
  ProductGroupAnalyticsRequest,
  ProductGroupAnalyticsResponse,
  ProductGroupAnalyticsViewWindowDays,
} from "./operations/product-group-analytics/schema.js";
export type { AdPinAnalyticsClient, AdPinAnalyticsRow } from "./operations/ad-pin-analytics/call.js";
export type {
  AdPinAnalyticsClickWindowDays,
  AdPinAnalyticsConversionReportTime,
  AdPinAnalyticsEngagementWindowDays,
  AdPinAnalyticsRequest,
  AdPinAnalyticsResponse,
  AdPinAnalyticsViewWindowDays,
} from "./operations/ad-pin-analytics/schema.js";
export type { PinAnalyticsClient } from "./operations/pin-analytics/call.js";
export type {
  PinAnalyticsAppTypes,
  PinAnalyticsRequest,
  PinAnalyticsResponse,
  PinAnalyticsSplitField,
} from "./operations/pin-analytics/schema.js";
export type { MultiPinAnalyticsClient } from "./operations/multi-pin-analytics/call.js";
export type {
  MultiPinAnalyticsAppTypes,
  MultiPinAnalyticsRequest,
  MultiPinAnalyticsResponse,
} from "./operations/multi-pin-analytics/schema.js";
export type { UserAnalyticsClient } from "./operations/user-analytics/call.js";
export type {
  UserAnalyticsAppTypes,
  UserAnalyticsContentType,
  UserAnalyticsFromClaimedContent,
  UserAnalyticsPinFormat,
  UserAnalyticsRequest,
  UserAnalyticsResponse,
  UserAnalyticsSource,
  UserAnalyticsSplitField,
} from "./operations/user-analytics/schema.js";
export type { UserTopPinsClient } from "./operations/user-top-pins/call.js";
export type {
  UserTopPinsAppTypes,
  UserTopPinsContentType,
  UserTopPinsCreatedInLastNDays,
  UserTopPinsFromClaimedContent,
  UserTopPinsPinFormat,
  UserTopPinsRequest,
  UserTopPinsResponse,
  UserTopPinsSource,
} from "./operations/user-top-pins/schema.js";
export type { UserTopVideoPinsClient } from "./operations/user-top-video-pins/call.js";
export type {
  UserTopVideoPinsAppTypes,
  UserTopVideoPinsContentType,
  UserTopVideoPinsCreatedInLastNDays,
  UserTopVideoPinsFromClaimedContent,
  UserTopVideoPinsPinFormat,
  UserTopVideoPinsRequest,
  UserTopVideoPinsResponse,
  UserTopVideoPinsSource,
} from "./operations/user-top-video-pins/schema.js";
export type { CatalogReportStatsClient } from "./operations/catalog-report-stats/call.js";
export type { CatalogReportStatsRequest, CatalogReportStatsResponse } from "./operations/catalog-report-stats/schema.js";
export type {
  AdAccountTargetingAnalyticsClient,
  AdAccountTargetingAnalyticsRow,
} from "./operations/ad-account-targeting-analytics/call.js";
export type {
  AdAccountTargetingAnalyticsClickWindowDays,
  AdAccountTargetingAnalyticsConversionReportTime,
  AdAccountTargetingAnalyticsEngagementWindowDays,
  AdAccountTargetingAnalyticsRequest,
  AdAccountTargetingAnalyticsResponse,
  AdAccountTargetingAnalyticsViewWindowDays,
} from "./operations/ad-account-targeting-analytics/schema.js";
export type { CampaignTargetingAnalyticsClient, CampaignTargetingAnalyticsRow } from "./operations/campaign-targeting-analytics/call.js";
export type {
  CampaignTargetingAnalyticsClickWindowDays,
  CampaignTargetingAnalyticsConversionReportTime,
  CampaignTargetingAnalyticsEngagementWindowDays,
  CampaignTargetingAnalyticsRequest,
  CampaignTargetingAnalyticsResponse,
  CampaignTargetingAnalyticsViewWindowDays,
} from "./operations/campaign-targeting-analytics/schema.js";
export type { AdGroupTargetingAnalyticsClient, AdGroupTargetingAnalyticsRow } from "./operations/ad-group-targeting-analytics/call.js";
export type {
  AdGroupTargetingAnalyticsClickWindowDays,
  AdGroupTargetingAnalyticsConversionReportTime,
  AdGroupTargetingAnalyticsEngagementWindowDays,
  AdGroupTargetingAnalyticsRequest,
  AdGroupTargetingAnalyticsResponse,
  AdGroupTargetingAnalyticsViewWindowDays,
} from "./operations/ad-group-targeting-analytics/schema.js";
export type { AdTargetingAnalyticsClient, AdTargetingAnalyticsRow } from "./operations/ad-targeting-analytics/call.js";
export type { AdTargetingAnalyticsRequest, AdTargetingAnalyticsResponse } from "./operations/ad-targeting-analytics/schema.js";
export type { DeliveryMetricsClient } from "./operations/delivery-metrics/call.js";
export type { DeliveryMetricsRequest, DeliveryMetricsResponse } from "./operations/delivery-metrics/schema.js";
export type * from "./schemas.js";
export type { AnalyticsColumnValues } from "./operations/values.js";
export {
  // Errors
  ApiError, AuthError, ConnectionError, CreateOutcomeUnknownError, DownloadError,
  InvalidArgumentError, InvalidBodyError, LeaseLostError, NotFoundError, PermissionDeniedError,
  PinterestReportsError, PollTimeoutError, RateLimitError, ReportFailedError, RunDeadlineError, SharedStateError,
  // Login
  authorizationUrl, createCodeVerifier, exchangeCode, refreshTokens,
  // Others
  formatViolation, journalKey, memoryState, microToCurrency, openJournal,
} from "../runtime/support-client.js";
export type {
  // Clients
  ClientMethods, ClientOptions, Clock, Connected, RateLimit, ReportMethods, SharedOptions,
  // Credentials
  AccessCredentials, AuthorizationUrlOptions, CodeVerifier, Credentials, EnvironmentCredentials,
  ExchangeCodeOptions, RefreshCredentials, RefreshOptions, RefreshTokensOptions,
  StoredCredentials, StoredTokens, Tokens, TokenStore,
  // Calls
  AbortOptions, CallOptions, CallSettings, NextPage, OperationClient, Page, PagedClient, PagePromise,
  RequestMethod, RequestOptions, RequestSettings, ResponseHeaders, ResponseInfo,
  ResponsePromise, ValidateOptions, Violation, ViolationParams, WithResponse,
  // Reports
  CreateOptions, EventOptions, FinishedReport, PollOptions, ReportHandle, ReportStatus,
  ResumeOptions, RunOptions, WaitOptions,
  // Rows and files
  BufferOptions, DisplayName, DisplayNames, DownloadOptions, ItemStream, ReadRow, ReportEntry,
  RowsOptions, RowStream, ToArrayOptions,
  // Many reports
  Journal, JournalEntry, JournalRequest, ReportItem, ReportProgress, ReportTask, RunAllOptions,
  TaskIterable,
  SyncBody, SyncDays, SyncFailure, SyncOptions, SyncPlan, SyncProgress, SyncResult, SyncTarget,
  // State that workers share
  AcquireOptions, Lease, QuotaPlace, QuotaUse, QuotaWait, SharedState, TakeOptions,
  // `fetch`
  BodyReader, Fetch, FetchInit, FetchOptions, FetchResponse,
  // Events, logs, traces and metrics
  Attributes, AttributeValue, ClientEvent, InstrumentOptions, Logger, LogLevel, LogOptions, Meter,
  Span, SpanContext, Tracer,
  // Errors
  ApiFailure, DownloadFailure, ErrorCode, PollTimeoutDetails, RateLimitRoom, RunDeadlineDetails,
} from "../runtime/support-client.js";
