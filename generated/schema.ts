// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * The operations as openapi-typescript prints them: types only, for code that uses openapi-fetch directly.
 * @packageDocumentation
 */

export interface paths {
    readonly "/ad_accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ad_accounts/list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/ad_groups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ad_groups/list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/ad_groups/analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ad_groups/analytics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/ad_groups/targeting_analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ad_groups_targeting_analytics/get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/ads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ads/list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/ads/analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ads/analytics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/ads/targeting_analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ad_targeting_analytics/get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ad_account/analytics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/campaigns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["campaigns/list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/campaigns/analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["campaigns/analytics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/campaigns/targeting_analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["campaign_targeting_analytics/get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/keywords": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["keywords/get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/mmm_reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["analytics/get_mmm_report"];
        readonly put?: never;
        readonly post: operations["analytics/create_mmm_report"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/pins/analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ad_pins/analytics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/product_group_promotions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["product_group_promotions/list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/product_groups/analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["product_groups/analytics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["analytics/get_report"];
        readonly put?: never;
        readonly post: operations["analytics/create_report"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/reports/brand_category_sku": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["analytics/get_conversion_product_report"];
        readonly put?: never;
        readonly post: operations["analytics/create_conversion_product_report"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/targeting_analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ad_account_targeting_analytics/get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ad_accounts/{ad_account_id}/templates/{template_id}/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["analytics/create_template_report"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/catalogs/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["reports/get"];
        readonly put?: never;
        readonly post: operations["reports/create"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/catalogs/reports/stats": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["reports/stats"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["oauth/token"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/pins/{pin_id}/analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["pins/analytics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/pins/analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["multi_pins/analytics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/resources/delivery_metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["delivery_metrics/get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/resources/targeting/{targeting_type}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["targeting_options/get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/user_account/analytics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["user_account/analytics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/user_account/analytics/top_pins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["user_account/analytics/top_pins"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/user_account/analytics/top_video_pins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["user_account/analytics/top_video_pins"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        readonly ActionType: "CLICKTHROUGH" | "IMPRESSION" | "VIDEO_V_50_MRC";
        /** @enum {string|null} */
        readonly CustomizableCTAType: "GET_OFFER" | "LEARN_MORE" | "ORDER_NOW" | "SHOP_NOW" | "SIGN_UP" | "SUBSCRIBE" | "BUY_NOW" | "CONTACT_US" | "GET_QUOTE" | "VISIT_SITE" | "APPLY_NOW" | "BOOK_NOW" | "REQUEST_DEMO" | "REGISTER_NOW" | "FIND_A_DEALER" | "ADD_TO_CART" | "WATCH_NOW" | "READ_MORE" | "BUY_TICKETS" | "DONATE_NOW" | "DOWNLOAD" | "EXPLORE_MORE" | "FIND_A_LOCATION" | "GET_DEAL" | "GET_RECIPE" | "GET_SHOWTIMES" | "ON_SALE" | "PLAY_GAME" | "TRY_IT" | null;
        readonly AdCommon: {
            readonly ad_group_id?: string;
            readonly android_deep_link?: string | null;
            readonly carousel_android_deep_links?: readonly string[] | null;
            readonly carousel_destination_urls?: readonly string[] | null;
            readonly carousel_ios_deep_links?: readonly string[] | null;
            readonly click_tracking_url?: string | null;
            readonly creative_type?: components["schemas"]["CreativeType"];
            readonly customizable_cta_type?: components["schemas"]["CustomizableCTAType"];
            readonly destination_url?: string | null;
            readonly disclosure_type?: components["schemas"]["DisclosureType"];
            readonly disclosure_url?: string | null;
            readonly grid_click_type?: components["schemas"]["GridClickType"];
            readonly ios_deep_link?: string | null;
            readonly is_pin_deleted?: boolean;
            readonly is_removable?: boolean;
            readonly lead_form_id?: string | null;
            readonly name?: string | null;
            readonly quiz_pin_data?: components["schemas"]["QuizPinData"] | null;
            readonly status?: components["schemas"]["EntityStatus"];
            readonly tracking_urls?: components["schemas"]["TrackingUrls"] | null;
            readonly view_tracking_url?: string | null;
        };
        readonly AdPinAnalytics: {
            readonly PIN_ID: string;
            /** Format: date */
            readonly DATE?: string;
        };
        readonly AppTypeMultipliers: {
            /** @enum {string} */
            readonly APP_TYPE?: "android_mobile" | "android_tablet" | "ipad" | "iphone" | "web" | "web_mobile";
        } | null;
        readonly PlacementMultipliers: {
            /** @enum {string} */
            readonly PLACEMENT?: "SEARCH" | "BROWSE" | "RELATED_PINS";
        } | null;
        readonly AdGroupCommon: {
            readonly auto_targeting_enabled?: boolean | null;
            readonly bid_in_micro_currency?: number | null;
            /** @enum {string|null} */
            readonly bid_strategy_type?: "AUTOMATIC_BID" | "MAX_BID" | "TARGET_AVG" | null;
            readonly billable_event?: components["schemas"]["ActionType"];
            readonly budget_in_micro_currency?: number | null;
            readonly budget_type?: string & components["schemas"]["BudgetType"];
            readonly campaign_id?: string;
            readonly end_time?: number | null;
            readonly is_creative_optimization?: boolean | null;
            readonly lifetime_frequency_cap?: number;
            readonly name?: string;
            readonly optimization_goal_metadata?: components["schemas"]["OptimizationGoalMetadata"] | null;
            readonly pacing_delivery_type?: string & components["schemas"]["PacingDeliveryType"];
            readonly placement_group?: string & components["schemas"]["PlacementGroupType"];
            /** @enum {string|null} */
            readonly promotion_application_level?: "NONE" | "ITEM" | "AD_GROUP" | null;
            /** @default 0 */
            readonly promotion_id?: string | null;
            readonly start_time?: number | null;
            readonly status?: string & components["schemas"]["EntityStatus"];
            readonly targeting_spec?: components["schemas"]["TargetingSpec"];
            readonly targeting_template_ids?: readonly string[] | null;
            readonly tracking_urls?: components["schemas"]["TrackingUrls"] | null;
        };
        readonly AdGroupResponse: components["schemas"]["AdGroupCommon"] & {
            readonly ad_account_id?: string;
            readonly bid_multiplier?: number | null;
            /** @enum {string|null} */
            readonly conversion_learning_mode_type?: "NOT_ACTIVE" | "ACTIVE" | null;
            readonly created_time?: number;
            readonly dca_assets?: unknown;
            readonly feed_profile_id?: string;
            readonly id?: string;
            readonly summary_status?: string & components["schemas"]["AdGroupSummaryStatus"];
            /** @default adgroup */
            readonly type?: string;
            readonly updated_time?: number;
        };
        /** @enum {string} */
        readonly AdGroupSummaryStatus: "RUNNING" | "PAUSED" | "NOT_STARTED" | "COMPLETED" | "ADVERTISER_DISABLED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";
        readonly AdPinId: {
            readonly pin_id?: string;
        };
        readonly AdResponse: components["schemas"]["AdCommon"] & components["schemas"]["AdPinId"] & {
            readonly ad_account_id?: string;
            readonly campaign_id?: string;
            readonly collection_items_destination_url_template?: string | null;
            readonly created_time?: number;
            readonly id?: string;
            readonly rejected_reasons?: readonly ("HASHTAGS" | "PROMOTIONS_AND_PRICES" | "TARGETING" | "LANDING_PAGE" | "CAPS_AND_SYMBOLS" | "SHOCKING" | "WEIGHT_LOSS" | "PROHIBITED_PRODUCT" | "AUTHENTICITY" | "NUDITY" | "CONFUSING_DESIGN" | "URGENCY" | "RATINGS" | "APP" | "ALCOHOL" | "CONTESTS" | "POLITICAL" | "OTHER" | "IMAGE" | "NAR" | "INCONSISTENT" | "CLICKBAIT" | "NO_DESCRIPTION" | "LOW_QUALITY" | "EXAGGERATED_CLAIMS" | "PINTEREST_BRAND" | "ALCOHOL_NO_SALE" | "LANDING_PAGE_SPEED" | "LANDING_PAGE_HARDWALL" | "LANDING_PAGE_BROKEN" | "LANDING_PAGE_QUALITY" | "OUT_OF_STOCK" | "IMAGE_LOW_QUALITY" | "IMAGE_BUSY" | "IMAGE_POORLY_EDITED" | "IMAGE_BEFORE_AFTER" | "UGC" | "FAKE_BUTTONS" | "WEAPONS" | "SENSITIVE" | "UNACCEPTABLE_BUSINESS" | "SUSPICIOUS_CLAIMS" | "PHARMA" | "SUSPICIOUS_SUPPLEMENTS" | "ILLEGAL_RECREATIONAL_DRUG" | "LOW_QUALITY_LANDING_PAGE" | "RESTRICTED_HEALTHCARE" | "INCONSISTENT_LANG_FR")[];
            readonly rejection_labels?: readonly string[];
            /** @enum {string} */
            readonly review_status?: "OTHER" | "PENDING" | "REJECTED" | "APPROVED";
            readonly summary_status?: string & components["schemas"]["PinPromotionSummaryStatus"];
            readonly type?: string;
            readonly updated_time?: number;
        };
        /** @enum {string} */
        readonly AdsAnalyticsAdGroupTargetingType: "KEYWORD" | "APPTYPE" | "GENDER" | "LOCATION" | "PLACEMENT" | "COUNTRY" | "TARGETED_INTEREST" | "PINNER_INTEREST" | "AUDIENCE_INCLUDE" | "GEO" | "AGE_BUCKET" | "REGION" | "AGE_BUCKET_AND_GENDER" | "CREATIVE_ENHANCEMENTS";
        /** @enum {string} */
        readonly AdsAnalyticsAdTargetingType: "KEYWORD" | "APPTYPE" | "GENDER" | "LOCATION" | "PLACEMENT" | "COUNTRY" | "TARGETED_INTEREST" | "PINNER_INTEREST" | "AUDIENCE_INCLUDE" | "GEO" | "AGE_BUCKET" | "REGION" | "QUIZ_RESULT" | "AGE_BUCKET_AND_GENDER";
        /** @enum {string} */
        readonly AdsAnalyticsCampaignTargetingType: "KEYWORD" | "APPTYPE" | "GENDER" | "LOCATION" | "PLACEMENT" | "COUNTRY" | "TARGETED_INTEREST" | "PINNER_INTEREST" | "AUDIENCE_INCLUDE" | "GEO" | "AGE_BUCKET" | "REGION" | "CREATIVE_TYPE" | "AGE_BUCKET_AND_GENDER" | "AUDIENCE_MULTIPLIER";
        readonly AdsAnalyticsCreateAsyncRequest: {
            readonly ad_group_ids?: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
            readonly ad_group_statuses?: readonly components["schemas"]["AdGroupSummaryStatus"][];
            readonly ad_ids?: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
            readonly ad_statuses?: readonly components["schemas"]["PinPromotionSummaryStatus"][];
            readonly attribution_types?: readonly components["schemas"]["ConversionReportAttributionType"][];
            readonly campaign_brand_label?: string;
            readonly campaign_custom_label?: string;
            readonly campaign_ids?: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
            readonly campaign_objective_types?: readonly components["schemas"]["CampaignObjectiveType"][];
            readonly campaign_statuses?: readonly components["schemas"]["CampaignSummaryStatus"][];
            /** @default 30 */
            readonly click_window_days?: components["schemas"]["ConversionAttributionWindowDays"];
            readonly columns?: readonly components["schemas"]["ReportingColumnAsync"][];
            /** @default false */
            readonly combine_targeting_types?: boolean;
            /** @default TIME_OF_AD_ACTION */
            readonly conversion_report_time?: components["schemas"]["ConversionReportTimeType"];
            readonly custom_conversion_event_metrics?: readonly components["schemas"]["CustomConversionEventMetrics"][];
            readonly end_date: string;
            readonly end_hour?: number;
            /** @default 30 */
            readonly engagement_window_days?: components["schemas"]["ConversionAttributionWindowDays"];
            readonly granularity: components["schemas"]["Granularity"];
            readonly level?: components["schemas"]["MetricsReportingLevel"];
            readonly metrics_filters?: readonly components["schemas"]["AdsAnalyticsMetricsFilter"][];
            /** @default BY_ID */
            readonly primary_sort?: components["schemas"]["PrimarySort"];
            readonly product_group_ids?: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
            readonly product_group_statuses?: readonly components["schemas"]["ProductGroupSummaryStatus"][];
            readonly product_item_ids?: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
            /** @default JSON */
            readonly report_format?: components["schemas"]["DataOutputFormat"];
            readonly reporting_timezone?: components["schemas"]["ReportingTimeZone"];
            readonly start_date: string;
            readonly start_hour?: number;
            readonly targeting_types?: readonly components["schemas"]["AdAdsAnalyticsAsyncTargetingTypes"][];
            /** @default 1 */
            readonly view_window_days?: components["schemas"]["ConversionAttributionWindowDays"];
        };
        readonly AdsAnalyticsCreateAsyncResponse: {
            readonly message?: string | null;
            readonly report_status?: components["schemas"]["BulkReportingJobStatus"];
            readonly token?: string;
        };
        /** @enum {string} */
        readonly AdsAnalyticsFilterColumn: "SPEND_IN_DOLLAR" | "TOTAL_IMPRESSION";
        /** @enum {string} */
        readonly AdsAnalyticsFilterOperator: "LESS_THAN" | "GREATER_THAN";
        readonly AdsAnalyticsGetAsyncResponse: {
            readonly report_status?: components["schemas"]["BulkReportingJobStatus"];
            readonly size?: number | null;
            readonly url?: string | null;
        };
        readonly AdsAnalyticsMetricsFilter: {
            readonly field: components["schemas"]["AdsAnalyticsFilterColumn"];
            readonly operator: components["schemas"]["AdsAnalyticsFilterOperator"];
            readonly values: readonly number[];
        };
        readonly AnalyticsDailyMetrics: {
            readonly data_status?: components["schemas"]["DataStatus"];
            readonly date?: string;
            readonly metrics?: {
                readonly [key: string]: number;
            };
        };
        readonly AnalyticsMetricsResponse: {
            readonly daily_metrics?: readonly components["schemas"]["AnalyticsDailyMetrics"][];
            readonly summary_metrics?: {
                readonly [key: string]: number;
            };
        };
        readonly AnalyticsResponse: {
            readonly [key: string]: components["schemas"]["AnalyticsMetricsResponse"];
        };
        /** @enum {string} */
        readonly BudgetType: "DAILY" | "LIFETIME" | "CBO_ADGROUP";
        /** @enum {string} */
        readonly BulkReportingJobStatus: "DOES_NOT_EXIST" | "FINISHED" | "IN_PROGRESS" | "EXPIRED" | "FAILED" | "CANCELLED";
        /** @enum {string} */
        readonly BusinessAccessRole: "OWNER" | "ADMIN" | "ANALYST" | "SOS_READER" | "FINANCE_MANAGER" | "FINANCE_VIEW" | "FINANCE_EDIT" | "AUDIENCE_MANAGER" | "CAMPAIGN_MANAGER" | "CATALOGS_MANAGER" | "RESTRICTED_OWNER" | "PROFILE_MANAGER" | "PROFILE_PUBLISHER" | "RESOURCE_PINNER_LIST_OWNER" | "RESOURCE_PINNER_LIST_READER" | "BIZ_PINNER_LIST_SHARER" | "RESOURCE_CONVERSION_TAGS_READER";
        readonly CampaignAudienceMultipliers: {
            readonly AUDIENCE_ID?: string;
        };
        readonly CampaignBidOptions: {
            readonly app_type_multipliers?: components["schemas"]["AppTypeMultipliers"];
            readonly audience_multipliers?: components["schemas"]["CampaignAudienceMultipliers"];
            readonly placement_multipliers?: components["schemas"]["PlacementMultipliers"];
        } | null;
        readonly CampaignCommon: {
            readonly ad_account_id?: string;
            readonly daily_spend_cap?: number | null;
            readonly end_time?: number | null;
            readonly is_automated_campaign?: components["schemas"]["CampaignIsAutomatedCampaign"];
            readonly is_flexible_daily_budgets?: components["schemas"]["CampaignIsFlexibleDailyBudgets"];
            readonly lifetime_spend_cap?: number | null;
            readonly name?: string;
            readonly order_line_id?: string | null;
            readonly start_time?: number | null;
            readonly status?: string & components["schemas"]["EntityStatus"];
            readonly tracking_urls?: components["schemas"]["TrackingUrls"] | null;
        };
        readonly CampaignId: {
            readonly id?: string;
        };
        readonly CampaignIsAutomatedCampaign: boolean | null;
        readonly CampaignIsCampaignBudgetOptimization: boolean | null;
        readonly CampaignIsFlexibleDailyBudgets: boolean | null;
        readonly CampaignResponse: components["schemas"]["CampaignId"] & components["schemas"]["CampaignCommon"] & {
            readonly bid_options?: components["schemas"]["CampaignBidOptions"];
            readonly created_time?: number;
            readonly is_campaign_budget_optimization?: components["schemas"]["CampaignIsCampaignBudgetOptimization"];
            readonly is_performance_plus?: boolean;
            readonly objective_type?: components["schemas"]["ObjectiveType"];
            readonly summary_status?: components["schemas"]["CampaignSummaryStatus"];
            readonly type?: string;
            readonly updated_time?: number;
        };
        /** @enum {string} */
        readonly CampaignSummaryStatus: "RUNNING" | "PAUSED" | "NOT_STARTED" | "COMPLETED" | "ADVERTISER_DISABLED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";
        readonly CatalogsCreateReportResponse: {
            readonly token?: string;
        };
        readonly CatalogsReport: {
            /** @enum {string} */
            readonly report_status?: "FINISHED" | "IN_PROGRESS";
            readonly size?: number | null;
            readonly url?: string | null;
        };
        readonly CatalogsReportStats: (components["schemas"]["CatalogsReportFeedIngestionStats"] & {
            /** @enum {string} */
            readonly report_type: "FEED_INGESTION_ISSUES";
        }) | (components["schemas"]["CatalogsReportDistributionStats"] & {
            /** @enum {string} */
            readonly report_type: "DISTRIBUTION_ISSUES";
        });
        readonly CatalogsReportFeedIngestionStats: {
            /** @enum {string} */
            readonly report_type?: "FEED_INGESTION_ISSUES";
            readonly catalog_id?: string;
            readonly code?: number;
            readonly code_label?: string;
            readonly message?: string;
            readonly occurrences?: number;
            /** @enum {string} */
            readonly severity?: "WARN" | "ERROR";
        };
        readonly CatalogsReportDistributionStats: {
            /** @enum {string} */
            readonly report_type?: "DISTRIBUTION_ISSUES";
            readonly catalog_id?: string;
            readonly code?: number;
            readonly code_label?: string;
            readonly message?: string;
            readonly occurrences?: number;
            readonly ineligible_for_ads?: boolean;
            readonly ineligible_for_organic?: boolean;
        };
        readonly CatalogsReportParameters: (components["schemas"]["CatalogsRetailReportParameters"] & {
            /** @enum {string} */
            readonly catalog_type: "RETAIL";
        }) | (components["schemas"]["CatalogsHotelReportParameters"] & {
            /** @enum {string} */
            readonly catalog_type: "HOTEL";
        });
        readonly CatalogsHotelReportParameters: {
            /** @enum {string} */
            readonly catalog_type: "HOTEL";
            readonly report: components["schemas"]["CatalogsHotelReportParametersReport"];
        };
        readonly CatalogsHotelReportStatsParameters: {
            /** @enum {string} */
            readonly catalog_type: "HOTEL";
            readonly report: components["schemas"]["CatalogsHotelReportStatsParametersReport"];
        };
        readonly CatalogsRetailReportParameters: {
            /** @enum {string} */
            readonly catalog_type: "RETAIL";
            readonly report: components["schemas"]["CatalogsRetailReportParametersReport"];
        };
        readonly CatalogsRetailReportStatsParameters: {
            /** @enum {string} */
            readonly catalog_type: "RETAIL";
            readonly report: components["schemas"]["CatalogsRetailReportStatsParametersReport"];
        };
        readonly CatalogsReportFeedIngestionFilter: {
            /** @enum {string} */
            readonly report_type: "FEED_INGESTION_ISSUES";
            readonly feed_id: string;
            readonly processing_result_id?: string;
        };
        readonly CatalogsReportDistributionIssueFilter: {
            readonly catalog_id?: string;
            /** @enum {string} */
            readonly report_type: "DISTRIBUTION_ISSUES";
        };
        /** @enum {number} */
        readonly ConversionAttributionWindowDays: 0 | 1 | 7 | 14 | 30 | 60;
        /** @enum {string} */
        readonly ConversionProductReportingColumn: "CAMPAIGN_NAME" | "CAMPAIGN_ID" | "ADVERTISER_ID" | "AD_GROUP_ID" | "CAMPAIGN_OBJECTIVE_TYPE" | "AD_GROUP_NAME" | "CONVERSION_PRODUCT_ID" | "CONVERSION_PRODUCT_BRAND" | "CONVERSION_PRODUCT_CATEGORY" | "CONVERSION_PRODUCT_ID_GROUP" | "TOTAL_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE" | "TOTAL_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_CHECKOUT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_CHECKOUT_CONVERSION_PRODUCT_VALUE" | "TOTAL_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_VALUE" | "TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_VALUE" | "TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_SIGNUP_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_SIGNUP_CONVERSION_PRODUCT_VALUE" | "TOTAL_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE" | "TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_LEAD_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_LEAD_CONVERSION_PRODUCT_VALUE" | "TOTAL_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_LEAD_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_LEAD_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_SEARCH_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_SEARCH_CONVERSION_PRODUCT_VALUE" | "TOTAL_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE" | "TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_CUSTOM_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_CUSTOM_CONVERSION_PRODUCT_VALUE" | "TOTAL_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_UNKNOWN_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_UNKNOWN_CONVERSION_PRODUCT_VALUE" | "TOTAL_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE" | "TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE" | "TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE" | "TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_VALUE" | "TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE" | "TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE" | "TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE" | "TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD" | "TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY" | "TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE" | "TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD";
        /** @enum {string} */
        readonly ConversionReportAttributionType: "INDIVIDUAL" | "HOUSEHOLD";
        /** @enum {string} */
        readonly ConversionReportTimeType: "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";
        /** @enum {string} */
        readonly Country: "AD" | "AE" | "AF" | "AG" | "AI" | "AL" | "AM" | "AO" | "AQ" | "AR" | "AS" | "AT" | "AU" | "AW" | "AX" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BF" | "BG" | "BH" | "BI" | "BJ" | "BL" | "BM" | "BN" | "BO" | "BQ" | "BR" | "BS" | "BT" | "BV" | "BW" | "BY" | "BZ" | "CA" | "CC" | "CD" | "CF" | "CG" | "CH" | "CI" | "CK" | "CL" | "CM" | "CN" | "CO" | "CR" | "CU" | "CV" | "CW" | "CX" | "CY" | "CZ" | "DE" | "DJ" | "DK" | "DM" | "DO" | "DZ" | "EC" | "EE" | "EG" | "EH" | "ER" | "ES" | "ET" | "FI" | "FJ" | "FK" | "FM" | "FO" | "FR" | "GA" | "GB" | "GD" | "GE" | "GF" | "GG" | "GH" | "GI" | "GL" | "GM" | "GN" | "GP" | "GQ" | "GR" | "GS" | "GT" | "GU" | "GW" | "GY" | "HK" | "HM" | "HN" | "HR" | "HT" | "HU" | "ID" | "IE" | "IL" | "IM" | "IN" | "IO" | "IQ" | "IR" | "IS" | "IT" | "JE" | "JM" | "JO" | "JP" | "KE" | "KG" | "KH" | "KI" | "KM" | "KN" | "KR" | "KW" | "KY" | "KZ" | "LA" | "LB" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MF" | "MG" | "MH" | "MK" | "ML" | "MM" | "MN" | "MO" | "MP" | "MQ" | "MR" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "MZ" | "NA" | "NC" | "NE" | "NF" | "NG" | "NI" | "NL" | "NO" | "NP" | "NR" | "NU" | "NZ" | "OM" | "PA" | "PE" | "PF" | "PG" | "PH" | "PK" | "PL" | "PM" | "PN" | "PR" | "PS" | "PT" | "PW" | "PY" | "QA" | "RE" | "RO" | "RS" | "RU" | "RW" | "SA" | "SB" | "SC" | "SD" | "SE" | "SG" | "SH" | "SI" | "SJ" | "SK" | "SL" | "SM" | "SN" | "SO" | "SR" | "SS" | "ST" | "SV" | "SX" | "SY" | "SZ" | "TC" | "TD" | "TF" | "TG" | "TH" | "TJ" | "TK" | "TL" | "TM" | "TN" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "UM" | "US" | "UY" | "UZ" | "VA" | "VC" | "VE" | "VG" | "VI" | "VN" | "VU" | "WF" | "WS" | "YE" | "YT" | "ZA" | "ZM" | "ZW";
        /** @enum {string} */
        readonly CreativeType: "REGULAR" | "VIDEO" | "SHOPPING" | "CAROUSEL" | "MAX_VIDEO" | "SHOP_THE_PIN" | "COLLECTION" | "IDEA" | "SHOWCASE" | "QUIZ" | "COLLAGE" | "MAX_WIDTH_REGULAR_COLLECTION" | "MAX_WIDTH_VIDEO_COLLECTION";
        /** @enum {string} */
        readonly Currency: "UNK" | "USD" | "GBP" | "CAD" | "EUR" | "AUD" | "NZD" | "SEK" | "ILS" | "CHF" | "HKD" | "JPY" | "SGD" | "KRW" | "NOK" | "DKK" | "PLN" | "RON" | "HUF" | "CZK" | "BRL" | "MXN" | "ARS" | "CLP" | "COP" | "INR" | "TRY";
        /** @enum {string} */
        readonly DataOutputFormat: "JSON" | "CSV";
        /** @enum {string} */
        readonly DataStatus: "PROCESSING" | "READY" | "ESTIMATE" | "BEFORE_BUSINESS_CREATED" | "BEFORE_DATA_RETENTION_PERIOD" | "BEFORE_PIN_DATA_RETENTION_PERIOD" | "BEFORE_METRIC_START_DATE" | "BEFORE_CORE_METRIC_START_DATE" | "BEFORE_PIN_FORMAT_METRIC_START_DATE" | "BEFORE_AUDIENCE_METRIC_START_DATE" | "BEFORE_AUDIENCE_MONTHLY_METRIC_START_DATE" | "BEFORE_VIDEO_METRIC_START_DATE" | "BEFORE_CONVERSION_METRIC_START_DATE" | "PURCHASERS_METRIC_SMALLER_THAN_THRESHOLD" | "IN_BAD_TAG_DATE" | "BEFORE_PUBLISHED_METRIC_START_DATE" | "BEFORE_ASSIST_METRIC_START_DATE" | "BEFORE_PIN_CREATED" | "BEFORE_ACCOUNT_CLAIMED" | "BEFORE_DEMOGRAPHIC_FILTERS_START_DATE" | "AUDIENCE_SEGMENT_SMALLER_THAN_THRESHOLD" | "AUDIENCE_TOTAL_SMALLER_THAN_THRESHOLD" | "BEFORE_PRODUCT_GROUP_FILTER_START_DATE";
        /** @enum {string} */
        readonly EntityStatus: "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";
        readonly Error: {
            readonly code: number;
            readonly message: string;
        };
        /** @enum {string} */
        readonly Granularity: "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";
        /** @enum {string|null} */
        readonly GridClickType: "CLOSEUP" | "DIRECT_TO_DESTINATION" | null;
        /** @enum {string|null} */
        readonly DisclosureType: "NO_DISCLOSURE" | "PRESCRIBING_INFORMATION" | "PRESCRIBING_INFORMATION_BOX_WARNING" | "IMPORTANT_SAFETY_INFO" | "MED_GUIDE" | "PATIENT_INFORMATION" | null;
        readonly Keyword: components["schemas"]["KeywordsCommon"] & {
            readonly archived?: boolean;
            readonly id?: string;
            readonly parent_id?: string;
            readonly parent_type?: string;
            readonly type?: string;
        };
        readonly KeywordsCommon: {
            readonly bid?: number | null;
            readonly match_type: components["schemas"]["MatchTypeResponse"];
            readonly value: string;
        };
        /** @enum {string} */
        readonly MatchType: "BROAD" | "PHRASE" | "EXACT" | "EXACT_NEGATIVE" | "PHRASE_NEGATIVE";
        /** @enum {string|null} */
        readonly MatchTypeResponse: "BROAD" | "PHRASE" | "EXACT" | "EXACT_NEGATIVE" | "PHRASE_NEGATIVE" | null;
        /** @enum {string} */
        readonly MetricsReportingLevel: "ADVERTISER" | "ADVERTISER_TARGETING" | "CAMPAIGN" | "CAMPAIGN_TARGETING" | "AD_GROUP" | "AD_GROUP_TARGETING" | "PIN_PROMOTION" | "PIN_PROMOTION_TARGETING" | "KEYWORD" | "PRODUCT_GROUP" | "PRODUCT_GROUP_TARGETING" | "PRODUCT_ITEM" | "PRODUCT_ITEM_TARGETING";
        readonly MetricsResponse: {
            readonly data?: readonly components["schemas"]["MetricsResponseDataItems"][];
        };
        /** @enum {string} */
        readonly MMMReportingColumn: "SPEND_IN_DOLLAR" | "SPEND_IN_MICRO_DOLLAR" | "ECPC_IN_DOLLAR" | "ECTR" | "CAMPAIGN_NAME" | "TOTAL_ENGAGEMENT" | "EENGAGEMENT_RATE" | "ECPM_IN_DOLLAR" | "CAMPAIGN_ID" | "ADVERTISER_ID" | "AD_GROUP_ID" | "AD_GROUP_NAME" | "CLICKTHROUGH_1" | "IMPRESSION_1" | "CLICKTHROUGH_2" | "IMPRESSION_2" | "TOTAL_CLICKTHROUGH" | "TOTAL_IMPRESSION" | "ADVERTISER_NAME" | "SPEND_ORDER_LINE_PAID_TYPE" | "CAMPAIGN_OBJECTIVE_TYPE" | "PINNER_LIST_NAME" | "ADS_CREDIT_SPEND_IN_DOLLAR" | "ADVERTISER_PAID_SPEND_IN_DOLLAR" | "ADVERTISER_PAID_ECPC_IN_DOLLAR" | "ADVERTISER_PAID_ECPM_IN_DOLLAR";
        /** @enum {string} */
        readonly MMMReportingTargetingType: "APPTYPE" | "COUNTRY" | "CREATIVE_TYPE" | "GENDER" | "LOCATION" | "PLACEMENT" | "AUDIENCE_INCLUDE";
        /** @enum {string} */
        readonly ObjectiveType: "AWARENESS" | "CONSIDERATION" | "WEB_CONVERSION" | "CATALOG_SALES" | "VIDEO_COMPLETION";
        readonly OptimizationGoalMetadata: {
            readonly conversion_tag_v3_goal_metadata?: {
                readonly attribution_windows?: {
                    readonly click_window_days?: number;
                    readonly engagement_window_days?: number;
                    readonly view_window_days?: number;
                };
                /** @enum {string} */
                readonly conversion_event?: "PAGE_VISIT" | "SIGNUP" | "CHECKOUT" | "CUSTOM" | "VIEW_CATEGORY" | "SEARCH" | "ADD_TO_CART" | "WATCH_VIDEO" | "LEAD" | "APP_INSTALL";
                readonly conversion_tag_id?: string;
                readonly cpa_goal_value_in_micro_currency?: string;
                readonly is_roas_optimized?: boolean | null;
                /** @enum {string|null} */
                readonly learning_mode_type?: "NOT_ACTIVE" | "ACTIVE" | null;
                readonly reporting_event?: string;
            };
            readonly frequency_goal_metadata?: {
                readonly frequency?: number;
                /** @enum {string} */
                readonly timerange?: "THIRTY_DAY" | "DAY" | "SEVEN_DAY" | "TWENTY_MINUTE" | "TEN_MINUTE" | "TWENTY_FOUR_HOUR";
            };
            readonly scrollup_goal_metadata?: {
                readonly scrollup_goal_value_in_micro_currency?: string | null;
            };
        };
        /** @enum {string} */
        readonly PacingDeliveryType: "STANDARD" | "ACCELERATED";
        readonly Paginated: {
            readonly bookmark?: string | null;
            readonly items: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly PinAnalyticsMetricsResponse: {
            readonly daily_metrics?: readonly components["schemas"]["PinAnalyticsDailyMetrics"][];
            readonly lifetime_metrics?: {
                readonly [key: string]: number;
            };
            readonly summary_metrics?: {
                readonly [key: string]: number;
            };
        };
        readonly PinAnalyticsResponse: {
            readonly [key: string]: components["schemas"]["PinAnalyticsMetricsResponse"];
        };
        /** @enum {string} */
        readonly PinPromotionSummaryStatus: "APPROVED" | "PAUSED" | "PENDING" | "REJECTED" | "ADVERTISER_DISABLED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";
        /**
         * @default ALL
         * @enum {string}
         */
        readonly PlacementGroupType: "ALL" | "SEARCH" | "BROWSE" | "OTHER";
        readonly ProductGroupPromotion: {
            readonly ad_group_id?: string;
            readonly bid_in_micro_currency?: number | null;
            readonly catalog_product_group_id?: string | null;
            readonly catalog_product_group_name?: string | null;
            /** @enum {string|null} */
            readonly collections_header_type?: "SHOP_THIS_COLLECTION" | "EXPLORE_THIS_COLLECTION" | "NO_HEADER" | "ON_SALE" | "GET_DEAL" | null;
            readonly collections_hero_destination_url?: string | null;
            readonly collections_hero_pin_id?: string | null;
            readonly creative_type?: components["schemas"]["CreativeType"];
            /** @enum {string|null} */
            readonly customizable_cta_type?: "SHOP_NOW" | "BOOK_NOW" | "ON_SALE" | "GET_DEAL" | "BUY_ONLINE_PICKUP_IN_STORE" | null;
            readonly definition?: string | null;
            readonly grid_click_type?: components["schemas"]["GridClickType"];
            readonly id?: string;
            readonly included?: boolean | null;
            readonly is_generate_background?: boolean | null;
            readonly is_mdl?: boolean | null;
            readonly parent_id?: string | null;
            /** @enum {string|null} */
            readonly preferred_media_type?: "VIDEO" | "IMAGE" | null;
            readonly relative_definition?: string | null;
            readonly selected_image_tag?: string | null;
            readonly selected_video_tag?: string | null;
            readonly slideshow_collections_description?: string | null;
            readonly slideshow_collections_title?: string | null;
            readonly status?: components["schemas"]["EntityStatus"];
            readonly tracking_url?: string | null;
        };
        /** @enum {string} */
        readonly ProductGroupSummaryStatus: "RUNNING" | "PAUSED" | "EXCLUDED" | "ARCHIVED";
        readonly QuizPinData: {
            readonly questions?: readonly components["schemas"]["QuizPinQuestion"][];
            readonly results?: readonly components["schemas"]["QuizPinResult"][];
            readonly tie_breaker_custom_result?: components["schemas"]["QuizPinResult"];
            /** @enum {string} */
            readonly tie_breaker_type?: "RANDOM" | "CUSTOM";
        } | null;
        readonly QuizPinOption: {
            readonly id?: number;
            readonly text?: string;
        } | null;
        readonly QuizPinQuestion: {
            readonly options?: readonly components["schemas"]["QuizPinOption"][];
            readonly question_id?: number;
            readonly question_text?: string;
        } | null;
        readonly QuizPinResult: {
            readonly android_deep_link?: string;
            readonly destination_url?: string;
            readonly ios_deep_link?: string;
            readonly organic_pin_id?: string;
            readonly result_id?: number;
        } | null;
        /** @enum {string} */
        readonly ReportingColumnAsync: "SPEND_IN_MICRO_DOLLAR" | "ADS_CREDIT_SPEND_IN_MICRO_DOLLAR" | "ADS_CREDIT_SPEND_IN_DOLLAR" | "PAID_IMPRESSION" | "SPEND_IN_DOLLAR" | "CPC_IN_MICRO_DOLLAR" | "ECPC_IN_MICRO_DOLLAR" | "ECPC_IN_DOLLAR" | "CTR" | "ECTR" | "OUTBOUND_CTR" | "OUTBOUND_CTR_1" | "COST_PER_OUTBOUND_CLICK" | "CAMPAIGN_NAME" | "CAMPAIGN_STATUS" | "CAMPAIGN_BRAND_LABEL" | "CAMPAIGN_CUSTOM_LABELS" | "PIN_PROMOTION_STATUS" | "AD_STATUS" | "PIN_ID" | "TOTAL_ENGAGEMENT" | "ENGAGEMENT_1" | "ENGAGEMENT_2" | "ECPE_IN_DOLLAR" | "ENGAGEMENT_RATE" | "EENGAGEMENT_RATE" | "ECPM_IN_MICRO_DOLLAR" | "REPIN_RATE" | "CTR_2" | "CAMPAIGN" | "CAMPAIGN_ID" | "ADVERTISER_ID" | "AD_ACCOUNT_ID" | "PIN_PROMOTION_ID" | "AD_ID" | "AD_GROUP_ID" | "CAMPAIGN_ENTITY_STATUS" | "CAMPAIGN_MANAGED_STATUS" | "CAMPAIGN_OBJECTIVE_TYPE" | "CPM_IN_MICRO_DOLLAR" | "CPM_IN_DOLLAR" | "AD_GROUP_NAME" | "AD_GROUP_STATUS" | "AD_GROUP_BUDGET_TYPE" | "AD_GROUP_BUDGET_IN_LOCAL_CURRENCY" | "AD_GROUP_ENTITY_STATUS" | "AD_GROUP_BID_MULTIPLIER" | "PRODUCT_GROUP_ID" | "PRODUCT_GROUP_STATUS" | "PROMO_ID" | "PROMO_NAME" | "PRODUCT_ITEM_NAME" | "PRODUCT_ITEM_IMAGE_URL" | "PRODUCT_ITEM_PRICE" | "PRODUCT_ITEM_PRODUCT_URL" | "PRODUCT_ITEM_PIN_URL" | "PRODUCT_ITEM_BRAND" | "PRODUCT_ITEM_DESCRIPTION" | "PRODUCT_ITEM_SALE_PRICE" | "PRODUCT_ITEM_PRODUCT_TYPE" | "PRODUCT_ITEM_PRODUCT_CATEGORY" | "PRODUCT_ITEM_CURRENCY" | "ORDER_LINE_ID" | "ORDER_LINE_NAME" | "CLICKTHROUGH_1" | "REPIN_1" | "IMPRESSION_1" | "IMPRESSION_1_GROSS" | "CLICKTHROUGH_1_GROSS" | "OUTBOUND_CLICK_1" | "CLICKTHROUGH_2" | "REPIN_2" | "IMPRESSION_2" | "OUTBOUND_CLICK_2" | "COLLECTION_PIN_ITEM_IMPRESSION_1" | "COLLECTION_PIN_ITEM_IMPRESSION_2" | "TOTAL_COLLECTION_PIN_ITEM_IMPRESSION" | "COLLECTION_PIN_ITEM_CLICKTHROUGH_1" | "COLLECTION_PIN_ITEM_CLICKTHROUGH_2" | "TOTAL_COLLECTION_PIN_ITEM_CLICKTHROUGH" | "TOTAL_CLICKTHROUGH" | "TOTAL_IMPRESSION" | "TOTAL_IMPRESSION_USER" | "TOTAL_IMPRESSION_FREQUENCY" | "COST_PER_OUTBOUND_CLICK_IN_DOLLAR" | "COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1" | "TOTAL_ENGAGEMENT_PAGE_VISIT" | "TOTAL_ENGAGEMENT_SIGNUP" | "TOTAL_ENGAGEMENT_CHECKOUT" | "TOTAL_ENGAGEMENT_CUSTOM" | "TOTAL_ENGAGEMENT_ADD_TO_CART" | "TOTAL_ENGAGEMENT_LEAD" | "TOTAL_ENGAGEMENT_SEARCH" | "TOTAL_ENGAGEMENT_WATCH_VIDEO" | "TOTAL_ENGAGEMENT_VIEW_CATEGORY" | "TOTAL_ENGAGEMENT_APP_INSTALL" | "TOTAL_ENGAGEMENT_UNKNOWN" | "TOTAL_CLICK_PAGE_VISIT" | "TOTAL_CLICK_SIGNUP" | "TOTAL_CLICK_CHECKOUT" | "TOTAL_CLICK_CUSTOM" | "TOTAL_CLICK_ADD_TO_CART" | "TOTAL_CLICK_LEAD" | "TOTAL_CLICK_SEARCH" | "TOTAL_CLICK_WATCH_VIDEO" | "TOTAL_CLICK_VIEW_CATEGORY" | "TOTAL_CLICK_APP_INSTALL" | "TOTAL_CLICK_UNKNOWN" | "TOTAL_VIEW_PAGE_VISIT" | "TOTAL_VIEW_SIGNUP" | "TOTAL_VIEW_CHECKOUT" | "TOTAL_VIEW_CUSTOM" | "TOTAL_VIEW_ADD_TO_CART" | "TOTAL_VIEW_LEAD" | "TOTAL_VIEW_SEARCH" | "TOTAL_VIEW_WATCH_VIDEO" | "TOTAL_VIEW_VIEW_CATEGORY" | "TOTAL_VIEW_APP_INSTALL" | "TOTAL_VIEW_UNKNOWN" | "TOTAL_CONVERSIONS" | "TOTAL_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CONVERSIONS_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_PAGE_VISIT_QUANTITY" | "TOTAL_ENGAGEMENT_SIGNUP_QUANTITY" | "TOTAL_ENGAGEMENT_CHECKOUT_QUANTITY" | "TOTAL_ENGAGEMENT_CUSTOM_QUANTITY" | "TOTAL_ENGAGEMENT_ADD_TO_CART_QUANTITY" | "TOTAL_ENGAGEMENT_LEAD_QUANTITY" | "TOTAL_ENGAGEMENT_SEARCH_QUANTITY" | "TOTAL_ENGAGEMENT_WATCH_VIDEO_QUANTITY" | "TOTAL_ENGAGEMENT_VIEW_CATEGORY_QUANTITY" | "TOTAL_ENGAGEMENT_UNKNOWN_QUANTITY" | "TOTAL_CLICK_PAGE_VISIT_QUANTITY" | "TOTAL_CLICK_SIGNUP_QUANTITY" | "TOTAL_CLICK_CHECKOUT_QUANTITY" | "TOTAL_CLICK_CUSTOM_QUANTITY" | "TOTAL_CLICK_ADD_TO_CART_QUANTITY" | "TOTAL_CLICK_LEAD_QUANTITY" | "TOTAL_CLICK_SEARCH_QUANTITY" | "TOTAL_CLICK_WATCH_VIDEO_QUANTITY" | "TOTAL_CLICK_VIEW_CATEGORY_QUANTITY" | "TOTAL_CLICK_UNKNOWN_QUANTITY" | "TOTAL_VIEW_PAGE_VISIT_QUANTITY" | "TOTAL_VIEW_SIGNUP_QUANTITY" | "TOTAL_VIEW_CHECKOUT_QUANTITY" | "TOTAL_VIEW_CUSTOM_QUANTITY" | "TOTAL_VIEW_ADD_TO_CART_QUANTITY" | "TOTAL_VIEW_LEAD_QUANTITY" | "TOTAL_VIEW_SEARCH_QUANTITY" | "TOTAL_VIEW_WATCH_VIDEO_QUANTITY" | "TOTAL_VIEW_VIEW_CATEGORY_QUANTITY" | "TOTAL_VIEW_UNKNOWN_QUANTITY" | "TOTAL_CONVERSIONS_QUANTITY" | "TOTAL_WEB_SESSIONS" | "WEB_SESSIONS_1" | "WEB_SESSIONS_2" | "ONSITE_CHECKOUTS_1" | "PIN_PROMOTION_NAME" | "AD_NAME" | "CAMPAIGN_LIFETIME_SPEND_CAP" | "AD_GROUP_OPTIMIZATION" | "CAMPAIGN_DAILY_SPEND_CAP" | "CAMPAIGN_BUDGET_OPTIMIZATION" | "IS_CATALOG_CREATIVE_CAMPAIGN" | "IS_PREMIERE_CAMPAIGN" | "TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_PAGE_VISIT_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_PAGE_VISIT_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_PAGE_VISIT_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_SIGNUP_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_SIGNUP_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_SIGNUP_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_SIGNUP_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_SIGNUP_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_SIGNUP_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_SIGNUP_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_SIGNUP_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_SIGNUP_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_CHECKOUT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_CHECKOUT_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_CHECKOUT_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_CHECKOUT_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_CHECKOUT_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_CHECKOUT_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_CHECKOUT_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_CHECKOUT_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_CHECKOUT_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_CUSTOM_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_CUSTOM_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_CUSTOM_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_CUSTOM_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_CUSTOM_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_CUSTOM_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_CUSTOM_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_CUSTOM_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_CUSTOM_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_ADD_TO_CART_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_ADD_TO_CART_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_ADD_TO_CART_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_LEAD_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_LEAD_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_LEAD_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_LEAD_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_LEAD_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_LEAD_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_LEAD_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_LEAD_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_LEAD_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_SEARCH_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_SEARCH_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_SEARCH_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_SEARCH_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_SEARCH_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_SEARCH_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_SEARCH_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_SEARCH_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_SEARCH_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_APP_INSTALL_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_APP_INSTALL_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_APP_INSTALL_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_APP_INSTALL_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_APP_INSTALL_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_APP_INSTALL_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_UNKNOWN_DESKTOP_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_UNKNOWN_DESKTOP_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_UNKNOWN_DESKTOP_ACTION_TO_TABLET_CONVERSION" | "TOTAL_UNKNOWN_MOBILE_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_UNKNOWN_MOBILE_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_UNKNOWN_MOBILE_ACTION_TO_TABLET_CONVERSION" | "TOTAL_UNKNOWN_TABLET_ACTION_TO_DESKTOP_CONVERSION" | "TOTAL_UNKNOWN_TABLET_ACTION_TO_MOBILE_CONVERSION" | "TOTAL_UNKNOWN_TABLET_ACTION_TO_TABLET_CONVERSION" | "TOTAL_PAGE_VISIT" | "TOTAL_SIGNUP" | "TOTAL_CHECKOUT" | "TOTAL_CUSTOM" | "TOTAL_ADD_TO_CART" | "TOTAL_LEAD" | "TOTAL_SEARCH" | "TOTAL_WATCH_VIDEO" | "TOTAL_VIEW_CATEGORY" | "TOTAL_APP_INSTALL" | "TOTAL_ADD_TO_WISHLIST" | "TOTAL_SUBSCRIBE" | "TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR" | "TOTAL_APP_INSTALL_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CHECKOUT_QUANTITY" | "PAGE_VISIT_COST_PER_ACTION" | "APP_INSTALL_COST_PER_ACTION" | "PAGE_VISIT_ROAS" | "CHECKOUT_ROAS" | "CUSTOM_ROAS" | "PRODUCT_GROUP_AD_IMAGE_TAG" | "PRODUCT_GROUP_AD_VIDEO_TAG" | "VIDEO_3SEC_VIEWS_1" | "VIDEO_15SEC_UNIQUE_VIEWS_1" | "VIDEO_P100_COMPLETE_1" | "VIDEO_P0_COMBINED_1" | "VIDEO_P25_COMBINED_1" | "VIDEO_P50_COMBINED_1" | "VIDEO_P75_COMBINED_1" | "VIDEO_P95_COMBINED_1" | "VIDEO_MRC_VIEWS_1" | "VIDEO_3SEC_VIEWS_2" | "VIDEO_15SEC_UNIQUE_VIEWS_2" | "VIDEO_P100_COMPLETE_2" | "VIDEO_P0_COMBINED_2" | "VIDEO_P25_COMBINED_2" | "VIDEO_P50_COMBINED_2" | "VIDEO_P75_COMBINED_2" | "VIDEO_P95_COMBINED_2" | "VIDEO_MRC_VIEWS_2" | "PAID_VIDEO_VIEWABLE_RATE" | "VIDEO_LENGTH" | "VIDEO_SPEND_IN_DOLLAR" | "CPV_IN_MICRO_DOLLAR" | "ECPV_IN_DOLLAR" | "CPCV_IN_MICRO_DOLLAR" | "ECPCV_IN_DOLLAR" | "CPCV_P95_IN_MICRO_DOLLAR" | "ECPCV_P95_IN_DOLLAR" | "TOTAL_VIDEO_3SEC_VIEWS" | "TOTAL_VIDEO_15SEC_UNIQUE_VIEWS" | "TOTAL_VIDEO_P100_COMPLETE" | "TOTAL_VIDEO_P0_COMBINED" | "TOTAL_VIDEO_P25_COMBINED" | "TOTAL_VIDEO_P50_COMBINED" | "TOTAL_VIDEO_P75_COMBINED" | "TOTAL_VIDEO_P95_COMBINED" | "TOTAL_VIDEO_MRC_VIEWS" | "VIDEO_AVG_WATCHTIME_IN_SECOND_1" | "VIDEO_AVG_WATCHTIME_IN_SECOND_2" | "TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND" | "TOTAL_DESTINATION_VIEWS" | "TOTAL_REPIN_RATE" | "WEB_CHECKOUT_COST_PER_ACTION" | "WEB_CHECKOUT_ROAS" | "TOTAL_WEB_CHECKOUT" | "TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_CHECKOUT" | "TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_CHECKOUT" | "TOTAL_WEB_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_CHECKOUT" | "TOTAL_WEB_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "INAPP_CHECKOUT_COST_PER_ACTION" | "INAPP_CHECKOUT_ROAS" | "TOTAL_INAPP_CHECKOUT" | "TOTAL_INAPP_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_CLICK_CHECKOUT" | "TOTAL_INAPP_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_ENGAGEMENT_CHECKOUT" | "TOTAL_INAPP_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_VIEW_CHECKOUT" | "TOTAL_INAPP_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "OFFLINE_CHECKOUT_COST_PER_ACTION" | "OFFLINE_CHECKOUT_ROAS" | "TOTAL_OFFLINE_CHECKOUT" | "TOTAL_OFFLINE_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_CLICK_CHECKOUT" | "TOTAL_OFFLINE_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT" | "TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_VIEW_CHECKOUT" | "TOTAL_OFFLINE_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "PINTEREST_CHECKOUT_COST_PER_ACTION" | "PINTEREST_CHECKOUT_ROAS" | "TOTAL_PINTEREST_CHECKOUT" | "TOTAL_PINTEREST_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "WEB_ADD_TO_CART_COST_PER_ACTION" | "WEB_ADD_TO_CART_ROAS" | "TOTAL_WEB_ADD_TO_CART" | "TOTAL_WEB_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_ADD_TO_CART" | "TOTAL_WEB_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_ADD_TO_CART" | "TOTAL_WEB_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_ADD_TO_CART" | "TOTAL_WEB_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "INAPP_ADD_TO_CART_COST_PER_ACTION" | "INAPP_ADD_TO_CART_ROAS" | "TOTAL_INAPP_ADD_TO_CART" | "TOTAL_INAPP_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_CLICK_ADD_TO_CART" | "TOTAL_INAPP_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART" | "TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_VIEW_ADD_TO_CART" | "TOTAL_INAPP_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR" | "WEB_PAGE_VISIT_COST_PER_ACTION" | "WEB_PAGE_VISIT_ROAS" | "TOTAL_WEB_PAGE_VISIT" | "TOTAL_WEB_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_PAGE_VISIT" | "TOTAL_WEB_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_PAGE_VISIT" | "TOTAL_WEB_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_PAGE_VISIT" | "TOTAL_WEB_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR" | "WEB_SIGNUP_COST_PER_ACTION" | "WEB_SIGNUP_ROAS" | "TOTAL_WEB_SIGNUP" | "TOTAL_WEB_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_SIGNUP" | "TOTAL_WEB_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_SIGNUP" | "TOTAL_WEB_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_SIGNUP" | "TOTAL_WEB_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "INAPP_SIGNUP_COST_PER_ACTION" | "INAPP_SIGNUP_ROAS" | "TOTAL_INAPP_SIGNUP" | "TOTAL_INAPP_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_CLICK_SIGNUP" | "TOTAL_INAPP_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_ENGAGEMENT_SIGNUP" | "TOTAL_INAPP_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_VIEW_SIGNUP" | "TOTAL_INAPP_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "OFFLINE_SIGNUP_COST_PER_ACTION" | "OFFLINE_SIGNUP_ROAS" | "TOTAL_OFFLINE_SIGNUP" | "TOTAL_OFFLINE_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_CLICK_SIGNUP" | "TOTAL_OFFLINE_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_ENGAGEMENT_SIGNUP" | "TOTAL_OFFLINE_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_VIEW_SIGNUP" | "TOTAL_OFFLINE_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "WEB_WATCH_VIDEO_COST_PER_ACTION" | "WEB_WATCH_VIDEO_ROAS" | "TOTAL_WEB_WATCH_VIDEO" | "TOTAL_WEB_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_WATCH_VIDEO" | "TOTAL_WEB_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO" | "TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_WATCH_VIDEO" | "TOTAL_WEB_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR" | "WEB_LEAD_COST_PER_ACTION" | "WEB_LEAD_ROAS" | "TOTAL_WEB_LEAD" | "TOTAL_WEB_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_LEAD" | "TOTAL_WEB_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_LEAD" | "TOTAL_WEB_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_LEAD" | "TOTAL_WEB_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR" | "OFFLINE_LEAD_COST_PER_ACTION" | "OFFLINE_LEAD_ROAS" | "TOTAL_OFFLINE_LEAD" | "TOTAL_OFFLINE_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_CLICK_LEAD" | "TOTAL_OFFLINE_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_ENGAGEMENT_LEAD" | "TOTAL_OFFLINE_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_VIEW_LEAD" | "TOTAL_OFFLINE_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR" | "WEB_SEARCH_COST_PER_ACTION" | "WEB_SEARCH_ROAS" | "TOTAL_WEB_SEARCH" | "TOTAL_WEB_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_SEARCH" | "TOTAL_WEB_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_SEARCH" | "TOTAL_WEB_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_SEARCH" | "TOTAL_WEB_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR" | "INAPP_SEARCH_COST_PER_ACTION" | "INAPP_SEARCH_ROAS" | "TOTAL_INAPP_SEARCH" | "TOTAL_INAPP_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_CLICK_SEARCH" | "TOTAL_INAPP_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_ENGAGEMENT_SEARCH" | "TOTAL_INAPP_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_VIEW_SEARCH" | "TOTAL_INAPP_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR" | "WEB_VIEW_CATEGORY_COST_PER_ACTION" | "WEB_VIEW_CATEGORY_ROAS" | "TOTAL_WEB_VIEW_CATEGORY" | "TOTAL_WEB_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_VIEW_CATEGORY" | "TOTAL_WEB_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY" | "TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_VIEW_CATEGORY" | "TOTAL_WEB_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR" | "WEB_CUSTOM_COST_PER_ACTION" | "WEB_CUSTOM_ROAS" | "TOTAL_WEB_CUSTOM" | "TOTAL_WEB_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_CUSTOM" | "TOTAL_WEB_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_CUSTOM" | "TOTAL_WEB_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_CUSTOM" | "TOTAL_WEB_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "OFFLINE_CUSTOM_COST_PER_ACTION" | "OFFLINE_CUSTOM_ROAS" | "TOTAL_OFFLINE_CUSTOM" | "TOTAL_OFFLINE_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_CLICK_CUSTOM" | "TOTAL_OFFLINE_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_ENGAGEMENT_CUSTOM" | "TOTAL_OFFLINE_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_VIEW_CUSTOM" | "TOTAL_OFFLINE_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "WEB_UNKNOWN_COST_PER_ACTION" | "WEB_UNKNOWN_ROAS" | "TOTAL_WEB_UNKNOWN" | "TOTAL_WEB_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_UNKNOWN" | "TOTAL_WEB_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_UNKNOWN" | "TOTAL_WEB_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_UNKNOWN" | "TOTAL_WEB_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "INAPP_UNKNOWN_COST_PER_ACTION" | "INAPP_UNKNOWN_ROAS" | "TOTAL_INAPP_UNKNOWN" | "TOTAL_INAPP_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_CLICK_UNKNOWN" | "TOTAL_INAPP_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_ENGAGEMENT_UNKNOWN" | "TOTAL_INAPP_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_VIEW_UNKNOWN" | "TOTAL_INAPP_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "OFFLINE_UNKNOWN_COST_PER_ACTION" | "OFFLINE_UNKNOWN_ROAS" | "TOTAL_OFFLINE_UNKNOWN" | "TOTAL_OFFLINE_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_CLICK_UNKNOWN" | "TOTAL_OFFLINE_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN" | "TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "TOTAL_OFFLINE_VIEW_UNKNOWN" | "TOTAL_OFFLINE_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR" | "INAPP_APP_INSTALL_COST_PER_ACTION" | "INAPP_APP_INSTALL_ROAS" | "TOTAL_INAPP_APP_INSTALL" | "TOTAL_INAPP_APP_INSTALL_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_CLICK_APP_INSTALL" | "TOTAL_INAPP_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_ENGAGEMENT_APP_INSTALL" | "TOTAL_INAPP_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR" | "TOTAL_INAPP_VIEW_APP_INSTALL" | "TOTAL_INAPP_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR" | "TOTAL_APP_INSTALL_CONVERSION_RATE" | "TOTAL_INAPP_APP_INSTALL_CONVERSION_RATE" | "IDEA_PIN_PAGE_FORWARD_1" | "IDEA_PIN_PAGE_FORWARD_2" | "IDEA_PIN_PAGE_BACKWARD_1" | "IDEA_PIN_PAGE_BACKWARD_2" | "TOTAL_IDEA_PIN_PAGE_FORWARD" | "TOTAL_IDEA_PIN_PAGE_BACKWARD" | "IDEA_PIN_PRODUCT_TAG_VISIT_1" | "IDEA_PIN_PRODUCT_TAG_VISIT_2" | "TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT" | "LEADS" | "COST_PER_LEAD" | "QUIZ_COMPLETED" | "QUIZ_COMPLETION_RATE" | "SHOWCASE_PIN_CLICKTHROUGH" | "SHOWCASE_SUBPAGE_CLICKTHROUGH" | "SHOWCASE_SUBPIN_CLICKTHROUGH" | "SHOWCASE_SUBPAGE_IMPRESSION" | "SHOWCASE_SUBPIN_IMPRESSION" | "SHOWCASE_SUBPAGE_SWIPE_LEFT" | "SHOWCASE_SUBPAGE_SWIPE_RIGHT" | "SHOWCASE_SUBPIN_SWIPE_LEFT" | "SHOWCASE_SUBPIN_SWIPE_RIGHT" | "SHOWCASE_SUBPAGE_REPIN" | "SHOWCASE_SUBPIN_REPIN" | "SHOWCASE_SUBPAGE_CLOSEUP" | "SHOWCASE_CARD_THUMBNAIL_SWIPE_FORWARD" | "SHOWCASE_CARD_THUMBNAIL_SWIPE_BACKWARD" | "SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION" | "TOTAL_CHECKOUT_CONVERSION_RATE" | "TOTAL_VIEW_CATEGORY_CONVERSION_RATE" | "TOTAL_ADD_TO_CART_CONVERSION_RATE" | "TOTAL_SIGNUP_CONVERSION_RATE" | "TOTAL_PAGE_VISIT_CONVERSION_RATE" | "TOTAL_LEAD_CONVERSION_RATE" | "TOTAL_SEARCH_CONVERSION_RATE" | "TOTAL_WATCH_VIDEO_CONVERSION_RATE" | "TOTAL_UNKNOWN_CONVERSION_RATE" | "TOTAL_CUSTOM_CONVERSION_RATE" | "STANDARD_AD_FEED_ITEM_ID" | "SPEND_ORDER_LINE_ID" | "INAPP_SKAN_APP_INSTALL" | "INAPP_SKAN_ASSISTED_APP_INSTALL" | "INAPP_SKAN_APP_INSTALL_COST_PER_ACTION" | "INAPP_SKAN_APP_INSTALL_CONVERSION_RATE";
        /** @enum {string} */
        readonly ReportingTimeZone: "PINTEREST_TIME_ZONE" | "AD_ACCOUNT_TIME_ZONE";
        /** @enum {string|null} */
        readonly TargetingAdvertiserCountry: "US" | "GB" | "CA" | "IE" | "AU" | "NZ" | "FR" | "SE" | "IL" | "DE" | "AT" | "IT" | "ES" | "NL" | "BE" | "PT" | "CH" | "HK" | "JP" | "KR" | "SG" | "NO" | "DK" | "FI" | "CY" | "LU" | "MT" | "PL" | "RO" | "HU" | "CZ" | "GR" | "SK" | "BR" | "MX" | "AR" | "CL" | "CO" | null;
        readonly TargetingOptionResponse: readonly {
            readonly [key: string]: unknown;
        }[] | null;
        readonly TargetingSpec: {
            readonly AGE_BUCKET?: readonly components["schemas"]["TargetingSpecAgeBucket"][] | null;
            readonly APPTYPE?: readonly components["schemas"]["TargetingSpecAppType"][] | null;
            readonly AUDIENCE_EXCLUDE?: readonly string[] | null;
            readonly AUDIENCE_INCLUDE?: readonly string[] | null;
            readonly GENDER?: readonly components["schemas"]["TargetingSpecGender"][] | null;
            readonly GEO?: readonly string[] | null;
            readonly INTEREST?: readonly string[];
            readonly LOCALE?: readonly string[] | null;
            readonly LOCATION?: readonly string[] | null;
            /** @enum {string} */
            readonly MAXIMUM_AGE?: "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "65+";
            /** @enum {string} */
            readonly MINIMUM_AGE?: "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65";
            readonly SHOPPING_RETARGETING?: readonly components["schemas"]["TargetingSpecShoppingRetargeting"][] | null;
            readonly TARGETING_STRATEGY?: readonly ("CHOOSE_YOUR_OWN" | "FIND_NEW_CUSTOMERS" | "RECONNECT_WITH_USERS")[] | null;
        };
        /** @enum {string} */
        readonly TargetingSpecAppType: "android_mobile" | "android_tablet" | "ipad" | "iphone" | "web" | "web_mobile";
        /** @enum {string} */
        readonly TargetingSpecAgeBucket: "18-24" | "19+" | "20+" | "21+" | "25-34" | "35-44" | "45-49" | "50-54" | "55-64" | "65+";
        /** @enum {string} */
        readonly TargetingSpecGender: "unknown" | "male" | "female";
        readonly TargetingSpecShoppingRetargeting: {
            readonly exclusion_window?: number;
            readonly lookback_window?: number;
            readonly tag_types?: readonly number[];
        };
        readonly TopPinsAnalyticsResponse: {
            readonly date_availability?: components["schemas"]["TopPinsAnalyticsResponseDateAvailability"];
            readonly pins?: readonly components["schemas"]["TopPinsAnalyticsResponsePinsItems"][];
            readonly sort_by?: components["schemas"]["TopPinsSortBy"];
        };
        readonly TopVideoPinsAnalyticsResponse: {
            readonly date_availability?: components["schemas"]["TopVideoPinsAnalyticsResponseDateAvailability"];
            readonly pins?: readonly components["schemas"]["TopVideoPinsAnalyticsResponsePinsItems"][];
            readonly sort_by?: components["schemas"]["TopVideoPinsSortBy"];
        };
        readonly TrackingUrls: {
            readonly audience_verification?: readonly string[];
            readonly buyable_button?: readonly string[];
            readonly click?: readonly string[];
            readonly engagement?: readonly string[];
            readonly impression?: readonly string[];
        } | null;
        readonly "Pinterest.Lib.Error": {
            readonly code: number;
            readonly message: string;
        };
        readonly AdAccount: {
            readonly id: string;
            readonly name?: string;
            readonly owner?: components["schemas"]["AdAccountOwner"];
            readonly country?: components["schemas"]["Country"];
            readonly currency?: components["schemas"]["Currency"];
            readonly permissions?: readonly components["schemas"]["BusinessAccessRole"][];
            readonly created_time?: number | null;
            readonly updated_time?: number | null;
            readonly time_zone?: string;
        };
        readonly AdAccountOwner: {
            readonly id?: string;
            readonly username?: string;
        };
        readonly "Pinterest.Lib.IntegerFormatType": string;
        readonly TemplateBasedReport: {
            readonly message?: string;
            readonly report_status: components["schemas"]["BulkReportingJobStatus"];
            readonly template_id: string;
            readonly token?: string;
        };
        /** @enum {string} */
        readonly ReportingColumnSync: "SPEND_IN_MICRO_DOLLAR" | "PAID_IMPRESSION" | "SPEND_IN_DOLLAR" | "CPC_IN_MICRO_DOLLAR" | "ECPC_IN_MICRO_DOLLAR" | "ECPC_IN_DOLLAR" | "CTR" | "ECTR" | "OUTBOUND_CTR_1" | "CAMPAIGN_NAME" | "CAMPAIGN_BRAND_LABEL" | "PIN_ID" | "TOTAL_ENGAGEMENT" | "ENGAGEMENT_1" | "ENGAGEMENT_2" | "ECPE_IN_DOLLAR" | "ENGAGEMENT_RATE" | "EENGAGEMENT_RATE" | "ECPM_IN_MICRO_DOLLAR" | "REPIN_RATE" | "CTR_2" | "CAMPAIGN_ID" | "ADVERTISER_ID" | "AD_ACCOUNT_ID" | "PIN_PROMOTION_ID" | "AD_ID" | "AD_GROUP_ID" | "CAMPAIGN_ENTITY_STATUS" | "CAMPAIGN_OBJECTIVE_TYPE" | "CPM_IN_MICRO_DOLLAR" | "CPM_IN_DOLLAR" | "AD_GROUP_NAME" | "AD_GROUP_BUDGET_TYPE" | "AD_GROUP_BUDGET_IN_LOCAL_CURRENCY" | "AD_GROUP_ENTITY_STATUS" | "AD_GROUP_BID_MULTIPLIER" | "PROMO_ID" | "PROMO_NAME" | "ORDER_LINE_ID" | "ORDER_LINE_NAME" | "CLICKTHROUGH_1" | "REPIN_1" | "IMPRESSION_1" | "IMPRESSION_1_GROSS" | "CLICKTHROUGH_1_GROSS" | "OUTBOUND_CLICK_1" | "CLICKTHROUGH_2" | "REPIN_2" | "IMPRESSION_2" | "OUTBOUND_CLICK_2" | "COLLECTION_PIN_ITEM_IMPRESSION_1" | "COLLECTION_PIN_ITEM_IMPRESSION_2" | "TOTAL_COLLECTION_PIN_ITEM_IMPRESSION" | "COLLECTION_PIN_ITEM_CLICKTHROUGH_1" | "COLLECTION_PIN_ITEM_CLICKTHROUGH_2" | "TOTAL_COLLECTION_PIN_ITEM_CLICKTHROUGH" | "TOTAL_CLICKTHROUGH" | "TOTAL_IMPRESSION" | "TOTAL_IMPRESSION_USER" | "TOTAL_IMPRESSION_FREQUENCY" | "COST_PER_OUTBOUND_CLICK_IN_DOLLAR" | "COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1" | "TOTAL_ENGAGEMENT_SIGNUP" | "TOTAL_ENGAGEMENT_CHECKOUT" | "TOTAL_ENGAGEMENT_LEAD" | "TOTAL_CLICK_SIGNUP" | "TOTAL_CLICK_CHECKOUT" | "TOTAL_CLICK_ADD_TO_CART" | "TOTAL_CLICK_LEAD" | "TOTAL_VIEW_SIGNUP" | "TOTAL_VIEW_CHECKOUT" | "TOTAL_VIEW_ADD_TO_CART" | "TOTAL_VIEW_LEAD" | "TOTAL_CONVERSIONS" | "TOTAL_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_SESSIONS" | "WEB_SESSIONS_1" | "WEB_SESSIONS_2" | "AD_NAME" | "CAMPAIGN_LIFETIME_SPEND_CAP" | "AD_GROUP_OPTIMIZATION" | "CAMPAIGN_DAILY_SPEND_CAP" | "CAMPAIGN_BUDGET_OPTIMIZATION" | "IS_PREMIERE_CAMPAIGN" | "TOTAL_PAGE_VISIT" | "TOTAL_SIGNUP" | "TOTAL_CHECKOUT" | "TOTAL_CUSTOM" | "TOTAL_LEAD" | "TOTAL_ADD_TO_WISHLIST" | "TOTAL_SUBSCRIBE" | "TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR" | "PAGE_VISIT_COST_PER_ACTION" | "PAGE_VISIT_ROAS" | "CHECKOUT_ROAS" | "CUSTOM_ROAS" | "PRODUCT_GROUP_AD_IMAGE_TAG" | "PRODUCT_GROUP_AD_VIDEO_TAG" | "VIDEO_3SEC_VIEWS_1" | "VIDEO_15SEC_UNIQUE_VIEWS_1" | "VIDEO_MRC_VIEWS_1" | "VIDEO_3SEC_VIEWS_2" | "VIDEO_15SEC_UNIQUE_VIEWS_2" | "VIDEO_P100_COMPLETE_2" | "VIDEO_P0_COMBINED_2" | "VIDEO_P25_COMBINED_2" | "VIDEO_P50_COMBINED_2" | "VIDEO_P75_COMBINED_2" | "VIDEO_P95_COMBINED_2" | "VIDEO_MRC_VIEWS_2" | "PAID_VIDEO_VIEWABLE_RATE" | "VIDEO_LENGTH" | "VIDEO_SPEND_IN_DOLLAR" | "ECPV_IN_DOLLAR" | "ECPCV_IN_DOLLAR" | "ECPCV_P95_IN_DOLLAR" | "TOTAL_VIDEO_3SEC_VIEWS" | "TOTAL_VIDEO_15SEC_UNIQUE_VIEWS" | "TOTAL_VIDEO_P100_COMPLETE" | "TOTAL_VIDEO_P0_COMBINED" | "TOTAL_VIDEO_P25_COMBINED" | "TOTAL_VIDEO_P50_COMBINED" | "TOTAL_VIDEO_P75_COMBINED" | "TOTAL_VIDEO_P95_COMBINED" | "TOTAL_VIDEO_MRC_VIEWS" | "TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND" | "TOTAL_REPIN_RATE" | "WEB_CHECKOUT_COST_PER_ACTION" | "WEB_CHECKOUT_ROAS" | "TOTAL_WEB_CHECKOUT" | "TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_CLICK_CHECKOUT" | "TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_ENGAGEMENT_CHECKOUT" | "TOTAL_WEB_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "TOTAL_WEB_VIEW_CHECKOUT" | "TOTAL_WEB_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR" | "INAPP_CHECKOUT_COST_PER_ACTION" | "TOTAL_OFFLINE_CHECKOUT" | "TOTAL_APP_INSTALL_CONVERSION_RATE" | "TOTAL_INAPP_APP_INSTALL_CONVERSION_RATE" | "IDEA_PIN_PRODUCT_TAG_VISIT_1" | "IDEA_PIN_PRODUCT_TAG_VISIT_2" | "TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT" | "LEADS" | "COST_PER_LEAD" | "QUIZ_COMPLETED" | "QUIZ_PIN_RESULT_OPEN" | "QUIZ_COMPLETION_RATE" | "SHOWCASE_PIN_CLICKTHROUGH" | "SHOWCASE_SUBPAGE_CLICKTHROUGH" | "SHOWCASE_SUBPIN_CLICKTHROUGH" | "SHOWCASE_SUBPAGE_IMPRESSION" | "SHOWCASE_SUBPIN_IMPRESSION" | "SHOWCASE_SUBPAGE_SWIPE_LEFT" | "SHOWCASE_SUBPAGE_SWIPE_RIGHT" | "SHOWCASE_SUBPIN_SWIPE_LEFT" | "SHOWCASE_SUBPIN_SWIPE_RIGHT" | "SHOWCASE_SUBPAGE_REPIN" | "SHOWCASE_SUBPIN_REPIN" | "SHOWCASE_SUBPAGE_CLOSEUP" | "SHOWCASE_CARD_THUMBNAIL_SWIPE_FORWARD" | "SHOWCASE_CARD_THUMBNAIL_SWIPE_BACKWARD" | "SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION" | "TOTAL_CHECKOUT_CONVERSION_RATE" | "TOTAL_VIEW_CATEGORY_CONVERSION_RATE" | "TOTAL_ADD_TO_CART_CONVERSION_RATE" | "TOTAL_SIGNUP_CONVERSION_RATE" | "TOTAL_PAGE_VISIT_CONVERSION_RATE" | "TOTAL_LEAD_CONVERSION_RATE" | "TOTAL_SEARCH_CONVERSION_RATE" | "TOTAL_WATCH_VIDEO_CONVERSION_RATE" | "TOTAL_UNKNOWN_CONVERSION_RATE" | "TOTAL_CUSTOM_CONVERSION_RATE" | "INAPP_SKAN_APP_INSTALL" | "INAPP_SKAN_ASSISTED_APP_INSTALL" | "INAPP_SKAN_APP_INSTALL_COST_PER_ACTION" | "INAPP_SKAN_APP_INSTALL_CONVERSION_RATE";
        /** @enum {string} */
        readonly AdeColumnType: "ADE_COST_PER_ACTION" | "ADE_ROAS" | "ADE_TOTAL_CONVERSIONS" | "ADE_TOTAL_VALUE_IN_MICRO_DOLLAR" | "ADE_AVERAGE_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_CLICK" | "ADE_TOTAL_CLICK_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_VIEW" | "ADE_TOTAL_VIEW_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_CONVERSION_RATE" | "ADE_WEB_COST_PER_ACTION" | "ADE_WEB_ROAS" | "ADE_TOTAL_WEB_CONVERSIONS" | "ADE_TOTAL_WEB_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_WEB_CLICK" | "ADE_TOTAL_WEB_CLICK_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_WEB_VIEW" | "ADE_TOTAL_WEB_VIEW_VALUE_IN_MICRO_DOLLAR" | "ADE_INAPP_COST_PER_ACTION" | "ADE_INAPP_ROAS" | "ADE_TOTAL_INAPP_CONVERSIONS" | "ADE_TOTAL_INAPP_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_INAPP_CLICK" | "ADE_TOTAL_INAPP_CLICK_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_INAPP_VIEW" | "ADE_TOTAL_INAPP_VIEW_VALUE_IN_MICRO_DOLLAR" | "ADE_OFFLINE_COST_PER_ACTION" | "ADE_OFFLINE_ROAS" | "ADE_TOTAL_OFFLINE_CONVERSIONS" | "ADE_TOTAL_OFFLINE_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_OFFLINE_CLICK" | "ADE_TOTAL_OFFLINE_CLICK_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_OFFLINE_VIEW" | "ADE_TOTAL_OFFLINE_VIEW_VALUE_IN_MICRO_DOLLAR" | "ADE_TOTAL_CONVERSION_PRODUCT_QUANTITY" | "ADE_TOTAL_CONVERSION_PRODUCT_VALUE" | "ADE_TOTAL_CONVERSION_PRODUCT_VALUE_IN_MICRO_UNITS" | "ADE_TOTAL_CONVERSION_PRODUCT_VALUE_IN_USD" | "ADE_TOTAL_CONVERSION_PRODUCT_VALUE_IN_MICRO_USD" | "ADE_TOTAL_WEB_CONVERSION_PRODUCT_QUANTITY" | "ADE_TOTAL_WEB_CONVERSION_PRODUCT_VALUE" | "ADE_TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_MICRO_UNITS" | "ADE_TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_USD" | "ADE_TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_MICRO_USD" | "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_QUANTITY" | "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_VALUE" | "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_MICRO_UNITS" | "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_USD" | "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_MICRO_USD" | "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_QUANTITY" | "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE" | "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_MICRO_UNITS" | "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_USD" | "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_MICRO_USD";
        readonly AdAccountAnalyticsItems: {
            readonly AD_ACCOUNT_ID: string;
            /** Format: date */
            readonly DATE?: string;
        };
        readonly AdGroupIdType: string;
        readonly AdGroupsAnalyticsMetrics: {
            readonly AD_GROUP_ID?: string;
            /** Format: date */
            readonly DATE?: string;
        };
        /** @enum {string} */
        readonly AdAdsAnalyticsAsyncTargetingTypes: "KEYWORD" | "APPTYPE" | "GENDER" | "LOCATION" | "PLACEMENT" | "COUNTRY" | "TARGETED_INTEREST" | "PINNER_INTEREST" | "AUDIENCE_INCLUDE" | "GEO" | "AGE_BUCKET" | "REGION" | "MEDIA_TYPE" | "AGE_BUCKET_AND_GENDER" | "AUDIENCE_MULTIPLIER" | "CREATIVE_ENHANCEMENTS" | "LOCAL_ADS_STORE_CODE";
        readonly AdsAnalytics: {
            readonly AD_ID: string;
            /** Format: date */
            readonly DATE?: string;
        };
        /** @enum {string} */
        readonly AdsAnalyticsAccountTargetingType: "KEYWORD" | "APPTYPE" | "GENDER" | "LOCATION" | "PLACEMENT" | "COUNTRY" | "TARGETED_INTEREST" | "PINNER_INTEREST" | "AUDIENCE_INCLUDE" | "GEO" | "AGE_BUCKET" | "REGION" | "AGE_BUCKET_AND_GENDER";
        readonly CampaignIdRequiredType: string;
        readonly CampaignIdType: string;
        /** @enum {string} */
        readonly CampaignObjectiveType: "AWARENESS" | "CONSIDERATION" | "VIDEO_VIEW" | "WEB_CONVERSION" | "CATALOG_SALES" | "WEB_SESSIONS" | "VIDEO_COMPLETION" | "APP_INSTALL" | "SALES" | "LEADS" | "CTV_CONSIDERATION";
        readonly CampaignsAnalyticsMetrics: {
            readonly CAMPAIGN_ID?: string;
            /** Format: date */
            readonly DATE?: string;
        };
        readonly CatalogsHotelReportParametersReport: (components["schemas"]["CatalogsReportFeedIngestionFilter"] & {
            /** @enum {string} */
            readonly report_type: "FEED_INGESTION_ISSUES";
        }) | (components["schemas"]["CatalogsReportDistributionIssueFilter"] & {
            /** @enum {string} */
            readonly report_type: "DISTRIBUTION_ISSUES";
        });
        readonly CatalogsHotelReportStatsParametersReport: (components["schemas"]["CatalogsReportFeedIngestionFilter"] & {
            /** @enum {string} */
            readonly report_type: "FEED_INGESTION_ISSUES";
        }) | (components["schemas"]["CatalogsReportDistributionIssueFilter"] & {
            /** @enum {string} */
            readonly report_type: "DISTRIBUTION_ISSUES";
        });
        readonly CatalogsReportStatsParameters: (components["schemas"]["CatalogsRetailReportStatsParameters"] & {
            /** @enum {string} */
            readonly catalog_type: "RETAIL";
        }) | (components["schemas"]["CatalogsHotelReportStatsParameters"] & {
            /** @enum {string} */
            readonly catalog_type: "HOTEL";
        });
        readonly CatalogsRetailReportAllItemsFilter: {
            /** @enum {string} */
            readonly report_type: "ALL_ITEMS";
            readonly catalog_id?: string;
            readonly product_group_id?: string;
        };
        readonly CatalogsRetailReportParametersReport: (components["schemas"]["CatalogsReportFeedIngestionFilter"] & {
            /** @enum {string} */
            readonly report_type: "FEED_INGESTION_ISSUES";
        }) | (components["schemas"]["CatalogsReportDistributionIssueFilter"] & {
            /** @enum {string} */
            readonly report_type: "DISTRIBUTION_ISSUES";
        }) | (components["schemas"]["CatalogsRetailReportAllItemsFilter"] & {
            /** @enum {string} */
            readonly report_type: "ALL_ITEMS";
        });
        readonly CatalogsRetailReportStatsParametersReport: (components["schemas"]["CatalogsReportFeedIngestionFilter"] & {
            /** @enum {string} */
            readonly report_type: "FEED_INGESTION_ISSUES";
        }) | (components["schemas"]["CatalogsReportDistributionIssueFilter"] & {
            /** @enum {string} */
            readonly report_type: "DISTRIBUTION_ISSUES";
        });
        /** @enum {string} */
        readonly ConversionObjectiveType: "AWARENESS" | "CONSIDERATION" | "WEB_CONVERSION" | "CATALOG_SALES" | "VIDEO_COMPLETION" | "APP_INSTALL" | "SALES" | "LEADS" | "CTV_CONSIDERATION";
        /** @enum {string} */
        readonly ConversionProductAttributionType: "DEFAULT" | "BRAND_ATTRIBUTION";
        readonly ConversionProductReport: {
            readonly message?: string;
            readonly report_status?: components["schemas"]["BulkReportingJobStatus"];
            readonly size?: number;
            readonly token?: string;
            readonly url?: string;
        };
        /** @enum {string} */
        readonly ConversionProductReportBreakdownType: "PRODUCT_BRAND" | "PRODUCT_CATEGORY" | "PRODUCT_BRAND_AND_CATEGORY" | "PRODUCT_SKU" | "PRODUCT_SKU_GROUP";
        readonly ConversionProductReportCreate: {
            readonly ad_group_ids?: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
            readonly campaign_ids?: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
            readonly campaign_objective_types?: readonly components["schemas"]["ConversionObjectiveType"][];
            /** @default 30 */
            readonly click_window_days?: components["schemas"]["ConversionAttributionWindowDays"];
            readonly columns: readonly components["schemas"]["ConversionProductReportingColumn"][];
            /** @default DEFAULT */
            readonly conversion_product_attribution_type?: components["schemas"]["ConversionProductAttributionType"];
            /** @default PRODUCT_BRAND */
            readonly conversion_product_breakdown?: components["schemas"]["ConversionProductReportBreakdownType"];
            /** @default TIME_OF_AD_ACTION */
            readonly conversion_report_time?: components["schemas"]["ConversionReportTimeType"];
            readonly end_date: string;
            readonly granularity: components["schemas"]["ConversionProductReportGranularity"];
            readonly level: components["schemas"]["ConversionProductReportLevel"];
            readonly product_sku_ids?: readonly components["schemas"]["Pinterest.Lib.AlphaNumericFormatType"][];
            readonly report_name: string;
            readonly start_date: string;
            /** @default 30 */
            readonly view_window_days?: components["schemas"]["ConversionAttributionWindowDays"];
        };
        /** @enum {string} */
        readonly ConversionProductReportGranularity: "TOTAL" | "WEEK" | "MONTH";
        /** @enum {string} */
        readonly ConversionProductReportLevel: "ADVERTISER" | "CAMPAIGN" | "AD_GROUP";
        readonly CustomConversionEventMetrics: {
            readonly custom_event_metrics_type: components["schemas"]["AdeColumnType"];
            readonly custom_event_name: string;
        };
        readonly DeliveryMetricsResponseItemsItems: {
            /** @enum {string} */
            readonly category?: "ADS" | "ORGANIC";
            readonly definition?: string;
            readonly display_name?: string;
            readonly name?: string;
        };
        readonly MetricsResponseDataItems: {
            readonly metrics: {
                readonly [key: string]: unknown;
            };
            readonly targeting_type: string;
            readonly targeting_value: string;
        };
        readonly MMMReport: {
            readonly message?: string;
            readonly report_status?: components["schemas"]["BulkReportingJobStatus"];
            readonly size?: number;
            readonly status?: string;
            readonly token?: string;
            readonly url?: string;
        };
        readonly MMMReportCreate: {
            readonly advertiser_ids?: readonly string[];
            readonly columns: readonly components["schemas"]["MMMReportingColumn"][];
            readonly countries?: readonly components["schemas"]["TargetingAdvertiserCountry"][];
            readonly custom_column_ids?: readonly string[];
            readonly end_date: string;
            readonly granularity: components["schemas"]["MMMReportGranularity"];
            readonly level: components["schemas"]["MMMReportLevel"];
            readonly report_name: string;
            readonly start_date: string;
            readonly targeting_types: readonly components["schemas"]["MMMReportingTargetingType"][];
        };
        /** @enum {string} */
        readonly MMMReportGranularity: "DAY" | "WEEK";
        /** @enum {string} */
        readonly MMMReportLevel: "CAMPAIGN_TARGETING" | "AD_GROUP_TARGETING";
        /** @enum {string} */
        readonly MultiPinsAnalyticsMetricTypesItem: "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK" | "SAVE" | "SAVE_RATE" | "TOTAL_COMMENTS" | "TOTAL_REACTIONS" | "USER_FOLLOW" | "PROFILE_VISIT" | "VIDEO_MRC_VIEW" | "VIDEO_10S_VIEW" | "QUARTILE_95_PERCENT_VIEW" | "VIDEO_V50_WATCH_TIME" | "VIDEO_START" | "VIDEO_AVG_WATCH_TIME";
        readonly OauthAccessToken: {
            readonly access_token: string;
            readonly expires_in: number;
            readonly refresh_token?: string;
            readonly refresh_token_expires_at?: number;
            readonly refresh_token_expires_in?: number;
            readonly response_type?: components["schemas"]["TokenGrantType"];
            readonly scope?: string;
            /** @default bearer */
            readonly token_type: string;
        };
        readonly OauthAccessTokenCreate: {
            readonly code?: string;
            readonly continuous_refresh?: string;
            readonly grant_type: components["schemas"]["TokenGrantType"];
            readonly redirect_uri?: string;
            readonly refresh_token?: string;
            readonly scope?: string;
        };
        /** @enum {string} */
        readonly TokenGrantType: "authorization_code" | "refresh_token" | "client_credentials";
        readonly PinAnalyticsDailyMetrics: {
            readonly data_status?: components["schemas"]["DataStatus"];
            readonly date?: string;
            readonly metrics?: {
                readonly [key: string]: number;
            };
        };
        readonly "Pinterest.Lib.AlphaNumericFormatType": string;
        /** @enum {string} */
        readonly PrimarySort: "BY_ID" | "BY_DATE";
        readonly ProductGroupAnalyticsItems: {
            readonly PRODUCT_GROUP_ID: string;
            /** Format: date */
            readonly DATE?: string;
        };
        readonly ProductGroupIdType: string;
        /** @enum {string} */
        readonly QuerymetrictypesItems: "ENGAGEMENT" | "ENGAGEMENT_RATE" | "IMPRESSION" | "OUTBOUND_CLICK" | "OUTBOUND_CLICK_RATE" | "PIN_CLICK" | "PIN_CLICK_RATE" | "SAVE" | "SAVE_RATE";
        /** @enum {string} */
        readonly QuerypinanalyticsmetrictypesItems: "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK" | "SAVE" | "SAVE_RATE" | "TOTAL_COMMENTS" | "TOTAL_REACTIONS" | "USER_FOLLOW" | "PROFILE_VISIT" | "VIDEO_MRC_VIEW" | "VIDEO_10S_VIEW" | "QUARTILE_95_PERCENT_VIEW" | "VIDEO_V50_WATCH_TIME" | "VIDEO_START" | "VIDEO_AVG_WATCH_TIME";
        /** @enum {string} */
        readonly QueryvideopinmetrictypesItems: "IMPRESSION" | "SAVE" | "VIDEO_MRC_VIEW" | "VIDEO_AVG_WATCH_TIME" | "VIDEO_V50_WATCH_TIME" | "QUARTILE_95_PERCENT_VIEW" | "VIDEO_10S_VIEW" | "VIDEO_START" | "OUTBOUND_CLICK";
        /** @enum {string} */
        readonly ReportType: "SYNC" | "ASYNC";
        readonly TopPinsAnalyticsResponseDateAvailability: {
            readonly is_realtime?: boolean;
            readonly latest_available_timestamp?: number;
        };
        readonly TopPinsAnalyticsResponsePinsItems: {
            readonly data_status?: {
                readonly [key: string]: components["schemas"]["DataStatus"];
            };
            readonly metrics?: {
                readonly [key: string]: number;
            };
            readonly pin_id?: string;
        };
        /** @enum {string} */
        readonly TopPinsSortBy: "ENGAGEMENT" | "SAVE" | "IMPRESSION" | "OUTBOUND_CLICK" | "PIN_CLICK";
        readonly TopVideoPinsAnalyticsResponseDateAvailability: {
            readonly is_realtime?: boolean;
            readonly latest_available_timestamp?: number;
        };
        readonly TopVideoPinsAnalyticsResponsePinsItems: {
            readonly data_status?: {
                readonly [key: string]: components["schemas"]["DataStatus"];
            };
            readonly metrics?: {
                readonly [key: string]: number;
            };
            readonly pin_id?: string;
        };
        /** @enum {string} */
        readonly TopVideoPinsSortBy: "SAVE" | "IMPRESSION" | "OUTBOUND_CLICK" | "VIDEO_MRC_VIEW" | "VIDEO_AVG_WATCH_TIME" | "VIDEO_V50_WATCH_TIME" | "QUARTILE_95_PERCENT_VIEW" | "VIDEO_10S_VIEW" | "VIDEO_START";
        readonly "CatalogsReportStats.own": {
            readonly [key: string]: unknown;
        };
        readonly "CatalogsReportParameters.own": {
            readonly [key: string]: unknown;
        };
        readonly "CatalogsHotelReportParametersReport.own": {
            readonly [key: string]: unknown;
        };
        readonly "CatalogsHotelReportStatsParametersReport.own": {
            readonly [key: string]: unknown;
        };
        readonly "CatalogsReportStatsParameters.own": {
            readonly [key: string]: unknown;
        };
        readonly "CatalogsRetailReportParametersReport.own": {
            readonly [key: string]: unknown;
        };
        readonly "CatalogsRetailReportStatsParametersReport.own": {
            readonly [key: string]: unknown;
        };
    };
    responses: never;
    parameters: {
        readonly AdAccountKey: string;
        readonly aggregate_report_rows: boolean;
        readonly keywords_query_ad_group_ids: readonly string[];
        readonly path_ad_account_id: string;
        readonly path_pin_id: string;
        readonly path_targeting_type: "APPTYPE" | "GENDER" | "LOCALE" | "AGE_BUCKET" | "LOCATION" | "GEO" | "INTEREST" | "KEYWORD" | "AUDIENCE_INCLUDE" | "AUDIENCE_EXCLUDE";
        readonly "Pinterest.Lib.BookmarkParams.bookmark": string;
        readonly "Pinterest.Lib.BookmarkParams.page_size": number;
        readonly query_ad_account_id: string;
        readonly query_ad_group_id: string;
        readonly query_ad_group_ids: readonly string[];
        readonly query_ad_group_ids_required: readonly components["schemas"]["AdGroupIdType"][];
        readonly query_ad_ids: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
        readonly query_ad_ids_required: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
        readonly query_app_types: "ALL" | "MOBILE" | "TABLET" | "WEB";
        readonly query_attribution_types: readonly components["schemas"]["ConversionReportAttributionType"][];
        readonly query_bookmark: string;
        readonly query_campaign_id: string;
        readonly query_campaign_id_required: string;
        readonly query_campaign_ids: readonly components["schemas"]["CampaignIdType"][];
        readonly query_campaign_ids_required: readonly components["schemas"]["CampaignIdRequiredType"][];
        readonly query_catalogs_report_stats_parameters: components["schemas"]["CatalogsReportStatsParameters"];
        readonly query_catalogs_report_token: string;
        readonly query_client_id: string;
        readonly query_columns: readonly components["schemas"]["ReportingColumnSync"][];
        readonly query_content_type: "ALL" | "PAID" | "ORGANIC";
        readonly query_conversion_attribution_click_window_days: 0 | 1 | 7 | 14 | 30 | 60;
        readonly query_conversion_attribution_conversion_report_time: "TIME_OF_AD_ACTION" | "TIME_OF_CONVERSION";
        readonly query_conversion_attribution_engagement_window_days: 0 | 1 | 7 | 14 | 30 | 60;
        readonly query_conversion_attribution_view_window_days: 0 | 1 | 7 | 14 | 30 | 60;
        readonly query_created_in_last_n_days: 30;
        readonly query_end_date: string;
        readonly query_end_date_async: string;
        readonly query_entity_statuses: readonly ("ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT")[];
        readonly query_from_claimed_content: "OTHER" | "CLAIMED" | "BOTH";
        readonly query_granularity: components["schemas"]["Granularity"];
        readonly query_granularity_async: components["schemas"]["Granularity"];
        readonly query_match_types: readonly components["schemas"]["MatchType"][];
        readonly query_metric_types: readonly components["schemas"]["QuerymetrictypesItems"][];
        readonly query_num_of_pins: number;
        readonly query_oauth_signature: string;
        readonly query_order: "ASCENDING" | "DESCENDING";
        readonly query_page_size: number;
        readonly query_pin_analytics_metric_types: readonly components["schemas"]["QuerypinanalyticsmetrictypesItems"][];
        readonly query_pin_format: "ALL" | "ORGANIC_IMAGE" | "ORGANIC_PRODUCT" | "ORGANIC_VIDEO" | "ADS_STANDARD" | "ADS_PRODUCT" | "ADS_VIDEO" | "ADS_IDEA";
        readonly query_product_group_ids_required: readonly components["schemas"]["ProductGroupIdType"][];
        readonly query_product_group_promotion_ids: readonly string[];
        readonly query_report_type: components["schemas"]["ReportType"];
        readonly query_reporting_timezone: components["schemas"]["ReportingTimeZone"];
        readonly query_required_pin_ids: readonly components["schemas"]["Pinterest.Lib.IntegerFormatType"][];
        readonly query_sort_by: components["schemas"]["TopPinsSortBy"];
        readonly query_source: "ALL" | "YOUR_PINS" | "OTHER_PINS";
        readonly query_split_field_pins: "NO_SPLIT" | "APP_TYPE";
        readonly query_split_field_user_account: "NO_SPLIT" | "APP_TYPE" | "OWNED_CONTENT" | "SOURCE" | "PIN_FORMAT";
        readonly query_start_date: string;
        readonly query_start_date_async: string;
        readonly query_timestamp: string;
        readonly query_token_required: string;
        readonly query_translate_interests_to_names: boolean;
        readonly query_video_pin_metric_types: readonly components["schemas"]["QueryvideopinmetrictypesItems"][];
        readonly query_video_pin_sort_by: components["schemas"]["TopVideoPinsSortBy"];
        readonly "TemplateBasedReportKey.template_id": string;
        readonly AdAccountsGetAdditionalParams: boolean;
        readonly query_conversion_attribution_click_window_daysOptimal: components["schemas"]["ConversionAttributionWindowDays"];
        readonly query_conversion_attribution_engagement_window_daysOptimal: components["schemas"]["ConversionAttributionWindowDays"];
        readonly query_conversion_attribution_view_window_daysOptimal: components["schemas"]["ConversionAttributionWindowDays"];
        readonly query_conversion_report_time: components["schemas"]["ConversionReportTimeType"];
        readonly query_multi_pins_analytics_metric_types: readonly components["schemas"]["MultiPinsAnalyticsMetricTypesItem"][];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly "ad_accounts/list": {
        readonly parameters: {
            readonly query?: {
                readonly include_shared_accounts?: components["parameters"]["AdAccountsGetAdditionalParams"];
                readonly bookmark?: components["parameters"]["Pinterest.Lib.BookmarkParams.bookmark"];
                readonly page_size?: components["parameters"]["Pinterest.Lib.BookmarkParams.page_size"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly bookmark?: string | null;
                        readonly items: readonly components["schemas"]["AdAccount"][];
                    };
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "ad_groups/list": {
        readonly parameters: {
            readonly query?: {
                readonly campaign_ids?: components["parameters"]["query_campaign_ids"];
                readonly ad_group_ids?: components["parameters"]["query_ad_group_ids"];
                readonly entity_statuses?: components["parameters"]["query_entity_statuses"];
                readonly page_size?: components["parameters"]["query_page_size"];
                readonly order?: components["parameters"]["query_order"];
                readonly bookmark?: components["parameters"]["query_bookmark"];
                readonly translate_interests_to_names?: components["parameters"]["query_translate_interests_to_names"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly bookmark?: string | null;
                        readonly items: readonly components["schemas"]["AdGroupResponse"][];
                    } & {
                        readonly items?: readonly components["schemas"]["AdGroupResponse"][];
                    };
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly "ad_groups/analytics": {
        readonly parameters: {
            readonly query: {
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly ad_group_ids: components["parameters"]["query_ad_group_ids_required"];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_days"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_days"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_days"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_attribution_conversion_report_time"];
                readonly aggregate_report_rows?: components["parameters"]["aggregate_report_rows"];
                readonly reporting_timezone?: components["parameters"]["query_reporting_timezone"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["AdGroupsAnalyticsMetrics"][];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "ad_groups_targeting_analytics/get": {
        readonly parameters: {
            readonly query: {
                readonly ad_group_ids: components["parameters"]["query_ad_group_ids_required"];
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly targeting_types: readonly components["schemas"]["AdsAnalyticsAdGroupTargetingType"][];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_days"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_days"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_days"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_attribution_conversion_report_time"];
                readonly attribution_types?: components["parameters"]["query_attribution_types"];
                readonly reporting_timezone?: components["parameters"]["query_reporting_timezone"];
                readonly sort_columns?: readonly string[];
                readonly sort_ascending?: boolean;
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MetricsResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "ads/list": {
        readonly parameters: {
            readonly query?: {
                readonly campaign_ids?: components["parameters"]["query_campaign_ids"];
                readonly ad_group_ids?: components["parameters"]["query_ad_group_ids"];
                readonly ad_ids?: components["parameters"]["query_ad_ids"];
                readonly entity_statuses?: components["parameters"]["query_entity_statuses"];
                readonly page_size?: components["parameters"]["query_page_size"];
                readonly order?: components["parameters"]["query_order"];
                readonly bookmark?: components["parameters"]["query_bookmark"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly bookmark?: string | null;
                        readonly items: readonly components["schemas"]["AdResponse"][];
                    } & {
                        readonly items?: readonly components["schemas"]["AdResponse"][];
                    };
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly "ads/analytics": {
        readonly parameters: {
            readonly query: {
                readonly pin_ids?: readonly string[];
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly ad_ids?: components["parameters"]["query_ad_ids"];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_days"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_days"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_days"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_attribution_conversion_report_time"];
                readonly campaign_ids?: components["parameters"]["query_campaign_ids"];
                readonly reporting_timezone?: components["parameters"]["query_reporting_timezone"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["AdsAnalytics"][];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "ad_targeting_analytics/get": {
        readonly parameters: {
            readonly query: {
                readonly ad_ids: components["parameters"]["query_ad_ids_required"];
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly targeting_types: readonly components["schemas"]["AdsAnalyticsAdTargetingType"][];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_daysOptimal"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_daysOptimal"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_daysOptimal"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_report_time"];
                readonly attribution_types?: components["parameters"]["query_attribution_types"];
                readonly reporting_timezone?: components["parameters"]["query_reporting_timezone"];
                readonly sort_columns?: readonly string[];
                readonly sort_ascending?: boolean;
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MetricsResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "ad_account/analytics": {
        readonly parameters: {
            readonly query: {
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_days"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_days"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_days"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_attribution_conversion_report_time"];
                readonly reporting_timezone?: components["parameters"]["query_reporting_timezone"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["AdAccountAnalyticsItems"][];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "campaigns/list": {
        readonly parameters: {
            readonly query?: {
                readonly campaign_ids?: components["parameters"]["query_campaign_ids"];
                readonly entity_statuses?: components["parameters"]["query_entity_statuses"];
                readonly page_size?: components["parameters"]["query_page_size"];
                readonly order?: components["parameters"]["query_order"];
                readonly bookmark?: components["parameters"]["query_bookmark"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly bookmark?: string | null;
                        readonly items: readonly components["schemas"]["CampaignResponse"][];
                    } & {
                        readonly items?: readonly components["schemas"]["CampaignResponse"][];
                    };
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly "campaigns/analytics": {
        readonly parameters: {
            readonly query: {
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly campaign_ids: components["parameters"]["query_campaign_ids_required"];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_days"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_days"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_days"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_attribution_conversion_report_time"];
                readonly aggregate_report_rows?: components["parameters"]["aggregate_report_rows"];
                readonly reporting_timezone?: components["parameters"]["query_reporting_timezone"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["CampaignsAnalyticsMetrics"][];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "campaign_targeting_analytics/get": {
        readonly parameters: {
            readonly query: {
                readonly campaign_ids: components["parameters"]["query_campaign_ids_required"];
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly targeting_types: readonly components["schemas"]["AdsAnalyticsCampaignTargetingType"][];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_days"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_days"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_days"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_attribution_conversion_report_time"];
                readonly attribution_types?: components["parameters"]["query_attribution_types"];
                readonly reporting_timezone?: components["parameters"]["query_reporting_timezone"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MetricsResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "keywords/get": {
        readonly parameters: {
            readonly query?: {
                readonly campaign_id?: components["parameters"]["query_campaign_id"];
                readonly ad_group_id?: components["parameters"]["query_ad_group_id"];
                readonly ad_group_ids?: components["parameters"]["keywords_query_ad_group_ids"];
                readonly match_types?: components["parameters"]["query_match_types"];
                readonly page_size?: number;
                readonly bookmark?: components["parameters"]["query_bookmark"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly bookmark?: string | null;
                        readonly items: readonly components["schemas"]["Keyword"][];
                    } & {
                        readonly items?: readonly components["schemas"]["Keyword"][];
                    };
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly "analytics/get_mmm_report": {
        readonly parameters: {
            readonly query: {
                readonly token: components["parameters"]["query_token_required"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["AdAccountKey"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MMMReport"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "analytics/create_mmm_report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["AdAccountKey"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MMMReportCreate"];
            };
        };
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MMMReport"];
                };
            };
            /** @description Response 201 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MMMReport"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "ad_pins/analytics": {
        readonly parameters: {
            readonly query: {
                readonly campaign_id: components["parameters"]["query_campaign_id_required"];
                readonly pin_ids: components["parameters"]["query_required_pin_ids"];
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_days"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_days"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_days"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_attribution_conversion_report_time"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["AdPinAnalytics"][];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "product_group_promotions/list": {
        readonly parameters: {
            readonly query?: {
                readonly product_group_promotion_ids?: components["parameters"]["query_product_group_promotion_ids"];
                readonly entity_statuses?: components["parameters"]["query_entity_statuses"];
                readonly ad_group_id?: components["parameters"]["query_ad_group_id"];
                readonly page_size?: components["parameters"]["query_page_size"];
                readonly order?: components["parameters"]["query_order"];
                readonly bookmark?: components["parameters"]["query_bookmark"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly bookmark?: string | null;
                        readonly items: readonly components["schemas"]["ProductGroupPromotion"][];
                    } & {
                        readonly items?: readonly components["schemas"]["ProductGroupPromotion"][];
                    };
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly "product_groups/analytics": {
        readonly parameters: {
            readonly query: {
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly product_group_ids: components["parameters"]["query_product_group_ids_required"];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_days"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_days"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_days"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_attribution_conversion_report_time"];
                readonly reporting_timezone?: components["parameters"]["query_reporting_timezone"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["ProductGroupAnalyticsItems"][];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "analytics/get_report": {
        readonly parameters: {
            readonly query: {
                readonly token: components["parameters"]["query_token_required"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdsAnalyticsGetAsyncResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "analytics/create_report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AdsAnalyticsCreateAsyncRequest"];
            };
        };
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdsAnalyticsCreateAsyncResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "analytics/get_conversion_product_report": {
        readonly parameters: {
            readonly query: {
                readonly token: components["parameters"]["query_token_required"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversionProductReport"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "analytics/create_conversion_product_report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConversionProductReportCreate"];
            };
        };
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversionProductReport"];
                };
            };
            /** @description Response 201 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversionProductReport"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "ad_account_targeting_analytics/get": {
        readonly parameters: {
            readonly query: {
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly targeting_types: readonly components["schemas"]["AdsAnalyticsAccountTargetingType"][];
                readonly columns: components["parameters"]["query_columns"];
                readonly granularity: components["parameters"]["query_granularity"];
                readonly click_window_days?: components["parameters"]["query_conversion_attribution_click_window_days"];
                readonly engagement_window_days?: components["parameters"]["query_conversion_attribution_engagement_window_days"];
                readonly view_window_days?: components["parameters"]["query_conversion_attribution_view_window_days"];
                readonly conversion_report_time?: components["parameters"]["query_conversion_attribution_conversion_report_time"];
                readonly attribution_types?: components["parameters"]["query_attribution_types"];
                readonly reporting_timezone?: components["parameters"]["query_reporting_timezone"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["path_ad_account_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MetricsResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "analytics/create_template_report": {
        readonly parameters: {
            readonly query?: {
                readonly start_date?: components["parameters"]["query_start_date_async"];
                readonly end_date?: components["parameters"]["query_end_date_async"];
                readonly granularity?: components["parameters"]["query_granularity_async"];
            };
            readonly header?: never;
            readonly path: {
                readonly ad_account_id: components["parameters"]["AdAccountKey"];
                readonly template_id: components["parameters"]["TemplateBasedReportKey.template_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TemplateBasedReport"];
                };
            };
            /** @description Response 201 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TemplateBasedReport"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "reports/get": {
        readonly parameters: {
            readonly query: {
                readonly ad_account_id?: components["parameters"]["query_ad_account_id"];
                readonly token: components["parameters"]["query_catalogs_report_token"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CatalogsReport"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "reports/create": {
        readonly parameters: {
            readonly query?: {
                readonly ad_account_id?: components["parameters"]["query_ad_account_id"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CatalogsReportParameters"];
            };
        };
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CatalogsCreateReportResponse"];
                };
            };
            /** @description Response 201 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CatalogsCreateReportResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "reports/stats": {
        readonly parameters: {
            readonly query: {
                readonly ad_account_id?: components["parameters"]["query_ad_account_id"];
                readonly parameters: components["parameters"]["query_catalogs_report_stats_parameters"];
                readonly bookmark?: components["parameters"]["Pinterest.Lib.BookmarkParams.bookmark"];
                readonly page_size?: components["parameters"]["Pinterest.Lib.BookmarkParams.page_size"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly bookmark?: string | null;
                        readonly items: readonly components["schemas"]["CatalogsReportStats"][];
                    };
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "oauth/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["OauthAccessTokenCreate"];
            };
        };
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthAccessToken"];
                };
            };
            /** @description Response 201 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthAccessToken"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "pins/analytics": {
        readonly parameters: {
            readonly query: {
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly app_types?: components["parameters"]["query_app_types"];
                readonly metric_types: components["parameters"]["query_pin_analytics_metric_types"];
                readonly split_field?: components["parameters"]["query_split_field_pins"];
                readonly ad_account_id?: components["parameters"]["query_ad_account_id"];
            };
            readonly header?: never;
            readonly path: {
                readonly pin_id: components["parameters"]["path_pin_id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PinAnalyticsResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "multi_pins/analytics": {
        readonly parameters: {
            readonly query: {
                readonly pin_ids: components["parameters"]["query_required_pin_ids"];
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly app_types?: components["parameters"]["query_app_types"];
                readonly metric_types: components["parameters"]["query_multi_pins_analytics_metric_types"];
                readonly ad_account_id?: components["parameters"]["query_ad_account_id"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: components["schemas"]["PinAnalyticsResponse"];
                    };
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "delivery_metrics/get": {
        readonly parameters: {
            readonly query?: {
                readonly report_type?: components["parameters"]["query_report_type"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["DeliveryMetricsResponseItemsItems"][];
                    };
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "targeting_options/get": {
        readonly parameters: {
            readonly query?: {
                readonly client_id?: components["parameters"]["query_client_id"];
                readonly oauth_signature?: components["parameters"]["query_oauth_signature"];
                readonly timestamp?: components["parameters"]["query_timestamp"];
                readonly ad_account_id?: components["parameters"]["query_ad_account_id"];
            };
            readonly header?: never;
            readonly path: {
                readonly targeting_type: components["parameters"]["path_targeting_type"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TargetingOptionResponse"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly "user_account/analytics": {
        readonly parameters: {
            readonly query: {
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly from_claimed_content?: components["parameters"]["query_from_claimed_content"];
                readonly pin_format?: components["parameters"]["query_pin_format"];
                readonly app_types?: components["parameters"]["query_app_types"];
                readonly content_type?: components["parameters"]["query_content_type"];
                readonly source?: components["parameters"]["query_source"];
                readonly metric_types?: components["parameters"]["query_metric_types"];
                readonly split_field?: components["parameters"]["query_split_field_user_account"];
                readonly ad_account_id?: components["parameters"]["query_ad_account_id"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AnalyticsResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "user_account/analytics/top_pins": {
        readonly parameters: {
            readonly query: {
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly sort_by: components["parameters"]["query_sort_by"];
                readonly from_claimed_content?: components["parameters"]["query_from_claimed_content"];
                readonly pin_format?: components["parameters"]["query_pin_format"];
                readonly app_types?: components["parameters"]["query_app_types"];
                readonly content_type?: components["parameters"]["query_content_type"];
                readonly source?: components["parameters"]["query_source"];
                readonly metric_types?: components["parameters"]["query_metric_types"];
                readonly num_of_pins?: components["parameters"]["query_num_of_pins"];
                readonly created_in_last_n_days?: components["parameters"]["query_created_in_last_n_days"];
                readonly ad_account_id?: components["parameters"]["query_ad_account_id"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TopPinsAnalyticsResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
    readonly "user_account/analytics/top_video_pins": {
        readonly parameters: {
            readonly query: {
                readonly start_date: components["parameters"]["query_start_date"];
                readonly end_date: components["parameters"]["query_end_date"];
                readonly sort_by: components["parameters"]["query_video_pin_sort_by"];
                readonly from_claimed_content?: components["parameters"]["query_from_claimed_content"];
                readonly pin_format?: components["parameters"]["query_pin_format"];
                readonly app_types?: components["parameters"]["query_app_types"];
                readonly content_type?: components["parameters"]["query_content_type"];
                readonly source?: components["parameters"]["query_source"];
                readonly metric_types?: components["parameters"]["query_video_pin_metric_types"];
                readonly num_of_pins?: components["parameters"]["query_num_of_pins"];
                readonly created_in_last_n_days?: components["parameters"]["query_created_in_last_n_days"];
                readonly ad_account_id?: components["parameters"]["query_ad_account_id"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Response 200 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TopVideoPinsAnalyticsResponse"];
                };
            };
            /** @description Response 400 */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 401 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 403 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 404 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Response 429 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
            /** @description Any other response */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pinterest.Lib.Error"];
                };
            };
        };
    };
}
