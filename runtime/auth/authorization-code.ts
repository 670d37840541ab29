import { ApiError, InvalidArgumentError } from "../errors.js";
import { resolveOptions, type SharedOptions } from "../http/config.js";
import { ownOptions } from "../options.js";
import { checkSecret, type Tokens } from "./credentials.js";
import { checkApp, isGrantRefused, requestTokens } from "./token-endpoint.js";

// Fixed: whoever sends people to another page to log in must not be able to do it by a description.
const PAGE = "https://www.pinterest.com/oauth/";
const SCOPES = ["ads:read"];
const CHALLENGE_METHOD = { code_challenge_method: "S256" };

/** What the address of the page with the question is made of. */
export interface AuthorizationOptions {
  /** The app's id. */
  readonly clientId: string;
  /** One of the redirect links that the app is registered with, to the letter. */
  readonly redirectUri: string;
  /** A random text that nobody can guess, such as `crypto.randomUUID()`; kept until `exchangeCode`. */
  readonly state: string;
  /** What to ask for. Default: `ads:read`, which is all that reports need. */
  readonly scopes?: readonly string[];
  /** Of `createCodeVerifier`: then the code is of use only with the verifier, where Pinterest heeds it. Default: none. */
  readonly codeChallenge?: string;
}

/** The page on which somebody lets the app read their reports; it leads back to `redirectUri` with a code. Sends nothing. */
export function authorizationUrl({ clientId, redirectUri, state, scopes = SCOPES, codeChallenge }: AuthorizationOptions): string {
  const query = {
    client_id: checkSecret("clientId", clientId),
    redirect_uri: checkRedirect(redirectUri),
    response_type: "code",
    scope: scopes.join(","),
  };
  const proof = codeChallenge === undefined ? {} : { code_challenge: checkSecret("codeChallenge", codeChallenge), ...CHALLENGE_METHOD };
  return `${PAGE}?${new URLSearchParams({ ...query, state: checkSecret("state", state), ...proof })}`;
}

/** A secret for one authorization, and what may be known of it: PKCE, RFC 7636. */
export interface CodeVerifier {
  /** Kept with the state until `exchangeCode`. */
  readonly codeVerifier: string;
  /** For `authorizationUrl`. */
  readonly codeChallenge: string;
}

/** A new secret for one authorization. A code that is taken on its way back is of no use without it, where Pinterest heeds it. */
export async function createCodeVerifier(): Promise<CodeVerifier> {
  const codeVerifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  return { codeVerifier, codeChallenge: base64url(new Uint8Array(digest)) };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** What a code is exchanged for tokens with. */
export interface CodeExchange extends SharedOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** As given to `authorizationUrl`, to the letter. */
  readonly redirectUri: string;
  /** As given to `authorizationUrl`. */
  readonly state: string;
  /** The address on which somebody came back, with its query; what a server has of it, such as `request.url` of Node, will do. */
  readonly callback: string | URL;
  /** Sends `continuous_refresh`: apps made before 25 September 2025 must, to get refresh tokens that never run out. Default: not sent. */
  readonly continuousRefresh?: boolean;
  /**
   * Of `createCodeVerifier`, where its challenge was given to `authorizationUrl`. Pinterest does not document whether it takes one: an OAuth
   * endpoint that refuses the field by its name is asked once more without it.
   */
  readonly codeVerifier?: string;
  readonly signal?: AbortSignal;
}

/**
 * The first tokens, for the code with which somebody came back. Throws an `InvalidArgumentError`, before anything is sent, when the state is
 * another one or they said no; an `AuthError` when Pinterest does not take the code, which is good once and for a short time.
 */
export async function exchangeCode(given: CodeExchange): Promise<Tokens> {
  const options = ownOptions(given);
  const { redirectUri, state, callback, codeVerifier, continuousRefresh = false, signal } = options;
  const app = checkApp(options);
  const wire = resolveOptions(options);
  const code = codeIn(queryOf(callback, checkRedirect(redirectUri)), checkSecret("state", state));
  const extra = continuousRefresh ? { continuous_refresh: "true" } : {};
  const form = { grant_type: "authorization_code", code, redirect_uri: redirectUri, ...extra };
  if (codeVerifier === undefined) return requestTokens(wire, { app, form, signal });
  const proof = { code_verifier: checkSecret("codeVerifier", codeVerifier) };
  return requestTokens(wire, { app, form: { ...form, ...proof }, signal }).catch((error: unknown) => {
    // The code has not been used by that. An endpoint that knows the challenge takes no code without its verifier.
    if (isFieldRefused(error, "code_verifier")) return requestTokens(wire, { app, form, signal });
    throw error;
  });
}

/** Whether a form was refused because this field does not belong there. */
function isFieldRefused(error: unknown, name: string): boolean {
  return error instanceof ApiError && error.status === 400 && !isGrantRefused(error) && error.message.includes(name);
}

/** What a refresh token is exchanged for new tokens with. */
export interface TokenRefresh extends SharedOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** Sends `continuous_refresh`: apps made before 25 September 2025 must, to get refresh tokens that never run out. Default: not sent. */
  readonly continuousRefresh?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * New tokens for a refresh token, once: for a job that renews them at a time of its own, in place of clients that do so by themselves. Where
 * Pinterest gives no new refresh token, that of the answer is null and the old one stays. Throws an `AuthError` when Pinterest does not take it.
 */
export async function refreshTokens(given: TokenRefresh): Promise<Tokens> {
  const options = ownOptions(given);
  const { refreshToken, continuousRefresh = false, signal } = options;
  const app = checkApp(options);
  const extra = continuousRefresh ? { continuous_refresh: "true" } : {};
  const form = { grant_type: "refresh_token", refresh_token: checkSecret("refreshToken", refreshToken), ...extra };
  return requestTokens(resolveOptions(options), { app, form, signal });
}

function checkRedirect(redirectUri: unknown): string {
  if (typeof redirectUri === "string" && URL.canParse(redirectUri)) return redirectUri;
  throw new TypeError("redirectUri must be an address");
}

/** The address itself is shown by no error: it holds the code. */
function queryOf(callback: string | URL, base: string): URLSearchParams {
  if (!URL.canParse(String(callback), base)) throw new InvalidArgumentError("callback is not an address; nothing was sent");
  return new URL(callback, base).searchParams;
}

function codeIn(query: URLSearchParams, state: string): string {
  if (query.get("state") !== state) throw new InvalidArgumentError("the state is not the one that was sent along; nothing was sent");
  const error = query.get("error");
  // Shown only where it is one of the words that OAuth has for it: anybody can write an address.
  if (error !== null)
    throw new InvalidArgumentError(`no access was given${/^[a-z_]{1,40}$/.test(error) ? `: ${error}` : ""}; nothing was sent`);
  const code = query.get("code");
  if (code === null || !/^[\x21-\x7e]+$/.test(code)) throw new InvalidArgumentError("the address has no code; nothing was sent");
  return code;
}
