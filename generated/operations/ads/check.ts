// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, IsGiven, NoExtraKeys, NotAllowed } from "../../../runtime/support-data.js";
import type { AdsRequest } from "./schema.js";

/**
 * The type of a request that is written as a literal. The call does not compile if the literal has an unknown field or breaks a rule
 * below. For a broken rule, the compiler's error contains the rule's message. Other rules, such as limits on date ranges, are checked
 * only at run time. Values of wide types, such as `AdsRequest`, are also checked only at run time.
 */
export type CheckedAds<Request> = Request
  & NoExtraKeys<Request, AdsRequest>
  & ForbiddenWhenCampaignIdsWithAdGroupIds<Request>
  & ForbiddenWhenCampaignIdsWithAdIds<Request>
  & ForbiddenWhenAdGroupIdsWithAdIds<Request>;

type ForbiddenWhenCampaignIdsWithAdGroupIds<Request> = ErrorIf<
  [IsGiven<Request, "ad_group_ids">, IsGiven<Request, "campaign_ids">],
  { readonly campaign_ids: NotAllowed<"campaign_ids is not allowed when ad_group_ids is given"> }
>;

type ForbiddenWhenCampaignIdsWithAdIds<Request> = ErrorIf<
  [IsGiven<Request, "ad_ids">, IsGiven<Request, "campaign_ids">],
  { readonly campaign_ids: NotAllowed<"campaign_ids is not allowed when ad_ids is given"> }
>;

type ForbiddenWhenAdGroupIdsWithAdIds<Request> = ErrorIf<
  [IsGiven<Request, "ad_ids">, IsGiven<Request, "ad_group_ids">],
  { readonly ad_group_ids: NotAllowed<"ad_group_ids is not allowed when ad_ids is given"> }
>;
