import type { OwnRule } from "./annotations.js";
import { isObject, type Json, type JsonObject, listOf } from "./json.js";

/** What becomes of nodes of a document: each is given with what became of those inside it. */
export type Changes = ReadonlyMap<object, (node: JsonObject) => JsonObject>;

/** Rules at the end of `x-rules` of the schemas that they are for. */
export function rulesAt(rules: ReadonlyMap<object, readonly Json[]>): Changes {
  return new Map(
    [...rules].map(([schema, own]) => [
      schema,
      (node) =>
        own.length === 0 ? node : { ...node, "x-rules": [...listOf(node["x-rules"]), ...own] },
    ]),
  );
}

/** The document with these changes; other nodes stay the same objects. */
export function withChanges(document: JsonObject, changes: Changes): JsonObject {
  return changes.size === 0 ? document : (changed(document, changes) as JsonObject);
}

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
  // A spread keeps what symbols hold.
  const inside = others.length === 0 ? node : { ...node, ...Object.fromEntries(others) };
  return changes.get(node)?.(inside) ?? inside;
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
