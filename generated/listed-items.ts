// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ListedItems } from "../runtime/testing/index.js";

/** The fields of the items in each list. From these fields, the fake server generates complete items. */
export const listedItems: ListedItems = {
  ad_accounts: {
    id: "digits",
    name: "text",
    owner: { fields: { id: "text", username: "text" } },
    country: {
      oneOf: [
        "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA", "BB", "BD", "BE", "BF", "BG",
        "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI",
        "CK", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH",
        "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ",
        "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT",
        "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT",
        "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV",
        "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH",
        "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH",
        "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL",
        "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI", "VN", "VU", "WF",
        "WS", "YE", "YT", "ZA", "ZM", "ZW",
      ],
    },
    currency: {
      oneOf: [
        "UNK", "USD", "GBP", "CAD", "EUR", "AUD", "NZD", "SEK", "ILS", "CHF", "HKD", "JPY", "SGD", "KRW", "NOK", "DKK", "PLN", "RON", "HUF",
        "CZK", "BRL", "MXN", "ARS", "CLP", "COP", "INR", "TRY",
      ],
    },
    permissions: {
      list: {
        oneOf: [
          "OWNER", "ADMIN", "ANALYST", "SOS_READER", "FINANCE_MANAGER", "FINANCE_VIEW", "FINANCE_EDIT", "AUDIENCE_MANAGER",
          "CAMPAIGN_MANAGER", "CATALOGS_MANAGER", "RESTRICTED_OWNER", "PROFILE_MANAGER", "PROFILE_PUBLISHER", "RESOURCE_PINNER_LIST_OWNER",
          "RESOURCE_PINNER_LIST_READER", "BIZ_PINNER_LIST_SHARER", "RESOURCE_CONVERSION_TAGS_READER",
        ],
      },
    },
    created_time: { nullable: "integer" },
    updated_time: { nullable: "integer" },
    time_zone: "text",
  },
  campaigns: {
    id: "digits",
    ad_account_id: "digits",
    daily_spend_cap: { nullable: "integer" },
    end_time: { nullable: "integer" },
    is_automated_campaign: { nullable: "boolean" },
    is_flexible_daily_budgets: { nullable: "boolean" },
    lifetime_spend_cap: { nullable: "integer" },
    name: "text",
    order_line_id: { nullable: "digits" },
    start_time: { nullable: "integer" },
    status: { oneOf: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    tracking_urls: {
      nullable: {
        fields: {
          audience_verification: { list: "text", most: 3 },
          buyable_button: { list: "text", most: 3 },
          click: { list: "text", most: 3 },
          engagement: { list: "text", most: 3 },
          impression: { list: "text", most: 3 },
        },
      },
    },
    bid_options: {
      nullable: {
        fields: {
          app_type_multipliers: {
            nullable: { fields: { APP_TYPE: { oneOf: ["android_mobile", "android_tablet", "ipad", "iphone", "web", "web_mobile"] } } },
          },
          audience_multipliers: { fields: { AUDIENCE_ID: "digits" } },
          placement_multipliers: { nullable: { fields: { PLACEMENT: { oneOf: ["SEARCH", "BROWSE", "RELATED_PINS"] } } } },
        },
      },
    },
    created_time: "integer",
    is_campaign_budget_optimization: { nullable: "boolean" },
    is_performance_plus: "boolean",
    objective_type: { oneOf: ["AWARENESS", "CONSIDERATION", "WEB_CONVERSION", "CATALOG_SALES", "VIDEO_COMPLETION"] },
    summary_status: {
      oneOf: ["RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"],
    },
    type: "text",
    updated_time: "integer",
  },
  ad_groups: {
    auto_targeting_enabled: { nullable: "boolean" },
    bid_in_micro_currency: { nullable: "integer" },
    bid_strategy_type: { nullable: { oneOf: ["AUTOMATIC_BID", "MAX_BID", "TARGET_AVG"] } },
    billable_event: { oneOf: ["CLICKTHROUGH", "IMPRESSION", "VIDEO_V_50_MRC"] },
    budget_in_micro_currency: { nullable: "integer" },
    budget_type: { oneOf: ["DAILY", "LIFETIME", "CBO_ADGROUP"] },
    campaign_id: "digits",
    end_time: { nullable: "integer" },
    is_creative_optimization: { nullable: "boolean" },
    lifetime_frequency_cap: "integer",
    name: "text",
    optimization_goal_metadata: {
      nullable: {
        fields: {
          conversion_tag_v3_goal_metadata: {
            fields: {
              attribution_windows: {
                fields: { click_window_days: "integer", engagement_window_days: "integer", view_window_days: "integer" },
              },
              conversion_event: {
                oneOf: [
                  "PAGE_VISIT", "SIGNUP", "CHECKOUT", "CUSTOM", "VIEW_CATEGORY", "SEARCH", "ADD_TO_CART", "WATCH_VIDEO", "LEAD",
                  "APP_INSTALL",
                ],
              },
              conversion_tag_id: "digits",
              cpa_goal_value_in_micro_currency: "digits",
              is_roas_optimized: { nullable: "boolean" },
              learning_mode_type: { nullable: { oneOf: ["NOT_ACTIVE", "ACTIVE"] } },
              reporting_event: "text",
            },
          },
          frequency_goal_metadata: {
            fields: {
              frequency: { integer: [2, 20] },
              timerange: { oneOf: ["THIRTY_DAY", "DAY", "SEVEN_DAY", "TWENTY_MINUTE", "TEN_MINUTE", "TWENTY_FOUR_HOUR"] },
            },
          },
          scrollup_goal_metadata: { fields: { scrollup_goal_value_in_micro_currency: { nullable: "digits" } } },
        },
      },
    },
    pacing_delivery_type: { oneOf: ["STANDARD", "ACCELERATED"] },
    placement_group: { oneOf: ["ALL", "SEARCH", "BROWSE", "OTHER"] },
    promotion_application_level: { nullable: { oneOf: ["NONE", "ITEM", "AD_GROUP"] } },
    promotion_id: { nullable: "digits" },
    start_time: { nullable: "integer" },
    status: { oneOf: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    targeting_spec: {
      fields: {
        AGE_BUCKET: { nullable: { list: { oneOf: ["18-24", "19+", "20+", "21+", "25-34", "35-44", "45-49", "50-54", "55-64", "65+"] } } },
        APPTYPE: { nullable: { list: { oneOf: ["android_mobile", "android_tablet", "ipad", "iphone", "web", "web_mobile"] } } },
        AUDIENCE_EXCLUDE: { nullable: { list: "digits" } },
        AUDIENCE_INCLUDE: { nullable: { list: "digits" } },
        GENDER: { nullable: { list: { oneOf: ["unknown", "male", "female"] } } },
        GEO: { nullable: { list: "text" } },
        INTEREST: { list: "text" },
        LOCALE: { nullable: { list: "text" } },
        LOCATION: { nullable: { list: "text" } },
        MAXIMUM_AGE: {
          oneOf: [
            "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38",
            "39", "40", "41", "42", "43", "44", "45", "46", "47", "48", "49", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59",
            "60", "61", "62", "63", "64", "65", "65+",
          ],
        },
        MINIMUM_AGE: {
          oneOf: [
            "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38",
            "39", "40", "41", "42", "43", "44", "45", "46", "47", "48", "49", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59",
            "60", "61", "62", "63", "64", "65",
          ],
        },
        SHOPPING_RETARGETING: {
          nullable: { list: { fields: { exclusion_window: "integer", lookback_window: "integer", tag_types: { list: "integer" } } } },
        },
        TARGETING_STRATEGY: { nullable: { list: { oneOf: ["CHOOSE_YOUR_OWN", "FIND_NEW_CUSTOMERS", "RECONNECT_WITH_USERS"] } } },
      },
    },
    targeting_template_ids: { nullable: { list: "digits", most: 1 } },
    tracking_urls: {
      nullable: {
        fields: {
          audience_verification: { list: "text", most: 3 },
          buyable_button: { list: "text", most: 3 },
          click: { list: "text", most: 3 },
          engagement: { list: "text", most: 3 },
          impression: { list: "text", most: 3 },
        },
      },
    },
    ad_account_id: "digits",
    bid_multiplier: { nullable: { number: [0, 10] } },
    conversion_learning_mode_type: { nullable: { oneOf: ["NOT_ACTIVE", "ACTIVE"] } },
    created_time: "integer",
    dca_assets: "any",
    feed_profile_id: "text",
    id: "digits",
    summary_status: {
      oneOf: ["RUNNING", "PAUSED", "NOT_STARTED", "COMPLETED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"],
    },
    type: "text",
    updated_time: "integer",
  },
  ads: {
    ad_group_id: "digits",
    android_deep_link: { nullable: "text" },
    carousel_android_deep_links: { nullable: { list: "text" } },
    carousel_destination_urls: { nullable: { list: "text" } },
    carousel_ios_deep_links: { nullable: { list: "text" } },
    click_tracking_url: { nullable: "text" },
    creative_type: {
      oneOf: [
        "REGULAR", "VIDEO", "SHOPPING", "CAROUSEL", "MAX_VIDEO", "SHOP_THE_PIN", "COLLECTION", "IDEA", "SHOWCASE", "QUIZ", "COLLAGE",
        "MAX_WIDTH_REGULAR_COLLECTION", "MAX_WIDTH_VIDEO_COLLECTION",
      ],
    },
    customizable_cta_type: {
      nullable: {
        oneOf: [
          "GET_OFFER", "LEARN_MORE", "ORDER_NOW", "SHOP_NOW", "SIGN_UP", "SUBSCRIBE", "BUY_NOW", "CONTACT_US", "GET_QUOTE", "VISIT_SITE",
          "APPLY_NOW", "BOOK_NOW", "REQUEST_DEMO", "REGISTER_NOW", "FIND_A_DEALER", "ADD_TO_CART", "WATCH_NOW", "READ_MORE", "BUY_TICKETS",
          "DONATE_NOW", "DOWNLOAD", "EXPLORE_MORE", "FIND_A_LOCATION", "GET_DEAL", "GET_RECIPE", "GET_SHOWTIMES", "ON_SALE", "PLAY_GAME",
          "TRY_IT",
        ],
      },
    },
    destination_url: { nullable: "text" },
    disclosure_type: {
      nullable: {
        oneOf: [
          "NO_DISCLOSURE", "PRESCRIBING_INFORMATION", "PRESCRIBING_INFORMATION_BOX_WARNING", "IMPORTANT_SAFETY_INFO", "MED_GUIDE",
          "PATIENT_INFORMATION",
        ],
      },
    },
    disclosure_url: { nullable: "text" },
    grid_click_type: { nullable: { oneOf: ["CLOSEUP", "DIRECT_TO_DESTINATION"] } },
    ios_deep_link: { nullable: "text" },
    is_pin_deleted: "boolean",
    is_removable: "boolean",
    lead_form_id: { nullable: "digits" },
    name: { nullable: "text" },
    quiz_pin_data: {
      nullable: {
        fields: {
          questions: {
            list: {
              nullable: {
                fields: {
                  options: { list: { nullable: { fields: { id: "number", text: "text" } } } },
                  question_id: "number",
                  question_text: "text",
                },
              },
            },
          },
          results: {
            list: {
              nullable: {
                fields: {
                  android_deep_link: "text",
                  destination_url: "text",
                  ios_deep_link: "text",
                  organic_pin_id: "text",
                  result_id: "number",
                },
              },
            },
          },
          tie_breaker_custom_result: {
            nullable: {
              fields: {
                android_deep_link: "text",
                destination_url: "text",
                ios_deep_link: "text",
                organic_pin_id: "text",
                result_id: "number",
              },
            },
          },
          tie_breaker_type: { oneOf: ["RANDOM", "CUSTOM"] },
        },
      },
    },
    status: { oneOf: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    tracking_urls: {
      nullable: {
        fields: {
          audience_verification: { list: "text", most: 3 },
          buyable_button: { list: "text", most: 3 },
          click: { list: "text", most: 3 },
          engagement: { list: "text", most: 3 },
          impression: { list: "text", most: 3 },
        },
      },
    },
    view_tracking_url: { nullable: "text" },
    pin_id: "digits",
    ad_account_id: "digits",
    campaign_id: "digits",
    collection_items_destination_url_template: { nullable: "text" },
    created_time: "integer",
    id: "digits",
    rejected_reasons: {
      list: {
        oneOf: [
          "HASHTAGS", "PROMOTIONS_AND_PRICES", "TARGETING", "LANDING_PAGE", "CAPS_AND_SYMBOLS", "SHOCKING", "WEIGHT_LOSS",
          "PROHIBITED_PRODUCT", "AUTHENTICITY", "NUDITY", "CONFUSING_DESIGN", "URGENCY", "RATINGS", "APP", "ALCOHOL", "CONTESTS",
          "POLITICAL", "OTHER", "IMAGE", "NAR", "INCONSISTENT", "CLICKBAIT", "NO_DESCRIPTION", "LOW_QUALITY", "EXAGGERATED_CLAIMS",
          "PINTEREST_BRAND", "ALCOHOL_NO_SALE", "LANDING_PAGE_SPEED", "LANDING_PAGE_HARDWALL", "LANDING_PAGE_BROKEN",
          "LANDING_PAGE_QUALITY", "OUT_OF_STOCK", "IMAGE_LOW_QUALITY", "IMAGE_BUSY", "IMAGE_POORLY_EDITED", "IMAGE_BEFORE_AFTER", "UGC",
          "FAKE_BUTTONS", "WEAPONS", "SENSITIVE", "UNACCEPTABLE_BUSINESS", "SUSPICIOUS_CLAIMS", "PHARMA", "SUSPICIOUS_SUPPLEMENTS",
          "ILLEGAL_RECREATIONAL_DRUG", "LOW_QUALITY_LANDING_PAGE", "RESTRICTED_HEALTHCARE", "INCONSISTENT_LANG_FR",
        ],
      },
    },
    rejection_labels: { list: "text" },
    review_status: { oneOf: ["OTHER", "PENDING", "REJECTED", "APPROVED"] },
    summary_status: { oneOf: ["APPROVED", "PAUSED", "PENDING", "REJECTED", "ADVERTISER_DISABLED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    type: "text",
    updated_time: "integer",
  },
  keywords: {
    bid: { nullable: "integer" },
    match_type: { nullable: { oneOf: ["BROAD", "PHRASE", "EXACT", "EXACT_NEGATIVE", "PHRASE_NEGATIVE"] } },
    value: "text",
    archived: "boolean",
    id: "digits",
    parent_id: "digits",
    parent_type: "text",
    type: "text",
  },
  product_group_promotions: {
    ad_group_id: "digits",
    bid_in_micro_currency: { nullable: "integer" },
    catalog_product_group_id: { nullable: "digits" },
    catalog_product_group_name: { nullable: "text" },
    collections_header_type: {
      nullable: { oneOf: ["SHOP_THIS_COLLECTION", "EXPLORE_THIS_COLLECTION", "NO_HEADER", "ON_SALE", "GET_DEAL"] },
    },
    collections_hero_destination_url: { nullable: "text" },
    collections_hero_pin_id: { nullable: "digits" },
    creative_type: {
      oneOf: [
        "REGULAR", "VIDEO", "SHOPPING", "CAROUSEL", "MAX_VIDEO", "SHOP_THE_PIN", "COLLECTION", "IDEA", "SHOWCASE", "QUIZ", "COLLAGE",
        "MAX_WIDTH_REGULAR_COLLECTION", "MAX_WIDTH_VIDEO_COLLECTION",
      ],
    },
    customizable_cta_type: { nullable: { oneOf: ["SHOP_NOW", "BOOK_NOW", "ON_SALE", "GET_DEAL", "BUY_ONLINE_PICKUP_IN_STORE"] } },
    definition: { nullable: "text" },
    grid_click_type: { nullable: { oneOf: ["CLOSEUP", "DIRECT_TO_DESTINATION"] } },
    id: "digits",
    included: { nullable: "boolean" },
    is_generate_background: { nullable: "boolean" },
    is_mdl: { nullable: "boolean" },
    parent_id: { nullable: "digits" },
    preferred_media_type: { nullable: { oneOf: ["VIDEO", "IMAGE"] } },
    relative_definition: { nullable: "text" },
    selected_image_tag: { nullable: "text" },
    selected_video_tag: { nullable: "text" },
    slideshow_collections_description: { nullable: "text" },
    slideshow_collections_title: { nullable: "text" },
    status: { oneOf: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    tracking_url: { nullable: "text" },
  },
};
