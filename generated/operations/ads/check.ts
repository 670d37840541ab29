// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, IsGiven, NoExtraKeys, NotAllowed } from "../../../runtime/support-data.js";
import type { AdsRequest } from "./schema.js";

/**
 * The type of a literal request. If the literal has an unknown field or breaks one of the rules below, the call does not compile, because
 * the type of the field or item in question becomes the rule's message. All other rules, such as limits on date ranges, are checked only at
 * run time. Values of wide types, such as `AdsRequest`, are also checked only at run time.
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
