// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, IsOmitted, NoExtraKeys, NotAllowed } from "../../../runtime/support-data.js";
import type { ProductGroupsRequest } from "./schema.js";

/**
 * The type of a request that is written as a literal. The call does not compile if the literal has an unknown field or breaks a rule
 * below. For a broken rule, the compiler's error contains the rule's message. Other rules, such as limits on date ranges, are checked
 * only at run time. Values of wide types, such as `ProductGroupsRequest`, are also checked only at run time.
 */
export type CheckedProductGroups<Request> = Request
  & NoExtraKeys<Request, ProductGroupsRequest>
  & AtLeastOneOf<Request>;

type AtLeastOneOf<Request> = ErrorIf<
  [IsOmitted<Request, "ad_group_id">, IsOmitted<Request, "product_group_promotion_ids">],
  NotAllowed<"requires ad_group_id, or product_group_promotion_ids">
>;

/**
 * A union type that expresses the same rules, as far as a union can. Use it to annotate variables: `const body: StrictProductGroupsRequest
 * = …`. The compiler's error names the field, not the rule. To see the rule, pass the literal directly to the call.
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
