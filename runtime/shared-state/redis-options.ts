import { checkHost, invalidConnection, parseConnectionUrl } from "../connection-url.js";
import { InvalidArgumentError } from "../errors.js";

/** Options for ioredis, or an ioredis instance. */
export type RedisOptions = Readonly<Record<string, unknown>>;

/** Whether `options` is an instance of ioredis or another library, not plain options. */
export function isInstance(options: RedisOptions): boolean {
  return "duplicate" in options;
}

/**
 * Converts a URL, or options that may have a `url`, to options for ioredis. Settings in the URL
 * override the other options; an instance is returned unchanged. A URL's query parameters become
 * options, and `rediss:` turns on TLS. Throws an `InvalidArgumentError` for an invalid URL, host,
 * port or database (also of an instance), and for any other value, such as null. The error does not
 * show the connection.
 */
export function redisOptions(connection: unknown): RedisOptions {
  if (typeof connection === "string") return optionsOf(connection);
  if (typeof connection !== "object" || connection === null)
    throw new InvalidArgumentError(
      "connection must be a URL such as redis://127.0.0.1:6379, ioredis options, or an ioredis instance",
    );
  const options = connection as RedisOptions;
  if (isInstance(options)) {
    checkOptions(Object(options.options));
    return options;
  }
  const { url, ...own } = options;
  const all = { ...own, ...(url !== undefined && redisOptions(String(url))) };
  checkOptions(all);
  return all;
}

/** Converts a URL to options for ioredis; see `redisOptions`. */
function optionsOf(text: string): RedisOptions {
  if (!/^rediss?:\/\//i.test(text))
    throw new InvalidArgumentError(
      "connection must be a URL such as redis://127.0.0.1:6379, ioredis options, or an ioredis instance",
    );
  const { url, username, password } = parseConnectionUrl(text);
  const { hostname, port, pathname, searchParams, protocol } = url;
  const database = pathname.replace(/^\//, "");
  const options = {
    ...Object.fromEntries(searchParams),
    ...(hostname !== "" && { host: hostname.replace(/[[\]]/g, "") }),
    ...(port !== "" && { port: Number(port) }),
    ...((username !== "" || password !== "") && { username, password }),
    ...(database !== "" && { db: database }),
    ...(protocol === "rediss:" && { tls: {} }),
  };
  checkOptions(options);
  const { db, family } = options as RedisOptions;
  return {
    ...options,
    ...(db !== undefined && { db: Number(db) }),
    ...(family !== undefined && { family: Number(family) }),
  };
}

/** Throws an `InvalidArgumentError` for an invalid host, port or database. */
function checkOptions({ host, port, db }: RedisOptions): void {
  checkHost(host);
  if (port !== undefined && port !== null && !isWhole(port, 65_535))
    throw invalidConnection("has a port that is not a whole number from 0 to 65535");
  if (db !== undefined && db !== null && !isWhole(db, 2 ** 31 - 1))
    throw invalidConnection("has an invalid database number; use a URL such as redis://host/1");
}

/** Whether a value is a whole number from 0 to `max`, or the digits of one. */
function isWhole(value: unknown, max: number): boolean {
  return /^\d{1,10}$/.test(String(value)) && Number(value) <= max;
}

/** Number of a connection's database. Every server has database 0, the default. */
export function databaseOf(options: RedisOptions): number {
  const { db } = (isInstance(options) ? Object(options.options) : options) as RedisOptions;
  return Number(db ?? 0);
}

/**
 * Returns the error to throw if `error` says that the server refuses the database. Without this
 * error, ioredis would silently use database 0. Undefined for any other error, such as a broken
 * connection.
 */
export function databaseError(
  error: unknown,
  { name, database }: { readonly name: string; readonly database: number },
): InvalidArgumentError | undefined {
  const { message } = Object(error) as { readonly message?: unknown };
  return typeof message === "string" &&
    /^(?:ERR|NOPERM)\b.*(?:DB index|\bselect\b|not an integer)/i.test(message)
    ? new InvalidArgumentError(
        `${name} refuses database ${database}: ${message}; choose another number, or leave it out for database 0`,
      )
    : undefined;
}
