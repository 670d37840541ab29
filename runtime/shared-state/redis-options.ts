import { checkHost, invalidConnection, parseConnectionUrl } from "../connection-url.js";
import { InvalidArgumentError } from "../errors.js";

/** Options of ioredis, or an instance of it. */
export type RedisOptions = Readonly<Record<string, unknown>>;

/** Whether it is an instance of ioredis, or of another library. */
export function isInstance(options: RedisOptions): boolean {
  return "duplicate" in options;
}

/**
 * The options of ioredis for a URL, for options that may have one as `url`, and for an instance,
 * which is returned. Throws an `InvalidArgumentError` for a connection that ioredis would not
 * understand, without its text.
 */
export function redisOptions(connection: unknown): RedisOptions {
  if (typeof connection === "string") return optionsOf(connection);
  if (typeof connection !== "object" || connection === null)
    throw new InvalidArgumentError(
      "connection must be a URL such as redis://127.0.0.1:6379, or options or an instance of ioredis",
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

function optionsOf(text: string): RedisOptions {
  if (!/^rediss?:\/\//i.test(text))
    throw new InvalidArgumentError(
      "connection must be a URL such as redis://127.0.0.1:6379, or options or an instance of ioredis",
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

/** Throws an `InvalidArgumentError` for an address or a database that cannot be. */
function checkOptions({ host, port, db }: RedisOptions): void {
  checkHost(host);
  if (port !== undefined && port !== null && !isWhole(port, 65_535))
    throw invalidConnection("has a port that is not a number up to 65535");
  if (db !== undefined && db !== null && !isWhole(db, 2 ** 31 - 1))
    throw invalidConnection("has a database that is not a number, such as 1 in redis://host/1");
}

function isWhole(value: unknown, most: number): boolean {
  return /^\d{1,10}$/.test(String(value)) && Number(value) <= most;
}

/** Number of the database of a connection; 0 is the one that every server has. */
export function databaseOf(options: RedisOptions): number {
  const { db } = (isInstance(options) ? Object(options.options) : options) as RedisOptions;
  return Number(db ?? 0);
}

/**
 * The error of a server that does not let the database be used; undefined for any other one, such
 * as that of a broken connection. ioredis would go on in database 0.
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
