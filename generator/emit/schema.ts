import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { escapeUnseen } from "../code.js";
import { wordsAsLines } from "../comment.js";
import { isExtended, mappingOf } from "../lower/flatten.js";
import { isNode, type Node } from "../lower/node.js";
import { jsonSchema } from "../lower/operation.js";
import { withWords, wordsOf } from "../parse/words.js";

export const SCHEMAS = "#/components/schemas/";

/**
 * The parts of a schema, made to agree: where one part says of a field only what any name in it may hold, and another lists the names, the
 * list holds; so it is with the objects of a list. Of both together openapi-typescript would ask that each name be what any name is, and most are something else.
 */
export function mergedParts(parts: readonly unknown[], schemas: Node): readonly unknown[] {
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

/** Keywords that hold values and names, not schemas. */
const VALUES: readonly string[] = ["enum", "default", "required", "mapping", "x-rules", "x-ledger"];
/** What a discriminated schema is to the schemas that extend it: all of it but the choice. */
const OWN = ".own";

/**
 * The document in the words that openapi-typescript knows: it passes over what stands beside a reference, takes an object without fields
 * for one that can have none, fields beside others of another type for a contradiction, and a discriminator for no more than a note.
 */
export function normalizeSchema(document: object): Node {
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
    const parts = extended ? mergedParts(held, schemas) : held;
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

const ABOUT = `/**
 * The operations as openapi-typescript writes them: types only, for code that talks to openapi-fetch by itself.
 * @packageDocumentation
 */
`;

/** What openapi-typescript makes of the contract: `paths` and `components`. */
export async function schemaText(document: object, header: string): Promise<string> {
  // Its default would make every field that has a default required, in requests too.
  const options = { defaultNonNullable: false, immutable: true, silent: true, transform: bytes };
  const text = JSON.stringify(described(normalizeSchema(document)));
  const end = ending(text);
  const nodes = await openapiTS(text.replace(new RegExp(`"(${NAMES})"`, "g"), `"$1${end}"`), options);
  const typed = escapeUnseen(astToString(nodes)).replace(new RegExp(`(${NAMES})${end}`, "g"), "$1");
  return fileOf(header, typed);
}

/**
 * The document with its words where OpenAPI has them, as they may stand in a comment, and without references that leave its components:
 * openapi-typescript would read a file, or ask a host.
 */
function described(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(described);
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key, held]) => key !== "$ref" || typeof held !== "string" || held.startsWith("#/components/"));
  const whole = Object.fromEntries(kept.map(([key, held]) => [key, described(held)]));
  const lines = wordsAsLines(wordsOf(node));
  return lines.length === 0 ? whole : { ...whole, description: lines.join("\n") };
}

/** What stands in its place where openapi-typescript does not read a description: code that is generated calls without it. */
export function schemaWithout(header: string): string {
  return fileOf(header, "export type paths = Record<string, never>;\nexport type components = Record<string, never>;");
}

function fileOf(header: string, types: string): string {
  return `${header}\n${ABOUT}\n${types}`.replace(/(?<!\n)\n*$/, "\n");
}

/** What every object has. openapi-typescript finds it where it looks for what a document says of a field of that name, and may fail by it. */
const NAMES = Object.getOwnPropertyNames(Object.prototype).join("|");

/** What none of these names is followed by in the text. */
function ending(text: string): string {
  let end = "_";
  while (new RegExp(`(${NAMES})${end}`).test(text)) end += "_";
  return end;
}

/** What is no text is a Blob; left alone, it would be called a text. */
function bytes({ format }: { readonly format?: string }): ts.TypeNode | undefined {
  return format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined;
}
