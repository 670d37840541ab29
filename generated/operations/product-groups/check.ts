// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, IsOmitted, NoExtraKeys, NotAllowed } from "../../../runtime/support-data.js";
import type { ProductGroupsRequest } from "./types.js";

/**
 * The type of a literal request, or an error type if the literal has an unknown field or certainly breaks one of the rules below: then the
 * field or item that breaks it has the rule's message as its type, and the call does not compile. All other rules, such as those of date
 * ranges, and values of wide types, such as `ProductGroupsRequest`, are checked at run time only.
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
 * not the rule; it names the rule for a literal that is passed to the call directly.
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
