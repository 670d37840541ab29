// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ErrorIf, IsOmitted, NoExtraKeys, NotAllowed, Or } from "../../../runtime/support-data.js";
import type { AdAnalyticsRequest } from "./schema.js";

/**
 * The type of a request that is written as a literal. The call does not compile if the literal has an unknown field or breaks a rule
 * below. For a broken rule, the compiler's error contains the rule's message. Other rules, such as limits on date ranges, are checked
 * only at run time. Values of wide types, such as `AdAnalyticsRequest`, are also checked only at run time.
 */
export type CheckedAdAnalytics<Request> = Request
  & NoExtraKeys<Request, AdAnalyticsRequest>
  & AtLeastOneOf<Request>;

type AtLeastOneOf<Request> = ErrorIf<
  [IsOmitted<Request, "ad_ids">, Or<IsOmitted<Request, "campaign_ids"> | IsOmitted<Request, "pin_ids">>],
  NotAllowed<"requires ad_ids, or campaign_ids and pin_ids">
>;

/**
 * A union type that expresses the same rules, as far as a union can. Use it to annotate variables: `const body: StrictAdAnalyticsRequest =
 * …`. The compiler's error names the field, not the rule. To see the rule, pass the literal directly to the call.
 */
export type StrictAdAnalyticsRequest = Omit<AdAnalyticsRequest, "ad_ids" | "campaign_ids" | "pin_ids"> & (
  | {
      ad_ids: readonly string[];
      campaign_ids?: readonly string[];
      pin_ids?: readonly string[];
    }
  | {
      ad_ids?: readonly string[];
      campaign_ids: readonly string[];
      pin_ids: readonly string[];
    }
);
