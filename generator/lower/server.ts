import { type Json, listedIn } from "../parse/json.js";
import { isNode } from "./context.js";

/** Base URL of the API. Clients send requests only to this server. */
export const SERVER = "https://api.pinterest.com/v5";

/** Maximum number of URLs to compare for one server. The server's variables may produce more. */
const MAX_SPELLINGS = 1000;

/** Maximum number of variables in a URL. A URL with more is compared as written. */
const MAX_VARIABLES = 20;

/** Maximum number of URLs listed in a message. */
const MAX_LISTED = 5;

/** Maximum length of a listed URL, in characters. Longer URLs are truncated. */
const LONGEST_URL = 200;

/**
 * Returns the servers' URLs for a message, or null if `SERVER` is one of them.
 *
 * A URL may be relative, use variables, capitals or the default port, or end in a slash. The
 * message text lists the first five URLs, each truncated to 200 characters, and ends in `…` if
 * there are more. A server without a URL is "none". `servers` must not be empty.
 */
export function otherServers(servers: readonly unknown[]): string | null {
  const urls = servers.flatMap(spellingsOf);
  if (urls.some(isOurs)) return null;
  const listed = [...new Set(urls)]
    .slice(0, MAX_LISTED)
    .map((url) => url.slice(0, LONGEST_URL))
    .join(", ");
  return urls.length > MAX_LISTED ? `${listed} …` : listed;
}

/**
 * The servers in the first of these values that has any. Undefined if none has any. A value that is
 * not a list counts as one server, unless it is null or undefined.
 */
export function firstServers(...all: readonly unknown[]): readonly unknown[] | undefined {
  return all.map((servers) => listedIn(servers as Json)).find(({ length }) => length > 0);
}

/** Whether a URL is the API's, resolved against the API's host if it is relative. */
function isOurs(text: string): boolean {
  if (!URL.canParse(text, SERVER)) return false;
  const url = new URL(text, SERVER);
  return url.href.replace(/\/+$/, "") === SERVER;
}

/** The URLs of a server, one for each combination of its variables' values. */
function spellingsOf(server: unknown): readonly string[] {
  if (!isNode(server) || typeof server.url !== "string") return ["none"];
  const variables = isNode(server.variables) ? server.variables : {};
  const valuesOf = (name: string): readonly string[] => {
    const variable: unknown = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (!isNode(variable)) return [`{${name}}`];
    const values = [variable.default, ...(Array.isArray(variable.enum) ? variable.enum : [])];
    const texts = values.filter((value) => ["string", "number"].includes(typeof value)).map(String);
    return texts.length === 0 ? [`{${name}}`] : [...new Set(texts)];
  };
  // Every second part is the name of a variable.
  const parts = server.url.split(/\{([^{}]*)\}/);
  if (parts.length > 2 * MAX_VARIABLES + 1) return [server.url];
  return parts.reduce<readonly string[]>(
    (urls, part, index) => {
      const values = index % 2 === 0 ? [part] : valuesOf(part);
      const most = Math.ceil(MAX_SPELLINGS / urls.length);
      return values.slice(0, most).flatMap((value) => urls.map((url) => url + value));
    },
    [""],
  );
}
