// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, FieldType, IsGiven, IsNoneOf, NoExtraKeys, NotAllowed } from "../../runtime/support-data.js";
import type { ConversionProductReportRequest } from "./schema.js";

/**
 * The type of a request that is written as a literal. The call does not compile if the literal has an unknown field or breaks a rule
 * below. For a broken rule, the compiler's error contains the rule's message. Other rules, such as limits on date ranges, are checked
 * only at run time. Values of wide types, such as `ConversionProductReportRequest`, are also checked only at run time.
 */
export type CheckedConversionProductReport<Request> = Request
  & NoExtraKeys<Request, ConversionProductReportRequest>
  & OnlyWhenAdGroupIdsAdGroup<Request>
  & OnlyWhenCampaignIdsCampaign<Request>
  & OnlyWhenProductSkuIdsProductSkuGroup<Request>;

type OnlyWhenAdGroupIdsAdGroup<Request> = ErrorIf<
  [IsNoneOf<FieldType<Request, "level">, "AD_GROUP">, IsGiven<Request, "ad_group_ids">],
  { readonly ad_group_ids: NotAllowed<"ad_group_ids is only allowed when level is AD_GROUP"> }
>;

type OnlyWhenCampaignIdsCampaign<Request> = ErrorIf<
  [IsNoneOf<FieldType<Request, "level">, "CAMPAIGN">, IsGiven<Request, "campaign_ids">],
  { readonly campaign_ids: NotAllowed<"campaign_ids is only allowed when level is CAMPAIGN"> }
>;

type OnlyWhenProductSkuIdsProductSkuGroup<Request> = ErrorIf<
  [IsNoneOf<FieldType<Request, "conversion_product_breakdown", "PRODUCT_BRAND">, "PRODUCT_SKU_GROUP">, IsGiven<Request, "product_sku_ids">],
  { readonly product_sku_ids: NotAllowed<"product_sku_ids is only allowed when conversion_product_breakdown is PRODUCT_SKU_GROUP"> }
>;

/**
 * A union type that expresses the same rules, as far as a union can. Use it to annotate variables: `const body:
 * StrictConversionProductReportRequest = …`. The compiler's error names the field, not the rule. To see the rule, pass the literal directly
 * to the call. At most one of the fields that the rules depend on may have a wide type.
 */
export type StrictConversionProductReportRequest = Omit<
  ConversionProductReportRequest,
  "level" | "conversion_product_breakdown" | "ad_group_ids" | "campaign_ids" | "product_sku_ids"
> & (
  | {
      level: "ADVERTISER";
      conversion_product_breakdown?: "PRODUCT_BRAND" | "PRODUCT_CATEGORY" | "PRODUCT_BRAND_AND_CATEGORY" | "PRODUCT_SKU";
      ad_group_ids?: never;
      campaign_ids?: never;
      product_sku_ids?: never;
    }
  | {
      level: "ADVERTISER";
      conversion_product_breakdown: "PRODUCT_SKU_GROUP";
      ad_group_ids?: never;
      campaign_ids?: never;
      product_sku_ids?: readonly string[];
    }
  | {
      level: "CAMPAIGN";
      conversion_product_breakdown?: "PRODUCT_BRAND" | "PRODUCT_CATEGORY" | "PRODUCT_BRAND_AND_CATEGORY" | "PRODUCT_SKU";
      ad_group_ids?: never;
      campaign_ids?: readonly string[];
      product_sku_ids?: never;
    }
  | {
      level: "CAMPAIGN";
      conversion_product_breakdown: "PRODUCT_SKU_GROUP";
      ad_group_ids?: never;
      campaign_ids?: readonly string[];
      product_sku_ids?: readonly string[];
    }
  | {
      level: "AD_GROUP";
      conversion_product_breakdown?: "PRODUCT_BRAND" | "PRODUCT_CATEGORY" | "PRODUCT_BRAND_AND_CATEGORY" | "PRODUCT_SKU";
      ad_group_ids?: readonly string[];
      campaign_ids?: never;
      product_sku_ids?: never;
    }
  | {
      level: "AD_GROUP";
      conversion_product_breakdown: "PRODUCT_SKU_GROUP";
      ad_group_ids?: readonly string[];
      campaign_ids?: never;
      product_sku_ids?: readonly string[];
    }
);
