import { sanitize } from "../generator/print.js";
import { Problems } from "../generator/problem.js";
import { VARIABLES } from "../runtime/environment.js";
import { isoDay, utcToday } from "../runtime/validation/dates.js";
import { pluralize } from "../runtime/validation/wording.js";
import { loadClient } from "./modules.js";
import { problemText } from "./terminal/errors.js";
import { EXIT, EXIT_OF_PROBLEMS, isTemporary } from "./terminal/exit-codes.js";
import { interruption } from "./terminal/interruption.js";
import { clockOf, type Environment, type Io } from "./terminal/io.js";
import { shellCommand } from "./terminal/shell-command.js";
import type { ClientEvent, Progress } from "./terminal/terminal.js";
import { Usage } from "./terminal/usage.js";
import { checkTokensFile, readTokens, tokensFile, tokensIn, tokensStore } from "./tokens.js";

/** The module generated/index. */
export type ClientModule = Awaited<ReturnType<typeof loadClient>>;
export type Client = ReturnType<ClientModule["createClient"]>;
export type Body = Parameters<Client["report"]["create"]>[1];
export type Handle = Awaited<ReturnType<Client["report"]["create"]>>;

const DAY_MS = 86_400_000;
// Warn this long before a refresh token expires, because a new login can take time to arrange.
const WARN_BEFORE_MS = 14 * DAY_MS;
// A stop that takes less time than this is not announced.
const STOPPING_MS = 500;
const STOPPING =
  "stopping  waiting up to ten seconds for requests in flight; a second ctrl-C stops at once";

/** The client's credentials, base URL and options. */
export interface SessionOptions {
  /** The access token. With `refresh`, it is used only until it expires. */
  readonly accessToken?: string | undefined;
  readonly refresh?: (App & { readonly refreshToken: string }) | undefined;
  /** When the refresh token expires, in ISO 8601; undefined if unknown. */
  readonly refreshTokenExpiresAt?: string | undefined;
  /** The file to store new tokens in. */
  readonly tokens?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** Sends the requests. Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch;
  /** Maximum wait for each report, in milliseconds. By default, the client decides. */
  readonly deadlineMs?: number;
  /** Rate limits, keyed by Pinterest's category. By default, the client decides. */
  readonly rateLimits?: Readonly<
    Record<string, { readonly requests: number; readonly perMs: number }>
  >;
}

/** The credentials of an app. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The client, and the signal that aborts when the command must stop. */
export interface Session {
  readonly client: Client;
  readonly signal: AbortSignal;
}

/** How a command reports its progress, warnings and failures. */
export interface SessionHooks {
  readonly io: Io;
  readonly progress: Progress;
  /**
   * Returns the message to print when the work is stopped. Also does any final cleanup,
   * synchronously.
   */
  readonly stopped: () => string;
  /**
   * Set if the work itself reports when the refresh token expires. Otherwise, a warning is printed
   * at the end if the token expires soon.
   */
  readonly age?: RefreshTokenAge;
  /** The command whose help is suggested after an invalid argument. Default: `run`. */
  readonly command?: "run" | "sync";
  /** Returns an additional message to print if the work fails. */
  readonly failed?: (error: unknown) => string;
}

/**
 * The client's options, with the tokens from the token file or the environment. The token file is
 * `flag`, or the file that PINTEREST_TOKENS_FILE names. The environment is used if there is no such
 * file, or if it contains no tokens.
 *
 * With a refresh token, an access token is used only until it expires. If a token file is named,
 * the client stores new tokens in it, and this function makes it accessible only to its owner.
 *
 * Rejects with `Usage` if there is no token, the app's credentials for a refresh are missing, or
 * new tokens cannot be stored.
 */
export async function sessionOptionsFor(flag: string | undefined, io: Io): Promise<SessionOptions> {
  const { env } = io;
  const tokens = tokensFile(flag, env);
  const stored = tokens === undefined ? {} : await readTokens(tokens, io);
  const isStored = stored.accessToken !== undefined || stored.refreshToken !== undefined;
  const { accessToken, refreshToken, refreshTokenExpiresAt } = isStored ? stored : tokensIn(env);
  if (refreshToken) {
    const refresh = { ...appFromEnvironment(env), refreshToken };
    if (tokens !== undefined) await checkTokensFile(tokens, io);
    return {
      accessToken,
      refresh,
      refreshTokenExpiresAt: refreshTokenExpiresAt ?? undefined,
      tokens,
      ...baseUrlFromEnvironment(env),
    };
  }
  if (accessToken) return { accessToken, ...baseUrlFromEnvironment(env) };
  throw new Usage(
    `PINTEREST_ACCESS_TOKEN is not set${tokens === undefined ? "" : `, and ${tokens} has no token`}`,
    "Set it to an access token with the ads:read scope; `pinterest-reports login` gets one and a refresh token.",
  );
}

/**
 * Reads the app's credentials from PINTEREST_APP_ID and PINTEREST_APP_SECRET. Throws `Usage` if one
 * is unset or empty.
 */
export function appFromEnvironment(env: Environment): App {
  const { [VARIABLES.clientId]: clientId, [VARIABLES.clientSecret]: clientSecret } = env;
  if (clientId && clientSecret) return { clientId, clientSecret };
  throw new Usage(
    `${clientId ? VARIABLES.clientSecret : VARIABLES.clientId} is not set`,
    "Both are on the app's page at developers.pinterest.com.",
  );
}

/**
 * Reads the API's base URL from PINTEREST_API_BASE_URL. Returns an empty object if it is unset or
 * empty.
 */
export function baseUrlFromEnvironment({ [VARIABLES.baseUrl]: baseUrl }: Environment): {
  readonly baseUrl?: string;
} {
  return baseUrl ? { baseUrl } : {};
}

/** What to do about a token that Pinterest rejects. */
export const LOGIN =
  "Get a new token with `pinterest-reports login --tokens FILE`, which stores one that is refreshed automatically.";

/**
 * Runs `work` with a client whose events go to `progress`. A signal (ctrl-C, SIGTERM or SIGHUP)
 * aborts the `signal` of `work`. Always ends `progress`. Without `age`, warns at the end if the
 * refresh token expires within 14 days.
 *
 * Resolves to the result of `work`, or to 0 if `work` resolves to undefined. If a signal made
 * `work` reject, resolves to the signal's exit code. If `work` rejects with `Problems` or a client
 * error, prints the error and resolves to one of these:
 * - 4 if the same command may succeed later
 * - 2 for an input that cannot be read
 * - 1 otherwise
 *
 * Throws `Usage` for an invalid argument; rethrows all other errors. Also prints the message from
 * `stopped` if `work` was stopped, or the message from `failed` after any other error except an
 * invalid argument.
 */
export async function withClient(
  options: SessionOptions,
  { io, progress, stopped, failed, command = "run", age: reportedAge }: SessionHooks,
  work: (session: Session) => Promise<number | undefined>,
): Promise<number> {
  const module = await loadClient();
  const stop = interruption(io, () => io.stderr.write(stopped()));
  const age = reportedAge ?? new RefreshTokenAge(options, io);
  let announcement: NodeJS.Timeout | undefined;
  const announceStop = (): void => {
    announcement = setTimeout(() => progress.print(STOPPING), STOPPING_MS);
  };
  stop.signal.addEventListener("abort", announceStop, { once: true });
  try {
    const client = createClient(module, options, io, {
      ...progress,
      onEvent: (event) => {
        age.onEvent(event);
        progress.onEvent(event);
      },
    });
    const exit = await work({ client, signal: stop.signal });
    progress.end();
    return exit ?? EXIT.done;
  } catch (error) {
    progress.end();
    if (stop.signal.aborted) {
      io.stderr.write(stopped());
      return stop.exit();
    }
    if (error instanceof module.InvalidArgumentError)
      throw new Usage(error.message, `\`pinterest-reports ${command} --help\` shows examples.`);
    const addition = failed?.(error) ?? "";
    const message =
      error instanceof Problems
        ? problemText(error.list, io)
        : error instanceof module.PinterestReportsError
          ? `error  ${sanitize(error.message)}\n${error instanceof module.AuthError ? `  fix  ${LOGIN}\n` : ""}`
          : "";
    io.stderr.write(`${message}${addition}`);
    if (message === "") throw error;
    if (error instanceof Problems) return EXIT_OF_PROBLEMS[error.kind];
    return isTemporary(error) ? EXIT.tryAgain : EXIT.refused;
  } finally {
    clearTimeout(announcement);
    progress.end();
    const warning = reportedAge === undefined ? age.warning() : null;
    if (warning !== null)
      io.stderr.write(
        `warning   the refresh token ${warning.when}; to get a new one, run \`${warning.login}\`\n`,
      );
    stop.end();
  }
}

/**
 * Tracks when a session's refresh token expires, and which scopes the last refresh granted. Uses
 * the command's clock.
 */
export class RefreshTokenAge {
  /**
   * Scopes that the last refresh granted, in Pinterest's order. Null if there was no refresh, or if
   * Pinterest did not list them.
   */
  scopes: readonly string[] | null = null;
  readonly #options: SessionOptions;
  readonly #clock: ReturnType<typeof clockOf>;
  /** When the refresh token expires, in ms since 1970; NaN if unknown. */
  #expiresMs: number;

  constructor(options: SessionOptions, io: Pick<Io, "clock">) {
    this.#options = options;
    this.#clock = clockOf(io);
    this.#expiresMs = Date.parse(options.refreshTokenExpiresAt ?? "");
  }

  /** Reads the scopes and expiry from the client's refresh event; ignores other events. */
  onEvent(event: ClientEvent): void {
    if (event.type !== "refreshed") return;
    this.scopes = event.scope?.match(/[^\s,]+/g) ?? null;
    if (event.refreshTokenExpiresAt) this.#expiresMs = Date.parse(event.refreshTokenExpiresAt);
  }

  /**
   * Milliseconds until the refresh token expires; 0 or less after expiry. Null if there is no
   * refresh token, or if its expiry is unknown.
   */
  remainingMs(): number | null {
    const ms = this.#expiresMs - this.#clock.date();
    return this.#options.refresh === undefined || Number.isNaN(ms) ? null : ms;
  }

  /**
   * When the token expires and which command gets a new one. Null unless it has expired or expires
   * within 14 days.
   */
  warning(): { readonly when: string; readonly login: string } | null {
    const ms = this.remainingMs();
    if (ms === null || ms >= WARN_BEFORE_MS) return null;
    const day = isoDay(utcToday(this.#expiresMs));
    const when =
      ms <= 0
        ? `expired on ${day}`
        : `expires on ${day}, in ${pluralize(Math.floor(ms / DAY_MS), "day")}`;
    const { tokens } = this.#options;
    return {
      when,
      login: shellCommand([
        "pinterest-reports",
        "login",
        ...(tokens === undefined ? [] : ["--tokens", tokens]),
      ]),
    };
  }
}

/** Creates the client of a session. Throws `Usage` for invalid options. */
function createClient(
  module: ClientModule,
  options: SessionOptions,
  io: Io,
  progress: Progress,
): Client {
  const { accessToken, refresh, tokens, baseUrl, deadlineMs, rateLimits, fetch: custom } = options;
  const shared = {
    onEvent: progress.onEvent,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(rateLimits && { rateLimits }),
    ...(custom && { fetch: custom }),
    ...(io.clock && { clock: io.clock }),
  };
  try {
    if (refresh === undefined)
      return module.createClient({ accessToken: accessToken ?? "", ...shared });
    const withRefresh = { ...refresh, ...(accessToken ? { accessToken } : {}), ...shared };
    if (tokens !== undefined)
      return module.createClient({ ...withRefresh, tokens: tokensStore(tokens, io) });
    return module.createClient({
      ...withRefresh,
      onTokens: warnOnRotation(refresh.refreshToken, progress),
    });
  } catch (error) {
    if (error instanceof TypeError)
      throw new Usage(
        error.message,
        "Check PINTEREST_ACCESS_TOKEN, PINTEREST_REFRESH_TOKEN, PINTEREST_API_BASE_URL and PINTEREST_LOG.",
      );
    throw error;
  }
}

/** Prints, only once, that the new refresh token will be lost. */
function warnOnRotation(
  initialToken: string,
  progress: Progress,
): (tokens: { readonly refreshToken: string | null }) => void {
  let warned = false;
  return ({ refreshToken }) => {
    if (warned || refreshToken === null || refreshToken === initialToken) return;
    warned = true;
    progress.print(ROTATED);
  };
}

const ROTATED = `tokens    Pinterest replaced the refresh token, and this run does not store the new one: the old one may stop working.
          With --tokens FILE, or PINTEREST_TOKENS_FILE, a run stores new tokens in that file.`;
