// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _de49715c193d18d0 } from "../generation.js";
import type { FieldType, OptionalColumns, PossibleItems } from "../../runtime/support.js";
import type { ConversionProductReportColumn, ConversionProductReportRequest } from "./types.js";

/** The values of each column as they stand in a row, and of what the file adds by itself. Ids are texts, exact to the last digit. */
export interface ConversionProductReportColumnValues {
  /** Name, as it was given by its owner. */
  CAMPAIGN_NAME: string;
  /** An id, exact to the last digit. */
  CAMPAIGN_ID: string;
  /** An id, exact to the last digit. */
  ADVERTISER_ID: string;
  /** An id, exact to the last digit. */
  AD_GROUP_ID: string;
  /** One of a few words, or a number that stands for one. */
  CAMPAIGN_OBJECTIVE_TYPE: string | number;
  /** Name, as it was given by its owner. */
  AD_GROUP_NAME: string;
  /** Number or text. Pinterest does not document what it means. */
  CONVERSION_PRODUCT_ID: string | number;
  /** Number or text. Pinterest does not document what it means. */
  CONVERSION_PRODUCT_BRAND: string | number;
  /** Number or text. Pinterest does not document what it means. */
  CONVERSION_PRODUCT_CATEGORY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  CONVERSION_PRODUCT_ID_GROUP: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CHECKOUT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_CART_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_PAGE_VISIT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_PAGE_VISIT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SIGNUP_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SIGNUP_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SIGNUP_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_WATCH_VIDEO_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_LEAD_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_LEAD_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_LEAD_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_LEAD_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_LEAD_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SEARCH_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SEARCH_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SEARCH_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CATEGORY_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CUSTOM_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CUSTOM_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_CUSTOM_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_UNKNOWN_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_UNKNOWN_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_PAYMENT_INFO_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_ADD_TO_WISHLIST_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_INITIATE_CHECKOUT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_SUBSCRIBE_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_WEB_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_INAPP_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_QUANTITY: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE: string | number;
  /** Number or text. Pinterest does not document what it means. */
  TOTAL_OFFLINE_VIEW_CONTENT_CONVERSION_PRODUCT_VALUE_IN_USD: string | number;
  /** The day as YYYY-MM-DD; none with TOTAL. Pinterest does not document the form of an hour, or which day stands for a week or a month. */
  DATE: string;
  /** What the row is split by, on a targeting level. Rows of different types overlap, so their sum means nothing. */
  TARGETING_TYPE: string;
  /** Which part of it the row is: a code or an id, seldom a name. */
  TARGETING_VALUE: string;
}

/** What a row has without being asked for: the date unless everything is one total, the targeting of targeting levels. */
type Added<Request> =
  | (FieldType<Request, "granularity"> extends "TOTAL" ? never : "DATE")
  | (Extract<FieldType<Request, "level">, `${string}_TARGETING`> extends never ? never : "TARGETING_TYPE" | "TARGETING_VALUE");

/** A row of the report that was asked for. A value that the file leaves out, as JSON files do with zero, is not there. */
export type ConversionProductReportRow<Request extends Pick<ConversionProductReportRequest, "columns" | "granularity" | "level"> = ConversionProductReportRequest> = OptionalColumns<ConversionProductReportColumnValues, PossibleItems<Request, "columns", ConversionProductReportColumn> | Added<Request>>;
