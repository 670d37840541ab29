// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _95a8f2ba66cd0a09 } from "../../generation.js";
import {
  isRecord,
  missing,
  NO_VIOLATIONS,
  notOneOf,
  ownFields,
  pointerTo,
  push,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support.js";
import type { OauthTokenRequest } from "./types.js";

const FIELDS: readonly string[] = ["code", "continuous_refresh", "grant_type", "redirect_uri", "refresh_token", "scope"];

/**
 * Everything that is wrong with a body of type `OauthTokenRequest`: the limits of single fields, then the rules in their order; empty when
 * it is fine. Never throws and never stops at the first.
 */
export function validateOauthToken(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  let grant_type: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "code":
        found = checkOauthTokenCode(value, found);
        break;
      case "continuous_refresh":
        found = checkOauthTokenContinuousRefresh(value, found);
        break;
      case "grant_type":
        grant_type = value;
        found = checkOauthTokenGrantType(value, found);
        break;
      case "redirect_uri":
        found = checkOauthTokenRedirectUri(value, found);
        break;
      case "refresh_token":
        found = checkOauthTokenRefreshToken(value, found);
        break;
      case "scope":
        found = checkOauthTokenScope(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (grant_type === undefined) found = push(found, missing("/grant_type"));
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const oauthTokenSchema: StandardSchema<OauthTokenRequest> = /* @__PURE__ */ standardSchema(validateOauthToken);

function checkOauthTokenCode(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/code", "a string", value));
  return found;
}

function checkOauthTokenContinuousRefresh(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/continuous_refresh", "a string", value));
  return found;
}

function checkOauthTokenGrantType(value: unknown, found: Violations): Violations {
  if (value !== "authorization_code" && value !== "refresh_token" && value !== "client_credentials")
    found = push(found, notOneOf("/grant_type", value, ["authorization_code", "refresh_token", "client_credentials"]));
  return found;
}

function checkOauthTokenRedirectUri(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/redirect_uri", "a string", value));
  return found;
}

function checkOauthTokenRefreshToken(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/refresh_token", "a string", value));
  return found;
}

function checkOauthTokenScope(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/scope", "a string", value));
  return found;
}
