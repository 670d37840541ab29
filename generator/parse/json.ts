/** Data as JSON can write it: all that a description may hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value is an object, and not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an object holds under a key of its own; nothing that it inherits, so that `constructor` is a name like any other. */
export function getOwn(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A list as it is, and an empty one for anything else. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The entries of an object, and none for anything else. */
export function entriesOf(value: Json | undefined): readonly [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The place that lies one step below a JSON pointer. */
export function below(pointer: string, ...steps: readonly (string | number)[]): string {
  return [pointer, ...steps.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** `; did you mean …?` for a name that may be misspelt: the known one that begins and ends most like it. */
export function nearest(name: string, known: readonly string[]): string {
  const [best] = known.map((one) => ({ one, alike: alike(name, one) })).sort((a, b) => b.alike - a.alike);
  return best !== undefined && best.alike >= Math.max(name.length, best.one.length) / 2 ? `; did you mean ${best.one}?` : "";
}

/** How many letters two words have in common before and behind where they differ. */
function alike(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return head + tail;
}
