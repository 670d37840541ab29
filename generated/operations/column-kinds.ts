// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { columnKinds } from "../../runtime/support-data.js";

/**
 * The columns of all synchronous calls, each with the kind of its values. `?` marks a kind that is inferred from the column's name. ` or
 * none` means that a missing value is not zero. The table's value lists the names by kind, with alternatives in braces: `A_{B,C}` means
 * `A_B` and `A_C`.
 */
export const ANALYTICS_COLUMN_KINDS: {
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
  readonly TOTAL_WEB_SESSIONS: "count";
  /** A count. */
  readonly WEB_SESSIONS_1: "count";
  /** A count. */
  readonly WEB_SESSIONS_2: "count";
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
  /** A name, as the advertiser entered it. */
  readonly CAMPAIGN_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly AD_GROUP_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly PROMO_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly ORDER_LINE_NAME: "name";
  /** A name, as the advertiser entered it. */
  readonly AD_NAME: "name";
  /** Text, such as a brand, a category or a description. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly CAMPAIGN_BRAND_LABEL: "text?";
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
  readonly PROMO_ID: "id";
  /** An id, exact to the last digit. */
  readonly ORDER_LINE_ID: "id";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_ENTITY_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_OBJECTIVE_TYPE: "label";
  /** A word or a numeric code, such as a status. */
  readonly AD_GROUP_BUDGET_TYPE: "label";
  /** A word or a numeric code, such as a status. */
  readonly AD_GROUP_ENTITY_STATUS: "label";
  /** A word or a numeric code, such as a status. */
  readonly AD_GROUP_OPTIMIZATION: "label";
  /** A word or a numeric code, such as a status. */
  readonly CAMPAIGN_BUDGET_OPTIMIZATION: "label";
  /** A word or a numeric code, such as a status. */
  readonly IS_PREMIERE_CAMPAIGN: "label";
  /** A number. Pinterest does not document a unit. A missing value is not zero. */
  readonly AD_GROUP_BID_MULTIPLIER: "number or none";
  /** A number. Pinterest does not document a unit. A missing value is not zero. */
  readonly TOTAL_IMPRESSION_FREQUENCY: "number or none";
  /** A number. Pinterest does not document a unit. A missing value is not zero. */
  readonly VIDEO_LENGTH: "number or none";
  /** A number. Pinterest does not document a unit. A missing value is not zero. */
  readonly SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION: "number or none";
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
  readonly TOTAL_ADD_TO_WISHLIST: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_SUBSCRIBE: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_VIDEO_15SEC_UNIQUE_VIEWS: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly QUIZ_PIN_RESULT_OPEN: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly INAPP_SKAN_APP_INSTALL: "count?";
  /** A count. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly INAPP_SKAN_ASSISTED_APP_INSTALL: "count?";
  /** Money in millionths of the ad account's currency. The meaning is inferred from the column's name; Pinterest does not document it. */
  readonly TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR: "micro-money?";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly PAGE_VISIT_COST_PER_ACTION: "unknown-money or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly WEB_CHECKOUT_COST_PER_ACTION: "unknown-money or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly INAPP_CHECKOUT_COST_PER_ACTION: "unknown-money or none";
  /** Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero. */
  readonly COST_PER_LEAD: "unknown-money or none";
  /** A ratio of two amounts, such as return on ad spend. Can exceed 1. */
  readonly PAGE_VISIT_ROAS: "ratio";
  /** A ratio of two amounts, such as return on ad spend. Can exceed 1. */
  readonly CHECKOUT_ROAS: "ratio";
  /** A ratio of two amounts, such as return on ad spend. Can exceed 1. */
  readonly CUSTOM_ROAS: "ratio";
  /** A ratio of two amounts, such as return on ad spend. Can exceed 1. */
  readonly WEB_CHECKOUT_ROAS: "ratio";
  /** Text, such as a brand, a category or a description. */
  readonly PRODUCT_GROUP_AD_IMAGE_TAG: "text";
  /** Text, such as a brand, a category or a description. */
  readonly PRODUCT_GROUP_AD_VIDEO_TAG: "text";
  /**
   * Money in the ad account's currency, regardless of the column's name. The meaning is inferred from the column's name; Pinterest does not
   * document it.
   */
  readonly VIDEO_SPEND_IN_DOLLAR: "money?";
  /** A duration in seconds. A missing value is not zero. */
  readonly TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND: "seconds or none";
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
  readonly INAPP_SKAN_APP_INSTALL_COST_PER_ACTION: "unknown-money? or none";
} = /* @__PURE__ */ columnKinds({
  "micro-money": [
    "SPEND_IN_MICRO_DOLLAR", "TOTAL_{ENGAGEMENT_,CLICK_,VIEW_,}{SIGNUP_,CHECKOUT_}VALUE_IN_MICRO_DOLLAR",
    "TOTAL_WEB_{,CLICK_,ENGAGEMENT_,VIEW_}CHECKOUT_VALUE_IN_MICRO_DOLLAR",
  ],
  count: [
    "PAID_IMPRESSION", "TOTAL_ENGAGEMENT", "ENGAGEMENT_{1,2}", "CLICKTHROUGH_1", "REPIN_1", "IMPRESSION_{1,1_GROSS}",
    "CLICKTHROUGH_1_GROSS", "OUTBOUND_CLICK_1", "{CLICKTHROUGH_,REPIN_,IMPRESSION_,OUTBOUND_CLICK_}2",
    "TOTAL_{CLICKTHROUGH,IMPRESSION_USER}", "TOTAL_ENGAGEMENT_{SIGNUP,CHECKOUT,LEAD}",
    "TOTAL_{CLICK_,VIEW_}{SIGNUP,CHECKOUT,ADD_TO_CART,LEAD}", "TOTAL_{CONVERSIONS,WEB_SESSIONS}", "WEB_SESSIONS_{1,2}",
    "TOTAL_{PAGE_VISIT,SIGNUP,CHECKOUT,CUSTOM,LEAD}", "VIDEO_{3SEC_,15SEC_UNIQUE_,MRC_}VIEWS_1",
    "VIDEO_{3SEC_VIEWS_,15SEC_UNIQUE_VIEWS_,P100_COMPLETE_}2", "VIDEO_{P0_,P25_,P50_,P75_,P95_}COMBINED_2", "VIDEO_MRC_VIEWS_2",
    "TOTAL_VIDEO_{3SEC_VIEWS,P100_COMPLETE}", "TOTAL_VIDEO_{P0_,P25_,P50_,P75_,P95_}COMBINED", "TOTAL_VIDEO_MRC_VIEWS",
    "TOTAL_{WEB_,WEB_CLICK_,WEB_ENGAGEMENT_,WEB_VIEW_,OFFLINE_}CHECKOUT", "IDEA_PIN_PRODUCT_TAG_VISIT_{1,2}",
    "TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT", "LEADS", "QUIZ_COMPLETED", "SHOWCASE_{PIN_,SUBPAGE_,SUBPIN_}CLICKTHROUGH",
    "SHOWCASE_{SUBPAGE_,SUBPIN_}IMPRESSION", "SHOWCASE_{SUBPAGE_SWIPE_,SUBPIN_SWIPE_}{LEFT,RIGHT}",
    "SHOWCASE_{SUBPAGE_REPIN,SUBPIN_REPIN,SUBPAGE_CLOSEUP}", "SHOWCASE_CARD_THUMBNAIL_SWIPE_{FORWARD,BACKWARD}",
  ],
  money: ["SPEND_IN_DOLLAR"],
  "micro-money or none": ["{CPC_,ECPC_,ECPM_,CPM_}IN_MICRO_DOLLAR", "CAMPAIGN_{LIFETIME_,DAILY_}SPEND_CAP"],
  "money or none": [
    "{ECPC_,ECPE_,CPM_}IN_DOLLAR", "AD_GROUP_BUDGET_IN_LOCAL_CURRENCY", "COST_PER_OUTBOUND_CLICK_IN_{DOLLAR,DOLLAR_1}",
    "{ECPV_,ECPCV_,ECPCV_P95_}IN_DOLLAR",
  ],
  rate: [
    "CTR", "ECTR", "OUTBOUND_CTR_1", "{ENGAGEMENT_,EENGAGEMENT_,REPIN_}RATE", "CTR_2",
    "{PAID_VIDEO_VIEWABLE_,TOTAL_REPIN_,QUIZ_COMPLETION_}RATE",
  ],
  name: ["{CAMPAIGN_,AD_GROUP_,PROMO_,ORDER_LINE_,AD_}NAME"],
  "text?": ["CAMPAIGN_BRAND_LABEL"],
  id: ["{PIN_,CAMPAIGN_,ADVERTISER_,AD_ACCOUNT_,PIN_PROMOTION_,AD_,AD_GROUP_,PROMO_,ORDER_LINE_}ID"],
  label: [
    "CAMPAIGN_{ENTITY_STATUS,OBJECTIVE_TYPE}", "AD_GROUP_{BUDGET_TYPE,ENTITY_STATUS}", "{AD_GROUP_,CAMPAIGN_BUDGET_}OPTIMIZATION",
    "IS_PREMIERE_CAMPAIGN",
  ],
  "number or none": [
    "AD_GROUP_BID_MULTIPLIER", "TOTAL_IMPRESSION_FREQUENCY", "VIDEO_LENGTH", "SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION",
  ],
  "count?": [
    "COLLECTION_PIN_ITEM_IMPRESSION_{1,2}", "TOTAL_COLLECTION_PIN_ITEM_IMPRESSION", "COLLECTION_PIN_ITEM_CLICKTHROUGH_{1,2}",
    "TOTAL_{COLLECTION_PIN_ITEM_CLICKTHROUGH,IMPRESSION,ADD_TO_WISHLIST,SUBSCRIBE,VIDEO_15SEC_UNIQUE_VIEWS}", "QUIZ_PIN_RESULT_OPEN",
    "INAPP_SKAN_{,ASSISTED_}APP_INSTALL",
  ],
  "micro-money?": ["TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR"],
  "unknown-money or none": ["{PAGE_VISIT_,WEB_CHECKOUT_,INAPP_CHECKOUT_}COST_PER_ACTION", "COST_PER_LEAD"],
  ratio: ["{PAGE_VISIT_,CHECKOUT_,CUSTOM_,WEB_CHECKOUT_}ROAS"],
  text: ["PRODUCT_GROUP_AD_{IMAGE_,VIDEO_}TAG"],
  "money?": ["VIDEO_SPEND_IN_DOLLAR"],
  "seconds or none": ["TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND"],
  "rate?": [
    "TOTAL_{,INAPP_}APP_INSTALL_CONVERSION_RATE",
    "TOTAL_{CHECKOUT_,VIEW_CATEGORY_,ADD_TO_CART_,SIGNUP_,PAGE_VISIT_,LEAD_,SEARCH_,WATCH_VIDEO_,UNKNOWN_,CUSTOM_}CONVERSION_RATE",
    "INAPP_SKAN_APP_INSTALL_CONVERSION_RATE",
  ],
  "unknown-money? or none": ["INAPP_SKAN_APP_INSTALL_COST_PER_ACTION"],
});
