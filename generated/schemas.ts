// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ColumnOf, ItemOf } from "../runtime/support-data.js";
import type {
  ADS_ANALYTICS_ACCOUNT_TARGETING_TYPE_INPUT_VALUES,
  ADS_ANALYTICS_AD_GROUP_TARGETING_TYPE_INPUT_VALUES,
  ADS_ANALYTICS_AD_TARGETING_TYPE_INPUT_VALUES,
  ADS_ANALYTICS_CAMPAIGN_TARGETING_TYPE_INPUT_VALUES,
  BUSINESS_ACCESS_ROLE_VALUES,
  COUNTRY_VALUES,
  CREATIVE_TYPE_VALUES,
  CURRENCY_VALUES,
  CUSTOMIZABLE_CTATYPE_VALUES,
  DATA_STATUS_VALUES,
  QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES,
  TARGETING_SPEC_MAXIMUMAGE_VALUES,
  TARGETING_SPEC_MINIMUMAGE_VALUES,
} from "./lists.js";
import type { ANALYTICS_COLUMN_KINDS } from "./operations/column-kinds.js";

/** An item of `items` in `AdAccountsResponse`. */
export interface AdAccount {
  /** Id of the ad account, as used in other calls. Digits only. At most 18 characters. */
  id: string;
  /** Name of the ad account. At most 256 characters. */
  name?: string;
  /** Owner of the ad account. */
  owner?: AdAccountOwner;
  /** Country of the ad account, as an ISO 3166 code. */
  country?: Country;
  /** Currency of the ad account. */
  currency?: Currency;
  /** Permissions of the token's user for the ad account. */
  permissions?: readonly BusinessAccessRole[];
  /** Time of creation, in seconds since 1970. */
  created_time?: number | null;
  /** Time of the last change, in seconds since 1970. */
  updated_time?: number | null;
  /** IANA time zone of the account. */
  time_zone?: string;
}

/** One row of the response to `adAccountAnalytics`. */
export interface AdAccountAnalyticsItems {
  /** The ad account that the row is about. Digits only. */
  AD_ACCOUNT_ID: string;
  /** The date of the row; omitted with TOTAL. Format: YYYY-MM-DD. */
  DATE?: string;
}

/** `owner` in `AdAccount`. Owner of the ad account. */
export interface AdAccountOwner {
  /** Id of the owner. */
  id?: string;
  /** Name of the owner on Pinterest. */
  username?: string;
}

/** One row of the response to `adGroupAnalytics`. */
export interface AdGroupsAnalyticsMetrics {
  /** The ad group that the row is about. Digits only. */
  AD_GROUP_ID?: string;
  /** The date of the row; omitted with TOTAL. Format: YYYY-MM-DD. */
  DATE?: string;
}

/** One row of the response to `adPinAnalytics`. */
export interface AdPinAnalytics {
  /** The Pin that the row is about. Digits only. */
  PIN_ID: string;
  /** The date of the row; omitted with TOTAL. Format: YYYY-MM-DD. */
  DATE?: string;
}

/** One row of the response to `adAnalytics`. */
export interface AdsAnalytics {
  /** The ad that the row is about. Digits only. */
  AD_ID: string;
  /** The date of the row; omitted with TOTAL. Format: YYYY-MM-DD. */
  DATE?: string;
}

/** An item of `daily_metrics` in `AnalyticsMetricsResponse`. */
export interface AnalyticsDailyMetrics {
  /** Status of the metrics: final, estimated, or why they are missing. */
  data_status?: DataStatus;
  /** The day in UTC, in YYYY-MM-DD format. */
  date?: string;
  /** Metrics, keyed by name. */
  metrics?: AnalyticsDailyMetricsMetrics;
}

/** `metrics` in `AnalyticsDailyMetrics`. Metrics, keyed by name. */
export interface AnalyticsDailyMetricsMetrics {
  /** A count, or a rate as a fraction of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** The value of each key in `AnalyticsResponse`. Metrics of all content or, if the metrics are split, of one part of it. */
export interface AnalyticsMetricsResponse {
  /** Metrics, with one item for each day. */
  daily_metrics?: readonly AnalyticsDailyMetrics[];
  /** Metrics of the whole range, keyed by name. */
  summary_metrics?: AnalyticsMetricsSummaryMetrics;
}

/** `summary_metrics` in `AnalyticsMetricsResponse`. Metrics of the whole range, keyed by name. */
export interface AnalyticsMetricsSummaryMetrics {
  /** A count, or a rate as a fraction of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** The response to `userAnalytics`. */
export interface AnalyticsResponse {
  /** Metrics of all content or, if the metrics are split, of one part of it. */
  [name: string]: AnalyticsMetricsResponse;
}

/** `app_type_multipliers` in `CampaignBidOptions`. Multipliers by device. */
export interface AppTypeMultipliers {
  /** Device that the multiplier applies to. */
  APP_TYPE?: AppTypeMultipliersAPPTYPE;
  [name: string]: number | AppTypeMultipliersAPPTYPE | undefined;
}

/** `audience_multipliers` in `CampaignBidOptions`. Multipliers by audience id. */
export interface CampaignAudienceMultipliers {
  /** Digits only. */
  AUDIENCE_ID?: string;
  [name: string]: number | string | undefined;
}

/** `bid_options` in `CampaignsResponseItem`. Bid multipliers. */
export interface CampaignBidOptions {
  /** Multipliers by device. */
  app_type_multipliers?: AppTypeMultipliers | null;
  /** Multipliers by audience id. */
  audience_multipliers?: CampaignAudienceMultipliers;
  /** Multipliers by placement. */
  placement_multipliers?: PlacementMultipliers | null;
}

/** One row of the response to `campaignAnalytics`. */
export interface CampaignsAnalyticsMetrics {
  /** The campaign that the row is about. Digits only. */
  CAMPAIGN_ID?: string;
  /** The date of the row; omitted with TOTAL. Format: YYYY-MM-DD. */
  DATE?: string;
}

/** One variant of `CatalogsReportStats`. */
export interface CatalogsFeedIngestionIssues {
  /** Type of the report. Each type has its own fields. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the catalog. Default: the oldest catalog. Digits only. */
  catalog_id?: string;
  /** Code of the problem. */
  code?: number;
  /** Name of the problem. */
  code_label?: string;
  /** Message about the problem. */
  message?: string;
  /** Number of occurrences. */
  occurrences?: number;
  /** ERROR if items were left out because of the problem, WARN if they were accepted. */
  severity?: CatalogsReportStatsSeverity;
}

/** One variant of `CatalogsReportStatsParametersInput`. */
export interface CatalogsHotelReportStatsParametersInput {
  /** Type of the catalog. */
  catalog_type: "HOTEL";
  /** Type of the report, and the feed or catalog that it covers. */
  report: CatalogsHotelReportStatsParametersReportInput;
}

/** One variant of `CatalogsHotelReportStatsParametersReportInput`. */
export interface CatalogsReportDistributionIssueFilterInput {
  /** Id of the catalog. Default: the oldest catalog. Digits only. */
  catalog_id?: string;
  /** Type of the report. Each type has its own fields. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogsReportStats`. */
export interface CatalogsReportDistributionIssues {
  /** Type of the report. Each type has its own fields. */
  report_type: "DISTRIBUTION_ISSUES";
  /** Id of the catalog. Default: the oldest catalog. Digits only. */
  catalog_id?: string;
  /** Code of the problem. */
  code?: number;
  /** Name of the problem. */
  code_label?: string;
  /** Message about the problem. */
  message?: string;
  /** Number of occurrences. */
  occurrences?: number;
  /** Whether the problem makes the items ineligible for ads. */
  ineligible_for_ads?: boolean;
  /** Whether the problem makes the items ineligible for organic placements. */
  ineligible_for_organic?: boolean;
}

/** One variant of `CatalogsHotelReportStatsParametersReportInput`. */
export interface CatalogsReportFeedIngestionFilterInput {
  /** Type of the report. Each type has its own fields. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the feed. Digits only. */
  feed_id: string;
  /** Id of the feed's run. Default: the last complete run. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogsReportStatsParametersInput`. */
export interface CatalogsRetailReportStatsParametersInput {
  /** Type of the catalog. */
  catalog_type: "RETAIL";
  /** Type of the report, and the feed or catalog that it covers. */
  report: CatalogsRetailReportStatsParametersReportInput;
}

/** An item of `items` in `DeliveryMetricsResponse`. */
export interface DeliveryMetricsResponseItemsItems {
  /** Category of the metric. */
  category?: DeliveryMetricsResponseCategory;
  /** Definition of the metric, as Pinterest publishes it. */
  definition?: string;
  /** Name of the column in the header of a CSV file. */
  display_name?: string;
  /** Name of the column in requests. */
  name?: string;
}

/** The response to `adAccountTargetingAnalytics`. */
export interface MetricsResponse {
  /** One item for each value of each targeting type. */
  data?: readonly MetricsResponseDataItems[];
}

/** An item of `data` in `MetricsResponse`. */
export interface MetricsResponseDataItems {
  /** The columns that were requested. */
  metrics: MetricsResponseDataMetrics;
  /** The type of targeting that the row is about. */
  targeting_type: string;
  /** The value of that type; a code or id, rarely a name. */
  targeting_value: string;
}

/** `metrics` in `MetricsResponseDataItems`. The columns that were requested. */
export interface MetricsResponseDataMetrics {
  [name: string]: unknown;
}

/** The response to `oauthToken`. */
export interface OauthAccessToken {
  /** Token that authorizes calls. */
  access_token: string;
  /** Lifetime of the access token, in seconds. */
  expires_in: number;
  /** Refresh token for the next access token; missing if the app's own credentials were used. */
  refresh_token?: string;
  /** Time at which the refresh token expires, in seconds since 1970. */
  refresh_token_expires_at?: number;
  /** Lifetime of the refresh token, in seconds. */
  refresh_token_expires_in?: number;
  /** Kind of credentials that the token was requested with. */
  response_type?: TokenGrantType;
  /** Scopes of the token, separated by spaces or commas. */
  scope?: string;
  /** Type of the token; always the same value. Default: `"bearer"`. */
  token_type: string;
}

/** `frequency_goal_metadata` in `OptimizationGoalMetadata`. Details of a frequency goal: how often a person sees the ads. */
export interface OptimizationFrequencyGoalMetadata {
  /** 2 to 20. */
  frequency?: number;
  /** Period in which the views are counted. */
  timerange?: OptimizationGoalMetadataTimerange;
}

/** `attribution_windows` in `OptimizationV3GoalMetadata`. How many days a conversion still counts, by type of interaction. */
export interface OptimizationGoalAttributionWindows {
  /** Days after a click during which conversions count. */
  click_window_days?: number;
  /** Days after an engagement during which conversions count. */
  engagement_window_days?: number;
  /** Days after a view during which conversions count. */
  view_window_days?: number;
}

/** `optimization_goal_metadata` in `AdGroupsResponseItem`. Details of the goal that the delivery is optimized for. */
export interface OptimizationGoalMetadata {
  /** Details of a conversion goal. */
  conversion_tag_v3_goal_metadata?: OptimizationV3GoalMetadata;
  /** Details of a frequency goal: how often a person sees the ads. */
  frequency_goal_metadata?: OptimizationFrequencyGoalMetadata;
  /** Details of a scroll-up goal. */
  scrollup_goal_metadata?: OptimizationScrollupGoalMetadata;
}

/** `scrollup_goal_metadata` in `OptimizationGoalMetadata`. Details of a scroll-up goal. */
export interface OptimizationScrollupGoalMetadata {
  /** Digits only. */
  scrollup_goal_value_in_micro_currency?: string | null;
}

/** `conversion_tag_v3_goal_metadata` in `OptimizationGoalMetadata`. Details of a conversion goal. */
export interface OptimizationV3GoalMetadata {
  /** How many days a conversion still counts, by type of interaction. */
  attribution_windows?: OptimizationGoalAttributionWindows;
  /** The event that counts as a conversion. */
  conversion_event?: OptimizationGoalConversionEvent;
  /** Digits only. */
  conversion_tag_id?: string;
  /** Digits only. */
  cpa_goal_value_in_micro_currency?: string;
  /** Whether the goal is the value of conversions instead of their number. */
  is_roas_optimized?: boolean | null;
  /** Whether the delivery is in its learning phase. */
  learning_mode_type?: OptimizationLearningModeType | null;
  /** Name of the event in reports. */
  reporting_event?: string;
}

/** An item of `daily_metrics` in `PinAnalyticsMetricsResponse`. */
export interface PinAnalyticsDailyMetrics {
  /** Status of the metrics: final, estimated, or why they are missing. */
  data_status?: DataStatus;
  /** The day in UTC, in YYYY-MM-DD format. */
  date?: string;
  /** Metrics, keyed by name. */
  metrics?: PinAnalyticsDailyMetrics_08ba5d;
}

/** `metrics` in `PinAnalyticsDailyMetrics`. Metrics, keyed by name. */
export interface PinAnalyticsDailyMetrics_08ba5d {
  /** A count, or a rate as a fraction of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** `lifetime_metrics` in `PinAnalyticsMetricsResponse`. Metrics since the Pin was created, keyed by name. */
export interface PinAnalyticsLifetimeMetrics {
  /** A count. */
  [name: string]: number;
}

/** The value of each key in `PinAnalyticsResponseModel`. Metrics of all content or, if the metrics are split, of one part of it. */
export interface PinAnalyticsMetricsResponse {
  /** Metrics, with one item for each day. */
  daily_metrics?: readonly PinAnalyticsDailyMetrics[];
  /** Metrics since the Pin was created, keyed by name. */
  lifetime_metrics?: PinAnalyticsLifetimeMetrics;
  /** Metrics of the whole range, keyed by name. */
  summary_metrics?: PinAnalyticsSummaryMetrics;
}

/** The response to `pinAnalytics`. */
export interface PinAnalyticsResponseModel {
  /** Metrics of all content or, if the metrics are split, of one part of it. */
  [name: string]: PinAnalyticsMetricsResponse;
}

/** `summary_metrics` in `PinAnalyticsMetricsResponse`. Metrics of the whole range, keyed by name. */
export interface PinAnalyticsSummaryMetrics {
  /** A count, or a rate as a fraction of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** `placement_multipliers` in `CampaignBidOptions`. Multipliers by placement. */
export interface PlacementMultipliers {
  /** Placement that the multiplier applies to. */
  PLACEMENT?: PlacementMultipliersPLACEMENT;
  [name: string]: number | PlacementMultipliersPLACEMENT | undefined;
}

/** One row of the response to `productGroupAnalytics`. */
export interface ProductGroupAnalyticsItems {
  /** The product group that the row is about. Digits only. */
  PRODUCT_GROUP_ID: string;
  /** The date of the row; omitted with TOTAL. Format: YYYY-MM-DD. */
  DATE?: string;
}

/** `quiz_pin_data` in `AdsResponseItem`. The quiz, if the ad is a quiz. */
export interface QuizPinData {
  /** Questions of the quiz. */
  questions?: readonly (QuizPinQuestion | null)[];
  /** Results of the quiz. */
  results?: readonly (QuizPinResult | null)[];
  /** The result that is shown if several results are tied. */
  tie_breaker_custom_result?: QuizPinResult | null;
  /** How the result is chosen if several results are tied. */
  tie_breaker_type?: QuizTieBreakerType;
}

/** An item of `options` in `QuizPinQuestion`. */
export interface QuizPinOption {
  /** Id of the reply. */
  id?: number;
  /** Text of the reply. */
  text?: string;
}

/** An item of `questions` in `QuizPinData`. */
export interface QuizPinQuestion {
  /** Possible replies. */
  options?: readonly (QuizPinOption | null)[];
  /** Id of the question. */
  question_id?: number;
  /** Text of the question. */
  question_text?: string;
}

/** An item of `results` in `QuizPinData`. */
export interface QuizPinResult {
  /** Link into an Android app. */
  android_deep_link?: string;
  /** URL that the result leads to. */
  destination_url?: string;
  /** Link into an iOS app. */
  ios_deep_link?: string;
  /** Id of the Pin that the result shows. */
  organic_pin_id?: string;
  /** Id of the result. */
  result_id?: number;
}

/** `TargetingOptionResponseItem`. */
export interface TargetingOptionResponseItem {
  [name: string]: unknown;
}

/** `targeting_spec` in `AdGroupsResponseItem`. The people to whom the ads are shown. */
export interface TargetingSpec {
  /** Age groups. */
  AGE_BUCKET?: readonly TargetingSpecAgeBucket[] | null;
  /** Devices. */
  APPTYPE?: readonly TargetingSpecAppType[] | null;
  /** Each: digits only. */
  AUDIENCE_EXCLUDE?: readonly string[] | null;
  /** Each: digits only. */
  AUDIENCE_INCLUDE?: readonly string[] | null;
  /** Genders. */
  GENDER?: readonly TargetingSpecGender[] | null;
  /** Codes of regions, or postal codes. */
  GEO?: readonly string[] | null;
  /** Ids of interests, or their names with `translate_interests_to_names`. */
  INTEREST?: readonly string[];
  /** Languages. */
  LOCALE?: readonly string[] | null;
  /** Codes of countries, or of market areas in the United States. */
  LOCATION?: readonly string[] | null;
  /** Matches `^\d+\+?$`. */
  MAXIMUM_AGE?: TargetingSpecMAXIMUMAGE;
  /** Digits only. */
  MINIMUM_AGE?: TargetingSpecMINIMUMAGE;
  /** People who have interacted with products of the advertiser. */
  SHOPPING_RETARGETING?: readonly TargetingSpecShoppingRetargeting[] | null;
  /** Targeting strategies. */
  TARGETING_STRATEGY?: readonly TargetingSpecTARGETINGSTRATEGY[] | null;
}

/** An item of `SHOPPING_RETARGETING` in `TargetingSpec`. */
export interface TargetingSpecShoppingRetargeting {
  /** How many days before today the period ends. */
  exclusion_window?: number;
  /** How many days before today the period begins. */
  lookback_window?: number;
  /** Types of Pinterest tag events to include, as numbers. */
  tag_types?: readonly number[];
}

/** `metrics` in `TopPinsAnalyticsResponsePinsItems`. Metrics, keyed by name. */
export interface TopPinsAnalyticsMetrics {
  /** A count, or a rate as a fraction of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** The response to `userTopPins`. */
export interface TopPinsAnalyticsResponse {
  /** End of the period for which metrics are available. */
  date_availability?: TopPinsAnalyticsResponseDateAvailability;
  /** The Pins, in the order of `sort_by`. */
  pins?: readonly TopPinsAnalyticsResponsePinsItems[];
  /** Metric by which the Pins are sorted. */
  sort_by?: TopPinsSortBy;
}

/** `date_availability` in `TopPinsAnalyticsResponse`. End of the period for which metrics are available. */
export interface TopPinsAnalyticsResponseDateAvailability {
  /** Whether the newest metrics are real-time. */
  is_realtime?: boolean;
  /** Latest time that the metrics include, in milliseconds since 1970. */
  latest_available_timestamp?: number;
}

/** An item of `pins` in `TopPinsAnalyticsResponse`. */
export interface TopPinsAnalyticsResponsePinsItems {
  /** Status of the metrics: final, estimated, or why they are missing. */
  data_status?: TopPinsDataStatus;
  /** Metrics, keyed by name. */
  metrics?: TopPinsAnalyticsMetrics;
  /** Id of the Pin. */
  pin_id?: string;
}

/** `data_status` in `TopPinsAnalyticsResponsePinsItems`. Status of the metrics: final, estimated, or why they are missing. */
export interface TopPinsDataStatus {
  /** Status of this metric: final, estimated, or why it is missing. */
  [name: string]: DataStatus;
}

/** `data_status` in `TopVideoPinsAnalyticsResponsePinsItems`. Status of the metrics: final, estimated, or why they are missing. */
export interface TopVideoDataStatus {
  /** Status of this metric: final, estimated, or why it is missing. */
  [name: string]: DataStatus;
}

/** The response to `userTopVideoPins`. */
export interface TopVideoPinsAnalyticsResponse {
  /** End of the period for which metrics are available. */
  date_availability?: TopVideoPinsAnalyticsResponseDateAvailability;
  /** The Pins, in the order of `sort_by`. */
  pins?: readonly TopVideoPinsAnalyticsResponsePinsItems[];
  /** Metric by which the Pins are sorted. */
  sort_by?: TopVideoPinsSortBy;
}

/** `date_availability` in `TopVideoPinsAnalyticsResponse`. End of the period for which metrics are available. */
export interface TopVideoPinsAnalyticsResponseDateAvailability {
  /** Whether the newest metrics are real-time. */
  is_realtime?: boolean;
  /** Latest time that the metrics include, in milliseconds since 1970. */
  latest_available_timestamp?: number;
}

/** An item of `pins` in `TopVideoPinsAnalyticsResponse`. */
export interface TopVideoPinsAnalyticsResponsePinsItems {
  /** Status of the metrics: final, estimated, or why they are missing. */
  data_status?: TopVideoDataStatus;
  /** Metrics, keyed by name. */
  metrics?: TopVideoPinsMetrics;
  /** Id of the Pin. */
  pin_id?: string;
}

/** `metrics` in `TopVideoPinsAnalyticsResponsePinsItems`. Metrics, keyed by name. */
export interface TopVideoPinsMetrics {
  /** A count, or a rate as a fraction of 1; Pinterest does not document the unit of watch times. */
  [name: string]: number;
}

/** `tracking_urls` in `CampaignsResponseItem`. Tracking URLs, keyed by the event that triggers the request. */
export interface TrackingUrls {
  /** URLs that are requested to verify the audience. At most 3 items. Each: at most 2000 characters. */
  audience_verification?: readonly string[];
  /** URLs that are requested when the buy button is clicked. At most 3 items. Each: at most 2000 characters. */
  buyable_button?: readonly string[];
  /** URLs that are requested on a click. At most 3 items. Each: at most 2000 characters. */
  click?: readonly string[];
  /** URLs that are requested on an engagement. At most 3 items. Each: at most 2000 characters. */
  engagement?: readonly string[];
  /** URLs that are requested on an impression. At most 3 items. Each: at most 2000 characters. */
  impression?: readonly string[];
}

/** `report` in `CatalogsHotelReportStatsParametersInput`. Type of the report, and the feed or catalog that it covers. */
export type CatalogsHotelReportStatsParametersReportInput =
  | CatalogsReportFeedIngestionFilterInput
  | CatalogsReportDistributionIssueFilterInput;

/** An item of `items` in `CatalogReportStatsResponse`. */
export type CatalogsReportStats = CatalogsFeedIngestionIssues | CatalogsReportDistributionIssues;

/** `parameters` in `CatalogReportStatsRequest`. Report whose problems are counted. */
export type CatalogsReportStatsParametersInput = CatalogsRetailReportStatsParametersInput | CatalogsHotelReportStatsParametersInput;

/** `report` in `CatalogsRetailReportStatsParametersInput`. Type of the report, and the feed or catalog that it covers. */
export type CatalogsRetailReportStatsParametersReportInput =
  | CatalogsReportFeedIngestionFilterInput
  | CatalogsReportDistributionIssueFilterInput;

/** `billable_event` in `AdGroupsResponseItem`. Kind of event that is billed. */
export type ActionType = "CLICKTHROUGH" | "IMPRESSION" | "VIDEO_V_50_MRC" | (string & {});

/** `summary_status` in `AdGroupsResponseItem`. Status derived from the entity's own status, its parents' statuses, and its dates. */
export type AdGroupSummaryStatus =
  | "RUNNING"
  | "PAUSED"
  | "NOT_STARTED"
  | "COMPLETED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT"
  | (string & {});

/** An item of `targeting_types` in `AdAccountTargetingAnalyticsRequest`. */
export type AdsAnalyticsAccountTargetingTypeInput = ItemOf<typeof ADS_ANALYTICS_ACCOUNT_TARGETING_TYPE_INPUT_VALUES>;

/** An item of `targeting_types` in `AdGroupTargetingAnalyticsRequest`. */
export type AdsAnalyticsAdGroupTargetingTypeInput = ItemOf<typeof ADS_ANALYTICS_AD_GROUP_TARGETING_TYPE_INPUT_VALUES>;

/** An item of `targeting_types` in `AdTargetingAnalyticsRequest`. */
export type AdsAnalyticsAdTargetingTypeInput = ItemOf<typeof ADS_ANALYTICS_AD_TARGETING_TYPE_INPUT_VALUES>;

/** An item of `targeting_types` in `CampaignTargetingAnalyticsRequest`. */
export type AdsAnalyticsCampaignTargetingTypeInput = ItemOf<typeof ADS_ANALYTICS_CAMPAIGN_TARGETING_TYPE_INPUT_VALUES>;

/** `APP_TYPE` in `AppTypeMultipliers`. Device that the multiplier applies to. */
export type AppTypeMultipliersAPPTYPE = "android_mobile" | "android_tablet" | "ipad" | "iphone" | "web" | "web_mobile" | (string & {});

/** `budget_type` in `AdGroupsResponseItem`. Type of the budget: daily, for the whole run, or the campaign's budget. */
export type BudgetType = "DAILY" | "LIFETIME" | "CBO_ADGROUP" | (string & {});

/** An item of `permissions` in `AdAccount`. */
export type BusinessAccessRole = ItemOf<typeof BUSINESS_ACCESS_ROLE_VALUES> | (string & {});

/** `summary_status` in `CampaignsResponseItem`. Status derived from the entity's own status, its parents' statuses, and its dates. */
export type CampaignSummaryStatus =
  | "RUNNING"
  | "PAUSED"
  | "NOT_STARTED"
  | "COMPLETED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT"
  | (string & {});

/** `severity` in `CatalogsFeedIngestionIssues`. ERROR if items were left out because of the problem, WARN if they were accepted. */
export type CatalogsReportStatsSeverity = "WARN" | "ERROR" | (string & {});

/** `click_window_days` in `AdTargetingAnalyticsRequest`. Days after a click during which conversions count. */
export type ConversionAttributionWindowDaysInput = 0 | 1 | 7 | 14 | 30 | 60;

/** An item of `attribution_types` in `AdAccountTargetingAnalyticsRequest`. */
export type ConversionReportAttributionTypeInput = "INDIVIDUAL" | "HOUSEHOLD";

/**
 * `conversion_report_time` in `AdTargetingAnalyticsRequest`. Whether to attribute conversions to the day of the ad action or of the
 * conversion.
 */
export type ConversionReportTimeTypeInput = "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";

/** `country` in `AdAccount`. Country of the ad account, as an ISO 3166 code. */
export type Country = ItemOf<typeof COUNTRY_VALUES> | (string & {});

/** `creative_type` in `AdsResponseItem`. Kind of the ad's content. */
export type CreativeType = ItemOf<typeof CREATIVE_TYPE_VALUES> | (string & {});

/** `currency` in `AdAccount`. Currency of the ad account. */
export type Currency = ItemOf<typeof CURRENCY_VALUES> | (string & {});

/** `customizable_cta_type` in `AdsResponseItem`. Text of the ad's button. */
export type CustomizableCTAType = ItemOf<typeof CUSTOMIZABLE_CTATYPE_VALUES> | (string & {});

/** `data_status` in `AnalyticsDailyMetrics`. Status of the metrics: final, estimated, or why they are missing. */
export type DataStatus = ItemOf<typeof DATA_STATUS_VALUES> | (string & {});

/** `category` in `DeliveryMetricsResponseItemsItems`. Category of the metric. */
export type DeliveryMetricsResponseCategory = "ADS" | "ORGANIC" | (string & {});

/** `disclosure_type` in `AdsResponseItem`. Kind of disclosure in the ad. */
export type DisclosureType =
  | "NO_DISCLOSURE"
  | "PRESCRIBING_INFORMATION"
  | "PRESCRIBING_INFORMATION_BOX_WARNING"
  | "IMPORTANT_SAFETY_INFO"
  | "MED_GUIDE"
  | "PATIENT_INFORMATION"
  | (string & {});

/** `status` in `CampaignsResponseItem`. Status, as set by the advertiser. */
export type EntityStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT" | (string & {});

/** `granularity` in `AdAccountAnalyticsRequest`. How the days are grouped. With TOTAL, one row covers the whole range. */
export type GranularityInput = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

/** `grid_click_type` in `AdsResponseItem`. What a click on the ad in a grid opens. */
export type GridClickType = "CLOSEUP" | "DIRECT_TO_DESTINATION" | (string & {});

/** An item of `match_types` in `KeywordsRequest`. */
export type MatchTypeInput = "BROAD" | "PHRASE" | "EXACT" | "EXACT_NEGATIVE" | "PHRASE_NEGATIVE";

/** `match_type` in `KeywordsResponseItem`. How searches match the keyword; a type that ends in _NEGATIVE excludes matching searches. */
export type MatchTypeResponse = "BROAD" | "PHRASE" | "EXACT" | "EXACT_NEGATIVE" | "PHRASE_NEGATIVE" | (string & {});

/** An item of `metric_types` in `MultiPinAnalyticsRequest`. */
export type MultiPinsAnalyticsMetricTypesItemInput = ItemOf<typeof QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES>;

/** `objective_type` in `CampaignsResponseItem`. What the campaign is for. */
export type ObjectiveType = "AWARENESS" | "CONSIDERATION" | "WEB_CONVERSION" | "CATALOG_SALES" | "VIDEO_COMPLETION" | (string & {});

/** `conversion_event` in `OptimizationV3GoalMetadata`. The event that counts as a conversion. */
export type OptimizationGoalConversionEvent =
  | "PAGE_VISIT"
  | "SIGNUP"
  | "CHECKOUT"
  | "CUSTOM"
  | "VIEW_CATEGORY"
  | "SEARCH"
  | "ADD_TO_CART"
  | "WATCH_VIDEO"
  | "LEAD"
  | "APP_INSTALL"
  | (string & {});

/** `timerange` in `OptimizationFrequencyGoalMetadata`. Period in which the views are counted. */
export type OptimizationGoalMetadataTimerange =
  | "THIRTY_DAY"
  | "DAY"
  | "SEVEN_DAY"
  | "TWENTY_MINUTE"
  | "TEN_MINUTE"
  | "TWENTY_FOUR_HOUR"
  | (string & {});

/** `learning_mode_type` in `OptimizationV3GoalMetadata`. Whether the delivery is in its learning phase. */
export type OptimizationLearningModeType = "NOT_ACTIVE" | "ACTIVE" | (string & {});

/** `pacing_delivery_type` in `AdGroupsResponseItem`. Whether the budget is spent evenly or as fast as possible. */
export type PacingDeliveryType = "STANDARD" | "ACCELERATED" | (string & {});

/** `summary_status` in `AdsResponseItem`. Status derived from the entity's own status, its parents' statuses, and its dates. */
export type PinPromotionSummaryStatus =
  | "APPROVED"
  | "PAUSED"
  | "PENDING"
  | "REJECTED"
  | "ADVERTISER_DISABLED"
  | "ARCHIVED"
  | "DRAFT"
  | "DELETED_DRAFT"
  | (string & {});

/** `placement_group` in `AdGroupsResponseItem`. Where the ads appear. */
export type PlacementGroupType = "ALL" | "SEARCH" | "BROWSE" | "OTHER" | (string & {});

/** `PLACEMENT` in `PlacementMultipliers`. Placement that the multiplier applies to. */
export type PlacementMultipliersPLACEMENT = "SEARCH" | "BROWSE" | "RELATED_PINS" | (string & {});

/** An item of `metric_types` in `UserAnalyticsRequest`. */
export type QuerymetrictypesItemsInput =
  | "ENGAGEMENT"
  | "ENGAGEMENT_RATE"
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "OUTBOUND_CLICK_RATE"
  | "PIN_CLICK"
  | "PIN_CLICK_RATE"
  | "SAVE"
  | "SAVE_RATE";

/** An item of `metric_types` in `PinAnalyticsRequest`. */
export type QuerypinanalyticsmetrictypesItemsInput = ItemOf<typeof QUERYPINANALYTICSMETRICTYPES_ITEMS_INPUT_VALUES>;

/** An item of `metric_types` in `UserTopVideoPinsRequest`. */
export type QueryvideopinmetrictypesItemsInput =
  | "IMPRESSION"
  | "SAVE"
  | "VIDEO_MRC_VIEW"
  | "VIDEO_AVG_WATCH_TIME"
  | "VIDEO_V50_WATCH_TIME"
  | "QUARTILE_95_PERCENT_VIEW"
  | "VIDEO_10S_VIEW"
  | "VIDEO_START"
  | "OUTBOUND_CLICK";

/** `tie_breaker_type` in `QuizPinData`. How the result is chosen if several results are tied. */
export type QuizTieBreakerType = "RANDOM" | "CUSTOM" | (string & {});

/** `report_type` in `DeliveryMetricsRequest`. Only metrics of synchronous reports, or only metrics of asynchronous reports. */
export type ReportTypeInput = "SYNC" | "ASYNC";

/** An item of `columns` in `AdAccountAnalyticsRequest`. */
export type ReportingColumnSyncInput = ColumnOf<typeof ANALYTICS_COLUMN_KINDS>;

/** `reporting_timezone` in `AdAccountAnalyticsRequest`. Time zone of the rows: Pinterest's or the ad account's (beta). */
export type ReportingTimeZoneInput = "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";

/** An item of `AGE_BUCKET` in `TargetingSpec`. */
export type TargetingSpecAgeBucket =
  | "18-24"
  | "19+"
  | "20+"
  | "21+"
  | "25-34"
  | "35-44"
  | "45-49"
  | "50-54"
  | "55-64"
  | "65+"
  | (string & {});

/** An item of `APPTYPE` in `TargetingSpec`. */
export type TargetingSpecAppType = "android_mobile" | "android_tablet" | "ipad" | "iphone" | "web" | "web_mobile" | (string & {});

/** An item of `GENDER` in `TargetingSpec`. */
export type TargetingSpecGender = "unknown" | "male" | "female" | (string & {});

/** `MAXIMUM_AGE` in `TargetingSpec`. */
export type TargetingSpecMAXIMUMAGE = ItemOf<typeof TARGETING_SPEC_MAXIMUMAGE_VALUES> | (string & {});

/** `MINIMUM_AGE` in `TargetingSpec`. */
export type TargetingSpecMINIMUMAGE = ItemOf<typeof TARGETING_SPEC_MINIMUMAGE_VALUES> | (string & {});

/** An item of `TARGETING_STRATEGY` in `TargetingSpec`. */
export type TargetingSpecTARGETINGSTRATEGY = "CHOOSE_YOUR_OWN" | "FIND_NEW_CUSTOMERS" | "RECONNECT_WITH_USERS" | (string & {});

/** `response_type` in `OauthAccessToken`. Kind of credentials that the token was requested with. */
export type TokenGrantType = "authorization_code" | "refresh_token" | "client_credentials" | (string & {});

/** `grant_type` in `OauthTokenRequest`. Kind of credentials used to request the token. */
export type TokenGrantTypeInput = "authorization_code" | "refresh_token" | "client_credentials";

/** `sort_by` in `TopPinsAnalyticsResponse`. Metric by which the Pins are sorted. */
export type TopPinsSortBy = "ENGAGEMENT" | "SAVE" | "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK" | (string & {});

/** `sort_by` in `UserTopPinsRequest`. Metric by which the Pins are sorted. */
export type TopPinsSortByInput = "ENGAGEMENT" | "SAVE" | "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK";

/** `sort_by` in `TopVideoPinsAnalyticsResponse`. Metric by which the Pins are sorted. */
export type TopVideoPinsSortBy =
  | "SAVE"
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "VIDEO_MRC_VIEW"
  | "VIDEO_AVG_WATCH_TIME"
  | "VIDEO_V50_WATCH_TIME"
  | "QUARTILE_95_PERCENT_VIEW"
  | "VIDEO_10S_VIEW"
  | "VIDEO_START"
  | (string & {});

/** `sort_by` in `UserTopVideoPinsRequest`. Metric by which the Pins are sorted. */
export type TopVideoPinsSortByInput =
  | "SAVE"
  | "IMPRESSION"
  | "OUTBOUND_CLICK"
  | "VIDEO_MRC_VIEW"
  | "VIDEO_AVG_WATCH_TIME"
  | "VIDEO_V50_WATCH_TIME"
  | "QUARTILE_95_PERCENT_VIEW"
  | "VIDEO_10S_VIEW"
  | "VIDEO_START";
