// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { TargetingOptionResponseItem } from "../../schemas.js";

/**
 * The request for `targetingOptions`. The values of a targeting type, with their names. In reports, these values are in `TARGETING_VALUE`.
 */
export interface TargetingOptionsRequest {
  /** The targeting type. */
  targeting_type: TargetingOptionsTargetingType;
  /** Id of the app. Digits only. At most 18 characters. */
  client_id?: string;
  /** Signature of the request; not needed with a token. */
  oauth_signature?: string;
  /** Time of the signature; not needed with a token. Matches `\d+`. */
  timestamp?: string;
  /** Ad account for which the values are listed. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `targeting_type` in `TargetingOptionsRequest`. The targeting type. */
export type TargetingOptionsTargetingType =
  | "APPTYPE"
  | "GENDER"
  | "LOCALE"
  | "AGE_BUCKET"
  | "LOCATION"
  | "GEO"
  | "INTEREST"
  | "KEYWORD"
  | "AUDIENCE_INCLUDE"
  | "AUDIENCE_EXCLUDE";

/**
 * The response of `targetingOptions`. The values of a targeting type, with their names. In reports, these values are in `TARGETING_VALUE`.
 */
export type TargetingOptionsResponse = readonly TargetingOptionResponseItem[] | null;
