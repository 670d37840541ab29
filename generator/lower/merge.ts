import type { Problem } from "../problem.js";
import type { Diagnostics } from "../tolerance.js";
import type { Placed } from "./node.js";

interface Said {
  readonly keyword: string;
  readonly value: unknown;
}

/** What two parts of a schema say together with one keyword. Where one narrows the other the narrower holds; else it is a problem. */
export function merged(
  facts: Readonly<Record<string, unknown>>,
  { keyword, value }: Said,
  place: string,
  diagnostics: Diagnostics,
): unknown {
  if (!Object.hasOwn(facts, keyword) || same(facts[keyword], value)) return value;
  const before = facts[keyword];
  if (keyword.startsWith("x-") || ["deprecated", "readOnly", "writeOnly", "nullable"].includes(keyword)) return value;
  if (keyword === "type" && [before, value].every((type) => type === "integer" || type === "number")) return "integer";
  if (keyword === "items") return { allOf: [before, value] };
  if (keyword === "enum" && Array.isArray(before) && Array.isArray(value)) {
    const both = before.filter((one) => value.includes(one));
    if (both.length > 0) return both;
  }
  diagnostics.problems.push(contradiction(`two parts give ${keyword} differently`, place));
  return value;
}

/** A property that two parts describe is what both say. */
export function mergedProperty(known: Placed | undefined, written: Placed): Placed {
  if (known === undefined || same(known.node, written.node)) return written;
  return { node: { allOf: [known.node, written.node] }, at: written.at };
}

export function contradiction(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "Whichever is taken, some requests that the API accepts would be refused, or the reverse.",
    fix: "Tell Pinterest; in the generator's own repository, decide in generator/lower/merge.ts which part holds.",
  };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
