// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  isRecord,
  missing,
  NO_VIOLATIONS,
  ownFields,
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
import type { OauthTokenRequest } from "./types.js";

const FIELDS: readonly string[] = ["code", "continuous_refresh", "grant_type", "redirect_uri", "refresh_token", "scope"];

/**
 * Returns the violations of a body of type `OauthTokenRequest`: those of its fields, then those of the rules between fields. Returns an
 * empty list for a valid body. Never throws.
 */
export function validateOauthToken(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let grant_type: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "grant_type":
        grant_type = value;
        violations = checkGrantType(value, violations);
        break;
      case "code":
        violations = checkCode(value, violations);
        break;
      case "continuous_refresh":
        violations = checkContinuousRefresh(value, violations);
        break;
      case "redirect_uri":
        violations = checkRedirectUri(value, violations);
        break;
      case "refresh_token":
        violations = checkRefreshToken(value, violations);
        break;
      case "scope":
        violations = checkScope(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (grant_type === undefined) violations = push(violations, missing("/grant_type"));
  return violations;
}

/**
 * `validateOauthToken` as a Standard Schema v1, for form and router libraries. Warnings are not issues; `onWarnings` of its method `with`
 * receives them.
 */
export const oauthTokenSchema: StandardSchema<OauthTokenRequest> = /* @__PURE__ */ standardSchema(validateOauthToken);

function checkGrantType(value: unknown, violations: Violations): Violations {
  if (value !== "authorization_code" && value !== "refresh_token" && value !== "client_credentials")
    violations = pushNotOneOf(violations, "/grant_type", value, ["authorization_code", "refresh_token", "client_credentials"]);
  return violations;
}

function checkCode(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/code", "string", value));
  return violations;
}

function checkContinuousRefresh(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/continuous_refresh", "string", value));
  return violations;
}

function checkRedirectUri(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/redirect_uri", "string", value));
  return violations;
}

function checkRefreshToken(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/refresh_token", "string", value));
  return violations;
}

function checkScope(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/scope", "string", value));
  return violations;
}
