// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { type Operation, type OperationClient, toUrlEncoded } from "../../../runtime/support-client.js";
import { type OauthTokenRequest, type OauthTokenResponse, validateOauthToken } from "./schema.js";

/** Exchanges an authorization code, a refresh token or app credentials for an access token. */
export type OauthTokenClient = OperationClient<OauthTokenRequest, OauthTokenResponse>;

/** Exchanges an authorization code, a refresh token or app credentials for an access token. */
export const oauthToken: Operation<OauthTokenRequest, OauthTokenResponse, OauthTokenClient> = {
  name: "oauth-token",
  method: "POST",
  path: "/oauth/token",
  rateLimit: "org_read",
  clientCredentials: true,
  call: (api, body, init) => api.POST("/oauth/token", {
    ...init,
    body,
    bodySerializer: toUrlEncoded,
    headers: { ...init.headers, "content-type": "application/x-www-form-urlencoded" },
  }),
  validate: validateOauthToken,
};
