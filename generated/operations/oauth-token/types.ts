// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { OauthAccessToken, TokenGrantTypeInput } from "../../schemas.js";

/** The request for `oauthToken`. Exchanges an authorization code, a refresh token or app credentials for an access token. */
export interface OauthTokenRequest {
  /** With `authorization_code`, the code from the user's consent; valid for one exchange. */
  code?: string;
  /** With true, older apps get a renewable refresh token, valid for 60 days. Apps created since 25 September 2025 always get one. */
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

/** The response of `oauthToken`. Exchanges an authorization code, a refresh token or app credentials for an access token. */
export type OauthTokenResponse = OauthAccessToken;
