// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  isDigits,
  isRecord,
  missing,
  NO_VIOLATIONS,
  outOfRange,
  ownFields,
  patternMismatch,
  pointerTo,
  push,
  pushNotOneOf,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { TargetingOptionsRequest } from "./types.js";
import { checkAdAccountId } from "../../checks.js";

const FIELDS: readonly string[] = ["targeting_type", "client_id", "oauth_signature", "timestamp", "ad_account_id"];

/**
 * Returns the violations of a body of type `TargetingOptionsRequest`: those of its fields, then those of the rules between fields. Returns
 * an empty list for a valid body. Never throws.
 */
export function validateTargetingOptions(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let targeting_type: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "targeting_type":
        targeting_type = value;
        violations = checkTargetingType(value, violations);
        break;
      case "client_id":
        violations = checkClientId(value, violations);
        break;
      case "oauth_signature":
        violations = checkOauthSignature(value, violations);
        break;
      case "timestamp":
        violations = checkTimestamp(value, violations);
        break;
      case "ad_account_id":
        violations = checkAdAccountId(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (targeting_type === undefined) violations = push(violations, missing("/targeting_type"));
  return violations;
}

/**
 * `validateTargetingOptions` as a Standard Schema v1, for form and router libraries. Warnings are not issues; `onWarnings` of its method
 * `with` receives them.
 */
export const targetingOptionsSchema: StandardSchema<TargetingOptionsRequest> = /* @__PURE__ */ standardSchema(validateTargetingOptions);

function checkTargetingType(value: unknown, violations: Violations): Violations {
  if (
    value !== "APPTYPE" &&
    value !== "GENDER" &&
    value !== "LOCALE" &&
    value !== "AGE_BUCKET" &&
    value !== "LOCATION" &&
    value !== "GEO" &&
    value !== "INTEREST" &&
    value !== "KEYWORD" &&
    value !== "AUDIENCE_INCLUDE" &&
    value !== "AUDIENCE_EXCLUDE"
  )
    violations = pushNotOneOf(violations, "/targeting_type", value, [
      "APPTYPE", "GENDER", "LOCALE", "AGE_BUCKET", "LOCATION", "GEO", "INTEREST", "KEYWORD", "AUDIENCE_INCLUDE", "AUDIENCE_EXCLUDE",
    ]);
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
