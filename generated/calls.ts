// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Calls grouped by namespace, such as `adAccounts(client)`. Your bundle contains only the namespaces that you import. A client from
 * `createFullClient` contains all calls.
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
  reconnect,
  shareConnection,
} from "../runtime/support-client.js";
import { type ReportClient, reportClient } from "./report/client.js";
import { type TemplateReportClient, templateReportClient } from "./template-report/client.js";
import { type MmmReportClient, mmmReportClient } from "./mmm-report/client.js";
import { type ConversionProductReportClient, conversionProductReportClient } from "./conversion-product-report/client.js";
import { type CatalogReportClient, catalogReportClient } from "./catalog-report/client.js";
import { type AdAccountsCalls, adAccounts } from "./calls/ad-accounts.js";
import { type CampaignsCalls, campaigns } from "./calls/campaigns.js";
import { type AdGroupsCalls, adGroups } from "./calls/ad-groups.js";
import { type AdsCalls, ads } from "./calls/ads.js";
import { type ProductGroupPromotionsCalls, productGroupPromotions } from "./calls/product-group-promotions.js";
import { type PinsCalls, pins } from "./calls/pins.js";
import { type UserAccountCalls, userAccount } from "./calls/user-account.js";
import { type CatalogReportsCalls, catalogReports } from "./calls/catalog-reports.js";
import { type DeliveryMetricsCalls, deliveryMetrics } from "./calls/delivery-metrics.js";
import { type KeywordsCalls, keywords } from "./calls/keywords.js";
import { type TargetingOptionsCalls, targetingOptions } from "./calls/targeting-options.js";

/** All reports, and 24 calls grouped by namespace. */
export interface FullClient extends Connected, ClientMethods<FullClient> {
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
  /** Calls in the namespace `adAccounts`. */
  readonly adAccounts: AdAccountsCalls;
  /** Calls in the namespace `campaigns`. */
  readonly campaigns: CampaignsCalls;
  /** Calls in the namespace `adGroups`. */
  readonly adGroups: AdGroupsCalls;
  /** Calls in the namespace `ads`. */
  readonly ads: AdsCalls;
  /** Calls in the namespace `productGroupPromotions`. */
  readonly productGroupPromotions: ProductGroupPromotionsCalls;
  /** Calls in the namespace `pins`. */
  readonly pins: PinsCalls;
  /** Calls in the namespace `userAccount`. */
  readonly userAccount: UserAccountCalls;
  /** The call `reports/stats`. */
  readonly catalogReports: CatalogReportsCalls;
  /** The call `delivery_metrics/get`. */
  readonly deliveryMetrics: DeliveryMetricsCalls;
  /** The call `keywords/get`. */
  readonly keywords: KeywordsCalls;
  /** The call `targeting_options/get`. */
  readonly targetingOptions: TargetingOptionsCalls;
}

/**
 * Creates a client with all reports and calls. Each namespace of calls is a member, such as `client.adAccounts`. Your bundle then contains
 * all calls. For a smaller bundle, import individual namespaces instead, such as `adAccounts(client)`. Sends nothing. Options that you omit
 * come from the environment, as for `createClient`.
 * @throws `TypeError`, `RangeError`: an option is invalid, or there is no token.
 */
export function createFullClient(options?: ClientOptions | Connection): FullClient {
  return fullClientOf(connect(options));
}

/** Creates the client for a connection. */
function fullClientOf(connection: Connection): FullClient {
  const withOptions = (options: CallSettings): FullClient => fullClientOf(reconnect(connection, options));
  return shareConnection(connection, {
    report: reportClient(connection),
    templateReport: templateReportClient(connection),
    mmmReport: mmmReportClient(connection),
    conversionProductReport: conversionProductReportClient(connection),
    catalogReport: catalogReportClient(connection),
    adAccounts: adAccounts(connection),
    campaigns: campaigns(connection),
    adGroups: adGroups(connection),
    ads: ads(connection),
    productGroupPromotions: productGroupPromotions(connection),
    pins: pins(connection),
    userAccount: userAccount(connection),
    catalogReports: catalogReports(connection),
    deliveryMetrics: deliveryMetrics(connection),
    keywords: keywords(connection),
    targetingOptions: targetingOptions(connection),
    request: apiRequest(connection),
    withOptions,
  });
}

export { type AdAccountsCalls, adAccounts };
export { type CampaignsCalls, campaigns };
export { type AdGroupsCalls, adGroups };
export { type AdsCalls, ads };
export { type ProductGroupPromotionsCalls, productGroupPromotions };
export { type PinsCalls, pins };
export { type UserAccountCalls, userAccount };
export { type CatalogReportsCalls, catalogReports };
export { type DeliveryMetricsCalls, deliveryMetrics };
export { type KeywordsCalls, keywords };
export { type TargetingOptionsCalls, targetingOptions };
export type { CampaignsClient } from "./operations/campaigns/call.js";
export type {
  CampaignsEntityStatus,
  CampaignsOrder,
  CampaignsRequest,
  CampaignsResponse,
  CampaignsResponseItem,
} from "./operations/campaigns/schema.js";
export type { CheckedAdGroups } from "./operations/ad-groups/check.js";
export type { AdGroupsClient } from "./operations/ad-groups/call.js";
export type {
  AdGroupsEntityStatus,
  AdGroupsOrder,
  AdGroupsRequest,
  AdGroupsResponse,
  AdGroupsResponseItem,
  AdGroupsResponseItemBidStrategyType,
  AdGroupsResponseItemConversionLearningModeType,
  AdGroupsResponseItemPromotionApplicationLevel,
} from "./operations/ad-groups/schema.js";
export type { CheckedAds } from "./operations/ads/check.js";
export type { AdsClient } from "./operations/ads/call.js";
export type {
  AdsEntityStatus,
  AdsOrder,
  AdsRequest,
  AdsResponse,
  AdsResponseItem,
  AdsResponseItemRejectedReason,
  AdsResponseItemReviewStatus,
} from "./operations/ads/schema.js";
export type { KeywordsClient } from "./operations/keywords/call.js";
export type { KeywordsRequest, KeywordsResponse, KeywordsResponseItem } from "./operations/keywords/schema.js";
export type { CheckedProductGroups, StrictProductGroupsRequest } from "./operations/product-groups/check.js";
export type { ProductGroupsClient } from "./operations/product-groups/call.js";
export type {
  ProductGroupsEntityStatus,
  ProductGroupsOrder,
  ProductGroupsRequest,
  ProductGroupsResponse,
  ProductGroupsResponseItem,
  ProductGroupsResponseItemCollectionsHeaderType,
  ProductGroupsResponseItemCustomizableCtaType,
  ProductGroupsResponseItemPreferredMediaType,
} from "./operations/product-groups/schema.js";
export type { TargetingOptionsClient } from "./operations/targeting-options/call.js";
export type {
  TargetingOptionsRequest,
  TargetingOptionsResponse,
  TargetingOptionsTargetingType,
} from "./operations/targeting-options/schema.js";
export type * from "./schemas.js";
export type {
  CallOptions,
  CallSettings,
  Connected,
  Connection,
  ItemStream,
  NextPage,
  Page,
  PagePromise,
  PagedClient,
  OperationClient,
  RequestMethod,
  RequestOptions,
  ResponseHeaders,
  ResponseInfo,
  ResponsePromise,
  WithResponse,
} from "../runtime/support-client.js";
