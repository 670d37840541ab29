import type { OwnRule } from "./annotations.js";
import { isObject, type Json, type JsonObject, listOf } from "./json.js";

/**
 * Functions that change a document's nodes, keyed by node. Each function receives its node after
 * the nodes inside that node have been changed.
 */
export type Changes = ReadonlyMap<object, (node: JsonObject) => JsonObject>;

/** Changes that append rules to the `x-rules` of schemas. `rules` maps each schema to its rules. */
export function rulesAt(rules: ReadonlyMap<object, readonly Json[]>): Changes {
  return new Map(
    [...rules].map(([schema, own]) => [
      schema,
      (node) =>
        own.length === 0 ? node : { ...node, "x-rules": [...listOf(node["x-rules"]), ...own] },
    ]),
  );
}

/** Returns the document with these changes. Unchanged nodes stay the same objects. */
export function withChanges(document: JsonObject, changes: Changes): JsonObject {
  return changes.size === 0 ? document : (changed(document, changes) as JsonObject);
}

/** The node with the changes made in it and below it. The node itself if nothing changes. */
function changed(node: Json, changes: Changes): Json {
  if (Array.isArray(node)) {
    const items = node.map((item) => changed(item, changes));
    return items.every((item, index) => item === node[index]) ? node : items;
  }
  if (!isObject(node)) return node;
  const others = Object.entries(node).flatMap(([key, value]) => {
    const inside = changed(value, changes);
    return inside === value ? [] : [[key, inside] as const];
  });
  // Prose and origin are stored under symbols, which object spread copies.
  const inside = others.length === 0 ? node : { ...node, ...Object.fromEntries(others) };
  return changes.get(node)?.(inside) ?? inside;
}

/** Key for the location of a schema's rule in rules.yaml. */
const WRITTEN_AT = "x-written-at";

/**
 * Turns a rules.yaml rule about a schema into an entry of that schema. The entry remembers the
 * location of the rule.
 */
export function ownEntry({ entry, where }: OwnRule): JsonObject {
  return { ...entry, [WRITTEN_AT]: where };
}

/**
 * The rule as written in its file, and its location if `ownEntry` added one. Other entries are
 * returned as `entry` unchanged, without `where`.
 */
export function writtenAt(placed: Json): { readonly entry: Json; readonly where?: string } {
  if (!isObject(placed) || typeof placed[WRITTEN_AT] !== "string") return { entry: placed };
  const { [WRITTEN_AT]: where, ...entry } = placed;
  return { entry, where: String(where) };
}
