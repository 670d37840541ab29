import { type Json, listedIn } from "../parse/json.js";
import { isNode } from "./context.js";

/** Base URL of the API; clients send requests only there. */
export const SERVER = "https://api.pinterest.com/v5";

/** Most URLs that the variables of a server may spell; the others are not compared. */
const MOST_SPELLINGS = 1000;

/** Most variables of a URL that are read; with more it is compared as it is written. */
const MOST_VARIABLES = 20;

/** URLs that a message lists. */
const MOST_LISTED = 5;

/** Length in characters at which a listed URL is cut. */
const LONGEST_URL = 200;

/**
 * Null if one of the servers is `SERVER`, however it is written: relative to its host, with
 * variables, in capitals, with the default port or a trailing slash. Otherwise the URLs that they
 * spell, for a message. `servers` is not empty.
 */
export function otherServers(servers: readonly unknown[]): string | null {
  const urls = servers.flatMap(spellingsOf);
  if (urls.some(isOurs)) return null;
  const listed = [...new Set(urls)]
    .slice(0, MOST_LISTED)
    .map((url) => url.slice(0, LONGEST_URL))
    .join(", ");
  return urls.length > MOST_LISTED ? `${listed} …` : listed;
}

/** The servers in the first of these values of `servers` that has any; undefined if none has. */
export function firstServers(...all: readonly unknown[]): readonly unknown[] | undefined {
  return all.map((servers) => listedIn(servers as Json)).find(({ length }) => length > 0);
}

/** Whether a URL, resolved against our host, is that of the API. */
function isOurs(text: string): boolean {
  if (!URL.canParse(text, SERVER)) return false;
  const url = new URL(text, SERVER);
  return url.href.replace(/\/+$/, "") === SERVER;
}

/** The URLs of a server, with each combination of the values of its variables. */
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
  // Odd parts are names of variables.
  const parts = server.url.split(/\{([^{}]*)\}/);
  if (parts.length > 2 * MOST_VARIABLES + 1) return [server.url];
  return parts.reduce<readonly string[]>(
    (urls, part, index) => {
      const values = index % 2 === 0 ? [part] : valuesOf(part);
      const most = Math.ceil(MOST_SPELLINGS / urls.length);
      return values.slice(0, most).flatMap((value) => urls.map((url) => url + value));
    },
    [""],
  );
}
