// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { OauthAccessToken, TokenGrantTypeInput } from "../../schemas.js";

/** The request of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export interface OauthTokenRequest {
  /** With `authorization_code`, the code that the user's consent gave; good for one exchange. */
  code?: string;
  /** For apps of before 25 September 2025, `true` gives a refresh token of 60 days that is renewed; newer apps always get one. */
  continuous_refresh?: string;
  /** Kind of credentials that the token is requested with. */
  grant_type: TokenGrantTypeInput;
  /** With `authorization_code`, the address that the consent was asked for with. */
  redirect_uri?: string;
  /** With `refresh_token`, the refresh token of an earlier response. */
  refresh_token?: string;
  /** Scopes of the token, separated by spaces or commas. */
  scope?: string;
}

/** The response of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export type OauthTokenResponse = OauthAccessToken;
