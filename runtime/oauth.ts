import { abortable, TimedOut, timeLimited } from "./clock.js";
import { type AccessCredentials, type Credentials, checkSecret, type RefreshCredentials, type Tokens } from "./credentials.js";
import { AuthError, ConnectionError } from "./errors.js";
import { type App, type AskForTokens, checkApp, fetchTokens } from "./oauth-call.js";
import type { TokenSource, Wire } from "./options.js";
import { surelyRefused } from "./retry.js";

// Before a token runs out, the next one is fetched while the old one still works.
const AHEAD_MS = 300_000;
// With so little left, a call might arrive too late.
const TOO_LATE_MS = 10_000;
// A token that is refused as soon as this after it was made is not refused for its age: another one would be, too.
const YOUNG_MS = 30_000;
const AGAIN_AFTER_MS = 30_000;
const LIFE_MS = 30 * 86_400_000;

/** Checks the credentials; nothing is sent. */
export function tokenSource(wire: Wire, credentials: Credentials, ask?: AskForTokens): TokenSource {
  if (credentials.refreshToken !== undefined) return new RefreshedTokens(wire, credentials, ask);
  const { accessToken } = credentials;
  if (typeof accessToken === "function") return givenTokens(wire, accessToken);
  checkSecret("accessToken", accessToken);
  return { get: async () => accessToken, renew: async () => false };
}

function givenTokens({ timeoutMs: ms }: Wire, give: Exclude<AccessCredentials["accessToken"], string>): TokenSource {
  const get = async (refused: boolean, signal: AbortSignal | undefined): Promise<string> => {
    try {
      return checkSecret("accessToken", await timeLimited(async () => give({ refused }), { ms, signal }));
    } catch (error) {
      if (error instanceof TimedOut)
        throw new ConnectionError("the accessToken function gave no token in time", { sent: false, cause: error });
      throw error;
    }
  };
  return { get: (signal) => get(false, signal), renew: async (refused, signal) => (await get(true, signal)) !== refused };
}

interface Current {
  readonly token: string;
  /** By the clock's `now`. */
  readonly madeAt: number;
  readonly expiresAt: number;
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
  // The refresh token itself was refused: asking again would not help.
  #dead: AuthError | null = null;
  #notBefore = 0;

  constructor(
    wire: Wire,
    { accessToken, refreshToken, onTokens, continuousRefresh = false, ...app }: RefreshCredentials,
    ask?: AskForTokens,
  ) {
    this.#wire = wire;
    this.#app = checkApp(app);
    this.#ask = ask;
    this.#onTokens = onTokens;
    this.#continuous = continuousRefresh;
    this.#refreshToken = checkSecret("refreshToken", refreshToken);
    // How long a token from outside lives is not known; a 401 will tell.
    const unknown = { madeAt: Number.NEGATIVE_INFINITY, expiresAt: Number.POSITIVE_INFINITY };
    if (accessToken !== undefined) this.#current = { token: checkSecret("accessToken", accessToken), ...unknown };
  }

  async get(signal: AbortSignal | undefined): Promise<string> {
    const now = this.#wire.clock.now();
    const left = (this.#current?.expiresAt ?? 0) - now;
    if (this.#current === null || left <= TOO_LATE_MS) return abortable(this.#refresh(), signal);
    if (left <= AHEAD_MS && now >= this.#notBefore) {
      this.#notBefore = now + AGAIN_AFTER_MS;
      // Nobody waits for it, and its failure is nobody's: the token still works.
      this.#refresh().catch(() => {});
    }
    return this.#current.token;
  }

  async renew(refused: string, signal: AbortSignal | undefined): Promise<boolean> {
    if (this.#current !== null && this.#current.token !== refused) return true;
    if (this.#current !== null && this.#wire.clock.now() - this.#current.madeAt < YOUNG_MS) return false;
    await abortable(this.#refresh(), signal);
    return true;
  }

  #refresh(): Promise<string> {
    if (this.#dead !== null) return Promise.reject(this.#dead);
    // Without anyone's signal: others may wait for it, too.
    this.#underWay ??= this.#fetch().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #fetch(): Promise<string> {
    const { clock, emit } = this.#wire;
    const extra = this.#continuous ? { continuous_refresh: "true" } : {};
    const form = { grant_type: "refresh_token", refresh_token: this.#refreshToken, ...extra };
    const madeAt = clock.now();
    const tokens = await fetchTokens(this.#wire, { app: this.#app, form, ask: this.#ask }).catch((error: unknown) => {
      if (error instanceof AuthError && surelyRefused({ kind: "answer", ...error }) && error.retryAfterMs === null) this.#dead = error;
      throw error;
    });
    // From here on the new one counts, even if nobody could write it down: the old one may be void.
    this.#refreshToken = tokens.refreshToken ?? this.#refreshToken;
    await this.#onTokens?.(tokens);
    const lifeMs = tokens.expiresAt === null ? LIFE_MS : Date.parse(tokens.expiresAt) - clock.date();
    this.#current = { token: tokens.accessToken, madeAt, expiresAt: clock.now() + lifeMs };
    emit({ type: "refreshed", expiresAt: tokens.expiresAt });
    return tokens.accessToken;
  }
}
