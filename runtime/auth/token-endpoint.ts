import { ApiError, AuthError, ConnectionError } from "../errors.js";
import { type Authenticator, call } from "../http/call.js";
import type { TransportConfig } from "../http/config.js";
import { type Authorization, createAttempt } from "../http/transport.js";
import { checkSecret, type Tokens } from "./credentials.js";

const DEADLINE_MS = 60_000;
// Maximum length of a token in characters. OAuth servers issue none that long, not even with embedded claims.
const LONGEST_VALUE = 16_384;
// Pinterest's error code for an invalid authorization grant.
const GRANT_INVALID = 283;

/** Form fields of a call to the OAuth endpoint, by name. */
type TokenForm = Readonly<Record<string, string>>;

/** The fields of an OAuth response that are read. */
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

/** Parameters of a call to the OAuth endpoint. */
export interface TokenRequest {
  readonly app: App;
  readonly form: TokenForm;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches tokens. A refresh is retried, since repeating it only returns further tokens. A code is valid once, so its exchange is retried
 * only if it was certainly not processed. Throws an `AuthError` if the grant or the app is rejected.
 */
export async function requestTokens(config: TransportConfig, { app, form, signal }: TokenRequest): Promise<Tokens> {
  const authenticator = basicAuth(app, [form.refresh_token, form.code, form.code_verifier]);
  const idempotent = form.grant_type === "refresh_token";
  const options = { work: { name: "token" }, idempotent, deadline: config.clock.now() + DEADLINE_MS, signal, authenticator };
  try {
    return await call(config, options, async (number, authorization, ms) => {
      const step = createAttempt(config, { number, signal, authorization: authorization, ms, isTokenEndpoint: true, showable: [] });
      // By RFC 6749, so that tokens do not depend on a description.
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const init = { ...step.init, headers, body: form, bodySerializer: (body: TokenForm) => new URLSearchParams(body) };
      const { data } = await step.api.POST<unknown>("/oauth/token", init).catch(proxyErrorFor);
      const response = tokenResponseIn(data);
      const { access_token: token, refresh_token: newRefreshToken } = response;
      if (!isToken(token)) throw step.invalidResponse("without an access token");
      if (isPresent(newRefreshToken) && !isToken(newRefreshToken))
        throw step.invalidResponse("with a refresh token that contains characters not allowed in a header or a line of a file");
      return tokensOf(token, response, config.clock.date());
    });
  } catch (error) {
    throw error instanceof ProxyError ? error.cause : error;
  }
}

/** The token fields of a response, at the top level or, as in reports, in `data`; independent of the description. */
function tokenResponseIn(response: unknown): TokenResponse {
  // Own members only: a property of `Object.prototype` is no token of this response.
  const ownMembers = (value: unknown): TokenResponse & { readonly data?: unknown } =>
    Object.assign(Object.create(null), Object(value) === value ? value : {});
  const fields = ownMembers(response);
  return fields.access_token === undefined ? ownMembers(fields.data) : fields;
}

/** A rejection that is no JSON: not from the OAuth endpoint but from a proxy, so that a retry may succeed. */
class ProxyError extends ConnectionError {}

function proxyErrorFor(error: unknown): never {
  if (!(error instanceof ApiError) || Object(error.body) === error.body) throw error;
  const { status, message, retryAfterMs } = error;
  // A rate limit counts, even if a proxy reports it.
  const refused = status >= 400 && status < 500 && status !== 429 && retryAfterMs === null;
  throw refused ? new ProxyError(message, { sent: true, cause: error }) : error;
}

/** Whether the OAuth endpoint says that the grant is void: a retry would get the same response. */
export function isGrantRefused(error: unknown): boolean {
  if (!(error instanceof AuthError) || error.retryAfterMs !== null) return false;
  return error.apiCode === GRANT_INVALID || Object(error.body).error === "invalid_grant";
}

/** Checks an app's credentials, without showing them. Throws a `TypeError`. */
export function checkApp({ clientId, clientSecret }: { readonly clientId: unknown; readonly clientSecret: unknown }): App {
  const app = { clientId: checkSecret("clientId", clientId), clientSecret: checkSecret("clientSecret", clientSecret) };
  if (app.clientId.includes(":")) throw new TypeError("clientId must not contain a colon, which ends the user name in HTTP Basic");
  return app;
}

/**
 * Authentication by the app's own credentials, which cannot be renewed: HTTP Basic. The app must have passed `checkApp`. The texts in
 * `along` are redacted as secrets too; other values are ignored.
 */
export function basicAuth({ clientId, clientSecret }: App, otherSecrets: readonly unknown[]): Authenticator {
  const encoded = btoa(`${clientId}:${clientSecret}`);
  const texts = [clientSecret, ...otherSecrets].filter((text) => typeof text === "string" && text !== "") as readonly string[];
  const secrets = texts.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const authorization: Authorization = { header: `Basic ${encoded}`, secrets: [encoded, ...secrets] };
  return { authorize: () => authorization, renew: async () => false };
}

/** Whether the value can be written to a header and to one line of a file: a store of tokens writes it unchanged. */
function isToken(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_VALUE && /^[\x21-\x7e]+$/.test(value);
}

/** Whether a member has a value: servers send null or an empty text for values they do not provide. */
function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** Converts the response to tokens. A malformed member counts as missing. */
function tokensOf(accessToken: string, response: TokenResponse, date: number): Tokens {
  const at = (lifetime: unknown): string | null => {
    const seconds = typeof lifetime === "string" && /^\d{1,20}$/.test(lifetime) ? Number(lifetime) : lifetime;
    return typeof seconds === "number" && seconds > 0 && seconds < 1e10 ? new Date(date + seconds * 1_000).toISOString() : null;
  };
  const { refresh_token: refreshToken, scope } = response;
  const isScope = typeof scope === "string" && scope.length <= LONGEST_VALUE && /^[\x20-\x7e]+$/.test(scope);
  return quiet({
    accessToken,
    expiresAt: at(response.expires_in),
    refreshToken: isToken(refreshToken) ? refreshToken : null,
    refreshTokenExpiresAt: at(response.refresh_token_expires_in),
    scope: isScope ? scope : null,
  });
}

/** Makes tokens plain data that Node does not print, so that no log line contains them. */
export function quiet(tokens: Tokens): Tokens {
  const print = { value: () => "[Tokens: not shown]", enumerable: false };
  return Object.freeze(Object.defineProperty(tokens, Symbol.for("nodejs.util.inspect.custom"), print));
}

// Pinterest's error code for a failed authentication. Other codes of a 401 mean that this user lacks a permission.
const AUTHENTICATION_FAILED = 2;

/** Whether all further calls with these credentials will be rejected: the access token is rejected, and no other can be fetched. */
export function isCredentialFailure(error: unknown): boolean {
  if (!(error instanceof AuthError)) return false;
  return error.apiCode === AUTHENTICATION_FAILED || isGrantRefused(error) || Object(error.body).error === "invalid_client";
}
