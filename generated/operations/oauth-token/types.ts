// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _6c4b30b3cd4b48c3 } from "../../generation.js";

/** The request of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export interface OauthTokenRequest {
  /** With `authorization_code`, the code that the user's consent gave; good for one exchange. */
  code?: string;
  /** For apps of before 25 September 2025, `true` gives a refresh token of 60 days that is renewed; newer apps always get one. */
  continuous_refresh?: string;
  /** What is shown for the token. */
  grant_type: OauthTokenGrantType;
  /** With `authorization_code`, the address that the consent was asked for with. */
  redirect_uri?: string;
  /** With `refresh_token`, the refresh token of an earlier response. */
  refresh_token?: string;
  /** What the token lets in to, with spaces or commas between. */
  scope?: string;
}

/** The response of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export interface OauthTokenResponse {
  /** What calls are let in with. */
  access_token: string;
  /** How long the access token lasts, in seconds. */
  expires_in: number;
  refresh_token?: string;
  /** When the refresh token ends, in seconds since 1970. */
  refresh_token_expires_at?: number;
  /** How long the refresh token lasts, in seconds. */
  refresh_token_expires_in?: number;
  /** What was shown for the token. */
  response_type?: OauthTokenResponseResponseType;
  /** What the token lets in to, with spaces or commas between. */
  scope?: string;
  /** How the token is shown; always the same word. Default: `"bearer"`. */
  token_type: string;
}

/** `grant_type` of `OauthTokenRequest`. What is shown for the token. */
export type OauthTokenGrantType = "authorization_code" | "refresh_token" | "client_credentials";

/** `response_type` of `OauthTokenResponse`. What was shown for the token. */
export type OauthTokenResponseResponseType = "authorization_code" | "refresh_token" | "client_credentials" | (string & {});
