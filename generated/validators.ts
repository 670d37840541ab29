// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Validators for requests, as functions and as Standard Schema: all limits and rules, without network code.
 * @packageDocumentation
 */

export { type ReportRequest, reportSchema, validateReport } from "./report/schema.js";
export { type TemplateReportRequest, templateReportSchema, validateTemplateReport } from "./template-report/schema.js";
export { type MmmReportRequest, mmmReportSchema, validateMmmReport } from "./mmm-report/schema.js";
export type { ConversionProductReportRequest } from "./conversion-product-report/schema.js";
export { conversionProductReportSchema, validateConversionProductReport } from "./conversion-product-report/schema.js";
export { type CatalogReportRequest, catalogReportSchema, validateCatalogReport } from "./catalog-report/schema.js";
export { type AdAccountsRequest, adAccountsSchema, validateAdAccounts } from "./operations/ad-accounts/schema.js";
export type { AdAccountAnalyticsRequest } from "./operations/ad-account-analytics/schema.js";
export { adAccountAnalyticsSchema, validateAdAccountAnalytics } from "./operations/ad-account-analytics/schema.js";
export type { CampaignAnalyticsRequest } from "./operations/campaign-analytics/schema.js";
export { campaignAnalyticsSchema, validateCampaignAnalytics } from "./operations/campaign-analytics/schema.js";
export { type AdGroupAnalyticsRequest, adGroupAnalyticsSchema, validateAdGroupAnalytics } from "./operations/ad-group-analytics/schema.js";
export { type AdAnalyticsRequest, adAnalyticsSchema, validateAdAnalytics } from "./operations/ad-analytics/schema.js";
export type { ProductGroupAnalyticsRequest } from "./operations/product-group-analytics/schema.js";
export { productGroupAnalyticsSchema, validateProductGroupAnalytics } from "./operations/product-group-analytics/schema.js";
export { type AdPinAnalyticsRequest, adPinAnalyticsSchema, validateAdPinAnalytics } from "./operations/ad-pin-analytics/schema.js";
export { type PinAnalyticsRequest, pinAnalyticsSchema, validatePinAnalytics } from "./operations/pin-analytics/schema.js";
export type { MultiPinAnalyticsRequest } from "./operations/multi-pin-analytics/schema.js";
export { multiPinAnalyticsSchema, validateMultiPinAnalytics } from "./operations/multi-pin-analytics/schema.js";
export { type UserAnalyticsRequest, userAnalyticsSchema, validateUserAnalytics } from "./operations/user-analytics/schema.js";
export { type UserTopPinsRequest, userTopPinsSchema, validateUserTopPins } from "./operations/user-top-pins/schema.js";
export { type UserTopVideoPinsRequest, userTopVideoPinsSchema, validateUserTopVideoPins } from "./operations/user-top-video-pins/schema.js";
export type { CatalogReportStatsRequest } from "./operations/catalog-report-stats/schema.js";
export { catalogReportStatsSchema, validateCatalogReportStats } from "./operations/catalog-report-stats/schema.js";
export type { AdAccountTargetingAnalyticsRequest } from "./operations/ad-account-targeting-analytics/schema.js";
export {
  adAccountTargetingAnalyticsSchema,
  validateAdAccountTargetingAnalytics,
} from "./operations/ad-account-targeting-analytics/schema.js";
export type { CampaignTargetingAnalyticsRequest } from "./operations/campaign-targeting-analytics/schema.js";
export { campaignTargetingAnalyticsSchema, validateCampaignTargetingAnalytics } from "./operations/campaign-targeting-analytics/schema.js";
export type { AdGroupTargetingAnalyticsRequest } from "./operations/ad-group-targeting-analytics/schema.js";
export { adGroupTargetingAnalyticsSchema, validateAdGroupTargetingAnalytics } from "./operations/ad-group-targeting-analytics/schema.js";
export type { AdTargetingAnalyticsRequest } from "./operations/ad-targeting-analytics/schema.js";
export { adTargetingAnalyticsSchema, validateAdTargetingAnalytics } from "./operations/ad-targeting-analytics/schema.js";
export { type DeliveryMetricsRequest, deliveryMetricsSchema, validateDeliveryMetrics } from "./operations/delivery-metrics/schema.js";
export { type OauthTokenRequest, type OauthTokenResponse, oauthTokenSchema, validateOauthToken } from "./operations/oauth-token/schema.js";
export { type CampaignsRequest, campaignsSchema, validateCampaigns } from "./operations/campaigns/schema.js";
export { type AdGroupsRequest, adGroupsSchema, validateAdGroups } from "./operations/ad-groups/schema.js";
export { type AdsRequest, adsSchema, validateAds } from "./operations/ads/schema.js";
export { type KeywordsRequest, keywordsSchema, validateKeywords } from "./operations/keywords/schema.js";
export { type ProductGroupsRequest, productGroupsSchema, validateProductGroups } from "./operations/product-groups/schema.js";
export { type TargetingOptionsRequest, targetingOptionsSchema, validateTargetingOptions } from "./operations/targeting-options/schema.js";
export {
  formatViolation,
  type SchemaOptions,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
  type ValidateOptions,
  type Violation,
  type ViolationParams,
} from "../runtime/support-data.js";
