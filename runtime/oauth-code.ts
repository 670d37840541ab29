import { checkSecret, type Tokens } from "./credentials.js";
import { InvalidArgumentError } from "./errors.js";
import { checkApp, fetchTokens } from "./oauth-call.js";
import { ownOptions } from "./option-kinds.js";
import { type SharedOptions, settle } from "./options.js";

// Fixed: whoever sends people to another page to log in must not be able to do it by a description.
const PAGE = "https://www.pinterest.com/oauth/";
const SCOPES = ["ads:read"];

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
}

/** The page on which somebody lets the app read their reports; it leads back to `redirectUri` with a code. Sends nothing. */
export function authorizationUrl({ clientId, redirectUri, state, scopes = SCOPES }: AuthorizationOptions): string {
  const query = {
    client_id: checkSecret("clientId", clientId),
    redirect_uri: checkRedirect(redirectUri),
    response_type: "code",
    scope: scopes.join(","),
  };
  return `${PAGE}?${new URLSearchParams({ ...query, state: checkSecret("state", state) })}`;
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
  readonly signal?: AbortSignal;
}

/**
 * The first tokens, for the code with which somebody came back. Throws an `InvalidArgumentError`, before anything is sent, when the state is
 * another one or they said no; an `AuthError` when Pinterest does not take the code, which is good once and for a short time.
 */
export async function exchangeCode(given: CodeExchange): Promise<Tokens> {
  const options = ownOptions(given);
  const { redirectUri, state, callback, continuousRefresh = false, signal } = options;
  const app = checkApp(options);
  const wire = settle(options);
  const code = codeIn(queryOf(callback, checkRedirect(redirectUri)), checkSecret("state", state));
  const extra = continuousRefresh ? { continuous_refresh: "true" } : {};
  return fetchTokens(wire, { app, form: { grant_type: "authorization_code", code, redirect_uri: redirectUri, ...extra }, signal });
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
