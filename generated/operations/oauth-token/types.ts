// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** One kind of `OauthTokenRequest`. */
export interface OauthTokenAuthorizationCode {
  /** What is shown for the token. */
  grant_type: "authorization_code";
  /** What the user's consent gave; good for one exchange. */
  code: string;
  /** The address that the consent was asked for with. */
  redirect_uri: string;
}

/** One kind of `OauthTokenRequest`. */
export interface OauthTokenRefreshToken {
  /** What is shown for the token. */
  grant_type: "refresh_token";
  /** What an earlier answer gave for this. */
  refresh_token: string;
  /** What the token lets in to, with spaces or commas between. */
  scope?: string;
}

/** One kind of `OauthTokenRequest`. */
export interface OauthTokenClientCredentials {
  /** What is shown for the token. */
  grant_type: "client_credentials";
  /** What the token lets in to, with spaces or commas between. */
  scope: string;
}

/** One kind of `OauthTokenAnswer`. */
export interface OauthTokenAnswerAuthorizationCode {
  /** What calls are let in with. */
  access_token: string;
  /** How long the access token lasts, in seconds. */
  expires_in: number;
  /** What was shown for the token. */
  response_type: "authorization_code";
  /** What the token lets in to, with spaces or commas between. */
  scope: string;
  /** How the token is shown; always the same word. Default: `"bearer"`. */
  token_type: string;
  /** For the next access token. */
  refresh_token?: string;
  /** When the refresh token ends, in seconds since 1970. */
  refresh_token_expires_at?: number;
  /** How long the refresh token lasts, in seconds. */
  refresh_token_expires_in?: number;
}

/** One kind of `OauthTokenAnswer`. */
export interface OauthTokenAnswerRefreshToken {
  /** What calls are let in with. */
  access_token: string;
  /** How long the access token lasts, in seconds. */
  expires_in: number;
  /** What was shown for the token. */
  response_type: "refresh_token";
  /** What the token lets in to, with spaces or commas between. */
  scope: string;
  /** How the token is shown; always the same word. Default: `"bearer"`. */
  token_type: string;
  /** For the next access token; the one that was shown may be spent. */
  refresh_token: string;
  /** When the refresh token ends, in seconds since 1970. */
  refresh_token_expires_at: number;
  /** How long the refresh token lasts, in seconds. */
  refresh_token_expires_in: number;
}

/** One kind of `OauthTokenAnswer`. */
export interface OauthTokenAnswerClientCredentials {
  /** What calls are let in with. */
  access_token: string;
  /** How long the access token lasts, in seconds. */
  expires_in: number;
  /** What was shown for the token. */
  response_type: "client_credentials";
  /** What the token lets in to, with spaces or commas between. */
  scope: string;
  /** How the token is shown; always the same word. Default: `"bearer"`. */
  token_type: string;
}

/** One kind of `OauthTokenAnswer`. */
export interface OauthTokenAnswerIntegrationRefresh {
  /** What calls are let in with. */
  access_token: string;
  /** How long the access token lasts, in seconds. */
  expires_in: number;
  /** What was shown for the token. */
  response_type: "integration_refresh";
  /** What the token lets in to, with spaces or commas between. */
  scope: string;
  /** How the token is shown; always the same word. Default: `"bearer"`. */
  token_type: string;
  /** For the next access token. */
  refresh_token: string;
  /** How long the refresh token lasts, in seconds. */
  refresh_token_expires_in: number;
}

/** The request of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export type OauthTokenRequest = OauthTokenAuthorizationCode | OauthTokenRefreshToken | OauthTokenClientCredentials;

/** The answer of `oauthToken`. Gives an access token for an authorization code, a refresh token, or the app's own credentials. */
export type OauthTokenAnswer =
  | OauthTokenAnswerAuthorizationCode
  | OauthTokenAnswerRefreshToken
  | OauthTokenAnswerClientCredentials
  | OauthTokenAnswerIntegrationRefresh;
