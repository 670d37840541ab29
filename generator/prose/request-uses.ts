// Finds out how requests use a schema: what the requests are about, and which named enums only this
// schema refers to.

import { endOfReferences } from "../lower/context.js";
import { entriesOf, getOwn, isObject, type Json, type JsonObject, listOf } from "../parse/json.js";
import { wordsOf } from "./limit-amounts.js";

/** What is known about a schema from the requests that contain it. */
export interface RequestUse {
  /** The words that occur in the path or id of each of these requests. */
  readonly words: () => ReadonlySet<string>;
  /** The enum schemas that only this schema refers to, among all schemas in requests. */
  readonly named: readonly JsonObject[];
}

/**
 * Returns a function that looks up how the requests of a document use a schema.
 *
 * The document is searched only once. The schema must be the same object as in the document.
 * `words` returns the words that occur in the path or id of every request that contains the schema.
 * If all of these are POST requests, it also returns "new" and "create". For a schema that no
 * request contains, it returns no words.
 */
export function usesInRequests(document: JsonObject): (schema: Json) => RequestUse {
  const wordsAt = new Map<Json, ReadonlySet<string>[]>();
  const fieldsOf = new Map<JsonObject, Set<Json>>();
  for (const [path, item] of entriesOf(document.paths))
    for (const [method, operation] of entriesOf(item)) {
      if (!isObject(operation)) continue;
      const words = new Set([
        ...wordsOf(path),
        ...wordsOf(String(operation.operationId ?? "")),
        // A POST creates something, so sentences about new things apply to it.
        ...(method === "post" ? ["new", "create"] : []),
      ]);
      for (const node of requestNodes(document, item, operation)) {
        const sets = wordsAt.get(node) ?? [];
        wordsAt.set(node, [...sets, words]);
        const target = valuesReferredTo(node, document);
        if (target === null) continue;
        fieldsOf.set(target, (fieldsOf.get(target) ?? new Set()).add(node));
      }
    }
  return (schema) => ({
    words: () => {
      const [first = new Set<string>(), ...others] = wordsAt.get(schema) ?? [];
      return new Set([...first].filter((word) => others.every((words) => words.has(word))));
    },
    named: [schema, getOwn(schema, "items"), ...listOf(getOwn(schema, "allOf"))].flatMap((one) => {
      const target = one === undefined ? null : valuesReferredTo(one, document);
      const users = target === null ? undefined : fieldsOf.get(target);
      return target !== null && users?.size === 1 ? [target] : [];
    }),
  });
}

/** All nodes of an operation's parameters and request body. */
function requestNodes(document: JsonObject, item: Json, operation: JsonObject): ReadonlySet<Json> {
  const seen = new Set<Json>();
  const open: Json[] = [
    ...listOf(getOwn(item, "parameters")),
    ...listOf(operation.parameters),
    operation.requestBody ?? null,
  ];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== "object" || node === null || seen.has(node)) continue;
    seen.add(node);
    if (Array.isArray(node)) open.push(...node);
    else open.push(...Object.values(node));
    if (isObject(node) && typeof node.$ref === "string")
      open.push(endOfReferences(document, node) as JsonObject);
  }
  return seen;
}

/** The schema that a node refers to; null if that schema does not list its values. */
function valuesReferredTo(node: Json, document: JsonObject): JsonObject | null {
  if (!isObject(node)) return null;
  const target =
    typeof node.$ref === "string" ? (endOfReferences(document, node) as JsonObject) : null;
  return target !== null && Array.isArray(target.enum) ? target : null;
}
