import type { Limits, Member, ObjectType, Request, Type } from "../model/model.js";
import type { Found, Side } from "./change.js";

/** Where the names of types lead. The names themselves mean nothing. */
export type Types = Pick<Request, "objects" | "enums" | "unions">;

/** A type without the names of types and without null. */
export type Bare =
  | { readonly kind: "string" | "integer" | "number" | "boolean" | "any" | "bytes" }
  | { readonly kind: "values"; readonly values: readonly Value[] }
  | { readonly kind: "array"; readonly items: Type; readonly each: Limits }
  | { readonly kind: "object"; readonly object: ObjectType }
  | { readonly kind: "union"; readonly by: string | null; readonly members: readonly Member[] };

export type Value = string | number | boolean | null;

export interface Resolved {
  readonly bare: Bare;
  readonly nullable: boolean;
  /** The type as it was, but for null. */
  readonly type: Type;
}

/** A type as what it is, one level deep. */
export function resolve(type: Type, types: Types): Resolved {
  switch (type.kind) {
    case "nullable":
      return { ...resolve(type.of, types), nullable: true };
    case "constant":
      return { bare: { kind: "values", values: [type.value] }, nullable: false, type };
    case "enum":
      return { bare: { kind: "values", values: named(types.enums, type.name).values }, nullable: false, type };
    case "object":
      return { bare: { kind: "object", object: named(types.objects, type.name) }, nullable: false, type };
    case "union": {
      const [only, ...more] = formsOf(type.name, types);
      // Forms that are alike are one form, such as two responses of the same schema.
      if (only !== undefined && more.length === 0) return resolve(only.type, types);
      return { bare: unionOf(type.name, types), nullable: false, type };
    }
    default:
      return { bare: type, nullable: false, type };
  }
}

/** The members of a union, each once; only what a field tells apart may be alike. */
function formsOf(name: string, types: Types): readonly Member[] {
  const { by, members } = named(types.unions ?? [], name);
  if (by !== null) return members;
  return [...new Map(members.map((member) => [signature(member.type, types) + limits(member.limits), member] as const)).values()];
}

/** One of several lists of values is one list, however the description has cut it. */
function unionOf(name: string, types: Types): Bare {
  const { by } = named(types.unions ?? [], name);
  const members = formsOf(name, types);
  const lists = members.map(({ type }) => (type.kind === "union" || type.kind === "nullable" ? null : resolve(type, types).bare));
  const values = lists.flatMap((bare) => (bare?.kind === "values" ? [bare.values] : []));
  if (values.length === members.length) return { kind: "values", values: [...new Set(values.flat())] };
  return { kind: "union", by, members };
}

function named<One extends { readonly name: string }>(all: readonly One[], name: string): One {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new TypeError(`no type is called ${name}`);
  return found;
}

/** A type in full, so that two that are the same in all but names and order give the same text. */
export function signature(type: Type, types: Types): string {
  const { bare, nullable } = resolve(type, types);
  return `${signatureOf(bare, types)}${nullable ? "?" : ""}`;
}

function signatureOf(bare: Bare, types: Types): string {
  switch (bare.kind) {
    case "values":
      return `<${bare.values.map((value) => JSON.stringify(value)).sort()}>`;
    case "array":
      return `[${signature(bare.items, types)}${limits(bare.each)}]`;
    case "union":
      return `(${bare.members.map((member) => signature(member.type, types) + limits(member.limits)).sort()})`;
    case "object": {
      const { fields, others } = bare.object;
      const each = fields.map(
        (field) => `${field.name}${field.required ? "" : "?"}:${signature(field.type, types)}${limits(field.limits)}`,
      );
      return `{${[...each.sort(), ...(others === undefined ? [] : [`*:${signature(others.type, types)}`])]}}`;
    }
    default:
      return bare.kind;
  }
}

function limits(limits: Limits): string {
  return JSON.stringify(Object.entries(limits).sort());
}

/** The types of one report or call in both models, and which way what is compared goes. */
export interface Sides {
  readonly old: Types;
  readonly now: Types;
  readonly side: Side;
  /** Goes on inside: compares what a field, an item or a member holds. */
  readonly inside: (old: Limited, now: Limited, place: string) => readonly Found[];
  /** Compares what holds nothing: values, and types of different kinds. */
  readonly simple: (old: Bare, now: Bare, place: string) => readonly Found[];
}

/** What has limits of its own: a field, an item, a member. */
export interface Limited {
  readonly type: Type;
  readonly limits: Limits;
}
