// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface OauthTokenAuthorizationCode {
  grant_type: "authorization_code";
  code: string;
  redirect_uri: string;
}

export interface OauthTokenRefreshToken {
  grant_type: "refresh_token";
  refresh_token: string;
  scope?: string;
}

export interface OauthTokenClientCredentials {
  grant_type: "client_credentials";
  scope: string;
}

export interface OauthTokenAnswerAuthorizationCode {
  access_token: string;
  expires_in: number;
  response_type: "authorization_code";
  scope: string;
  /** Default: `"bearer"`. */
  token_type: string;
  refresh_token?: string;
  refresh_token_expires_at?: number;
  refresh_token_expires_in?: number;
}

export interface OauthTokenAnswerRefreshToken {
  access_token: string;
  expires_in: number;
  response_type: "refresh_token";
  scope: string;
  /** Default: `"bearer"`. */
  token_type: string;
  refresh_token: string;
  refresh_token_expires_at: number;
  refresh_token_expires_in: number;
}

export interface OauthTokenAnswerClientCredentials {
  access_token: string;
  expires_in: number;
  response_type: "client_credentials";
  scope: string;
  /** Default: `"bearer"`. */
  token_type: string;
}

export interface OauthTokenAnswerIntegrationRefresh {
  access_token: string;
  expires_in: number;
  response_type: "integration_refresh";
  scope: string;
  /** Default: `"bearer"`. */
  token_type: string;
  refresh_token: string;
  refresh_token_expires_in: number;
}

export type OauthTokenRequest = OauthTokenAuthorizationCode | OauthTokenRefreshToken | OauthTokenClientCredentials;

export type OauthTokenAnswer =
  | OauthTokenAnswerAuthorizationCode
  | OauthTokenAnswerRefreshToken
  | OauthTokenAnswerClientCredentials
  | OauthTokenAnswerIntegrationRefresh;
