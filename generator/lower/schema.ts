import { Diagnostics } from "../diagnostics.js";
import type { EnumType, Field, ObjectType, Type, UnionType } from "../model/model.js";
import { shapeOf } from "../rules/shape.js";
import {
  isNode,
  type LocatedNode,
  type Node,
  type SchemaContext,
  withDescription,
} from "./context.js";
import { withoutNull } from "./fields.js";
import { type FlatSchema, flatten, isEqual, RULES } from "./flatten.js";
import { breaks, LIMITS, limitsOf } from "./limits.js";
import { singular } from "./names.js";
import { nestedRulesIn, reportRules } from "./rules.js";

/**
 * Keyword that marks the discriminator field of a union member. If the field has a single value, it
 * becomes a constant instead of an enum.
 */
const DISCRIMINATOR = "x-tag";

type Discriminator = NonNullable<NonNullable<FlatSchema["alternatives"]>["discriminator"]>;

/**
 * The members of a schema with alternatives, and its discriminator.
 *
 * `flats` contains the members, each merged with the keywords next to the alternatives except
 * `nullable` and `default`. Empty if there are no alternatives. The `discriminator` becomes a
 * required field of each member. It is null if there is no discriminator. It is also null if a
 * member is not an object, which is reported. A member that extends a schema in `refStack` does not
 * get the alternatives of that schema again, which is also reported.
 */
function memberSchemas(
  flat: FlatSchema,
  { document, diagnostics, refStack }: Pick<SchemaContext, "document" | "diagnostics" | "refStack">,
): { readonly flats: readonly FlatSchema[]; readonly discriminator: Discriminator | null } {
  const { members = [], discriminator = null } = flat.alternatives ?? {};
  // `nullable` and `default` apply to the whole schema, not to its members.
  const { nullable, default: _, ...keywords } = flat.keywords;
  const base: FlatSchema = { ...flat, keywords, alternatives: null };
  // If the type next to the alternatives excludes null, members exclude it too.
  const excludesNull = keywords.type !== undefined && nullable !== true;
  const flats = members.map(({ node, pointer }) => {
    const found = flatten(document, node, pointer, diagnostics, base);
    const member = excludesNull
      ? { ...found, keywords: { ...found.keywords, nullable: false } }
      : found;
    const extended = [...member.bases].find(
      (reference) => refStack.has(reference) && hasFormsOf(member, reference, document),
    );
    if (extended === undefined) return member;
    diagnostics.report("recursion", pointer, extended);
    return { ...member, alternatives: null };
  });
  if (discriminator === null) return { flats, discriminator };
  if (!flats.every(isObjectLike)) {
    diagnostics.report("ambiguous discriminator", flat.pointer, discriminator.property);
    return { flats, discriminator: null };
  }
  const withDiscriminator = flats.map((member, index) => {
    const tag = {
      node: { type: "string", enum: discriminator.values[index] ?? [], [DISCRIMINATOR]: true },
      pointer: member.pointer,
    };
    return {
      ...member,
      properties: new Map([...member.properties, [discriminator.property, tag]]),
      required: new Set([...member.required, discriminator.property]),
    };
  });
  return { flats: withDiscriminator, discriminator };
}

/** Whether a schema has the same alternatives as a schema it extends. */
function hasFormsOf({ alternatives }: FlatSchema, reference: string, document: Node): boolean {
  if (alternatives === null) return false;
  const extended = flatten(document, { $ref: reference }, reference, new Diagnostics());
  return isEqual(extended.alternatives?.members, alternatives.members);
}

/** Whether a schema is an object, stated by its type or implied by its fields or alternatives. */
function isObjectLike({ keywords, properties, alternatives }: FlatSchema): boolean {
  return (
    keywords.type === "object" ||
    (keywords.type === undefined && (properties.size > 0 || alternatives !== null))
  );
}

/** One variant of a schema with alternatives. */
export interface Form {
  readonly flat: FlatSchema;
  /**
   * The references that lead to this variant, including references to the schemas that have it as a
   * variant.
   */
  readonly through: ReadonlySet<string>;
}

/**
 * The variants of a schema with alternatives. Each is merged with the keywords next to the
 * alternatives.
 *
 * Empty if there are no alternatives. A variant that refers back to an enclosing schema is left
 * out, because following it would never end. Findings are dropped; they are reported when types are created.
 */
export function formsOf({ flat, through }: Form, document: Node): readonly Form[] {
  const refStack = new Set([...through, ...flat.references, ...flat.bases]);
  const { flats } = memberSchemas(flat, { document, diagnostics: new Diagnostics(), refStack });
  return flats
    .filter(({ references }) => [...references].every((reference) => !refStack.has(reference)))
    .map((form) => ({ flat: form, through: withoutBases(refStack, form) }));
}

/** Drops the references to bases, because a variant that extends its schema is not recursive. */
function withoutBases(references: ReadonlySet<string>, { bases }: FlatSchema): ReadonlySet<string> {
  return new Set([...references].filter((reference) => !bases.has(reference)));
}

/**
 * Names for `count` members of a union, in order. The members' types are named after these names.
 *
 * Each name is the member's first discriminator value. A value without lowercase letters is
 * converted to lowercase. Members without a value are called `option_1`, `option_2` … by position.
 * If two names would be equal, all members are named by position.
 */
function memberNames(count: number, discriminator: Discriminator | null): readonly string[] {
  const numbers = Array.from({ length: count }, (_, index) => `option_${index + 1}`);
  const names = numbers.map((number, index) => {
    const value = discriminator?.values[index]?.[0];
    return value === undefined ? number : /[a-z]/.test(value) ? value : value.toLowerCase();
  });
  return new Set(names).size === names.length ? names : numbers;
}

/** The values of an enum or a string constant; null for any other type. */
function valuesOf(type: Type, enums: readonly EnumType[]): readonly (string | number)[] | null {
  if (type.kind === "constant") return typeof type.value === "string" ? [type.value] : null;
  return type.kind === "enum"
    ? (enums.find(({ name }) => name === type.name)?.values ?? null)
    : null;
}

/**
 * The fields of all members of a union of objects, without duplicates.
 *
 * A field is required if every member has and requires it. If a field's types differ between
 * members, the field becomes a list if all of them are lists, otherwise an enum or a union. This
 * new type is added to the context, located by `pointer`, and the field's limits are dropped.
 * Defaults are always dropped. Everything else is copied from the first member that has the field.
 */
function fieldsOfAll(
  union: UnionType,
  { objects, enums, unions, names }: SchemaContext,
  pointer: string,
): readonly Field[] {
  const members = union.members.map(({ type }) =>
    type.kind === "object" ? objects.find(({ name }) => name === type.name) : undefined,
  );
  const all = new Map<string, Field[]>();
  for (const field of members.flatMap((object) => object?.fields ?? []))
    all.set(field.name, [...(all.get(field.name) ?? []), field]);
  const joinedType = (name: string, parts: readonly Pick<Field, "type" | "limits">[]): Type => {
    const [first, ...otherParts] = parts as readonly [Field, ...Field[]];
    if (otherParts.every(({ type }) => JSON.stringify(type) === JSON.stringify(first.type)))
      return first.type;
    // A field that is an array in every member remains an array, so rules about its items apply.
    const items = parts.flatMap(({ type }) =>
      type.kind === "array" ? [{ type: type.items, limits: type.each }] : [],
    );
    if (items.length === parts.length) {
      const alike = items.every(
        ({ limits }) => JSON.stringify(limits) === JSON.stringify(items[0]?.limits),
      );
      return {
        kind: "array",
        items: joinedType(singular(name), items),
        each: alike ? (items[0]?.limits ?? {}) : {},
      };
    }
    const typeName = names.claim([`any_${name}`], pointer);
    const lists = parts.map(({ type }) => valuesOf(type, enums));
    if (lists.every((values) => values !== null)) {
      enums.push({ name: typeName, values: [...new Set(lists.flat())] });
      return { kind: "enum", name: typeName };
    }
    unions.push({
      name: typeName,
      discriminator: null,
      members: parts.map(({ type, limits }) => ({ type, limits, values: [] })),
    });
    return { kind: "union", name: typeName };
  };
  return [...all].map(([name, fields]) => {
    const [first] = fields as [Field, ...Field[]];
    const type = joinedType(name, fields);
    const { default: _, ...field } = first;
    const limits = JSON.stringify(type) === JSON.stringify(first.type) ? first.limits : {};
    return {
      ...field,
      type,
      limits,
      required: fields.length === members.length && fields.every(({ required }) => required),
    };
  });
}

/**
 * The type of an enum.
 *
 * Strings and numbers become an enum named by `path`, which is added to the context. A single
 * boolean, null alone, or the value of a discriminator becomes a constant. True and false together
 * become `boolean`. Null among other values makes the type nullable.
 *
 * An enum is reported if it is empty, has other kinds of values, or does not fit the schema's
 * `type`. It then gets the schema's `type`; without a `type`, any value is accepted.
 */
function lowerEnum(
  { keywords, pointer, typeWords }: FlatSchema,
  path: readonly string[],
  context: SchemaContext,
): Type {
  const allowed: readonly unknown[] = Array.isArray(keywords.enum) ? keywords.enum : [];
  const values = [...new Set(allowed.filter((value) => value !== null))];
  const hasNull = allowed.includes(null);
  const type = valuesType(values, hasNull, path, { keywords, pointer, typeWords, context });
  return hasNull && values.length > 0 ? { kind: "nullable", of: type } : type;
}

/** The type of a list of values other than null. `hasNull` is true if null is allowed too. */
function valuesType(
  values: readonly unknown[],
  hasNull: boolean,
  path: readonly string[],
  {
    keywords,
    pointer,
    typeWords,
    context,
  }: Pick<FlatSchema, "keywords" | "pointer" | "typeWords"> & { readonly context: SchemaContext },
): Type {
  if (values.length === 0 && hasNull) return { kind: "constant", value: null };
  const [only] = values;
  // Inside shared request types, an enum with a single string becomes a constant, which needs no
  // name.
  const isNameless = context.root !== undefined && context.omits === "readOnly";
  const isTag = keywords[DISCRIMINATOR] === true;
  if (values.length === 1 && typeof only === "string" && (isTag || (isNameless && path.length > 1)))
    return { kind: "constant", value: only };
  if (values.length === 1 && typeof only === "boolean") return { kind: "constant", value: only };
  if (values.length === 2 && values.every((value) => typeof value === "boolean"))
    return { kind: "boolean" };
  const { type } = keywords;
  const fallback: Type = {
    kind:
      type === "string" || type === "integer" || type === "number" || type === "boolean"
        ? type
        : "any",
  };
  const named = values.flatMap((value) =>
    typeof value === "string" || typeof value === "number" ? [value] : [],
  );
  const isOfType =
    type === undefined ||
    values.every((value) => typeof value === (type === "integer" ? "number" : type));
  if (values.length === 0 || named.length < values.length || !isOfType) {
    context.diagnostics.report(
      values.length === 0 ? "empty enum" : "enum of several types",
      pointer,
      fallback.kind === "any" ? "any value" : fallback.kind,
    );
    return fallback;
  }
  // Values are checked only against the enum. Limits next to the enum rarely exclude any of its
  // values.
  for (const keyword of LIMITS.filter((limit) =>
    named.some((value) => breaks(value, limit, keywords[limit])),
  ))
    context.diagnostics.report("unchecked keyword", pointer, keyword);
  const name = context.names.claim(path, pointer);
  context.enums.push({ name, values: named, ...withDescription(typeWords) });
  return { kind: "enum", name };
}

/**
 * The shared type of an alternative that is a named schema. Null if the alternative differs from
 * the named schema.
 *
 * The two can be the same only if there is nothing else next to the alternatives, and if the named
 * schema itself declares the discriminator values.
 */
function sharedMember(flat: FlatSchema, index: number, context: SchemaContext): Type | null {
  const { members = [], discriminator = null } = flat.alternatives ?? {};
  const member = members[index];
  const { shared, document } = context;
  if (member === undefined || shared === undefined || !isChoiceAlone(flat)) return null;
  const { nullableReference, addsRules, properties, required, keywords, alternatives } = flatten(
    document,
    member.node,
    member.pointer,
    new Diagnostics(),
  );
  if (nullableReference === null || keywords.nullable === true || alternatives !== null)
    return null;
  if (addsRules && context.omits !== "writeOnly") return null;
  if (discriminator !== null) {
    const tag = properties.get(discriminator.property);
    const values = tag && flatten(document, tag.node, tag.pointer, new Diagnostics()).keywords.enum;
    const expected = discriminator.values[index] ?? [];
    const isDeclared = Array.isArray(values) && isEqual([...values].sort(), [...expected].sort());
    if (!isDeclared || !required.has(discriminator.property)) return null;
  }
  return shared.typeOf(nullableReference, context);
}

/** Whether a schema states nothing except its alternatives. */
function isChoiceAlone({ keywords, properties, required, constraints }: FlatSchema): boolean {
  const stated = Object.keys(keywords).filter((keyword) => !/^(nullable|default)$/.test(keyword));
  return (
    stated.every((keyword) => keyword === "type" && keywords.type === "object") &&
    properties.size === 0 &&
    required.size === 0 &&
    constraints.length === 0
  );
}

/** Keywords that restrict the values of a schema. */
const VALUE_KEYWORDS = [
  "type",
  "enum",
  "items",
  "additionalProperties",
  ...LIMITS,
  "minProperties",
  "maxProperties",
];

/**
 * Lowers an object schema to an object type named by `path`, merging `allOf` and references.
 *
 * For alternatives, see `objectOf`. Adds the types of the object's fields to the context, but not
 * the object itself. Reports findings at `pointer`; throws `Problems` for a reference without a
 * target.
 */
export function lowerObject(
  schema: Node,
  path: readonly string[],
  pointer: string,
  context: SchemaContext,
): ObjectType {
  const flat = flatten(context.document, schema, pointer, context.diagnostics);
  return objectOf(flat, path, withReferences(flat, context));
}

/**
 * Lowers a flattened schema to an object type named by `path`.
 *
 * Adds the types of the object's fields to the context, but not the object itself. If the schema
 * has alternatives, the object gets the fields of all of them, and `oneOf` names their union. If
 * the alternatives share a single type, the object gets that type's fields. If any alternative
 * accepts any value, the object accepts any properties.
 */
export function objectOf(
  flat: FlatSchema,
  path: readonly string[],
  context: SchemaContext,
): ObjectType {
  const name = context.names.claim(path, flat.pointer);
  if (flat.alternatives === null) return fieldsOf(flat, name, path, context);
  // Members get their own names. A field of the object can have any of the types that the field has
  // in the members.
  const type = lowerUnion(flat, isRequestPath(path) ? [] : path, context, withoutNull);
  const union = context.unions.find(
    (candidate) => type.kind === "union" && candidate.name === type.name,
  );
  if (union !== undefined)
    return {
      name,
      fields: fieldsOfAll(union, context, flat.pointer),
      oneOf: union.name,
      ...withDescription(flat.typeWords),
    };
  if (type.kind === "any")
    return { name, fields: [], additionalProperties: { type, limits: {}, doc: "" } };
  // A union with one member is that member.
  const only = context.objects.find(
    (candidate) => type.kind === "object" && candidate.name === type.name,
  );
  return { fields: [], ...only, name };
}

/**
 * The rules of an object inside a request. Objects in responses have none, because responses are
 * not checked.
 */
function nestedRulesOf(
  flat: FlatSchema,
  body: ObjectType,
  context: SchemaContext,
): Pick<ObjectType, "rules"> {
  if (context.omits === "writeOnly" || flat.constraints.length === 0) return {};
  const { document, diagnostics, enums, unions, objects } = context;
  const shape = shapeOf({ body, enums, unions, objects });
  const rules = nestedRulesIn(flat, body.name, { document, shape }, diagnostics);
  return rules.length === 0 ? {} : { rules };
}

/** A context that also has the schema's references in `refStack`, to detect recursion. */
function withReferences({ references, bases }: FlatSchema, context: SchemaContext): SchemaContext {
  if (references.size === 0 && bases.size === 0) return context;
  return { ...context, refStack: new Set([...context.refStack, ...references, ...bases]) };
}

/**
 * The object type of a schema without alternatives. Adds its fields' types to the context. Reports
 * required properties that the schema does not describe; they accept any value.
 */
function fieldsOf(
  flat: FlatSchema,
  name: string,
  path: readonly string[],
  context: SchemaContext,
): ObjectType {
  const omitted = [...flat.properties]
    .filter(([, placed]) => isLeftOut(placed, context))
    .map(([property]) => property);
  const fields = [...flat.properties]
    .filter(([property]) => !omitted.includes(property))
    .map(([property, placed]) =>
      lowerField(property, placed, flat.required.has(property), path, context),
    );
  const additional = additionalPropertiesOf(flat, path, context);
  for (const property of flat.required) {
    if (flat.properties.has(property)) continue;
    const { type, limits } = additional.additionalProperties ?? UNDESCRIBED;
    if (additional.additionalProperties === undefined)
      context.diagnostics.report("required but not described", flat.pointer, property);
    const doc = docOf([...path, property], context);
    fields.push({ name: property, type, required: true, limits, doc });
  }
  const { minProperties, maxProperties } = flat.keywords;
  return {
    name,
    fields,
    ...additional,
    ...(typeof minProperties === "number" ? { minProperties } : {}),
    ...(typeof maxProperties === "number" ? { maxProperties } : {}),
    ...withDescription(flat.typeWords),
  };
}

const UNDESCRIBED: Pick<Field, "type" | "limits"> = { type: { kind: "any" }, limits: {} };

/**
 * Whether a field exists only in the other direction (request or response). Such a field is left
 * out even if it is required.
 */
function isLeftOut({ node, pointer }: LocatedNode, { document, omits }: SchemaContext): boolean {
  return (
    omits !== undefined &&
    flatten(document, node, pointer, new Diagnostics()).keywords[omits] === true
  );
}

/**
 * The type of additional properties. They are not allowed unless the schema declares them; but an
 * object without declared fields accepts any property.
 */
function additionalPropertiesOf(
  flat: FlatSchema,
  path: readonly string[],
  context: SchemaContext,
): Pick<ObjectType, "additionalProperties"> {
  const { additionalProperties } = flat.keywords;
  const isBare =
    flat.properties.size === 0 && flat.alternatives === null && flat.keywords.type === "object";
  if (additionalProperties === true || (additionalProperties === undefined && isBare))
    return { additionalProperties: { type: { kind: "any" }, limits: {}, doc: "" } };
  if (!isNode(additionalProperties)) return {};
  const each = flatten(
    context.document,
    additionalProperties,
    `${flat.pointer}/additionalProperties`,
    context.diagnostics,
  );
  const value = [...path, "value"];
  const values = {
    type: lowerType(each, value, context),
    limits: limitsOf(each, context),
    doc: docOf(value, context),
  };
  return { additionalProperties: { ...values, ...withDescription(each.words) } };
}

/**
 * Our own documentation of a field, found by the field's full path or else by its name. The name
 * can include the parent's name.
 */
function docOf(path: readonly string[], { docs }: SchemaContext): string {
  const match = [path.join("."), ...[-1, -2].map((from) => `*.${path.slice(from).join(".")}`)].find(
    (key) => docs.has(key),
  );
  return match === undefined ? "" : (docs.get(match) ?? "");
}

/** Lowers one property to a field, and adds its types to the context. */
function lowerField(
  name: string,
  { node, pointer }: LocatedNode,
  required: boolean,
  path: readonly string[],
  context: SchemaContext,
): Field {
  const flat = flatten(context.document, node, pointer, context.diagnostics);
  const inside = isRequestPath(path) ? [name] : [...path, name];
  const type = lowerType(flat, inside, context);
  return {
    name,
    type,
    required,
    ...defaultOf(flat, type, context),
    limits: limitsOf(flat, context),
    doc: docOf(inside, context),
    ...withDescription(flat.words || itemWords(flat, context)),
  };
}

/**
 * The API's default for a field. Defaults that are arrays or objects are left out. This is safe,
 * because the API fills in defaults, not the client.
 */
function defaultOf(
  { keywords, pointer }: FlatSchema,
  type: Type,
  context: SchemaContext,
): Pick<Field, "default"> {
  const { default: assumed } = keywords;
  if (assumed === undefined || assumed === null || Array.isArray(assumed)) return {};
  const isScalar =
    typeof assumed === "string" || typeof assumed === "number" || typeof assumed === "boolean";
  if (isScalar && isOf(type, assumed, context)) return { default: assumed };
  context.diagnostics.report("default", pointer, JSON.stringify(assumed));
  return {};
}

/** Whether a value belongs to a type, regardless of limits. False for objects, lists and bytes. */
function isOf(type: Type, value: string | number | boolean, context: SchemaContext): boolean {
  switch (type.kind) {
    case "nullable":
      return isOf(type.of, value, context);
    case "enum":
      return context.enums.some(
        ({ name, values }) => name === type.name && values.some((allowed) => allowed === value),
      );
    case "constant":
      return type.value === value;
    case "integer":
      return Number.isInteger(value);
    case "string":
    case "number":
    case "boolean":
      return typeof value === type.kind && (typeof value !== "number" || Number.isFinite(value));
    case "union":
      return context.unions.some(
        ({ name, members }) =>
          name === type.name && members.some((member) => isOf(member.type, value, context)),
      );
    default:
      return type.kind === "any";
  }
}

/** The description of an array's items, used if the array itself has none. */
function itemWords(
  { keywords: { items }, pointer }: FlatSchema,
  { document }: SchemaContext,
): string {
  return isNode(items) ? flatten(document, items, `${pointer}/items`, new Diagnostics()).words : "";
}

/**
 * Whether a path stands for the request itself. The types of the request's fields are named after
 * the fields, without a prefix.
 */
function isRequestPath(path: readonly string[]): boolean {
  return path.length === 1 && path[0] === "request";
}

/**
 * The type of a schema.
 *
 * New enums, objects and unions, named by `path`, are added to the context. If the context has
 * `typesByRef`, a schema that is only a reference reuses the type of that reference. A schema
 * without keywords that constrain its value accepts any value. Other schemas without a type,
 * contradictions and recursions also accept any value, and are reported.
 */
export function lowerType(flat: FlatSchema, path: readonly string[], context: SchemaContext): Type {
  const { soleReference, nullableReference, keywords } = flat;
  // A type's check includes the type's rules, so a schema that adds rules needs a type of its own.
  if (flat.addsRules && context.omits !== "writeOnly") return newType(flat, path, context);
  const shared =
    nullableReference === null ? undefined : context.shared?.typeOf(nullableReference, context);
  if (shared != null) return nullableIf(keywords.nullable === true, shared);
  const known = soleReference === null ? undefined : context.typesByRef?.get(soleReference);
  if (known !== undefined) return known;
  const type = newType(flat, path, context);
  if (soleReference !== null) context.typesByRef?.set(soleReference, type);
  return type;
}

/**
 * Like `lowerType`, but creates a new type even if the schema is only a reference. Types inside the
 * new type may be reused. The type is named by `path`.
 */
export function newType(flat: FlatSchema, path: readonly string[], context: SchemaContext): Type {
  const { keywords, pointer } = flat;
  const recursive = [...flat.references, ...flat.bases].find((reference) =>
    context.refStack.has(reference),
  );
  if (recursive !== undefined) context.diagnostics.report("recursion", pointer, recursive);
  const type: Type =
    recursive === undefined ? bareType(flat, path, withReferences(flat, context)) : { kind: "any" };
  // Constraints of an object become its rules, and constraints of a union become rules of its
  // members.
  if (context.omits !== "writeOnly" && type.kind !== "object" && type.kind !== "union") {
    for (const { keyword, pointer: at } of flat.constraints)
      if (keyword !== RULES) context.diagnostics.report("unchecked keyword", at, keyword);
    // The finding about a recursion already says that deeper levels are not checked.
    if (recursive === undefined)
      reportRules(
        flat.constraints,
        path.join("."),
        "its value is not treated as an object",
        context,
      );
  }
  return nullableIf(keywords.nullable === true, type);
}

/** The type, made nullable if `isNullable` is true and it does not include null already. */
function nullableIf(isNullable: boolean, type: Type): Type {
  const hasNull =
    type.kind === "nullable" ||
    type.kind === "any" ||
    (type.kind === "constant" && type.value === null);
  return isNullable && !hasNull ? { kind: "nullable", of: type } : type;
}

/** The type of a schema, ignoring `nullable` and constraints. Adds new types to the context. */
function bareType(flat: FlatSchema, path: readonly string[], context: SchemaContext): Type {
  const { type, format, items } = flat.keywords;
  if (flat.alternatives !== null) return lowerUnion(flat, path, context);
  if (allowsAny(flat)) return { kind: "any" };
  if (flat.keywords.enum !== undefined) return lowerEnum(flat, path, context);
  const kind = isList(flat) ? "array" : type;
  if (kind === "string" && format === "binary" && context.hasBytes) return { kind: "bytes" };
  switch (kind) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
      return { kind };
    case "array": {
      const each = flatten(
        context.document,
        isNode(items) ? items : {},
        `${flat.pointer}/items`,
        context.diagnostics,
      );
      const itemPath = [...path.slice(0, -1), singular(path.at(-1) ?? "")];
      return {
        kind: "array",
        items: lowerType(each, itemPath, context),
        each: limitsOf(each, context),
      };
    }
    case "object":
    case undefined: {
      if (
        type === undefined &&
        flat.properties.size === 0 &&
        !isNode(flat.keywords.additionalProperties)
      )
        break;
      const name = context.names.claim(path, flat.pointer);
      const object = fieldsOf(flat, name, path, context);
      context.objects.push({ ...object, ...nestedRulesOf(flat, object, context) });
      return { kind: "object", name };
    }
  }
  const unchecked = [
    ...VALUE_KEYWORDS.filter(
      (keyword) => keyword !== "type" && Object.hasOwn(flat.keywords, keyword),
    ),
    ...(flat.required.size > 0 ? ["required"] : []),
  ].map((keyword) => `\`${keyword}\``);
  const verb = unchecked.length === 1 ? "is" : "are";
  context.diagnostics.report(
    "schema without a type",
    flat.pointer,
    unchecked.length === 0 ? "" : `${unchecked.join(", ")} ${verb}`,
  );
  return { kind: "any" };
}

/** Whether a schema is an array, even if only `items` implies it. */
export function isList({ keywords: { type, items } }: FlatSchema): boolean {
  return type === "array" || (type === undefined && isNode(items));
}

/** Whether a schema accepts any JSON value because no keyword constrains it. */
function allowsAny({ keywords, properties, required }: FlatSchema): boolean {
  return (
    properties.size === 0 &&
    required.size === 0 &&
    !VALUE_KEYWORDS.some((keyword) => Object.hasOwn(keywords, keyword))
  );
}

/**
 * A union of the alternatives. Each member is merged with the keywords next to the alternatives,
 * then mapped by `mapMember`.
 */
function lowerUnion(
  flat: FlatSchema,
  path: readonly string[],
  context: SchemaContext,
  mapMember = (type: Type): Type => type,
): Type {
  const { flats, discriminator } = memberSchemas(flat, context);
  const names = memberNames(flats.length, discriminator);
  const members = flats.map((member, index) => {
    const outer = { ...context, refStack: withoutBases(context.refStack, member) };
    const inside = [...path, names[index] ?? ""];
    const type = sharedMember(flat, index, context) ?? mapMember(lowerType(member, inside, outer));
    return { type, limits: limitsOf(member, context), values: discriminator?.values[index] ?? [] };
  });
  const [only] = members;
  if (only !== undefined && members.length === 1) return only.type;
  // A union accepts any value if one of its members does.
  if (members.some(({ type }) => type.kind === "any")) return { kind: "any" };
  const name = context.names.claim(path, flat.pointer);
  context.unions.push({
    name,
    discriminator: discriminator?.property ?? null,
    members,
    ...withDescription(flat.typeWords),
  });
  return { kind: "union", name };
}
