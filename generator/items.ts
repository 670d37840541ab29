import { type Code, joined, literal } from "./code.js";

/** "The list is not too long" as code; nothing where any length will do. A list that is too long is wrong as it is, and may hold a million items. */
export function isShortEnough(value: Code, maxItems: number | undefined): Code | null {
  return maxItems === undefined ? null : joined`${value}.length <= ${literal(maxItems)}`;
}
