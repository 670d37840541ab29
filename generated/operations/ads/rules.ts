// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Rule } from "../../../runtime/support-data.js";

/** The cross-field rules of `AdsRequest`, in the order in which `validateAds` checks them. */
export const adsRules: readonly Rule[] = [
  {
    id: "forbidden-when-campaign-ids-with-ad-group-ids",
    kind: "forbidden-when",
    severity: "error",
    message: "campaign_ids is not allowed when ad_group_ids is given",
    when: [{ field: "ad_group_ids", present: true }],
    params: { field: "campaign_ids" },
    sources: [
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ads/get/description", fingerprint: "e066c501141e4786" },
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ads/get/description", fingerprint: "954b40566b3d331f" },
    ],
  },
  {
    id: "forbidden-when-campaign-ids-with-ad-ids",
    kind: "forbidden-when",
    severity: "error",
    message: "campaign_ids is not allowed when ad_ids is given",
    when: [{ field: "ad_ids", present: true }],
    params: { field: "campaign_ids" },
    sources: [
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ads/get/description", fingerprint: "e066c501141e4786" },
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ads/get/description", fingerprint: "954b40566b3d331f" },
    ],
  },
  {
    id: "forbidden-when-ad-group-ids-with-ad-ids",
    kind: "forbidden-when",
    severity: "error",
    message: "ad_group_ids is not allowed when ad_ids is given",
    when: [{ field: "ad_ids", present: true }],
    params: { field: "ad_group_ids" },
    sources: [
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ads/get/description", fingerprint: "e066c501141e4786" },
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ads/get/description", fingerprint: "954b40566b3d331f" },
    ],
  },
];
