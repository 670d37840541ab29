// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export interface OauthTokenAuthorizationCode {
  grant_type: OauthTokenAuthorizationCodeGrantType;
  code: string;
  redirect_uri: string;
}

export interface OauthTokenRefreshToken {
  grant_type: OauthTokenRefreshTokenGrantType;
  refresh_token: string;
  scope?: string;
}

export interface OauthTokenClientCredentials {
  grant_type: OauthTokenClientCredentialsGrantType;
  scope: string;
}

export interface OauthTokenAnswerAuthorizationCode {
  access_token: string;
  expires_in: number;
  response_type: OauthTokenAnswerAuthorizationCodeResponseType;
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
  response_type: OauthTokenAnswerRefreshTokenResponseType;
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
  response_type: OauthTokenAnswerClientCredentialsResponseType;
  scope: string;
  /** Default: `"bearer"`. */
  token_type: string;
}

export interface OauthTokenAnswerIntegrationRefresh {
  access_token: string;
  expires_in: number;
  response_type: OauthTokenAnswerIntegrationRefreshResponseType;
  scope: string;
  /** Default: `"bearer"`. */
  token_type: string;
  refresh_token: string;
  refresh_token_expires_in: number;
}

export type OauthTokenRequest = OauthTokenAuthorizationCode | OauthTokenRefreshToken | OauthTokenClientCredentials;

export type OauthTokenAuthorizationCodeGrantType = "authorization_code";

export type OauthTokenRefreshTokenGrantType = "refresh_token";

export type OauthTokenClientCredentialsGrantType = "client_credentials";

export type OauthTokenAnswer =
  | OauthTokenAnswerAuthorizationCode
  | OauthTokenAnswerRefreshToken
  | OauthTokenAnswerClientCredentials
  | OauthTokenAnswerIntegrationRefresh;

export type OauthTokenAnswerAuthorizationCodeResponseType = "authorization_code";

export type OauthTokenAnswerRefreshTokenResponseType = "refresh_token";

export type OauthTokenAnswerClientCredentialsResponseType = "client_credentials";

export type OauthTokenAnswerIntegrationRefreshResponseType = "integration_refresh";
