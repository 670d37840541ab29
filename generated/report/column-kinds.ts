// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _45289b93f5b57bab } from "../generation.js";

/**
 * The columns of `ReportRequest` with the kind of their values. A `?` marks a kind that is inferred from the column's name; `or none`, that
 * a missing value is not zero.
 */
export const REPORT_COLUMN_KINDS = {
  /** Money in millionths of the ad account's currency. */
  SPEND_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_CONVERSIONS_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_WEB_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. */
  TOTAL_WEB_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  ADS_CREDIT_SPEND_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PINTEREST_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  ADS_CREDIT_SPEND_IN_DOLLAR: "money?",
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_SPEND_IN_DOLLAR: "money?",
  /** Count. May be written as 1000.0. */
  PAID_IMPRESSION: "count",
  /** Count. */
  TOTAL_ENGAGEMENT: "count",
  /** Count. */
  ENGAGEMENT_1: "count",
  /** Count. */
  ENGAGEMENT_2: "count",
  /** Count. */
  CLICKTHROUGH_1: "count",
  /** Count. */
  REPIN_1: "count",
  /** Count. */
  IMPRESSION_1: "count",
  /** Count. */
  IMPRESSION_1_GROSS: "count",
  /** Count. */
  CLICKTHROUGH_1_GROSS: "count",
  /** Count. */
  OUTBOUND_CLICK_1: "count",
  /** Count. */
  CLICKTHROUGH_2: "count",
  /** Count. */
  REPIN_2: "count",
  /** Count. */
  IMPRESSION_2: "count",
  /** Count. */
  OUTBOUND_CLICK_2: "count",
  /** Count. */
  TOTAL_CLICKTHROUGH: "count",
  /** Count. */
  TOTAL_IMPRESSION_USER: "count",
  /** Count. */
  TOTAL_ENGAGEMENT_SIGNUP: "count",
  /** Count. */
  TOTAL_ENGAGEMENT_CHECKOUT: "count",
  /** Count. */
  TOTAL_ENGAGEMENT_LEAD: "count",
  /** Count. */
  TOTAL_CLICK_SIGNUP: "count",
  /** Count. */
  TOTAL_CLICK_CHECKOUT: "count",
  /** Count. */
  TOTAL_CLICK_ADD_TO_CART: "count",
  /** Count. */
  TOTAL_CLICK_LEAD: "count",
  /** Count. */
  TOTAL_VIEW_SIGNUP: "count",
  /** Count. */
  TOTAL_VIEW_CHECKOUT: "count",
  /** Count. */
  TOTAL_VIEW_ADD_TO_CART: "count",
  /** Count. */
  TOTAL_VIEW_LEAD: "count",
  /** Count. */
  TOTAL_CONVERSIONS: "count",
  /** Count. */
  TOTAL_CONVERSIONS_QUANTITY: "count",
  /** Count. */
  TOTAL_WEB_SESSIONS: "count",
  /** Count. */
  WEB_SESSIONS_1: "count",
  /** Count. */
  WEB_SESSIONS_2: "count",
  /** Count. */
  ONSITE_CHECKOUTS_1: "count",
  /** Count. */
  TOTAL_PAGE_VISIT: "count",
  /** Count. */
  TOTAL_SIGNUP: "count",
  /** Count. */
  TOTAL_CHECKOUT: "count",
  /** Count. */
  TOTAL_CUSTOM: "count",
  /** Count. */
  TOTAL_LEAD: "count",
  /** Count. */
  VIDEO_3SEC_VIEWS_1: "count",
  /** Count. */
  VIDEO_15SEC_UNIQUE_VIEWS_1: "count",
  /** Count. */
  VIDEO_MRC_VIEWS_1: "count",
  /** Count. */
  VIDEO_3SEC_VIEWS_2: "count",
  /** Count. */
  VIDEO_15SEC_UNIQUE_VIEWS_2: "count",
  /** Count. */
  VIDEO_P100_COMPLETE_2: "count",
  /** Count. */
  VIDEO_P0_COMBINED_2: "count",
  /** Count. */
  VIDEO_P25_COMBINED_2: "count",
  /** Count. */
  VIDEO_P50_COMBINED_2: "count",
  /** Count. */
  VIDEO_P75_COMBINED_2: "count",
  /** Count. */
  VIDEO_P95_COMBINED_2: "count",
  /** Count. */
  VIDEO_MRC_VIEWS_2: "count",
  /** Count. */
  TOTAL_VIDEO_3SEC_VIEWS: "count",
  /** Count. */
  TOTAL_VIDEO_P100_COMPLETE: "count",
  /** Count. */
  TOTAL_VIDEO_P0_COMBINED: "count",
  /** Count. */
  TOTAL_VIDEO_P25_COMBINED: "count",
  /** Count. */
  TOTAL_VIDEO_P50_COMBINED: "count",
  /** Count. */
  TOTAL_VIDEO_P75_COMBINED: "count",
  /** Count. */
  TOTAL_VIDEO_P95_COMBINED: "count",
  /** Count. */
  TOTAL_VIDEO_MRC_VIEWS: "count",
  /** Count. */
  TOTAL_WEB_CHECKOUT: "count",
  /** Count. */
  TOTAL_WEB_CLICK_CHECKOUT: "count",
  /** Count. */
  TOTAL_WEB_ENGAGEMENT_CHECKOUT: "count",
  /** Count. */
  TOTAL_WEB_VIEW_CHECKOUT: "count",
  /** Count. */
  TOTAL_OFFLINE_CHECKOUT: "count",
  /** Count. */
  IDEA_PIN_PAGE_FORWARD_1: "count",
  /** Count. */
  IDEA_PIN_PAGE_FORWARD_2: "count",
  /** Count. */
  IDEA_PIN_PAGE_BACKWARD_1: "count",
  /** Count. */
  IDEA_PIN_PAGE_BACKWARD_2: "count",
  /** Count. */
  IDEA_PIN_PRODUCT_TAG_VISIT_1: "count",
  /** Count. */
  IDEA_PIN_PRODUCT_TAG_VISIT_2: "count",
  /** Count. */
  TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT: "count",
  /** Count. */
  LEADS: "count",
  /** Count. */
  QUIZ_COMPLETED: "count",
  /** Count. */
  SHOWCASE_PIN_CLICKTHROUGH: "count",
  /** Count. */
  SHOWCASE_SUBPAGE_CLICKTHROUGH: "count",
  /** Count. */
  SHOWCASE_SUBPIN_CLICKTHROUGH: "count",
  /** Count. */
  SHOWCASE_SUBPAGE_IMPRESSION: "count",
  /** Count. */
  SHOWCASE_SUBPIN_IMPRESSION: "count",
  /** Count. */
  SHOWCASE_SUBPAGE_SWIPE_LEFT: "count",
  /** Count. */
  SHOWCASE_SUBPAGE_SWIPE_RIGHT: "count",
  /** Count. */
  SHOWCASE_SUBPIN_SWIPE_LEFT: "count",
  /** Count. */
  SHOWCASE_SUBPIN_SWIPE_RIGHT: "count",
  /** Count. */
  SHOWCASE_SUBPAGE_REPIN: "count",
  /** Count. */
  SHOWCASE_SUBPIN_REPIN: "count",
  /** Count. */
  SHOWCASE_SUBPAGE_CLOSEUP: "count",
  /** Count. */
  SHOWCASE_CARD_THUMBNAIL_SWIPE_FORWARD: "count",
  /** Count. */
  SHOWCASE_CARD_THUMBNAIL_SWIPE_BACKWARD: "count",
  /** Money in the ad account's currency. */
  SPEND_IN_DOLLAR: "money",
  /** Money in millionths of the ad account's currency. A missing value is not zero. Fractions of a micro unit occur. */
  CPC_IN_MICRO_DOLLAR: "micro-money or none",
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  ECPC_IN_MICRO_DOLLAR: "micro-money or none",
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  ECPM_IN_MICRO_DOLLAR: "micro-money or none",
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  CPM_IN_MICRO_DOLLAR: "micro-money or none",
  /** Money in millionths of the ad account's currency. A missing value is not zero. Micro units are presumed. */
  CAMPAIGN_LIFETIME_SPEND_CAP: "micro-money or none",
  /** Money in millionths of the ad account's currency. A missing value is not zero. Micro units are presumed. */
  CAMPAIGN_DAILY_SPEND_CAP: "micro-money or none",
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  CPV_IN_MICRO_DOLLAR: "micro-money or none",
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  CPCV_IN_MICRO_DOLLAR: "micro-money or none",
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  CPCV_P95_IN_MICRO_DOLLAR: "micro-money or none",
  /** Money in the ad account's currency. A missing value is not zero. */
  ECPC_IN_DOLLAR: "money or none",
  /** Money in the ad account's currency. A missing value is not zero. */
  ECPE_IN_DOLLAR: "money or none",
  /** Money in the ad account's currency. A missing value is not zero. */
  CPM_IN_DOLLAR: "money or none",
  /** Money in the ad account's currency. A missing value is not zero. */
  AD_GROUP_BUDGET_IN_LOCAL_CURRENCY: "money or none",
  /** Money in the ad account's currency. A missing value is not zero. */
  COST_PER_OUTBOUND_CLICK_IN_DOLLAR: "money or none",
  /** Money in the ad account's currency. A missing value is not zero. */
  COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1: "money or none",
  /** Money in the ad account's currency. A missing value is not zero. */
  ECPV_IN_DOLLAR: "money or none",
  /** Money in the ad account's currency. A missing value is not zero. */
  ECPCV_IN_DOLLAR: "money or none",
  /** Money in the ad account's currency. A missing value is not zero. */
  ECPCV_P95_IN_DOLLAR: "money or none",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  CTR: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  ECTR: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  OUTBOUND_CTR_1: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  ENGAGEMENT_RATE: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  EENGAGEMENT_RATE: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  REPIN_RATE: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  CTR_2: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  PAID_VIDEO_VIEWABLE_RATE: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  TOTAL_REPIN_RATE: "rate",
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  QUIZ_COMPLETION_RATE: "rate",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  OUTBOUND_CTR: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_APP_INSTALL_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_INAPP_APP_INSTALL_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_CHECKOUT_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_VIEW_CATEGORY_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_ADD_TO_CART_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_SIGNUP_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_PAGE_VISIT_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_LEAD_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_SEARCH_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_WATCH_VIDEO_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_UNKNOWN_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  TOTAL_CUSTOM_CONVERSION_RATE: "rate?",
  /**
   * Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented
   * by Pinterest.
   */
  INAPP_SKAN_APP_INSTALL_CONVERSION_RATE: "rate?",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  COST_PER_OUTBOUND_CLICK: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  OFFLINE_CHECKOUT_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_ADD_TO_CART_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  INAPP_ADD_TO_CART_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_PAGE_VISIT_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_SIGNUP_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  INAPP_SIGNUP_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  OFFLINE_SIGNUP_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_WATCH_VIDEO_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_LEAD_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  OFFLINE_LEAD_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_SEARCH_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  INAPP_SEARCH_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_VIEW_CATEGORY_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_CUSTOM_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  OFFLINE_CUSTOM_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_UNKNOWN_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  INAPP_UNKNOWN_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  OFFLINE_UNKNOWN_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  INAPP_APP_INSTALL_COST_PER_ACTION: "unknown-money? or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  INAPP_SKAN_APP_INSTALL_COST_PER_ACTION: "unknown-money? or none",
  /** Name, as its owner entered it. */
  CAMPAIGN_NAME: "name",
  /** Name, as its owner entered it. */
  AD_GROUP_NAME: "name",
  /** Name, as its owner entered it. */
  PROMO_NAME: "name",
  /** Name, as its owner entered it. */
  PRODUCT_ITEM_NAME: "name",
  /** Name, as its owner entered it. */
  ORDER_LINE_NAME: "name",
  /** Name, as its owner entered it. */
  PIN_PROMOTION_NAME: "name",
  /** Name, as its owner entered it. */
  AD_NAME: "name",
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_STATUS: "label",
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  PIN_PROMOTION_STATUS: "label",
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  AD_STATUS: "label",
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_ENTITY_STATUS: "label",
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  CAMPAIGN_MANAGED_STATUS: "label",
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_OBJECTIVE_TYPE: "label",
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  AD_GROUP_STATUS: "label",
  /** One of a few words, or a number that stands for one. */
  AD_GROUP_BUDGET_TYPE: "label",
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  AD_GROUP_ENTITY_STATUS: "label",
  /** One of a few words, or a number that stands for one. */
  PRODUCT_GROUP_STATUS: "label",
  /** One of a few words, or a number that stands for one. */
  AD_GROUP_OPTIMIZATION: "label",
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_BUDGET_OPTIMIZATION: "label",
  /** One of a few words, or a number that stands for one. */
  IS_PREMIERE_CAMPAIGN: "label",
  /** Words. Unit inferred from the column name; not documented by Pinterest. */
  CAMPAIGN_BRAND_LABEL: "text?",
  /** Words. Unit inferred from the column name; not documented by Pinterest. */
  CAMPAIGN_CUSTOM_LABELS: "text?",
  /**
   * Words. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether it is a name or an id; read
   * as text.
   */
  CAMPAIGN: "text?",
  /** Id, exact to the last digit. 18 digits, more than a double holds. */
  PIN_ID: "id",
  /** Id, exact to the last digit. */
  CAMPAIGN_ID: "id",
  /** Id, exact to the last digit. */
  ADVERTISER_ID: "id",
  /** Id, exact to the last digit. */
  AD_ACCOUNT_ID: "id",
  /** Id, exact to the last digit. */
  PIN_PROMOTION_ID: "id",
  /** Id, exact to the last digit. */
  AD_ID: "id",
  /** Id, exact to the last digit. */
  AD_GROUP_ID: "id",
  /** Id, exact to the last digit. */
  PRODUCT_GROUP_ID: "id",
  /** Id, exact to the last digit. */
  PROMO_ID: "id",
  /** Id, exact to the last digit. */
  ORDER_LINE_ID: "id",
  /** Id, exact to the last digit. */
  STANDARD_AD_FEED_ITEM_ID: "id",
  /** Number. Pinterest does not document its unit. A missing value is not zero. */
  AD_GROUP_BID_MULTIPLIER: "number or none",
  /** Number. Pinterest does not document its unit. A missing value is not zero. */
  TOTAL_IMPRESSION_FREQUENCY: "number or none",
  /** Number. Pinterest does not document its unit. A missing value is not zero. Pinterest does not document the unit. */
  VIDEO_LENGTH: "number or none",
  /** Number. Pinterest does not document its unit. A missing value is not zero. */
  SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION: "number or none",
  /** URL. */
  PRODUCT_ITEM_IMAGE_URL: "url",
  /** URL. */
  PRODUCT_ITEM_PRODUCT_URL: "url",
  /** URL. */
  PRODUCT_ITEM_PIN_URL: "url",
  /**
   * Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. Number or
   * text with a currency; Pinterest does not document which.
   */
  PRODUCT_ITEM_PRICE: "unknown-money or none",
  /**
   * Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. Number or
   * text with a currency; Pinterest does not document which.
   */
  PRODUCT_ITEM_SALE_PRICE: "unknown-money or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  PAGE_VISIT_COST_PER_ACTION: "unknown-money or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  APP_INSTALL_COST_PER_ACTION: "unknown-money or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_CHECKOUT_COST_PER_ACTION: "unknown-money or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  INAPP_CHECKOUT_COST_PER_ACTION: "unknown-money or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  PINTEREST_CHECKOUT_COST_PER_ACTION: "unknown-money or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  COST_PER_LEAD: "unknown-money or none",
  /** Words. */
  PRODUCT_ITEM_BRAND: "text",
  /** Words. */
  PRODUCT_ITEM_DESCRIPTION: "text",
  /** Words. */
  PRODUCT_ITEM_PRODUCT_TYPE: "text",
  /** Words. */
  PRODUCT_ITEM_PRODUCT_CATEGORY: "text",
  /** Words. */
  PRODUCT_ITEM_CURRENCY: "text",
  /** Words. */
  PRODUCT_GROUP_AD_IMAGE_TAG: "text",
  /** Words. */
  PRODUCT_GROUP_AD_VIDEO_TAG: "text",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  COLLECTION_PIN_ITEM_IMPRESSION_1: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  COLLECTION_PIN_ITEM_IMPRESSION_2: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_COLLECTION_PIN_ITEM_IMPRESSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  COLLECTION_PIN_ITEM_CLICKTHROUGH_1: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  COLLECTION_PIN_ITEM_CLICKTHROUGH_2: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_COLLECTION_PIN_ITEM_CLICKTHROUGH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_IMPRESSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_PAGE_VISIT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_WATCH_VIDEO: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_VIEW_CATEGORY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_PAGE_VISIT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_WATCH_VIDEO: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_VIEW_CATEGORY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_PAGE_VISIT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_WATCH_VIDEO: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_VIEW_CATEGORY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_PAGE_VISIT_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_SIGNUP_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_CHECKOUT_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_CUSTOM_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_ADD_TO_CART_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_LEAD_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_SEARCH_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_WATCH_VIDEO_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_VIEW_CATEGORY_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_UNKNOWN_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_PAGE_VISIT_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_SIGNUP_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_CHECKOUT_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_CUSTOM_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_ADD_TO_CART_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_LEAD_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_SEARCH_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_WATCH_VIDEO_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_VIEW_CATEGORY_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_UNKNOWN_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_PAGE_VISIT_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_SIGNUP_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CHECKOUT_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CUSTOM_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_ADD_TO_CART_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_LEAD_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_SEARCH_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_WATCH_VIDEO_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_VIEW_CATEGORY_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_UNKNOWN_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_TABLET_ACTION_TO_TABLET_CONVERSION: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_WISHLIST: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SUBSCRIBE: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_QUANTITY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P100_COMPLETE_1: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P0_COMBINED_1: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P25_COMBINED_1: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P50_COMBINED_1: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P75_COMBINED_1: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P95_COMBINED_1: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIDEO_15SEC_UNIQUE_VIEWS: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_DESTINATION_VIEWS: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CHECKOUT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_CHECKOUT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_CHECKOUT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_CHECKOUT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_CHECKOUT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_CHECKOUT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PINTEREST_CHECKOUT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_ADD_TO_CART: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_PAGE_VISIT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_PAGE_VISIT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_PAGE_VISIT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_PAGE_VISIT: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_SIGNUP: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_WATCH_VIDEO: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_WATCH_VIDEO: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_WATCH_VIDEO: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_LEAD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_LEAD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_LEAD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_LEAD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_LEAD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_LEAD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_LEAD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_LEAD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_SEARCH: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_CATEGORY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_VIEW_CATEGORY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_VIEW_CATEGORY: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_CUSTOM: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_UNKNOWN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_IDEA_PIN_PAGE_FORWARD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_IDEA_PIN_PAGE_BACKWARD: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_ASSISTED_APP_INSTALL: "count?",
  /** One of a few words, or a number that stands for one. Unit inferred from the column name; not documented by Pinterest. */
  IS_CATALOG_CREATIVE_CAMPAIGN: "label?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. */
  PAGE_VISIT_ROAS: "ratio",
  /** Ratio of two amounts, such as return to spend. May exceed 1. */
  CHECKOUT_ROAS: "ratio",
  /** Ratio of two amounts, such as return to spend. May exceed 1. */
  CUSTOM_ROAS: "ratio",
  /** Ratio of two amounts, such as return to spend. May exceed 1. */
  WEB_CHECKOUT_ROAS: "ratio",
  /** Ratio of two amounts, such as return to spend. May exceed 1. */
  PINTEREST_CHECKOUT_ROAS: "ratio",
  /** Duration in seconds. Unit inferred from the column name; not documented by Pinterest. A missing value is not zero. */
  VIDEO_AVG_WATCHTIME_IN_SECOND_1: "seconds? or none",
  /** Duration in seconds. Unit inferred from the column name; not documented by Pinterest. A missing value is not zero. */
  VIDEO_AVG_WATCHTIME_IN_SECOND_2: "seconds? or none",
  /** Duration in seconds. A missing value is not zero. */
  TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND: "seconds or none",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_CHECKOUT_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_CHECKOUT_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_ADD_TO_CART_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_ADD_TO_CART_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_PAGE_VISIT_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_SIGNUP_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SIGNUP_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_SIGNUP_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_WATCH_VIDEO_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_LEAD_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_LEAD_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_SEARCH_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SEARCH_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_VIEW_CATEGORY_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_CUSTOM_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_CUSTOM_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_UNKNOWN_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_UNKNOWN_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_UNKNOWN_ROAS: "ratio?",
  /** Ratio of two amounts, such as return to spend. May exceed 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_APP_INSTALL_ROAS: "ratio?",
  /** Id, exact to the last digit. Unit inferred from the column name; not documented by Pinterest. */
  SPEND_ORDER_LINE_ID: "id?",
} as const;
