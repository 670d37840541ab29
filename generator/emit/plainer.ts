import { isExtended, mappingOf } from "../lower/flatten.js";
import { isNode, type Node } from "../lower/node.js";
import { jsonSchema } from "../lower/operation.js";
import { withWords, wordsOf } from "../parse/words.js";
import { agreeing, SCHEMAS } from "./agreeing.js";

/** Keywords that hold values and names, not schemas. */
const VALUES: readonly string[] = ["enum", "default", "required", "mapping", "x-rules", "x-ledger"];
/** What a discriminated schema is to the schemas that extend it: all of it but the choice. */
const OWN = ".own";

/**
 * The document in the words that openapi-typescript knows: it passes over what stands beside a reference, takes an object without fields
 * for one that can have none, fields beside others of another type for a contradiction, and a discriminator for no more than a note.
 */
export function plainer(document: object): Node {
  const { components, ...rest } = document as Node;
  const schemas: Node = isNode(components) && isNode(components.schemas) ? components.schemas : {};
  const tagged = Object.entries(schemas).filter(([, schema]) => isNode(schema) && isNode(schema.discriminator));
  const bases = tagged.filter(([name, schema]) => isExtended(document as Node, schema as Node, [`${SCHEMAS}${name}`]));
  const write = writer(new Set(bases.map(([name]) => `${SCHEMAS}${name}`)), schemas, document as Node);
  const own = tagged.map(([name, schema]) => {
    const { discriminator: _, oneOf: __, anyOf: ___, ...plain } = schema as Node;
    return [`${name}${OWN}`, write(plain)] as const;
  });
  const extending = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, extended(name, schema, schemas)]));
  const all = withoutCircles({ ...(write(extending) as Node), ...Object.fromEntries(own) });
  return { ...(write(rest) as Node), ...(isNode(components) ? { components: { ...(write(components) as Node), schemas: all } } : {}) };
}

/**
 * Schemas that are put together of themselves, are a choice among themselves or a list of such, without the reference that leads back: a
 * type that is nothing but itself does not compile, nor a list of it that no object stands around. What a property leads back to is no such circle.
 */
function withoutCircles(schemas: Node): Node {
  const whole = new Map<string, unknown>();
  function cut(node: unknown, within: readonly string[]): unknown {
    if (!isNode(node)) return node;
    if (typeof node.$ref === "string") {
      const name = node.$ref.startsWith(SCHEMAS) ? node.$ref.slice(SCHEMAS.length) : "";
      if (within.includes(name)) return {};
      visit(name, within);
      return node;
    }
    const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) => (Array.isArray(node[key]) ? [[key, node[key]] as const] : []));
    const lists = parts.map(([key, list]) => [key, list.map((part: unknown) => cut(part, within))] as const);
    const kept = isNode(node.items) ? [...lists, ["items", cut(node.items, within)] as const] : lists;
    return kept.length === 0 ? node : { ...node, ...Object.fromEntries(kept) };
  }
  function visit(name: string, within: readonly string[]): void {
    if (!whole.has(name) && Object.hasOwn(schemas, name)) whole.set(name, cut(schemas[name], [...within, name]));
  }
  for (const name of Object.keys(schemas)) visit(name, []);
  return Object.fromEntries(Object.keys(schemas).map((name) => [name, whole.get(name)]));
}

/** Writes nodes anew, told which references lead to a choice among what extends it, and what all references lead to. */
function writer(choices: ReadonlySet<string>, schemas: Node, document: Node): (value: unknown) => unknown {
  function write(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(write);
    if (!isNode(value)) return value;
    const node = chosen(besideReference(asSchema(value)), document);
    const entries = Object.entries(node).filter(([key, held]) => !isBeside(key, held, node));
    const plain = withWords(Object.fromEntries(entries.map(([key, held]) => [key, heldBy(key, held, node)])), wordsOf(value));
    if (node.items !== undefined && node.type === undefined) return { ...plain, type: "array" };
    return isBare(node) ? { ...plain, additionalProperties: true } : plain;
  }
  function heldBy(key: string, held: unknown, { properties }: Node): unknown {
    if (VALUES.includes(key)) return held;
    // What stands here by name may be called like a keyword.
    if (key === "properties" && isNode(held)) return Object.fromEntries(Object.entries(held).map(([name, one]) => [name, write(one)]));
    if (key !== "allOf" || !Array.isArray(held)) return write(held);
    const extended = held.length > 1 || isNode(properties);
    const parts = extended ? agreeing(held, schemas) : held;
    return parts.filter((part) => !isNode(part) || !isBare(part)).map((part) => (extended ? base(part) : write(part)));
  }
  function base(part: unknown): unknown {
    const reference = isNode(part) ? part.$ref : undefined;
    if (typeof reference === "string" && choices.has(reference)) return { $ref: `${reference}${OWN}` };
    if (!isNode(part)) return part;
    // One of several parts that takes null alone does not make the whole take it.
    const { nullable: _, ...rest } = part;
    return write(rest);
  }
  return write;
}

/** A schema that a choice leads to and that is no more than the schema with the choice. */
function extended(name: string, schema: unknown, schemas: Node): unknown {
  const [part, ...more] = isNode(schema) && Array.isArray(schema.allOf) ? schema.allOf : [];
  if (!isNode(schema) || !isNode(part) || more.length > 0 || typeof part.$ref !== "string") return schema;
  const choice = schemas[part.$ref.slice(SCHEMAS.length)];
  const { mapping } = isNode(choice) && isNode(choice.discriminator) ? choice.discriminator : {};
  const leads = isNode(mapping) && Object.values(mapping).includes(`${SCHEMAS}${name}`);
  return leads ? { ...schema, allOf: [{ $ref: `${part.$ref}${OWN}` }] } : schema;
}

/** Whether fields of other names are described beside what they would contradict in types. */
function isBeside(key: string, held: unknown, { properties, oneOf, anyOf }: Node): boolean {
  return key === "additionalProperties" && (oneOf !== undefined || anyOf !== undefined || (isNode(held) && isNode(properties)));
}

/** A parameter that goes as JSON is, in types, what is written as JSON. */
function asSchema(node: Node): Node {
  const { content, ...rest } = node;
  const schema = typeof node.in === "string" ? jsonSchema(node) : undefined;
  return schema === undefined ? node : { ...rest, schema };
}

/** `{ $ref, nullable }` as `{ allOf: [{ $ref }], nullable }`. */
function besideReference(node: Node): Node {
  const { $ref, nullable, required } = node;
  if (typeof $ref !== "string" || (nullable === undefined && !Array.isArray(required))) return node;
  return { allOf: [{ $ref }], ...(nullable === undefined ? {} : { nullable }), ...(Array.isArray(required) ? { required } : {}) };
}

/** A choice by discriminator as one of several, each with what the discriminator says. */
function chosen(node: Node, document: Node): Node {
  const { discriminator, ...rest } = node;
  if (!isNode(discriminator) || typeof discriminator.propertyName !== "string") return node;
  const by = discriminator.propertyName;
  const mapping = mappingOf(document, node);
  const listed = [rest.oneOf, rest.anyOf].find(Array.isArray) as readonly Node[] | undefined;
  const named = [...new Set(mapping.flatMap(([, target]) => target ?? []))];
  const members: readonly Node[] = listed ?? named.map(($ref) => ({ $ref }));
  // Members that it does not tell apart are whatever they fit.
  if (!mapping.every(([, target]) => target !== null && members.some(({ $ref }) => $ref === target))) return rest;
  const oneOf = members.map((member) => {
    const { $ref } = member;
    if (typeof $ref !== "string") return member;
    const keys = mapping.filter(([, target]) => target === $ref).map(([key]) => key);
    const values = keys.length > 0 ? keys : [$ref.split("/").at(-1) ?? ""];
    return { allOf: [{ $ref }, { type: "object", required: [by], properties: { [by]: { type: "string", enum: values } } }] };
  });
  if (oneOf.length === 0) return rest;
  // What stands beside the choice is in each member, or in what the members extend.
  const { anyOf: _, oneOf: __, properties: ___, required: ____, type: _____, ...others } = rest;
  return { ...others, oneOf };
}

function isBare(node: Node): boolean {
  const says = ["properties", "additionalProperties", "allOf", "oneOf", "anyOf", "$ref", "enum", "discriminator"].some(
    (key) => node[key] !== undefined,
  );
  return node.type === "object" && !says;
}
