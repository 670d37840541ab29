// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, IsGiven, NoExtraKeys, NotAllowed } from "../../../runtime/support-data.js";
import type { AdGroupsRequest } from "./schema.js";

/**
 * The type of a literal request. If the literal has an unknown field or breaks one of the rules below, the call does not compile, because
 * the type of the field or item in question becomes the rule's message. All other rules, such as limits on date ranges, are checked only at
 * run time. Values of wide types, such as `AdGroupsRequest`, are also checked only at run time.
 */
export type CheckedAdGroups<Request> = Request
  & NoExtraKeys<Request, AdGroupsRequest>
  & ForbiddenWhenCampaignIdsWithAdGroupIds<Request>;

type ForbiddenWhenCampaignIdsWithAdGroupIds<Request> = ErrorIf<
  [IsGiven<Request, "ad_group_ids">, IsGiven<Request, "campaign_ids">],
  { readonly campaign_ids: NotAllowed<"campaign_ids is not allowed when ad_group_ids is given"> }
>;
