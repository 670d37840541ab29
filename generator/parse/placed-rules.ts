import type { OwnRule } from "./annotations.js";
import { isObject, type Json, type JsonObject, listOf } from "./json.js";

/**
 * The document with these rules at the end of `x-rules` of the schemas that they are for, which are
 * nodes of the document.
 */
export function withRulesAt(
  document: JsonObject,
  rules: ReadonlyMap<object, readonly Json[]>,
): JsonObject {
  return rules.size === 0 ? document : (placed(document, rules) as JsonObject);
}

function placed(node: Json, rules: ReadonlyMap<object, readonly Json[]>): Json {
  if (Array.isArray(node)) {
    const items = node.map((item) => placed(item, rules));
    return items.every((item, index) => item === node[index]) ? node : items;
  }
  if (!isObject(node)) return node;
  const changed = Object.entries(node).flatMap(([key, value]) => {
    const inside = placed(value, rules);
    return inside === value ? [] : [[key, inside] as const];
  });
  const own = rules.get(node) ?? [];
  if (own.length > 0) changed.push(["x-rules", [...listOf(node["x-rules"]), ...own]]);
  // A spread keeps what symbols hold.
  return changed.length === 0 ? node : { ...node, ...Object.fromEntries(changed) };
}

/** Key of the place in rules.yaml where a rule of a schema is written. */
const WRITTEN_AT = "x-written-at";

/** A rule of rules.yaml about a schema, to be placed there. */
export function ownEntry({ entry, where }: OwnRule): JsonObject {
  return { ...entry, [WRITTEN_AT]: where };
}

/** A rule as a file has it, and its place in rules.yaml if it comes from there. */
export function writtenAt(placed: Json): { readonly entry: Json; readonly where?: string } {
  if (!isObject(placed) || typeof placed[WRITTEN_AT] !== "string") return { entry: placed };
  const { [WRITTEN_AT]: where, ...entry } = placed;
  return { entry, where: String(where) };
}
