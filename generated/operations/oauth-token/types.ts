// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The request of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export interface OauthTokenRequest {
  /** With `authorization_code`, the code that the user's consent gave; good for one exchange. */
  code?: string;
  /** For apps of before 25 September 2025, `true` gives a refresh token of 60 days that is renewed; newer apps always get one. */
  continuous_refresh?: string;
  /** Kind of credentials that the token is requested with. */
  grant_type: OauthTokenGrantType;
  /** With `authorization_code`, the address that the consent was asked for with. */
  redirect_uri?: string;
  /** With `refresh_token`, the refresh token of an earlier response. */
  refresh_token?: string;
  /** Scopes of the token, separated by spaces or commas. */
  scope?: string;
}

/** The response of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export interface OauthTokenResponse {
  /** Token that calls are authorized with. */
  access_token: string;
  /** Lifetime of the access token, in seconds. */
  expires_in: number;
  /** Refresh token for the next access token; missing if the app's own credentials were used. */
  refresh_token?: string;
  /** Time at which the refresh token expires, in seconds since 1970. */
  refresh_token_expires_at?: number;
  /** Lifetime of the refresh token, in seconds. */
  refresh_token_expires_in?: number;
  /** Kind of credentials that the token was requested with. */
  response_type?: OauthTokenResponseResponseType;
  /** Scopes of the token, separated by spaces or commas. */
  scope?: string;
  /** Type of the token; always the same. Default: `"bearer"`. */
  token_type: string;
}

/** `grant_type` of `OauthTokenRequest`. Kind of credentials that the token is requested with. */
export type OauthTokenGrantType = "authorization_code" | "refresh_token" | "client_credentials";

/** `response_type` of `OauthTokenResponse`. Kind of credentials that the token was requested with. */
export type OauthTokenResponseResponseType = "authorization_code" | "refresh_token" | "client_credentials" | (string & {});
