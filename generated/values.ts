// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * The allowed values of each enum field in a request, as lists in the API's order.
 * @packageDocumentation
 */

import { CONVERSION_PRODUCT_REPORT_COLUMN_KINDS } from "./conversion-product-report/column-kinds.js";
import type { ConversionProductReportColumn } from "./conversion-product-report/schema.js";
import { MMM_REPORT_COLUMN_KINDS } from "./mmm-report/column-kinds.js";
import type { MmmReportColumn } from "./mmm-report/schema.js";
import { ANALYTICS_COLUMN_KINDS } from "./operations/column-kinds.js";
import { REPORT_COLUMN_KINDS } from "./report/column-kinds.js";
import type { ReportColumn } from "./report/schema.js";
import type { ReportingColumnSyncInput } from "./schemas.js";

/** The values of `ad_group_statuses` in `ReportRequest`. */
export const reportAdGroupStatusValues = [
  "RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT",
] as const;

/** The values of `ad_statuses` in `ReportRequest`. */
export const reportAdStatusValues = [
  "APPROVED", "PAUSED", "PENDING", "REJECTED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT",
] as const;

/** The values of `attribution_types` in `ReportRequest`. */
export const reportAttributionTypeValues = ["INDIVIDUAL", "HOUSEHOLD"] as const;

/** The values of `campaign_objective_types` in `ReportRequest`. */
export const reportCampaignObjectiveTypeValues = [
  "AWARENESS", "CONSIDERATION", "VIDEO_VIEW", "WEB_CONVERSION", "CATALOG_SALES", "WEB_SESSIONS", "VIDEO_COMPLETION", "APP_INSTALL", "SALES",
  "LEADS", "CTV_CONSIDERATION",
] as const;

/** The values of `campaign_statuses` in `ReportRequest`. */
export const reportCampaignStatusValues = [
  "RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT",
] as const;

/** The values of `click_window_days` in `ReportRequest`. */
export const reportClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `columns` in `ReportRequest`. */
export const reportColumnValues: readonly ReportColumn[] = /* @__PURE__ */ Object.keys(REPORT_COLUMN_KINDS) as ReportColumn[];

/** The values of `conversion_report_time` in `ReportRequest`. */
export const reportConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `custom_event_metrics_type` in `ReportCustomConversionEventMetric`. */
export {
  REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE_VALUES as reportCustomConversionEventMetricCustomEventMetricsTypeValues,
} from "./lists.js";

/** The values of `engagement_window_days` in `ReportRequest`. */
export const reportEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `granularity` in `ReportRequest`. */
export const reportGranularityValues = ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"] as const;

/** The values of `level` in `ReportRequest`. */
export { REPORT_LEVEL_VALUES as reportLevelValues } from "./lists.js";

/** The values of `field` in `ReportMetricsFilter`. */
export const reportMetricsFilterFieldValues = ["SPEND_IN_DOLLAR", "TOTAL_IMPRESSION"] as const;

/** The values of `operator` in `ReportMetricsFilter`. */
export const reportMetricsFilterOperatorValues = ["LESS_THAN", "GREATER_THAN"] as const;

/** The values of `primary_sort` in `ReportRequest`. */
export const reportPrimarySortValues = ["BY_ID", "BY_DATE"] as const;

/** The values of `product_group_statuses` in `ReportRequest`. */
export const reportProductGroupStatusValues = ["RUNNING", "PAUSED", "EXCLUDED", "ARCHIVED"] as const;

/** The values of `report_format` in `ReportRequest`. */
export const reportFormatValues = ["JSON", "CSV"] as const;

/** The values of `reporting_timezone` in `ReportRequest`. */
export const reportReportingTimezoneValues = ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"] as const;

/** The values of `targeting_types` in `ReportRequest`. */
export { REPORT_TARGETING_TYPE_VALUES as reportTargetingTypeValues } from "./lists.js";

/** The values of `view_window_days` in `ReportRequest`. */
export const reportViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `granularity` in `TemplateReportRequest`. */
export const templateReportGranularityValues = ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"] as const;

/** The values of `columns` in `MmmReportRequest`. */
export const mmmReportColumnValues: readonly MmmReportColumn[] = /* @__PURE__ */ Object.keys(MMM_REPORT_COLUMN_KINDS) as MmmReportColumn[];

/** The values of `countries` in `MmmReportRequest`. */
export { MMM_REPORT_COUNTRY_VALUES as mmmReportCountryValues } from "./lists.js";

/** The values of `granularity` in `MmmReportRequest`. */
export const mmmReportGranularityValues = ["DAY", "WEEK"] as const;

/** The values of `level` in `MmmReportRequest`. */
export const mmmReportLevelValues = ["CAMPAIGN_TARGETING", "AD_GROUP_TARGETING"] as const;

/** The values of `targeting_types` in `MmmReportRequest`. */
export const mmmReportTargetingTypeValues = [
  "APPTYPE", "COUNTRY", "CREATIVE_TYPE", "GENDER", "LOCATION", "PLACEMENT", "AUDIENCE_INCLUDE",
] as const;

/** The values of `campaign_objective_types` in `ConversionProductReportRequest`. */
export const conversionProductReportCampaignObjectiveTypeValues = [
  "AWARENESS", "CONSIDERATION", "WEB_CONVERSION", "CATALOG_SALES", "VIDEO_COMPLETION", "APP_INSTALL", "SALES", "LEADS", "CTV_CONSIDERATION",
] as const;

/** The values of `click_window_days` in `ConversionProductReportRequest`. */
export const conversionProductReportClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `columns` in `ConversionProductReportRequest`. */
export const conversionProductReportColumnValues: readonly ConversionProductReportColumn[] = /* @__PURE__ */ Object.keys(
  CONVERSION_PRODUCT_REPORT_COLUMN_KINDS,
) as ConversionProductReportColumn[];

/** The values of `conversion_product_attribution_type` in `ConversionProductReportRequest`. */
export const conversionProductReportConversionProductAttributionTypeValues = ["DEFAULT", "BRAND_ATTRIBUTION"] as const;

/** The values of `conversion_product_breakdown` in `ConversionProductReportRequest`. */
export const conversionProductReportConversionProductBreakdownValues = [
  "PRODUCT_BRAND", "PRODUCT_CATEGORY", "PRODUCT_BRAND_AND_CATEGORY", "PRODUCT_SKU", "PRODUCT_SKU_GROUP",
] as const;

/** The values of `conversion_report_time` in `ConversionProductReportRequest`. */
export const conversionProductReportConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `granularity` in `ConversionProductReportRequest`. */
export const conversionProductReportGranularityValues = ["TOTAL", "WEEK", "MONTH"] as const;

/** The values of `level` in `ConversionProductReportRequest`. */
export const conversionProductReportLevelValues = ["ADVERTISER", "CAMPAIGN", "AD_GROUP"] as const;

/** The values of `view_window_days` in `ConversionProductReportRequest`. */
export const conversionProductReportViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `catalog_type` in `CatalogReportRequest`. */
export const catalogReportAnyCatalogTypeValues = ["RETAIL", "HOTEL"] as const;

/** The values of `click_window_days` in `AdAccountAnalyticsRequest`. */
export const adAccountAnalyticsClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `engagement_window_days` in `AdAccountAnalyticsRequest`. */
export const adAccountAnalyticsEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `view_window_days` in `AdAccountAnalyticsRequest`. */
export const adAccountAnalyticsViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `conversion_report_time` in `AdAccountAnalyticsRequest`. */
export const adAccountAnalyticsConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `click_window_days` in `CampaignAnalyticsRequest`. */
export const campaignAnalyticsClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `engagement_window_days` in `CampaignAnalyticsRequest`. */
export const campaignAnalyticsEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `view_window_days` in `CampaignAnalyticsRequest`. */
export const campaignAnalyticsViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `conversion_report_time` in `CampaignAnalyticsRequest`. */
export const campaignAnalyticsConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `click_window_days` in `AdGroupAnalyticsRequest`. */
export const adGroupAnalyticsClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `engagement_window_days` in `AdGroupAnalyticsRequest`. */
export const adGroupAnalyticsEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `view_window_days` in `AdGroupAnalyticsRequest`. */
export const adGroupAnalyticsViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `conversion_report_time` in `AdGroupAnalyticsRequest`. */
export const adGroupAnalyticsConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `click_window_days` in `AdAnalyticsRequest`. */
export const adAnalyticsClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `engagement_window_days` in `AdAnalyticsRequest`. */
export const adAnalyticsEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `view_window_days` in `AdAnalyticsRequest`. */
export const adAnalyticsViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `conversion_report_time` in `AdAnalyticsRequest`. */
export const adAnalyticsConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `click_window_days` in `ProductGroupAnalyticsRequest`. */
export const productGroupAnalyticsClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `engagement_window_days` in `ProductGroupAnalyticsRequest`. */
export const productGroupAnalyticsEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `view_window_days` in `ProductGroupAnalyticsRequest`. */
export const productGroupAnalyticsViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `conversion_report_time` in `ProductGroupAnalyticsRequest`. */
export const productGroupAnalyticsConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `click_window_days` in `AdPinAnalyticsRequest`. */
export const adPinAnalyticsClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `engagement_window_days` in `AdPinAnalyticsRequest`. */
export const adPinAnalyticsEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `view_window_days` in `AdPinAnalyticsRequest`. */
export const adPinAnalyticsViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `conversion_report_time` in `AdPinAnalyticsRequest`. */
export const adPinAnalyticsConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `app_types` in `PinAnalyticsRequest`. */
export const pinAnalyticsAppTypesValues = ["ALL", "MOBILE", "TABLET", "WEB"] as const;

/** The values of `split_field` in `PinAnalyticsRequest`. */
export const pinAnalyticsSplitFieldValues = ["NO_SPLIT", "APP_TYPE"] as const;

/** The values of `app_types` in `MultiPinAnalyticsRequest`. */
export const multiPinAnalyticsAppTypesValues = ["ALL", "MOBILE", "TABLET", "WEB"] as const;

/** The values of `from_claimed_content` in `UserAnalyticsRequest`. */
export const userAnalyticsFromClaimedContentValues = ["OTHER", "CLAIMED", "BOTH"] as const;

/** The values of `pin_format` in `UserAnalyticsRequest`. */
export const userAnalyticsPinFormatValues = [
  "ALL", "ORGANIC_IMAGE", "ORGANIC_PRODUCT", "ORGANIC_VIDEO", "ADS_STANDARD", "ADS_PRODUCT", "ADS_VIDEO", "ADS_IDEA",
] as const;

/** The values of `app_types` in `UserAnalyticsRequest`. */
export const userAnalyticsAppTypesValues = ["ALL", "MOBILE", "TABLET", "WEB"] as const;

/** The values of `content_type` in `UserAnalyticsRequest`. */
export const userAnalyticsContentTypeValues = ["ALL", "PAID", "ORGANIC"] as const;

/** The values of `source` in `UserAnalyticsRequest`. */
export const userAnalyticsSourceValues = ["ALL", "YOUR_PINS", "OTHER_PINS"] as const;

/** The values of `split_field` in `UserAnalyticsRequest`. */
export const userAnalyticsSplitFieldValues = ["NO_SPLIT", "APP_TYPE", "OWNED_CONTENT", "SOURCE", "PIN_FORMAT"] as const;

/** The values of `from_claimed_content` in `UserTopPinsRequest`. */
export const userTopPinsFromClaimedContentValues = ["OTHER", "CLAIMED", "BOTH"] as const;

/** The values of `pin_format` in `UserTopPinsRequest`. */
export const userTopPinsPinFormatValues = [
  "ALL", "ORGANIC_IMAGE", "ORGANIC_PRODUCT", "ORGANIC_VIDEO", "ADS_STANDARD", "ADS_PRODUCT", "ADS_VIDEO", "ADS_IDEA",
] as const;

/** The values of `app_types` in `UserTopPinsRequest`. */
export const userTopPinsAppTypesValues = ["ALL", "MOBILE", "TABLET", "WEB"] as const;

/** The values of `content_type` in `UserTopPinsRequest`. */
export const userTopPinsContentTypeValues = ["ALL", "PAID", "ORGANIC"] as const;

/** The values of `source` in `UserTopPinsRequest`. */
export const userTopPinsSourceValues = ["ALL", "YOUR_PINS", "OTHER_PINS"] as const;

/** The values of `created_in_last_n_days` in `UserTopPinsRequest`. */
export const userTopPinsCreatedInLastNDaysValues = [30] as const;

/** The values of `from_claimed_content` in `UserTopVideoPinsRequest`. */
export const userTopVideoPinsFromClaimedContentValues = ["OTHER", "CLAIMED", "BOTH"] as const;

/** The values of `pin_format` in `UserTopVideoPinsRequest`. */
export const userTopVideoPinsPinFormatValues = [
  "ALL", "ORGANIC_IMAGE", "ORGANIC_PRODUCT", "ORGANIC_VIDEO", "ADS_STANDARD", "ADS_PRODUCT", "ADS_VIDEO", "ADS_IDEA",
] as const;

/** The values of `app_types` in `UserTopVideoPinsRequest`. */
export const userTopVideoPinsAppTypesValues = ["ALL", "MOBILE", "TABLET", "WEB"] as const;

/** The values of `content_type` in `UserTopVideoPinsRequest`. */
export const userTopVideoPinsContentTypeValues = ["ALL", "PAID", "ORGANIC"] as const;

/** The values of `source` in `UserTopVideoPinsRequest`. */
export const userTopVideoPinsSourceValues = ["ALL", "YOUR_PINS", "OTHER_PINS"] as const;

/** The values of `created_in_last_n_days` in `UserTopVideoPinsRequest`. */
export const userTopVideoPinsCreatedInLastNDaysValues = [30] as const;

/** The values of `click_window_days` in `AdAccountTargetingAnalyticsRequest`. */
export const adAccountTargetingAnalyticsClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `engagement_window_days` in `AdAccountTargetingAnalyticsRequest`. */
export const adAccountTargetingAnalyticsEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `view_window_days` in `AdAccountTargetingAnalyticsRequest`. */
export const adAccountTargetingAnalyticsViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `conversion_report_time` in `AdAccountTargetingAnalyticsRequest`. */
export const adAccountTargetingAnalyticsConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `click_window_days` in `CampaignTargetingAnalyticsRequest`. */
export const campaignTargetingAnalyticsClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `engagement_window_days` in `CampaignTargetingAnalyticsRequest`. */
export const campaignTargetingAnalyticsEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `view_window_days` in `CampaignTargetingAnalyticsRequest`. */
export const campaignTargetingAnalyticsViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `conversion_report_time` in `CampaignTargetingAnalyticsRequest`. */
export const campaignTargetingAnalyticsConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `click_window_days` in `AdGroupTargetingAnalyticsRequest`. */
export const adGroupTargetingAnalyticsClickWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `engagement_window_days` in `AdGroupTargetingAnalyticsRequest`. */
export const adGroupTargetingAnalyticsEngagementWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `view_window_days` in `AdGroupTargetingAnalyticsRequest`. */
export const adGroupTargetingAnalyticsViewWindowDaysValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `conversion_report_time` in `AdGroupTargetingAnalyticsRequest`. */
export const adGroupTargetingAnalyticsConversionReportTimeValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `entity_statuses` in `CampaignsRequest`. */
export const campaignsEntityStatusValues = ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] as const;

/** The values of `order` in `CampaignsRequest`. */
export const campaignsOrderValues = ["ASCENDING", "DESCENDING"] as const;

/** The values of `entity_statuses` in `AdGroupsRequest`. */
export const adGroupsEntityStatusValues = ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] as const;

/** The values of `order` in `AdGroupsRequest`. */
export const adGroupsOrderValues = ["ASCENDING", "DESCENDING"] as const;

/** The values of `entity_statuses` in `AdsRequest`. */
export const adsEntityStatusValues = ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] as const;

/** The values of `order` in `AdsRequest`. */
export const adsOrderValues = ["ASCENDING", "DESCENDING"] as const;

/** The values of `entity_statuses` in `ProductGroupsRequest`. */
export const productGroupsEntityStatusValues = ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] as const;

/** The values of `order` in `ProductGroupsRequest`. */
export const productGroupsOrderValues = ["ASCENDING", "DESCENDING"] as const;

/** The values of `targeting_type` in `TargetingOptionsRequest`. */
export const targetingOptionsTargetingTypeValues = [
  "APPTYPE", "GENDER", "LOCALE", "AGE_BUCKET", "LOCATION", "GEO", "INTEREST", "KEYWORD", "AUDIENCE_INCLUDE", "AUDIENCE_EXCLUDE",
] as const;

/** The values of `AdsAnalyticsAccountTargetingTypeInput`. */
export { ADS_ANALYTICS_ACCOUNT_TARGETING_TYPE_INPUT_VALUES as adsAnalyticsAccountTargetingTypeInputValues } from "./lists.js";

/** The values of `AdsAnalyticsAdGroupTargetingTypeInput`. */
export { ADS_ANALYTICS_AD_GROUP_TARGETING_TYPE_INPUT_VALUES as adsAnalyticsAdGroupTargetingTypeInputValues } from "./lists.js";

/** The values of `AdsAnalyticsAdTargetingTypeInput`. */
export { ADS_ANALYTICS_AD_TARGETING_TYPE_INPUT_VALUES as adsAnalyticsAdTargetingTypeInputValues } from "./lists.js";

/** The values of `AdsAnalyticsCampaignTargetingTypeInput`. */
export { ADS_ANALYTICS_CAMPAIGN_TARGETING_TYPE_INPUT_VALUES as adsAnalyticsCampaignTargetingTypeInputValues } from "./lists.js";

/** The values of `ConversionAttributionWindowDaysInput`. */
export const conversionAttributionWindowDaysInputValues = [0, 1, 7, 14, 30, 60] as const;

/** The values of `ConversionReportAttributionTypeInput`. */
export const conversionReportAttributionTypeInputValues = ["INDIVIDUAL", "HOUSEHOLD"] as const;

/** The values of `ConversionReportTimeTypeInput`. */
export const conversionReportTimeTypeInputValues = ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"] as const;

/** The values of `GranularityInput`. */
export const granularityInputValues = ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"] as const;

/** The values of `MatchTypeInput`. */
export const matchTypeInputValues = ["BROAD", "PHRASE", "EXACT", "EXACT_NEGATIVE", "PHRASE_NEGATIVE"] as const;

/** The values of `MultiPinsAnalyticsMetricTypesItemInput`. */
export { QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES as multiPinsAnalyticsMetricTypesItemInputValues } from "./lists.js";

/** The values of `QuerymetrictypesItemsInput`. */
export const querymetrictypesItemsInputValues = [
  "ENGAGEMENT", "ENGAGEMENT_RATE", "IMPRESSION", "OUTBOUND_CLICK", "OUTBOUND_CLICK_RATE", "PIN_CLICK", "PIN_CLICK_RATE", "SAVE",
  "SAVE_RATE",
] as const;

/** The values of `QuerypinanalyticsmetrictypesItemsInput`. */
export { QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES as querypinanalyticsmetrictypesItemsInputValues } from "./lists.js";

/** The values of `QueryvideopinmetrictypesItemsInput`. */
export const queryvideopinmetrictypesItemsInputValues = [
  "IMPRESSION", "SAVE", "VIDEO_MRC_VIEW", "VIDEO_AVG_WATCH_TIME", "VIDEO_V50_WATCH_TIME", "QUARTILE_95_PERCENT_VIEW", "VIDEO_10S_VIEW",
  "VIDEO_START", "OUTBOUND_CLICK",
] as const;

/** The values of `ReportTypeInput`. */
export const reportTypeInputValues = ["SYNC", "ASYNC"] as const;

/** The values of `ReportingColumnSyncInput`. */
export const reportingColumnSyncInputValues: readonly ReportingColumnSyncInput[] = /* @__PURE__ */ Object.keys(
  ANALYTICS_COLUMN_KINDS,
) as ReportingColumnSyncInput[];

/** The values of `ReportingTimeZoneInput`. */
export const reportingTimeZoneInputValues = ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"] as const;

/** The values of `TokenGrantTypeInput`. */
export const tokenGrantTypeInputValues = ["authorization_code", "refresh_token", "client_credentials"] as const;

/** The values of `TopPinsSortByInput`. */
export const topPinsSortByInputValues = ["ENGAGEMENT", "SAVE", "IMPRESSION", "OUTBOUND_CLICK", "PIN_CLICK"] as const;

/** The values of `TopVideoPinsSortByInput`. */
export const topVideoPinsSortByInputValues = [
  "SAVE", "IMPRESSION", "OUTBOUND_CLICK", "VIDEO_MRC_VIEW", "VIDEO_AVG_WATCH_TIME", "VIDEO_V50_WATCH_TIME", "QUARTILE_95_PERCENT_VIEW",
  "VIDEO_10S_VIEW", "VIDEO_START",
] as const;
