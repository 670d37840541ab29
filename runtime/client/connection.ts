import { type ClientOptions as OwnOptions, withEnvironment } from "../auth/credentials.js";
import { tokenProvider } from "../auth/token-provider.js";
import { given } from "../given.js";
import { type CallSettings, type ClientConfig, findConfig, withConfig } from "../http/config.js";
import { changeConfig, resolveOptions } from "../http/resolve-options.js";
import { checkNames, ownOptions } from "../options.js";
import {
  checkShared,
  groupOf,
  keepSharing,
  sharedCount,
  sharedTokens,
} from "../shared-state/client.js";
import type { SharedState } from "../shared-state/state.js";

const OPTIONS =
  "accessToken refreshToken clientId clientSecret continuousRefresh onTokens tokens baseUrl fetch validate onEvent deadlineMs timeoutMs " +
  "rateLimits tracer meter downloadHosts clock userAgent maxRetries headers fetchOptions logger logLevel shared";

/**
 * Options for a client. If an environment variable sets the default of an option, the description
 * of the option names it. Options that you pass take precedence.
 */
export type ClientOptions = OwnOptions & {
  /**
   * State that this client shares with other workers that use the same token. Use `redisState(…)`
   * from `pinterest-reports/redis`, or your own implementation. With a refresh token, one worker
   * refreshes for all, unless you pass `tokens`. Rate limits apply to all workers together. Workers
   * share the state if they start with the same `refreshToken` or `accessToken`. While the state is
   * unreachable, all calls except downloads wait. A call that cannot be sent before its deadline
   * rejects with a `SharedStateError`. Default: nothing is shared.
   */
  readonly shared?: SharedState | undefined;
};

declare const opaque: unique symbol;

/** A connection or a client. Calls can be sent with either. */
export interface Connected {
  readonly [opaque]?: "connection";
}

/**
 * An API address with access tokens and rate limits, shared by clients. Opaque: printing it reveals
 * nothing.
 */
export interface Connection extends Connected {
  readonly [opaque]: "connection";
}

/**
 * Checks the options and creates a connection; sends nothing. Returns an existing connection or
 * client unchanged, so that all clients of a connection share its token and rate limits. Missing or
 * undefined credentials, `baseUrl` and `logLevel` are read from the environment. If you pass a
 * token, no other token is read. Throws a `TypeError` or `RangeError` for an invalid option, and a
 * `TypeError` for an unknown option or if there is no token.
 */
export function connect(optionsOrConnection: ClientOptions | Connection = {}): Connection {
  if (isConnection(optionsOrConnection)) return optionsOrConnection;
  checkNames(ownOptions(optionsOrConnection), OPTIONS.split(" "));
  const received = given(optionsOrConnection);
  const { shared, ...ofClient } = received;
  const options = withEnvironment(Object.assign(Object.create(null), ofClient));
  if (shared !== undefined) return connectShared(shared, options);
  const config = resolveOptions(options);
  return connectionOf({ ...config, tokens: tokenProvider(config, options) });
}

/** A connection that shares its tokens and the count of its requests with other processes. */
function connectShared(shared: SharedState, options: OwnOptions): Connection {
  checkShared(shared);
  let known: Promise<string> | undefined;
  const group = (): Promise<string> => (known ??= groupOf(options));
  const config = resolveOptions(options, (emit) =>
    sharedCount(shared, group, { emit, timeoutMs: options.timeoutMs }),
  );
  keepSharing(config.limiter, { shared, group });
  const refreshes = options.refreshToken !== undefined && options.tokens === undefined;
  const credentials = refreshes
    ? Object.assign(Object.create(null), options, { tokens: sharedTokens(shared, group) })
    : options;
  return connectionOf({ ...config, tokens: tokenProvider(config, credentials) });
}

/**
 * Returns a new connection with other settings. It shares the token, rate limits and retry budgets
 * of `connection`, which may be a client and does not change. Undefined settings change nothing.
 * Throws a `TypeError` or `RangeError` for an invalid or unknown setting. Throws a `TypeError` for
 * a value that is neither a connection nor a client.
 */
export function reconnect(connection: Connected, settings: CallSettings): Connection {
  return connectionOf(changeConfig(configOf(connection), ownOptions(settings)));
}

/** Creates an opaque connection for this configuration. */
function connectionOf(config: ClientConfig): Connection {
  return withConfig(Object.freeze({}) as Connection, config);
}

/** Whether the value is a connection or a client, not options for one. */
function isConnection(
  optionsOrConnection: ClientOptions | Connection,
): optionsOrConnection is Connection {
  return findConfig(optionsOrConnection as Connected) !== undefined;
}

/**
 * Lets `client` be passed wherever a connection is expected, and returns `client`. Calls that are
 * sent with `client` then use this connection. `connection` may itself be a client. Throws a
 * `TypeError` if `connection` is neither a connection nor a client.
 */
export function shareConnection<Client extends object>(
  connection: Connected,
  client: Client,
): Client {
  return withConfig(client, configOf(connection));
}

/** The configuration of a connection or a client. Throws a `TypeError` for any other value. */
export function configOf(connected: Connected): ClientConfig {
  const config = findConfig(connected);
  if (config === undefined)
    throw new TypeError("expected a client or a connection: create one with createClient()");
  return config;
}
