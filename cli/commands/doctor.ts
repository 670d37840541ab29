import { jsonText, sanitize } from "../../generator/print.js";
import { Problems } from "../../generator/problem.js";
import { pluralize } from "../../runtime/validation/wording.js";
import { loadClient } from "../modules.js";
import {
  LOGIN,
  RefreshTokenAge,
  type SessionOptions,
  sessionOptionsFor,
  withClient,
} from "../session.js";
import { packageVersion } from "../terminal/errors.js";
import { EXIT, isTemporary } from "../terminal/exit-codes.js";
import { clockOf, type Io } from "../terminal/io.js";
import { createProgress, hasColors } from "../terminal/terminal.js";
import { suggestion, Usage, usageError } from "../terminal/usage.js";
import { tokensFile } from "../tokens.js";
import {
  type AdAccount,
  type AdAccounts,
  adAccountsOf,
  rolesIn,
  unusableText,
} from "./accounts.js";
import {
  askForConsent,
  type LiveResult,
  liveResults,
  rateLimitText,
  retryAdvice,
} from "./live-checks.js";

/** Arguments of `doctor`. */
export interface DoctorArguments {
  /** `text` or `json`; default: `text`. */
  readonly format?: string;
  /** The token file. */
  readonly tokens?: string;
  /** Whether to create three small reports, after asking; default: false. */
  readonly live?: boolean;
  /** Whether to skip the question; default: false. */
  readonly yes?: boolean;
}

/** What was found about one subject, such as the token or the clock. */
interface Finding {
  /**
   * `broken`: reports fail. `warning`: reports are likely to fail, now or soon. `unknown`:
   * Pinterest's responses do not show the state.
   */
  readonly state: "ok" | "unknown" | "warning" | "broken";
  readonly subject: string;
  readonly message: string;
  /** What to do; null if there is nothing to do. */
  readonly fix: string | null;
}

const FORMATS = ["text", "json"];
/** ANSI color codes; `unknown` uses the terminal's default color. */
const COLORS: Readonly<Record<Finding["state"], number>> = {
  ok: 32,
  unknown: 39,
  warning: 33,
  broken: 31,
};
const DAY_MS = 86_400_000;
// `--since` counts days by this machine's clock, in UTC. Being a minute off matters only around
// midnight.
const MAX_SKEW_MS = 60_000;
// Users with these roles can create reports for an ad account.
const REPORT_ROLES = ["OWNER", "ADMIN", "ANALYST", "CAMPAIGN_MANAGER"];
const MAX_LISTED = 5;

/** The headers of the API's last response, and when the response arrived. */
interface ResponseFacts {
  readonly headers: Headers;
  /** When the response arrived, according to this machine's clock, in ms since 1970. */
  readonly receivedMs: number;
}

/**
 * Checks the credentials, the accounts and the machine, and prints each finding with its fix.
 * Missing credentials are a finding too. Fetches and stores new tokens if there is a refresh token
 * and no valid access token. Lists the ad accounts. With `live` and consent, creates three small
 * reports; without consent, does everything else. If there is a refresh token, makes the token file
 * accessible only to its owner. Changes nothing else, and prints no token.
 *
 * Resolves to 1 if something is broken. Resolves to 4 if listing the accounts fails with a
 * temporary error and nothing else is broken. Otherwise resolves to 0, even if there are warnings.
 * If stopped by a signal, resolves to the signal's exit code. Throws `Usage` for an unknown format,
 * for `yes` without `live`, or if the command cannot ask for consent.
 */
export async function doctor(
  { format = "text", tokens, live = false, yes = false }: DoctorArguments,
  io: Io,
): Promise<number> {
  if (!FORMATS.includes(format))
    throw new Usage(`unknown format: ${format}`, suggestion(format, FORMATS));
  if (yes && !live) throw usageError("doctor", "--yes needs --live");
  const isLive = live && (yes || (await askForConsent(io)));
  if (live && !isLive) io.stderr.write("not confirmed: no reports are created\n");
  const shown: LiveResult[] = [];
  const findings: Finding[] = [];
  const brokenAt =
    (subject: string) =>
    (error: unknown): undefined => {
      if (!(error instanceof Usage)) throw error;
      findings.push(finding("broken", subject, error.message, error.hint));
    };
  const options = await sessionOptionsFor(tokens, io).catch(brokenAt("token"));
  if (options !== undefined) findings.push(finding("ok", "token", sourceText(options, io, tokens)));
  const exit =
    options &&
    (await examine(options, { findings, live: isLive ? shown : null }, io).catch(
      brokenAt("configuration"),
    ));
  findings.push(...shown.map(liveFinding));
  io.stdout.write(
    format === "json"
      ? `${jsonText(findings, 2)}\n`
      : findings.map((each) => findingText(each, hasColors(io.stdout, io.env))).join(""),
  );
  if (format === "text" && shown.length > 0) io.stdout.write(forIssue(shown));
  if (exit !== undefined && exit !== EXIT.done && exit !== EXIT.tryAgain) return exit;
  // If listing the accounts failed with a temporary error, that finding alone does not lead to exit
  // code 1.
  const isLasting = ({ state, subject }: Finding): boolean =>
    state === "broken" && (exit !== EXIT.tryAgain || !/^(?:access|network)$/.test(subject));
  return findings.some(isLasting) ? EXIT.refused : (exit ?? EXIT.done);
}

/**
 * Adds findings from the API's responses. Resolves to an exit code: the signal's code if stopped, 4
 * if listing the accounts may succeed later, or 0.
 */
function examine(
  options: SessionOptions,
  {
    findings,
    live,
  }: {
    readonly findings: Finding[];
    /** The list to which the results of live reports are added; null if no report is created. */
    readonly live: LiveResult[] | null;
  },
  io: Io,
): Promise<number> {
  let last: ResponseFacts | null = null;
  const observed: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    last = { headers: response.headers, receivedMs: clockOf(io).date() };
    return response;
  };
  const progress = createProgress(io, { quiet: live === null });
  const age = new RefreshTokenAge(options, io);
  const hooks = { io, progress, stopped: () => "stopped\n", age };
  return withClient({ ...options, fetch: observed }, hooks, async ({ client, signal }) => {
    const accounts = await adAccountsOf(client, signal).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return { error };
    });
    if ("all" in accounts) {
      findings.push(finding("ok", "access", "Pinterest accepts the token"));
      findings.push(scopeFinding(age));
      findings.push(refreshFinding(options, age));
      findings.push(...accountFindings(accounts));
    } else
      findings.push(await errorFinding(accounts.error, options, age), refreshFinding(options, age));
    if (last !== null) findings.push(limitFinding(last), skewFinding(last));
    const adAccountId = "all" in accounts ? accountForReports(accounts)?.id : undefined;
    if (live !== null && adAccountId !== undefined)
      for await (const result of liveResults(client, { adAccountId, io, signal })) {
        const outcome = result.fix === null ? "done" : "rate limit";
        io.stderr.write(`live      ${result.subject}: ${outcome}\n`);
        live.push(result);
      }
    return "error" in accounts && isTemporary(accounts.error) ? EXIT.tryAgain : EXIT.done;
  });
}

/** The first account for which the user can create reports, or else the first account. */
function accountForReports({ all }: AdAccounts): AdAccount | undefined {
  return all.find((account) => mayReport(account)) ?? all[0];
}

/** Whether the user's role may allow reports. True if the roles are unknown. */
function mayReport(account: AdAccount): boolean {
  return rolesIn(account)?.some((role) => REPORT_ROLES.includes(role)) !== false;
}

/** A finding for the result of a live report. */
function liveFinding({ subject, isSettled, message, fix }: LiveResult): Finding {
  return finding(isSettled ? "ok" : "unknown", subject, message, fix);
}

/** The results of live reports as text for an issue, without ids, names or tokens. */
function forIssue(shown: readonly LiveResult[]): string {
  const lines = shown.map(({ subject, message }) => `  ${subject}: ${message}\n`);
  return `\nPlease share this in an issue. It contains no ids, names or tokens:\n\n  pinterest-reports ${packageVersion()}, doctor --live\n${lines.join("")}`;
}

/** Creates a finding; without `fix`, there is nothing to do. */
function finding(
  state: Finding["state"],
  subject: string,
  message: string,
  fix: string | null = null,
): Finding {
  return { state, subject, message, fix };
}

/** A finding as one line, followed by a line with its fix, if any. */
function findingText({ state, subject, message, fix }: Finding, color: boolean): string {
  const word = color ? `\u001b[${COLORS[state]}m${state}\u001b[39m` : state;
  const summary = `${word}${" ".repeat(8 - state.length)}  ${subject.padEnd(13)}  ${sanitize(message)}\n`;
  return fix === null ? summary : `${summary}${" ".repeat(10)}fix: ${sanitize(fix)}\n`;
}

/** Describes the available tokens and where they come from, without showing them. */
function sourceText(
  { refresh, tokens, accessToken }: SessionOptions,
  io: Io,
  flag: string | undefined,
): string {
  const kind =
    refresh === undefined
      ? "an access token"
      : accessToken
        ? "an access token and a refresh token"
        : "a refresh token";
  const file = tokens ?? tokensFile(flag, io.env);
  const isInFile =
    tokens !== undefined ||
    (file !== undefined && !io.env.PINTEREST_ACCESS_TOKEN && !io.env.PINTEREST_REFRESH_TOKEN);
  return `${kind}, from ${isInFile ? file : "the environment"}`;
}

// The only scope that reports need.
const SCOPE = "ads:read";

/**
 * A finding about the token's scopes. If no refresh returned the scopes, only the scope that is
 * needed to list accounts is known.
 */
function scopeFinding({ scopes }: RefreshTokenAge): Finding {
  if (scopes === null)
    return finding(
      "ok",
      "scopes",
      `${SCOPE}, which is required to list accounts; an access token does not show its other scopes`,
    );
  if (scopes.includes(SCOPE)) return finding("ok", "scopes", scopes.join(", "));
  return finding(
    "warning",
    "scopes",
    `${scopes.join(", ")}; ${SCOPE} is missing`,
    `Log in again with \`pinterest-reports login\`, which requests ${SCOPE}.`,
  );
}

/** A finding that explains why the accounts cannot be listed. */
async function errorFinding(
  error: unknown,
  { refresh }: SessionOptions,
  { scopes }: RefreshTokenAge,
): Promise<Finding> {
  const { AuthError, ApiError, ConnectionError, PinterestReportsError, RateLimitError } =
    await loadClient();
  if (error instanceof Problems) {
    const [problem] = error.list;
    return finding(
      "broken",
      "token",
      `the new tokens cannot be stored: ${problem?.what}: ${problem?.why}`,
      problem?.fix,
    );
  }
  if (!(error instanceof PinterestReportsError)) throw error;
  if (error instanceof AuthError) {
    const fix =
      refresh === undefined ? LOGIN : `Check PINTEREST_APP_ID and PINTEREST_APP_SECRET. ${LOGIN}`;
    return finding("broken", "access", `Pinterest rejects the credentials: ${error.message}`, fix);
  }
  if (error instanceof RateLimitError)
    return finding("unknown", "access", rateLimitText(error), retryAdvice("doctor", error));
  if (error instanceof ApiError && error.status === 403) {
    const fix = `The token needs the ${SCOPE} scope, which \`pinterest-reports login\` requests. Pinterest must also approve the app for it.`;
    const missing = scopes === null || scopes.includes(SCOPE) ? "" : `, and ${SCOPE} is missing`;
    const granted = scopes === null ? "" : `; its scopes are ${scopes.join(", ")}${missing}`;
    return finding(
      "broken",
      "scopes",
      `the token is not allowed to list ad accounts: ${error.message}${granted}`,
      fix,
    );
  }
  if (error instanceof ConnectionError) {
    const fix =
      "Check the network, the proxy settings (NODE_USE_ENV_PROXY=1 with HTTPS_PROXY) and PINTEREST_API_BASE_URL.";
    return finding("broken", "network", error.message, fix);
  }
  const requestId = error instanceof ApiError ? error.requestId : null;
  const stays =
    requestId === null
      ? "check that PINTEREST_API_BASE_URL points to Pinterest's API and that no proxy is answering in its place"
      : `send the request id ${requestId} to Pinterest support`;
  return finding(
    "broken",
    "access",
    error.message,
    `Try again later. If it fails again, ${stays}.`,
  );
}

/** A finding about when the refresh token expires, or that there is none. */
function refreshFinding({ refresh }: SessionOptions, age: RefreshTokenAge): Finding {
  const subject = "refresh token";
  if (refresh === undefined)
    return finding(
      "unknown",
      subject,
      "no refresh token is set, and an access token expires 30 days after it is issued",
      LOGIN,
    );
  const ms = age.remainingMs();
  if (ms === null)
    return finding(
      "unknown",
      subject,
      "its expiry time is unknown",
      "Set PINTEREST_REFRESH_TOKEN_EXPIRES_AT; `pinterest-reports login --tokens FILE` records it.",
    );
  const warning = age.warning();
  if (warning === null)
    return finding("ok", subject, `it expires in ${pluralize(Math.floor(ms / DAY_MS), "day")}`);
  return finding(
    ms <= 0 ? "broken" : "warning",
    subject,
    `it ${warning.when}`,
    `To get a new one, run \`${warning.login}\`.`,
  );
}

/** Counts the accounts, and warns about accounts where the user's role does not allow reports. */
function accountFindings({ all: accounts, unusable }: AdAccounts): readonly Finding[] {
  const omittedItems = unusable === 0 ? "" : `; ${unusableText(unusable)}`;
  if (accounts.length === 0) {
    const fix =
      "Grant the token's user access to an ad account in Pinterest's Business Manager, or log in as another user.";
    return [
      finding("broken", "accounts", `the token's user has no ad accounts${omittedItems}`, fix),
    ];
  }
  const counts = new Map<string, number>();
  for (const account of accounts)
    for (const role of rolesIn(account) ?? []) counts.set(role, (counts.get(role) ?? 0) + 1);
  const roles = [...counts].map(([role, count]) => `${role} in ${count}`).join(", ");
  const text = `${pluralize(accounts.length, "ad account")}${roles === "" ? "" : `; roles: ${roles}`}${omittedItems}`;
  const without = accounts.filter((account) => !mayReport(account));
  if (without.length === 0) return [finding("ok", "accounts", text)];
  const examples = without.slice(0, MAX_LISTED).map(({ id }) => id);
  const omitted = without.length > MAX_LISTED ? ` and ${without.length - MAX_LISTED} more` : "";
  const fix = `Ask the owners of ${examples.join(", ")}${omitted} for the Analyst role. Without it, reports may be rejected with status 403.`;
  return [finding("warning", "accounts", text, fix)];
}

/**
 * The rate limits in the last response's headers. They apply only to calls that list accounts,
 * because reports have their own limits.
 */
function limitFinding({ headers }: ResponseFacts): Finding {
  const limit = headers.get("x-ratelimit-limit");
  const subject = "rate limits";
  if (limit === null)
    return finding(
      "unknown",
      subject,
      "the response contains no limit; to set one, use run --rate-limit",
    );
  const windows = [...limit.matchAll(/(\d+);w=(\d+)/g)].map(
    ([, count, seconds]) => `${count} calls per ${windowText(Number(seconds))}`,
  );
  const remaining = headers.get("x-ratelimit-remaining");
  const left = remaining === null ? "" : `; ${remaining} left now`;
  const text = `${windows.length === 0 ? limit : windows.join(", ")}${left} (for calls that list accounts; reports have their own limit)`;
  if (remaining !== "0") return finding("ok", subject, text);
  const reset = headers.get("x-ratelimit-reset");
  return finding(
    "warning",
    subject,
    text,
    `Wait${reset === null ? "" : ` ${reset} s`}, or divide the limit between programs with run --rate-limit.`,
  );
}

/** A window of a rate limit in words, such as "minute" or "90 s". */
function windowText(seconds: number): string {
  const names: Readonly<Record<number, string>> = {
    1: "second",
    60: "minute",
    3600: "hour",
    86400: "day",
  };
  return names[seconds] ?? `${seconds} s`;
}

/** Compares this machine's clock with the server's Date header. */
function skewFinding({ headers, receivedMs }: ResponseFacts): Finding {
  const serverMs = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(serverMs)) return finding("unknown", "clock", "the response has no Date header");
  const ms = receivedMs - serverMs;
  const seconds = Math.round(Math.abs(ms) / 1_000);
  if (Math.abs(ms) < MAX_SKEW_MS)
    return finding("ok", "clock", "this machine's clock is within a minute of the server's");
  const fix =
    "Synchronize this machine's clock, for example with NTP. --since counts back from the clock's current day in UTC.";
  return finding(
    "warning",
    "clock",
    `this machine's clock is ${pluralize(seconds, "second")} ${ms > 0 ? "ahead of" : "behind"} the server's`,
    fix,
  );
}
