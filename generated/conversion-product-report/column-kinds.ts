// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _5406f0039cdc75ee } from "../generation.js";

/**
 * The columns of `ConversionProductReportRequest` with the kind of their values. A `?` marks a kind that is inferred from the column's
 * name; `or none`, that a missing value is not zero.
 */
export const CONVERSION_PRODUCT_REPORT_COLUMN_KINDS = {
  /** Name, as its owner entered it. */
  CAMPAIGN_NAME: "name",
  /** Name, as its owner entered it. */
  AD_GROUP_NAME: "name",
  /** Id, exact to the last digit. */
  CAMPAIGN_ID: "id",
  /** Id, exact to the last digit. */
  ADVERTISER_ID: "id",
  /** Id, exact to the last digit. */
  AD_GROUP_ID: "id",
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_OBJECTIVE_TYPE: "label",
  /** Number or text. Pinterest does not document what it means. */
  CONVERSION_PRODUCT_ID: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  CONVERSION_PRODUCT_BRAND: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  CONVERSION_PRODUCT_CATEGORY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  CONVERSION_PRODUCT_ID_GROUP: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SIGNUP_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SIGNUP_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_LEAD_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_LEAD_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_LEAD_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_LEAD_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SEARCH_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SEARCH_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CUSTOM_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CUSTOM_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_UNKNOWN_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: "unknown?",
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?",
} as const;
