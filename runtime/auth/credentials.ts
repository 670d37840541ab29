import type { SharedOptions } from "../http/config.js";

/** An access token, however the caller comes by it. */
export interface AccessCredentials {
  /**
   * An access token with `ads:read`, or a function that gives one. The function is asked before every request; `refused` says that the API
   * has just answered 401. Then it is asked once for all calls with the token that was refused, and each of them tries what it gives once.
   */
  readonly accessToken: string | ((asked: { readonly refused: boolean }) => string | Promise<string>);
  readonly refreshToken?: never;
  readonly clientId?: never;
  readonly clientSecret?: never;
  readonly continuousRefresh?: never;
  readonly onTokens?: never;
  readonly tokens?: never;
}

/** Tokens as they are kept; all of them may be missing. */
export interface StoredTokens {
  readonly accessToken?: string | null | undefined;
  /** ISO 8601: until when the access token is good. Left out, a refusal by Pinterest tells. */
  readonly expiresAt?: string | null | undefined;
  readonly refreshToken?: string | null | undefined;
  /** ISO 8601. */
  readonly refreshTokenExpiresAt?: string | null | undefined;
}

/**
 * Where several processes keep the tokens that they share: a file, a row of a database, a key of Redis. Each of the three may take as long as
 * one attempt may, `timeoutMs`, and a lock half a minute more.
 */
export interface TokenStore {
  /** The newest tokens; nothing while there are none. Asked before a refresh, and once more when Pinterest says that the refresh token is void. */
  readonly read: () => StoredTokens | null | undefined | PromiseLike<StoredTokens | null | undefined>;
  /** Keeps all of these in place of those that were there. Waited for before they are used. */
  readonly write: (tokens: Tokens) => unknown;
  /**
   * Runs the work while no other process is within its own, and resolves when it is done. Left out, two processes may refresh at the same
   * time; the one whose refresh token is void by then takes what the other one has written.
   */
  readonly lock?: (work: () => Promise<void>) => unknown;
}

/** A refresh token and the app's own credentials: the client fetches access tokens by itself. */
export interface RefreshCredentials extends RefreshOptions {
  /** The refresh token of the authorization-code flow; see `exchangeCode`. With `tokens`, it is for a store that has none yet. */
  readonly refreshToken: string;
  /** Where other processes find the tokens, and this one theirs. */
  readonly tokens?: TokenStore;
}

/** A store that has a refresh token, and the app's own credentials. */
export interface StoredCredentials extends RefreshOptions {
  readonly refreshToken?: string;
  /** Where other processes find the tokens, and this one theirs. */
  readonly tokens: TokenStore;
}

/** What a client that refreshes its tokens takes besides. */
export interface RefreshOptions {
  /** The app's id, as the developer portal shows it. */
  readonly clientId: string;
  /** The app's secret. */
  readonly clientSecret: string;
  /** An access token to begin with; left out, the first call takes that of `tokens`, or fetches one. */
  readonly accessToken?: string;
  /** Sends `continuous_refresh`: apps made before 25 September 2025 must, to get refresh tokens that never run out. Default: not sent. */
  readonly continuousRefresh?: boolean;
  /**
   * Told new tokens before they are used, and waited for, `timeoutMs` at most: Pinterest gives a new refresh token with every refresh, and the
   * old one may not work for long. When it fails, so does the call, with what it threw. It is then told the same tokens again before the next
   * call sends anything, and that call fails, too, where it fails again. When no call waits, a `refresh-failed` event tells it.
   */
  readonly onTokens?: (tokens: Tokens) => unknown;
}

/** How a client proves whom it calls for. */
export type Credentials = AccessCredentials | RefreshCredentials | StoredCredentials;

/** What Pinterest's OAuth endpoint gives. All of it is secret: `JSON.stringify` writes it out, `console.log` does not. */
export interface Tokens {
  readonly accessToken: string;
  /** ISO 8601; null when Pinterest did not say. An access token lives 30 days. */
  readonly expiresAt: string | null;
  /** Null when Pinterest gave none. */
  readonly refreshToken: string | null;
  /** ISO 8601; null when Pinterest did not say. A refresh token lives 60 days. */
  readonly refreshTokenExpiresAt: string | null;
  /** What the token may be used for, separated by spaces or commas; null when Pinterest did not say. */
  readonly scope: string | null;
}

// Where each of them is to be had.
const WAYS: Readonly<Record<string, string>> = {
  accessToken: "it needs one with the scope ads:read, which `npx pinterest-reports login` gets; docs/guide/credentials.md says more",
  refreshToken: "`npx pinterest-reports login` gets one; docs/guide/credentials.md says more",
  clientId: "it stands on the app's page at developers.pinterest.com",
  clientSecret: "it stands on the app's page at developers.pinterest.com",
  state: "`crypto.randomUUID()` makes one",
  codeChallenge: "`createCodeVerifier()` makes one",
  codeVerifier: "`createCodeVerifier()` makes one",
};

/** A token or secret that can stand in a header. */
export function checkSecret(name: string, token: unknown): string {
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) return token;
  const way = WAYS[name] === undefined ? "" : `: ${WAYS[name]}`;
  if (token === undefined || token === null) throw new TypeError(`${name} is missing${way}`);
  if (token === "") throw new TypeError(`${name} is empty${way}`);
  // The value is not shown: it may be a real token with a line end too many.
  throw new TypeError(`${name} must be a text without spaces, line ends or other characters that a header cannot hold`);
}

/** What a client needs to know. */
export type ClientOptions = SharedOptions & Credentials;
