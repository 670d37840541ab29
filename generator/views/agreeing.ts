import { isNode, type Node } from "../lower/node.js";

const SCHEMAS = "#/components/schemas/";

/**
 * The parts of a schema, made to agree: where one part says of a field only what any name in it may hold, and another lists the names, the
 * list holds. Of both together openapi-typescript would ask that each name be what any name is, and most are something else.
 */
export function agreeing(parts: readonly unknown[], schemas: Node): readonly unknown[] {
  return parts.map((part) => {
    const whole = followed(part, schemas);
    const fields = Object.entries(isNode(whole.properties) ? whole.properties : {});
    const others = parts.filter((one) => one !== part);
    const kept = fields.filter(([name, field]) => !isOpen(field) || !others.some((one) => lists(fieldOf(one, name, schemas), schemas)));
    return kept.length === fields.length || whole.discriminator !== undefined ? part : { ...whole, properties: Object.fromEntries(kept) };
  });
}

/** Whether all that is said of an object is what any name may hold. */
function isOpen(field: unknown): boolean {
  return isNode(field) && isNode(field.additionalProperties) && field.properties === undefined && field.allOf === undefined;
}

/** Whether a schema lists its fields. */
function lists(schema: unknown, schemas: Node): boolean {
  const { properties, allOf } = followed(schema, schemas);
  return isNode(properties) || (Array.isArray(allOf) && allOf.some((part) => lists(part, schemas)));
}

function fieldOf(schema: unknown, name: string, schemas: Node): unknown {
  const { properties } = followed(schema, schemas);
  return isNode(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function followed(schema: unknown, schemas: Node): Node {
  const reference = isNode(schema) ? schema.$ref : undefined;
  if (typeof reference !== "string") return isNode(schema) ? schema : {};
  const target = schemas[reference.slice(SCHEMAS.length)];
  return isNode(target) ? target : {};
}
