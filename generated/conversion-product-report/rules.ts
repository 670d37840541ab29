// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Rule } from "../../runtime/support-data.js";

/** The cross-field rules of `ConversionProductReportRequest`, in the order in which `validateConversionProductReport` checks them. */
export const conversionProductReportRules: readonly Rule[] = [
  {
    id: "only-when-ad-group-ids-ad-group",
    kind: "only-when",
    severity: "error",
    message: "ad_group_ids is only allowed when level is AD_GROUP",
    when: [{ field: "level", is: ["AD_GROUP"] }],
    params: { field: "ad_group_ids" },
    sources: [
      { at: "#/components/schemas/ConversionProductReportCreate/properties/ad_group_ids/description", fingerprint: "8be364c9ed450c42" },
    ],
  },
  {
    id: "only-when-campaign-ids-campaign",
    kind: "only-when",
    severity: "error",
    message: "campaign_ids is only allowed when level is CAMPAIGN",
    when: [{ field: "level", is: ["CAMPAIGN"] }],
    params: { field: "campaign_ids" },
    sources: [
      { at: "#/components/schemas/ConversionProductReportCreate/properties/campaign_ids/description", fingerprint: "7ff8d907ef9e2013" },
    ],
  },
  {
    id: "min-date-brand-attribution",
    kind: "min-date",
    severity: "error",
    message: "start_date must be after 2025-04-01 when conversion_product_attribution_type is BRAND_ATTRIBUTION",
    when: [{ field: "conversion_product_attribution_type", is: ["BRAND_ATTRIBUTION"] }],
    params: { field: "start_date", after: "2025-04-01" },
    sources: [
      {
        at: "#/components/schemas/ConversionProductReportCreate/properties/conversion_product_attribution_type/description",
        fingerprint: "de4739542d6e2986",
      },
    ],
  },
  {
    id: "date-format-end-date",
    kind: "date-format",
    severity: "error",
    message: "end_date must be a valid date (YYYY-MM-DD)",
    when: [],
    params: { field: "end_date" },
    sources: [
      { at: "#/components/schemas/ConversionProductReportCreate/properties/end_date/description", fingerprint: "363ffbb2415ef068" },
    ],
  },
  {
    id: "max-range",
    kind: "max-range",
    severity: "error",
    message: "start_date and end_date must be at most 1 year apart",
    when: [],
    params: { start: "start_date", end: "end_date", amount: 1, unit: "year" },
    sources: [
      { at: "#/components/schemas/ConversionProductReportCreate/properties/end_date/description", fingerprint: "fdb0b99148be2d94" },
    ],
  },
  {
    id: "only-when-product-sku-ids-product-sku-group",
    kind: "only-when",
    severity: "error",
    message: "product_sku_ids is only allowed when conversion_product_breakdown is PRODUCT_SKU_GROUP",
    when: [{ field: "conversion_product_breakdown", is: ["PRODUCT_SKU_GROUP"] }],
    params: { field: "product_sku_ids" },
    sources: [
      { at: "#/components/schemas/ConversionProductReportCreate/properties/product_sku_ids/description", fingerprint: "e1f8ae10bbe08305" },
    ],
  },
  {
    id: "date-format-start-date",
    kind: "date-format",
    severity: "error",
    message: "start_date must be a valid date (YYYY-MM-DD)",
    when: [],
    params: { field: "start_date" },
    sources: [
      { at: "#/components/schemas/ConversionProductReportCreate/properties/start_date/description", fingerprint: "363ffbb2415ef068" },
    ],
  },
  {
    id: "min-date",
    kind: "min-date",
    severity: "error",
    message: "start_date must be after 2024-03-16",
    when: [],
    params: { field: "start_date", after: "2024-03-16" },
    sources: [
      { at: "#/components/schemas/ConversionProductReportCreate/properties/start_date/description", fingerprint: "4701445679493c88" },
    ],
  },
  {
    id: "min-range",
    kind: "min-range",
    severity: "error",
    message: "start_date to end_date must span at least 7 days",
    when: [],
    params: { start: "start_date", end: "end_date", amount: 7, unit: "day" },
    sources: [
      { at: "#/components/schemas/ConversionProductReportCreate/properties/start_date/description", fingerprint: "43f651104e0e0374" },
    ],
  },
  {
    id: "dates-in-order",
    kind: "date-order",
    severity: "error",
    message: "end_date must not be before start_date",
    when: [],
    params: { start: "start_date", end: "end_date" },
    reason: "A range cannot end before it starts; Pinterest's own sample code rejects this for asynchronous reports.",
    seenIn: "pinterest/api-quickstart",
    seenOn: "2026-11-24",
    sources: [],
  },
  {
    id: "start-date-not-in-the-future",
    kind: "not-after-today",
    severity: "warning",
    message: "a request with start_date after today (UTC) may return no rows",
    when: [],
    params: { field: "start_date", grace: 0 },
    reason: "Future days have no rows; the API is known to reject them for only one operation.",
    seenIn: "nowhere",
    sources: [],
  },
];
