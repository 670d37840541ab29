import { type Clock, systemClock } from "../clock.js";
import type { AuthError } from "../errors.js";
import { checkKinds, VERSION } from "../options.js";
import { attempt, type Tracer } from "../telemetry.js";
import type { ClientEvent } from "../types.js";
import type { Fetch } from "./fetch.js";
import type { RateLimit } from "./rate-limit.js";
import { ALL, Limiter } from "./rate-limiter.js";
import { RetryBudget } from "./retry.js";
import { hostList, isLocal, isLoopback } from "./url-policy.js";

const BASE_URL = "https://api.pinterest.com/v5";
const DEADLINE_MS = 600_000;
const TIMEOUT_MS = 30_000;
// setTimeout takes a longer time for 1 ms.
const LONGEST_MS = 2 ** 31 - 1;
// Nobody looks for a file again, as waits do for a report: a moment in which many files are fetched at once shall cost none of them.
const FILE_RESERVE = 50;
// Of an app with standard access, per user: developers.pinterest.com/docs/reference/rate-limits.
const RATE_LIMITS = { [ALL]: { requests: 100, perMs: 1_000 }, ads_analytics: { requests: 300, perMs: 60_000 } };

/** What a client needs to know beside its credentials. */
export interface SharedOptions {
  /** Default: `https://api.pinterest.com/v5`. `http:` only on the own machine. */
  readonly baseUrl?: string;
  /**
   * Default: the platform's. Called with an address and its options, never as a method. A proxy is set here: with undici, as
   * `(url, init) => undici.fetch(url, { ...init, dispatcher: new undici.ProxyAgent(address) })`; Node 24.0 and later, and Node 22 from
   * 22.21 on, heed `HTTPS_PROXY` by themselves when `NODE_USE_ENV_PROXY=1`, Node 20 does not.
   */
  readonly fetch?: Fetch;
  /** What to do with a body that breaks a rule; see `CreateOptions`. Default: `"error"`. */
  readonly validate?: "error" | "warn" | false;
  /** Told what happens: requests, answers, waits, looks. Holds no secret. What it throws is ignored. */
  readonly onEvent?: (event: ClientEvent) => unknown;
  /** How long a call may take with all its attempts, and `run` or `resume` until the report is ready, in milliseconds. Default: ten minutes. */
  readonly deadlineMs?: number;
  /** How long one attempt may take, its body included, and how long a download may stall, in milliseconds. Default: 30 seconds. */
  readonly timeoutMs?: number;
  /**
   * Limits by rate limit category (`*`: all calls), kept beside those that responses announce in `X-RateLimit-Limit`, which are learned: an app
   * with trial access, 1000 calls a day, need not set them. Default: those of standard access, 100 a second over all and 300 a minute for
   * `ads_analytics`. `false`: only what responses announce.
   */
  readonly rateLimits?: Readonly<Record<string, RateLimit>> | false;
  /** An OpenTelemetry tracer, such as `trace.getTracer("my-app")`: each call and each wait becomes a span. Default: none. */
  readonly tracer?: Tracer;
  /**
   * The only hosts that download links may point to, such as `["*.amazonaws.com"]`; redirects, too. Default: any public host, and private
   * addresses only when the API is at one. Hosts are told by how they are written: no name is looked up, so a link to a host of one word
   * (`https://intranet/`), or to a name that leads into a private network, is followed unless the hosts are named here.
   */
  readonly downloadHosts?: readonly string[];
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Added to the `user-agent` of calls, such as `my-app/1.0`. */
  readonly userAgent?: string;
}

/** What calls need to know to reach the API, whoever they are made for. */
export interface TransportConfig {
  readonly baseUrl: string;
  /** Whether the API stands on this machine: then its links may be plain http. */
  readonly loopback: boolean;
  /** Whether the API stands on this machine or in a private network: then its links may, too. */
  readonly local: boolean;
  readonly downloadHosts: readonly string[] | undefined;
  readonly fetch: Fetch;
  readonly validate: "error" | "warn" | false;
  readonly emit: (event: ClientEvent) => void;
  readonly deadlineMs: number;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly limiter: Limiter;
  readonly budget: RetryBudget;
  /** The hosts of files have their own: what befalls them says nothing about the API. */
  readonly fileBudget: RetryBudget;
  readonly tracer: Tracer | undefined;
}

/** Where a client's access token comes from. */
export interface TokenProvider {
  /** The token to use now; at once, where it is at hand. */
  get(signal: AbortSignal | undefined): Promise<string> | string;
  /** After this token was refused: another one; null where there is none. */
  renew(refused: string, after: TokenRefusal): Promise<string | null>;
  /** How many others one call may try. Default: one. */
  readonly renewals?: number;
}

/** Why another token is asked for, and what ends the wait for it. */
export interface TokenRefusal {
  readonly signal: AbortSignal | undefined;
  readonly error: AuthError;
}

/** The options, checked and completed. */
export interface ClientConfig extends TransportConfig {
  readonly tokens: TokenProvider;
}

/** Checks and completes all options but the credentials. */
export function resolveOptions(options: SharedOptions): TransportConfig {
  checkKinds(options);
  const { validate = "error", clock = systemClock, fetch: custom, userAgent, rateLimits } = options;
  if (validate !== "error" && validate !== "warn" && validate !== false) throw new TypeError('validate must be "error", "warn" or false');
  const base = baseOf(options.baseUrl ?? BASE_URL);
  const self = `pinterest-reports/${VERSION}`;
  return {
    baseUrl: base.href.replace(/\/+$/, ""),
    loopback: isLoopback(base.hostname),
    local: isLocal(base.hostname),
    downloadHosts: options.downloadHosts && hostList(options.downloadHosts),
    // Unbound, and the platform's is looked up late: a test or a tracer may replace it.
    fetch: (url, init) => (custom ?? globalThis.fetch)(url, init),
    validate,
    emit: eventEmitter(options.onEvent),
    deadlineMs: duration("deadlineMs", options.deadlineMs ?? DEADLINE_MS),
    timeoutMs: duration("timeoutMs", options.timeoutMs ?? TIMEOUT_MS),
    clock,
    userAgent: userAgent === undefined ? self : `${self} ${checkHeader(userAgent)}`,
    limiter: new Limiter(clock, rateLimits === false ? {} : { ...RATE_LIMITS, ...checkLimits(rateLimits) }),
    budget: new RetryBudget(),
    fileBudget: new RetryBudget(FILE_RESERVE),
    tracer: options.tracer,
  };
}

/** A time in milliseconds that timers can keep. */
export function duration(name: string, ms: number): number {
  if (!(typeof ms === "number" && ms > 0 && ms <= LONGEST_MS)) {
    throw new RangeError(`${name} must be a number of milliseconds above 0 and below 2 ** 31`);
  }
  return ms;
}

function checkLimits(limits: Readonly<Record<string, RateLimit>> = {}): Readonly<Record<string, RateLimit>> {
  for (const [category, { requests, perMs }] of Object.entries(limits)) {
    if (!(Number.isInteger(requests) && requests > 0)) throw new RangeError(`rateLimits: ${category} must have a whole number of requests`);
    duration(`rateLimits: perMs of ${category}`, perMs);
  }
  return limits;
}

function checkHeader(text: string): string {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new TypeError("userAgent must be plain text on one line");
  return text;
}

function baseOf(text: string): URL {
  const base = URL.canParse(text) ? new URL(text) : null;
  if (base === null || (base.protocol !== "https:" && base.protocol !== "http:")) throw new TypeError("baseUrl must be an https address");
  if (base.username !== "" || base.password !== "") throw new TypeError("baseUrl must not hold a user or a password");
  if (text.includes("?") || text.includes("#")) throw new TypeError("baseUrl must not have a query or a fragment");
  if (base.protocol === "http:" && !isLoopback(base.hostname))
    throw new TypeError("baseUrl must be https: only this machine may be called over http");
  return base;
}

/** The settings with one more listener. */
export function withListener(settings: ClientConfig, onEvent: SharedOptions["onEvent"]): ClientConfig {
  if (onEvent === undefined) return settings;
  const tell = eventEmitter(onEvent);
  return {
    ...settings,
    emit: (event) => {
      settings.emit(event);
      tell(event);
    },
  };
}

function eventEmitter(onEvent: SharedOptions["onEvent"]): (event: ClientEvent) => void {
  return (event) => attempt(() => onEvent?.(event));
}
