import { InvalidArgumentError } from "./errors.js";

/** The parts of a connection URL. */
export interface ConnectionUrl {
  readonly url: URL;
  /** User and password, decoded. */
  readonly username: string;
  readonly password: string;
}

const HOW =
  "percent-encode special characters in the user name and password, as encodeURIComponent does, or pass an object such as { host, port, password }";

/**
 * Returns an error with the message `connection ${why}`, followed by how to fix it. The message
 * does not show the connection, because it may contain a password.
 */
export function invalidConnection(why: string): InvalidArgumentError {
  return new InvalidArgumentError(`connection ${why}: ${HOW}`);
}

/**
 * Parses a connection URL, and decodes its user name and password. A missing user name or password
 * is empty. Any protocol is accepted.
 *
 * Throws an `InvalidArgumentError` for an invalid URL, an `@` or `#` after the host, and a `%`
 * without two hexadecimal digits. A password with an unencoded `/`, `?` or `#` is therefore
 * rejected too, even if its first part looks like a port. The error does not show the URL, because
 * the URL may contain a password.
 */
export function parseConnectionUrl(text: string): ConnectionUrl {
  const afterHost = text.replace(/^[^:/?#]*:(?:\/\/[^/?#]*)?/, "");
  if (/[@#]/.test(afterHost)) throw invalidConnection("has an @ or # after the host");
  if (!URL.canParse(text)) throw invalidConnection("is not a valid URL");
  const url = new URL(text);
  try {
    for (const part of [url.hostname, url.pathname, url.search]) decodeURIComponent(part);
    const { username, password } = url;
    return {
      url,
      username: decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
  } catch {
    throw invalidConnection("has a % without two hexadecimal digits after it");
  }
}

/**
 * Throws an `InvalidArgumentError` for a host that contains `://` or `@`, like a URL. Accepts any
 * other value, including undefined.
 */
export function checkHost(host: unknown): void {
  if (typeof host === "string" && /@|:\/\//.test(host))
    throw invalidConnection("has a host that is neither a name nor an address");
}

const NO_POSTGRES =
  "connection must be a connection string such as postgresql://127.0.0.1/ads, or options for pg's Client";
/** Placeholder for a missing host, because a URL with a user needs a host. */
const HOST = "localhost";

/**
 * Converts a connection to options for pg's `Client`. A string becomes `connectionString`,
 * undefined and null become empty options, and an object is copied. A URL in `connectionString` is
 * normalized. Throws an `InvalidArgumentError` for any other type, for a string that pg would not
 * understand, or if `host` contains `://` or `@`. The error does not show the connection string.
 */
export function postgresOptions(connection: unknown): Readonly<Record<string, unknown>> {
  const options =
    typeof connection === "string" ? { connectionString: connection } : (connection ?? {});
  if (typeof options !== "object") throw new InvalidArgumentError(NO_POSTGRES);
  const { connectionString, host } = options as Readonly<Record<string, unknown>>;
  checkHost(host);
  if (connectionString === undefined || connectionString === null) return { ...options };
  if (typeof connectionString !== "string") throw new InvalidArgumentError(NO_POSTGRES);
  // An absolute path is the directory of a Unix socket, not a URL.
  if (connectionString.startsWith("/")) return { ...options };
  if (!/^(?:postgres(?:ql)?:\/\/|socket:\/)/i.test(connectionString))
    throw new InvalidArgumentError(NO_POSTGRES);
  const isWithoutHost = /^[^/?#]*:\/\/[^/?#]*@\//.test(connectionString);
  const { url } = parseConnectionUrl(
    isWithoutHost ? connectionString.replace("@/", `@${HOST}/`) : connectionString,
  );
  // Normalized, because pg would encode other spellings a second time.
  const { href } = url;
  return {
    ...options,
    connectionString: isWithoutHost ? href.replace(`@${HOST}/`, "@/") : href,
  };
}
