// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { columnKinds } from "../../runtime/support-data.js";

/**
 * The columns of `ReportRequest`, each with the kind of its values. `?` marks a kind that is inferred from the column's name. ` or none`
 * means that a missing value is not zero. The table's value lists the names by kind, with alternatives in braces: `A_{B,C}` means `A_B` and
 * `A_C`.
 */
export const REPORT_COLUMN_KINDS: {
  /** Money in millionths of the ad account's currency. */
  readonly SPEND_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_CONVERSIONS_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_WEB_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. */
  readonly TOTAL_WEB_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly ADS_CREDIT_SPEND_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PINTEREST_CHECKOUT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /**
   * Money in the ad account's currency, regardless of the column's name. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly ADS_CREDIT_SPEND_IN_DOLLAR: "money?";
  /**
   * Money in the ad account's currency, regardless of the column's name. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly VIDEO_SPEND_IN_DOLLAR: "money?";
  /** A count. Can appear in files as 1000.0. */
  readonly PAID_IMPRESSION: "count";
  /** A count. */
  readonly TOTAL_ENGAGEMENT: "count";
  /** A count. */
  readonly ENGAGEMENT_1: "count";
  /** A count. */
  readonly ENGAGEMENT_2: "count";
  /** A count. */
  readonly CLICKTHROUGH_1: "count";
  /** A count. */
  readonly REPIN_1: "count";
  /** A count. */
  readonly IMPRESSION_1: "count";
  /** A count. */
  readonly IMPRESSION_1_GROSS: "count";
  /** A count. */
  readonly CLICKTHROUGH_1_GROSS: "count";
  /** A count. */
  readonly OUTBOUND_CLICK_1: "count";
  /** A count. */
  readonly CLICKTHROUGH_2: "count";
  /** A count. */
  readonly REPIN_2: "count";
  /** A count. */
  readonly IMPRESSION_2: "count";
  /** A count. */
  readonly OUTBOUND_CLICK_2: "count";
  /** A count. */
  readonly TOTAL_CLICKTHROUGH: "count";
  /** A count. */
  readonly TOTAL_IMPRESSION_USER: "count";
  /** A count. */
  readonly TOTAL_ENGAGEMENT_SIGNUP: "count";
  /** A count. */
  readonly TOTAL_ENGAGEMENT_CHECKOUT: "count";
  /** A count. */
  readonly TOTAL_ENGAGEMENT_LEAD: "count";
  /** A count. */
  readonly TOTAL_CLICK_SIGNUP: "count";
  /** A count. */
  readonly TOTAL_CLICK_CHECKOUT: "count";
  /** A count. */
  readonly TOTAL_CLICK_ADD_TO_CART: "count";
  /** A count. */
  readonly TOTAL_CLICK_LEAD: "count";
  /** A count. */
  readonly TOTAL_VIEW_SIGNUP: "count";
  /** A count. */
  readonly TOTAL_VIEW_CHECKOUT: "count";
  /** A count. */
  readonly TOTAL_VIEW_ADD_TO_CART: "count";
  /** A count. */
  readonly TOTAL_VIEW_LEAD: "count";
  /** A count. */
  readonly TOTAL_CONVERSIONS: "count";
  /** A count. */
  readonly TOTAL_CONVERSIONS_QUANTITY: "count";
  /** A count. */
  readonly TOTAL_WEB_SESSIONS: "count";
  /** A count. */
  readonly WEB_SESSIONS_1: "count";
  /** A count. */
  readonly WEB_SESSIONS_2: "count";
  /** A count. */
  readonly ONSITE_CHECKOUTS_1: "count";
  /** A count. */
  readonly TOTAL_PAGE_VISIT: "count";
  /** A count. */
  readonly TOTAL_SIGNUP: "count";
  /** A count. */
  readonly TOTAL_CHECKOUT: "count";
  /** A count. */
  readonly TOTAL_CUSTOM: "count";
  /** A count. */
  readonly TOTAL_LEAD: "count";
  /** A count. */
  readonly VIDEO_3SEC_VIEWS_1: "count";
  /** A count. */
  readonly VIDEO_15SEC_UNIQUE_VIEWS_1: "count";
  /** A count. */
  readonly VIDEO_MRC_VIEWS_1: "count";
  /** A count. */
  readonly VIDEO_3SEC_VIEWS_2: "count";
  /** A count. */
  readonly VIDEO_15SEC_UNIQUE_VIEWS_2: "count";
  /** A count. */
  readonly VIDEO_P100_COMPLETE_2: "count";
  /** A count. */
  readonly VIDEO_P0_COMBINED_2: "count";
  /** A count. */
  readonly VIDEO_P25_COMBINED_2: "count";
  /** A count. */
  readonly VIDEO_P50_COMBINED_2: "count";
  /** A count. */
  readonly VIDEO_P75_COMBINED_2: "count";
  /** A count. */
  readonly VIDEO_P95_COMBINED_2: "count";
  /** A count. */
  readonly VIDEO_MRC_VIEWS_2: "count";
  /** A count. */
  readonly TOTAL_VIDEO_3SEC_VIEWS: "count";
  /** A count. */
  readonly TOTAL_VIDEO_P100_COMPLETE: "count";
  /** A count. */
  readonly TOTAL_VIDEO_P0_COMBINED: "count";
  /** A count. */
  readonly TOTAL_VIDEO_P25_COMBINED: "count";
  /** A count. */
  readonly TOTAL_VIDEO_P50_COMBINED: "count";
  /** A count. */
  readonly TOTAL_VIDEO_P75_COMBINED: "count";
  /** A count. */
  readonly TOTAL_VIDEO_P95_COMBINED: "count";
  /** A count. */
  readonly TOTAL_VIDEO_MRC_VIEWS: "count";
  /** A count. */
  readonly TOTAL_WEB_CHECKOUT: "count";
  /** A count. */
  readonly TOTAL_WEB_CLICK_CHECKOUT: "count";
  /** A count. */
  readonly TOTAL_WEB_ENGAGEMENT_CHECKOUT: "count";
  /** A count. */
  readonly TOTAL_WEB_VIEW_CHECKOUT: "count";
  /** A count. */
  readonly TOTAL_OFFLINE_CHECKOUT: "count";
  /** A count. */
  readonly IDEA_PIN_PAGE_FORWARD_1: "count";
  /** A count. */
  readonly IDEA_PIN_PAGE_FORWARD_2: "count";
  /** A count. */
  readonly IDEA_PIN_PAGE_BACKWARD_1: "count";
  /** A count. */
  readonly IDEA_PIN_PAGE_BACKWARD_2: "count";
  /** A count. */
  readonly IDEA_PIN_PRODUCT_TAG_VISIT_1: "count";
  /** A count. */
  readonly IDEA_PIN_PRODUCT_TAG_VISIT_2: "count";
  /** A count. */
  readonly TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT: "count";
  /** A count. */
  readonly LEADS: "count";
  /** A count. */
  readonly QUIZ_COMPLETED: "count";
  /** A count. */
  readonly SHOWCASE_PIN_CLICKTHROUGH: "count";
  /** A count. */
  readonly SHOWCASE_SUBPAGE_CLICKTHROUGH: "count";
  /** A count. */
  readonly SHOWCASE_SUBPIN_CLICKTHROUGH: "count";
  /** A count. */
  readonly SHOWCASE_SUBPAGE_IMPRESSION: "count";
  /** A count. */
  readonly SHOWCASE_SUBPIN_IMPRESSION: "count";
  /** A count. */
  readonly SHOWCASE_SUBPAGE_SWIPE_LEFT: "count";
  /** A count. */
  readonly SHOWCASE_SUBPAGE_SWIPE_RIGHT: "count";
  /** A count. */
  readonly SHOWCASE_SUBPIN_SWIPE_LEFT: "count";
  /** A count. */
  readonly SHOWCASE_SUBPIN_SWIPE_RIGHT: "count";
  /** A count. */
  readonly SHOWCASE_SUBPAGE_REPIN: "count";
  /** A count. */
  readonly SHOWCASE_SUBPIN_REPIN: "count";
  /** A count. */
  readonly SHOWCASE_SUBPAGE_CLOSEUP: "count";
  /** A count. */
  readonly SHOWCASE_CARD_THUMBNAIL_SWIPE_FORWARD: "count";
  /** A count. */
  readonly SHOWCASE_CARD_THUMBNAIL_SWIPE_BACKWARD: "count";
  /** Money in the ad account's currency, regardless of the column's name. */
  readonly SPEND_IN_DOLLAR: "money";
  /** Money in millionths of the ad account's currency. A missing value is not zero. Can contain fractions of a millionth. */
  readonly CPC_IN_MICRO_DOLLAR: "micro-money or none";
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  readonly ECPC_IN_MICRO_DOLLAR: "micro-money or none";
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  readonly ECPM_IN_MICRO_DOLLAR: "micro-money or none";
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  readonly CPM_IN_MICRO_DOLLAR: "micro-money or none";
  /**
   * Money in millionths of the ad account's currency. A missing value is not zero. Pinterest does not document the unit; millionths are
   * assumed.
   */
  readonly CAMPAIGN_LIFETIME_SPEND_CAP: "micro-money or none";
  /**
   * Money in millionths of the ad account's currency. A missing value is not zero. Pinterest does not document the unit; millionths are
   * assumed.
   */
  readonly CAMPAIGN_DAILY_SPEND_CAP: "micro-money or none";
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  readonly CPV_IN_MICRO_DOLLAR: "micro-money or none";
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  readonly CPCV_IN_MICRO_DOLLAR: "micro-money or none";
  /** Money in millionths of the ad account's currency. A missing value is not zero. */
  readonly CPCV_P95_IN_MICRO_DOLLAR: "micro-money or none";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly ECPC_IN_DOLLAR: "money or none";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly ECPE_IN_DOLLAR: "money or none";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly CPM_IN_DOLLAR: "money or none";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly AD_GROUP_BUDGET_IN_LOCAL_CURRENCY: "money or none";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly COST_PER_OUTBOUND_CLICK_IN_DOLLAR: "money or none";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1: "money or none";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly ECPV_IN_DOLLAR: "money or none";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly ECPCV_IN_DOLLAR: "money or none";
  /** Money in the ad account's currency, regardless of the column's name. A missing value is not zero. */
  readonly ECPCV_P95_IN_DOLLAR: "money or none";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly CTR: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly ECTR: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly OUTBOUND_CTR_1: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly ENGAGEMENT_RATE: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly EENGAGEMENT_RATE: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly REPIN_RATE: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly CTR_2: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly PAID_VIDEO_VIEWABLE_RATE: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly TOTAL_REPIN_RATE: "rate";
  /** A rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  readonly QUIZ_COMPLETION_RATE: "rate";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly OUTBOUND_CTR: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_APP_INSTALL_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_INAPP_APP_INSTALL_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_CHECKOUT_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_VIEW_CATEGORY_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_ADD_TO_CART_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_SIGNUP_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_PAGE_VISIT_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_LEAD_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_SEARCH_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_WATCH_VIDEO_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_UNKNOWN_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly TOTAL_CUSTOM_CONVERSION_RATE: "rate?";
  /**
   * A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.
   */
  readonly INAPP_SKAN_APP_INSTALL_CONVERSION_RATE: "rate?";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly COST_PER_OUTBOUND_CLICK: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly OFFLINE_CHECKOUT_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_ADD_TO_CART_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly INAPP_ADD_TO_CART_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_PAGE_VISIT_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_SIGNUP_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly INAPP_SIGNUP_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly OFFLINE_SIGNUP_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_WATCH_VIDEO_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_LEAD_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly OFFLINE_LEAD_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_SEARCH_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly INAPP_SEARCH_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_VIEW_CATEGORY_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_CUSTOM_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly OFFLINE_CUSTOM_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_UNKNOWN_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly INAPP_UNKNOWN_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly OFFLINE_UNKNOWN_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly INAPP_APP_INSTALL_COST_PER_ACTION: "unknown-money? or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly INAPP_SKAN_APP_INSTALL_COST_PER_ACTION: "unknown-money? or none";
  /** A name, as the advertiser entered it. */
  readonly CAMPAIGN_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly AD_GROUP_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly PROMO_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly PRODUCT_ITEM_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly ORDER_LINE_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly PIN_PROMOTION_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly AD_NAME: "name";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly PIN_PROMOTION_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly AD_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_ENTITY_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_MANAGED_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_OBJECTIVE_TYPE: "label";
  /** A word or a numeric code, such as a status. */
  readonly AD_GROUP_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly AD_GROUP_BUDGET_TYPE: "label";
  /** A word or a numeric code, such as a status. */
  readonly AD_GROUP_ENTITY_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly PRODUCT_GROUP_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly AD_GROUP_OPTIMIZATION: "label";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_BUDGET_OPTIMIZATION: "label";
  /** A word or a numeric code, such as a status. */
  readonly IS_PREMIERE_CAMPAIGN: "label";
  /** Text, such as a brand, a category or a description. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly CAMPAIGN_BRAND_LABEL: "text?";
  /** Text, such as a brand, a category or a description. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly CAMPAIGN_CUSTOM_LABELS: "text?";
  /**
   * Text, such as a brand, a category or a description. The meaning is inferred from the column's name; Pinterest does not document it.
   * Pinterest does not document whether it is a name or an id; read as text.
   */
  readonly CAMPAIGN: "text?";
  /** An id, exact to the last digit. Has 18 digits, more than a double can represent exactly. */
  readonly PIN_ID: "id";
  /** An id, exact to the last digit. */
  readonly CAMPAIGN_ID: "id";
  /** An id, exact to the last digit. */
  readonly ADVERTISER_ID: "id";
  /** An id, exact to the last digit. */
  readonly AD_ACCOUNT_ID: "id";
  /** An id, exact to the last digit. */
  readonly PIN_PROMOTION_ID: "id";
  /** An id, exact to the last digit. */
  readonly AD_ID: "id";
  /** An id, exact to the last digit. */
  readonly AD_GROUP_ID: "id";
  /** An id, exact to the last digit. */
  readonly PRODUCT_GROUP_ID: "id";
  /** An id, exact to the last digit. */
  readonly PROMO_ID: "id";
  /** An id, exact to the last digit. */
  readonly ORDER_LINE_ID: "id";
  /** An id, exact to the last digit. */
  readonly STANDARD_AD_FEED_ITEM_ID: "id";
  /** A number. Pinterest does not document a unit. A missing value is not zero. */
  readonly AD_GROUP_BID_MULTIPLIER: "number or none";
  /** A number. Pinterest does not document a unit. A missing value is not zero. */
  readonly TOTAL_IMPRESSION_FREQUENCY: "number or none";
  /** A number. Pinterest does not document a unit. A missing value is not zero. */
  readonly VIDEO_LENGTH: "number or none";
  /** A number. Pinterest does not document a unit. A missing value is not zero. */
  readonly SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION: "number or none";
  /** A URL. */
  readonly PRODUCT_ITEM_IMAGE_URL: "url";
  /** A URL. */
  readonly PRODUCT_ITEM_PRODUCT_URL: "url";
  /** A URL. */
  readonly PRODUCT_ITEM_PIN_URL: "url";
  /**
   * Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. A
   * number, or text with a currency; Pinterest does not document which.
   */
  readonly PRODUCT_ITEM_PRICE: "unknown-money or none";
  /**
   * Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. A
   * number, or text with a currency; Pinterest does not document which.
   */
  readonly PRODUCT_ITEM_SALE_PRICE: "unknown-money or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly PAGE_VISIT_COST_PER_ACTION: "unknown-money or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly APP_INSTALL_COST_PER_ACTION: "unknown-money or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_CHECKOUT_COST_PER_ACTION: "unknown-money or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly INAPP_CHECKOUT_COST_PER_ACTION: "unknown-money or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly PINTEREST_CHECKOUT_COST_PER_ACTION: "unknown-money or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly COST_PER_LEAD: "unknown-money or none";
  /** Text, such as a brand, a category or a description. */
  readonly PRODUCT_ITEM_BRAND: "text";
  /** Text, such as a brand, a category or a description. */
  readonly PRODUCT_ITEM_DESCRIPTION: "text";
  /** Text, such as a brand, a category or a description. */
  readonly PRODUCT_ITEM_PRODUCT_TYPE: "text";
  /** Text, such as a brand, a category or a description. */
  readonly PRODUCT_ITEM_PRODUCT_CATEGORY: "text";
  /** Text, such as a brand, a category or a description. */
  readonly PRODUCT_ITEM_CURRENCY: "text";
  /** Text, such as a brand, a category or a description. */
  readonly PRODUCT_GROUP_AD_IMAGE_TAG: "text";
  /** Text, such as a brand, a category or a description. */
  readonly PRODUCT_GROUP_AD_VIDEO_TAG: "text";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly COLLECTION_PIN_ITEM_IMPRESSION_1: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly COLLECTION_PIN_ITEM_IMPRESSION_2: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_COLLECTION_PIN_ITEM_IMPRESSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly COLLECTION_PIN_ITEM_CLICKTHROUGH_1: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly COLLECTION_PIN_ITEM_CLICKTHROUGH_2: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_COLLECTION_PIN_ITEM_CLICKTHROUGH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_IMPRESSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_PAGE_VISIT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_WATCH_VIDEO: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_VIEW_CATEGORY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_PAGE_VISIT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_WATCH_VIDEO: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_VIEW_CATEGORY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_PAGE_VISIT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_WATCH_VIDEO: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_VIEW_CATEGORY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_PAGE_VISIT_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_SIGNUP_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_CHECKOUT_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_CUSTOM_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_ADD_TO_CART_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_LEAD_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_SEARCH_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_WATCH_VIDEO_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_VIEW_CATEGORY_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ENGAGEMENT_UNKNOWN_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_PAGE_VISIT_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_SIGNUP_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_CHECKOUT_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_CUSTOM_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_ADD_TO_CART_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_LEAD_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_SEARCH_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_WATCH_VIDEO_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_VIEW_CATEGORY_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CLICK_UNKNOWN_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_PAGE_VISIT_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_SIGNUP_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CHECKOUT_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CUSTOM_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_ADD_TO_CART_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_LEAD_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_SEARCH_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_WATCH_VIDEO_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_VIEW_CATEGORY_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_UNKNOWN_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PAGE_VISIT_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PAGE_VISIT_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PAGE_VISIT_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SIGNUP_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SIGNUP_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SIGNUP_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SIGNUP_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SIGNUP_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SIGNUP_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SIGNUP_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SIGNUP_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SIGNUP_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_LEAD_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_UNKNOWN_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_UNKNOWN_DESKTOP_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_UNKNOWN_DESKTOP_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_UNKNOWN_MOBILE_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_UNKNOWN_MOBILE_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_UNKNOWN_MOBILE_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_UNKNOWN_TABLET_ACTION_TO_DESKTOP_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_UNKNOWN_TABLET_ACTION_TO_MOBILE_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_UNKNOWN_TABLET_ACTION_TO_TABLET_CONVERSION: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WATCH_VIDEO: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIEW_CATEGORY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_ADD_TO_WISHLIST: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SUBSCRIBE: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CHECKOUT_QUANTITY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly VIDEO_P100_COMPLETE_1: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly VIDEO_P0_COMBINED_1: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly VIDEO_P25_COMBINED_1: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly VIDEO_P50_COMBINED_1: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly VIDEO_P75_COMBINED_1: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly VIDEO_P95_COMBINED_1: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIDEO_15SEC_UNIQUE_VIEWS: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_DESTINATION_VIEWS: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CHECKOUT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_CHECKOUT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_CHECKOUT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_CHECKOUT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_CHECKOUT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_CHECKOUT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_PINTEREST_CHECKOUT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_ADD_TO_CART: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_PAGE_VISIT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_PAGE_VISIT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_PAGE_VISIT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_PAGE_VISIT: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_SIGNUP: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_WATCH_VIDEO: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_WATCH_VIDEO: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_WATCH_VIDEO: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_LEAD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_LEAD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_LEAD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_LEAD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_LEAD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_LEAD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_LEAD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_LEAD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_SEARCH: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_CATEGORY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_VIEW_CATEGORY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_VIEW_CATEGORY: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_CUSTOM: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_CLICK_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_ENGAGEMENT_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_WEB_VIEW_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_CLICK_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_OFFLINE_VIEW_UNKNOWN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_CLICK_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_ENGAGEMENT_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_INAPP_VIEW_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_IDEA_PIN_PAGE_FORWARD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_IDEA_PIN_PAGE_BACKWARD: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly INAPP_SKAN_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly INAPP_SKAN_ASSISTED_APP_INSTALL: "count?";
  /** A word or a numeric code, such as a status. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly IS_CATALOG_CREATIVE_CAMPAIGN: "label?";
  /** A ratio of two amounts, such as return on ad spend. Can exceed 1. */
  readonly PAGE_VISIT_ROAS: "ratio";
  /** A ratio of two amounts, such as return on ad spend. Can exceed 1. */
  readonly CHECKOUT_ROAS: "ratio";
  /** A ratio of two amounts, such as return on ad spend. Can exceed 1. */
  readonly CUSTOM_ROAS: "ratio";
  /** A ratio of two amounts, such as return on ad spend. Can exceed 1. */
  readonly WEB_CHECKOUT_ROAS: "ratio";
  /** A ratio of two amounts, such as return on ad spend. Can exceed 1. */
  readonly PINTEREST_CHECKOUT_ROAS: "ratio";
  /** A duration in seconds. The meaning is inferred from the column's name; Pinterest does not document it. A missing value is not zero. */
  readonly VIDEO_AVG_WATCHTIME_IN_SECOND_1: "seconds? or none";
  /** A duration in seconds. The meaning is inferred from the column's name; Pinterest does not document it. A missing value is not zero. */
  readonly VIDEO_AVG_WATCHTIME_IN_SECOND_2: "seconds? or none";
  /** A duration in seconds. A missing value is not zero. */
  readonly TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND: "seconds or none";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly INAPP_CHECKOUT_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly OFFLINE_CHECKOUT_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly WEB_ADD_TO_CART_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly INAPP_ADD_TO_CART_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly WEB_PAGE_VISIT_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly WEB_SIGNUP_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly INAPP_SIGNUP_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly OFFLINE_SIGNUP_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly WEB_WATCH_VIDEO_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly WEB_LEAD_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly OFFLINE_LEAD_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly WEB_SEARCH_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly INAPP_SEARCH_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly WEB_VIEW_CATEGORY_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly WEB_CUSTOM_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly OFFLINE_CUSTOM_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly WEB_UNKNOWN_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly INAPP_UNKNOWN_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly OFFLINE_UNKNOWN_ROAS: "ratio?";
  /**
   * A ratio of two amounts, such as return on ad spend. Can exceed 1. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly INAPP_APP_INSTALL_ROAS: "ratio?";
  /** An id, exact to the last digit. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly SPEND_ORDER_LINE_ID: "id?";
} = /* @__PURE__ */ columnKinds({
  "micro-money": [
    "SPEND_IN_MICRO_DOLLAR", "TOTAL_{ENGAGEMENT_,CLICK_,VIEW_}{SIGNUP_,CHECKOUT_}VALUE_IN_MICRO_DOLLAR",
    "TOTAL_{CONVERSIONS_,SIGNUP_,CHECKOUT_}VALUE_IN_MICRO_DOLLAR", "TOTAL_WEB_{,CLICK_,ENGAGEMENT_,VIEW_}CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  ],
  "micro-money?": [
    "{ADS_CREDIT_SPEND_,TOTAL_ENGAGEMENT_PAGE_VISIT_VALUE_}IN_MICRO_DOLLAR",
    "TOTAL_ENGAGEMENT_{CUSTOM_,ADD_TO_CART_,LEAD_,SEARCH_,WATCH_VIDEO_,VIEW_CATEGORY_,APP_INSTALL_,UNKNOWN_}VALUE_IN_MICRO_DOLLAR",
    "TOTAL_CLICK_{PAGE_VISIT_,CUSTOM_,ADD_TO_CART_,LEAD_,SEARCH_,WATCH_VIDEO_,VIEW_CATEGORY_,APP_INSTALL_,UNKNOWN_}VALUE_IN_MICRO_DOLLAR",
    "TOTAL_VIEW_{PAGE_VISIT_,CUSTOM_,ADD_TO_CART_,LEAD_,SEARCH_,WATCH_VIDEO_,VIEW_CATEGORY_,APP_INSTALL_,UNKNOWN_}VALUE_IN_MICRO_DOLLAR",
    "TOTAL_{CUSTOM_,ADD_TO_CART_,LEAD_,SEARCH_,WATCH_VIDEO_,VIEW_CATEGORY_,APP_INSTALL_}VALUE_IN_MICRO_DOLLAR",
    "TOTAL_{INAPP_,OFFLINE_}{,CLICK_,ENGAGEMENT_,VIEW_}CHECKOUT_VALUE_IN_MICRO_DOLLAR", "TOTAL_PINTEREST_CHECKOUT_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_{WEB_,INAPP_}{,CLICK_,ENGAGEMENT_,VIEW_}ADD_TO_CART_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_WEB_{,CLICK_,ENGAGEMENT_,VIEW_}PAGE_VISIT_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_{WEB_,INAPP_,OFFLINE_}{,CLICK_,ENGAGEMENT_,VIEW_}SIGNUP_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_WEB_{,CLICK_,ENGAGEMENT_,VIEW_}WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_{WEB_,OFFLINE_}{,CLICK_,ENGAGEMENT_,VIEW_}LEAD_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_{WEB_,INAPP_}{,CLICK_,ENGAGEMENT_,VIEW_}SEARCH_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_WEB_{,CLICK_,ENGAGEMENT_,VIEW_}VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_{WEB_,OFFLINE_}{,CLICK_,ENGAGEMENT_,VIEW_}CUSTOM_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_{WEB_,INAPP_,OFFLINE_}{,CLICK_,ENGAGEMENT_,VIEW_}UNKNOWN_VALUE_IN_MICRO_DOLLAR",
    "TOTAL_INAPP_{,CLICK_,ENGAGEMENT_,VIEW_}APP_INSTALL_VALUE_IN_MICRO_DOLLAR",
  ],
  "money?": ["{ADS_CREDIT_,VIDEO_}SPEND_IN_DOLLAR"],
  count: [
    "PAID_IMPRESSION", "TOTAL_ENGAGEMENT", "ENGAGEMENT_{1,2}", "CLICKTHROUGH_1", "REPIN_1", "IMPRESSION_{1,1_GROSS}",
    "CLICKTHROUGH_1_GROSS", "OUTBOUND_CLICK_1", "{CLICKTHROUGH_,REPIN_,IMPRESSION_,OUTBOUND_CLICK_}2",
    "TOTAL_{CLICKTHROUGH,IMPRESSION_USER}", "TOTAL_ENGAGEMENT_{SIGNUP,CHECKOUT,LEAD}",
    "TOTAL_{CLICK_,VIEW_}{SIGNUP,CHECKOUT,ADD_TO_CART,LEAD}", "TOTAL_{CONVERSIONS,CONVERSIONS_QUANTITY,WEB_SESSIONS}", "WEB_SESSIONS_{1,2}",
    "ONSITE_CHECKOUTS_1", "TOTAL_{PAGE_VISIT,SIGNUP,CHECKOUT,CUSTOM,LEAD}", "VIDEO_{3SEC_,15SEC_UNIQUE_,MRC_}VIEWS_1",
    "VIDEO_{3SEC_VIEWS_,15SEC_UNIQUE_VIEWS_,P100_COMPLETE_}2", "VIDEO_{P0_,P25_,P50_,P75_,P95_}COMBINED_2", "VIDEO_MRC_VIEWS_2",
    "TOTAL_VIDEO_{3SEC_VIEWS,P100_COMPLETE}", "TOTAL_VIDEO_{P0_,P25_,P50_,P75_,P95_}COMBINED", "TOTAL_VIDEO_MRC_VIEWS",
    "TOTAL_{WEB_,WEB_CLICK_,WEB_ENGAGEMENT_,WEB_VIEW_,OFFLINE_}CHECKOUT", "IDEA_PIN_{PAGE_FORWARD_,PAGE_BACKWARD_,PRODUCT_TAG_VISIT_}{1,2}",
    "TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT", "LEADS", "QUIZ_COMPLETED", "SHOWCASE_{PIN_,SUBPAGE_,SUBPIN_}CLICKTHROUGH",
    "SHOWCASE_{SUBPAGE_,SUBPIN_}IMPRESSION", "SHOWCASE_{SUBPAGE_SWIPE_,SUBPIN_SWIPE_}{LEFT,RIGHT}",
    "SHOWCASE_{SUBPAGE_REPIN,SUBPIN_REPIN,SUBPAGE_CLOSEUP}", "SHOWCASE_CARD_THUMBNAIL_SWIPE_{FORWARD,BACKWARD}",
  ],
  money: ["SPEND_IN_DOLLAR"],
  "micro-money or none": [
    "{CPC_,ECPC_,ECPM_,CPM_}IN_MICRO_DOLLAR", "CAMPAIGN_{LIFETIME_,DAILY_}SPEND_CAP", "{CPV_,CPCV_,CPCV_P95_}IN_MICRO_DOLLAR",
  ],
  "money or none": [
    "{ECPC_,ECPE_,CPM_}IN_DOLLAR", "AD_GROUP_BUDGET_IN_LOCAL_CURRENCY", "COST_PER_OUTBOUND_CLICK_IN_{DOLLAR,DOLLAR_1}",
    "{ECPV_,ECPCV_,ECPCV_P95_}IN_DOLLAR",
  ],
  rate: [
    "CTR", "ECTR", "OUTBOUND_CTR_1", "{ENGAGEMENT_,EENGAGEMENT_,REPIN_}RATE", "CTR_2",
    "{PAID_VIDEO_VIEWABLE_,TOTAL_REPIN_,QUIZ_COMPLETION_}RATE",
  ],
  "rate?": [
    "OUTBOUND_CTR", "TOTAL_{,INAPP_}APP_INSTALL_CONVERSION_RATE",
    "TOTAL_{CHECKOUT_,VIEW_CATEGORY_,ADD_TO_CART_,SIGNUP_,PAGE_VISIT_,LEAD_,SEARCH_,WATCH_VIDEO_,UNKNOWN_,CUSTOM_}CONVERSION_RATE",
    "INAPP_SKAN_APP_INSTALL_CONVERSION_RATE",
  ],
  "unknown-money? or none": [
    "COST_PER_OUTBOUND_CLICK",
    "{OFFLINE_CHECKOUT_,WEB_ADD_TO_CART_,INAPP_ADD_TO_CART_,WEB_PAGE_VISIT_,WEB_SIGNUP_,INAPP_SIGNUP_,OFFLINE_SIGNUP_}COST_PER_ACTION",
    "{WEB_WATCH_VIDEO_,WEB_LEAD_,OFFLINE_LEAD_,WEB_SEARCH_,INAPP_SEARCH_,WEB_VIEW_CATEGORY_,WEB_CUSTOM_,OFFLINE_CUSTOM_}COST_PER_ACTION",
    "{WEB_,INAPP_,OFFLINE_}UNKNOWN_COST_PER_ACTION", "INAPP_{,SKAN_}APP_INSTALL_COST_PER_ACTION",
  ],
  name: ["{CAMPAIGN_,AD_GROUP_,PROMO_,PRODUCT_ITEM_,ORDER_LINE_,PIN_PROMOTION_,AD_}NAME"],
  label: [
    "{CAMPAIGN_,PIN_PROMOTION_,AD_}STATUS", "CAMPAIGN_{ENTITY_STATUS,MANAGED_STATUS,OBJECTIVE_TYPE}",
    "AD_GROUP_{STATUS,BUDGET_TYPE,ENTITY_STATUS}", "PRODUCT_GROUP_STATUS", "{AD_GROUP_,CAMPAIGN_BUDGET_}OPTIMIZATION",
    "IS_PREMIERE_CAMPAIGN",
  ],
  "text?": ["CAMPAIGN_{BRAND_LABEL,CUSTOM_LABELS}", "CAMPAIGN"],
  id: ["{PIN_,CAMPAIGN_,ADVERTISER_,AD_ACCOUNT_,PIN_PROMOTION_,AD_,AD_GROUP_,PRODUCT_GROUP_,PROMO_,ORDER_LINE_,STANDARD_AD_FEED_ITEM_}ID"],
  "number or none": [
    "AD_GROUP_BID_MULTIPLIER", "TOTAL_IMPRESSION_FREQUENCY", "VIDEO_LENGTH", "SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION",
  ],
  url: ["PRODUCT_ITEM_{IMAGE_,PRODUCT_,PIN_}URL"],
  "unknown-money or none": [
    "PRODUCT_ITEM_{,SALE_}PRICE", "{PAGE_VISIT_,APP_INSTALL_}COST_PER_ACTION", "{WEB_,INAPP_,PINTEREST_}CHECKOUT_COST_PER_ACTION",
    "COST_PER_LEAD",
  ],
  text: ["PRODUCT_ITEM_{BRAND,DESCRIPTION,PRODUCT_TYPE,PRODUCT_CATEGORY,CURRENCY}", "PRODUCT_GROUP_AD_{IMAGE_,VIDEO_}TAG"],
  "count?": [
    "COLLECTION_PIN_ITEM_IMPRESSION_{1,2}", "TOTAL_COLLECTION_PIN_ITEM_IMPRESSION", "COLLECTION_PIN_ITEM_CLICKTHROUGH_{1,2}",
    "TOTAL_{COLLECTION_PIN_ITEM_CLICKTHROUGH,IMPRESSION}",
    "TOTAL_ENGAGEMENT_{PAGE_VISIT,CUSTOM,ADD_TO_CART,SEARCH,WATCH_VIDEO,VIEW_CATEGORY,APP_INSTALL,UNKNOWN}",
    "TOTAL_{CLICK_,VIEW_}{PAGE_VISIT,CUSTOM,SEARCH,WATCH_VIDEO,VIEW_CATEGORY,APP_INSTALL,UNKNOWN}",
    "TOTAL_ENGAGEMENT_{PAGE_VISIT_,SIGNUP_,CHECKOUT_,CUSTOM_,ADD_TO_CART_,LEAD_,SEARCH_,WATCH_VIDEO_,VIEW_CATEGORY_,UNKNOWN_}QUANTITY",
    "TOTAL_{CLICK_,VIEW_}{PAGE_VISIT_,SIGNUP_,CHECKOUT_,CUSTOM_,ADD_TO_CART_,LEAD_,SEARCH_,WATCH_VIDEO_,VIEW_CATEGORY_,UNKNOWN_}QUANTITY",
    "TOTAL_PAGE_VISIT_{DESKTOP_ACTION_TO_,MOBILE_ACTION_TO_,TABLET_ACTION_TO_}{DESKTOP_,MOBILE_,TABLET_}CONVERSION",
    "TOTAL_{SIGNUP_,CHECKOUT_,CUSTOM_}{DESKTOP_ACTION_TO_,MOBILE_ACTION_TO_,TABLET_ACTION_TO_}{DESKTOP_,MOBILE_,TABLET_}CONVERSION",
    "TOTAL_{ADD_TO_CART_,LEAD_,SEARCH_}{DESKTOP_ACTION_TO_,MOBILE_ACTION_TO_,TABLET_ACTION_TO_}{DESKTOP_,MOBILE_,TABLET_}CONVERSION",
    "TOTAL_{WATCH_VIDEO_,VIEW_CATEGORY_}{DESKTOP_ACTION_TO_,MOBILE_ACTION_TO_,TABLET_ACTION_TO_}{DESKTOP_,MOBILE_,TABLET_}CONVERSION",
    "TOTAL_{APP_INSTALL_,UNKNOWN_}{DESKTOP_ACTION_TO_,MOBILE_ACTION_TO_,TABLET_ACTION_TO_}{DESKTOP_,MOBILE_,TABLET_}CONVERSION",
    "TOTAL_{ADD_TO_CART,SEARCH,WATCH_VIDEO,VIEW_CATEGORY,APP_INSTALL,ADD_TO_WISHLIST,SUBSCRIBE,CHECKOUT_QUANTITY}", "VIDEO_P100_COMPLETE_1",
    "VIDEO_{P0_,P25_,P50_,P75_,P95_}COMBINED_1", "TOTAL_{VIDEO_15SEC_UNIQUE_VIEWS,DESTINATION_VIEWS,INAPP_CHECKOUT}",
    "TOTAL_{INAPP_,OFFLINE_}{CLICK_,ENGAGEMENT_,VIEW_}CHECKOUT", "TOTAL_PINTEREST_CHECKOUT",
    "TOTAL_{WEB_,INAPP_}{,CLICK_,ENGAGEMENT_,VIEW_}ADD_TO_CART", "TOTAL_WEB_{,CLICK_,ENGAGEMENT_,VIEW_}PAGE_VISIT",
    "TOTAL_{WEB_,INAPP_,OFFLINE_}{,CLICK_,ENGAGEMENT_,VIEW_}SIGNUP", "TOTAL_WEB_{,CLICK_,ENGAGEMENT_,VIEW_}WATCH_VIDEO",
    "TOTAL_{WEB_,OFFLINE_}{,CLICK_,ENGAGEMENT_,VIEW_}LEAD", "TOTAL_{WEB_,INAPP_}{,CLICK_,ENGAGEMENT_,VIEW_}SEARCH",
    "TOTAL_WEB_{,CLICK_,ENGAGEMENT_,VIEW_}VIEW_CATEGORY", "TOTAL_{WEB_,OFFLINE_}{,CLICK_,ENGAGEMENT_,VIEW_}CUSTOM",
    "TOTAL_{WEB_,INAPP_,OFFLINE_}{,CLICK_,ENGAGEMENT_,VIEW_}UNKNOWN", "TOTAL_INAPP_{,CLICK_,ENGAGEMENT_,VIEW_}APP_INSTALL",
    "TOTAL_IDEA_PIN_PAGE_{FORWARD,BACKWARD}", "INAPP_SKAN_{,ASSISTED_}APP_INSTALL",
  ],
  "label?": ["IS_CATALOG_CREATIVE_CAMPAIGN"],
  ratio: ["{PAGE_VISIT_,CHECKOUT_,CUSTOM_}ROAS", "{WEB_,PINTEREST_}CHECKOUT_ROAS"],
  "seconds? or none": ["VIDEO_AVG_WATCHTIME_IN_SECOND_{1,2}"],
  "seconds or none": ["TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND"],
  "ratio?": [
    "{INAPP_,OFFLINE_}CHECKOUT_ROAS", "{WEB_,INAPP_}ADD_TO_CART_ROAS", "WEB_PAGE_VISIT_ROAS", "{WEB_,INAPP_,OFFLINE_}SIGNUP_ROAS",
    "{WEB_WATCH_VIDEO_,WEB_LEAD_,OFFLINE_LEAD_,WEB_SEARCH_,INAPP_SEARCH_,WEB_VIEW_CATEGORY_}ROAS", "{WEB_,OFFLINE_}CUSTOM_ROAS",
    "{WEB_,INAPP_,OFFLINE_}UNKNOWN_ROAS", "INAPP_APP_INSTALL_ROAS",
  ],
  "id?": ["SPEND_ORDER_LINE_ID"],
});
