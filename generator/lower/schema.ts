import type { EnumType, Field, Limits, ObjectType, Type } from "../model/model.js";
import type { Problem } from "../problem.js";
import { endless, type Flat, flatten, isNode, type Node } from "./flatten.js";
import { singular, type TypeNames } from "./names.js";
import { isTame } from "./pattern.js";

/** What lowering a schema needs and gathers. */
export interface Lowering {
  readonly document: Node;
  readonly names: TypeNames;
  /** Our own sentence about a field, by its path from the body: `start_date`, `metrics_filters.values`. */
  readonly docs: ReadonlyMap<string, string>;
  readonly enums: EnumType[];
  readonly objects: ObjectType[];
  readonly problems: Problem[];
  /** The references that lead to the schema in hand. */
  readonly open: ReadonlySet<string>;
}

const LIMITS = ["pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"] as const;

/** Keywords that say something, and those that say nothing about which values are allowed. */
const KNOWN = new Set<string>([...LIMITS, "type", "format", "enum", "items", "default", "nullable", "additionalProperties"]);
const SILENT = new Set(["deprecated", "readOnly", "writeOnly", "uniqueItems"]);
const FORMATS = new Set(["int32", "int64", "float", "double", "date", "date-time", "uri", "email"]);

/** An object schema as a list of fields, `allOf` flattened. */
export function lowerObject(schema: Node, path: readonly string[], at: string, lowering: Lowering): ObjectType {
  const name = lowering.names.claim(path, at);
  const flat = flatten(lowering.document, schema, at, lowering.problems);
  return fieldsOf(flat, name, path, within(flat, lowering));
}

/** The same, one schema further in. */
function within({ references }: Flat, lowering: Lowering): Lowering {
  return references.size === 0 ? lowering : { ...lowering, open: new Set([...lowering.open, ...references]) };
}

function fieldsOf(flat: Flat, name: string, path: readonly string[], lowering: Lowering): ObjectType {
  if (isNode(flat.facts.additionalProperties)) refuse(lowering, "additionalProperties with a schema", flat.at);
  const fields: Field[] = [];
  for (const [property, { node, at }] of flat.properties) {
    fields.push(lowerField(property, node, at, flat.required.has(property), path, lowering));
  }
  for (const property of flat.required) {
    if (!flat.properties.has(property)) refuse(lowering, `required ${property}, which is not a property`, flat.at);
  }
  return { name, fields };
}

function lowerField(name: string, node: Node, at: string, required: boolean, path: readonly string[], lowering: Lowering): Field {
  const flat = flatten(lowering.document, node, at, lowering.problems);
  const inside = isBody(path) ? [name] : [...path, name];
  const assumed = flat.facts.default;
  const plain = typeof assumed === "string" || typeof assumed === "number" || typeof assumed === "boolean";
  if (assumed !== undefined && assumed !== null && !plain) refuse(lowering, "a default that is not a plain value", at);
  return {
    name,
    type: lowerType(flat, inside, lowering),
    required,
    ...(plain ? { default: assumed } : {}),
    limits: limitsOf(flat, lowering),
    doc: lowering.docs.get(inside.join(".")) ?? "",
  };
}

/** The body's own types are named after their fields alone. */
function isBody(path: readonly string[]): boolean {
  return path.length === 1 && path[0] === "request";
}

function lowerType(flat: Flat, path: readonly string[], lowering: Lowering): Type {
  for (const keyword of Object.keys(flat.facts)) {
    if (!KNOWN.has(keyword) && !SILENT.has(keyword) && !keyword.startsWith("x-")) refuse(lowering, keyword, flat.at);
  }
  const again = [...flat.references].find((reference) => lowering.open.has(reference));
  if (again !== undefined) lowering.problems.push(endless(again, flat.at));
  const type: Type = again === undefined ? bareType(flat, path, within(flat, lowering)) : { kind: "string" };
  return flat.facts.nullable === true ? { kind: "nullable", of: type } : type;
}

function bareType(flat: Flat, path: readonly string[], lowering: Lowering): Type {
  const { type, format, items } = flat.facts;
  if (format !== undefined && !FORMATS.has(String(format))) refuse(lowering, `format ${String(format)}`, flat.at);
  if (flat.facts.enum !== undefined) return lowerEnum(flat, path, lowering);
  switch (type) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
      return { kind: type };
    case "array": {
      if (!isNode(items)) break;
      const each = flatten(lowering.document, items, `${flat.at}/items`, lowering.problems);
      return {
        kind: "array",
        items: lowerType(each, [...path.slice(0, -1), singular(path.at(-1) ?? "")], lowering),
        each: limitsOf(each, lowering),
      };
    }
    case "object":
    case undefined:
      if (flat.properties.size === 0) break;
      return lowerNested(flat, path, lowering);
  }
  refuse(lowering, `type ${String(type)} without what it holds`, flat.at);
  return { kind: "string" };
}

function lowerNested(flat: Flat, path: readonly string[], lowering: Lowering): Type {
  const name = lowering.names.claim(path, flat.at);
  lowering.objects.push(fieldsOf(flat, name, path, lowering));
  return { kind: "object", name };
}

function lowerEnum(flat: Flat, path: readonly string[], lowering: Lowering): Type {
  const values: unknown = flat.facts.enum;
  const fine =
    Array.isArray(values) && values.every((value) => typeof value === "string" || (typeof value === "number" && Number.isFinite(value)));
  if (!fine) refuse(lowering, "an enum of other things than texts and numbers", flat.at);
  const name = lowering.names.claim(path, flat.at);
  lowering.enums.push({ name, values: fine ? [...new Set(values as (string | number)[])] : [] });
  return { kind: "enum", name };
}

function limitsOf(flat: Flat, lowering: Lowering): Limits {
  const limits: Record<string, string | number> = {};
  for (const limit of LIMITS) {
    const value = flat.facts[limit];
    if (value === undefined) continue;
    const fine = limit === "pattern" ? typeof value === "string" && isTame(value) : typeof value === "number" && Number.isFinite(value);
    // What is printed as a number must be one: a text here would be code in the output.
    if (fine) limits[limit] = value as string | number;
    else refuse(lowering, limit === "pattern" ? "a pattern that may never come to an end" : `${limit} that is not a number`, flat.at);
  }
  return limits;
}

function refuse(lowering: Lowering, what: string, where: string): void {
  lowering.problems.push({
    what: `the generator does not know what to make of: ${what}`,
    where,
    why: "Types and checks that guess would lie.",
    fix: "Teach generator/lower/schema.ts to read it and show it in a scenario under test/scenarios.",
  });
}
