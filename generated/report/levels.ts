// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { LevelFacts } from "../../runtime/support-data.js";

/** The rows at each level: their ids, and the columns that identify a row. */
export const reportLevels: readonly LevelFacts[] = [
  { name: "ADVERTISER", has: ["ADVERTISER_ID", "AD_ACCOUNT_ID"], listedUnder: ["ADVERTISER_ID", "AD_ACCOUNT_ID"], distinguishedBy: [] },
  {
    name: "ADVERTISER_TARGETING",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID"],
    listedUnder: ["ADVERTISER_ID", "AD_ACCOUNT_ID"],
    distinguishedBy: [],
  },
  {
    name: "CAMPAIGN",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID"],
    listedUnder: ["CAMPAIGN_ID"],
    distinguishedBy: [["CAMPAIGN_ID"]],
  },
  {
    name: "CAMPAIGN_TARGETING",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID"],
    listedUnder: ["CAMPAIGN_ID"],
    distinguishedBy: [["CAMPAIGN_ID"]],
  },
  {
    name: "AD_GROUP",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID"],
    listedUnder: ["AD_GROUP_ID"],
    distinguishedBy: [["AD_GROUP_ID"]],
  },
  {
    name: "AD_GROUP_TARGETING",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID"],
    listedUnder: ["AD_GROUP_ID"],
    distinguishedBy: [["AD_GROUP_ID"]],
  },
  {
    name: "PIN_PROMOTION",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID", "PIN_PROMOTION_ID", "AD_ID"],
    listedUnder: ["PIN_PROMOTION_ID", "AD_ID"],
    distinguishedBy: [["PIN_PROMOTION_ID", "AD_ID"]],
  },
  {
    name: "PIN_PROMOTION_TARGETING",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID", "PIN_PROMOTION_ID", "AD_ID"],
    listedUnder: ["PIN_PROMOTION_ID", "AD_ID"],
    distinguishedBy: [["PIN_PROMOTION_ID", "AD_ID"]],
  },
  {
    name: "KEYWORD",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID"],
    listedUnder: [],
    ours: "KEYWORD_ID",
    distinguishedBy: [],
  },
  {
    name: "PRODUCT_GROUP",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID", "PRODUCT_GROUP_ID"],
    listedUnder: ["PRODUCT_GROUP_ID"],
    distinguishedBy: [["PRODUCT_GROUP_ID"]],
  },
  {
    name: "PRODUCT_GROUP_TARGETING",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID", "PRODUCT_GROUP_ID"],
    listedUnder: ["PRODUCT_GROUP_ID"],
    distinguishedBy: [["PRODUCT_GROUP_ID"]],
  },
  {
    name: "PRODUCT_ITEM",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID"],
    listedUnder: [],
    ours: "PRODUCT_ITEM_ID",
    distinguishedBy: [["AD_GROUP_ID"]],
  },
  {
    name: "PRODUCT_ITEM_TARGETING",
    has: ["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID"],
    listedUnder: [],
    ours: "PRODUCT_ITEM_ID",
    distinguishedBy: [["AD_GROUP_ID"]],
  },
];
