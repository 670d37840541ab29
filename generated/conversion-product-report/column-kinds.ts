// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { columnKinds } from "../../runtime/support-data.js";

/**
 * The columns of `ConversionProductReportRequest`, each with the kind of its values. `?` marks a kind that is inferred from the column's
 * name. ` or none` means that a missing value is not zero. The table's value lists the names by kind, with alternatives in braces:
 * `A_{B,C}` means `A_B` and `A_C`.
 */
export const CONVERSION_PRODUCT_REPORT_COLUMN_KINDS: {
  /** A name, as the advertiser entered it. */
  readonly CAMPAIGN_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly AD_GROUP_NAME: "name";
  /** An id, exact to the last digit. */
  readonly CAMPAIGN_ID: "id";
  /** An id, exact to the last digit. */
  readonly ADVERTISER_ID: "id";
  /** An id, exact to the last digit. */
  readonly AD_GROUP_ID: "id";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_OBJECTIVE_TYPE: "label";
  /** A number or text. Pinterest does not document what it means. */
  readonly CONVERSION_PRODUCT_ID: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly CONVERSION_PRODUCT_BRAND: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly CONVERSION_PRODUCT_CATEGORY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly CONVERSION_PRODUCT_ID_GROUP: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_SIGNUP_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_SIGNUP_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_LEAD_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_LEAD_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_LEAD_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_LEAD_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_SEARCH_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_SEARCH_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_CUSTOM_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_CUSTOM_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_UNKNOWN_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: "unknown?";
  /** A number or text. Pinterest does not document what it means. */
  readonly TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: "unknown?";
} = /* @__PURE__ */ columnKinds({
  name: ["{CAMPAIGN_,AD_GROUP_}NAME"],
  id: ["{CAMPAIGN_,ADVERTISER_,AD_GROUP_}ID"],
  label: ["CAMPAIGN_OBJECTIVE_TYPE"],
  "unknown?": [
    "CONVERSION_PRODUCT_{ID,BRAND,CATEGORY,ID_GROUP}", "TOTAL_{,WEB_,INAPP_,OFFLINE_}CONVERSION_PRODUCT_QUANTITY",
    "TOTAL_{,WEB_,INAPP_,OFFLINE_}CONVERSION_PRODUCT_VALUE", "TOTAL_{,WEB_,INAPP_,OFFLINE_}CONVERSION_PRODUCT_VALUE_IN_USD",
    "TOTAL_CHECKOUT_CONVERSION_PRODUCT_{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{WEB_CHECKOUT_CONVERSION_PRODUCT_,INAPP_CHECKOUT_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{OFFLINE_CHECKOUT_CONVERSION_PRODUCT_,ADD_TO_CART_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{WEB_ADD_TO_CART_CONVERSION_PRODUCT_,INAPP_ADD_TO_CART_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{PAGE_VISIT_CONVERSION_PRODUCT_,WEB_PAGE_VISIT_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{SIGNUP_CONVERSION_PRODUCT_,WEB_SIGNUP_CONVERSION_PRODUCT_,INAPP_SIGNUP_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{OFFLINE_SIGNUP_CONVERSION_PRODUCT_,WATCH_VIDEO_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{WEB_WATCH_VIDEO_CONVERSION_PRODUCT_,LEAD_CONVERSION_PRODUCT_,WEB_LEAD_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{OFFLINE_LEAD_CONVERSION_PRODUCT_,SEARCH_CONVERSION_PRODUCT_,WEB_SEARCH_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{INAPP_SEARCH_CONVERSION_PRODUCT_,VIEW_CATEGORY_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_,CUSTOM_CONVERSION_PRODUCT_,WEB_CUSTOM_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{OFFLINE_CUSTOM_CONVERSION_PRODUCT_,UNKNOWN_CONVERSION_PRODUCT_,WEB_UNKNOWN_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{INAPP_UNKNOWN_CONVERSION_PRODUCT_,OFFLINE_UNKNOWN_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{ADD_PAYMENT_INFO_CONVERSION_PRODUCT_,WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_,OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{ADD_TO_WISHLIST_CONVERSION_PRODUCT_,WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_,OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{INITIATE_CHECKOUT_CONVERSION_PRODUCT_,WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_,OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{SUBSCRIBE_CONVERSION_PRODUCT_,WEB_SUBSCRIBE_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{INAPP_SUBSCRIBE_CONVERSION_PRODUCT_,OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{VIEW_CONTENT_CONVERSION_PRODUCT_,WEB_VIEW_CONTENT_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
    "TOTAL_{INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_,OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_}{QUANTITY,VALUE,VALUE_IN_USD}",
  ],
});
