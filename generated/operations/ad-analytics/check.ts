// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _58390fd68058141f } from "../../generation.js";
import type { ErrorIf, IsOmitted, NoExtraKeys, NotAllowed, Or } from "../../../runtime/support.js";
import type { AdAnalyticsRequest } from "./types.js";

/**
 * A literal request that may be sent: itself when it breaks no rule for certain; else the rule's words stand at the field or item that
 * breaks it, and the request does not compile. What is wide, such as a whole `AdAnalyticsRequest`, is left to run time.
 */
export type CheckedAdAnalytics<Request> = Request
  & NoExtraKeys<Request, AdAnalyticsRequest>
  & AtLeastOneOf<Request>;

type AtLeastOneOf<Request> = ErrorIf<
  [IsOmitted<Request, "ad_ids">, Or<IsOmitted<Request, "campaign_ids"> | IsOmitted<Request, "pin_ids">>],
  NotAllowed<"requires ad_ids, or campaign_ids and pin_ids">
>;

/**
 * The same rules as a union, for annotated variables: `const body: StrictAdAnalyticsRequest = …`. The compiler names a field there and not
 * the rule; the rule it names where the literal is passed to the call itself.
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
