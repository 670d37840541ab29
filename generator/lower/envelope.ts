import { Diagnostics } from "../tolerance.js";
import { type Flat, flatten } from "./flatten.js";
import type { Node } from "./node.js";

/** The object of a response that holds the fields in question. */
export interface Payload {
  readonly schema: Node;
  /** The property of the response that holds it; null where its fields stand at the top level. */
  readonly envelope: string | null;
}

/**
 * Finds the object that has all of these fields: a response, else one property of it, its envelope. Which of the two differs between versions,
 * so it is read from the schemas. Null where no schema has them.
 */
export function payloadOf(schemas: readonly Node[], fields: readonly string[], at: string, document: Node): Payload | null {
  // What is wrong with a schema is told when it is lowered.
  const flat = (schema: Node): Flat => flatten(document, schema, at, new Diagnostics());
  const forms = schemas.flatMap((schema) => [schema, ...alternativesOf(flat(schema))]);
  const holds = (schema: Node): boolean => {
    const { properties } = flat(schema);
    return fields.every((field) => properties.has(field));
  };
  const plain = forms.find(holds);
  if (plain !== undefined) return { schema: plain, envelope: null };
  for (const form of forms) {
    for (const [envelope, { node }] of flat(form).properties) {
      const found = [node, ...alternativesOf(flat(node))].find(holds);
      if (found !== undefined) return { schema: found, envelope };
    }
  }
  return null;
}

function alternativesOf({ alternatives }: Flat): readonly Node[] {
  return (alternatives?.members ?? []).map(({ node }) => node);
}
