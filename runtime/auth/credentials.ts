import { readVariable, VARIABLES } from "../environment.js";
import type { SharedOptions } from "../http/config.js";
import { checkVisible } from "../options.js";

/** An access token that the caller provides. */
export interface AccessCredentials {
  /**
   * An access token with `ads:read`, or a function that returns one. The function is called before
   * every request, with `refused: false`. After a 401 response, it is called with `refused: true`
   * and the rejected `token`, once for all calls that used that token. Each of these calls is then
   * retried once with the result, unless it is the same token. If the function throws, the call
   * rejects with that error; after `timeoutMs`, it rejects with a `ConnectionError`. `undefined` is
   * treated as omitted, as for every option: the client then takes the token from the environment.
   * @example
   * ```ts
   * const vault = { read: async (fresh: boolean): Promise<string> => `token ${fresh}` };
   * const client = createClient({ accessToken: ({ refused }) => vault.read(refused) });
   * ```
   */
  readonly accessToken?:
    | string
    | ((request: {
        readonly refused: boolean;
        readonly token?: string;
      }) => string | Promise<string>)
    | undefined;
  readonly refreshToken?: undefined;
  readonly clientId?: undefined;
  readonly clientSecret?: undefined;
  readonly continuousRefresh?: undefined;
  readonly onTokens?: undefined;
  readonly tokens?: undefined;
}

/** Tokens as they are stored. Any of them may be missing or empty. */
export interface StoredTokens {
  readonly accessToken?: string | null | undefined;
  /**
   * Expiry of the access token, as ISO 8601. If it is missing or invalid, the token is used until
   * Pinterest rejects it.
   */
  readonly expiresAt?: string | null | undefined;
  readonly refreshToken?: string | null | undefined;
  /** ISO 8601. */
  readonly refreshTokenExpiresAt?: string | null | undefined;
}

/**
 * Storage for tokens that several processes share. It can be a file, a database row or a Redis key.
 * Each function may take up to `timeoutMs`; acquiring a lock may take 30 s longer. After that, the
 * calls that wait for a token reject with a `ConnectionError`.
 */
export interface TokenStore {
  /**
   * Returns the newest tokens, or nothing if there are none. Called before a refresh, and again if
   * Pinterest reports that the refresh token is invalid.
   */
  readonly read: () =>
    | StoredTokens
    | null
    | undefined
    | PromiseLike<StoredTokens | null | undefined>;
  /**
   * Replaces all stored tokens. The client uses the new tokens after this function resolves. If it
   * rejects, so do the calls that wait for a token, and the next call writes the same tokens again.
   */
  readonly write: (tokens: Tokens) => unknown;
  /**
   * Runs the work under a lock that excludes other processes. Resolves when the work is done.
   * Without a lock, two processes may refresh at the same time. If that invalidates the refresh
   * token of one process, that process uses the tokens that the other process wrote.
   */
  readonly lock?: ((work: () => Promise<void>) => unknown) | undefined;
}

/** A refresh token and the app's own credentials, which the client exchanges for access tokens. */
export interface RefreshCredentials extends RefreshOptions {
  /**
   * The refresh token from the authorization-code flow; see `exchangeCode`. With `tokens`, it is
   * only used if the store has no refresh token yet.
   */
  readonly refreshToken: string;
  /** Store through which processes share their tokens. */
  readonly tokens?: TokenStore | undefined;
}

/** A store that contains a refresh token, and the app's own credentials. */
export interface StoredCredentials extends RefreshOptions {
  readonly refreshToken?: string | undefined;
  /** Store through which processes share their tokens. */
  readonly tokens: TokenStore;
}

/** More options for a client that refreshes its tokens. */
export interface RefreshOptions {
  /**
   * The app's id, from the developer portal. Default: the environment variable `PINTEREST_APP_ID`.
   */
  readonly clientId?: string | undefined;
  /** The app's secret. Default: the environment variable `PINTEREST_APP_SECRET`. */
  readonly clientSecret?: string | undefined;
  /**
   * The first access token. Default: the first call uses the access token in `tokens`, or fetches
   * one.
   */
  readonly accessToken?: string | undefined;
  /**
   * Whether to send `continuous_refresh`. Apps created before 25 September 2025 need it to get
   * refresh tokens that never expire. Default: not sent.
   */
  readonly continuousRefresh?: boolean | undefined;
  /**
   * Receives new tokens before they are used, and is awaited for at most `timeoutMs`. Store the
   * refresh token here: a refresh usually returns a new one, and the old one may soon stop working.
   * If `refreshToken` is null, the old one stays valid. If `onTokens` fails, the call that is
   * waiting rejects with the same error. `onTokens` then receives the same tokens again before the
   * next call sends anything. If no call is waiting, a `refresh-failed` event reports the failure.
   */
  readonly onTokens?: ((tokens: Tokens) => unknown) | undefined;
}

/**
 * Credentials without a token: the client reads one from the environment when it is created. If
 * `PINTEREST_REFRESH_TOKEN` is set, it is used with `PINTEREST_APP_ID` and `PINTEREST_APP_SECRET`,
 * and `PINTEREST_ACCESS_TOKEN` is the first access token. Otherwise `PINTEREST_ACCESS_TOKEN` is
 * used, and never refreshed. With any refresh option, such as `onTokens`, `PINTEREST_REFRESH_TOKEN`
 * must be set. Without `onTokens`, new refresh tokens are lost when the process exits.
 */
export interface EnvironmentCredentials extends Omit<RefreshOptions, "accessToken"> {
  /** `undefined` is treated as omitted: the client takes the token from the environment. */
  readonly accessToken?: undefined;
  /**
   * The refresh token, for example from your own environment variable. `undefined` is treated as
   * omitted.
   */
  readonly refreshToken?: string | undefined;
  readonly tokens?: TokenStore | undefined;
}

/** How a client authenticates. */
export type Credentials =
  | AccessCredentials
  | RefreshCredentials
  | StoredCredentials
  | EnvironmentCredentials;

/**
 * Tokens from Pinterest's OAuth endpoint. All are secret: `JSON.stringify` includes them, but
 * `console.log` does not.
 */
export interface Tokens {
  readonly accessToken: string;
  /** ISO 8601; null if Pinterest returned no expiry. An access token is valid for 30 days. */
  readonly expiresAt: string | null;
  /** Null if Pinterest returned none. */
  readonly refreshToken: string | null;
  /** ISO 8601; null if Pinterest returned no expiry. A refresh token is valid for 60 days. */
  readonly refreshTokenExpiresAt: string | null;
  /** Granted scopes, separated by spaces or commas; null if Pinterest returned none. */
  readonly scope: string | null;
}

// How to get each credential. Errors include these hints.
const HINTS: Readonly<Record<string, string>> = {
  accessToken:
    "it needs the ads:read scope; `npx pinterest-reports login --help` explains how to get a token",
  refreshToken: "`npx pinterest-reports login --help` explains how to get one",
  clientId: "it is on the app's page at developers.pinterest.com",
  clientSecret: "it is on the app's page at developers.pinterest.com",
  state: "`crypto.randomUUID()` creates one",
  codeChallenge: "`createCodeVerifier()` creates one",
  codeVerifier: "`createCodeVerifier()` creates one",
};

/**
 * Returns `token` unchanged. Throws a `TypeError` if it is missing (undefined or null), empty, not
 * a string, or contains characters other than visible ASCII, which a header cannot contain. `name`
 * is the option's name in the message; the value is not shown.
 */
export function checkSecret(name: string, token: unknown): string {
  return checkVisible(name, token, HINTS[name]);
}

/**
 * Options for a client. If an option has a default in the environment, its description names the
 * variable. Options that you pass take precedence.
 */
export type ClientOptions = SharedOptions & Credentials;

const TOKENS = ["accessToken", "refreshToken", "tokens"] as const;
const APP = ["clientId", "clientSecret"] as const;
const REFRESHING = [...APP, "continuousRefresh", "onTokens"] as const;

/**
 * Returns a copy of the options, completed with credentials from the environment. Tokens are read
 * from the environment only if the options contain none of `accessToken`, `refreshToken` and
 * `tokens`. `clientId` and `clientSecret` are read if they are left out and the client refreshes
 * its tokens. An option counts as present even if its value is undefined. `options` must have no
 * prototype. Throws a `TypeError`:
 * - if neither the options nor the environment contain a token
 * - if the environment has a refresh token but not the app's credentials
 * - if a variable that is used contains characters other than visible ASCII
 * - if the options contain a refresh option, such as `onTokens`, but no token, and the environment
 *   has no refresh token
 */
export function withEnvironment(options: ClientOptions): ClientOptions {
  const omitsTokens = !TOKENS.some((name) => name in options);
  const refreshToken = omitsTokens ? readVariable("refreshToken") : undefined;
  const refreshing = REFRESHING.find((name) => name in options);
  if (omitsTokens && refreshToken === undefined && refreshing !== undefined) {
    const fix = `set ${VARIABLES.refreshToken}, or pass refreshToken`;
    throw new TypeError(`${refreshing} needs a refresh token: ${fix}; ${HINTS.refreshToken}`);
  }
  const accessToken = omitsTokens ? readVariable("accessToken") : undefined;
  if (omitsTokens && refreshToken === undefined && accessToken === undefined) {
    throw new TypeError(
      `no access token: set ${VARIABLES.accessToken}, or pass accessToken; ${HINTS.accessToken}`,
    );
  }
  const complete: Record<string, unknown> = Object.assign(Object.create(null), options);
  for (const [name, token] of Object.entries({ refreshToken, accessToken }))
    if (token !== undefined) complete[name] = checkSecret(VARIABLES[name as "accessToken"], token);
  // A fixed access token, or a function that returns one, needs no app credentials.
  if (
    complete.accessToken !== undefined &&
    complete.refreshToken === undefined &&
    complete.tokens === undefined
  )
    return complete as unknown as ClientOptions;
  for (const name of APP) {
    if (name in options) continue;
    const value = readVariable(name);
    if (value !== undefined) complete[name] = checkSecret(VARIABLES[name], value);
    else if (refreshToken !== undefined)
      throw new TypeError(
        `${VARIABLES.refreshToken} is set, but ${VARIABLES[name]} is not: ${HINTS[name]}`,
      );
  }
  return complete as unknown as ClientOptions;
}
