// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _74743ebf280ec3fc } from "../generation.js";
import type { FieldType, LiteralItems, OptionalColumns, PossibleItems, RequiredColumns, Simplify } from "../../runtime/support.js";
import type { ReportColumn, ReportRequest } from "./types.js";

/** The values of each column as they stand in a row, and of what the file adds by itself. Ids are texts, exact to the last digit. */
export interface ReportColumnValues {
  /** Money in millionths of the ad account's currency. */
  SPEND_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  ADS_CREDIT_SPEND_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  ADS_CREDIT_SPEND_IN_DOLLAR: number;
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
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  OUTBOUND_CTR: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. */
  OUTBOUND_CTR_1: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  COST_PER_OUTBOUND_CLICK: number;
  /** Name, as it was given by its owner. */
  CAMPAIGN_NAME: string;
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_STATUS: string | number;
  /** Words. Unit inferred from the column name; not documented by Pinterest. */
  CAMPAIGN_BRAND_LABEL: string;
  /** Words. Unit inferred from the column name; not documented by Pinterest. */
  CAMPAIGN_CUSTOM_LABELS: string;
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  PIN_PROMOTION_STATUS: string | number;
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  AD_STATUS: string | number;
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
  /** Words. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether it is a name or an id; read as text. */
  CAMPAIGN: string;
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
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  CAMPAIGN_MANAGED_STATUS: string | number;
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_OBJECTIVE_TYPE: string | number;
  /** Money in millionths of the ad account's currency. */
  CPM_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. */
  CPM_IN_DOLLAR: number;
  /** Name, as it was given by its owner. */
  AD_GROUP_NAME: string;
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  AD_GROUP_STATUS: string | number;
  /** One of a few words, or a number that stands for one. */
  AD_GROUP_BUDGET_TYPE: string | number;
  /** Money in the ad account's currency. */
  AD_GROUP_BUDGET_IN_LOCAL_CURRENCY: number;
  /** One of a few words, or a number that stands for one. Numbers occur too. */
  AD_GROUP_ENTITY_STATUS: string | number;
  /** Number. Pinterest does not document its unit. */
  AD_GROUP_BID_MULTIPLIER: number;
  /** An id, exact to the last digit. */
  PRODUCT_GROUP_ID: string;
  /** One of a few words, or a number that stands for one. */
  PRODUCT_GROUP_STATUS: string | number;
  /** An id, exact to the last digit. */
  PROMO_ID: string;
  /** Name, as it was given by its owner. */
  PROMO_NAME: string;
  /** Name, as it was given by its owner. */
  PRODUCT_ITEM_NAME: string;
  /** A link. */
  PRODUCT_ITEM_IMAGE_URL: string;
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. Number or text with a currency; Pinterest does not document which. */
  PRODUCT_ITEM_PRICE: number;
  /** A link. */
  PRODUCT_ITEM_PRODUCT_URL: string;
  /** A link. */
  PRODUCT_ITEM_PIN_URL: string;
  /** Words. */
  PRODUCT_ITEM_BRAND: string;
  /** Words. */
  PRODUCT_ITEM_DESCRIPTION: string;
  /** Money. Pinterest does not document whether in the ad account's currency or in millionths of it. Number or text with a currency; Pinterest does not document which. */
  PRODUCT_ITEM_SALE_PRICE: number;
  /** Words. */
  PRODUCT_ITEM_PRODUCT_TYPE: string;
  /** Words. */
  PRODUCT_ITEM_PRODUCT_CATEGORY: string;
  /** Words. */
  PRODUCT_ITEM_CURRENCY: string;
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
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_PAGE_VISIT: number;
  /** A count. */
  TOTAL_ENGAGEMENT_SIGNUP: number;
  /** A count. */
  TOTAL_ENGAGEMENT_CHECKOUT: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_CUSTOM: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_ADD_TO_CART: number;
  /** A count. */
  TOTAL_ENGAGEMENT_LEAD: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_SEARCH: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_WATCH_VIDEO: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_VIEW_CATEGORY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_APP_INSTALL: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_UNKNOWN: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_PAGE_VISIT: number;
  /** A count. */
  TOTAL_CLICK_SIGNUP: number;
  /** A count. */
  TOTAL_CLICK_CHECKOUT: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_CUSTOM: number;
  /** A count. */
  TOTAL_CLICK_ADD_TO_CART: number;
  /** A count. */
  TOTAL_CLICK_LEAD: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_SEARCH: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_WATCH_VIDEO: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_VIEW_CATEGORY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_APP_INSTALL: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_UNKNOWN: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_PAGE_VISIT: number;
  /** A count. */
  TOTAL_VIEW_SIGNUP: number;
  /** A count. */
  TOTAL_VIEW_CHECKOUT: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CUSTOM: number;
  /** A count. */
  TOTAL_VIEW_ADD_TO_CART: number;
  /** A count. */
  TOTAL_VIEW_LEAD: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_SEARCH: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_WATCH_VIDEO: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_VIEW_CATEGORY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_APP_INSTALL: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_UNKNOWN: number;
  /** A count. */
  TOTAL_CONVERSIONS: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  TOTAL_CONVERSIONS_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_PAGE_VISIT_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_SIGNUP_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_CHECKOUT_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_CUSTOM_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_ADD_TO_CART_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_LEAD_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_SEARCH_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_WATCH_VIDEO_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_VIEW_CATEGORY_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ENGAGEMENT_UNKNOWN_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_PAGE_VISIT_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_SIGNUP_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_CHECKOUT_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_CUSTOM_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_ADD_TO_CART_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_LEAD_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_SEARCH_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_WATCH_VIDEO_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_VIEW_CATEGORY_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CLICK_UNKNOWN_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_PAGE_VISIT_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_SIGNUP_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CHECKOUT_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CUSTOM_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_ADD_TO_CART_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_LEAD_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_SEARCH_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_WATCH_VIDEO_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_VIEW_CATEGORY_QUANTITY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_UNKNOWN_QUANTITY: number;
  /** A count. */
  TOTAL_CONVERSIONS_QUANTITY: number;
  /** A count. */
  TOTAL_WEB_SESSIONS: number;
  /** A count. */
  WEB_SESSIONS_1: number;
  /** A count. */
  WEB_SESSIONS_2: number;
  /** A count. */
  ONSITE_CHECKOUTS_1: number;
  /** Name, as it was given by its owner. */
  PIN_PROMOTION_NAME: string;
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
  /** One of a few words, or a number that stands for one. Unit inferred from the column name; not documented by Pinterest. */
  IS_CATALOG_CREATIVE_CAMPAIGN: string | number;
  /** One of a few words, or a number that stands for one. */
  IS_PREMIERE_CAMPAIGN: string | number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PAGE_VISIT_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SIGNUP_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CUSTOM_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_DESKTOP_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_DESKTOP_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_DESKTOP_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_MOBILE_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_MOBILE_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_MOBILE_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_TABLET_ACTION_TO_DESKTOP_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_TABLET_ACTION_TO_MOBILE_CONVERSION: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_UNKNOWN_TABLET_ACTION_TO_TABLET_CONVERSION: number;
  /** A count. */
  TOTAL_PAGE_VISIT: number;
  /** A count. */
  TOTAL_SIGNUP: number;
  /** A count. */
  TOTAL_CHECKOUT: number;
  /** A count. */
  TOTAL_CUSTOM: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART: number;
  /** A count. */
  TOTAL_LEAD: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL: number;
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
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_CHECKOUT_QUANTITY: number;
  /** Money in the ad account's currency. Pinterest does not document whether in micro units. */
  PAGE_VISIT_COST_PER_ACTION: number;
  /** Money in the ad account's currency. Pinterest does not document whether in micro units. */
  APP_INSTALL_COST_PER_ACTION: number;
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
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P100_COMPLETE_1: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P0_COMBINED_1: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P25_COMBINED_1: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P50_COMBINED_1: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P75_COMBINED_1: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_P95_COMBINED_1: number;
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
  /** Money in millionths of the ad account's currency. */
  CPV_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. */
  ECPV_IN_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  CPCV_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. */
  ECPCV_IN_DOLLAR: number;
  /** Money in millionths of the ad account's currency. */
  CPCV_P95_IN_MICRO_DOLLAR: number;
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
  /** A time in seconds. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_AVG_WATCHTIME_IN_SECOND_1: number;
  /** A time in seconds. Unit inferred from the column name; not documented by Pinterest. */
  VIDEO_AVG_WATCHTIME_IN_SECOND_2: number;
  /** A time in seconds. */
  TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_DESTINATION_VIEWS: number;
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
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_CHECKOUT_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  OFFLINE_CHECKOUT_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_CHECKOUT_ROAS: number;
  /** A count. */
  TOTAL_OFFLINE_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Pinterest does not document whether in micro units. */
  PINTEREST_CHECKOUT_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. */
  PINTEREST_CHECKOUT_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PINTEREST_CHECKOUT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_PINTEREST_CHECKOUT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  WEB_ADD_TO_CART_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_ADD_TO_CART_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ADD_TO_CART: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_ADD_TO_CART: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_ADD_TO_CART: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_ADD_TO_CART: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  INAPP_ADD_TO_CART_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_ADD_TO_CART_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ADD_TO_CART: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_ADD_TO_CART: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_ADD_TO_CART: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_ADD_TO_CART_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  WEB_PAGE_VISIT_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_PAGE_VISIT_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_PAGE_VISIT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_PAGE_VISIT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_PAGE_VISIT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_PAGE_VISIT: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_PAGE_VISIT_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  WEB_SIGNUP_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_SIGNUP_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  INAPP_SIGNUP_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SIGNUP_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  OFFLINE_SIGNUP_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_SIGNUP_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_SIGNUP: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_SIGNUP_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  WEB_WATCH_VIDEO_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_WATCH_VIDEO_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_WATCH_VIDEO: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_WATCH_VIDEO: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_WATCH_VIDEO: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_WATCH_VIDEO_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  WEB_LEAD_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_LEAD_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_LEAD: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_LEAD: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_LEAD: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_LEAD: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  OFFLINE_LEAD_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_LEAD_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_LEAD: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_LEAD: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_LEAD: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_LEAD: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_LEAD_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  WEB_SEARCH_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_SEARCH_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_SEARCH: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_SEARCH: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_SEARCH: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_SEARCH: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  INAPP_SEARCH_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SEARCH_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_SEARCH: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_SEARCH: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_SEARCH: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_SEARCH: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_SEARCH_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  WEB_VIEW_CATEGORY_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_VIEW_CATEGORY_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_CATEGORY: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_VIEW_CATEGORY: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_VIEW_CATEGORY: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_VIEW_CATEGORY_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  WEB_CUSTOM_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_CUSTOM_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CUSTOM: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_CUSTOM: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_CUSTOM: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_CUSTOM: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  OFFLINE_CUSTOM_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_CUSTOM_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CUSTOM: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_CUSTOM: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_CUSTOM: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_CUSTOM: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_CUSTOM_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  WEB_UNKNOWN_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  WEB_UNKNOWN_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_WEB_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  INAPP_UNKNOWN_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_UNKNOWN_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  OFFLINE_UNKNOWN_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  OFFLINE_UNKNOWN_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_CLICK_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_ENGAGEMENT_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_UNKNOWN: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_OFFLINE_VIEW_UNKNOWN_VALUE_IN_MICRO_DOLLAR: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether in micro units. */
  INAPP_APP_INSTALL_COST_PER_ACTION: number;
  /** One amount for another, such as return for spend: may be above 1. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_APP_INSTALL_ROAS: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_APP_INSTALL: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_APP_INSTALL: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_CLICK_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_APP_INSTALL: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_ENGAGEMENT_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_APP_INSTALL: number;
  /** Money in millionths of the ad account's currency. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_VIEW_APP_INSTALL_VALUE_IN_MICRO_DOLLAR: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_APP_INSTALL_CONVERSION_RATE: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_INAPP_APP_INSTALL_CONVERSION_RATE: number;
  /** A count. */
  IDEA_PIN_PAGE_FORWARD_1: number;
  /** A count. */
  IDEA_PIN_PAGE_FORWARD_2: number;
  /** A count. */
  IDEA_PIN_PAGE_BACKWARD_1: number;
  /** A count. */
  IDEA_PIN_PAGE_BACKWARD_2: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_IDEA_PIN_PAGE_FORWARD: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  TOTAL_IDEA_PIN_PAGE_BACKWARD: number;
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
  /** An id, exact to the last digit. */
  STANDARD_AD_FEED_ITEM_ID: string;
  /** An id, exact to the last digit. Unit inferred from the column name; not documented by Pinterest. */
  SPEND_ORDER_LINE_ID: string;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_APP_INSTALL: number;
  /** A count. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_ASSISTED_APP_INSTALL: number;
  /** Money in the ad account's currency. Unit inferred from the column name; not documented by Pinterest. Pinterest does not document whether it is in millionths. */
  INAPP_SKAN_APP_INSTALL_COST_PER_ACTION: number;
  /** Rate. Pinterest does not document whether it is a fraction (0 to 1) or a percentage. Unit inferred from the column name; not documented by Pinterest. */
  INAPP_SKAN_APP_INSTALL_CONVERSION_RATE: number;
  /** The id of what a row of KEYWORD is about. The name is ours: no column of Pinterest's holds this id, and the file lists the row under it. It cannot be asked for in `columns`, and every row has it. */
  KEYWORD_ID: string;
  /** The id of what a row of PRODUCT_ITEM or PRODUCT_ITEM_TARGETING is about. The name is ours: no column of Pinterest's holds this id, and the file lists the row under it. It cannot be asked for in `columns`, and every row has it. */
  PRODUCT_ITEM_ID: string;
  /** The day as YYYY-MM-DD; none with TOTAL. Pinterest does not document the form of an hour, or which day stands for a week or a month. */
  DATE: string;
  /** What the row is split by, on a targeting level. Rows of different types overlap, so their sum means nothing. */
  TARGETING_TYPE: string;
  /** Which part of it the row is: a code or an id, seldom a name. */
  TARGETING_VALUE: string;
}

/** What a row has without being asked for: the date unless everything is one total, the targeting of targeting levels, and ids that no column holds. */
type Added<Request> =
  | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")
  | (Extract<FieldType<Request, "level">, "KEYWORD"> extends never ? never : "KEYWORD_ID")
  | (Extract<FieldType<Request, "level">, "PRODUCT_ITEM" | "PRODUCT_ITEM_TARGETING"> extends never ? never : "PRODUCT_ITEM_ID")
  | (Extract<FieldType<Request, "level">, `${string}_TARGETING`> extends never ? never : "TARGETING_TYPE" | "TARGETING_VALUE");

/** Where every row has a column, if it was asked for: nowhere else may one rely on it. */
interface Everywhere {
  DATE: { granularity: "DAY" | "HOUR" | "WEEK" | "MONTH" };
  TARGETING_TYPE: { level: "ADVERTISER_TARGETING" | "CAMPAIGN_TARGETING" | "AD_GROUP_TARGETING" | "PIN_PROMOTION_TARGETING" | "PRODUCT_GROUP_TARGETING" | "PRODUCT_ITEM_TARGETING" };
  TARGETING_VALUE: { level: "ADVERTISER_TARGETING" | "CAMPAIGN_TARGETING" | "AD_GROUP_TARGETING" | "PIN_PROMOTION_TARGETING" | "PRODUCT_GROUP_TARGETING" | "PRODUCT_ITEM_TARGETING" };
  KEYWORD_ID: { level: "KEYWORD" };
  PRODUCT_ITEM_ID: { level: "PRODUCT_ITEM" | "PRODUCT_ITEM_TARGETING" };
  ADVERTISER_ID: { level: "ADVERTISER" | "ADVERTISER_TARGETING" | "CAMPAIGN" | "CAMPAIGN_TARGETING" | "AD_GROUP" | "AD_GROUP_TARGETING" | "PIN_PROMOTION" | "PIN_PROMOTION_TARGETING" | "KEYWORD" | "PRODUCT_GROUP" | "PRODUCT_GROUP_TARGETING" | "PRODUCT_ITEM" | "PRODUCT_ITEM_TARGETING" };
  AD_ACCOUNT_ID: { level: "ADVERTISER" | "ADVERTISER_TARGETING" | "CAMPAIGN" | "CAMPAIGN_TARGETING" | "AD_GROUP" | "AD_GROUP_TARGETING" | "PIN_PROMOTION" | "PIN_PROMOTION_TARGETING" | "KEYWORD" | "PRODUCT_GROUP" | "PRODUCT_GROUP_TARGETING" | "PRODUCT_ITEM" | "PRODUCT_ITEM_TARGETING" };
  CAMPAIGN_ID: { level: "CAMPAIGN" | "CAMPAIGN_TARGETING" | "AD_GROUP" | "AD_GROUP_TARGETING" | "PIN_PROMOTION" | "PIN_PROMOTION_TARGETING" | "KEYWORD" | "PRODUCT_GROUP" | "PRODUCT_GROUP_TARGETING" | "PRODUCT_ITEM" | "PRODUCT_ITEM_TARGETING" };
  AD_GROUP_ID: { level: "AD_GROUP" | "AD_GROUP_TARGETING" | "PIN_PROMOTION" | "PIN_PROMOTION_TARGETING" | "KEYWORD" | "PRODUCT_GROUP" | "PRODUCT_GROUP_TARGETING" | "PRODUCT_ITEM" | "PRODUCT_ITEM_TARGETING" };
  PIN_PROMOTION_ID: { level: "PIN_PROMOTION" | "PIN_PROMOTION_TARGETING" };
  AD_ID: { level: "PIN_PROMOTION" | "PIN_PROMOTION_TARGETING" };
  PRODUCT_GROUP_ID: { level: "PRODUCT_GROUP" | "PRODUCT_GROUP_TARGETING" };
}

/** What every row has: the ids of what it is about and what that stands in, and what the file adds by itself. */
type Certain<Request, Column = LiteralItems<FieldType<Request, "columns">, keyof Everywhere> | Added<Request>> =
  Column extends keyof Everywhere ? ([Request] extends [Everywhere[Column]] ? Column : never) : never;

/** A row of a CSV file: named as its header is, in words for people, and all texts, unless `rows({ columnNames })` names and types them. */
type CsvRow = Readonly<Record<string, string | number | undefined>>;

/** A row of the report that was asked for. A value that the file leaves out, as JSON files do with zero, is not there. */
export type ReportRow<Request extends Pick<ReportRequest, "columns" | "granularity" | "level" | "report_format"> = ReportRequest & { report_format: "JSON" }> =
  FieldType<Request, "report_format", "JSON"> extends infer Format ? Format extends "CSV" ? CsvRow : JsonRow<Request> : never;

type JsonRow<Request> = Simplify<
  RequiredColumns<ReportColumnValues, Certain<Request>> & OptionalColumns<ReportColumnValues, Exclude<PossibleItems<Request, "columns", ReportColumn> | Added<Request>, Certain<Request>>>
>;
