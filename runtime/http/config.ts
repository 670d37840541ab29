import type { Clock } from "../clock.js";
import type { Endpoint } from "../contract.js";
import type { AuthError } from "../errors.js";
import type { LogOptions } from "../log.js";
import { checkFunction } from "../options.js";
import { quoteWord } from "../redact.js";
import { ignoreErrors, type Meter, type Telemetry, type Tracer } from "../telemetry.js";
import type { ClientEvent, EventOptions, FetchOptions } from "../types.js";
import { type Fetch, mergeFetchOptions } from "./fetch.js";
import type { RateLimit } from "./rate-limit.js";
import type { Limiter } from "./rate-limiter.js";
import type { RetryBudget } from "./retry.js";
import { isLoopback } from "./url-policy.js";

const BASE_URL = "https://api.pinterest.com/v5";
// setTimeout treats a longer time as 1 ms.
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Client options other than credentials. */
export interface SharedOptions extends LogOptions {
  /**
   * Base URL of the API. `http:` is accepted only for this machine. Default: the environment
   * variable `PINTEREST_API_BASE_URL`, even if tokens are passed as options, otherwise
   * `https://api.pinterest.com/v5`.
   */
  readonly baseUrl?: string | undefined;
  /**
   * A custom `fetch`. It is called with a URL and options, without `this`. For a proxy,
   * `fetchOptions` is enough. Default: the platform's `fetch`. In Node 22.21 and later 22.x, and in
   * Node 24 and later, it uses `HTTPS_PROXY` if `NODE_USE_ENV_PROXY=1`.
   */
  readonly fetch?: Fetch | undefined;
  /**
   * Options for each call to `fetch`, including those for tokens and downloads. For example, a
   * proxy with undici: `{ dispatcher: new ProxyAgent(address) }`. The options apply to both the
   * platform's `fetch` and a custom one. `method`, `headers`, `body`, `redirect` and `signal` cause
   * a `TypeError`, because the client sets them. Default: none.
   */
  readonly fetchOptions?: FetchOptions | undefined;
  /** How to treat a body that breaks a rule; see `CreateOptions`. Default: `"error"`. */
  readonly validate?: "error" | "warn" | false | undefined;
  /**
   * Receives events about requests, responses, waits and polls. Events contain no secrets. Errors
   * that the listener throws are ignored.
   */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined;
  /**
   * Time limit for a call, including all its attempts, in milliseconds. For `run` and `resume`, it
   * covers the wait until the report is ready. Default: 10 minutes.
   */
  readonly deadlineMs?: number | undefined;
  /**
   * Time limit in milliseconds for one attempt, including its response body. For a download, it is
   * the maximum time without new data. Default: 30 seconds.
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Rate limits by category; `*` means all calls. They apply in addition to limits announced in
   * `X-RateLimit-Limit`. Announced limits are learned, so an app with trial access (1000 calls a
   * day) does not have to set them. Default: the limits for standard access, 100 calls a second in
   * total and 300 a minute for `ads_analytics`. Categories that you leave out keep the default.
   * `false`: only announced limits apply.
   */
  readonly rateLimits?: Readonly<Record<string, RateLimit>> | false | undefined;
  /**
   * An OpenTelemetry tracer, such as `trace.getTracer("my-app")`. Each request, each `run` and each
   * wait for a report becomes a span, and calls carry `traceparent`. Default: none.
   */
  readonly tracer?: Tracer | undefined;
  /**
   * An OpenTelemetry meter, such as `metrics.getMeter("my-app")`. The client uses it to measure
   * requests and waits, and to count rows. Default: none.
   */
  readonly meter?: Meter | undefined;
  /**
   * The only hosts that download links and redirects may point to, such as `["*.amazonaws.com"]`. A
   * wildcard matches subdomains, but not the domain itself. Default: any public host; private
   * addresses only if `baseUrl` has one. Hosts are checked only by name, without a DNS lookup.
   * Without this option, the client therefore follows a link to a single-word host
   * (`https://intranet/`), or to a name that resolves into a private network.
   */
  readonly downloadHosts?: readonly string[] | undefined;
  /** The clock that the client uses. Default: the system clock. */
  readonly clock?: Clock | undefined;
  /** Text to append to the `user-agent` header of calls, such as `my-app/1.0`. */
  readonly userAgent?: string | undefined;
  /**
   * Maximum number of retries after a temporary failure, 0 or more. Applies to each call and to
   * each request for a file. Polls, requests for the rest of an interrupted file, and calls with a
   * new token after a 401 do not count as retries. Default: 5.
   */
  readonly maxRetries?: number | undefined;
  /**
   * Headers to add to every call, for example for a gateway, keyed by name. They are not sent with
   * downloads. `authorization` and other headers that the client sets cause a `TypeError`. Default:
   * none.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Options that can differ between calls of one client. `headers` and `fetchOptions` are added to
 * the client's, and `onEvent` is called in addition to the client's listener. Every other option
 * replaces the client's.
 */
export type CallSettings = Pick<
  SharedOptions,
  | "deadlineMs"
  | "fetchOptions"
  | "headers"
  | "maxRetries"
  | "onEvent"
  | "timeoutMs"
  | "userAgent"
  | "validate"
>;

/** The configuration that a call needs to reach the API, without credentials. */
export interface CallConfig {
  readonly baseUrl: string;
  readonly api: Endpoint;
  /** Whether the API runs on this machine. If so, links to this machine may use plain http. */
  readonly loopback: boolean;
  /** Whether the API runs on this machine or in a private network. If so, links may point there. */
  readonly local: boolean;
  /** See `LinkPolicy.refuseHost`; undefined if links may point to any public host. */
  readonly refuseHost: ((hostname: string) => string | null) | undefined;
  readonly fetch: Fetch;
  /** More options for each call to `fetch`; undefined for none. */
  readonly fetchOptions: FetchOptions | undefined;
  readonly validate: "error" | "warn" | false;
  readonly emit: (event: ClientEvent) => void;
  readonly deadlineMs: number;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly userAgent: string;
  /** Maximum number of retries; undefined means 5. */
  readonly maxRetries: number | undefined;
  /** Headers of calls, keyed by lowercase name; undefined for none. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly limiter: Limiter;
  readonly budget: RetryBudget;
  /** Retry budget for the file hosts, which fail independently of the API. */
  readonly fileBudget: RetryBudget;
  readonly telemetry: Telemetry;
}

/** Source of a client's access tokens. */
export interface TokenProvider {
  /** Returns the current token, synchronously if it is available. */
  get(signal: AbortSignal | undefined): Promise<string> | string;
  /** Resolves to a token other than the rejected `refused`, or to null if there is none. */
  renew(refused: string, after: TokenRefusal): Promise<string | null>;
  /** Maximum number of renewals in one call. Default: 1. */
  readonly renewals?: number;
}

/** Why another token is requested, and the signal that ends the wait for it. */
export interface TokenRefusal {
  readonly signal: AbortSignal | undefined;
  readonly error: AuthError;
}

/** The options, checked and completed with defaults. */
export interface ClientConfig extends CallConfig {
  readonly tokens: TokenProvider;
}

/** Configurations, keyed by connection or client. */
const configs = new WeakMap<object, ClientConfig>();

/** Sets the configuration for calls on `client`, and returns the client. */
export function withConfig<Client extends object>(client: Client, config: ClientConfig): Client {
  configs.set(client, config);
  return client;
}

/** The configuration of a connection or a client; undefined for any other value. */
export function findConfig(client: object): ClientConfig | undefined {
  return configs.get(client);
}

/** Throws a `TypeError` unless `validate` is `"error"`, `"warn"` or `false`. */
export function checkValidate(validate: unknown): void {
  if (validate !== "error" && validate !== "warn" && validate !== false)
    throw new TypeError('validate must be "error", "warn" or false');
}

/**
 * Returns `ms` unchanged. Throws a `RangeError` unless it is a number above 0 and below 2 ** 31,
 * the limit of timers in milliseconds. `name` is the option's name in the message.
 */
export function duration(name: string, ms: number): number {
  if (!(typeof ms === "number" && ms > 0 && ms <= MAX_TIMER_MS)) {
    throw new RangeError(`${name} must be a number of milliseconds above 0 and below 2 ** 31`);
  }
  return ms;
}

/**
 * Parses the base URL, by default Pinterest's. Throws a `TypeError` unless the URL is https (or
 * http to this machine) without a user name, password, query or fragment. `name` is the name of the
 * option or variable, for the message.
 */
export function baseOf(text: string = BASE_URL, name = "baseUrl"): URL {
  const base = URL.canParse(text) ? new URL(text) : null;
  if (base === null || (base.protocol !== "https:" && base.protocol !== "http:"))
    throw new TypeError(`${name} must be an https URL`);
  if (base.username !== "" || base.password !== "")
    throw new TypeError(`${name} must not contain a user name or password`);
  if (text.includes("?") || text.includes("#"))
    throw new TypeError(`${name} must not have a query or a fragment`);
  if (base.protocol === "http:" && !isLoopback(base.hostname))
    throw new TypeError(`${name} must be https: http is only allowed for this machine`);
  return base;
}

/**
 * A copy of the config, overridden with the settings that are defined. Returns the config itself if
 * the settings change nothing. `headers` and `fetchOptions` are added to the config's own.
 * `onEvent` receives the events in addition to the client's listener, and its exceptions are
 * ignored. The settings object must have no prototype, or must have all five members. Throws a
 * `RangeError` for an out-of-range time or number of retries. Throws a `TypeError` if `onEvent` is
 * not a function. Also throws a `TypeError` if a header or a `fetch` option is invalid, or is one
 * that the client sets itself.
 */
export function withRequestSettings<Config extends CallConfig>(
  config: Config,
  {
    fetchOptions,
    headers,
    maxRetries = config.maxRetries,
    onEvent,
    timeoutMs = config.timeoutMs,
  }: Unset<EventOptions>,
): Config {
  // Most calls have no settings of their own, and the settings in the config have already been
  // checked.
  if (
    fetchOptions === undefined &&
    headers === undefined &&
    maxRetries === config.maxRetries &&
    onEvent === undefined &&
    timeoutMs === config.timeoutMs
  )
    return config;
  checkFunction("onEvent", onEvent);
  if (maxRetries !== undefined && !(Number.isInteger(maxRetries) && maxRetries >= 0))
    throw new RangeError("maxRetries must be a whole number, 0 or more");
  const notify = eventEmitter(onEvent);
  return {
    ...config,
    fetchOptions:
      fetchOptions === undefined
        ? config.fetchOptions
        : mergeFetchOptions(config.fetchOptions, fetchOptions),
    timeoutMs: duration("timeoutMs", timeoutMs),
    maxRetries,
    headers:
      headers === undefined ? config.headers : { ...config.headers, ...checkHeaders(headers) },
    emit: (event) => {
      config.emit(event);
      notify(event);
    },
  };
}

/** The same options, each of which may be missing or undefined. */
export type Unset<Options> = { readonly [Name in keyof Options]?: Options[Name] | undefined };

// Headers that the client or `fetch` sets.
const OWN_HEADERS = /^(accept|authorization|connection|content-(length|type)|host|user-agent)$/;

/**
 * The headers, keyed by lowercase name. Throws a `TypeError` for an invalid name or value, or for a
 * header that the client sets.
 */
function checkHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (typeof headers !== "object" || headers === null || Array.isArray(headers))
    throw new TypeError("headers must be an object that maps names to strings");
  const byName: Record<string, string> = Object.create(null);
  for (const [text, value] of Object.entries(headers)) {
    const name = text.toLowerCase();
    if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name))
      throw new TypeError(`headers: ${quoteWord(text)} is not a valid header name`);
    if (OWN_HEADERS.test(name)) throw new TypeError(`headers: ${name} is set by the client`);
    byName[name] = checkHeader(`headers: ${name}`, value);
  }
  return byName;
}

/**
 * Returns the text. Throws a `TypeError`, whose message begins with `what`, if the text is empty or
 * contains characters other than printable ASCII.
 */
export function checkHeader(what: string, text: string): string {
  if (typeof text !== "string" || !/^[\x20-\x7e]+$/.test(text))
    throw new TypeError(`${what} must be one line of printable ASCII text`);
  return text;
}

/**
 * Returns a function that passes events to the caller's listener, and ignores the listener's
 * errors. Without a listener, the function does nothing.
 */
export function eventEmitter(onEvent: SharedOptions["onEvent"]): (event: ClientEvent) => void {
  return (event) => ignoreErrors(() => onEvent?.(event));
}
