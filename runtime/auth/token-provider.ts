import { type Clock, raceAbort, StepTimeout, withTimeout } from "../clock.js";
import {
  AuthError,
  ConnectionError,
  InvalidArgumentError,
  PinterestReportsError,
  rethrowCopy,
} from "../errors.js";
import type { CallConfig, TokenProvider, TokenRefusal } from "../http/config.js";
import { checkFunction } from "../options.js";
import {
  type AccessCredentials,
  type Credentials,
  checkSecret,
  type RefreshCredentials,
  type StoredCredentials,
  type Tokens,
} from "./credentials.js";
import {
  type App,
  checkApp,
  hideFromInspect,
  isCredentialFailure,
  isGrantRefused,
  requestTokens,
} from "./token-endpoint.js";
import { type ReadTokens, SharedTokens } from "./token-store.js";

// How long, in milliseconds, calls with a rejected token reuse its replacement instead of
// requesting another.
const REMEMBERED_MS = 30_000;

type TokenCallback = Exclude<AccessCredentials["accessToken"], string | undefined>;

/** The replacement of one rejected token, shared by all calls that used it. */
interface Renewal {
  readonly refused: string;
  readonly token: Promise<string>;
  /** When to stop reusing the replacement, according to the clock's `now`. */
  until: number;
}

/**
 * Creates a token provider that gets tokens from `callback`. It calls `callback` before every
 * request with `refused: false`, and with `refused: true` once for all calls whose token was
 * rejected. Calls with the same rejected token share the new one for 30 s. After an error or an
 * unchanged token, the next such call invokes `callback` again. `renew` resolves to null if the
 * callback returns the rejected token again. Rejects with a `ConnectionError` if the callback takes
 * longer than `timeoutMs`, and with a `TypeError` if its token is invalid. Also rejects with the
 * callback's own errors.
 */
export function callbackTokenProvider(config: CallConfig, callback: TokenCallback): TokenProvider {
  let last: Renewal | null = null;
  const renewalOf = (refused: string): Renewal => {
    if (last !== null && last.refused === refused && config.clock.now() < last.until) return last;
    // Not tied to a caller's signal, because other calls may wait for the same token.
    const renewal: Renewal = {
      refused,
      token: callForToken(config, callback, { token: refused }),
      until: Number.POSITIVE_INFINITY,
    };
    const end = (ms: number) => {
      renewal.until = config.clock.now() + ms;
    };
    renewal.token.then(
      (token) => end(token === refused ? 0 : REMEMBERED_MS),
      () => end(0),
    );
    last = renewal;
    return renewal;
  };
  return {
    get: (signal) => callForToken(config, callback, { signal }),
    async renew(refused, { signal }) {
      const token = await raceAbort(renewalOf(refused).token.catch(rethrowCopy), signal);
      return token === refused ? null : token;
    },
  };
}

/**
 * Calls `callback`, with the rejected `token` if there is one, and returns its token. Throws a
 * `TypeError` for an invalid token, a `ConnectionError` after `timeoutMs`, and the errors of
 * `callback`.
 */
async function callForToken(
  { timeoutMs: ms }: CallConfig,
  callback: TokenCallback,
  { token, signal }: { readonly token?: string; readonly signal?: AbortSignal | undefined },
): Promise<string> {
  try {
    const request = token === undefined ? { refused: false } : { refused: true, token };
    return checkSecret(
      "the result of the accessToken function",
      await withTimeout(async () => callback(request), { ms, signal }),
    );
  } catch (error) {
    if (error instanceof StepTimeout)
      throw new ConnectionError("timeout: the accessToken function returned no token", {
        sent: false,
        cause: error,
      });
    throw error;
  }
}

// How long before its expiry a token that still works is renewed, in milliseconds. A short-lived
// token is renewed after half of its lifetime.
const AHEAD_MS = 300_000;
// Remaining lifetime, in milliseconds, below which a token is not used, because a call might arrive
// after the token has expired.
const MIN_LIFETIME_MS = 10_000;
// A token that is rejected within this many milliseconds of being issued has not expired. A new
// token would also be rejected.
const NEW_TOKEN_MS = 30_000;
const RETRY_AFTER_MS = 30_000;
// How long another process that refreshes without a lock may take to store its tokens, in
// milliseconds.
const WRITTEN_AFTER_MS = 1_000;
const DEFAULT_LIFETIME_MS = 30 * 86_400_000;

/**
 * Creates the token provider for the credentials. These are a fixed access token, a function that
 * returns one, or the app's credentials with a refresh token or a token store. With a refresh token
 * or a store, an access token in the credentials is used until Pinterest rejects it. Sends nothing,
 * and does not read the environment. Throws a `TypeError` if the credentials are missing or
 * invalid.
 */
export function tokenProvider(config: CallConfig, credentials: Credentials): TokenProvider {
  const { accessToken, refreshToken, clientId, clientSecret, tokens } = credentials;
  // App credentials without any token mean that the refresh token is missing.
  const isApp = accessToken === undefined && (clientId !== undefined || clientSecret !== undefined);
  if (refreshToken !== undefined || tokens !== undefined || isApp) {
    return new RefreshingTokenProvider(
      config,
      credentials as RefreshCredentials | StoredCredentials,
    );
  }
  if (typeof accessToken === "function") return callbackTokenProvider(config, accessToken);
  return new StaticTokenProvider(config, checkSecret("accessToken", accessToken));
}

/**
 * A fixed token that cannot be renewed. After Pinterest has rejected it, `get` rejects with that
 * error.
 */
class StaticTokenProvider implements TokenProvider {
  readonly #config: CallConfig;
  readonly #token: string;
  #lost: AuthError | null = null;

  constructor(config: CallConfig, token: string) {
    this.#config = config;
    this.#token = token;
  }

  get(): Promise<string> | string {
    return this.#lost === null ? this.#token : Promise.reject(this.#lost).catch(rethrowCopy);
  }

  async renew(_: string, { error }: TokenRefusal): Promise<null> {
    if (this.#lost !== null || !isCredentialFailure(error)) return null;
    this.#lost = error;
    this.#config.emit({ type: "access-lost", message: error.message });
    return null;
  }
}

/** An access token, and when to replace it. All times are on the scale of the clock's `now`. */
interface Current {
  readonly token: string;
  readonly fetchedAt: number;
  /** When the next token is fetched in advance. */
  readonly renewAt: number;
  /** When the token is no longer used. */
  readonly unusableAt: number;
}

/** A refresh token that was rejected. */
interface Refusal {
  readonly from: string;
  readonly error: AuthError;
  /** When the token may be sent again, according to the clock's `now`. */
  readonly until: number;
}

/** New tokens that may not have been saved yet. */
interface Fetched {
  readonly tokens: Tokens;
  /** The refresh token that was exchanged for these tokens. */
  readonly from: string;
  readonly current: Current;
}

// A function, because a constant would stay in bundles that do not use this class.
const unknownLife = () => ({
  renewAt: Number.POSITIVE_INFINITY,
  unusableAt: Number.POSITIVE_INFINITY,
});
const NO_TOKENS: ReadTokens = {
  accessToken: null,
  refreshToken: null,
  expiresAt: null,
  refreshTokenExpiresAt: null,
};

/**
 * Fetches access tokens with a refresh token. Concurrent calls share a refresh. With a store, a
 * newer token from another process is used instead of refreshing.
 */
class RefreshingTokenProvider implements TokenProvider {
  readonly renewals: number;
  readonly #config: CallConfig;
  readonly #app: App;
  readonly #onTokens: ((tokens: Tokens) => unknown) | undefined;
  readonly #continuous: boolean;
  readonly #store: SharedTokens | null;
  #refreshToken: string | null;
  #current: Current | null = null;
  #refreshing: Promise<string> | null = null;
  // Tokens that `onTokens` or the store failed to save. Saving them is retried before anything
  // else is sent, because the previous refresh token may no longer work.
  #unsaved: Fetched | null = null;
  // Set while a refresh would be rejected again, unless the store has a different refresh token.
  #refused: Refusal | null = null;
  #rereadAt = 0;
  #lost = false;
  #notBefore = 0;

  constructor(
    config: CallConfig,
    {
      accessToken,
      refreshToken,
      onTokens,
      continuousRefresh = false,
      tokens,
      ...app
    }: RefreshCredentials | StoredCredentials,
  ) {
    this.#config = config;
    checkFunction("onTokens", onTokens);
    this.#store = tokens === undefined ? null : new SharedTokens(config, tokens);
    // A token from another process may be rejected too, so a second renewal may be needed.
    this.renewals = this.#store === null ? 1 : 2;
    this.#app = checkApp(app);
    this.#onTokens = onTokens;
    this.#continuous = continuousRefresh;
    this.#refreshToken =
      refreshToken === undefined && this.#store !== null
        ? null
        : checkSecret("refreshToken", refreshToken);
    // The lifetime of a token in the options is unknown; a 401 shows that it has expired.
    if (accessToken !== undefined)
      this.#current = {
        token: checkSecret("accessToken", accessToken),
        fetchedAt: Number.NEGATIVE_INFINITY,
        ...unknownLife(),
      };
  }

  /**
   * Resolves to the current token. Fetches a new one first if there is none, or if it expires
   * within ten seconds. In the last five minutes before expiry, also starts a refresh in the
   * background.
   */
  async get(signal: AbortSignal | undefined): Promise<string> {
    if (this.#unsaved !== null) await this.#next(signal);
    const nowMs = this.#config.clock.now();
    if (this.#current === null || nowMs >= this.#current.unusableAt) return this.#next(signal);
    if (nowMs >= this.#current.renewAt && nowMs >= this.#notBefore) {
      this.#notBefore = nowMs + RETRY_AFTER_MS;
      // No call waits for this refresh. If it fails, the token still works, and an event reports
      // the failure.
      this.#refresh().catch(() => {});
    }
    return this.#current.token;
  }

  /**
   * Resolves to another token, fetched if necessary. If the rejected token was fetched less than 30
   * s ago, resolves to a newer token from the store, or to null if there is none.
   */
  async renew(refused: string, { signal }: Pick<TokenRefusal, "signal">): Promise<string | null> {
    if (this.#current !== null && this.#current.token !== refused) return this.get(signal);
    const isNew =
      this.#current !== null && this.#config.clock.now() - this.#current.fetchedAt < NEW_TOKEN_MS;
    if (!isNew) return this.#next(signal);
    // Another process may have refreshed in the meantime, which invalidated this process's token.
    if (this.#store === null) return null;
    return this.#takeOver(await raceAbort(this.#store.read(), signal));
  }

  /** Resolves to the next token. Several calls may wait for the same refresh. */
  #next(signal: AbortSignal | undefined): Promise<string> {
    return raceAbort(this.#refresh().catch(this.#rethrow), signal);
  }

  /**
   * Throws a copy of `error` for one of several callers. If no other token can be fetched, first
   * emits `access-lost`, once, and discards the current token, so that all further calls fail
   * before they are sent.
   */
  readonly #rethrow = (error: unknown): never => {
    if (error === this.#refused?.error && this.#refused?.until === Number.POSITIVE_INFINITY) {
      this.#current = null;
      if (!this.#lost)
        this.#config.emit({ type: "access-lost", message: this.#refused.error.message });
      this.#lost = true;
    }
    return rethrowCopy(error);
  };

  /**
   * Joins the refresh in progress or starts a new one. Rejects immediately if Pinterest would still
   * reject another attempt.
   */
  #refresh(): Promise<string> {
    const refused = this.#unsaved === null ? this.#refused : null;
    if (refused !== null && this.#config.clock.now() < refused.until && !this.#mayReread())
      return Promise.reject(refused.error);
    // Not tied to a caller's signal, because other calls may wait for the same tokens.
    this.#refreshing ??= (refused === null ? this.#newest() : this.#reread(refused))
      .catch((error: unknown) => {
        // This error has already been reported.
        if (error === refused?.error) throw error;
        const message =
          error instanceof PinterestReportsError
            ? error.message
            : this.#store
              ? "the tokens could not be stored or read"
              : "onTokens failed";
        this.#config.emit({ type: "refresh-failed", message });
        throw error;
      })
      .finally(() => {
        this.#refreshing = null;
      });
    return this.#refreshing;
  }

  /**
   * Whether to try again after a rejection, because tokens may have been stored since. True during
   * a refresh and, with a store, once every 30 s.
   */
  #mayReread(): boolean {
    if (this.#store === null || this.#refreshing !== null) return this.#refreshing !== null;
    if (this.#config.clock.now() < this.#rereadAt) return false;
    this.#rereadAt = this.#config.clock.now() + RETRY_AFTER_MS;
    return true;
  }

  /**
   * Resolves to the newest token if the rejected refresh token may be sent again, or if the store
   * has a different one. Otherwise rejects with the error from the rejection.
   */
  async #reread({ error, from, until }: Refusal): Promise<string> {
    const stored =
      this.#config.clock.now() < until ? await this.#store?.read().catch(() => null) : undefined;
    if (stored !== undefined && (stored?.refreshToken ?? from) === from) throw error;
    this.#refused = null;
    this.#lost = false;
    return this.#newest();
  }

  /**
   * Uses newer tokens from the store if there are any. Otherwise fetches new ones and saves them.
   * Resolves to the access token.
   */
  async #newest(): Promise<string> {
    const store = this.#store;
    if (store === null) return this.#keep(this.#unsaved ?? (await this.#fetch(NO_TOKENS)));
    const takenOver = this.#unsaved === null ? this.#takeOver(await store.read()) : null;
    if (takenOver !== null) return takenOver;
    return store.withLock(async () => {
      const stored = await store.read();
      const unsaved = this.#unsaved;
      // Newer tokens that another process has stored in the meantime take precedence.
      if (unsaved !== null && (stored.refreshToken ?? unsaved.from) === unsaved.from)
        return this.#keep(unsaved, stored);
      this.#unsaved = null;
      return this.#takeOver(stored) ?? this.#fetchOrTakeOver(store, stored);
    });
  }

  /**
   * Fetches new tokens. If the refresh token is invalid, uses tokens that another process or a new
   * login has stored.
   */
  async #fetchOrTakeOver(store: SharedTokens, stored: ReadTokens): Promise<string> {
    const from = this.#refreshToken;
    try {
      return await this.#keep(await this.#fetch(stored), stored);
    } catch (error) {
      if (!isGrantRefused(error)) throw error;
      // Another process, or a new login, was faster. Without a lock its tokens may not be stored
      // yet.
      const waits = store.locks ? [0] : [0, WRITTEN_AFTER_MS];
      for (const ms of waits) {
        if (ms > 0) await this.#config.clock.sleep(ms);
        const reread = await store.read();
        const token = this.#takeOver(reread);
        if (token !== null) this.#refused = null;
        if (token !== null) return token;
        if (this.#refreshToken !== from) return this.#keep(await this.#fetch(reread), reread);
      }
      throw error;
    }
  }

  /** Uses another process's stored tokens if they are newer. Otherwise returns null. */
  #takeOver({ accessToken, refreshToken, expiresAt }: ReadTokens): string | null {
    this.#refreshToken = refreshToken ?? this.#refreshToken;
    if (accessToken === null || accessToken === this.#current?.token) return null;
    const life =
      expiresAt === null ? unknownLife() : renewalTimes({ expiresAt }, this.#config.clock);
    if (this.#config.clock.now() >= life.renewAt) return null;
    this.#current = { token: accessToken, fetchedAt: Number.NEGATIVE_INFINITY, ...life };
    this.#config.emit({ type: "reloaded", expiresAt });
    return accessToken;
  }

  /**
   * Saves the tokens in the store and through `onTokens`, then uses them. Resolves to the access
   * token. If saving fails, rejects with that error and keeps the tokens in `#unsaved` for the next
   * call.
   */
  async #keep(fetched: Fetched, stored: ReadTokens = NO_TOKENS): Promise<string> {
    const { tokens, from, current } = fetched;
    // Without a new refresh token, the old one stays valid.
    const stays = tokens.refreshToken === null && {
      refreshToken: from,
      refreshTokenExpiresAt: stored.refreshTokenExpiresAt,
    };
    try {
      await this.#store?.write(hideFromInspect({ ...tokens, ...stays }));
      await notifyTokens(this.#config, this.#onTokens, tokens);
    } catch (error) {
      this.#unsaved = fetched;
      throw error;
    }
    this.#unsaved = null;
    this.#current = current;
    const { expiresAt, refreshTokenExpiresAt, scope } = tokens;
    this.#config.emit({ type: "refreshed", expiresAt, refreshTokenExpiresAt, scope });
    return current.token;
  }

  /**
   * Exchanges the refresh token, preferably the stored one. Throws an `InvalidArgumentError` if
   * there is none.
   */
  async #fetch(stored: ReadTokens): Promise<Fetched> {
    const { clock } = this.#config;
    const from = stored.refreshToken ?? this.#refreshToken;
    if (from === null)
      throw new InvalidArgumentError(
        "tokens.read() returned no refresh token, and the options contain none; nothing was sent",
      );
    const extra = this.#continuous ? { continuous_refresh: "true" } : {};
    const form = { grant_type: "refresh_token", refresh_token: from, ...extra };
    const fetchedAt = clock.now();
    const tokens = await requestTokens(this.#config, { app: this.#app, form }).catch(
      (error: unknown) => {
        const until = isGrantRefused(error)
          ? Number.POSITIVE_INFINITY
          : clock.now() + RETRY_AFTER_MS;
        if (error instanceof AuthError) this.#refused = { error, until, from };
        this.#rereadAt = clock.now() + RETRY_AFTER_MS;
        throw error;
      },
    );
    this.#refused = null;
    // From here on the new refresh token is used, even if it could not be stored: the old one may
    // be invalid.
    this.#refreshToken = tokens.refreshToken ?? from;
    return {
      tokens,
      from,
      current: { token: tokens.accessToken, fetchedAt, ...renewalTimes(tokens, clock) },
    };
  }
}

/**
 * When a token is renewed in advance and when it is no longer used. Both times use the clock's
 * `now`. A token without an expiry is assumed to be valid for 30 days.
 */
function renewalTimes(
  { expiresAt }: Pick<Tokens, "expiresAt">,
  clock: Clock,
): Pick<Current, "renewAt" | "unusableAt"> {
  const ms = expiresAt === null ? DEFAULT_LIFETIME_MS : Date.parse(expiresAt) - clock.date();
  const end = clock.now() + ms;
  return {
    renewAt: end - Math.min(AHEAD_MS, ms / 2),
    unusableAt: end - Math.min(MIN_LIFETIME_MS, ms / 2),
  };
}

/**
 * Calls `onTokens` and waits for it. Rejects with the callback's error. Since all calls wait for
 * the callback, it times out after `timeoutMs` with a `ConnectionError`.
 */
async function notifyTokens(
  { timeoutMs: ms }: CallConfig,
  onTokens: RefreshCredentials["onTokens"],
  tokens: Tokens,
): Promise<void> {
  try {
    await withTimeout(async () => onTokens?.(tokens), { ms, signal: undefined });
  } catch (error) {
    if (error instanceof StepTimeout)
      throw new ConnectionError("timeout: onTokens did not finish", { sent: false, cause: error });
    throw error;
  }
}
