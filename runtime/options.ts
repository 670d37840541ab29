import { type Clock, systemClock } from "./clock.js";
import { isLocal, isLoopback } from "./link.js";
import type { ClientEvent } from "./report.js";

const BASE_URL = "https://api.pinterest.com/v5";
const DEADLINE_MS = 600_000;
const TIMEOUT_MS = 30_000;
// setTimeout takes a longer time for 1 ms.
const LONGEST_MS = 2 ** 31 - 1;

/** What a client needs to know. */
export interface ClientOptions {
  /** An access token with `ads:read`, or a function that gives one; it is asked before every request. */
  readonly accessToken: string | (() => string | Promise<string>);
  /** Default: `https://api.pinterest.com/v5`. `http:` only on the own machine. */
  readonly baseUrl?: string;
  /** Default: the platform's. Called with an address and its options, never as a method. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** What to do with a body that breaks a rule; see `CreateOptions`. Default: `"error"`. */
  readonly validate?: "error" | "warn" | false;
  /** Told what happens. What it throws is ignored. */
  readonly onEvent?: (event: ClientEvent) => unknown;
  /** How long to wait for a report, and for a create that is asked to come later. Default: ten minutes. */
  readonly deadlineMs?: number;
  /** How long one attempt may take, its body included, and how long a download may stall. Default: 30 seconds. */
  readonly timeoutMs?: number;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Added to the `user-agent` of calls, such as `my-app/1.0`. */
  readonly userAgent?: string;
}

/** The options, checked and completed. */
export interface Settings {
  readonly token: () => Promise<string>;
  readonly baseUrl: string;
  /** Whether the API stands on this machine: then its links may be plain http. */
  readonly loopback: boolean;
  /** Whether the API stands on this machine or in a private network: then its links may, too. */
  readonly local: boolean;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly validate: "error" | "warn" | false;
  readonly emit: (event: ClientEvent) => void;
  readonly deadlineMs: number;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly userAgent: string;
}

/** Checks and completes the options. */
export function settle(options: ClientOptions): Settings {
  const { accessToken, validate = "error", clock = systemClock, fetch: custom, userAgent } = options;
  if (typeof accessToken !== "function") checkToken(accessToken);
  if (validate !== "error" && validate !== "warn" && validate !== false) throw new TypeError('validate must be "error", "warn" or false');
  const base = baseOf(options.baseUrl ?? BASE_URL);
  return {
    token: async () => checkToken(typeof accessToken === "function" ? await accessToken() : accessToken),
    baseUrl: base.href.replace(/\/+$/, ""),
    loopback: isLoopback(base.hostname),
    local: isLocal(base.hostname),
    // Unbound, and the platform's is looked up late: a test or a tracer may replace it.
    fetch: (url, init) => (custom ?? globalThis.fetch)(url, init),
    validate,
    emit: emitter(options.onEvent),
    deadlineMs: duration("deadlineMs", options.deadlineMs ?? DEADLINE_MS),
    timeoutMs: duration("timeoutMs", options.timeoutMs ?? TIMEOUT_MS),
    clock,
    userAgent: userAgent === undefined ? "pinterest-reports" : `pinterest-reports ${checkHeader(userAgent)}`,
  };
}

/** A time in milliseconds that timers can keep. */
export function duration(name: string, ms: number): number {
  if (!(typeof ms === "number" && ms > 0 && ms <= LONGEST_MS)) {
    throw new RangeError(`${name} must be a number of milliseconds above 0 and below 2 ** 31`);
  }
  return ms;
}

function checkToken(token: unknown): string {
  // The value is not shown: it may be a real token with a line end too many.
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError("accessToken must be a text without spaces, line ends or other characters that a header cannot hold");
  }
  return token;
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

function emitter(onEvent: ClientOptions["onEvent"]): (event: ClientEvent) => void {
  return (event) => {
    // A listener that fails must not harm the report, neither now nor as an unhandled rejection.
    try {
      const told = onEvent?.(event);
      if (told instanceof Promise) told.catch(() => {});
    } catch {}
  };
}
