import type { Field, ObjectType, Type } from "../model/model.js";
import { Diagnostics } from "../tolerance.js";
import { type Flat, flatten } from "./flatten.js";
import { LIMITS, limitsOf } from "./limits.js";
import { described, type Lowering } from "./lowering.js";
import { singular } from "./names.js";
import { endless, isNode, type Node, type Placed } from "./node.js";
import { fieldsOfAll, memberFlats, memberNames } from "./union.js";
import { lowerEnum } from "./values.js";

/** Keywords that say something, and those that say nothing about which values are allowed. */
const KNOWN = new Set<string>([
  ...LIMITS,
  "type",
  "format",
  "enum",
  "items",
  "default",
  "nullable",
  "additionalProperties",
  "minProperties",
]);
const SILENT = new Set(["deprecated", "readOnly", "writeOnly", "uniqueItems"]);
const FORMATS = new Set(["int32", "int64", "float", "double", "date", "date-time", "uri", "email", "password", "binary"]);

/** An object schema as a list of fields, `allOf` flattened. */
export function lowerObject(schema: Node, path: readonly string[], at: string, lowering: Lowering): ObjectType {
  const flat = flatten(lowering.document, schema, at, lowering.diagnostics);
  return objectOf(flat, path, within(flat, lowering));
}

/** The same of a schema that is folded already. */
export function objectOf(flat: Flat, path: readonly string[], lowering: Lowering): ObjectType {
  const name = lowering.names.claim(path, flat.at);
  if (flat.alternatives === null) return fieldsOf(flat, name, path, lowering);
  // The members are named beside the whole, and a field of the whole is whatever it is in any of them.
  const type = lowerUnion(flat, isBody(path) ? [] : path, lowering);
  const union = lowering.unions.find((one) => type.kind === "union" && one.name === type.name);
  if (union !== undefined) return { name, fields: fieldsOfAll(union, lowering, flat.at), oneOf: union.name, ...described(flat.typeWords) };
  // A choice of one is no choice.
  const only = lowering.objects.find((one) => type.kind === "object" && one.name === type.name);
  return { fields: [], ...only, name };
}

/** One schema further in. */
function within({ references, bases }: Flat, lowering: Lowering): Lowering {
  if (references.size === 0 && bases.size === 0) return lowering;
  return { ...lowering, open: new Set([...lowering.open, ...references, ...bases]) };
}

function fieldsOf(flat: Flat, name: string, path: readonly string[], lowering: Lowering): ObjectType {
  const leftOut = [...flat.properties].filter(([, placed]) => isLeftOut(placed, lowering)).map(([property]) => property);
  const fields = [...flat.properties]
    .filter(([property]) => !leftOut.includes(property))
    .map(([property, placed]) => lowerField(property, placed, flat.required.has(property), path, lowering));
  const known = (property: string): boolean => flat.properties.has(property) || flat.alternatives !== null || "others" in more;
  const more = othersOf(flat, path, lowering);
  for (const property of flat.required) {
    if (!known(property)) lowering.diagnostics.report("unknown schema", flat.at, `required ${property}, which is not a property`);
  }
  const { minProperties } = flat.facts;
  return { name, fields, ...more, ...(typeof minProperties === "number" ? { least: minProperties } : {}), ...described(flat.typeWords) };
}

/** Whether a field is for the other direction alone; then it does not belong here even where it is required. */
function isLeftOut({ node, at }: Placed, { document, without }: Lowering): boolean {
  return without !== undefined && flatten(document, node, at, new Diagnostics()).facts[without] === true;
}

/** What stands under names that are not listed. Without a word about it there is nothing; an object without any fields holds whatever. */
function othersOf(flat: Flat, path: readonly string[], lowering: Lowering): Pick<ObjectType, "others"> {
  const { additionalProperties } = flat.facts;
  const isBare = flat.properties.size === 0 && flat.alternatives === null && flat.facts.type === "object";
  if (additionalProperties === true || (additionalProperties === undefined && isBare))
    return { others: { type: { kind: "any" }, limits: {}, doc: "" } };
  if (!isNode(additionalProperties)) return {};
  const each = flatten(lowering.document, additionalProperties, `${flat.at}/additionalProperties`, lowering.diagnostics);
  const value = [...path, "value"];
  const others = { type: lowerType(each, value, lowering), limits: limitsOf(each, lowering), doc: docOf(value, lowering) };
  return { others: { ...others, ...described(each.words) } };
}

/** Our sentence about what stands there: under its whole path, else under its name, or what it is the value of, anywhere. */
function docOf(path: readonly string[], { docs }: Lowering): string {
  const found = [path.join("."), ...[-1, -2].map((from) => `*.${path.slice(from).join(".")}`)].find((one) => docs.has(one));
  return found === undefined ? "" : (docs.get(found) ?? "");
}

function lowerField(name: string, { node, at }: Placed, required: boolean, path: readonly string[], lowering: Lowering): Field {
  const flat = flatten(lowering.document, node, at, lowering.diagnostics);
  const inside = isBody(path) ? [name] : [...path, name];
  const assumed = flat.facts.default;
  const plain = typeof assumed === "string" || typeof assumed === "number" || typeof assumed === "boolean";
  // A list that is assumed is for the API to know; none of ours is filled in.
  if (assumed !== undefined && assumed !== null && !plain && !Array.isArray(assumed))
    lowering.diagnostics.report("unknown schema", at, "a default that is not a plain value");
  return {
    name,
    type: lowerType(flat, inside, lowering),
    required,
    ...(plain ? { default: assumed } : {}),
    limits: limitsOf(flat, lowering),
    doc: docOf(inside, lowering),
    ...described(flat.words || itemWords(flat, lowering)),
  };
}

/** A list may be described by what it holds. */
function itemWords({ facts: { items }, at }: Flat, { document }: Lowering): string {
  return isNode(items) ? flatten(document, items, `${at}/items`, new Diagnostics()).words : "";
}

/** The body's own types are named after their fields alone. */
function isBody(path: readonly string[]): boolean {
  return path.length === 1 && path[0] === "request";
}

/** A schema as a type. */
export function lowerType(flat: Flat, path: readonly string[], lowering: Lowering): Type {
  const met = flat.only === null ? undefined : lowering.met?.get(flat.only);
  if (met !== undefined) return met;
  const type = newType(flat, path, lowering);
  if (flat.only !== null) lowering.met?.set(flat.only, type);
  return type;
}

function newType(flat: Flat, path: readonly string[], lowering: Lowering): Type {
  for (const keyword of Object.keys(flat.facts)) {
    const understood = KNOWN.has(keyword) || SILENT.has(keyword) || keyword.startsWith("x-");
    if (!understood && !(keyword === "exclusiveMinimum" && flat.facts.minimum !== undefined))
      lowering.diagnostics.report("unknown schema", flat.at, keyword);
  }
  const again = [...flat.references, ...flat.bases].find((reference) => lowering.open.has(reference));
  if (again !== undefined) lowering.diagnostics.problems.push(endless(again, flat.at));
  const type: Type = again === undefined ? bareType(flat, path, within(flat, lowering)) : { kind: "string" };
  const hasNull = type.kind === "nullable" || (type.kind === "constant" && type.value === null);
  return flat.facts.nullable === true && !hasNull ? { kind: "nullable", of: type } : type;
}

function bareType(flat: Flat, path: readonly string[], lowering: Lowering): Type {
  const { type, format, items } = flat.facts;
  if (format !== undefined && !FORMATS.has(String(format)))
    lowering.diagnostics.report("unknown schema", flat.at, `format ${String(format)}`);
  if (flat.alternatives !== null) return lowerUnion(flat, path, lowering);
  if (saysNothing(flat)) return { kind: "any" };
  if (flat.facts.enum !== undefined) return lowerEnum(flat, path, lowering);
  // Where only items are described, a list is meant.
  const kind = type === undefined && isNode(items) ? "array" : type;
  if (kind === "string" && format === "binary") return { kind: "bytes" };
  switch (kind) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
      return { kind };
    case "array": {
      if (!isNode(items)) break;
      const each = flatten(lowering.document, items, `${flat.at}/items`, lowering.diagnostics);
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
  lowering.diagnostics.report("unknown schema", flat.at, `type ${String(type)} without what it holds`);
  return { kind: "string" };
}

/** A schema without a word about its values: any JSON, as the description has it. */
function saysNothing({ facts, properties }: Flat): boolean {
  return properties.size === 0 && Object.keys(facts).every((keyword) => SILENT.has(keyword) || keyword === "nullable");
}

/** One of several. Each member is what it says by itself and what stands beside the alternatives. */
function lowerUnion(flat: Flat, path: readonly string[], lowering: Lowering): Type {
  const flats = memberFlats(flat, lowering);
  const names = memberNames(flat);
  const members = flats.map((member, index) => {
    const outer = { ...lowering, open: new Set([...lowering.open].filter((one) => !member.bases.has(one))) };
    const type = lowerType(member, [...path, names[index] ?? ""], outer);
    return { type, limits: limitsOf(member, lowering), values: flat.alternatives?.by?.values[index] ?? [] };
  });
  const [only] = members;
  if (only !== undefined && members.length === 1) return only.type;
  const name = lowering.names.claim(path, flat.at);
  lowering.unions.push({ name, by: flat.alternatives?.by?.property ?? null, members, ...described(flat.typeWords) });
  return { kind: "union", name };
}
