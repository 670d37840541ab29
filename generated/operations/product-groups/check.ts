// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, IsOmitted, NoExtraKeys, NotAllowed } from "../../../runtime/support-data.js";
import type { ProductGroupsRequest } from "./schema.js";

/**
 * The type of a literal request. If the literal has an unknown field or breaks one of the rules below, the call does not compile, because
 * the type of the field or item in question becomes the rule's message. All other rules, such as limits on date ranges, are checked only at
 * run time. Values of wide types, such as `ProductGroupsRequest`, are also checked only at run time.
 */
export type CheckedProductGroups<Request> = Request
  & NoExtraKeys<Request, ProductGroupsRequest>
  & AtLeastOneOf<Request>;

type AtLeastOneOf<Request> = ErrorIf<
  [IsOmitted<Request, "ad_group_id">, IsOmitted<Request, "product_group_promotion_ids">],
  NotAllowed<"requires ad_group_id, or product_group_promotion_ids">
>;

/**
 * The same rules as a union, for annotated variables: `const body: StrictProductGroupsRequest = …`. The compiler's error names the field,
 * not the rule. To see the rule, pass the literal directly to the call.
 */
export type StrictProductGroupsRequest = Omit<ProductGroupsRequest, "ad_group_id" | "product_group_promotion_ids"> & (
  | {
      ad_group_id: string;
      product_group_promotion_ids?: readonly string[];
    }
  | {
      ad_group_id?: string;
      product_group_promotion_ids: readonly string[];
    }
);
