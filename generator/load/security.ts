import type { Problem } from "../problem.js";
import { below, entriesOf, type Json, type JsonObject, listOf, own } from "./json.js";

/** An operation as far as its security goes; without needs of its own it has those of the document. */
interface Secured {
  readonly id: string;
  readonly node: JsonObject;
}

/** The names of the security schemes that operations need: they are named, not referenced. */
export function schemesOf(operations: readonly Secured[], shared: Json | undefined): readonly string[] {
  const needs = operations.flatMap(({ node }) => listOf(own(node, "security") ?? shared));
  return [...new Set([...needs, ...listOf(shared)].flatMap((need) => entriesOf(need).map(([scheme]) => scheme)))];
}

/** Scopes that an operation needs and that its OAuth scheme does not know. */
export function unknownScopes(operations: readonly Secured[], shared: Json | undefined, schemes: Json | undefined): readonly Problem[] {
  return operations.flatMap(({ id, node }) =>
    listOf(own(node, "security") ?? shared)
      .flatMap(entriesOf)
      .flatMap(([scheme, scopes]) => {
        const found = own(schemes, scheme);
        if (own(found, "type") !== "oauth2") return [];
        const known = entriesOf(own(found, "flows")).flatMap(([, flow]) => entriesOf(own(flow, "scopes")).map(([scope]) => scope));
        const unknown = listOf(scopes).filter((scope) => !known.includes(String(scope)));
        const where = below("#", "components", "securitySchemes", scheme);
        return unknown.map((scope) => lacking(`${id} needs the scope ${scope}, which ${scheme} does not have`, where));
      }),
  );
}

/** Something that the description does not have. */
export function lacking(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "A contract can only be made of what the description has.",
    fix: "Look at what was read, and at what the flows file asks for.",
  };
}
