import { entriesOf, type Json, type JsonObject, listOf, own } from "./json.js";

/** An operation as far as its security goes; without needs of its own it has those of the document. */
interface Secured {
  readonly node: JsonObject;
}

/** The names of the security schemes that operations need: they are named, not referenced. */
export function schemesOf(operations: readonly Secured[], shared: Json | undefined): readonly string[] {
  const needs = operations.flatMap(({ node }) => listOf(own(node, "security") ?? shared));
  return [...new Set([...needs, ...listOf(shared)].flatMap((need) => entriesOf(need).map(([scheme]) => scheme)))];
}
