// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * The cross-field rules of each request, as data for forms, documentation and other tools.
 * @packageDocumentation
 */

export { reportRules } from "./report/rules.js";
export { templateReportRules } from "./template-report/rules.js";
export { mmmReportRules } from "./mmm-report/rules.js";
export { conversionProductReportRules } from "./conversion-product-report/rules.js";
export { catalogReportRules } from "./catalog-report/rules.js";
export { adAccountAnalyticsRules } from "./operations/ad-account-analytics/rules.js";
export { campaignAnalyticsRules } from "./operations/campaign-analytics/rules.js";
export { adGroupAnalyticsRules } from "./operations/ad-group-analytics/rules.js";
export { adAnalyticsRules } from "./operations/ad-analytics/rules.js";
export { productGroupAnalyticsRules } from "./operations/product-group-analytics/rules.js";
export { adPinAnalyticsRules } from "./operations/ad-pin-analytics/rules.js";
export { pinAnalyticsRules } from "./operations/pin-analytics/rules.js";
export { multiPinAnalyticsRules } from "./operations/multi-pin-analytics/rules.js";
export { userAnalyticsRules } from "./operations/user-analytics/rules.js";
export { userTopPinsRules } from "./operations/user-top-pins/rules.js";
export { userTopVideoPinsRules } from "./operations/user-top-video-pins/rules.js";
export { adAccountTargetingAnalyticsRules } from "./operations/ad-account-targeting-analytics/rules.js";
export { campaignTargetingAnalyticsRules } from "./operations/campaign-targeting-analytics/rules.js";
export { adGroupTargetingAnalyticsRules } from "./operations/ad-group-targeting-analytics/rules.js";
export { adTargetingAnalyticsRules } from "./operations/ad-targeting-analytics/rules.js";
export { adGroupsRules } from "./operations/ad-groups/rules.js";
export { adsRules } from "./operations/ads/rules.js";
export { productGroupsRules } from "./operations/product-groups/rules.js";
export type { Condition, Rule } from "../runtime/support-data.js";
