import { type Comparison, comparePatterns } from "../lower/pattern-language.js";
import type { Field, Limits, Member, ObjectType, Type } from "../model/model.js";
import { type Data, type Effect, type Found, type Side, stepOf } from "./change.js";
import {
  type Bare,
  bareInWords,
  counted,
  type Listing,
  listed,
  type Resolved,
  resolve,
  type Sides,
  shown,
  signature,
  type Types,
  typeInWords,
  type Value,
  whole,
} from "./shape.js";

type Name = keyof Limits;

/** Limits in words; `#` stands for the number. */
const WORDS: Readonly<Record<Name, string>> = {
  pattern: "matches #",
  format: "a day of the calendar as YYYY-MM-DD",
  minimum: "at least #",
  exclusiveMinimum: "above #",
  maximum: "at most #",
  minLength: "at least # characters",
  maxLength: "at most # characters",
  minItems: "at least # items",
  maxItems: "at most # items",
};

const UPPER: readonly Name[] = ["maximum", "maxLength", "maxItems"];
const LOWER: readonly Name[] = ["minimum", "exclusiveMinimum", "minLength", "minItems"];

const NUMBERS: readonly Name[] = ["minimum", "exclusiveMinimum", "maximum"];

/**
 * Limits that are checked, by kind of value. Others do not bind, such as `minItems` beside a string or a pattern beside an enum: removing
 * them is no change.
 */
const BINDING: { readonly [kind in Bare["kind"]]: readonly Name[] } = {
  string: ["pattern", "format", "minLength", "maxLength"],
  integer: NUMBERS,
  number: NUMBERS,
  array: ["minItems", "maxItems"],
  ...{ boolean: [], values: [], any: [], bytes: [] },
  // Limits of members and fields are stated there.
  ...{ object: [], union: [] },
};

/** The limits that bind a value of this kind. */
export function binding(limits: Limits, { kind }: Bare): Limits {
  return Object.fromEntries(Object.entries(limits).filter(([name]) => BINDING[kind].includes(name as Name)));
}

/** Changes of the limits on one value. Responses are not checked, so there a limit is only a comment. */
export function compareLimits(old: Limits, now: Limits, place: string, side: Side): readonly Found[] {
  return (Object.keys(WORDS) as Name[]).flatMap((name): Found[] => {
    const [before, after] = [limit(old, name), limit(now, name)];
    if (before === after || (name === "pattern" && patterns(before, after) === "same")) return [];
    const step = side === "response" ? "patch" : stepOf(isTighter(name, before, after) ? "narrower" : "wider", side);
    return [{ place, kind: "limit", step, text: text(name, before, after), old: said(name, before), new: said(name, after) }];
  });
}

type Amount = string | number | undefined;

/** A limit of one value. A minimum of 0 characters or items is no limit. */
function limit(limits: Limits, name: Name): Amount {
  const amount = limits[name];
  return amount === 0 && (name === "minLength" || name === "minItems") ? undefined : amount;
}

/** How the texts that two patterns accept compare; no pattern accepts every text. Null if it cannot be decided. */
function patterns(before: Amount, after: Amount): Comparison | null {
  return comparePatterns(String(before ?? ""), String(after ?? ""));
}

/** Whether the new limit is tighter. If two patterns cannot be compared, the new one counts as tighter. */
function isTighter(name: Name, before: Amount, after: Amount): boolean {
  if (name === "pattern") return patterns(before, after) !== "wider";
  if (after === undefined) return false;
  if (before === undefined) return true;
  if (UPPER.includes(name)) return after < before;
  return LOWER.includes(name) ? after > before : true;
}

function text(name: Name, before: Amount, after: Amount): string {
  if (after === undefined) return `no longer ${limitInWords(name, before)}`;
  if (before === undefined) return `${limitInWords(name, after)} now`;
  return `${limitInWords(name, after)}, was ${before}`;
}

function limitInWords(name: Name, amount: Amount): string {
  const words = WORDS[name].replace("#", () => String(amount));
  return amount === 1 ? words.replace(/s$/, "") : words;
}

function said(name: Name, amount: Amount): Found["old"] {
  return amount === undefined ? null : { [name]: amount };
}

/** Changes of an object's fields, matched by name in any order. */
export function compareObjects(old: ObjectType, now: ObjectType, place: string, sides: Sides): readonly Found[] {
  const [before, after] = [byName(old), byName(now)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  return [
    ...names.flatMap((name) => compareFields(before.get(name), after.get(name), place === "" ? name : `${place}.${name}`, sides)),
    ...compareOthers(old, now, place, sides),
  ];
}

function byName({ fields }: ObjectType): ReadonlyMap<string, Field> {
  return new Map(fields.map((field) => [field.name, field]));
}

function compareFields(old: Field | undefined, now: Field | undefined, place: string, sides: Sides): readonly Found[] {
  if (old !== undefined && now !== undefined)
    return [...compareRequired(old, now, place, sides.side), ...sides.inside(old, now, place), ...compareDefaults(old, now, place)];
  if (now !== undefined) {
    const step = sides.side === "request" && now.required ? "major" : "minor";
    const need = sides.side === "request" ? (now.required ? ", required" : ", optional") : now.required ? "" : ", optional";
    const text = `new: ${typeInWords(now.type, sides.now)}${need}`;
    return [{ place, kind: "field", step, text, old: null, new: data(now, sides.now) }];
  }
  if (old === undefined) return [];
  return [{ place, kind: "field", step: "major", text: "gone", old: data(old, sides.old), new: null }];
}

function data({ required, type }: Field, types: Types): Data {
  return { required, type: typeInWords(type, types, whole) };
}

function compareRequired(old: Field, now: Field, place: string, side: Side): readonly Found[] {
  if (old.required === now.required) return [];
  const step = stepOf(now.required ? "narrower" : "wider", side);
  const text =
    side === "request" ? (now.required ? "required now" : "optional now") : now.required ? "always there now" : "may be missing now";
  return [{ place, kind: "required", step, text, old: old.required, new: now.required }];
}

/** Changes of a default. A new value changes requests without the field; a default documented for the first time applied before. */
function compareDefaults(old: Field, now: Field, place: string): readonly Found[] {
  const [before, after] = [old.default, now.default];
  if (before === after) return [];
  const step = before === undefined || after === undefined ? "patch" : "major";
  const text = after === undefined ? `no default is told any more, was ${shown(before)}` : `default ${shown(after)}`;
  const was = before === undefined ? " is told now" : `, was ${shown(before)}`;
  return [{ place, kind: "default", step, text: after === undefined ? text : text + was, old: before ?? null, new: after ?? null }];
}

/** Changes of additional properties. */
function compareOthers(old: ObjectType, now: ObjectType, place: string, sides: Sides): readonly Found[] {
  const at = place === "" ? "*" : `${place}.*`;
  const least = compareLeast(old.minProperties ?? 0, now.minProperties ?? 0, place, sides.side);
  if (old.additionalProperties !== undefined && now.additionalProperties !== undefined)
    return [...least, ...sides.inside(old.additionalProperties, now.additionalProperties, at)];
  if (old.additionalProperties === undefined && now.additionalProperties === undefined) return least;
  const isNew = now.additionalProperties !== undefined;
  const [verb, gone] = sides.side === "request" ? ["allowed", "not allowed any more"] : ["described", "not described any more"];
  const text = `fields of other names are ${isNew ? `${verb} now` : gone}`;
  return [...least, { place: at, kind: "field", step: isNew ? "minor" : "major", text, old: !isNew, new: isNew }];
}

function compareLeast(old: number, now: number, place: string, side: Side): readonly Found[] {
  if (old === now) return [];
  const step = side === "response" ? "patch" : stepOf(now > old ? "narrower" : "wider", side);
  return [
    { place, kind: "limit", step, text: `at least ${now} fields, was ${old}`, old: { minProperties: old }, new: { minProperties: now } },
  ];
}

type Pair = readonly [old: Member, now: Member];

/** Changes of a union whose members are matched in pairs. A member without a counterpart is gone or new. */
export function compareUnions(old: Type, now: Type, place: string, sides: Sides): readonly Found[] {
  const [before, after] = [membersOf(old, sides.old), membersOf(now, sides.now)];
  const tagged = taggedPairs(old, now, sides);
  const pairs = tagged?.pairs ?? paired(before, after, sides);
  const gone = before.filter((member) => !pairs.some(([one]) => one.type === member.type));
  const added = after.filter((member) => !pairs.some(([, other]) => other.type === member.type));
  return [
    ...(tagged === null ? [] : sides.simple(...tagged.tags, `${place}.${tagged.discriminator}`)),
    ...pairs.flatMap(([one, other]) => {
      const at = place + label(one, other);
      return sides.inside(one, other, at).filter((found) => tagged === null || !isAboutTag(found, `${at}.${tagged.discriminator}`));
    }),
    ...forms(gone, "gone", place, sides),
    ...forms(added, "new", place, sides),
  ];
}

function forms(all: readonly Member[], became: "gone" | "new", place: string, { old, now, side }: Sides): readonly Found[] {
  if (all.length === 0) return [];
  const isNew = became === "new";
  const [names, data] = [listed, whole].map((list) => all.map((member) => memberInWords(member, isNew ? now : old, list))) as [
    string[],
    string[],
  ];
  const text = isNew ? `${counted(all.length, "new form")}: ${listed(names)}` : `${counted(all.length, "form")} gone: ${listed(names)}`;
  const step = stepOf(isNew ? "wider" : "narrower", side);
  return [{ place, kind: "type", step, text, old: isNew ? null : data, new: isNew ? data : null }];
}

/** Members of a union. Any other type is its own single member. */
function membersOf(type: Type, types: Types): readonly Member[] {
  const { bare } = resolve(type, types);
  return bare.kind === "union" ? bare.members : [{ type, limits: {}, values: [] }];
}

interface Tagged {
  readonly discriminator: string;
  readonly pairs: readonly Pair[];
  /** Values of the discriminator field, old and new. */
  readonly tags: readonly [old: Bare, now: Bare];
}

/** Pairs an object that has the discriminator field with each member that this field can name. Null if neither type is such an object. */
function taggedPairs(old: Type, now: Type, sides: Sides): Tagged | null {
  const [before, after] = [resolve(old, sides.old).bare, resolve(now, sides.now).bare];
  if (before.kind === "object") return formsOf([old, before, sides.old], after, (object, form) => [object, form]);
  return after.kind === "object" ? formsOf([now, after, sides.now], before, (object, form) => [form, object]) : null;
}

type Whole = readonly [type: Type, bare: Bare & { readonly kind: "object" }, types: Types];

function formsOf(
  [type, { object }, types]: Whole,
  union: Bare,
  sorted: <One>(object: One, form: One) => readonly [old: One, now: One],
): Tagged | null {
  const discriminator = union.kind === "union" ? union.discriminator : null;
  const field = object.fields.find(({ name }) => name === discriminator);
  if (union.kind !== "union" || discriminator === null || field === undefined) return null;
  const { bare } = resolve(field.type, types);
  const named = union.members.filter(({ values }) =>
    values.some((value) => (bare.kind === "values" ? bare.values.includes(value) : bare.kind === "string")),
  );
  if (named.length === 0) return null;
  const whole: Member = { type, limits: {}, values: [] };
  const tags: Bare = { kind: "values", values: named.flatMap(({ values }) => values) };
  return { discriminator, pairs: named.map((form) => sorted<Member>(whole, form)), tags: sorted<Bare>(bare, tags) };
}

/** Whether a change is about the discriminator's values, which are reported once for all members. */
function isAboutTag({ place, kind, old }: Found, tag: string): boolean {
  return place === tag && (kind === "values" || (kind === "type" && typeof old === "string"));
}

/** Pairs members by discriminator values, then equal types, then types of the same kind. */
function paired(old: readonly Member[], now: readonly Member[], sides: Sides): readonly Pair[] {
  const ways: readonly ((one: Member, other: Member) => boolean)[] = [
    (one, other) => one.values.some((value) => other.values.includes(value)),
    (one, other) => isUntold(one, other) && signature(one.type, sides.old) === signature(other.type, sides.now),
    (one, other) => isUntold(one, other) && resolve(one.type, sides.old).bare.kind === resolve(other.type, sides.now).bare.kind,
  ];
  const pairs = new Map<Member, Member>();
  const taken = new Set<Member>();
  for (const way of ways) {
    for (const one of old.filter((member) => !pairs.has(member))) {
      const other = now.find((member) => !taken.has(member) && way(one, member));
      if (other === undefined) continue;
      pairs.set(one, other);
      taken.add(other);
    }
  }
  return [...pairs];
}

/** Whether two members may be paired without a common discriminator value: one of them has none. */
function isUntold(one: Member, other: Member): boolean {
  return one.values.length === 0 || other.values.length === 0;
}

/** Discriminator values of a pair: the common ones, or those of the only member that has any. */
function label(one: Member, other: Member): string {
  const both = isUntold(one, other) ? [...one.values, ...other.values] : one.values.filter((value) => other.values.includes(value));
  return both.length === 0 ? "" : `<${both.join("|")}>`;
}

function memberInWords({ type, values }: Member, types: Types, list: Listing): string {
  return values.length > 0 ? list(values) : typeInWords(type, types, list);
}

/** Comparison of one report or call. */
export function sidesOf(old: Types, now: Types, side: Side): Sides {
  const sides: Sides = {
    ...{ old, now, side },
    inside(before, after, place) {
      const types = compareTypes(before.type, after.type, place, sides);
      // If only one of both is a list, its length limits are part of that change.
      const isOther = isList(before.type, old) !== isList(after.type, now);
      if (isOther) return types;
      const [limits, limitsNow] = [
        binding(before.limits, resolve(before.type, old).bare),
        binding(after.limits, resolve(after.type, now).bare),
      ];
      return [...types, ...compareLimits(limits, limitsNow, place, side)];
    },
    simple: (before, after, place) => compareSimple(before, after, place, sides),
  };
  return sides;
}

function isList(type: Type, types: Types): boolean {
  return resolve(type, types).bare.kind === "array";
}

/**
 * The changes from the old type to the new, with those of all types inside; limits on the type itself are not compared. `place` is its
 * path, and the side of `sides` decides which changes are major.
 */
export function compareTypes(old: Type, now: Type, place: string, sides: Sides): readonly Found[] {
  const [before, after] = [resolve(old, sides.old), resolve(now, sides.now)];
  return [...compareNull(before.nullable, after.nullable, place, sides.side), ...compareBare(before, after, place, sides)];
}

function compareNull(old: boolean, now: boolean, place: string, side: Side): readonly Found[] {
  if (old === now) return [];
  const text =
    side === "request" ? (now ? "may be null now" : "may not be null any more") : now ? "may be null now" : "never null any more";
  return [{ place, kind: "type", step: stepOf(now ? "wider" : "narrower", side), text, old: { nullable: old }, new: { nullable: now } }];
}

function compareBare({ bare: old, type }: Resolved, { bare: now, type: nowType }: Resolved, place: string, sides: Sides): readonly Found[] {
  if (old.kind === "array" && now.kind === "array")
    return sides.inside({ type: old.items, limits: old.each }, { type: now.items, limits: now.each }, `${place}[]`);
  if (old.kind === "object" && now.kind === "object") return compareObjects(old.object, now.object, place, sides);
  if (old.kind === "union" || now.kind === "union") return compareUnions(type, nowType, place, sides);
  return compareSimple(old, now, place, sides);
}

function compareSimple(old: Bare, now: Bare, place: string, sides: Sides): readonly Found[] {
  if (old.kind === "values" && now.kind === "values") return compareValues(old.values, now.values, place, sides.side);
  if (old.kind === now.kind) return [];
  const [before, after] = [bareInWords(old, sides.old), bareInWords(now, sides.now)];
  const step = isNamed(old, now) && sides.side === "response" ? "minor" : stepOf(effectOf(old, now), sides.side);
  const data = { old: bareInWords(old, sides.old, whole), new: bareInWords(now, sides.now, whole) };
  return [{ place, kind: "type", step, text: `${after} now, was ${before}`, ...data }];
}

/** Changes of listed values. In a response they come and go without notice, and the generated types are open. */
function compareValues(old: readonly Value[], now: readonly Value[], place: string, side: Side): readonly Found[] {
  const at = place.replace(/\[\]$/, "");
  const [gone, added] = [old.filter((value) => !now.includes(value)), now.filter((value) => !old.includes(value))];
  const isColumns = side === "request" && /(^|\.)columns$/.test(at);
  const [kind, noun] = isColumns ? (["columns", "column"] as const) : (["values", "value"] as const);
  const lost: Found = {
    ...{ place: at, kind, step: side === "response" ? "minor" : "major", text: `${counted(gone.length, noun)} gone: ${listed(gone)}` },
    ...{ old: gone, new: null },
  };
  const more: Found = {
    place: at,
    kind,
    step: "minor",
    text: `${counted(added.length, `new ${noun}`)}: ${listed(added)}`,
    old: null,
    new: added,
  };
  return [...(gone.length > 0 ? [lost] : []), ...(added.length > 0 ? [more] : [])];
}

/** Whether both are strings, with or without listed values. Listed values in a response are a hint, not a guarantee. */
function isNamed(...both: readonly Bare[]): boolean {
  return both.every(
    (bare) => bare.kind === "string" || (bare.kind === "values" && bare.values.every((value) => typeof value === "string")),
  );
}

function effectOf(old: Bare, now: Bare): Effect {
  if (isWithin(old, now)) return "wider";
  return isWithin(now, old) ? "narrower" : "other";
}

/** Whether every value of one type is a value of the other, for types of different kinds. */
function isWithin(one: Bare, other: Bare): boolean {
  if (other.kind === "any") return true;
  if (one.kind === "integer") return other.kind === "number";
  if (one.kind !== "values") return false;
  return one.values.every((value) => (other.kind === "integer" ? Number.isInteger(value) : other.kind === (typeof value as string)));
}
