// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Rule } from "../../../runtime/support-data.js";

/** The cross-field rules of `AdGroupsRequest`, in the order in which `validateAdGroups` checks them. */
export const adGroupsRules: readonly Rule[] = [
  {
    id: "forbidden-when-campaign-ids-with-ad-group-ids",
    kind: "forbidden-when",
    severity: "error",
    message: "campaign_ids is not allowed when ad_group_ids is given",
    when: [{ field: "ad_group_ids", present: true }],
    params: { field: "campaign_ids" },
    sources: [
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ad_groups/get/description", fingerprint: "40c6fd734776af92" },
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ad_groups/get/description", fingerprint: "7ff43464c2b7cba7" },
    ],
  },
];
