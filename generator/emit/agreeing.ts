import { isNode, type Node } from "../lower/node.js";

export const SCHEMAS = "#/components/schemas/";

/**
 * The parts of a schema, made to agree: where one part says of a field only what any name in it may hold, and another lists the names, the
 * list holds; so it is with the objects of a list. Of both together openapi-typescript would ask that each name be what any name is, and most are something else.
 */
export function agreeing(parts: readonly unknown[], schemas: Node): readonly unknown[] {
  return parts.map((part) => {
    const whole = followed(part, schemas);
    const fields = Object.entries(isNode(whole.properties) ? whole.properties : {});
    const others = parts.filter((one) => one !== part);
    const kept = fields.flatMap(([name, field]): readonly (readonly [string, unknown])[] => {
      const told = others.map((one) => fieldOf(one, name, schemas));
      if (isOpen(field) && told.some((one) => lists(one, schemas))) return [];
      // The field stays, since this part may require it.
      return [
        [
          name,
          isOpenList(field) ? (told.find((one) => isList(one) && !isOpenList(one) && !takesNull(one.items, schemas)) ?? field) : field,
        ],
      ];
    });
    const isSame = kept.length === fields.length && kept.every(([, field], index) => field === fields[index]?.[1]);
    return isSame || whole.discriminator !== undefined ? part : { ...whole, properties: Object.fromEntries(kept) };
  });
}

/** Whether all that is said of an object is what any name may hold. */
function isOpen(field: unknown): boolean {
  return isNode(field) && isNode(field.additionalProperties) && field.properties === undefined && field.allOf === undefined;
}

function isList(field: unknown): field is Node & { readonly items: Node } {
  return isNode(field) && isNode(field.items);
}

/** Whether all that is said of a list is that objects stand in it. */
function isOpenList(field: unknown): boolean {
  return isList(field) && Object.keys(field.items).every((keyword) => keyword === "type") && field.items.type === "object";
}

/** Whether null may stand there, which an object beside it rules out. */
function takesNull(schema: unknown, schemas: Node): boolean {
  return (isNode(schema) && schema.nullable === true) || followed(schema, schemas).nullable === true;
}

/** Whether a schema lists its fields. */
function lists(schema: unknown, schemas: Node, seen: readonly unknown[] = []): boolean {
  const whole = followed(schema, schemas);
  const { properties, allOf } = whole;
  // A schema may be a part of itself.
  if (seen.includes(whole)) return false;
  return isNode(properties) || (Array.isArray(allOf) && allOf.some((part) => lists(part, schemas, [...seen, whole])));
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
