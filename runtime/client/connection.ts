import { type ClientOptions, withEnvironment } from "../auth/credentials.js";
import { tokenProvider } from "../auth/token-provider.js";
import { type CallSettings, type ClientConfig, type FlowConfig, findConfig, withConfig } from "../http/config.js";
import { changeConfig, resolveOptions } from "../http/resolve-options.js";
import { checkNames, ownOptions } from "../options.js";

const OPTIONS =
  "accessToken refreshToken clientId clientSecret continuousRefresh onTokens tokens baseUrl fetch validate onEvent deadlineMs timeoutMs " +
  "rateLimits tracer downloadHosts clock userAgent maxRetries headers logger logLevel";

declare const opaque: unique symbol;

/** A connection, or a client, which has one: calls can be sent on either. */
export interface Connected {
  readonly [opaque]?: "connection";
}

/** What the clients of all flows share: the API's address, the access tokens and the rate limits. Opaque: shows none of them. */
export interface Connection extends Connected {
  readonly [opaque]: "connection";
}

/**
 * Checks the options and makes a connection; sends nothing. A connection is returned unchanged, so that all its clients share its token and
 * its rate limits. Credentials and `baseUrl` that the options leave out are read from the environment. Throws a `TypeError` or `RangeError`
 * for an invalid option, and a `TypeError` for one of another name or if there is no token.
 */
export function connect(optionsOrConnection: ClientOptions | Connection = {}): Connection {
  if (isConnection(optionsOrConnection)) return optionsOrConnection;
  const received = ownOptions(optionsOrConnection);
  checkNames(received, OPTIONS.split(" "));
  const options = withEnvironment(received);
  const config = resolveOptions(options);
  return connectionOf({ ...config, tokens: tokenProvider(config, options) });
}

/**
 * A connection with other settings that shares the token, the rate limits and the retry budgets of this one. Throws a `TypeError` or
 * `RangeError` for an invalid setting, and a `TypeError` for a value that is no connection.
 */
export function reconnect(connection: Connected, settings: CallSettings): Connection {
  return connectionOf(changeConfig(configOf(connection), ownOptions(settings)));
}

function connectionOf(config: FlowConfig): Connection {
  return withConfig(Object.freeze({}) as Connection, config);
}

function isConnection(optionsOrConnection: ClientOptions | Connection): optionsOrConnection is Connection {
  return findConfig(optionsOrConnection as Connected)?.limiter !== undefined;
}

/** Makes `client` one of the clients of the connection, on which further calls can be sent, and returns it. */
export function shareConnection<Client extends object>(connection: Connected, client: Client): Client {
  return withConfig(client, configOf(connection));
}

/**
 * The configuration of a connection, or of a client's; that of the client of one report has no rate limiter. Throws a `TypeError` for any
 * other value.
 */
export function configOf(connected: Connected): FlowConfig {
  const config = findConfig(connected);
  if (config === undefined) throw new TypeError("neither a client nor a connection: make one with createClient()");
  return config;
}

/** The configuration of a connection with a rate limiter. Throws a `TypeError` for any other value. */
export function clientConfigOf(connection: Connection): ClientConfig {
  const config = configOf(connection);
  if (config.limiter === undefined) throw new TypeError("the client of one report has no others: make one with createClient()");
  return config as ClientConfig;
}
