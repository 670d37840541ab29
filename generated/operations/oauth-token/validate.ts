// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  add,
  type Found,
  isRecord,
  missing,
  NOTHING,
  notOneOf,
  ownFields,
  type StandardSchema,
  standardSchema,
  stepTo,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  wrongType,
} from "../../../runtime/support.js";
import type { OauthTokenRequest } from "./types.js";

/**
 * Everything that is wrong with a body of type `OauthTokenRequest`: the limits of single fields, then the rules in their order; empty when it is fine.
 * Never throws and never stops at the first.
 */
export function validateOauthToken(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Found {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Found = NOTHING;
  const fields = ownFields(body);
  found = checkObjectOauthToken(fields, "", "", found);
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const oauthTokenSchema: StandardSchema<OauthTokenRequest> = /* @__PURE__ */ standardSchema(validateOauthToken);

const OAUTH_TOKEN_AUTHORIZATION_CODE_FIELDS: readonly string[] = ["grant_type", "code", "redirect_uri"];

function checkObjectOauthTokenAuthorizationCode(value: unknown, base: string, at: string | number, found: Found): Found {
  if (!isRecord(value)) return add(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "grant_type":
        found = checkOauthTokenAuthorizationCodeGrantType(item, base, at, found);
        break;
      case "code":
        found = checkOauthTokenAuthorizationCodeCode(item, base, at, found);
        break;
      case "redirect_uri":
        found = checkOauthTokenAuthorizationCodeRedirectUri(item, base, at, found);
        break;
      default:
        found = add(found, unknownField(base + at + stepTo(key), key, OAUTH_TOKEN_AUTHORIZATION_CODE_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "grant_type") || value["grant_type"] === undefined) found = add(found, missing(base + at + "/grant_type"));
  if (!Object.hasOwn(value, "code") || value["code"] === undefined) found = add(found, missing(base + at + "/code"));
  if (!Object.hasOwn(value, "redirect_uri") || value["redirect_uri"] === undefined) found = add(found, missing(base + at + "/redirect_uri"));
  return found;
}

function checkOauthTokenAuthorizationCodeGrantType(value: unknown, base: string, at: string | number, found: Found): Found {
  if (value !== "authorization_code") found = add(found, notOneOf(base + at + "/grant_type", value, ["authorization_code"]));
  return found;
}

function checkOauthTokenAuthorizationCodeCode(value: unknown, base: string, at: string | number, found: Found): Found {
  if (typeof value !== "string") found = add(found, wrongType(base + at + "/code", "a string", value));
  return found;
}

function checkOauthTokenAuthorizationCodeRedirectUri(value: unknown, base: string, at: string | number, found: Found): Found {
  if (typeof value !== "string") found = add(found, wrongType(base + at + "/redirect_uri", "a string", value));
  return found;
}

const OAUTH_TOKEN_REFRESH_TOKEN_FIELDS: readonly string[] = ["grant_type", "refresh_token", "scope"];

function checkObjectOauthTokenRefreshToken(value: unknown, base: string, at: string | number, found: Found): Found {
  if (!isRecord(value)) return add(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "grant_type":
        found = checkOauthTokenRefreshTokenGrantType(item, base, at, found);
        break;
      case "refresh_token":
        found = checkOauthTokenRefreshTokenRefreshToken(item, base, at, found);
        break;
      case "scope":
        found = checkOauthTokenRefreshTokenScope(item, base, at, found);
        break;
      default:
        found = add(found, unknownField(base + at + stepTo(key), key, OAUTH_TOKEN_REFRESH_TOKEN_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "grant_type") || value["grant_type"] === undefined) found = add(found, missing(base + at + "/grant_type"));
  if (!Object.hasOwn(value, "refresh_token") || value["refresh_token"] === undefined) found = add(found, missing(base + at + "/refresh_token"));
  return found;
}

function checkOauthTokenRefreshTokenGrantType(value: unknown, base: string, at: string | number, found: Found): Found {
  if (value !== "refresh_token") found = add(found, notOneOf(base + at + "/grant_type", value, ["refresh_token"]));
  return found;
}

function checkOauthTokenRefreshTokenRefreshToken(value: unknown, base: string, at: string | number, found: Found): Found {
  if (typeof value !== "string") found = add(found, wrongType(base + at + "/refresh_token", "a string", value));
  return found;
}

function checkOauthTokenRefreshTokenScope(value: unknown, base: string, at: string | number, found: Found): Found {
  if (typeof value !== "string") found = add(found, wrongType(base + at + "/scope", "a string", value));
  return found;
}

const OAUTH_TOKEN_CLIENT_CREDENTIALS_FIELDS: readonly string[] = ["grant_type", "scope"];

function checkObjectOauthTokenClientCredentials(value: unknown, base: string, at: string | number, found: Found): Found {
  if (!isRecord(value)) return add(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "grant_type":
        found = checkOauthTokenClientCredentialsGrantType(item, base, at, found);
        break;
      case "scope":
        found = checkOauthTokenClientCredentialsScope(item, base, at, found);
        break;
      default:
        found = add(found, unknownField(base + at + stepTo(key), key, OAUTH_TOKEN_CLIENT_CREDENTIALS_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "grant_type") || value["grant_type"] === undefined) found = add(found, missing(base + at + "/grant_type"));
  if (!Object.hasOwn(value, "scope") || value["scope"] === undefined) found = add(found, missing(base + at + "/scope"));
  return found;
}

function checkOauthTokenClientCredentialsGrantType(value: unknown, base: string, at: string | number, found: Found): Found {
  if (value !== "client_credentials") found = add(found, notOneOf(base + at + "/grant_type", value, ["client_credentials"]));
  return found;
}

function checkOauthTokenClientCredentialsScope(value: unknown, base: string, at: string | number, found: Found): Found {
  if (typeof value !== "string") found = add(found, wrongType(base + at + "/scope", "a string", value));
  return found;
}

function checkObjectOauthToken(value: unknown, base: string, at: string | number, found: Found): Found {
  if (!isRecord(value)) return add(found, wrongType(base + at, "an object", value));
  const tag = Object.hasOwn(value, "grant_type") ? value["grant_type"] : undefined;
  switch (tag) {
    case "authorization_code":
      return checkObjectOauthTokenAuthorizationCode(value, base, at, found);
    case "refresh_token":
      return checkObjectOauthTokenRefreshToken(value, base, at, found);
    case "client_credentials":
      return checkObjectOauthTokenClientCredentials(value, base, at, found);
    case undefined:
      return add(found, missing(base + at + "/grant_type"));
    default:
      return add(found, notOneOf(base + at + "/grant_type", tag, ["authorization_code", "refresh_token", "client_credentials"]));
  }
}
