import { isMultiple } from "../../runtime/validation/multiples.js";
import type { Limits } from "../model/model.js";
import type { SchemaContext } from "./context.js";
import type { FlatSchema } from "./flatten.js";
import { isLinearTime } from "./pattern-language.js";

/**
 * Why a pattern is not checked; null if it is checked. Checked patterns run on untrusted strings,
 * so they must match in linear time.
 */
function uncheckedReason(pattern: string): string | null {
  try {
    new RegExp(pattern);
  } catch {
    return "JavaScript does not support it";
  }
  if (FOREIGN.test(pattern)) return "JavaScript interprets it differently";
  return isLinearTime(pattern) ? null : "its running time is not provably linear";
}

/**
 * Syntax that means something else in JavaScript.
 *
 * Examples are POSIX classes such as `[:alpha:]`, and escapes such as `\p{L}`, `\u{41}` and `\z`:
 * without the flag `u`, they mean the letter itself. Modifiers such as `(?i:a)` are included,
 * because only recent versions of JavaScript support them.
 */
const FOREIGN =
  /\[:\^?\w+:\]|\(\?[a-z-]+:|(?<!\\)(?:\\\\)*\\[ux]\{|(?<!\\)(?:\\\\)*\\[aeghijlmopqyzACEFGHIJKLMNOPQRTUVXYZ]/;

const OF_TEXT = ["pattern", "minLength", "maxLength"] as const;
const OF_NUMBER = [
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
] as const;
const OF_LIST = ["minItems", "maxItems", "uniqueItems"] as const;

/** The keywords of all limits that are checked. */
export const LIMITS: readonly Limit[] = [...OF_TEXT, ...OF_NUMBER, ...OF_LIST];

export type Limit = (typeof OF_TEXT | typeof OF_NUMBER | typeof OF_LIST)[number];

/**
 * The limits that apply to each type. As in JSON Schema, other limits have no effect, such as
 * `maxLength` on an array.
 */
const OF_TYPE: ReadonlyMap<unknown, readonly Limit[]> = new Map<unknown, readonly Limit[]>([
  ["string", OF_TEXT],
  ["integer", OF_NUMBER],
  ["number", OF_NUMBER],
  ["array", OF_LIST],
  ["boolean", []],
  ["object", []],
]);

/**
 * Whether values of a type can have this limit. If the type is undefined or unknown, returns true
 * for every limit that is checked. Always false for other keywords.
 */
export function hasLimit(type: unknown, limit: string): boolean {
  return (OF_TYPE.get(type) ?? LIMITS).some((one) => one === limit);
}

/**
 * Reads the limits that apply to a value's type. Without a type, reads all limits.
 *
 * The format `date` or `date-time` of a string also counts as a limit. If there are both an
 * inclusive and an exclusive limit, only the stricter one remains. Limits for other types are left
 * out. Invalid limits, and patterns that cannot be checked, are left out and reported.
 */
export function limitsOf(
  { keywords, pointer }: FlatSchema,
  { diagnostics }: Pick<SchemaContext, "diagnostics">,
): Limits {
  const limits: Record<string, string | number | boolean> = {};
  for (const limit of OF_TYPE.get(keywords.type) ?? LIMITS) {
    const value = keywords[limit];
    if (value === undefined || (limit === "uniqueItems" && value === false)) continue;
    if (!isLimit(limit, value)) diagnostics.report("keyword with an invalid value", pointer, limit);
    else if (limit === "pattern" && uncheckedReason(String(value)) !== null)
      diagnostics.report("pattern", pointer, uncheckedReason(String(value)) ?? "");
    else limits[limit] = value;
  }
  if (keywords.type === "string" && (keywords.format === "date" || keywords.format === "date-time"))
    limits.format = keywords.format;
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = limits as Limits;
  if (minimum !== undefined && exclusiveMinimum !== undefined)
    delete limits[exclusiveMinimum < minimum ? "exclusiveMinimum" : "minimum"];
  if (maximum !== undefined && exclusiveMaximum !== undefined)
    delete limits[exclusiveMaximum > maximum ? "exclusiveMaximum" : "maximum"];
  return limits;
}

/**
 * Whether a value can be printed as this limit. Without this check, a string in place of a number
 * would be printed as code.
 */
function isLimit(limit: Limit, value: unknown): value is string | number | true {
  if (limit === "pattern") return typeof value === "string";
  if (limit === "uniqueItems") return value === true;
  return Number.isFinite(value) && (limit !== "multipleOf" || Number(value) > 0);
}

/**
 * Whether a value violates a limit. Lengths are in Unicode characters. False if the limit is for a
 * different type, is invalid, or is a pattern that cannot be checked.
 */
export function breaks(value: string | number, limit: Limit, bound: unknown): boolean {
  if (!isLimit(limit, bound) || typeof bound === "boolean") return false;
  const amount = Number(bound);
  if (typeof value === "string") {
    if (limit === "pattern")
      return uncheckedReason(String(bound)) === null && !new RegExp(String(bound)).test(value);
    const length = [...value].length;
    return limit === "minLength" ? length < amount : limit === "maxLength" && length > amount;
  }
  switch (limit) {
    case "minimum":
      return value < amount;
    case "exclusiveMinimum":
      return value <= amount;
    case "maximum":
      return value > amount;
    case "exclusiveMaximum":
      return value >= amount;
    default:
      return limit === "multipleOf" && !isMultiple(value, amount);
  }
}
