import { isLinear } from "./linear-pattern.js";

/** Why a pattern is not checked; null for one that is: it runs on texts that strangers send. */
export function wildness(pattern: string): string | null {
  try {
    new RegExp(pattern);
  } catch {
    return "JavaScript does not know it";
  }
  if (FOREIGN.test(pattern)) return "JavaScript reads it otherwise";
  return isLinear(pattern) ? null : "its form does not prove that it ends in time";
}

/**
 * Classes such as `[:alpha:]`, and letters that are escaped for nothing in JavaScript, such as `\\p{L}`, `\\u{41}` and `\\z`: there they mean
 * themselves. Switches such as `(?i:a)` are known to some versions of it alone.
 */
const FOREIGN = /\[:\^?\w+:\]|\(\?[a-z-]+:|(?<!\\)(?:\\\\)*\\[ux]\{|(?<!\\)(?:\\\\)*\\[aeghijlmopqyzACEFGHIJKLMNOPQRTUVXYZ]/;
