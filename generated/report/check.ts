// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, FieldType, ForbidItems, IsGiven, IsNoneOf, IsOneOf, NoExtraKeys, NotAllowed } from "../../runtime/support-data.js";
import type { ReportAdStatus, ReportColumn, ReportRequest, ReportTargetingType } from "./schema.js";

/**
 * The type of a request that is written as a literal. The call does not compile if the literal has an unknown field or breaks a rule
 * below. For a broken rule, the compiler's error contains the rule's message. Other rules, such as limits on date ranges, are checked
 * only at run time. Values of wide types, such as `ReportRequest`, are also checked only at run time.
 */
export type CheckedReport<Request> = Request
  & NoExtraKeys<Request, ReportRequest>
  & ForbiddenWhenAdIdsProductItem<Request>
  & ForbiddenWhenAdStatusesProductItem<Request>
  & ForbiddenValuesWhenColumnsProductItem<Request>
  & OnlyWhenEndHourHour<Request>
  & OnlyWhenStartHourHour<Request>
  & RequiresValueTargetingTypes<Request>;

type ForbiddenWhenAdIdsProductItem<Request> = ErrorIf<
  [IsOneOf<FieldType<Request, "level">, "PRODUCT_ITEM">, IsGiven<Request, "ad_ids">],
  { readonly ad_ids: NotAllowed<"ad_ids is not allowed when level is PRODUCT_ITEM"> }
>;

type ForbiddenWhenAdStatusesProductItem<Request> = ErrorIf<
  [IsOneOf<FieldType<Request, "level">, "PRODUCT_ITEM">, IsGiven<Request, "ad_statuses">],
  { readonly ad_statuses: NotAllowed<"ad_statuses is not allowed when level is PRODUCT_ITEM"> }
>;

type ForbiddenValuesWhenColumnsProductItem<Request> = ErrorIf<
  [IsOneOf<FieldType<Request, "level">, "PRODUCT_ITEM">, IsGiven<Request, "columns">],
  {
    readonly columns: ForbidItems<
      FieldType<Request, "columns">,
      "PIN_PROMOTION_STATUS" | "AD_STATUS" | "PIN_PROMOTION_ID" | "AD_ID" | "PIN_PROMOTION_NAME" | "AD_NAME",
      "is not allowed in columns when level is PRODUCT_ITEM"
    >;
  }
>;

type OnlyWhenEndHourHour<Request> = ErrorIf<
  [IsNoneOf<FieldType<Request, "granularity">, "HOUR">, IsGiven<Request, "end_hour">],
  { readonly end_hour: NotAllowed<"end_hour is only allowed when granularity is HOUR"> }
>;

type OnlyWhenStartHourHour<Request> = ErrorIf<
  [IsNoneOf<FieldType<Request, "granularity">, "HOUR">, IsGiven<Request, "start_hour">],
  { readonly start_hour: NotAllowed<"start_hour is only allowed when granularity is HOUR"> }
>;

type RequiresValueTargetingTypes<Request> = ErrorIf<
  [
    IsGiven<Request, "targeting_types">,
    IsNoneOf<
      FieldType<Request, "level">,
      | "ADVERTISER_TARGETING"
      | "CAMPAIGN_TARGETING"
      | "AD_GROUP_TARGETING"
      | "PIN_PROMOTION_TARGETING"
      | "PRODUCT_GROUP_TARGETING"
      | "PRODUCT_ITEM_TARGETING"
    >,
  ],
  { readonly targeting_types: NotAllowed<"targeting_types requires level to be a value ending in _TARGETING"> }
>;

/**
 * A union type that expresses the same rules, as far as a union can. Use it to annotate variables: `const body: StrictReportRequest = …`.
 * The compiler's error names the field, not the rule. To see the rule, pass the literal directly to the call. At most one of the fields
 * that the rules depend on may have a wide type.
 */
export type StrictReportRequest = Omit<
  ReportRequest,
  "level" | "granularity" | "ad_ids" | "ad_statuses" | "columns" | "end_hour" | "start_hour" | "targeting_types"
> & (
  | {
      level?: "ADVERTISER" | "CAMPAIGN" | "AD_GROUP" | "PIN_PROMOTION" | "KEYWORD" | "PRODUCT_GROUP";
      granularity: "TOTAL" | "DAY" | "WEEK" | "MONTH";
      ad_ids?: readonly string[];
      ad_statuses?: readonly ReportAdStatus[];
      columns?: readonly ReportColumn[];
      end_hour?: never;
      start_hour?: never;
      targeting_types?: never;
    }
  | {
      level?: "ADVERTISER" | "CAMPAIGN" | "AD_GROUP" | "PIN_PROMOTION" | "KEYWORD" | "PRODUCT_GROUP";
      granularity: "HOUR";
      ad_ids?: readonly string[];
      ad_statuses?: readonly ReportAdStatus[];
      columns?: readonly ReportColumn[];
      end_hour?: number;
      start_hour?: number;
      targeting_types?: never;
    }
  | {
      level:
        | "ADVERTISER_TARGETING"
        | "CAMPAIGN_TARGETING"
        | "AD_GROUP_TARGETING"
        | "PIN_PROMOTION_TARGETING"
        | "PRODUCT_GROUP_TARGETING"
        | "PRODUCT_ITEM_TARGETING";
      granularity: "TOTAL" | "DAY" | "WEEK" | "MONTH";
      ad_ids?: readonly string[];
      ad_statuses?: readonly ReportAdStatus[];
      columns?: readonly ReportColumn[];
      end_hour?: never;
      start_hour?: never;
      targeting_types?: readonly ReportTargetingType[];
    }
  | {
      level:
        | "ADVERTISER_TARGETING"
        | "CAMPAIGN_TARGETING"
        | "AD_GROUP_TARGETING"
        | "PIN_PROMOTION_TARGETING"
        | "PRODUCT_GROUP_TARGETING"
        | "PRODUCT_ITEM_TARGETING";
      granularity: "HOUR";
      ad_ids?: readonly string[];
      ad_statuses?: readonly ReportAdStatus[];
      columns?: readonly ReportColumn[];
      end_hour?: number;
      start_hour?: number;
      targeting_types?: readonly ReportTargetingType[];
    }
  | {
      level: "PRODUCT_ITEM";
      granularity: "TOTAL" | "DAY" | "WEEK" | "MONTH";
      ad_ids?: never;
      ad_statuses?: never;
      columns?: readonly Exclude<
        ReportColumn,
        "PIN_PROMOTION_STATUS" | "AD_STATUS" | "PIN_PROMOTION_ID" | "AD_ID" | "PIN_PROMOTION_NAME" | "AD_NAME"
      >[];
      end_hour?: never;
      start_hour?: never;
      targeting_types?: never;
    }
  | {
      level: "PRODUCT_ITEM";
      granularity: "HOUR";
      ad_ids?: never;
      ad_statuses?: never;
      columns?: readonly Exclude<
        ReportColumn,
        "PIN_PROMOTION_STATUS" | "AD_STATUS" | "PIN_PROMOTION_ID" | "AD_ID" | "PIN_PROMOTION_NAME" | "AD_NAME"
      >[];
      end_hour?: number;
      start_hour?: number;
      targeting_types?: never;
    }
);
