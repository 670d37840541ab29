// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Validators for requests, as functions and as Standard Schema: all limits and rules, without network code.
 * @packageDocumentation
 */

export type { ReportRequest } from "./report/types.js";
export { reportSchema, validateReport } from "./report/validate.js";
export type { TemplateReportRequest } from "./template-report/types.js";
export { templateReportSchema, validateTemplateReport } from "./template-report/validate.js";
export type { MmmReportRequest } from "./mmm-report/types.js";
export { mmmReportSchema, validateMmmReport } from "./mmm-report/validate.js";
export type { ConversionProductReportRequest } from "./conversion-product-report/types.js";
export { conversionProductReportSchema, validateConversionProductReport } from "./conversion-product-report/validate.js";
export type { CatalogReportRequest } from "./catalog-report/types.js";
export { catalogReportSchema, validateCatalogReport } from "./catalog-report/validate.js";
export type { AdAccountsRequest } from "./operations/ad-accounts/types.js";
export { adAccountsSchema, validateAdAccounts } from "./operations/ad-accounts/validate.js";
export type { AdAccountAnalyticsRequest } from "./operations/ad-account-analytics/types.js";
export { adAccountAnalyticsSchema, validateAdAccountAnalytics } from "./operations/ad-account-analytics/validate.js";
export type { CampaignAnalyticsRequest } from "./operations/campaign-analytics/types.js";
export { campaignAnalyticsSchema, validateCampaignAnalytics } from "./operations/campaign-analytics/validate.js";
export type { AdGroupAnalyticsRequest } from "./operations/ad-group-analytics/types.js";
export { adGroupAnalyticsSchema, validateAdGroupAnalytics } from "./operations/ad-group-analytics/validate.js";
export type { AdAnalyticsRequest } from "./operations/ad-analytics/types.js";
export { adAnalyticsSchema, validateAdAnalytics } from "./operations/ad-analytics/validate.js";
export type { ProductGroupAnalyticsRequest } from "./operations/product-group-analytics/types.js";
export { productGroupAnalyticsSchema, validateProductGroupAnalytics } from "./operations/product-group-analytics/validate.js";
export type { AdPinAnalyticsRequest } from "./operations/ad-pin-analytics/types.js";
export { adPinAnalyticsSchema, validateAdPinAnalytics } from "./operations/ad-pin-analytics/validate.js";
export type { PinAnalyticsRequest } from "./operations/pin-analytics/types.js";
export { pinAnalyticsSchema, validatePinAnalytics } from "./operations/pin-analytics/validate.js";
export type { MultiPinAnalyticsRequest } from "./operations/multi-pin-analytics/types.js";
export { multiPinAnalyticsSchema, validateMultiPinAnalytics } from "./operations/multi-pin-analytics/validate.js";
export type { UserAnalyticsRequest } from "./operations/user-analytics/types.js";
export { userAnalyticsSchema, validateUserAnalytics } from "./operations/user-analytics/validate.js";
export type { UserTopPinsRequest } from "./operations/user-top-pins/types.js";
export { userTopPinsSchema, validateUserTopPins } from "./operations/user-top-pins/validate.js";
export type { UserTopVideoPinsRequest } from "./operations/user-top-video-pins/types.js";
export { userTopVideoPinsSchema, validateUserTopVideoPins } from "./operations/user-top-video-pins/validate.js";
export type { CatalogReportStatsRequest } from "./operations/catalog-report-stats/types.js";
export { catalogReportStatsSchema, validateCatalogReportStats } from "./operations/catalog-report-stats/validate.js";
export type { AdAccountTargetingAnalyticsRequest } from "./operations/ad-account-targeting-analytics/types.js";
export {
  adAccountTargetingAnalyticsSchema,
  validateAdAccountTargetingAnalytics,
} from "./operations/ad-account-targeting-analytics/validate.js";
export type { CampaignTargetingAnalyticsRequest } from "./operations/campaign-targeting-analytics/types.js";
export {
  campaignTargetingAnalyticsSchema,
  validateCampaignTargetingAnalytics,
} from "./operations/campaign-targeting-analytics/validate.js";
export type { AdGroupTargetingAnalyticsRequest } from "./operations/ad-group-targeting-analytics/types.js";
export { adGroupTargetingAnalyticsSchema, validateAdGroupTargetingAnalytics } from "./operations/ad-group-targeting-analytics/validate.js";
export type { AdTargetingAnalyticsRequest } from "./operations/ad-targeting-analytics/types.js";
export { adTargetingAnalyticsSchema, validateAdTargetingAnalytics } from "./operations/ad-targeting-analytics/validate.js";
export type { DeliveryMetricsRequest } from "./operations/delivery-metrics/types.js";
export { deliveryMetricsSchema, validateDeliveryMetrics } from "./operations/delivery-metrics/validate.js";
export type * from "./operations/oauth-token/types.js";
export { oauthTokenSchema, validateOauthToken } from "./operations/oauth-token/validate.js";
export type { CampaignsRequest } from "./operations/campaigns/types.js";
export { campaignsSchema, validateCampaigns } from "./operations/campaigns/validate.js";
export type { AdGroupsRequest } from "./operations/ad-groups/types.js";
export { adGroupsSchema, validateAdGroups } from "./operations/ad-groups/validate.js";
export type { AdsRequest } from "./operations/ads/types.js";
export { adsSchema, validateAds } from "./operations/ads/validate.js";
export type { KeywordsRequest } from "./operations/keywords/types.js";
export { keywordsSchema, validateKeywords } from "./operations/keywords/validate.js";
export type { ProductGroupsRequest } from "./operations/product-groups/types.js";
export { productGroupsSchema, validateProductGroups } from "./operations/product-groups/validate.js";
export type { TargetingOptionsRequest } from "./operations/targeting-options/types.js";
export { targetingOptionsSchema, validateTargetingOptions } from "./operations/targeting-options/validate.js";
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
