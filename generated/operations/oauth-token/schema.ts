// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
import { checkFields, push, pushNotOneOf, standardSchema, wrongType } from "../../../runtime/support-data.js";
import type { OauthAccessToken, TokenGrantTypeInput } from "../../schemas.js";

/** The request for `oauthToken`. Exchanges an authorization code, a refresh token or app credentials for an access token. */
export interface OauthTokenRequest {
  /** With `authorization_code`, the code from the user's consent; valid for one exchange. */
  code?: string;
  /** If true, older apps get a renewable refresh token that is valid for 60 days. Apps created since 25 September 2025 always get one. */
  continuous_refresh?: string;
  /** Kind of credentials used to request the token. */
  grant_type: TokenGrantTypeInput;
  /** With `authorization_code`, the redirect address of the consent page. */
  redirect_uri?: string;
  /** With `refresh_token`, the refresh token from an earlier response. */
  refresh_token?: string;
  /** Scopes of the token, separated by spaces or commas. */
  scope?: string;
}

/** The response to `oauthToken`. Exchanges an authorization code, a refresh token or app credentials for an access token. */
export type OauthTokenResponse = OauthAccessToken;

/** Checks whether a value is a valid `OauthTokenRequest`. Returns the violations, or an empty list if there are none. Never throws. */
export function validateOauthToken(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  return checkFields(
    body,
    {
      code: checkCode,
      continuous_refresh: checkContinuousRefresh,
      grant_type: checkGrantType,
      redirect_uri: checkRedirectUri,
      refresh_token: checkRefreshToken,
      scope: checkScope,
    },
    ["grant_type"],
  );
}

/** `validateOauthToken` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method. */
export const oauthTokenSchema: StandardSchema<OauthTokenRequest> = /* @__PURE__ */ standardSchema(validateOauthToken);

function checkCode(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/code", "string", value));
  return violations;
}

function checkContinuousRefresh(value: unknown, violations: Violations): Violations {
  if (typeof value !== "string") violations = push(violations, wrongType("/continuous_refresh", "string", value));
  return violations;
}

function checkGrantType(value: unknown, violations: Violations): Violations {
  if (value !== "authorization_code" && value !== "refresh_token" && value !== "client_credentials")
    violations = pushNotOneOf(violations, "/grant_type", value, ["authorization_code", "refresh_token", "client_credentials"]);
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
