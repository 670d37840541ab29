import { abortable, type Clock, TimedOut, timeLimited } from "./clock.js";
import { type Credentials, checkSecret, type RefreshCredentials, type Tokens } from "./credentials.js";
import { AuthError, ConnectionError, copied, PinterestReportsError } from "./errors.js";
import { givenTokens } from "./given-tokens.js";
import { type App, type AskForTokens, checkApp, fetchTokens, isGrantRefused } from "./oauth-call.js";
import { checkFunction } from "./option-kinds.js";
import type { TokenSource, Wire } from "./options.js";

// Before a token runs out, the next one is fetched while the old one still works. Of one that lives shortly it is half its life.
const AHEAD_MS = 300_000;
// With so little left, a call might arrive too late.
const TOO_LATE_MS = 10_000;
// A token that is refused as soon as this after it was made is not refused for its age: another one would be, too.
const YOUNG_MS = 30_000;
const AGAIN_AFTER_MS = 30_000;
const LIFE_MS = 30 * 86_400_000;

/** Checks the credentials; nothing is sent. */
export function tokenSource(wire: Wire, credentials: Credentials, ask?: AskForTokens): TokenSource {
  const { accessToken } = credentials;
  // Who gives an app and no token at all meant to give a refresh token.
  const meant = accessToken === undefined && (credentials.clientId !== undefined || credentials.clientSecret !== undefined);
  if (credentials.refreshToken !== undefined || meant) return new RefreshedTokens(wire, credentials as RefreshCredentials, ask);
  if (typeof accessToken === "function") return givenTokens(wire, accessToken);
  const token = checkSecret("accessToken", accessToken);
  return { get: () => token, renew: async () => null };
}

/** All times by the clock's `now`. */
interface Current {
  readonly token: string;
  readonly madeAt: number;
  /** From when on the next one is fetched. */
  readonly aheadAt: number;
  /** From when on it is not used any more. */
  readonly lateAt: number;
}

interface Fetched {
  readonly tokens: Tokens;
  readonly current: Current;
}

/** Fetches access tokens with a refresh token: one refresh at a time, whoever asks. */
class RefreshedTokens implements TokenSource {
  readonly #wire: Wire;
  readonly #app: App;
  readonly #ask: AskForTokens | undefined;
  readonly #onTokens: ((tokens: Tokens) => unknown) | undefined;
  readonly #continuous: boolean;
  #refreshToken: string;
  #current: Current | null = null;
  #underWay: Promise<string> | null = null;
  // Tokens that `onTokens` failed to keep. It gets them again before anything else is sent: no other refresh token may work.
  #unkept: Fetched | null = null;
  // Until then asking again would not help.
  #refused: { readonly error: AuthError; readonly until: number } | null = null;
  #notBefore = 0;

  constructor(
    wire: Wire,
    { accessToken, refreshToken, onTokens, continuousRefresh = false, ...app }: RefreshCredentials,
    ask?: AskForTokens,
  ) {
    this.#wire = wire;
    checkFunction("onTokens", onTokens);
    this.#app = checkApp(app);
    this.#ask = ask;
    this.#onTokens = onTokens;
    this.#continuous = continuousRefresh;
    this.#refreshToken = checkSecret("refreshToken", refreshToken);
    // How long a token from outside lives is not known; a 401 will tell.
    const unknown = { madeAt: Number.NEGATIVE_INFINITY, aheadAt: Number.POSITIVE_INFINITY, lateAt: Number.POSITIVE_INFINITY };
    if (accessToken !== undefined) this.#current = { token: checkSecret("accessToken", accessToken), ...unknown };
  }

  async get(signal: AbortSignal | undefined): Promise<string> {
    if (this.#unkept !== null) await this.#next(signal);
    const now = this.#wire.clock.now();
    if (this.#current === null || now >= this.#current.lateAt) return this.#next(signal);
    if (now >= this.#current.aheadAt && now >= this.#notBefore) {
      this.#notBefore = now + AGAIN_AFTER_MS;
      // Nobody waits for it, and its failure ends no call: the token still works. An event tells it.
      this.#refresh().catch(() => {});
    }
    return this.#current.token;
  }

  async renew(refused: string, signal: AbortSignal | undefined): Promise<string | null> {
    if (this.#current !== null && this.#current.token !== refused) return this.get(signal);
    if (this.#current !== null && this.#wire.clock.now() - this.#current.madeAt < YOUNG_MS) return null;
    return this.#next(signal);
  }

  /** The next token, for one of perhaps many who wait for it. */
  #next(signal: AbortSignal | undefined): Promise<string> {
    return abortable(this.#refresh().catch(copied), signal);
  }

  #refresh(): Promise<string> {
    const refused = this.#unkept === null ? this.#refused : null;
    if (refused !== null && this.#wire.clock.now() < refused.until) return Promise.reject(refused.error);
    // Without anyone's signal: others may wait for it, too.
    this.#underWay ??= this.#handOver()
      .catch((error: unknown) => {
        const because = error instanceof PinterestReportsError ? error.message : "onTokens failed";
        this.#wire.emit({ type: "refresh-failed", because });
        throw error;
      })
      .finally(() => {
        this.#underWay = null;
      });
    return this.#underWay;
  }

  /** New tokens, or those that could not be kept, in use as soon as they are kept. */
  async #handOver(): Promise<string> {
    const fetched = this.#unkept ?? (await this.#fetch());
    try {
      await keep(this.#wire, this.#onTokens, fetched.tokens);
    } catch (error) {
      this.#unkept = fetched;
      throw error;
    }
    this.#unkept = null;
    this.#current = fetched.current;
    this.#wire.emit({ type: "refreshed", expiresAt: fetched.tokens.expiresAt });
    return fetched.current.token;
  }

  async #fetch(): Promise<Fetched> {
    const { clock } = this.#wire;
    const extra = this.#continuous ? { continuous_refresh: "true" } : {};
    const form = { grant_type: "refresh_token", refresh_token: this.#refreshToken, ...extra };
    const madeAt = clock.now();
    const tokens = await fetchTokens(this.#wire, { app: this.#app, form, ask: this.#ask }).catch((error: unknown) => {
      const until = isGrantRefused(error) ? Number.POSITIVE_INFINITY : clock.now() + AGAIN_AFTER_MS;
      if (error instanceof AuthError) this.#refused = { error, until };
      throw error;
    });
    // From here on the new one counts, even if nobody could write it down: the old one may be void.
    this.#refreshToken = tokens.refreshToken ?? this.#refreshToken;
    return { tokens, current: { token: tokens.accessToken, madeAt, ...lifeOf(tokens, clock) } };
  }
}

function lifeOf({ expiresAt }: Tokens, clock: Clock): Pick<Current, "aheadAt" | "lateAt"> {
  const ms = expiresAt === null ? LIFE_MS : Date.parse(expiresAt) - clock.date();
  const end = clock.now() + ms;
  return { aheadAt: end - Math.min(AHEAD_MS, ms / 2), lateAt: end - Math.min(TOO_LATE_MS, ms / 2) };
}

/** Waits until the caller has kept new tokens, but not for ever: all calls wait with it. */
async function keep({ timeoutMs: ms }: Wire, onTokens: RefreshCredentials["onTokens"], tokens: Tokens): Promise<void> {
  try {
    await timeLimited(async () => onTokens?.(tokens), { ms, signal: undefined });
  } catch (error) {
    if (error instanceof TimedOut) throw new ConnectionError("onTokens was not through in time", { sent: false, cause: error });
    throw error;
  }
}
