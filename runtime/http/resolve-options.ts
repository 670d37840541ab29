import { systemClock } from "../clock.js";
import { readVariable, VARIABLES } from "../environment.js";
import { eventLogger } from "../log.js";
import { checkKinds, checkNames, VERSION } from "../options.js";
import { telemetryOf } from "../telemetry.js";
import {
  baseOf,
  type CallConfig,
  type CallSettings,
  checkHeader,
  checkValidate,
  duration,
  eventEmitter,
  type SharedOptions,
  type Unset,
  withRequestSettings,
} from "./config.js";
import { openapiFetch } from "./openapi-fetch.js";
import type { RateLimit } from "./rate-limit.js";
import { Limiter, type SharedCount, STANDARD_LIMITS } from "./rate-limiter.js";
import { RetryBudget } from "./retry.js";
import { isLocal, isLoopback, onlyHosts } from "./url-policy.js";

const DEADLINE_MS = 600_000;
const TIMEOUT_MS = 30_000;
// Larger than the default, so that many concurrent downloads can all survive a short outage. Unlike
// a poll, a failed download is not repeated later.
const FILE_RESERVE = 50;

/**
 * Checks all options except the credentials, and fills in the defaults. Reads the base URL and the
 * log level from the environment if they are missing. Unknown options are ignored. Sends nothing.
 * The result does not include the credentials. It has a new rate limiter and new retry budgets.
 * `countOf`, if given, receives the function that emits events, and creates the count that the
 * limiter shares with other processes.
 *
 * Throws a `RangeError` for an out-of-range time, number of retries or rate limit, and a
 * `TypeError` for any other invalid value.
 */
export function resolveOptions(
  options: SharedOptions,
  countOf?: (emit: CallConfig["emit"]) => SharedCount,
): CallConfig {
  checkKinds(options);
  const { fetchOptions, headers, maxRetries, onEvent, rateLimits, tracer, meter, userAgent } =
    options;
  const { validate = "error", clock = systemClock, fetch: custom } = options;
  const variable = options.baseUrl === undefined ? readVariable("baseUrl") : undefined;
  const base = baseOf(
    variable ?? options.baseUrl,
    variable === undefined ? "baseUrl" : VARIABLES.baseUrl,
  );
  checkValidate(validate);
  const baseUrl = base.href.replace(/\/+$/, "");
  const [log, notify] = [eventLogger(options), eventEmitter(onEvent)];
  const telemetry = telemetryOf({ tracer, meter, clock });
  const emit: CallConfig["emit"] = (event) => {
    if (event.type === "wait") telemetry.recordWait(event.reason, event.ms);
    log?.(event);
    notify(event);
  };
  const resolved: CallConfig = {
    baseUrl,
    api: openapiFetch(baseUrl),
    loopback: isLoopback(base.hostname),
    local: isLocal(base.hostname),
    refuseHost: options.downloadHosts && onlyHosts(options.downloadHosts),
    // `fetch` is called without `this`. The global `fetch` is looked up for each call, because a
    // test or a tracer may replace it.
    fetch: (url, init) => (custom ?? globalThis.fetch)(url, init),
    validate,
    emit,
    deadlineMs: duration("deadlineMs", options.deadlineMs ?? DEADLINE_MS),
    timeoutMs: duration("timeoutMs", options.timeoutMs ?? TIMEOUT_MS),
    clock,
    userAgent: `pinterest-reports/${VERSION}`,
    limiter: new Limiter(
      clock,
      rateLimits === false ? {} : { ...STANDARD_LIMITS, ...checkLimits(rateLimits) },
      countOf?.(emit),
    ),
    budget: new RetryBudget(),
    fileBudget: new RetryBudget(FILE_RESERVE),
    telemetry,
    // Set to undefined explicitly: reading a missing property could return something that a library
    // has added to `Object.prototype`.
    fetchOptions: undefined,
    maxRetries: undefined,
    headers: undefined,
  };
  return changeConfig(resolved, { ...NO_SETTINGS, fetchOptions, headers, maxRetries, userAgent });
}

// Sets every property: reading a missing one could return something that a library has added to
// `Object.prototype`.
const NO_SETTINGS: Required<Unset<CallSettings>> = {
  deadlineMs: undefined,
  fetchOptions: undefined,
  headers: undefined,
  maxRetries: undefined,
  onEvent: undefined,
  timeoutMs: undefined,
  userAgent: undefined,
  validate: undefined,
};

const SETTINGS = Object.keys(NO_SETTINGS);

/**
 * Returns a copy of the config with these settings. The copy shares the config's token, rate limits
 * and retry budgets. `headers` and `fetchOptions` are added to the config's, and `onEvent` is
 * called in addition to the config's listener. Every other setting replaces the config's. Undefined
 * settings change nothing; if all are undefined, returns the config itself. Throws a `RangeError`
 * for an out-of-range time or number of retries, and a `TypeError` for any other invalid value or
 * an unknown option.
 */
export function changeConfig<Config extends CallConfig>(
  config: Config,
  settings: CallSettings | Unset<CallSettings>,
): Config {
  checkNames(settings, SETTINGS);
  const changes = { ...NO_SETTINGS, ...settings };
  if (Object.values(changes).every((value) => value === undefined)) return config;
  const { deadlineMs, userAgent, validate, ...ofRequests } = changes;
  if (validate !== undefined) checkValidate(validate);
  return {
    ...withRequestSettings(config, ofRequests),
    ...(deadlineMs !== undefined && { deadlineMs: duration("deadlineMs", deadlineMs) }),
    ...(userAgent !== undefined && {
      userAgent: `pinterest-reports/${VERSION} ${checkHeader("userAgent", userAgent)}`,
    }),
    ...(validate !== undefined && { validate }),
  };
}

/**
 * Returns `limits`, by default an empty object. Throws a `RangeError` for a limit whose number of
 * requests or duration is invalid.
 */
function checkLimits(
  limits: Readonly<Record<string, RateLimit>> = {},
): Readonly<Record<string, RateLimit>> {
  for (const [category, { requests, perMs }] of Object.entries(limits)) {
    if (!(Number.isInteger(requests) && requests > 0))
      throw new RangeError(
        `rateLimits: requests for ${category} must be a whole number of at least 1`,
      );
    duration(`rateLimits: perMs of ${category}`, perMs);
  }
  return limits;
}
