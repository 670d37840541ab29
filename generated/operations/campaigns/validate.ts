// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { checkFields, type StandardSchema, standardSchema, type ValidateOptions, type Violation } from "../../../runtime/support-data.js";
import type { CampaignsRequest } from "./types.js";
import { checkAdAccountId, checkBookmark, checkCampaignIds, checkEntityStatuses, checkOrder, checkPageSize } from "../../checks.js";

/** Returns the violations in a `CampaignsRequest`, or an empty list if it is valid. Never throws. */
export function validateCampaigns(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  return checkFields(
    body,
    {
      ad_account_id: checkAdAccountId,
      campaign_ids: checkCampaignIds,
      entity_statuses: checkEntityStatuses,
      page_size: checkPageSize,
      order: checkOrder,
      bookmark: checkBookmark,
    },
    ["ad_account_id"],
  );
}

/** `validateCampaigns` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to `with`. */
export const campaignsSchema: StandardSchema<CampaignsRequest> = /* @__PURE__ */ standardSchema(validateCampaigns);
