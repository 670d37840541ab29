// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _d81b25fb303d36e8 } from "../generation.js";

/**
 * The columns of all calls without a report with the kind of their values. A `?` marks a kind that is inferred from the column's name; `or
 * none`, that a missing value is not zero.
 */
export const ANALYTICS_COLUMN_KINDS = {
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
  TOTAL_WEB_SESSIONS: "count",
  /** Count. */
  WEB_SESSIONS_1: "count",
  /** Count. */
  WEB_SESSIONS_2: "count",
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
  /** Name, as its owner entered it. */
  CAMPAIGN_NAME: "name",
  /** Name, as its owner entered it. */
  AD_GROUP_NAME: "name",
  /** Name, as its owner entered it. */
  PROMO_NAME: "name",
  /** Name, as its owner entered it. */
  ORDER_LINE_NAME: "name",
  /** Name, as its owner entered it. */
  AD_NAME: "name",
  /** Words. Unit inferred from the column name; not documented by Pinterest. */
  CAMPAIGN_BRAND_LABEL: "text?",
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
  PROMO_ID: "id",
  /** Id, exact to the last digit. */
  ORDER_LINE_ID: "id",
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_ENTITY_STATUS: "label",
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_OBJECTIVE_TYPE: "label",
  /** One of a few words, or a number that stands for one. */
  AD_GROUP_BUDGET_TYPE: "label",
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  AD_GROUP_ENTITY_STATUS: "label",
  /** One of a few words, or a number that stands for one. */
  AD_GROUP_OPTIMIZATION: "label",
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_BUDGET_OPTIMIZATION: "label",
  /** One of a few words, or a number that stands for one. */
  IS_PREMIERE_CAMPAIGN: "label",
  /** Number. Pinterest does not document its unit. A missing value is not zero. */
  AD_GROUP_BID_MULTIPLIER: "number or none",
  /** Number. Pinterest does not document its unit. A missing value is not zero. */
  TOTAL_IMPRESSION_FREQUENCY: "number or none",
  /** Number. Pinterest does not document its unit. A missing value is not zero. Pinterest does not document the unit. */
  VIDEO_LENGTH: "number or none",
  /** Number. Pinterest does not document its unit. A missing value is not zero. */
  SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION: "number or none",
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
  TOTAL_ADD_TO_WISHLIST: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SUBSCRIBE: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIDEO_15SEC_UNIQUE_VIEWS: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  QUIZ_PIN_RESULT_OPEN: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_APP_INSTALL: "count?",
  /** Count. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_ASSISTED_APP_INSTALL: "count?",
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  PAGE_VISIT_COST_PER_ACTION: "unknown-money or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  WEB_CHECKOUT_COST_PER_ACTION: "unknown-money or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  INAPP_CHECKOUT_COST_PER_ACTION: "unknown-money or none",
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. A missing value is not zero. */
  COST_PER_LEAD: "unknown-money or none",
  /** Ratio of two amounts, such as return to spend. May exceed 1. */
  PAGE_VISIT_ROAS: "ratio",
  /** Ratio of two amounts, such as return to spend. May exceed 1. */
  CHECKOUT_ROAS: "ratio",
  /** Ratio of two amounts, such as return to spend. May exceed 1. */
  CUSTOM_ROAS: "ratio",
  /** Ratio of two amounts, such as return to spend. May exceed 1. */
  WEB_CHECKOUT_ROAS: "ratio",
  /** Words. */
  PRODUCT_GROUP_AD_IMAGE_TAG: "text",
  /** Words. */
  PRODUCT_GROUP_AD_VIDEO_TAG: "text",
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_SPEND_IN_DOLLAR: "money?",
  /** Duration in seconds. A missing value is not zero. */
  TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND: "seconds or none",
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
  INAPP_SKAN_APP_INSTALL_COST_PER_ACTION: "unknown-money? or none",
} as const;
