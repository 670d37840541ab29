import { isRecord } from "../validation/checks.js";

/**
 * The value at a path of own properties; undefined if there is none. Lists and other values that
 * are not objects have no properties here. An empty path returns `value`.
 */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (!isRecord(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}
