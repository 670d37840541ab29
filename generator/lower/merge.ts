import type { Placed } from "./node.js";

interface Said {
  readonly keyword: string;
  readonly value: unknown;
}

/** What two parts say together: a value; nothing, and the keyword is left out; nothing, and the whole is any value. */
type Both = { readonly value: unknown } | { readonly leaves: "out" | "any" };

const LEAST = ["minimum", "minLength", "minItems", "minProperties"];
const MOST = ["maximum", "maxLength", "maxItems", "maxProperties"];

/** What two parts of a schema say together with one keyword. Where one narrows the other the narrower holds. */
export function merged(facts: Readonly<Record<string, unknown>>, { keyword, value }: Said): Both {
  if (!Object.hasOwn(facts, keyword) || same(facts[keyword], value)) return { value };
  const before = facts[keyword];
  if (keyword.startsWith("x-") || ["deprecated", "readOnly", "writeOnly", "nullable"].includes(keyword)) return { value };
  if (keyword === "type" && [before, value].every((type) => type === "integer" || type === "number")) return { value: "integer" };
  if (keyword === "type") return { leaves: "any" };
  if (keyword === "items") return { value: { allOf: [before, value] } };
  if (keyword === "enum" && Array.isArray(before) && Array.isArray(value)) {
    const both = before.filter((one) => value.includes(one));
    return both.length > 0 ? { value: both } : { leaves: "out" };
  }
  if (keyword === "additionalProperties") return { value: before === false ? value : value === false ? before : true };
  // A limit that only one part leaves out is let through.
  if (keyword === "exclusiveMinimum" || keyword === "exclusiveMaximum") return { value: false };
  if (typeof before === "number" && typeof value === "number") {
    if (LEAST.includes(keyword)) return { value: Math.max(before, value) };
    if (MOST.includes(keyword)) return { value: Math.min(before, value) };
  }
  return { leaves: "out" };
}

/** A property that two parts describe is what both say. */
export function mergedProperty(known: Placed | undefined, written: Placed): Placed {
  if (known === undefined || same(known.node, written.node)) return written;
  return { node: { allOf: [known.node, written.node] }, at: written.at };
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
