// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
import {
  checkFields,
  isDigits,
  outOfRange,
  patternMismatch,
  push,
  pushNotOneOf,
  standardSchema,
  wrongType,
} from "../../../runtime/support-data.js";
import { checkAdAccountId } from "../../checks.js";
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
 * The response to `targetingOptions`. The values of a targeting type, with their names. In reports, these values are in `TARGETING_VALUE`.
 */
export type TargetingOptionsResponse = readonly TargetingOptionResponseItem[] | null;

const TARGETING_TYPE_VALUES: readonly unknown[] = [
  "APPTYPE", "GENDER", "LOCALE", "AGE_BUCKET", "LOCATION", "GEO", "INTEREST", "KEYWORD", "AUDIENCE_INCLUDE", "AUDIENCE_EXCLUDE",
];

/**
 * Checks whether a value is a valid `TargetingOptionsRequest`. Returns the violations, or an empty list if there are none. Never throws.
 */
export function validateTargetingOptions(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  return checkFields(
    body,
    {
      targeting_type: checkTargetingType,
      client_id: checkClientId,
      oauth_signature: checkOauthSignature,
      timestamp: checkTimestamp,
      ad_account_id: checkAdAccountId,
    },
    ["targeting_type"],
  );
}

/**
 * `validateTargetingOptions` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with`
 * method.
 */
export const targetingOptionsSchema: StandardSchema<TargetingOptionsRequest> = /* @__PURE__ */ standardSchema(validateTargetingOptions);

function checkTargetingType(value: unknown, violations: Violations): Violations {
  if (!TARGETING_TYPE_VALUES.includes(value)) violations = pushNotOneOf(violations, "/targeting_type", value, TARGETING_TYPE_VALUES);
  return violations;
}

function checkClientId(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/client_id", "digits", value));
  else if (value.length > 18) violations = push(violations, outOfRange("max-length", "/client_id", 18, value.length));
  else if (!isDigits(value)) violations = push(violations, patternMismatch("/client_id", "^\\d+$", value));
  return violations;
}

function checkOauthSignature(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/oauth_signature", "string", value));
  return violations;
}

function checkTimestamp(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/timestamp", "string", value));
  else if (!/\d+/.test(value)) violations = push(violations, patternMismatch("/timestamp", "\\d+", value));
  return violations;
}
