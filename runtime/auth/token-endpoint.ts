import type { ApiCall } from "../contract.js";
import { ApiError, AuthError, ConnectionError } from "../errors.js";
import { type Authenticator, sendCall } from "../http/call.js";
import type { CallConfig } from "../http/config.js";
import type { RefusesAccess } from "../http/response.js";
import { type Authorization, SMALL_RESPONSE_BYTES } from "../http/send.js";
import { printing } from "../redact.js";
import { checkSecret, type Tokens } from "./credentials.js";

const DEADLINE_MS = 60_000;
// Maximum length of a token in characters. Even tokens with embedded claims are shorter.
const MAX_TOKEN_LENGTH = 16_384;
// Pinterest's error code for an invalid authorization grant.
const GRANT_INVALID = 283;

/** Form fields of a call to the OAuth endpoint, keyed by name. */
type TokenForm = Readonly<Record<string, string>>;

interface TokenResponse {
  readonly access_token?: unknown;
  readonly expires_in?: unknown;
  readonly refresh_token?: unknown;
  readonly refresh_token_expires_in?: unknown;
  readonly scope?: unknown;
}

/** An app's own credentials. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
}

// Pinterest's error code for "Something went wrong on our end".
const SERVER_FAULT = 12;

/**
 * Whether a response from the OAuth endpoint rejects the grant or the app. True for a 400 or 401
 * with JSON, unless the response reports a server fault. A web page comes from a proxy, not from
 * the endpoint itself.
 */
export const refusesGrant: RefusesAccess = ({ status, body, code }) =>
  (status === 400 || status === 401) && Object(body) === body && code !== SERVER_FAULT;

/** Parameters of a call to the OAuth endpoint. */
export interface TokenRequest {
  readonly app: App;
  readonly form: TokenForm;
  readonly signal?: AbortSignal | undefined;
}

// Follows RFC 6749, so that tokens do not depend on an API description.
const TOKEN_CALL: ApiCall<TokenForm> = {
  rateLimit: null,
  call: (api, body, init) =>
    api.POST("/oauth/token", {
      ...init,
      body,
      headers: { ...init.headers, "content-type": "application/x-www-form-urlencoded" },
    }),
};

/**
 * Sends `form` to the OAuth endpoint and returns the tokens. The deadline is one minute. A refresh
 * is retried, because a second refresh only returns another set of tokens. A code can be used only
 * once, so an exchange is retried only if it is certain that the request was not processed. Throws
 * an `AuthError` if the grant or the app is rejected, and an `ApiError` for any other error or an
 * invalid response. Throws a `ConnectionError` if there is no response, and `signal.reason` on an
 * abort.
 */
export async function requestTokens(
  config: CallConfig,
  { app, form, signal }: TokenRequest,
): Promise<Tokens> {
  const authenticator = basicAuth(app, [form.refresh_token, form.code, form.code_verifier]);
  const idempotent = form.grant_type === "refresh_token";
  const options = {
    work: { name: "token" },
    idempotent,
    deadline: config.clock.now() + DEADLINE_MS,
    signal,
    authenticator,
  };
  try {
    return await sendCall(config, {
      operation: TOKEN_CALL,
      input: form,
      options,
      expected: { refusesAccess: refusesGrant, maxBytes: SMALL_RESPONSE_BYTES, showable: [] },
      read({ data, invalid }) {
        const response = tokenResponseIn(data);
        const { access_token: token, refresh_token: newRefreshToken } = response;
        if (!isToken(token)) throw invalid("without an access token");
        if (isPresent(newRefreshToken) && !isToken(newRefreshToken))
          throw invalid(
            "with a refresh token that contains characters not allowed in a header or a token file",
          );
        return tokensOf(token, response, config.clock.date());
      },
      errorOf: proxyErrorOf,
    });
  } catch (error) {
    throw error instanceof ProxyError ? error.cause : error;
  }
}

/**
 * The token fields of a response. They are at its top level or, as in report responses, in `data`.
 * A response that is not an object has none.
 */
function tokenResponseIn(response: unknown): TokenResponse {
  // Own members only: a property of `Object.prototype` is not a token of this response.
  const ownMembers = (value: unknown): TokenResponse & { readonly data?: unknown } =>
    Object.assign(Object.create(null), Object(value) === value ? value : {});
  const fields = ownMembers(response);
  return fields.access_token === undefined ? ownMembers(fields.data) : fields;
}

/**
 * A rejection whose body is not JSON. A proxy sent it, not the OAuth endpoint, so a retry may
 * succeed.
 */
class ProxyError extends ConnectionError {}

/** A `ProxyError` for a 4xx without a JSON body, unless it is a rate limit; otherwise `error`. */
function proxyErrorOf(error: unknown): unknown {
  if (!(error instanceof ApiError) || Object(error.body) === error.body) return error;
  const { status, message, retryAfterMs } = error;
  // A rate limit applies even if a proxy reports it.
  const refused = status >= 400 && status < 500 && status !== 429 && retryAfterMs === null;
  return refused ? new ProxyError(message, { sent: true, cause: error }) : error;
}

/**
 * Whether the OAuth endpoint considers the grant (code or refresh token) invalid. A retry would get
 * the same response. True for an `AuthError` with Pinterest's code 283 or the OAuth error
 * `invalid_grant`, unless the response tells the client to wait. False for any other value, such as
 * an error that rejects the app.
 */
export function isGrantRefused(error: unknown): boolean {
  if (!(error instanceof AuthError) || error.retryAfterMs !== null) return false;
  return error.apiCode === GRANT_INVALID || Object(error.body).error === "invalid_grant";
}

/**
 * Returns the app's credentials. Throws a `TypeError` if one of them is missing or contains
 * characters other than visible ASCII, or if `clientId` contains a colon. The error shows neither
 * of them.
 */
export function checkApp({
  clientId,
  clientSecret,
}: {
  readonly clientId?: unknown;
  readonly clientSecret?: unknown;
}): App {
  const app = {
    clientId: checkSecret("clientId", clientId),
    clientSecret: checkSecret("clientSecret", clientSecret),
  };
  if (app.clientId.includes(":"))
    throw new TypeError(
      "clientId must not contain a colon, which ends the user name in HTTP Basic",
    );
  return app;
}

/**
 * An HTTP Basic authenticator with the app's credentials, which cannot be renewed. The credentials
 * must have passed `checkApp`. Strings in `otherSecrets` are redacted from errors like the secret
 * itself; empty strings and other values are ignored.
 */
export function basicAuth(
  { clientId, clientSecret }: App,
  otherSecrets: readonly unknown[],
): Authenticator {
  const encoded = btoa(`${clientId}:${clientSecret}`);
  const texts = [clientSecret, ...otherSecrets].filter(
    (text) => typeof text === "string" && text !== "",
  ) as readonly string[];
  const secrets = texts.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const authorization: Authorization = {
    header: `Basic ${encoded}`,
    secrets: [encoded, ...secrets],
  };
  return { authorize: () => authorization, renew: async () => false };
}

/**
 * Whether the value is 1 to 16,384 characters of visible ASCII. Such a value fits in a header and
 * one line of a file.
 */
function isToken(value: unknown): value is string {
  return (
    typeof value === "string" && value.length <= MAX_TOKEN_LENGTH && /^[\x21-\x7e]+$/.test(value)
  );
}

/**
 * Whether a member has a value. Servers send null or an empty string for values they do not
 * provide.
 */
function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/**
 * Converts the response to tokens. Lifetimes count from `date`, the current time in milliseconds
 * since 1970. A missing or malformed member becomes null.
 */
function tokensOf(accessToken: string, response: TokenResponse, date: number): Tokens {
  const at = (lifetime: unknown): string | null => {
    const seconds =
      typeof lifetime === "string" && /^\d{1,20}$/.test(lifetime) ? Number(lifetime) : lifetime;
    return typeof seconds === "number" && seconds > 0 && seconds < 1e10
      ? new Date(date + seconds * 1_000).toISOString()
      : null;
  };
  const { refresh_token: refreshToken, scope } = response;
  const isScope =
    typeof scope === "string" && scope.length <= MAX_TOKEN_LENGTH && /^[\x20-\x7e]+$/.test(scope);
  return hideFromInspect({
    accessToken,
    expiresAt: at(response.expires_in),
    refreshToken: isToken(refreshToken) ? refreshToken : null,
    refreshTokenExpiresAt: at(response.refresh_token_expires_in),
    scope: isScope ? scope : null,
  });
}

/**
 * Adds a hidden member that keeps consoles from printing `tokens`. Freezes and returns the same
 * object. `JSON.stringify` still includes the tokens.
 */
export function hideFromInspect(tokens: Tokens): Tokens {
  return Object.freeze(printing(tokens, () => "[Tokens: not shown]"));
}

// Pinterest's error code for failed authentication. Other codes in a 401 mean that the user lacks a
// permission.
const AUTHENTICATION_FAILED = 2;

/**
 * Whether the error means that Pinterest rejects these credentials for every call.
 *
 * True for an `AuthError` in these cases:
 * - Its code is Pinterest's 2 (authentication failed).
 * - The OAuth endpoint rejected the grant (`isGrantRefused`) or the app (`invalid_client`).
 *
 * False for any other value, such as a 401 for a missing permission. Does not check whether the
 * token could be renewed.
 */
export function isCredentialFailure(error: unknown): boolean {
  if (!(error instanceof AuthError)) return false;
  return (
    error.apiCode === AUTHENTICATION_FAILED ||
    isGrantRefused(error) ||
    Object(error.body).error === "invalid_client"
  );
}
