// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The request of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export interface OauthTokenRequest {
  code?: string;
  continuous_refresh?: string;
  /** What is shown for the token. */
  grant_type: OauthTokenGrantType;
  redirect_uri?: string;
  refresh_token?: string;
  /** What the token lets in to, with spaces or commas between. */
  scope?: string;
}

/** The answer of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export interface OauthTokenAnswer {
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
  response_type?: OauthTokenAnswerResponseType;
  /** What the token lets in to, with spaces or commas between. */
  scope?: string;
  /** How the token is shown; always the same word. Default: `"bearer"`. */
  token_type: string;
}

/** `grant_type` of `OauthTokenRequest`. What is shown for the token. */
export type OauthTokenGrantType = "authorization_code" | "refresh_token" | "client_credentials";

/** `response_type` of `OauthTokenAnswer`. What was shown for the token. */
export type OauthTokenAnswerResponseType = "authorization_code" | "refresh_token" | "client_credentials" | (string & {});
