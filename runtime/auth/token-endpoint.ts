import type { Answer, CallInit, Endpoint } from "../contract.js";
import { ApiError, AuthError, ConnectionError } from "../errors.js";
import { type Authenticator, call } from "../http/call.js";
import type { TransportConfig } from "../http/config.js";
import { type Authorization, createAttempt } from "../http/transport.js";
import { checkSecret, type Tokens } from "./credentials.js";

const DEADLINE_MS = 60_000;
// Longer than any that OAuth servers give, those that hold claims included.
const LONGEST_VALUE = 16_384;
// "The authorization grant is invalid".
const GRANT_INVALID = 283;

/** The form of a call to the OAuth endpoint, by name. */
export type TokenForm = Readonly<Record<string, string>>;

/** The part of an answer of the OAuth endpoint that is read. */
export interface TokenResponse {
  readonly access_token?: unknown;
  readonly expires_in?: unknown;
  readonly refresh_token?: unknown;
  readonly refresh_token_expires_in?: unknown;
  readonly scope?: unknown;
}

/** Asks the OAuth endpoint. Authentication is the runtime's: HTTP Basic. */
export type RequestTokens = (api: Endpoint, form: TokenForm, init: CallInit) => Promise<Answer<unknown>>;

/** An app's own credentials. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Where no description brings the operation along: the same request, by RFC 6749. */
const requestTokensByForm: RequestTokens = (api, form, init) =>
  api.POST("/oauth/token", { ...init, body: form, bodySerializer: (body: TokenForm) => new URLSearchParams(body) });

/** What is asked of the OAuth endpoint. */
export interface TokenRequest {
  readonly app: App;
  readonly form: TokenForm;
  readonly ask?: RequestTokens | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches tokens. Tried again where that may help: a refresh that was carried out twice gives two tokens and harms nobody. A code is good
 * once, so that it is sent again only when it surely was not taken.
 */
export async function requestTokens(
  wire: TransportConfig,
  { app, form, ask = requestTokensByForm, signal }: TokenRequest,
): Promise<Tokens> {
  const entry = basicAuth(app, [form.refresh_token, form.code, form.code_verifier]);
  const idempotent = form.grant_type === "refresh_token";
  const options = { work: { name: "token" }, idempotent, deadline: wire.clock.now() + DEADLINE_MS, signal, entry };
  try {
    return await call(wire, options, async (number, access, ms) => {
      const step = createAttempt(wire, { number, signal, access, ms, givesTokens: true, showable: [] });
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const { data } = await ask(step.api, form, { ...step.init, headers }).catch(proxyErrorFor);
      const answer = tokenResponseIn(data);
      const { access_token: token, refresh_token: next } = answer;
      if (!isToken(token)) throw step.invalidResponse("without an access token");
      if (isPresent(next) && !isToken(next))
        throw step.invalidResponse("with a refresh token that no header and no line of a file can hold");
      return tokensOf(token, answer, wire.clock.date());
    });
  } catch (error) {
    throw error instanceof ProxyError ? error.cause : error;
  }
}

/** What a response says of tokens, whatever its description says of it: by itself or, as reports are, in `data`. */
function tokenResponseIn(response: unknown): TokenResponse {
  // Their own members alone: what stands on all objects is no token of this response.
  const own = (value: unknown): TokenResponse & { readonly data?: unknown } =>
    Object.assign(Object.create(null), Object(value) === value ? value : {});
  const answer = own(response);
  return answer.access_token === undefined ? own(answer.data) : answer;
}

/** A refusal that is no JSON: not the OAuth endpoint's, but that of something on the way, which may be gone the next time. */
class ProxyError extends ConnectionError {}

function proxyErrorFor(error: unknown): never {
  if (!(error instanceof ApiError) || Object(error.body) === error.body) throw error;
  const { status, message, retryAfterMs } = error;
  // A limit is one, whoever's it is.
  const refused = status >= 400 && status < 500 && status !== 429 && retryAfterMs === null;
  throw refused ? new ProxyError(message, { sent: true, cause: error }) : error;
}

/** Whether this is the OAuth endpoint's word that the grant is void: no other answer would come the next time. */
export function isGrantRefused(error: unknown): boolean {
  if (!(error instanceof AuthError) || error.retryAfterMs !== null) return false;
  return error.apiCode === GRANT_INVALID || Object(error.body).error === "invalid_grant";
}

/** Checks an app's credentials, without showing them. */
export function checkApp({ clientId, clientSecret }: { readonly clientId: unknown; readonly clientSecret: unknown }): App {
  const app = { clientId: checkSecret("clientId", clientId), clientSecret: checkSecret("clientSecret", clientSecret) };
  if (app.clientId.includes(":")) throw new TypeError("clientId must not hold a colon: HTTP Basic could not tell where it ends");
  return app;
}

/** The way in with the app's own credentials: HTTP Basic. What is sent along and is secret, too, shows nowhere. */
export function basicAuth({ clientId, clientSecret }: App, along: readonly unknown[]): Authenticator {
  const encoded = btoa(`${clientId}:${clientSecret}`);
  const texts = [clientSecret, ...along].filter((one) => typeof one === "string" && one !== "") as readonly string[];
  const secrets = texts.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const access: Authorization = { header: `Basic ${encoded}`, secrets: [encoded, ...secrets] };
  return { authorize: () => access, renew: async () => false };
}

/** A text that a header and one line of a file can hold: a store of tokens writes it as it came. */
function isToken(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_VALUE && /^[\x21-\x7e]+$/.test(value);
}

/** Whether a member holds something: servers write null, or nothing, for what they do not give. */
function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** What is not written as it has to be counts as not said. */
function tokensOf(accessToken: string, answer: TokenResponse, date: number): Tokens {
  const at = (said: unknown): string | null => {
    const seconds = typeof said === "string" && /^\d{1,20}$/.test(said) ? Number(said) : said;
    return typeof seconds === "number" && seconds > 0 && seconds < 1e10 ? new Date(date + seconds * 1_000).toISOString() : null;
  };
  const { refresh_token: next, scope } = answer;
  const isScope = typeof scope === "string" && scope.length <= LONGEST_VALUE && /^[\x20-\x7e]+$/.test(scope);
  return quiet({
    accessToken,
    expiresAt: at(answer.expires_in),
    refreshToken: isToken(next) ? next : null,
    refreshTokenExpiresAt: at(answer.refresh_token_expires_in),
    scope: isScope ? scope : null,
  });
}

/** Plain data that Node does not print: a log line must not be where a token is found. */
export function quiet(tokens: Tokens): Tokens {
  const print = { value: () => "[Tokens: not shown]", enumerable: false };
  return Object.freeze(Object.defineProperty(tokens, Symbol.for("nodejs.util.inspect.custom"), print));
}

// Pinterest's "Authentication failed". Other codes of a 401 say that this user may not do this.
const AUTHENTICATION_FAILED = 2;

/** Whether no call with these credentials will be let in any more: the access token is refused and there is no other, or there will be none. */
export function isCredentialFailure(error: unknown): boolean {
  if (!(error instanceof AuthError)) return false;
  return error.apiCode === AUTHENTICATION_FAILED || isGrantRefused(error) || Object(error.body).error === "invalid_client";
}
