// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, IsGiven, NoExtraKeys, NotAllowed } from "../../../runtime/support-data.js";
import type { AdGroupsRequest } from "./schema.js";

/**
 * The type of a request that is written as a literal. The call does not compile if the literal has an unknown field or breaks a rule
 * below. For a broken rule, the compiler's error contains the rule's message. Other rules, such as limits on date ranges, are checked
 * only at run time. Values of wide types, such as `AdGroupsRequest`, are also checked only at run time.
 */
export type CheckedAdGroups<Request> = Request
  & NoExtraKeys<Request, AdGroupsRequest>
  & ForbiddenWhenCampaignIdsWithAdGroupIds<Request>;

type ForbiddenWhenCampaignIdsWithAdGroupIds<Request> = ErrorIf<
  [IsGiven<Request, "ad_group_ids">, IsGiven<Request, "campaign_ids">],
  { readonly campaign_ids: NotAllowed<"campaign_ids is not allowed when ad_group_ids is given"> }
>;
