import { ApiError, InvalidArgumentError } from "../errors.js";
import type { SharedOptions } from "../http/config.js";
import { resolveOptions } from "../http/resolve-options.js";
import { ownOptions } from "../options.js";
import { checkSecret, type Tokens } from "./credentials.js";
import { checkApp, isGrantRefused, requestTokens } from "./token-endpoint.js";

// These values are fixed, because the login page must not depend on an API description.
const PAGE = "https://www.pinterest.com/oauth/";
const SCOPES = ["ads:read"];
const CHALLENGE_METHOD = { code_challenge_method: "S256" };

/** Parameters of the authorization URL. */
export interface AuthorizationUrlOptions {
  /** The app's id. */
  readonly clientId: string;
  /** One of the app's redirect links, exactly as registered. */
  readonly redirectUri: string;
  /**
   * A random string that cannot be guessed, such as `crypto.randomUUID()`. Keep it until you call
   * `exchangeCode`.
   */
  readonly state: string;
  /** Requested scopes. Default: `ads:read`, which is all that reports need. */
  readonly scopes?: readonly string[] | undefined;
  /**
   * The challenge from `createCodeVerifier`. If Pinterest supports PKCE, the code is then valid
   * only together with the verifier. Default: none.
   */
  readonly codeChallenge?: string | undefined;
}

/**
 * Returns the address of the page where a user grants the app access. The page redirects to
 * `redirectUri` with a code. `scopes` are not checked, only joined with commas. Synchronous; sends
 * nothing. Throws a `TypeError` if `redirectUri` is not a URL, or if `clientId`, `state` or
 * `codeChallenge` is empty or contains characters other than visible ASCII.
 */
export function authorizationUrl({
  clientId,
  redirectUri,
  state,
  scopes = SCOPES,
  codeChallenge,
}: AuthorizationUrlOptions): string {
  const query = {
    client_id: checkSecret("clientId", clientId),
    redirect_uri: checkRedirect(redirectUri),
    response_type: "code",
    scope: scopes.join(","),
  };
  const proof =
    codeChallenge === undefined
      ? {}
      : { code_challenge: checkSecret("codeChallenge", codeChallenge), ...CHALLENGE_METHOD };
  return `${PAGE}?${new URLSearchParams({ ...query, state: checkSecret("state", state), ...proof })}`;
}

/** A secret for one authorization, and its public challenge (PKCE, RFC 7636). */
export interface CodeVerifier {
  /** Keep it, together with the state, until you call `exchangeCode`. */
  readonly codeVerifier: string;
  /** Pass it to `authorizationUrl`. */
  readonly codeChallenge: string;
}

/**
 * Creates a new random secret (43 characters) and its SHA-256 challenge for one authorization. If
 * Pinterest supports PKCE, a stolen code cannot be used without the secret.
 */
export async function createCodeVerifier(): Promise<CodeVerifier> {
  const codeVerifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  return { codeVerifier, codeChallenge: base64url(new Uint8Array(digest)) };
}

/** Encodes bytes as URL-safe Base64 without padding. */
function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Options for exchanging a code for tokens. */
export interface ExchangeCodeOptions extends SharedOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exactly the same string that you passed to `authorizationUrl`. */
  readonly redirectUri: string;
  /** The `state` that you passed to `authorizationUrl`. */
  readonly state: string;
  /**
   * The URL to which the user was redirected, with its query. A relative URL, such as `request.url`
   * in Node, is enough.
   */
  readonly callback: string | URL;
  /**
   * Whether to send `continuous_refresh`. Apps created before 25 September 2025 need it to get
   * refresh tokens that never expire. Default: not sent.
   */
  readonly continuousRefresh?: boolean | undefined;
  /**
   * The verifier from `createCodeVerifier`, if its challenge was passed to `authorizationUrl`.
   * Pinterest does not document whether it supports PKCE. If the OAuth endpoint responds with a 400
   * error that names `code_verifier`, the request is sent again without that field.
   */
  readonly codeVerifier?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Exchanges the code in `callback` for the first tokens.
 *
 * `codeVerifier` is sent as the form field `code_verifier`. If Pinterest responds with a 400 error
 * that names this field, the request is sent again without the field.
 *
 * Before anything is sent, throws a `TypeError` or `RangeError` for an invalid option. Also throws
 * an `InvalidArgumentError` if `callback` is not a URL, has a different `state`, contains an error
 * (the user denied access), or has no code.
 *
 * Throws an `AuthError` if Pinterest rejects the app or the code. A code can be used only once and
 * soon expires. Throws an `ApiError` or `ConnectionError` for other failures, and `signal.reason`
 * if aborted.
 * @example
 * ```ts
 * const tokens = await exchangeCode({
 *   clientId: "1234567",
 *   clientSecret: "secret",
 *   redirectUri: "https://example.com/callback",
 *   state: "xyz",
 *   callback: "https://example.com/callback?code=abc&state=xyz",
 * });
 * ```
 */
export async function exchangeCode(rawOptions: ExchangeCodeOptions): Promise<Tokens> {
  const options = ownOptions(rawOptions);
  const { redirectUri, state, callback, codeVerifier, continuousRefresh = false, signal } = options;
  const app = checkApp(options);
  const config = resolveOptions(options);
  const code = codeIn(queryOf(callback, checkRedirect(redirectUri)), checkSecret("state", state));
  const extra = continuousRefresh ? { continuous_refresh: "true" } : {};
  const form = { grant_type: "authorization_code", code, redirect_uri: redirectUri, ...extra };
  if (codeVerifier === undefined) return requestTokens(config, { app, form, signal });
  const proof = { code_verifier: checkSecret("codeVerifier", codeVerifier) };
  return requestTokens(config, { app, form: { ...form, ...proof }, signal }).catch(
    (error: unknown) => {
      // The rejected request has not used up the code. An endpoint that supports PKCE would not
      // accept the code without its verifier.
      if (isFieldRefused(error, "code_verifier"))
        return requestTokens(config, { app, form, signal });
      throw error;
    },
  );
}

/**
 * Whether `error` says that the form field `name` was rejected: a 400 whose message contains the
 * name.
 */
function isFieldRefused(error: unknown, name: string): boolean {
  return (
    error instanceof ApiError &&
    error.status === 400 &&
    !isGrantRefused(error) &&
    error.message.includes(name)
  );
}

/** Options for exchanging a refresh token for new tokens. */
export interface RefreshTokensOptions extends SharedOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /**
   * Whether to send `continuous_refresh`. Apps created before 25 September 2025 need it to get
   * refresh tokens that never expire. Default: not sent.
   */
  readonly continuousRefresh?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Exchanges a refresh token for new tokens. Use it in a job that renews tokens on its own schedule.
 * If Pinterest returns no new refresh token, the result's `refreshToken` is null and the old one
 * stays valid. Throws a `TypeError` or `RangeError` for an invalid option, and an `AuthError` if
 * Pinterest rejects the refresh token or the app. Throws an `ApiError` or `ConnectionError` for
 * other failures, and `signal.reason` if aborted.
 * @example
 * ```ts
 * const { accessToken, refreshToken } = await refreshTokens({
 *   clientId: "1234567",
 *   clientSecret: "secret",
 *   refreshToken: "stored token",
 * });
 * ```
 */
export async function refreshTokens(rawOptions: RefreshTokensOptions): Promise<Tokens> {
  const options = ownOptions(rawOptions);
  const { refreshToken, continuousRefresh = false, signal } = options;
  const app = checkApp(options);
  const extra = continuousRefresh ? { continuous_refresh: "true" } : {};
  const form = {
    grant_type: "refresh_token",
    refresh_token: checkSecret("refreshToken", refreshToken),
    ...extra,
  };
  return requestTokens(resolveOptions(options), { app, form, signal });
}

/** Returns `redirectUri`. Throws a `TypeError` if it is not a URL. */
function checkRedirect(redirectUri: unknown): string {
  if (typeof redirectUri === "string" && URL.canParse(redirectUri)) return redirectUri;
  throw new TypeError("redirectUri must be a URL");
}

/**
 * The query of `callback`, which may be relative to `base`. Throws an `InvalidArgumentError` if
 * `callback` is not a URL. The error does not show `callback`, because it contains the code.
 */
function queryOf(callback: string | URL, base: string): URLSearchParams {
  if (!URL.canParse(String(callback), base))
    throw new InvalidArgumentError("callback is not a URL; nothing was sent");
  return new URL(callback, base).searchParams;
}

/**
 * The code in the query. Throws an `InvalidArgumentError` if the state differs, the query contains
 * an error, or there is no valid code.
 */
function codeIn(query: URLSearchParams, state: string): string {
  if (query.get("state") !== state)
    throw new InvalidArgumentError(
      "the callback has a different state from the one in the authorization URL; nothing was sent",
    );
  const error = query.get("error");
  // The error is shown only if it looks like an OAuth error code: the callback may have been
  // forged.
  if (error !== null)
    throw new InvalidArgumentError(
      `access was denied${/^[a-z_]{1,40}$/.test(error) ? `: ${error}` : ""}; nothing was sent`,
    );
  const code = query.get("code");
  if (code === null || !/^[\x21-\x7e]+$/.test(code))
    throw new InvalidArgumentError("the callback URL has no code; nothing was sent");
  return code;
}
