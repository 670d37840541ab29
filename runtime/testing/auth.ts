import { errorReply, jsonReply, type RecordedRequest, type Reply, type Step } from "./reply.js";

const ACCESS_S = 2_592_000;
const REFRESH_S = 5_184_000;

/** The app whose credentials the server accepts, and its first valid refresh token. */
export interface FakeApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** Lifetime of access tokens in seconds, at least 1. Default: 30 days. */
  readonly expiresIn?: number | undefined;
}

/**
 * Imitates the OAuth endpoint, which accepts HTTP Basic authentication and a form. Every response
 * contains a new refresh token, except for the client credentials grant. The previous refresh token
 * stays valid until the new one is used, because a response may get lost.
 */
export class FakeTokens {
  readonly #app: FakeApp;
  /** Expiry time of each access token, according to the server's clock. */
  readonly #valid: Map<string, number>;
  readonly #date: () => number;
  #refreshTokens: readonly string[];
  #count = 0;

  /** `date` returns milliseconds since 1970. `accessToken` never expires. */
  constructor(app: FakeApp, accessToken: string, date: () => number) {
    this.#app = app;
    this.#date = date;
    this.#valid = new Map([[accessToken, Number.POSITIVE_INFINITY]]);
    this.#refreshTokens = [app.refreshToken];
  }

  /**
   * Whether the `Authorization` header is `Bearer` with a valid access token. False if there is no
   * header.
   */
  accepts(authorization: string | undefined): boolean {
    if (authorization?.startsWith("Bearer ") !== true) return false;
    return (this.#valid.get(authorization.slice("Bearer ".length)) ?? 0) > this.#date();
  }

  /**
   * Invalidates all access tokens issued so far, including the first. Refresh tokens stay valid.
   */
  revoke(): void {
    this.#valid.clear();
  }

  /**
   * Responds to a call to the OAuth endpoint. The status is:
   * - 200 with new tokens
   * - 401 if the Basic authentication does not contain the app's id and secret
   * - 400 (code 283) for an unknown refresh token, a missing authorization code, or an unsupported
   *   grant type
   */
  respond({ headers, body }: RecordedRequest): Reply {
    const { clientId, clientSecret } = this.#app;
    if (headers.authorization !== `Basic ${btoa(`${clientId}:${clientSecret}`)}`) {
      return errorReply(401, { code: 2, message: "Authentication failed." });
    }
    const form = Object.fromEntries(new URLSearchParams(body));
    const isValidGrant =
      form.grant_type === "refresh_token"
        ? this.#refreshTokens.includes(form.refresh_token ?? "")
        : form.grant_type === "client_credentials" ||
          (form.grant_type === "authorization_code" && Boolean(form.code));
    if (!isValidGrant) return errorReply(400, { code: 283, message: "invalid_grant" });
    this.#count++;
    const token = `fake-access-token-${this.#count}`;
    const refreshToken = `fake-refresh-token-${this.#count}`;
    this.#refreshTokens = [refreshToken, form.refresh_token ?? ""];
    const expiresIn = this.#app.expiresIn ?? ACCESS_S;
    this.#valid.set(token, this.#date() + expiresIn * 1_000);
    const tokens = {
      access_token: token,
      token_type: "bearer",
      expires_in: expiresIn,
      scope: form.scope ?? "ads:read",
    };
    if (form.grant_type === "client_credentials") return jsonReply(200, tokens);
    return jsonReply(200, {
      ...tokens,
      refresh_token: refreshToken,
      refresh_token_expires_in: REFRESH_S,
    });
  }
}

/** A rate limit: allows `requests` calls per `perMs` milliseconds. Further calls get status 429. */
export interface Quota {
  readonly requests: number;
  readonly perMs: number;
  /** Calls that count against the limit. File downloads never count. Default: create and poll. */
  readonly steps?: readonly Exclude<Step, "file">[] | undefined;
  /**
   * How responses announce the limit. Default: `headers`.
   * - `headers`: a response to a counted call contains the limit and the remaining calls, and a 429
   *   contains the time to wait
   * - `none`: nothing is announced
   * - `cost`: a 429 looks like one from the query cost limiter (code 2726), with the time to wait
   *   in the message
   */
  readonly announce?: "headers" | "none" | "cost" | undefined;
}

interface Window {
  readonly quota: Quota;
  startedAt: number;
  used: number;
}

/** Counts calls in fixed windows. `date` returns the server's time in milliseconds since 1970. */
export class Quotas {
  readonly #windows: readonly Window[];
  readonly #date: () => number;

  constructor(quotas: readonly Quota[], date: () => number) {
    this.#windows = quotas.map((quota) => ({ quota, startedAt: date(), used: 0 }));
    this.#date = date;
  }

  /**
   * Counts a call and returns the response of `usual` with rate limit headers. If a quota for
   * `step` is used up, returns a 429 instead; then the call does not count, and `usual` is not
   * called.
   */
  respond(step: Step, usual: () => Reply): Reply {
    const windows = this.#windows.filter(
      ({ quota: { steps = ["create", "poll"] as readonly Step[] } }) => steps.includes(step),
    );
    for (const window of windows) this.#roll(window);
    const full = windows.find(({ quota, used }) => used >= quota.requests);
    if (full !== undefined) return this.#reject(full, windows);
    for (const window of windows) window.used++;
    const reply = usual();
    return { ...reply, headers: { ...reply.headers, ...this.#headers(windows) } };
  }

  /** Starts a new window if the current one is over. Windows follow one another without gaps. */
  #roll(window: Window): void {
    const periods = Math.floor((this.#date() - window.startedAt) / window.quota.perMs);
    if (periods <= 0) return;
    window.startedAt += periods * window.quota.perMs;
    window.used = 0;
  }

  /** Returns the 429 response for a used-up quota. */
  #reject(window: Window, windows: readonly Window[]): Reply {
    const { announce = "headers" } = window.quota;
    const seconds = this.#untilReset(window);
    if (announce === "cost") {
      return errorReply(429, {
        code: 2726,
        message: `Reporting query cost limit exceeded. Retry after ${seconds} seconds`,
      });
    }
    const headers = {
      ...this.#headers(windows),
      ...(announce === "headers" && { "retry-after": String(seconds) }),
    };
    return errorReply(
      429,
      { code: 8, message: "You have exceeded your rate limit. Try again later." },
      headers,
    );
  }

  /**
   * Returns the rate limit headers. They describe the announced limit with the fewest calls left.
   * `x-ratelimit-limit` also lists all announced limits, shortest window first:
   * `100, 100;w=1, 1000;w=60`.
   */
  #headers(windows: readonly Window[]): Readonly<Record<string, string>> {
    const announced = windows
      .filter(({ quota: { announce = "headers" } }) => announce === "headers")
      .sort((a, b) => a.quota.perMs - b.quota.perMs);
    const remainingOf = ({ quota, used }: Window): number => quota.requests - used;
    const [first, ...otherWindows] = announced;
    if (first === undefined) return {};
    const tightest = otherWindows.reduce(
      (lowest, window) => (remainingOf(window) < remainingOf(lowest) ? window : lowest),
      first,
    );
    const policies = announced.map(
      ({ quota: { requests, perMs } }) => `${requests};w=${Math.ceil(perMs / 1_000)}`,
    );
    return {
      "x-ratelimit-limit": [tightest.quota.requests, ...policies].join(", "),
      "x-ratelimit-remaining": String(Math.max(0, remainingOf(tightest))),
      "x-ratelimit-reset": String(this.#untilReset(tightest)),
    };
  }

  /** Whole seconds until the window ends, at least 1. */
  #untilReset({ quota, startedAt }: Window): number {
    return Math.max(1, Math.ceil((startedAt + quota.perMs - this.#date()) / 1_000));
  }
}
