// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Rule } from "../../../runtime/support-data.js";

/** The cross-field rules of `ProductGroupsRequest`, in the order in which `validateProductGroups` checks them. */
export const productGroupsRules: readonly Rule[] = [
  {
    id: "at-least-one-of",
    kind: "at-least-one-of",
    severity: "error",
    message: "requires ad_group_id, or product_group_promotion_ids",
    when: [],
    params: { groups: [["ad_group_id"], ["product_group_promotion_ids"]] },
    reason: "The description says that one of the two is required, and that a request with neither fails.",
    sources: [{ at: "#/paths/~1ad_accounts~1{ad_account_id}~1product_group_promotions/get/description", fingerprint: "5dc30ef902151251" }],
  },
];
