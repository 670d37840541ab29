import type { ClientOptions } from "../auth/credentials.js";
import { tokenProvider } from "../auth/token-provider.js";
import { type ClientConfig, resolveOptions } from "../http/config.js";
import { ownOptions } from "../options.js";
import type { Operation } from "./operation.js";

declare const opaque: unique symbol;

/** What the clients of all flows share: where the API is, and the way to a token. Shows nothing of it. */
export interface Connection {
  readonly [opaque]: "connection";
}

/** Operations of the description that the runtime itself calls. */
export interface OwnOperations {
  // biome-ignore lint/suspicious/noExplicitAny: what a description says of form and response is its own affair; the endpoint is the same for all.
  readonly oauthToken?: Operation<any, unknown>;
}

const connections = new WeakMap<object, ClientConfig>();

/** Checks the options; nothing is sent. What is a connection already is that connection: all over it share its token and its rate limits. */
export function connect(given: ClientOptions | Connection, { oauthToken }: OwnOperations = {}): Connection {
  if (isConnection(given)) return given;
  const options = ownOptions(given);
  const connection = Object.freeze({}) as Connection;
  const wire = resolveOptions(options);
  connections.set(connection, { ...wire, tokens: tokenProvider(wire, options, oauthToken?.call.bind(oauthToken)) });
  return connection;
}

function isConnection(given: ClientOptions | Connection): given is Connection {
  return connections.has(given);
}

/** The settings behind a connection. */
export function settingsOf(connection: Connection): ClientConfig {
  const settings = connections.get(connection);
  if (settings === undefined) throw new TypeError("not a connection: make one with connect()");
  return settings;
}
