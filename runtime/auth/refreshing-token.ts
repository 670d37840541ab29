import { baseOf, callConfigOf, type SharedOptions } from "../http/config.js";
import { plainEndpoint } from "../http/plain-endpoint.js";
import { checkKinds, checkNames, ownOptions } from "../options.js";
import type { RefreshCredentials, RefreshOptions, TokenStore } from "./credentials.js";
import { RefreshingTokenProvider } from "./token-provider.js";

/** Options of `refreshingToken`. Nothing is read from the environment. */
export interface RefreshingTokenOptions
  extends Pick<SharedOptions, "fetch" | "onEvent" | "timeoutMs" | "clock">,
    Pick<RefreshOptions, "accessToken" | "continuousRefresh" | "onTokens"> {
  /** The app's id, from the developer portal. */
  readonly clientId: string;
  /** The app's secret. */
  readonly clientSecret: string;
  /** The refresh token of the authorization-code flow. Required, unless `tokens` has one; with both, that of `tokens` is used. */
  readonly refreshToken?: string;
  /** Store through which processes share their tokens. */
  readonly tokens?: TokenStore;
  /** Default: `https://api.pinterest.com/v5`. `http:` is accepted for this machine only. */
  readonly baseUrl?: string;
}

const OPTIONS = "accessToken baseUrl clientId clientSecret clock continuousRefresh fetch onEvent onTokens refreshToken timeoutMs tokens";

/**
 * Creates a function for the option `accessToken` that fetches access tokens with a refresh token: at the first call, in advance of their
 * expiry, and once after a response of status 401. One refresh at a time is shared by all calls, and by all clients that have the function;
 * with `tokens`, by several processes. Sends nothing. Throws a `TypeError` or `RangeError` for an invalid option. The function rejects with
 * an `AuthError` if Pinterest rejects the refresh token or the app, an `ApiError` or `ConnectionError` for other failures, and the errors
 * of `onTokens` and `tokens`.
 */
export function refreshingToken(
  rawOptions: RefreshingTokenOptions,
): (request: { readonly refused: boolean; readonly token?: string }) => Promise<string> {
  const options = ownOptions(rawOptions);
  checkNames(options, OPTIONS.split(" "));
  checkKinds(options);
  const provider = new RefreshingTokenProvider(
    callConfigOf(options, baseOf(options.baseUrl), plainEndpoint),
    options as RefreshCredentials,
  );
  let last = "";
  return async ({ refused, token = last }) => {
    const next = refused ? await provider.renew(token, { signal: undefined }) : await provider.get(undefined);
    last = next ?? token;
    return last;
  };
}
