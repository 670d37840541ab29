import type { ClientOptions } from "../auth/credentials.js";
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
 * Checks the options and makes a connection; sends nothing. A connection is returned as it is: all clients of one connection share its
 * token and its rate limits. Throws a `TypeError` or `RangeError` for an invalid option.
 */
export function connect(given: ClientOptions | Connection): Connection {
  if (isConnection(given)) return given;
  const options = ownOptions(given);
  const connection = Object.freeze({}) as Connection;
  const wire = resolveOptions(options);
  connections.set(connection, { ...wire, tokens: tokenProvider(wire, options) });
  return connection;
}

function isConnection(given: ClientOptions | Connection): given is Connection {
  return connections.has(given);
}

/** The configuration of a connection. Throws a `TypeError` if `connect` did not make it. */
export function settingsOf(connection: Connection): ClientConfig {
  const settings = connections.get(connection);
  if (settings === undefined) throw new TypeError("not a connection: make one with connect()");
  return settings;
}
