import type { HttpCall, Limits, Member, ObjectType, Request, Type } from "../model/model.js";
import type { FlowChange, Side } from "./change.js";

/** Definitions of the named types. Names are not compared. */
export type Types = Pick<Request, "objects" | "enums" | "unions">;

/** A type with its name resolved and null removed. */
export type Bare =
  | { readonly kind: "string" | "integer" | "number" | "boolean" | "any" | "bytes" }
  | { readonly kind: "values"; readonly values: readonly Value[] }
  | { readonly kind: "array"; readonly items: Type; readonly each: Limits }
  | { readonly kind: "object"; readonly object: ObjectType }
  | {
      readonly kind: "union";
      readonly discriminator: string | null;
      readonly members: readonly Member[];
    };

/** A listed or constant value. */
export type Value = string | number | boolean | null;

export interface Resolved {
  readonly bare: Bare;
  readonly nullable: boolean;
  /** The original type without null. */
  readonly type: Type;
}

/**
 * Resolves a type's name and removes null; `nullable` is true if the type allowed null. Types of
 * fields, items and members are not resolved. A union with one member becomes that member; a union
 * of enums and constants becomes one list of their values. Throws a `TypeError` if a name is not
 * defined in `types`.
 */
export function resolveType(type: Type, types: Types): Resolved {
  switch (type.kind) {
    case "nullable":
      return { ...resolveType(type.of, types), nullable: true };
    case "constant":
      return { bare: { kind: "values", values: [type.value] }, nullable: false, type };
    case "enum":
      return {
        bare: { kind: "values", values: definitionOf(types.enums, type.name).values },
        nullable: false,
        type,
      };
    case "object":
      return {
        bare: { kind: "object", object: definitionOf(types.objects, type.name) },
        nullable: false,
        type,
      };
    case "union": {
      const [only, ...furtherMembers] = formsOf(type.name, types);
      // Equal members count as one, such as two responses with the same schema.
      if (only !== undefined && furtherMembers.length === 0) return resolveType(only.type, types);
      return { bare: unionOf(type.name, types), nullable: false, type };
    }
    default:
      return { bare: type, nullable: false, type };
  }
}

/** The distinct members of a union. Members with a discriminator are all kept. */
function formsOf(name: string, types: Types): readonly Member[] {
  const { discriminator, members } = definitionOf(types.unions ?? [], name);
  if (discriminator !== null) return members;
  return [
    ...new Map(
      members.map(
        (member) => [typeSignature(member.type, types) + limits(member.limits), member] as const,
      ),
    ).values(),
  ];
}

/** The union, or one list of values if all its members are lists of values. */
function unionOf(name: string, types: Types): Bare {
  const { discriminator } = definitionOf(types.unions ?? [], name);
  const members = formsOf(name, types);
  const lists = members.map(({ type }) =>
    type.kind === "union" || type.kind === "nullable" ? null : resolveType(type, types).bare,
  );
  const values = lists.flatMap((bare) => (bare?.kind === "values" ? [bare.values] : []));
  if (values.length === members.length)
    return { kind: "values", values: [...new Set(values.flat())] };
  return { kind: "union", discriminator, members };
}

/** The definition with this name. Throws a `TypeError` if there is none. */
function definitionOf<One extends { readonly name: string }>(
  all: readonly One[],
  name: string,
): One {
  const definition = all.find((item) => item.name === name);
  if (definition === undefined) throw new TypeError(`there is no type named ${name}`);
  return definition;
}

/**
 * Canonical text of a type. It covers the kinds, field names, `required`, listed values and limits
 * of all types inside. It omits the names of types, the order of fields, values and members,
 * comments, defaults, discriminators, and limits on additional properties. Throws a `TypeError` if
 * a name is not defined in `types`.
 */
export function typeSignature(type: Type, types: Types): string {
  const { bare, nullable } = resolveType(type, types);
  return `${signatureOf(bare, types)}${nullable ? "?" : ""}`;
}

/** Canonical text of a resolved type, as in `typeSignature`. */
function signatureOf(bare: Bare, types: Types): string {
  switch (bare.kind) {
    case "values":
      return `<${bare.values.map((value) => JSON.stringify(value)).sort()}>`;
    case "array":
      return `[${typeSignature(bare.items, types)}${limits(bare.each)}]`;
    case "union":
      return `(${bare.members.map((member) => typeSignature(member.type, types) + limits(member.limits)).sort()})`;
    case "object": {
      const { fields, additionalProperties } = bare.object;
      const each = fields.map(
        (field) =>
          `${field.name}${field.required ? "" : "?"}:${typeSignature(field.type, types)}${limits(field.limits)}`,
      );
      return `{${[...each.sort(), ...(additionalProperties === undefined ? [] : [`*:${typeSignature(additionalProperties.type, types)}`])]}}`;
    }
    default:
      return bare.kind;
  }
}

/** Canonical text of limits, regardless of their order. */
function limits(limits: Limits): string {
  return JSON.stringify(Object.entries(limits).sort());
}

/** The types of a report or call in both models, and how to compare them. */
export interface Sides {
  readonly old: Types;
  readonly current: Types;
  readonly side: Side;
  /** Compares nested values: fields, items or members. */
  readonly inside: (old: Limited, current: Limited, path: string) => readonly FlowChange[];
  /** Compares types that contain no other types (such as values), and types of different kinds. */
  readonly simple: (old: Bare, current: Bare, path: string) => readonly FlowChange[];
  /** Compares the rules of objects inside a request. In a response, finds no changes. */
  readonly rules: RulesComparison;
}

export type RulesComparison = (
  old: ObjectType,
  current: ObjectType,
  path: string,
) => readonly FlowChange[];

/** The type of a field, an item or a member, with its limits. */
export interface Limited {
  readonly type: Type;
  readonly limits: Limits;
}

/** Number of items shown for a list with more than MAX_LENGTH items. */
const SHORT_LENGTH = 3;
const MAX_LENGTH = 6;

/** Formats a list in words. */
export type Listing = (names: readonly unknown[], last?: "and" | "or") => string;

/**
 * A list in words, shortened to three items if it has more than six. For example "A", "A and B",
 * "A, B, C and 11 more"; "none" if empty. `last` is the word before the last item.
 */
export const listInWords: Listing = (names, last = "and") => {
  const { first, omitted } = firstItems(names.map(valueInWords));
  return omitted > 0 ? `${first.join(", ")} ${last} ${omitted} more` : fullListInWords(names, last);
};

/**
 * A complete list in words, such as "A, B and C", or "none" if empty. `last` is the word before the
 * last item.
 */
export const fullListInWords: Listing = (names, last = "and") => {
  const all = names.map(valueInWords);
  return all.length < 2
    ? (all[0] ?? "none")
    : `${all.slice(0, -1).join(", ")} ${last} ${all.at(-1)}`;
};

/** All items if there are at most six, otherwise the first three. `omitted` counts the others. */
export function firstItems(names: readonly string[]): {
  readonly first: readonly string[];
  readonly omitted: number;
} {
  return names.length > MAX_LENGTH
    ? { first: names.slice(0, SHORT_LENGTH), omitted: names.length - SHORT_LENGTH }
    : { first: names, omitted: 0 };
}

/** A value as JSON; strings have no quotes unless they are empty. */
export function valueInWords(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}

/** A call's method in capitals, and its path: "POST /ad_accounts/{ad_account_id}/reports". */
export function methodAndPath({ method, path }: Pick<HttpCall, "method" | "path">): string {
  return `${method.toUpperCase()} ${path}`;
}

/**
 * A type in words, such as "text" or "a list of whole numbers".
 *
 * Listed values are "A or B", or "always A" if there is only one. An object is just "an object". A
 * union is "one of several", followed by the values of its discriminator, if any. A nullable type
 * ends in ", or null". `list` joins values; the default shortens lists of more than six. Throws a
 * `TypeError` if a name is not defined in `types`.
 */
export function typeInWords(type: Type, types: Types, list: Listing = listInWords): string {
  const { bare, nullable } = resolveType(type, types);
  return `${bareInWords(bare, types, list)}${nullable ? ", or null" : ""}`;
}

/**
 * A resolved type in words, without null: "text", "always A", "a list of whole numbers". `list`
 * joins listed values.
 */
export function bareInWords(bare: Bare, types: Types, list: Listing = listInWords): string {
  switch (bare.kind) {
    case "values":
      return bare.values.length === 1 ? `always ${list(bare.values)}` : list(bare.values, "or");
    case "array": {
      const items = resolveType(bare.items, types);
      return `a list of ${items.bare.kind in PLURAL ? PLURAL[items.bare.kind] : bareInWords(items.bare, types, list)}${items.nullable ? " or null" : ""}`;
    }
    case "union": {
      const tags = bare.members.flatMap((member) => member.values);
      return tags.length === 0 ? "one of several" : `one of several: ${list(tags, "or")}`;
    }
    default:
      return IN_WORDS[bare.kind];
  }
}

const IN_WORDS: Readonly<Record<Exclude<Bare["kind"], "values" | "array" | "union">, string>> = {
  string: "a string",
  integer: "an integer",
  number: "a number",
  boolean: "a boolean",
  any: "any JSON value",
  bytes: "bytes",
  object: "an object",
};

const PLURAL: Readonly<Record<string, string>> = {
  string: "strings",
  integer: "integers",
  number: "numbers",
  boolean: "booleans",
  object: "objects",
};
