import { type ClientOptions, withEnvironment } from "../auth/credentials.js";
import { tokenProvider } from "../auth/token-provider.js";
import { type ClientConfig, resolveOptions } from "../http/config.js";
import { ownOptions } from "../options.js";

declare const opaque: unique symbol;

/** What the clients of all flows share: the API's address, the access tokens and the rate limits. Opaque: shows none of them. */
export interface Connection {
  readonly [opaque]: "connection";
}

const connections = new WeakMap<object, ClientConfig>();

/**
 * Checks the options and makes a connection; sends nothing. A connection is returned unchanged, so that all its clients share its token and
 * its rate limits. Credentials and `baseUrl` that the options leave out are read from the environment. Throws a `TypeError` or `RangeError`
 * for an invalid option, and a `TypeError` if there is no token.
 */
export function connect(optionsOrConnection: ClientOptions | Connection = {}): Connection {
  if (isConnection(optionsOrConnection)) return optionsOrConnection;
  const options = withEnvironment(ownOptions(optionsOrConnection));
  const connection = Object.freeze({}) as Connection;
  const config = resolveOptions(options);
  connections.set(connection, { ...config, tokens: tokenProvider(config, options) });
  return connection;
}

function isConnection(optionsOrConnection: ClientOptions | Connection): optionsOrConnection is Connection {
  return connections.has(optionsOrConnection);
}

/** The configuration of a connection. Throws a `TypeError` if `connect` did not make it. */
export function configOf(connection: Connection): ClientConfig {
  const config = connections.get(connection);
  if (config === undefined) throw new TypeError("not a connection: make one with connect()");
  return config;
}
