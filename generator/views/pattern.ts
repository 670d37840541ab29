import { type Code, identifier, joined, regularExpression } from "../text/code.js";

/** Patterns that have a faster test than a regular expression. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ["^\\d+$", "isDigits"],
  ["^(\\d{4})-(\\d{2})-(\\d{2})$", "isDayShaped"],
]);

/** Code that is true when the value does not match. */
export function patternTest(pattern: string, value: Code): Code {
  const known = KNOWN.get(pattern);
  return known === undefined ? joined`!${regularExpression(pattern)}.test(${value})` : joined`!${identifier(known)}(${value})`;
}
