import { isRecord } from "../validation/checks.js";

/** The value at a path of own properties; undefined if there is none. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (!isRecord(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

/**
 * Returns a parser of JSON in which each member `name` that is an integer of 16 or more digits
 * becomes a string, because a number would lose some. The parser throws a `SyntaxError` for invalid
 * JSON.
 */
export function exactParser(name: string): (text: string) => unknown {
  const key = JSON.stringify(name).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  // Quotes inside a JSON string are escaped, so a match is always a member.
  const long = new RegExp(`(${key}\\s*:\\s*)(-?\\d{16,})(?=\\s*[,}\\]])`, "g");
  return (text) => JSON.parse(text.replaceAll(long, '$1"$2"'));
}
