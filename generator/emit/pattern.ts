import { type Code, identifier, joined, regularExpression } from "../code.js";
import { comparePatterns } from "../lower/pattern-language.js";

/** Patterns that have a name in words and a faster test than a regular expression. */
const KNOWN = { digits: "^\\d+$", day: "^(\\d{4})-(\\d{2})-(\\d{2})$" } as const;

const TESTS = { digits: "isDigits", day: "isDayShaped" } as const;

/** Which of them a pattern is, however it is written. */
export function knownPattern(pattern: string): keyof typeof KNOWN | null {
  const names = Object.keys(KNOWN) as (keyof typeof KNOWN)[];
  return names.find((name) => comparePatterns(KNOWN[name], pattern) === "same") ?? null;
}

/** The pattern as the runtime knows it, which has words for it. */
export function writtenPattern(pattern: string): string {
  const known = knownPattern(pattern);
  return known === null ? pattern : KNOWN[known];
}

/** Code that is true when the value does not match. */
export function patternTest(pattern: string, value: Code): Code {
  const known = knownPattern(pattern);
  return known === null ? joined`!${regularExpression(pattern)}.test(${value})` : joined`!${identifier(TESTS[known])}(${value})`;
}
