import { Diagnostics } from "../diagnostics.js";
import type { EnumType, Field, Limits, ObjectType, Type, UnionType } from "../model/model.js";
import { described, isNode, type LocatedNode, type Node, type SchemaContext } from "./context.js";
import { type Flat, flatten } from "./flatten.js";
import { isLinear } from "./linear-pattern.js";
import { singular } from "./names.js";

/** Marks the discriminator field of a union member: a single value becomes a constant instead of an enum. */
export const TAG = "x-tag";

/** The discriminator of a union, with its values by member. */
type Tag = NonNullable<NonNullable<Flat["alternatives"]>["by"]>;

/**
 * The members of a schema with alternatives, each merged with the keywords beside the alternatives, and their discriminator if it is
 * usable.
 */
export function memberFlats(
  flat: Flat,
  { document, diagnostics }: SchemaContext,
): { readonly flats: readonly Flat[]; readonly by: Tag | null } {
  const { members = [], by = null } = flat.alternatives ?? {};
  // `nullable` and `default` apply to the whole schema, not to its members.
  const { nullable: _, default: __, ...facts } = flat.facts;
  const base: Flat = { ...flat, facts, alternatives: null };
  const flats = members.map(({ node, at }) => flatten(document, node, at, diagnostics, base));
  if (by === null) return { flats, by };
  if (!flats.every(isObjectLike)) {
    diagnostics.report("choice without a tag", flat.at, by.property);
    return { flats, by: null };
  }
  const tagged = flats.map((member, index) => {
    const tag = { node: { type: "string", enum: by.values[index] ?? [], [TAG]: true }, at: member.at };
    return {
      ...member,
      properties: new Map([...member.properties, [by.property, tag]]),
      required: new Set([...member.required, by.property]),
    };
  });
  return { flats: tagged, by };
}

function isObjectLike({ facts, properties, alternatives }: Flat): boolean {
  return facts.type === "object" || (facts.type === undefined && (properties.size > 0 || alternatives !== null));
}

/** Names of the members within the names of their types: the discriminator value, else `option_1`, `option_2` … */
export function memberNames(count: number, by: Tag | null): readonly string[] {
  const numbers = Array.from({ length: count }, (_, index) => `option_${index + 1}`);
  const names = numbers.map((number, index) => {
    const value = by?.values[index]?.[0];
    return value === undefined ? number : /[a-z]/.test(value) ? value : value.toLowerCase();
  });
  return new Set(names).size === names.length ? names : numbers;
}

function valuesOf(type: Type, enums: readonly EnumType[]): readonly (string | number)[] | null {
  if (type.kind === "constant") return typeof type.value === "string" ? [type.value] : null;
  return type.kind === "enum" ? (enums.find(({ name }) => name === type.name)?.values ?? null) : null;
}

/**
 * The fields of all members of a union of objects. A field is required if every member requires it, and has the types that it has in any
 * member.
 */
export function fieldsOfAll(union: UnionType, { objects, enums, unions, names }: SchemaContext, at: string): readonly Field[] {
  const members = union.members.map(({ type }) => (type.kind === "object" ? objects.find(({ name }) => name === type.name) : undefined));
  const all = new Map<string, Field[]>();
  for (const field of members.flatMap((object) => object?.fields ?? [])) all.set(field.name, [...(all.get(field.name) ?? []), field]);
  const joinedType = (name: string, parts: readonly Pick<Field, "type" | "limits">[]): Type => {
    const [first, ...rest] = parts as readonly [Field, ...Field[]];
    if (rest.every(({ type }) => JSON.stringify(type) === JSON.stringify(first.type))) return first.type;
    // A field that is an array in every member stays an array, so that rules about its items apply.
    const items = parts.flatMap(({ type }) => (type.kind === "array" ? [{ type: type.items, limits: type.each }] : []));
    if (items.length === parts.length) {
      const alike = items.every(({ limits }) => JSON.stringify(limits) === JSON.stringify(items[0]?.limits));
      return { kind: "array", items: joinedType(singular(name), items), each: alike ? (items[0]?.limits ?? {}) : {} };
    }
    const named = names.claim([`any_${name}`], at);
    const lists = parts.map(({ type }) => valuesOf(type, enums));
    if (lists.every((values) => values !== null)) {
      enums.push({ name: named, values: [...new Set(lists.flat())] });
      return { kind: "enum", name: named };
    }
    unions.push({ name: named, discriminator: null, members: parts.map(({ type, limits }) => ({ type, limits, values: [] })) });
    return { kind: "union", name: named };
  };
  return [...all].map(([name, fields]) => {
    const [first] = fields as [Field, ...Field[]];
    const type = joinedType(name, fields);
    const { default: _, ...field } = first;
    const limits = JSON.stringify(type) === JSON.stringify(first.type) ? first.limits : {};
    return { ...field, type, limits, required: fields.length === members.length && fields.every(({ required }) => required) };
  });
}

/** Why a pattern is not checked; null if it is. Checked patterns run on untrusted text, so they must match in linear time. */
export function wildness(pattern: string): string | null {
  try {
    new RegExp(pattern);
  } catch {
    return "JavaScript does not know it";
  }
  if (FOREIGN.test(pattern)) return "JavaScript reads it otherwise";
  return isLinear(pattern) ? null : "its form does not prove that it ends in time";
}

/**
 * Syntax that JavaScript reads differently: POSIX classes such as `[:alpha:]`, and escapes such as `\\p{L}`, `\\u{41}` and `\\z`, which
 * mean the letter itself without the flag `u`. Only recent versions of JavaScript know modifiers such as `(?i:a)`.
 */
const FOREIGN = /\[:\^?\w+:\]|\(\?[a-z-]+:|(?<!\\)(?:\\\\)*\\[ux]\{|(?<!\\)(?:\\\\)*\\[aeghijlmopqyzACEFGHIJKLMNOPQRTUVXYZ]/;

export const LIMITS = ["pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"] as const;

type Limit = (typeof LIMITS)[number];

/** The limits that apply to each type. As in JSON Schema, a limit of another type has no effect: an array has no `maxLength`. */
const OF_TYPE: ReadonlyMap<unknown, readonly Limit[]> = new Map([
  ["string", ["pattern", "minLength", "maxLength"]],
  ["integer", ["minimum", "maximum"]],
  ["number", ["minimum", "maximum"]],
  ["array", ["minItems", "maxItems"]],
  ["boolean", []],
  ["object", []],
] as const);

/** The limits of a value. */
export function limitsOf({ facts, at }: Flat, lowering: SchemaContext): Limits {
  const limits: Record<string, string | number> = {};
  for (const limit of OF_TYPE.get(facts.type) ?? LIMITS) {
    const value = facts[limit];
    if (value === undefined) continue;
    // Only a number may be printed as a number: a string would be code in the output.
    if (typeof value !== (limit === "pattern" ? "string" : "number") || (limit !== "pattern" && !Number.isFinite(value)))
      lowering.diagnostics.report("keyword of another type", at, limit);
    else if (limit === "pattern" && wildness(String(value)) !== null)
      lowering.diagnostics.report("pattern", at, wildness(String(value)) ?? "");
    else limits[limit] = value as string | number;
  }
  if (facts.format === "date" && facts.type === "string") limits.format = "date";
  const { minimum, ...others } = limits;
  // In OpenAPI 3.0 `exclusiveMinimum` is a boolean beside `minimum`.
  return facts.exclusiveMinimum === true && typeof minimum === "number" ? { ...others, exclusiveMinimum: minimum } : limits;
}

/**
 * The type of an enum: strings and numbers as a named enum, one boolean or null as a constant; null among other values makes it nullable.
 */
export function lowerEnum({ facts, at, typeWords }: Flat, path: readonly string[], lowering: SchemaContext): Type {
  const written: readonly unknown[] = Array.isArray(facts.enum) ? facts.enum : [];
  const values = [...new Set(written.filter((value) => value !== null))];
  const hasNull = written.includes(null);
  const type = valuesType(values, hasNull, path, { facts, at, typeWords, lowering });
  return hasNull && values.length > 0 ? { kind: "nullable", of: type } : type;
}

function valuesType(
  values: readonly unknown[],
  hasNull: boolean,
  path: readonly string[],
  { facts, at, typeWords, lowering }: Pick<Flat, "facts" | "at" | "typeWords"> & { readonly lowering: SchemaContext },
): Type {
  if (values.length === 0 && hasNull) return { kind: "constant", value: null };
  const [only] = values;
  if (values.length === 1 && typeof only === "string" && facts[TAG] === true) return { kind: "constant", value: only };
  if (values.length === 1 && typeof only === "boolean") return { kind: "constant", value: only };
  if (values.length === 2 && values.every((value) => typeof value === "boolean")) return { kind: "boolean" };
  const { type } = facts;
  const plain: Type = { kind: type === "string" || type === "integer" || type === "number" || type === "boolean" ? type : "any" };
  const named = values.flatMap((value) => (typeof value === "string" || typeof value === "number" ? [value] : []));
  const isOfType = plain.kind === "any" || values.every((value) => typeof value === (plain.kind === "integer" ? "number" : plain.kind));
  if (values.length === 0 || named.length < values.length || !isOfType) {
    lowering.diagnostics.report(
      values.length === 0 ? "empty enum" : "enum of several kinds",
      at,
      plain.kind === "any" ? "any value" : plain.kind,
    );
    return plain;
  }
  const name = lowering.names.claim(path, at);
  lowering.enums.push({ name, values: named, ...described(typeWords) });
  return { kind: "enum", name };
}

/** Keywords that restrict the values of a schema. */
const SAYING = [
  "type",
  "enum",
  "items",
  "additionalProperties",
  "pattern",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
];

/** Keywords that are not checked. */
const UNCHECKED = ["multipleOf", "not", "maxProperties"];

/** An object schema as an object type, with `allOf` merged. */
export function lowerObject(schema: Node, path: readonly string[], at: string, lowering: SchemaContext): ObjectType {
  const flat = flatten(lowering.document, schema, at, lowering.diagnostics);
  return objectOf(flat, path, within(flat, lowering));
}

/** As `lowerObject`, for a schema that is already flattened. */
export function objectOf(flat: Flat, path: readonly string[], lowering: SchemaContext): ObjectType {
  const name = lowering.names.claim(path, flat.at);
  if (flat.alternatives === null) return fieldsOf(flat, name, path, lowering);
  // The members get names beside the whole object; a field of the whole has the types that it has in any member.
  const type = lowerUnion(flat, isBody(path) ? [] : path, lowering, bare);
  const union = lowering.unions.find((one) => type.kind === "union" && one.name === type.name);
  if (union !== undefined) return { name, fields: fieldsOfAll(union, lowering, flat.at), oneOf: union.name, ...described(flat.typeWords) };
  if (type.kind === "any") return { name, fields: [], additionalProperties: { type, limits: {}, doc: "" } };
  // A union with one member is that member.
  const only = lowering.objects.find((one) => type.kind === "object" && one.name === type.name);
  return { fields: [], ...only, name };
}

/** The context for schemas inside this one. */
function within({ references, bases }: Flat, lowering: SchemaContext): SchemaContext {
  if (references.size === 0 && bases.size === 0) return lowering;
  return { ...lowering, open: new Set([...lowering.open, ...references, ...bases]) };
}

function fieldsOf(flat: Flat, name: string, path: readonly string[], lowering: SchemaContext): ObjectType {
  const leftOut = [...flat.properties].filter(([, placed]) => isLeftOut(placed, lowering)).map(([property]) => property);
  const fields = [...flat.properties]
    .filter(([property]) => !leftOut.includes(property))
    .map(([property, placed]) => lowerField(property, placed, flat.required.has(property), path, lowering));
  const known = (property: string): boolean =>
    flat.properties.has(property) || flat.alternatives !== null || "additionalProperties" in more;
  const more = othersOf(flat, path, lowering);
  for (const property of flat.required) {
    if (known(property)) continue;
    lowering.diagnostics.report("required and not described", flat.at, property);
    fields.push({ name: property, type: { kind: "any" }, required: true, limits: {}, doc: docOf([...path, property], lowering) });
  }
  const { minProperties } = flat.facts;
  return { name, fields, ...more, ...(typeof minProperties === "number" ? { minProperties } : {}), ...described(flat.typeWords) };
}

/** Whether a field exists in the other direction only (request or response). It is left out even if it is required. */
function isLeftOut({ node, at }: LocatedNode, { document, without }: SchemaContext): boolean {
  return without !== undefined && flatten(document, node, at, new Diagnostics()).facts[without] === true;
}

/**
 * The type of additional properties. They are not allowed unless the schema declares them, but an object without declared fields accepts
 * any.
 */
function othersOf(flat: Flat, path: readonly string[], lowering: SchemaContext): Pick<ObjectType, "additionalProperties"> {
  const { additionalProperties } = flat.facts;
  const isBare = flat.properties.size === 0 && flat.alternatives === null && flat.facts.type === "object";
  if (additionalProperties === true || (additionalProperties === undefined && isBare))
    return { additionalProperties: { type: { kind: "any" }, limits: {}, doc: "" } };
  if (!isNode(additionalProperties)) return {};
  const each = flatten(lowering.document, additionalProperties, `${flat.at}/additionalProperties`, lowering.diagnostics);
  const value = [...path, "value"];
  const others = { type: lowerType(each, value, lowering), limits: limitsOf(each, lowering), doc: docOf(value, lowering) };
  return { additionalProperties: { ...others, ...described(each.words) } };
}

/** Our sentence about a field: by its full path, else by its name or by its name and its parent's, anywhere. */
function docOf(path: readonly string[], { docs }: SchemaContext): string {
  const found = [path.join("."), ...[-1, -2].map((from) => `*.${path.slice(from).join(".")}`)].find((one) => docs.has(one));
  return found === undefined ? "" : (docs.get(found) ?? "");
}

function lowerField(name: string, { node, at }: LocatedNode, required: boolean, path: readonly string[], lowering: SchemaContext): Field {
  const flat = flatten(lowering.document, node, at, lowering.diagnostics);
  const inside = isBody(path) ? [name] : [...path, name];
  const type = lowerType(flat, inside, lowering);
  return {
    name,
    type,
    required,
    ...defaultOf(flat, type, lowering),
    limits: limitsOf(flat, lowering),
    doc: docOf(inside, lowering),
    ...described(flat.words || itemWords(flat, lowering)),
  };
}

/**
 * The API's default for a field. Defaults that are arrays or objects are left out: the client fills in none, and the API applies them
 * itself.
 */
function defaultOf({ facts, at }: Flat, type: Type, lowering: SchemaContext): Pick<Field, "default"> {
  const { default: assumed } = facts;
  if (assumed === undefined || assumed === null || Array.isArray(assumed)) return {};
  const plain = typeof assumed === "string" || typeof assumed === "number" || typeof assumed === "boolean";
  if (plain && isOf(type, assumed, lowering)) return { default: assumed };
  lowering.diagnostics.report("default", at, JSON.stringify(assumed));
  return {};
}

function isOf(type: Type, value: string | number | boolean, lowering: SchemaContext): boolean {
  switch (type.kind) {
    case "nullable":
      return isOf(type.of, value, lowering);
    case "enum":
      return lowering.enums.some(({ name, values }) => name === type.name && values.some((one) => one === value));
    case "constant":
      return type.value === value;
    case "integer":
      return Number.isInteger(value);
    case "string":
    case "number":
    case "boolean":
      return typeof value === type.kind && (typeof value !== "number" || Number.isFinite(value));
    case "union":
      return lowering.unions.some(({ name, members }) => name === type.name && members.some((one) => isOf(one.type, value, lowering)));
    default:
      return type.kind === "any";
  }
}

/** The description's text about the items of an array, used if the array has none. */
function itemWords({ facts: { items }, at }: Flat, { document }: SchemaContext): string {
  return isNode(items) ? flatten(document, items, `${at}/items`, new Diagnostics()).words : "";
}

/** Types of the body's fields are named after the fields, without a prefix for the body. */
function isBody(path: readonly string[]): boolean {
  return path.length === 1 && path[0] === "request";
}

/** The type of a schema. */
export function lowerType(flat: Flat, path: readonly string[], lowering: SchemaContext): Type {
  const met = flat.only === null ? undefined : lowering.met?.get(flat.only);
  if (met !== undefined) return met;
  const type = newType(flat, path, lowering);
  if (flat.only !== null) lowering.met?.set(flat.only, type);
  return type;
}

function newType(flat: Flat, path: readonly string[], lowering: SchemaContext): Type {
  const { facts, at } = flat;
  for (const keyword of UNCHECKED) if (Object.hasOwn(facts, keyword)) lowering.diagnostics.report("unchecked keyword", at, keyword);
  if (facts.exclusiveMaximum === true && facts.maximum !== undefined)
    lowering.diagnostics.report("exclusive limit", at, "exclusiveMaximum");
  const again = [...flat.references, ...flat.bases].find((reference) => lowering.open.has(reference));
  if (again !== undefined) lowering.diagnostics.report("recursion", at, again);
  const type: Type = again === undefined ? bareType(flat, path, within(flat, lowering)) : { kind: "any" };
  const hasNull = type.kind === "nullable" || type.kind === "any" || (type.kind === "constant" && type.value === null);
  return facts.nullable === true && !hasNull ? { kind: "nullable", of: type } : type;
}

function bareType(flat: Flat, path: readonly string[], lowering: SchemaContext): Type {
  const { type, format, items } = flat.facts;
  if (flat.alternatives !== null) return lowerUnion(flat, path, lowering);
  if (saysNothing(flat)) return { kind: "any" };
  if (flat.facts.enum !== undefined) return lowerEnum(flat, path, lowering);
  const kind = isList(flat) ? "array" : type;
  if (kind === "string" && format === "binary") return { kind: "bytes" };
  switch (kind) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
      return { kind };
    case "array": {
      const each = flatten(lowering.document, isNode(items) ? items : {}, `${flat.at}/items`, lowering.diagnostics);
      const one = [...path.slice(0, -1), singular(path.at(-1) ?? "")];
      return { kind: "array", items: lowerType(each, one, lowering), each: limitsOf(each, lowering) };
    }
    case "object":
    case undefined: {
      if (type === undefined && flat.properties.size === 0 && !isNode(flat.facts.additionalProperties)) break;
      const name = lowering.names.claim(path, flat.at);
      lowering.objects.push(fieldsOf(flat, name, path, lowering));
      return { kind: "object", name };
    }
  }
  lowering.diagnostics.report("schema without a type", flat.at);
  return { kind: "any" };
}

/** Whether a schema is an array, also if only `items` implies it. */
export function isList({ facts: { type, items } }: Flat): boolean {
  return type === "array" || (type === undefined && isNode(items));
}

/** A schema without keywords about its values: any JSON value. */
function saysNothing({ facts, properties }: Flat): boolean {
  return properties.size === 0 && !SAYING.some((keyword) => Object.hasOwn(facts, keyword));
}

/** The type without null, for alternatives of an object, which cannot be null. */
function bare(type: Type): Type {
  return type.kind === "nullable" ? bare(type.of) : type;
}

/** A union of the alternatives. Each member is merged with the keywords beside the alternatives, then mapped by `taken`. */
function lowerUnion(flat: Flat, path: readonly string[], lowering: SchemaContext, taken = (type: Type): Type => type): Type {
  const { flats, by } = memberFlats(flat, lowering);
  const names = memberNames(flats.length, by);
  const members = flats.map((member, index) => {
    const outer = { ...lowering, open: new Set([...lowering.open].filter((one) => !member.bases.has(one))) };
    const type = taken(lowerType(member, [...path, names[index] ?? ""], outer));
    return { type, limits: limitsOf(member, lowering), values: by?.values[index] ?? [] };
  });
  const [only] = members;
  if (only !== undefined && members.length === 1) return only.type;
  // A union with any value is any value.
  if (members.some(({ type }) => type.kind === "any")) return { kind: "any" };
  const name = lowering.names.claim(path, flat.at);
  lowering.unions.push({ name, discriminator: by?.property ?? null, members, ...described(flat.typeWords) });
  return { kind: "union", name };
}
