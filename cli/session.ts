import { printProblems, sanitize } from "../generator/print.js";
import { Problems } from "../generator/problem.js";
import { interruption } from "./interruption.js";
import { loadClient } from "./modules.js";
import type { ClientEvent, Progress } from "./terminal.js";
import { checkTokensPlace, readTokens, tokensFile, tokensIn, tokensStore } from "./tokens.js";
import { Usage } from "./usage.js";

export type Entry = Awaited<ReturnType<typeof loadClient>>;
export type Client = ReturnType<Entry["createClient"]>;
export type Body = Parameters<Client["report"]["create"]>[1];
export type Handle = Awaited<ReturnType<Client["report"]["create"]>>;

const DAY_MS = 86_400_000;
// So long before its end a refresh token is spoken of: it may take a while until there is someone to log in.
const SOON_MS = 14 * DAY_MS;
// What is stopped sooner needs no words.
const STOPPING_MS = 500;
const STOPPING = "stopping  what has been asked for is waited for, ten seconds at most; ctrl-C again ends it at once";

/** Where, as whom and how to call. */
export interface Access {
  /** To begin with, where there is a way to the next one. */
  readonly accessToken?: string | undefined;
  readonly refresh?: (App & { readonly refreshToken: string }) | undefined;
  /** ISO 8601; left out where that is not known. */
  readonly refreshTokenExpiresAt?: string | undefined;
  /** Where new tokens are kept. */
  readonly tokens?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** How long each report is waited for; the client's own unless told. */
  readonly deadlineMs?: number;
  /** By Pinterest's category; the client's own unless told. */
  readonly rateLimits?: Readonly<Record<string, { readonly requests: number; readonly perMs: number }>>;
}

/** An app's own credentials. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Session {
  readonly client: Client;
  readonly signal: AbortSignal;
}

/** What the work does beside its rows. */
export interface SessionHooks {
  readonly shown: Progress;
  /** What to say when it was stopped; also what must be done then, at once. */
  readonly stopped: () => string;
  /** What to say besides, when it failed, for whatever reason. */
  readonly failed?: (error: unknown) => string;
}

/** Access by the file of tokens, where there is one that has any, else by the environment. */
export async function accessFor(flag?: string): Promise<Access> {
  const tokens = tokensFile(flag);
  const kept = tokens === undefined ? {} : await readTokens(tokens);
  const isKept = kept.accessToken !== undefined || kept.refreshToken !== undefined;
  const { accessToken, refreshToken, refreshTokenExpiresAt } = isKept ? kept : tokensIn(process.env);
  if (refreshToken) {
    const refresh = { ...appFromEnvironment(), refreshToken };
    if (tokens !== undefined) await checkTokensPlace(tokens);
    return { accessToken, refresh, refreshTokenExpiresAt: refreshTokenExpiresAt ?? undefined, tokens, ...baseUrlFromEnvironment() };
  }
  if (accessToken) return { accessToken, ...baseUrlFromEnvironment() };
  throw new Usage(
    `PINTEREST_ACCESS_TOKEN is not set${tokens === undefined ? "" : `, and ${tokens} has no token`}`,
    "It needs an access token with the scope ads:read; `pinterest-reports login` gets one, and a PINTEREST_REFRESH_TOKEN.",
  );
}

/** The app by the environment. */
export function appFromEnvironment(): App {
  const { PINTEREST_APP_ID: clientId, PINTEREST_APP_SECRET: clientSecret } = process.env;
  if (clientId && clientSecret) return { clientId, clientSecret };
  throw new Usage(
    `${clientId ? "PINTEREST_APP_SECRET" : "PINTEREST_APP_ID"} is not set`,
    "Both stand on the app's page at developers.pinterest.com.",
  );
}

/** The API's address by the environment, where it names one. */
export function baseUrlFromEnvironment(): { readonly baseUrl?: string } {
  const { PINTEREST_API_BASE_URL: baseUrl } = process.env;
  return baseUrl ? { baseUrl } : {};
}

/** Runs work with a client: errors in one line, and ctrl-C stops it in order. Resolves to the exit code, which is the work's own if it gives one. */
export async function withClient(
  access: Access,
  { shown, stopped, failed }: SessionHooks,
  work: (session: Session) => Promise<number | undefined>,
): Promise<number> {
  const entry = await loadClient();
  const stop = interruption(() => process.stderr.write(stopped()));
  const age = new RefreshTokenAge(access);
  const slow = (): unknown => setTimeout(() => shown.say(STOPPING), STOPPING_MS).unref();
  stop.signal.addEventListener("abort", slow, { once: true });
  try {
    const client = createClient(entry, access, {
      ...shown,
      onEvent: (event) => {
        age.heed(event);
        shown.onEvent(event);
      },
    });
    const exit = await work({ client, signal: stop.signal });
    shown.end();
    return exit ?? 0;
  } catch (error) {
    shown.end();
    if (stop.signal.aborted) {
      process.stderr.write(stopped());
      return stop.exit();
    }
    if (error instanceof entry.InvalidArgumentError) throw new Usage(error.message, "pinterest-reports run --help shows examples.");
    const besides = failed?.(error) ?? "";
    const told =
      error instanceof Problems
        ? printed(error)
        : error instanceof entry.PinterestReportsError
          ? `error  ${sanitize(error.message)}\n`
          : "";
    process.stderr.write(`${told}${besides}`);
    if (told === "") throw error;
    return 1;
  } finally {
    shown.end();
    process.stderr.write(age.warning());
    stop.end();
  }
}

/** How long the refresh token is still good, as far as that is known. */
class RefreshTokenAge {
  readonly #access: Access;
  #expiresAt: string | null;

  constructor(access: Access) {
    this.#access = access;
    this.#expiresAt = access.refreshTokenExpiresAt ?? null;
  }

  heed(event: ClientEvent): void {
    if (event.type === "refreshed") this.#expiresAt = event.refreshTokenExpiresAt ?? this.#expiresAt;
  }

  /** Empty while there is time. */
  warning(): string {
    const { refresh, tokens } = this.#access;
    const ms = this.#expiresAt === null ? Number.NaN : Date.parse(this.#expiresAt) - Date.now();
    if (refresh === undefined || !(ms < SOON_MS)) return "";
    const day = new Date(Date.now() + ms).toISOString().slice(0, 10);
    const days = Math.floor(ms / DAY_MS);
    const when = ms <= 0 ? `ran out on ${day}` : `runs out on ${day}, in ${days === 1 ? "1 day" : `${days} days`}`;
    const login = tokens === undefined ? "" : ` --tokens ${tokens}`;
    return `warning   the refresh token ${when}: pinterest-reports login${login} gets another one\n`;
  }
}

function printed({ list }: Problems): string {
  return printProblems(list, { color: process.stderr.hasColors?.() ?? false });
}

function createClient(entry: Entry, { accessToken, refresh, tokens, baseUrl, deadlineMs, rateLimits }: Access, shown: Progress): Client {
  const told = {
    ...(baseUrl !== undefined && { baseUrl }),
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(rateLimits && { rateLimits }),
  };
  const shared = { onEvent: shown.onEvent, ...told };
  try {
    if (refresh === undefined) return entry.createClient({ accessToken: accessToken ?? "", ...shared });
    const first = { ...refresh, ...(accessToken ? { accessToken } : {}), ...shared };
    if (tokens !== undefined) return entry.createClient({ ...first, tokens: tokensStore(tokens) });
    return entry.createClient({ ...first, onTokens: tellsLoss(refresh.refreshToken, shown) });
  } catch (error) {
    if (error instanceof TypeError)
      throw new Usage(error.message, "See PINTEREST_ACCESS_TOKEN, PINTEREST_REFRESH_TOKEN and PINTEREST_API_BASE_URL.");
    throw error;
  }
}

/** Says once that there is a new refresh token that will be lost. */
function tellsLoss(first: string, shown: Progress): (given: { readonly refreshToken: string | null }) => void {
  let said = false;
  return ({ refreshToken }) => {
    if (said || refreshToken === null || refreshToken === first) return;
    said = true;
    shown.say(LOST);
  };
}

const LOST = `tokens    Pinterest gave a new refresh token in place of yours, and this run does not keep it: yours may stop working.
          --tokens FILE, or PINTEREST_TOKENS_FILE, keeps it there from the next run on.`;
