import type { EnumType, Field, Type, UnionType } from "../model/model.js";
import type { SchemaContext } from "./context.js";
import { type Flat, flatten } from "./flatten.js";
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
