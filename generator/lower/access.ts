import type { Access } from "../model/model.js";
import { isNode, type Node } from "./node.js";

const OPEN: Access = { by: [], scopes: [] };

/** The ways into a call. One that names none is open to all. */
export function lowerAccess(security: unknown, { components }: Node): readonly Access[] {
  const schemes = isNode(components) && isNode(components.securitySchemes) ? components.securitySchemes : {};
  const needs = Array.isArray(security) ? security.filter(isNode) : [];
  return needs.length === 0 ? [OPEN] : needs.flatMap((need) => waysOf(need, schemes));
}

/** The schemes of a need go together; a scheme with several grants takes a token of any. */
function waysOf(need: Node, schemes: Node): readonly Access[] {
  return Object.entries(need).reduce<readonly Access[]>(
    (ways, [name, scopes]) =>
      ways.flatMap((way) =>
        kindsOf(schemes[name], name).map((kind) => ({
          by: [...way.by, kind],
          scopes: [...new Set([...way.scopes, ...(Array.isArray(scopes) ? scopes.map(String) : [])])],
        })),
      ),
    [OPEN],
  );
}

/** What a scheme is, so that another name for it is no other scheme. */
function kindsOf(scheme: unknown, name: string): readonly string[] {
  if (!isNode(scheme)) return [name];
  if (scheme.type === "oauth2" && isNode(scheme.flows)) return Object.keys(scheme.flows);
  return [scheme.type === "http" ? String(scheme.scheme).toLowerCase() : name];
}
