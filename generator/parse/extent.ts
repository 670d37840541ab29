import type { Problem } from "../problem.js";
import { isObject, type Json, own } from "./json.js";

// More than ten times what the largest of Pinterest's operations comes to.
const MOST_PARTS = 50_000;
const DEEPEST = 400;

/** An operation, and where it stands. */
interface Extent {
  readonly name: string;
  readonly at: string;
  readonly parts: readonly Json[];
}

/**
 * A problem where an operation's parts, with each reference followed wherever it stands, are too many or lie too deep: a few lines of a
 * description can mean billions, and whoever walks over them would never end.
 */
export function excess({ name, at, parts: given }: Extent, resolve: (reference: string) => Json | undefined): Problem | null {
  const within = new Set<string>();
  let parts = 0;
  let last = at;
  /** What there is too much of. */
  const walk = (part: Json | undefined, depth: number): string | null => {
    if (!isObject(part) && !Array.isArray(part)) return null;
    parts++;
    if (depth > DEEPEST) return `deeper than ${DEEPEST} steps`;
    if (parts > MOST_PARTS) return `more than ${MOST_PARTS} parts`;
    for (const reference of referencesOf(part)) {
      if (within.has(reference)) continue;
      within.add(reference);
      last = reference;
      const found = walk(resolve(reference), depth + 1);
      if (found !== null) return found;
      within.delete(reference);
    }
    for (const one of Object.values(part)) {
      const found = walk(one, depth + 1);
      if (found !== null) return found;
    }
    return null;
  };
  const found = walk(given, 0);
  if (found === null) return null;
  return {
    what: `${name} is ${found}, with all that it refers to`,
    where: last,
    why: "No operation of Pinterest's is nearly so large. Schemas that hold each other many times over mean billions of parts in a few lines.",
    fix: "Look at what this schema holds; get the description again from where it is published.",
  };
}

/** What a part refers to: by `$ref`, or as what its discriminator leads to where no list names that. */
function referencesOf(part: Json): readonly string[] {
  const isListed = own(part, "oneOf") !== undefined || own(part, "anyOf") !== undefined;
  const mapping = isListed ? undefined : own(own(part, "discriminator"), "mapping");
  return [own(part, "$ref"), ...(isObject(mapping) ? Object.values(mapping) : [])].filter((one) => typeof one === "string");
}
