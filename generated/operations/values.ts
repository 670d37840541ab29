// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _c5b44972a4bfec7c } from "../generation.js";

/** The values of each column as they stand in a row of an answer that comes at once. Ids are texts, exact to the last digit. */
export interface AnsweredColumnValues {
  /** Money in millionths of the ad account's currency. */
  SPEND_IN_MICRO_DOLLAR: number;
  /** A count. Written as 1000.0, too. */
  PAID_IMPRESSION: number;
  /** Money in the ad account's currency. */
  SPEND_IN_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Fractions of a micro unit occur. */
  CPC_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  ECPC_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. */
  ECPC_IN_DOLLAR: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  CTR: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  ECTR: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  OUTBOUND_CTR_1: number;
  /** Name, as it was given by its owner. */
  CAMPAIGN_NAME: string;
  /** Words. Unit inferred from the column name; not documented by Pinterest. */
  CAMPAIGN_BRAND_LABEL: string;
  /** An id, exact to the last digit. 18 digits, more than a double holds. */
  PIN_ID: string;
  /** A count. */
  TOTAL_ENGAGEMENT: number;
  /** A count. */
  ENGAGEMENT_1: number;
  /** A count. */
  ENGAGEMENT_2: number;
  /** Money in the ad account's currency. */
  ECPE_IN_DOLLAR: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  ENGAGEMENT_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  EENGAGEMENT_RATE: number;
  /** Money in millionths of the ad account's currency. */
  ECPM_IN_MICRO_DOLLAR: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  REPIN_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  CTR_2: number;
  /** An id, exact to the last digit. */
  CAMPAIGN_ID: string;
  /** An id, exact to the last digit. */
  ADVERTISER_ID: string;
  /** An id, exact to the last digit. */
  AD_ACCOUNT_ID: string;
  /** An id, exact to the last digit. */
  PIN_PROMOTION_ID: string;
  /** An id, exact to the last digit. */
  AD_ID: string;
  /** An id, exact to the last digit. */
  AD_GROUP_ID: string;
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_ENTITY_STATUS: string | number;
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_OBJECTIVE_TYPE: string | number;
  /** Money in millionths of the ad account's currency. */
  CPM_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. */
  CPM_IN_DOLLAR: number;
  /** Name, as it was given by its owner. */
  AD_GROUP_NAME: string;
  /** One of a few words, or a number that stands for one. */
  AD_GROUP_BUDGET_TYPE: string | number;
  /** Money in the ad account's currency. */
  AD_GROUP_BUDGET_IN_LOCAL_CURRENCY: number;
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  AD_GROUP_ENTITY_STATUS: string | number;
  /** Number. Pinterest does not document its unit. */
  AD_GROUP_BID_MULTIPLIER: number;
  /** An id, exact to the last digit. */
  PROMO_ID: string;
  /** Name, as it was given by its owner. */
  PROMO_NAME: string;
  /** An id, exact to the last digit. */
  ORDER_LINE_ID: string;
  /** Name, as it was given by its owner. */
  ORDER_LINE_NAME: string;
  /** A count. */
  CLICKTHROUGH_1: number;
  /** A count. */
  REPIN_1: number;
  /** A count. */
  IMPRESSION_1: number;
  /** A count. */
  IMPRESSION_1_GROSS: number;
  /** A count. */
  CLICKTHROUGH_1_GROSS: number;
  /** A count. */
  OUTBOUND_CLICK_1: number;
  /** A count. */
  CLICKTHROUGH_2: number;
  /** A count. */
  REPIN_2: number;
  /** A count. */
  IMPRESSION_2: number;
  /** A count. */
  OUTBOUND_CLICK_2: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  COLLECTION_PIN_ITEM_IMPRESSION_1: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  COLLECTION_PIN_ITEM_IMPRESSION_2: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_COLLECTION_PIN_ITEM_IMPRESSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  COLLECTION_PIN_ITEM_CLICKTHROUGH_1: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  COLLECTION_PIN_ITEM_CLICKTHROUGH_2: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_COLLECTION_PIN_ITEM_CLICKTHROUGH: number;
  /** A count. */
  TOTAL_CLICKTHROUGH: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_IMPRESSION: number;
  /** A count. */
  TOTAL_IMPRESSION_USER: number;
  /** Number. Pinterest does not document its unit. */
  TOTAL_IMPRESSION_FREQUENCY: number;
  /** Money in the ad account's currency. */
  COST_PER_OUTBOUND_CLICK_IN_DOLLAR: number;
  /** Money in the ad account's currency. */
  COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1: number;
  /** A count. */
  TOTAL_ENGAGEMENT_SIGNUP: number;
  /** A count. */
  TOTAL_ENGAGEMENT_CHECKOUT: number;
  /** A count. */
  TOTAL_ENGAGEMENT_LEAD: number;
  /** A count. */
  TOTAL_CLICK_SIGNUP: number;
  /** A count. */
  TOTAL_CLICK_CHECKOUT: number;
  /** A count. */
  TOTAL_CLICK_ADD_TO_CART: number;
  /** A count. */
  TOTAL_CLICK_LEAD: number;
  /** A count. */
  TOTAL_VIEW_SIGNUP: number;
  /** A count. */
  TOTAL_VIEW_CHECKOUT: number;
  /** A count. */
  TOTAL_VIEW_ADD_TO_CART: number;
  /** A count. */
  TOTAL_VIEW_LEAD: number;
  /** A count. */
  TOTAL_CONVERSIONS: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. */
  TOTAL_WEB_SESSIONS: number;
  /** A count. */
  WEB_SESSIONS_1: number;
  /** A count. */
  WEB_SESSIONS_2: number;
  /** Name, as it was given by its owner. */
  AD_NAME: string;
  /** Money in millionths of the ad account's currency. Micro units are presumed. */
  CAMPAIGN_LIFETIME_SPEND_CAP: number;
  /** One of a few words, or a number that stands for one. */
  AD_GROUP_OPTIMIZATION: string | number;
  /** Money in millionths of the ad account's currency. Micro units are presumed. */
  CAMPAIGN_DAILY_SPEND_CAP: number;
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_BUDGET_OPTIMIZATION: string | number;
  /** One of a few words, or a number that stands for one. */
  IS_PREMIERE_CAMPAIGN: string | number;
  /** A count. */
  TOTAL_PAGE_VISIT: number;
  /** A count. */
  TOTAL_SIGNUP: number;
  /** A count. */
  TOTAL_CHECKOUT: number;
  /** A count. */
  TOTAL_CUSTOM: number;
  /** A count. */
  TOTAL_LEAD: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_WISHLIST: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SUBSCRIBE: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Pinterest does not document whether in micro units. */
  PAGE_VISIT_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. */
  PAGE_VISIT_ROAS: number;
  /** One amount for another, such as return for spend: may be above 1. */
  CHECKOUT_ROAS: number;
  /** One amount for another, such as return for spend: may be above 1. */
  CUSTOM_ROAS: number;
  /** Words. */
  PRODUCT_GROUP_AD_IMAGE_TAG: string;
  /** Words. */
  PRODUCT_GROUP_AD_VIDEO_TAG: string;
  /** A count. */
  VIDEO_3SEC_VIEWS_1: number;
  /** A count. */
  VIDEO_15SEC_UNIQUE_VIEWS_1: number;
  /** A count. */
  VIDEO_MRC_VIEWS_1: number;
  /** A count. */
  VIDEO_3SEC_VIEWS_2: number;
  /** A count. */
  VIDEO_15SEC_UNIQUE_VIEWS_2: number;
  /** A count. */
  VIDEO_P100_COMPLETE_2: number;
  /** A count. */
  VIDEO_P0_COMBINED_2: number;
  /** A count. */
  VIDEO_P25_COMBINED_2: number;
  /** A count. */
  VIDEO_P50_COMBINED_2: number;
  /** A count. */
  VIDEO_P75_COMBINED_2: number;
  /** A count. */
  VIDEO_P95_COMBINED_2: number;
  /** A count. */
  VIDEO_MRC_VIEWS_2: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  PAID_VIDEO_VIEWABLE_RATE: number;
  /** Number. Pinterest does not document its unit. Pinterest does not document the unit. */
  VIDEO_LENGTH: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_SPEND_IN_DOLLAR: number;
  /** Money in the ad account's currency. */
  ECPV_IN_DOLLAR: number;
  /** Money in the ad account's currency. */
  ECPCV_IN_DOLLAR: number;
  /** Money in the ad account's currency. */
  ECPCV_P95_IN_DOLLAR: number;
  /** A count. */
  TOTAL_VIDEO_3SEC_VIEWS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIDEO_15SEC_UNIQUE_VIEWS: number;
  /** A count. */
  TOTAL_VIDEO_P100_COMPLETE: number;
  /** A count. */
  TOTAL_VIDEO_P0_COMBINED: number;
  /** A count. */
  TOTAL_VIDEO_P25_COMBINED: number;
  /** A count. */
  TOTAL_VIDEO_P50_COMBINED: number;
  /** A count. */
  TOTAL_VIDEO_P75_COMBINED: number;
  /** A count. */
  TOTAL_VIDEO_P95_COMBINED: number;
  /** A count. */
  TOTAL_VIDEO_MRC_VIEWS: number;
  /** A time in seconds. */
  TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  TOTAL_REPIN_RATE: number;
  /** Money in the ad account's currency. Pinterest does not document whether in micro units. */
  WEB_CHECKOUT_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. */
  WEB_CHECKOUT_ROAS: number;
  /** A count. */
  TOTAL_WEB_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. */
  TOTAL_WEB_CLICK_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. */
  TOTAL_WEB_ENGAGEMENT_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_WEB_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. */
  TOTAL_WEB_VIEW_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_WEB_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Pinterest does not document whether in micro units. */
  INAPP_CHECKOUT_COST_PER_ACTION: number;
  /** A count. */
  TOTAL_OFFLINE_CHECKOUT: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_APP_INSTALL_CONVERSION_RATE: number;
  /** A count. */
  IDEA_PIN_PRODUCT_TAG_VISIT_1: number;
  /** A count. */
  IDEA_PIN_PRODUCT_TAG_VISIT_2: number;
  /** A count. */
  TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT: number;
  /** A count. */
  LEADS: number;
  /** Money in the ad account's currency. Pinterest does not document whether in micro units. */
  COST_PER_LEAD: number;
  /** A count. */
  QUIZ_COMPLETED: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  QUIZ_PIN_RESULT_OPEN: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  QUIZ_COMPLETION_RATE: number;
  /** A count. */
  SHOWCASE_PIN_CLICKTHROUGH: number;
  /** A count. */
  SHOWCASE_SUBPAGE_CLICKTHROUGH: number;
  /** A count. */
  SHOWCASE_SUBPIN_CLICKTHROUGH: number;
  /** A count. */
  SHOWCASE_SUBPAGE_IMPRESSION: number;
  /** A count. */
  SHOWCASE_SUBPIN_IMPRESSION: number;
  /** A count. */
  SHOWCASE_SUBPAGE_SWIPE_LEFT: number;
  /** A count. */
  SHOWCASE_SUBPAGE_SWIPE_RIGHT: number;
  /** A count. */
  SHOWCASE_SUBPIN_SWIPE_LEFT: number;
  /** A count. */
  SHOWCASE_SUBPIN_SWIPE_RIGHT: number;
  /** A count. */
  SHOWCASE_SUBPAGE_REPIN: number;
  /** A count. */
  SHOWCASE_SUBPIN_REPIN: number;
  /** A count. */
  SHOWCASE_SUBPAGE_CLOSEUP: number;
  /** A count. */
  SHOWCASE_CARD_THUMBNAIL_SWIPE_FORWARD: number;
  /** A count. */
  SHOWCASE_CARD_THUMBNAIL_SWIPE_BACKWARD: number;
  /** Number. Pinterest does not document its unit. */
  SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_CONVERSION_RATE: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_APP_INSTALL: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_ASSISTED_APP_INSTALL: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether it is in millionths. */
  INAPP_SKAN_APP_INSTALL_COST_PER_ACTION: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_APP_INSTALL_CONVERSION_RATE: number;
}
