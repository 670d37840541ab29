// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  add,
  badToday,
  dayNumber,
  type Found,
  isDayShaped,
  isDigits,
  isRecord,
  missing,
  NOTHING,
  notLike,
  notOneOf,
  onEdge,
  outside,
  ownFields,
  type StandardSchema,
  standardSchema,
  stepTo,
  unknownField,
  unreadable,
  utcToday,
  type ValidateOptions,
  type Violation,
  violation,
  wrongType,
} from "../../runtime/support.js";
import type { ReportRequest } from "./types.js";

const REPORT_TARGETING_TYPE = new Set<unknown>([
  "KEYWORD",
  "APPTYPE",
  "GENDER",
  "LOCATION",
  "PLACEMENT",
  "COUNTRY",
  "TARGETED_INTEREST",
  "PINNER_INTEREST",
  "AUDIENCE_INCLUDE",
  "GEO",
  "AGE_BUCKET",
  "REGION",
  "MEDIA_TYPE",
  "AGE_BUCKET_AND_GENDER",
  "AUDIENCE_MULTIPLIER",
  "CREATIVE_ENHANCEMENTS",
  "LOCAL_ADS_STORE_CODE",
]);

const REPORT_COLUMN = new Set<unknown>([
  "SPEND_IN_MICRO_DOLLAR",
  "ADS_CREDIT_SPEND_IN_MICRO_DOLLAR",
  "ADS_CREDIT_SPEND_IN_DOLLAR",
  "PAID_IMPRESSION",
  "SPEND_IN_DOLLAR",
  "CPC_IN_MICRO_DOLLAR",
  "ECPC_IN_MICRO_DOLLAR",
  "ECPC_IN_DOLLAR",
  "CTR",
  "ECTR",
  "OUTBOUND_CTR",
  "OUTBOUND_CTR_1",
  "COST_PER_OUTBOUND_CLICK",
  "CAMPAIGN_NAME",
  "CAMPAIGN_STATUS",
  "CAMPAIGN_BRAND_LABEL",
  "CAMPAIGN_CUSTOM_LABELS",
  "PIN_PROMOTION_STATUS",
  "AD_STATUS",
  "PIN_ID",
  "TOTAL_ENGAGEMENT",
  "ENGAGEMENT_1",
  "ENGAGEMENT_2",
  "ECPE_IN_DOLLAR",
  "ENGAGEMENT_RATE",
  "EENGAGEMENT_RATE",
  "ECPM_IN_MICRO_DOLLAR",
  "REPIN_RATE",
  "CTR_2",
  "CAMPAIGN_ID",
  "ADVERTISER_ID",
  "AD_ACCOUNT_ID",
  "PIN_PROMOTION_ID",
  "AD_ID",
  "AD_GROUP_ID",
  "CAMPAIGN_ENTITY_STATUS",
  "CAMPAIGN_MANAGED_STATUS",
  "CAMPAIGN_OBJECTIVE_TYPE",
  "CPM_IN_MICRO_DOLLAR",
  "CPM_IN_DOLLAR",
  "AD_GROUP_NAME",
  "AD_GROUP_STATUS",
  "AD_GROUP_BUDGET_TYPE",
  "AD_GROUP_BUDGET_IN_LOCAL_CURRENCY",
  "AD_GROUP_ENTITY_STATUS",
  "AD_GROUP_BID_MULTIPLIER",
  "PRODUCT_GROUP_ID",
  "PRODUCT_GROUP_STATUS",
  "PROMO_ID",
  "PROMO_NAME",
  "PRODUCT_ITEM_NAME",
  "PRODUCT_ITEM_IMAGE_URL",
  "PRODUCT_ITEM_PRICE",
  "PRODUCT_ITEM_PRODUCT_URL",
  "PRODUCT_ITEM_PIN_URL",
  "PRODUCT_ITEM_BRAND",
  "PRODUCT_ITEM_DESCRIPTION",
  "PRODUCT_ITEM_SALE_PRICE",
  "PRODUCT_ITEM_PRODUCT_TYPE",
  "PRODUCT_ITEM_PRODUCT_CATEGORY",
  "PRODUCT_ITEM_CURRENCY",
  "ORDER_LINE_ID",
  "ORDER_LINE_NAME",
  "CLICKTHROUGH_1",
  "REPIN_1",
  "IMPRESSION_1",
  "IMPRESSION_1_GROSS",
  "CLICKTHROUGH_1_GROSS",
  "OUTBOUND_CLICK_1",
  "CLICKTHROUGH_2",
  "REPIN_2",
  "IMPRESSION_2",
  "OUTBOUND_CLICK_2",
  "TOTAL_CLICKTHROUGH",
  "TOTAL_IMPRESSION",
  "TOTAL_IMPRESSION_USER",
  "TOTAL_IMPRESSION_FREQUENCY",
  "COST_PER_OUTBOUND_CLICK_IN_DOLLAR",
  "COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1",
  "TOTAL_ENGAGEMENT_PAGE_VISIT",
  "TOTAL_ENGAGEMENT_SIGNUP",
  "TOTAL_ENGAGEMENT_CHECKOUT",
  "TOTAL_ENGAGEMENT_CUSTOM",
  "TOTAL_ENGAGEMENT_ADD_TO_CART",
  "TOTAL_ENGAGEMENT_LEAD",
  "TOTAL_ENGAGEMENT_SEARCH",
  "TOTAL_ENGAGEMENT_WATCH_VIDEO",
  "TOTAL_ENGAGEMENT_VIEW_CATEGORY",
  "TOTAL_ENGAGEMENT_APP_INSTALL",
  "TOTAL_ENGAGEMENT_UNKNOWN",
  "TOTAL_CLICK_PAGE_VISIT",
  "TOTAL_CLICK_SIGNUP",
  "TOTAL_CLICK_CHECKOUT",
  "TOTAL_CLICK_CUSTOM",
  "TOTAL_CLICK_ADD_TO_CART",
  "TOTAL_CLICK_LEAD",
  "TOTAL_CLICK_SEARCH",
  "TOTAL_CLICK_WATCH_VIDEO",
  "TOTAL_CLICK_VIEW_CATEGORY",
  "TOTAL_CLICK_APP_INSTALL",
  "TOTAL_CLICK_UNKNOWN",
  "TOTAL_VIEW_PAGE_VISIT",
  "TOTAL_VIEW_SIGNUP",
  "TOTAL_VIEW_CHECKOUT",
  "TOTAL_VIEW_CUSTOM",
  "TOTAL_VIEW_ADD_TO_CART",
  "TOTAL_VIEW_LEAD",
  "TOTAL_VIEW_SEARCH",
  "TOTAL_VIEW_WATCH_VIDEO",
  "TOTAL_VIEW_VIEW_CATEGORY",
  "TOTAL_VIEW_APP_INSTALL",
  "TOTAL_VIEW_UNKNOWN",
  "TOTAL_CONVERSIONS",
  "TOTAL_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CONVERSIONS_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ENGAGEMENT_PAGE_VISIT_QUANTITY",
  "TOTAL_ENGAGEMENT_SIGNUP_QUANTITY",
  "TOTAL_ENGAGEMENT_CHECKOUT_QUANTITY",
  "TOTAL_ENGAGEMENT_CUSTOM_QUANTITY",
  "TOTAL_ENGAGEMENT_ADD_TO_CART_QUANTITY",
  "TOTAL_ENGAGEMENT_LEAD_QUANTITY",
  "TOTAL_ENGAGEMENT_SEARCH_QUANTITY",
  "TOTAL_ENGAGEMENT_WATCH_VIDEO_QUANTITY",
  "TOTAL_ENGAGEMENT_VIEW_CATEGORY_QUANTITY",
  "TOTAL_ENGAGEMENT_UNKNOWN_QUANTITY",
  "TOTAL_CLICK_PAGE_VISIT_QUANTITY",
  "TOTAL_CLICK_SIGNUP_QUANTITY",
  "TOTAL_CLICK_CHECKOUT_QUANTITY",
  "TOTAL_CLICK_CUSTOM_QUANTITY",
  "TOTAL_CLICK_ADD_TO_CART_QUANTITY",
  "TOTAL_CLICK_LEAD_QUANTITY",
  "TOTAL_CLICK_SEARCH_QUANTITY",
  "TOTAL_CLICK_WATCH_VIDEO_QUANTITY",
  "TOTAL_CLICK_VIEW_CATEGORY_QUANTITY",
  "TOTAL_CLICK_UNKNOWN_QUANTITY",
  "TOTAL_VIEW_PAGE_VISIT_QUANTITY",
  "TOTAL_VIEW_SIGNUP_QUANTITY",
  "TOTAL_VIEW_CHECKOUT_QUANTITY",
  "TOTAL_VIEW_CUSTOM_QUANTITY",
  "TOTAL_VIEW_ADD_TO_CART_QUANTITY",
  "TOTAL_VIEW_LEAD_QUANTITY",
  "TOTAL_VIEW_SEARCH_QUANTITY",
  "TOTAL_VIEW_WATCH_VIDEO_QUANTITY",
  "TOTAL_VIEW_VIEW_CATEGORY_QUANTITY",
  "TOTAL_VIEW_UNKNOWN_QUANTITY",
  "TOTAL_CONVERSIONS_QUANTITY",
  "TOTAL_WEB_SESSIONS",
  "WEB_SESSIONS_1",
  "WEB_SESSIONS_2",
  "ONSITE_CHECKOUTS_1",
  "PIN_PROMOTION_NAME",
  "AD_NAME",
  "CAMPAIGN_LIFETIME_SPEND_CAP",
  "AD_GROUP_OPTIMIZATION",
  "CAMPAIGN_DAILY_SPEND_CAP",
  "CAMPAIGN_BUDGET_OPTIMIZATION",
  "IS_PREMIERE_CAMPAIGN",
  "TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_PAGE_VISIT_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_PAGE_VISIT_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_PAGE_VISIT_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_SIGNUP_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_SIGNUP_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_SIGNUP_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_SIGNUP_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_SIGNUP_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_SIGNUP_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_SIGNUP_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_SIGNUP_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_SIGNUP_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_CHECKOUT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_CHECKOUT_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_CHECKOUT_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_CHECKOUT_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_CHECKOUT_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_CHECKOUT_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_CHECKOUT_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_CHECKOUT_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_CHECKOUT_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_CUSTOM_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_CUSTOM_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_CUSTOM_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_CUSTOM_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_CUSTOM_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_CUSTOM_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_CUSTOM_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_CUSTOM_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_CUSTOM_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_ADD_TO_CART_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_ADD_TO_CART_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_ADD_TO_CART_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_LEAD_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_LEAD_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_LEAD_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_LEAD_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_LEAD_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_LEAD_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_LEAD_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_LEAD_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_LEAD_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_SEARCH_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_SEARCH_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_SEARCH_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_SEARCH_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_SEARCH_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_SEARCH_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_SEARCH_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_SEARCH_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_SEARCH_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_APP_INSTALL_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_APP_INSTALL_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_APP_INSTALL_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_APP_INSTALL_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_APP_INSTALL_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_APP_INSTALL_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_UNKNOWN_DESKTOP_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_UNKNOWN_DESKTOP_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_UNKNOWN_DESKTOP_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_UNKNOWN_MOBILE_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_UNKNOWN_MOBILE_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_UNKNOWN_MOBILE_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_UNKNOWN_TABLET_ACTION_TO_DESKTOP_CONVERSION",
  "TOTAL_UNKNOWN_TABLET_ACTION_TO_MOBILE_CONVERSION",
  "TOTAL_UNKNOWN_TABLET_ACTION_TO_TABLET_CONVERSION",
  "TOTAL_PAGE_VISIT",
  "TOTAL_SIGNUP",
  "TOTAL_CHECKOUT",
  "TOTAL_CUSTOM",
  "TOTAL_ADD_TO_CART",
  "TOTAL_LEAD",
  "TOTAL_SEARCH",
  "TOTAL_WATCH_VIDEO",
  "TOTAL_VIEW_CATEGORY",
  "TOTAL_APP_INSTALL",
  "TOTAL_ADD_TO_WISHLIST",
  "TOTAL_SUBSCRIBE",
  "TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_APP_INSTALL_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_CHECKOUT_QUANTITY",
  "PAGE_VISIT_COST_PER_ACTION",
  "APP_INSTALL_COST_PER_ACTION",
  "PAGE_VISIT_ROAS",
  "CHECKOUT_ROAS",
  "CUSTOM_ROAS",
  "PRODUCT_GROUP_AD_IMAGE_TAG",
  "PRODUCT_GROUP_AD_VIDEO_TAG",
  "VIDEO_3SEC_VIEWS_1",
  "VIDEO_15SEC_UNIQUE_VIEWS_1",
  "VIDEO_P100_COMPLETE_1",
  "VIDEO_P0_COMBINED_1",
  "VIDEO_P25_COMBINED_1",
  "VIDEO_P50_COMBINED_1",
  "VIDEO_P75_COMBINED_1",
  "VIDEO_P95_COMBINED_1",
  "VIDEO_MRC_VIEWS_1",
  "VIDEO_3SEC_VIEWS_2",
  "VIDEO_15SEC_UNIQUE_VIEWS_2",
  "VIDEO_P100_COMPLETE_2",
  "VIDEO_P0_COMBINED_2",
  "VIDEO_P25_COMBINED_2",
  "VIDEO_P50_COMBINED_2",
  "VIDEO_P75_COMBINED_2",
  "VIDEO_P95_COMBINED_2",
  "VIDEO_MRC_VIEWS_2",
  "PAID_VIDEO_VIEWABLE_RATE",
  "VIDEO_LENGTH",
  "VIDEO_SPEND_IN_DOLLAR",
  "CPV_IN_MICRO_DOLLAR",
  "ECPV_IN_DOLLAR",
  "CPCV_IN_MICRO_DOLLAR",
  "ECPCV_IN_DOLLAR",
  "CPCV_P95_IN_MICRO_DOLLAR",
  "ECPCV_P95_IN_DOLLAR",
  "TOTAL_VIDEO_3SEC_VIEWS",
  "TOTAL_VIDEO_15SEC_UNIQUE_VIEWS",
  "TOTAL_VIDEO_P100_COMPLETE",
  "TOTAL_VIDEO_P0_COMBINED",
  "TOTAL_VIDEO_P25_COMBINED",
  "TOTAL_VIDEO_P50_COMBINED",
  "TOTAL_VIDEO_P75_COMBINED",
  "TOTAL_VIDEO_P95_COMBINED",
  "TOTAL_VIDEO_MRC_VIEWS",
  "VIDEO_AVG_WATCHTIME_IN_SECOND_1",
  "VIDEO_AVG_WATCHTIME_IN_SECOND_2",
  "TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND",
  "TOTAL_DESTINATION_VIEWS",
  "TOTAL_REPIN_RATE",
  "WEB_CHECKOUT_COST_PER_ACTION",
  "WEB_CHECKOUT_ROAS",
  "TOTAL_WEB_CHECKOUT",
  "TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_CHECKOUT",
  "TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_CHECKOUT",
  "TOTAL_WEB_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_CHECKOUT",
  "TOTAL_WEB_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "INAPP_CHECKOUT_COST_PER_ACTION",
  "INAPP_CHECKOUT_ROAS",
  "TOTAL_INAPP_CHECKOUT",
  "TOTAL_INAPP_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_CLICK_CHECKOUT",
  "TOTAL_INAPP_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_ENGAGEMENT_CHECKOUT",
  "TOTAL_INAPP_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_VIEW_CHECKOUT",
  "TOTAL_INAPP_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "OFFLINE_CHECKOUT_COST_PER_ACTION",
  "OFFLINE_CHECKOUT_ROAS",
  "TOTAL_OFFLINE_CHECKOUT",
  "TOTAL_OFFLINE_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_CLICK_CHECKOUT",
  "TOTAL_OFFLINE_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT",
  "TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_VIEW_CHECKOUT",
  "TOTAL_OFFLINE_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "PINTEREST_CHECKOUT_COST_PER_ACTION",
  "PINTEREST_CHECKOUT_ROAS",
  "TOTAL_PINTEREST_CHECKOUT",
  "TOTAL_PINTEREST_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  "WEB_ADD_TO_CART_COST_PER_ACTION",
  "WEB_ADD_TO_CART_ROAS",
  "TOTAL_WEB_ADD_TO_CART",
  "TOTAL_WEB_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_ADD_TO_CART",
  "TOTAL_WEB_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_ADD_TO_CART",
  "TOTAL_WEB_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_ADD_TO_CART",
  "TOTAL_WEB_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "INAPP_ADD_TO_CART_COST_PER_ACTION",
  "INAPP_ADD_TO_CART_ROAS",
  "TOTAL_INAPP_ADD_TO_CART",
  "TOTAL_INAPP_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_CLICK_ADD_TO_CART",
  "TOTAL_INAPP_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART",
  "TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_VIEW_ADD_TO_CART",
  "TOTAL_INAPP_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
  "WEB_PAGE_VISIT_COST_PER_ACTION",
  "WEB_PAGE_VISIT_ROAS",
  "TOTAL_WEB_PAGE_VISIT",
  "TOTAL_WEB_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_PAGE_VISIT",
  "TOTAL_WEB_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_PAGE_VISIT",
  "TOTAL_WEB_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_PAGE_VISIT",
  "TOTAL_WEB_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR",
  "WEB_SIGNUP_COST_PER_ACTION",
  "WEB_SIGNUP_ROAS",
  "TOTAL_WEB_SIGNUP",
  "TOTAL_WEB_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_SIGNUP",
  "TOTAL_WEB_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_SIGNUP",
  "TOTAL_WEB_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_SIGNUP",
  "TOTAL_WEB_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "INAPP_SIGNUP_COST_PER_ACTION",
  "INAPP_SIGNUP_ROAS",
  "TOTAL_INAPP_SIGNUP",
  "TOTAL_INAPP_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_CLICK_SIGNUP",
  "TOTAL_INAPP_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_ENGAGEMENT_SIGNUP",
  "TOTAL_INAPP_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_VIEW_SIGNUP",
  "TOTAL_INAPP_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "OFFLINE_SIGNUP_COST_PER_ACTION",
  "OFFLINE_SIGNUP_ROAS",
  "TOTAL_OFFLINE_SIGNUP",
  "TOTAL_OFFLINE_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_CLICK_SIGNUP",
  "TOTAL_OFFLINE_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_ENGAGEMENT_SIGNUP",
  "TOTAL_OFFLINE_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_VIEW_SIGNUP",
  "TOTAL_OFFLINE_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR",
  "WEB_WATCH_VIDEO_COST_PER_ACTION",
  "WEB_WATCH_VIDEO_ROAS",
  "TOTAL_WEB_WATCH_VIDEO",
  "TOTAL_WEB_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_WATCH_VIDEO",
  "TOTAL_WEB_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO",
  "TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_WATCH_VIDEO",
  "TOTAL_WEB_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR",
  "WEB_LEAD_COST_PER_ACTION",
  "WEB_LEAD_ROAS",
  "TOTAL_WEB_LEAD",
  "TOTAL_WEB_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_LEAD",
  "TOTAL_WEB_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_LEAD",
  "TOTAL_WEB_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_LEAD",
  "TOTAL_WEB_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR",
  "OFFLINE_LEAD_COST_PER_ACTION",
  "OFFLINE_LEAD_ROAS",
  "TOTAL_OFFLINE_LEAD",
  "TOTAL_OFFLINE_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_CLICK_LEAD",
  "TOTAL_OFFLINE_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_ENGAGEMENT_LEAD",
  "TOTAL_OFFLINE_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_VIEW_LEAD",
  "TOTAL_OFFLINE_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR",
  "WEB_SEARCH_COST_PER_ACTION",
  "WEB_SEARCH_ROAS",
  "TOTAL_WEB_SEARCH",
  "TOTAL_WEB_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_SEARCH",
  "TOTAL_WEB_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_SEARCH",
  "TOTAL_WEB_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_SEARCH",
  "TOTAL_WEB_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "INAPP_SEARCH_COST_PER_ACTION",
  "INAPP_SEARCH_ROAS",
  "TOTAL_INAPP_SEARCH",
  "TOTAL_INAPP_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_CLICK_SEARCH",
  "TOTAL_INAPP_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_ENGAGEMENT_SEARCH",
  "TOTAL_INAPP_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_VIEW_SEARCH",
  "TOTAL_INAPP_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR",
  "WEB_VIEW_CATEGORY_COST_PER_ACTION",
  "WEB_VIEW_CATEGORY_ROAS",
  "TOTAL_WEB_VIEW_CATEGORY",
  "TOTAL_WEB_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_VIEW_CATEGORY",
  "TOTAL_WEB_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY",
  "TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_VIEW_CATEGORY",
  "TOTAL_WEB_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR",
  "WEB_CUSTOM_COST_PER_ACTION",
  "WEB_CUSTOM_ROAS",
  "TOTAL_WEB_CUSTOM",
  "TOTAL_WEB_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_CUSTOM",
  "TOTAL_WEB_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_CUSTOM",
  "TOTAL_WEB_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_CUSTOM",
  "TOTAL_WEB_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "OFFLINE_CUSTOM_COST_PER_ACTION",
  "OFFLINE_CUSTOM_ROAS",
  "TOTAL_OFFLINE_CUSTOM",
  "TOTAL_OFFLINE_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_CLICK_CUSTOM",
  "TOTAL_OFFLINE_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_ENGAGEMENT_CUSTOM",
  "TOTAL_OFFLINE_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_VIEW_CUSTOM",
  "TOTAL_OFFLINE_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR",
  "WEB_UNKNOWN_COST_PER_ACTION",
  "WEB_UNKNOWN_ROAS",
  "TOTAL_WEB_UNKNOWN",
  "TOTAL_WEB_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_CLICK_UNKNOWN",
  "TOTAL_WEB_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_ENGAGEMENT_UNKNOWN",
  "TOTAL_WEB_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_WEB_VIEW_UNKNOWN",
  "TOTAL_WEB_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "INAPP_UNKNOWN_COST_PER_ACTION",
  "INAPP_UNKNOWN_ROAS",
  "TOTAL_INAPP_UNKNOWN",
  "TOTAL_INAPP_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_CLICK_UNKNOWN",
  "TOTAL_INAPP_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_ENGAGEMENT_UNKNOWN",
  "TOTAL_INAPP_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_VIEW_UNKNOWN",
  "TOTAL_INAPP_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "OFFLINE_UNKNOWN_COST_PER_ACTION",
  "OFFLINE_UNKNOWN_ROAS",
  "TOTAL_OFFLINE_UNKNOWN",
  "TOTAL_OFFLINE_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_CLICK_UNKNOWN",
  "TOTAL_OFFLINE_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN",
  "TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_OFFLINE_VIEW_UNKNOWN",
  "TOTAL_OFFLINE_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR",
  "INAPP_APP_INSTALL_COST_PER_ACTION",
  "INAPP_APP_INSTALL_ROAS",
  "TOTAL_INAPP_APP_INSTALL",
  "TOTAL_INAPP_APP_INSTALL_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_CLICK_APP_INSTALL",
  "TOTAL_INAPP_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_ENGAGEMENT_APP_INSTALL",
  "TOTAL_INAPP_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_INAPP_VIEW_APP_INSTALL",
  "TOTAL_INAPP_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR",
  "TOTAL_APP_INSTALL_CONVERSION_RATE",
  "TOTAL_INAPP_APP_INSTALL_CONVERSION_RATE",
  "IDEA_PIN_PAGE_FORWARD_1",
  "IDEA_PIN_PAGE_FORWARD_2",
  "IDEA_PIN_PAGE_BACKWARD_1",
  "IDEA_PIN_PAGE_BACKWARD_2",
  "TOTAL_IDEA_PIN_PAGE_FORWARD",
  "TOTAL_IDEA_PIN_PAGE_BACKWARD",
  "IDEA_PIN_PRODUCT_TAG_VISIT_1",
  "IDEA_PIN_PRODUCT_TAG_VISIT_2",
  "TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT",
  "LEADS",
  "COST_PER_LEAD",
  "QUIZ_COMPLETED",
  "QUIZ_COMPLETION_RATE",
  "SHOWCASE_PIN_CLICKTHROUGH",
  "SHOWCASE_SUBPAGE_CLICKTHROUGH",
  "SHOWCASE_SUBPIN_CLICKTHROUGH",
  "SHOWCASE_SUBPAGE_IMPRESSION",
  "SHOWCASE_SUBPIN_IMPRESSION",
  "SHOWCASE_SUBPAGE_SWIPE_LEFT",
  "SHOWCASE_SUBPAGE_SWIPE_RIGHT",
  "SHOWCASE_SUBPIN_SWIPE_LEFT",
  "SHOWCASE_SUBPIN_SWIPE_RIGHT",
  "SHOWCASE_SUBPAGE_REPIN",
  "SHOWCASE_SUBPIN_REPIN",
  "SHOWCASE_SUBPAGE_CLOSEUP",
  "SHOWCASE_CARD_THUMBNAIL_SWIPE_FORWARD",
  "SHOWCASE_CARD_THUMBNAIL_SWIPE_BACKWARD",
  "SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION",
  "TOTAL_CHECKOUT_CONVERSION_RATE",
  "TOTAL_VIEW_CATEGORY_CONVERSION_RATE",
  "TOTAL_ADD_TO_CART_CONVERSION_RATE",
  "TOTAL_SIGNUP_CONVERSION_RATE",
  "TOTAL_PAGE_VISIT_CONVERSION_RATE",
  "TOTAL_LEAD_CONVERSION_RATE",
  "TOTAL_SEARCH_CONVERSION_RATE",
  "TOTAL_WATCH_VIDEO_CONVERSION_RATE",
  "TOTAL_UNKNOWN_CONVERSION_RATE",
  "TOTAL_CUSTOM_CONVERSION_RATE",
  "STANDARD_AD_FEED_ITEM_ID",
]);

const REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE = new Set<unknown>([
  "ADE_COST_PER_ACTION",
  "ADE_ROAS",
  "ADE_TOTAL_CONVERSIONS",
  "ADE_TOTAL_VALUE_IN_MICRO_DOLLAR",
  "ADE_AVERAGE_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_CLICK",
  "ADE_TOTAL_CLICK_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_VIEW",
  "ADE_TOTAL_VIEW_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_CONVERSION_RATE",
  "ADE_WEB_COST_PER_ACTION",
  "ADE_WEB_ROAS",
  "ADE_TOTAL_WEB_CONVERSIONS",
  "ADE_TOTAL_WEB_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_WEB_CLICK",
  "ADE_TOTAL_WEB_CLICK_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_WEB_VIEW",
  "ADE_TOTAL_WEB_VIEW_VALUE_IN_MICRO_DOLLAR",
  "ADE_INAPP_COST_PER_ACTION",
  "ADE_INAPP_ROAS",
  "ADE_TOTAL_INAPP_CONVERSIONS",
  "ADE_TOTAL_INAPP_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_INAPP_CLICK",
  "ADE_TOTAL_INAPP_CLICK_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_INAPP_VIEW",
  "ADE_TOTAL_INAPP_VIEW_VALUE_IN_MICRO_DOLLAR",
  "ADE_OFFLINE_COST_PER_ACTION",
  "ADE_OFFLINE_ROAS",
  "ADE_TOTAL_OFFLINE_CONVERSIONS",
  "ADE_TOTAL_OFFLINE_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_OFFLINE_CLICK",
  "ADE_TOTAL_OFFLINE_CLICK_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_OFFLINE_VIEW",
  "ADE_TOTAL_OFFLINE_VIEW_VALUE_IN_MICRO_DOLLAR",
  "ADE_TOTAL_CONVERSION_PRODUCT_QUANTITY",
  "ADE_TOTAL_CONVERSION_PRODUCT_VALUE",
  "ADE_TOTAL_CONVERSION_PRODUCT_VALUE_IN_MICRO_UNITS",
  "ADE_TOTAL_CONVERSION_PRODUCT_VALUE_IN_USD",
  "ADE_TOTAL_CONVERSION_PRODUCT_VALUE_IN_MICRO_USD",
  "ADE_TOTAL_WEB_CONVERSION_PRODUCT_QUANTITY",
  "ADE_TOTAL_WEB_CONVERSION_PRODUCT_VALUE",
  "ADE_TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_MICRO_UNITS",
  "ADE_TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_USD",
  "ADE_TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_MICRO_USD",
  "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_QUANTITY",
  "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_VALUE",
  "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_MICRO_UNITS",
  "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_USD",
  "ADE_TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_MICRO_USD",
  "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_QUANTITY",
  "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE",
  "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_MICRO_UNITS",
  "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_USD",
  "ADE_TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_MICRO_USD",
]);

const REPORT_LEVEL = new Set<unknown>([
  "ADVERTISER",
  "ADVERTISER_TARGETING",
  "CAMPAIGN",
  "CAMPAIGN_TARGETING",
  "AD_GROUP",
  "AD_GROUP_TARGETING",
  "PIN_PROMOTION",
  "PIN_PROMOTION_TARGETING",
  "KEYWORD",
  "PRODUCT_GROUP",
  "PRODUCT_GROUP_TARGETING",
  "PRODUCT_ITEM",
  "PRODUCT_ITEM_TARGETING",
]);

const FIELDS: readonly string[] = ["attribution_types", "click_window_days", "conversion_report_time", "end_date", "engagement_window_days", "granularity", "start_date", "view_window_days", "campaign_ids", "campaign_statuses", "campaign_objective_types", "campaign_brand_label", "ad_group_ids", "ad_group_statuses", "ad_ids", "ad_statuses", "product_group_ids", "product_group_statuses", "product_item_ids", "targeting_types", "metrics_filters", "columns", "combine_targeting_types", "custom_conversion_event_metrics", "end_hour", "level", "primary_sort", "report_format", "reporting_timezone", "start_hour"];

/**
 * Everything that is wrong with a body of type `ReportRequest`: the limits of single fields, then the rules in their order; empty when it is fine.
 * Never throws and never stops at the first. The rules as data: `view.rules` of the entry `rules`.
 */
export function validateReport(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown, day: string | undefined): Found {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Found = NOTHING;
  let end_date: unknown;
  let granularity: unknown;
  let start_date: unknown;
  let ad_ids: unknown;
  let ad_statuses: unknown;
  let targeting_types: unknown;
  let columns: unknown;
  let combine_targeting_types: unknown;
  let end_hour: unknown;
  let level: unknown;
  let start_hour: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "attribution_types":
        found = checkReportAttributionTypes(value, found);
        break;
      case "click_window_days":
        found = checkReportClickWindowDays(value, found);
        break;
      case "conversion_report_time":
        found = checkReportConversionReportTime(value, found);
        break;
      case "end_date":
        end_date = value;
        found = checkReportEndDate(value, found);
        break;
      case "engagement_window_days":
        found = checkReportEngagementWindowDays(value, found);
        break;
      case "granularity":
        granularity = value;
        found = checkReportGranularity(value, found);
        break;
      case "start_date":
        start_date = value;
        found = checkReportStartDate(value, found);
        break;
      case "view_window_days":
        found = checkReportViewWindowDays(value, found);
        break;
      case "campaign_ids":
        found = checkReportCampaignIds(value, found);
        break;
      case "campaign_statuses":
        found = checkReportCampaignStatuses(value, found);
        break;
      case "campaign_objective_types":
        found = checkReportCampaignObjectiveTypes(value, found);
        break;
      case "campaign_brand_label":
        found = checkReportCampaignBrandLabel(value, found);
        break;
      case "ad_group_ids":
        found = checkReportAdGroupIds(value, found);
        break;
      case "ad_group_statuses":
        found = checkReportAdGroupStatuses(value, found);
        break;
      case "ad_ids":
        ad_ids = value;
        found = checkReportAdIds(value, found);
        break;
      case "ad_statuses":
        ad_statuses = value;
        found = checkReportAdStatuses(value, found);
        break;
      case "product_group_ids":
        found = checkReportProductGroupIds(value, found);
        break;
      case "product_group_statuses":
        found = checkReportProductGroupStatuses(value, found);
        break;
      case "product_item_ids":
        found = checkReportProductItemIds(value, found);
        break;
      case "targeting_types":
        targeting_types = value;
        found = checkReportTargetingTypes(value, found);
        break;
      case "metrics_filters":
        found = checkReportMetricsFilters(value, found);
        break;
      case "columns":
        columns = value;
        found = checkReportColumns(value, found);
        break;
      case "combine_targeting_types":
        combine_targeting_types = value;
        found = checkReportCombineTargetingTypes(value, found);
        break;
      case "custom_conversion_event_metrics":
        found = checkReportCustomConversionEventMetrics(value, found);
        break;
      case "end_hour":
        end_hour = value;
        found = checkReportEndHour(value, found);
        break;
      case "level":
        level = value;
        found = checkReportLevel(value, found);
        break;
      case "primary_sort":
        found = checkReportPrimarySort(value, found);
        break;
      case "report_format":
        found = checkReportReportFormat(value, found);
        break;
      case "reporting_timezone":
        found = checkReportReportingTimezone(value, found);
        break;
      case "start_hour":
        start_hour = value;
        found = checkReportStartHour(value, found);
        break;
      default:
        found = add(found, unknownField(stepTo(key), key, FIELDS));
    }
  }
  if (end_date === undefined) found = add(found, missing("/end_date"));
  if (granularity === undefined) found = add(found, missing("/granularity"));
  if (start_date === undefined) found = add(found, missing("/start_date"));
  if (columns === undefined) found = add(found, missing("/columns"));
  if (level === undefined) found = add(found, missing("/level"));
  const today = day === undefined ? utcToday() : dayNumber(day);
  if (Number.isNaN(today)) found = add(found, badToday(day));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (granularity !== "HOUR" && today - start_date_day >= 914) {
    found = add(found, onEdge("max-lookback-not-hour", "error", "/start_date", today - start_date_day, 914, "start_date may be at most 914 days before today in UTC when granularity is not HOUR"));
  }

  if (granularity !== "HOUR" && end_date_day - start_date_day >= 186) {
    found = add(found, onEdge("max-range-not-hour", "error", "/end_date", end_date_day - start_date_day, 186, "start_date to end_date may be at most 186 days apart when granularity is not HOUR"));
  }

  if (granularity === "HOUR" && today - start_date_day >= 8) {
    found = add(found, onEdge("max-lookback-hour", "error", "/start_date", today - start_date_day, 8, "start_date may be at most 8 days before today in UTC when granularity is HOUR"));
  }

  if (granularity === "HOUR" && end_date_day - start_date_day >= 3) {
    found = add(found, onEdge("max-range-hour", "error", "/end_date", end_date_day - start_date_day, 3, "start_date to end_date may be at most 3 days apart when granularity is HOUR"));
  }

  if (level === "PRODUCT_ITEM" && today - start_date_day >= 92) {
    found = add(found, onEdge("max-lookback-product-item", "error", "/start_date", today - start_date_day, 92, "start_date may be at most 92 days before today in UTC when level is PRODUCT_ITEM"));
  }

  if (level === "PRODUCT_ITEM" && end_date_day - start_date_day >= 31) {
    found = add(found, onEdge("max-range-product-item", "error", "/end_date", end_date_day - start_date_day, 31, "start_date to end_date may be at most 31 days apart when level is PRODUCT_ITEM"));
  }

  if (level === "PRODUCT_ITEM" && ad_ids !== undefined) {
    found = add(found, violation("forbidden-when-ad-ids-product-item", "error", "/ad_ids", () => "ad_ids is not allowed when level is PRODUCT_ITEM"));
  }

  if (level === "PRODUCT_ITEM" && ad_statuses !== undefined) {
    found = add(found, violation("forbidden-when-ad-statuses-product-item", "error", "/ad_statuses", () => "ad_statuses is not allowed when level is PRODUCT_ITEM"));
  }

  if (level === "PRODUCT_ITEM" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "PIN_PROMOTION_STATUS" || item === "AD_STATUS" || item === "PIN_PROMOTION_ID" || item === "AD_ID" || item === "PIN_PROMOTION_NAME" || item === "AD_NAME") {
        found = add(found, violation("forbidden-values-when-columns-product-item", "error", "/columns/" + index, () => item + " is not allowed in columns" + " when level is PRODUCT_ITEM"));
      }
    }
  }

  if (isDayShaped(end_date) && Number.isNaN(end_date_day)) {
    found = add(found, violation("date-format-end-date", "error", "/end_date", () => "end_date must be a day of the calendar, as YYYY-MM-DD"));
  }

  if (isDayShaped(start_date) && Number.isNaN(start_date_day)) {
    found = add(found, violation("date-format-start-date", "error", "/start_date", () => "start_date must be a day of the calendar, as YYYY-MM-DD"));
  }

  if (targeting_types !== undefined && level !== "ADVERTISER_TARGETING" && level !== "CAMPAIGN_TARGETING" && level !== "AD_GROUP_TARGETING" && level !== "PIN_PROMOTION_TARGETING" && level !== "PRODUCT_GROUP_TARGETING" && level !== "PRODUCT_ITEM_TARGETING") {
    found = add(found, violation("requires-value-targeting-types", "error", "/targeting_types", () => "targeting_types requires level to be a value ending in _TARGETING"));
  }

  if (level !== "CAMPAIGN_TARGETING" && Array.isArray(targeting_types)) {
    for (let index = 0; index < targeting_types.length; index++) {
      const item: unknown = targeting_types[index];
      if (item === "AUDIENCE_MULTIPLIER") {
        found = add(found, violation("forbidden-values-when-targeting-types-audience-multiplier-not-campaign-targeting", "error", "/targeting_types/" + index, () => item + " is not allowed in targeting_types" + " when level is not CAMPAIGN_TARGETING"));
      }
    }
  }

  if (level !== "PRODUCT_ITEM_TARGETING" && Array.isArray(targeting_types)) {
    for (let index = 0; index < targeting_types.length; index++) {
      const item: unknown = targeting_types[index];
      if (item === "MEDIA_TYPE") {
        found = add(found, violation("forbidden-values-when-targeting-types-media-type-not-product-item-targeting", "error", "/targeting_types/" + index, () => item + " is not allowed in targeting_types" + " when level is not PRODUCT_ITEM_TARGETING"));
      }
    }
  }

  if (granularity !== "HOUR" && end_hour !== undefined) {
    found = add(found, violation("only-when-end-hour-hour", "error", "/end_hour", () => "end_hour is only allowed when granularity is HOUR"));
  }

  if (granularity !== "HOUR" && start_hour !== undefined) {
    found = add(found, violation("only-when-start-hour-hour", "error", "/start_hour", () => "start_hour is only allowed when granularity is HOUR"));
  }

  if (end_date_day < start_date_day) {
    found = add(found, violation("dates-in-order", "error", "/end_date", () => "end_date may not be before start_date"));
  }

  if (start_date_day > today) {
    found = add(found, violation("start-date-not-in-the-future", start_date_day > today + 1 ? "error" : "warning", "/start_date", () => "start_date may not be after today in UTC"));
  }

  if (end_date_day > today) {
    found = add(found, violation("end-date-not-in-the-future", "warning", "/end_date", () => "end_date may not be after today in UTC"));
  }

  if (start_date_day === end_date_day && typeof start_hour === "number" && typeof end_hour === "number" && end_hour <= start_hour) {
    found = add(found, violation("hours-in-order", end_hour < start_hour ? "error" : "warning", "/end_hour", () => "end_hour may not be before start_hour on one day"));
  }

  if ((combine_targeting_types ?? false) === true && targeting_types === undefined) {
    found = add(found, violation("combining-needs-targeting-types", "warning", "/targeting_types", () => "without targeting_types the response may be of no use when combine_targeting_types is true"));
  }

  if ((level === "ADVERTISER_TARGETING" || level === "CAMPAIGN_TARGETING" || level === "AD_GROUP_TARGETING" || level === "PIN_PROMOTION_TARGETING" || level === "PRODUCT_GROUP_TARGETING" || level === "PRODUCT_ITEM_TARGETING") && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "TOTAL_IMPRESSION_USER" || item === "TOTAL_IMPRESSION_FREQUENCY") {
        found = add(found, violation("no-reach-by-targeting", "warning", "/columns/" + index, () => item + " is not allowed in columns" + " when level is a value ending in _TARGETING"));
      }
    }
  }

  if (level === "KEYWORD" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "TOTAL_IMPRESSION_USER" || item === "TOTAL_IMPRESSION_FREQUENCY") {
        found = add(found, violation("no-reach-by-keyword", "warning", "/columns/" + index, () => item + " is not allowed in columns" + " when level is KEYWORD"));
      }
    }
  }

  if (level === "PRODUCT_ITEM" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "PIN_ID" || item === "STANDARD_AD_FEED_ITEM_ID") {
        found = add(found, violation("pin-columns-by-product-item", "warning", "/columns/" + index, () => item + " is not allowed in columns" + " when level is PRODUCT_ITEM"));
      }
    }
  }

  if (level === "PRODUCT_ITEM_TARGETING" && Array.isArray(columns)) {
    for (let index = 0; index < columns.length; index++) {
      const item: unknown = columns[index];
      if (item === "PIN_PROMOTION_ID" || item === "PIN_PROMOTION_NAME" || item === "PIN_PROMOTION_STATUS" || item === "AD_ID" || item === "AD_NAME" || item === "AD_STATUS") {
        found = add(found, violation("ad-columns-by-product-item-targeting", "warning", "/columns/" + index, () => item + " is not allowed in columns" + " when level is PRODUCT_ITEM_TARGETING"));
      }
    }
  }

  if (level === "PRODUCT_ITEM_TARGETING" && ad_ids !== undefined) {
    found = add(found, violation("ad-ids-by-product-item-targeting", "warning", "/ad_ids", () => "ad_ids is not allowed when level is PRODUCT_ITEM_TARGETING"));
  }

  if (level === "PRODUCT_ITEM_TARGETING" && ad_statuses !== undefined) {
    found = add(found, violation("ad-statuses-by-product-item-targeting", "warning", "/ad_statuses", () => "ad_statuses is not allowed when level is PRODUCT_ITEM_TARGETING"));
  }

  if (level === "PRODUCT_ITEM_TARGETING" && today - start_date_day >= 92) {
    found = add(found, onEdge("lookback-of-product-item-targeting", "warning", "/start_date", today - start_date_day, 92, "start_date may be at most 92 days before today in UTC when level is PRODUCT_ITEM_TARGETING"));
  }

  if (level === "PRODUCT_ITEM_TARGETING" && end_date_day - start_date_day >= 31) {
    found = add(found, onEdge("range-of-product-item-targeting", "warning", "/end_date", end_date_day - start_date_day, 31, "start_date to end_date may be at most 31 days apart when level is PRODUCT_ITEM_TARGETING"));
  }
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const reportSchema: StandardSchema<ReportRequest> = /* @__PURE__ */ standardSchema(validateReport);

function checkReportAttributionTypes(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/attribution_types", "an array", value));
  } else {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "INDIVIDUAL" && item !== "HOUSEHOLD") found = add(found, notOneOf("/attribution_types/" + index, item, ["INDIVIDUAL", "HOUSEHOLD"]));
    }
  }
  return found;
}

function checkReportClickWindowDays(value: unknown, found: Found): Found {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60) found = add(found, notOneOf("/click_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkReportConversionReportTime(value: unknown, found: Found): Found {
  if (value !== "TIME_OF_AD_ACTION" && value !== "TIME_OF_CONVERSION") found = add(found, notOneOf("/conversion_report_time", value, ["TIME_OF_AD_ACTION", "TIME_OF_CONVERSION"]));
  return found;
}

function checkReportEndDate(value: unknown, found: Found): Found {
  if (typeof value !== "string") found = add(found, wrongType("/end_date", "a string", value));
  else if (!isDayShaped(value)) found = add(found, notLike("/end_date", "^(\\d{4})-(\\d{2})-(\\d{2})$", value));
  return found;
}

function checkReportEngagementWindowDays(value: unknown, found: Found): Found {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60) found = add(found, notOneOf("/engagement_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkReportGranularity(value: unknown, found: Found): Found {
  if (value !== "TOTAL" && value !== "DAY" && value !== "HOUR" && value !== "WEEK" && value !== "MONTH") found = add(found, notOneOf("/granularity", value, ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"]));
  return found;
}

function checkReportStartDate(value: unknown, found: Found): Found {
  if (typeof value !== "string") found = add(found, wrongType("/start_date", "a string", value));
  else if (!isDayShaped(value)) found = add(found, notLike("/start_date", "^(\\d{4})-(\\d{2})-(\\d{2})$", value));
  return found;
}

function checkReportViewWindowDays(value: unknown, found: Found): Found {
  if (value !== 0 && value !== 1 && value !== 7 && value !== 14 && value !== 30 && value !== 60) found = add(found, notOneOf("/view_window_days", value, [0, 1, 7, 14, 30, 60]));
  return found;
}

function checkReportCampaignIds(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/campaign_ids", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/campaign_ids", "must have at least 1", value.length));
    if (value.length > 500) found = add(found, outside("max-items", "/campaign_ids", "may have at most 500", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = add(found, wrongType("/campaign_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = add(found, notLike("/campaign_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkReportCampaignStatuses(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/campaign_statuses", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/campaign_statuses", "must have at least 1", value.length));
    if (value.length > 6) found = add(found, outside("max-items", "/campaign_statuses", "may have at most 6", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "RUNNING" && item !== "PAUSED" && item !== "NOT_STARTED" && item !== "COMPLETED" && item !== "ADVERTISER_DISABLED" && item !== "ARCHIVED" && item !== "DRAFT" && item !== "DELETED_DRAFT") found = add(found, notOneOf("/campaign_statuses/" + index, item, ["RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"]));
    }
  }
  return found;
}

function checkReportCampaignObjectiveTypes(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/campaign_objective_types", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/campaign_objective_types", "must have at least 1", value.length));
    if (value.length > 7) found = add(found, outside("max-items", "/campaign_objective_types", "may have at most 7", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "AWARENESS" && item !== "CONSIDERATION" && item !== "WEB_CONVERSION" && item !== "CATALOG_SALES" && item !== "VIDEO_COMPLETION") found = add(found, notOneOf("/campaign_objective_types/" + index, item, ["AWARENESS", "CONSIDERATION", "WEB_CONVERSION", "CATALOG_SALES", "VIDEO_COMPLETION"]));
    }
  }
  return found;
}

function checkReportCampaignBrandLabel(value: unknown, found: Found): Found {
  if (typeof value !== "string") found = add(found, wrongType("/campaign_brand_label", "a string", value));
  return found;
}

function checkReportAdGroupIds(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/ad_group_ids", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/ad_group_ids", "must have at least 1", value.length));
    if (value.length > 500) found = add(found, outside("max-items", "/ad_group_ids", "may have at most 500", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = add(found, wrongType("/ad_group_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = add(found, notLike("/ad_group_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkReportAdGroupStatuses(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/ad_group_statuses", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/ad_group_statuses", "must have at least 1", value.length));
    if (value.length > 6) found = add(found, outside("max-items", "/ad_group_statuses", "may have at most 6", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "RUNNING" && item !== "PAUSED" && item !== "NOT_STARTED" && item !== "COMPLETED" && item !== "ADVERTISER_DISABLED" && item !== "ARCHIVED" && item !== "DRAFT" && item !== "DELETED_DRAFT") found = add(found, notOneOf("/ad_group_statuses/" + index, item, ["RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"]));
    }
  }
  return found;
}

function checkReportAdIds(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/ad_ids", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/ad_ids", "must have at least 1", value.length));
    if (value.length > 500) found = add(found, outside("max-items", "/ad_ids", "may have at most 500", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = add(found, wrongType("/ad_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = add(found, notLike("/ad_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkReportAdStatuses(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/ad_statuses", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/ad_statuses", "must have at least 1", value.length));
    if (value.length > 6) found = add(found, outside("max-items", "/ad_statuses", "may have at most 6", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "APPROVED" && item !== "PAUSED" && item !== "PENDING" && item !== "REJECTED" && item !== "ADVERTISER_DISABLED" && item !== "ARCHIVED" && item !== "DRAFT" && item !== "DELETED_DRAFT") found = add(found, notOneOf("/ad_statuses/" + index, item, ["APPROVED", "PAUSED", "PENDING", "REJECTED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"]));
    }
  }
  return found;
}

function checkReportProductGroupIds(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/product_group_ids", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/product_group_ids", "must have at least 1", value.length));
    if (value.length > 500) found = add(found, outside("max-items", "/product_group_ids", "may have at most 500", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = add(found, wrongType("/product_group_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = add(found, notLike("/product_group_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkReportProductGroupStatuses(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/product_group_statuses", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/product_group_statuses", "must have at least 1", value.length));
    if (value.length > 6) found = add(found, outside("max-items", "/product_group_statuses", "may have at most 6", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== "RUNNING" && item !== "PAUSED" && item !== "EXCLUDED" && item !== "ARCHIVED") found = add(found, notOneOf("/product_group_statuses/" + index, item, ["RUNNING", "PAUSED", "EXCLUDED", "ARCHIVED"]));
    }
  }
  return found;
}

function checkReportProductItemIds(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/product_item_ids", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/product_item_ids", "must have at least 1", value.length));
    if (value.length > 500) found = add(found, outside("max-items", "/product_item_ids", "may have at most 500", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") found = add(found, wrongType("/product_item_ids/" + index, "a string of digits", item));
      else if (!isDigits(item)) found = add(found, notLike("/product_item_ids/" + index, "^\\d+$", item));
    }
  }
  return found;
}

function checkReportTargetingTypes(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/targeting_types", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/targeting_types", "must have at least 1", value.length));
    if (value.length > 5) found = add(found, outside("max-items", "/targeting_types", "may have at most 5", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (!REPORT_TARGETING_TYPE.has(item)) found = add(found, notOneOf("/targeting_types/" + index, item, REPORT_TARGETING_TYPE));
    }
  }
  return found;
}

function checkReportMetricsFilters(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/metrics_filters", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", "/metrics_filters", "must have at least 1", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      found = checkObjectReportMetricsFilter(item, "/metrics_filters/", index, found);
    }
  }
  return found;
}

function checkReportColumns(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/columns", "an array", value));
  } else {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (!REPORT_COLUMN.has(item)) found = add(found, notOneOf("/columns/" + index, item, REPORT_COLUMN));
    }
  }
  return found;
}

function checkReportCombineTargetingTypes(value: unknown, found: Found): Found {
  if (typeof value !== "boolean") found = add(found, wrongType("/combine_targeting_types", "true or false", value));
  return found;
}

function checkReportCustomConversionEventMetrics(value: unknown, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType("/custom_conversion_event_metrics", "an array", value));
  } else {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      found = checkObjectReportCustomConversionEventMetric(item, "/custom_conversion_event_metrics/", index, found);
    }
  }
  return found;
}

function checkReportEndHour(value: unknown, found: Found): Found {
  if (typeof value !== "number" || !Number.isInteger(value)) found = add(found, wrongType("/end_hour", "a whole number", value));
  else if (value < 0) found = add(found, outside("minimum", "/end_hour", "must be at least 0", value));
  else if (value > 23) found = add(found, outside("maximum", "/end_hour", "may be at most 23", value));
  return found;
}

function checkReportLevel(value: unknown, found: Found): Found {
  if (!REPORT_LEVEL.has(value)) found = add(found, notOneOf("/level", value, REPORT_LEVEL));
  return found;
}

function checkReportPrimarySort(value: unknown, found: Found): Found {
  if (value !== "BY_ID" && value !== "BY_DATE") found = add(found, notOneOf("/primary_sort", value, ["BY_ID", "BY_DATE"]));
  return found;
}

function checkReportReportFormat(value: unknown, found: Found): Found {
  if (value !== "JSON" && value !== "CSV") found = add(found, notOneOf("/report_format", value, ["JSON", "CSV"]));
  return found;
}

function checkReportReportingTimezone(value: unknown, found: Found): Found {
  if (value !== "PINTEREST_TIME_ZONE" && value !== "AD_ACCOUNT_TIME_ZONE") found = add(found, notOneOf("/reporting_timezone", value, ["PINTEREST_TIME_ZONE", "AD_ACCOUNT_TIME_ZONE"]));
  return found;
}

function checkReportStartHour(value: unknown, found: Found): Found {
  if (typeof value !== "number" || !Number.isInteger(value)) found = add(found, wrongType("/start_hour", "a whole number", value));
  else if (value < 0) found = add(found, outside("minimum", "/start_hour", "must be at least 0", value));
  else if (value > 23) found = add(found, outside("maximum", "/start_hour", "may be at most 23", value));
  return found;
}

const REPORT_METRICS_FILTER_FIELDS: readonly string[] = ["field", "operator", "values"];

function checkObjectReportMetricsFilter(value: unknown, base: string, at: string | number, found: Found): Found {
  if (!isRecord(value)) return add(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "field":
        found = checkReportMetricsFilterField(item, base, at, found);
        break;
      case "operator":
        found = checkReportMetricsFilterOperator(item, base, at, found);
        break;
      case "values":
        found = checkReportMetricsFilterValues(item, base, at, found);
        break;
      default:
        found = add(found, unknownField(base + at + stepTo(key), key, REPORT_METRICS_FILTER_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "field") || value["field"] === undefined) found = add(found, missing(base + at + "/field"));
  if (!Object.hasOwn(value, "operator") || value["operator"] === undefined) found = add(found, missing(base + at + "/operator"));
  if (!Object.hasOwn(value, "values") || value["values"] === undefined) found = add(found, missing(base + at + "/values"));
  return found;
}

function checkReportMetricsFilterField(value: unknown, base: string, at: string | number, found: Found): Found {
  if (value !== "SPEND_IN_DOLLAR" && value !== "TOTAL_IMPRESSION") found = add(found, notOneOf(base + at + "/field", value, ["SPEND_IN_DOLLAR", "TOTAL_IMPRESSION"]));
  return found;
}

function checkReportMetricsFilterOperator(value: unknown, base: string, at: string | number, found: Found): Found {
  if (value !== "LESS_THAN" && value !== "GREATER_THAN") found = add(found, notOneOf(base + at + "/operator", value, ["LESS_THAN", "GREATER_THAN"]));
  return found;
}

function checkReportMetricsFilterValues(value: unknown, base: string, at: string | number, found: Found): Found {
  if (!Array.isArray(value)) {
    found = add(found, wrongType(base + at + "/values", "an array", value));
  } else {
    if (value.length < 1) found = add(found, outside("min-items", base + at + "/values", "must have at least 1", value.length));
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "number" || !Number.isFinite(item)) found = add(found, wrongType(base + at + "/values/" + index, "a number", item));
    }
  }
  return found;
}

const REPORT_CUSTOM_CONVERSION_EVENT_METRIC_FIELDS: readonly string[] = ["custom_event_metrics_type", "custom_event_name"];

function checkObjectReportCustomConversionEventMetric(value: unknown, base: string, at: string | number, found: Found): Found {
  if (!isRecord(value)) return add(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "custom_event_metrics_type":
        found = checkReportCustomConversionEventMetricCustomEventMetricsType(item, base, at, found);
        break;
      case "custom_event_name":
        found = checkReportCustomConversionEventMetricCustomEventName(item, base, at, found);
        break;
      default:
        found = add(found, unknownField(base + at + stepTo(key), key, REPORT_CUSTOM_CONVERSION_EVENT_METRIC_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "custom_event_metrics_type") || value["custom_event_metrics_type"] === undefined) found = add(found, missing(base + at + "/custom_event_metrics_type"));
  if (!Object.hasOwn(value, "custom_event_name") || value["custom_event_name"] === undefined) found = add(found, missing(base + at + "/custom_event_name"));
  return found;
}

function checkReportCustomConversionEventMetricCustomEventMetricsType(value: unknown, base: string, at: string | number, found: Found): Found {
  if (!REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE.has(value)) found = add(found, notOneOf(base + at + "/custom_event_metrics_type", value, REPORT_CUSTOM_CONVERSION_EVENT_METRIC_CUSTOM_EVENT_METRICS_TYPE));
  return found;
}

function checkReportCustomConversionEventMetricCustomEventName(value: unknown, base: string, at: string | number, found: Found): Found {
  if (typeof value !== "string") found = add(found, wrongType(base + at + "/custom_event_name", "a string", value));
  return found;
}
