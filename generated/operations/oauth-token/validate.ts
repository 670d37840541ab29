// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  checkFields,
  push,
  pushNotOneOf,
  type StandardSchema,
  standardSchema,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { OauthTokenRequest } from "./types.js";

/** Returns the violations in a `OauthTokenRequest`, or an empty list if it is valid. Never throws. */
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

/** `validateOauthToken` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to `with`. */
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
